"""Where the parts of the board stand: rows as high as their fullest cell, columns as wide as there is room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect

from hhcrm.queries.waterfall_models import Card, CohortRow


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in pixels at the present text size: a row's head, the least column, the gap around and between cards."""

    head: int
    least_column: int
    pad: int
    gap: int
    least_row: int


@dataclass(frozen=True, slots=True)
class BoardPlan:
    """Rectangles in the board's own coordinates, below the heads of the columns."""

    rows: tuple[QRect, ...] = ()
    cards: dict[int, QRect] = field(default_factory=dict)
    """By the card's place in the cohort."""

    columns: tuple[tuple[int, int], ...] = ()
    """Left edge and width."""

    width: int = 0
    height: int = 0

    def row_at(self, where: QPoint) -> int:
        """The row below a point, -1 where there is none."""
        return next((n for n, rect in enumerate(self.rows) if rect.top() <= where.y() <= rect.bottom()), -1)

    def column_at(self, x: int) -> int:
        """The column below, -1 on the heads of the rows."""
        return next((n for n, (left, width) in enumerate(self.columns) if left <= x < left + width), -1)

    def member_at(self, where: QPoint) -> int | None:
        """The card below a point."""
        return next((key for key, rect in self.cards.items() if rect.contains(where)), None)


def lay_out(
    rows: Sequence[CohortRow],
    last: int,
    width: int,
    measures: Measures,
    card_height: Callable[[Card, int], int],
    head_height: Callable[[CohortRow], int],
) -> BoardPlan:
    """Place heads and cards; `card_height` is asked with the width that a card gets."""
    count = last + 1
    column = max((width - measures.head) // count, measures.least_column)
    spare = max(width - measures.head - column * count, 0)
    lefts = [measures.head + n * column for n in range(count)]
    columns = tuple((left, column + (spare if n == count - 1 else 0)) for n, left in enumerate(lefts))
    inner = column - 2 * measures.pad
    rects: list[QRect] = []
    cards: dict[int, QRect] = {}
    top = 0
    for row in rows:
        below: dict[int, int] = defaultdict(lambda: measures.pad)
        for card in row.cards:
            height = card_height(card, inner)
            at = min(card.column, last)
            cards[card.member_id] = QRect(lefts[at] + measures.pad, top + below[at], inner, height)
            below[at] += height + measures.gap
        fullest = max((used - measures.gap + measures.pad for used in below.values()), default=0)
        high = max(fullest, head_height(row), measures.least_row)
        rects.append(QRect(0, top, measures.head + column * count + spare, high))
        top += high
    return BoardPlan(tuple(rects), cards, columns, measures.head + column * count + spare, top)
