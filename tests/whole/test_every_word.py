"""Every word that a person can read or hear in the window comes through its translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from hhcrm.domain import starting_rows
from tests import shots
from tests.shots import GUISES, Studio
from tests.whole.words_seen import Data, Painted, marks, words_in


class Reader:
    """Reads the window wherever the pictures of it would be taken: every place, tab, dialog and state."""

    def __init__(self) -> None:
        self.seen: dict[str, str] = {}

    def read(self, room: Studio, name: str, over: QWidget | None = None) -> None:
        """Take in all words there are now."""
        room.rest()
        shown = room.program.shown
        assert shown is not None
        painted = Painted()
        with painted.listening():
            shown.grab()
            if over is not None:
                over.grab()
        for words in words_in(shown) | (words_in(over) if over is not None else set()) | painted.words:
            self.seen.setdefault(words, name)

    def forgotten(self, data: Data) -> list[str]:
        """What no translation reaches, and where it was read."""
        found = []
        for words, name in self.seen.items():
            if left := data.unmarked(words):
                found.append(f"{name}: {left!r} in {words!r}")
        return sorted(found)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    made = Reader()
    monkeypatch.setattr(Studio, "shoot", lambda room, name, over=None: made.read(room, name, over))
    return made


@pytest.mark.walk
def test_every_word_of_every_place_and_dialog_is_translated(sample: Path, reader: Reader) -> None:
    with marks():
        shots.places(sample, GUISES[0])
    assert len(reader.seen) > 500
    data = Data(sample / "agency.db", (str(sample), "Marisol Reyes", *_typed()))
    assert not (forgotten := reader.forgotten(data)), "\n".join(forgotten)


def test_every_word_of_the_first_start_is_translated(tmp_path: Path, reader: Reader) -> None:
    with marks():
        shots.first_start(tmp_path / "empty", GUISES[0])
    found = [words for words in reader.seen if "Look around" in words]
    assert found
    assert not (forgotten := reader.forgotten(Data(_empty(tmp_path), _starting_names()))), "\n".join(forgotten)


_TYPED = re.compile(r"[A-Z][a-z]+ |\.ics")


def _typed() -> Iterator[str]:
    """What the pictures' script types and brings in: names and sentences, files."""
    for node in ast.walk(ast.parse(Path(shots.__file__).read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.search("[A-Z][a-z]+ |[.]ics", node.value)
        ):
            yield node.value


def _starting_names() -> Iterator[str]:
    """The rows that an agency's own lists start with; it may change each of them."""
    for rows in (starting_rows.SERVICE_LINES, starting_rows.PAYERS):
        yield from (row.name for row in rows)


def _empty(folder: Path) -> Path:
    """A database without a word in it."""
    from sqlalchemy import create_engine

    from hhcrm.models.all import metadata

    engine = create_engine(f"sqlite:///{folder / 'nothing.db'}")
    metadata.create_all(engine)
    engine.dispose()
    return folder / "nothing.db"


def test_a_forgotten_word_is_found(tmp_path: Path) -> None:
    data = Data(_empty(tmp_path), ("Mercy Clinic",))
    assert data.unmarked("⟦Visit to ⟧Mercy Clinic⟦ planned⟧") == ""
    assert data.unmarked("⟦Visit to ⟧Mercy Clinic planned") == "Mercy Clinic planned"
    assert data.unmarked("Visit") == "Visit"
    assert data.unmarked("⟦Nov⟧ 24, 9:30 (Ctrl+K)") == ""
