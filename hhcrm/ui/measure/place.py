"""Measure: is it working? Figures and charts of a period, and the rows behind each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from hhcrm.charts import effort, referrals, rhythm
from hhcrm.charts.chart import Behind, Chart
from hhcrm.compat import override
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import Headline, MeasuredEffort, MeasuredReferrals, MeasuredRhythm, MeasureFilter
from hhcrm.queries.read_models import Choices
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.ui.measure.cards import Cards
from hhcrm.ui.measure.choosing import Choosing
from hhcrm.ui.measure.figures import figures
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.charts.panel import ChartPanel, PickTarget, pick_target
from hhcrm.ui.shared.charts.studio import PAUSE_MS, ChartStudio
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.empty import EmptyPlace
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.memory import Memory, ShortMemory
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.panel import Panel, PlaceHead
from hhcrm.ui.shared.text import is_look_change

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter
    from hhcrm.queries.bound import Questions

_WIDE = 860
_KEPT = "measure.choice"


@dataclass(frozen=True, slots=True)
class MeasureKit:
    """Given by the program: the painter of charts, what is remembered, how a file is chosen."""

    painter: Painter
    memory: Memory = field(default_factory=ShortMemory)
    pick: PickTarget = pick_target


class MeasurePlace(QWidget):
    """Cards at the head, charts below. Each question is asked apart: what is counted fast waits for nothing else."""

    def __init__(self, desk: Desk, frame: Frame, kit: MeasureKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("place_measure")
        self.setAccessibleName(translate("measure", "Measure"))
        self._desk = desk
        self._frame = frame
        self._kit = kit
        self._asked = 0
        self._heads: list[Headline | None] = [None, None]
        self._heads_due = 0
        self._charts_due = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        self.studio = ChartStudio(desk, kit.painter, self)
        self.choosing = Choosing(desk.today())
        self.choosing.restore(kit.memory.get(_KEPT, {}))
        self.cards = Cards()
        self.panels: dict[str, ChartPanel] = {}
        self._columns = 0
        self._put_together()
        self.choosing.changed.connect(self._on_chosen)
        self.choosing.days_asked.connect(self._ask_days)

    # What the frame asks

    def refresh(self) -> None:
        """Ask again; what is shown stays until the answers are there."""
        self.choosing.say_today(self._desk.today())
        self._desk.read(lambda ask: (ask.choices(), ask.agency_facts().sources), self._on_choices, owner=self)
        self._ask()

    def show_where(self, chart: str = "") -> None:
        """Go to a chart by its name."""
        panel = self.panels.get(chart)
        if panel is not None:
            self._area.ensureWidgetVisible(panel)
            panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Asking

    def _ask(self) -> None:
        self._asked += 1
        asked, other = self.choosing.asked(), self.choosing.held_against()
        self.head.say(f"{translate('measure', 'Is it working?')}   {self.choosing.period_said()}")

        self._heads = [None, None]
        self._heads_due, self._charts_due = 1 if other is None else 2, True
        self._read_head(0, asked)
        if other is not None:
            self._read_head(1, other)

    def _read_head(self, place: int, asked: MeasureFilter) -> None:
        mine = self._asked

        def ended() -> None:
            if mine == self._asked:
                self._heads_due -= 1
                self._ask_charts()

        def done(found: Headline) -> None:
            if mine == self._asked:
                self._show_head(place, found)
            ended()

        def failed(error: Exception) -> None:
            self._desk.faulted.emit(error)
            ended()

        self._desk.read(lambda ask: ask.headline(asked), done, failed, owner=self)

    def _ask_charts(self) -> None:
        """The charts follow the figures, and only where somebody sees them: they take much longer to count."""
        if self._charts_due and not self._heads_due and self.isVisible():
            self._pause.start()

    def _on_pause(self) -> None:
        if not self._charts_due or self._heads_due or not self.isVisible():  # something else was asked meanwhile
            return
        self._charts_due = False
        asked = self.choosing.asked()
        self._follow(lambda ask: ask.measured_referrals(asked), self._show_referrals)
        self._follow(lambda ask: ask.measured_effort(asked), self._show_effort)
        self._follow(lambda ask: ask.measured_rhythm(asked), self._show_rhythm)

    def _follow(self, question: Callable[[Questions], Any], show: Callable[[Any], None]) -> None:
        """Ask, and show the answer unless something else was asked meanwhile."""
        mine = self._asked

        def done(answer: Any) -> None:
            if mine == self._asked:
                show(answer)

        self._desk.read(question, done, owner=self, follows=True)

    def _on_choices(self, found: tuple[Choices, int]) -> None:
        choices, sources = found
        self.choosing.offer(choices)
        self.empty_panel.setVisible(sources == 0)
        self._area.setVisible(sources > 0)
        for button in (self.loops_button, self.export_button):
            button.setEnabled(sources > 0)

    def _show_head(self, place: int, found: Headline) -> None:
        """The figures do not wait for what they are held against."""
        self._heads[place] = found
        now, before = self._heads
        if now is not None:
            self.cards.show_figures(figures(now, before))

    def _show_referrals(self, found: MeasuredReferrals) -> None:
        self._show(referrals.by_source(found))
        self._show(referrals.by_month(found))
        self._show(referrals.by_type(found))
        self._show(referrals.conversion(found))

    def _show_effort(self, found: MeasuredEffort) -> None:
        self._show(effort.visits_beside_referrals(found))

    def _show_rhythm(self, found: MeasuredRhythm) -> None:
        self._show(rhythm.rhythm_kept(found))

    def _show(self, chart: Chart) -> None:
        self.panels[chart.name].show_chart(chart)

    # What the person does

    def _on_chosen(self) -> None:
        try:
            self._kit.memory.set(_KEPT, self.choosing.kept())
        except KnownFault as fault:  # the choice holds all the same
            self._frame.fault(fault)
        self._ask()

    def _ask_days(self) -> None:
        from hhcrm.ui.shared.days_dialog import DaysDialog  # late, as the other dialog: seldom seen

        period = self.choosing.period
        dialog = DaysDialog(period.start, period.end, self._desk.today(), self)
        dialog.chosen.connect(self.choosing.choose_days)
        dialog.rejected.connect(self.choosing.let_days_be)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_opened(self, behind: Behind) -> None:
        if isinstance(behind, ReferralFilter):
            self._frame.go("referrals", filter=behind)
            return
        from hhcrm.ui.measure.behind import BehindDialog

        dialog = BehindDialog(self._desk, self._frame, behind, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_loops(self) -> None:
        """Were sources told in time, in the period that is shown?"""
        from hhcrm.ui.measure.loops import LoopsDialog

        dialog = LoopsDialog(self._desk, self._frame, self.choosing.asked(), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _export(self) -> None:
        self.export_menu().popup(self.export_button.mapToGlobal(QPoint(0, self.export_button.height() + 2)))

    def export_menu(self) -> QMenu:
        """All charts at once, as a file or on paper."""
        menu = QMenu(self)
        menu.setObjectName("measure_export_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translate("measure", "All charts as PDF…"), self.save_all).setObjectName("measure_export_pdf")
        menu.addAction(translate("measure", "Print all charts…"), self._print_all).setObjectName("measure_export_print")
        return menu

    def charts(self) -> list[Chart]:
        """All charts that are there by now."""
        return [panel.chart for panel in self.panels.values() if panel.chart is not None]

    def save_all(self) -> None:
        """Write all charts as one PDF."""
        offered = f"{translate('measure', 'Measure')} {self.choosing.period_said()}.pdf"
        picked = self._kit.pick(self, offered, "PDF (*.pdf)")
        if not picked:
            return
        path = Path(picked)
        path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        words = translate("measure", "Saved as {name}").format(name=path.name)
        charts, painter = self.charts(), self._kit.painter
        self._desk.read(
            lambda _questions: painter.save_pages(charts, path),
            lambda _nothing: self._frame.toast(words),
            self._frame.fault,
            owner=self,
        )

    def _print_all(self) -> None:
        from hhcrm.ui.shared.charts.paper import print_charts  # late: seldom wanted

        print_charts(self, self.studio, self.charts(), self._frame)

    # Making

    def _put_together(self) -> None:
        self.head = PlaceHead(translate("measure", "Measure"), translate("measure", "Is it working?"))
        self.loops_button = Button(translate("measure", "Loops on time…"), size="small", name="measure_loops")
        self.loops_button.setToolTip(translate("measure", "Told in time by step, liaison and source"))
        self.loops_button.clicked.connect(self.open_loops)
        self.head.add(self.loops_button)
        self.export_button = Button(translate("measure", "Export"), size="small", name="measure_export")
        self.export_button.setToolTip(translate("measure", "Save or print all charts"))
        self.export_button.clicked.connect(self._export)
        self.head.add(self.export_button)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(scaled(24), scaled(18), scaled(24), scaled(20))
        self._outer.setSpacing(scaled(14))
        self._outer.addWidget(self._scrolled(), 1)
        self._outer.addWidget(self._made_empty(), 1)
        for key, title in _panel_titles():
            panel = ChartPanel(self.studio, self._frame, f"measure_{key.replace('-', '_')}", title, self._kit.pick)
            panel.opened.connect(self._on_opened)
            self.panels[key] = panel
        self._arrange()
        self._quiet_bar()

    def _scrolled(self) -> QWidget:
        self._grid = QGridLayout()
        self._grid.setSpacing(scaled(16))
        inside = QWidget()
        self._inner = QVBoxLayout(inside)
        self._inner.setContentsMargins(0, 0, scaled(4), 0)
        self._inner.setSpacing(scaled(14))
        self._inner.addWidget(self.cards)
        self._inner.addLayout(self._grid, 1)
        self._area = _Area()
        self._area.setObjectName("measure_scroll")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        return self._area

    def _made_empty(self) -> Panel:
        record = Button(translate("measure", "Record a referral"), "primary", name="measure_record_referral")
        record.clicked.connect(lambda: self._frame.new_referral())
        go = Button(translate("measure", "Go to Sources"), name="measure_go_sources")
        go.clicked.connect(lambda: self._frame.go("sources"))
        sentence = translate("measure", "Measure shows whether your way of working works, once there are sources.")
        self.empty = EmptyPlace(translate("measure", "Nothing to measure yet"), sentence, go, record)
        self.empty_panel = Panel()
        self.empty_panel.setObjectName("measure_empty")
        self.empty_panel.body.addWidget(self.empty)
        self.empty_panel.hide()
        return self.empty_panel

    def _arrange(self) -> None:
        """Two charts beside each other under a head that stays; where room is short one, and all of it scrolls."""
        columns = 2 if self.width() >= scaled(_WIDE) else 1
        if columns == self._columns:
            return
        self._columns = columns
        above = self._outer if columns == 2 else self._inner
        above.insertWidget(0, self.head)
        above.insertWidget(1, self.choosing)
        for place, panel in enumerate(self.panels.values()):
            self._grid.addWidget(panel, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _quiet_bar(self) -> None:
        """The scroll bar stands on the page here, not on a white panel."""
        bar = self._area.verticalScrollBar()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, QColor(Colors.of(self).page))
        if bar.palette().color(QPalette.ColorRole.Base) != palette.color(QPalette.ColorRole.Base):
            bar.setPalette(palette)

    # Qt's side

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here can choose the period at once."""
        super().focusInEvent(event)
        self.choosing.period_chip.setFocus(Qt.FocusReason.OtherFocusReason)

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
        if is_look_change(event) and self._columns:
            self._arrange()
            self._quiet_bar()


class _Area(QScrollArea):
    """Takes what room there is: it asks for little, as it scrolls anyway."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(300), scaled(160))


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
