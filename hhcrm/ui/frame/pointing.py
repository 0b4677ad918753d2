"""Points at a control: a ring around it for a few seconds, over everything and in nobody's way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hhcrm.compat import override
from hhcrm.domain.wording import translate
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.palette import Colors
from hhcrm.ui.shared.style import draw_box

STAYS_MS = 4_000


class Pointer(QWidget):
    """One ring of a window. The control also gets the keyboard, where it takes it: that shows where it is, too."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("pointer")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._over = over
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(STAYS_MS)
        self._clock.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def point_at(self, target: QWidget) -> None:
        """Draw the ring around a control that is on the screen, and tell a screen reader where it is."""
        margin = scaled(5)
        place = QRect(target.mapTo(self._over, QPoint(0, 0)), target.size())
        self.setGeometry(place.adjusted(-margin, -margin, margin, margin).intersected(self._over.rect()))
        self.show()
        self.raise_()
        self._clock.start()
        if target.focusPolicy() != Qt.FocusPolicy.NoFocus:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        name = target.accessibleName() or target.objectName()
        words = translate("guide", "Here: {control}").format(control=name)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What is pointed at moves with the window's size.
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.hide()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_box(QPainter(self), self.rect(), "", Colors.of(self).accent, 9.0, 3.0)
