"""The window speaks the language that was chosen, or that of the desktop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from hhcrm.app.paths import resource_path
from hhcrm.domain.wording import language, translate
from hhcrm.ui.shared.language import KEPT, Language, of_desktop
from hhcrm.ui.shared.memory import ShortMemory

FOLDER = resource_path("translations")


@pytest.fixture
def spanish(qtbot: QtBot) -> Iterator[Language]:
    made = Language(ShortMemory({KEPT: "es"}), FOLDER)
    yield made
    made.take_out()


def test_chosen_spanish_is_spoken_by_us_and_by_qt(spanish: Language) -> None:
    assert language() == "es"
    assert translate("words", "yes") == "sí"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    assert QKeySequence("Ctrl+Shift+Z").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Mayús+Z"
    assert QLocale().language() == QLocale.Language.Spanish


def test_what_has_no_translation_stays_as_it_is(spanish: Language) -> None:
    assert translate("words", "Mercy Clinic") == "Mercy Clinic"


def test_english_comes_back_when_it_is_taken_out(qtbot: QtBot) -> None:
    made = Language(ShortMemory({KEPT: "es"}), FOLDER)
    made.take_out()
    assert language() == "en"
    assert translate("words", "yes") == "yes"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


@pytest.mark.parametrize(("wishes", "code"), [(["es-MX", "en"], "es"), (["fr-CA", "en-US"], "en"), (["de"], "en")])
def test_the_desktop_is_followed(monkeypatch: pytest.MonkeyPatch, wishes: list[str], code: str) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _locale: wishes)
    assert of_desktop() == code


def test_a_choice_is_kept_for_the_next_start(qtbot: QtBot) -> None:
    memory = ShortMemory()
    made = Language(memory, FOLDER)
    made.choose("es")
    assert language() == "en"
    assert memory.get(KEPT, "") == "es"
    made.take_out()


def test_a_choice_that_is_no_language_of_ours_follows_the_desktop(qtbot: QtBot, tmp_path: Path) -> None:
    assert Language(ShortMemory({KEPT: "klingon"}), tmp_path).chosen == "desktop"
