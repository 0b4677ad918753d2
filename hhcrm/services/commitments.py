"""Commitments: promise something, keep it, break it, withdraw it."""

from __future__ import annotations

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.words import CommitmentStatus
from hhcrm.models.commitments import Commitment
from hhcrm.models.sources import ReferralSource
from hhcrm.services.commands import CloseCommitment, MakeCommitment
from hhcrm.services.records import assign, fetch
from hhcrm.services.values import text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork


def make_commitment(work: UnitOfWork, command: MakeCommitment) -> ChangeSet:
    """Write down what was promised and by when. Raises RuleBroken naming the field."""
    promised = text_or_none(command.text)
    if promised is None:
        raise RuleBroken("Say what was promised.", "text")
    if command.due_on < command.made_on:
        raise RuleBroken("It is due before it was promised.", "due_on")

    def make(tx: Transaction) -> int | None:
        source = fetch(tx.session, ReferralSource, command.source_id, "source")
        commitment = Commitment(
            source_id=source.id,
            contact_id=command.contact_id,
            visit_id=command.visit_id,
            owner_id=tx.actor.user_id or source.owner_id,
            text=promised,
            made_on=command.made_on,
            due_on=command.due_on,
        )
        tx.session.add(commitment)
        tx.session.flush()
        return commitment.id

    return work.run("Make a commitment", make)


def close_commitment(work: UnitOfWork, command: CloseCommitment) -> ChangeSet:
    """Mark a commitment kept, broken or withdrawn; the last two need a reason. `open` opens it again."""
    if command.status in (CommitmentStatus.BROKEN, CommitmentStatus.WITHDRAWN) and not command.why.strip():
        raise RuleBroken("Say why.", "why")

    def close(tx: Transaction) -> int | None:
        commitment = fetch(tx.session, Commitment, command.commitment_id, "commitment", command.version)
        closed_on = None if command.status == CommitmentStatus.OPEN else command.on_day
        assign(commitment, {"status": command.status, "closed_on": closed_on, "why": text_or_none(command.why)})
        return commitment.id

    return work.run(f"Mark commitment {command.status.value}", close)
