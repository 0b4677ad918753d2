"""Every fixed word of the field is marked for translation, and days can be typed in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

import pytest

from hhcrm.domain import referrals, wording, words
from hhcrm.domain.days import read_day, say_day
from hhcrm.domain.nouns import NOUNS
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.vocabulary import PROVIDER_KINDS, QUADRANTS, WORDS
from hhcrm.domain.worth import Quadrant, provider_rates
from hhcrm.domain.worth_board import Misjudged
from hhcrm.models.all import metadata
from hhcrm.storage.undo import words_for

TODAY = date(2026, 11, 23)

SPANISH = {
    "today": "hoy",
    "tomorrow": "mañana",
    "yesterday": "ayer",
    "Tuesday": "martes",
    "Wednesday": "miércoles",
    "Wed": "mié",
    "March": "marzo",
    "November": "noviembre",
    "Nov": "nov",
    "{month} {day}": "{day} {month}",
    "{weekday}, {day}": "{weekday} {day}",
}


@pytest.fixture
def spanish() -> Iterator[None]:
    wording.install(lambda _context, text: SPANISH.get(text, text))
    yield
    wording.install(None)


def _enums() -> Iterator[type[StrEnum]]:
    for module in (words, referrals):
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, StrEnum) and value not in (StrEnum, words.Tier):
                yield value


def test_every_fixed_word_is_marked() -> None:
    assert {member.value for enum in _enums() for member in enum} <= set(WORDS)
    assert {member.value for enum in (Quadrant, Misjudged) for member in enum} == set(QUADRANTS)
    assert set(provider_rates(DEFAULTS)) == set(PROVIDER_KINDS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mañana", date(2026, 11, 24)),
        ("Hoy", TODAY),
        ("ayer", date(2026, 11, 22)),
        ("miercoles", date(2026, 11, 25)),
        ("mié", date(2026, 11, 25)),
        ("25 nov", date(2026, 11, 25)),
        ("mar 24 nov", date(2026, 11, 24)),
        ("mar 3", date(2027, 3, 3)),
        ("tomorrow", date(2026, 11, 24)),
        ("+3", date(2026, 11, 26)),
    ],
)
def test_days_can_be_typed_in_the_language_of_the_window(spanish: None, typed: str, meant: date) -> None:
    assert read_day(typed, TODAY) == meant


def test_what_the_window_says_of_a_day_it_understands(spanish: None) -> None:
    said = say_day(date(2026, 11, 25), TODAY)
    assert said == "mié 25 nov"
    assert read_day(said, TODAY) == date(2026, 11, 25)


def test_every_kind_of_record_has_a_noun_that_can_be_translated() -> None:
    tables = [table for name, table in metadata.tables.items() if not name.startswith("journal")]
    assert {words_for(table) for table in tables} <= set(NOUNS)
