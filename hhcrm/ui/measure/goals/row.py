"""A goal as a row: what and whose, a bar of how far it has come with a tick for the pace, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.domain.goals import GoalVerdict, adds_up
from hhcrm.domain.wording import translate
from hhcrm.queries.goal_models import GoalStanding
from hhcrm.queries.goal_words import (
    ahead_words,
    figure_words,
    pace_words,
    period_words,
    verdict_words,
    whose_words,
)
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box, draw_focus_ring
from hhcrm.ui.shared.tags import Tag, TagKind
from hhcrm.ui.shared.text import Text, is_look_change

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NARROW = 620
TAGS: dict[GoalVerdict, TagKind] = {
    GoalVerdict.NOT_BEGUN: "none",
    GoalVerdict.TOO_FEW: "none",
    GoalVerdict.ON_PACE: "info",
    GoalVerdict.BEHIND: "due",
    GoalVerdict.REACHED: "good",
    GoalVerdict.MISSED: "overdue",
}
"""The tag of a goal; its words say the same."""
_BEYOND = 1.15
"""The bar's end lies so far behind the target that what is beyond it still shows."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Parts of the bar's length: how far the value has come, where the target and the pace stand, 0 to 1."""

    value: float
    target: float
    pace: float | None


def reach_of(standing: GoalStanding) -> Reach:
    """The bar of a goal; the longer of value and target fills most of it."""
    value, target = standing.actual.value or 0.0, standing.goal.target
    longest = max(value, target * _BEYOND) or 1.0
    pace = standing.pace if adds_up(standing.definition.shape) and not standing.is_over else None
    return Reach(value / longest, target / longest, None if pace is None else min(1.0, pace / longest))


def title_words(standing: GoalStanding) -> str:
    """Visits, Dana Whitfield."""
    return translate("goals", "{measure}, {whose}").format(
        measure=standing.definition.title, whose=whose_words(standing.goal)
    )


class GoalBar(QWidget):
    """Value against target: a full bar, a line at the target, a tick for the pace. What it says stands beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reach = Reach(0.0, 1.0, None)
        self._good = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_standing(self, standing: GoalStanding) -> None:
        """Show another one."""
        self._reach = reach_of(standing)
        self._good = standing.verdict not in (GoalVerdict.BEHIND, GoalVerdict.MISSED)
        self.setToolTip(
            translate("goals", "Line: target; tick above: where the pace should be today")
            if self._reach.pace is not None
            else translate("goals", "Line: target")
        )
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(160), scaled(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(60), scaled(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), Colors.of(self)
        top, height, width = scaled(7), scaled(8), self.width() - 2
        draw_box(painter, QRectF(0, top, width, height), colors.rail, colors.line_strong, 3.0)
        filled = width * min(1.0, self._reach.value)
        if filled >= 1:
            draw_box(painter, QRectF(0, top, filled, height), colors.good if self._good else colors.due, None, 3.0)
        target = width * self._reach.target
        painter.fillRect(QRectF(target - 1, top - scaled(2), 2, height + scaled(4)), QColor(colors.text))
        if self._reach.pace is not None:
            self._draw_tick(painter, width * self._reach.pace, colors)

    def _draw_tick(self, painter: QPainter, x: float, colors: Colors) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.text))
        half, tip = scaled(4), scaled(6)
        from_x = min(max(x, half), self.width() - half)
        painter.drawPolygon(QPolygonF([QPointF(from_x - half, 0), QPointF(from_x + half, 0), QPointF(from_x, tip)]))


class GoalRow(QFrame):
    """Enter or Space opens it, the arrows move on; its few acts are buttons."""

    opened = Signal(int)
    moved = Signal(object, int)

    def __init__(self, standing: GoalStanding, acts: Sequence[Button], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        goal = standing.goal
        self.goal_id = goal.goal_id
        self.setObjectName(f"measure_goals_row_{goal.goal_id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._narrow: bool | None = None
        self.tag = Tag(verdict_words(standing), TAGS[standing.verdict])
        self.title = Text(title_words(standing), "strong", wrap=True)
        self.period = Text(period_words(goal.span, goal.from_on), "small", "muted", wrap=True)
        self.bar = GoalBar()
        self.bar.show_standing(standing)
        self.figure = Text(f"{figure_words(standing)}, {pace_words(standing)}", "body", wrap=True)
        self.ahead = Text(ahead_words(standing), "small", "muted", wrap=True)
        self.ahead.setVisible(bool(self.ahead.text()))
        self.acts = QWidget()
        row = QHBoxLayout(self.acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(2))
        for button in acts:
            row.addWidget(button)
        row.addStretch()
        self._grid = QGridLayout(self)
        said = (self.tag.words, self.title.text(), self.period.text(), self.figure.text(), self.ahead.text())
        self.setAccessibleName(". ".join(part for part in said if part))
        self.setAccessibleDescription(translate("goals", "Enter opens the goal"))
        self._place()

    def _place(self) -> None:
        narrow = self.width() < scaled(_NARROW)
        grid = self._grid
        grid.setContentsMargins(scaled(10), scaled(8), scaled(10), scaled(9))
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(2))
        if narrow is self._narrow:
            return
        self._narrow = narrow
        for part in (self.tag, self.title, self.period, self.bar, self.figure, self.ahead, self.acts):
            grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        if narrow:
            grid.addWidget(self.title, 0, 0)
            grid.addWidget(self.tag, 0, 1, top | Qt.AlignmentFlag.AlignRight)
            for place, part in enumerate((self.period, self.bar, self.figure, self.ahead, self.acts), start=1):
                grid.addWidget(part, place, 0, 1, 2)
        else:
            grid.addWidget(self.title, 0, 0)
            grid.addWidget(self.period, 1, 0, top)
            grid.addWidget(self.bar, 0, 1)
            grid.addWidget(self.figure, 1, 1)
            grid.addWidget(self.ahead, 2, 1)
            grid.addWidget(self.tag, 0, 2, top | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self.acts, 1, 2, 2, 1, top | Qt.AlignmentFlag.AlignRight)
        for column, stretch in enumerate((1, 0, 0) if narrow else (2, 3, 0)):
            grid.setColumnStretch(column, stretch)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_grid"):
            self._place()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key), 0)
        if step:
            self.moved.emit(self, step)
        elif key == Qt.Key.Key_Space or (key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.opened.emit(self.goal_id)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.goal_id)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors = QPainter(self), Colors.of(self)
        if self.hasFocus():
            draw_box(painter, self.rect().adjusted(2, 1, -2, -2), colors.hover, None, 6.0)
            draw_focus_ring(painter, self.rect().adjusted(2, 1, -2, -2), colors, 6.0)
        elif self.underMouse():
            draw_box(painter, self.rect().adjusted(1, 0, -1, -1), colors.hover, None, 0.0)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colors.line))
