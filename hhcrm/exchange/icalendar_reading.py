"""Events of a calendar file as visits that might be planned: days and wall times of the agency, one by one.

Repeating events are expanded, as far ahead as `AHEAD_DAYS`. A time in another zone becomes the agency's wall time; one
in a zone that neither the file nor the world knows is taken as it stands, and said.
"""

from __future__ import annotations

import hashlib
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hhcrm.domain.days import MONTHS
from hhcrm.domain.wording import translate
from hhcrm.exchange.icalendar_lines import RawComponent, components
from hhcrm.services.imports.events import CalendarEvent

if TYPE_CHECKING:
    from icalendar import Component

AHEAD_DAYS = 365
"""How far ahead repeating events are written out."""

MOST_OF_ONE = 400
"""Occurrences of one repeating event that are taken: a visit a day, and some."""

BETWEEN_WORDS = 500

LONGEST_UID = 200
_LONGEST_TEXT = 300
_DAY_MINUTES = 24 * 60
_TOO_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")

BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, ArithmeticError)
"""What the readers of calendars raise on values that are none."""

Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True)
class EventProblem:
    """What is wrong with one event; `column` is the property."""

    line: int
    column: str
    value: str
    problem: str


@dataclass(slots=True)
class CalendarFile:
    """What was read. `series` are the UIDs of repeating events, `until` is how far ahead they were followed."""

    until: date
    events: list[CalendarEvent] = field(default_factory=list)
    problems: list[EventProblem] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    series: set[str] = field(default_factory=set)
    total: int = 0


def read_calendar(
    path: Path,
    *,
    today: date,
    zone: tzinfo,
    progress: Progress | None = None,
    check: Callable[[], None] | None = None,
) -> CalendarFile:
    """Read a calendar file; what cannot be read event by event is among the problems. Raises FileFault.

    Events before `today` are left out and counted. `check` raises to stop.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a foreign file's oddities are ours to tell, in the problems
        return _Reader(today, zone, progress, check).read(path)


class _Reader:
    """Reads one file."""

    def __init__(self, today: date, zone: tzinfo, progress: Progress | None, check: Callable[[], None] | None) -> None:
        self._today, self._zone = today, zone
        self._progress, self._check = progress, check
        self._repeating: dict[str, list[RawComponent]] = {}
        self._found: dict[tuple[str, str], CalendarEvent] = {}
        self._past = 0
        self.file = CalendarFile(today + timedelta(days=AHEAD_DAYS))

    def read(self, path: Path) -> CalendarFile:
        """Zones first: an event may name one that comes after it."""
        file = self.file
        self._read_zones(path)
        for done, raw in enumerate(components(path, frozenset({"VEVENT"}))):
            self._tell(done)
            self._take(raw)
        for done, (uid, group) in enumerate(self._repeating.items()):
            self._tell(done, translate("imports", "Writing out repeating events"), len(self._repeating))
            self._expand(uid, group)
        file.events = list(self._found.values())
        self._say()
        return file

    def _read_zones(self, path: Path) -> None:
        from icalendar import Timezone  # late: only a calendar needs it
        from icalendar.timezone import tzp

        tzp.use_default()  # forget the zones of another file
        for raw in components(path, frozenset({"VTIMEZONE", "VEVENT"})):
            if raw.kind == "VEVENT":
                self.file.total += 1
                continue
            try:
                Timezone.from_ical(raw.text())  # the library remembers it by its name
            except BROKEN:
                words = translate("imports", "A time zone in the file cannot be read: {name}.")
                self.file.notes[words.format(name=_short(raw.value("TZID")) or "?")] += 1

    def _tell(self, done: int, doing: str = "", of: int | None = None) -> None:
        if done % BETWEEN_WORDS == 0:
            if self._check is not None:
                self._check()
            if self._progress is not None:
                doing = doing or translate("imports", "Reading events")
                self._progress(doing, done, self.file.total if of is None else of)

    def _take(self, raw: RawComponent) -> None:
        if not raw.complete:
            self._wrong(raw, "END", "", translate("imports", "The file ends in the middle of this event."))
        elif raw.first("RRULE") or raw.first("RDATE") or raw.first("RECURRENCE-ID"):
            self._repeating.setdefault(_uid_of(raw), []).append(raw)
        elif self._is_long_past(raw):
            self._past += 1
        else:
            self._one(raw)

    def _is_long_past(self, raw: RawComponent) -> bool:
        """Seen without looking closer: most events of an old calendar are."""
        digits = raw.value("DTSTART")[:8]
        return digits.isdigit() and len(digits) == 8 and digits < f"{self._today - timedelta(days=2):%Y%m%d}"

    def _one(self, raw: RawComponent) -> None:
        from icalendar import Event

        try:
            event = Event.from_ical(raw.text())
            self._put(self._event(raw, event, ""))
        except BROKEN:
            self._wrong(raw, "DTSTART", raw.value("DTSTART"), _no_day())

    def _expand(self, uid: str, group: list[RawComponent]) -> None:
        import recurring_ical_events  # late, both: only a calendar needs them
        from icalendar import Calendar

        first = group[0]
        if any(f"FREQ={often}" in raw.value("RRULE").upper() for raw in group for often in _TOO_OFTEN):
            words = translate("imports", "It repeats several times a day. Visits do not; plan them one by one.")
            self._wrong(first, "RRULE", first.value("RRULE"), words)
            return
        text = "".join(("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", *(raw.text() for raw in group), "END:VCALENDAR\r\n"))
        by_line = {raw.value("RECURRENCE-ID"): raw for raw in group}
        master = by_line.get("", first)
        try:
            found = recurring_ical_events.of(Calendar.from_ical(text)).between(self._today, self.file.until)
            events = [self._event(master, each, _occurrence(each)) for each in found[:MOST_OF_ONE]]
        except BROKEN:
            self._wrong(first, "RRULE", first.value("RRULE") or first.value("RDATE"), _no_rule())
            return
        for event in events:
            self._put(event)
        if len(found) <= MOST_OF_ONE:
            self.file.series.add(uid)
        else:
            words = translate("imports", "A repeating event has more than {most} occurrences; the first were taken.")
            self.file.notes[words.format(most=MOST_OF_ONE)] += 1

    def _event(self, raw: RawComponent, event: Component, recurrence: str) -> CalendarEvent:
        """Raises one of BROKEN where it says no day."""
        begins = _one_of(event, "DTSTART")
        day, start = self._local(begins)
        return CalendarEvent(
            line=raw.line,
            uid=_uid_of(raw),
            recurrence=recurrence,
            day=day,
            start=start,
            minutes=None if start is None else _minutes(event, begins.dt),
            summary=_short(_said(event, "SUMMARY")),
            location=_short(_said(event, "LOCATION")),
            categories=tuple(_categories(event)),
            cancelled=raw.cancelled or _said(event, "STATUS").upper() == "CANCELLED",
            base=_said(event, "X-HHCRM-BASE") or None,
        )

    def _local(self, begins: Any) -> tuple[date, time | None]:
        """The agency's day and wall time of a DTSTART."""
        moment = begins.dt
        if not isinstance(moment, datetime):
            return moment, None
        if moment.tzinfo is None:
            named = begins.params.get("TZID")
            if named:
                words = translate("imports", "The time zone {name} is not known: its times were taken as yours.")
                self.file.notes[words.format(name=_short(str(named)))] += 1
            return moment.date(), moment.time()
        local = moment.astimezone(self._zone)
        return local.date(), local.time().replace(second=0, microsecond=0)

    def _put(self, event: CalendarEvent) -> None:
        if event.day < self._today:
            self._past += 1
            return
        key = (event.uid, event.recurrence)
        if key in self._found:
            words = translate("imports", "An event stands twice in the file; the last one was taken.")
            self.file.notes[words] += 1
        self._found[key] = event

    def _wrong(self, raw: RawComponent, column: str, value: str, problem: str) -> None:
        self.file.problems.append(EventProblem(raw.line, column, _short(value), problem))

    def _say(self) -> None:
        notes, until = self.file.notes, self.file.until
        if self._past:
            one = translate("imports", "1 event lies in the past and was left out.")
            many = translate("imports", "{count:,} events lie in the past and were left out.")
            notes[one if self._past == 1 else many.format(count=self._past)] = 1
        if self._repeating:
            words = translate("imports", "Repeating events were written out until {day}.")
            notes[words.format(day=f"{MONTHS[until.month - 1][:3]} {until.day}, {until.year}")] = 1


def _uid_of(raw: RawComponent) -> str:
    """What names the event. One without a UID is known by what it says, one with an endless UID by its hash."""
    uid = " ".join(raw.value("UID").split())
    if not uid:
        said = "\n".join((raw.first("DTSTART"), raw.first("SUMMARY"), raw.first("LOCATION"), raw.first("RRULE")))
        return f"{hashlib.sha256(said.encode()).hexdigest()[:32]}@no-uid"
    if len(uid) > LONGEST_UID:
        return f"{uid[:100]}.{hashlib.sha256(uid.encode()).hexdigest()}"
    return uid


def _one_of(event: Component, name: str) -> Any:
    """A property that stands once; of several the first."""
    found = event[name]
    return found[0] if isinstance(found, list) else found


def _said(event: Component, name: str) -> str:
    return str(_one_of(event, name)) if name in event else ""


def _occurrence(event: Component) -> str:
    """Which occurrence of its series: where it stood at first, however it was moved since."""
    which = _one_of(event, "RECURRENCE-ID") if "RECURRENCE-ID" in event else _one_of(event, "DTSTART")
    moment = which.dt
    if not isinstance(moment, datetime):
        return f"{moment:%Y%m%d}"
    if moment.tzinfo is None:
        return f"{moment:%Y%m%dT%H%M%S}"
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _minutes(event: Component, begins: datetime) -> int | None:
    """How long, up to a day; None where nobody says."""
    length = None
    if "DURATION" in event:
        length = _one_of(event, "DURATION").dt
    elif "DTEND" in event and isinstance(ends := _one_of(event, "DTEND").dt, datetime):
        length = _like(ends, begins) - begins
    if not isinstance(length, timedelta):
        return None
    minutes = int(length.total_seconds() // 60)
    return min(minutes, _DAY_MINUTES) if minutes > 0 else None


def _like(ends: datetime, begins: datetime) -> datetime:
    """An end without a zone stands in that of its beginning, and the other way round."""
    if (ends.tzinfo is None) == (begins.tzinfo is None):
        return ends
    return ends.replace(tzinfo=begins.tzinfo)


def _categories(event: Component) -> Iterator[str]:
    found = event.get("CATEGORIES", [])
    for group in found if isinstance(found, list) else [found]:
        yield from (_short(str(each)) for each in getattr(group, "cats", [group]))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_TEXT else flat[: _LONGEST_TEXT - 1] + "\u2026"


def _no_day() -> str:
    return translate("imports", "It says no day that can be read, such as 20261124 or 20261124T093000.")


def _no_rule() -> str:
    return translate("imports", "It cannot be said when it repeats.")
