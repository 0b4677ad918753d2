"""One form being saved: the command, its faults, and what happens when somebody else was faster."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import Conflict, RuleBroken
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.form import Form

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

Order = Callable[[Form, int], "Callable[[Actions], ChangeSet]"]
"""What saving this form at a version means. Raises RuleBroken for what cannot be read."""

Reread = Callable[["Questions"], tuple[int, dict[str, str]]]
"""The record as it is now: version and texts."""


class Editing(QObject):
    """Saves a form when it asks for it. Fields that only one side changed are put together without a question."""

    def __init__(
        self,
        form: Form,
        context: FormContext,
        order: Order,
        said: Callable[[], str],
        done: Callable[[ChangeSet], None],
        *,
        version: int = 0,
        reread: Reread | None = None,
    ) -> None:
        super().__init__(form)
        self._form = form
        self._context = context
        self._order = order
        self._said = said
        self._done = done
        self._version = version
        self._reread = reread
        self._busy = False
        form.save_asked.connect(self._save)

    def _save(self) -> None:
        if self._busy:
            return
        try:
            command = self._order(self._form, self._version)
        except RuleBroken as fault:
            self._form.say_fault(fault)
            return
        self._set_busy(True)
        self._context.do(command, self._said(), self._on_saved, self._on_failed, owner=self)

    def _on_saved(self, changes: ChangeSet) -> None:
        self._set_busy(False)
        self._form.saved()
        self._done(changes)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, Conflict) and self._reread is not None:
            self._context.desk.read(self._reread, self._on_reread, owner=self)
        elif not self._form.say_fault(error):
            self._context.frame.fault(error)

    def _on_reread(self, now: tuple[int, dict[str, str]]) -> None:
        self._version, texts = now
        self._form.meet(texts)
        if not self._form.undecided:
            self._save()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._form.save.setEnabled(not busy and not self._form.undecided)
