"""A small agency with the waterfall over it, for the tests of that place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from hhcrm.app.drafts import Drafts
from hhcrm.domain.words import Advance, SourceStage
from hhcrm.jobs.runner import Runner
from hhcrm.models.lookups import ServiceLine, SourceType, VisitKind
from hhcrm.models.sources import Cohort, CohortMember
from hhcrm.models.users import User
from hhcrm.services.commands import AddSource, LogVisit
from hhcrm.services.referral_commands import RecordReferral
from hhcrm.services.waterfall_commands import FillCohort
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.waterfall.kit import WaterfallKit
from hhcrm.ui.waterfall.place import WaterfallPlace
from tests.ui.sources_kit import NOW, TODAY, FakeFrame, Office

OCTOBER, NOVEMBER, DECEMBER = date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)
Key = Qt.Key


@dataclass
class Falls:
    """One agency and a window on its waterfall."""

    office: Office
    qtbot: QtBot
    places: list[WaterfallPlace] = field(default_factory=list)

    @classmethod
    def found(cls, folder: Path, qtbot: QtBot, *, filled: bool = True) -> Falls:
        """Set an agency up: one who is to be decided, one who sent early, a stalled one, a new one, and candidates."""
        falls = cls(Office.found(folder, qtbot), qtbot)
        if filled:
            falls.fill()
        return falls

    def fill(self) -> None:
        """October has four sources, November none; two sources are in no cohort."""
        for name, visits, advance in (
            ("Decided Clinic", 5, Advance.ADVANCE),
            ("Early Sender", 1, Advance.CONTINUATION),
            ("Stalled Practice", 3, Advance.CONTINUATION),
            ("New Place", 0, Advance.CONTINUATION),
        ):
            key = self.add(name, "physician_practice")
            self.office.actions.fill_cohort(FillCohort((key,), self.dana, OCTOBER, OCTOBER))
            for number in range(visits):
                day = TODAY - timedelta(days=7 * (visits - number))
                self.office.actions.log_visit(LogVisit(key, advance, self.office.first(VisitKind), day))
        early, line = self.office.ids["Early Sender"], self.office.first(ServiceLine)
        self.office.actions.record_referral(
            RecordReferral({"source_id": early, "service_line_id": line, "heard_at": NOW}, {})
        )
        self.add("Big Candidate", "snf", beds=90, potential_per_month="6")
        self.add("Small Candidate", "clinic", providers=2, potential_per_month="1")

    def add(self, name: str, type_code: str, **values: object) -> int:
        """A prospective source of nobody's, found in September."""
        with self.office.engine.connect() as connection:
            of = select(SourceType.__table__.c.id).where(SourceType.__table__.c.code == type_code)
            type_id = connection.execute(of).scalar_one()
        row = {"name": name, "type_id": type_id, "zip": "37203"} | values
        found_on = date(2026, 9, 28)
        self.office.ids[name] = self.office.actions.add_source(AddSource(row, found_on)).subject or 0
        return self.office.ids[name]

    @property
    def dana(self) -> int:
        """The liaison at the desk."""
        with self.office.engine.connect() as connection:
            return int(
                connection.execute(select(User.__table__.c.id).order_by(User.__table__.c.id)).scalars().first() or 0
            )

    def open(self) -> tuple[WaterfallPlace, FakeFrame]:
        """A fresh window on it."""
        runner, frame = Runner(), FakeFrame()
        desk = Desk(
            runner, lambda: self.office.questions, lambda: self.office.actions, now=lambda: NOW, today=lambda: TODAY
        )
        desk.faulted.connect(frame.faults.append)
        place = WaterfallPlace(desk, frame, WaterfallKit(Drafts(self.office.folder / "drafts", lambda: NOW)))
        self.office.runners.append(runner)
        self.office.desks.append(desk)
        self.places.append(place)
        place.resize(1100, 720)
        place.show()
        with self.qtbot.waitActive(place):
            place.activateWindow()
        place.refresh()
        self.until(lambda: place.board.cards.board is not None)
        return place, frame

    def close(self) -> None:
        """Take the windows away, then close their doors to the data."""
        for place in self.places:
            shiboken6.delete(place)
        self.office.close()

    def until(self, holds: object) -> None:
        """Wait until something holds."""
        assert callable(holds)
        self.qtbot.waitUntil(lambda: bool(holds()))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One press where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def stage(self, name: str) -> SourceStage:
        """Where a source stands."""
        return self.office.questions.source_detail(self.office.ids[name]).stage

    def month(self, name: str) -> date | None:
        """The cohort that a source is in."""
        with self.office.engine.connect() as connection:
            return connection.execute(
                select(Cohort.month)
                .join_from(CohortMember, Cohort, CohortMember.cohort_id == Cohort.id)
                .where(CohortMember.source_id == self.office.ids[name], CohortMember.left_on.is_(None))
            ).scalar()
