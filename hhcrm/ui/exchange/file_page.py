"""The first page: which file, what it holds, how it was read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.exchange.fields import RecordKind
from hhcrm.exchange.tables import Row
from hhcrm.ui.exchange.pieces import KeyTable, ListModel, Notes, row_of
from hhcrm.ui.exchange.port import SeenFile
from hhcrm.ui.exchange.words import ENCODING_WORDS, KIND_WORDS, SEPARATOR_WORDS, counted, of_rows, shortened
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.style import PANEL_RADIUS, draw_box
from hhcrm.ui.shared.text import Text

PickFile = Callable[[QWidget], str]
"""Asks for a file with the system's own dialog; "" when the person thinks better of it."""

SHOWN_ROWS = 20
SHOWN_COLUMNS = 30
NO_FILE = QT_TRANSLATE_NOOP("exchange", "Choose a CSV or XLSX file.")


def pick_table_file(parent: QWidget) -> str:
    """The system's file dialog."""
    path, _ = QFileDialog.getOpenFileName(
        parent,
        translate("exchange", "Choose a list"),
        "",
        translate("exchange", "Lists (*.csv *.xlsx *.xlsm *.txt *.tsv);;All files (*)"),
    )
    return path


class FilePage(QWidget):
    """Choose, type or drop a file; kind and sheet can be corrected."""

    wanted = Signal(object, object, object)
    """Path, kind (None to guess) and sheet (None for the first): look at this."""

    history_wanted = Signal()

    def __init__(self, pick: PickFile = pick_table_file, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_page_file")
        self._pick = pick
        self._seen: SeenFile | None = None
        self._rows: KeyTable[Row] | None = None
        self.path = Field(translate("exchange", "File"), QLineEdit(), name="field_import_file", required=True)
        self._edit().setPlaceholderText(translate("exchange", "CSV or XLSX"))
        self._edit().editingFinished.connect(self._on_typed)
        self._edit().returnPressed.connect(self._on_typed)
        self.choose = Button(
            translate("exchange", "&Choose a file…"), "quiet", icon="folder-open", name="button_choose_file"
        )
        self.choose.clicked.connect(self._on_choose)
        self.kind = QComboBox()
        self.kind_field = Field(translate("exchange", "It holds"), self.kind, name="field_import_kind")
        for kind in RecordKind:
            self.kind.addItem(translate("exchange", KIND_WORDS[kind]), kind.value)
        self.kind.activated.connect(self._ask_again)
        self.sheet = QComboBox()
        self.sheet_field = Field(translate("exchange", "Sheet"), self.sheet, name="field_import_sheet")
        self.sheet.activated.connect(self._ask_again)
        self.history = Button(
            translate("exchange", "&Earlier imports"), "bare", icon="history", name="button_earlier_imports"
        )
        self.history.clicked.connect(self.history_wanted)
        self._facts = Text("", "body", wrap=True)
        self._facts.setObjectName("import_file_facts")
        self._rows_seen = Text("", "title")
        self._rows_seen.setObjectName("import_file_rows")
        self.notes = Notes("import_file_notes", "due")
        self._zone = _DropZone()
        self._put_together()
        self._show_choices()

    @property
    def seen(self) -> SeenFile | None:
        """The file that was understood."""
        return self._seen

    def open_path(self, path: Path) -> None:
        """Look at a file, as if it had been chosen."""
        self._edit().setText(str(path))
        self._on_typed()

    def problem(self) -> str:
        """Why the next page cannot come yet; it stands beside the field."""
        if self._seen is not None:
            return ""
        words = self.path.error or translate("exchange", NO_FILE)
        self.say_fault(words)
        return words

    def say_reading(self) -> None:
        """The file is being looked at."""
        self._seen = None
        self.path.say_error("")
        self.path.say_hint(translate("exchange", "Reading"))

    def say_fault(self, words: str) -> None:
        """What is wrong with the file, beside the field; what was typed stays."""
        self._seen = None
        self.path.say_error(words)
        self._show_choices()
        self._edit().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_seen(self, seen: SeenFile) -> None:
        """Say what was found."""
        self._seen = seen
        self.path.say_error("")
        self.path.say_hint("")
        self.kind.setCurrentIndex(self.kind.findData(seen.kind.value))
        self.sheet.clear()
        self.sheet.addItems(list(seen.sheets))
        self.sheet.setCurrentText(seen.sheet or "")
        self._rows_seen.setText(f"{seen.path.name}: {of_rows(seen.rows)}, {counted(len(seen.header), 'columns')}")
        self._facts.setText(_how_read(seen))
        self.notes.say(seen.notes)
        self._show_rows(seen)
        self._show_choices()

    def _show_rows(self, seen: SeenFile) -> None:
        """The first rows as they stand in the file."""
        if self._rows is not None:
            self._found.body.removeWidget(self._rows)
            self._rows.deleteLater()
        model: ListModel[Row] = ListModel(_raw_columns(seen), lambda row: row.number)
        self._rows = KeyTable(model, "import_first_cells", translate("exchange", "First rows of the file"))
        model.setParent(self._rows)
        self._rows.setMinimumHeight(scaled(110))
        self._found.body.addWidget(self._rows, 1)
        model.show_lines(seen.sample[:SHOWN_ROWS])

    def _put_together(self) -> None:
        zone = self._zone.body
        zone.addWidget(row_of_field(self.path, self.choose))
        self._zone.dropped.connect(self.open_path)
        self._drop = _DropSign()
        zone.addWidget(self._drop, 1)
        self._found = Panel()
        choices = QHBoxLayout()
        choices.setSpacing(scaled(16))
        choices.addWidget(self.kind_field)
        choices.addWidget(self.sheet_field)
        choices.addStretch(1)
        self._found.body.addWidget(self._rows_seen)
        self._found.body.addWidget(self._facts)
        self._found.body.addWidget(self.notes)
        self._found.body.addSpacing(scaled(4))
        self._found.body.addLayout(choices)
        self._lead = Text(
            translate(
                "exchange",
                "Any list will do: column names and order do not matter. Nothing is written before you have seen what "
                "would happen.",
            ),
            "body",
            "muted",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(self._lead)
        column.addWidget(self._zone, 1)
        column.addWidget(self._found, 4)
        column.addLayout(row_of(self.history, None))

    def _show_choices(self) -> None:
        self._found.setVisible(self._seen is not None)
        self._drop.setVisible(self._seen is None)
        self.sheet_field.setVisible(self._seen is not None and len(self._seen.sheets) > 1)

    def _on_choose(self) -> None:
        path = self._pick(self)
        if path:
            self.open_path(Path(path))

    def _on_typed(self) -> None:
        typed = self._edit().text().strip().strip('"')
        if typed and (self._seen is None or typed != str(self._seen.path)):
            self._ask(Path(typed).expanduser(), None, None)

    def _ask_again(self) -> None:
        if self._seen is not None:
            self._ask(self._seen.path, RecordKind(self.kind.currentData()), self.sheet.currentText() or None)

    def _ask(self, path: Path, kind: RecordKind | None, sheet: str | None) -> None:
        self.say_reading()
        self.wanted.emit(path, kind, sheet)

    def _edit(self) -> QLineEdit:
        assert isinstance(self.path.editor, QLineEdit)
        return self.path.editor


class _DropSign(QWidget):
    """A dashed box that says what may be dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(scaled(96))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), Colors.of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colors.line_strong), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), PANEL_RADIUS, PANEL_RADIUS)
        font = role_font("body")
        height, size = QFontMetrics(font).height(), scaled(24)
        top = (self.height() - size - height - scaled(10)) // 2
        picture = app_icons().pixmap("upload", colors.muted, size, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - size) // 2, top, picture)
        painter.setFont(font)
        painter.setPen(QColor(colors.muted))
        words = self.rect().adjusted(0, top + size + scaled(10), 0, 0)
        painter.drawText(
            words,
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
            translate("exchange", "Or drop a file here"),
        )


class _DropZone(Panel):
    """A panel that takes a file from the desktop."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(16, 8, parent)
        self.setObjectName("import_drop_zone")
        self.setAcceptDrops(True)
        self._over = False

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_in(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._over = True
            self.update()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        self.update()
        path = _file_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._over:
            colors = Colors.of(self)
            draw_box(QPainter(self), self.rect(), "", colors.accent, PANEL_RADIUS, 2.0)


def _file_in(data: QMimeData) -> Path | None:
    urls = [url for url in data.urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None


def row_of_field(field: Field, button: Button) -> QWidget:
    """A field with a button at the height of its editor."""
    inside = QWidget()
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(scaled(8))
    row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    beside = QVBoxLayout()
    beside.setContentsMargins(0, scaled(21), 0, 0)
    beside.addWidget(button)
    beside.addStretch(1)
    row.addLayout(beside)
    return inside


def _raw_columns(seen: SeenFile) -> list[Column[Row]]:
    columns: list[Column[Row]] = [
        Column("row", translate("exchange", "Row"), 56, lambda row: f"{row.number:,}", align="right")
    ]
    for place, name in enumerate(seen.header[:SHOWN_COLUMNS]):
        columns.append(
            Column(
                f"cell_{place}",
                name or translate("exchange", "Column {count}").format(count=place + 1),
                130,
                partial(_cell, place),
            )
        )
    return columns


def _cell(place: int, row: Row) -> str:
    return shortened(row.cells[place])


def _how_read(seen: SeenFile) -> str:
    parts = []
    if seen.encoding is not None:
        parts.append(
            translate("exchange", "Read as {encoding}").format(
                encoding=ENCODING_WORDS.get(seen.encoding, seen.encoding)
            )
        )
        parts.append(
            translate("exchange", "columns separated by {separator}").format(
                separator=translate("exchange", SEPARATOR_WORDS.get(seen.separator or ",", seen.separator or ","))
            )
        )
    elif seen.sheet is not None:
        parts.append(translate("exchange", 'Read from the sheet "{sheet}"').format(sheet=seen.sheet))
    words = ", ".join(parts) + "."
    if seen.remembered:
        words += translate("exchange", " A file with the same columns was imported before.")
    return words
