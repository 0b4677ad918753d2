"""A source or a person that is not here yet, added in place below the field: the form around it stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate
from hhcrm.services.commands import AddPerson, AddSource, PersonValues
from hhcrm.ui.referrals.context import ReferralContext
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.editors import ChoiceBox, LineEditor
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _NewRow(QWidget):
    """Editors over Add and Not now. Enter moves on and, at the end, adds; Esc goes back to the field."""

    added = Signal(int, str)
    """It is stored: its id and name."""

    left = Signal()
    """Not now."""

    def __init__(self, context: ReferralContext, name: str, words: str, verb: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._context = context
        self._error = Text("", "small", "overdue", wrap=True)
        self._error.hide()
        self.add = Button(verb, size="small", name=f"{name}_add")
        self.no = Button(translate("referrals", "Not now"), "bare", size="small", name=f"{name}_no")
        self.editors = QHBoxLayout()
        self.editors.setSpacing(scaled(6))
        buttons = QHBoxLayout()
        buttons.setSpacing(scaled(6))
        buttons.addWidget(self.add)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(92), 0, 0, scaled(4))
        column.setSpacing(scaled(6))
        column.addWidget(Text(words, "small", "due", wrap=True))
        column.addLayout(self.editors)
        column.addWidget(self._error)
        column.addLayout(buttons)
        self.add.clicked.connect(self._add)
        self.no.clicked.connect(self._leave)
        self.hide()

    def command(self) -> tuple[Callable[[Actions], ChangeSet], str]:
        """What is to be stored, and its name. Raises RuleBroken."""
        raise NotImplementedError

    def chain(self) -> list[QWidget]:
        """The parts in the order of the keyboard."""
        raise NotImplementedError

    def _add(self) -> None:
        order, name = self.command()
        self.add.setEnabled(False)

        def done(changes: ChangeSet) -> None:
            self.add.setEnabled(True)
            self.hide()
            self.added.emit(changes.subject or 0, name)

        words = translate("referrals", "{name} added").format(name=name)
        self._context.do(order, words, done, self._refused, owner=self)

    def _refused(self, error: Exception) -> None:
        self.add.setEnabled(True)
        self._error.setText(str(error))
        self._error.show()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = self.focusWidget()
            if isinstance(at, QAbstractButton):
                at.click()
            else:
                self.focusNextChild()
        else:
            super().keyPressEvent(event)


class NewSourceRow(_NewRow):
    """Name and type of a source that sends for the first time."""

    def __init__(self, context: ReferralContext) -> None:
        words = translate("referrals", "Not here yet. Add it with its type; the form stays as it is.")
        super().__init__(context, "new_source", words, translate("referrals", "Add source"))
        self.name = LineEditor("new_source_name", translate("referrals", "Name of the new source"))
        self.type = ChoiceBox("new_source_type", translate("referrals", "Type of the new source"))
        self.editors.setDirection(QBoxLayout.Direction.TopToBottom)  # a long name is seen whole
        self.editors.addWidget(self.name)
        self.editors.addWidget(self.type)

    def begin(self, typed: str) -> None:
        """Ask for the type of what was typed."""
        self.name.setText(typed.strip())
        self.name.setCursorPosition(0)
        self.type.clear()
        for choice in self._context.choices.types:
            self.type.addItem(choice.name, choice.id)
        self._error.hide()
        self.show()
        self.type.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def command(self) -> tuple[Callable[[Actions], ChangeSet], str]:
        name = self.name.text().strip()
        command = AddSource({"name": name, "type_id": self.type.currentData()}, self._context.desk.today())
        return lambda actions: actions.add_source(command), name

    @override
    def chain(self) -> list[QWidget]:
        return [self.name, self.type, self.add, self.no]


class NewPersonRow(_NewRow):
    """First and last name of somebody at the source."""

    def __init__(self, context: ReferralContext, name: str) -> None:
        words = translate("referrals", "Not here yet. Add them; the form stays as it is.")
        super().__init__(context, name, words, translate("referrals", "Add person"))
        self._source_id: int | None = None
        self.first = LineEditor(f"{name}_first", translate("referrals", "First name"), translate("referrals", "First"))
        self.last = LineEditor(f"{name}_last", translate("referrals", "Last name"), translate("referrals", "Last"))
        self.editors.addWidget(self.first, 1)
        self.editors.addWidget(self.last, 1)

    def begin(self, typed: str, source_id: int | None) -> None:
        """Take what was typed apart; the last word is the last name."""
        first, _, last = typed.strip().rpartition(" ")
        self._source_id = source_id
        self.first.setText(first)
        self.last.setText(last)
        self._error.hide()
        self.show()
        (self.add if first else self.first).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def command(self) -> tuple[Callable[[Actions], ChangeSet], str]:
        first, last = self.first.text().strip(), self.last.text().strip()
        command = AddPerson(PersonValues(first, last), self._source_id)
        return lambda actions: actions.add_person(command), f"{first} {last}".strip()

    @override
    def chain(self) -> list[QWidget]:
        return [self.first, self.last, self.add, self.no]
