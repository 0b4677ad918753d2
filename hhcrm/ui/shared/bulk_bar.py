"""What stands above a table while several rows are selected: how many, all that match, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.ask_bar import AskBar
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import PANEL_RADIUS, draw_box
from hhcrm.ui.shared.table import TableView
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

L = TypeVar("L")
Ids = tuple[int, ...]


class BulkFrame(QFrame, Generic[L]):
    """Acts on the rows that are selected, or on all that the filter leaves; each button names how many.

    `id_of` tells rows apart, `all_ids` asks for everything that the filter leaves. `prefix` begins the names of its
    own buttons.
    """

    none_asked = Signal()
    """Select nothing any more."""

    def __init__(
        self,
        name: str,
        prefix: str,
        desk: Desk,
        table: TableView[L],
        id_of: Callable[[L], int],
        all_ids: Callable[[], Callable[[Questions], Ids]],
        ask: AskBar,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._desk = desk
        self._table = table
        self._id_of = id_of
        self._all_ids = all_ids
        self._ask = ask
        self._matching = 0
        self._words = Text("", "strong")
        self.all = Button(translate("shared", "All matching"), size="small", name=f"{prefix}_all")
        self.all.setCheckable(True)
        clear = translate("shared", "Clear selection")
        self.none = Button(clear, "bare", icon="x", size="small", name=f"{prefix}_none")
        self.none.clicked.connect(self.none_asked)
        self.all.toggled.connect(lambda _on: self.say())
        self.hide()

    @property
    def count(self) -> int:
        """How many rows an act would change."""
        return self._matching if self.all.isChecked() else len(self._table.selected_rows())

    def show_selection(self, matching: int) -> None:
        """The selection or the number of matching rows changed; one row alone needs no bar."""
        self._matching = matching
        several = len(self._table.selected_rows()) > 1
        if not several and self.all.isChecked():
            self.all.setChecked(False)
        if not several and self.isVisible():
            self._ask.leave()
        self.setVisible(several)
        self.say()

    def say(self) -> None:
        """How many there are; whoever has more buttons says it on them too."""
        self._words.setText(translate("shared", "{count:,} chosen").format(count=self.count))
        self.all.setText(translate("shared", "All matching ({matching:,})").format(matching=self._matching))
        self.all.setVisible(self._matching > len(self._table.selected_rows()) or self.all.isChecked())
        self.all.updateGeometry()

    def with_ids(self, act: Callable[[Ids], None]) -> None:
        """Do something with the ids of the rows that are meant."""
        if self.all.isChecked():
            self._desk.read(self._all_ids(), act, owner=self)
        else:
            self._table.with_selected(lambda lines: act(tuple(self._id_of(line) for line in lines)))

    def lay_out(self, *buttons: QWidget) -> None:
        """Stand in a row: how many, all of them, then these."""
        holder = QWidget()
        row = FlowLayout(holder, scaled(6))
        for widget in (self._words, self.all, *buttons):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(12), scaled(6), scaled(12), scaled(6))
        column.addWidget(holder)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Colors.of(self)
        draw_box(QPainter(self), self.rect(), colors.selection, colors.line, PANEL_RADIUS)
