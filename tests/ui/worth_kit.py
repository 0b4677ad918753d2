"""The page Worth over a sample agency that can be written to, for its tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hhcrm.charts.painter import Painter
from hhcrm.jobs.runner import Runner
from hhcrm.queries.bound import Questions
from hhcrm.queries.worth_models import WorthBoard
from hhcrm.services.bound import Actions
from hhcrm.services.sample.fill import fill_sample
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from hhcrm.ui.measure.place import MeasureKit, MeasurePlace
from hhcrm.ui.measure.worth.page import WorthPage
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.last_known import ShortKnown
from hhcrm.ui.shared.memory import ShortMemory
from tests.databases import new_engine
from tests.ui.measure_kit import NOW, TODAY, FakeFrame


@dataclass
class Worth:
    """One agency with the page over it."""

    folder: Path
    qtbot: QtBot
    sources: int = 40
    memory: ShortMemory = field(default_factory=ShortMemory)
    known: ShortKnown = field(default_factory=ShortKnown)
    picked: str = ""
    frame: FakeFrame = field(default_factory=FakeFrame)

    def __post_init__(self) -> None:
        """Fill the agency."""
        engine = new_engine(self.folder / "agency.db")
        unit = UnitOfWork(engine, Actor(None, "Tess"), lambda: NOW)
        if self.sources:
            fill_sample(unit, sources=self.sources, months=14, today=TODAY)
        self.ask = Questions(engine, lambda: NOW, lambda: TODAY, None)
        self.actions = Actions(unit, lambda: TODAY, self.folder / "files")
        self.runner = Runner()
        self.desk = Desk(self.runner, lambda: self.ask, lambda: self.actions, now=lambda: NOW, today=lambda: TODAY)
        self.desk.faulted.connect(self.frame.faults.append)
        kit = MeasureKit(Painter(self.folder / "charts"), self.memory, self.pick, known=self.known)
        self.place = MeasurePlace(self.desk, self.frame, kit)

    def pick(self, _over: QWidget, _offered: str, _kinds: str) -> str:
        """What the person chooses in the dialog of files."""
        return self.picked

    def open(self, width: int = 1110, height: int = 760) -> WorthPage:
        """The page, once its figures are there."""
        self.place.resize(width, height)
        self.place.show()
        with self.qtbot.waitActive(self.place):
            self.place.activateWindow()
        self.place.refresh()
        self.place.show_where(page="worth")
        page = self.place.page("worth")
        assert isinstance(page, WorthPage)
        self.until(lambda: page.board is not None)
        return page

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(holds()))

    def board(self, page: WorthPage) -> WorthBoard:
        """What the page shows."""
        assert page.board is not None
        return page.board

    def dialog(self, name: str) -> Any:
        """A dialog by its name, once it is open."""
        self.until(lambda: self._dialog(name) is not None)
        return self._dialog(name)

    def _dialog(self, name: str) -> QWidget | None:
        there = (widget for widget in QApplication.topLevelWidgets() if widget.objectName() == name)
        return next((widget for widget in there if widget.isVisible()), None)

    def close(self) -> None:
        """Take the window away, then close its doors to the data."""
        shiboken6.delete(self.place)
        self.desk.close()
        self.runner.close()
        QApplication.processEvents()
