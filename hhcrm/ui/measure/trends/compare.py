"""The groups of a measure as a table: now, before, a year ago, and by how much each has changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal

from hhcrm.charts.compared import COMPARED_COLUMNS, Compared, compared_cells
from hhcrm.charts.readings import change_words, lacks_words, reading_words
from hhcrm.charts.words import period_of
from hhcrm.domain.measure_words import by_words
from hhcrm.domain.measures import MeasureShape
from hhcrm.domain.wording import translate
from hhcrm.exchange.writer import write_csv
from hhcrm.queries.measures.models import Reading, ReadingBehind
from hhcrm.queries.trend_models import Trend
from hhcrm.ui.measure.pages import PageKit
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.panel import Elided, Panel
from hhcrm.ui.shared.table import TableView
from hhcrm.ui.shared.table_model import WindowedTableModel
from hhcrm.ui.shared.text import Text

_VALUES: dict[str, Callable[[Compared], float | None]] = {
    "now": lambda line: line.now.value,
    "before": lambda line: None if line.before is None else line.before.value,
    "change": lambda line: line.change,
    "year": lambda line: None if line.year_ago is None else line.year_ago.value,
    "year_change": lambda line: line.year_change,
}
"""What a column is sorted by; what is not known comes last, whichever way."""

_WHOLE = ""
"""Stands for all together, where groups have their keys."""


class ComparePanel(Panel):
    """The table with its ways out. `opened` says what stands behind a line."""

    opened = Signal(object)

    def __init__(self, kit: PageKit) -> None:
        super().__init__()
        self.setObjectName("measure_trends_compare")
        self._kit = kit
        self._found: Trend | None = None
        self._lines: tuple[Compared, ...] = ()
        self._places: dict[int | str | None, int] = {}
        self._sorted_by: tuple[str, bool] | None = None
        self._in_order: list[Compared] = []
        self.title = Text(translate("trends", "Now, before and a year ago"), "section")
        self.beside = Elided("", "small", "muted")
        self.csv = Button("CSV", "bare", size="small", name="measure_trends_compare_csv")
        self.csv.setToolTip(translate("charts", "Save the numbers"))
        self.csv.setAccessibleName(f"{translate('charts', 'Save the numbers')}: {self.title.text()}")
        self.csv.setEnabled(False)
        self.csv.clicked.connect(lambda: self.save())
        model: WindowedTableModel[Compared] = WindowedTableModel(
            self._columns(), self._fetch, lambda line: self._places[line.group.key if line.group else _WHOLE]
        )
        self.table = TableView(model, "measure_trends_compare_table", self.title.text())
        model.setParent(self.table)
        self.table.opened.connect(lambda _id: self._open())
        self.table.setMinimumHeight(scaled(250))
        head = FlowLayout(None, scaled(10))
        for part in (self.title, self.beside, self.csv):
            head.addWidget(part)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)

    @property
    def lines(self) -> tuple[Compared, ...]:
        """What is shown, as it comes: the greatest change first, all together last."""
        return self._lines

    def show_lines(self, found: Trend, lines: tuple[Compared, ...]) -> None:
        """Show a measure's groups."""
        self._found, self._lines = found, lines
        self._sorted_by = None
        self._places = {line.group.key if line.group else _WHOLE: place for place, line in enumerate(lines)}
        self.beside.say(_periods(found))
        self.csv.setEnabled(True)
        for place, shown in ((2, found.before), (3, found.before), (4, found.year_ago), (5, found.year_ago)):
            self.table.setColumnHidden(place, shown is None)
        self.table.lines.ask_again()

    def save(self) -> None:
        """Write the table to a file."""
        found = self._found
        if found is None:
            return
        offered = f"{found.now.definition.title} {period_of(found.asked.asked)}.csv"
        picked = self._kit.pick(self, offered, "CSV (*.csv)")
        if not picked:
            return
        path = Path(picked)
        path = path if path.suffix.lower() == ".csv" else path.with_name(f"{path.name}.csv")
        rows = [compared_cells(line, found) for line in self._lines]
        words = translate("charts", "Saved as {name}").format(name=path.name)
        self._kit.desk.read(
            lambda _questions: write_csv(path, COMPARED_COLUMNS, rows),
            lambda _count: self._kit.frame.toast(words), self._kit.frame.fault, owner=self,
        )  # fmt: skip

    # The table

    def _fetch(self, offset: int, limit: int, token: int) -> None:
        # The model wants its answer later, never from inside its own question.
        QTimer.singleShot(0, self.table.lines, partial(self._answer, offset, limit, token))

    def _answer(self, offset: int, limit: int, token: int) -> None:
        if self._sorted_by != self.table.lines.sort_by:
            self._sorted_by, self._in_order = self.table.lines.sort_by, self._sorted()
        lines = self._in_order
        self.table.lines.take(token, offset, lines[offset : offset + limit], len(lines))

    def _sorted(self) -> list[Compared]:
        """All together stays the last line."""
        key, down = self.table.lines.sort_by
        if not key or not self._lines:
            return list(self._lines)
        *groups, whole = self._lines
        if key == "name":
            return [*sorted(groups, key=lambda line: line.name.casefold(), reverse=down), whole]
        valued = [(_VALUES[key](line), line) for line in groups]
        known = [(value, place) for place, (value, _) in enumerate(valued) if value is not None]
        known.sort(key=lambda each: each[0], reverse=down)
        unknown = [line for value, line in valued if value is None]
        return [*(groups[place] for _, place in known), *unknown, whole]

    def _columns(self) -> list[Column[Compared]]:
        def reading(of: Callable[[Compared], Reading | None]) -> tuple[Callable[[Compared], str], ...]:
            return (lambda line: self._said(of(line))), (lambda line: self._cases(of(line)))

        def column(key: str, title: str, width: int, of: Callable[[Compared], Reading | None]) -> Column[Compared]:
            words, second = reading(of)
            return Column(key, title, width, words, second=second, align="right", sort=key, sort_down_first=True)

        def change(key: str, title: str, of: Callable[[Compared], Reading | None]) -> Column[Compared]:
            return Column(
                key, title, 150, lambda line: self._changed(line, of(line)), align="right", sort=key,
                sort_down_first=True,
            )  # fmt: skip

        return [
            Column("name", translate("trends", "Group"), 140, lambda line: line.name, kind="strong", sort="name",
                   fills=True),
            column("now", translate("trends", "This period"), 150, lambda line: line.now),
            column("before", translate("trends", "The period before"), 150, lambda line: line.before),
            change("change", translate("trends", "Difference"), lambda line: line.before),
            column("year", translate("trends", "A year ago"), 150, lambda line: line.year_ago),
            change("year_change", translate("trends", "Difference in a year"), lambda line: line.year_ago),
        ]  # fmt: skip

    def _said(self, reading: Reading | None) -> str:
        found = self._found
        return "" if found is None else reading_words(reading, found.now.definition, found.fewest)

    def _cases(self, reading: Reading | None) -> str:
        """How many cases; where no value is said, why."""
        found = self._found
        if found is None or reading is None:
            return ""
        if reading.lacks or reading.value is None:
            return lacks_words(reading, found.now.definition, found.fewest)
        if found.now.definition.shape is MeasureShape.SUM and reading.value == reading.cases:
            return ""  # it says how many by itself
        return translate("charts", "n = {count}").format(count=f"{reading.cases:,}")

    def _changed(self, line: Compared, then: Reading | None) -> str:
        found = self._found
        return "" if found is None else change_words(line.now, then, found.now.definition, found.fewest)

    def _open(self) -> None:
        """The rows of this period behind a line."""
        line = self.table.lines.line(self.table.currentIndex().row())
        found = self._found
        if line is None or found is None:
            return
        by, key = (None, None) if line.group is None else (found.asked.by, line.group.key)
        self.opened.emit(ReadingBehind(found.asked.measure, found.asked.asked, by, key))


def _periods(found: Trend) -> str:
    """What is held against what: Jan 1 to Nov 23, 2026 against ..."""
    others = [each for each in (found.asked.before, found.asked.year_ago) if each is not None]
    now = period_of(found.asked.asked)
    if others:
        words = translate("trends", "{now} beside {others}")
        now = words.format(now=now, others=translate("trends", " and ").join(period_of(other) for other in others))
    title = found.now.definition.title
    if found.asked.by is not None:
        title = translate("trends", "{measure} by {by}").format(measure=title, by=by_words(found.asked.by))
    return f"{title}; {now}"
