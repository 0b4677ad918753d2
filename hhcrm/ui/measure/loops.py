"""Were sources told in time? A table by step, liaison or source; each count opens the updates behind it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, get_args

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.charts.words import percent_words, period_of
from hhcrm.domain.loop_words import STEP_TITLES
from hhcrm.domain.wording import translate
from hhcrm.domain.words import LoopStep
from hhcrm.queries.measure_models import LoopBy, LoopsBehind, LoopShare, MeasureFilter
from hhcrm.ui.measure.behind import BehindDialog
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.in_window import fit_in_window
from hhcrm.ui.shared.table import TableView
from hhcrm.ui.shared.table_model import WindowedTableModel
from hhcrm.ui.shared.text import Text, set_ground

_FEW = 5
"""Below so many cases a share says nothing (product.md, section 4)."""


class LoopsDialog(QDialog):
    """Updates that fell due in the period of Measure and how many were told by their time."""

    def __init__(self, desk: Desk, frame: Frame, asked: MeasureFilter, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._frame, self._asked = desk, frame, asked
        title = translate("measure", "Loops on time")
        self.setObjectName("dialog_measure_loops")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        set_ground(self, "panel")
        choices = (
            ("step", translate("measure", "step")),
            ("liaison", translate("measure", "liaison")),
            ("source", translate("measure", "source")),
        )
        self.by = FilterChip(translate("measure", "By"), choices, "measure_loops_by")
        self._lines: tuple[LoopShare, ...] = ()
        model: WindowedTableModel[LoopShare] = WindowedTableModel(_columns(), self._fetch, self._place_of)
        self.table = TableView(model, "measure_loops_table", title)
        model.setParent(self.table)
        self.beside = Text(period_of(asked), "body", "muted")
        self.table.opened.connect(lambda _id: self.open_behind())
        self.by.chosen.connect(lambda _value: model.start_over())
        self._put_together(title)
        fit_in_window(self, parent, 760, 480)
        model.start_over()

    def open_behind(self) -> None:
        """The updates that the current line counts."""
        line = self.table.lines.line(self.table.currentIndex().row())
        if line is None:
            return
        dialog = BehindDialog(self._desk, self._frame, self._behind(line), self)
        dialog.accepted.connect(self.accept)  # it went to a referral
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _behind(self, line: LoopShare) -> LoopsBehind:
        if isinstance(line.key, LoopStep):
            return LoopsBehind(self._asked, step=line.key)
        if line.key is None:
            return LoopsBehind(self._asked, nobody=True)
        if self.by.value == "source":
            return LoopsBehind(replace(self._asked, source_id=line.key))
        return LoopsBehind(replace(self._asked, liaison_id=line.key))

    def _put_together(self, title: str) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(scaled(10))
        head.addWidget(Text(title, "title"))
        head.addWidget(self.beside, 1)
        head.addWidget(self.by)
        words = translate("measure", "Enter or a double click shows what is behind a line.")
        close = Button(translate("measure", "Close"), name="button_measure_loops_close")
        close.clicked.connect(self.reject)
        foot.addWidget(Text(words, "small", "muted"), 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        column.setSpacing(scaled(10))
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.table.setFocus()

    def _fetch(self, offset: int, limit: int, token: int) -> None:
        by = next(each for each in get_args(LoopBy) if each == self.by.value)
        asked = self._asked
        done = partial(self._take, token, offset, limit)
        self._desk.read(lambda ask: ask.loop_shares(asked, by), done, self._frame.fault, owner=self)

    def _take(self, token: int, offset: int, limit: int, lines: tuple[LoopShare, ...]) -> None:
        self._lines = lines
        due = sum(line.due for line in lines)
        words = translate("measure", "{period}, {count} due")
        self.beside.setText(words.format(period=period_of(self._asked), count=f"{due:,}"))
        self.table.lines.take(token, offset, lines[offset : offset + limit], len(lines))

    def _place_of(self, line: LoopShare) -> int:
        """A line is known by its place."""
        return self._lines.index(line) if line in self._lines else -1


def _columns() -> list[Column[Any]]:
    def name(line: LoopShare) -> str:
        if isinstance(line.key, LoopStep):
            return translate("loop", STEP_TITLES[line.key])
        return line.name or translate("measure", "nobody")

    def share(line: LoopShare) -> str:
        return percent_words(line.share) if line.due >= _FEW else translate("measure", "too few")

    return [
        Column("name", translate("measure", "Who or what"), 180, name, kind="strong", fills=True),
        Column("due", translate("measure", "Due"), 70, lambda line: f"{line.due:,}", align="right"),
        Column("on_time", translate("measure", "On time"), 70, lambda line: f"{line.on_time:,}", align="right"),
        Column("late", translate("measure", "Late"), 60, lambda line: f"{line.late:,}", align="right"),
        Column("not_told", translate("measure", "Not told"), 76, lambda line: f"{line.not_told:,}", align="right"),
        Column("share", translate("measure", "Share on time"), 104, share, align="right"),
    ]
