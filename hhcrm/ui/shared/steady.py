"""Two parts that hold a place together: a splitter one does not see, and a column that keeps its own height."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from hhcrm.compat import override
from hhcrm.ui.shared.fonts import scaled


class _QuietHandle(QSplitterHandle):
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The gap between two panels is handle enough."""


class QuietSplitter(QSplitter):
    """Panels side by side; the gap between them moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(scaled(16))
        self.setChildrenCollapsible(False)

    @override
    def createHandle(self) -> QSplitterHandle:
        return _QuietHandle(self.orientation(), self)


class Steady(QWidget):
    """A column whose height follows from its width, without the place around it depending on that.

    A scroll area gives a widget whose layout has height-for-width the height it would like best, not the height there
    is: a place with a table in it would always scroll as a whole.
    """

    def __init__(self, *widgets: QWidget, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        for widget in widgets:
            self._column.addWidget(widget)
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return done

    def _height(self) -> int:
        wanted = self._column.heightForWidth(max(self.width(), 1)) if self._column.hasHeightForWidth() else -1
        return wanted if wanted >= 0 else self._column.sizeHint().height()

    def _settle(self) -> None:
        height = self._height()
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
            self._column.update()  # what stands in it was laid out for the height before
