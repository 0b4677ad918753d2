"""One row of Today: its tag, its source, why, and its one action."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box, draw_focus_ring
from hhcrm.ui.shared.tags import Tag, tag_size
from hhcrm.ui.shared.text import Text, is_look_change
from hhcrm.ui.today.lines import Line

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SETTLES = {
    "keep": {Qt.Key.Key_B: "broken", Qt.Key.Key_M: "move"},
    "passed": {Qt.Key.Key_M: "moved", Qt.Key.Key_S: "missed"},
}
"""The keys that settle a row otherwise than its button does."""

_ACTS = {"passed": Qt.Key.Key_D}
"""A key that does what the button does, beside Enter."""

_TIPS = {
    "log": QT_TRANSLATE_NOOP("today", "Log this visit (Enter or L)"),
    "keep": QT_TRANSLATE_NOOP("today", "The promise was kept (Enter)"),
    "tell": QT_TRANSLATE_NOOP("today", "They were told in the ready words (Enter)"),
    "seen": QT_TRANSLATE_NOOP("today", "You have seen this referral (Enter); Space opens it"),
    "look": QT_TRANSLATE_NOOP("today", "Open this referral (Enter)"),
    "show": QT_TRANSLATE_NOOP("today", "Open this pilot (Enter)"),
    "goal": QT_TRANSLATE_NOOP("today", "Open this goal (Enter)"),
    "goals_set": QT_TRANSLATE_NOOP("today", "Set the goals of the new period (Enter)"),
    "decide": QT_TRANSLATE_NOOP("today", "Make this source active (Enter)"),
    "plan": QT_TRANSLATE_NOOP("today", "Plan a visit (Enter)"),
    "passed": QT_TRANSLATE_NOOP("today", "It took place: log it (Enter or D)"),
    "all_passed": QT_TRANSLATE_NOOP("today", "Say of all of them what became of it (Enter)"),
    "more": QT_TRANSLATE_NOOP("today", "Show them in Sources (Enter)"),
}
_OTHERWISE = {
    "keep": QT_TRANSLATE_NOOP("today", "It was broken (B), or another day (M)"),
    "seen": QT_TRANSLATE_NOOP("today", "Open the referral (Space)"),
    "passed": QT_TRANSLATE_NOOP("today", "It moved (M), or was missed (S)"),
}
"""What is behind the dots of a row."""


def _otherwise(act: str) -> Sequence[tuple[str, str, str]]:
    """How a row can be settled otherwise: what, in words, by which key."""
    if act == "passed":
        return (("moved", translate("today", "Moved…"), "M"), ("missed", translate("today", "Missed…"), "S"))
    return (
        ("broken", translate("today", "It was broken, because…"), "B"),
        ("move", translate("today", "Move the day…"), "M"),
    )


class TodayRow(QFrame):
    """Enter does the action, L logs a visit there, Space opens the source, the arrows move on.

    A commitment can also be settled otherwise: B says why it was broken, M moves its day. Of a visit whose day has
    passed D says that it took place, M that it moved, S that it was missed.
    """

    acted = Signal(object)
    logged = Signal(object)
    opened = Signal(object)
    settled = Signal(object, str)
    """`broken` or `move`; `moved` or `missed`."""

    moved = Signal(object, int)
    entered = Signal(object)

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._narrow: bool | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.tag = Tag()
        self.source = Text("", "strong", wrap=True)
        self.hint = Text("", "body", "muted", wrap=True)
        self.button = Button(line.words or translate("today", "Open"), size="small")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(lambda: self.acted.emit(self))
        self.otherwise = Button("", "bare", icon="ellipsis", size="small")
        self.otherwise.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.otherwise.setAccessibleName(translate("today", "Otherwise"))
        self.otherwise.clicked.connect(self._open_menu)
        self.beside = QWidget()
        self._beside_row = QHBoxLayout(self.beside)
        self._beside_row.setContentsMargins(0, 0, 0, 0)
        self._beside_row.setSpacing(scaled(6))
        self.others: dict[str, Button] = {}
        for part in (self.tag, self.source, self.hint, self.button, self.otherwise, self.beside):
            part.setParent(self)  # what is shown without one is a window of its own
        self._grid = QGridLayout(self)
        self.show_line(line)

    @property
    def key(self) -> str:
        """What the row is about; stays the same over a refresh."""
        return self.line.key

    def show_line(self, line: Line) -> None:
        """Say something else about the same thing."""
        self.line = line
        self.setObjectName(f"today_row_{line.key}")
        self.button.setObjectName(f"today_act_{line.key}")
        self.tag.say(line.tag, line.tag_kind, line.mark)
        self.source.setText(line.source)
        self.hint.setText(line.hint)
        self.hint.setVisible(bool(line.hint))
        self.button.setText(line.words)
        self.button.setVisible(bool(line.words))
        self.button.setEnabled(True)
        self.button.setAccessibleName(f"{line.words}: {line.source}")
        self.button.setToolTip(translate("today", _TIPS[line.act]) if line.act in _TIPS else "")
        self.button.updateGeometry()
        self.otherwise.setObjectName(f"today_otherwise_{line.key}")
        self._show_others()
        self.otherwise.setToolTip(translate("today", _OTHERWISE[line.act]) if line.act in _OTHERWISE else "")
        self.setAccessibleName(". ".join(part for part in (line.tag, line.source, line.hint) if part))
        self.setAccessibleDescription(
            translate("today", "Enter: {words}").format(words=line.words)
            if line.words
            else translate("today", "Space opens the source")
        )

    def set_busy(self, busy: bool) -> None:
        """While its action is on the way, it cannot be done twice."""
        self.button.setEnabled(not busy)

    def place(self, narrow: bool, tag_width: int, width: int) -> None:
        """Stand in the columns of the list, or with the reason below the source where there is little room."""
        grid = self._grid
        side = scaled(10)
        grid.setContentsMargins(side, scaled(7), side, scaled(8))
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(2))
        self.setMinimumHeight(scaled(40))
        if narrow is not self._narrow:
            self._narrow = narrow
            for part in (self.tag, self.source, self.hint, self.otherwise, self.beside, self.button):
                grid.removeWidget(part)
            self._show_others()
            middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
            if narrow:
                grid.addWidget(self.tag, 0, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(self.source, 0, 1)
                grid.addWidget(self.hint, 1, 1)
                grid.addWidget(self.otherwise, 0, 3, 2, 1, right | middle)
                grid.addWidget(self.button, 0, 4, 2, 1, right | middle)
            else:
                grid.addWidget(self.tag, 0, 0, middle)
                grid.addWidget(self.source, 0, 1)
                grid.addWidget(self.hint, 0, 2)
                grid.addWidget(self.otherwise, 0, 3, right | middle)
                grid.addWidget(self.beside, 0, 3, right | middle)
                grid.addWidget(self.button, 0, 4, right | middle)
            grid.setColumnStretch(1, 1 if narrow else 0)
            grid.setColumnStretch(2, 0 if narrow else 1)
        grid.setColumnMinimumWidth(0, tag_width)
        grid.setColumnMinimumWidth(1, 0 if narrow else width * 28 // 100)
        self.source.setFixedWidth(width * 28 // 100) if not narrow else self._free(self.source)

    def tag_width(self) -> int:
        """How wide its tag is."""
        return tag_size(self.line.tag).width() if self.line.tag else 0

    def _open_menu(self) -> None:
        """What else can become of a commitment, or be done about a new referral."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.line.act == "seen":
            words = translate("today", "Open the referral")
            menu.addAction(f"{words}\t{translate('today', 'Space')}", partial(self.opened.emit, self)).setObjectName(
                "today_look"
            )
        else:
            for what, words, key in _otherwise(self.line.act):
                action = menu.addAction(f"{words}\t{key}", partial(self.settled.emit, self, what))
                action.setObjectName(f"today_{what}")
        menu.popup(self.otherwise.mapToGlobal(self.otherwise.rect().bottomLeft()))

    def _show_others(self) -> None:
        """Of a visit whose day has passed all three answers are in sight; where there is little room, by the dots."""
        wanted = self.line.act == "passed"
        if wanted and not self.others:
            self.others = {what: self._other(what, words, key) for what, words, key in _otherwise("passed")}
        for what, button in self.others.items():
            button.setObjectName(f"today_{what}_{self.line.key}")
            button.setAccessibleName(f"{button.text()}: {self.line.source}")
        self.beside.setVisible(wanted and not self._narrow)
        self.otherwise.setVisible(self.line.act in _OTHERWISE and not (wanted and not self._narrow))

    def _other(self, what: str, words: str, key: str) -> Button:
        button = Button(words.rstrip("…"), size="small")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(f"{words} ({key})")
        button.clicked.connect(partial(self.settled.emit, self, what))
        self._beside_row.addWidget(button)
        return button

    def _free(self, words: Text) -> None:
        words.setMinimumWidth(0)
        words.setMaximumWidth(16_777_215)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key), 0)
        if step:
            self.moved.emit(self, step)
        elif key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.button.isEnabled():
                self.acted.emit(self)
        elif key in _SETTLES.get(self.line.act, ()) and not event.modifiers():
            self.settled.emit(self, _SETTLES[self.line.act][Qt.Key(key)])
        elif key == _ACTS.get(self.line.act) and not event.modifiers() and self.button.isEnabled():
            self.acted.emit(self)
        elif key == Qt.Key.Key_Menu and self.line.act in _OTHERWISE:
            self._open_menu()
        elif key == Qt.Key.Key_L and not event.modifiers():
            self.logged.emit(self)
        elif key == Qt.Key.Key_Space:
            self.opened.emit(self)
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        if self.hasFocus():
            draw_box(painter, self.rect().adjusted(2, 1, -2, -2), colors.hover, None, 6.0)
            draw_focus_ring(painter, self.rect().adjusted(2, 1, -2, -2), colors, 6.0)
        elif self.underMouse():
            draw_box(painter, self.rect().adjusted(1, 0, -1, -1), colors.hover, None, 0.0)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colors.line))
