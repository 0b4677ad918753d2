"""Which disciplines a referral needs: a box for each, one stop of the keyboard for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.queries.read_models import Choice
from hhcrm.ui.referrals.blanks import BETWEEN, needed_ids
from hhcrm.ui.shared.flow import FlowLayout
from hhcrm.ui.shared.fonts import scaled

_SHORT = 4
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class NeedsEditor(QWidget):
    """Its text is the ids of what is ticked, in the order of the list: "1,4".

    Arrows go from box to box, Space ticks, and so do the first letter or letters of a discipline; Enter moves on.
    """

    edited = Signal()

    def __init__(self, choices: Sequence[Choice], name: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the row has the keys, one box of it the keyboard
        self._name = name
        self._boxes: dict[int, QCheckBox] = {}
        self._labels: dict[int, str] = {}
        room = QWidget()
        self._flow = FlowLayout(room, scaled(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(6), 0, scaled(2))
        column.addWidget(room)
        for choice in choices:
            self._add(choice)
        self._stop_at(next(iter(self._boxes.values()), None))

    def typed(self) -> str:
        """What is ticked."""
        return BETWEEN.join(str(key) for key, box in self._boxes.items() if box.isChecked())

    def put(self, text: str) -> None:
        """Tick these and no others; one that is not on the list any more comes with its number."""
        wanted = needed_ids(text)
        for key in wanted:
            if key not in self._boxes:
                self._add(Choice(key, translate("referrals", "No. {number}").format(number=key)))
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)

    def widget(self) -> QWidget:
        """Itself."""
        return self

    def _add(self, choice: Choice) -> None:
        short = choice.code if 0 < len(choice.code) <= _SHORT and choice.code.isupper() else choice.name
        box = QCheckBox(short.replace("&", "&&"))
        box.setObjectName(f"{self._name}_{len(self._boxes) + 1}")
        box.setAccessibleName(choice.name)
        box.setToolTip(choice.name)
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box.installEventFilter(self)
        box.clicked.connect(lambda _on: self._on_clicked(box))
        self._boxes[choice.id], self._labels[choice.id] = box, fold(short)
        self._flow.addWidget(box)

    def _on_clicked(self, box: QCheckBox) -> None:
        self._stop_at(box)
        self.edited.emit()

    def _stop_at(self, box: QCheckBox | None) -> None:
        """The keyboard comes to this box, and goes from it to the next field."""
        for each in self._boxes.values():
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is box else Qt.FocusPolicy.NoFocus)
        if box is not None:
            self.setFocusProxy(box)

    def _go(self, box: QCheckBox, step: int) -> None:
        boxes = list(self._boxes.values())
        there = boxes[(boxes.index(box) + step) % len(boxes)]
        self._stop_at(there)
        there.setFocus(Qt.FocusReason.TabFocusReason)

    def _tick_by_letter(self, letter: str) -> bool:
        """Tick the first that begins so and is not ticked; where all are, take the first back."""
        meant = [self._boxes[key] for key, label in self._labels.items() if label.startswith(fold(letter))]
        if not letter.strip() or not meant:
            return False
        box = next((box for box in meant if not box.isChecked()), None)
        if box is not None:
            box.setChecked(True)
        else:
            box = meant[0]
            for each in meant:
                each.setChecked(False)
        self._stop_at(box)
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as its lines of boxes in this width: a field does not ask what a width needs."""
        super().resizeEvent(event)
        column = self.layout()
        assert column is not None
        self.setMinimumHeight(column.heightForWidth(self.width()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QCheckBox) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, box: QCheckBox, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        if key in _STEPS:
            self._go(box, _STEPS[key])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            box.focusNextChild()
            return True
        return self._tick_by_letter(event.text())
