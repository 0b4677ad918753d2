"""The tray: who is due and not planned, to be dragged to a day or planned by a key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.queries.calendar_models import DueLine, DueTray
from hhcrm.ui.calendar import carry
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.due_look import due_look
from hhcrm.ui.shared.fonts import Role, role_font, scaled
from hhcrm.ui.shared.palette import colors_for
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.style import draw_box, draw_focus_ring
from hhcrm.ui.shared.tags import draw_tag, tag_size
from hhcrm.ui.shared.text import Text, is_look_change

Index = QModelIndex | QPersistentModelIndex
LineRole = Qt.ItemDataRole.UserRole

_NOWHERE = QModelIndex()


class TrayModel(QAbstractListModel):
    """The sources that are due, the most urgent first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[DueLine, ...] = ()

    def show_lines(self, lines: Sequence[DueLine]) -> None:
        """Show these; nothing moves when they are the same."""
        if tuple(lines) != self._lines:
            self.beginResetModel()
            self._lines = tuple(lines)
            self.endResetModel()

    def line(self, index: Index) -> DueLine | None:
        """The source of a row."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def row_of(self, source_id: int) -> int | None:
        """Where a source stands."""
        return next((row for row, line in enumerate(self._lines) if line.source_id == source_id), None)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (line.name, line.tag, line.detail, line.owner) if part)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled if index.isValid() else flag(0)

    @override
    def mimeTypes(self) -> list[str]:
        return [carry.SOURCE]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        line = self.line(indexes[0]) if indexes else None
        return carry.source_mime(line.source_id) if line is not None else QMimeData()


class _CardDelegate(QStyledItemDelegate):
    """A card: the name, a tag below it, and what else is to be said in the tag where it fits, else below it."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def _tag_words(self, line: DueLine) -> str:
        """The tag with the detail in it, if the card is wide enough."""
        both = f"{line.tag}, {line.detail}" if line.detail else line.tag
        return (
            both
            if tag_size(both, due_look(line.state)[1]).width() <= self._view.viewport().width() - scaled(24)
            else line.tag
        )

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LineRole)
        height = QFontMetrics(role_font("body")).height() + tag_size("x").height() + scaled(8 + 8 + 4 + 8)
        if isinstance(line, DueLine) and line.detail and self._tag_words(line) == line.tag:
            height += QFontMetrics(role_font("small")).height() + scaled(2)
        return QSize(scaled(160), height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LineRole)
        if not isinstance(line, DueLine):
            return
        colors = colors_for(option.palette)
        card = option.rect.adjusted(1, 0, -2, -scaled(8))
        over = option.state & QStyle.StateFlag.State_MouseOver
        chosen = option.state & QStyle.StateFlag.State_Selected
        draw_box(painter, card, colors.hover if over else colors.panel, colors.line_strong if over else colors.line, 6)
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, card, colors, 6)
        inside = card.adjusted(scaled(10), scaled(7), -scaled(10), -scaled(7))
        self._draw_words(painter, inside, line.name, "body", colors.text)
        tag = self._tag_words(line)
        top = inside.top() + QFontMetrics(role_font("body")).height() + scaled(3)
        foot = QRect(inside.left(), top, inside.width(), tag_size(tag).height())
        kind, mark = due_look(line.state)
        draw_tag(painter, foot, tag, kind, colors, mark)
        if line.detail and tag == line.tag:
            below = inside.adjusted(0, foot.bottom() + 3 - inside.top(), 0, 0)
            self._draw_words(painter, below, line.detail, "small", colors.muted)

    def _draw_words(self, painter: QPainter, room: QRect, words: str, role: Role, ink: str) -> None:
        font = role_font(role)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        line = QRect(room.left(), room.top(), room.width(), metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


class TrayList(QListView):
    """The cards. P plans the one in hand for its next free place, Enter asks when, O opens the source."""

    planned = Signal(object)
    """Plan this line for the next free place."""

    asked = Signal(object)
    """Plan this line; the person says when."""

    source_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tray = TrayModel(self)
        self.setObjectName("calendar_tray")
        self.setAccessibleName(translate("calendar", "Due, not planned"))
        self.setModel(self.tray)
        self.setItemDelegate(_CardDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("draws_own_focus", True)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(lambda index: self._with_line(self.asked.emit, index))

    def line_in_hand(self) -> DueLine | None:
        """The line that keys act on."""
        return self.tray.line(self.currentIndex())

    def point(self, source_id: int) -> bool:
        """Take a source in hand."""
        row = self.tray.row_of(source_id)
        if row is not None:
            self.setCurrentIndex(self.tray.index(row, 0))
        return row is not None

    def _with_line(self, act: Any, index: Index) -> None:
        line = self.tray.line(index)
        if line is not None:
            act(line)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {
            Qt.Key.Key_P: self.planned.emit,
            Qt.Key.Key_Return: self.asked.emit,
            Qt.Key.Key_Enter: self.asked.emit,
            Qt.Key.Key_O: self.source_wanted.emit,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._with_line(act, self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.tray.rowCount():
            self.setCurrentIndex(self.tray.index(0, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # what fits into a tag depends on the width

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self.scheduleDelayedItemsLayout()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(150), scaled(130))


class TrayPanel(Panel):
    """The tray with its head and a word on how to use it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=16, spacing=10, parent=parent)
        self.setObjectName("calendar_tray_panel")
        self.list = TrayList()
        self.title = Text(translate("calendar", "Due, not planned"), "section")
        self.count = Text("", "small", "muted")
        self.hint = Text(
            translate("calendar", "Drag to a day, or press P for the next free place."), "small", "muted", wrap=True
        )
        head = QHBoxLayout()
        head.setSpacing(scaled(8))
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.list, 1)
        self.plan = Button(
            translate("calendar", "Plan my week"), "primary", icon="route", hint="W", name="calendar_plan_week_button"
        )
        self.plan.setToolTip(translate("calendar", "Propose a week from who is due, worth, place and hours (W)"))
        self.plan.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.plan)

    def show_tray(self, tray: DueTray) -> None:
        """Show who is due."""
        held = self.list.line_in_hand()
        self.list.tray.show_lines(tray.lines)
        if held is not None:
            self.list.point(held.source_id)
        self.count.setText(f"{tray.total:,}")
        hidden = tray.total - len(tray.lines)
        if not tray.any:
            words = translate("calendar", "Nobody can be due: there are no active or prospective sources here.")
            self.hint.setText(words)
        elif not tray.total:
            self.hint.setText(translate("calendar", "Everybody who is due in these days has a planned visit."))
        elif hidden:
            words = translate("calendar", "And {count} more. Plan the first ones, the others follow.")
            self.hint.setText(words.format(count=f"{hidden:,}"))
        else:
            self.hint.setText(translate("calendar", "Drag to a day, or press P for the next free place."))
