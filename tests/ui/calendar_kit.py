"""A window with the calendar on a real database, for its tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, tzinfo
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import shiboken6
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.compat import override
from hhcrm.domain.words import VisitStatus
from hhcrm.jobs.runner import Runner
from hhcrm.models.visits import Visit
from hhcrm.queries.bound import Questions
from hhcrm.queries.calendar_models import VisitMark
from hhcrm.services.bound import Actions
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from hhcrm.ui.calendar.kit import CalendarKit
from hhcrm.ui.calendar.place import CalendarPlace
from hhcrm.ui.calendar.visit_dialog import VisitDialog
from hhcrm.ui.frame.places import PlaceSpec
from hhcrm.ui.frame.window import Doors, MainWindow
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.log_visit_kit import Agency

CHICAGO = ZoneInfo("America/Chicago")


class Clock:
    """The agency's clock, which a test sets."""

    def __init__(self, at: datetime, zone: tzinfo = CHICAGO) -> None:
        self.at, self.zone = at, zone

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.astimezone(self.zone).date()


class CountingDesk(Desk):
    """A desk that knows how many answers are still on their way."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.waiting = 0

    @override
    def read(
        self,
        question: Callable[[Questions], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        owner: QObject | None = None,
        follows: bool = False,
    ) -> None:
        self.waiting += 1
        owned = owner if owner is not None else getattr(done, "__self__", None)

        def arrive(receiver: Callable[[Any], None], answer: Any) -> None:
            self.waiting -= 1
            if not isinstance(owned, QObject) or shiboken6.isValid(owned):
                receiver(answer)

        refused = partial(arrive, failed or self.faulted.emit)
        super().read(question, partial(arrive, done), refused, owner=self, follows=follows)


class Elsewhere(QLabel):
    """Stands for another place and notes where it was sent."""

    def __init__(self) -> None:
        super().__init__("elsewhere")
        self.sent: dict[str, object] = {}

    def show_where(self, **where: object) -> None:
        self.sent = where


class Wall:
    """The window."""

    def __init__(
        self, agency: Agency, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot, clock: Clock | None = None
    ) -> None:
        self.agency, self.qtbot = agency, qtbot
        self.clock = clock or Clock(datetime(2026, 11, 23, 15, 40, tzinfo=UTC))
        self.logged: list[tuple[int | None, int | None]] = []
        self.elsewhere = Elsewhere()
        questions = Questions(agency.engine, self.clock.now, self.clock.today, agency.user_id)
        work = UnitOfWork(agency.engine, Actor(agency.user_id, "Dana Whitfield"), self.clock.now)
        actions = Actions(work, self.clock.today, agency.folder / "attachments")
        self.desk = CountingDesk(
            runner,
            lambda: questions,
            lambda: actions,
            now=self.clock.now,
            today=self.clock.today,
            zone=lambda: self.clock.zone,
        )
        self.memory = memory
        self.drafts = agency.drafts()
        places = [
            PlaceSpec("calendar", "Calendar", "calendar", self._make, number=2),
            PlaceSpec("sources", "Sources", "list", lambda _desk, _frame: self.elsewhere, number=3),
        ]
        doors = Doors(log_visit=lambda _window, source_id, visit_id: self.logged.append((source_id, visit_id)))
        self.main = MainWindow(self.desk, places, look=look, memory=memory, agency="Cumberland", doors=doors)
        qtbot.addWidget(self.main)
        self.main.resize(1280, 800)
        self.main.show()
        self.main.activateWindow()
        qtbot.waitUntil(self.main.isActiveWindow)
        self.settle()

    def _make(self, desk: Desk, frame: Frame) -> QWidget:
        return CalendarPlace(desk, frame, CalendarKit(self.drafts, self.memory))

    @property
    def place(self) -> CalendarPlace:
        place = self.main.place_widget("calendar")
        assert isinstance(place, CalendarPlace)
        return place

    def settle(self) -> None:
        """Wait until everything that was asked is answered and shown, and what that asked in turn."""
        quiet = 0

        def still() -> bool:
            nonlocal quiet
            quiet = quiet + 1 if self.desk.waiting == 0 and self.desk.state == "saved" else 0
            return quiet > 1

        QApplication.processEvents()
        self.qtbot.waitUntil(still)

    def view(self, name: str) -> None:
        self.place._on_keyed(name)
        self.settle()

    def press(
        self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, slowly: bool = False
    ) -> None:
        """Keys go to whatever has the keyboard, faster than they are answered unless `slowly`."""
        if QApplication.activeWindow() is None:  # offscreen nobody hands the keyboard back after a dialog
            self.main.activateWindow()
            self.qtbot.waitUntil(self.main.isActiveWindow)
        for key in keys:
            widget = QApplication.focusWidget()
            assert widget is not None
            QTest.keyClick(widget, key, held)
            if slowly:
                self.settle()
        self.settle()

    def mark(self, source: str) -> VisitMark:
        """The planned visit to a source as the calendar has it."""
        found = [m for m in self.place.state.span.visits if m.source == source and m.status == VisitStatus.PLANNED]
        assert len(found) == 1, (source, found)
        return found[0]

    def point(self, source: str) -> VisitMark:
        """Take the planned visit to a source in hand."""
        mark = self.mark(source)
        self.place.state.point(mark.visit_on, mark.visit_id)
        return mark

    def stored(self, visit_id: int) -> Any:
        """The row of a visit."""
        (row,) = self.agency.rows(select(Visit.__table__).where(Visit.__table__.c.id == visit_id))
        return row

    def planned_for(self, source: str) -> list[tuple[date, time | None]]:
        """Where the planned visits to a source stand in the database."""
        table = Visit.__table__
        rows = self.agency.rows(
            select(table.c.visit_on, table.c.start_time).where(
                table.c.source_id == self.agency.ids[source],
                table.c.status == VisitStatus.PLANNED,
                table.c.archived_at.is_(None),
            )
        )
        return [(row.visit_on, row.start_time) for row in rows]

    def drop(self, onto: QWidget, mime: QMimeData, where: QPoint) -> None:
        """Let something go there, as a drag would."""
        buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(onto, QDragEnterEvent(where, Qt.DropAction.MoveAction, mime, buttons, held))
        QApplication.sendEvent(onto, QDragMoveEvent(where, Qt.DropAction.MoveAction, mime, buttons, held))
        drop = QDropEvent(QPointF(where), Qt.DropAction.MoveAction, mime, buttons, held)
        QApplication.sendEvent(onto, drop)
        QApplication.processEvents()
        self.settle()

    def menu(self) -> QMenu:
        """The menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def choose(self, name: str) -> None:
        """Choose from the menu that is open."""
        menu = self.menu()
        action = next(action for action in menu.actions() if action.objectName() == name)
        action.trigger()
        menu.close()
        self.settle()

    @property
    def dialog(self) -> VisitDialog:
        found: list[VisitDialog] = []

        def there() -> bool:
            found[:] = [each for each in self.main.findChildren(VisitDialog) if each.isVisible()]
            return len(found) == 1

        self.qtbot.waitUntil(there)
        return found[0]

    def toasts(self) -> list[str]:
        return [toast.words for toast in self.main.toasts.shown]

    def wait_for(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition)

    def close(self) -> None:
        for dialog in self.main.findChildren(VisitDialog):
            if dialog.form is not None:
                dialog.form.saved()
            dialog.reject()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self.main.close()
        self.desk.close()
