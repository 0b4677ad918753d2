"""Planned visits whose day has passed without an answer, those that days off would hit, and where each goes next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, true

from hhcrm.domain.days import say_day, say_time
from hhcrm.domain.diary import Booking, Diary, Wish
from hhcrm.domain.errors import NotFound
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage, VisitStatus
from hhcrm.models.settings import Holiday
from hhcrm.models.users import TimeOff
from hhcrm.queries.ground import KIND, SOURCE, USER, VISIT, k, not_archived, s, table, u, v
from hhcrm.queries.missed_models import AwayDays, ClosedDays, DaysChange, MoveLine, OtherWeek
from hhcrm.queries.today_models import TodayNeed
from hhcrm.storage.diaries import load_diary, load_wishes

_off, _holiday = table(TimeOff).c, table(Holiday).c
_ahead = VISIT.alias("ahead")
_AT_ONCE = 400


# --- visits whose day has passed -----------------------------------------------------------------------------------


def passed_count(connection: Connection, owner_id: int | None, today: date) -> int:
    """How many planned visits of one liaison, or of all (None), wait for an answer since their day has passed."""
    return connection.execute(
        select(func.count()).select_from(_JOINED).where(_planned(owner_id, v.visit_on < today))
    ).scalar_one()


def passed_needs(connection: Connection, owner_id: int | None, limit: int, today: date) -> Iterable[TodayNeed]:
    """A row of Today for each of them, the newest first: what is fresh in mind is answered soonest."""
    newest_first = (v.visit_on.desc(), v.start_time.asc().nulls_last(), s.name_key, v.id)
    rows = connection.execute(
        _shown().where(_planned(owner_id, v.visit_on < today)).order_by(*newest_first).limit(limit)
    )
    for row in rows:
        hint = (
            translate("today", "Planned at {time}: what became of it?").format(time=say_time(row.start_time))
            if row.start_time is not None
            else translate("today", "Planned: what became of it?")
        )
        tag = say_day(row.visit_on, today)
        yield TodayNeed("passed", row.source_id, row.name, tag, hint, row.id, row.visit_on, None, row.version)


def passed_visits(
    connection: Connection, owner_id: int | None, today: date, clock: time, limit: int
) -> tuple[MoveLine, ...]:
    """The planned visits whose day has passed, oldest first, each with its next free place."""
    order = (v.visit_on, v.start_time.asc().nulls_last(), v.id)
    rows = connection.execute(
        _shown().where(_planned(owner_id, v.visit_on < today)).order_by(*order).limit(limit)
    ).all()
    return _with_places(connection, rows, today, clock, lambda row: _since_passed(row, today))


def move_line(connection: Connection, visit_id: int, today: date, clock: time) -> MoveLine:
    """One planned visit with its next free place. Raises NotFound where it is not planned any more."""
    rows = connection.execute(_shown().where(_planned(None, v.id == visit_id))).all()
    if not rows:
        raise NotFound(translate("calendar", "This visit is not planned any more: somebody has answered meanwhile."))
    return _with_places(connection, rows, today, clock, lambda row: _since_passed(row, today))[0]


def _since_passed(row: Any, today: date) -> date:
    """From now on; where the source was seen on that day or later, not before it is due again."""
    seen = row.last_visit_on is not None and row.last_visit_on >= row.visit_on
    return max(today, row.due_on) if seen and row.due_on is not None else today


def planned_visits_of(connection: Connection, source_ids: Sequence[int], today: date) -> int:
    """How many visits to these sources are planned from today on."""
    found = 0
    for start in range(0, len(source_ids), _AT_ONCE):
        some = v.source_id.in_(source_ids[start : start + _AT_ONCE])
        ahead = and_(some, v.status == VisitStatus.PLANNED, v.visit_on >= today, not_archived(VISIT))
        found += int(connection.execute(select(func.count()).select_from(VISIT).where(ahead)).scalar_one())
    return found


# --- visits that days off would hit --------------------------------------------------------------------------------


def visits_hit(connection: Connection, change: DaysChange, today: date, clock: time) -> tuple[MoveLine, ...]:
    """The planned visits from today on whose days the change would take, each with where it would go then."""
    who = change.user_id if isinstance(change, AwayDays) else None
    first, last = _days_of(change)
    days = and_(v.visit_on >= max(first, today), v.visit_on <= last)
    order = (v.visit_on, v.start_time.asc().nulls_last(), v.id)
    rows = connection.execute(_shown().where(_planned(who, days)).order_by(*order)).all()
    then = _changed(connection, change)
    diaries = _Diaries(connection, today, clock, max((row.visit_on for row in rows), default=today))
    hit = []
    for row in rows:
        now = diaries.of(_whose(row))
        where = (row.visit_on, row.start_time, row.length)
        if (isinstance(change, AwayDays) and change.whole) or then(now).off(*where) - now.off(*where):
            hit.append(row)
    return _with_places(connection, hit, today, clock, lambda row: max(today, row.visit_on), then)


def _days_of(change: DaysChange) -> tuple[date, date]:
    if isinstance(change, AwayDays):
        return change.from_on, change.until_on
    if isinstance(change, ClosedDays):
        return min(change.days, default=date.max), max(change.days, default=date.min)
    return change.from_on, date.max


def _changed(connection: Connection, change: DaysChange) -> Callable[[Diary], Diary]:
    """A diary as it would be."""
    if isinstance(change, OtherWeek):
        return lambda diary: replace(diary, week=change.week)
    if isinstance(change, ClosedDays):
        old = connection.execute(select(_holiday.day).where(_holiday.id == change.holiday_id)).scalar_one_or_none()
        return lambda diary: replace(diary, holidays=(diary.holidays - {old}) | frozenset(change.days))
    row = connection.execute(
        select(_off.from_on, _off.until_on).where(_off.id == change.time_off_id)
    ).one_or_none()  # fmt: skip
    before = None if row is None else (row.from_on, row.until_on)

    def then(diary: Diary) -> Diary:
        spans = list(diary.away)
        if before in spans:
            spans.remove(before)
        return replace(diary, away=(*spans, (change.from_on, change.until_on)))

    return then


# --- where each goes -----------------------------------------------------------------------------------------------


class _Diaries:
    """The diary of each liaison, read once; visits that find a place are written into it."""

    def __init__(self, connection: Connection, today: date, clock: time, until: date) -> None:
        self._connection, self._today, self._clock, self._until = connection, today, clock, until
        self._found: dict[int | None, Diary] = {}

    def of(self, who: int | None) -> Diary:
        """One liaison's."""
        if who not in self._found:
            self._found[who] = load_diary(self._connection, who, self._today, self._clock, self._until)
        return self._found[who]

    def put(self, who: int | None, diary: Diary) -> None:
        """It is this one from now on."""
        self._found[who] = diary


def _with_places(
    connection: Connection,
    rows: Sequence[Any],
    today: date,
    clock: time,
    since: Callable[[Any], date],
    then: Callable[[Diary], Diary] = lambda diary: diary,
) -> tuple[MoveLine, ...]:
    """Each visit with the first place that is free once those before it have theirs."""
    wishes = load_wishes(connection, {row.source_id for row in rows})
    others = _planned_ahead(connection, rows, today)
    diaries = _Diaries(connection, today, clock, max((since(row) for row in rows), default=today))
    leaving = {row.id for row in rows}
    prepared: set[int | None] = set()
    found = []
    for row in rows:
        who = _whose(row)
        if who not in prepared:
            prepared.add(who)
            diaries.put(who, then(diaries.of(who)).without(leaving))
        note = _why_no_place(row, others, today)
        place = None
        if not note:
            wish = replace(wishes[row.source_id], minutes=row.length, since=since(row))
            place = _place(diaries, who, wish, row)
            note = "" if place else _given_up(wish)
        on, at = place or (None, None)
        found.append(
            MoveLine(
                row.id, row.version, row.source_id, row.name, row.liaison or "", row.visit_on, row.start_time,
                row.length, on, at, note,
            )
        )  # fmt: skip
    return tuple(found)


def _place(diaries: _Diaries, who: int | None, wish: Wish, row: Any) -> tuple[date, time | None] | None:
    diary = diaries.of(who)
    found = diary.first_free(wish)
    if found is None:
        return None
    at = found[1] if row.start_time is not None else None  # at any time of its day before, at any time after
    diaries.put(who, diary.with_visit(found[0], Booking(at, row.length, row.id)))
    return found[0], at


def _why_no_place(row: Any, others: dict[int, date], today: date) -> str:
    """Why the source needs no other place; "" where it does."""
    if row.stage == SourceStage.INACTIVE:
        return translate("calendar", "The source is inactive")
    if row.visit_on < today and row.source_id in others:
        words = translate("calendar", "Another visit is planned for {day}")
        return words.format(day=say_day(others[row.source_id], today))
    return ""


def _given_up(wish: Wish) -> str:
    if wish.hours and not any(wish.hours.values()):
        return translate("calendar", "The source is never open")
    return translate("calendar", "No free place in the next months: choose a day by hand")


def _planned_ahead(connection: Connection, rows: Sequence[Any], today: date) -> dict[int, date]:
    """The next visit that is planned for each source from today on."""
    found: dict[int, date] = {}
    ids = sorted({row.source_id for row in rows})
    for start in range(0, len(ids), _AT_ONCE):
        ahead = (
            select(_ahead.c.source_id, func.min(_ahead.c.visit_on))
            .where(
                _ahead.c.source_id.in_(ids[start : start + _AT_ONCE]), _ahead.c.status == VisitStatus.PLANNED,
                _ahead.c.visit_on >= today, _ahead.c.archived_at.is_(None),
            )
            .group_by(_ahead.c.source_id)
        )  # fmt: skip
        found |= dict(connection.execute(ahead).all())
    return found


# --- which visits --------------------------------------------------------------------------------------------------

_JOINED = VISIT.join(SOURCE, v.source_id == s.id)
_WITH_ALL = _JOINED.join(KIND, v.kind_id == k.id).outerjoin(USER, func.coalesce(v.liaison_id, s.owner_id) == u.id)


def _shown() -> Select[Any]:
    return select(
        v.id, v.version, v.source_id, s.name, s.stage, s.last_visit_on, s.due_on, v.liaison_id, s.owner_id,
        u.name.label("liaison"), v.visit_on, v.start_time, func.coalesce(v.minutes, k.minutes).label("length"),
    ).select_from(_WITH_ALL)  # fmt: skip


def _planned(who: int | None, which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Planned visits of a person, theirs and nobody's to a source of theirs, or of all; none to what was put away.

    Each half of the "or" names all three columns of the index of liaison, status and day: else all visits are read.
    """
    then = and_(v.status == VisitStatus.PLANNED, which)
    theirs = v.liaison_id.in_(select(u.id)) if who is None else v.liaison_id == who
    nobodys = v.liaison_id.is_(None) & (true() if who is None else s.owner_id == who)
    return and_(or_(and_(theirs, then), and_(nobodys, then)), not_archived(VISIT), not_archived(SOURCE))


def _whose(row: Any) -> int | None:
    return row.liaison_id if row.liaison_id is not None else row.owner_id  # type: ignore[no-any-return]  # a row's value
