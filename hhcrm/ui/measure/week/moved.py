"""What moved in a week as a table: each figure beside the week before and the usual one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.queries.week_figure_words import MovedRow
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.delegates import row_height
from hhcrm.ui.shared.table import TableView
from hhcrm.ui.shared.table_model import WindowedTableModel
from hhcrm.ui.shared.text import is_look_change

RUNNING = "running"


class _Rows:
    """The rows, already here: the model wants its answer later, never from inside its own question."""

    def __init__(self) -> None:
        self.lines: tuple[MovedRow, ...] = ()
        self.model: WindowedTableModel[MovedRow] = WindowedTableModel(_columns(), self._fetch, self._place_of)

    def _fetch(self, offset: int, limit: int, token: int) -> None:
        QTimer.singleShot(0, self.model, partial(self._answer, offset, limit, token))

    def _answer(self, offset: int, limit: int, token: int) -> None:
        self.model.take(token, offset, self.lines[offset : offset + limit], len(self.lines))

    def _place_of(self, line: MovedRow) -> int:
        return next((place for place, each in enumerate(self.lines) if each.key == line.key), -1)


class MovedTable(TableView[MovedRow]):
    """As high as its rows; Enter or a double click opens what a figure rests on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rows = _Rows()
        super().__init__(self._rows.model, "measure_week_moved", translate("week", "What moved"), parent)
        self._rows.model.setParent(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(lambda _least, _most: self._fit())
        self._fit()

    @property
    def rows(self) -> Sequence[MovedRow]:
        """What is shown."""
        return self._rows.lines

    def show_rows(self, rows: Sequence[MovedRow]) -> None:
        """Show these."""
        self._rows.lines = tuple(rows)
        keys = [column.key for column in self._rows.model.columns]
        self.setColumnHidden(keys.index(RUNNING), not any(row.running for row in rows))
        self._lay_out()
        self.setAccessibleDescription(". ".join(row.spoken for row in rows))
        self._rows.model.ask_again()
        self._fit()

    def _fit(self) -> None:
        rows, across = max(len(self._rows.lines), 1), self.horizontalScrollBar()
        bar = across.sizeHint().height() if across.maximum() > 0 else 0  # it must not lie over the last row
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows * row_height() + bar + 2 * self.frameWidth())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_rows"):
            self._fit()


def _columns() -> list[Column[MovedRow]]:
    def tag(row: MovedRow) -> str:
        return "" if row.tone == "muted" else row.tone

    return [
        Column("figure", translate("week", "Figure"), 190, lambda row: row.title, kind="strong", fills=True),
        Column("now", translate("week", "The week"), 176, lambda row: row.now, second=lambda row: row.of),
        Column("change", translate("week", "Changed by"), 106, lambda row: row.change, tag=tag),
        Column("before", translate("week", "Week before"), 124, lambda row: row.before, align="right"),
        Column("usual", translate("week", "Usual week"), 124, lambda row: row.usual, align="right"),
        Column(RUNNING, translate("week", "So far this week"), 170, lambda row: row.running, align="right"),
    ]
