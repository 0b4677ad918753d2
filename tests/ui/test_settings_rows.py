"""Long lists of settings are put down in turns, between which the window rests."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hhcrm.ui.settings.entry_section import BETWEEN_MS, when_quiet


def test_the_next_turn_waits_for_what_the_last_one_left_to_do(qtbot: QtBot, qapp: QApplication) -> None:
    seen: list[str] = []

    def keep_busy(times: int) -> None:
        seen.append("laid out")
        until = monotonic() + 4 * BETWEEN_MS / 1000
        while monotonic() < until:
            pass
        if times > 1:
            QTimer.singleShot(0, lambda: keep_busy(times - 1))

    owner = QObject(qapp)  # as every widget has one: Qt ends it, not the last timer that names it
    when_quiet(owner, lambda: seen.append("next"))
    keep_busy(3)
    qtbot.waitUntil(lambda: "next" in seen)
    assert seen == ["laid out"] * 3 + ["next"]


def test_a_machine_that_never_rests_does_not_stop_it(qtbot: QtBot, qapp: QApplication) -> None:
    done: list[bool] = []
    busy = QTimer()

    def spin() -> None:
        until = monotonic() + 4 * BETWEEN_MS / 1000
        while monotonic() < until:
            pass

    busy.timeout.connect(spin)
    busy.start(0)
    owner = QObject(qapp)  # as every widget has one: Qt ends it, not the last timer that names it
    when_quiet(owner, lambda: done.append(True), tries=3)
    qtbot.waitUntil(lambda: done == [True])
    busy.stop()
