"""Looks for a plan on a worker: the first one is shown at once, the better one when it is found; it can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from hhcrm.domain.week_plan import Pin, WeekPlan
from hhcrm.domain.wording import translate
from hhcrm.jobs.progress import Progress, Report
from hhcrm.queries.week_plan_models import WeekQuestion
from hhcrm.ui.shared.desk import Desk

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Found:
    """A plan with what it was made from."""

    question: WeekQuestion
    plan: WeekPlan


class PlanSearch(QObject):
    """One search at a time; a new one leaves the one before, whose answers are heard no more."""

    first = Signal(object)
    """A first plan, as Found."""

    reported = Signal(object)
    """How far it is, as Report, in hundredths."""

    _heard = Signal(int, object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number = 0
        self._enough = threading.Event()
        self._running = False
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._enough.set)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.leave)

    @property
    def running(self) -> bool:
        """Whether a search is on its way."""
        return self._running

    def start(
        self,
        liaison_id: int,
        day: date,
        pins: tuple[Pin, ...],
        dropped: frozenset[int],
        done: Callable[[Found], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Ask what the week of a day is planned from, and plan it."""
        self.leave()
        self._number += 1
        mine, self._running = self._number, True
        enough = self._enough = threading.Event()
        self.destroyed.connect(enough.set)

        def work(ask: Questions) -> Found:
            from hhcrm.planning.weeks import plan_week  # late: brings the solver

            question = ask.week_question(liaison_id, day)
            steps = Progress(lambda report: self._tell(mine, report))
            doing = translate("calendar", "Looking for a better plan")
            plan = plan_week(
                question,
                pins,
                dropped,
                progress=lambda share: steps.report(doing, round(share * _HUNDRED), _HUNDRED),
                stopped=enough.is_set,
                on_first=lambda plan: self._tell(mine, Found(question, plan)),
            )
            return Found(question, plan)

        def ended(found: Found) -> None:
            if mine == self._number:
                self._running = False
                done(found)

        def broke(error: Exception) -> None:
            if mine == self._number:
                self._running = False
                failed(error)

        self._desk.read(work, ended, broke, owner=self)

    def stop(self) -> None:
        """The best plan up to now will do."""
        self._enough.set()

    def leave(self) -> None:
        """End it, and hear no more of it."""
        self._enough.set()
        self._number += 1
        self._running = False

    def _tell(self, mine: int, news: object) -> None:
        """On the worker's thread; the window may be gone by now."""
        if shiboken6.isValid(self):
            self._heard.emit(mine, news)

    def _on_heard(self, mine: int, news: object) -> None:
        if mine != self._number or not self._running:
            return
        if isinstance(news, Report):
            self.reported.emit(news)
        else:
            self.first.emit(news)
