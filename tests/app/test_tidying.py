"""Garbage is looked for on the interface thread alone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hhcrm.app.tidying import Tidying


class Loop:
    """Garbage that only the collector can find; it says on which thread it went."""

    def __init__(self, ends: list[str]) -> None:
        self.me = self
        weakref.finalize(self, lambda: ends.append(threading.current_thread().name))


@pytest.fixture
def tidying(qapp: QApplication) -> Iterator[Tidying]:
    gc.enable()  # as Python begins; tests run without
    parent = QObject()
    made = Tidying(parent)
    yield made
    made.stop()


def allocate(ends: list[str]) -> None:
    """Far more than the collector's first threshold."""
    Loop(ends)
    assert len([[number] for number in range(50_000)]) == 50_000


def test_a_busy_worker_thread_collects_nothing(tidying: Tidying) -> None:
    ends: list[str] = []
    worker = threading.Thread(target=allocate, args=(ends,))
    worker.start()
    worker.join()
    assert ends == []
    gc.collect()
    assert ends == [threading.current_thread().name]


def test_what_is_due_goes_by_itself_on_the_interface_thread(tidying: Tidying, qtbot: QtBot) -> None:
    ends: list[str] = []
    kept = [[number] for number in range(5_000)]
    Loop(ends)
    kept += [[number] for number in range(5_000)]
    qtbot.waitUntil(lambda: ends == [threading.current_thread().name], timeout=5_000)
    assert len(kept) == 10_000


def test_while_much_is_loaded_nothing_is_collected_and_what_is_loaded_is_never_looked_through_again(
    tidying: Tidying,
) -> None:
    ends: list[str] = []
    tidying.hold()
    kept = [[number] for number in range(20_000)]
    Loop(ends)
    tidying.tidy()
    assert ends == []
    before = gc.get_freeze_count()
    try:
        tidying.settle()
        assert gc.get_freeze_count() >= before + len(kept)
        assert gc.get_count()[0] < len(kept)
    finally:
        gc.unfreeze()
    gc.collect()
    assert ends == [threading.current_thread().name]
