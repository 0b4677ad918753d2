"""The fax of one thing to tell: one page, to whom and from whom, the sentence, a line to confirm it; no patient."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hhcrm.domain.errors import FileFault
from hhcrm.printing.fax_sheet import write_fax
from hhcrm.printing.sheet import Paper
from hhcrm.queries.loop_models import FaxSheet
from hhcrm.queries.settings_models import Letterhead
from tests.printing.test_calendar_pages import pages_in

HEAD = Letterhead("Cumberland Home Health", ("12 River Road", "Nashville, TN 37203"), "(615) 555-0100")
FAX = FaxSheet(
    "Karen Bell", "Discharge planner", "Mercy Hospital", "(615) 555-0111", HEAD, "Dana Whitfield",
    "(615) 555-0142", date(2026, 11, 24), "Your referral of Mon, Nov 23",
    "We can take the patient you sent us on Mon, Nov 23.",
)  # fmt: skip
LONG = "Care is planned to start on Monday, as soon as the order is signed and the ramp is there. " * 14


def test_it_says_to_whom_from_whom_what_and_asks_to_confirm(words: list[str], tmp_path: Path) -> None:
    found = write_fax(FAX, tmp_path / "fax.pdf")
    assert pages_in(found) == 1
    for said in (
        FAX.to,
        FAX.role,
        FAX.place,
        FAX.number,
        FAX.head.name,
        FAX.head.address[0],
        FAX.person,
        FAX.phone,
        FAX.subject,
        FAX.words,
        "1",
    ):
        assert said in words
    assert any(FAX.phone in said and "confirm" in said for said in words)
    assert any("Confidential" in said for said in words)


@pytest.mark.parametrize("fax", [replace(FAX, words=LONG), replace(FAX, person="", phone="", place=FAX.to)])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_it_stays_one_page_whatever_stands_on_it(words: list[str], tmp_path: Path, fax: FaxSheet, paper: Paper) -> None:
    assert pages_in(write_fax(fax, tmp_path / "fax.pdf", paper)) == 1
    assert fax.head.name in words
    assert " ".join(words).count(fax.words.split()[0]) == fax.words.count(fax.words.split()[0]), "nothing is cut off"
    if not fax.phone:
        assert "Phone" not in words


def test_where_it_cannot_be_written_is_said(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "there.pdf").mkdir()
    with pytest.raises(FileFault, match=r"there\.pdf cannot be written"):
        write_fax(FAX, tmp_path / "there.pdf")
    assert [each.name for each in tmp_path.iterdir()] == ["there.pdf"], "no part of it is left behind"
