"""Time off: the days on which a user sees nobody."""

from __future__ import annotations

from datetime import date

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.models.users import TimeOff, User
from hhcrm.services.holiday_commands import AddTimeOff, EditTimeOff, RemoveTimeOff
from hhcrm.services.moved import settle_beside, with_moves
from hhcrm.services.records import assign, fetch
from hhcrm.services.values import text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork

MOST_DAYS = 731
"""Longer than two years is a slip of the pen in the year."""


def add_time_off(work: UnitOfWork, command: AddTimeOff, today: date) -> ChangeSet:
    """Add days off, and move what they hit. Raises RuleBroken naming the field, Conflict about a visit."""
    _check(command.from_on, command.until_on)

    def add(tx: Transaction) -> int | None:
        user = fetch(tx.session, User, command.user_id, "person")
        why = text_or_none(command.why)
        days = TimeOff(user_id=user.id, from_on=command.from_on, until_on=command.until_on, why=why)
        tx.session.add(days)
        tx.session.flush()
        settle_beside(tx, command.fates, today)
        return days.id

    return work.run(with_moves("Add time off", command.fates), add)


def edit_time_off(work: UnitOfWork, command: EditTimeOff, today: date) -> ChangeSet:
    """Set days and reason, and move what they hit. Raises Conflict, or RuleBroken naming the field."""
    _check(command.from_on, command.until_on)

    def edit(tx: Transaction) -> int | None:
        days = fetch(tx.session, TimeOff, command.time_off_id, "time off", command.version)
        why = text_or_none(command.why)
        assign(days, {"from_on": command.from_on, "until_on": command.until_on, "why": why})
        settle_beside(tx, command.fates, today)
        return days.id

    return work.run(with_moves("Change time off", command.fates), edit)


def remove_time_off(work: UnitOfWork, command: RemoveTimeOff) -> ChangeSet:
    """The person works on these days. Raises Conflict."""

    def remove(tx: Transaction) -> int | None:
        days = fetch(tx.session, TimeOff, command.time_off_id, "time off", command.version)
        tx.session.delete(days)
        return days.id

    return work.run("Remove time off", remove)


def _check(from_on: date, until_on: date) -> None:
    if until_on < from_on:
        raise RuleBroken(translate("calendar", "The last day lies before the first."), "until_on")
    if (until_on - from_on).days >= MOST_DAYS:
        raise RuleBroken(translate("calendar", "That is more than two years. Look at the year."), "until_on")
