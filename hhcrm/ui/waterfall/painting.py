"""Paints the board: the lines between cohorts and visits, the cards, the heads of rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.queries.waterfall_models import Card, CohortRow, WaterfallBoard
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.waterfall import cells
from hhcrm.ui.waterfall.card import draw_card, draw_lines, wrapped

if TYPE_CHECKING:
    from hhcrm.ui.waterfall.board import BoardView

HEAD, PAD = 104, 6
"""How wide the heads of the rows are, and the room around what stands in a cell: pixels at 100 per cent text."""


class Titles(QWidget):
    """The heads of the columns; they go along with the board from side to side and stay above it."""

    def __init__(self, board: BoardView) -> None:
        super().__init__(board)
        self._board = board
        self.setObjectName("waterfall_titles")
        self.setAccessibleName(translate("waterfall", "Visits"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), Colors.of(self)
        plan, across = self._board.plan, self._board.horizontalOffset()
        painter.setFont(role_font("small"))
        bottom = self.height() - 1
        for column, (left, width) in enumerate(plan.columns):
            room = QRect(left - across, 0, width, self.height())
            painter.setPen(QColor(colors.muted))
            inner = room.adjusted(scaled(PAD + 3), 0, -scaled(3), 0)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, cells.column_title(column))
            if column:
                painter.fillRect(room.left(), 0, 1, self.height(), QColor(colors.line))
        if plan.columns:
            head = QRect(0, 0, plan.columns[0][0], bottom)
            painter.fillRect(head, QColor(colors.panel))
            painter.fillRect(head.right(), 0, 1, self.height(), QColor(colors.line))
        painter.fillRect(0, bottom, self.width(), 1, QColor(colors.line))


def draw_board(painter: QPainter, view: BoardView) -> None:
    """Draw what is in sight of the board."""
    colors, board = Colors.of(view), view.cards.board
    if board is None:
        return
    painter.fillRect(view.viewport().rect(), QColor(colors.panel))
    offset = view.offset()
    painter.translate(-offset.x(), -offset.y())
    seen = view.viewport().rect().translated(offset)
    shown = [(n, row) for n, row in enumerate(board.rows) if view.plan.rows[n].intersects(seen)]
    for number, _row in shown:
        _draw_ground(painter, view, number, colors)
    for _number, row in shown:
        for card in row.cards:
            _draw_card(painter, view, card, board, colors)
    painter.translate(offset.x(), 0)
    for number, row in shown:
        _draw_row_head(painter, view, number, row, board, colors)


def _draw_ground(painter: QPainter, view: BoardView, number: int, colors: Colors) -> None:
    rect = view.plan.rows[number]
    for column, (left, width) in enumerate(view.plan.columns):
        if view.target == (number, column):
            painter.fillRect(QRect(left, rect.top(), width, rect.height()), QColor(colors.selection))
        if column:
            painter.fillRect(left, rect.top(), 1, rect.height(), QColor(colors.line))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colors.line))


def _draw_card(painter: QPainter, view: BoardView, card: Card, board: WaterfallBoard, colors: Colors) -> None:
    current = view.card is not None and view.card.member_id == card.member_id
    draw_card(
        painter,
        view.plan.cards[card.member_id],
        card,
        cells.tag(card, board.today),
        colors,
        chosen=current,
        over=view.over == card.member_id,
        focus=current and view.hasFocus(),
    )


def _draw_row_head(
    painter: QPainter, view: BoardView, number: int, row: CohortRow, board: WaterfallBoard, colors: Colors
) -> None:
    rect = view.plan.rows[number]
    head = QRect(0, rect.top(), scaled(HEAD), rect.height() - 1)
    seen = min(max(view.verticalOffset(), rect.top()), rect.bottom() - view.row_head_height(row))
    present = row.month == board.today.replace(day=1)
    aimed = view.target is not None and view.target[0] == number and view.target[1] < 0
    painter.fillRect(head, QColor(colors.selection if aimed else colors.panel))
    painter.fillRect(head.right(), rect.top(), 1, rect.height(), QColor(colors.line))
    if present:
        painter.fillRect(0, rect.top(), scaled(3), rect.height() - 1, QColor(colors.accent))
    room = head.adjusted(scaled(PAD + 4), scaled(PAD + 3) + max(seen - rect.top(), 0), -scaled(PAD), 0)
    title = wrapped(cells.row_title(row, board.today), "section", room.width(), 1)
    room.setTop(draw_lines(painter, room, title, "section", colors.accent if present else colors.text))
    draw_lines(painter, room, row_head_lines(view, row), "small", colors.muted)


def row_head_lines(view: BoardView, row: CohortRow) -> list[str]:
    """What stands below the month in the head of a row, wrapped."""
    board = view.cards.board
    assert board is not None
    width = scaled(HEAD) - scaled(2 * PAD + 4)
    said = cells.row_lines(row, board.today, view.with_liaison)
    return [line for words in said for line in wrapped(words, "small", width, 3)]
