"""What was skipped when the agency was set up, until it is done or somebody says that it is not needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.queries.settings_models import SetUpSteps
from hhcrm.ui.settings.entry_row import Row
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.page import Section, forget
from hhcrm.ui.shared.buttons import Button

NOT_NEEDED = "setup.not_needed"
"""Where the window remembers the steps that somebody waved away."""


class StillToDo(Section):
    """A short list above the agency's form; it goes when nothing is open any more."""

    go = Signal(str)
    """The name of a page."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(
            translate("settings", "Still to do"),
            translate("settings", "Skipped when the agency was set up. Each can wait, and each can be waved away."),
            spacing=4,
        )
        self.setObjectName("settings_still_to_do")
        self._context = context
        self._steps = SetUpSteps()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.open: list[str] = []
        self.hide()

    def refresh(self) -> None:
        """Ask again what there is."""
        self._context.desk.read(lambda q: q.set_up_steps(), self.show_steps, owner=self)

    def show_steps(self, steps: SetUpSteps) -> None:
        """Show what is open."""
        self._steps = steps
        while (item := self._rows.takeAt(0)) is not None:
            forget(item.widget())
        waved = self._context.kit.memory.get(NOT_NEEDED, "").split()
        self.open = []
        for name, done, words, verb, way in self._all():
            if not done and name not in waved:
                self.open.append(name)
                self._rows.addWidget(self._row(name, words, verb, way))
        self.setVisible(bool(self.open))

    def _all(self) -> list[tuple[str, bool, str, str, Callable[[], object]]]:
        steps, kit = self._steps, self._context.kit
        imports = kit.import_list or (lambda: self.go.emit("data"))
        return [
            (
                "sources", steps.sources > 0, translate("settings", "Your list of referral sources"),
                translate("settings", "Import a list…"), imports,
            ),
            (
                "people", steps.people > 1, translate("settings", "Who else works with the program"),
                translate("settings", "Add people"), lambda: self.go.emit("people"),
            ),
            (
                "taken", steps.payers > 0 and steps.served_zips > 0, translate("settings", "What you take and where"),
                translate("settings", "Say it"), lambda: self.go.emit("take"),
            ),
            (
                "territories", steps.territories > 0, translate("settings", "Who works in which territory"),
                translate("settings", "Add territories"), lambda: self.go.emit("people"),
            ),
        ]  # fmt: skip

    def _row(self, name: str, words: str, verb: str, way: Callable[[], object]) -> Row:
        row = Row(words)
        begin = Button(verb, size="small", name=f"settings_to_do_{name}")
        begin.clicked.connect(lambda _on=False: way())
        away = Button(translate("settings", "Not needed"), "bare", size="small", name=f"settings_to_do_{name}_away")
        away.setAccessibleName(translate("settings", "Not needed: {what}").format(what=words))
        away.clicked.connect(partial(self._wave, name))
        row.add(begin)
        row.add(away)
        return row

    def _wave(self, name: str, _on: bool = False) -> None:
        memory = self._context.kit.memory
        waved = {*memory.get(NOT_NEEDED, "").split(), name}
        try:
            memory.set(NOT_NEEDED, " ".join(sorted(waved)))
        except KnownFault as fault:
            self._context.frame.fault(fault)
        self.show_steps(self._steps)
