"""Somebody met for the first time: added where the visit is logged, or found to be here already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.queries.people_models import AlikePerson, Typed
from hhcrm.services.commands import AddPerson, Affiliate, PersonValues, Restore
from hhcrm.ui.shared.alike import LOOK_MS, AlikeLines, Offer, reason_words
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.editors import LineEditor
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.fonts import scaled

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

Command = Callable[["Actions"], ChangeSet]

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NewPerson(QWidget):
    """A small button that opens one line. Enter adds the person to the source; Esc closes the line."""

    met = Signal(int, str)
    """This person was met: just added, or here already."""

    said = Signal(str)
    """What was done, to be said with Undo."""

    typed = Signal()
    """Something was typed into the line."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._source_id: int | None = None
        self._asked = 0
        self._busy = False
        self.button = Button(translate("log", "N&ew person…"), "bare", icon="user-plus", size="small", name="log_new")
        self.button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Alt+E opens it: Tab goes on to what changed
        self.button.setToolTip(translate("log", "Add somebody who is not known here yet (Alt+E)"))
        self.line = LineEditor("log_new_person", translate("log", "Name"), translate("log", "Suzy Park, RN"))
        self.add = Button(translate("log", "Add"), size="small", name="log_new_person_add")
        self.field = Field(translate("log", "Name of the new person"), self.line)
        self.alike = AlikeLines("log_new_person_alike")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LOOK_MS)
        self._put_together()
        self.button.clicked.connect(self.open_line)
        self.add.clicked.connect(self._on_add)
        self.line.textEdited.connect(self._on_typed)
        self._later.timeout.connect(self._look)

    def set_source(self, source_id: int | None) -> None:
        """Where the person is added; nowhere without a source."""
        if source_id != self._source_id:
            self._source_id = source_id
            self.close_line()
        self.setVisible(source_id is not None)

    def open_line(self) -> None:
        """Let a name be typed."""
        self.button.hide()
        self._row.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, name: str) -> None:
        """Open the line with what was left half-typed in it; the keyboard stays where it is."""
        self.button.hide()
        self._row.show()
        self.line.setText(name)
        self._later.start()

    def close_line(self) -> None:
        """Put the line away."""
        self._later.stop()
        self._asked += 1
        self.line.clear()
        self.field.say_error("")
        self.alike.show_offers(())
        self._row.hide()
        self.button.show()

    # Inside

    def _put_together(self) -> None:
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._row)
        column.addWidget(self.alike)

    def _on_typed(self, _text: str) -> None:
        self.field.say_error("")
        self._later.start()
        self.typed.emit()

    def _look(self) -> None:
        self._asked += 1
        mine, source_id, typed = self._asked, self._source_id, Typed(name=self.line.text())
        self._desk.read(
            lambda q: q.alike_people(typed, source_id),
            lambda found: self._show(found) if mine == self._asked else None,
            owner=self,
        )

    def _show(self, found: Sequence[AlikePerson]) -> None:
        self.alike.show_offers([self._offer(line) for line in found])

    def _offer(self, line: AlikePerson) -> Offer:
        who = f"{line.name}, {line.where}" if line.where else line.name
        words = reason_words(line.reason, who, line.archived)
        if line.archived:
            act_words = translate("log", "Restore them")
        elif line.here:
            act_words = translate("log", "Choose them")
        else:
            act_words = translate("log", "Add this source to them")
        return Offer(line.contact_id, words, act_words, lambda: self._take(line), ())

    def _take(self, line: AlikePerson) -> None:
        """They are here already: brought back and put at this source, as far as that is needed."""
        source_id = self._source_id
        if source_id is None or self._busy:
            return
        if line.here and not line.archived:
            self._on_met(line.contact_id, line.name)
            return
        today = self._desk.today()
        put = Affiliate(line.contact_id, source_id, from_on=today)
        back = Restore("contact", (line.contact_id,))
        if line.archived:
            self._act(lambda actions: actions.restore(back), line.contact_id, line.name, translate("log", "Restored"))
        else:
            said = translate("log", "{person} added here").format(person=line.name)
            self._act(lambda actions: actions.affiliate(put), line.contact_id, line.name, said)

    def _on_add(self) -> None:
        name, source_id = " ".join(self.line.text().split()), self._source_id
        if not name:
            self.field.say_error(translate("log", "Type a name, such as Suzy Park."))
            return
        if source_id is None or self._busy:
            return
        today = self._desk.today()

        def add(actions: Actions) -> ChangeSet:
            from hhcrm.models.names import split_name  # late, on the writer: it takes a while to load

            first, last, credentials = split_name(name)
            return actions.add_person(AddPerson(PersonValues(first, last, credentials), source_id, "", today))

        self._act(add, None, name, translate("log", "{person} added").format(person=name))

    def _act(self, command: Command, contact_id: int | None, name: str, said: str) -> None:
        self._busy = True

        def done(changes: ChangeSet) -> None:
            self._busy = False
            self.said.emit(said)
            self._on_met(contact_id or changes.subject or 0, name)

        self._desk.act(command, done, self._on_failed, owner=self)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        words = str(error) if isinstance(error, RuleBroken) else translate("log", "This could not be saved. Try again.")
        self.field.say_error(words)

    def _on_met(self, contact_id: int, name: str) -> None:
        self.close_line()
        self.met.emit(contact_id, name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not self._row.isHidden():
            self._on_add()
        elif event.key() == Qt.Key.Key_Escape and not self._row.isHidden():
            self.close_line()
        else:
            super().keyPressEvent(event)
