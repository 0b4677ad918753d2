"""The Scorecard tab: how well we did for a source in a period, as on the page that one hands over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.charts.chart import Chart
from hhcrm.charts.scorecard import months_chart, starts_chart
from hhcrm.domain.wording import translate
from hhcrm.printing.pilot_words import pilot_figures
from hhcrm.printing.scorecard_words import (
    Figure,
    care_figures,
    head_figures,
    notes,
    period_line,
    promise_figures,
    why_figures,
)
from hhcrm.printing.sheet import Paper
from hhcrm.queries.read_models import SourceDetail
from hhcrm.queries.scorecard_models import Scorecard
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.charts.view import ChartView
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.entries import Scroller
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.period_chip import PeriodChip
from hhcrm.ui.shared.text import Text
from hhcrm.ui.sources.chart import ShareBar
from hhcrm.ui.sources.context import Context
from hhcrm.ui.sources.scorecard_paper import PAPER_KEY, ScorecardPaper, kept_paper, paper_choices

_VALUE, _BESIDE = 42, 62
"""How wide figures are at least, and what they are of."""


class ScorecardTab(Scroller):
    """The newest answer is shown; until it comes, what was shown stays."""

    def __init__(self, context: Context) -> None:
        super().__init__("source_scorecard")
        self._context = context
        self._source_id = 0
        self._asked = 0
        self.card: Scorecard | None = None
        self.period = PeriodChip("source_scorecard", context.desk.today)
        self.period.changed.connect(self._ask)
        self._charts: list[tuple[QWidget, ChartView]] = []
        self._about = Text("", "small", "muted", wrap=True)
        self._figures = QWidget()
        self._figures_column = QVBoxLayout(self._figures)
        self._figures_column.setContentsMargins(0, 0, 0, 0)
        self._figures_column.setSpacing(scaled(14))
        self.column.addWidget(self._make_top())
        self.column.addWidget(self._about)
        self.column.addWidget(self._figures)
        self.column.addStretch()

    def show_source(self, detail: SourceDetail) -> None:
        """Show one source's scorecard."""
        if detail.source_id != self._source_id:
            self._source_id, self.card = detail.source_id, None
            self._let_out(False)
        self._ask()

    # Making

    def _make_top(self) -> QWidget:
        top = QWidget()
        row = FlowLayout(top, scaled(8))
        self.paper = FilterChip(translate("scorecard", "Paper"), paper_choices(), "source_scorecard_paper")
        self.paper.set_value(kept_paper(self._context))
        self.paper.chosen.connect(lambda value: self._context.kit.memory.set(PAPER_KEY, value))
        self.save = Button(
            translate("scorecard", "Save PDF"), icon="file-text", size="small", name="source_scorecard_pdf"
        )
        self.print = Button(
            translate("scorecard", "Print"), icon="printer", size="small", name="source_scorecard_print"
        )
        row.addWidget(self.period)
        studio = self._context.studio
        if studio is None:
            return top
        self.ways = ScorecardPaper(self._context, studio.painter, self)
        self.save.clicked.connect(lambda: self._hand_out(self.ways.save_pdf))
        self.print.clicked.connect(lambda: self._hand_out(self.ways.print_it))
        self.all = Button(
            translate("scorecard", "All active sources…"), "bare", size="small", name="source_scorecard_all"
        )
        self.all.setToolTip(translate("scorecard", "A scorecard of each active source into a folder"))
        self.all.clicked.connect(lambda _on=False: self._open_all())
        for widget in (self.paper, self.save, self.print, self.all):
            row.addWidget(widget)
        self._let_out(False)
        return top

    def _let_out(self, may: bool) -> None:
        """Only what is shown is printed."""
        self.save.setEnabled(may)
        self.print.setEnabled(may)

    def _open_all(self) -> None:
        from hhcrm.ui.sources.scorecards_dialog import ScorecardsDialog  # late: seldom seen

        dialog = ScorecardsDialog(self._context, self.ways.painter, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _hand_out(self, way: Callable[[Scorecard, Paper], None]) -> None:
        if self.card is not None:
            way(self.card, cast(Paper, self.paper.value))

    # Asking

    def _ask(self) -> None:
        self._asked += 1
        mine, source_id, days = self._asked, self._source_id, self.period.period
        self._context.desk.read(
            lambda q: q.scorecard(source_id, days.start, days.end),
            lambda card: self._take(card) if mine == self._asked else None,
            owner=self,
        )

    def _take(self, card: Scorecard) -> None:
        if card == self.card:
            return
        self.card = card
        self._let_out(True)
        self._about.setText(period_line(card))
        self._clear()
        column = self._figures_column
        column.addWidget(_tiles(head_figures(card)))
        self._add_chart(translate("scorecard", "Referrals by month"), "months", months_chart(card))
        self._add_chart(
            translate("scorecard", "How soon after the referral care started"), "starts", starts_chart(card)
        )
        column.addWidget(_list(translate("scorecard", "What we said, what we did"), promise_figures(card)))
        column.addWidget(_list(translate("scorecard", "Your patients with us"), care_figures(card)))
        if card.pilots:
            column.addWidget(
                _section(translate("scorecard", "Pilots, by their standards"), *map(_pilot, pilot_figures(card.pilots)))
            )
        if whys := why_figures(card):
            title = translate("scorecard", "Why {count} were not admitted")
            column.addWidget(_list(title.format(count=f"{card.outcomes.not_admitted:,}"), whys))
        column.addWidget(Text("\n".join(notes(card)), "small", "muted", wrap=True))

    def _clear(self) -> None:
        while (item := self._figures_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_chart(self, title: str, name: str, chart: Chart) -> None:
        studio = self._context.studio
        if studio is None or chart.is_empty:
            return
        view = ChartView(studio, f"source_scorecard_{name}")
        view.setAccessibleName(title)
        view.opened.connect(lambda behind: self._context.frame.go("referrals", filter=behind))
        view.show_chart(chart)
        self._figures_column.addWidget(_section(title, view))


def _section(title: str, *inside: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(6))
    column.addWidget(Text(title, "section"))
    for widget in inside:
        column.addWidget(widget)
    return holder


def _tiles(figures: Sequence[Figure]) -> QWidget:
    """The large figures, two beside each other."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(scaled(16))
    grid.setVerticalSpacing(scaled(12))
    for place, figure in enumerate(figures):
        grid.addWidget(_tile(figure), place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(place % 2, 1)
    return holder


def _tile(figure: Figure) -> QWidget:
    tile = QWidget()
    tile.setObjectName(f"source_scorecard_{figure.name}")
    column = QVBoxLayout(tile)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(1))
    column.addWidget(Text(figure.title, "small", "muted", wrap=True))
    column.addWidget(Text(figure.value, "body" if figure.few else "title", "muted" if figure.few else "text"))
    if figure.beside:
        column.addWidget(Text(figure.beside, "small", "muted", wrap=True))
    return tile


def _list(title: str, figures: Sequence[Figure]) -> QWidget:
    """What it is, its share as a bar, the figure and of how many."""
    return _section(title, *map(_line, figures))


def _line(figure: Figure, *, plain: bool = False) -> QWidget:
    """One figure; where it is not `plain`, room is kept for what it is of, so that figures stand under each other."""
    line = QWidget()
    line.setObjectName(f"source_scorecard_{figure.name}")
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(scaled(10))
    row.addWidget(Text(figure.title, "body", wrap=True), 1)
    if figure.share is not None:
        bar = ShareBar()
        bar.setFixedWidth(scaled(64))
        bar.show_share(figure.share, f"{figure.title}: {figure.value}")
        row.addWidget(bar)
    value = Text(figure.value, "body" if figure.few else "strong", "muted" if figure.few else "text")
    beside = Text(figure.beside, "small", "muted")
    for words, width in ((value, _VALUE), (beside, _BESIDE)):
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words.setMinimumWidth(scaled(width))
    row.addWidget(value)
    if not figure.few and not plain:
        row.addWidget(beside)
    return line


def _pilot(figure: Figure) -> QWidget:
    """A pilot and how it stands, with when it runs below."""
    holder = QWidget()
    holder.setObjectName(f"source_scorecard_{figure.name}")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(1))
    column.addWidget(_line(replace(figure, name=f"{figure.name}_stands"), plain=True))
    column.addWidget(Text(figure.beside, "small", "muted", wrap=True))
    return holder
