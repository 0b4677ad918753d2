"""End of day: the visits still planned for today, one after another in one list, without leaving the keyboard."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import KnownFault, RuleBroken
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.queries.log_models import LogGuess
from hhcrm.services.commands import CloseVisit, LogVisit
from hhcrm.ui.logvisit.day_row import DayRow
from hhcrm.ui.logvisit.dialog import KEEP_AFTER_MS
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.form_dialog import FormDialog
from hhcrm.ui.shared.frame_port import Frame
from hhcrm.ui.shared.panel import Rule
from hhcrm.ui.shared.shelf import Shelf
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

_WIDTH = 880


class _Run:
    """One press on Save all: what is still on its way, and the steps to take back."""

    def __init__(self, rows: int) -> None:
        self.left = rows
        self.steps: list[int] = []
        self.logged = 0
        self.closed: Counter[str] = Counter()
        self.refused = 0

    def words(self) -> str:
        """What was done."""
        logged = (
            translate("log", "{count} visit logged") if self.logged == 1 else translate("log", "{count} visits logged")
        )
        parts = [logged.format(count=self.logged) if self.logged else ""]
        parts += [f"{number} {shown(status)}" for status, number in sorted(self.closed.items(), reverse=True)]
        return ", ".join(part for part in parts if part) + "."


class EndOfDayDialog(FormDialog):
    """Rows without an outcome stay planned. Each row is a draft from its first key until it is saved."""

    def __init__(self, desk: Desk, frame: Frame, *, shelf: Shelf, parent: QWidget | None = None) -> None:
        inside = QWidget()
        super().__init__("end_of_day", translate("log", "End of day"), inside, _WIDTH, parent)
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, scaled(8), 0)
        self._list.setSpacing(0)
        self.rows: list[DayRow] = []
        self._desk = desk
        self._frame = frame
        self._shelf = shelf
        self._unkept: set[DayRow] = set()
        self._gave_up = False
        self._run: _Run | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(KEEP_AFTER_MS)
        self._clock.timeout.connect(self._keep)
        self._put_together()
        self._ask()

    def save(self) -> None:
        """Save every row that says what became of its visit, in order."""
        if self._run is not None:
            return
        rows = [row for row in self.rows if row.filled and not row.saved]
        if not rows:
            self._say(translate("log", "Press A, C, S, M or X on a visit first."), bad=True)
            return
        commands: list[tuple[DayRow, LogVisit | CloseVisit]] = []
        for row in rows:
            row.say_fault("")
            try:
                commands.append((row, row.command()))
            except RuleBroken as fault:
                row.say_fault(str(fault))
                row.minutes.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if not self._keep_now():
            return
        self._run = _Run(len(commands))
        self._say(translate("log", "Saving"))
        for row, command in commands:
            self._order(self._run, row, command)
        if self._desk.state == "waiting":
            self._frame.toast(
                translate("log", "{count} visits are kept as drafts. They are saved once the import is done.").format(
                    count=len(commands)
                )
            )
            super().reject()

    # Beginning

    def _ask(self) -> None:
        def question(ask: Questions) -> tuple[LogGuess, ...]:
            return ask.end_of_day()

        self._desk.read(question, self._fill, lambda error: self._say(str(error), bad=True), owner=self)

    def _fill(self, guesses: tuple[LogGuess, ...]) -> None:
        kept = {draft.content.get("visit_id"): draft.content for draft in self._shelf.offered()}
        restored = 0
        for guess in guesses:
            if self.rows:
                self._list.addWidget(Rule())
            row = DayRow(guess)
            if guess.visit_id in kept:
                row.show_content(kept[guess.visit_id])
                restored += 1
            row.edited.connect(self._on_edited)
            row.moved.connect(self._on_moved)
            self._list.addWidget(row)
            self.rows.append(row)
        self._list.addStretch(1)
        self._order_tabs()
        self.none.setVisible(not guesses)
        self.save_button.setVisible(bool(guesses))
        self._count()
        if restored:
            self._say(translate("log", "{restored} continued from drafts").format(restored=restored))
        first = next((row for row in self.rows if not row.filled), next(iter(self.rows), None))
        if first is not None:
            first.go_in()
        self.fit()

    def _order_tabs(self) -> None:
        parts: list[QWidget] = [part for row in self.rows for part in (row.outcome, row.ask, row.minutes, row.note)]
        for first, second in zip(parts, [*parts[1:], self.save_button], strict=False):
            QWidget.setTabOrder(first, second)

    # What the person does

    def _on_edited(self, row: DayRow) -> None:
        self._gave_up = False
        row.say_fault("")
        self._unkept.add(row)
        self._clock.start()
        self._count()

    def _on_moved(self, row: DayRow, step: int) -> None:
        place = self.rows.index(row) + step
        if 0 <= place < len(self.rows):
            self.rows[place].go_in()
        elif step > 0:
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        filled = sum(row.filled for row in self.rows)
        self.count.setText(
            translate("log", "{filled} of {count} filled in").format(filled=filled, count=len(self.rows))
            if self.rows
            else ""
        )

    # Drafts

    def _keep(self) -> None:
        rows, self._unkept = self._unkept, set()
        for row in rows:
            self._shelf.keep(
                str(row.visit_id),
                row.content(),
                lambda: self._say(translate("log", "draft kept")),
                self._say_not_kept,
                self,
            )

    def _keep_now(self) -> bool:
        self._clock.stop()
        try:
            for row in list(self._unkept):
                self._shelf.keep_now(str(row.visit_id), row.content())
                self._unkept.discard(row)
        except KnownFault as fault:
            self._say_not_kept(fault)
            return False
        return True

    def _say_not_kept(self, error: Exception) -> None:
        self._say(translate("log", "Drafts could not be kept. {error}").format(error=error), bad=True)

    # Saving

    def _order(self, run: _Run, row: DayRow, command: LogVisit | CloseVisit) -> None:
        key, source = str(row.visit_id), row.guess.source
        self._shelf.hold(key)

        def order(actions: Actions) -> ChangeSet:
            return actions.log_visit(command) if isinstance(command, LogVisit) else actions.close_visit(command)

        def done(changes: ChangeSet) -> None:
            self_alive = shiboken6.isValid(self)
            self._shelf.drop(key)
            run.logged += isinstance(command, LogVisit)
            if isinstance(command, CloseVisit):
                run.closed[str(command.status)] += 1
            if changes.step_id is not None:
                run.steps.append(changes.step_id)
            if self_alive:
                row.mark_saved()
            self._ended(run)

        def failed(error: Exception) -> None:
            run.refused += 1
            self._shelf.release(key)
            if shiboken6.isValid(self) and self.isVisible():
                known = isinstance(error, KnownFault)
                row.say_fault(
                    str(error) if known else translate("log", "The program made a mistake. What you typed is kept.")
                )
            else:
                self._frame.toast(f"{source}: {error}")
            self._ended(run)

        self._desk.act(order, done, failed)

    def _ended(self, run: _Run) -> None:
        run.left -= 1
        if run.left:
            return
        if run.steps:
            self._frame.toast(run.words(), action=(translate("log", "Undo"), lambda: self._undo(run)))
        if not shiboken6.isValid(self):
            return
        self._run = None
        if run.refused:
            self._say(translate("log", "{refused} could not be saved").format(refused=run.refused), bad=True)
            self.fit()
        elif self.isVisible():
            super().reject()

    def _undo(self, run: _Run) -> None:
        """All of them are taken back, the newest first."""
        words = translate("log", "Taken back: {words}").format(words=run.words())

        def order(actions: Actions) -> ChangeSet:
            return [actions.undo_step(step) for step in reversed(run.steps)][-1]

        self._desk.act(order, lambda _changes: self._frame.toast(words))

    # Making

    def _put_together(self) -> None:
        column = self.column
        self.count = Text("", "small", "muted")
        self.count.setObjectName("day_count")
        self.state = Text("", "small", "muted")
        self.state.setObjectName("day_state")
        head = QHBoxLayout()
        head.setSpacing(scaled(12))
        head.addWidget(Text(translate("log", "End of day"), "head"))
        head.addWidget(self.count, 1)
        head.addWidget(self.state)
        column.addLayout(head)
        self.none = Text(translate("log", "Every visit planned for today is logged."), "body", "muted")
        self.none.setObjectName("day_none")
        self.none.hide()
        column.addWidget(self.none)
        column.addWidget(self.area, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.save_button = Button(
            translate("log", "Save all"), "primary", hint=translate("log", "Ctrl Enter"), name="day_save"
        )
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self.save)
        self.on_keys(self.save, "Ctrl+Return", "Ctrl+Enter")
        row = QHBoxLayout()
        row.setSpacing(scaled(12))
        hint = translate(
            "log", "A, C, S say what changed, M missed, X cancelled. Enter and the arrows go on. Others stay planned."
        )
        row.addWidget(Text(hint, "small", "muted", wrap=True), 1)
        row.addWidget(self.save_button)
        return row

    def _say(self, words: str, *, bad: bool = False) -> None:
        self.state.set_tone("overdue" if bad else "muted")
        self.state.setText(words)

    @override
    def arrange(self, width: int) -> None:
        for row in self.rows:
            row.arrange(width - scaled(20))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(self.area.width())

    @override
    def reject(self) -> None:
        """Esc: close, and keep what was typed."""
        if self._run is not None:
            return
        if not self._gave_up and not self._keep_now():
            self._gave_up = True
            return
        if any(row.filled or row.note.text() for row in self.rows if not row.saved):
            self._frame.toast(translate("log", "Drafts of the visits kept. They are offered at the next End of day."))
        super().reject()
