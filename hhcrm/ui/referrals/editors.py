"""Editors of the referral's form: a source or person that is picked, days and times that say what was understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, tzinfo
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.ui.referrals.blanks import said_day, said_day_time
from hhcrm.ui.shared.forms.blank import SEPARATOR
from hhcrm.ui.shared.forms.editors import LineEditor
from hhcrm.ui.shared.picker import Picker
from hhcrm.ui.shared.when import said_instant

Say = Callable[[str, date, tzinfo], str]


class PickEditor(QWidget):
    """A picker as a form knows it. Its text is `id TAB name`, "" for none, `TAB typed` for what is not picked."""

    edited = Signal()

    def __init__(self, picker: Picker[Any]) -> None:
        super().__init__()
        self.picker = picker
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(picker)
        picker.textEdited.connect(lambda _text: self.edited.emit())
        picker.chosen.connect(lambda _id, _name: self.edited.emit())

    def typed(self) -> str:
        """What is picked."""
        text, picked = self.picker.text().strip(), self.picker.picked
        return f"{picked or ''}{SEPARATOR}{text}" if text else ""

    def put(self, text: str) -> None:
        """Let one stand in it."""
        picked, _, name = text.partition(SEPARATOR)
        self.picker.pick(int(picked) if picked else None, name if picked else "")
        if not picked:
            self.picker.setText(name)

    def widget(self) -> QWidget:
        """The picker itself: it has the keyboard, the name and the label."""
        return self.picker


class SayingEditor(LineEditor):
    """A line that says in full what was understood as soon as the keyboard has gone."""

    left = Signal()

    def __init__(self, say: Say, today: Callable[[], date], zone: Callable[[], tzinfo], placeholder: str = "") -> None:
        super().__init__()
        self._say, self._today, self._zone = say, today, zone
        self.setPlaceholderText(placeholder)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        said = self._say(self.text(), self._today(), self._zone())
        if said != self.text():
            self.setText(said)
        self.left.emit()


def instant_editor(today: Callable[[], date], zone: Callable[[], tzinfo], placeholder: str) -> SayingEditor:
    """For an instant: a day and a time."""
    return SayingEditor(said_instant, today, zone, placeholder)


def day_editor(today: Callable[[], date], zone: Callable[[], tzinfo], placeholder: str) -> SayingEditor:
    """For a day alone."""
    return SayingEditor(lambda text, day, _zone: said_day(text, day), today, zone, placeholder)


def day_time_editor(today: Callable[[], date], zone: Callable[[], tzinfo], placeholder: str) -> SayingEditor:
    """For a day, with a time where it is known."""
    return SayingEditor(lambda text, day, _zone: said_day_time(text, day), today, zone, placeholder)


class PatientEditor(LineEditor):
    """Something that says who the patient is: it can be covered."""

    def cover(self, covered: bool) -> None:
        """Let nobody read it who walks by; what stands in it stays."""
        self.setEchoMode(QLineEdit.EchoMode.Password if covered else QLineEdit.EchoMode.Normal)
        self.setReadOnly(covered)
