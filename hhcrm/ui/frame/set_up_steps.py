"""The steps of setting up: the agency and oneself, the others, what is taken and where, the list of sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.identifiers import normal_zip
from hhcrm.domain.starting_rows import PAYERS, SERVICE_LINES, Row
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import UserRole
from hhcrm.domain.zip_lists import read_zips
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.editors import TextEditor
from hhcrm.ui.shared.text import Text

OTHERS = 3
_PAYER_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered; `import_list` is whether the list of sources comes in next."""

    name: str
    zip: str
    people: tuple[tuple[str, UserRole], ...]
    lines: tuple[str, ...] = ()
    payers: tuple[str, ...] = ()
    served: tuple[str, ...] = ()
    import_list: bool = False

    @property
    def skipped(self) -> bool:
        """Whether a step was left for later."""
        return len(self.people) == 1 or not (self.lines and self.payers and self.served)


class Step(QWidget):
    """One step: `check` raises RuleBroken for what is missing, `say` puts a fault beside its field."""

    edited = Signal()
    title = ""
    sentence = ""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(scaled(10))

    def check(self) -> None:
        """Raise RuleBroken for what cannot be."""

    def say(self, words: str, field: str) -> bool:
        """Say a fault, "" for none; whether the field is one of this step."""
        return False

    def kept(self) -> dict[str, Any]:
        """What stands in it, as JSON."""
        return {}

    def put(self, kept: Mapping[str, Any]) -> None:
        """Let stand in it what was kept."""


class AgencyStep(Step):
    """Name, ZIP, and who sits here: the least that is needed."""

    def __init__(self) -> None:
        super().__init__()
        self.title = translate("frame", "Your agency")
        self.sentence = translate("frame", "The least that is needed. Everything can be changed later in Settings.")
        self.name, self.zip = QLineEdit(), QLineEdit()
        self._name = Field(translate("frame", "Agency"), self.name, name="field_agency_name", required=True)
        self._zip = Field(
            translate("frame", "ZIP code"),
            self.zip,
            name="field_agency_zip",
            required=True,
            hint=translate("frame", "Of your office. It gives your time zone and your holidays."),
        )
        self.person = PersonRow(1, UserRole.OWNER)
        self._you = Field(translate("frame", "You"), self.person, required=True)
        self._you.setFocusProxy(self.person.name)
        for field in (self._name, self._zip, self._you):
            self.column.addWidget(field)
        for edit in (self.name, self.zip):
            edit.textEdited.connect(lambda _text: self.edited.emit())
        self.person.edited.connect(self.edited)
        self.setFocusProxy(self.name)

    def check(self) -> None:
        """A name, a ZIP code of five digits, and oneself."""
        if not self.name.text().strip():
            raise RuleBroken(translate("frame", "Give the agency's name."), "name")
        if normal_zip(self.zip.text()).padded:  # a spreadsheet drops zeros; a person who types four digits forgot one
            raise RuleBroken(translate("frame", "Type all five digits, such as 37203."), "zip")
        if self.person.person() is None:
            raise RuleBroken(translate("frame", "Name at least one person: yourself."), "you")

    def say(self, words: str, field: str) -> bool:
        """Beside the name, the ZIP or oneself."""
        fields = {"name": self._name, "zip": self._zip, "you": self._you}
        for key, each in fields.items():
            each.say_error(words if key == field else "")
        if field in fields:
            fields[field].setFocus()
        return field in fields

    def kept(self) -> dict[str, Any]:
        """As typed."""
        return {"name": self.name.text(), "zip": self.zip.text(), "you": self.person.kept()}

    def put(self, kept: Mapping[str, Any]) -> None:
        """As it was typed."""
        self.name.setText(str(kept.get("name", "")))
        self.zip.setText(str(kept.get("zip", "")))
        self.person.put(kept.get("you", {}))


class PeopleStep(Step):
    """Who else works with the program."""

    def __init__(self) -> None:
        super().__init__()
        self.title = translate("frame", "Who else")
        self.sentence = translate("frame", "Who works with the program beside you? Sources belong to people.")
        self.rows: list[PersonRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(scaled(6))
        self.column.addLayout(self._rows)
        for _ in range(OTHERS):
            self._add()
        more = Button(translate("frame", "Another person"), "bare", icon="plus", name="button_add_person")
        more.clicked.connect(lambda: self._add().name.setFocus())
        self.column.addWidget(more)
        self._error = Text("", "small", "overdue", wrap=True)
        self._error.setObjectName("set_up_error")
        self._error.hide()
        self.column.addWidget(self._error)
        self.setFocusProxy(self.rows[0].name)

    def people(self) -> list[tuple[str, UserRole]]:
        """Who was named."""
        return [person for row in self.rows if (person := row.person()) is not None]

    def say(self, words: str, field: str) -> bool:
        """Below the rows."""
        mine = field == "people"
        self._error.setText(words if mine else "")
        self._error.setVisible(mine and bool(words))
        return mine

    def kept(self) -> dict[str, Any]:
        """As typed."""
        return {"people": [row.kept() for row in self.rows]}

    def put(self, kept: Mapping[str, Any]) -> None:
        """As it was typed."""
        for place, person in enumerate(kept.get("people", ())):
            row = self.rows[place] if place < len(self.rows) else self._add()
            row.put(person)

    def _add(self) -> PersonRow:
        row = PersonRow(len(self.rows) + 2, UserRole.LIAISON)
        row.edited.connect(self.edited)
        self.rows.append(row)
        self._rows.addWidget(row)
        return row


class TakeStep(Step):
    """Lines, payers and ZIP codes."""

    def __init__(self) -> None:
        super().__init__()
        self.title = translate("frame", "What you take and where")
        self.sentence = translate(
            "frame", "The check at intake goes by it. Single pairs and exceptions are set in Settings later."
        )
        self._lines = self._boxes(translate("frame", "Service lines"), "line", SERVICE_LINES)
        self._payers = self._boxes(translate("frame", "Payers accepted for them"), "payer", PAYERS)
        self.zips = TextEditor(lines=3)
        self._zips = Field(
            translate("frame", "ZIP codes you serve"),
            self.zips,
            name="field_served_zips",
            hint=translate("frame", "Paste a list, parted by commas, spaces or lines"),
        )
        self.column.addWidget(self._zips)
        self.zips.edited.connect(self.edited)
        self.setFocusProxy(next(iter(self._lines.values())))

    def check(self) -> None:
        """ZIP codes are ZIP codes."""
        read_zips((self.zips.toPlainText(),))

    def chosen(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """Codes of lines, codes of payers, ZIP codes."""
        return _ticked(self._lines), _ticked(self._payers), read_zips((self.zips.toPlainText(),))

    def say(self, words: str, field: str) -> bool:
        """Beside the ZIP codes."""
        self._zips.say_error(words if field == "zips" else "")
        return field == "zips"

    def kept(self) -> dict[str, Any]:
        """As ticked and typed."""
        return {"lines": _ticked(self._lines), "payers": _ticked(self._payers), "zips": self.zips.toPlainText()}

    def put(self, kept: Mapping[str, Any]) -> None:
        """As it was ticked and typed."""
        for boxes, key in ((self._lines, "lines"), (self._payers, "payers")):
            for code in kept.get(key, ()):
                if code in boxes:
                    boxes[code].setChecked(True)
        self.zips.setPlainText(str(kept.get("zips", "")))

    def _boxes(self, title: str, name: str, rows: Sequence[Row]) -> dict[str, QCheckBox]:
        self.column.addWidget(Text(title, "small", "muted"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(20))
        grid.setVerticalSpacing(scaled(6))
        boxes = {}
        for place, row in enumerate(rows):
            box = QCheckBox(row.name)
            box.setObjectName(f"set_up_{name}_{row.code}")
            box.clicked.connect(lambda _on: self.edited.emit())
            grid.addWidget(box, place // _PAYER_COLUMNS, place % _PAYER_COLUMNS)
            boxes[row.code] = box
        for column in range(_PAYER_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
        return boxes


class ListStep(Step):
    """Whether the list of sources comes in at once."""

    def __init__(self) -> None:
        super().__init__()
        self.title = translate("frame", "Your list")
        self.sentence = translate(
            "frame",
            "Your referral sources from a spreadsheet, with any column names. You see what would come in before "
            "anything is written.",
        )
        self.now = QCheckBox(translate("frame", "Import a list right after this"))
        self.now.setObjectName("set_up_import")
        self.now.setChecked(True)
        self.now.clicked.connect(lambda _on: self.edited.emit())
        self.column.addWidget(self.now)
        later = translate("frame", "It can be done at any time: File > Import a list.")
        self.column.addWidget(Text(later, "small", "muted", wrap=True))
        self.setFocusProxy(self.now)

    def kept(self) -> dict[str, Any]:
        """As ticked."""
        return {"import": self.now.isChecked()}

    def put(self, kept: Mapping[str, Any]) -> None:
        """As it was ticked."""
        self.now.setChecked(bool(kept.get("import", True)))


class PersonRow(QWidget):
    """A name and what this person does."""

    edited = Signal()

    def __init__(self, number: int, role: UserRole) -> None:
        super().__init__()
        self.name, self.role = QLineEdit(), QComboBox()
        self.name.setObjectName(f"field_person_{number}")
        self.name.setAccessibleName(translate("frame", "Name of person {n}").format(n=number))
        self.name.setPlaceholderText(translate("frame", "First and last name"))
        self.role.setObjectName(f"field_role_{number}")
        self.role.setAccessibleName(translate("frame", "Work of person {n}").format(n=number))
        for each in UserRole:
            self.role.addItem(shown(str(each)), str(each))
        self.role.setCurrentIndex(self.role.findData(str(role)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.role)
        self.setFocusProxy(self.name)
        self.name.textEdited.connect(lambda _text: self.edited.emit())
        self.role.activated.connect(lambda _index: self.edited.emit())

    def person(self) -> tuple[str, UserRole] | None:
        """Who it is, None where nobody is named."""
        name = " ".join(self.name.text().split())
        return (name, UserRole(self.role.currentData())) if name else None

    def kept(self) -> list[str]:
        """As typed."""
        return [self.name.text(), str(self.role.currentData())]

    def put(self, kept: Any) -> None:
        """As it was typed; what a damaged draft holds instead is left out."""
        if isinstance(kept, list) and len(kept) == 2:  # a name and a role
            self.name.setText(str(kept[0]))
            self.role.setCurrentIndex(max(self.role.findData(str(kept[1])), 0))


def _ticked(boxes: Mapping[str, QCheckBox]) -> tuple[str, ...]:
    return tuple(code for code, box in boxes.items() if box.isChecked())
