"""Puts the proposal for a week into the calendar in one step, or not at all where something changed meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import say_day
from hhcrm.domain.errors import Conflict, RuleBroken
from hhcrm.domain.slots import minute_of
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage, VisitStatus
from hhcrm.models.lookups import VisitKind
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import TimeOff, User
from hhcrm.models.visits import Visit
from hhcrm.services.records import assign, hold_people
from hhcrm.services.week_plan_commands import AcceptWeek, WeekVisit
from hhcrm.storage.derived import load_calendar
from hhcrm.storage.work import Transaction, UnitOfWork

_AT_A_TIME = 400
_NAMED = 3
"""So many changes are named, the others counted."""


@dataclass(frozen=True, slots=True)
class _Span:
    """When somebody is where, in minutes of a day; `ours` is a visit of the proposal."""

    day: date
    begins: int
    ends: int
    name: str
    ours: bool


def accept_week(work: UnitOfWork, command: AcceptWeek, today: date) -> ChangeSet:
    """Plan every visit of the proposal, as one step.

    Raises Conflict naming what changed since it was made, RuleBroken where visits are planned twice or overlap; the
    calendar then is as it was.
    """
    _check_itself(command, today)

    def accept(tx: Transaction) -> int | None:
        hold_people(tx.session, [command.liaison_id])
        sources = _sources(tx.session, [visit.source_id for visit in command.visits])
        changed = list(_changed(tx.session, command, sources, today))
        if changed:
            raise Conflict(_say(changed))
        mine = _planned_of_week(tx.session, command, today)
        _check_overlaps(command, mine, sources)
        for visit in command.visits:
            _plan(tx.session, visit, command.liaison_id, mine)
        return None

    count = len(command.visits)
    month_day = f"{command.monday:%b} {command.monday.day}"  # the journal is kept in English
    return work.run(f"Plan week of {month_day}: {count} {'visit' if count == 1 else 'visits'}", accept)


def _check_itself(command: AcceptWeek, today: date) -> None:
    """What can be told without asking: there is something to plan, nobody twice, nothing in the past."""
    if not command.visits:
        raise RuleBroken(translate("calendar", "There is nothing to accept: the proposal has no visits."))
    ids = [visit.source_id for visit in command.visits]
    if len(set(ids)) < len(ids):
        raise RuleBroken(translate("calendar", "A source stands in the proposal twice. Drop one of the two visits."))
    past = [visit for visit in command.visits if visit.visit_on < today]
    if past:
        words = translate("calendar", "{day} is over meanwhile.").format(day=say_day(past[0].visit_on, today))
        raise Conflict(_say([words]))


def _sources(session: Session, ids: Sequence[int]) -> dict[int, ReferralSource]:
    """The sources, held until this is done: on a server two people may accept at once, and the second waits here."""
    found: dict[int, ReferralSource] = {}
    ordered = sorted(ids)
    for start in range(0, len(ordered), _AT_A_TIME):
        query = (
            select(ReferralSource)
            .where(ReferralSource.id.in_(ordered[start : start + _AT_A_TIME]))
            .order_by(ReferralSource.id)
            .with_for_update()
        )
        found |= {source.id: source for source in session.scalars(query)}
    return found


# --- what changed meanwhile


def _changed(session: Session, command: AcceptWeek, sources: dict[int, ReferralSource], today: date) -> Iterator[str]:
    """A sentence on everything that is no longer as it was when the proposal was made."""
    visited = []
    for visit in command.visits:
        source = sources.get(visit.source_id)
        if source is None or source.archived_at is not None or source.stage is SourceStage.INACTIVE:
            name = "" if source is None else source.name
            yield translate("calendar", "{source} is no longer among the sources to visit.").format(source=name)
        elif source.owner_id != command.liaison_id and visit.visit_id is None:
            yield translate("calendar", "{source} is somebody else's meanwhile.").format(source=source.name)
        elif source.last_visit_on != visit.last_visit_on:
            visited.append((source, visit))
        elif source.due_on != visit.due_on:
            yield translate("calendar", "{source} is due on another day meanwhile.").format(source=source.name)
    for source, visit in visited:
        yield _visited(session, source, visit)
    yield from _planned_meanwhile(session, command, sources, today)
    yield from _days_off(session, command, today)


def _visited(session: Session, source: ReferralSource, seen: WeekVisit) -> str:
    """Who was there since."""
    query = (
        select(User.name)
        .join(Visit, Visit.liaison_id == User.id)
        .where(Visit.source_id == source.id, Visit.status == VisitStatus.COMPLETED, Visit.archived_at.is_(None))
        .order_by(Visit.visit_on.desc(), Visit.id.desc())
        .limit(1)
    )
    who = session.scalar(query) if source.last_visit_on is not None else None
    later = seen.last_visit_on is None or (source.last_visit_on or date.min) > seen.last_visit_on
    if not later:
        return translate("calendar", "The last visit to {source} was changed meanwhile.").format(source=source.name)
    if who is None:
        return translate("calendar", "{source} was visited meanwhile.").format(source=source.name)
    return translate("calendar", "{source} was visited meanwhile by {name}.").format(source=source.name, name=who)


def _planned_meanwhile(
    session: Session, command: AcceptWeek, sources: dict[int, ReferralSource], today: date
) -> Iterator[str]:
    """Visits that came, moved or went since: to these sources on any day ahead, and of the liaison in this week."""
    seen = dict(command.planned)
    now = {visit.id: visit for visit in _planned_of_week(session, command, today).values()}
    for visit in _planned_to(session, sources, today):
        if visit.id not in seen:
            now[visit.id] = visit
    came = [visit for key, visit in now.items() if key not in seen]
    changed = [key for key, visit in now.items() if key in seen and visit.version != seen[key]]
    gone = [key for key in seen if key not in now and not _is_past(session, key, today)]
    if len(came) == 1:
        name = session.get_one(ReferralSource, came[0].source_id).name
        words = translate("calendar", "A visit to {source} was planned meanwhile for {day}.")
        yield words.format(source=name, day=say_day(came[0].visit_on, today))
    elif came:
        yield translate("calendar", "{count} visits were planned meanwhile.").format(count=len(came))
    if len(changed) + len(gone) == 1:
        yield translate("calendar", "A visit of this week was changed or taken off meanwhile.")
    elif changed or gone:
        words = translate("calendar", "{count} visits of this week were changed or taken off meanwhile.")
        yield words.format(count=len(changed) + len(gone))


def _planned_of_week(session: Session, command: AcceptWeek, today: date) -> dict[int, Visit]:
    """The liaison's planned visits of the week, those to sources of theirs that are nobody's included."""
    query = (
        select(Visit)
        .join(ReferralSource, Visit.source_id == ReferralSource.id)
        .where(
            Visit.status == VisitStatus.PLANNED,
            Visit.visit_on >= max(command.monday, today),
            Visit.visit_on <= command.monday + timedelta(days=6),
            Visit.archived_at.is_(None),
            ReferralSource.archived_at.is_(None),
            or_(
                Visit.liaison_id == command.liaison_id,
                Visit.liaison_id.is_(None) & (ReferralSource.owner_id == command.liaison_id),
            ),
        )
    )
    return {visit.id: visit for visit in session.scalars(query)}


def _planned_to(session: Session, ids: Collection[int], today: date) -> Iterator[Visit]:
    """Planned visits to these sources from today on, whoever's they are."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), _AT_A_TIME):
        query = select(Visit).where(
            Visit.source_id.in_(ordered[start : start + _AT_A_TIME]),
            Visit.status == VisitStatus.PLANNED,
            Visit.visit_on >= today,
            Visit.archived_at.is_(None),
        )
        yield from session.scalars(query)


def _is_past(session: Session, visit_id: int, today: date) -> bool:
    """Whether a visit is missing only because its day is over, or because it took place today."""
    visit = session.get(Visit, visit_id)
    if visit is None or visit.archived_at is not None:
        return False
    if visit.status is VisitStatus.COMPLETED:
        return visit.visit_on <= today
    return visit.status is VisitStatus.PLANNED and visit.visit_on < today


def _days_off(session: Session, command: AcceptWeek, today: date) -> Iterator[str]:
    calendar = load_calendar(session.connection())
    days = sorted({visit.visit_on for visit in command.visits})
    off = session.execute(
        select(TimeOff.from_on, TimeOff.until_on).where(
            TimeOff.user_id == command.liaison_id, TimeOff.from_on <= days[-1], TimeOff.until_on >= days[0]
        )
    ).all()
    for day in days:
        if not calendar.is_working(day) or any(first <= day <= last for first, last in off):
            yield translate("calendar", "{day} is a day off meanwhile.").format(day=say_day(day, today))


def _say(changed: Sequence[str]) -> str:
    sentences = list(changed[:_NAMED])
    more = len(changed) - len(sentences)
    if more:
        sentences.append(translate("calendar", "And {count} more changes.").format(count=more))
    sentences.append(translate("calendar", "The calendar is as it was. Solve again to plan with what is there now."))
    return " ".join(sentences)


# --- planning


def _check_overlaps(command: AcceptWeek, mine: dict[int, Visit], sources: dict[int, ReferralSource]) -> None:
    """No visit of the proposal at the time of another, or of one that had its time before. Raises RuleBroken."""
    moved = {visit.visit_id for visit in command.visits}
    spans = [
        _Span(visit.visit_on, minute_of(visit.start_time), visit.ends, sources[visit.source_id].name, ours=True)
        for visit in command.visits
    ]
    spans += _fixed(visit for key, visit in mine.items() if key not in moved)
    before: _Span | None = None
    for span in sorted(spans, key=lambda one: (one.day, one.begins)):
        if before is None or before.day != span.day:
            before = span
            continue
        if span.begins < before.ends and (span.ours or before.ours):
            words = translate("calendar", "{one} and {other} overlap on {day}. Solve again, or move one of them.")
            raise RuleBroken(words.format(one=before.name, other=span.name, day=say_day(span.day, span.day)))
        before = max(before, span, key=lambda one: one.ends)


def _fixed(visits: Iterable[Visit]) -> Iterator[_Span]:
    for visit in visits:
        session = Session.object_session(visit)
        if visit.start_time is not None and session is not None:
            begin = minute_of(visit.start_time)
            name = session.get_one(ReferralSource, visit.source_id).name
            yield _Span(visit.visit_on, begin, begin + (visit.minutes or visit.kind.minutes), name, ours=False)


def _plan(session: Session, visit: WeekVisit, liaison_id: int, mine: dict[int, Visit]) -> None:
    values: dict[str, Any] = {"visit_on": visit.visit_on, "start_time": visit.start_time}
    if visit.visit_id is not None:
        assign(mine[visit.visit_id], values)
        return
    session.add(
        Visit(
            **values,
            source_id=visit.source_id,
            liaison_id=liaison_id,
            kind_id=session.get_one(VisitKind, visit.kind_id).id,
            status=VisitStatus.PLANNED,
            minutes=visit.minutes,
        )
    )
