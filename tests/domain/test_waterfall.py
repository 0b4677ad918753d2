"""Visits on the way to active."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.cadence import stalls
from hhcrm.domain.waterfall import (
    DEFAULT_VISITS_TO_ACTIVE,
    board,
    cadence_band,
    cohort_of,
    field_contacts,
    field_number,
    free_places,
    next_visit_reaches_active,
    reaches_active,
    say_visit_number,
    see_on_until,
    short_type,
    visit_number,
    why_stalled,
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


@given(
    last=st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2026, 11, 23))),
    since=st.dates(date(2026, 1, 1), date(2026, 11, 23)),
    without=st.integers(0, 9),
)
def test_a_prospect_that_stalls_says_why_and_no_other_does(last: date | None, since: date, without: int) -> None:
    today = date(2026, 11, 23)
    words = why_stalled(last, since, without, today)
    assert bool(words) == stalls(last, since, without, today)
    assert ("without a visit" in words) == ((today - max(since, last or since)).days >= 45)
    assert ("no advance in" in words) == (without >= 3)


def test_a_type_is_seen_on_until_the_fields_figure_or_a_few_more() -> None:
    assert [see_on_until(code, 5) for code in ("hospital", "snf", "physician_practice", "senior_centre")] == [
        50,
        26,
        8,
        8,
    ]
    assert [see_on_until(code, 9) for code in ("snf", "clinic")] == [26, 12]
    assert see_on_until("hospital", 100) == 100
    assert [field.said() for code in ("clinic", "irf") if (field := field_number(code))] == ["5-8", "about 26"]
    assert field_number("senior_centre") is None
    assert [short_type(code, "Name") for code in ("snf", "clinic")] == ["SNF", "Name"]


def test_a_cadence_is_offered_to_a_part_of_the_active_sources_in_words() -> None:
    assert [cadence_band(share) for share in (0.0, 0.19, 0.2, 0.49, 0.5)] == [
        "the top 20 %", "the top 20 %", "the next 30 %", "the next 30 %", "the rest",
    ]  # fmt: skip
