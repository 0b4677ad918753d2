"""The panel of a planned week: what is being done, the list of the proposal, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hhcrm.domain.wording import translate
from hhcrm.jobs.progress import Report
from hhcrm.ui.calendar import days
from hhcrm.ui.calendar.plan_list import PlanList
from hhcrm.ui.calendar.plan_rows import PlanRow, note_words, plan_rows, summary_words
from hhcrm.ui.calendar.proposal import Proposal
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.long_work import WorkBar
from hhcrm.ui.shared.panel import Panel
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.text import Text

_NOTES = 3
"""So many notes are shown; the tooltip has all."""


class PlanPanel(Panel):
    """Says what the person wants through its signals; it changes nothing by itself."""

    week_wanted = Signal(str)
    """this or next."""

    acted = Signal(str, object)
    """pin, drop, replace, source or show: for a row."""

    solve_wanted = Signal()
    accept_wanted = Signal()
    discard_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margin=14, spacing=8, parent=parent)
        self.setObjectName("calendar_plan_panel")
        self.setAccessibleName(translate("calendar", "Plan my week"))
        self.title = Text(translate("calendar", "Plan my week"), "section")
        self.week = Segmented(
            (
                ("this", "this", translate("calendar", "This week")),
                ("next", "next", translate("calendar", "Next week")),
            ),
            "calendar_plan_week",
            translate("calendar", "Which week"),
            show_keys=False,
        )
        self.work = WorkBar("calendar_plan_work", translate("calendar", "Stop"))
        self.work.hide()
        self.fault = Text("", "small", "overdue", wrap=True)
        self.fault.setObjectName("calendar_plan_fault")
        self.fault.hide()
        self.summary = Text("", "strong", wrap=True)
        self.summary.setObjectName("calendar_plan_summary")
        self.notes = Text("", "small", "muted", wrap=True)
        self.notes.setObjectName("calendar_plan_notes")
        self.list = PlanList()
        self.pin = self._button(translate("calendar", "Pin"), "map-pin", "pin", "P")
        self.drop = self._button(translate("calendar", "Drop"), "x", "drop", "Del")
        self.swap = self._button(translate("calendar", "Replace…"), "repeat", "replace", "R")
        self.again = Button(translate("calendar", "Solve again"), icon="refresh-cw", name="calendar_plan_again")
        self.away = Button(translate("calendar", "Discard"), name="calendar_plan_discard")
        self.accept = Button(translate("calendar", "Accept"), "primary", name="calendar_plan_accept")
        self._put_together()
        self._connect()
        self._on_chosen(None)

    # What is shown

    def show_proposal(self, proposal: Proposal) -> None:
        """Show a proposal."""
        self.summary.setText(summary_words(proposal))
        notes = note_words(proposal)
        self.notes.setText("\n".join(notes[:_NOTES]))
        self.notes.setToolTip("\n".join(notes))
        self.list.show_rows(plan_rows(proposal))
        self.accept.setEnabled(bool(proposal.stops) and not proposal.overlaps())
        self._say_what_there_is(True)

    def show_nothing(self) -> None:
        """Nothing is proposed yet."""
        self.summary.setText("")
        self.notes.setText("")
        self.notes.setToolTip("")
        self.list.show_rows(())
        self._say_what_there_is(False)

    def show_week(self, monday: date, today: date) -> None:
        """Which week is planned."""
        self.week.set_value("this" if monday <= today else "next")
        words = translate("calendar", "Plan my week: {week}")
        self.setAccessibleName(words.format(week=days.week_words(monday, today)))

    def say_fault(self, words: str) -> None:
        """Why it cannot be done, "" for nothing."""
        self.fault.setText(words)
        self.fault.setVisible(bool(words))

    def say_progress(self, report: Report) -> None:
        """How far the search is, in hundredths."""
        self.work.show_report(report)
        if report.total:
            self.work.far.setText(translate("calendar", "{share} %").format(share=100 * report.done // report.total))

    def set_working(self, working: bool) -> None:
        """While something is under way the rest waits, apart from Stop and Discard."""
        self.work.setVisible(working)
        self.again.setEnabled(not working)
        self.accept.setEnabled(not working and self.accept.isEnabled())

    # Inside

    def _say_what_there_is(self, something: bool) -> None:
        for widget in (self.summary, self.notes, self.list, self.pin, self.drop, self.swap, self.accept):
            widget.setVisible(something)

    def _button(self, words: str, icon: str, name: str, key: str) -> Button:
        button = Button(words, icon=icon, size="small", name=f"calendar_plan_{name}")
        button.setToolTip(f"{words.rstrip('…')} ({key})")
        button.clicked.connect(lambda: self._act(name))
        return button

    def _act(self, name: str) -> None:
        row = self.list.row_in_hand()
        if row is not None and row.source_id is not None:
            self.acted.emit(name, row)

    def _on_chosen(self, row: PlanRow | None) -> None:
        stop = row is not None and row.kind == "stop" and not row.fixed
        out = row is not None and row.kind == "out"
        pinned = row is not None and row.pinned
        self.pin.setText(translate("calendar", "Unpin") if pinned else translate("calendar", "Pin"))
        self.pin.setEnabled(stop or out)
        self.drop.setEnabled(stop)
        self.swap.setEnabled(stop)

    def _connect(self) -> None:
        self.list.acted.connect(self.acted)
        self.list.chosen.connect(self._on_chosen)
        self.week.picked.connect(self.week_wanted)
        self.again.clicked.connect(self.solve_wanted)
        self.away.clicked.connect(self.discard_wanted)
        self.accept.clicked.connect(self.accept_wanted)
        self.work.cancelled.connect(self.stop_wanted)

    def _put_together(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(scaled(8))
        head.addWidget(self.title, 1)
        head.addWidget(self.week)
        self.body.addLayout(head)
        for widget in (self.work, self.fault, self.summary, self.notes):
            self.body.addWidget(widget)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(_flow((self.pin, self.drop, self.swap)))
        self.body.addWidget(_flow((self.accept, self.again, self.away)))


def _flow(widgets: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder, scaled(6))
    for widget in widgets:
        flow.addWidget(widget)
    return holder
