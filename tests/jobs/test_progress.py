"""A long piece of work says how far it is, often enough and not too often."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.jobs import Cancelled, Progress, Report


class Hand:
    """A clock that is moved by hand, in seconds."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@given(st.lists(st.floats(0.0, 0.3), min_size=1, max_size=200))
def test_at_most_ten_reports_a_second_go_on(pauses: list[float]) -> None:
    hand = Hand()
    told: list[float] = []
    progress = Progress(lambda _: told.append(hand.now), hand)
    for number, pause in enumerate(pauses):
        hand.now += pause
        progress.report("rows", number, 10_000)
    assert all(later - earlier >= 0.099 for earlier, later in pairwise(told))
    assert told[0] == 1000.0 + pauses[0]
    assert hand.now - told[-1] < 0.1


def test_the_end_and_a_new_step_are_never_held_back() -> None:
    heard: list[Report] = []
    progress = Progress(heard.append, Hand())
    for number in range(4):
        progress.report("reading", number, 3)
    progress.report("writing", 0)
    progress.report("writing", 1)
    assert heard == [Report("reading", 0, 3), Report("reading", 3, 3), Report("writing", 0, None)]


def test_a_check_raises_only_after_somebody_asked_to_stop() -> None:
    progress = Progress()
    progress.check()
    progress.report("nobody listens", 1, 2)
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.check()
