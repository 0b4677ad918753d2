"""The Spanish translation is whole, fits the sources it was made from, and is the one that ships."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from hhcrm.app.agency import Agency
from hhcrm.app.clock import Clock
from hhcrm.app.memory import Memory
from hhcrm.app.paths import Folder
from hhcrm.queries.exports import EXPORT_KINDS, Wanted
from hhcrm.ui.frame.window import MainWindow
from hhcrm.ui.shared.language import KEPT
from tests.shots import DAY, GUISES, studio
from tests.translations import LANGUAGES, Entry, collect, compile_to, entries, file_of, placeholders
from tests.whole.words_seen import marks

_KEY = re.compile(r"&(\w)")
_UPDATE = "bring it up to date: python -m tests.translations, then translate what it lists"


@pytest.fixture(params=LANGUAGES)
def file(request: pytest.FixtureRequest) -> Path:
    return file_of(request.param)


def _keys(found: list[Entry]) -> set[tuple[str, str]]:
    return {(entry.context, entry.english) for entry in found}


def test_it_holds_exactly_the_words_of_the_program(file: Path, tmp_path: Path) -> None:
    fresh = Path(shutil.copy(file, tmp_path / file.name))
    collect(fresh)
    kept, wanted = _keys(entries(file)), _keys(entries(fresh))
    assert wanted - kept == set(), _UPDATE
    assert kept - wanted == set(), _UPDATE


def test_nothing_waits_for_its_translation(file: Path) -> None:
    assert [entry for entry in entries(file) if not entry.words] == [], _UPDATE


def test_what_is_put_in_later_is_the_same_in_both_languages(file: Path) -> None:
    wrong = [entry for entry in entries(file) if placeholders(entry.english) != placeholders(entry.words)]
    assert wrong == []


def test_ends_and_blanks_are_kept(file: Path) -> None:
    """A missing blank would glue two words together, a missing "…" would hide that a dialog follows."""
    wrong = [
        entry
        for entry in entries(file)
        if entry.english.endswith("…") != entry.words.endswith("…")
        or entry.english[:1].isspace() != entry.words[:1].isspace()
        or entry.english[-1:].isspace() != entry.words[-1:].isspace()
    ]
    assert wrong == []


def test_what_ships_is_compiled_from_it(file: Path, tmp_path: Path) -> None:
    compile_to(file, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == file.with_suffix(".qm").read_bytes(), _UPDATE


def test_the_keys_of_a_menu_are_unique_in_each_language(sample: Path) -> None:
    Memory(Folder(sample).make().settings).set(KEPT, "es")
    with studio(sample, GUISES[0]) as room:
        window = room.program.shown
        assert isinstance(window, MainWindow)
        bar = window.menuBar()
        menus = [[entry.text() for entry in bar.actions()]]
        menus += [[action.text() for action in menu.actions()] for menu in bar.findChildren(QMenu)]
        twice = [key for words in menus for key in _twice(words)]
        assert menus[0][0] == "&Archivo"
        assert twice == []


def _twice(words: list[str]) -> list[str]:
    keys = Counter(match[1].lower() for text in words if (match := _KEY.search(text.replace("&&", ""))))
    return [key for key, count in keys.items() if count > 1]


def test_a_spanish_window_speaks_spanish(sample: Path) -> None:
    Memory(Folder(sample).make().settings).set(KEPT, "es")
    with studio(sample, GUISES[0]) as room:
        window = room.program.shown
        assert isinstance(window, MainWindow)
        today = window.place_widget("today")
        assert today is not None
        assert today.accessibleName() == "Hoy"
        assert window.top_bar.log_visit.text() == "Registrar visita"


def test_what_goes_out_is_the_same_in_every_language(sample: Path) -> None:
    """Files are read by other programs and come in again: columns and fixed words stay English."""
    agency = Agency(Folder(sample), Clock(DAY))
    try:
        plain = _everything(agency)
        with marks():
            assert _everything(agency) == plain
    finally:
        agency.close()


def _everything(agency: Agency) -> dict[str, object]:
    questions = agency.questions()
    found: dict[str, object] = {}
    for kind in EXPORT_KINDS:
        with questions.export(kind, Wanted()) as (header, rows):
            found[kind] = (header, [tuple(row) for row in rows])
    for name in questions.report_names():
        if name != "today":  # sentences for people; only the terminal, which speaks English, writes them into a file
            found[name] = questions.report(name)
    return found
