"""One goal opened: how it stands, its way through its period as a chart, and its periods before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.charts.chart import Chart
from hhcrm.charts.goals import goal_chart
from hhcrm.compat import override
from hhcrm.domain.goals import GoalVerdict
from hhcrm.domain.wording import translate
from hhcrm.queries.goal_models import GoalDetail, GoalStanding
from hhcrm.queries.goal_words import (
    days_left_words,
    figure_words,
    line_words,
    pace_words,
    period_words,
    verdict_words,
)
from hhcrm.ui.measure.goals.row import TAGS, GoalBar, title_words
from hhcrm.ui.measure.pages import PageKit
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.charts.panel import ChartPanel
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.panel import Panel, Rule
from hhcrm.ui.shared.tags import Tag
from hhcrm.ui.shared.text import Text

Acts = Callable[[GoalStanding, str], Sequence[Button]]
"""The buttons of a goal, whose object names begin with a name."""


class GoalPane(QWidget):
    """Stands in the place of the list; `left` goes back to it."""

    left = Signal()

    def __init__(self, kit: PageKit, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("measure_goals_pane")
        self._kit = kit
        self._acts = acts
        self.detail: GoalDetail | None = None
        self.back = Button(translate("goals", "All goals"), "bare", icon="chevron-left", name="measure_goals_back")
        self.back.clicked.connect(self.left)
        self.title = Text("", "title", wrap=True)
        self.tag = Tag()
        self.line = Text("", "body", wrap=True)
        self.rest = Text("", "small", "muted", wrap=True)
        self.buttons = QWidget()
        self._row = FlowLayout(self.buttons, scaled(4))
        self.chart = ChartPanel(kit.studio, kit.frame, "measure_goal", translate("goals", "Goal"), kit.pick)
        self.chart.opened.connect(kit.open_behind)
        self.history = Panel()
        self.history.setObjectName("measure_goals_history")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch()
        column.addLayout(top)
        head = QHBoxLayout()
        head.setSpacing(scaled(10))
        head.addWidget(self.title, 1)
        head.addWidget(self.tag)
        column.addLayout(head)
        for widget in (self.line, self.rest, self.buttons, self.chart, self.history):
            column.addWidget(widget)
        column.addStretch()

    @property
    def charts(self) -> list[Chart]:
        """The chart that is there by now."""
        return [self.chart.chart] if self.chart.chart is not None and not self.isHidden() else []

    def show_detail(self, detail: GoalDetail) -> None:
        """Show a goal, or the same one anew."""
        self.detail = detail
        standing = detail.standing
        period = period_words(standing.goal.span, standing.goal.from_on)
        self.title.setText(f"{title_words(standing)}, {period}")
        self.tag.say(verdict_words(standing), TAGS[standing.verdict])
        self.line.setText(line_words(standing))
        running = standing.has_begun and not standing.is_over
        self.rest.setText(days_left_words(standing, standing.on) if running else "")
        self.rest.setVisible(running)
        _empty(self._row)
        for button in self._acts(standing, "measure_goals_open"):
            self._row.addWidget(button)
        self.chart.setVisible(bool(detail.points) and standing.verdict is not GoalVerdict.NOT_BEGUN)
        if detail.points:
            self.chart.show_chart(goal_chart(detail))
        self._show_history(detail)

    def _show_history(self, detail: GoalDetail) -> None:
        _empty(self.history.body)
        self.history.body.addWidget(Text(translate("goals", "Periods before"), "section"))
        self.history.body.addWidget(Text(history_words(detail.history), "body", "muted", wrap=True))
        if detail.history:
            self.history.body.addWidget(Rule())
            self.history.body.addWidget(_past(detail.history))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _past(history: Sequence[GoalStanding]) -> QWidget:
    """The periods that are over, one below the other: when, how far each came, and whether it was reached."""
    lines = QWidget()
    grid = QGridLayout(lines)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(scaled(12))
    grid.setVerticalSpacing(scaled(8))
    for place, past in enumerate(history):
        bar = GoalBar()
        bar.show_standing(past)
        grid.addWidget(Text(period_words(past.goal.span, past.goal.from_on), wrap=True), place, 0)
        grid.addWidget(bar, place, 1)
        grid.addWidget(Text(f"{figure_words(past)}, {pace_words(past)}", wrap=True), place, 2)
        grid.addWidget(Tag(verdict_words(past), TAGS[past.verdict]), place, 3)
    for column, stretch in enumerate((2, 3, 3, 0)):
        grid.setColumnStretch(column, stretch)
    return lines


def history_words(history: Sequence[GoalStanding]) -> str:
    """Reached 3 of 5; nothing yet."""
    told = [past for past in history if past.verdict in (GoalVerdict.REACHED, GoalVerdict.MISSED)]
    if not told:
        return translate("goals", "This is the first period of this goal.")
    reached = sum(past.verdict is GoalVerdict.REACHED for past in told)
    return translate("goals", "Reached in {reached} of {count}").format(reached=reached, count=len(told))


def _empty(layout: FlowLayout | QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
