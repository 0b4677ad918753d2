"""The week on one page: what moved, what stands out, and what is to be talked about on Monday."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from hhcrm.charts.chart import Chart
from hhcrm.charts.week_page import referrals_chart, visits_chart
from hhcrm.compat import override
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.periods import monday_of
from hhcrm.domain.wording import translate
from hhcrm.printing.sheet import Paper
from hhcrm.queries.week_figure_words import beside_words, head_words, left_words, moved_rows, nothing_words
from hhcrm.queries.week_page_models import OpensCapacity, OpensSource, StandOut, WeekAsk, WeekPage
from hhcrm.ui.measure.choosing import Choice
from hhcrm.ui.measure.pages import MeasurePage, PageKit
from hhcrm.ui.measure.week.item import StandOutRow
from hhcrm.ui.measure.week.moved import MovedTable
from hhcrm.ui.measure.week.paper import WeekPaper
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.charts.panel import ChartPanel
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.panel import Panel, Rule
from hhcrm.ui.shared.text import Text

_WIDE = 812
"""From this width on two charts stand beside each other, as on the overview."""

_A_WEEK = timedelta(weeks=1)
_TALK = "measure.week.talk"
_PAPER = "measure.week.paper"
_PAPERS: tuple[Paper, ...] = ("letter", "a4")
_WEEKS_KEPT = 26
"""So many weeks keep what was ticked."""


class WeekOfMeasure(MeasurePage):
    """Begins with the last whole week, the one that a Monday is about; the one that runs is a press further on."""

    heeds = frozenset({Choice.LIAISON, Choice.TYPE, Choice.TERRITORY})

    def __init__(self, kit: PageKit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "week", translate("week", "The week on one page"), parent)
        self.monday = monday_of(kit.desk.today()) - _A_WEEK
        self.page: WeekPage | None = None
        self._as_of = ""
        self.rows: list[StandOutRow] = []
        self.paper = WeekPaper(kit.desk, kit.frame, kit.studio.painter, self)
        self._make_head()
        self.moved = MovedTable()
        self.moved.opened.connect(self._on_figure)
        self.standing = Panel()
        self.standing.setObjectName("measure_week_standing")
        self.panels = (self._chart_panel("week_referrals"), self._chart_panel("week_visits"))
        self._charts = QGridLayout()
        self._columns = 0
        self._put_together()
        self._arrange()

    # What the place asks

    @override
    def ask(self) -> None:
        self.begin()
        chosen = self.kit.choosing.asked()
        asked = WeekAsk(self.monday, chosen.liaison_id, chosen.type_id, chosen.territory_id)
        self._say_ways()
        if self.page is None:
            self.show_last("week", WeekPage, lambda last, as_of: self._show_last(asked, last, as_of))
        self.read(lambda ask: ask.week_page(asked), self._take)

    @override
    def charts(self) -> list[Chart]:
        return [panel.chart for panel in self.panels if panel.chart is not None]

    @override
    def show_where(self, **where: object) -> None:
        """Go to the week of the day `day`."""
        day = where.get("day")
        if isinstance(day, date):
            self.go_to(day)

    # What the person does

    def go_to(self, day: date) -> None:
        """Show the week of a day, none that has not begun."""
        self.monday = min(monday_of(day), monday_of(self.kit.desk.today()))
        self.ask()

    def ticked(self) -> Collection[str]:
        """What is to be talked about, of the week that is shown."""
        return [key for key in self._talk().get(self._shown_week(), ()) if isinstance(key, str)]

    def _shown_week(self) -> str:
        """The week whose lines are there: another one may be on its way already."""
        return (self.monday if self.page is None else self.page.asked.monday).isoformat()

    def _talk(self) -> dict[str, list[str]]:
        return dict(self.kit.memory.get(_TALK, {}))

    def _on_ticked(self, key: str, on: bool) -> None:
        keys = [each for each in self.ticked() if each != key]
        weeks = {**self._talk(), self._shown_week(): [*keys, *([key] if on else [])]}
        self._keep(_TALK, {day: weeks[day] for day in sorted(weeks)[-_WEEKS_KEPT:]})

    def _keep(self, name: str, value: object) -> None:
        try:
            self.kit.memory.set(name, value)
        except KnownFault as fault:  # it holds all the same
            self.kit.frame.fault(fault)

    def _on_figure(self, place: int) -> None:
        if self.page is not None:
            self._open(self.page.figures[place].opens)

    def _open(self, opens: object) -> None:
        """Go to what a line rests on."""
        if isinstance(opens, OpensSource):
            self.kit.frame.go("sources", source_id=opens.source_id)
        elif isinstance(opens, OpensCapacity):
            self.kit.frame.go("waterfall", capacity=True, liaison_id=opens.liaison_id)
        elif opens is not None:
            self.kit.open_behind(opens)

    def _hand_out(self, way: Callable[[WeekPage, Collection[str], Paper], None]) -> None:
        if self.page is not None:
            way(self.page, self.ticked(), cast(Paper, self.paper_chip.value))

    # Showing

    def _take(self, page: WeekPage) -> None:
        if page != self.page or self._as_of:
            self._show(page)
        self.as_of_changed.emit("")
        if page.asked.monday == monday_of(page.today) - _A_WEEK:  # the week that it begins with
            self.keep_last("week", page)

    def _show_last(self, asked: WeekAsk, last: WeekPage, as_of: str) -> None:
        """What was there last, of the same week, until the answer comes."""
        if self.page is None and last.asked == asked:
            self._show(last, as_of)
            self.as_of_changed.emit(as_of)

    def _show(self, page: WeekPage, as_of: str = "") -> None:
        self.page, self._as_of = page, as_of
        self.title.setText(head_words(page))
        self.beside.setText(beside_words(page))
        self.moved.show_rows(moved_rows(page))
        self._show_standing(page)
        for panel, chart in zip(self.panels, (referrals_chart(page), visits_chart(page)), strict=True):
            panel.show_chart(chart, as_of)
        for button in (self.save, self.print):
            button.setEnabled(True)

    def _show_standing(self, page: WeekPage) -> None:
        focused = next(
            ((row.item.key, is_box) for row in self.rows for is_box in (True, False) if row.part(is_box).hasFocus()),
            None,
        )
        self._clear(self._list)
        self.rows = []
        ticked = set(self.ticked())
        if not page.stands_out:
            self._list.addWidget(Text(nothing_words(page), "body", "muted", wrap=True))
        for place, item in enumerate(page.stands_out):
            if place:
                self._list.addWidget(Rule())
            self._list.addWidget(self._row(item, place + 1, is_ticked=item.key in ticked))
        if words := left_words(page):
            self._list.addWidget(Text(words, "small", "muted", wrap=True))
        self._order()
        for row in self.rows:
            if focused is not None and row.item.key == focused[0]:
                row.part(focused[1]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _order(self) -> None:
        """Tab follows the eye: what was made last would come last."""
        stops = [self.print, *(part for row in self.rows for part in (row.box, row.button)), self.moved]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _row(self, item: StandOut, place: int, *, is_ticked: bool) -> StandOutRow:
        row = StandOutRow(item, place, is_ticked=is_ticked)
        row.opened.connect(self._open)
        row.ticked.connect(self._on_ticked)
        self.rows.append(row)
        return row

    def _clear(self, column: QVBoxLayout) -> None:
        while (item := column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)  # what is found by its name from now on is the new one
                widget.deleteLater()

    def _say_ways(self) -> None:
        self.later.setEnabled(self.monday < monday_of(self.kit.desk.today()))

    # Making

    def _make_head(self) -> None:
        self.title = Text(translate("week", "The week on one page"), "section")
        self.title.setObjectName("measure_week_title")
        self.beside = Text("", "body", "muted", wrap=True)
        self.earlier = Button("", icon="chevron-left", size="small", name="measure_week_earlier")
        self.earlier.setAccessibleName(translate("week", "The week before"))
        self.earlier.setToolTip(translate("week", "The week before"))
        self.later = Button("", icon="chevron-right", size="small", name="measure_week_later")
        self.later.setAccessibleName(translate("week", "The week after"))
        self.later.setToolTip(translate("week", "The week after"))
        self.earlier.clicked.connect(lambda _on=False: self.go_to(self.monday - _A_WEEK))
        self.later.clicked.connect(lambda _on=False: self.go_to(self.monday + _A_WEEK))
        choices = [("letter", translate("scorecard", "Letter")), ("a4", "A4")]
        self.paper_chip = FilterChip(translate("scorecard", "Paper"), choices, "measure_week_paper", filters=False)
        kept = self.kit.memory.get(_PAPER, "letter")
        self.paper_chip.set_value(kept if kept in _PAPERS else "letter")
        self.paper_chip.chosen.connect(lambda value: self._keep(_PAPER, value))
        self.save = Button(translate("scorecard", "Save PDF"), icon="file-text", size="small", name="measure_week_pdf")
        self.print = Button(translate("scorecard", "Print"), icon="printer", size="small", name="measure_week_print")
        self.save.clicked.connect(lambda _on=False: self._hand_out(self.paper.save_pdf))
        self.print.clicked.connect(lambda _on=False: self._hand_out(self.paper.print_it))
        for button in (self.save, self.print):
            button.setEnabled(False)

    def _chart_panel(self, key: str) -> ChartPanel:
        titles = {
            "week_referrals": translate("charts", "Referrals by week"),
            "week_visits": translate("charts", "Visits by week"),
        }
        panel = ChartPanel(self.kit.studio, self.kit.frame, f"measure_{key}", titles[key], self.kit.pick)
        panel.opened.connect(self.kit.open_behind)
        return panel

    def _put_together(self) -> None:
        head, ways = QWidget(), QWidget()
        for inside, parts in (
            (head, (self.earlier, self.later, self.title, self.beside)),
            (ways, (self.paper_chip, self.save, self.print)),
        ):
            row = FlowLayout(inside, scaled(8))
            for part in parts:
                row.addWidget(part)
        self.standing.body.addWidget(Text(translate("week", "What stands out"), "section"))
        words = translate("week", "Tick what is to be talked about on Monday: the ticks are on the printed page.")
        self.standing.body.addWidget(Text(words, "small", "muted", wrap=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(scaled(2))
        self.standing.body.addLayout(self._list)
        moved = Panel()
        moved.body.addWidget(Text(translate("week", "What moved"), "section"))
        moved.body.addWidget(self.moved)
        hint = translate("week", "Enter shows what a figure rests on. A usual week is the mean of the eight before.")
        moved.body.addWidget(Text(hint, "small", "muted", wrap=True))
        self._charts.setSpacing(scaled(16))
        for widget in (head, ways, self.standing, moved):
            self.body.addWidget(widget)
        self.body.addLayout(self._charts)
        self.body.addStretch(1)

    def _arrange(self) -> None:
        """Two charts beside each other where there is room."""
        columns = 2 if self.width() >= scaled(_WIDE) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, panel in enumerate(self.panels):
            self._charts.addWidget(panel, place // columns, place % columns)
        for column in range(2):
            self._charts.setColumnStretch(column, 1 if column < columns else 0)

    # Qt's side

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
