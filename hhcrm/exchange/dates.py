"""Days, instants and times as other programs' files write them. Nothing here knows today."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Literal

from hhcrm.domain.days import MONTHS, read_time
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate

DayOrder = Literal["mdy", "dmy", "ymd", "ambiguous"]
DAY_ORDERS: tuple[DayOrder, ...] = ("mdy", "dmy", "ymd", "ambiguous")

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +)?"
_MONTH_FIRST = re.compile(_WEEKDAY + r"([a-z]{3,9})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -]+(\d{4}|\d{2})")
_DAY_FIRST = re.compile(_WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?\.?[ -]([a-z]{3,9})\.?,?[ -]+(\d{4}|\d{2})")
_TIME_BEHIND = re.compile(
    r"(.*?\d)(?:[Tt]|,? +(?:at +)?)(\d{1,2}:\d\d)(?::(\d\d)(?:\.\d+)?)? ?([ap]\.?m\.?)?(?: ?(z|[+-]\d\d:?\d\d))?",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"0{1,4}[-/.]0{1,2}[-/.]0{1,4}")
_SERIAL = re.compile(r"(\d{5})(?:\.(\d+))?", re.ASCII)
_SERIAL_START = date(1899, 12, 30)
_EARLIEST, _LATEST = 1900, 2100
_PIVOT = 69  # as POSIX: 68 is 2068, 69 is 1969

DAY_WORDS = QT_TRANSLATE_NOOP("exchange", "Give a day such as 2026-11-20 or 11/20/2026.")
INSTANT_WORDS = QT_TRANSLATE_NOOP(
    "exchange", "Give a day and time such as 2026-11-20T14:05:00-06:00 or 11/20/2026 2:05 PM, or a day alone."
)
TIME_WORDS = QT_TRANSLATE_NOOP("exchange", "Give a time such as 14:05 or 2:05 pm.")


class NotRead(ValueError):
    """A text that is no day, instant or time; `str()` is what would be accepted."""


class TwoDays(NotRead):
    """A text that is one day or another, as month or day comes first."""


def detect_day_order(samples: Iterable[str]) -> DayOrder:
    """Which part of the numeric dates of one column comes first.

    One date that can be read only one way decides ("11/20/2026" is month first). "ymd" where the year comes first in
    all; "ambiguous" where every date can be read both ways, where dates contradict each other, or where there is none.
    """
    month_first = day_first = year_first = both = False
    for sample in samples:
        text = sample.strip()
        if behind := _TIME_BEHIND.fullmatch(text):
            text = behind[1]
        if _YEAR_FIRST.fullmatch(text):
            year_first = True
        elif match := _NUMBERS.fullmatch(text):
            first, second = int(match[1]), int(match[3])
            if first > 31:
                year_first = True
            elif first > 12 and second <= 12:
                day_first = True
            elif second > 12 and first <= 12:
                month_first = True
            else:
                both = both or first > 0
    if month_first != day_first:
        return "mdy" if month_first else "dmy"
    return "ymd" if year_first and not (month_first or both) else "ambiguous"


def read_day(text: str, order: DayOrder, *, serials: bool = False, full_year: bool = False) -> date | None:
    """A day; None for the zeros that some programs write for none. A time behind it is left off, unconverted.

    `serials`: five digits are a spreadsheet's day number. `full_year`: two-digit years are refused (dates of birth).
    Raises NotRead.
    """
    typed = " ".join(text.split())
    if behind := _TIME_BEHIND.fullmatch(typed):
        typed = behind[1]
    if serials and (serial := _SERIAL.fullmatch(typed)):
        return _checked(_SERIAL_START + timedelta(days=int(serial[1])))
    if _NOTHING.fullmatch(typed):
        return None
    if match := _YEAR_FIRST.fullmatch(typed):
        return _date(int(match[1]), int(match[3]), int(match[4]))
    if match := _COMPACT.fullmatch(typed):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(typed):
        return _numbered(match, order, full_year)
    lower = typed.lower()
    if match := _MONTH_FIRST.fullmatch(lower):
        return _date(_year(match[3], full_year), _month(match[1]), int(match[2]))
    if match := _DAY_FIRST.fullmatch(lower):
        return _date(_year(match[3], full_year), _month(match[2]), int(match[1]))
    raise NotRead(translate("exchange", DAY_WORDS))


def read_instant(text: str, order: DayOrder, *, serials: bool = False) -> datetime | date | None:
    """An instant, naive where the text names no offset; a day alone where it names no time. Raises NotRead."""
    typed = " ".join(text.split())
    try:
        if len(typed) > 10 and typed[4:5] == "-":
            moment = datetime.fromisoformat(typed)
            _checked(moment.date())
            return moment
    except NotRead:
        raise
    except ValueError:
        pass  # perhaps another form, below
    if serials and (serial := _SERIAL.fullmatch(typed)) and serial[2]:
        seconds = round(float("0." + serial[2]) * 86_400)
        # A spreadsheet knows no time zones: the agency's is put on by whoever reads the file.
        start = datetime(_SERIAL_START.year, _SERIAL_START.month, _SERIAL_START.day)  # noqa: DTZ001
        return start + timedelta(days=int(serial[1]), seconds=seconds)
    match = _TIME_BEHIND.fullmatch(typed)
    try:
        day = read_day(match[1] if match else typed, order, serials=serials)
    except TwoDays:
        raise
    except NotRead as error:
        raise NotRead(
            translate("exchange", INSTANT_WORDS) if str(error) == translate("exchange", DAY_WORDS) else str(error)
        ) from error
    if match is None or day is None:
        return day
    moment = datetime.combine(day, read_clock(f"{match[2]}:{match[3] or '00'} {match[4] or ''}"))
    if match[5]:
        return datetime.fromisoformat(moment.isoformat() + match[5].upper())
    return moment


def read_clock(text: str) -> time:
    """A time of day, seconds allowed. Raises NotRead."""
    typed = " ".join(text.split())
    seconds = 0
    if match := re.fullmatch(r"(\d{1,2}:\d\d):([0-5]\d)(?:\.\d+)?( ?[ap]\.?m\.?)?", typed, re.IGNORECASE):
        typed, seconds = match[1] + (match[3] or ""), int(match[2])
    try:
        return read_time(typed).replace(second=seconds)
    except RuleBroken as error:
        raise NotRead(translate("exchange", TIME_WORDS)) from error


def _numbered(match: re.Match[str], order: DayOrder, full_year: bool) -> date | None:
    first, second = int(match[1]), int(match[3])
    if order == "ymd" and len(match[4]) == 2:
        return _date(_year(f"{first:02}", full_year), second, int(match[4]))
    year = _year(match[4], full_year)
    if order == "mdy":
        if first > 12:
            raise NotRead(
                translate(
                    "exchange",
                    "The other dates of this column are month/day/year. Give a day such as 2026-11-20 or 11/20/2026.",
                )
            )
        return _date(year, first, second)
    if order == "dmy":
        if second > 12:
            raise NotRead(
                translate(
                    "exchange", "The other dates of this column are day/month/year. Give a day such as 2026-11-20."
                )
            )
        return _date(year, second, first)
    if first != second and first <= 12 and second <= 12:
        raise TwoDays(
            translate("exchange", "This could be two days. Say whether month or day comes first, or write 2026-11-20.")
        )
    return _date(year, first, second) if first <= 12 else _date(year, second, first)


def _year(text: str, full_year: bool) -> int:
    if len(text) == 4:
        return int(text)
    if full_year:
        raise NotRead(translate("exchange", "Write the year with four digits, such as 1943-02-15."))
    return int(text) + (1900 if int(text) >= _PIVOT else 2000)


def _month(text: str) -> int:
    for place, name in enumerate(MONTHS, start=1):
        if name.lower().startswith(text) or (text == "sept" and place == 9):
            return place
    raise NotRead(translate("exchange", DAY_WORDS))


def _date(year: int, month: int, day: int) -> date:
    try:
        return _checked(date(year, month, day))
    except ValueError as error:
        raise NotRead(
            translate("exchange", "There is no such day. Give a day such as 2026-11-20 or 11/20/2026.")
            if not isinstance(error, NotRead)
            else str(error)
        ) from error


def _checked(day: date) -> date:
    if not _EARLIEST <= day.year <= _LATEST:
        raise NotRead(
            translate("exchange", "The year lies outside {first} to {last}.").format(first=_EARLIEST, last=_LATEST)
        )
    return day
