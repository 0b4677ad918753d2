"""Capacity: whether the visits that the rhythm asks for fit into the next 12 weeks, and what to change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.charts.capacity import capacity_weeks
from hhcrm.domain.errors import Conflict
from hhcrm.domain.wording import translate
from hhcrm.queries.capacity_models import CadenceChange, CapacityView, PersonAdvice
from hhcrm.services.commands import SetCadences
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.charts.panel import ChartPanel, PickTarget, pick_target
from hhcrm.ui.shared.charts.studio import ChartStudio
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.text import Text
from hhcrm.ui.waterfall.capacity_words import (
    advice_words,
    all_words,
    change_words,
    load_words,
    means_words,
    one_words,
    stretched_words,
    unowned_words,
)

if TYPE_CHECKING:
    from hhcrm.charts.painter import Painter

_BELOW_THE_CHART = 3

SHOWN = 5
"""Changes of a person shown at first."""


class CapacityPanel(ChartPanel):
    """The weeks as bars, what they come to in words, and each change with its reason and its button."""

    filled = Signal()
    """An answer is shown."""

    def __init__(
        self,
        desk: Desk,
        frame: Frame,
        painter: Painter,
        pick: PickTarget = pick_target,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            ChartStudio(desk, painter), frame, "waterfall_capacity", translate("charts", "Capacity"), pick, parent
        )
        self._studio.setParent(self)
        self._desk = desk
        self._asked = 0
        self._whose: int | None = None
        self._view: CapacityView | None = None
        self._open: set[int] = set()
        self.said = Text("", "body", wrap=True)
        self.said.setObjectName("waterfall_capacity_said")
        self._advice = QWidget()
        self.body.insertWidget(1, self.said)
        self.body.insertWidget(_BELOW_THE_CHART, self._advice)

    @property
    def shown(self) -> CapacityView | None:
        """What is shown."""
        return self._view

    def ask(self, liaison_id: int | None) -> None:
        """Ask for a liaison, or for everybody; what is shown stays until the answer is there."""
        self._asked += 1
        self._whose = liaison_id
        mine = self._asked

        def done(view: CapacityView) -> None:
            if mine == self._asked:
                self._fill(view)

        self._desk.read(lambda ask: ask.capacity_view(liaison_id), done, owner=self, follows=True)

    # Showing

    def _fill(self, view: CapacityView) -> None:
        self._view = view
        self.said.setText(load_words(view.load) if view.people else translate("capacity", "Nobody has sources yet."))
        self.show_chart(capacity_weeks(view))
        self._show_advice(view)
        self.filled.emit()

    def _show_advice(self, view: CapacityView) -> None:
        focus = self._focused()
        self.body.removeWidget(self._advice)
        self._advice.setParent(None)  # what is found by its name from now on is the new one
        self._advice.deleteLater()
        self._advice = QWidget()
        column = QVBoxLayout(self._advice)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        for advice in view.people:
            self._add_person(column, advice, named=view.whose is None)
        if words := unowned_words(view):
            column.addWidget(Text(words, "small", "muted", wrap=True))
        self.body.insertWidget(_BELOW_THE_CHART, self._advice)
        self._advice.show()
        self._focus_again(focus)

    def _add_person(self, column: QVBoxLayout, advice: PersonAdvice, *, named: bool) -> None:
        room, changes = advice.room, advice.changes
        if named:
            column.addWidget(Text(room.name, "section"))
            column.addWidget(Text(load_words(room.load), "body", wrap=True))
        if words := advice_words(advice):
            column.addWidget(Text(words, "body", wrap=True))
        if changes:
            whole = Button(all_words(changes), size="small", name=f"waterfall_capacity_all_{room.user_id}")
            whole.setAccessibleName(f"{all_words(changes)}: {room.name}")
            whole.clicked.connect(partial(self._change, changes))
            column.addWidget(whole)
        opened = room.user_id in self._open
        for change in changes if opened else changes[:SHOWN]:
            column.addWidget(self._line(change))
        if len(changes) > SHOWN:
            more = translate("capacity", "Show all {count}").format(count=len(changes))
            words = translate("capacity", "Show fewer") if opened else more
            button = Button(words, "bare", size="small", name=f"waterfall_capacity_more_{room.user_id}")
            button.clicked.connect(partial(self._open_or_close, room.user_id))
            column.addWidget(button)
        column.addWidget(Text(means_words(room.means), "small", "muted", wrap=True))

    def _line(self, change: CadenceChange) -> QWidget:
        line = QWidget()
        button = Button(one_words(change), size="small", name=f"waterfall_capacity_change_{change.source_id}")
        button.setAccessibleName(f"{one_words(change)}: {change.name}, {change_words(change)}")
        button.clicked.connect(partial(self._change, (change,)))
        head = QHBoxLayout()
        head.setSpacing(scaled(8))
        head.addWidget(Text(change.name, "body", wrap=True), 1)
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        column.addLayout(head)
        column.addWidget(Text(change_words(change), "small", "muted", wrap=True))
        return line

    # What the person does

    def _open_or_close(self, user_id: int) -> None:
        self._open ^= {user_id}
        if self._view is not None:
            self._show_advice(self._view)

    def _change(self, changes: Sequence[CadenceChange]) -> None:
        command = SetCadences(tuple((change.source_id, change.version, change.to_days) for change in changes))

        def done(_found: object) -> None:
            self._frame.toast(stretched_words(changes), undo=True)
            self.ask(self._whose)

        def failed(error: Exception) -> None:
            self._frame.fault(error)
            if isinstance(error, Conflict):
                self.ask(self._whose)

        self._desk.act(lambda actions: actions.set_cadences(command), done, failed, owner=self)

    # Where the keyboard is

    def _focused(self) -> str:
        focus = self.focusWidget()
        return focus.objectName() if focus is not None and focus.hasFocus() else ""

    def _focus_again(self, name: str) -> None:
        """The lines are made anew: the keyboard stays at the same one, or goes to what is said where it is gone."""
        if not name.startswith("waterfall_capacity_"):
            return
        again = self.findChild(QWidget, name) or self.as_table
        again.setFocus(Qt.FocusReason.OtherFocusReason)
