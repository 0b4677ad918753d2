"""The planned visits that days off would hit: shown with where each goes before the days are saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.queries.missed_models import DaysChange, MoveLine
from hhcrm.services.moved_commands import VisitFate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fate_words import hit_choices, hit_head
from hhcrm.ui.shared.fates import FateList
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.in_sight import bring_into_sight
from hhcrm.ui.shared.text import Text

Change = Callable[[Form], DaysChange | None]
"""What saving a form takes away; None where it takes nothing. Raises RuleBroken for what cannot be read."""


class HitsList(QWidget):
    """How many visits are hit, and each with its choice."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Text("", "body", "due", wrap=True)
        self.head.setObjectName(f"{name}_head")
        self.list = FateList(name, hit_choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(4), 0, scaled(4))
        column.setSpacing(scaled(4))
        column.addWidget(self.head)
        column.addWidget(self.list)

    def show_lines(self, lines: Sequence[MoveLine], context: FormContext) -> None:
        """Show these visits."""
        self.head.setText(hit_head(len(lines)))
        self.list.show_lines(lines, context.desk.today())
        self.setVisible(bool(lines))


class Hits(QObject):
    """Makes a form wait until it is known what it hits; saving it a second time, with the list in sight, goes on.

    Make one for each form; `fates_of(form)` is what the order takes along.
    """

    def __init__(self, form: Form, context: FormContext, change: Change) -> None:
        super().__init__(form)
        self._form, self._context, self._change = form, context, change
        self._verb = form.save.text()
        self._seen: Mapping[str, str] | None = None
        self._asked = 0
        self.taken: tuple[VisitFate, ...] = ()
        """What became of the visits when the form was last saved."""

        self.panel = HitsList(f"{form.objectName()}_hits")
        self.panel.hide()
        self.panel.list.changed.connect(self._say_verb)
        form.add_above_bar(self.panel)
        form.ready = self._ready
        form.typed_into.connect(lambda _key: self._forget())

    def fates(self) -> tuple[VisitFate, ...]:
        """What becomes of the visits in the list. Asked for once: a save that fails looks at the places again."""
        self._seen = None
        self.taken = self.panel.list.fates() if not self.panel.isHidden() else ()
        return self.taken

    def _ready(self) -> bool:
        texts = self._form.texts()
        if self._seen == texts:
            return True
        try:
            change = self._change(self._form)
        except RuleBroken:
            return True  # saving says what cannot be read
        if change is None:
            return True
        self._asked += 1
        mine = self._asked
        self._context.desk.read(
            lambda q: q.visits_hit(change),
            lambda lines: self._take(lines, texts) if mine == self._asked else None,
            self._context.frame.fault,
            owner=self,
        )
        return False

    def _take(self, lines: Sequence[MoveLine], texts: Mapping[str, str]) -> None:
        if self._form.texts() != texts:
            return
        self._seen = texts
        self.panel.show_lines(lines, self._context)
        self._say_verb()
        if lines:
            self.panel.list.focus_first()
            bring_into_sight(self.panel.head)
        else:
            self._form.save.click()

    def _forget(self) -> None:
        """Other days hit other visits."""
        self._seen = None
        self._asked += 1
        self.panel.hide()
        self._say_verb()

    def _say_verb(self) -> None:
        count = len(self.panel.list.fates()) if not self.panel.isHidden() else 0
        self._form.save.setText(verb_with(self._verb, count))
        self._form.save.updateGeometry()


class HitsPanel(QWidget):
    """The same with buttons of its own, where no form is saved: `settled` with what becomes of the visits."""

    settled = Signal(object)
    left = Signal()

    def __init__(self, name: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verb = verb
        self.setObjectName(f"{name}_panel")
        self.hits = HitsList(name)
        self.yes = Button(verb, name=f"{name}_yes")
        self.no = Button(translate("moves", "Cancel"), "bare", name=f"{name}_no")
        self.yes.clicked.connect(lambda: self.settled.emit(self.hits.list.fates()))
        self.no.clicked.connect(self.left)
        self.hits.list.changed.connect(self._say_verb)
        holder = QWidget()
        row = FlowLayout(holder, scaled(8))
        row.addWidget(self.yes)
        row.addWidget(self.no)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(4), 0, scaled(8))
        column.setSpacing(scaled(8))
        column.addWidget(self.hits)
        column.addWidget(holder)

    def show_lines(self, lines: Sequence[MoveLine], context: FormContext) -> None:
        """Show these visits, the keyboard on the first."""
        self.hits.show_lines(lines, context)
        self._say_verb()
        self.show()
        self.hits.list.focus_first()

    def _say_verb(self) -> None:
        self.yes.setText(verb_with(self._verb, len(self.hits.list.fates())))
        self.yes.updateGeometry()


def fates_of(form: Form) -> tuple[VisitFate, ...]:
    """What becomes of the visits that saving a form hits."""
    hits = form.findChild(Hits)
    return hits.fates() if isinstance(hits, Hits) else ()


def verb_with(verb: str, count: int) -> str:
    """What a button does when visits change with it."""
    if not count:
        return verb
    words = (
        translate("moves", "{verb} and change {count} visit")
        if count == 1
        else translate("moves", "{verb} and change {count} visits")
    )
    return words.format(verb=verb, count=count)
