"""The week on paper: one page of either size, whatever stands out, and nothing runs off it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from hhcrm.charts.painter import Painter
from hhcrm.domain.measures import Better, MeasureUnit
from hhcrm.domain.standing_out import Kind
from hhcrm.printing.sheet import Paper
from hhcrm.printing.week_page import file_name, make_page, write_week
from hhcrm.queries.measures.models import Reading
from hhcrm.queries.settings_models import Letterhead
from hhcrm.queries.week_figure_words import MovedRow, moved_rows
from hhcrm.queries.week_page_models import OpensSource, StandOut, WeekAsk, WeekCount, WeekFigure, WeekPage

HEAD = Letterhead("Cumberland Bend Home Health", ("1200 Division Street", "Nashville, TN 37203"), "(615) 555-0142")
MONDAY = date(2026, 11, 16)


def figure(key: str, now: Reading, before: Reading, usual: Reading, **other: Any) -> WeekFigure:
    shares = now.value is not None and now.part != now.value
    made = WeekFigure(
        key, key.title(), MeasureUnit.SHARE if shares else MeasureUnit.COUNT, Better.MORE, not shares, now, before,
        usual, None, None,
    )  # fmt: skip
    return replace(made, **other)


def count(number: int) -> Reading:
    return Reading(float(number), number, float(number))


def share(part: int, cases: int, pending: int = 0) -> Reading:
    return Reading(part / cases, cases, float(part), pending=pending)


def item(number: int, words: str = "Because of what was counted. ") -> StandOut:
    kind = list(Kind)[number % len(Kind)]
    return StandOut(kind, f"item-{number}", f"Something stands out, number {number}", words * 4, 1.0, OpensSource(1))


PAGE = WeekPage(
    WeekAsk(MONDAY),
    date(2026, 11, 23),
    MONDAY + timedelta(days=6),
    "",
    (
        figure("referrals", count(11), count(8), count(60)),
        figure("conversion", share(9, 12, 7), share(7, 10), share(60, 80)),
        figure("loops", share(2, 3), share(20, 25), share(150, 200), better=Better.MORE),
        figure("visits", count(20), count(24), count(160), better=Better.NEITHER),
        figure("rhythm", Reading(lacks="no visits"), share(7, 10), Reading()),
    ),
    (item(0), item(1)),
    0,
    tuple(WeekCount(MONDAY - timedelta(weeks=back), 10 - back, 20 + back) for back in range(8, -1, -1)),
    5,
    MONDAY - timedelta(weeks=52),
)
FULL = replace(PAGE, stands_out=tuple(item(number) for number in range(10)), left=4, whose="Dana Whitfield")
EMPTY = replace(PAGE, stands_out=(), figures=(), weeks=())


@pytest.mark.parametrize(("paper", "sides"), [("letter", (612, 792)), ("a4", (595, 842))])
@pytest.mark.parametrize("page", [PAGE, FULL, EMPTY], ids=["some", "full", "empty"])
def test_it_is_one_page_of_the_size_that_was_asked_for(
    painter: Painter, words: list[str], tmp_path: Path, page: WeekPage, paper: Paper, sides: tuple[int, int]
) -> None:
    path = write_week(make_page(page, HEAD, painter, ["item-1"]), tmp_path / "week.pdf", paper)
    content = path.read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    found = re.search(rb"/MediaBox \[\s*0 0 (\d+)(?:\.\d+)? (\d+)", content)
    assert found is not None
    assert (int(found[1]), int(found[2])) == sides
    assert len(content) < 300_000


def test_it_says_whose_week_it_is_what_moved_and_what_stands_out(
    painter: Painter, words: list[str], tmp_path: Path
) -> None:
    write_week(make_page(FULL, HEAD, painter), tmp_path / "week.pdf")
    page = "\n".join(words)
    for said in (
        "Cumberland Bend Home Health", "Week of Mon, Nov 16, 2026", "Dana Whitfield", "11", "+3", "7.5", "75 %",
        "of 12, 7 open", "+5 points", "2 of 3", "Something stands out, number 0",
    ):  # fmt: skip
        assert said in page, said
    said_items = sum(said.startswith("Something stands out") for said in words)
    left = re.search(r"(\d+) more of the same kinds", page)
    assert left is not None
    assert said_items + int(left[1]) == len(FULL.stands_out) + FULL.left


def test_where_nothing_stands_out_the_page_says_so(painter: Painter, words: list[str], tmp_path: Path) -> None:
    write_week(make_page(EMPTY, HEAD, painter), tmp_path / "week.pdf")
    assert "Nothing stands out: all is within what is usual here." in words
    assert "What we do about it" in words


def test_its_file_is_named_by_its_monday() -> None:
    assert file_name(PAGE) == "week-2026-11-16.pdf"


def rows(page: WeekPage) -> dict[str, MovedRow]:
    return {row.key: row for row in moved_rows(page)}


def test_changes_are_said_with_their_sign_and_too_few_cases_instead_of_a_share() -> None:
    said = rows(PAGE)
    assert (said["referrals"].change, said["referrals"].tone) == ("+3", "good")
    assert (said["conversion"].now, said["conversion"].change) == ("75 %", "+5 points")
    assert (said["loops"].now, said["loops"].change) == ("2 of 3", "")
    assert (said["visits"].change, said["visits"].tone) == ("\u22124", "muted")
    assert (said["rhythm"].now, said["rhythm"].of, said["rhythm"].usual) == ("\u2013", "no visits", "\u2013")
    assert (said["referrals"].usual, said["conversion"].usual) == ("7.5", "75 %")
    fewer = replace(PAGE, figures=(replace(PAGE.figures[0], better=Better.FEWER),))
    assert rows(fewer)["referrals"].tone == "overdue"


def test_a_week_that_runs_is_not_held_against_whole_ones_by_its_counts() -> None:
    running = replace(PAGE, today=date(2026, 11, 18), until=date(2026, 11, 18))
    assert rows(running)["referrals"].change == ""
    assert rows(running)["conversion"].change == "+5 points"
