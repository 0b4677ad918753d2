"""The week and the day on paper: what stands on them, how they break, and that nothing of a patient does."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from hhcrm.domain.errors import FileFault
from hhcrm.domain.words import VisitStatus
from hhcrm.printing.calendar_pages import write_pdf
from hhcrm.printing.sheet import wrapped
from hhcrm.queries.calendar_models import CalendarSpan, DayPage, VisitMark
from hhcrm.queries.holiday_models import HolidayLine, TimeOffLine

MONDAY = date(2026, 11, 23)


def visit(key: int, day: date = MONDAY, at: time | None = time(9, 30), **more: Any) -> VisitMark:
    mark = VisitMark(
        key, key, f"Source {key}", day, at, 25, 20, VisitStatus.PLANNED, "In-person visit", 1, "Dana", "", "", 1
    )  # fmt: skip
    return replace(mark, **more)


def page(*marks: VisitMark, days: int = 7, **more: Any) -> DayPage:
    counts: dict[date, int] = {}
    for mark in marks:
        counts[mark.visit_on] = counts.get(mark.visit_on, 0) + 1
    span = CalendarSpan(MONDAY, MONDAY + timedelta(days=days - 1), marks, counts)
    return DayPage("Cumberland Home Health", "Dana Whitfield", replace(span, **more))


def pages_in(path: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def test_a_week_is_one_sheet_across_with_its_days(words: list[str], tmp_path: Path) -> None:
    holiday = HolidayLine(1, date(2026, 11, 26), "Thanksgiving Day", 1)
    off = TimeOffLine(1, 1, "Dana Whitfield", date(2026, 11, 27), date(2026, 11, 27), "", 1)
    marks = (
        visit(1, purpose="fall-risk talk", number="3/5"),
        visit(2, MONDAY + timedelta(days=2), None),
        visit(3, at=time(11, 0), status=VisitStatus.MISSED),
    )
    found = write_pdf(page(*marks, holidays=(holiday,), time_off=(off,)), tmp_path / "week.pdf", week=True)
    assert found.read_bytes().startswith(b"%PDF-")
    assert pages_in(found) == 1
    assert words[0] == "Week of Nov 23, 2026"
    for said in (
        "Cumberland Home Health", "Dana Whitfield", "Mon 23", "Thu 26", "Thanksgiving Day", "Dana Whitfield off",
        "9:30 AM 3/5", "Source 1", "fall-risk talk", "Source 2", "In-person visit, missed",
    ):  # fmt: skip
        assert said in words
    assert "Sat 28" not in words, "nothing is on the weekend"


def test_a_page_of_everybody_says_whose_each_visit_is(words: list[str], tmp_path: Path) -> None:
    both = replace(page(visit(1)), everybody=True)
    write_pdf(both, tmp_path / "week.pdf", week=True)
    write_pdf(both, tmp_path / "day.pdf", week=False)
    assert words.count("In-person visit, Dana") == 1
    assert words.count("In-person visit, 25 minutes, Dana") == 1


@given(st.text(max_size=120), st.floats(20, 200), st.integers(1, 3))
def test_wrapped_words_are_all_there_in_order(qapp: QApplication, text: str, width: float, most: int) -> None:
    lines = wrapped(text, width, 9, most)
    assert " ".join(lines).split() == text.split()
    assert len(lines) <= most


def test_weekends_stand_on_the_sheet_when_something_is_on_them(words: list[str], tmp_path: Path) -> None:
    write_pdf(page(visit(1, MONDAY + timedelta(days=5))), tmp_path / "week.pdf", week=True)
    assert "Sat 28" in words


def test_a_full_week_goes_on_over_pages_and_loses_no_visit(words: list[str], tmp_path: Path) -> None:
    marks = [visit(n, at=time(8 + n // 8, n % 8 * 7), purpose="talk") for n in range(60)]
    found = write_pdf(page(*marks), tmp_path / "week.pdf", week=True)
    assert pages_in(found) == words.count("Week of Nov 23, 2026") > 1
    assert [said.rpartition("Source ")[2] for said in words if "Source" in said] == [str(n) for n in range(60)]


def test_a_day_has_place_people_and_room_to_write(words: list[str], tmp_path: Path) -> None:
    day = replace(page(visit(1, purpose="census"), days=1), places={1: "12 Main St, Nashville 37203  ·  See Suzy Park"})
    found = write_pdf(day, tmp_path / "day.pdf", week=False)
    assert pages_in(found) == 1
    assert words[0] == "Monday, Nov 23, 2026"
    assert words[3:] == [
        "9:30 AM", "Source 1", "In-person visit, 25 minutes", "12 Main St, Nashville 37203  ·  See Suzy Park",
        "census",
    ]  # fmt: skip


def test_a_full_day_goes_on_over_pages(words: list[str], tmp_path: Path) -> None:
    marks = [visit(n, at=time(8 + n // 4, n % 4 * 15)) for n in range(40)]
    found = write_pdf(page(*marks, days=1), tmp_path / "day.pdf", week=False)
    assert pages_in(found) > 1
    assert [said for said in words if said.startswith("Source")] == [f"Source {n}" for n in range(40)]


def test_an_empty_day_says_so_and_a_cancelled_visit_is_not_driven_to(words: list[str], tmp_path: Path) -> None:
    write_pdf(page(visit(1, status=VisitStatus.CANCELLED), days=1), tmp_path / "day.pdf", week=False)
    assert words[-1] == "Nothing is planned for this day."


def test_a_long_name_is_cut_and_never_runs_into_its_neighbour(words: list[str], tmp_path: Path) -> None:
    write_pdf(page(visit(1, source="Ł" * 400, purpose="x" * 2000)), tmp_path / "week.pdf", week=True)
    assert any("Ł" in said for said in words)


def test_a_place_that_cannot_be_written_is_said_in_words(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "day.pdf").mkdir()
    with pytest.raises(FileFault, match=r"day\.pdf cannot be written"):
        write_pdf(page(days=1), tmp_path / "day.pdf", week=False)
