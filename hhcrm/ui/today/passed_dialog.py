"""All visits whose day has passed at once: what became of each, saved as one step."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import Conflict, KnownFault, NotFound
from hhcrm.domain.journal_words import label_shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Advance
from hhcrm.queries.missed_models import MoveLine
from hhcrm.services.moved_commands import Fate, SettleVisits
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fate_words import DONE, LEAVE, passed_choices
from hhcrm.ui.shared.fates import FateList
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.form_dialog import FormDialog
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.text import Text

_WIDTH = 720


class PassedDialog(FormDialog):
    """Nothing is chosen at first; two buttons choose for all, each visit may be chosen otherwise."""

    def __init__(self, desk: Desk, frame: Frame, parent: QWidget | None = None) -> None:
        inside = QWidget()
        title = translate("today", "Visits whose day has passed")
        super().__init__("today_passed", title, inside, _WIDTH, parent)
        self._desk, self._frame = desk, frame
        self._busy = False
        self.list = FateList("passed", passed_choices)
        self.list.changed.connect(self._count)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, scaled(8), 0)
        column.addWidget(self.list)
        column.addStretch(1)
        self._put_together(title)
        self._ask()

    def save(self) -> None:
        """Save what was chosen as one step."""
        fates = self.list.fates()
        if self._busy:
            return
        if not fates:
            self._say(translate("today", "Choose what became of a visit first."), bad=True)
            return
        self._set_busy(True)
        command = SettleVisits(fates)
        self._desk.act(lambda actions: actions.settle_visits(command), self._on_saved, self._on_failed, owner=self)

    # Inside

    def _ask(self) -> None:
        self._desk.read(
            lambda q: q.passed_visits(), self._fill, lambda error: self._say(str(error), bad=True), owner=self
        )

    def _fill(self, lines: tuple[MoveLine, ...]) -> None:
        self.list.show_lines(lines, self._desk.today())
        self.none.setVisible(not lines)
        for part in (self.again, self.done_all, self.save_button):
            part.setVisible(bool(lines))
        self._count()
        self.list.focus_first()
        QTimer.singleShot(0, self, self.fit)

    def _count(self) -> None:
        self._say("")
        chosen, all_of_them = len(self.list.fates()), len(self.list.rows)
        words = translate("today", "{chosen} of {count} answered").format(chosen=chosen, count=all_of_them)
        self.count.setText(words if all_of_them else "")

    def _on_saved(self, changes: ChangeSet) -> None:
        if changes.step_id is not None:
            self._frame.toast(f"{label_shown(changes.label)}.", undo=True)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, KnownFault):
            self._frame.fault(error)
            return
        self._say(str(error), bad=True)
        if isinstance(error, Conflict | NotFound):
            self._again_keeping()

    def _again_keeping(self) -> None:
        """Somebody was faster: the visits and places as they are now, with what was chosen."""
        words = self.state.text()
        chosen = {row.line.visit_id: row.choice.typed() for row in self.list.rows}

        def fill(lines: tuple[MoveLine, ...]) -> None:
            self._fill(lines)
            for row in self.list.rows:
                place = row.choice.findData(chosen.get(row.line.visit_id, LEAVE))
                row.choice.setCurrentIndex(max(place, 0))
            self._say(words, bad=True)

        self._desk.read(lambda q: q.passed_visits(), fill, owner=self)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.save_button.setEnabled(not busy)

    def _say(self, words: str, *, bad: bool = False) -> None:
        self.state.set_tone("overdue" if bad else "muted")
        self.state.setText(words)
        self.state.setVisible(bool(words))

    # Making

    def _put_together(self, title: str) -> None:
        self.count = Text("", "small", "muted")
        self.count.setObjectName("passed_count")
        self.state = Text("", "small", "muted", wrap=True)
        self.state.setObjectName("passed_state")
        self.state.hide()
        head = QHBoxLayout()
        head.setSpacing(scaled(12))
        head.addWidget(Text(title, "head"), 1)
        head.addWidget(self.count)
        self.none = Text(
            translate("today", "Every visit whose day has passed is answered."), "body", "muted", wrap=True
        )
        self.none.setObjectName("passed_none")
        self.none.hide()
        self.column.addLayout(head)
        self.column.addWidget(self._for_all())
        self.column.addWidget(self.none)
        self.column.addWidget(self.area, 1)
        self.column.addWidget(self.state)
        self.column.addLayout(self._foot())

    def _for_all(self) -> QWidget:
        self.again = Button(translate("today", "All missed, plan them again"), size="small", name="passed_all_again")
        self.again.clicked.connect(lambda: self.list.choose_all(Fate.AGAIN.value, Fate.MISSED.value))
        self.done_all = Button(translate("today", "All done"), size="small", name="passed_all_done")
        self.done_all.setToolTip(translate("today", "All took place and went on as before; choose otherwise below"))
        self.done_all.clicked.connect(lambda: self.list.choose_all(f"{DONE}_{Advance.CONTINUATION.value}"))
        holder = QWidget()
        row = FlowLayout(holder, scaled(8))
        row.addWidget(self.again)
        row.addWidget(self.done_all)
        return holder

    def _foot(self) -> QHBoxLayout:
        self.save_button = Button(
            translate("today", "Save answers"), "primary", hint=translate("today", "Ctrl Enter"), name="passed_save"
        )
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self.save)
        self.on_keys(self.save, "Ctrl+Return", "Ctrl+Enter")
        row = QHBoxLayout()
        row.setSpacing(scaled(12))
        hint = translate("today", "What is left stays on Today. All answers are one step: Undo takes them back.")
        row.addWidget(Text(hint, "small", "muted", wrap=True), 1)
        row.addWidget(self.save_button)
        return row
