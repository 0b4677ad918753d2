"""A chart in its panel: head, chart or table, period, and the ways out of it: files and paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from hhcrm.charts.chart import Chart, NumbersBehind, WeekBehind
from hhcrm.charts.showing import showing
from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.charts.legend import Legend
from hhcrm.ui.shared.charts.studio import ChartStudio
from hhcrm.ui.shared.charts.table import ChartTable
from hhcrm.ui.shared.charts.view import ChartView
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.panel import Elided, Panel
from hhcrm.ui.shared.text import Text

PickTarget = Callable[[QWidget, str, str], str]
"""Ask where to save: over whom, the name offered, the kinds of files; "" when the person thinks better of it."""


def pick_target(parent: QWidget, offered: str, kinds: str) -> str:
    """Ask with the desktop's own dialog."""
    path, _ = QFileDialog.getSaveFileName(parent, translate("charts", "Save as"), offered, kinds)
    return path


class ChartPanel(Panel):
    """One chart with its title, its numbers as a table, and its files. `name` begins the names of its parts."""

    opened = Signal(object)
    """What stands behind a mark."""

    def __init__(
        self,
        studio: ChartStudio,
        frame: Frame,
        name: str,
        title: str,
        pick: PickTarget = pick_target,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.setObjectName(name)
        self._studio = studio
        self._frame = frame
        self._pick = pick
        self._whole: Chart | None = None
        self._chart: Chart | None = None
        self._table: ChartTable | None = None
        self.title = Elided(title, "section")
        self.beside = Elided("", "small", "muted")
        self.period = Elided("", "small", "muted")
        self.as_of = Text("", "small", "due")
        self.as_of.hide()
        self.view = ChartView(studio, f"{name}_chart", legend=False)
        self.view.setAccessibleName(title)
        self.view.opened.connect(self._on_mark)
        self.legend = Legend(f"{name}_legend")
        self.legend.changed.connect(self._show_left)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._put_together(name)

    @property
    def chart(self) -> Chart | None:
        """What is shown: without the parts that the legend hides."""
        return self._chart

    @property
    def table(self) -> ChartTable | None:
        """The table, once it was wanted."""
        return self._table

    def show_chart(self, chart: Chart, as_of: str = "") -> None:
        """Show a chart; `as_of` says from when it is where it is not of now."""
        self._whole = chart
        self.as_of.setText(as_of)
        self.as_of.setVisible(bool(as_of))
        self.legend.show_parts(chart)
        self._order()
        self.explain.setVisible(bool(chart.measures or chart.about))
        self._show_left()

    def _order(self) -> None:
        """Tab follows the eye: chart or table, the legend's keys, what is below. What was made last would come last."""
        shown: list[QWidget] = [self.view, *([] if self._table is None else [self._table])]
        keys = [key for key in self.legend.keys if key.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for before, after in pairwise([*shown, *keys, self.as_table]):
            QWidget.setTabOrder(before, after)

    def _show_left(self) -> None:
        if self._whole is None:
            return
        self._chart = chart = showing(self._whole, self.legend.hidden)
        self.title.say(chart.title)
        self.beside.say(chart.beside)
        self.period.say(chart.period)
        self.view.show_chart(chart)
        self._stack.setMinimumHeight(self.view.minimumSizeHint().height())
        if self._table is not None:
            self._show_table(chart)
        for button in self.ways:
            button.setEnabled(True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._chart is not None and self._chart.panels:
            self._stack.setMinimumHeight(self.view.minimumSizeHint().height())

    # Making

    def _put_together(self, name: str) -> None:
        head, foot = QWidget(), QWidget()
        above = FlowLayout(head, scaled(10))
        for words in (self.title, self.beside, self.period, self.as_of):
            above.addWidget(words)
        self.as_table = self._way(name, "table", translate("charts", "Show as table"), self._on_table)
        self.as_table.setCheckable(True)
        self.explain = self._way(name, "what", translate("charts", "What is this?"), self._on_what)
        self.explain.hide()
        self.ways = [
            self.as_table,
            self.explain,
            self._way(name, "png", "PNG", partial(self._save, "png"), translate("charts", "Save as a picture")),
            self._way(name, "svg", "SVG", partial(self._save, "svg"), translate("charts", "Save as a drawing")),
            self._way(name, "pdf", "PDF", partial(self._save, "pdf"), translate("charts", "Save as a page")),
            self._way(name, "csv", "CSV", partial(self._save, "csv"), translate("charts", "Save the numbers")),
            self._way(name, "print", translate("charts", "Print"), self._print),
        ]
        below = FlowLayout(foot, scaled(2))
        for button in self.ways:
            below.addWidget(button)
        self.body.addWidget(head)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.legend)
        self.body.addWidget(foot)

    def _way(self, name: str, key: str, words: str, pressed: Callable[[], object], tip: str = "") -> Button:
        button = Button(words, "bare", size="small", name=f"{name}_{key}")
        button.setToolTip(tip)
        button.setAccessibleName(f"{tip or words}: {self.title.text()}")
        button.setEnabled(False)
        button.clicked.connect(lambda: pressed())
        return button

    # What the person does

    def _on_table(self) -> None:
        if self._chart is None:
            return
        self._show_table(self._chart)
        shown = self.as_table.isChecked()
        if shown and self._table is not None:
            self._stack.setCurrentWidget(self._table)
        else:
            self._stack.setCurrentWidget(self.view)
        self.as_table.setText(translate("charts", "Show as chart") if shown else translate("charts", "Show as table"))
        self.as_table.setAccessibleName(f"{self.as_table.text()}: {self.title.text()}")
        self.as_table.updateGeometry()

    def _show_table(self, chart: Chart) -> None:
        """With other columns it is another table."""
        if self._table is not None and self._table.columns == chart.columns:
            self._table.show_chart(chart)
            return
        before, self._table = self._table, ChartTable(chart, f"{self.objectName()}_numbers")
        self._stack.addWidget(self._table)
        self._order()
        if before is not None:
            if self._stack.currentWidget() is before:
                self._stack.setCurrentWidget(self._table)
            self._stack.removeWidget(before)
            before.deleteLater()

    def _on_mark(self, behind: object) -> None:
        """What is computed has its numbers behind it; a week is the calendar's; all else is shown by whoever knows."""
        if isinstance(behind, NumbersBehind):
            if not self.as_table.isChecked():
                self.as_table.click()
        elif isinstance(behind, WeekBehind):
            self._frame.go("calendar", day=behind.monday)
        else:
            self.opened.emit(behind)

    def _on_what(self) -> None:
        from hhcrm.ui.shared.charts.what import WhatDialog  # late: seldom wanted

        chart = self._whole
        if chart is None:
            return
        dialog = WhatDialog(
            self._studio.desk, chart.title, chart.measures, self, attributed=chart.attributed, about=chart.about
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, form: str) -> None:
        chart = self._chart
        if chart is None:
            return
        offered = f"{chart.title} {chart.period}.{form}"
        picked = self._pick(self, offered, f"{form.upper()} (*.{form})")
        if not picked:
            return
        path = Path(picked)
        if path.suffix.lower() != f".{form}":
            path = path.with_name(f"{path.name}.{form}")
        painter = self._studio.painter
        work = partial(_write_numbers, chart, path) if form == "csv" else partial(painter.save, chart, path)
        self._studio.desk.read(
            lambda _questions: work(), lambda _count: self._on_saved(path), self._frame.fault, owner=self
        )

    def _on_saved(self, path: Path) -> None:
        self._frame.toast(translate("charts", "Saved as {name}").format(name=path.name))

    def _print(self) -> None:
        from hhcrm.ui.shared.charts.paper import print_charts  # late: seldom wanted

        if self._chart is not None:
            print_charts(self, self._studio, [self._chart], self._frame)


def _write_numbers(chart: Chart, path: Path) -> int:
    from hhcrm.exchange.writer import write_csv  # late: seldom wanted

    return write_csv(path, [column.key for column in chart.columns], chart.lines)
