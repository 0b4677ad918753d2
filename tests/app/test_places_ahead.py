"""Places are made ahead: piece by piece, behind what is asked, and until they are all there or nobody wants them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hhcrm.app.places_ahead import PlacesAhead
from hhcrm.app.traffic import Traffic
from hhcrm.jobs import Runner


class FakeWindow:
    """Has two pieces for each place but the one that somebody has been to."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def pieces_ahead(self, place: str, /) -> Sequence[Callable[[], object]]:
        """Two pieces that say what they are."""
        if place == "been":
            return ()
        return tuple(lambda part=part: self.done.append(f"{place} {part}") for part in ("made", "asked"))


@pytest.fixture
def traffic() -> Iterator[Traffic]:
    """What passes to a runner of our own."""
    with Runner() as runner:
        yield Traffic(runner)


def test_every_place_is_made_piece_by_piece_and_then_the_program_is_at_rest(
    qtbot: QtBot, qapp: QObject, traffic: Traffic
) -> None:
    window, turns = FakeWindow(), list[str]()
    ahead = PlacesAhead(window, ("been", "sources", "measure"), traffic, qapp)
    ahead.turn.connect(turns.append)
    assert traffic.following == 1
    ahead.begin()
    assert window.done == [], "nothing is done before the loop turns"
    qtbot.waitUntil(lambda: traffic.following == 0)
    assert window.done == ["sources made", "sources asked", "measure made", "measure asked"]
    assert turns == ["sources", "sources", "measure", "measure"]


def test_it_waits_for_what_is_asked(qtbot: QtBot, qapp: QObject, traffic: Traffic) -> None:
    window, go = FakeWindow(), threading.Event()
    traffic.read(go.wait, lambda _answer: None, lambda _error: None)
    ahead = PlacesAhead(window, ("sources",), traffic, qapp)
    looked: list[int] = []
    ahead._pause.timeout.connect(lambda: looked.append(traffic.waiting))
    ahead.begin()
    qtbot.waitUntil(lambda: len(looked) > 2)
    assert window.done == []
    go.set()
    qtbot.waitUntil(lambda: traffic.following == 0)
    assert window.done == ["sources made", "sources asked"]


def test_stopped_it_leaves_the_rest(qtbot: QtBot, qapp: QObject, traffic: Traffic) -> None:
    window = FakeWindow()
    ahead = PlacesAhead(window, ("sources", "measure"), traffic, qapp)
    ahead.turn.connect(lambda _place: ahead.stop() if window.done else None)
    ahead.begin()
    qtbot.waitUntil(lambda: traffic.following == 0)
    ahead.stop()
    ahead.begin()
    looked: list[object] = []
    traffic.read(lambda: None, looked.append, looked.append)
    qtbot.waitUntil(lambda: bool(looked))
    assert window.done == ["sources made"]
    assert traffic.following == 0
