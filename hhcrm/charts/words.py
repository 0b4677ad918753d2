"""How charts say months, periods, shares and counts."""

from __future__ import annotations

from datetime import date

from hhcrm.charts.chart import Row
from hhcrm.domain.days import say_month, say_month_day, say_year_day, short_month
from hhcrm.domain.periods import month_end
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import MeasureFilter

_QUARTER = 3


def period_words(start: date, end: date) -> str:
    """A period in words: November 2026, Q3 2026, 2025, or its two days."""
    if start.day == 1 and end == month_end(end):
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        if months == 1:
            return say_month(start)
        if months == _QUARTER and start.month % _QUARTER == 1:
            return translate("charts", "Q{number} {year}").format(number=start.month // _QUARTER + 1, year=start.year)
        if months == 12 and start.month == 1:
            return str(start.year)
    return translate("charts", "{first} to {last}").format(first=say_year_day(start), last=say_year_day(end))


def period_of(asked: MeasureFilter) -> str:
    """The period of what was asked."""
    return period_words(asked.from_on, asked.until_on)


def month_words(month: date, asked: MeasureFilter) -> str:
    """A month, and which part of it where the period does not hold all of it: November 2026 (to Nov 23)."""
    part = asked.in_month(month)
    said = say_month(month)
    if part.until_on < month_end(month) and part.from_on.day == 1:
        return translate("charts", "{month} (to {day})").format(month=said, day=say_month_day(part.until_on))
    if part.from_on.day > 1 and part.until_on == month_end(month):
        return translate("charts", "{month} (from {day})").format(month=said, day=say_month_day(part.from_on))
    if part.from_on.day > 1:
        return translate("charts", "{first} to {last}").format(
            first=say_year_day(part.from_on), last=say_year_day(part.until_on)
        )
    return said


def month_row(month: date, note: str = "") -> Row:
    """A month below its mark, with its year once for all of them: Nov 2025, Dec, Jan 2026."""
    return Row(short_month(month.month), note, group=str(month.year))


def percent_words(share: float | None) -> str:
    """A share: 78 %; nothing where there is nothing to share."""
    return "" if share is None else f"{round(100 * share)} %"


def percent_cell(share: float | None) -> float | None:
    """A share for a table, in per cent to one place as the reports have it."""
    return None if share is None else round(100 * share, 1)


def nothing_words(cases: int, *, ahead: bool) -> str:
    """Why a chart has no mark, where it is not that nothing happened: the period is to come, or there are too few."""
    if ahead:
        return translate("charts", "This period is still to come.")
    return translate("charts", "Too few in each month for a percentage; the table has the numbers.") if cases else ""


def counted_referrals(count: int) -> str:
    """1 referral, 12 referrals."""
    words = translate("charts", "{count} referral") if count == 1 else translate("charts", "{count} referrals")
    return words.format(count=f"{count:,}")


def counted_visits(count: int) -> str:
    """1 visit, 12 visits."""
    words = translate("charts", "{count} visit") if count == 1 else translate("charts", "{count} visits")
    return words.format(count=f"{count:,}")
