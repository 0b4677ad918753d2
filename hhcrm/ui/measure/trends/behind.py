"""The referrals behind a length of time or a reason: a table; Enter goes to the referral."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.charts.reasons import owner_words
from hhcrm.charts.speeds import HOUR, LADDERS
from hhcrm.charts.words import period_of
from hhcrm.domain.days import say_year_day
from hhcrm.domain.wording import translate
from hhcrm.queries.measures.models import BehindLine, BehindPage
from hhcrm.queries.read_models import ReportCell
from hhcrm.queries.trend_models import ReasonsBehind, SpeedBehind
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.table import TableView
from hhcrm.ui.shared.table_model import WindowedTableModel
from hhcrm.ui.shared.text import Text, set_ground


class CasesDialog(QDialog):
    """The referrals that a mark counts."""

    def __init__(self, desk: Desk, frame: Frame, behind: SpeedBehind | ReasonsBehind, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._frame, self._behind = desk, frame, behind
        title = _title(behind)
        self.setObjectName("dialog_measure_cases")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        set_ground(self, "panel")
        model: WindowedTableModel[BehindLine] = WindowedTableModel(
            _columns(behind), self._fetch, lambda line: line.referral_id or 0
        )
        self.table = TableView(model, "measure_cases_table", title)
        model.setParent(self.table)
        self.table.opened.connect(self._on_opened)
        self.beside = Text(period_of(behind.asked), "body", "muted")
        model.total_changed.connect(self._say)
        self._put_together(title)
        around = parent.window().size()  # with large text it must not grow beyond the window
        self.resize(min(scaled(780), around.width() - scaled(32)), min(scaled(480), around.height() - scaled(32)))
        model.start_over()

    def _put_together(self, title: str) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(scaled(10))
        head.addWidget(Text(title, "title"))
        head.addWidget(self.beside, 1)
        hint = Text(translate("measure", "Enter or a double click goes to the referral."), "small", "muted")
        close = Button(translate("measure", "Close"), name="button_measure_cases_close")
        close.clicked.connect(self.reject)
        foot.addWidget(hint, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        column.setSpacing(scaled(10))
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.table.setFocus()

    def _say(self, total: int) -> None:
        words = translate("measure", "{period}, n = {count}")
        self.beside.setText(words.format(period=period_of(self._behind.asked), count=f"{total:,}"))

    def _fetch(self, offset: int, limit: int, token: int) -> None:
        behind = self._behind
        self._desk.read(
            lambda ask: ask.cases_behind(behind, offset, limit),
            partial(self._take, token, offset), self._frame.fault, owner=self,
        )  # fmt: skip

    def _take(self, token: int, offset: int, page: BehindPage) -> None:
        self.table.lines.take(token, offset, page.lines, page.total)

    def _on_opened(self, referral_id: int) -> None:
        self.accept()
        self._frame.go("referrals", referral_id=referral_id)


def _title(behind: SpeedBehind | ReasonsBehind) -> str:
    if isinstance(behind, SpeedBehind):
        return translate("trends", LADDERS[behind.measure].title)
    return translate("trends", "Not admitted: {owner}").format(owner=owner_words(behind.owner))


def _columns(behind: SpeedBehind | ReasonsBehind) -> list[Column[BehindLine]]:
    """The cells of referrals in their order (`hhcrm.queries.measures.behind`), the length of time last."""

    def cell(place: int) -> Callable[[BehindLine], str]:
        return lambda line: _said(line.cells[place])

    columns = [
        Column("referral_on", translate("trends", "Referral"), 116, cell(0)),
        Column("source", translate("measure", "Source"), 190, cell(1), kind="strong", fills=True),
        Column("liaison", translate("measure", "Liaison"), 130, cell(2)),
        Column("stage", translate("trends", "Stage"), 110, cell(3)),
        Column("soc_on", translate("measures", "Start of care"), 116, cell(4)),
    ]
    if isinstance(behind, SpeedBehind):
        words = (
            translate("charts", "{number} h")
            if LADDERS[behind.measure].unit == HOUR
            else translate("charts", "{number} min")
        )
        columns.append(
            Column(
                "took", translate("trends", "Took"), 90, lambda line: words.format(number=line.cells[5]), align="right"
            )
        )
    return columns


def _said(cell: ReportCell) -> str:
    if isinstance(cell, date):
        return say_year_day(cell)
    return "" if cell is None else str(cell)
