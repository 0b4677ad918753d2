"""The check at intake while somebody types: an answer below each field, all of them in one line above."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.intake_check import sum_up
from hhcrm.domain.intake_facts import Answer, Intake, Item
from hhcrm.domain.wording import translate
from hhcrm.ui.referrals.context import ReferralContext
from hhcrm.ui.shared.entries import act_button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.form import BESIDE, Form
from hhcrm.ui.shared.text import Text, Tone

LOOK_MS = 200
"""How long after the last key it is asked."""

TONES: dict[Answer, Tone] = {
    Answer.YES: "good",
    Answer.UNKNOWN: "muted",
    Answer.LOOK: "due",
    Answer.NO: "overdue",
}
_ASKED = frozenset(
    {"payer", "payer_acceptance", "served_zip", "discipline_capacity", "referral", "referral_source", "contact"}
)
_GAP = 8


class CheckLines(QWidget):
    """The answers below one field, under its editor. A referral that may be the same can be opened."""

    def __init__(self, name: str, open_referral: Callable[[int], object]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._open = open_referral
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(scaled(BESIDE + _GAP), 0, 0, scaled(2))
        self._column.setSpacing(scaled(2))
        self.hide()

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these instead."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for each in items:
            self._column.addWidget(self._line(each))
        self.setVisible(bool(items))

    def _line(self, item: Item) -> QWidget:
        words = Text(item.said, "small", TONES[item.answer], wrap=True)
        if item.referral_id is None:
            return words
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(_GAP))
        row.addWidget(words, 1)
        open_words, key = translate("referrals", "Open"), item.referral_id
        tip = translate("referrals", "Open that referral; what you typed is kept")
        row.addWidget(act_button(open_words, f"{self.objectName()}_{key}", lambda: self._open(key), tip))
        return line


class IntakeWatch(QObject):
    """Asks while somebody types, and again where what the agency takes changes meanwhile.

    `read` gives what stands in the form, None where nobody asks any more. With `all_answers` those that say yes stand
    beside the fields too.
    """

    answered = Signal()
    """The newest answers are shown."""

    def __init__(
        self, form: Form, context: ReferralContext, read: Callable[[], Intake | None], *, all_answers: bool = True
    ) -> None:
        super().__init__(form)
        self._form, self._context, self._read, self._all = form, context, read, all_answers
        self._asked = 0
        self._seen: Intake | None = None
        self._lines: dict[str, CheckLines] = {}
        self.items: tuple[Item, ...] = ()
        self.sum = Text(self._nothing(), "small", "muted", wrap=True)
        self.sum.setObjectName(f"{form.objectName()}_check")
        if not all_answers:  # shown before it stands anywhere it would be a window of its own
            self.sum.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LOOK_MS)
        self._later.timeout.connect(self.look)
        form.typed_into.connect(lambda _key: self._later.start())
        context.desk.changed.connect(self._on_changed)

    def look(self) -> None:
        """Ask now, unless nothing has changed since it was asked last."""
        intake = self._read()
        if intake is None:
            self._asked += 1  # what is on its way comes too late
            self._seen = None
            self._show(())
        elif intake != self._seen:
            self._seen = intake
            self._ask(intake)

    def show_again(self) -> None:
        """Show what was answered last: what a field says of itself by now is not said twice."""
        self._show(self.items)

    def _ask(self, intake: Intake) -> None:
        self._asked += 1
        mine = self._asked
        self._context.desk.read(
            lambda q: q.intake_check(intake),
            lambda items: self._show(items) if mine == self._asked else None,
            owner=self,
        )

    def _on_changed(self, changes: ChangeSet) -> None:
        if _ASKED & set(changes.tables):
            self._seen = None
            self._later.start()

    def _show(self, items: Sequence[Item]) -> None:
        self.items = tuple(items)
        by_field: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            if self._is_beside(item):
                by_field[item.field].append(item)
        for key in (*self._lines, *by_field):
            if key not in self._lines:
                self._lines[key] = CheckLines(f"{self._form.objectName()}_{key}_check", self._open)
                self._form.add_below(key, self._lines[key])
            self._lines[key].show_items(by_field.get(key, ()))
        for key in self._lines:
            self._describe(key, by_field.get(key, ()))
        self._show_sum()
        self.answered.emit()

    def _is_beside(self, item: Item) -> bool:
        """Whether an answer stands below its field; not where the field says the very same of itself."""
        wanted = self._form.has(item.field) and (self._all or item.answer is not Answer.YES)
        return wanted and item.said != self._form.field(item.field).error

    def _describe(self, key: str, items: Sequence[Item]) -> None:
        """Who cannot see the lines hears them with the field."""
        field = self._form.field(key)
        said = [field.error or field.hint, *(item.said for item in items)]
        field.editor.setAccessibleDescription(" ".join(part for part in said if part))

    def _show_sum(self) -> None:
        found = sum_up(self.items)
        self.sum.setText(self._nothing() if found is None else found.words)
        self.sum.set_tone("muted" if found is None else TONES[found.answer])
        self.sum.setVisible(self._all or found is not None)

    @staticmethod
    def _nothing() -> str:
        return translate("referrals", "What we can take is checked while you type; you can save at any point.")

    def _open(self, referral_id: int) -> None:
        self._context.frame.go("referrals", referral_id=referral_id)
