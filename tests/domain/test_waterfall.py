"""Visits on the way to active."""

from __future__ import annotations

from datetime import date

import pytest

from hhcrm.domain.waterfall import (
    DEFAULT_VISITS_TO_ACTIVE,
    board,
    cohort_of,
    field_contacts,
    free_places,
    next_visit_reaches_active,
    reaches_active,
    say_visit_number,
    visit_number,
)


def test_visits_count_from_the_day_it_became_prospective() -> None:
    visits = [date(2026, 8, 31), date(2026, 9, 1), date(2026, 9, 14), date(2026, 10, 20)]
    assert visit_number(visits, date(2026, 9, 1)) == 3


def test_five_visits_make_a_source_active_unless_its_type_says_otherwise() -> None:
    assert DEFAULT_VISITS_TO_ACTIVE == 5
    assert not reaches_active(4)
    assert reaches_active(5)
    assert not reaches_active(5, needed=8)


def test_the_fifth_visit_is_the_one_that_reaches_it() -> None:
    assert [next_visit_reaches_active(visits) for visits in range(7)] == [False] * 4 + [True] + [False] * 2


@pytest.mark.parametrize(("visits", "said"), [(0, "visit 0 of 5"), (2, "visit 2 of 5"), (5, "visit 5 of 5: decide")])
def test_how_far_a_prospect_is_in_words(visits: int, said: str) -> None:
    assert say_visit_number(visits) == said


def test_more_visits_than_needed_still_ask_for_a_decision() -> None:
    assert say_visit_number(7) == "visit 7, 5 are enough: decide"


def test_the_board_shows_how_many_stand_at_each_visit() -> None:
    assert board([0, 0, 1, 3, 5, 6]) == (2, 1, 0, 1, 0, 2)


def test_a_cohort_belongs_to_a_month_and_has_five_places() -> None:
    assert cohort_of(date(2026, 11, 23)) == date(2026, 11, 1)
    assert [free_places(members) for members in (0, 4, 5, 6)] == [5, 1, 0, 0]


@pytest.mark.parametrize(
    ("code", "number"), [("physician_practice", "5-8"), ("snf", "26"), ("irf", "26"), ("hospital", "50")]
)
def test_the_field_reports_how_many_contacts_it_takes(code: str, number: str) -> None:
    assert number in field_contacts(code)


def test_nothing_is_said_where_the_field_reports_nothing() -> None:
    assert field_contacts("senior_centre") == ""
