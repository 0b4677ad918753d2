"""A field that holds one of many: type part of a name, choose from what is found below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.palette import colors_for
from hhcrm.ui.shared.style import CONTROL_RADIUS, draw_box

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

LINES = 8
"""How many lines are offered."""

_LINE_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Named(Protocol):
    """What can be picked: its name and what tells it apart."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def detail(self) -> str:
        """What tells it apart."""


L = TypeVar("L", bound=Named)


@dataclass(frozen=True, slots=True)
class _New:
    """The line that offers to add what was typed."""

    name: str
    detail: str


class _LineDelegate(QStyledItemDelegate):
    """Name, and muted behind it what tells it apart."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(scaled(200), QFontMetrics(role_font("body")).height() + scaled(14))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Named = index.data(_LINE_ROLE)
        colors = colors_for(option.palette)
        box = option.rect.adjusted(scaled(4), 0, -scaled(4), 0)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_box(painter, box, colors.selection, None, CONTROL_RADIUS)
        room = box.adjusted(scaled(8), 0, -scaled(8), 0)
        strong = QFontMetrics(role_font("strong"))
        name = strong.elidedText(line.name, Qt.TextElideMode.ElideRight, room.width() * 2 // 3)
        painter.setFont(role_font("strong"))
        painter.setPen(QColor(colors.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        room.setLeft(room.left() + strong.horizontalAdvance(name) + scaled(10))
        painter.setFont(role_font("small"))
        painter.setPen(QColor(colors.muted))
        detail = painter.fontMetrics().elidedText(line.detail, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, detail)


class Picker(QLineEdit, Generic[L]):
    """Holds one. Leaving the field takes the line that is marked; Esc brings back what was chosen before.

    `find` says how lines are asked for by what was typed, `id_of` tells them apart; `words` names the list. With
    `new_words` the last line offers to add what was typed: taking it says `chosen` with 0.
    """

    chosen = Signal(int, str)
    """A person chose another: its id and name; 0 and what was typed where nothing was found."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        words: str,
        find: Callable[[str], Callable[[Questions], Sequence[L]]],
        id_of: Callable[[L], int],
        parent: QWidget | None = None,
        *,
        new_words: str = "",
    ) -> None:
        super().__init__(parent)
        self._new_words = new_words
        self._words = words
        self._find = find
        self._id_of = id_of
        self._desk = desk
        self._asked = 0
        self._waiting = False
        self._take_first = False
        self._id: int | None = None
        self._name = ""
        self._list: QListWidget | None = None
        self.setObjectName(name)
        self.textEdited.connect(self._ask)

    @property
    def picked(self) -> int | None:
        """The id of what is chosen; None while the text is not one."""
        return self._id if self.text().strip() == self._name else None

    @property
    def is_open(self) -> bool:
        """Whether what was found stands below the field."""
        return self._list is not None and self._list.isVisible()

    def keeps(self, event: QKeyEvent) -> bool:
        """Whether a key means this field, not the form around it: Esc while something is to be taken back."""
        return event.key() == Qt.Key.Key_Escape and (self.is_open or self.text().strip() != self._name)

    @property
    def waiting(self) -> bool:
        """Whether the person has moved on and the answer that decides is still to come."""
        return self._waiting and self._take_first

    @property
    def lines(self) -> QListWidget:
        """What was found, below the field."""
        if self._list is None:
            self._list = self._made_list()
        return self._list

    def pick(self, line_id: int | None, name: str) -> None:
        """Hold this one."""
        self._asked += 1
        self._waiting = self._take_first = False
        self._id, self._name = line_id, name
        self.setText(name)
        if self.hasFocus():
            self._select_name()
        else:
            self.setCursorPosition(0)  # a name is known by how it begins
        self._close_list()

    def _select_name(self) -> None:
        """Select all, so that typing replaces the guess; backwards, so that a long name shows its beginning."""
        self.setSelection(len(self.text()), -len(self.text()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        opened = self.is_open
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and opened:
            self._move(step)
        elif event.key() == Qt.Key.Key_Down:
            self._ask("" if self.picked is not None else self.text())
        elif self.keeps(event):
            self.pick(self._id, self._name)
            self._select_name()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._select_name()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        reasons = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in reasons:
            self.settle()

    def settle(self) -> None:
        """Take what is marked; where the answer is still on its way, its first line when it comes."""
        if not self.text().strip() or self.text().strip() == self._name:
            self._close_list()
        elif self._waiting:
            self._take_first = True
        else:
            self._take(self.lines.currentItem())

    def _ask(self, typed: str) -> None:
        self._asked += 1
        mine = self._asked
        self._waiting = True
        question = self._find(typed.strip())

        def failed(error: Exception) -> None:
            if mine == self._asked:
                self._fill(())
            self._desk.faulted.emit(error)

        self._desk.read(question, lambda lines: self._fill(lines) if mine == self._asked else None, failed, owner=self)

    def _fill(self, lines: Sequence[L]) -> None:
        self._waiting = False
        self.lines.clear()
        offered: list[Named] = list(lines)
        if self._new_words and self.text().strip():
            offered.append(_New(self.text().strip(), self._new_words))
        for line in offered:
            item = QListWidgetItem(line.name)
            item.setData(_LINE_ROLE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.name}, {line.detail}")
            self.lines.addItem(item)
        self.lines.setCurrentRow(0 if offered else -1)
        if self._take_first:
            self._take_first = False
            self._take(self.lines.currentItem())
        elif offered and self.hasFocus():
            self._open_list()
        else:
            self._close_list()

    def _take(self, item: QListWidgetItem | None) -> None:
        self._close_list()
        line: L | _New | None = item.data(_LINE_ROLE) if item is not None else None
        if line is None or isinstance(line, _New):
            self.chosen.emit(0, self.text())
            return
        line_id = self._id_of(line)
        self.pick(line_id, line.name)
        self.chosen.emit(line_id, line.name)

    def _move(self, step: int) -> None:
        row = self.lines.currentRow() + step
        self.lines.setCurrentRow(max(0, min(row, self.lines.count() - 1)))

    def _made_list(self) -> QListWidget:
        made = QListWidget(self.window())
        made.setObjectName(f"{self.objectName()}_lines")
        made.setAccessibleName(translate("shared", "Sources found"))
        made.setItemDelegate(_LineDelegate(made))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setFrameShape(QFrame.Shape.Box)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.itemClicked.connect(self._take)
        made.hide()
        return made

    def _open_list(self) -> None:
        lines = self.lines
        height = lines.sizeHintForRow(0) * lines.count() + scaled(8)
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 2))
        room = self.window().height() - corner.y() - scaled(8)
        width = min(max(self.width(), scaled(430)), self.window().width() - corner.x() - scaled(8))
        lines.setGeometry(corner.x(), corner.y(), width, min(height, room))
        lines.show()
        lines.raise_()

    def _close_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._close_list()
