"""A dialog with the rows that a mark or a count stands for; Enter goes on from one of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.charts.words import period_of
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.in_window import fit_in_window
from hhcrm.ui.shared.table import TableView
from hhcrm.ui.shared.table_model import WindowedTableModel
from hhcrm.ui.shared.text import Text, set_ground


class RowsDialog(QDialog):
    """Title, period and number of rows over their table. Whoever derives from it gives `put_table` its columns,
    answers `_fetch` and `_place_of`, and goes on in `_go_on`."""

    table: TableView[Any]

    def __init__(self, desk: Desk, frame: Frame, asked: MeasureFilter, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._frame = frame
        self._period = period_of(asked)
        self._name = name
        self.setObjectName(f"dialog_measure_{name}")
        set_ground(self, "panel")
        self.title = Text(title, "title")
        self.beside = Text(self._period, "body", "muted")
        self.hint = Text("", "small", "muted")
        self._put_together()
        self.say_title(title)
        fit_in_window(self, parent, 840, 480)

    def say_title(self, title: str) -> None:
        """What the rows are."""
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def put_table(self, columns: list[Column[Any]], hint: str) -> None:
        """Show a table with these columns and ask for its first rows; `hint` says where a row leads."""
        model: WindowedTableModel[Any] = WindowedTableModel(columns, self._fetch, self._place_of)
        self.table = TableView(model, f"measure_{self._name}_table", self.windowTitle())
        model.setParent(self.table)
        model.total_changed.connect(self._say)
        self.table.opened.connect(self._on_opened)
        self.hint.setText(hint)
        self._column.insertWidget(1, self.table, 1)
        self.table.setFocus()
        model.start_over()

    def _fetch(self, offset: int, limit: int, token: int) -> None:
        """Each kind asks for its own rows. (A widget's class cannot be an abstract one beside Qt's.)"""
        raise NotImplementedError

    def _place_of(self, line: Any) -> int:
        """Each kind knows which row of its own a line is."""
        raise NotImplementedError

    def _go_on(self, line: Any) -> None:
        """Where a row leads; the dialog is closed by then."""
        raise NotImplementedError

    def _put_together(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(scaled(10))
        head.addWidget(self.title)
        head.addWidget(self.beside, 1)
        close = Button(translate("measure", "Close"), name="button_measure_behind_close")
        close.clicked.connect(self.reject)
        foot.addWidget(self.hint, 1)
        foot.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        self._column.setSpacing(scaled(10))
        self._column.addLayout(head)
        self._column.addLayout(foot)

    def _say(self, total: int) -> None:
        words = translate("measure", "{period}, n = {count}")
        self.beside.setText(words.format(period=self._period, count=f"{total:,}"))

    def _on_opened(self, _line_id: int) -> None:
        line = self.table.lines.line(self.table.currentIndex().row())
        if line is not None:
            self.accept()
            self._go_on(line)
