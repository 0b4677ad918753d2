"""The table of a file's columns: what each becomes, how sure that is, and its first cells as they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.exchange.field_words import field_label
from hhcrm.exchange.fields import field_of, fields_of
from hhcrm.exchange.mapping import Mapping
from hhcrm.exchange.tables import Row
from hhcrm.ui.exchange.pieces import KeyTable, ListModel
from hhcrm.ui.exchange.port import SeenFile
from hhcrm.ui.exchange.seeing import sample_rows
from hhcrm.ui.exchange.words import Speaker, shortened, sureness
from hhcrm.ui.shared.columns import Cell, Column
from hhcrm.ui.shared.delegates import CellDelegate
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import colors_for
from hhcrm.ui.shared.style import draw_box
from hhcrm.ui.shared.table_model import CellRole

LEAVE_OUT = QT_TRANSLATE_NOOP("exchange", "Leave out")
SHOWN_ROWS = 3
BECOMES = 1
_OPENING_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_F2)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One column of the file."""

    place: int
    name: str
    becomes: str
    sure: str
    sure_tag: str
    cells: tuple[tuple[str, str], ...]
    """What each shown row says, and what is wrong with it."""

    taken: bool


def column_lines(seen: SeenFile, mapping: Mapping, chosen: set[int]) -> list[ColumnLine]:
    """The columns: those that go somewhere as the file was first guessed, then those left out."""
    rows = sample_rows(seen, SHOWN_ROWS)
    first = {place for place, _ in seen.mapping.columns}
    places = sorted(range(len(seen.header)), key=lambda place: (place not in first, place))
    return [_line(seen, mapping, chosen, place, rows) for place in places]


def _line(seen: SeenFile, mapping: Mapping, chosen: set[int], place: int, rows: Sequence[Row]) -> ColumnLine:
    name = mapping.field_at(place)
    cells: tuple[tuple[str, str], ...]
    if name is None:
        cells = tuple((shortened(row.cells[place]), "") for row in rows)
        becomes = translate("exchange", LEAVE_OUT)
    else:
        field = field_of(mapping.kind, name)
        speaker = Speaker(field, mapping.day_order, serials=seen.serials)
        cells = tuple(speaker.say(row.cells[place]) for row in rows)
        becomes = field_label(field)
    sure, tag = sureness(mapping, place, chosen, seen.remembered)
    header = seen.header[place] or translate("exchange", "Column {count}, no name").format(count=place + 1)
    return ColumnLine(place, header, becomes, sure, tag, cells, name is not None)


def _columns(rows: Sequence[Row]) -> list[Column[ColumnLine]]:
    columns: list[Column[ColumnLine]] = [
        Column("name", translate("exchange", "Their column"), 170, lambda line: line.name, kind="strong"),
        Column("becomes", translate("exchange", "Becomes"), 152, lambda line: line.becomes),
        Column(
            "sure",
            translate("exchange", "Guess"),
            98,
            lambda line: line.sure,
            tag=lambda line: line.sure_tag,
            kind="tag",
        ),
    ]
    for place in range(SHOWN_ROWS):
        title = translate("exchange", "Row {number}").format(number=rows[place].number) if place < len(rows) else ""
        columns.append(
            Column(f"row_{place}", title, 138, _cell_text(place), tag=_cell_tag(place), fills=place == SHOWN_ROWS - 1)
        )
    return columns


def _cell_text(place: int) -> Callable[[ColumnLine], str]:
    def text(line: ColumnLine) -> str:
        said, wrong = line.cells[place] if place < len(line.cells) else ("", "")
        return translate("exchange", "not read: {said}").format(said=said) if wrong else said

    return text


def _cell_tag(place: int) -> Callable[[ColumnLine], str]:
    return lambda line: "overdue" if place < len(line.cells) and line.cells[place][1] else ""


class ColumnsTable(KeyTable[ColumnLine]):
    """Space, F2, a letter or a click on what a column becomes opens the choice of fields."""

    chosen = Signal(int, str)
    """The place of a column and the field it becomes now, "" to leave it out."""

    def __init__(self, seen: SeenFile, parent: QWidget | None = None) -> None:
        self.model_of_columns: ListModel[ColumnLine] = ListModel(
            _columns(sample_rows(seen, SHOWN_ROWS)), lambda line: line.place
        )
        super().__init__(self.model_of_columns, "import_columns", translate("exchange", "Columns of the file"), parent)
        self.model_of_columns.setParent(self)
        self._mapping = seen.mapping
        self._delegates[BECOMES] = _BecomesDelegate("text", self)
        self.setItemDelegateForColumn(BECOMES, self._delegates[BECOMES])
        self.setSelectionMode(KeyTable.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionsMovable(False)
        self._box: QComboBox | None = None
        self._opened_at = -1
        self.clicked.connect(self._on_clicked)

    def show_lines(self, lines: Sequence[ColumnLine], mapping: Mapping) -> None:
        """Show the columns anew."""
        self._mapping = mapping
        if self.model_of_columns.total:
            self.model_of_columns.refresh_lines(lines)
        else:
            self.model_of_columns.show_lines(lines)
            self.setCurrentIndex(self.model_of_columns.index(0, BECOMES))

    def go_to(self, place: int) -> None:
        """Make a column of the file the current one."""
        for row, line in enumerate(self.model_of_columns.lines):
            if line.place == place:
                self.setCurrentIndex(self.model_of_columns.index(row, BECOMES))

    def open_choice(self) -> None:
        """Offer all fields for the current column."""
        line = self.model_of_columns.line(self.currentIndex().row())
        if line is None:
            return
        self._opened_at = line.place
        box = self._choice_box()
        box.clear()
        box.addItem(translate("exchange", LEAVE_OUT), "")
        for field in fields_of(self._mapping.kind):
            box.addItem(f"{field_label(field)} *" if field.required else field_label(field), field.name)
        box.setCurrentIndex(max(0, box.findData(self._mapping.field_at(line.place) or "")))
        place = self.visualRect(self.model_of_columns.index(self.currentIndex().row(), BECOMES))
        box.setGeometry(place.adjusted(0, 0, 0, -1))
        box.show()
        box.setFocus()
        box.showPopup()

    def _choice_box(self) -> QComboBox:
        if self._box is None:
            self._box = QComboBox(self.viewport())
            self._box.setObjectName("field_becomes")
            self._box.setAccessibleName(translate("exchange", "What this column becomes"))
            self._box.setMaxVisibleItems(18)
            self._box.activated.connect(self._on_activated)
            self._box.view().installEventFilter(self)
        return self._box

    def _on_activated(self, index: int) -> None:
        assert self._box is not None
        name = str(self._box.itemData(index))
        self._close_choice()
        if name != (self._mapping.field_at(self._opened_at) or ""):
            self.chosen.emit(self._opened_at, name)

    def _close_choice(self) -> None:
        if self._box is not None and self._box.isVisible():
            self._box.hide()
            self.setFocus()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == BECOMES:
            self.open_choice()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The popup went away, chosen or not: the box over the cell has done its work.
        if self._box is not None and watched is self._box.view() and event.type() == QEvent.Type.Hide:
            self._close_choice()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        down_with_alt = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        letter = event.text().isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in _OPENING_KEYS or down_with_alt:
            self.open_choice()
        elif letter:
            self.open_choice()
            if self._box is not None:
                self._box.view().keyboardSearch(event.text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._leave_out()
        else:
            super().keyPressEvent(event)

    def _leave_out(self) -> None:
        line = self.model_of_columns.line(self.currentIndex().row())
        if line is not None and line.taken:
            self.chosen.emit(line.place, "")

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.indexAt(event.position().toPoint()).column() == BECOMES
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)


class _BecomesDelegate(CellDelegate):
    """A field one can open, as it looks in a form; what is left out is quiet."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        cell = index.data(CellRole)
        if not isinstance(cell, Cell):
            return
        colors = colors_for(option.palette)
        quiet = cell.text == translate("exchange", LEAVE_OUT)
        box = option.rect.adjusted(scaled(2), scaled(3), -scaled(6), -scaled(4))
        painter.save()
        draw_box(painter, box, colors.panel if quiet else colors.field, colors.line_strong, 5.0)
        size = scaled(14)
        arrow = app_icons().pixmap("chevron-down", colors.muted, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(box.right() - size - scaled(5), box.center().y() - size // 2 + 1, arrow)
        painter.setPen(colors.muted if quiet else colors.text)
        painter.setFont(self._look().body)
        room = box.adjusted(scaled(8), 0, -size - scaled(10), 0)
        words = painter.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    @override
    def _draw_words(self, *_what: object) -> None:
        """The words stand inside the box, which is drawn above the ground."""
