"""Small words that several answers say the same way."""

from __future__ import annotations

from datetime import date

from hhcrm.domain.days import say_month_day, say_year_day
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate

_ORDINALS = (
    QT_TRANSLATE_NOOP("numbers", "zeroth"),
    QT_TRANSLATE_NOOP("numbers", "first"),
    QT_TRANSLATE_NOOP("numbers", "second"),
    QT_TRANSLATE_NOOP("numbers", "third"),
    QT_TRANSLATE_NOOP("numbers", "fourth"),
    QT_TRANSLATE_NOOP("numbers", "fifth"),
    QT_TRANSLATE_NOOP("numbers", "sixth"),
    QT_TRANSLATE_NOOP("numbers", "seventh"),
    QT_TRANSLATE_NOOP("numbers", "eighth"),
    QT_TRANSLATE_NOOP("numbers", "ninth"),
    QT_TRANSLATE_NOOP("numbers", "tenth"),
    QT_TRANSLATE_NOOP("numbers", "eleventh"),
    QT_TRANSLATE_NOOP("numbers", "twelfth"),
)
_NUMBERS = (
    QT_TRANSLATE_NOOP("numbers", "no"),
    QT_TRANSLATE_NOOP("numbers", "one"),
    QT_TRANSLATE_NOOP("numbers", "two"),
    QT_TRANSLATE_NOOP("numbers", "three"),
    QT_TRANSLATE_NOOP("numbers", "four"),
    QT_TRANSLATE_NOOP("numbers", "five"),
    QT_TRANSLATE_NOOP("numbers", "six"),
    QT_TRANSLATE_NOOP("numbers", "seven"),
    QT_TRANSLATE_NOOP("numbers", "eight"),
    QT_TRANSLATE_NOOP("numbers", "nine"),
    QT_TRANSLATE_NOOP("numbers", "ten"),
    QT_TRANSLATE_NOOP("numbers", "eleven"),
    QT_TRANSLATE_NOOP("numbers", "twelve"),
)


_ENDINGS = {
    1: QT_TRANSLATE_NOOP("numbers", "{number}st"),
    2: QT_TRANSLATE_NOOP("numbers", "{number}nd"),
    3: QT_TRANSLATE_NOOP("numbers", "{number}rd"),
}
_OTHER_ENDING = QT_TRANSLATE_NOOP("numbers", "{number}th")


def ordinal(number: int) -> str:
    """A place in a row: fifth, 26th."""
    if number < len(_ORDINALS):
        return translate("numbers", _ORDINALS[number])
    ending = 0 if number % 100 in (11, 12, 13) else number % 10
    return translate("numbers", _ENDINGS.get(ending, _OTHER_ENDING)).format(number=number)


def number_word(number: int) -> str:
    """A small number as a word, a greater one in digits: five, 26."""
    return translate("numbers", _NUMBERS[number]) if number < len(_NUMBERS) else str(number)


def short_day(day: date, today: date) -> str:
    """A day without its weekday: Nov 3; with its year when that is not this year's."""
    return say_month_day(day) if day.year == today.year else say_year_day(day)
