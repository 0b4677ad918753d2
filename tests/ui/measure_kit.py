"""Measure over a sample agency, for the tests of that place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.charts.painter import Painter
from hhcrm.jobs.runner import Runner
from hhcrm.queries.bound import Questions
from hhcrm.services.sample.fill import fill_sample
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from hhcrm.ui.measure.overview import OverviewPage
from hhcrm.ui.measure.place import MeasureKit, MeasurePlace
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.last_known import ShortKnown
from hhcrm.ui.shared.memory import ShortMemory
from tests.databases import new_engine

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
TWELVE_MONTHS = (date(2025, 11, 24), TODAY)


@dataclass
class FakeFrame:
    """Remembers what a place said to the window."""

    toasts: list[str] = field(default_factory=list)
    gone: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    faults: list[Exception] = field(default_factory=list)
    recorded: int = 0

    def toast(self, words: str, *, undo: bool = False, action: tuple[str, Callable[[], None]] | None = None) -> None:
        """Remember what was said."""
        self.toasts.append(words)

    def go(self, place: str, **where: object) -> None:
        """Remember where to."""
        self.gone.append((place, where))

    def log_visit(self, source_id: int | None = None, visit_id: int | None = None) -> None:
        """Nothing is logged from here."""

    def new_referral(self, source_id: int | None = None) -> None:
        """Remember that one was to be recorded."""
        self.recorded += 1

    def badge(self, place: str, count: int) -> None:
        """Nothing waits here."""

    def fault(self, error: Exception) -> None:
        """Remember a fault."""
        self.faults.append(error)


@dataclass
class Bench:
    """One agency with Measure over it."""

    folder: Path
    qtbot: QtBot
    questions: Any
    memory: ShortMemory = field(default_factory=ShortMemory)
    known: ShortKnown = field(default_factory=ShortKnown)
    picked: str = ""
    offered: list[tuple[str, str]] = field(default_factory=list)
    places: list[QWidget] = field(default_factory=list)
    desks: list[Desk] = field(default_factory=list)
    runners: list[Runner] = field(default_factory=list)

    def desk(self, frame: FakeFrame) -> Desk:
        """A way to the data; faults nobody asked for go to the frame."""
        runner = Runner()
        desk = Desk(runner, lambda: self.questions, lambda: None, now=lambda: NOW, today=lambda: TODAY)  # type: ignore[arg-type, return-value]  # nothing is written here
        desk.faulted.connect(frame.faults.append)
        self.runners.append(runner)
        self.desks.append(desk)
        return desk

    def open(self, width: int = 1060, height: int = 700) -> tuple[MeasurePlace, FakeFrame]:
        """A fresh window on it."""
        frame = FakeFrame()
        kit = MeasureKit(Painter(self.folder / "charts"), self.memory, self.pick, known=self.known)
        place = MeasurePlace(self.desk(frame), frame, kit)
        self.places.append(place)
        place.resize(width, height)
        place.show()
        with self.qtbot.waitActive(place):
            place.activateWindow()
        place.refresh()
        return place, frame

    def pick(self, _over: QWidget, offered: str, kinds: str) -> str:
        """What the person chooses in the dialog of files."""
        self.offered.append((offered, kinds))
        return self.picked

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(holds()))

    def ready(self, place: MeasurePlace) -> None:
        """Wait until every chart is drawn."""
        self.until(lambda: all(panel.view.is_drawn for panel in overview(place).panels.values()))

    def close(self) -> None:
        """Take the windows away, then close their doors to the data."""
        for place in self.places:
            shiboken6.delete(place)
        for desk in self.desks:
            desk.close()
        for runner in self.runners:
            runner.close()
        QApplication.processEvents()


def overview(place: MeasurePlace) -> OverviewPage:
    """The first page, which is made with the place."""
    page = place.page("overview")
    assert isinstance(page, OverviewPage)
    return page


def make_agency(folder: Path, *, sources: int = 40) -> Questions:
    """A small sample agency; without sources an empty one."""
    engine = new_engine(folder / "agency.db")
    if sources:
        fill_sample(UnitOfWork(engine, Actor(None, "Tess"), lambda: NOW), sources=sources, months=14, today=TODAY)
    return Questions(engine, lambda: NOW, lambda: TODAY, None)
