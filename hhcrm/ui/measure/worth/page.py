"""The page Worth: the board, who is called out, and the lists to grow, keep, thank and rethink."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from hhcrm.charts.chart import Chart
from hhcrm.charts.quadrants import QuadrantChart
from hhcrm.charts.worth_board import Effort, sent_by, worth_chart
from hhcrm.compat import override
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.worth_models import WorthAsk, WorthBoard, WorthLine
from hhcrm.ui.measure.choosing import Choice
from hhcrm.ui.measure.pages import MeasurePage, PageKit
from hhcrm.ui.measure.worth.groups import GUESSED, NONE, GroupPanel, lists_of
from hhcrm.ui.measure.worth.lines import LineTable, called_columns, why_words
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.charts.panel import ChartPanel
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.text import Text, is_look_change

_WIDE = 1000
_KEPT = "measure.worth"
_MOST_ROWS, _MOST_WHY = 8, 6
_MOST_KEPT = 1000
"""Of more sources the answer is asked anew rather than kept in a file."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A board with all that is shown of it."""

    board: WorthBoard
    chart: QuadrantChart
    lists: Mapping[str, tuple[WorthLine, ...]]
    called: tuple[WorthLine, ...]


class WorthPage(MeasurePage):
    """The board is asked as a whole; what is called out, the lists and their figures are parts of the one answer."""

    heeds = frozenset(Choice) - {Choice.AGAINST}

    def __init__(self, kit: PageKit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "worth", translate("worth", "Worth"), parent)
        self.context = FormContext(kit.desk, kit.frame, kit.drafts)
        self.board: WorthBoard | None = None
        self._shown_once = False
        self.rolled = Segmented(
            (("rolled", "R", translate("worth", "Rolled up")), ("each", "E", translate("worth", "Each source"))),
            "measure_worth_rolled", translate("worth", "Sources with their parts as one, or each for itself"),
            show_keys=False,
        )  # fmt: skip
        self.effort = Segmented(
            (("visits", "V", translate("worth", "Visits")), ("minutes", "M", translate("worth", "Minutes"))),
            "measure_worth_effort", translate("worth", "What the size of a point stands for"),
            show_keys=False,
        )  # fmt: skip
        self.top = Button(translate("worth", "Top 100…"), size="small", name="measure_worth_top")
        self.top.setToolTip(translate("worth", "The sources of which most may be expected, as a list to share"))
        self.panel = ChartPanel(
            kit.studio, kit.frame, "measure_worth", translate("worth", "Worth board"), kit.pick
        )  # fmt: skip
        self.called = LineTable(called_columns(), "measure_worth_called", translate("worth", "Called out"))
        self.called_words = Text("", "small", "muted", wrap=True)
        self.why = Text("", "body", wrap=True)
        self.why.setObjectName("measure_worth_why")
        self.unknown = Button("", size="small", name="measure_worth_unknown")
        self.groups = GroupPanel(kit, self.context, self.open_rows)
        self._put_together()
        self._connect()

    # What the place asks

    @override
    def ask(self) -> None:
        self.begin()
        if not self._shown_once:
            self.show_last("worth", WorthBoard, self._show_known)
        wanted, effort = self.wanted(), self._effort()
        self.read(lambda ask: _answer(ask.worth_board(wanted), effort), self._take)

    @override
    def charts(self) -> list[Chart]:
        return [] if self.panel.chart is None else [self.panel.chart]

    @override
    def show_where(self, **where: object) -> None:
        """Put the keyboard into the chart, or into the list of the key `group`."""
        group = str(where.get("group", ""))
        if group:
            self.groups.choose(group)
            self.groups.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.panel.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted(self) -> WorthAsk:
        """What is asked for."""
        return WorthAsk(self.kit.choosing.asked(), self.rolled.value != "each")

    # Showing

    def _take(self, answer: Answer) -> None:
        self._shown_once = True
        self.as_of_changed.emit("")
        self._show(answer)
        if len(answer.board.lines) <= _MOST_KEPT:
            self.keep_last("worth", answer.board)

    def _show_known(self, board: WorthBoard, as_of: str) -> None:
        """What was there last, where nothing fresher has come and it is of the same choice."""
        if self.board is None and board.ask == self.wanted():
            self.as_of_changed.emit(as_of)
            self._show(_answer(board, self._effort()), as_of)

    def _show(self, answer: Answer, as_of: str = "") -> None:
        self.board = board = answer.board
        self.panel.show_chart(answer.chart, as_of)
        called = answer.called
        self.called.show_lines(called)
        self.called.setVisible(bool(called))
        self.called.setFixedHeight(scaled(38 + 33 * min(len(called), _MOST_ROWS)))
        self.why.setText("\n".join(why_words(line) for line in called[:_MOST_WHY]))
        self._say_called(board, len(called))
        self.groups.show_board(board, answer.lists)
        self._say_unknown(len(answer.lists[NONE]), len(answer.lists[GUESSED]))

    def _say_called(self, board: WorthBoard, count: int) -> None:
        rules = board.rules
        nobody = translate(
            "worth",
            "Nobody: no source is visited {many} times or more in 12 months that cannot send much, and none with "
            "{providers} providers or more is visited {few} times or less.",
        )
        some = translate("worth", "Visits and referrals of 12 months. Settings > Rules says what is much and few.")
        said = some if count else nobody
        self.called_words.setText(
            said.format(many=rules.favourite_visits, providers=rules.quiet_providers, few=rules.quiet_visits)
        )

    def _say_unknown(self, without: int, guesses: int) -> None:
        """How many have no potential, and the way to enter them."""
        words = (
            translate("worth", "{count} source has no potential yet")
            if without == 1
            else translate("worth", "{count} sources have no potential yet")
        )
        guessed = translate("worth", "{count} rest on our guess").format(count=f"{guesses:,}")
        said = words.format(count=f"{without:,}") if without else guessed
        self.unknown.setText(said)
        self.unknown.setVisible(bool(without or guesses))

    # What the person does

    def open_rows(self, line: WorthLine) -> None:
        """The referrals that a source's share is made of; without any the source itself."""
        if self.board is None:
            return
        if line.sent:
            self.kit.open_behind(sent_by(self.board, line))
        else:
            self.kit.frame.go("sources", source_id=line.source_id)

    def _on_point(self, behind: object) -> None:
        """A point's referrals; its source is chosen in the lists."""
        if not isinstance(behind, ReferralFilter) or self.board is None:
            self.kit.open_behind(behind)
            return
        line = next((one for one in self.board.lines if one.source_id == behind.source_ids[0]), None)
        if line is not None:
            self.groups.show_line(line)
            self.open_rows(line)

    def _on_chosen(self, _value: str) -> None:
        kept = {"rolled": self.rolled.value, "effort": self.effort.value}
        try:
            self.kit.memory.set(_KEPT, kept)
        except KnownFault as fault:  # the choice holds all the same
            self.kit.frame.fault(fault)
        self.ask()

    def _on_unknown(self) -> None:
        if self.board is not None:
            self.groups.choose(NONE if self.board.without else GUESSED)
            self.groups.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_top(self) -> None:
        """The list to share."""
        if self.board is None:
            return
        from hhcrm.ui.measure.worth.top import TopDialog  # late: seldom wanted

        dialog = TopDialog(self.kit, self.context, self.board, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_source(self, source_id: int) -> None:
        self.kit.frame.go("sources", source_id=source_id)

    def _effort(self) -> Effort:
        return "minutes" if self.effort.value == "minutes" else "visits"

    # Making

    def _put_together(self) -> None:
        head = QWidget()
        row = FlowLayout(head, scaled(10))
        for widget in (self.rolled, self.effort, self.unknown, self.top):
            row.addWidget(widget)
        self.unknown.hide()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(scaled(16))
        self._beside.addWidget(self.panel, 11)
        self._beside.addWidget(self._called_panel(), 9)
        self.body.addWidget(head)
        self.body.addLayout(self._beside)
        self.body.addWidget(self.groups, 1)

    def _called_panel(self) -> Panel:
        panel = Panel()
        panel.setObjectName("measure_worth_called_panel")
        panel.body.addWidget(Text(translate("worth", "Called out"), "section"))
        panel.body.addWidget(self.called_words)
        panel.body.addWidget(self.called)
        panel.body.addWidget(self.why)
        panel.body.addStretch()
        return panel

    def _connect(self) -> None:
        kept: dict[str, str] = self.kit.memory.get(_KEPT, {})
        self.rolled.set_value("each" if kept.get("rolled") == "each" else "rolled")
        self.effort.set_value("minutes" if kept.get("effort") == "minutes" else "visits")
        self.rolled.picked.connect(self._on_chosen)
        self.effort.picked.connect(self._on_chosen)
        self.unknown.clicked.connect(self._on_unknown)
        self.top.clicked.connect(self.open_top)
        self.panel.opened.connect(self._on_point)
        self.called.opened.connect(self._open_source)
        self.called.current_changed.connect(self._on_called)
        shortcut = QShortcut(QKeySequence("P"), self.called)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(partial(self.groups.set_potential_of, self.called.current_line))

    def _on_called(self, _source_id: object) -> None:
        line = self.called.current_line()
        if line is not None and self.called.hasFocus():
            self.groups.show_line(line)

    # Qt's side

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_beside"):
            self._arrange()

    def _arrange(self) -> None:
        """Who is called out stands beside the board; where room is short below it."""
        wide = self.width() >= scaled(_WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._beside.direction() is not way:
            self._beside.setDirection(way)


def _answer(board: WorthBoard, effort: Effort) -> Answer:
    """The board with its chart and its lists, all made on the worker."""
    return Answer(board, worth_chart(board, effort), lists_of(board), board.called_out)
