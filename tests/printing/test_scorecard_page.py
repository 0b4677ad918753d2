"""The scorecard on paper: one page of either size, what stands on it, and nothing where there are too few cases."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from errno import ENOSPC
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPdfWriter
from PySide6.QtWidgets import QApplication

from hhcrm.charts.painter import Painter
from hhcrm.charts.scorecard import months_chart, starts_chart
from hhcrm.domain.errors import FileFault
from hhcrm.domain.standards import Reading, Standard, Standing, Verdict
from hhcrm.domain.words import Comparison, LoopStep, Measure, PilotStatus, ReasonOwner
from hhcrm.printing.scorecard_page import ScorecardPage, draw_scorecard, file_name, make_page, write_scorecard
from hhcrm.printing.scorecard_words import promise_figures, why_figures
from hhcrm.printing.sheet import Paper
from hhcrm.queries.measure_models import MonthOutcomes, Outcomes
from hhcrm.queries.pilot_models import PilotItem, PilotProgress
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.scorecard_models import LoopKept, Middle, Promises, Scorecard, Share, WhyNot
from hhcrm.queries.settings_models import Letterhead

HEAD = Letterhead("Cumberland Bend Home Health", ("1200 Division Street", "Nashville, TN 37203"), "(615) 555-0142")
EMPTY = Scorecard(7, "Mercy Clinic", "Clinic", (7,), date(2026, 1, 1), date(2026, 6, 30), date(2026, 11, 23), 5)
FULL = replace(
    EMPTY,
    members=(7, 8, 9),
    outcomes=Outcomes(42, 31, 6),
    accepted=34,
    why_not=(WhyNot("No capacity", ReasonOwner.OURS, 4), WhyNot("", None, 2)),
    decision=Middle(3.25, 40),
    soc=Middle(31.0, 31),
    within_48=Share(29, 31),
    timely=Share(28, 30, 1),
    satisfied=Share(3, 4),
    returned=Share(2, 31),
    loop=(LoopKept(LoopStep.RECEIVED, Share(40, 42), 1), LoopKept(LoopStep.OUTCOME, Share(20, 25), 30)),
    promises=Promises(9, 8, 7, 1, 0),
    months=tuple(MonthOutcomes(date(2026, month, 1), Outcomes(7, 5, 1)) for month in range(1, 7)),
    starts=(10, 15, 4, 2),
)


def pages_in(path: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def sides_of(path: Path) -> tuple[int, int]:
    found = re.search(rb"/MediaBox \[\s*0 0 (\d+)(?:\.\d+)? (\d+)", path.read_bytes())
    assert found is not None
    return int(found[1]), int(found[2])


@pytest.mark.parametrize(("paper", "sides"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_it_is_one_page_of_the_size_that_was_asked_for(
    painter: Painter, words: list[str], tmp_path: Path, paper: Paper, sides: tuple[int, int]
) -> None:
    path = write_scorecard(make_page(FULL, HEAD, painter), tmp_path / "card.pdf", paper)
    assert pages_in(path) == 1
    assert sides_of(path) == sides
    assert path.stat().st_size < 300_000


def test_it_says_what_was_said_and_what_was_done(painter: Painter, words: list[str], tmp_path: Path) -> None:
    write_scorecard(make_page(FULL, HEAD, painter), tmp_path / "card.pdf")
    page = "\n".join(words)
    for said in (
        "Cumberland Bend Home Health", "(615) 555-0142", "Mercy Clinic", "with 2 units", "Jan 1, 2026 to Jun 30, 2026",
        "42", "34", "3.2 hours", "31 hours", "median of 40", "94 %", "29 of 31", "95 %", "40 of 42", "7 of 8",
        "too few to tell (4)", "Why 6 were not admitted", "No capacity", "no reason given",
    ):  # fmt: skip
        assert said in page, said
    assert "75 %" not in page


def test_where_nothing_happened_the_page_says_so(painter: Painter, words: list[str], tmp_path: Path) -> None:
    write_scorecard(make_page(EMPTY, HEAD, painter), tmp_path / "card.pdf")
    assert "none yet" in words
    assert not [said for said in words if "%" in said or said.startswith("Why")]


def test_the_longest_page_there_can_be_is_one_page(painter: Painter, words: list[str], tmp_path: Path) -> None:
    long = "A reason that somebody wrote into the list with rather many words"
    card = replace(
        FULL,
        source="Saint Somebody of the Long Name Regional Rehabilitation Hospital and Medical Center",
        why_not=tuple(WhyNot(f"{long} {place}", ReasonOwner.PATIENT, 12 - place) for place in range(12)),
        loop=tuple(LoopKept(step, Share(1234, 1235), 3) for step in LoopStep),
        pilots=tuple(pilot(f"A pilot with a rather long name about something {place}") for place in range(9)),
    )
    head = replace(HEAD, name="Cumberland Bend Home Health and Hospice of Middle Tennessee", logo=_logo())
    path = write_scorecard(make_page(card, head, painter), tmp_path / "card.pdf", "a4")
    assert pages_in(path) == 1
    assert [figure.name for figure in why_figures(card)][-1] == "why_others"
    assert [said for said in words if said.endswith(" of 9 pilots, by their standards")]


def test_pilots_stand_by_their_standards(painter: Painter, words: list[str], tmp_path: Path) -> None:
    card = replace(FULL, pilots=(pilot("Heart failure"), pilot("Wounds", Verdict.TOO_FEW)))
    write_scorecard(make_page(card, HEAD, painter), tmp_path / "card.pdf")
    at = words.index("Pilots, by their standards")
    assert sorted(words[at + 1 : at + 7]) == sorted(
        (
            "1 of 2 standards met",
            "Heart failure",
            DAYS,
            "1 of 2 standards met",
            "Wounds",
            f"{DAYS}  ·  1 with too few cases to tell",
        )
    )


DAYS = "Oct 1, 2026 to Nov 29, 2026  ·  day 54 of 60"


def pilot(name: str, other: Verdict = Verdict.NOT_MET) -> PilotProgress:
    item = PilotItem(
        1, 1, 7, "Mercy Clinic", None, "", None, "", name, None, "", None, "", (), date(2026, 9, 20),
        date(2026, 10, 1), date(2026, 11, 29), PilotStatus.RUNNING, "", "", "", False, (),
    )  # fmt: skip
    standard = Standard(Measure.TIMELY, Comparison.AT_LEAST, 90)
    read = Reading(Measure.TIMELY, 95.0, 20, 19, (), ())
    standings = tuple(Standing(standard, read, verdict, None) for verdict in (Verdict.MET, other))
    return PilotProgress(item, date(2026, 11, 23), (), standings)


def _logo() -> bytes:
    image = QImage(300, 90, QImage.Format.Format_RGB32)
    image.fill(QColor("#0072b2"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def test_charts_hold_the_figures_and_lead_to_the_rows_of_source_and_units(painter: Painter) -> None:
    months, starts = months_chart(FULL), starts_chart(FULL)
    assert sum(mark.value for mark in months.marks) == 42
    assert [mark.value for mark in starts.marks] == [10, 15, 4, 2]
    for mark in months.marks:
        assert isinstance(mark.behind, ReferralFilter)
        assert mark.behind.source_ids == FULL.members
    assert starts_chart(EMPTY).is_empty


def test_a_chart_for_a_page_holds_no_letter_without_lines(painter: Painter) -> None:
    page = make_page(FULL, HEAD, painter)
    for svg in (page.months, page.starts):
        assert not re.search(rb'<path id="[^"]+" transform="[^"]*"/>', svg)
        assert b"url(#" not in svg, "a printer takes minutes for what is hatched by a pattern"
        linked = set(re.findall(rb'xlink:href="#([^"]+)"', svg))
        assert linked
        assert linked <= set(re.findall(rb' id="([^"]+)"', svg))


def test_a_share_that_can_be_told_is_drawn_and_one_that_cannot_is_not() -> None:
    told = {figure.name: figure for figure in promise_figures(FULL)}
    assert told["within_48"].share == pytest.approx(29 / 31)
    assert not told["within_48"].few
    few = replace(FULL, within_48=Share(4, 4))
    assert {figure.name: figure for figure in promise_figures(few)}["within_48"].share is None


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Mercy / St. Luke's: 2nd floor", "scorecard-mercy-st-luke-s-2nd-floor-2026-06-30.pdf"),
        ("..", "scorecard-7-2026-06-30.pdf"),
        ("Clínica Peña", "scorecard-clinica-pena-2026-06-30.pdf"),
    ],
)
def test_the_file_is_called_what_every_desktop_can_write(name: str, file: str) -> None:
    assert file_name(replace(EMPTY, source=name)) == file


def test_a_place_that_cannot_be_written_to_is_said(painter: Painter, qapp: QApplication, tmp_path: Path) -> None:
    page = ScorecardPage(EMPTY, HEAD, b"", b"")
    (tmp_path / "file").write_text("")
    with pytest.raises(FileFault, match="Choose another place"):
        write_scorecard(page, tmp_path / "file" / "card.pdf")


def test_a_full_disk_leaves_the_page_that_was_there(
    painter: Painter, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "card.pdf").write_text("before")

    def full(_path: Path, _target: Path) -> Path:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FileFault, match="No space left"):
        write_scorecard(ScorecardPage(EMPTY, HEAD, b"", b""), tmp_path / "card.pdf")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("card.pdf", "before")]


def test_drawing_the_page_needs_no_file(painter: Painter, words: list[str], tmp_path: Path) -> None:

    writer = QPdfWriter(str(tmp_path / "other.pdf"))
    assert draw_scorecard(make_page(FULL, HEAD, painter), writer)
    assert "Scorecard" in words
