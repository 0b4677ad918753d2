"""Choose another source in the place of a proposed visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.days import say_day, say_time
from hhcrm.domain.slots import time_of
from hhcrm.domain.text import fold
from hhcrm.domain.week_plan import PlannedStop
from hhcrm.domain.wording import translate
from hhcrm.ui.calendar.proposal import Proposal
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.form_dialog import size_within
from hhcrm.ui.shared.text import Text, set_ground

_SHOWN = 200
_ID = Qt.ItemDataRole.UserRole
_WALKS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Choice:
    """A source that could be seen instead, its worth on that day, and whether it is open then."""

    source_id: int
    name: str
    words: str
    worth: float
    open: bool


def choices_for(proposal: Proposal, stop: PlannedStop) -> tuple[Choice, ...]:
    """Sources that are not in the plan: those open at that time first, each group the most worth that day first."""
    there = {each.source_id for each in proposal.plan.stops}
    days = [each.day for each in proposal.question.problem.days]
    place = days.index(stop.day)
    found = []
    for one in proposal.question.problem.candidates:
        if one.source_id in there:
            continue
        source = proposal.question.sources[one.source_id]
        ends = stop.starts + one.minutes
        is_open = any(window.opens <= stop.starts and ends <= window.closes for window in one.windows[place])
        reasons = source.reasons if is_open else (translate("calendar", "closed at that time"), *source.reasons)
        found.append(Choice(one.source_id, source.name, "; ".join(reasons), one.worth[place], is_open))
    return tuple(sorted(found, key=lambda choice: (not choice.open, -choice.worth, choice.name)))


class SwapDialog(QDialog):
    """Type to find, arrows to choose, Enter to take."""

    chosen = Signal(int)
    """The source that is to be seen."""

    def __init__(self, name: str, stop: PlannedStop, choices: Sequence[Choice], parent: QWidget | None) -> None:
        super().__init__(parent)
        when = f"{say_day(stop.day, stop.day)} {say_time(time_of(stop.starts))}"
        title = translate("calendar", "Instead of {source}, {when}").format(source=name, when=when)
        self.setObjectName("calendar_plan_swap")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_ground(self, "panel")
        self._choices = choices
        self.field = QLineEdit()
        self.field.setObjectName("calendar_plan_swap_find")
        self.field.setPlaceholderText(translate("calendar", "Find a source"))
        self.field.setAccessibleName(translate("calendar", "Find a source"))
        self.list = QListWidget()
        self.list.setObjectName("calendar_plan_swap_list")
        self.list.setAccessibleName(translate("calendar", "Sources that could be seen instead"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.none = Text(translate("calendar", "Nobody else could be seen this week."), "body", "muted", wrap=True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.take = Button(translate("calendar", "See this one instead"), "primary", name="calendar_plan_swap_take")
        cancel = Button(translate("calendar", "Cancel"), name="calendar_plan_swap_cancel")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(12))
        head = Text(title, "title", wrap=True)
        for widget, stretch in ((head, 0), (self.field, 0), (self.list, 1), (self.none, 1)):
            column.addWidget(widget, stretch)
        column.addLayout(foot)
        self.field.textChanged.connect(self._fill)
        self.list.itemDoubleClicked.connect(lambda _item: self._take())
        self.take.clicked.connect(self._take)
        cancel.clicked.connect(self.reject)
        self._fill("")
        self.resize(size_within(self, 520, 460))
        self.field.setFocus()

    def _fill(self, typed: str) -> None:
        wanted = fold(typed)
        self.list.clear()
        for choice in [each for each in self._choices if wanted in fold(each.name)][:_SHOWN]:
            item = QListWidgetItem(f"{choice.name}\n{choice.words}", self.list)
            item.setData(_ID, choice.source_id)
        self.list.setCurrentRow(0)
        something = self.list.count() > 0
        self.list.setVisible(something)
        self.none.setVisible(not something)
        self.take.setEnabled(something)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(_ID))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not isinstance(self.focusWidget(), Button):
            self._take()
        elif event.key() in _WALKS:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8}.get(Qt.Key(event.key()), 8)
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + step, self.list.count() - 1)))
        else:
            super().keyPressEvent(event)
