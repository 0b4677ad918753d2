"""One question in a line where it arises (a reason, a cadence, a name), instead of a dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.editors import ChoiceEditor
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import PANEL_RADIUS, draw_box
from hhcrm.ui.shared.text import Text

Answered = Callable[[str], None]


def _nothing_wrong(_answer: str) -> str:
    """Any answer will do."""
    return ""


class AskBar(QFrame):
    """Hidden until something is asked. Enter answers, Esc leaves; the answer is given to whoever asked.

    With choices one of them is chosen (the first or `start` at first), else something is typed.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
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
    ) -> None:
        """Ask. `needed` says what to type when nothing was typed; without it nothing may be typed too.

        `check` gives the words of what is wrong with an answer; it is asked again then.
        """
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
            self.line.setText(start)
            self.line.selectAll()
        self.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Ask no more."""
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
        self._answered(answer)

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
