"""The list of the pages at the left, and the box that takes its place where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.fonts import role_font, scaled
from hhcrm.ui.shared.icons import app_icons
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import CONTROL_RADIUS, draw_box, draw_focus_ring
from hhcrm.ui.shared.text import is_look_change

_NAME = Qt.ItemDataRole.UserRole
_ICON = Qt.ItemDataRole.UserRole + 1

Pages = Sequence[tuple[str, str, str]]
"""Name, title and icon of each page."""


class PageList(QListWidget):
    """The pages; arrows move, the page follows."""

    chosen = Signal(str)

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_pages")
        self.setAccessibleName(translate("settings", "Pages of settings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setItemDelegate(_PageDelegate(self))
        for name, title, icon in pages:
            item = QListWidgetItem(title, self)
            item.setData(_NAME, name)
            item.setData(_ICON, icon)
        self.currentItemChanged.connect(self._on_current)
        self._measure()

    def mark(self, name: str) -> None:
        """Show which page is open."""
        for row in range(self.count()):
            if self.item(row).data(_NAME) == name and self.currentRow() != row:
                self.setCurrentRow(row)

    def _on_current(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_NAME)))

    def _measure(self) -> None:
        metrics = QFontMetrics(_bold())
        widest = max((metrics.horizontalAdvance(self.item(row).text()) for row in range(self.count())), default=0)
        self.setFixedWidth(widest + scaled(10 + 16 + 9 + 16))
        self.setSpacing(0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_look_change(event):
            self._measure()
            self.scheduleDelayedItemsLayout()


class PageChooser(QComboBox):
    """The same choice in one line."""

    chosen = Signal(str)

    def __init__(self, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_page_chooser")
        self.setAccessibleName(translate("settings", "Page of settings"))
        for name, title, _icon in pages:
            self.addItem(title, name)
        self.view().setObjectName("settings_page_choices")
        self.view().setAccessibleName(translate("settings", "Pages of settings"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentIndexChanged.connect(lambda index: self.chosen.emit(str(self.itemData(index))))

    def mark(self, name: str) -> None:
        """Show which page is open."""
        self.setCurrentIndex(self.findData(name))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling over it must not change the page


class _PageDelegate(QStyledItemDelegate):
    """Draws a page as the rail draws a place."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(scaled(120), max(scaled(33), QFontMetrics(_bold()).height() + scaled(14)))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        view = self.parent()
        assert isinstance(view, QListWidget)
        colors = Colors.of(view)
        rect = option.rect.adjusted(0, 0, 0, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            draw_box(painter, rect, colors.selection, None, CONTROL_RADIUS)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_box(painter, rect, colors.line, None, CONTROL_RADIUS)
        if chosen and view.hasFocus():
            draw_focus_ring(painter, rect, colors, CONTROL_RADIUS)
        size = scaled(16)
        room = rect.adjusted(scaled(10), 0, -scaled(6), 0)
        picture = app_icons().pixmap(str(index.data(_ICON)), colors.text, size, view.devicePixelRatioF())
        painter.drawPixmap(room.left(), room.center().y() - size // 2 + 1, picture)
        painter.setFont(_bold() if chosen else role_font("body"))
        painter.setPen(QColor(colors.text))
        words = room.adjusted(size + scaled(9), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, index.data())
        painter.restore()


def _bold() -> QFont:
    font = role_font("body")
    font.setWeight(QFont.Weight.DemiBold)
    return font
