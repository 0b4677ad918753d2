"""The calendar: the visits of a span of days, who is due and not planned, how full a week is, where a visit fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.types import Integer, NullType

from hhcrm.domain.errors import NotFound
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage, VisitStatus
from hhcrm.queries.calendar_models import (
    CalendarFilter,
    CalendarSpan,
    DayPage,
    Slot,
    VisitGuess,
    VisitListPage,
    VisitMark,
    WeekLoad,
)
from hhcrm.queries.capacity import capacity
from hhcrm.queries.capacity_models import together
from hhcrm.queries.ground import (
    KIND,
    SOURCE,
    TYPE,
    USER,
    VISIT,
    k,
    not_archived,
    s,
    t,
    u,
    v,
    visits_wanted,
)
from hhcrm.queries.holidays import holidays, time_off
from hhcrm.queries.visits import people_met
from hhcrm.storage.derived import load_calendar
from hhcrm.storage.diaries import load_diary, load_wishes

WEEK = timedelta(days=7)
_JOINED = (
    VISIT.join(SOURCE, v.source_id == s.id)
    .join(KIND, v.kind_id == k.id)
    .join(TYPE, s.type_id == t.id)
    .outerjoin(USER, v.liaison_id == u.id)
)
_STATUSES: list[ColumnElement[str]] = [literal_column(f"'{status.value}'") for status in VisitStatus]
"""Written into the statement: a list of bound values is put together anew each time it is asked."""

_RAW = NullType()
"""Of a very full month only the marks that are shown are worth decoding: days and words come as the driver has them."""

_SHOWN = (
    v.id, v.source_id, s.name, type_coerce(v.visit_on, _RAW).label("day"), type_coerce(v.start_time, _RAW).label("at"),
    v.minutes, k.minutes.label("usual"), type_coerce(v.status, _RAW).label("status"), k.name.label("kind"),
    v.liaison_id, func.coalesce(u.name, "").label("liaison"), v.purpose, v.version, k.counts,
    type_coerce(s.stage, _RAW).label("stage"), s.stage_visits,
    visits_wanted().label("visits_to_active"),
)  # fmt: skip


def calendar_span(
    connection: Connection, asked: CalendarFilter, first: date, last: date, most_a_day: int
) -> CalendarSpan:
    """The visits, holidays and time off of these days; of each day at most so many visits, all of them counted."""
    rows = connection.execute(_visits(*_shape(asked)), _bound(asked, first, last)).all()
    counts: Counter[Any] = Counter()
    marks = []
    for row in rows:
        day = row[3]
        counts[day] += 1
        if counts[day] <= most_a_day:
            marks.append(_mark(row))
    days_off = holidays(connection, date(first.year, 1, 1), date(last.year, 12, 31))
    filled = {line.day.year for line in days_off}
    return CalendarSpan(
        first,
        last,
        tuple(marks),
        {_day(day): count for day, count in counts.items()},
        tuple(line for line in days_off if first <= line.day <= last),
        time_off(connection, first, last, asked.liaison_id),
        tuple(year for year in range(first.year, last.year + 1) if year not in filled),
    )


def visit_list(
    connection: Connection, asked: CalendarFilter, first: date, last: date, offset: int, limit: int
) -> VisitListPage:
    """A page of the visits of these days, and how many there are in all."""
    bound = _bound(asked, first, last)
    rows = connection.execute(_visits(*_shape(asked)).offset(offset).limit(limit), bound)
    lines = tuple(_mark(row) for row in rows)
    total = select(func.count()).select_from(VISIT.join(SOURCE, v.source_id == s.id)).where(*_of(*_shape(asked)))
    return VisitListPage(offset, connection.execute(total, bound).scalar_one(), lines)


def day_page(connection: Connection, asked: CalendarFilter, first: date, last: date, agency: str) -> DayPage:
    """What a printed page of these days needs. Nothing in it is about a patient."""
    span = calendar_span(connection, asked, first, last, most_a_day=500)
    whose = _name(connection, asked.liaison_id) or translate("calendar", "Everybody")
    ids = [mark.visit_id for mark in span.visits]
    return DayPage(agency, whose, span, asked.liaison_id is None, _places(connection, ids))


def _shape(asked: CalendarFilter) -> tuple[bool, bool, bool]:
    """Which filters are set."""
    return asked.liaison_id is not None, asked.type_id is not None, asked.territory_id is not None


def _bound(asked: CalendarFilter, first: date, last: date) -> dict[str, Any]:
    return {
        "first": first,
        "last": last,
        "liaison": asked.liaison_id,
        "type": asked.type_id,
        "territory": asked.territory_id,
    }


@cache
def _visits(by_liaison: bool, by_type: bool, by_territory: bool) -> Select[Any]:
    """Built once for each shape of filter: putting a statement together costs more than a liaison's month."""
    return (
        select(*_SHOWN)
        .select_from(_JOINED)
        .where(*_of(by_liaison, by_type, by_territory))
        .order_by(v.visit_on, v.start_time.asc().nulls_first(), s.name_key, v.id)
    )


@cache
def _of(by_liaison: bool, by_type: bool, by_territory: bool) -> Sequence[ColumnElement[bool]]:
    """The visits of these days; nobody goes to a source that was put away, but what took place there stays.

    A person's are theirs and nobody's to a source of theirs. Each half of that "or" names the days and all statuses,
    so that it is a range of the index of liaison, status and day; with the days outside, five years would be read.
    """
    days = and_(
        v.visit_on >= bindparam("first", type_=v.visit_on.type), v.visit_on <= bindparam("last", type_=v.visit_on.type)
    )
    wanted = [days, not_archived(VISIT), or_(not_archived(SOURCE), v.status != VisitStatus.PLANNED)]
    if by_liaison:
        who = bindparam("liaison", type_=Integer())
        then = and_(v.status.in_(_STATUSES), days)
        wanted.append(or_(and_(v.liaison_id == who, then), and_(v.liaison_id.is_(None), s.owner_id == who, then)))
    if by_type:
        wanted.append(s.type_id == bindparam("type", type_=Integer()))
    if by_territory:
        wanted.append(s.territory_id == bindparam("territory", type_=Integer()))
    return tuple(wanted)


def _name(connection: Connection, user_id: int | None) -> str | None:
    return connection.execute(select(u.name).where(u.id == user_id)).scalar_one_or_none()


def _mark(row: Any) -> VisitMark:
    (
        visit_id, source_id, source, visit_on, start_time, minutes, usual, status, kind, liaison_id, liaison,
        purpose, version, counts, stage, visits, needed,
    ) = row  # fmt: skip
    ahead = status == VisitStatus.PLANNED and counts and stage == SourceStage.PROSPECTIVE
    return VisitMark(
        visit_id, source_id, source, _day(visit_on), _clock(start_time), minutes, usual, VisitStatus(status), kind,
        liaison_id, liaison, purpose or "",
        f"{visits + 1}/{needed}" if ahead and visits < needed else "", version,
    )  # fmt: skip


def _day(raw: date | str) -> date:
    """A day as the driver gives it: text on SQLite."""
    return date.fromisoformat(raw) if isinstance(raw, str) else raw


def _clock(raw: time | str | None) -> time | None:
    return time.fromisoformat(raw) if isinstance(raw, str) else raw


def _places(connection: Connection, visit_ids: Sequence[int]) -> dict[int, str]:
    """Where each visit is, and whom to ask for."""
    places: dict[int, str] = {}
    for start in range(0, len(visit_ids), 400):
        rows = connection.execute(
            select(v.id, s.address, s.city, s.zip, s.phone, people_met().label("people"))
            .join_from(VISIT, SOURCE, v.source_id == s.id)
            .where(v.id.in_(visit_ids[start : start + 400]))
        )
        for row in rows:
            town = " ".join(part for part in (row.city, row.zip) if part)
            parts = [", ".join(part for part in (row.address, town) if part), row.phone or ""]
            if row.people:
                parts.append(translate("calendar", "See {people}").format(people=row.people))
            places[row.id] = "  ·  ".join(part for part in parts if part)
    return places


# --- how full a week is ---------------------------------------------------------------------------------------------


def week_load(connection: Connection, asked: CalendarFilter, monday: date, today: date) -> WeekLoad:
    """The week from this Monday: visits done and planned, how many fit, how many the cadences ask for."""
    rooms = capacity(connection, asked.liaison_id, monday, 1, today)
    load = together(rooms)
    calendar, sunday = load_calendar(connection), monday + WEEK - timedelta(days=1)
    rows = connection.execute(
        select(v.status, func.count())
        .select_from(VISIT.join(SOURCE, v.source_id == s.id).join(KIND, v.kind_id == k.id))
        .where(*_of(*_shape(CalendarFilter(asked.liaison_id))), k.counts)
        .group_by(v.status),
        _bound(asked, monday, sunday),
    )
    counts: dict[VisitStatus, int] = dict(rows.all())
    return WeekLoad(
        monday,
        counts.get(VisitStatus.COMPLETED, 0),
        counts.get(VisitStatus.PLANNED, 0),
        load.fits,
        rooms[0].weeks[0].working_days if len(rooms) == 1 else calendar.working_days_between(monday, sunday),
        load.asks,
    )


# --- where a visit fits ---------------------------------------------------------------------------------------------


def usual_visit(connection: Connection, source_id: int, liaison_id: int | None) -> VisitGuess:
    """What a visit to a source usually is. Without a liaison it is its owner's. Raises NotFound."""
    source = connection.execute(select(s.name, s.owner_id, s.visit_minutes).where(s.id == source_id)).one_or_none()
    if source is None:
        raise NotFound(translate("calendar", "There is no such source any more."))
    kind_id, minutes = usual_kind(connection)
    who = liaison_id or source.owner_id
    return VisitGuess(source_id, source.name, kind_id, source.visit_minutes or minutes, who)


def usual_kind(connection: Connection) -> tuple[int, int]:
    """The kind of visit that is usual, and its minutes: the first that counts. Raises NotFound."""
    kind = connection.execute(
        select(k.id, k.minutes).where(k.counts, not_archived(KIND)).order_by(k.position, k.id).limit(1)
    ).first()
    if kind is None:
        raise NotFound(translate("calendar", "There is no kind of visit that counts any more."))
    return kind.id, kind.minutes


def next_free_slot(connection: Connection, source_id: int, liaison_id: int | None, today: date, clock: time) -> Slot:
    """The first free place for a visit to a source, from its due day on or, where that is over, from now on.

    Held to working days on which the liaison is there and has room, and to the hours of the source; its preferred
    weekdays come first. Raises NotFound.
    """
    guess = usual_visit(connection, source_id, liaison_id)
    due = connection.execute(select(s.due_on).where(s.id == source_id)).scalar_one()
    wish = replace(load_wishes(connection, (source_id,))[source_id], minutes=guess.minutes, since=due or today)
    diary = load_diary(connection, guess.liaison_id, today, clock, wish.since)
    found = diary.first_free(wish)
    if found is None:
        raise NotFound(translate("calendar", "There is no free place in the next months. Choose a day by hand."))
    return Slot(guess, *found)
