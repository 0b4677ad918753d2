"""Trends: a measure by month or week beside what it was, by group, and how fast and why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from hhcrm.charts.chart import Chart
from hhcrm.charts.compared import Compared, compared
from hhcrm.charts.reasons import reasons_by_month, reasons_chart
from hhcrm.charts.speeds import LADDERS, speed_chart
from hhcrm.charts.trends import trend_chart
from hhcrm.compat import override
from hhcrm.domain.errors import KnownFault, RuleBroken
from hhcrm.domain.measures import By, Definition, Grain, MeasureKey
from hhcrm.domain.periods import Period
from hhcrm.domain.trends import Beside, beside
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.trend_models import (
    SPEED_SPLITS,
    SPEEDS,
    Reasons,
    SpeedAsk,
    Trend,
    TrendAsk,
)
from hhcrm.ui.measure.pages import MeasurePage, PageKit
from hhcrm.ui.measure.trends.choice import TrendChoice, kept, restored, restored_all
from hhcrm.ui.measure.trends.compare import ComparePanel
from hhcrm.ui.measure.trends.picker import MeasureChip, SplitChip
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.charts.panel import ChartPanel
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text

_KEPT, _FAVOURITES, _SPEED = "measure.trends", "measure.trends.favourites", "measure.trends.speed"


def _drawn_up(found: Trend) -> tuple[Trend, Chart, tuple[Compared, ...]]:
    """What is shown of a trend, put together on the worker: there may be thousands of groups."""
    return found, trend_chart(found), compared(found)


def _reasons(found: Reasons, today: date) -> tuple[Chart, Chart]:
    return reasons_chart(found), reasons_by_month(found, today)


class TrendsPage(MeasurePage):
    """Chips that say what is looked at, the trend, its table, and below how fast and why not."""

    def __init__(self, kit: PageKit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "trends", translate("trends", "Trends"), parent)
        self._definitions: dict[MeasureKey, Definition] = {}
        self.choice = restored(kit.memory.get(_KEPT, {})) or TrendChoice()
        self._placing = False
        self.measure_chip, self.split_chip = MeasureChip(), SplitChip()
        grains = [
            (str(Grain.MONTH), translate("trends", "month")),
            (str(Grain.WEEK), translate("trends", "week")),
        ]  # fmt: skip
        self.grain_chip = FilterChip(translate("trends", "Per"), grains, "measure_trends_grain", filters=False)
        self.favourites = Button(translate("trends", "Favourites"), size="small", name="measure_trends_favourites")
        self.favourites.setToolTip(translate("trends", "Keep what is looked at, and come back to it"))
        self.favourites.clicked.connect(self._open_favourites)
        speeds = [(str(key), translate("trends", LADDERS[key].title)) for key in SPEEDS]
        self.speed_chip = FilterChip(translate("trends", "Speed"), speeds, "measure_trends_speed_of", filters=False)
        self.notice = Text("", "body", "muted")
        self.notice.setObjectName("measure_trends_notice")
        self.notice.hide()
        self.trend = self._panel("measure_trends_chart", translate("trends", "Trend"))
        self.compare = ComparePanel(kit)
        self.compare.opened.connect(kit.open_behind)
        self.reasons = self._panel("measure_trends_reasons", translate("trends", "Not admitted, by whose reason"))
        self.months = self._panel("measure_trends_reasons_months", translate("trends", "Not admitted by month"))
        self.speed = self._panel("measure_trends_speed", translate("trends", "How long it took"))
        self._put_together()
        self._place_choice()
        speed = kit.memory.get(_SPEED, str(MeasureKey.HOURS_TO_SOC))
        self.speed_chip.set_value(speed if speed in SPEEDS else str(MeasureKey.HOURS_TO_SOC))
        for chip in (self.measure_chip, self.split_chip, self.grain_chip):
            chip.chosen.connect(self._on_chosen)
        self.speed_chip.chosen.connect(self._on_speed)

    # What the place asks

    @override
    def ask(self) -> None:
        self.begin()
        if self.trend.chart is None:
            self.show_last("trends", Trend, self._show_seen)
        self.read(lambda ask: ask.definitions(), self._on_definitions)

    @override
    def charts(self) -> list[Chart]:
        panels = (self.trend, self.reasons, self.months, self.speed)
        return [panel.chart for panel in panels if panel.chart is not None and not panel.isHidden()]

    @override
    def show_where(self, **where: object) -> None:
        """Look at a measure: `measure`, and `by` and `grain` where these are given."""
        found = restored(
            {"measure": where.get("measure"), "by": where.get("by", ""), "grain": where.get("grain", Grain.MONTH)}
        )
        if found is not None:
            self.look_at(found)

    def look_at(self, choice: TrendChoice) -> None:
        """Look at something else, as from the favourites."""
        self.choice = choice.fitting(self._definitions)
        self._place_choice()
        self._keep(_KEPT, kept(self.choice))
        self.ask()

    # Asking

    def _on_definitions(self, definitions: tuple[Definition, ...]) -> None:
        self._definitions = {definition.key: definition for definition in definitions}
        if not definitions:
            return
        self.choice = self.choice.fitting(self._definitions)
        self._placing = True
        self.measure_chip.offer(definitions)
        self._placing = False
        self._place_choice()
        self._ask_trend()
        own = self._filter(self._held().period)
        if MeasureKey.NOT_ADMITTED in self._definitions:
            today = self.kit.desk.today()
            self.read(
                lambda ask: _reasons(ask.not_admitted_reasons(own), today),
                self._show_reasons,
                self._let_be,
                follows=True,
            )
        self._ask_speed()

    def _held(self) -> Beside:
        return beside(self.kit.choosing.period, self.choice.grain, self.kit.desk.today())

    def _filter(self, period: Period) -> MeasureFilter:
        return replace(self.kit.choosing.asked(), from_on=period.start, until_on=period.end)

    def _ask_trend(self) -> None:
        held = self._held()
        alone = self.kit.choosing.held_against() is None
        before = None if alone or held.before is None else self._filter(held.before)
        year_ago = None if alone else self._filter(held.year_ago)
        asked = TrendAsk(
            self.choice.measure, self._filter(held.period), before, year_ago, self.choice.by, self.choice.grain
        )
        self.read(lambda ask: _drawn_up(ask.trend(asked)), self._show_trend, self._refused)

    def _ask_speed(self) -> None:
        measure = MeasureKey(self.speed_chip.value)
        if measure not in self._definitions:
            return
        by = self.choice.by if self.choice.by in SPEED_SPLITS else None
        asked = SpeedAsk(measure, self._filter(self._held().period), by)
        self.read(lambda ask: speed_chart(ask.speed(asked)), self.speed.show_chart, self._let_be, follows=True)

    def _let_be(self, error: Exception) -> None:
        """What a filter leaves no answer to is not shown; the notice above says why where the measure cannot either."""
        if not isinstance(error, RuleBroken):
            self.kit.desk.faulted.emit(error)

    def _refused(self, error: Exception) -> None:
        """A filter that the measure cannot follow: its words stand where the chart would."""
        if not isinstance(error, RuleBroken):
            self.kit.desk.faulted.emit(error)
            return
        self.notice.setText(str(error))
        self._show_answer(False)

    def _show_answer(self, there: bool) -> None:
        self.notice.setVisible(not there)
        self.trend.setVisible(there)
        self.compare.setVisible(there)

    def _show_trend(self, answer: tuple[Trend, Chart, tuple[Compared, ...]]) -> None:
        found, chart, lines = answer
        self._show_answer(True)
        self.trend.show_chart(chart)
        self.compare.show_lines(found, lines)
        if found.asked.by is not By.SOURCE:  # there may be thousands
            self.keep_last("trends", found)

    def _show_seen(self, found: Trend, as_of: str) -> None:
        """What was there last, where it is what is looked at and nothing fresher has come."""
        if (
            self.trend.chart is None
            and TrendChoice(found.asked.measure, found.asked.by, found.asked.grain) == self.choice
        ):
            self.trend.show_chart(trend_chart(found), as_of)
            self.compare.show_lines(found, compared(found))

    def _show_reasons(self, charts: tuple[Chart, Chart]) -> None:
        self.reasons.show_chart(charts[0])
        self.months.show_chart(charts[1])

    # What the person does

    def _on_chosen(self, _value: str) -> None:
        if self._placing or not self.measure_chip.value:
            return
        by = By(self.split_chip.value) if self.split_chip.value else None
        choice = TrendChoice(MeasureKey(self.measure_chip.value), by, Grain(self.grain_chip.value))
        self.look_at(choice)

    def _on_speed(self, value: str) -> None:
        self._keep(_SPEED, value)
        self._ask_speed()

    def _place_choice(self) -> None:
        """The chips say what is chosen."""
        self._placing = True
        definition = self._definitions.get(self.choice.measure)
        if definition is not None:
            self.measure_chip.set_value(str(self.choice.measure))
            self.split_chip.offer(definition)
            self.split_chip.set_value(str(self.choice.by or ""))
        self.grain_chip.set_value(str(self.choice.grain))
        self._placing = False

    def _keep(self, name: str, value: object) -> None:
        try:
            self.kit.memory.set(name, value)
        except KnownFault as fault:  # the choice holds all the same
            self.kit.frame.fault(fault)

    def _open_favourites(self) -> None:
        menu = self.favourites_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.favourites.mapToGlobal(QPoint(0, self.favourites.height() + 2)))

    def favourites_menu(self) -> QMenu:
        """What was kept, and keeping or forgetting what is looked at."""
        menu = QMenu(self.favourites)
        menu.setObjectName("measure_trends_favourites_menu")
        found = restored_all(self.kit.memory.get(_FAVOURITES, []))
        for choice in found:
            action = menu.addAction(choice.title(self._definitions).replace("&", "&&"), partial(self.look_at, choice))
            action.setCheckable(True)
            action.setChecked(choice == self.choice)
        if found:
            menu.addSeparator()
        kept_now = self.choice in found
        words = translate("trends", "Forget this one") if kept_now else translate("trends", "Keep this one")
        menu.addAction(words, self.keep_or_forget)
        return menu

    def keep_or_forget(self) -> None:
        """Put what is looked at among the favourites, or take it out."""
        found = restored_all(self.kit.memory.get(_FAVOURITES, []))
        others = tuple(choice for choice in found if choice != self.choice)
        there = others if self.choice in found else (*found, self.choice)
        self._keep(_FAVOURITES, [kept(choice) for choice in there])
        title = self.choice.title(self._definitions)
        words = (
            translate("trends", "Kept: {what}")
            if len(there) > len(others)
            else translate("trends", "Forgotten: {what}")
        )
        self.kit.frame.toast(words.format(what=title))

    # Making

    def _panel(self, name: str, title: str) -> ChartPanel:
        panel = ChartPanel(self.kit.studio, self.kit.frame, name, title, self.kit.pick)
        panel.opened.connect(self.kit.open_behind)
        return panel

    def _put_together(self) -> None:
        chips = FlowLayout(None, scaled(8))
        for part in (self.measure_chip, self.split_chip, self.grain_chip, self.favourites):
            chips.addWidget(part)
        self.body.addLayout(chips)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.trend)
        self.body.addWidget(self.compare)
        speed = FlowLayout(None, scaled(8))
        speed.addWidget(self.speed_chip)
        self.body.addLayout(speed)
        self.body.addWidget(self.speed)
        self.body.addWidget(self.reasons)
        self.body.addWidget(self.months)
