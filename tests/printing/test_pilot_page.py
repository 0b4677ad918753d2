"""The page of a pilot: one page of either size, what stands on it at the start, in the middle and at the end."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hhcrm.domain.errors import FileFault
from hhcrm.domain.standards import Reading, Standard, Standing, Verdict
from hhcrm.domain.words import Comparison, Measure, PilotStatus
from hhcrm.printing.pilot_page import PilotPage, file_name, write_pilot
from hhcrm.printing.pilot_words import more_words
from hhcrm.printing.sheet import Paper
from hhcrm.queries.pilot_models import PilotItem, PilotProgress
from hhcrm.queries.settings_models import Letterhead

HEAD = Letterhead("Cumberland Bend Home Health", ("1200 Division Street", "Nashville, TN 37203"), "(615) 555-0142")
SAME_DAY = Standard(Measure.SAME_DAY_START, Comparison.AT_LEAST, 90)
FAST = Standard(Measure.DECIDED_WITHIN, Comparison.AT_LEAST, 95, 2)
ITEM = PilotItem(
    pilot_id=7, version=1, source_id=3, source="Mercy / St. Luke's", owner_id=1, owner="Dana Whitfield", contact_id=1,
    contact="Maria Ortiz", name="Same-day start", service_line_id=1, service_line="Home health", payer_id=None,
    payer="", zips=("37203", "37204"), proposed_on=date(2026, 9, 1), starts_on=date(2026, 10, 1),
    ends_on=date(2026, 11, 29), status=PilotStatus.RUNNING, promise="The nurse comes the day you call.",
    result="22 of 25 started the same day.", next_step="Go on with the whole floor.", archived=False,
    standards=(SAME_DAY, FAST),
)  # fmt: skip
MISSED = Standing(SAME_DAY, Reading(Measure.SAME_DAY_START, 88.0, 25, 22, (1,), (1,)), Verdict.NOT_MET, 5)
FEW = Standing(FAST, Reading(Measure.DECIDED_WITHIN, 100.0, 3, 3, (1,), (1,)), Verdict.TOO_FEW, 2)
RUNS = PilotProgress(ITEM, date(2026, 11, 23), tuple(range(25)), (MISSED, FEW))


def at(status: PilotStatus) -> PilotProgress:
    return replace(RUNS, pilot=replace(ITEM, status=status))


@pytest.mark.parametrize(("paper", "sides"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_it_is_one_page_of_the_size_asked_for(
    words: list[str], tmp_path: Path, paper: Paper, sides: tuple[int, int]
) -> None:
    written = write_pilot(PilotPage(RUNS, HEAD), tmp_path / "pilot.pdf", paper).read_bytes()
    found = re.search(rb"/MediaBox \[\s*0 0 (\d+)(?:\.\d+)? (\d+)", written)
    assert found is not None
    assert (int(found[1]), int(found[2])) == sides
    assert len(re.findall(rb"/Type\s*/Page\b", written)) == 1


@pytest.mark.parametrize(
    ("status", "there", "absent"),
    [
        (
            PilotStatus.PROPOSED,
            ("Pilot: what we propose", "at least 90 %", "For Mercy / St. Luke's, date"),
            ("88 %", "What came of it"),
        ),
        (
            PilotStatus.RUNNING,
            ("Pilot: how it stands", "88 %", "22 of 25", "too few to tell (3)", "day 54 of 60"),
            ("100 %", "What came of it", "For Mercy / St. Luke's, date"),
        ),
        (
            PilotStatus.FINISHED,
            ("Pilot: what came of it", "22 of 25 started the same day.", "Go on with the whole floor.", "not met"),
            ("For Mercy / St. Luke's, date",),
        ),
    ],
)
def test_each_time_it_says_what_there_is_to_say(
    words: list[str], tmp_path: Path, status: PilotStatus, there: tuple[str, ...], absent: tuple[str, ...]
) -> None:
    write_pilot(PilotPage(at(status), HEAD), tmp_path / "pilot.pdf")
    page = "\n".join(words)
    for said in (*there, "Mercy / St. Luke's", "Maria Ortiz", "ZIP 37203, 37204", "The nurse comes the day you call."):
        assert said in page, said
    for said in absent:
        assert said not in page, said


def test_before_its_first_day_it_is_what_we_propose_and_nothing_is_missed(words: list[str], tmp_path: Path) -> None:
    early = replace(RUNS, on=date(2026, 9, 30))
    write_pilot(PilotPage(early, HEAD), tmp_path / "pilot.pdf")
    page = "\n".join(words)
    assert "Pilot: what we propose" in page
    assert "not met" not in page
    assert "start" in file_name(early)
    admitted = Standard(Measure.ADMISSIONS, Comparison.AT_LEAST, 9)
    standing = Standing(admitted, Reading(Measure.ADMISSIONS, 2.0, 2, 2, (1,), (1,)), Verdict.NOT_MET, 7)
    assert more_words(standing) == "7 more would meet it."


def test_what_does_not_fit_goes_on_a_second_page(words: list[str], tmp_path: Path) -> None:
    long = "A promise that somebody wrote with rather many words, one after the other. " * 12
    item = replace(
        ITEM, status=PilotStatus.FINISHED, name=long[:120], promise=long, result=long, next_step=long,
        source="Saint Somebody of the Long Name Regional Rehabilitation Hospital and Medical Center",
        zips=tuple(f"{37000 + place}" for place in range(200)), payer="Medicare Advantage of Middle Tennessee",
    )  # fmt: skip
    whole = replace(RUNS, pilot=item, standings=(MISSED, FEW) * 4)
    written = write_pilot(PilotPage(whole, HEAD), tmp_path / "pilot.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", written)) == 2
    assert words[-1].endswith("No patient is named on this page.")


def test_its_file_is_called_what_every_desktop_can_write(tmp_path: Path) -> None:
    assert file_name(RUNS) == "pilot-mercy-st-luke-s-middle-2026-11-23.pdf"
    (tmp_path / "file").write_text("")
    with pytest.raises(FileFault, match="Choose another place"):
        write_pilot(PilotPage(RUNS, HEAD), tmp_path / "file" / "pilot.pdf")
