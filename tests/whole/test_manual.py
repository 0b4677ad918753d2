"""The manual speaks of what there is: each place has its page, every link leads somewhere, every action exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from hhcrm.app.paths import resource_path
from hhcrm.ui.frame.manual import _anchor_of
from hhcrm.ui.frame.manual_pages import Manual, Page
from hhcrm.ui.frame.window import MainWindow
from tests.manual_pictures import WANTED
from tests.shots import GUISES, Studio, studio
from tests.whole.walking import place_names, window_of

FOLDER = resource_path("help")
NOT_PAGES = {"names"}
"""For developers: the names that stay."""

MOST_BYTES = 2_000_000

OF_PARTS = {"Ctrl+Enter", "Ctrl+Shift+Enter", "Ctrl+F", "Ctrl+M", "Ctrl+A", "Alt+M", "Alt+E", "Shift+Enter"}
"""Keys that one part of the window takes by itself."""

_MENU_PATH = re.compile(r"\*\*([A-Z]\w+(?: > [^*]+)+)\*\*")
_KEYS = re.compile(r"\b(?:Ctrl|Alt)\+(?:Shift\+)?(?:[A-Z/]\b|[0-9]\b|/|,|Enter)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@pytest.fixture
def manual() -> Manual:
    return Manual(FOLDER)


@pytest.fixture
def room(sample: Path) -> Iterator[Studio]:
    with studio(sample, GUISES[0]) as made:
        yield made


def test_every_place_has_a_page(manual: Manual, room: Studio) -> None:
    assert [place for place in place_names(window_of(room)) if manual.page(place) is None] == []


def test_contents_list_every_page_once(manual: Manual) -> None:
    names = [page.name for page in manual.pages]
    assert len(names) == len(set(names))
    assert set(names) == {path.stem for path in FOLDER.glob("*.md")} - NOT_PAGES


def test_every_link_leads_somewhere(manual: Manual, room: Studio) -> None:
    window = window_of(room)
    wrong = [f"{page.name}: {link}" for page in manual.pages for link in page.links if not _leads(manual, window, link)]
    assert wrong == []


def _leads(manual: Manual, window: MainWindow, link: str) -> bool:
    if link.startswith("action:"):
        return window.findChild(QAction, f"action_{link.removeprefix('action:')}") is not None
    target, _, anchor = link.partition("#")
    if target.endswith(".png"):
        return (FOLDER / target).is_file()
    page = manual.page(target.removesuffix(".md"))
    return page is not None and (not anchor or anchor in _anchors(page))


def _anchors(page: Page) -> set[str]:
    return {_anchor_of(words) for words in _HEADING.findall(page.text)}


def test_every_picture_is_shown_and_made_by_the_script(manual: Manual) -> None:
    there = {path.stem for path in (FOLDER / "pictures").glob("*.png")}
    assert there == set(WANTED.values())
    assert there == {Path(link).stem for page in manual.pages for link in page.links if link.endswith(".png")}
    assert sum(path.stat().st_size for path in (FOLDER / "pictures").glob("*.png")) < MOST_BYTES


def test_every_menu_that_is_named_exists(manual: Manual, room: Studio) -> None:
    paths = set(_menu_paths(window_of(room)))
    named = {(page.name, path) for page in manual.pages for path in _MENU_PATH.findall(page.text)}
    assert len(named) > 10
    assert [f"{name}: {path}" for name, path in sorted(named) if path not in paths] == []


def _menu_paths(window: MainWindow) -> Iterator[str]:
    for entry in window.menuBar().actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            yield from _paths_in(menu, _plain(entry.text()))


def _paths_in(menu: QMenu, before: str) -> Iterator[str]:
    for action in menu.actions():
        path = f"{before} > {_plain(action.text())}"
        yield path
        inside = action.menu()
        if isinstance(inside, QMenu):
            yield from _paths_in(inside, path)


def _plain(words: str) -> str:
    return words.replace("&", "").split("\t")[0]


def test_every_key_that_is_named_does_something(manual: Manual, room: Studio) -> None:
    window = window_of(room)
    keys = {
        action.shortcut().toString(QKeySequence.SequenceFormat.PortableText) for action in window.findChildren(QAction)
    }
    named = {(page.name, key) for page in manual.pages for key in _KEYS.findall(page.text)}
    assert len(named) > 20
    assert [f"{name}: {key}" for name, key in sorted(named) if key not in keys | OF_PARTS] == []
