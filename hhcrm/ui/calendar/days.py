"""Which days each view shows, and how one moves between them. Plain days only, no Qt."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Literal

from hhcrm.domain.days import say_month, say_month_day, say_year_day, weekday_name
from hhcrm.domain.wording import translate

View = Literal["month", "week", "day", "list"]
VIEWS: tuple[View, ...] = ("month", "week", "day", "list")

DAY = timedelta(days=1)
WEEK = 7
_SATURDAY = 5
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
"""How far one can turn the pages."""


def within(day: date) -> date:
    """The day itself, or the first or last one that is shown at all."""
    return max(FIRST_DAY, min(day, LAST_DAY))


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def span_of(view: View, day: date) -> tuple[date, date]:
    """The first and last day of what a view shows around a day; whole weeks in a month."""
    if view == "day":
        return day, day
    if view == "week":
        return monday_of(day), monday_of(day) + timedelta(days=WEEK - 1)
    if view == "list":
        first = day.replace(day=1)
        return first, last_of_month(first)
    last = last_of_month(day)
    return monday_of(day.replace(day=1)), monday_of(last) + timedelta(days=WEEK - 1)


def last_of_month(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def shown_days(first: date, last: date, weekends: bool) -> tuple[date, ...]:
    """The days of a span, with Saturdays and Sundays or without."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return tuple(day for day in days if weekends or day.weekday() < _SATURDAY)


def month_weeks(day: date, weekends: bool) -> tuple[tuple[date, ...], ...]:
    """The weeks of a month; one that would show only days of other months is left out."""
    first, last = span_of("month", day)
    weeks = []
    while first <= last:
        week = shown_days(first, first + timedelta(days=WEEK - 1), weekends)
        if any(each.month == day.month for each in week):
            weeks.append(week)
        first += timedelta(days=WEEK)
    return tuple(weeks)


def turned(view: View, day: date, step: int) -> date:
    """The same place so many pages on: the same day of the next month, the last where it has no such day."""
    if view == "day":
        return within(day + step * DAY)
    if view == "week":
        return within(day + timedelta(days=WEEK * step))
    place = day.year * 12 + day.month - 1 + step
    year, month = divmod(place, 12)
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        return within(date.min if step < 0 else date.max)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def next_shown(day: date, step: int, weekends: bool) -> date:
    """So many days on, over Saturdays and Sundays where they are not shown."""
    way = DAY if step > 0 else -DAY
    for _ in range(abs(step)):
        day += way
        while not weekends and day.weekday() >= _SATURDAY:
            day += way
    return within(day)


def onto_shown(day: date, weekends: bool) -> date:
    """The day itself, or the Friday before it where weekends are not shown."""
    return day if weekends or day.weekday() < _SATURDAY else day - timedelta(days=day.weekday() - _SATURDAY + 1)


def title(view: View, day: date) -> str:
    """What stands at the head: November 2026; Nov 23-27, 2026; Monday, Nov 23, 2026."""
    if view in ("month", "list"):
        return say_month(day)
    if view == "day":
        return f"{weekday_name(day.weekday())}, {say_year_day(day)}"
    first, last = span_of("week", day)
    begin = say_month_day(first) if first.year == last.year else say_year_day(first)
    if first.month == last.month:
        return translate("calendar", "{month_day} to {day}, {year}").format(
            month_day=begin, day=last.day, year=last.year
        )
    return translate("calendar", "{first} to {last}").format(first=begin, last=say_year_day(last))


def week_words(monday: date, today: date) -> str:
    """How a week is called in the line about what fits."""
    if monday == monday_of(today):
        return translate("calendar", "This week")
    if monday == monday_of(today) + timedelta(days=WEEK):
        return translate("calendar", "Next week")
    return translate("calendar", "Week of {day}").format(day=say_month_day(monday))


def cell_title(day: date, month: int) -> str:
    """The number in a cell of the month; days of another month carry its name."""
    return str(day.day) if day.month == month else say_month_day(day)
