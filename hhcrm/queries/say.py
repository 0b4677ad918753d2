"""Small words that several answers say the same way."""

from __future__ import annotations

from datetime import date

from hhcrm.domain.days import MONTHS

_ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def ordinal(number: int) -> str:
    """A place in a row: fifth, 26th."""
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def number_word(number: int) -> str:
    """A small number as a word, a greater one in digits: five, 26."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def short_day(day: date, today: date) -> str:
    """A day without its weekday: Nov 3; with its year when that is not this year's."""
    said = f"{MONTHS[day.month - 1][:3]} {day.day}"
    return said if day.year == today.year else f"{said}, {day.year}"
