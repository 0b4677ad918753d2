"""A small agency on a real database with the place of settings over it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, select

from hhcrm.app.drafts import Drafts
from hhcrm.domain.words import UserRole
from hhcrm.jobs.runner import Runner
from hhcrm.models.lookups import SourceType, VisitKind
from hhcrm.models.users import User
from hhcrm.queries.bound import Questions
from hhcrm.services.bound import Actions
from hhcrm.services.commands import AddSource
from hhcrm.services.setup import FoundAgency, found_agency
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from hhcrm.ui.settings.kit import SettingsKit
from hhcrm.ui.settings.place import SettingsPlace
from hhcrm.ui.shared.desk import Desk
from tests.databases import new_engine
from tests.ui.sources_kit import FakeFrame

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
PEOPLE = (("Dana Whitfield", UserRole.LIAISON), ("Marcus Hale", UserRole.LIAISON), ("Ana Ruiz", UserRole.INTAKE))


def _set_up(engine: Engine) -> None:
    set_up = UnitOfWork(engine, Actor(None, "set-up"), lambda: NOW)
    found_agency(set_up, FoundAgency("Cumberland", "37203", "America/Chicago", PEOPLE, TODAY))


@dataclass
class SettingsOffice:
    """One agency folder; `open` is a window on its settings, as often as one likes."""

    folder: Path
    qtbot: QtBot
    engine: Engine
    actions: Actions
    questions: Questions
    users: dict[str, int]
    runners: list[Runner] = field(default_factory=list)
    desks: list[Desk] = field(default_factory=list)
    places: list[SettingsPlace] = field(default_factory=list)
    doors: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def found(cls, folder: Path, qtbot: QtBot) -> SettingsOffice:
        """Set an agency up."""
        engine = new_engine(folder / "agency.db", fill=_set_up)
        with engine.connect() as connection:
            table = User.__table__.c
            users = {row.name: row.id for row in connection.execute(select(table.id, table.name))}
        (folder / "drafts").mkdir()
        dana = users["Dana Whitfield"]
        work = UnitOfWork(engine, Actor(dana, "Dana Whitfield"), lambda: NOW)
        actions = Actions(work, lambda: TODAY, folder / "attachments")
        return cls(folder, qtbot, engine, actions, Questions(engine, lambda: NOW, lambda: TODAY, dana), users)

    def add_source(self, name: str, **values: object) -> int:
        """A prospective source of the first type."""
        with self.engine.connect() as connection:
            first = connection.execute(select(SourceType.__table__.c.id)).scalars().first()
        row = {"name": name, "type_id": first, "owner_id": self.users["Dana Whitfield"]} | values
        return self.actions.add_source(AddSource(row, date(2026, 10, 1))).subject or 0

    def kind(self, code: str = "visit") -> int:
        """A kind of visit."""
        kinds = VisitKind.__table__.c
        with self.engine.connect() as connection:
            return int(connection.execute(select(kinds.id).where(kinds.code == code)).scalar_one())

    def open(self, page: str = "", *, show: bool = True, drafts: bool = True) -> tuple[SettingsPlace, FakeFrame]:
        """A fresh window on the folder; whatever changes is asked again, as the frame does."""
        runner = Runner()
        desk = Desk(runner, lambda: self.questions, lambda: self.actions, now=lambda: NOW, today=lambda: TODAY)
        frame = FakeFrame()
        desk.faulted.connect(frame.faults.append)
        kept = Drafts(self.folder / "drafts", lambda: NOW) if drafts else None
        place = SettingsPlace(desk, frame, SettingsKit(drafts=kept, **self.doors))
        desk.changed.connect(lambda _changes: place.refresh())
        self.runners.append(runner)
        self.desks.append(desk)
        self.places.append(place)
        place.resize(1112, 700)
        if show:
            place.show()
            with self.qtbot.waitActive(place):
                place.activateWindow()
        place.refresh()
        if page:
            place.show_where(page=page)
        return place, frame

    def close(self) -> None:
        """Take the windows away, then close their doors to the data."""
        for place in self.places:
            if shiboken6.isValid(place):
                shiboken6.delete(place)
        for desk in self.desks:
            desk.close()
        for runner in self.runners:
            runner.close()
        self.engine.dispose()


def line_edit(inside: QWidget, name: str) -> QLineEdit:
    """A field by its name."""
    found = inside.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def press(inside: QWidget, name: str) -> None:
    """Press a button by its name, once it is there to be pressed."""
    patience = QDeadlineTimer(3_000)
    button = inside.findChild(QAbstractButton, name)
    while (button is None or not button.isVisibleTo(inside)) and not patience.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        button = inside.findChild(QAbstractButton, name)
    assert button is not None, name
    assert button.isVisibleTo(inside), f"{name} is hidden"
    button.click()


def type_over(edit: QLineEdit, text: str) -> None:
    """Type in the place of what stands there."""
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text) if text else edit.del_()
