"""Chips that choose what Trends shows: the measure from a list that is searched while typing, and the split."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.domain.measure_words import by_words
from hhcrm.domain.measures import Definition, MeasureKey
from hhcrm.domain.wording import translate
from hhcrm.ui.measure.trends.choice import SPLITS, offered, why_not
from hhcrm.ui.shared.chips import FilterChip
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.palette import Colors

_KEY = Qt.ItemDataRole.UserRole
_WIDE, _HIGH = 360, 460


class MeasureList(QFrame):
    """All measures by topic, over the window: type a part of a name, arrows move, Enter chooses, Esc leaves."""

    picked = Signal(str)
    """The key of the measure that a person chose."""

    def __init__(self, definitions: Sequence[Definition], chosen: MeasureKey, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("measure_trends_measures")
        self.setAccessibleName(translate("trends", "Measures"))
        self.setFrameShape(QFrame.Shape.Box)
        self._definitions = tuple(definitions)
        self._chosen = chosen
        self.typed = QLineEdit()
        self.typed.setObjectName("measure_trends_find")
        self.typed.setAccessibleName(translate("trends", "Find a measure"))
        self.typed.setPlaceholderText(translate("trends", "Find a measure"))
        self.lines = QListWidget()
        self.lines.setObjectName("measure_trends_found")
        self.lines.setAccessibleName(translate("trends", "Measures found"))
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(8), scaled(8), scaled(8), scaled(8))
        column.setSpacing(scaled(8))
        column.addWidget(self.typed)
        column.addWidget(self.lines, 1)
        self.typed.textChanged.connect(self._fill)
        self.setFocusProxy(self.typed)
        self._fill("")
        self.resize(scaled(_WIDE), min(scaled(_HIGH), parent.window().height() - scaled(40)))

    def _fill(self, typed: str) -> None:
        self.lines.clear()
        first = chosen = None
        for words, found in offered(self._definitions, typed):
            head = QListWidgetItem(words)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            head.setFont(role_font("strong"))
            head.setForeground(QColor(Colors.of(self).muted))
            head.setSizeHint(QSize(0, scaled(30)))
            self.lines.addItem(head)
            for definition in found:
                item = QListWidgetItem(f"   {definition.title}")
                item.setData(_KEY, str(definition.key))
                item.setSizeHint(QSize(0, scaled(26)))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}: {definition.title}")
                item.setToolTip(definition.formula)
                self.lines.addItem(item)
                first = first or item
                chosen = item if definition.key == self._chosen and not typed else chosen
        current = chosen or first
        if current is not None:
            self.lines.setCurrentItem(current)
            self.lines.scrollToItem(current)

    def _move(self, step: int) -> None:
        row = self.lines.currentRow() + step
        while 0 <= row < self.lines.count():
            if self.lines.item(row).data(_KEY):
                self.lines.setCurrentRow(row)
                return
            row += step

    def _take(self, item: QListWidgetItem | None) -> None:
        key = item.data(_KEY) if item is not None else None
        if key:
            self.picked.emit(key)
            self.close()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self._move(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.lines.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class MeasureChip(FilterChip):
    """The measure; a press opens the list of all."""

    def __init__(self) -> None:
        super().__init__(translate("trends", "What"), [("", "")], "measure_trends_measure", filters=False)
        self._definitions: tuple[Definition, ...] = ()

    def offer(self, definitions: Sequence[Definition]) -> None:
        """Offer these."""
        self._definitions = tuple(definitions)
        self.set_choices([(str(each.key), each.title) for each in definitions])

    def list(self) -> MeasureList:
        """The list of all measures, not yet on the screen."""
        found = MeasureList(self._definitions, MeasureKey(self.value), self)
        found.picked.connect(self.set_value)
        return found

    @override
    def _open(self) -> None:
        if self._definitions:
            found = self.list()
            found.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
            found.show()
            found.typed.setFocus()


class SplitChip(FilterChip):
    """What the measure is split by; splits that it cannot follow stand there with the reason."""

    def __init__(self) -> None:
        super().__init__(translate("measure", "By"), [("", translate("trends", "nothing"))], "measure_trends_by")
        self._refused: list[tuple[str, str]] = []

    def offer(self, definition: Definition) -> None:
        """Offer what this measure can be split by."""
        self._refused = [(by_words(by), why_not(by, definition)) for by in SPLITS if by not in definition.by]
        fitting = [(str(by), by_words(by)) for by in SPLITS if by in definition.by]
        self.set_choices([("", translate("trends", "nothing")), *fitting])

    @override
    def menu(self) -> QMenu:
        menu = super().menu()
        if self._refused:
            menu.addSeparator()
        for name, why in self._refused:
            menu.addAction(f"{name}: {why}".replace("&", "&&")).setEnabled(False)
        return menu
