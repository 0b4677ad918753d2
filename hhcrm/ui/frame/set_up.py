"""Setting an agency up, step by step: each but the first can be skipped and found again in Settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.ui.frame.set_up_steps import AgencyStep, Answers, ListStep, PeopleStep, Step, TakeStep
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text

KEEP_MS = 400
"""How long after the last key what was typed goes to disk."""

LookUp = Callable[[str, Callable[[str], None]], object]
"""A ZIP code, and who is told what is wrong with it ("" for nothing) once that is known."""

_HIGH = 560


class SetUpDialog(QDialog):
    """Asks for what an agency begins with. It stays open, with everything typed, until `accept` is called.

    `kept` is what was left half-typed before; `keep` brings what stands in it to disk; `look_up` says whether there is
    such a ZIP code.
    """

    asked = Signal(object)
    """The `Answers`."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        kept: Mapping[str, Any] | None = None,
        keep: Callable[[Mapping[str, Any]], object] | None = None,
        look_up: LookUp | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dialog_set_up")
        title = translate("frame", "Set up my agency")
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self._keep = keep
        self._look_up = look_up
        self._agency, self._people, self._take, self._list = AgencyStep(), PeopleStep(), TakeStep(), ListStep()
        self.steps: tuple[Step, ...] = (self._agency, self._people, self._take, self._list)
        self._where = Text("", "small", "muted")
        self._title = Text("", "head")
        self._sentence = Text("", "body", "muted", wrap=True)
        self._fault = Text("", "small", "overdue", wrap=True)
        self._fault.setObjectName("set_up_fault")
        self._fault.hide()
        self._pages = QStackedWidget()
        self._make_buttons()
        self._put_together()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(KEEP_MS)
        self._later.timeout.connect(self.keep_now)
        if kept is not None:
            for step in self.steps:
                step.put(kept)
        for step in self.steps:
            step.edited.connect(self._on_edited)
        self.show_step(int(kept.get("step", 0)) if kept is not None else 0)

    @property
    def step(self) -> int:
        """Which step is open, from 0."""
        return self._pages.currentIndex()

    def show_step(self, number: int) -> None:
        """Open a step."""
        number = min(max(number, 0), len(self.steps) - 1)
        step, last = self.steps[number], number == len(self.steps) - 1
        self._pages.setCurrentIndex(number)
        words = translate("frame", "Step {n} of {all}")
        self._where.setText(words.format(n=number + 1, all=len(self.steps)))
        self._title.setText(step.title)
        self._sentence.setText(step.sentence)
        self._back.setVisible(number > 0)
        self._skip.setVisible(number > 0 and not last)
        self._next.setVisible(not last)
        self._begin.setVisible(last)
        (self._begin if last else self._next).setDefault(True)
        step.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_fault(self, words: str, field: str | None = None) -> None:
        """Say what could not be taken, beside the field where it belongs to one; everything typed stays."""
        self._begin.setEnabled(True)
        at = [number for number, step in enumerate(self.steps) if step.say(words, field or "")]
        if words and at:
            self.show_step(at[0])
            self.steps[at[0]].say(words, field or "")
        self._fault.setText("" if at else words)
        self._fault.setVisible(bool(words) and not at)

    def answers(self) -> Answers:
        """What was answered. Raises RuleBroken naming the field."""
        for step in self.steps:
            step.check()
        you = self._agency.person.person()
        assert you is not None  # checked above
        lines, payers, served = self._take.chosen()
        return Answers(
            name=" ".join(self._agency.name.text().split()),
            zip=self._agency.zip.text().strip(),
            people=(you, *self._people.people()),
            lines=lines,
            payers=payers,
            served=served,
            import_list=self._list.now.isChecked(),
        )

    def kept(self) -> dict[str, Any]:
        """Everything as it stands, for a draft."""
        kept: dict[str, Any] = {"step": self.step}
        for step in self.steps:
            kept |= step.kept()
        return kept

    def keep_now(self) -> None:
        """Bring what stands here to disk."""
        self._later.stop()
        if self._keep is not None:
            self._keep(self.kept())

    def _on_edited(self) -> None:
        self._fault.hide()
        self._later.start()

    def _on_next(self) -> None:
        try:
            self.steps[self.step].check()
        except RuleBroken as fault:
            self.say_fault(str(fault), fault.field)
            return
        if self.step == 0 and self._look_up is not None:
            code = self._agency.zip.text().strip()
            self._next.setEnabled(False)
            self._look_up(code, lambda words: self._on_looked_up(code, words))
        else:
            self._go_on()

    def _on_looked_up(self, code: str, words: str) -> None:
        """The answer counts for what was asked about: whoever types another code meanwhile presses Next again."""
        self._next.setEnabled(True)
        if self.step != 0 or code != self._agency.zip.text().strip():
            return
        if words:
            self.say_fault(words, "zip")
        else:
            self._go_on()

    def _go_on(self) -> None:
        self.say_fault("")
        self.show_step(self.step + 1)
        self._later.start()

    def _on_leave(self) -> None:
        """What was typed is there again when somebody comes back."""
        self.keep_now()
        self.reject()

    def _on_begin(self) -> None:
        try:
            answers = self.answers()
        except RuleBroken as fault:
            self.say_fault(str(fault), fault.field)
            return
        self.say_fault("")
        self._begin.setEnabled(False)
        self.keep_now()
        self.asked.emit(answers)

    def _make_buttons(self) -> None:
        self._leave = Button(translate("frame", "Cancel"), "bare", name="button_cancel_set_up")
        self._back = Button(translate("frame", "Back"), name="button_set_up_back")
        self._skip = Button(translate("frame", "Skip"), name="button_set_up_skip")
        self._next = Button(translate("frame", "Next"), "primary", name="button_set_up_next")
        self._begin = Button(translate("frame", "Begin"), "primary", name="button_begin")
        self._leave.clicked.connect(self._on_leave)
        self._back.clicked.connect(lambda: self.show_step(self.step - 1))
        self._skip.clicked.connect(lambda: self.show_step(self.step + 1))
        self._next.clicked.connect(self._on_next)
        self._begin.clicked.connect(self._on_begin)
        self.finished.connect(lambda _result: self._later.stop())

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(10))
        for words in (self._where, self._title, self._sentence):
            column.addWidget(words)
        for step in self.steps:
            step.column.addStretch(1)
            self._pages.addWidget(_scrolling(step))
        column.addWidget(self._pages, 1)
        column.addWidget(self._fault)
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addWidget(self._leave)
        row.addStretch(1)
        for button in (self._back, self._skip, self._next, self._begin):
            row.addWidget(button)
        column.addLayout(row)
        around = self.parentWidget()
        most = around.height() - scaled(32) if around is not None else scaled(_HIGH)
        self.resize(scaled(560), min(scaled(_HIGH), most))


def _scrolling(step: Step) -> QScrollArea:
    """With large text on a small screen a step scrolls; it is never cut."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(step)
    step.setAutoFillBackground(False)
    return area
