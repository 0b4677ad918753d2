"""Export of a calendar file: whose visits, from when to when; how many stands on the button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.days import read_day, say_full_day
from hhcrm.domain.errors import KnownFault, RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.jobs.progress import Cancelled
from hhcrm.queries.calendar_file_models import CalendarWanted
from hhcrm.queries.read_models import Choices
from hhcrm.ui.exchange.calendar_work import CalendarWork
from hhcrm.ui.exchange.export_dialog import show_folder
from hhcrm.ui.exchange.picking import PickTarget
from hhcrm.ui.exchange.pieces import fit_dialog, row_of
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.long_read import LongRead
from hhcrm.ui.shared.long_work import WorkBar
from hhcrm.ui.shared.text import Text, set_ground
from hhcrm.ui.shared.when import say_near

_SIZE = (540, 360)


def pick_calendar_target(parent: QWidget, offered: str) -> str:
    """The system's own dialog for saving."""
    path, _ = QFileDialog.getSaveFileName(
        parent, translate("exchange", "Save as"), offered, translate("exchange", "Calendar (*.ics)")
    )
    return path


@dataclass(frozen=True, slots=True)
class CalendarExportKit:
    """What the dialog needs beside the desk."""

    work: CalendarWork
    pick_target: PickTarget = pick_calendar_target
    show_folder: Callable[[Path], None] = show_folder


class CalendarExport(QDialog):
    """Enter exports, Esc cancels what runs or closes."""

    def __init__(
        self,
        desk: Desk,
        frame: Frame,
        kit: CalendarExportKit,
        parent: QWidget | None = None,
        wanted: CalendarWanted | None = None,
    ) -> None:
        super().__init__(parent)
        title = translate("exchange", "Export a calendar file")
        self.setObjectName("calendar_export")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._desk, self._frame, self._kit = desk, frame, kit
        self._asked = 0
        self._count: int | None = None
        self._long = LongRead(desk, self)
        self._whose = wanted.liaison_id if wanted is not None else None
        self._make(title)
        if wanted is not None:
            self._show_days(wanted)
        self._connect()
        self._ask()
        desk.read(lambda questions: questions.choices(), self._fill, owner=self)
        self.whose.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted(self) -> CalendarWanted | None:
        """Which visits; None where a day is not understood, which is said beside it."""
        try:
            first, last = self._day(self.from_field), self._day(self.until_field)
        except RuleBroken:
            return None
        if first is not None and last is not None and first > last:
            self.until_field.say_error(translate("exchange", "This is before the first day."))
            return None
        return CalendarWanted(first, last, self.whose.currentData())

    # Making

    def _make(self, title: str) -> None:
        set_ground(self, "panel")
        self.whose = QComboBox()
        self.whose.addItem(translate("exchange", "everybody's"), None)
        self.from_field = Field(translate("exchange", "From"), QLineEdit(), name="field_calendar_from")
        self.until_field = Field(translate("exchange", "To"), QLineEdit(), name="field_calendar_until")
        self._editor(self.from_field).setPlaceholderText(translate("exchange", "the beginning"))
        self._editor(self.until_field).setPlaceholderText(translate("exchange", "today and later"))
        self._editor(self.from_field).setText(translate("exchange", "today"))
        words = translate(
            "exchange",
            "One way: from here to another calendar, with source, kind, place and time, and nobody's name. "
            "What you move there moves here when you import that calendar's file.",
        )
        self.said = Text("", "body", "overdue", wrap=True)
        self.said.setObjectName("calendar_export_said")
        self.said.hide()
        self.work = WorkBar("calendar_export_run")
        self.work.hide()
        self._close = Button(translate("exchange", "Cancel"), "quiet", size="big", name="calendar_export_close")
        self._export = Button(translate("exchange", "&Export"), "primary", size="big", name="calendar_export_button")
        self._export.setDefault(True)
        days = row_of(self.from_field, self.until_field, gap=12)
        for place, field in enumerate((self.from_field, self.until_field)):
            days.setStretch(place, 1)
            days.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(14))
        column.addWidget(Text(title, "head"))
        column.addWidget(Text(words, "body", "muted", wrap=True))
        column.addWidget(Field(translate("exchange", "Whose visits"), self.whose, name="field_calendar_whose"))
        column.addLayout(days)
        column.addStretch(1)
        column.addWidget(self.said)
        column.addWidget(self.work)
        column.addLayout(row_of(None, self._close, self._export))
        fit_dialog(self, *_SIZE)

    def _editor(self, field: Field) -> QLineEdit:
        assert isinstance(field.editor, QLineEdit)
        return field.editor

    def _connect(self) -> None:
        self.whose.currentIndexChanged.connect(self._ask)
        for field in (self.from_field, self.until_field):
            self._editor(field).textChanged.connect(self._ask)
        self._export.clicked.connect(self._on_export)
        self._close.clicked.connect(self.reject)
        self._long.reported.connect(self.work.show_report)
        self.work.cancelled.connect(self._long.cancel)

    def _fill(self, choices: Choices) -> None:
        for user in choices.users:
            self.whose.addItem(user.name, user.id)
        if self._whose is not None and (row := self.whose.findData(self._whose)) >= 0:
            self.whose.setCurrentIndex(row)

    def _show_days(self, wanted: CalendarWanted) -> None:
        today = self._desk.today()
        for field, day in ((self.from_field, wanted.from_on), (self.until_field, wanted.until_on)):
            if day is not None:
                self._editor(field).setText(say_near(day, today))

    def _day(self, field: Field) -> date | None:
        typed = self._editor(field).text().strip()
        try:
            day = read_day(typed, self._desk.today()) if typed else None
        except RuleBroken as fault:
            field.say_error(str(fault))
            raise
        field.say_error("")
        field.say_hint(say_full_day(day) if day is not None else "")
        return day

    # What happens

    def _ask(self) -> None:
        """How many visits would it be."""
        self.said.hide()
        self._asked += 1
        mine, wanted, work = self._asked, self.wanted(), self._kit.work
        self._say_count(None)
        if wanted is None:
            return

        def done(count: int) -> None:
            if mine == self._asked:
                self._say_count(count)

        self._desk.read(lambda questions: work.count(questions, wanted), done, self._say_fault, owner=self)

    def _say_count(self, count: int | None) -> None:
        self._count = count
        if count is None:
            words = translate("exchange", "&Export")
        elif count == 1:
            words = translate("exchange", "&Export 1 visit")
        elif count:
            words = translate("exchange", "&Export {count:,} visits").format(count=count)
        else:
            words = translate("exchange", "No visits to export")
        self._export.setText(words)
        self._export.setEnabled(count is None or count > 0)
        self._export.updateGeometry()

    def _on_export(self) -> None:
        wanted = self.wanted()
        if wanted is None or self._long.running:
            return
        offered = translate("exchange", "visits {day}.ics").format(day=self._desk.today().isoformat())
        picked = self._kit.pick_target(self, offered)
        if not picked:
            return
        target = Path(picked)
        if target.suffix.lower() != ".ics":
            target = target.with_name(f"{target.name}.ics")
        work = self._kit.work
        self.said.hide()
        self._export.setEnabled(False)
        self.work.begin(translate("exchange", "Writing {name}").format(name=target.name))
        self._long.start(
            lambda questions, steps: work.export(questions, wanted, target, steps),
            lambda count: self._on_written(count, target),
            self._on_unwritten,
        )

    def _on_written(self, count: int, target: Path) -> None:
        one = translate("exchange", "1 visit exported to {name}.")
        many = translate("exchange", "{count:,} visits exported to {name}.")
        show = self._kit.show_folder
        words = (one if count == 1 else many).format(count=count, name=target.name)
        self.work.hide()
        self.accept()
        self._frame.toast(words, action=(translate("exchange", "Open folder"), lambda: show(target)))

    def _on_unwritten(self, error: Exception) -> None:
        self.work.hide()
        self._export.setEnabled(True)
        if not isinstance(error, Cancelled):
            self._say_fault(error)

    def _say_fault(self, error: Exception) -> None:
        if isinstance(error, KnownFault):
            self.said.setText(str(error))
            self.said.show()
        else:
            self._frame.fault(error)

    @override
    def reject(self) -> None:
        """Stop what runs, else close."""
        if self._long.running:
            self.work.stop()
        else:
            super().reject()
