"""The card of a person over the window, opened from other places."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate
from hhcrm.queries.read_models import Choices
from hhcrm.ui.people.card import PersonCard
from hhcrm.ui.people.kit import PeopleContext
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.form_dialog import size_within

_LISTS = ("contact_role", "app_user")


class PersonDialog(QDialog):
    """One person in full; Esc closes, what was half typed stays as a draft."""

    def __init__(self, context: PeopleContext, contact_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_person")
        self.setWindowTitle(translate("people", "Person"))
        self._context = context
        self.card = PersonCard(context)
        close = Button(translate("people", "Close"), name="person_close")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(12))
        column.setSpacing(scaled(12))
        column.addWidget(self.card, 1)
        column.addLayout(row)
        self.resize(size_within(self, 560, 620))
        context.leaving = self.reject
        self.card.open_asked.connect(self.card.show_person)
        context.desk.changed.connect(self._on_changed)
        self._ask_lists()
        self.card.show_person(contact_id)

    def _ask_lists(self) -> None:
        self._context.desk.read(lambda q: q.choices(), self._on_choices, owner=self)

    def _on_choices(self, choices: Choices) -> None:
        self._context.choices = choices

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_LISTS):
            self._ask_lists()
        self.card.refresh()

    @override
    def reject(self) -> None:
        if self.card.form is not None:
            self.card.form.keep_draft()
        super().reject()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter presses no button by accident: in a card it belongs to what has the keyboard.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)
