"""What of the agency's capability is in force on a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.capability import (
    CapacityWord,
    DisciplineAnswer,
    PayerAnswer,
    PayerWord,
    Said,
    ServedPlace,
    added_and_removed,
    discipline_answer,
    payer_answer,
    zip_answer,
)
from hhcrm.domain.words import CapacityState

HUMANA, MEDICARE, HOME_HEALTH, HOSPICE = 1, 2, 10, 11
NOON = datetime(2026, 11, 23, 18, tzinfo=UTC)
TODAY = date(2026, 11, 23)

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def test_a_payer_that_nobody_spoke_of_is_unsaid_not_refused() -> None:
    assert payer_answer([], HUMANA, HOME_HEALTH, TODAY) == PayerAnswer(Said.UNSAID)


def test_the_newest_word_that_has_begun_holds() -> None:
    words = [
        PayerWord(HUMANA, HOME_HEALTH, True, date(2026, 1, 1)),
        PayerWord(HUMANA, HOME_HEALTH, False, date(2026, 11, 23), "Bluestem takes it"),
        PayerWord(HUMANA, HOSPICE, True, date(2026, 11, 24)),
    ]
    assert payer_answer(words, HUMANA, HOME_HEALTH, date(2026, 11, 22)).said is Said.YES
    refused = payer_answer(words, HUMANA, HOME_HEALTH, TODAY)
    assert refused == PayerAnswer(Said.NO, TODAY, "Bluestem takes it")
    assert payer_answer(words, HUMANA, HOSPICE, TODAY).said is Said.UNSAID
    assert payer_answer(words, MEDICARE, HOME_HEALTH, TODAY).said is Said.UNSAID


@given(st.dictionaries(DAYS, st.booleans()), DAYS)
def test_the_answer_on_a_day_is_the_last_change_up_to_it(changes: dict[date, bool], on: date) -> None:
    words = [PayerWord(HUMANA, HOME_HEALTH, accepted, day) for day, accepted in changes.items()]
    held: bool | None = None
    for day in (date(2026, 1, 1) + timedelta(days=count) for count in range((on - date(2026, 1, 1)).days + 1)):
        held = changes.get(day, held)
    expected = {True: Said.YES, False: Said.NO, None: Said.UNSAID}[held]
    assert payer_answer(words, HUMANA, HOME_HEALTH, on).said is expected


def test_a_zip_is_served_by_the_list_of_its_line_or_by_that_for_all() -> None:
    served = [ServedPlace("37203"), ServedPlace("37206", HOSPICE)]
    assert zip_answer(served, "37203-1234", HOME_HEALTH) is Said.YES
    assert zip_answer(served, "37206", HOME_HEALTH) is Said.NO
    assert zip_answer(served, "37206", HOSPICE) is Said.YES
    assert zip_answer(served, "37206", None) is Said.YES
    assert zip_answer(served, "", HOSPICE) is Said.UNSAID


def test_without_a_list_for_the_line_no_place_is_refused() -> None:
    assert zip_answer([ServedPlace("37206", HOSPICE)], "90210", HOME_HEALTH) is Said.UNSAID
    assert zip_answer([], "90210", None) is Said.UNSAID


def test_a_discipline_that_was_closed_until_a_day_has_to_be_asked_on_the_next() -> None:
    closed = CapacityWord(5, CapacityState.CLOSED, NOON - timedelta(days=3), until_on=TODAY)
    assert discipline_answer([closed], 5, NOON, TODAY) == DisciplineAnswer(closed)
    later = discipline_answer([closed], 5, NOON + timedelta(days=1), TODAY + timedelta(days=1))
    assert later == DisciplineAnswer(closed, lapsed=True)
    assert later.said is Said.NO


def test_a_discipline_nobody_spoke_of_is_unsaid_and_limited_is_a_yes() -> None:
    limited = CapacityWord(5, CapacityState.LIMITED, NOON)
    assert discipline_answer([limited], 6, NOON, TODAY).said is Said.UNSAID
    assert discipline_answer([limited], 5, NOON - timedelta(seconds=1), TODAY).state is None
    assert discipline_answer([limited], 5, NOON, TODAY).said is Said.YES


@given(st.lists(st.tuples(st.integers(-5, 5), st.sampled_from(CapacityState)), max_size=8))
def test_the_newest_word_of_a_discipline_holds_whatever_the_order(said: list[tuple[int, CapacityState]]) -> None:
    words = [CapacityWord(5, state, NOON + timedelta(hours=hours)) for hours, state in said]
    begun = [word for word in words if word.from_at <= NOON]
    answer = discipline_answer(words, 5, NOON, TODAY)
    if not begun:
        assert answer.word is None
    else:
        newest = max(word.from_at for word in begun)
        assert answer.word == [word for word in begun if word.from_at == newest][-1]


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_what_is_added_and_removed_turns_one_list_into_the_other(there: list[int], wanted: list[int]) -> None:
    added, removed = added_and_removed(there, wanted)
    assert (set(there) | set(added)) - set(removed) == set(wanted)
    assert not set(added) & set(there)
    assert set(removed) <= set(there)
