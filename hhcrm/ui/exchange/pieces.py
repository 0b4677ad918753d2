"""Small widgets of the pages: big figures, lists of notes, tables over lines that are already here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.table import TableView
from hhcrm.ui.shared.table_model import WindowedTableModel
from hhcrm.ui.shared.text import Text, Tone

L = TypeVar("L")


class Figure(Panel):
    """A number and its word: `312 new`."""

    def __init__(self, name: str, words: str, tone: Tone = "text", parent: QWidget | None = None) -> None:
        super().__init__(12, 2, parent)
        self.setObjectName(name)
        self._words = words
        self._tone: Tone = tone
        self.number = Text("0", "figure")
        self.word = Text(words, "small", "muted")
        self.body.addWidget(self.number)
        self.body.addWidget(self.word)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show a number; none is quiet."""
        self.number.setText(f"{count:,}")
        self.number.set_tone(self._tone if count else "muted")
        self.setAccessibleName(f"{count:,} {self._words}")


class Notes(QWidget):
    """Things worth knowing, one under another."""

    def __init__(self, name: str, tone: Tone = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._tone: Tone = tone
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(4))
        self.hide()

    @property
    def words(self) -> list[str]:
        """What is said."""
        return [label.text() for label in self.findChildren(QLabel)]

    def say(self, notes: Sequence[str], most: int = 5) -> None:
        """Say these; of many the first ones."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        shown = list(notes[:most]) + (
            [translate("exchange", "And {count} more like these.").format(count=len(notes) - most)]
            if len(notes) > most
            else []
        )
        for words in shown:
            self._column.addWidget(Text(words, "small", self._tone, wrap=True))
        self.setVisible(bool(shown))


def scrolling(inside: QWidget, name: str) -> QScrollArea:
    """A page that scrolls where large text on a small screen wants more room than there is."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area


class ListModel(WindowedTableModel[L]):
    """Lines that are all here already."""

    def __init__(self, columns: Sequence[Column[L]], id_of: Callable[[L], int], parent: QWidget | None = None) -> None:
        super().__init__(columns, self._answer, id_of, parent=parent)
        self._lines: Sequence[L] = ()

    @property
    def lines(self) -> Sequence[L]:
        """All lines."""
        return self._lines

    def show_lines(self, lines: Sequence[L]) -> None:
        """Show other lines from the top."""
        self._lines = lines
        self.start_over()

    def refresh_lines(self, lines: Sequence[L]) -> None:
        """The same lines say something else: scroll and selection stay."""
        self._lines = lines
        self.ask_again()

    def _answer(self, offset: int, limit: int, token: int) -> None:
        self.take(token, offset, self._lines[offset : offset + limit], len(self._lines))


class KeyTable(TableView[L]):
    """A table in a dialog: Enter is the dialog's, not the table's."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


def fit_dialog(dialog: QDialog, width: int, height: int) -> None:
    """As large as it is drawn, at the present text size, but inside the window it stands over and the screen."""
    room = dialog.screen().availableGeometry().size()
    over = dialog.parentWidget()
    if over is not None:
        room = room.boundedTo(over.window().size())
    margin = scaled(16)
    dialog.resize(min(scaled(width), room.width() - margin), min(scaled(height), room.height() - margin))


def in_panel(table: QWidget, least: int = 150) -> Panel:
    """A table inside the line of a panel."""
    panel = Panel(0)
    table.setMinimumHeight(scaled(least))
    panel.body.addWidget(table)
    return panel


def row_of(*widgets: QWidget | None, gap: int = 8) -> QHBoxLayout:
    """Widgets side by side; None is the room between left and right."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(scaled(gap))
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
