"""One planned visit in End of day: what became of it, by a key each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.days import say_time
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import Advance, Ask, VisitStatus
from hhcrm.queries.log_models import LogGuess
from hhcrm.services.commands import CloseVisit, LogVisit
from hhcrm.ui.logvisit.form import ADVANCES, ASKS, in_words
from hhcrm.ui.logvisit.typed import read_minutes
from hhcrm.ui.shared.editors import LineEditor
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.segmented import Segmented
from hhcrm.ui.shared.tags import Tag
from hhcrm.ui.shared.text import Text, is_look_change

OUTCOMES = (
    *ADVANCES,
    (VisitStatus.MISSED.value, "M", QT_TRANSLATE_NOOP("log", "Missed")),
    (VisitStatus.CANCELLED.value, "X", QT_TRANSLATE_NOOP("log", "Cancelled")),
)
_CLOSED = (VisitStatus.MISSED.value, VisitStatus.CANCELLED.value)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DayRow(QWidget):
    """A key says what became of the visit and moves on; up and down go to the visits before and after."""

    edited = Signal(object)
    moved = Signal(object, int)

    def __init__(self, guess: LogGuess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.guess = guess
        self._by_key = False
        self.saved = False
        name = f"day_{guess.visit_id}"
        self.setObjectName(name)
        self.setAccessibleName(translate("log", "Visit to {source}").format(source=guess.source))
        self.outcome = Segmented(
            in_words(OUTCOMES),
            f"{name}_outcome",
            translate("log", "{source}: what became of it").format(source=guess.source),
        )
        self.ask = Segmented(
            in_words(ASKS), f"{name}_ask", translate("log", "{source}: asked for referrals").format(source=guess.source)
        )
        self.minutes = LineEditor(
            f"{name}_minutes",
            translate("log", "{source}: minutes").format(source=guess.source),
            translate("log", "Min"),
        )
        self.note = LineEditor(
            f"{name}_note", translate("log", "{source}: note").format(source=guess.source), translate("log", "Note")
        )
        self.fault = Text("", "small", "overdue", wrap=True)
        self.fault.setObjectName(f"{name}_fault")
        self.fault.hide()
        self.ask.set_value(Ask.NOT_ASKED.value)
        self.minutes.setText(self._usual_minutes())
        self._lay_out()
        self._connect()

    @property
    def visit_id(self) -> int:
        """The planned visit."""
        assert self.guess.visit_id is not None
        return self.guess.visit_id

    @property
    def filled(self) -> bool:
        """Whether it is known what became of the visit."""
        return bool(self.outcome.value)

    def content(self) -> dict[str, Any]:
        """What a draft keeps."""
        return {
            "visit_id": self.visit_id,
            "outcome": self.outcome.value,
            "ask": self.ask.value,
            "minutes": self.minutes.text(),
            "note": self.note.text(),
        }

    def show_content(self, kept: Mapping[str, Any]) -> None:
        """Put a draft back."""
        if kept.get("outcome") in {value for value, _, _ in OUTCOMES}:
            self.outcome.set_value(kept["outcome"])
        if kept.get("ask") in {value for value, _, _ in ASKS}:
            self.ask.set_value(kept["ask"])
        self.minutes.setText(str(kept.get("minutes", self.minutes.text())))
        self.note.setText(str(kept.get("note", "")))
        self._follow_outcome()

    def command(self) -> LogVisit | CloseVisit:
        """What the row orders. Raises RuleBroken with what to type."""
        if self.outcome.value in _CLOSED:
            status = VisitStatus(self.outcome.value)
            return CloseVisit(self.visit_id, status, self.note.text().strip(), self.guess.version)
        guess = self.guess
        if guess.source_id is None or guess.kind_id is None:
            raise RuleBroken(translate("log", "Log this visit by itself: its kind is not known."))
        return LogVisit(
            source_id=guess.source_id,
            advance=Advance(self.outcome.value),
            kind_id=guess.kind_id,
            visit_on=guess.visit_on,
            visit_id=guess.visit_id,
            start_time=guess.start_time,
            minutes=read_minutes(self.minutes.text()),
            contact_ids=tuple(person.contact_id for person in guess.people if person.guessed),
            ask=Ask(self.ask.value or Ask.NOT_ASKED),
            purpose=guess.purpose,
            line=guess.line,
            notes=self.note.text().strip(),
            next_on=guess.next_on,
        )

    def say_fault(self, words: str) -> None:
        """Say what is wrong with this one; nothing takes it away."""
        self.fault.setText(words)
        self.fault.setVisible(bool(words))

    def mark_saved(self) -> None:
        """It is in the database: nothing more to fill in."""
        self.saved = True
        self.setEnabled(False)

    def go_in(self) -> None:
        """Take the keyboard."""
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, width: int) -> None:
        """The two rows of keys side by side where there is room."""
        needed = self.outcome.sizeHint().width() + self.ask.sizeHint().width() + 2 * scaled(12)
        side = QBoxLayout.Direction.LeftToRight if needed <= width else QBoxLayout.Direction.TopToBottom
        if self._keys.direction() != side:
            self._keys.setDirection(side)

    def _usual_minutes(self) -> str:
        return str(self.guess.minutes) if self.guess.minutes is not None else ""

    def _lay_out(self) -> None:
        at = self.guess.start_time
        head = QHBoxLayout()
        head.setSpacing(scaled(10))
        head.addWidget(Tag(say_time(at) if at is not None else translate("log", "Any time"), "info"))
        head.addWidget(Text(self.guess.source, "strong", wrap=True), 1)
        said = ". ".join(part for part in (self.guess.stage_hint, self.guess.last_hint) if part)
        left = Qt.AlignmentFlag.AlignLeft
        self._keys = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._keys.setSpacing(scaled(12))
        self._keys.addWidget(self.outcome, 0, left)
        self._keys.addWidget(self.ask, 0, left)
        self._keys.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(scaled(8))
        self.minutes.setFixedWidth(scaled(64))
        foot.addWidget(self.minutes)
        self._unit = Text("min", "small", "muted")
        foot.addWidget(self._unit)
        foot.addSpacing(scaled(8))
        foot.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(10), 0, scaled(12))
        column.setSpacing(scaled(6))
        column.addLayout(head)
        column.addWidget(Text(said, "small", "muted", wrap=True))
        column.addLayout(self._keys)
        column.addLayout(foot)
        column.addWidget(self.fault)

    def _connect(self) -> None:
        self.outcome.picked.connect(self._on_outcome)
        self.ask.picked.connect(self._on_ask)
        for editor in (self.minutes, self.note):
            editor.textEdited.connect(lambda _text: self.edited.emit(self))
        for part in (self.outcome, self.ask, self.minutes, self.note):
            part.installEventFilter(self)

    def _on_outcome(self, _value: str) -> None:
        self._follow_outcome()
        self.edited.emit(self)
        if self._by_key:
            (self.note if self.outcome.value in _CLOSED else self.ask).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ask(self, _value: str) -> None:
        self.edited.emit(self)
        if self._by_key:
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_outcome(self) -> None:
        """A visit that did not take place has no ask and no minutes, but a reason."""
        closed = self.outcome.value in _CLOSED
        for part in (self.ask, self.minutes, self._unit):
            part.setVisible(not closed)
        self.note.setPlaceholderText(translate("log", "Why") if closed else translate("log", "Note"))
        self.say_fault("")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._by_key = bool(event.text().strip())
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if watched is self.note and event.key() in _ENTER and not event.modifiers():
                step = 1
            if step:
                self.moved.emit(self, step)
                return True
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._by_key = False
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event) and hasattr(self, "_keys"):
            self.minutes.setFixedWidth(scaled(64))
