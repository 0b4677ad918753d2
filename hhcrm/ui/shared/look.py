"""The look of the whole program: style, light or dark, size of text."""

from __future__ import annotations

from typing import Literal

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from hhcrm.ui.shared.fonts import body_font
from hhcrm.ui.shared.memory import Memory
from hhcrm.ui.shared.palette import DARK, LIGHT, Colors, qt_palette
from hhcrm.ui.shared.style import QuietStyle

Scheme = Literal["desktop", "light", "dark"]

SCHEMES: tuple[Scheme, ...] = ("desktop", "light", "dark")
TEXT_SIZES = (100, 125, 150)


class Look(QObject):
    """Applies the look to the program and keeps what the person chose."""

    changed = Signal()

    def __init__(self, app: QApplication, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._memory = memory
        kept = memory.get("look.scheme", "desktop")
        self._scheme: Scheme = next((scheme for scheme in SCHEMES if scheme == kept), "desktop")
        size = memory.get("look.text_size", 100)
        self._text_size = size if size in TEXT_SIZES else 100
        app.setStyle(QuietStyle())
        app.styleHints().colorSchemeChanged.connect(self._on_desktop_changed)
        self._apply()

    @property
    def scheme(self) -> Scheme:
        """Whether the person wants light, dark, or what the desktop has."""
        return self._scheme

    @property
    def text_size(self) -> int:
        """Per cent."""
        return self._text_size

    @property
    def colors(self) -> Colors:
        """The colours in force."""
        if self._scheme == "desktop":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self._scheme == "dark"
        return DARK if dark else LIGHT

    def set_scheme(self, scheme: Scheme) -> None:
        """Take light, dark or the desktop's own, from now on."""
        self._scheme = scheme
        self._apply()
        self._memory.set("look.scheme", scheme)

    def set_text_size(self, percent: int) -> None:
        """Take a text size of 100, 125 or 150 per cent, from now on."""
        if percent not in TEXT_SIZES:
            raise ValueError(f"text size {percent} is none of {TEXT_SIZES}")
        self._text_size = percent
        self._apply()
        self._memory.set("look.text_size", percent)

    def _on_desktop_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self._scheme == "desktop":
            self._apply()

    def _apply(self) -> None:
        self._app.setPalette(qt_palette(self.colors))
        self._app.setFont(body_font(self._text_size))
        # Qt hands both on to the widgets by posted events; what we tell below must find them there.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.ApplicationPaletteChange.value)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.ApplicationFontChange.value)
        for widget in self._app.allWidgets():
            if shiboken6.isValid(widget):
                QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
        self.changed.emit()
