"""A list of planned visits, each with what may become of it to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.queries.missed_models import MoveLine
from hhcrm.services.moved_commands import VisitFate
from hhcrm.ui.shared.fate_words import Choice, beside, fate_of
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.editors import ChoiceEditor
from hhcrm.ui.shared.panel import Rule
from hhcrm.ui.shared.text import Text, is_look_change

Choices = Callable[[MoveLine, date], Sequence[Choice]]

_NARROW = 520
_CHOICE = 340


class FateRow(QWidget):
    """One visit: the source, when it was planned, and the choice."""

    def __init__(self, line: MoveLine, choices: Sequence[Choice], name: str, words: str) -> None:
        super().__init__()
        self.line = line
        self._narrow: bool | None = None
        self.setObjectName(f"{name}_{line.visit_id}")
        self.source = Text(line.source, "strong", wrap=True)
        self.planned = Text(words, "small", "muted", wrap=True)
        self.choice = ChoiceEditor(choices)
        self.choice.setObjectName(f"{name}_{line.visit_id}_choice")
        self.choice.setAccessibleName(
            translate("moves", "{source}, {planned}: what becomes of it").format(source=line.source, planned=words)
        )
        self.setAccessibleName(f"{line.source}. {words}")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, scaled(7), 0, scaled(7))
        self._grid.setHorizontalSpacing(scaled(12))
        self._grid.setVerticalSpacing(scaled(2))
        self._grid.setColumnStretch(0, 1)
        self.place(narrow=False)

    def place(self, *, narrow: bool) -> None:
        """Let the choice stand beside the words, or below them where there is little room."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        for part in (self.source, self.planned, self.choice):
            self._grid.removeWidget(part)
        self._grid.addWidget(self.source, 0, 0)
        self._grid.addWidget(self.planned, 1, 0)
        if narrow:
            self._grid.addWidget(self.choice, 2, 0)
        else:
            self._grid.addWidget(self.choice, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self.choice.setMinimumWidth(0 if narrow else scaled(_CHOICE))


class FateList(QWidget):
    """The visits with their choices; `changed` says that one was made."""

    changed = Signal()

    def __init__(self, name: str, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(translate("moves", "Visits"))
        self._choices = choices
        self.rows: list[FateRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[MoveLine], today: date) -> None:
        """Show these visits; the first choice of each is made, what was chosen before is forgotten."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        name = len({line.liaison for line in lines}) > 1
        self.rows = []
        for line in lines:
            if self.rows:
                self._column.addWidget(Rule())
            row = FateRow(line, self._choices(line, today), self.objectName(), beside(line, today, name=name))
            row.choice.currentIndexChanged.connect(lambda _index: self.changed.emit())
            self._column.addWidget(row)
            self.rows.append(row)
        self._arrange()
        self._order_tabs()

    def choose_all(self, *keys: str) -> None:
        """Choose for every visit the first of these that it may have; one that may have none keeps its choice."""
        for row in self.rows:
            place = next((at for key in keys if (at := row.choice.findData(key)) >= 0), None)
            if place is not None:
                row.choice.setCurrentIndex(place)

    def fates(self) -> tuple[VisitFate, ...]:
        """What becomes of those that do not stay as they are."""
        found = (fate_of(row.line, row.choice.typed()) for row in self.rows)
        return tuple(fate for fate in found if fate is not None)

    def focus_first(self) -> None:
        """Take the keyboard."""
        if self.rows:
            self.rows[0].choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        for first, second in zip(self.rows, self.rows[1:], strict=False):
            QWidget.setTabOrder(first.choice, second.choice)

    def _arrange(self) -> None:
        narrow = self.width() < scaled(_NARROW)
        for row in self.rows:
            row.place(narrow=narrow)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "rows"):
            self._arrange()
