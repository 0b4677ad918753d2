"""What the calendar says: in its cells, to a screen reader, about what fits. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from hhcrm.domain.days import say_day, say_month_day, say_time, say_year_day, weekday_name
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.calendar_models import CalendarSpan, VisitMark, WeekLoad
from hhcrm.queries.holiday_models import TimeOffLine
from hhcrm.ui.calendar.days import week_words


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a line: plain, strong or overdue."""

    words: str
    tone: str = "plain"


def status_word(status: VisitStatus) -> str:
    """What became of a visit."""
    return {
        VisitStatus.PLANNED: translate("calendar", "planned"),
        VisitStatus.COMPLETED: translate("calendar", "completed"),
        VisitStatus.MISSED: translate("calendar", "missed"),
        VisitStatus.CANCELLED: translate("calendar", "cancelled"),
    }[status]


def clock_word(at: time) -> str:
    """A time as a narrow cell shows it: 9:30, 1:15."""
    return f"{at.hour % 12 or 12}:{at.minute:02}"


def mark_text(mark: VisitMark, *, with_liaison: bool = False, with_time: bool = True) -> str:
    """A visit in one narrow line: 9:30 Hendersonville 4/5."""
    planned = mark.status == VisitStatus.PLANNED
    begin = clock_word(mark.start_time) if with_time and planned and mark.start_time is not None else ""
    who = first_name(mark.liaison) if with_liaison else ""
    return " ".join(part for part in (begin, mark.source, mark.number, f"({who})" if who else "") if part)


def first_name(name: str) -> str:
    """The first name of a person."""
    return name.split(" ")[0]


def mark_words(mark: VisitMark) -> str:
    """A visit in full, for a screen reader and a tooltip: 9:30 AM, Hendersonville, planned, Visit, 20 minutes."""
    parts = [
        say_time(mark.start_time) if mark.start_time else translate("calendar", "no time"),
        mark.source,
        proposed_words(mark) or status_word(mark.status),
        mark.kind,
        minutes_words(mark.length) if mark.start_time else "",
        number_words(mark.number),
        mark.liaison,
        mark.purpose,
    ]
    return ", ".join(part for part in parts if part)


def proposed_words(mark: VisitMark) -> str:
    """What a visit is called that is not planned yet, "" for all others."""
    if not mark.proposed:
        return ""
    return translate("calendar", "proposed, pinned") if mark.pinned else translate("calendar", "proposed")


def number_words(number: str) -> str:
    """Which visit of a prospect's it is: "3/5" is visit 3 of 5."""
    visit, _, needed = number.partition("/")
    return translate("calendar", "visit {number} of {needed}").format(number=visit, needed=needed) if number else ""


def minutes_words(minutes: int) -> str:
    """How long something takes."""
    if minutes == 1:
        return translate("calendar", "1 minute")
    return translate("calendar", "{count} minutes").format(count=minutes)


def visits_words(count: int) -> str:
    """How many visits."""
    if count == 1:
        return translate("calendar", "1 visit")
    return (
        translate("calendar", "{count} visits").format(count=f"{count:,}")
        if count
        else translate("calendar", "no visits")
    )


def more_words(count: int) -> str:
    """The line that opens a full day."""
    return translate("calendar", "+{count} more").format(count=f"{count:,}")


def away_words(lines: Sequence[TimeOffLine]) -> str:
    """Who is off on a day."""
    names = ", ".join(first_name(line.user) for line in lines)
    return translate("calendar", "{names} off").format(names=names) if names else ""


def day_words(day: date, span: CalendarSpan, today: date) -> str:
    """A day in full, for a screen reader: Monday, Nov 23, today. 2 visits: 9:30 AM, Hendersonville, planned; ..."""
    said = say_month_day(day) if day.year == today.year else say_year_day(day)
    head = f"{weekday_name(day.weekday())}, {said}"
    if day == today:
        head = f"{head}, {translate('calendar', 'today')}"
    parts = [head, span.holiday(day), away_words(span.away(day))]
    count = span.counts.get(day, 0)
    visits = "; ".join(mark_words(mark) for mark in span.of(day)[:8])
    hidden = count - min(count, 8)
    if hidden > 0:
        visits += "; " + translate("calendar", "and {count} more").format(count=hidden)
    words = visits_words(count)
    parts.append(f"{words}: {visits}" if visits else words)
    return ". ".join(part for part in parts if part)


def load_parts(load: WeekLoad, today: date) -> tuple[Part, ...]:
    """The line about what fits: This week: 8 planned of about 14 that fit (3 working days)."""
    parts = [Part(week_words(load.monday, today) + ":")]
    if load.done:
        parts.append(Part(translate("calendar", "{count} done,").format(count=load.done), "strong"))
    parts.append(Part(translate("calendar", "{count} planned").format(count=load.planned), "strong"))
    if load.working_days == 1:
        fits = translate("calendar", "of about {fits} that fit (1 working day).")
    else:
        fits = translate("calendar", "of about {fits} that fit ({days} working days).")
    parts.append(Part(fits.format(fits=load.fits, days=load.working_days)))
    if load.over:
        parts.append(Part(translate("calendar", "Rhythm asks for {count} a week;").format(count=load.asks)))
        parts.append(Part(translate("calendar", "{count} more than fit").format(count=load.over), "overdue"))
    else:
        parts.append(Part(translate("calendar", "Rhythm asks for {count} a week").format(count=load.asks)))
    return tuple(parts)


def moved_words(mark: VisitMark, day: date, at: time | None, today: date) -> str:
    """What the toast says after a move."""
    words = translate("calendar", "Visit to {source} moved to {when}.")
    return words.format(source=mark.source, when=when_words(day, at, today))


def when_words(day: date, at: time | None, today: date) -> str:
    """A day and a time, if it has one."""
    return say_day(day, today) if at is None else f"{say_day(day, today)} {say_time(at)}"
