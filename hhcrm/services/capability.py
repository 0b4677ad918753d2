"""What the agency can take beside payers and ZIP codes: capacity by discipline, the public page, its yearly review."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import Conflict, RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.models.capability import DisciplineCapacity, PolicyReview
from hhcrm.models.lookups import Discipline, ServiceLine
from hhcrm.services.capability_commands import DescribeLine, ReviewPolicy, SetCapacity
from hhcrm.services.records import assign, fetch
from hhcrm.services.values import text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork

LONGEST_NOTE = 200
LONGEST_TEXT = 1_500
"""So much of each line fits the page that is handed out."""

_FARTHEST = timedelta(days=730)
_YEAR = timedelta(days=366)


def set_capacity(work: UnitOfWork, command: SetCapacity, today: date) -> ChangeSet:
    """Say what a discipline can take from now on; what held stays in the past. Raises Conflict, RuleBroken."""
    note = _text(command.note, "note", LONGEST_NOTE)
    if command.until_on is not None and not today <= command.until_on <= today + _FARTHEST:
        raise RuleBroken(translate("take", "Give today or a day of the next two years."), "until_on")

    def say(tx: Transaction) -> int | None:
        fetch(tx.session, Discipline, command.discipline_id, "discipline")
        d = DisciplineCapacity
        newest = select(d).where(d.discipline_id == command.discipline_id).order_by(d.from_at.desc(), d.id.desc())
        held = tx.session.scalar(newest.limit(1))
        if (None if held is None else held.id) != command.seen:
            raise Conflict(translate("settings", "Somebody changed this meanwhile. Nothing was saved; look again."))
        said = (command.state, command.until_on, note)
        if held is not None and (held.state, held.until_on, held.note) == said:
            return None
        row = DisciplineCapacity(
            discipline_id=command.discipline_id,
            state=command.state,
            until_on=command.until_on,
            note=note,
            by_name=tx.actor.name,
            from_at=tx.now if held is None else max(tx.now, held.from_at),
        )
        tx.session.add(row)
        tx.session.flush()
        return row.id

    return work.run("Change what a discipline can take", say)


def describe_line(work: UnitOfWork, command: DescribeLine) -> ChangeSet:
    """Change what the public page says of a line. Raises Conflict, RuleBroken naming the field."""
    texts = {
        "offered": _text(command.offered, "offered", LONGEST_TEXT),
        "limits": _text(command.limits, "limits", LONGEST_TEXT),
    }

    def describe(tx: Transaction) -> int | None:
        row = fetch(tx.session, ServiceLine, command.service_line_id, "service line", command.version)
        assign(row, texts)
        return row.id

    return work.run("Change the public information", describe)


def review_policy(work: UnitOfWork, command: ReviewPolicy, today: date) -> ChangeSet:
    """Note a review; the next is due within a year (42 CFR 484.105(i)). Raises RuleBroken naming the field."""
    note = _text(command.note, "note", LONGEST_TEXT)
    if command.reviewed_on > today:
        raise RuleBroken(
            translate("take", "This is still to come. Give the day on which it was reviewed."), "reviewed_on"
        )
    if not command.reviewed_on < command.next_on <= command.reviewed_on + _YEAR:
        words = translate("take", "Give a day after this review, at most a year later.")
        raise RuleBroken(words, "next_on")

    def review(tx: Transaction) -> int | None:
        row = PolicyReview(
            kind=command.kind,
            reviewed_on=command.reviewed_on,
            next_on=command.next_on,
            by_name=tx.actor.name,
            note=note,
        )
        tx.session.add(row)
        tx.session.flush()
        return row.id

    return work.run("Note a yearly review", review)


def _text(typed: str, field: str, most: int) -> str | None:
    text = text_or_none(typed)
    if text is not None and len(text) > most:
        raise RuleBroken(translate("take", "Up to {most:,} characters fit here.").format(most=most), field)
    return text
