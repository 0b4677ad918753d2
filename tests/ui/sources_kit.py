"""A small agency on a real database with the place of sources over it, for the tests of that place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, select

from hhcrm.app.drafts import Drafts
from hhcrm.charts.painter import Painter
from hhcrm.domain.words import Advance, SourceStage, UserRole
from hhcrm.jobs.runner import Runner
from hhcrm.models.lookups import ServiceLine, SourceType, VisitKind
from hhcrm.models.users import User
from hhcrm.queries.bound import Questions
from hhcrm.queries.read_models import SourceFilter
from hhcrm.services.bound import Actions
from hhcrm.services.commands import AddPerson, AddSource, LogVisit, MakeCommitment, PersonValues
from hhcrm.services.setup import FoundAgency, found_agency
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.memory import ShortMemory
from hhcrm.ui.sources.kit import SourcesKit
from hhcrm.ui.sources.place import SourcesPlace
from tests.databases import new_engine

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
NAMES = ("Mercy Hospital", "Oak Grove Living", "Patel Medicine", "Rivergate Dialysis", "Suzy Kwan Practice")


@dataclass
class FakeFrame:
    """Remembers what a place said to the window."""

    toasts: list[tuple[str, bool]] = field(default_factory=list)
    ways: list[tuple[str, Callable[[], None]]] = field(default_factory=list)
    faults: list[Exception] = field(default_factory=list)
    logged: list[tuple[int | None, int | None]] = field(default_factory=list)
    asked_referrals: list[int | None] = field(default_factory=list)
    gone: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def toast(self, words: str, *, undo: bool = False, action: tuple[str, Callable[[], None]] | None = None) -> None:
        """Say what was done."""
        self.toasts.append((words, undo))
        if action is not None:
            self.ways.append(action)

    def go(self, place: str, **where: object) -> None:
        """Remember where to."""
        self.gone.append((place, where))

    def new_referral(self, source_id: int | None = None) -> None:
        """Remember for which source a referral was to be recorded."""
        self.asked_referrals.append(source_id)

    def log_visit(self, source_id: int | None = None, visit_id: int | None = None) -> None:
        """Remember what was to be logged."""
        self.logged.append((source_id, visit_id))

    def badge(self, place: str, count: int) -> None:
        """Nothing counts here."""

    def fault(self, error: Exception) -> None:
        """Remember a fault."""
        self.faults.append(error)


def _set_up(engine: Engine) -> None:
    people = (("Dana Whitfield", UserRole.LIAISON), ("Marcus Hale", UserRole.LIAISON))
    set_up = UnitOfWork(engine, Actor(None, "set-up"), lambda: NOW)
    found_agency(set_up, FoundAgency("Cumberland", "37203", "America/Chicago", people, TODAY))


@dataclass
class Office:
    """One agency folder; `open` is a window on it, as often as one likes."""

    folder: Path
    qtbot: QtBot
    engine: Engine
    actions: Actions
    questions: Questions
    ids: dict[str, int] = field(default_factory=dict)
    runners: list[Runner] = field(default_factory=list)
    desks: list[Desk] = field(default_factory=list)
    places: list[SourcesPlace] = field(default_factory=list)
    widgets: list[QWidget] = field(default_factory=list)
    exported: list[tuple[SourceFilter, tuple[int, ...] | None]] = field(default_factory=list)

    @classmethod
    def found(cls, folder: Path, qtbot: QtBot) -> Office:
        """Set an agency up."""
        engine = new_engine(folder / "agency.db", fill=_set_up)
        with engine.connect() as connection:
            user_id = connection.execute(select(User.__table__.c.id).order_by(User.__table__.c.id)).scalars().first()
        (folder / "drafts").mkdir()
        work = UnitOfWork(engine, Actor(user_id, "Dana Whitfield"), lambda: NOW)
        actions = Actions(work, lambda: TODAY, folder / "attachments")
        return cls(folder, qtbot, engine, actions, Questions(engine, lambda: NOW, lambda: TODAY, user_id))

    def fill(self) -> None:
        """Five sources: one visited and promised something, one with a person."""
        for place, name in enumerate(NAMES):
            stage = SourceStage.ACTIVE if place < 2 else SourceStage.PROSPECTIVE
            values: dict[str, object] = {"name": name, "type_id": self.first(SourceType), "zip": f"3720{place}"}
            values["potential_per_month"] = str(10 - place)
            found_on = TODAY - timedelta(days=100)
            self.ids[name] = self.actions.add_source(AddSource(values, found_on, stage)).subject or 0
        mercy = self.ids["Mercy Hospital"]
        kind = self.first(VisitKind)
        self.actions.log_visit(
            LogVisit(mercy, Advance.ADVANCE, kind, TODAY - timedelta(days=60), notes="Spoke about wound care")
        )
        self.actions.add_person(AddPerson(PersonValues("Maria", "Ortiz", notes="night shift"), mercy))
        self.actions.make_commitment(MakeCommitment(mercy, "Bring the scorecard", TODAY, TODAY))

    def first(self, model: type[SourceType] | type[VisitKind] | type[ServiceLine]) -> int:
        """The id of the first row of a list."""
        with self.engine.connect() as connection:
            return int(connection.execute(select(model.__table__.c.id)).scalars().first() or 0)

    def open(self, *, show: bool = True) -> tuple[SourcesPlace, FakeFrame]:
        """A fresh window on the folder."""
        runner = Runner()
        desk = Desk(runner, lambda: self.questions, lambda: self.actions, now=lambda: NOW, today=lambda: TODAY)
        frame = FakeFrame()
        desk.faulted.connect(frame.faults.append)
        kit = SourcesKit(
            Drafts(self.folder / "drafts", lambda: NOW),
            ShortMemory(),
            lambda: None,
            lambda asked, ids: self.exported.append((asked, ids)),
            self.folder / "attachments",
            Painter(self.folder / "charts"),
        )
        place = SourcesPlace(desk, frame, kit)
        self.runners.append(runner)
        self.desks.append(desk)
        self.places.append(place)
        place.resize(1100, 760)
        if show:
            place.show()
            with self.qtbot.waitActive(place):
                place.activateWindow()
        place.refresh()
        return place, frame

    def close(self) -> None:
        """Take the windows away, then close their doors to the data."""
        for widget in (*self.places, *self.widgets):
            if shiboken6.isValid(widget):
                shiboken6.delete(widget)
        for desk in self.desks:
            desk.close()
        for runner in self.runners:
            runner.close()
        self.engine.dispose()

    # What a test looks at

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(holds()))

    def names(self, place: SourcesPlace) -> list[str]:
        """What the table shows."""
        lines = [place.rows.model.line(row) for row in range(place.rows.model.total)]
        return [line.name if line is not None else "" for line in lines]

    def ready(self, place: SourcesPlace, source: str = "Mercy Hospital") -> None:
        """Wait until the table and the pane stand."""
        self.until(lambda: place.pane.detail is not None and place.pane.detail.name == source)
        self.until(lambda: place.filters.type.menu().actions()[1:])

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, text)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def press(self, place: QWidget, name: str) -> None:
        """Press a button by its name."""
        self.until(lambda: (found := place.findChild(QWidget, name)) is not None and found.isVisible())
        QApplication.processEvents()  # so that it stands where it is seen
        button = place.findChild(QWidget, name)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def has_form(self, place: SourcesPlace) -> bool:
        """Whether the form is open in the pane."""
        return place.pane.form is not None

    def undo(self, place: SourcesPlace) -> None:
        """What the toast's Undo does."""
        self.desks[-1].act(lambda actions: actions.undo())


CONTROL = Qt.KeyboardModifier.ControlModifier
