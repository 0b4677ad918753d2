"""Measure at a glance: the figures of a period as cards, and its charts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hhcrm.charts import effort, referrals, rhythm
from hhcrm.charts.chart import Chart
from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import Headline, MeasuredEffort, MeasuredReferrals, MeasuredRhythm, MeasureFilter
from hhcrm.ui.measure.cards import Cards
from hhcrm.ui.measure.figures import figures
from hhcrm.ui.measure.pages import MeasurePage, PageKit
from hhcrm.ui.shared.charts.panel import ChartPanel
from hhcrm.ui.shared.charts.studio import PAUSE_MS
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import is_look_change

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

_WIDE = 812
"""From this width on two charts stand beside each other."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is on the page: answers, as far as they have come."""

    now: Headline | None = None
    before: Headline | None = None
    referrals: MeasuredReferrals | None = None
    effort: MeasuredEffort | None = None
    rhythm: MeasuredRhythm | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every answer has come; there need not be a period before."""
        return None not in (self.now, self.referrals, self.effort, self.rhythm)


class OverviewPage(MeasurePage):
    """Cards at the head, charts below. Each question is asked apart: what is counted fast waits for nothing else."""

    def __init__(self, kit: PageKit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "overview", translate("measure", "Overview"), parent)
        self._seen = Seen()
        self._shown_once = False
        self._heads_due = 0
        self._charts_due = False
        self._columns = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.cards = Cards()
        self.panels: dict[str, ChartPanel] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(scaled(16))
        self.body.addWidget(self.cards)
        self.body.addLayout(self._grid, 1)
        for key, title in _panel_titles():
            panel = ChartPanel(kit.studio, kit.frame, f"measure_{key.replace('-', '_')}", title, kit.pick)
            panel.opened.connect(kit.open_behind)
            self.panels[key] = panel
        self._arrange()

    # What the place asks

    @override
    def ask(self) -> None:
        mine = self.begin()
        asked, other = self.kit.choosing.asked(), self.kit.choosing.held_against()
        self._seen = Seen()
        if not self._shown_once:
            self.show_last("overview", Seen, self._show_seen)
        self._heads_due, self._charts_due = 1 if other is None else 2, True
        self._read_head(mine, 0, asked)
        if other is not None:
            self._read_head(mine, 1, other)

    @override
    def charts(self) -> list[Chart]:
        return [panel.chart for panel in self.panels.values() if panel.chart is not None]

    @override
    def show_where(self, **where: object) -> None:
        """Put the keyboard into the chart of the name `chart`."""
        panel = self.panels.get(str(where.get("chart", "")))
        if panel is not None:
            panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Asking

    def _read_head(self, mine: int, place: int, asked: MeasureFilter) -> None:
        def ended() -> None:
            if self.is_newest(mine):
                self._heads_due -= 1
                self._ask_charts()

        def done(found: Headline) -> None:
            if self.is_newest(mine):
                self._take(replace(self._seen, before=found) if place else replace(self._seen, now=found))
            ended()

        def failed(error: Exception) -> None:
            self.kit.desk.faulted.emit(error)
            ended()

        self.kit.desk.read(lambda ask: ask.headline(asked), done, failed, owner=self)

    def _ask_charts(self) -> None:
        """The charts follow the figures, and only where somebody sees them: they take much longer to count."""
        if self._charts_due and not self._heads_due and self.isVisible():
            self._pause.start()

    def _on_pause(self) -> None:
        if not self._charts_due or self._heads_due or not self.isVisible():  # something else was asked meanwhile
            return
        self._charts_due = False
        asked = self.kit.choosing.asked()
        self._follow(lambda ask: ask.measured_referrals(asked), lambda found: replace(self._seen, referrals=found))
        self._follow(lambda ask: ask.measured_effort(asked), lambda found: replace(self._seen, effort=found))
        self._follow(lambda ask: ask.measured_rhythm(asked), lambda found: replace(self._seen, rhythm=found))

    def _follow(self, question: Callable[[Questions], Any], taken: Callable[[Any], Seen]) -> None:
        self.read(question, lambda found: self._take(taken(found)), follows=True)

    # Showing

    def _take(self, seen: Seen) -> None:
        """Show what has come; the figures do not wait for what they are held against."""
        before, self._seen = self._seen, seen
        self._shown_once = True
        if seen.now is not None and (seen.now, seen.before) != (before.now, before.before):
            self.cards.show_figures(figures(seen.now, seen.before))
            self.as_of_changed.emit("")
        self._show_charts(seen, before)
        if seen.is_whole and not self._heads_due:
            self.keep_last("overview", seen)

    def _show_seen(self, last: Seen, as_of: str) -> None:
        """What was there last, wherever nothing fresher has come."""
        if self._seen.now is None and last.now is not None:
            self.cards.show_figures(figures(last.now, last.before))
            self.as_of_changed.emit(as_of)
        self._show_charts(last, self._seen, as_of)

    def _show_charts(self, seen: Seen, there: Seen, as_of: str = "") -> None:
        """Those whose answer is another than what is there; last known ones only where nothing is."""
        for chart in [
            *(_of_referrals(seen.referrals) if _is_news(seen.referrals, there.referrals, as_of) else ()),
            *(_of_effort(seen.effort) if _is_news(seen.effort, there.effort, as_of) else ()),
            *(_of_rhythm(seen.rhythm) if _is_news(seen.rhythm, there.rhythm, as_of) else ()),
        ]:
            self.panels[chart.name].show_chart(chart, as_of)

    # Laying out

    def _arrange(self) -> None:
        """Two charts beside each other; where room is short one."""
        columns = 2 if self.width() >= scaled(_WIDE) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, panel in enumerate(self.panels.values()):
            self._grid.addWidget(panel, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    # Qt's side

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_charts()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_grid"):
            self._arrange()


def _is_news(found: object, there: object, as_of: str) -> bool:
    return there is None if as_of else found is not there


def _of_referrals(found: MeasuredReferrals | None) -> list[Chart]:
    if found is None:
        return []
    return [
        referrals.by_source(found),
        referrals.by_month(found),
        referrals.by_type(found),
        referrals.conversion(found),
    ]


def _of_effort(found: MeasuredEffort | None) -> list[Chart]:
    return [] if found is None else [effort.visits_beside_referrals(found)]


def _of_rhythm(found: MeasuredRhythm | None) -> list[Chart]:
    return [] if found is None else [rhythm.rhythm_kept(found)]


def _panel_titles() -> tuple[tuple[str, str], ...]:
    """The charts in their order, with the titles that stand there before the first answer."""
    return (
        ("referrals-by-source", translate("charts", "Referrals by source")),
        ("referrals-by-month", translate("charts", "Referrals by month")),
        ("conversion", translate("charts", "Referrals by source type")),
        ("conversion-by-month", translate("charts", "Conversion")),
        ("effort", translate("charts", "Visits beside referrals")),
        ("rhythm", translate("charts", "Rhythm kept")),
    )
