"""The fields of Log visit: how they stand, what stands in them, what is wrong beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import Advance, Ask, BusinessLine
from hhcrm.queries.log_models import LogGuess, NextVisit
from hhcrm.queries.read_models import Choices
from hhcrm.ui.logvisit.new_person import NewPerson
from hhcrm.ui.logvisit.typed import NO_DAY, Typed
from hhcrm.ui.shared.chip_picker import Chip, ChipPicker
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.editors import ChoiceBox, Framed, LineEditor, NotesEditor
from hhcrm.ui.shared.field import Field
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.source_picker import SourcePicker
from hhcrm.ui.shared.text import Text
from hhcrm.ui.shared.when import read_next, read_when, say_near, say_when, workdays_after

ADVANCES = (
    (Advance.ADVANCE.value, "A", QT_TRANSLATE_NOOP("log", "Advance")),
    (Advance.CONTINUATION.value, "C", QT_TRANSLATE_NOOP("log", "Continuation")),
    (Advance.SETBACK.value, "S", QT_TRANSLATE_NOOP("log", "Setback")),
)
ASKS = (
    (Ask.NOT_ASKED.value, "N", QT_TRANSLATE_NOOP("log", "Not asked")),
    (Ask.ASKED.value, "A", QT_TRANSLATE_NOOP("log", "Asked")),
    (Ask.AGREED.value, "G", QT_TRANSLATE_NOOP("log", "Agreed")),
    (Ask.DECLINED.value, "D", QT_TRANSLATE_NOOP("log", "Declined")),
)
_PROMISE_DAYS = 2
_MORE = ("travel_minutes", "miles", "line", "purpose", "next_step", "material_ids")
_TEXTS = ("when", "minutes", "promise", "promise_by", "next_on", "travel_minutes", "miles", "purpose", "next_step")


def in_words(choices: tuple[tuple[str, str, str], ...]) -> tuple[tuple[str, str, str], ...]:
    """Choices with their words in the language of the window."""
    return tuple((value, key, translate("log", words)) for value, key, words in choices)


class LogForm(QWidget):
    """The fields in the order of the eye. `touched` are those that a person filled: no guess replaces them."""

    edited = Signal(str)
    """A person changed the field of this name."""

    source_chosen = Signal()
    """Another source, or none that we know, stands in Source."""

    settled = Signal()
    """The day or the kind may have changed: the next visit follows them."""

    moved_on = Signal()
    """A key that chooses was pressed: on to the next field."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.touched: set[str] = set()
        self._visit_id: int | None = None
        self._filling = False
        self._by_key = False
        self.fields: dict[str, Field] = {}
        self._make_editors()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self._connect()

    # What stands in it

    @property
    def today(self) -> date:
        """The agency's day."""
        return self._desk.today()

    def typed(self) -> Typed:
        """The fields as they stand."""
        texts = {name: getattr(self, name).text() for name in _TEXTS}
        return Typed(
            source_id=self.source.source_id,
            source=self.source.text(),
            visit_id=self._visit_id,
            kind_id=self.kind_id.currentData(),
            contact_ids=self.contact_ids.on,
            advance=self.advance.value,
            ask=self.ask.value,
            notes=self.notes.toPlainText(),
            line=self.line.currentData() or "",
            new_person=self.new_person.line.text(),
            material_ids=self.material_ids.on,
            touched=frozenset(self.touched),
            **texts,
        )

    def visit_on(self) -> date | None:
        """The day of the visit, None while the field says none."""
        try:
            return read_when(self.when.text(), self.today)[0]
        except RuleBroken:
            return None

    def show_choices(self, choices: Choices) -> None:
        """Fill the lists to choose from."""
        self._filling = True
        self.kind_id.clear()
        for kind in choices.kinds:
            self.kind_id.addItem(kind.name, kind.id)
        self.material_ids.show_chips([Chip(choice.id, choice.name) for choice in choices.materials], ())
        self.fields["material_ids"].setVisible(bool(choices.materials))
        self._filling = False

    def show_typed(self, typed: Typed) -> None:
        """Put everything back as it was; the people come with the next guess."""
        self._filling = True
        self.touched = set(typed.touched)
        self._visit_id = typed.visit_id
        self.source.set_source(typed.source_id, typed.source if typed.source_id is not None else "")
        if typed.source_id is None:
            self.source.setText(typed.source)
        for name in _TEXTS:
            getattr(self, name).setText(getattr(typed, name))
        self._choose(self.kind_id, typed.kind_id)
        self._choose(self.line, typed.line)
        self.advance.set_value(typed.advance)
        self.ask.set_value(typed.ask)
        self.notes.setPlainText(typed.notes)
        self.material_ids.set_on(typed.material_ids)
        self.contact_ids.set_on(typed.contact_ids)
        self._filling = False
        if any(getattr(typed, name) for name in _MORE):
            self.show_more(True)

    def show_guess(self, guess: LogGuess, kept: Typed | None = None) -> None:
        """Fill what the person has not; of a draft (`kept`) everything stays, only people and hints come."""
        known = Typed() if kept is None else kept
        self._filling = True
        if kept is None:
            self._visit_id = guess.visit_id
            if "source" not in self.touched:
                self.source.set_source(guess.source_id, guess.source)
            known = self._filled(guess)
            for name in ("when", "minutes", "next_on", "purpose"):
                getattr(self, name).setText(getattr(known, name))
            self._choose(self.kind_id, known.kind_id)
            self._choose(self.line, known.line)
        self.contact_ids.show_chips(
            [Chip(person.contact_id, person.name, person.role) for person in guess.people], known.contact_ids
        )
        self.new_person.set_source(guess.source_id)
        if known.new_person:
            self.new_person.go_on(known.new_person)
        self.fields["next_on"].say_hint(guess.next_hint)
        self.about.setText(". ".join(part.rstrip(".") for part in (guess.stage_hint, guess.last_hint) if part))
        self.about.setVisible(bool(self.about.text()))
        self._filling = False

    def show_next(self, following: NextVisit) -> None:
        """The next visit by the cadence, unless the person has typed another."""
        if "next_on" not in self.touched:
            self.next_on.setText(say_near(following.next_on, self.today) if following.next_on else "")
            self.fields["next_on"].say_hint(following.hint)

    def clear_people(self) -> None:
        """No source, nobody to meet."""
        self.contact_ids.show_chips((), ())
        self.new_person.set_source(None)
        self.about.hide()

    # What is wrong

    def say_errors(self, words: Mapping[str, str]) -> None:
        """Show what is wrong beside each field, and go to the first."""
        for name, field in self.fields.items():
            field.say_error(words.get(name, ""))
        first = next((name for name in self.fields if words.get(name)), None)
        if first in _MORE:
            self.show_more(True)
        if first is not None:
            self.fields[first].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # More

    @property
    def more_shown(self) -> bool:
        """Whether the rarer fields are open."""
        return not self._more.isHidden()

    def show_more(self, shown: bool) -> None:
        """Open or close the rarer fields."""
        self._more.setVisible(shown)

    def arrange(self, width: int) -> None:
        """The two choices by key side by side where there is room, else one above the other."""
        needed = self.advance.sizeHint().width() + self.ask.sizeHint().width() + 2 * self._keys.spacing()
        side = QBoxLayout.Direction.LeftToRight if needed <= width else QBoxLayout.Direction.TopToBottom
        if self._keys.direction() != side:
            self._keys.setDirection(side)

    # Making

    def _make_editors(self) -> None:
        self.source = SourcePicker(self._desk, "log_source", self)
        self.kind_id = ChoiceBox("log_kind", translate("log", "Kind"))
        self.when = LineEditor("log_when", translate("log", "When"), translate("log", "Today 9:30"))
        self.minutes = LineEditor("log_minutes", translate("log", "Minutes"))
        self.about = Text("", "small", "muted", wrap=True)
        self.about.setObjectName("log_about")
        self.about.hide()
        self.contact_ids = ChipPicker("log_who", translate("log", "Who"), translate("log", "No people known here yet"))
        self.new_person = NewPerson(self._desk)
        self.new_person.hide()
        self.new_person.met.connect(self._on_met)
        self.new_person.typed.connect(self._on_new_person)
        self.advance = Segmented(in_words(ADVANCES), "log_advance", translate("log", "What changed, required"))
        self.ask = Segmented(in_words(ASKS), "log_ask", translate("log", "Asked for referrals"))
        self.ask.set_value(Ask.NOT_ASKED.value)
        self.notes = NotesEditor(
            "log_notes", translate("log", "Notes"), translate("log", "What was said, what they need")
        )
        self.promise = LineEditor("log_promise", translate("log", "We promised"), translate("log", "Nothing"))
        self.promise_by = LineEditor("log_promise_by", translate("log", "By"), translate("log", "fri, +3"))
        self.next_on = LineEditor("log_next", translate("log", "Next visit"), translate("log", "None"))
        self.travel_minutes = LineEditor("log_travel_minutes", translate("log", "Travel minutes"))
        self.miles = LineEditor("log_miles", translate("log", "Miles"))
        self.line = ChoiceBox("log_line", translate("log", "Line"))
        self.line.addItem(translate("log", "Not said"), "")
        for line in BusinessLine:
            words = shown(line.value)
            self.line.addItem(words[0].upper() + words[1:], line.value)
        self.purpose = LineEditor("log_purpose", translate("log", "Purpose"), translate("log", "Why we went"))
        self.next_step = LineEditor(
            "log_next_step", translate("log", "Next step"), translate("log", "What to do there next")
        )
        self.material_ids = ChipPicker(
            "log_materials", translate("log", "Materials"), translate("log", "No materials yet")
        )

    def _field(self, name: str, label: str, editor: QWidget, *, required: bool = False) -> Field:
        field = Field(label, editor, required=required)
        self.fields[name] = field
        return field

    def _lay_out(self) -> None:
        add = self._column.addLayout
        self._column.setSpacing(scaled(12))
        head = self._row(
            (self._field("source", translate("log", "So&urce"), self.source, required=True), 212),
            (self._field("kind_id", translate("log", "&Kind"), self.kind_id), 150),
            (self._field("when", translate("log", "Whe&n"), self.when), 122),
            (self._field("minutes", translate("log", "M&inutes"), self.minutes), 66),
        )
        add(head)
        self._column.addWidget(self.about)
        self._column.addWidget(self._field("contact_ids", translate("log", "W&ho"), self.contact_ids))
        self._column.addWidget(self.new_person)
        self._keys = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._keys.setSpacing(scaled(16))
        for field in (
            self._field("advance", translate("log", "&What changed"), self.advance, required=True),
            self._field("ask", translate("log", "&Ask"), self.ask),
        ):
            self._keys.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._keys.addStretch(1)
        add(self._keys)
        self._column.addWidget(self._field("notes", translate("log", "N&otes"), Framed(self.notes)))
        add(
            self._row(
                (self._field("promise", translate("log", "We &promised"), self.promise), 273),
                (self._field("promise_by", translate("log", "&By"), self.promise_by), 132),
                (self._field("next_on", translate("log", "Nex&t visit"), self.next_on), 150),
            )
        )
        self._column.addWidget(self._more_fields())
        self._column.addStretch(1)

    def _more_fields(self) -> QWidget:
        self._more = QWidget()
        column = QVBoxLayout(self._more)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addLayout(
            self._row(
                (self._field("travel_minutes", translate("log", "Travel minutes"), self.travel_minutes), 110),
                (self._field("miles", translate("log", "Miles"), self.miles), 90),
                (self._field("line", translate("log", "Line"), self.line), 160),
                (self._field("purpose", translate("log", "Purpose"), self.purpose), 200),
            )
        )
        column.addWidget(self._field("next_step", translate("log", "Next step"), self.next_step))
        column.addWidget(self._field("material_ids", translate("log", "Materials"), self.material_ids))
        self._more.hide()
        return self._more

    def _row(self, *parts: tuple[Field, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(12))
        for field, share in parts:
            row.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        return row

    def _connect(self) -> None:
        self.source.setMinimumHeight(self.when.minimumHeight())
        self.source.textEdited.connect(partial(self._on_edited, "source"))
        self.source.chosen.connect(self._on_chosen)
        for name in _TEXTS:
            getattr(self, name).textEdited.connect(partial(self._on_edited, name))
        self.notes.textChanged.connect(partial(self._on_edited, "notes"))
        for name in ("kind_id", "line"):
            getattr(self, name).currentIndexChanged.connect(partial(self._on_edited, name))
        self.kind_id.currentIndexChanged.connect(lambda _row: None if self._filling else self.settled.emit())
        for name in ("contact_ids", "material_ids"):
            getattr(self, name).switched.connect(partial(self._on_edited, name))
        for name in ("advance", "ask"):
            segmented: Segmented = getattr(self, name)
            segmented.installEventFilter(self)
            segmented.picked.connect(partial(self._on_picked, name))
        for name in ("when", "promise_by", "next_on"):
            getattr(self, name).left.connect(partial(self._on_day_left, name))

    # What happens

    def _on_met(self, contact_id: int, name: str) -> None:
        """Somebody new, or found to be here already, was met."""
        self.contact_ids.add_chip(Chip(contact_id, name))
        self.contact_ids.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_new_person(self) -> None:
        self.touched.add("new_person")
        self.edited.emit("new_person")

    def _on_edited(self, name: str, *_value: object) -> None:
        if self._filling:
            return
        self.touched.add(name)
        self.fields[name].say_error("")
        if name == "promise":
            self._guess_by()
        self.edited.emit(name)

    def _on_picked(self, name: str, _value: str) -> None:
        self._on_edited(name)
        if self._by_key:
            self.moved_on.emit()

    def _on_chosen(self, source_id: int, _name: str) -> None:
        self.touched.add("source")
        if not source_id:
            self.fields["source"].say_error(
                translate(
                    "log", "No source of that name. Type another part of it, or add the source under Sources first."
                )
            )
        else:
            self.fields["source"].say_error("")
        self._visit_id = None
        self.edited.emit("source")
        self.source_chosen.emit()

    def _on_day_left(self, name: str) -> None:
        """Say the day that was understood, or what to type."""
        editor: LineEditor = getattr(self, name)
        if name in self.touched and editor.text().strip():
            try:
                editor.setText(self._said_day(name, editor.text()))
            except RuleBroken as fault:
                self.fields[name].say_error(translate("log", NO_DAY) if name == "when" else str(fault))
        if name == "when":
            self.settled.emit()

    def _said_day(self, name: str, text: str) -> str:
        if name == "when":
            return say_when(*read_when(text, self.today), self.today)
        day = read_next(text, self.today, self.visit_on() or self.today)
        return say_near(day, self.today) if day else ""

    def _guess_by(self) -> None:
        if "promise_by" not in self.touched:
            day = workdays_after(self.visit_on() or self.today, _PROMISE_DAYS)
            self.promise_by.setText(say_near(day, self.today) if self.promise.text().strip() else "")

    def _filled(self, guess: LogGuess) -> Typed:
        """What stands there with the guesses in the fields that nobody touched."""
        guessed: dict[str, Any] = {
            "when": say_when(guess.visit_on, guess.start_time, self.today),
            "minutes": str(guess.minutes) if guess.minutes is not None else "",
            "next_on": say_near(guess.next_on, self.today) if guess.next_on else "",
            "purpose": guess.purpose,
            "kind_id": guess.kind_id if guess.kind_id is not None else self.kind_id.itemData(0),
            "line": guess.line.value if guess.line else "",
            "contact_ids": tuple(person.contact_id for person in guess.people if person.guessed),
        }
        people = {person.contact_id for person in guess.people}
        if not people.issuperset(self.contact_ids.on):
            self.touched.discard("contact_ids")  # people of the source that stood here before
        return replace(self.typed(), **{name: value for name, value in guessed.items() if name not in self.touched})

    def _choose(self, box: ChoiceBox, value: object) -> None:
        place = box.findData(value)
        if place >= 0:
            box.setCurrentIndex(place)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._by_key = bool(event.text().strip())  # arrows look around, letters decide
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._by_key = False
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(event.size().width())

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrower than the two rows of keys side by side: then they stand one above the other."""
        return QSize(scaled(320), super().minimumSizeHint().height())
