"""A desk, a look and a memory for tests of the interface; leaked windows and timers fail the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Protocol

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from hhcrm.compat import override
from hhcrm.jobs.runner import Runner
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.icons import Icons
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory

PATIENCE = 30_000
"""Milliseconds until something is taken for never coming: a busy machine is slow, and slow is not wrong."""

ICONS = Path(__file__).parents[2] / "resources" / "icons"


class MakeDesk(Protocol):
    """Makes a desk over stand-ins for the questions and the actions."""

    def __call__(self, questions: Any = None, actions: Any = None) -> Desk: ...


class PatientBot(QtBot):
    """Waits as long as a busy machine needs."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The bot of pytest-qt, with patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _us_locale() -> None:
    """Offscreen the locale is C: dates and numbers would not be those that people see."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))


@pytest.fixture(scope="session", autouse=True)
def _nothing_left_to_paste(qapp: QApplication) -> Iterator[None]:
    """What Python put on the clipboard goes while Python is still there: Qt frees it after, and the process crashes."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_window_left_behind(qapp: QApplication) -> Iterator[None]:
    """Windows and orphaned timers of a test end with it."""
    before = set(map(id, qapp.topLevelWidgets()))
    timers = set(map(id, qapp.findChildren(QTimer)))
    yield
    qapp.processEvents()
    left = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in qapp.topLevelWidgets()
        if id(widget) not in before and widget.isVisible() and not isinstance(widget, QMenu)
    ]
    running = [timer for timer in qapp.findChildren(QTimer) if id(timer) not in timers and timer.isActive()]
    assert not left, f"windows left open: {left}"
    assert not running, f"timers left running: {running}"


@pytest.fixture
def memory() -> ShortMemory:
    return ShortMemory()


@pytest.fixture
def look(qapp: QApplication, memory: ShortMemory) -> Look:
    """The program's look, in light and at 100 per cent, with its icons."""
    Icons(ICONS).install(qapp)
    memory.set("look.scheme", "light")
    return Look(qapp, memory)


@pytest.fixture
def runner() -> Iterator[Runner]:
    with Runner() as runner:
        yield runner


@pytest.fixture
def make_desk(qapp: QApplication, runner: Runner) -> Iterator[MakeDesk]:
    """A desk over stand-ins for the questions and the actions."""
    desks: list[Desk] = []

    def make(questions: Any = None, actions: Any = None) -> Desk:
        desk = Desk(
            runner,
            lambda: questions,
            lambda: actions,
            now=lambda: datetime(2026, 11, 23, 15, 0, tzinfo=UTC),
            today=lambda: date(2026, 11, 23),
        )
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.close()
