"""The look of the whole program: style, light or dark, contrast, size of text."""

from __future__ import annotations

from typing import Literal

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.ui.shared.fonts import body_font
from hhcrm.ui.shared.memory import Memory
from hhcrm.ui.shared.palette import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colors, qt_palette
from hhcrm.ui.shared.style import QuietStyle

Scheme = Literal["desktop", "light", "dark", "contrast_light", "contrast_dark"]

SCHEMES: tuple[Scheme, ...] = ("desktop", "light", "dark", "contrast_light", "contrast_dark")
TEXT_SIZES = (100, 125, 150)

_SCHEME_WORDS: dict[Scheme, str] = {
    "desktop": QT_TRANSLATE_NOOP("look", "As the desktop"),
    "light": QT_TRANSLATE_NOOP("look", "Light"),
    "dark": QT_TRANSLATE_NOOP("look", "Dark"),
    "contrast_light": QT_TRANSLATE_NOOP("look", "High contrast, light"),
    "contrast_dark": QT_TRANSLATE_NOOP("look", "High contrast, dark"),
}
_COLORS = {"light": LIGHT, "dark": DARK, "contrast_light": CONTRAST_LIGHT, "contrast_dark": CONTRAST_DARK}


def scheme_words(scheme: Scheme) -> str:
    """What a scheme is called in menus and settings."""
    return translate("look", _SCHEME_WORDS[scheme])


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
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_desktop_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_desktop_changed)
        self._apply()

    @property
    def scheme(self) -> Scheme:
        """Which look the person wants: one of ours, or what the desktop has, its high contrast included."""
        return self._scheme

    @property
    def text_size(self) -> int:
        """Per cent."""
        return self._text_size

    @property
    def colors(self) -> Colors:
        """The colours in force."""
        if self._scheme != "desktop":
            return _COLORS[self._scheme]
        hints = self._app.styleHints()
        dark = hints.colorScheme() == Qt.ColorScheme.Dark
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST_DARK if dark else CONTRAST_LIGHT
        return DARK if dark else LIGHT

    def set_scheme(self, scheme: Scheme) -> None:
        """Take one of `SCHEMES` from now on."""
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

    def _on_desktop_changed(self, _now: Qt.ColorScheme | Qt.ContrastPreference) -> None:
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
