"""The language of the window: the desktop's, or the one that a person chose. It is put in before any window is made."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from hhcrm.domain import wording
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.ui.shared.memory import Memory

Tongue = Literal["desktop", "en", "es"]

TONGUES: tuple[Tongue, ...] = ("desktop", "en", "es")

KEPT = "look.language"
"""Where the window remembers what the person chose."""

ENGLISH = "en"

_OWN_NAMES = {"en": "English", "es": "Español"}
"""Each language by the name that its speakers know."""

KEY_WORDS = (QT_TRANSLATE_NOOP("QShortcut", "Ctrl"), QT_TRANSLATE_NOOP("QShortcut", "Shift"))
"""Words of Qt's that our translation says otherwise: Spanish keyboards say Ctrl and Mayús, Qt says Control."""

_LOCALES = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
    "es": QLocale(QLocale.Language.Spanish, QLocale.Country.UnitedStates),
}


def tongue_words(tongue: Tongue) -> str:
    """What a choice of language is called in menus and settings."""
    return _OWN_NAMES.get(tongue) or translate("look", "As the desktop")


class Language(QObject):
    """Puts the language in for the whole program and keeps what the person chose for the next start."""

    def __init__(self, memory: Memory, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        kept = memory.get(KEPT, "desktop")
        self._chosen: Tongue = next((tongue for tongue in TONGUES if tongue == kept), "desktop")
        self.code = of_desktop() if self._chosen == "desktop" else self._chosen
        self._put: tuple[QTranslator, ...] = ()
        if self.code != ENGLISH:
            self._put_in(folder)

    @property
    def chosen(self) -> Tongue:
        """What the person wants: a language, or that of the desktop."""
        return self._chosen

    def choose(self, tongue: Tongue) -> None:
        """Take a language from the next start on. FileFault when that cannot be kept."""
        self._chosen = tongue
        self._memory.set(KEPT, tongue)

    def take_out(self) -> None:
        """Speak English again, when the program ends."""
        if self._put:
            for translator in self._put:
                QCoreApplication.removeTranslator(translator)
            self._put = ()
            wording.install(None)
            QLocale.setDefault(_LOCALES[ENGLISH])

    def _put_in(self, folder: Path) -> None:
        ours, of_qt = QTranslator(self), QTranslator(self)
        if not ours.load(str(folder / f"hhcrm_{self.code}.qm")):
            raise RuntimeError(f"the translation hhcrm_{self.code}.qm is missing from the program")
        # Qt's own words: the buttons of its dialogs, the menus of its text fields.
        of_qt.load(f"qtbase_{self.code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._put = (of_qt, ours)  # what is put in last is asked first
        for translator in self._put:
            QCoreApplication.installTranslator(translator)
        QLocale.setDefault(_LOCALES[self.code])
        wording.install(_Words(ours), self.code)


class _Words:
    """Asks the translation; remembers what it said, since tables ask for the same words again and again."""

    def __init__(self, translation: QTranslator) -> None:
        self._translation = translation
        self._said: dict[tuple[str, str], str] = {}

    def __call__(self, context: str, words: str) -> str:
        said = self._said.get((context, words))
        if said is not None:
            return said
        found = self._translation.translate(context, words)
        if not found:
            return words  # a name, or what a person typed: not kept here
        self._said[context, words] = found
        return found


def of_desktop() -> str:
    """The first of our languages among those that the desktop prefers, English where there is none."""
    for wish in QLocale.system().uiLanguages():
        code = wish.split("-")[0]
        if code in _LOCALES:
            return code
    return ENGLISH
