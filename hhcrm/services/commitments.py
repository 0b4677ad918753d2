"""Commitments: promise something, change it, keep it, break it, withdraw it, open it again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.words import CommitmentStatus
from hhcrm.models.commitments import Commitment
from hhcrm.models.contacts import Contact
from hhcrm.models.referrals import Referral
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import User
from hhcrm.models.visits import Visit
from hhcrm.services.commands import CloseCommitment, EditCommitment, MakeCommitment
from hhcrm.services.records import assign, fetch
from hhcrm.services.values import text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork

_EDITED = ("text", "made_on", "due_on", "contact_id", "owner_id", "why")
_NOT_KEPT = (CommitmentStatus.BROKEN, CommitmentStatus.WITHDRAWN)


def make_commitment(work: UnitOfWork, command: MakeCommitment) -> ChangeSet:
    """Write down what was promised and by when. Raises RuleBroken naming the field."""
    promised = _promised(command.text)
    _check_days(command.made_on, command.due_on)

    def make(tx: Transaction) -> int | None:
        source = fetch(tx.session, ReferralSource, command.source_id, "source")
        _check_visit(tx, command.visit_id, source.id)
        _check_referral(tx, command.referral_id, source.id)
        commitment = Commitment(
            source_id=source.id,
            contact_id=command.contact_id,
            visit_id=command.visit_id,
            referral_id=command.referral_id,
            owner_id=command.owner_id or tx.actor.user_id or source.owner_id,
            text=promised,
            made_on=command.made_on,
            due_on=command.due_on,
        )
        tx.session.add(commitment)
        tx.session.flush()
        return commitment.id

    return work.run("Make a commitment", make)


def edit_commitment(work: UnitOfWork, command: EditCommitment) -> ChangeSet:
    """Change what was promised, to whom, by whom or by when. Raises Conflict, RuleBroken naming the field."""
    values = _edited(command.values)

    def edit(tx: Transaction) -> int | None:
        commitment = fetch(tx.session, Commitment, command.commitment_id, "commitment", command.version)
        _check_days(values.get("made_on", commitment.made_on), values.get("due_on", commitment.due_on))
        if commitment.status in _NOT_KEPT and "why" in values and values["why"] is None:
            raise RuleBroken(translate("commitments", "Say why."), "why")
        for name, kind, what in (("contact_id", Contact, "person"), ("owner_id", User, "person")):
            if values.get(name) is not None:
                fetch(tx.session, kind, values[name], what)
        assign(commitment, values)
        return commitment.id

    moved = set(values) == {"due_on"}
    return work.run("Move the day of a commitment" if moved else "Edit a commitment", edit)


def close_commitment(work: UnitOfWork, command: CloseCommitment) -> ChangeSet:
    """Mark a commitment kept, broken or withdrawn; the last two need a reason. `open` opens it again."""
    if command.status in _NOT_KEPT and not command.why.strip():
        raise RuleBroken(translate("commitments", "Say why."), "why")

    def close(tx: Transaction) -> int | None:
        commitment = fetch(tx.session, Commitment, command.commitment_id, "commitment", command.version)
        opened = command.status == CommitmentStatus.OPEN
        if not opened and command.on_day < commitment.made_on:
            raise RuleBroken(translate("commitments", "That day lies before it was promised."), "closed_on")
        closed_on = None if opened else command.on_day
        assign(commitment, {"status": command.status, "closed_on": closed_on, "why": text_or_none(command.why)})
        return commitment.id

    if command.status == CommitmentStatus.OPEN:
        return work.run("Open a commitment again", close)
    return work.run(f"Mark commitment {command.status.value}", close)


def _promised(text: object) -> str:
    promised = text_or_none(text)
    if promised is None:
        raise RuleBroken(translate("commitments", "Say what was promised."), "text")
    return promised


def _check_days(made: date, due: date) -> None:
    if due < made:
        raise RuleBroken(translate("commitments", "It is due before it was promised."), "due_on")


def _check_visit(tx: Transaction, visit_id: int | None, source_id: int) -> None:
    if visit_id is not None and fetch(tx.session, Visit, visit_id, "visit").source_id != source_id:
        raise RuleBroken(translate("commitments", "That visit was to another source."), "visit_id")


def _check_referral(tx: Transaction, referral_id: int | None, source_id: int) -> None:
    if referral_id is not None and fetch(tx.session, Referral, referral_id, "referral").source_id != source_id:
        raise RuleBroken(translate("commitments", "That referral came from another source."), "referral_id")


def _edited(values: Mapping[str, object]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for name, value in values.items():
        if name not in _EDITED:
            raise ValueError(f"{name} is not edited here")
        if name == "text":
            read[name] = _promised(value)
        elif name == "due_on" and value is None:
            raise RuleBroken(translate("commitments", "Say by when."), "due_on")
        else:
            read[name] = text_or_none(value) if name == "why" else value
    return read
