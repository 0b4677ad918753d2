"""Visits as a calendar file (RFC 5545) that other calendars read.

What goes out: when, at which source, which kind of visit, where, and what became of it. No notes, no purpose, nobody's
name: a calendar is seen on telephones and by colleagues. The same visits give the same bytes.

Lines are written here, without building an object for each event: an agency may have a million visits. Time zones are
the icalendar library's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hhcrm.domain.calendar_events import USUAL_MINUTES, base_of
from hhcrm.domain.errors import StorageFault
from hhcrm.domain.words import VisitStatus
from hhcrm.exchange.writer import replacing
from hhcrm.queries.calendar_file_models import CalendarExtent, CalendarVisit, CalendarWanted

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

__all__ = ["CalendarWanted", "export_calendar"]

LONGEST_LINE = 75
"""Octets of a line, its end not counted (RFC 5545, 3.1)."""

BETWEEN_WORDS = 2_000

Progress = Callable[[str, int, int | None], None]

_UTC_NAMES = ("UTC", "Etc/UTC", "Etc/GMT", "GMT")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_CONTROLS = dict.fromkeys(code for code in (*range(32), 127) if code not in (9, 10, 13))
_STATUSES = {VisitStatus.MISSED: "CANCELLED", VisitStatus.CANCELLED: "CANCELLED"}


def export_calendar(
    questions: Questions,
    path: Path,
    wanted: CalendarWanted | None = None,
    *,
    progress: Progress | None = None,
    check: Callable[[], None] | None = None,
) -> int:
    """Write visits as a calendar file, whole or not at all; gives how many. `check` raises to stop.

    Raises FileFault when it cannot be written.
    """
    wanted = wanted or CalendarWanted()
    with (
        questions.calendar_visits(wanted) as (span, zone, visits),
        replacing(path) as part,
        part.open("w", encoding="utf-8", errors="replace", newline="") as file,
    ):
        written = 0
        for written, text in enumerate(_blocks(span, zone, visits)):
            if written % BETWEEN_WORDS == 0:
                if check is not None:
                    check()
                if progress is not None:
                    progress("Exporting", written, span.count)
            file.write(text)
        file.write("END:VCALENDAR\r\n")
        if written != span.count:
            raise StorageFault(f"{span.count:,} visits were counted, but {written:,} read. Nothing was written.")
    if progress is not None:
        progress("Exporting", span.count, span.count)
    return span.count


def _blocks(span: CalendarExtent, zone: ZoneInfo, visits: Iterable[CalendarVisit]) -> Iterator[str]:
    """The head, then each visit."""
    yield _head(span, zone)
    for visit in visits:
        yield event_text(visit, zone)


def _head(span: CalendarExtent, zone: ZoneInfo) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//hhcrm//Visits 1//EN",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Visits",
        f"X-WR-TIMEZONE:{zone.key}",
    ]
    return "".join(map(folded, lines)) + _zone_text(span, zone)


def _zone_text(span: CalendarExtent, zone: ZoneInfo) -> str:
    """The rules of the agency's zone over the days of the visits."""
    if zone.key in _UTC_NAMES or span.first_on is None or span.last_on is None:
        return ""
    from icalendar import Timezone  # late: only a calendar needs it

    first, last = span.first_on - timedelta(days=366), span.last_on + timedelta(days=366)
    text: bytes = Timezone.from_tzid(zone.key, first_date=first, last_date=last).to_ical()
    return text.decode()


def event_text(visit: CalendarVisit, zone: ZoneInfo) -> str:
    """One visit as an event."""
    changed = _instant(visit.changed_at)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_plain(visit.uid)}",
        *([_recurrence(visit.recurrence)] if visit.recurrence else []),
        f"DTSTAMP:{changed}",
        *_when(visit, zone),
        f"SUMMARY:{escaped(f'{visit.source}: {visit.kind}')}",
        *([f"LOCATION:{escaped(visit.address)}"] if visit.address else []),
        f"STATUS:{_STATUSES.get(visit.status, 'CONFIRMED')}",
        f"CATEGORIES:{escaped(visit.kind)}",
        f"SEQUENCE:{visit.sequence}",
        f"LAST-MODIFIED:{changed}",
        f"X-HHCRM-STATUS:{visit.status.value}",
        f"X-HHCRM-BASE:{base_of(visit.day, visit.start, visit.minutes)}",
        "END:VEVENT",
    ]
    return "".join(map(folded, lines))


def escaped(text: str) -> str:
    """A text as a value: no control characters, separators behind a backslash (RFC 5545, 3.3.11)."""
    return text.replace("\r\n", "\n").translate(_CONTROLS).translate(_ESCAPED)


def folded(line: str) -> str:
    """A line with its end, broken after at most 75 octets, never inside a character."""
    octets = len(line) if line.isascii() else len(line.encode())
    if octets <= LONGEST_LINE:
        return f"{line}\r\n"
    parts, room, begins = [], LONGEST_LINE, 0
    for place, sign in enumerate(line):
        size = 1 if sign.isascii() else len(sign.encode())
        if size > room:
            parts.append(line[begins:place])
            begins, room = place, LONGEST_LINE - 1  # the blank in front counts, too
        room -= size
    return "\r\n ".join([*parts, line[begins:]]) + "\r\n"


def _when(visit: CalendarVisit, zone: ZoneInfo) -> Iterator[str]:
    day = visit.day.strftime("%Y%m%d")
    if visit.start is None:
        yield f"DTSTART;VALUE=DATE:{day}"
        yield f"DTEND;VALUE=DATE:{visit.day + timedelta(days=1):%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
        return
    wall = f"{day}T{visit.start:%H%M%S}"
    yield f"DTSTART:{wall}Z" if zone.key in _UTC_NAMES else f"DTSTART;TZID={zone.key}:{wall}"
    yield f"DURATION:PT{visit.minutes or USUAL_MINUTES}M"


def _recurrence(when: str) -> str:
    return f"RECURRENCE-ID;VALUE=DATE:{when}" if "T" not in when else f"RECURRENCE-ID:{when}"


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _plain(uid: str) -> str:
    return escaped(uid.replace("\n", " "))
