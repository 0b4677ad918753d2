"""What a screen reader hears of a widget that paints its own contents."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def say_aloud(widget: QWidget, words: str) -> None:
    """Describe a painted widget by these words and, while it has the keyboard, have them read out."""
    if widget.accessibleDescription() == words:
        return
    widget.setAccessibleDescription(words)
    if widget.hasFocus() and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
