"""Something that is in use goes: the dialog that asks what its records get instead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text


class ReassignDialog(QDialog):
    """12 visits use this: they get ... instead. It stays, with what was chosen, until `accept` or `reject`."""

    asked = Signal(int)
    """The value that the records get."""

    def __init__(
        self,
        title: str,
        sentence: str,
        choices: Sequence[tuple[int, str]],
        verb: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_reassign")
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.choice = QComboBox()
        self.choice.setPlaceholderText(translate("settings", "choose"))
        for value_id, words in choices:
            self.choice.addItem(words, value_id)
        self.choice.setCurrentIndex(-1)
        self.choice.view().setObjectName("reassign_choices")
        self.choice.view().setAccessibleName(translate("settings", "Choices"))
        self._field = Field(translate("settings", "They get instead"), self.choice, name="reassign_to", required=True)
        self.go = Button(verb, "primary", name="reassign_go")
        self.go.setDefault(True)
        leave = Button(translate("settings", "Cancel"), name="reassign_cancel")
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(12))
        column.addWidget(Text(title, "title", wrap=True))
        column.addWidget(Text(sentence, "body", wrap=True))
        column.addWidget(self._field)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.go)
        column.addLayout(row)
        self.go.clicked.connect(self._on_go)
        leave.clicked.connect(self.reject)
        self.choice.activated.connect(lambda _index: self.say_fault(""))
        self.setMinimumWidth(scaled(420))
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_fault(self, words: str) -> None:
        """What is wrong, beside the choice."""
        self._field.say_error(words)
        self.go.setEnabled(True)

    def _on_go(self) -> None:
        if self.choice.currentIndex() < 0:
            self.say_fault(translate("settings", "Choose what they get."))
            self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.go.setEnabled(False)
        self.asked.emit(int(self.choice.currentData()))
