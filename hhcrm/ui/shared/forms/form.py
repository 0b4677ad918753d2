"""A form in the pane: what changed, drafts, errors beside the field, a conflict field by field."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hhcrm.compat import override
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.blank import Blank
from hhcrm.ui.shared.forms.conflict import ConflictRow
from hhcrm.ui.shared.forms.drafting import DraftKeeper
from hhcrm.ui.shared.forms.drafts_port import DraftsLike
from hhcrm.ui.shared.forms.editors import Editor, Find, is_enter
from hhcrm.ui.shared.forms.makers import make_editor
from hhcrm.ui.shared.in_sight import bring_into_sight
from hhcrm.ui.shared.panel import Rule
from hhcrm.ui.shared.picker import Picker
from hhcrm.ui.shared.said import moment_words
from hhcrm.ui.shared.text import Text

COLUMNS = 2
BESIDE = 84
"""How wide labels at the left of their fields are, in pixels at 100 per cent text."""

Make = Callable[[Blank, str], Editor | None]
"""An editor of one's own for a field, by its object name; None leaves the usual one."""


class Form(QWidget):
    """Fields filled with `texts`; says `save_asked` with all texts, `left` when the person leaves it.

    `draft` is (kind, key) under which what is typed is kept, `about` what the draft is told to be about.
    `inset` forms stand inside a list and do not scroll on their own. A `new` form may be saved as it stands, without
    anything typed. `beside` puts the labels at the left, one field a row. What stands in the `kept` fields belongs to a
    draft even where nobody touched them (a time that was now). Until `ready` says yes, saving waits.
    """

    save_asked = Signal()
    typed_into = Signal(str)
    """The field that somebody has just typed into."""

    left = Signal()

    def __init__(
        self,
        name: str,
        blanks: Sequence[Blank],
        texts: Mapping[str, str],
        desk: Desk,
        drafts: DraftsLike | None,
        draft: tuple[str, str],
        about: Mapping[str, Any],
        *,
        verb: str = "",
        find: Find | None = None,
        inset: bool = False,
        new: bool = False,
        beside: bool = False,
        kept: Collection[str] = (),
        make: Make | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._desk = desk
        self._new, self._beside, self._kept, self._make = new, beside, tuple(kept), make
        self.ready: Callable[[], bool] = lambda: True
        self._about = dict(about)
        self._base: dict[str, str] = {}
        self._editors: dict[str, Editor] = {}
        self._fields: dict[str, Field] = {}
        self._conflicts: dict[str, ConflictRow] = {}
        self._opened = False
        self._keeper = DraftKeeper(desk, drafts, *draft, self._draft_content, self)
        self.save = Button(
            verb or translate("forms", "Save"),
            "primary" if new else "quiet",
            hint=translate("forms", "Ctrl Enter"),
            name=f"{name}_save",
        )
        self.cancel = Button(translate("forms", "Cancel"), "bare", name=f"{name}_cancel")
        self._fault = Text("", "small", "overdue", wrap=True)
        self._put_together(name, blanks, find, inset)
        self._connect()
        self._begin(texts)
        self._offer_draft()

    # What stands in it

    def texts(self) -> dict[str, str]:
        """Everything as typed."""
        return {key: editor.typed() for key, editor in self._editors.items()}

    def changed(self) -> dict[str, str]:
        """What differs from what was read."""
        return {key: text for key, text in self.texts().items() if text != self._base[key]}

    def read(self, key: str) -> str:
        """What was read of a field, before anybody typed."""
        return self._base[key]

    def field(self, key: str) -> Field:
        """A field."""
        return self._fields[key]

    def type_into(self, key: str, text: str) -> None:
        """As if somebody had typed it (drafts, conflicts, guesses)."""
        self._editors[key].put(text)
        self._on_edited(key)

    def guess(self, key: str, text: str) -> None:
        """Fill a field that nobody has touched; a guess is nothing typed."""
        if key not in self.changed():
            self._editors[key].put(text)
            self._base[key] = self._editors[key].typed()

    def editor(self, key: str) -> Editor:
        """What one types into."""
        return self._editors[key]

    def add_below(self, key: str, widget: QWidget) -> None:
        """Let something stand below a field: a conflict, a row that adds what is missing."""
        holder = self._fields[key].parentWidget()
        layout = holder.layout() if holder is not None else None
        assert layout is not None
        layout.addWidget(widget)

    def add_above_bar(self, widget: QWidget) -> None:
        """Let something stand between the fields and Save: what saving brings with it."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self._bar), widget)

    def has(self, key: str) -> bool:
        """Whether the form asks for this."""
        return key in self._fields

    @property
    def bar(self) -> QWidget:
        """What stands below the fields: faults, Save and Cancel. A long page may put it where it is always in sight."""
        return self._bar

    def open_bar(self) -> None:
        """Let Cancel stand there from the beginning: the form was opened in the place of something else."""
        self._opened = True
        self._show_bar()

    def focus_first(self) -> None:
        """Let the person begin."""
        next(iter(self._fields.values())).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def undecided(self) -> list[str]:
        """Fields that somebody else changed too and that nobody has decided yet."""
        return [key for key, row in self._conflicts.items() if not row.decided]

    @property
    def offers_draft(self) -> bool:
        """Whether an earlier draft is offered and not yet taken or thrown away."""
        return not self._offer.isHidden()

    # What happens to it

    def say_fault(self, error: Exception) -> bool:
        """Show a fault beside its field, or below; False when it is none to be shown here."""
        if not isinstance(error, RuleBroken):
            return False
        field = self._fields.get(error.field or "")
        if field is not None:
            field.say_error(str(error))
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._fault.setText(str(error))
            self._fault.show()
        bring_into_sight(field or self._fault)
        return True

    def meet(self, theirs: Mapping[str, str]) -> None:
        """The record was changed by somebody else: take over what I did not touch, ask about the rest.

        A field that `theirs` does not name is no part of the record (a reason, a day that something happens).
        """
        mine = self.changed()
        clashing = [key for key in mine if theirs.get(key, self._base[key]) not in (self._base[key], mine[key])]
        for key, editor in self._editors.items():
            self._base[key] = theirs.get(key, self._base[key])
            if key not in mine:
                editor.put(self._base[key])
        self._base = {key: self._settled(key, text) for key, text in self._base.items()}
        for key in clashing:
            self._ask_about(key, self._base[key])
        self._show_bar()
        if clashing:
            self._fault.setText(
                translate("forms", "Somebody changed the same fields meanwhile. Choose for each of them, then save.")
            )
            self._fault.show()

    def saved(self) -> None:
        """It is stored: the draft goes."""
        self._keeper.drop()

    def leave(self) -> None:
        """Leave the form; what was typed stays as a draft."""
        self._keeper.keep()
        self.left.emit()

    def keep_draft(self) -> None:
        """Bring what was typed to disk now."""
        self._keeper.keep()

    def take_draft(self) -> None:
        """Go on with the draft that is offered."""
        draft = self._keeper.kept()
        self._offer.hide()
        if draft is None:
            return
        now = dict(self._base)
        base, values = dict(draft.content.get("base", {})), dict(draft.content.get("values", {}))
        for key, text in values.items():
            if key in self._editors:
                if not self._new:  # what stands in a new form are guesses: nobody has changed anything meanwhile
                    self._base[key] = self._settled(key, str(base.get(key, "")), put=False)
                self._editors[key].put(str(text))
        self.meet(now)
        self._keeper.touch()

    # Inside

    def _begin(self, texts: Mapping[str, str]) -> None:
        for key, editor in self._editors.items():
            editor.put(texts.get(key, ""))
            self._base[key] = editor.typed()  # as the editor gives it back: saving without an edit is none
        self._show_bar()

    def _settled(self, key: str, text: str, *, put: bool = True) -> str:
        """A text as its editor would give it back."""
        editor = self._editors[key]
        mine = editor.typed()
        editor.put(text)
        settled = editor.typed()
        editor.put(mine)
        return settled

    def _offer_draft(self) -> None:
        draft = self._keeper.kept()
        self._offer.setVisible(draft is not None)
        if draft is not None:
            when = moment_words(draft.kept_at, self._desk.now(), self._desk.zone())
            self._offer_words.setText(translate("forms", "You left this half-filled {when}.").format(when=when))

    def _draft_content(self) -> Mapping[str, Any] | None:
        values = self.changed()
        if not values:
            return None
        values |= {key: self._editors[key].typed() for key in self._kept}
        return {"values": values, "base": {key: self._base[key] for key in values}, "about": self._about}

    def _throw_away(self) -> None:
        self._keeper.drop()
        self._keeper.begin_again()
        self._offer.hide()

    def _put_together(self, name: str, blanks: Sequence[Blank], find: Find | None, inset: bool) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        edge = 0 if inset else scaled(18)
        column.setContentsMargins(edge, scaled(8), edge, scaled(12))
        column.setSpacing(scaled(8))
        column.addWidget(self._make_offer(name))
        grid = QGridLayout()
        grid.setSpacing(scaled(10))
        self._lay_blanks(grid, name, blanks, find)
        column.addLayout(grid)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(inside if inset else _scrolling(inside, f"{name}_scroll"), 1)
        whole.addWidget(self._make_bar(edge))

    def _lay_blanks(self, grid: QGridLayout, name: str, blanks: Sequence[Blank], find: Find | None) -> None:
        row = place = 0
        for blank in blanks if not self._beside else [replace(blank, wide=True) for blank in blanks]:
            if place and (blank.wide or blank.section):
                row, place = row + 1, 0
            if blank.section:
                head = Text(blank.section, "section")
                head.setContentsMargins(0, scaled(8), 0, 0)
                grid.addWidget(head, row, 0, 1, COLUMNS)
                row += 1
            grid.addWidget(self._make_field(name, blank, find), row, place, 1, COLUMNS if blank.wide else 1, _TOP)
            place = (place + (COLUMNS if blank.wide else 1)) % COLUMNS
            row += place == 0
        for index in range(COLUMNS):
            grid.setColumnStretch(index, 1)

    def _make_field(self, name: str, blank: Blank, find: Find | None) -> QWidget:
        own = f"{name}_{blank.key}"
        editor = (self._make(blank, own) if self._make is not None else None) or make_editor(blank, own, find)
        beside = BESIDE if self._beside else 0
        field = Field(blank.label, editor.widget(), name=own, required=blank.required, beside=beside)
        field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # its holder keeps it low
        field.say_hint(blank.hint)  # now: given earlier it would be shown for a moment as a window of its own
        editor.edited.connect(lambda key=blank.key: self._on_edited(key))  # type: ignore[attr-defined]
        self._editors[blank.key], self._fields[blank.key] = editor, field
        for label in field.findChildren(QLabel):
            label.setWordWrap(True)  # two columns must fit a narrow pane
        for widget in (editor.widget(), *editor.widget().findChildren(QWidget)):
            widget.installEventFilter(self)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(field)
        return holder

    def _make_offer(self, name: str) -> QWidget:
        self._offer = QFrame()
        column = QVBoxLayout(self._offer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        holder = QWidget()
        row = FlowLayout(holder, scaled(8))
        self._offer_words = Text("", "body", "due", wrap=True)
        go_on = Button(translate("forms", "Go on with it"), size="small", name=f"{name}_draft_take")
        away = Button(translate("forms", "Throw away"), "bare", size="small", name=f"{name}_draft_drop")
        go_on.clicked.connect(self.take_draft)
        away.clicked.connect(self._throw_away)
        column.addWidget(self._offer_words)
        row.addWidget(go_on)
        row.addWidget(away)
        column.addWidget(holder)
        self._offer.hide()
        return self._offer

    def _make_bar(self, edge: int) -> QWidget:
        self._bar = QWidget()
        column = QVBoxLayout(self._bar)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(Rule())
        inside = QVBoxLayout()
        inside.setContentsMargins(edge, scaled(2), edge, scaled(10))
        self._fault.hide()
        inside.addWidget(self._fault)
        holder = QWidget()
        row = FlowLayout(holder, scaled(8))
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        inside.addWidget(holder)
        column.addLayout(inside)
        self.save.setToolTip(translate("forms", "Save (Ctrl+Enter)"))
        self.cancel.setToolTip(translate("forms", "Leave it; what you typed is kept as a draft (Esc)"))
        return self._bar

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.leave)

    def _ask_about(self, key: str, theirs: str) -> None:
        if key in self._conflicts:
            self._conflicts[key].deleteLater()
        row = ConflictRow(f"{self.objectName()}_{key}", _said(theirs))
        row.kept.connect(self._show_bar)
        row.taken.connect(lambda: self.type_into(key, theirs))
        for decided in (row.kept, row.taken):  # the keyboard goes back to the field, whose buttons have gone
            decided.connect(lambda: self._fields[key].editor.setFocus(Qt.FocusReason.OtherFocusReason))
        self.add_below(key, row)
        self._conflicts[key] = row

    def _on_edited(self, key: str) -> None:
        self._fields[key].say_error("")
        self._fault.hide()
        self._show_bar()
        self._keeper.touch()
        self.typed_into.emit(key)

    def _show_bar(self) -> None:
        """Save and Cancel are there only while something differs."""
        wanted = self._new or bool(self.changed()) or bool(self._conflicts)
        self._bar.setVisible(wanted or self._opened)
        self.save.setVisible(wanted or not self._opened)
        self.save.setEnabled(not self.undecided)

    def _on_save(self) -> None:
        if self.undecided or not self.ready():
            return
        self._fault.hide()
        if self._new or self.changed():
            self.save_asked.emit()
        else:
            self.saved()
            self.left.emit()

    # Qt's side

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter moves on, except where it makes a new line; Ctrl+Enter saves from anywhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if _is_own_key(event) and not (isinstance(watched, Picker) and watched.keeps(event)):
                self.keyPressEvent(event)
                return True
            if is_enter(event) and isinstance(watched, QLineEdit | QComboBox):
                self.focusNextChild()
                return True
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        # Taken before any shortcut of the window: in a form these keys belong to the form.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own_key(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif _is_own_key(event):
            self._on_save()
        else:
            super().keyPressEvent(event)


def take_draft_of(form: QWidget | None) -> None:
    """Go on with the draft that a form offers, if it is one."""
    if isinstance(form, Form):
        form.take_draft()


_TOP = Qt.AlignmentFlag.AlignTop


def _is_own_key(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Escape:
        return True
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(control)


def _said(text: str) -> str:
    """A text of an editor in words."""
    if text.startswith("iVBOR"):  # a PNG in base64
        return translate("forms", "a picture")
    return text.rpartition("\t")[2] if "\n" not in text else ", ".join(text.replace("\t", " ").split("\n"))


def _scrolling(inside: QWidget, name: str) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(inside)
    inside.setAutoFillBackground(False)  # after setWidget, which sets it
    return area
