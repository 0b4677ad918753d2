"""A field with its label above and, when something is wrong, what to type beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hhcrm.domain.wording import translate
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.text import Text


class Field(QWidget):
    """Label, editor, and a line below for a hint or an error. Required fields carry a star.

    The label stands above the editor, or, `beside` pixels wide at 100 per cent text, at its left.
    """

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        name: str = "",
        required: bool = False,
        hint: str = "",
        beside: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        self._label = Text(f"{label} *" if required else label, "small", "muted")
        self._label.setBuddy(editor)
        self._note = Text(hint, "small", "muted", wrap=True)
        if name:
            editor.setObjectName(name)
        if not editor.accessibleName():
            plain = label.replace("&", "")
            editor.setAccessibleName(
                translate("shared", "{label}, required").format(label=plain) if required else plain
            )
        self._lay_out(beside)
        self._note.setVisible(bool(hint))  # only now: shown without a parent it would be a window of its own
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _lay_out(self, beside: int) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(8))
        grid.setVerticalSpacing(scaled(4))
        if beside:
            self._label.setFixedWidth(scaled(beside))
            self._label.setContentsMargins(0, scaled(8), 0, 0)
            grid.addWidget(self._label, 0, 0, 1, 1, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(1, 1)
        else:
            grid.addWidget(self._label, 0, 0)
        column, row = (1, 0) if beside else (0, 1)
        grid.addWidget(self.editor, row, column)
        grid.addWidget(self._note, row + 1, column)

    @property
    def error(self) -> str:
        """The error shown, "" where there is none."""
        return self._note.text() if self._note.property("error") else ""

    @property
    def hint(self) -> str:
        """What stands below while there is no error."""
        return self._hint

    def say_error(self, words: str) -> None:
        """Show what is wrong and what to type; "" takes it away."""
        self._note.setProperty("error", bool(words))
        self._note.set_tone("overdue" if words else "muted")
        self._note.setText(words or self._hint)
        self._note.setVisible(bool(words or self._hint))
        self.editor.setAccessibleDescription(words or self._hint)

    def say_hint(self, words: str) -> None:
        """Show another hint, unless an error stands there."""
        self._hint = words
        if not self.error:
            self.say_error("")
