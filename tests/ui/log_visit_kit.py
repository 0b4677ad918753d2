"""A small agency on a real database, and a person at its keyboard, for the tests of Today and Log visit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, select

from hhcrm.app.drafts import Drafts
from hhcrm.domain.words import Advance, SourceStage, UserRole, VisitStatus
from hhcrm.jobs.runner import Runner
from hhcrm.models.lookups import SourceType, VisitKind
from hhcrm.models.users import User
from hhcrm.models.visits import Visit
from hhcrm.queries.bound import Questions
from hhcrm.services.bound import Actions
from hhcrm.services.commands import AddPerson, AddSource, LogVisit, MakeCommitment, PersonValues, PlanVisit
from hhcrm.services.setup import FoundAgency, found_agency
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from hhcrm.ui.frame.places import PlaceSpec
from hhcrm.ui.frame.window import Doors, MainWindow
from hhcrm.ui.logvisit.dialog import LogVisitDialog
from hhcrm.ui.logvisit.end_of_day import EndOfDayDialog
from hhcrm.ui.logvisit.opener import LogDoor
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.look import Look
from hhcrm.ui.shared.memory import ShortMemory
from hhcrm.ui.today.place import TodayPlace
from tests.databases import new_engine

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 15, 40, tzinfo=UTC)


def _set_up(engine: Engine) -> None:
    people = (("Dana Whitfield", UserRole.LIAISON),)
    founding = FoundAgency("Cumberland Home Health", "37203", "America/Chicago", people, TODAY)
    found_agency(UnitOfWork(engine, Actor(None, "set-up"), lambda: NOW), founding)


@dataclass
class Agency:
    """A database with a liaison, kinds, sources and their past, and the way to it."""

    folder: Path
    engine: Engine
    actions: Actions
    questions: Questions
    user_id: int
    kinds: Mapping[str, int]
    types: Mapping[str, int]
    ids: dict[str, int] = field(default_factory=dict)

    @classmethod
    def found(cls, folder: Path) -> Agency:
        """Set it up in an empty folder."""
        return cls.opened(folder, new_engine(folder / "agency.db", fill=_set_up))

    @classmethod
    def opened(cls, folder: Path, engine: Engine | None = None) -> Agency:
        """Open it as Dana."""
        engine = engine or make_engine(Address(file=folder / "agency.db"))
        with engine.connect() as connection:
            user_id = connection.execute(select(User.__table__.c.id)).scalar_one()
            kinds = {row.code: row.id for row in connection.execute(select(VisitKind.__table__))}
            types = {row.code: row.id for row in connection.execute(select(SourceType.__table__))}
        work = UnitOfWork(engine, Actor(user_id, "Dana Whitfield"), lambda: NOW)
        return cls(
            folder,
            engine,
            Actions(work, lambda: TODAY, folder / "attachments"),
            Questions(engine, lambda: NOW, lambda: TODAY, user_id),
            user_id,
            kinds,
            types,
        )

    def drafts(self) -> Drafts:
        """The drafts in its folder."""
        room = self.folder / "drafts"
        room.mkdir(exist_ok=True)
        return Drafts(room, lambda: NOW)

    def desk(self, runner: Runner) -> Desk:
        """A desk over it."""
        return Desk(runner, lambda: self.questions, lambda: self.actions, now=lambda: NOW, today=lambda: TODAY)

    def source(
        self,
        name: str,
        *,
        active_since: date | None = None,
        cadence: int | None = None,
        found_on: date | None = None,
        owned: bool = True,
    ) -> int:
        """Add a source, prospective unless it is active since a day."""
        values: dict[str, Any] = {"name": name, "type_id": next(iter(self.types.values()))}
        values |= {"owner_id": self.user_id} if owned else {}
        values |= {"cadence_days": cadence} if cadence else {}
        stage = SourceStage.ACTIVE if active_since else SourceStage.PROSPECTIVE
        day = active_since or found_on or TODAY - timedelta(days=200)
        changes = self.actions.add_source(AddSource(values, day, stage))
        assert changes.subject is not None
        self.ids[name] = changes.subject
        return changes.subject

    def person(self, source: str, first: str, last: str, credentials: str = "") -> int:
        """Put a person at a source."""
        changes = self.actions.add_person(AddPerson(PersonValues(first, last, credentials), self.ids[source]))
        assert changes.subject is not None
        return changes.subject

    def visited(self, source: str, *days: date, advance: Advance = Advance.CONTINUATION, **more: Any) -> None:
        """Log visits of the past, without planning the next."""
        for day in days:
            self.actions.log_visit(LogVisit(self.ids[source], advance, self.kinds["visit"], day, minutes=25, **more))

    def planned(self, source: str, at: time | None = None, day: date = TODAY) -> int:
        """Plan a visit."""
        changes = self.actions.plan_visit(PlanVisit(self.ids[source], self.kinds["visit"], day, at, 25))
        assert changes.subject is not None
        return changes.subject

    def promised(self, source: str, text: str, due_on: date) -> None:
        """Promise a source something."""
        self.actions.make_commitment(MakeCommitment(self.ids[source], text, due_on, due_on - timedelta(days=20)))

    def rows(self, statement: Any) -> list[Any]:
        """What the database holds."""
        with self.engine.connect() as connection:
            return list(connection.execute(statement).all())


def monday_of_dana(folder: Path) -> Agency:
    """Four planned visits, a promise, a fifth visit to decide, two overdue, one due, one never visited."""
    agency = Agency.found(folder)
    back = [TODAY - timedelta(days=days) for days in (150, 120, 90, 60, 31)]
    agency.source("Hendersonville Rehab & Care")
    suzy = agency.person("Hendersonville Rehab & Care", "Suzy", "Park", "DON")
    agency.person("Hendersonville Rehab & Care", "Tom", "Lane")
    agency.visited("Hendersonville Rehab & Care", *back[2:4])
    agency.visited("Hendersonville Rehab & Care", back[4], next_step="wants wound-care handout", contact_ids=(suzy,))
    agency.source("St. Brendan Hospital, 4 West", active_since=date(2026, 1, 5), cadence=30)
    agency.visited("St. Brendan Hospital, 4 West", *back)
    agency.source("Oak Grove Assisted Living", active_since=date(2026, 1, 5), cadence=45)
    agency.visited("Oak Grove Assisted Living", *back[:4])
    agency.promised("Oak Grove Assisted Living", "Fall-risk talk for staff", TODAY)
    agency.source("Patel Family Medicine")
    agency.source("Madison Heart Associates")
    agency.visited("Madison Heart Associates", *(day + timedelta(days=14) for day in back), advance=Advance.ADVANCE)
    agency.source("Rivergate Dialysis", active_since=date(2026, 1, 5), cadence=30)
    agency.visited("Rivergate Dialysis", date(2026, 10, 12))
    agency.source("Green Hills Orthopedics", active_since=date(2026, 1, 5), cadence=30)
    agency.visited("Green Hills Orthopedics", date(2026, 10, 23))
    agency.source("Senior Center of Madison", found_on=date(2026, 10, 20), owned=False)
    for name, at in (
        ("Hendersonville Rehab & Care", time(9, 30)),
        ("St. Brendan Hospital, 4 West", time(10, 45)),
        ("Oak Grove Assisted Living", time(13, 15)),
        ("Patel Family Medicine", time(14, 30)),
    ):
        agency.planned(name, at)
    return agency


class _Sources(QWidget):
    """Stands where Sources stands, and remembers where it was sent."""

    def __init__(self, _desk: Desk, _frame: Frame) -> None:
        super().__init__()
        self.shown: dict[str, Any] = {}

    def show_where(self, **where: Any) -> None:
        """Show something."""
        self.shown = where


class Window:
    """The real window over the small agency."""

    def __init__(self, agency: Agency, runner: Runner, look: Look, memory: ShortMemory, qtbot: QtBot) -> None:
        self.agency = agency
        self.qtbot = qtbot
        self.desk: Desk = agency.desk(runner)
        doors = Doors(log_visit=lambda _window, source_id, visit_id: self.door.open(source_id, visit_id))
        places = [
            PlaceSpec("today", "Today", "clock", self._make_today),
            PlaceSpec("sources", "Sources", "list", _Sources),
        ]
        self.main = MainWindow(self.desk, places, look=look, memory=memory, agency="Cumberland", doors=doors)
        self.drafts = agency.drafts()
        self.door = LogDoor(self.desk, self.main, self.drafts)
        qtbot.addWidget(self.main)
        self.main.show()
        qtbot.waitUntil(lambda: bool(self.today.board.rows))
        self.main.activateWindow()
        qtbot.waitUntil(self.main.isActiveWindow)

    def _make_today(self, desk: Desk, frame: Frame) -> TodayPlace:
        return TodayPlace(desk, frame, end_of_day=lambda: self.door.open_end_of_day())

    @property
    def sources(self) -> _Sources:
        place = self.main.place_widget("sources")
        assert isinstance(place, _Sources)
        return place

    @property
    def end_of_day(self) -> EndOfDayDialog:
        (found,) = [each for each in self.main.findChildren(EndOfDayDialog) if each.isVisible()]
        return found

    @property
    def today(self) -> TodayPlace:
        place = self.main.place_widget("today")
        assert isinstance(place, TodayPlace)
        return place

    @property
    def dialog(self) -> LogVisitDialog:
        found = [each for each in self.main.findChildren(LogVisitDialog) if each.isVisible()]
        assert len(found) == 1
        return found[0]

    @property
    def is_open(self) -> bool:
        return any(each.isVisible() for each in self.main.findChildren(LogVisitDialog))

    def open(self, source_id: int | None = None, visit_id: int | None = None) -> LogVisitDialog:
        self.main.log_visit(source_id, visit_id)
        dialog = self.dialog
        self.qtbot.waitUntil(lambda: bool(dialog.form.kind_id.count()) and not dialog.loading)
        return dialog

    def logged(self, source: str) -> list[Any]:
        """Completed visits to a source on today's day."""
        visit_table = Visit.__table__
        return self.agency.rows(
            select(visit_table).where(
                visit_table.c.source_id == self.agency.ids[source],
                visit_table.c.status == VisitStatus.COMPLETED,
                visit_table.c.visit_on == TODAY,
            )
        )

    def toasts(self) -> list[str]:
        return [toast.words for toast in self.main.toasts.shown]

    def close(self) -> None:
        for day in self.main.findChildren(EndOfDayDialog):
            day.reject()
        for dialog in self.main.findChildren(LogVisitDialog):
            dialog.form.touched.clear()
            dialog.reject()
        self.main.close()
        self.desk.close()


@dataclass
class Typist:
    """Types like a person: keys go to whatever has the focus. Text is free; every other press is counted."""

    qtbot: QtBot
    presses: list[str] = field(default_factory=list)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """One key, or one chord."""
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        self.presses.append("+".join([*(str(modifier.name) for modifier in modifiers), str(key.name)]))
        QTest.keyClick(self._at_keyboard(), key, held)

    def text(self, words: str) -> None:
        """Free text."""
        for letter in words:
            QTest.keyClicks(self._at_keyboard(), letter)

    def _at_keyboard(self) -> QWidget:
        """Where the keyboard's keys arrive, once the window system has handed it to the dialog just opened."""
        self.qtbot.waitUntil(_handed_over)
        widget = QApplication.focusWidget() or QApplication.activeWindow()
        assert widget is not None
        return widget


def _handed_over() -> bool:
    modal, active = QApplication.activeModalWidget(), QApplication.activeWindow()
    if active is None:  # offscreen there is no window manager that hands the keyboard back
        for window in QApplication.topLevelWidgets():
            if window.objectName() == "main_window" and modal is None:
                window.activateWindow()
    return active is not None and (modal is None or modal is active)
