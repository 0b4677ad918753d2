"""The page of public information on paper: what stands on it, on one page as long as it can be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QApplication

from hhcrm.domain.errors import FileFault
from hhcrm.printing.public_page import draw_public_page, file_name, write_public_page, zip_ranges
from hhcrm.printing.sheet import Sheet
from hhcrm.queries.capability_models import PublicLine, PublicPage
from hhcrm.queries.settings_models import Letterhead

HEAD = Letterhead("Cumberland Bend Home Health", ("1200 Division Street",), "(615) 555-0142")
HOME = PublicLine("Home health", "Nursing\nTherapy at home", "No IV at night", ("Medicare", "VA"), ("37203", "37206"))
HOSPICE = PublicLine("Hospice", "", "", ("Medicare",), ("37203", "37206", "38476"))
PAGE = PublicPage(HEAD.name, date(2026, 11, 23), (HOME, HOSPICE), ("Skilled nursing", "Aide"), date(2026, 2, 3))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> list[tuple[int, str]]:
    """Everything that is written, with its page; nothing of it is off the page."""
    written: list[tuple[int, str]] = []
    plain = Sheet.text

    def text(sheet: Sheet, left: float, top: float, width: float, said: str, *args: Any, **kw: Any) -> float:
        high = plain(sheet, left, top, width, said, *args, **kw)
        assert min(left, top) >= 0
        assert left + width <= sheet.width + 0.5
        assert top + high <= sheet.height + 0.5
        written.append((sheet.pages, said))
        return high

    monkeypatch.setattr(Sheet, "text", text)
    return written


def test_the_page_says_what_each_line_offers_its_limits_payers_and_places(
    drawn: list[tuple[int, str]], tmp_path: Path
) -> None:
    path = write_public_page(PAGE, HEAD, tmp_path / "deep" / file_name(PAGE))
    assert path.name == "cumberland-bend-home-health-public-information-2026-11-23.pdf"
    assert path.read_bytes()[:5] == b"%PDF-"
    said = [words for _, words in drawn]
    for words in ("Home health", "Nursing", "Therapy at home", "No IV at night", "Medicare, VA", "Hospice"):
        assert words in said
    assert said.count("37203, 37206") == 1
    assert said[said.index("38476") - 1] == "ZIP codes, too"
    assert "Skilled nursing, Aide" in said
    assert said[-1].startswith("As of Nov 23, 2026. Last reviewed on Feb 3, 2026.")
    assert {page for page, _ in drawn} == {1}


@pytest.mark.parametrize(("words", "pages"), [(60, 1), (700, 2)])
def test_long_texts_are_written_small_and_only_then_on_a_second_page(
    drawn: list[tuple[int, str]], tmp_path: Path, words: int, pages: int
) -> None:
    long = PublicPage("A", PAGE.as_of, (PublicLine("Home health", "word " * words, "end", (), ()),) * 4)
    assert draw_public_page(long, HEAD, QPdfWriter(str(tmp_path / "long.pdf")), "a4")
    assert {page for page, _ in drawn} == set(range(1, pages + 1))
    assert [said for _, said in drawn].count("end") == 4


def test_zip_codes_that_follow_each_other_are_a_range() -> None:
    assert zip_ranges(("37206", "37203", "37204", "37205", "37210", "37211", "38476")) == (
        "37203-37206, 37210, 37211, 38476"
    )
    assert zip_ranges(()) == ""


def test_a_place_that_takes_no_file_is_said(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "page.pdf").mkdir()
    with pytest.raises(FileFault, match=r"page\.pdf cannot be written"):
        write_public_page(PAGE, HEAD, tmp_path / "page.pdf")
