"""A panel with a short list that is edited in place: one row each, and the form in the row's place while it is open."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import NotFound
from hhcrm.domain.wording import translate
from hhcrm.queries.missed_models import DaysChange
from hhcrm.ui.settings.entry_row import Row
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.page import Section, forget
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fate_words import moved_said
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.blank import Blank
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.hits import Hits
from hhcrm.ui.shared.in_sight import bring_into_sight
from hhcrm.ui.shared.tags import TagKind
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

L = TypeVar("L")
Command = Callable[["Actions"], ChangeSet]

NEW = 0

AT_ONCE = 8
"""So many rows are put down in one turn: more hold the window up."""

BETWEEN_MS = 5
"""Between two such turns nothing else is to be done: what was put down is drawn and the person is heard."""

_LATE_MS = 2
_TRIES = 10


def when_quiet(owner: QObject, act: Callable[[], object], tries: int = _TRIES) -> None:
    """Do something once the event loop has rested for `BETWEEN_MS`.

    A timer that comes late says that there was still something to lay out or draw: it is set again. After some tries
    it goes on all the same, for a machine that is busy with others' work.
    """
    begun = monotonic()

    def look() -> None:
        if (monotonic() - begun) * 1000 > BETWEEN_MS + _LATE_MS and tries > 1:
            when_quiet(owner, act, tries - 1)
        else:
            act()

    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(look)
    timer.timeout.connect(timer.deleteLater)
    timer.start(BETWEEN_MS)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done with a row, beside editing it."""

    name: str
    words: str
    do: Callable[[], object]
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class Ways(Generic[L]):
    """How the rows of one list are shown, edited and told apart. `edits` says whether a row has a form at all.

    `ask` asks for the rows again; `order` is what saving means, with None for a new row. Where it is `ready` a new row
    may be added as its form stands. `change` is what days saving takes from planned visits. `suffix` is what the name
    of a row's form ends with, where it is not its key.
    """

    name: str
    key: Callable[[L], int]
    version: Callable[[L], int]
    title: Callable[[L], str]
    beside: Callable[[L], str]
    blanks: Callable[[L | None], Sequence[Blank]]
    texts: Callable[[L | None], Mapping[str, str]]
    order: Callable[[Form, L | None, int], Command]
    said: Callable[[Mapping[str, str], L | None], str]
    ask: Callable[[Questions], Sequence[L]]
    acts: Callable[[L], Sequence[Act]] = lambda _line: ()
    tag: Callable[[L], tuple[str, TagKind] | None] = lambda _line: None
    edits: Callable[[L], bool] = lambda _line: True
    add: str = ""
    verb: str = ""
    empty: str = ""
    ready: bool = False
    suffix: Callable[[L], str] | None = None
    change: Callable[[Form, L | None], DaysChange | None] | None = None


class EntrySection(Section, Generic[L]):
    """While a form is open a refresh leaves it where it stands."""

    filled = Signal()
    """All rows that were to be shown stand there and are drawn."""

    def __init__(self, title: str, sentence: str, ways: Ways[L], context: SettingsContext) -> None:
        super().__init__(title, sentence, spacing=0)
        self.setObjectName(f"settings_{ways.name}")
        self._ways = ways
        self._context = context
        self._lines: Sequence[L] = ()
        self._rows: dict[int, QWidget] = {}
        self._due: deque[tuple[int, L]] = deque()
        self._editing: int | None = None
        self._going_on = False
        self._asked = 0
        self._filled = False
        self._resumed: int | None = None
        self.form: Form | None = None
        self._empty = Text(ways.empty, "body", "muted", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.head.setVisible(bool(title))
        if title or sentence:
            self.body.addSpacing(scaled(8))
        self.body.addWidget(self._empty)
        self.body.addLayout(self._list)
        self._new_place = QVBoxLayout()
        self.body.addLayout(self._new_place)
        self.feet = QHBoxLayout()
        self.feet.setContentsMargins(0, scaled(10), 0, 0)
        self.feet.setSpacing(scaled(8))
        self.add = Button(ways.add, icon="plus", size="small", name=f"settings_{ways.name}_add")
        self.add.clicked.connect(self.begin_new)
        self.feet.addWidget(self.add)
        self.feet.addStretch(1)
        self.add.setVisible(bool(ways.add))
        self.body.addLayout(self.feet)

    @property
    def lines(self) -> Sequence[L]:
        """The rows that are shown."""
        return self._lines

    @property
    def is_editing(self) -> bool:
        """Whether a form is open."""
        return self.form is not None

    def refresh(self) -> None:
        """Ask again; only the newest answer counts."""
        self._asked += 1
        mine = self._asked
        self._context.desk.read(
            self._ways.ask, lambda lines: self.show_lines(lines) if mine == self._asked else None, owner=self
        )

    def show_lines(self, lines: Sequence[L]) -> None:
        """Show these rows."""
        if list(lines) == list(self._lines) and self._rows.keys() == {self._ways.key(line) for line in lines}:
            self._go_on()
            return
        self._lines = lines
        had = self.focusWidget()
        focused = had.objectName() if had is not None and had.hasFocus() else ""
        keep = self._editing if self.form is not None else None
        for key in list(self._rows):
            if key != keep:
                forget(self._rows.pop(key))
        self._due = deque(enumerate(lines))
        self._put_rows(AT_ONCE)
        if keep not in (None, NEW) and keep not in {self._ways.key(line) for line in lines}:
            self._close_form()
        self._empty.setVisible(not lines and bool(self._ways.empty))
        again = self.findChild(QWidget, focused) if focused else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_rows(self, most: int) -> None:
        """Put down so many of the rows that are due; the others come in turns of their own."""
        for _ in range(min(most, len(self._due))):
            place, line = self._due.popleft()
            key = self._ways.key(line)
            if key not in self._rows:  # else its form is open
                self._rows[key] = self._make_row(line)
            self._list.insertWidget(place, self._rows[key])
        self._go_on()

    def _go_on(self) -> None:
        """In one chain at a time: a second list that comes meanwhile joins it."""
        if not self._going_on:
            self._going_on = True
            when_quiet(self, self._on_turn)

    def _on_turn(self) -> None:
        self._going_on = False
        if self._due:
            self._put_rows(AT_ONCE)
        if not self._due:
            self._filled = True
            self.filled.emit()
            self._resume_now()

    def begin_new(self) -> None:
        """The form of a new row, at the foot."""
        self._open_form(None)

    def edit(self, key: int) -> None:
        """The form of a row, in its place."""
        self._put_rows(len(self._due))
        line = self._line(key)
        if line is not None:
            self._open_form(line)

    def resume(self, key: int) -> None:
        """Go on with the draft of a row, or of a new one (`NEW`), now or as soon as the rows are here."""
        self._resumed = key
        if self._filled:
            self._resume_now()

    def _resume_now(self) -> None:
        key, self._resumed = self._resumed, None
        if key is None:
            return
        if key == NEW:
            self.begin_new()
        else:
            self.edit(key)
        if self.form is not None and self._editing == key:
            self.form.take_draft()

    def _line(self, key: int | None) -> L | None:
        return next((line for line in self._lines if self._ways.key(line) == key), None)

    def _open_form(self, line: L | None) -> None:
        self._close_form()
        ways, context = self._ways, self._context
        key = NEW if line is None else ways.key(line)
        name = f"settings_{ways.name}_form{self._suffix(line)}"
        verb = ways.verb or translate("settings", "Add") if line is None else translate("settings", "Save")
        title = translate("settings", "a new one") if line is None else ways.title(line)
        form = Form(
            name, ways.blanks(line), ways.texts(line), context.desk, context.drafts, (ways.name, str(key)),
            {"name": title}, verb=verb, inset=True, new=ways.ready and line is None,
        )  # fmt: skip
        form.open_bar()
        taken = ways.change
        hits = None if taken is None else Hits(form, context, lambda asked: taken(asked, line))
        Editing(
            form,
            context,
            lambda asked, version: ways.order(asked, line, version),
            lambda: moved_said(ways.said(form.texts(), line), () if hits is None else hits.taken),
            self._on_saved,
            version=0 if line is None else ways.version(line),
            reread=None if line is None else partial(self._reread, key),
        )
        form.left.connect(self._on_left)
        self._editing, self.form = key, form
        if line is None:
            self._new_place.addWidget(form)
            self.add.hide()
        else:
            place = self._list.indexOf(self._rows[key])
            forget(self._rows[key])
            self._rows[key] = form
            self._list.insertWidget(place, form)
        form.focus_first()
        bring_into_sight(form)

    def _suffix(self, line: L | None) -> str:
        if line is None:
            return ""
        return f"_{self._ways.key(line)}" if self._ways.suffix is None else self._ways.suffix(line)

    def _close_form(self) -> None:
        """Put the row back in the place of its form."""
        if self.form is None:
            return
        key, form = self._editing, self.form
        self.form = self._editing = None
        form.keep_draft()
        line = self._line(key)
        place = self._list.indexOf(form)
        forget(form)
        if key is not None:
            self._rows.pop(key, None)
        if line is not None and key is not None:
            self._rows[key] = self._make_row(line)
            self._list.insertWidget(max(place, 0), self._rows[key])
        self.add.setVisible(bool(self._ways.add))

    def _reread(self, key: int, questions: Questions) -> tuple[int, dict[str, str]]:
        now = next((line for line in self._ways.ask(questions) if self._ways.key(line) == key), None)
        if now is None:
            raise NotFound(translate("settings", "This is no longer there."))
        return self._ways.version(now), dict(self._ways.texts(now))

    def _on_saved(self, _changes: ChangeSet) -> None:
        self._on_left()
        self.refresh()

    def _on_left(self) -> None:
        key = self._editing
        self._close_form()
        button = self.add if key in (None, NEW) else self.findChild(Button, f"settings_{self._ways.name}_edit_{key}")
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_row(self, line: L) -> QWidget:
        ways, key = self._ways, self._ways.key(line)
        row = Row(ways.title(line), ways.beside(line), ways.tag(line))
        if ways.edits(line):
            edit = Button(translate("settings", "Edit"), "bare", size="small", name=f"settings_{ways.name}_edit_{key}")
            edit.setAccessibleName(translate("settings", "Edit {what}").format(what=ways.title(line)))
            edit.clicked.connect(partial(self.edit, key))
            row.add(edit)
        for act in ways.acts(line):
            button = Button(
                act.words, "bare", icon=act.icon, size="small", name=f"settings_{ways.name}_{act.name}_{key}"
            )
            button.setAccessibleName(f"{act.words}: {ways.title(line)}")
            button.clicked.connect(lambda _on=False, act=act: act.do())
            row.add(button)
        return row
