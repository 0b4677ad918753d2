"""Flat tabs with a line under the one that is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box
from hhcrm.ui.shared.text import is_look_change

_MANY = 6


class FlatTabBar(QTabBar):
    """The words of the tabs; arrows move between them, buttons appear when they do not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def tabSizeHint(self, index: int) -> QSize:
        metrics = QFontMetrics(self._font(chosen=True))
        width = metrics.horizontalAdvance(self.tabText(index)) + self._gap()
        return QSize(width, metrics.height() + scaled(18))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = Colors.of(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colors.line))
        for index in range(self.count()):
            box = self.tabRect(index)
            chosen = index == self.currentIndex()
            painter.setFont(self._font(chosen))
            painter.setPen(QColor(colors.text if chosen else colors.muted))
            painter.drawText(box.adjusted(0, 0, -self._gap(), 0), Qt.AlignmentFlag.AlignCenter, self.tabText(index))
            if chosen:
                line = box.adjusted(0, box.height() - 2, -self._gap(), 0)
                painter.fillRect(line, QColor(colors.accent))
                if self.hasFocus():
                    ring = box.adjusted(-2, scaled(4), -self._gap() + 2, -scaled(5))
                    draw_box(painter, ring, "", colors.accent, 4.0, 2.0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self.setFont(role_font("body"))  # makes the bar lay its tabs out again
            self.updateGeometry()

    def _gap(self) -> int:
        """Between the words of two tabs; many tabs stand closer."""
        return scaled(15 if self.count() <= _MANY else 9)

    def _font(self, chosen: bool) -> QFont:
        font = role_font("body")
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        return font


class Tabs(QWidget):
    """Tabs over pages; a page given as a callable is made when it is first opened."""

    opened = Signal(str)
    """The name of the tab now open."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.bar = FlatTabBar()
        self.bar.setObjectName(f"{name}_bar")
        self.bar.setAccessibleName(words)
        self._names: list[str] = []
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self._on_current)

    def add(self, name: str, words: str, maker: Callable[[], QWidget]) -> None:
        """Add a tab at the right; the first one added is opened."""
        self._names.append(name)
        self._makers[name] = maker
        self.bar.addTab(words)

    @property
    def current(self) -> str:
        """The name of the open tab."""
        index = self.bar.currentIndex()
        return self._names[index] if index >= 0 else ""

    def open(self, name: str) -> None:
        """Open a tab by name."""
        self.bar.setCurrentIndex(self._names.index(name))

    def page(self, name: str) -> QWidget | None:
        """The page of a tab, if it was opened before."""
        return self._pages.get(name)

    def say(self, name: str, words: str) -> None:
        """Change the words of a tab, for example to add a count."""
        self.bar.setTabText(self._names.index(name), words)

    def _on_current(self, index: int) -> None:
        if not 0 <= index < len(self._names):
            return
        name = self._names[index]
        if name not in self._pages:
            self._pages[name] = self._makers[name]()
            self._stack.addWidget(self._pages[name])
        self._stack.setCurrentWidget(self._pages[name])
        self.opened.emit(name)
