"""How large a dialog may be: with large text it must not grow beyond the window below it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from hhcrm.ui.shared.fonts import scaled


def fit_in_window(dialog: QDialog, over: QWidget, width: int, height: int) -> None:
    """Make a dialog so large (in pixels at 100 per cent text), as far as the window it stands over allows."""
    around = _outermost(over).size()
    edge = scaled(32)
    dialog.resize(min(scaled(width), around.width() - edge), min(scaled(height), around.height() - edge))


def _outermost(widget: QWidget) -> QWidget:
    """The window itself, from within a dialog over it too."""
    window = widget.window()
    over = window.parentWidget()
    return window if over is None else _outermost(over)
