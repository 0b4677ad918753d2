"""What the cards of Measure say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hhcrm.queries.measure_models import Headline, MeasureFilter, Outcomes
from hhcrm.ui.measure.figures import Figure, figures, waiting

NOW = Headline(
    asked=MeasureFilter(date(2026, 10, 1), date(2026, 11, 23)),
    outcomes=Outcomes(1147, 104, 42),
    visits=774,
    median_hours_to_soc=21.4,
    starts_of_care=98,
    loops_due=139,
    loops_on_time=122,
)
BEFORE = Headline(
    asked=MeasureFilter(date(2026, 7, 1), date(2026, 8, 23)),
    outcomes=Outcomes(1135, 90, 30),
    visits=500,
    median_hours_to_soc=27.0,
    starts_of_care=90,
    loops_due=100,
    loops_on_time=88,
)


def by_key(now: Headline, before: Headline | None) -> dict[str, Figure]:
    return {figure.key: figure for figure in figures(now, before)}


def test_a_card_says_its_figure_what_it_is_of_and_how_it_was() -> None:
    cards = by_key(NOW, BEFORE)
    said = {key: (card.figure, card.of, card.before, card.tone) for key, card in cards.items()}
    assert said == {
        "referrals": ("1,147", "", "was 1,135 (+12)", "good"),
        "admitted": ("104", "71 %, 1,001 open", "was 90, 75 %", "overdue"),
        "hours": ("21 h", "of 98 starts", "was 27 h", "good"),
        "per_ten": ("14.8", "774 visits", "was 22.7", "overdue"),
        "loops": ("88 %", "of 139 due", "was 88 %", "muted"),
    }
    assert cards["hours"].spoken == (
        "Median to start of care: 21 h. of 98 starts. was 27 h. Held against Jul 1, 2026 to Aug 23, 2026"
    )


def test_without_anything_to_hold_it_against_a_card_says_its_figure_alone() -> None:
    assert all((card.before, card.tone, card.tip) == ("", "muted", "") for card in figures(NOW, None))


def test_what_is_not_known_is_a_dash_and_no_judgement() -> None:
    nothing = replace(NOW, outcomes=Outcomes(), visits=0, median_hours_to_soc=None, loops_due=0, loops_on_time=0)
    cards = by_key(nothing, BEFORE)
    assert [cards[key].figure for key in ("hours", "per_ten", "loops")] == ["\u2013", "\u2013", "\u2013"]
    assert [cards[key].tone for key in ("admitted", "hours", "per_ten", "loops")] == ["muted"] * 4
    assert by_key(NOW, nothing)["hours"].before == ""


def test_with_few_cases_a_card_says_how_many_instead_of_a_share_or_a_median() -> None:
    few = replace(NOW, outcomes=Outcomes(6, 3, 1), starts_of_care=3, loops_due=4, loops_on_time=2)
    cards = by_key(few, BEFORE)
    assert (cards["admitted"].figure, cards["admitted"].of) == ("3", "of 4 decided, 2 open")
    assert (cards["hours"].figure, cards["hours"].of) == ("\u2013", "of 3 starts, too few")
    assert (cards["loops"].figure, cards["loops"].of) == ("\u2013", "2 of 4 due, too few")
    assert {cards[key].tone for key in ("admitted", "hours", "loops")} == {"muted"}
    assert by_key(NOW, few)["loops"].before == ""
    assert by_key(replace(few, fewest=3), None)["hours"].figure == "21 h"


def test_of_a_period_to_come_no_card_says_a_number() -> None:
    assert {(card.figure, card.of) for card in figures(replace(NOW, ahead=True), BEFORE)} == {
        ("\u2013", "still to come")
    }


def test_the_same_cards_stand_there_before_the_first_answer() -> None:
    assert [(card.key, card.label) for card in waiting()] == [(card.key, card.label) for card in figures(NOW, None)]


COUNTS = st.integers(0, 5000)


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_a_card_is_good_or_bad_only_where_its_words_say_so_too(was: int, now: int, was_due: int, due: int) -> None:
    before = replace(BEFORE, outcomes=Outcomes(was, was // 2, was // 3), loops_due=was_due, loops_on_time=was_due // 2)
    cards = figures(replace(NOW, outcomes=Outcomes(now, now // 3, now // 2), loops_due=due, loops_on_time=due), before)
    assert all(card.tone == "muted" or card.before.startswith("was ") for card in cards)
