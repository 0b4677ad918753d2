"""A period cut into months or weeks, and the periods it is held against piece by piece (product.md, section 6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hhcrm.domain.measures import Grain, MeasureKey
from hhcrm.domain.periods import Against, Period, Span, monday_of, month_end, months_of, shifted
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate

_WEEK = timedelta(days=7)
_YEAR_OF_WEEKS = 52 * _WEEK
"""A week is held against the one 52 weeks before, which has the same weekdays: after a week 53 its number is another,
but its days of the year are never more than two off."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The days of a period that lie in one month or week; `partial` where these are not all of its days."""

    begins: date
    ends: date
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """A period, cut off today, with those it is held against: the one before and that of a year ago.

    `before` is None where it would begin no later than that of a year ago. `ahead` says that the period has not begun.
    """

    period: Period
    before: Period | None
    year_ago: Period
    ahead: bool = False


def pieces_of(start: date, end: date, grain: Grain, today: date | None = None) -> tuple[Piece, ...]:
    """The pieces from one day to another, both included; the one that holds today is not whole before its last day."""
    if grain is Grain.WHOLE:
        return (Piece(start, end),)
    whole = _weeks if grain is Grain.WEEK else _months
    return tuple(_piece(first, last, start, end, today) for first, last in whole(start, end))


def _piece(first: date, last: date, start: date, end: date, today: date | None) -> Piece:
    begins, ends = max(first, start), min(last, end)
    running = today is not None and begins <= today < ends
    return Piece(begins, ends, partial=(begins, ends) != (first, last) or running)


def _months(start: date, end: date) -> list[tuple[date, date]]:
    return [(month, month_end(month)) for month in months_of(start, end)]


def _weeks(start: date, end: date) -> list[tuple[date, date]]:
    monday = monday_of(start)
    count = (end - monday) // _WEEK + 1
    return [(monday + place * _WEEK, monday + place * _WEEK + timedelta(days=6)) for place in range(count)]


def beside(period: Period, grain: Grain, today: date) -> Beside:
    """What a period is held against. What lies ahead of today is left out of all of them.

    Months meet the same days of the same number of months before, weeks whole weeks before, so that pieces of the same
    place can be held against each other.
    """
    ahead = period.start > today
    if not ahead and period.end > today:
        period = replace(period, end=today)
    if grain is Grain.WEEK:
        length = -(-period.days // 7) * _WEEK
        before, year_ago = _moved(period, length), _moved(period, _YEAR_OF_WEEKS)
        same = length >= _YEAR_OF_WEEKS
    else:
        months = len(months_of(period.start, period.end)) if period.span is Span.CUSTOM else None
        found = period.against(Against.BEFORE) if months is None else _months_before(period, months)
        year = period.against(Against.YEAR_AGO)
        assert found is not None
        assert year is not None
        before, year_ago = found, year
        same = before.start <= year_ago.start
    return Beside(period, None if same else before, year_ago, ahead)


def _moved(period: Period, back: timedelta) -> Period:
    return Period(period.span, period.start - back, period.end - back)


def _months_before(period: Period, months: int) -> Period:
    """The same days so many months before; what ends with its month meets what ends with its month."""
    whole = period.end == month_end(period.end)
    end = shifted(period.end, -months)
    return Period(period.span, shifted(period.start, -months), month_end(end) if whole else end)


_TOPICS: tuple[tuple[str, tuple[MeasureKey, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("trends", "What came in"),
        (
            MeasureKey.REFERRALS, MeasureKey.ADMISSIONS, MeasureKey.CONVERSION, MeasureKey.ACCEPTED_SHARE,
            MeasureKey.NOT_ADMITTED,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("trends", "How fast"),
        (
            MeasureKey.MINUTES_TO_FIRST_REPLY, MeasureKey.HOURS_TO_DECISION, MeasureKey.HOURS_TO_SOC,
            MeasureKey.TIMELY, MeasureKey.WITHIN_48_HOURS,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("trends", "What was promised"),
        (MeasureKey.LOOP_ON_TIME, MeasureKey.COMMITMENTS_KEPT, MeasureKey.RHYTHM_KEPT, MeasureKey.CADENCE_COMPLIANCE),
    ),
    (
        QT_TRANSLATE_NOOP("trends", "What was done"),
        (
            MeasureKey.VISITS, MeasureKey.COUNTING_VISITS, MeasureKey.VISITS_PLANNED, MeasureKey.VISITS_MISSED,
            MeasureKey.MINUTES,
            MeasureKey.MILES, MeasureKey.NEW_PROSPECTS, MeasureKey.FIFTH_VISITS, MeasureKey.ADVANCES_PER_VISIT,
            MeasureKey.ASK_RATE, MeasureKey.AGREED_ASKS,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("trends", "What it brought"),
        (
            MeasureKey.REFERRALS_PER_TEN_VISITS, MeasureKey.REFERRALS_PER_HOUR, MeasureKey.REFERRALS_PER_PRIOR_VISIT,
            MeasureKey.VISITS_TO_FIRST_REFERRAL, MeasureKey.SHARE_OF_POTENTIAL, MeasureKey.CONCENTRATION,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("trends", "What it cost"),
        (MeasureKey.MILES_PER_ADMISSION, MeasureKey.COST_PER_ADMISSION, MeasureKey.SOURCE_VALUE),
    ),
)  # fmt: skip


def topics() -> tuple[tuple[str, tuple[MeasureKey, ...]], ...]:
    """The measures by what they are about, in the order in which they are offered."""
    return tuple((translate("trends", words), keys) for words, keys in _TOPICS)
