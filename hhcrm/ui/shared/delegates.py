"""How the cells of our tables are painted: words, muted words, tags, dots, numbers; rules only below rows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.columns import Cell
from hhcrm.ui.shared.fonts import role_font, scaled, tabular
from hhcrm.ui.shared.palette import Colors, colors_for
from hhcrm.ui.shared.table_model import CellRole
from hhcrm.ui.shared.tags import draw_dots, draw_tag, tag_size

Index = QModelIndex | QPersistentModelIndex

_State = QStyle.StateFlag
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Kit:
    """Fonts and lengths, measured once for a look and not once for a cell."""

    body: QFont
    strong: QFont
    figures: QFont
    pad: int
    gap: int

    @staticmethod
    def now() -> _Kit:
        strong = role_font("body")
        strong.setWeight(QFont.Weight.Medium)
        return _Kit(role_font("body"), strong, tabular(role_font("body")), scaled(10), scaled(6))


def row_height() -> int:
    """Height of a table row at the present text size."""
    return max(scaled(32), QFontMetrics(role_font("body")).height() + scaled(14))


class CellDelegate(QStyledItemDelegate):
    """Paints a `Cell`; `kind` is the column's: text, strong, muted, number, tag."""

    def __init__(self, kind: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._kit: _Kit | None = None

    def forget_look(self) -> None:
        """Text size or palette changed."""
        self._kit = None

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell = index.data(CellRole)
        if not isinstance(cell, Cell):
            return QSize(scaled(60), row_height())
        kit = self._look()
        width = QFontMetrics(self._font(kit)).horizontalAdvance(cell.text)
        if cell.tag:
            width = tag_size(cell.text, cell.mark).width()
        if cell.second:
            width += kit.gap + QFontMetrics(kit.body).horizontalAdvance(cell.second)
        return QSize(width + 2 * kit.pad, row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colors = colors_for(option.palette)
        kit = self._look()
        painter.save()
        _draw_ground(painter, option, index, colors)
        room = option.rect.adjusted(kit.pad, 0, -kit.pad, -1)
        cell = index.data(CellRole)
        if not isinstance(cell, Cell):
            _draw_waiting(painter, room, colors)
        elif cell.dots is not None:
            draw_dots(painter, room, *cell.dots, colors)
        elif cell.tag:
            draw_tag(painter, room, cell.text, cell.tag, colors, cell.mark)
        else:
            self._draw_words(painter, room, cell, colors, kit)
        painter.restore()

    @override
    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The whole words, where the column is too narrow for them; dots in words."""
        cell = index.data(CellRole)
        if not isinstance(cell, Cell):
            return False
        words = ""
        if cell.dots is not None:
            words = translate("shared", "Visit {number} of {needed}").format(number=cell.dots[0], needed=cell.dots[1])
        elif self.sizeHint(option, index).width() > option.rect.width():
            words = f"{cell.text} {cell.second}".strip()
        QToolTip.showText(event.globalPos(), words, view)
        return True

    def _look(self) -> _Kit:
        if self._kit is None:
            self._kit = _Kit.now()
        return self._kit

    def _font(self, kit: _Kit) -> QFont:
        if self._kind == "strong":
            return kit.strong
        return kit.figures if self._kind == "number" else kit.body

    def _draw_words(self, painter: QPainter, room: QRect, cell: Cell, colors: Colors, kit: _Kit) -> None:
        font = self._font(kit)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colors.muted if self._kind == "muted" else colors.text))
        side = Qt.AlignmentFlag.AlignRight if self._kind == "number" else Qt.AlignmentFlag.AlignLeft
        shown = metrics.elidedText(cell.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | _MIDDLE, shown)
        if not cell.second:
            return
        rest = room.adjusted(metrics.horizontalAdvance(shown) + kit.gap, 0, 0, 0)
        if rest.width() > kit.pad:
            painter.setFont(kit.body)
            painter.setPen(QColor(colors.muted))
            second = QFontMetrics(kit.body)
            painter.drawText(rest, _MIDDLE, second.elidedText(cell.second, Qt.TextElideMode.ElideRight, rest.width()))


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, index: Index, colors: Colors) -> None:
    rect = option.rect
    if option.state & _State.State_Selected:
        painter.fillRect(rect, QColor(colors.selection))
    elif option.state & _State.State_MouseOver:
        painter.fillRect(rect, QColor(colors.hover))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colors.line))
    view = option.widget
    if (
        isinstance(view, QAbstractItemView)
        and view.hasFocus()
        and index.row() == view.currentIndex().row()
        and rect.left() <= 0
    ):
        painter.fillRect(rect.left(), rect.top(), scaled(3), rect.height(), QColor(colors.accent))


def _draw_waiting(painter: QPainter, room: QRect, colors: Colors) -> None:
    height = scaled(8)
    width = min(room.width(), scaled(90))
    painter.fillRect(room.left(), room.center().y() - height // 2, width, height, QColor(colors.line))
