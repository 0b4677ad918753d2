"""What a filled view waits for is counted apart from what follows it."""

from __future__ import annotations

import threading

from hhcrm.app.traffic import Traffic
from hhcrm.jobs import Runner

LONG = 10.0


def test_a_chart_that_is_being_drawn_holds_no_view_up() -> None:
    with Runner() as runner:
        traffic = Traffic(runner)
        go, told = threading.Event(), threading.Event()
        idle: list[int] = []
        traffic.on_idle = lambda: idle.append(traffic.following)
        traffic.follow(lambda: go.wait(LONG), lambda _answer: told.set(), lambda _error: None)
        assert (traffic.waiting, traffic.following, traffic.asked) == (0, 1, 0)
        answered = threading.Event()
        traffic.read(lambda: "rows", lambda _answer: answered.set(), lambda _error: None)
        assert answered.wait(LONG)
        go.set()
        assert told.wait(LONG)
    assert (traffic.waiting, traffic.following, traffic.asked) == (0, 0, 1)
    assert idle == [1], "the rows are there while the chart is still drawn"


def test_a_chart_that_cannot_be_drawn_is_over_all_the_same() -> None:
    with Runner() as runner:
        traffic = Traffic(runner)
        failed: list[Exception] = []
        told = threading.Event()

        def broke(error: Exception) -> None:
            failed.append(error)
            told.set()

        traffic.follow(lambda: 1 // 0, lambda _answer: None, broke)
        assert told.wait(LONG)
    assert [type(error) for error in failed] == [ZeroDivisionError]
    assert traffic.following == 0
