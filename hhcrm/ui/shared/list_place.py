"""What places with a list have in common: the list beside one of its rows in full, and the ways between the two."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.steady import QuietSplitter
from hhcrm.ui.shared.table import TableView

FOLLOW_MS = 40
"""How long the marked row rests before it is shown in full: who holds an arrow key passes rows by."""

KEEP_MS = 600
"""How long after the last change the arrangement is kept for the next start."""


class ListSplit(QuietSplitter):
    """A list, and one of its rows in full beside it, or below it where there is no room for both.

    `sizes` and `stretch` are those of list and row; `enough` is the width at 100 per cent text from which they stand
    side by side.
    """

    def __init__(
        self,
        name: str,
        rows: QWidget,
        full: QWidget,
        *,
        sizes: tuple[int, int],
        enough: int,
        stretch: tuple[int, int] = (3, 2),
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._full = full
        self._enough = enough
        self.addWidget(rows)
        self.addWidget(full)
        for index, factor in enumerate(stretch):
            self.setStretchFactor(index, factor)
        self.setSizes(sizes)

    def fit(self, width: int) -> None:
        """Turn to what so much width has room for."""
        wanted = Qt.Orientation.Horizontal if width >= scaled(self._enough) else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self.setOrientation(wanted)

    def put_back(self, kept: object) -> None:
        """The sizes as they were kept; anything else than that is passed over."""
        if not isinstance(kept, list):
            return
        sizes = [size for size in kept if isinstance(size, int) and size > 0]
        if len(sizes) == len(kept) == 2:
            self.setSizes(sizes)

    def kept_sizes(self) -> list[int] | None:
        """What is worth keeping: the sizes, while both stand side by side."""
        return self.sizes() if self.orientation() == Qt.Orientation.Horizontal else None

    def reveal(self) -> None:
        """Below the list the row in full may be out of sight: the place scrolls to it."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self._full, 0, self._full.height() // 2)


def single_shot(parent: QWidget, milliseconds: int) -> QTimer:
    """A timer that strikes once, so long after its last start."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer


def find_keys(place: QWidget, field: QLineEdit) -> None:
    """`/` and Ctrl+F go from anywhere in the place to its filter."""

    def find() -> None:
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    for keys in ("/", "Ctrl+F"):
        shortcut = QShortcut(QKeySequence(keys), place, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(find)


def step_into(table: TableView[Any]) -> None:
    """From the filter into the table: a row is chosen there, so that Enter opens it."""
    table.setFocus()
    if not table.currentIndex().isValid() and table.model().rowCount():
        table.selectRow(0)


def select_current_only(table: TableView[Any]) -> None:
    """Of many selected rows only the marked one stays."""
    row = table.currentIndex().row()
    table.clearSelection()
    if row >= 0:
        table.selectRow(row)
    table.setFocus()


def forget_current(table: TableView[Any]) -> None:
    """No row is marked until the rows come again: the one that was saved may stand elsewhere then."""
    table.setFocus()
    table.clearSelection()
    table.setCurrentIndex(table.model().index(-1, -1))


def choose_columns(table: TableView[Any], where: QPoint) -> None:
    """Let the person choose what columns are shown."""
    menu = table.columns_menu(table)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(where)
