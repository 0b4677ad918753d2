"""The same facts, different answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.capability import CapacityWord, DisciplineAnswer, Said
from hhcrm.domain.consistency import Answer, Known, differing, least_capacity
from hhcrm.domain.words import CapacityState, ReasonOwner

DAY = date(2026, 11, 20)
WOUND = Known("Home health", "Medicare", Said.YES, Said.YES, ("Skilled nursing",), CapacityState.OPEN, "Wounds")


def answer(key: int, known: Known = WOUND, owner: ReasonOwner | None = None, day: date = DAY) -> Answer:
    return Answer(key, 1, "Mercy", day, day, known, owner is None, reason_owner=owner)


def test_one_accepted_and_one_refused_for_our_own_reason_are_found() -> None:
    (found,) = differing([answer(1), answer(2), answer(3, owner=ReasonOwner.OURS)])
    assert [each.referral_id for each in found.accepted] == [1, 2]
    assert [each.referral_id for each in found.refused] == [3]


def test_another_fact_explains_another_answer() -> None:
    refused = answer(2, replace(WOUND, capacity=CapacityState.CLOSED), ReasonOwner.OURS)
    assert differing([answer(1), refused]) == ()


def test_what_lies_with_the_patient_or_the_source_is_no_answer_of_ours() -> None:
    for owner in (ReasonOwner.PATIENT, ReasonOwner.SOURCE):
        assert differing([answer(1), answer(2, owner=owner)]) == ()
    assert len(differing([answer(1), answer(2, owner=ReasonOwner.PAYER)])) == 1


def test_where_line_or_payer_are_not_known_nothing_is_compared() -> None:
    for known in (replace(WOUND, line=""), replace(WOUND, payer="")):
        assert differing([answer(1, known), answer(2, known, ReasonOwner.OURS)]) == ()


def test_the_newest_refusal_comes_first() -> None:
    other = replace(WOUND, payer="VA")
    older = [answer(1), answer(2, owner=ReasonOwner.OURS, day=date(2026, 3, 1))]
    newer = [answer(3, other), answer(4, other, ReasonOwner.OURS)]
    assert [each.known.payer for each in differing([*older, *newer])] == ["VA", "Medicare"]


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from([None, *ReasonOwner])), max_size=12))
def test_each_group_holds_one_set_of_facts_and_both_answers(rows: list[tuple[int, ReasonOwner | None]]) -> None:
    given_answers = [
        answer(key, replace(WOUND, payer=f"Payer {which}"), owner) for key, (which, owner) in enumerate(rows)
    ]
    for group in differing(given_answers):
        assert {each.known for each in (*group.accepted, *group.refused)} == {group.known}
        assert all(each.accepted for each in group.accepted)
        assert all(each.reason_owner in (ReasonOwner.OURS, ReasonOwner.PAYER) for each in group.refused)
    found = {group.known.payer for group in differing(given_answers)}
    both = {
        f"Payer {which}"
        for which in range(3)
        if {None} & {owner for each, owner in rows if each == which}
        and {ReasonOwner.OURS, ReasonOwner.PAYER} & {owner for each, owner in rows if each == which}
    }
    assert found == both


def test_the_least_capacity_counts() -> None:
    now = datetime(2026, 11, 20, 15, tzinfo=UTC)
    states = [DisciplineAnswer(CapacityWord(1, state, now)) for state in (CapacityState.OPEN, CapacityState.LIMITED)]
    assert least_capacity(states) is CapacityState.LIMITED
    assert least_capacity([states[0], DisciplineAnswer()]) is CapacityState.OPEN
    assert least_capacity([DisciplineAnswer()]) is None
