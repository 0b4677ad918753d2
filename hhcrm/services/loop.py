"""The loop with the referrer: tell what became of a referral, say why nobody is told, take either back."""

from __future__ import annotations

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.words import LoopStep
from hhcrm.models.contacts import Contact
from hhcrm.models.referrals import LoopUpdate
from hhcrm.services.loop_commands import GiveUpdate, ReopenUpdate, WaiveUpdate
from hhcrm.services.loop_rows import NOT_TOLD
from hhcrm.services.records import assign, fetch, moved_on
from hhcrm.services.referrals import CLOCKS_APART
from hhcrm.services.values import text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork


def give_update(work: UnitOfWork, command: GiveUpdate) -> ChangeSet:
    """Note that the referrer was told. Raises Conflict, RuleBroken naming the field."""

    def give(tx: Transaction) -> int | None:
        update = _open(tx, command.update_id, command.version)
        if update.step is LoopStep.DECISION and update.referral.decided_at is None:
            words = translate("loop", "Nothing is decided yet: accept the referral or say why not, then tell them.")
            raise RuleBroken(words, "step")
        at = command.at or tx.now
        if at > tx.now + CLOCKS_APART:
            raise RuleBroken(translate("loop", "This is still to come. Type when it was."), "at")
        if command.contact_id is not None:
            fetch(tx.session, Contact, command.contact_id, "person")
        values = {
            "given_at": at,
            "by_name": tx.actor.name,
            "contact_id": command.contact_id,
            "channel": command.channel,
            "said": text_or_none(command.said),
        }
        assign(update, values)
        moved_on(update.referral, "stage")
        return update.referral_id

    return work.run("Tell a source what became of a referral", give)


def waive_update(work: UnitOfWork, command: WaiveUpdate) -> ChangeSet:
    """Note why nobody is told. Raises Conflict, RuleBroken naming the field."""
    why = text_or_none(command.why)
    if why is None:
        raise RuleBroken(translate("loop", "Say why nobody is told."), "why")

    def waive(tx: Transaction) -> int | None:
        update = _open(tx, command.update_id, command.version)
        assign(update, {"waived_why": why, "by_name": tx.actor.name})
        moved_on(update.referral, "stage")
        return update.referral_id

    return work.run("Tell nobody what became of a referral", waive)


def reopen_update(work: UnitOfWork, command: ReopenUpdate) -> ChangeSet:
    """Take back what was told, or that nobody is told. Raises Conflict."""

    def reopen(tx: Transaction) -> int | None:
        update = fetch(tx.session, LoopUpdate, command.update_id, "loop update", command.version)
        assign(update, dict(NOT_TOLD))
        moved_on(update.referral, "stage")
        return update.referral_id

    return work.run("Take back what a source was told", reopen)


def _open(tx: Transaction, update_id: int, version: int) -> LoopUpdate:
    """The update, while it is neither given nor waived."""
    update = fetch(tx.session, LoopUpdate, update_id, "loop update", version)
    if update.referral.archived_at is not None:
        raise RuleBroken(translate("loop", "An archived referral stays as it is. Restore it first."), "step")
    if update.given_at is not None:
        raise RuleBroken(translate("loop", "They were told already."), "step")
    if update.waived_why is not None:
        raise RuleBroken(translate("loop", "It was decided that nobody is told. Take that back first."), "step")
    return update
