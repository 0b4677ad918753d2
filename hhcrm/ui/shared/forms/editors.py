"""What one types into: every editor gives and takes a text, so that forms, drafts and conflicts treat all alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QRect, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from hhcrm.compat import override
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.queries.log_models import PickLine
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import CONTROL_RADIUS, draw_box, draw_focus_ring

Find = Callable[[str, Callable[[Sequence[PickLine]], None]], None]
"""Ask for sources by what was typed; the answer comes later."""

SEPARATOR = "\t"


class Editor(Protocol):
    """An editor as a form knows it."""

    def typed(self) -> str:
        """What stands in it."""

    def put(self, text: str) -> None:
        """Let something stand in it, without saying `edited`."""

    def widget(self) -> QWidget:
        """What is shown."""


class LineEditor(QLineEdit):
    """One line."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.textEdited.connect(lambda _text: self.edited.emit())

    def typed(self) -> str:
        """What stands in it."""
        return self.text()

    def put(self, text: str) -> None:
        """Let something stand in it."""
        self.setText(text)
        self.setCursorPosition(0)

    def widget(self) -> QWidget:
        """Itself."""
        return self

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(80), max(scaled(28), super().sizeHint().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(56), self.sizeHint().height())


class TextEditor(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    edited = Signal()

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self._putting = False
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(scaled(7))
        self.textChanged.connect(self._on_changed)

    def typed(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Let something stand in it."""
        self._putting = True
        self.setPlainText(text)
        self._putting = False

    def widget(self) -> QWidget:
        """Itself."""
        return self

    def _on_changed(self) -> None:
        if not self._putting:
            self.edited.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        _draw_field(painter, self.viewport().rect(), self)
        painter.end()
        super().paintEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(80), self._lines * QFontMetrics(role_font("body")).lineSpacing() + scaled(16))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ChoiceEditor(QComboBox):
    """One of a list, as (value, words). A value that is not on it stays, shown as it is."""

    edited = Signal()

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        for value, words in choices:
            self.addItem(words, value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.view().setObjectName("choices")
        self.view().setAccessibleName(translate("forms", "Choices"))
        self.activated.connect(lambda _index: self.edited.emit())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def typed(self) -> str:
        """The value chosen."""
        return str(self.currentData() or "")

    def put(self, text: str) -> None:
        """Choose a value."""
        if self.findData(text) < 0:
            self.addItem(text, text)
        self.setCurrentIndex(self.findData(text))

    def widget(self) -> QWidget:
        """Itself."""
        return self

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(scaled(28), super().sizeHint().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(64), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        _draw_field(painter, self.rect(), self)
        size = scaled(14)
        room = self.rect().adjusted(scaled(9), 0, -scaled(9) - size, 0)
        painter.setFont(role_font("body"))
        painter.setPen(QColor(colors.text if self.isEnabled() else colors.faint))
        words = painter.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        arrow = app_icons().pixmap("chevron-down", colors.muted, size, self.devicePixelRatioF())
        painter.drawPixmap(room.right() + scaled(2), room.center().y() - size // 2 + 1, arrow)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edited.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling through a form must never change what is chosen on the way.
        event.ignore()


class PickEditor(QLineEdit):
    """A source, found while typing. Its text is `id TAB name`, "" for none, `TAB typed` for what is not picked."""

    edited = Signal()

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self._picked: tuple[str, str] | None = None
        self._found: dict[str, str] = {}
        self._asked = 0
        self._list = QCompleter(self)
        self._list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.activated.connect(self._on_picked)
        self.setCompleter(self._list)
        self.setPlaceholderText(translate("forms", "Type a name"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(100)
        self._later.timeout.connect(self._ask)
        self.textEdited.connect(self._on_typed)

    def typed(self) -> str:
        """What is picked."""
        if self._picked is not None:
            return SEPARATOR.join(self._picked)
        return f"{SEPARATOR}{self.text().strip()}" if self.text().strip() else ""

    def put(self, text: str) -> None:
        """Let a source stand in it."""
        picked, _, name = text.partition(SEPARATOR)
        self._picked = (picked, name) if picked else None
        self.setText(name)
        self.setCursorPosition(0)

    def widget(self) -> QWidget:
        """Itself."""
        return self

    def _on_typed(self, text: str) -> None:
        self._picked = None
        self._later.start()
        if not text.strip():
            self._later.stop()
        self.edited.emit()

    def _ask(self) -> None:
        self._asked += 1
        mine, typed = self._asked, self.text().strip()
        self._find(typed, lambda lines: self._offer(lines) if mine == self._asked else None)

    def _offer(self, lines: Sequence[PickLine]) -> None:
        self._found = {}
        for line in lines:
            words = f"{line.name}, {line.detail}" if line.detail else line.name
            self._found[words] = f"{line.source_id}{SEPARATOR}{line.name}"
        self._list.setModel(QStringListModel(list(self._found), self._list))
        if self.hasFocus() and self._found:
            self._list.complete()

    def _on_picked(self, words: str) -> None:
        if words in self._found:
            self.put(self._found[words])
            self.edited.emit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(scaled(80), max(scaled(28), super().sizeHint().height()))


class RowsEditor(QWidget):
    """Several lines of one kind (phone numbers, e-mail addresses), one more always at hand.

    With `kinds` each line has a kind before it. Its text is one line a row, `kind TAB value` or the value.
    """

    edited = Signal()

    def __init__(self, what: str, name: str, kinds: Sequence[str] = ()) -> None:
        super().__init__()
        self._what, self._name, self._kinds = what, name, tuple(kinds)
        self._rows: list[tuple[QComboBox | None, LineEditor, QWidget]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(4))
        self._more = Button(
            translate("forms", "Add {what}").format(what=what), "bare", icon="plus", size="small", name=f"{name}_more"
        )
        self._more.clicked.connect(self._on_more)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add("", "")

    def typed(self) -> str:
        """All lines that hold something."""
        rows = []
        for kind, line, _ in self._rows:
            if line.text().strip():
                rows.append(f"{kind.currentData()}{SEPARATOR}{line.text()}" if kind is not None else line.text())
        return "\n".join(rows)

    def put(self, text: str) -> None:
        """Let these lines stand in it."""
        for _, _, row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = []
        for entry in text.split("\n") if text else [""]:
            kind, _, value = entry.rpartition(SEPARATOR)
            self._add(kind, value)

    def widget(self) -> QWidget:
        """Itself."""
        return self

    def _on_more(self) -> None:
        self._add("", "")
        self._rows[-1][1].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, kind: str, value: str) -> None:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scaled(4))
        number = len(self._rows) + 1
        choice: QComboBox | None = None
        if self._kinds:
            choice = ChoiceEditor([(word, shown(word)) for word in self._kinds])
            choice.put(kind or self._kinds[0])
            choice.setObjectName(f"{self._name}_kind_{number}")
            choice.setAccessibleName(
                translate("forms", "Kind of {what} {number}").format(what=self._what, number=number)
            )
            choice.edited.connect(self.edited)
            inside.addWidget(choice)
        line = LineEditor()
        line.put(value)
        line.setObjectName(f"{self._name}_{number}")
        line.setAccessibleName(f"{self._what.capitalize()} {number}")
        line.edited.connect(self.edited)
        inside.addWidget(line, 1)
        self._rows.append((choice, line, row))
        self._column.insertWidget(self._column.count() - 1, row)
        if self.focusProxy() is None or number == 1:
            self.setFocusProxy(line)


def _draw_field(painter: QPainter, rect: QRect, widget: QWidget) -> None:
    """The ground of a field as the style draws that of a line."""
    colors = Colors.of(widget)
    draw_box(painter, rect, colors.field, colors.line_strong, CONTROL_RADIUS)
    if widget.hasFocus():
        draw_focus_ring(painter, rect, colors, CONTROL_RADIUS)


def is_enter(event: QEvent) -> bool:
    """Whether this is Enter alone, which moves on."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.KeyPress
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
    )
