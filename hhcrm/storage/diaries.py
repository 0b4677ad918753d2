"""Reads the days ahead of a liaison, and what a source asks of a visit, as the rules want them.

It lies here because services and queries, which do not know each other, both need it: what was offered is looked at
again in the transaction that takes it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from hhcrm.domain.diary import DAYS_LOOKED_AT, Booking, Diary, Wish
from hhcrm.domain.settings import Rules
from hhcrm.domain.slots import visits_a_day
from hhcrm.domain.words import VisitStatus
from hhcrm.domain.working_week import Hours
from hhcrm.models.lookups import VisitKind
from hhcrm.models.settings import Holiday
from hhcrm.models.sources import ReferralSource, SourceHours
from hhcrm.models.users import TimeOff
from hhcrm.models.visits import Visit
from hhcrm.storage.settings import rules_on, working_week_on

USUAL_MINUTES = 20
"""What of the minutes of a visit with its drive is the visit itself (hhcrm.domain.settings)."""

_AT_A_TIME = 400

_visit, _kind = Visit.__table__.c, VisitKind.__table__.c
_source, _hours = ReferralSource.__table__.c, SourceHours.__table__.c
_off = TimeOff.__table__.c


def load_diary(connection: Connection, who: int | None, today: date, clock: time, until: date | None = None) -> Diary:
    """The days of a liaison from today to some months after `until`; of nobody in particular where `who` is None."""
    last = max(until or today, today) + timedelta(days=2 * DAYS_LOOKED_AT)
    rules = rules_on(connection, today)
    holidays = connection.execute(select(Holiday.__table__.c.day)).scalars()
    return Diary(
        today,
        clock,
        working_week_on(connection, date.max),
        frozenset(holidays),
        () if who is None else _away(connection, who, today, last),
        {} if who is None else _booked(connection, who, today, last),
        drive_between(rules),
        max(1, round(visits_a_day(rules))),
    )


def drive_between(rules: Rules) -> int:
    """Minutes kept free between two visits."""
    return max(0, rules.visit_with_drive_minutes - USUAL_MINUTES)


def load_wishes(connection: Connection, source_ids: Collection[int]) -> Mapping[int, Wish]:
    """What visits to these sources ask for, by source: weekdays and hours; length and first day are to be filled in."""
    found: dict[int, Wish] = {}
    ids = sorted(source_ids)
    for start in range(0, len(ids), _AT_A_TIME):
        part = ids[start : start + _AT_A_TIME]
        hours = _open_hours(connection, part)
        rows = connection.execute(select(_source.id, _source.preferred_weekdays).where(_source.id.in_(part)))
        for source_id, weekdays in rows:
            days = frozenset(int(day) for day in weekdays or "" if day.isdigit())
            found[source_id] = Wish(USUAL_MINUTES, date.min, days, hours.get(source_id, {}))
    return found


def _open_hours(connection: Connection, source_ids: Collection[int]) -> dict[int, dict[int, tuple[Hours, ...]]]:
    rows = connection.execute(
        select(_hours.source_id, _hours.weekday, _hours.opens, _hours.closes)
        .where(_hours.source_id.in_(source_ids))
        .order_by(_hours.source_id, _hours.weekday, _hours.opens)
    )
    found: dict[int, dict[int, tuple[Hours, ...]]] = {}
    for source_id, weekday, opens, closes in rows:
        week = found.setdefault(source_id, {})
        week[weekday] = (*week.get(weekday, ()), Hours(opens, closes))
    return found


def _away(connection: Connection, who: int, first: date, last: date) -> tuple[tuple[date, date], ...]:
    rows = connection.execute(
        select(_off.from_on, _off.until_on).where(_off.user_id == who, _off.from_on <= last, _off.until_on >= first)
    )
    return tuple((row.from_on, row.until_on) for row in rows)


def _booked(connection: Connection, who: int, first: date, last: date) -> dict[date, tuple[Booking, ...]]:
    """Theirs, and nobody's to a source of theirs; a planned one to a source that was put away takes no room."""
    taken = _visit.status.in_((VisitStatus.PLANNED, VisitStatus.COMPLETED))
    days = and_(_visit.visit_on >= first, _visit.visit_on <= last)
    columns: Any = (_visit.id, _visit.visit_on, _visit.start_time, func.coalesce(_visit.minutes, _kind.minutes))
    rows = connection.execute(
        select(*columns)
        .select_from(
            Visit.__table__.join(VisitKind.__table__, _visit.kind_id == _kind.id).join(
                ReferralSource.__table__, _visit.source_id == _source.id
            )
        )
        .where(
            or_(
                and_(_visit.liaison_id == who, taken, days),
                and_(_visit.liaison_id.is_(None), _source.owner_id == who, taken, days),
            ),
            _visit.archived_at.is_(None),
            or_(_source.archived_at.is_(None), _visit.status != VisitStatus.PLANNED),
        )
    )
    found: dict[date, list[Booking]] = {}
    for visit_id, day, at, minutes in rows:
        found.setdefault(day, []).append(Booking(at, minutes, visit_id))
    return {day: tuple(visits) for day, visits in found.items()}
