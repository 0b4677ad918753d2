"""What must be read now is brought to where it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_sight(widget: QWidget) -> None:
    """Scroll everything around a widget to it, once what was just changed in it has been laid out."""
    # In the first turn what is inside gets its height, in the second the areas around know it.
    QTimer.singleShot(0, widget, lambda: QTimer.singleShot(0, widget, lambda: _scroll_to(widget)))


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
