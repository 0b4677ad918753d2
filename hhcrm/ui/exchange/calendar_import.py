"""Import of a calendar file: what would become of its events, unclear ones to be answered, then one button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.jobs.progress import Cancelled
from hhcrm.ui.exchange.calendar_work import CalendarWish, CalendarWork
from hhcrm.ui.exchange.pieces import Figure, Notes, fit_dialog, row_of
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.entries import Entry, EntryList
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.long_read import LongRead
from hhcrm.ui.shared.long_work import LongWork, WorkBar
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.tags import TagKind
from hhcrm.ui.shared.text import Text, set_ground

if TYPE_CHECKING:
    from hhcrm.exchange.icalendar_reading import CalendarFile
    from hhcrm.exchange.importing import ImportResult, Refusal, Seen

_SIZE = (720, 620)
MOST_SHOWN = 100
"""Events that are listed one by one; of more only the number is said."""

PickCalendar = Callable[[QWidget], str]
"""Asks for a file; "" when the person thinks better of it."""


def pick_calendar_file(parent: QWidget) -> str:
    """The system's own dialog for opening."""
    path, _ = QFileDialog.getOpenFileName(
        parent,
        translate("exchange", "Choose a calendar file"),
        "",
        translate("exchange", "Calendars (*.ics *.ical *.ifb *.vcs);;All files (*)"),
    )
    return path


@dataclass(frozen=True, slots=True)
class CalendarImportKit:
    """What the dialog needs beside the desk."""

    work: CalendarWork
    pick_file: PickCalendar = pick_calendar_file


class CalendarImport(QDialog):
    """Enter imports, Esc cancels what runs or closes."""

    def __init__(self, desk: Desk, frame: Frame, kit: CalendarImportKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = translate("exchange", "Import a calendar file")
        self.setObjectName("calendar_import")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._desk, self._frame, self._kit = desk, frame, kit
        self._path: Path | None = None
        self._file: CalendarFile | None = None
        self._result: ImportResult | None = None
        self._answers: dict[int, int] = {}
        self._reading = LongRead(desk, self)
        self._writing = LongWork(desk, self)
        self._make(title)
        self._connect()
        self._say()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def outcome(self) -> ImportResult | None:
        """What the import would do."""
        return self._result

    @property
    def answers(self) -> dict[int, int]:
        """Which source each answered event means, by its line."""
        return self._answers

    def open_path(self, path: Path) -> None:
        """Look at a file."""
        if self._busy:
            return
        self._path, self._file, self._result, self._answers = path, None, None, {}
        self._say()
        work = self._kit.work
        self.work.begin(translate("exchange", "Reading {name}").format(name=path.name))
        self._reading.start(lambda _questions, steps: work.read(path, steps), self._on_read, self._on_failed)

    # Making

    def _make(self, title: str) -> None:
        set_ground(self, "page")
        words = translate(
            "exchange",
            "One way: from the file into planned visits here. An event that was imported before moves its visit; "
            "what you have logged stays as it is.",
        )
        self.choose = Button(translate("exchange", "&Choose a file…"), name="calendar_import_choose")
        self.name = Text("", "body", "muted", wrap=True)
        self.name.setObjectName("calendar_import_file")
        self.figures = (
            Figure("calendar_new", translate("exchange", "to be planned"), "good"),
            Figure("calendar_changed", translate("exchange", "to be moved or cancelled"), "text"),
            Figure("calendar_same", translate("exchange", "as they are"), "text"),
            Figure("calendar_out", translate("exchange", "left out"), "due"),
        )
        self.notes = Notes("calendar_import_notes")
        self.listed = EntryList("calendar_import_list", translate("exchange", "Nothing is left out."))
        self.said = Text("", "body", "overdue", wrap=True)
        self.said.setObjectName("calendar_import_said")
        self.work = WorkBar("calendar_import_run")
        self.work.hide()
        self._close = Button(translate("exchange", "Cancel"), "quiet", size="big", name="calendar_import_close")
        self._bring = Button(translate("exchange", "&Import"), "primary", size="big", name="calendar_import_button")
        self._bring.setDefault(True)
        self._panel = Panel(margin=1, spacing=0)
        self._panel.body.addWidget(self.listed)
        self._counts = QWidget()
        self._counts.setLayout(row_of(*self.figures))
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(12))
        column.addWidget(Text(title, "head"))
        column.addWidget(Text(words, "body", "muted", wrap=True))
        file = row_of(self.choose, self.name, gap=12)
        file.setStretch(1, 1)
        column.addLayout(file)
        column.addWidget(self._counts)
        column.addWidget(self.notes)
        column.addWidget(self._panel, 1)
        self._room = QWidget()
        column.addWidget(self._room, 1)
        column.addWidget(self.said)
        column.addWidget(self.work)
        column.addLayout(row_of(None, self._close, self._bring))
        fit_dialog(self, *_SIZE)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._on_choose)
        self._bring.clicked.connect(self._on_bring)
        self._close.clicked.connect(self.reject)
        self._reading.reported.connect(self.work.show_report)
        self.work.cancelled.connect(self._reading.cancel)
        self.work.cancelled.connect(self._writing.cancel)

    # What happens

    @property
    def _busy(self) -> bool:
        return self._reading.running or self._writing.running

    def _on_choose(self) -> None:
        picked = "" if self._busy else self._kit.pick_file(self)
        if picked:
            self.open_path(Path(picked))

    def _on_read(self, file: CalendarFile) -> None:
        self._file = file
        self._look()

    def _look(self) -> None:
        """What would become of the events, with the answers given so far."""
        wish, work = self._wish(), self._kit.work
        if wish is None:
            return
        self.work.begin(translate("exchange", "Looking for the visits"))
        self._writing.start(
            lambda actions, steps: work.preview(actions, wish, steps),
            self._on_seen,
            self._on_failed,
            self.work.show_report,
            label=translate("exchange", "Looking at a calendar file"),
        )

    def _on_seen(self, result: ImportResult) -> None:
        self.work.hide()
        self._result = result
        self._say()
        self._bring.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_answer(self, line: int, box: QComboBox) -> None:
        source_id = box.currentData()
        if source_id is None:
            self._answers.pop(line, None)
        else:
            self._answers[line] = source_id
        self._say_button()

    def _on_bring(self) -> None:
        wish, work = self._wish(), self._kit.work
        if wish is None or self._busy or not self._count():
            return
        self.said.hide()
        self._bring.setEnabled(False)
        self.work.begin(translate("exchange", "Importing"))
        self._writing.start(
            lambda actions, steps: work.bring_in(actions, wish, steps),
            self._on_brought,
            self._on_failed,
            self.work.show_report,
            label=translate("exchange", "Import of a calendar file"),
        )

    def _on_brought(self, result: ImportResult) -> None:
        self.work.hide()
        self.accept()
        words = translate("exchange", "{new:,} visits planned, {changed:,} moved or cancelled").format(
            new=result.created, changed=result.updated
        )
        self._frame.toast(words, undo=result.run is not None)

    def _on_failed(self, error: Exception) -> None:
        self.work.hide()
        self._say()
        if isinstance(error, KnownFault):
            self.said.setText(str(error))
            self.said.show()
        elif not isinstance(error, Cancelled):
            self._frame.fault(error)

    def _wish(self) -> CalendarWish | None:
        if self._path is None or self._file is None:
            return None
        return CalendarWish(self._path, self._file, dict(self._answers))

    # What is said

    def _count(self) -> int:
        """How many events do something: those that are clear, and those that were answered."""
        result = self._result
        return 0 if result is None else result.created + result.updated + len(self._answers)

    def _say(self) -> None:
        result = self._result
        self.said.hide()
        self.name.setText(self._path.name if self._path is not None else translate("exchange", "An .ics file"))
        for widget in (self._counts, self._panel):
            widget.setVisible(result is not None)
        self._room.setVisible(result is None)
        self.notes.say(() if result is None else result.notes)
        if result is not None:
            numbers = (result.created, result.updated, result.unchanged, result.refused)
            for figure, number in zip(self.figures, numbers, strict=True):
                figure.show_count(number)
            first = [self._seen(seen) for seen in result.first]
            self.listed.show_entries([*map(self._entry, result.problems[:MOST_SHOWN]), *first])
        self._say_button()

    def _say_button(self) -> None:
        count = self._count()
        if self._result is None:
            words = translate("exchange", "&Import")
        elif count == 1:
            words = translate("exchange", "&Import 1 event")
        elif count:
            words = translate("exchange", "&Import {count:,} events").format(count=count)
        else:
            words = translate("exchange", "Nothing to import")
        self._bring.setText(words)
        self._bring.setEnabled(count > 0)
        self._bring.updateGeometry()

    def _seen(self, seen: Seen) -> Entry:
        """One of the first events that do something."""
        new: tuple[str, TagKind] = (translate("exchange", "to be planned"), "good")
        changed: tuple[str, TagKind] = (translate("exchange", "to be changed"), "info")
        return Entry(seen.title, seen.detail, tag=new if seen.new else changed)

    def _entry(self, problem: Refusal) -> Entry:
        """An event that is left out, with the sources that it may mean."""
        title = problem.value or translate("exchange", "An event without a title")
        where = translate("exchange", "line {line:,}").format(line=problem.row)
        entry = Entry(title, where, (problem.problem,))
        layout = entry.layout()
        if problem.candidates and layout is not None:
            box = QComboBox()
            box.setObjectName(f"calendar_event_{problem.row}_source")
            box.setAccessibleName(translate("exchange", "Which source {title} means").format(title=title))
            box.addItem(translate("exchange", "leave it out"), None)
            for source_id, words in problem.candidates:
                box.addItem(words, source_id)
            box.currentIndexChanged.connect(lambda _place: self._on_answer(problem.row, box))
            layout.addWidget(box)
            layout.setAlignment(box, Qt.AlignmentFlag.AlignLeft)
        return entry

    @override
    def reject(self) -> None:
        """Stop what runs, else close."""
        if self._busy:
            self.work.stop()
        else:
            super().reject()
