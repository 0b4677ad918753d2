"""The rows an agency starts with: the lists of product.md, whole and unambiguous."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from hhcrm.domain.starting_rows import (
    CLINICAL_GROUPS,
    CONTACT_ROLES,
    DECLINE_REASONS,
    DISCIPLINES,
    PAYERS,
    SERVICE_LINES,
    SOURCE_TYPES,
    VISIT_KINDS,
    Row,
    row_named,
)
from hhcrm.domain.text import name_key
from hhcrm.domain.words import ReasonOwner

TABLES: dict[str, Sequence[Row]] = {
    "source types": SOURCE_TYPES,
    "contact roles": CONTACT_ROLES,
    "visit kinds": VISIT_KINDS,
    "payers": PAYERS,
    "service lines": SERVICE_LINES,
    "disciplines": DISCIPLINES,
    "reasons": DECLINE_REASONS,
    "clinical groups": CLINICAL_GROUPS,
}


def names(rows: Sequence[Row]) -> list[str]:
    return [row.name.lower() for row in rows]


@pytest.mark.parametrize("table", TABLES)
def test_no_word_means_two_rows_of_one_table(table: str) -> None:
    meant = Counter(
        key for row in TABLES[table] for key in {name_key(word) for word in (row.code, row.name, *row.synonyms)}
    )
    assert [word for word, rows in meant.items() if rows > 1] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_row_is_found_by_each_of_its_words(table: str) -> None:
    for row in TABLES[table]:
        for word in (row.code, row.name.upper(), *row.synonyms):
            assert row_named(TABLES[table], word) is row


def test_nothing_is_found_by_nothing() -> None:
    assert row_named(SOURCE_TYPES, "") is None
    assert row_named(SOURCE_TYPES, "Bakery") is None


def test_source_types_are_those_of_the_vocabulary() -> None:
    assert names(SOURCE_TYPES) == [
        "hospital",
        "hospital unit",
        "skilled nursing facility",
        "inpatient rehabilitation facility",
        "long-term acute care hospital",
        "assisted living",
        "independent living",
        "memory care",
        "physician practice",
        "clinic",
        "wound centre",
        "dialysis centre",
        "hospice",
        "home health agency",
        "home care agency",
        "senior centre",
        "elder-law attorney",
        "geriatric care manager",
        "payer case management",
        "other",
    ]
    assert all(row.visits_to_active == 5 for row in SOURCE_TYPES)


@pytest.mark.parametrize("word", ["Skilled Nursing", "SNF", "Nursing home", "skilled nursing facility (SNF)"])
def test_one_type_has_many_words(word: str) -> None:
    found = row_named(SOURCE_TYPES, word)
    assert found is not None
    assert (found.code, found.label) == ("snf", "SNF")
    assert "26 contacts" in found.field_note


@pytest.mark.parametrize(
    ("code", "bed", "provider"),
    [
        ("hospital", 0.10, None),
        ("snf", 0.06, None),
        ("irf", 0.5, None),
        ("assisted_living", 0.03, None),
        ("physician_practice", None, 1.0),
    ],
)
def test_types_start_with_the_rates_of_the_product_page(code: str, bed: float | None, provider: float | None) -> None:
    found = row_named(SOURCE_TYPES, code)
    assert found is not None
    assert (found.rate_per_bed, found.rate_per_provider) == (bed, provider)


def test_contact_roles_are_those_of_the_vocabulary() -> None:
    assert names(CONTACT_ROLES) == [
        "physician",
        "np/pa",
        "discharge planner",
        "case manager",
        "social worker",
        "nurse",
        "office manager",
        "administrator",
        "executive director",
        "other",
    ]


def test_only_visit_drop_in_meeting_and_in_service_count() -> None:
    assert {row.name: row.counts for row in VISIT_KINDS} == {
        "In-person visit": True,
        "Drop-in": True,
        "Scheduled meeting": True,
        "In-service / lunch-and-learn": True,
        "Phone call": False,
        "Video call": False,
        "E-mail": False,
        "Event": False,
    }


def test_reasons_are_those_of_the_product_page() -> None:
    assert names(DECLINE_REASONS) == [
        "payer not accepted",
        "outside service area",
        "no capacity",
        "not homebound",
        "no skilled need",
        "no face-to-face encounter",
        "no physician to sign orders",
        "ordering physician not eligible to order home health",
        "patient chose another agency",
        "patient or family declined",
        "went to a facility",
        "readmitted to hospital",
        "deceased",
        "could not be reached",
        "duplicate",
        "sent by mistake",
        "other",
    ]


def test_reasons_say_whose_they_are_and_what_they_need() -> None:
    assert {row.owner for row in DECLINE_REASONS} == set(ReasonOwner)
    assert [row.code for row in DECLINE_REASONS if row.needs_discipline] == ["no_capacity"]
    assert [row.code for row in DECLINE_REASONS if row.needs_text] == ["other"]


def test_there_are_twelve_clinical_groups() -> None:
    assert len(CLINICAL_GROUPS) == 12
    assert sum(row.name.startswith("MMTA") for row in CLINICAL_GROUPS) == 7
