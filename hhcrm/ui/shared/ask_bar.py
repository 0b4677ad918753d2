"""One question in a line where it arises (a reason, a cadence, a name), instead of a dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.answer_draft import AnswerDraft
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.editors import ChoiceEditor
from hhcrm.ui.shared.in_sight import bring_into_sight
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import PANEL_RADIUS, draw_box
from hhcrm.ui.shared.text import Text

Answered = Callable[[str], None]


def _nothing_wrong(_answer: str) -> str:
    """Any answer will do."""
    return ""


class AskBar(QFrame):
    """Hidden until something is asked. Enter answers, Esc leaves; the answer is given to whoever asked.

    With choices one of them is chosen (the first or `start` at first), else something is typed. What is typed is
    kept as a draft of its question, and stands in the line when the same is asked again.
    """

    def __init__(self, name: str, context: FormContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._context = context
        self._draft: AnswerDraft | None = None
        self._answered: Answered = lambda _answer: None
        self._needed = ""
        self._check: Callable[[str], str] = _nothing_wrong
        self._words = Text("", "body", wrap=True)
        self.line = QLineEdit()
        self.line.setObjectName(f"{name}_line")
        self.line.setAccessibleName(translate("shared", "Answer"))
        self.line.setMinimumWidth(scaled(80))
        self.choice = ChoiceEditor(())
        self.choice.setObjectName(f"{name}_choice")
        self.choice.setAccessibleName(translate("shared", "Answer"))
        self._error = Text("", "small", "overdue", wrap=True)
        self._error.hide()
        self.yes = Button(translate("shared", "Save"), name=f"{name}_yes")
        self.no = Button(translate("shared", "Cancel"), "bare", name=f"{name}_no")
        self.yes.clicked.connect(self._answer)
        self.no.clicked.connect(self.leave)
        self.line.textChanged.connect(lambda _text: self._error.hide())
        self.line.textEdited.connect(self._on_typed)
        self._put_together()
        self.hide()

    def ask(
        self,
        words: str,
        verb: str,
        answered: Answered,
        *,
        needed: str = "",
        check: Callable[[str], str] = _nothing_wrong,
        choices: Sequence[tuple[str, str]] = (),
        start: str = "",
        where: Mapping[str, Any] | None = None,
    ) -> None:
        """Ask. `needed` says what to type when nothing was typed; without it nothing may be typed too.

        `check` gives the words of what is wrong with an answer; it is asked again then. `where` is what the place needs
        to be gone to, to show whom the question is about.
        """
        self._begin_draft(words, where or {}, typed=not choices)
        self._answered, self._needed, self._check = answered, needed, check
        self._words.setText(words)
        self.yes.setText(verb)
        self.yes.updateGeometry()
        self._error.hide()
        self.line.setVisible(not choices)
        self.choice.setVisible(bool(choices))
        editor: QWidget = self.choice if choices else self.line
        editor.setAccessibleName(words)
        self.choice.clear()
        for value, said in choices:
            self.choice.addItem(said, value)
        if choices:
            self.choice.setMinimumContentsLength(max(len(said.partition(",")[0]) for _value, said in choices))
            self.choice.setCurrentIndex(max(0, self.choice.findData(start)))
        else:
            left = self._draft.left() if self._draft is not None else ""
            self.line.setText(left or start)
            self.line.selectAll()
        self.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(editor)

    def leave(self) -> None:
        """Ask no more; what was typed stays as a draft."""
        if self._draft is not None:
            self._draft.keep()
        self.hide()

    def _put_together(self) -> None:
        inside = QHBoxLayout()
        inside.setSpacing(scaled(8))
        for editor in (self.line, self.choice):
            editor.setMaximumWidth(scaled(360))
            inside.addWidget(editor, 2)
        inside.addWidget(self.yes)
        inside.addWidget(self.no)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(8))
        column.setSpacing(scaled(6))
        column.addWidget(self._words)
        column.addLayout(inside)
        column.addWidget(self._error)

    def _answer(self) -> None:
        answer = str(self.choice.currentData()) if not self.choice.isHidden() else self.line.text().strip()
        wrong = self._needed if not answer else self._check(answer)
        if wrong:
            self._error.setText(wrong)
            self._error.show()
            self.line.setFocus()
            return
        self.hide()
        if self._draft is not None:
            self._draft.answer()
        self._answered(answer)

    def _begin_draft(self, words: str, where: Mapping[str, Any], *, typed: bool) -> None:
        """Each question has a draft of its own; that of the one before is brought to disk first."""
        if self._draft is not None:
            self._draft.keep()
            self._draft.deleteLater()
        self._draft = AnswerDraft(self._context, self.objectName(), words, where, self) if typed else None

    def _on_typed(self, text: str) -> None:
        if self._draft is not None:
            self._draft.take(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = Colors.of(self)
        draw_box(QPainter(self), self.rect(), colors.field, colors.line, PANEL_RADIUS)
