"""Undo and redo of the window: what they would take back stands in the menu, long ones show how far they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.journal_words import label_shown
from hhcrm.domain.text import unturned
from hhcrm.domain.wording import translate
from hhcrm.queries.step_models import StepLine, UndoState
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.long_work import LongWork, WorkBar
from hhcrm.ui.shared.text import set_ground

if TYPE_CHECKING:
    from hhcrm.jobs.progress import Progress, Report
    from hhcrm.services.bound import Actions

LONG = 2_000
"""Rows of a step above which taking it back is shown as it goes, with Cancel."""

_WIDTH = 460

Tell = Callable[[str, int, int | None], None]
Take = Callable[["Actions", Tell | None], ChangeSet]


class Steps(QObject):
    """Keeps the two actions in step with the journal, and carries them out."""

    stepped = Signal(object)
    """A ChangeSet: something was undone or redone."""

    refused = Signal(object)
    """An exception that says why it was not."""

    def __init__(self, desk: Desk, undo: QAction, redo: QAction, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._actions = (undo, redo)
        self._window = window
        self._state: UndoState | None = None
        self._asked = 0
        self._long = LongWork(desk, window)
        self._dialog: LongStep | None = None

    @property
    def state(self) -> UndoState | None:
        """What was read last; None before the first look."""
        return self._state

    def look(self) -> None:
        """Ask what can be taken back now; the newest answer counts."""
        self._asked += 1
        mine = self._asked
        self._desk.read(
            lambda questions: questions.undo_state(),
            lambda state: self._take(state) if mine == self._asked else None,
            owner=self._window,
        )

    def undo(self) -> None:
        """Take the person's newest step back."""
        self._go(_undo, None if self._state is None else self._state.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go(_redo, None if self._state is None else self._state.redo)

    def undo_step(self, line: StepLine) -> None:
        """Take one particular step back, whoever did it."""
        self._go(lambda actions, tell: _step(actions, line.step_id, tell), line)

    def _take(self, state: UndoState) -> None:
        self._state = state
        undo, redo = self._actions
        _say(undo, state.undo, translate("frame", "&Undo"), translate("frame", "&Undo: {what}"))
        _say(redo, state.redo, translate("frame", "&Redo"), translate("frame", "&Redo: {what}"))

    def _go(self, take: Take, line: StepLine | None) -> None:
        if self._long.running:
            return
        if line is None or (line.rows <= LONG and line.kind != "import"):
            self._desk.act(
                lambda actions: take(actions, None), self.stepped.emit, self.refused.emit, owner=self._window
            )
            return
        self._dialog = dialog = LongStep(label_shown(line.what), self._window)
        dialog.bar.cancelled.connect(self._long.cancel)
        self._long.start(
            lambda actions, steps: take(actions, _telling(steps)),
            self._on_done,
            self._on_failed,
            self._on_report,
            label=line.what,
        )
        dialog.open()

    def _on_report(self, report: Report) -> None:
        if self._dialog is not None:
            self._dialog.bar.show_report(report)

    def _on_done(self, changes: ChangeSet) -> None:
        self._close()
        self.stepped.emit(changes)

    def _on_failed(self, error: Exception) -> None:
        self._close()
        self.refused.emit(error)

    def _close(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.end()


class LongStep(QDialog):
    """A long undo as it goes. Esc and Cancel stop it, and then nothing is changed."""

    def __init__(self, what: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_long_undo")
        self.setWindowTitle(translate("frame", "Undo"))
        self.setAccessibleName(translate("frame", "Undo"))
        self.bar = WorkBar("undo_run")
        self.bar.begin(what)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.addWidget(self.bar)
        set_ground(self, "panel")
        self.setFixedWidth(min(scaled(_WIDTH), parent.width()))

    def end(self) -> None:
        """It is over."""
        super().reject()
        self.deleteLater()

    @override
    def reject(self) -> None:
        """Esc asks it to stop; it closes when it has."""
        self.bar.stop()


def _undo(actions: Actions, tell: Tell | None) -> ChangeSet:
    return actions.undo() if tell is None else actions.undo(tell)


def _redo(actions: Actions, tell: Tell | None) -> ChangeSet:
    return actions.redo() if tell is None else actions.redo(tell)


def _step(actions: Actions, step_id: int, tell: Tell | None) -> ChangeSet:
    return actions.undo_step(step_id) if tell is None else actions.undo_step(step_id, tell)


def _telling(steps: Progress) -> Tell:
    def tell(doing: str, done: int, total: int | None) -> None:
        steps.check()
        steps.report(doing, done, total)

    return tell


def _say(action: QAction, line: StepLine | None, bare: str, said: str) -> None:
    words = bare if line is None else said.format(what=label_shown(line.what).replace("&", "&&"))
    action.setText(unturned(words))
    action.setEnabled(line is not None)
    plain = words.replace("&&", "\0").replace("&", "").replace("\0", "&")
    shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    nothing = translate("frame", "{act}: there is nothing of yours").format(act=plain)
    action.setToolTip(f"{plain if line is not None else nothing} ({shortcut})")
