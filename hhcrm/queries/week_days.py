"""The days of a liaison's week: when they begin and end and where, and what is planned in them already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from hhcrm.domain.days import say_day, say_time
from hhcrm.domain.errors import NotFound
from hhcrm.domain.setting_keys import OFFICE, DayEnd, SettingKey, day_end_key
from hhcrm.domain.settings import Rules
from hhcrm.domain.slots import minute_of
from hhcrm.domain.week_plan import (
    Appointment,
    Lunch,
    Place,
    Travel,
    WorkDay,
)
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.ground import (
    KIND,
    SOURCE,
    USER,
    VISIT,
    k,
    not_archived,
    s,
    u,
    v,
)
from hhcrm.queries.holidays import holidays, time_off
from hhcrm.queries.zip_places import zip_point
from hhcrm.storage.derived import load_calendar
from hhcrm.storage.settings import rules_on, settings_on, working_week_on

_DAY = timedelta(days=1)
_DAYS_OF_A_WEEK = 7
_QUARTER = 15
_MINUTES_BETWEEN = 10
"""The least drive between two visits of a full day: visits without a time for which there is no room stay so."""


@dataclass(frozen=True, slots=True)
class WeekFrame:
    """Whose week it is and what holds in it."""

    liaison_id: int
    liaison: str
    home_zip: str
    monday: date
    today: date
    clock: time
    rules: Rules
    settings: Mapping[str, Any]

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + 6 * _DAY

    @property
    def now(self) -> int:
        """The next quarter of an hour, in minutes after midnight."""
        return -(-minute_of(self.clock) // _QUARTER) * _QUARTER


# --- the days


def week_frame(connection: Connection, liaison_id: int, day: date, today: date, clock: time) -> WeekFrame:
    """The week of a day, and what holds in it. Raises NotFound."""
    who = connection.execute(select(u.name, u.home_zip).where(u.id == liaison_id, not_archived(USER))).one_or_none()
    if who is None:
        raise NotFound(translate("calendar", "There is no such person any more."))
    monday = day - day.weekday() * _DAY
    settings = settings_on(connection, today)
    return WeekFrame(
        liaison_id, who.name, who.home_zip or "", monday, today, clock, rules_on(connection, today), settings
    )


def work_days(connection: Connection, frame: WeekFrame) -> tuple[list[WorkDay], list[str]]:
    """The working days that are left, and what is to be said about the others."""
    calendar, week = load_calendar(connection), working_week_on(connection, frame.today)
    named = {line.day: line.name for line in holidays(connection, frame.monday, frame.sunday)}
    away = time_off(connection, frame.monday, frame.sunday, frame.liaison_id)
    begin, end, said = day_ends(frame)
    days, notes = [], []
    for day in (frame.monday + n * _DAY for n in range(_DAYS_OF_A_WEEK)):
        hours = week.days[day.weekday()]
        if day < frame.today or hours is None:
            continue
        if day in named:
            words = translate("calendar", "{day} is a day off: {name}.")
            notes.append(words.format(day=say_day(day, frame.today), name=named[day]))
        elif any(line.covers(day) for line in away):
            words = translate("calendar", "{name} is off on {day}.")
            notes.append(words.format(name=frame.liaison, day=say_day(day, frame.today)))
        elif calendar.is_working(day):
            starts, ends = minute_of(hours.starts), minute_of(hours.ends)
            starts = max(starts, frame.now) if day == frame.today else starts
            if starts < ends:
                days.append(WorkDay(day, starts, ends, begin, end, _lunch(frame.rules)))
    return days, [*notes, *said] if days else notes


def day_ends(frame: WeekFrame) -> tuple[Place | None, Place | None, list[str]]:
    """Where each day starts and ends: at home where the liaison's ZIP is known, unless the office was chosen."""
    office = _zip_place(str(frame.settings.get(SettingKey.AGENCY_ZIP, "")))
    home = _zip_place(frame.home_zip)
    places = []
    for end in DayEnd:
        chosen = frame.settings.get(day_end_key(frame.liaison_id, end))
        places.append(office if chosen == OFFICE or home is None else home)
    notes = []
    if home is None and office is None:
        words = translate(
            "calendar", "Neither {name}'s home ZIP nor that of the office is known: {minutes} minutes each."
        )
        notes.append(words.format(name=frame.liaison, minutes=frame.rules.unknown_drive_minutes))
    elif home is None and not all(frame.settings.get(day_end_key(frame.liaison_id, end)) == OFFICE for end in DayEnd):
        words = translate("calendar", "{name}'s home ZIP is not known: the days start and end at the office.")
        notes.append(words.format(name=frame.liaison))
    return places[0], places[1], notes


def _lunch(rules: Rules) -> Lunch | None:
    if not rules.lunch_minutes:
        return None
    return Lunch(round(rules.lunch_earliest * 60), round(rules.lunch_latest * 60), rules.lunch_minutes)


def travel_of(rules: Rules) -> Travel:
    """How drives are guessed by the rules."""
    return Travel(rules.road_factor, rules.miles_per_hour, rules.unknown_drive_minutes, rules.park_minutes)


def _zip_place(code: str | None) -> Place | None:
    point = zip_point(code) if code else None
    return None if point is None else Place(*point)


# --- what is planned already


def planned_visits(connection: Connection, frame: WeekFrame) -> Sequence[Any]:
    """The liaison's planned visits of the week, from today on."""
    mine = or_(v.liaison_id == frame.liaison_id, and_(v.liaison_id.is_(None), s.owner_id == frame.liaison_id))
    return connection.execute(
        select(
            v.id, v.version, v.source_id, s.name, v.visit_on, v.start_time, k.name.label("kind"),
            func.coalesce(v.minutes, k.minutes).label("minutes"),
        )
        .select_from(VISIT.join(SOURCE, v.source_id == s.id).join(KIND, v.kind_id == k.id))
        .where(
            mine,
            v.status == VisitStatus.PLANNED,
            v.visit_on >= max(frame.monday, frame.today),
            v.visit_on <= frame.sunday,
            not_archived(VISIT),
            not_archived(SOURCE),
        )
        .order_by(v.visit_on, v.start_time, v.id)
    ).all()  # fmt: skip


def parted(planned: Sequence[Any], frame: WeekFrame) -> tuple[list[Any], list[Any]]:
    """Those with a time that are still to come, and those without one."""
    timed = [row for row in planned if row.start_time is not None and not _is_over(row, frame)]
    return timed, [row for row in planned if row.start_time is None]


def _is_over(row: Any, frame: WeekFrame) -> bool:
    return bool(row.visit_on == frame.today and minute_of(row.start_time) + row.minutes <= minute_of(frame.clock))


def fixed(
    timed: Sequence[Any], days: Sequence[WorkDay], rows: Mapping[int, Any], frame: WeekFrame
) -> tuple[list[WorkDay], list[Appointment], list[str]]:
    """The appointments within the working days; one before or after the hours leaves the rest of its day."""
    by_day = {day.day: day for day in days}
    appointments, said = [], []
    for row in timed:
        begin, day = minute_of(row.start_time), by_day.get(row.visit_on)
        if day is None:
            continue
        if begin >= day.starts and begin + row.minutes <= day.ends:
            place = place_of(rows[row.source_id]) if row.source_id in rows else None
            appointments.append(Appointment(str(row.id), row.source_id, place, row.visit_on, begin, row.minutes))
            continue
        before = begin < day.starts
        cut = (
            replace(day, starts=max(day.starts, begin + row.minutes))
            if before
            else replace(day, ends=min(day.ends, begin))
        )
        by_day[row.visit_on] = cut
        if row.visit_on == frame.today and begin <= minute_of(frame.clock):
            continue  # somebody is there now
        words = translate("calendar", "{source} at {time} lies outside the working hours and stays as it is.")
        said.append(words.format(source=row.name, time=say_time(row.start_time)))
    return [by_day[day.day] for day in days], appointments, said


def pinned(
    untimed: Sequence[Any], days: Sequence[WorkDay], appointments: Sequence[Appointment]
) -> tuple[list[Any], list[str]]:
    """The visits without a time that get one on their day, and a word on those that cannot."""
    room = {day.day: day.ends - day.starts - (day.lunch.minutes if day.lunch else 0) for day in days}
    taken = {appointment.source_id for appointment in appointments}
    for appointment in appointments:
        room[appointment.day] -= appointment.minutes + _MINUTES_BETWEEN
    pins: list[Any] = []
    stays: dict[date, int] = defaultdict(int)
    for row in untimed:
        needed = row.minutes + _MINUTES_BETWEEN
        if row.source_id in taken or room.get(row.visit_on, 0) < needed:
            stays[row.visit_on] += 1
            continue
        room[row.visit_on] -= needed
        taken.add(row.source_id)
        pins.append(row)
    return pins, [_stays(day, count) for day, count in stays.items()]


def _stays(day: date, count: int) -> str:
    if count == 1:
        words = translate("calendar", "1 visit planned for {day} finds no time in it and stays without one.")
    else:
        words = translate("calendar", "{count} visits planned for {day} find no time in it and stay without one.")
    return words.format(count=count, day=say_day(day, day))


def place_of(row: Any) -> Place | None:
    """Where a source is: its coordinates, else the middle of its ZIP code; None where neither is known."""
    if row.latitude is not None and row.longitude is not None:
        return Place(row.latitude, row.longitude)
    return _zip_place(row.zip)
