"""A small agency on a real database with the place of referrals over it, for the tests of that place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.app.drafts import Drafts
from hhcrm.domain.words import ReferralStage
from hhcrm.jobs.runner import Runner
from hhcrm.models.lookups import DeclineReason, Payer, ServiceLine
from hhcrm.models.referrals import Referral, ReferralPatient, ReferralStageEntry
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.services.referral_commands import MoveReferrals, RecordReferral
from hhcrm.ui.referrals.context import ReferralsKit
from hhcrm.ui.referrals.place import ReferralsPlace
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.sources_kit import NOW, TODAY, FakeFrame, Office

CENTRAL = ZoneInfo("America/Chicago")
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


class Frame(FakeFrame):
    """Remembers too where people were sent."""

    def __init__(self) -> None:
        super().__init__()
        self.went: list[tuple[str, dict[str, object]]] = []

    def go(self, place: str, **where: object) -> None:
        """Remember it."""
        self.went.append((place, where))

    @property
    def said(self) -> list[str]:
        """The words of all toasts."""
        return [words for words, _undo in self.toasts]


@dataclass
class Intake:
    """One agency; `open` is a window on it, as often as one likes. `at` is its clock."""

    office: Office
    qtbot: QtBot
    at: datetime = NOW
    presses: int = 0
    referrals: dict[str, int] = field(default_factory=dict)
    exported: list[tuple[ReferralFilter, tuple[int, ...] | None]] = field(default_factory=list)
    places: list[ReferralsPlace] = field(default_factory=list)
    desks: list[Desk] = field(default_factory=list)
    runners: list[Runner] = field(default_factory=list)

    @classmethod
    def found(cls, folder: Path, qtbot: QtBot, *, filled: bool = True) -> Intake:
        """Set an agency up, with five sources unless it is to be empty."""
        office = Office.found(folder, qtbot)
        if filled:
            office.fill()
        return cls(office, qtbot)

    def record(
        self, source: str, stage: ReferralStage | None = None, patient: dict[str, object] | None = None, **values: Any
    ) -> int:
        """A referral from a source, moved to a stage where one is given."""
        known: dict[str, object] = {"source_id": self.office.ids[source], "service_line_id": self.code(ServiceLine)}
        known["heard_at"] = NOW - timedelta(hours=len(self.referrals) + 1)
        changes = self.office.actions.record_referral(RecordReferral(known | values, patient or {}))
        key = changes.subject or 0
        if stage is not None:
            reason = self.code(DeclineReason, "declined") if stage is ReferralStage.NOT_ADMITTED else None
            self.office.actions.move_referrals(MoveReferrals((key,), stage, reason_id=reason, soc_on=TODAY))
        self.referrals[source] = key
        return key

    def code(self, model: type[Any], code: str = "home_health") -> int:
        """The id of a row of a list."""
        with self.office.engine.connect() as connection:
            of = model.__table__.c
            return int(connection.execute(select(of.id).where(of.code == code)).scalar_one())

    def row(self, referral_id: int) -> Any:
        """A referral as it is stored."""
        with self.office.engine.connect() as connection:
            return connection.execute(select(Referral.__table__).where(Referral.__table__.c.id == referral_id)).one()

    def rows(self) -> list[Any]:
        """All referrals as they are stored."""
        with self.office.engine.connect() as connection:
            return list(connection.execute(select(Referral.__table__).order_by(Referral.__table__.c.id)))

    def hanging(self, model: type[ReferralPatient] | type[ReferralStageEntry], referral_id: int) -> list[Any]:
        """What hangs on a referral."""
        of: Any = model.__table__
        with self.office.engine.connect() as connection:
            return list(connection.execute(select(of).where(of.c.referral_id == referral_id).order_by(of.c.id)))

    def payer(self, name: str) -> int:
        """The id of a payer by its name."""
        with self.office.engine.connect() as connection:
            of = Payer.__table__.c
            return int(connection.execute(select(of.id).where(of.name == name)).scalar_one())

    def open(self, memory: ShortMemory | None = None) -> tuple[ReferralsPlace, Frame]:
        """A fresh window on the folder."""
        runner = Runner()
        desk = Desk(
            runner,
            lambda: self.office.questions,
            lambda: self.office.actions,
            now=lambda: self.at,
            today=lambda: TODAY,
            zone=lambda: CENTRAL,
        )
        frame = Frame()
        desk.faulted.connect(frame.faults.append)
        kit = ReferralsKit(
            Drafts(self.office.folder / "drafts", lambda: self.at),
            memory or ShortMemory(),
            lambda: None,
            lambda which, ids: self.exported.append((which, ids)),
        )
        place = ReferralsPlace(desk, frame, kit)
        self.places.append(place)
        self.desks.append(desk)
        self.runners.append(runner)
        place.resize(1100, 760)
        place.show()
        with self.qtbot.waitActive(place):
            place.activateWindow()
        place.refresh()
        self.until(lambda: place.filters.liaison.menu().actions()[1:])
        return place, frame

    def close(self) -> None:
        """Take the windows away, then close their doors to the data."""
        for place in self.places:
            shiboken6.delete(place)
        for desk in self.desks:
            desk.close()
        for runner in self.runners:
            runner.close()
        self.office.close()

    def close_window(self, place: ReferralsPlace) -> None:
        """One window goes, as in a crash: nothing of it is asked to end."""
        self.until(lambda: all(desk.state == "saved" for desk in self.desks))
        self.places.remove(place)
        shiboken6.delete(place)

    # What a test does and looks at

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(lambda: bool(holds()))

    def type(self, text: str) -> None:
        """Free text into what has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, text)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One press, counted."""
        widget = QApplication.focusWidget()
        assert widget is not None
        self.presses += 1
        QTest.keyClick(widget, key, modifier)

    def focus(self) -> str:
        """The name of what has the keyboard."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    def press(self, inside: QWidget, name: str) -> None:
        """Press a button by its name."""
        self.until(lambda: (found := inside.findChild(QWidget, name)) is not None and found.isVisible())
        QApplication.processEvents()
        button = inside.findChild(QWidget, name)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def undo(self) -> None:
        """What the toast's Undo does."""
        self.desks[-1].act(lambda actions: actions.undo())


__all__ = ["CENTRAL", "CONTROL", "NOW", "TODAY", "UTC", "Frame", "Intake", "Key", "date", "datetime"]
