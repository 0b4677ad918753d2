"""Periods that people measure by: a month, quarter or year, whole or until today, and what to hold it against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Span(StrEnum):
    """The periods on offer."""

    THIS_MONTH = "this month"
    LAST_MONTH = "last month"
    THIS_QUARTER = "this quarter"
    LAST_QUARTER = "last quarter"
    THIS_YEAR = "this year"
    LAST_YEAR = "last year"
    TWELVE_MONTHS = "last 12 months"
    CUSTOM = "custom"


class Against(StrEnum):
    """What a period is held against."""

    BEFORE = "before"
    YEAR_AGO = "year"
    NOTHING = ""


_MONTHS = {
    Span.THIS_MONTH: 1, Span.LAST_MONTH: 1, Span.THIS_QUARTER: 3, Span.LAST_QUARTER: 3,
    Span.THIS_YEAR: 12, Span.LAST_YEAR: 12, Span.TWELVE_MONTHS: 12,
}  # fmt: skip
_LAST = frozenset({Span.LAST_MONTH, Span.LAST_QUARTER, Span.LAST_YEAR})


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included."""

    span: Span
    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def against(self, what: Against) -> Period | None:
        """What to hold it against: as many days of the period before, or of the same one last year.

        A period that runs to today is held against the same part of the other one: Oct 1 to Nov 23 against Jul 1 to
        Aug 23. What ends with its month is held against what ends with its month.
        """
        if what is Against.NOTHING:
            return None
        months = _MONTHS.get(self.span)
        if what is Against.BEFORE and months is None:
            return Period(Span.CUSTOM, self.start - timedelta(days=self.days), self.start - timedelta(days=1))
        back = 12 if what is Against.YEAR_AGO or months is None else months
        # By the day after the end, so that a whole February meets a whole January.
        after = shifted(self.end + timedelta(days=1), -back)
        end = after - timedelta(days=1) if self.end == month_end(self.end) else shifted(self.end, -back)
        return Period(self.span, shifted(self.start, -back), end)


def period_of(span: Span, today: date) -> Period:
    """A period as it stands today. A custom one begins as the last 12 months."""
    if span in (Span.TWELVE_MONTHS, Span.CUSTOM):
        return Period(span, shifted(today, -12) + timedelta(days=1), today)
    months = _MONTHS[span]
    start = date(today.year, (today.month - 1) // months * months + 1, 1)
    if span in _LAST:
        return Period(span, shifted(start, -months), start - timedelta(days=1))
    return Period(span, start, today)


def shifted(day: date, months: int) -> date:
    """The same day so many months on, the month's last day where it has no such day."""
    place = day.year * 12 + day.month - 1 + months
    first = date(place // 12, place % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), month_end(first))


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def months_of(start: date, end: date) -> tuple[date, ...]:
    """The first day of each month from one day's to another's."""
    found, month = [], start.replace(day=1)
    while month <= end:
        found.append(month)
        month = month_end(month) + timedelta(days=1)
    return tuple(found)
