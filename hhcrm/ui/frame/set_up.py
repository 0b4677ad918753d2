"""Setting an agency up: its name, its ZIP code, and the people who work with the program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.identifiers import normal_zip
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import UserRole
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text

_PEOPLE = 3
_FIRST_ROLES = (UserRole.OWNER, UserRole.LIAISON, UserRole.LIAISON)


class SetUpDialog(QDialog):
    """Asks for what an agency begins with. It stays open, with everything typed, until `close_done` is called."""

    asked = Signal(str, str, list)
    """Name, ZIP code and people: a list of (name, UserRole)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_set_up")
        self.setAccessibleName(translate("frame", "Set up my agency"))
        self.setWindowTitle(translate("frame", "Set up my agency"))
        self._name = Field(translate("frame", "Agency"), QLineEdit(), name="field_agency_name", required=True)
        self._zip = Field(
            translate("frame", "ZIP code"),
            QLineEdit(),
            name="field_agency_zip",
            required=True,
            hint=translate("frame", "Of your office. It gives your time zone."),
        )
        self._people: list[tuple[QLineEdit, QComboBox]] = []
        self._error = Text("", "small", "overdue", wrap=True)
        self._error.setObjectName("set_up_error")
        self._error.hide()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(scaled(10))
        self._column.addWidget(Text(translate("frame", "Set up my agency"), "head"))
        self._column.addWidget(self._name)
        self._column.addWidget(self._zip)
        self._column.addWidget(Text(translate("frame", "Who works with the program? You first."), "strong"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(scaled(6))
        self._column.addLayout(self._rows)
        for role in _FIRST_ROLES[:_PEOPLE]:
            self._add_person(role)
        more = Button(translate("frame", "Another person"), "bare", icon="plus", name="button_add_person")
        more.clicked.connect(lambda: self._add_person(UserRole.LIAISON).setFocus())
        self._column.addWidget(more)
        self._column.addWidget(self._error)
        self._column.addStretch(1)
        self._add_buttons()
        self.resize(scaled(480), self.sizeHint().height())
        self._name.setFocus()

    def say_fault(self, words: str, field: str | None = None) -> None:
        """Say what could not be taken, beside the field where it belongs to one; everything typed stays."""
        self._begin.setEnabled(True)
        self._name.say_error(words if field == "name" else "")
        self._zip.say_error(words if field == "zip" else "")
        general = "" if field in ("name", "zip") else words
        self._error.setText(general)
        self._error.setVisible(bool(general))
        {"name": self._name, "zip": self._zip}.get(field or "", self._begin).setFocus()

    def people(self) -> Sequence[tuple[str, UserRole]]:
        """Who was named, in order."""
        return [
            (" ".join(name.text().split()), UserRole(role.currentData()))
            for name, role in self._people
            if name.text().strip()
        ]

    def _add_person(self, role: UserRole) -> QLineEdit:
        number = len(self._people) + 1
        name, roles = QLineEdit(), QComboBox()
        name.setObjectName(f"field_person_{number}")
        name.setAccessibleName(translate("frame", "Name of person {number}").format(number=number))
        name.setPlaceholderText(translate("frame", "First and last name"))
        roles.setObjectName(f"field_role_{number}")
        roles.setAccessibleName(translate("frame", "Work of person {number}").format(number=number))
        for each in UserRole:
            roles.addItem(shown(each.value), each.value)
        roles.setCurrentIndex(roles.findData(role.value))
        row = QHBoxLayout()
        row.addWidget(name, 1)
        row.addWidget(roles)
        self._rows.addLayout(row)
        self._people.append((name, roles))
        return name

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        leave = Button(translate("frame", "Cancel"), "quiet", name="button_cancel_set_up")
        leave.clicked.connect(self.reject)
        self._begin = Button(translate("frame", "Begin"), "primary", name="button_begin")
        self._begin.setDefault(True)
        self._begin.clicked.connect(self._ask)
        row.addWidget(leave)
        row.addWidget(self._begin)
        self._column.addLayout(row)

    def _ask(self) -> None:
        name = " ".join(self._name_edit().text().split())
        if not name:
            self.say_fault(translate("frame", "Give the agency's name."), "name")
            return
        try:
            code, padded = normal_zip(self._zip_edit().text())
        except RuleBroken as fault:
            self.say_fault(str(fault), "zip")
            return
        if padded:  # a spreadsheet drops zeros; a person who types four digits forgot one
            self.say_fault(translate("frame", "Type all five digits, such as 37203."), "zip")
            return
        people = self.people()
        if not people:
            self.say_fault(translate("frame", "Name at least one person: yourself."))
            self._people[0][0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.say_fault("")
        self._begin.setEnabled(False)
        self.asked.emit(name, code, list(people))

    def _name_edit(self) -> QLineEdit:
        assert isinstance(self._name.editor, QLineEdit)
        return self._name.editor

    def _zip_edit(self) -> QLineEdit:
        assert isinstance(self._zip.editor, QLineEdit)
        return self._zip.editor
