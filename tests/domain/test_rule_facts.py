"""The numbers of the rules in words: each has one, none goes beyond its limits, and they go together."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.cadence import TIER_CADENCES
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.rule_facts import (
    RULE_FACTS,
    RuleFact,
    changed_rules,
    default_value,
    read_value,
    say_rule,
    say_value,
    shown_value,
)
from hhcrm.domain.settings import DEFAULTS, Rules

FOLLOWS_THE_WEEK = {"workday_starts", "workday_ends"}


def test_every_number_of_the_rules_is_on_the_page() -> None:
    named = {fact.name.partition(".")[0] for fact in RULE_FACTS}
    assert named == {field.name for field in fields(Rules)} - FOLLOWS_THE_WEEK


def test_the_defaults_lie_between_their_limits_and_come_back_as_they_were() -> None:
    shown = {fact.name: read_value(fact, say_value(default_value(fact))) for fact in RULE_FACTS}
    blank = {fact.name for fact in RULE_FACTS if fact.may_be_blank and not shown[fact.name]}
    assert all(fact.least <= shown[fact.name] <= fact.most for fact in RULE_FACTS if fact.name not in blank)
    assert blank == {*TIER_CADENCES.values(), "hourly_cost", "revenue_per_admission"}
    exact = {fact.name: default_value(fact) for fact in RULE_FACTS}
    assert changed_rules(DEFAULTS, exact) == DEFAULTS


@given(st.sampled_from(RULE_FACTS), st.floats(0, 1_000))
def test_a_number_is_stored_as_it_was_shown_or_refused_beside_its_name(fact: RuleFact, value: float) -> None:
    refused = None
    made = DEFAULTS
    try:
        made = changed_rules(DEFAULTS, {fact.name: value})
    except RuleBroken as fault:
        refused = fault.field
    assert refused in (None, fact.name)
    if refused is None:
        assert shown_value(made, fact) == pytest.approx(value, abs=1e-3)


@pytest.mark.parametrize(
    ("shown", "field"),
    [
        ({"top_percent": 80}, "top_percent"),
        ({"default_cadence_days": 45, "shortest_cadence_days": 60}, "default_cadence_days"),
        ({"tier_b_cadence_days": 365}, "tier_b_cadence_days"),
        ({"longest_cadence_days": 40}, "longest_cadence_days"),
        ({"offered_cadences.2": 365}, "offered_cadences.2"),
        ({"clock_warnings_hours.0": 44}, "clock_warnings_hours.0"),
        ({"urgency_most": 0.5}, "urgency_most"),
        ({"stall_days": float("nan")}, "stall_days"),
        ({"nothing": 1}, None),
    ],
)
def test_numbers_that_do_not_go_together_are_refused_at_one_that_was_typed(
    shown: dict[str, float], field: str | None
) -> None:
    with pytest.raises(RuleBroken) as caught:
        changed_rules(DEFAULTS, shown)
    assert caught.value.field == field


@pytest.mark.parametrize("typed", ["", "five", "1e999", "-1", "5.5", "nan"])
def test_what_is_no_number_of_visits_is_refused(typed: str) -> None:
    fact = next(fact for fact in RULE_FACTS if fact.name == "stall_visits")
    with pytest.raises(RuleBroken):
        read_value(fact, typed)


def test_a_tier_without_a_cadence_is_left_blank() -> None:
    fact = next(fact for fact in RULE_FACTS if fact.name == "tier_b_cadence_days")
    assert (say_rule(fact, 0), read_value(fact, " "), read_value(fact, "0"), say_rule(fact, 45)) == ("", 0, 0, "45")
    made = changed_rules(DEFAULTS, {"tier_b_cadence_days": 45})
    assert (made.tier_b_cadence_days, changed_rules(made, {"tier_b_cadence_days": 0})) == (45, DEFAULTS)
