"""The list of Today: sections of rows that keep their place, and the keyboard in them, over a refresh."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.panel import Panel, Rule
from hhcrm.ui.shared.text import Text, is_look_change
from hhcrm.ui.today.lines import Section
from hhcrm.ui.today.row import TodayRow

_NARROW = 560


class _Head(QWidget):
    """The head of a section, a rule below it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = Text("", "section")
        self.beside = Text("", "body", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(10), scaled(11), scaled(10), scaled(9))
        row.setSpacing(scaled(6))
        row.addWidget(self.title)
        row.addWidget(self.beside, 1)


class Board(Panel):
    """Rows under heads. One of them is where Tab goes; the arrows move between all."""

    acted = Signal(object)
    logged = Signal(object)
    opened = Signal(object)
    settled = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=0, spacing=0, parent=parent)
        self.setObjectName("today_board")
        self.setAccessibleName(translate("today", "What to do now"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._rows: dict[str, TodayRow] = {}
        self._heads: dict[str, tuple[_Head, Rule]] = {}
        self._order: list[TodayRow] = []
        self.body.addStretch(1)

    @property
    def rows(self) -> list[TodayRow]:
        """All rows, from the top."""
        return list(self._order)

    def row(self, key: str) -> TodayRow | None:
        """The row about something."""
        return self._rows.get(key)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these; rows that stay are the same widgets, so that nothing blinks and the focus stays."""
        focused = self._focused()
        wanted: list[QWidget] = []
        order: list[TodayRow] = []
        for section in sections:
            head, rule = self._head(section)
            rows = [self._made(line.key) or TodayRow(line) for line in section.lines]
            for row, line in zip(rows, section.lines, strict=True):
                self._take_in(row)
                row.show_line(line)
            wanted += [head, rule, *rows]
            order += rows
        self._drop_others(order, {section.key for section in sections})
        self._order = order
        for place, widget in enumerate(wanted):
            if self._at(place) is not widget:
                self.body.insertWidget(place, widget)
        self._arrange()
        if focused is not None and order and self._focused() is None:
            order[min(focused, len(order) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark_stop()

    def focus_first(self) -> None:
        """Go to the row where Tab would go."""
        stop = next((row for row in self._order if row.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def order_tabs(self) -> None:
        """Tab goes as the eye does, also to rows that came later."""
        for first, second in pairwise(self._order):
            if first.nextInFocusChain() is not second:
                QWidget.setTabOrder(first, second)

    def _focused(self) -> int | None:
        """Which row has the keyboard, or will have it again when the dialog over the window is gone."""
        at = self.window().focusWidget()
        return next((place for place, row in enumerate(self._order) if row is at), None)

    def _made(self, key: str) -> TodayRow | None:
        return self._rows.get(key)

    def _take_in(self, row: TodayRow) -> None:
        if row.key not in self._rows:
            self._rows[row.key] = row
            row.acted.connect(self.acted)
            row.logged.connect(self.logged)
            row.opened.connect(self.opened)
            row.settled.connect(self.settled)
            row.moved.connect(self._on_moved)
            row.entered.connect(self._on_entered)

    def _head(self, section: Section) -> tuple[_Head, Rule]:
        if section.key not in self._heads:
            self._heads[section.key] = (_Head(f"today_head_{section.key}"), Rule())
        head, rule = self._heads[section.key]
        head.title.setText(section.title)
        head.beside.setText(section.beside)
        return head, rule

    def _drop_others(self, order: Sequence[TodayRow], sections: set[str]) -> None:
        keep = {row.key for row in order}
        gone: list[QWidget] = [self._rows.pop(key) for key in list(self._rows) if key not in keep]
        for key in list(self._heads):
            if key not in sections:
                gone.extend(self._heads.pop(key))
        for widget in gone:
            self.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _at(self, place: int) -> QWidget | None:
        item = self.body.itemAt(place)
        return item.widget() if item is not None else None

    def _arrange(self) -> None:
        narrow = self.width() < scaled(_NARROW)
        tags = max((row.tag_width() for row in self._order), default=0)
        for row in self._order:
            row.place(narrow, max(tags, 0 if narrow else scaled(96)), self.width())

    def _mark_stop(self, stop: TodayRow | None = None) -> None:
        """One row takes Tab: the one last focused, else the first."""
        has = [row for row in self._order if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
        stop = stop or next(iter(has), None) or next(iter(self._order), None)
        for row in self._order:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)

    def _on_entered(self, row: TodayRow) -> None:
        self._mark_stop(row)

    def _on_moved(self, row: TodayRow, step: int) -> None:
        place = self._order.index(row) + step
        if 0 <= place < len(self._order):
            self._order[place].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focus_first()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_order"):
            self._arrange()
