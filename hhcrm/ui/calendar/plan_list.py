"""The list beside a proposal: each day's stops with reasons and drives, and who is left out; keys act on one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
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
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.calendar.marks import draw_ring
from hhcrm.ui.calendar.plan_rows import PlanRow
from hhcrm.ui.shared.fonts import Role, role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors, colors_for
from hhcrm.ui.shared.style import draw_box, draw_focus_ring
from hhcrm.ui.shared.text import is_look_change

Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole

_NOWHERE = QModelIndex()
_HEADS = ("day", "left")


class PlanModel(QAbstractListModel):
    """The rows of a proposal."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PlanRow, ...] = ()

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        """Show these; nothing moves when they are the same."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def row(self, index: Index) -> PlanRow | None:
        """What stands in a row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of(self, source_id: int) -> int | None:
        """The row of a source."""
        return next((at for at, row in enumerate(self._rows) if row.source_id == source_id and not row.fixed), None)

    def rows(self) -> tuple[PlanRow, ...]:
        """All of them."""
        return self._rows

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.words
        return None


class _RowDelegate(QStyledItemDelegate):
    """A head, or a stop: its time and name, the drive at the right, its reasons below in as many lines as they need."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(RowRole)
        height = QFontMetrics(role_font("body")).height() + scaled(8)
        if isinstance(row, PlanRow) and row.kind in _HEADS:
            height += scaled(6)
        elif isinstance(row, PlanRow) and row.detail:
            height += self._detail_height(row)
        return QSize(scaled(160), height)

    def _detail_height(self, row: PlanRow) -> int:
        metrics = QFontMetrics(role_font("small"))
        width = max(scaled(80), self._view.viewport().width() - self._left() - scaled(12))
        room = metrics.boundingRect(QRect(0, 0, width, 1_000), Qt.TextFlag.TextWordWrap, row.detail)
        return min(room.height(), 3 * metrics.lineSpacing()) + scaled(2)

    @staticmethod
    def _left() -> int:
        return scaled(6 + 14 + 6)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RowRole)
        if not isinstance(row, PlanRow):
            return
        colors = colors_for(option.palette)
        room = option.rect.adjusted(0, 1, -1, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            draw_box(painter, room, colors.selection, None, 5)
            if option.state & QStyle.StateFlag.State_HasFocus:
                draw_focus_ring(painter, room, colors, 5)
        elif option.state & QStyle.StateFlag.State_MouseOver and row.kind not in _HEADS:
            draw_box(painter, room, colors.hover, None, 5)
        inside = room.adjusted(scaled(6), scaled(3), -scaled(6), -scaled(3))
        if row.kind in _HEADS:
            self._draw_head(painter, inside, row, colors)
            return
        self._draw_line(painter, inside, row, colors)

    def _draw_head(self, painter: QPainter, room: QRect, row: PlanRow, colors: Colors) -> None:
        painter.setPen(QColor(colors.line))
        painter.drawLine(room.left(), room.top(), room.right(), room.top())
        line = room.adjusted(0, scaled(4), 0, 0)
        used = _draw_right(painter, line, row.beside, colors.muted)
        _draw_left(painter, line.adjusted(0, 0, -used, 0), row.title, "strong", colors.text)

    def _draw_line(self, painter: QPainter, room: QRect, row: PlanRow, colors: Colors) -> None:
        first = QRect(room.left(), room.top(), room.width(), QFontMetrics(role_font("body")).height())
        mark = QRect(first.left(), first.top(), scaled(14), first.height())
        self._draw_mark(painter, mark, row, colors)
        first.setLeft(mark.right() + scaled(6))
        used = _draw_right(painter, first, row.beside, colors.muted)
        ink = colors.muted if row.kind in ("lunch", "out") or row.fixed else colors.text
        _draw_left(painter, first.adjusted(0, 0, -used, 0), row.title, "body", ink)
        if row.detail:
            below = QRect(first.left(), first.bottom() + 1, room.right() - first.left(), room.bottom() - first.bottom())
            painter.setFont(role_font("small"))
            painter.setPen(QColor({"overdue": colors.overdue, "due": colors.due}.get(row.tone, colors.muted)))
            painter.drawText(below, Qt.TextFlag.TextWordWrap, row.detail)

    def _draw_mark(self, painter: QPainter, room: QRect, row: PlanRow, colors: Colors) -> None:
        """A pin; a ring for what is planned, a broken one for what is proposed."""
        if row.pinned:
            ratio = painter.device().devicePixelRatio()
            size = min(room.width(), room.height())
            picture = app_icons().pixmap("map-pin", colors.accent, size, ratio)
            painter.drawPixmap(room.left(), room.center().y() - size // 2, picture)
        elif row.kind == "stop":
            draw_ring(painter, room, colors, broken=not row.fixed)


def _draw_left(painter: QPainter, room: QRect, words: str, role: Role, ink: str) -> None:
    font = role_font(role)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    line = QRect(room.left(), room.top(), room.width(), QFontMetrics(font).height())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def _draw_right(painter: QPainter, room: QRect, words: str, ink: str) -> int:
    """Draw words at the right; how much room they took."""
    if not words:
        return 0
    font = role_font("small")
    painter.setFont(font)
    painter.setPen(QColor(ink))
    line = QRect(room.left(), room.top(), room.width(), QFontMetrics(role_font("body")).height())
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    return QFontMetrics(font).horizontalAdvance(words) + scaled(8)


class PlanList(QListView):
    """P pins or lets go, Delete drops, R replaces, O opens the source, Enter shows the visit among the days."""

    acted = Signal(str, object)
    """pin, drop, replace, source or show: for a row."""

    chosen = Signal(object)
    """Another row is in hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = PlanModel(self)
        self.setObjectName("calendar_plan_list")
        self.setAccessibleName(translate("calendar", "Proposal for the week"))
        self.setModel(self.plan)
        self.setItemDelegate(_RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("draws_own_focus", True)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(lambda index, _before: self.chosen.emit(self.plan.row(index)))
        self.doubleClicked.connect(lambda index: self._with_row("show", index))

    def row_in_hand(self) -> PlanRow | None:
        """The row that keys and buttons act on."""
        return self.plan.row(self.currentIndex())

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        """Show these; the source in hand stays in hand."""
        held, at = self.row_in_hand(), self.currentIndex().row()
        self.plan.show_rows(rows)
        place = self.plan.place_of(held.source_id) if held is not None and held.source_id is not None else None
        if place is None and held is not None:
            place = min(at, self.plan.rowCount() - 1)
        if place is not None and place >= 0:
            self.setCurrentIndex(self.plan.index(place, 0))
        self.chosen.emit(self.row_in_hand())

    def point(self, source_id: int) -> None:
        """Take a source in hand."""
        place = self.plan.place_of(source_id)
        if place is not None:
            self.setCurrentIndex(self.plan.index(place, 0))

    def _with_row(self, name: str, index: Index) -> None:
        row = self.plan.row(index)
        if row is not None and row.source_id is not None:
            self.acted.emit(name, row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {
            Qt.Key.Key_P: "pin",
            Qt.Key.Key_Delete: "drop",
            Qt.Key.Key_R: "replace",
            Qt.Key.Key_O: "source",
            Qt.Key.Key_Return: "show",
            Qt.Key.Key_Enter: "show",
        }
        act = acts.get(Qt.Key(event.key()))
        if act is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._with_row(act, self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.plan.rowCount():
            self.setCurrentIndex(self.plan.index(0, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # how many lines the reasons take depends on the width

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self.scheduleDelayedItemsLayout()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(180), scaled(120))
