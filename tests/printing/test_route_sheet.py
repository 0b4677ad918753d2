"""The route sheet on paper: one page whatever the day, nothing off it, nothing dropped without a word."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from hhcrm.printing.route_sheet import write_route
from hhcrm.printing.sheet import Paper
from hhcrm.queries.route_models import Promise, RouteSheet, RouteStop

DAY = date(2026, 11, 23)
LONG = "The Very Long Name Memorial Rehabilitation and Skilled Nursing Center of Greater Middle Tennessee, 4 West"
PLAIN = RouteStop(1, 1, "Mercy Hospital", "", "In-person visit", time(9, 0), 30, done=False)
FULL = replace(
    PLAIN,
    number="3/5",
    drive=75,
    guessed=True,
    short_by=5,
    address="2000 Church Street, Nashville, TN 37236",
    phone="(615) 555-0142",
    ask_for="Dana Reed, RN, discharge planner, (615) 555-0199",
    purpose="Bring the wound-care sheets",
    last_on=date(2026, 11, 3),
    next_step="Send the CHF sheet and ask about weekend starts of care with the new hospitalist group",
    promises=(Promise("In-service for the night shift", date(2026, 11, 27)), Promise("Fax", date(2026, 12, 1))),
)


def day(*stops: RouteStop, back: int | None = 14) -> RouteSheet:
    return RouteSheet("Cumberland Home Health", "Dana Whitfield", DAY, DAY, stops, back, ("Veterans Day",))


def many(count: int, of: RouteStop = FULL) -> tuple[RouteStop, ...]:
    return tuple(replace(of, visit_id=n, source=f"{of.source} {n}") for n in range(1, count + 1))


def pages_in(path: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))


def test_a_stop_says_everything_that_is_known_of_it(words: list[str], tmp_path: Path) -> None:
    assert pages_in(write_route([day(FULL)], tmp_path / "one.pdf")) == 1
    said = " ".join(words)
    for part in (
        "Monday, Nov 23, 2026", "Dana Whitfield", "Cumberland Home Health", "1 stop", "1 h 29 min on the road",
        "Veterans Day", "9:00 AM", "In-person visit", "~1 h 15 min drive", "5 min too short", "30 min there",
        "1  Mercy Hospital  3/5", "2000 Church Street, Nashville, TN 37236", "(615) 555-0142",
        "Ask for Dana Reed, RN, discharge planner, (615) 555-0199", "Bring the wound-care sheets",
        "Last Tue, Nov 3: Send the CHF sheet and ask about weekend starts of care with the new hospitalist group",
        "Promised: In-service for the night shift (by Fri, Nov 27); Fax (by Tue, Dec 1)", "14 min back",
    ):  # fmt: skip
        assert part in said


def test_of_a_stop_of_which_nothing_is_known_nothing_is_made_up(words: list[str], tmp_path: Path) -> None:
    write_route([day(replace(PLAIN, starts=None, done=True), back=None)], tmp_path / "bare.pdf")
    assert words[4:] == ["any time", "completed", "30 min there", "1  Mercy Hospital"]
    assert not [said for said in words if "drive" in said or "back" in said or "Last" in said or "Promised" in said]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("count", [1, 8, 20, 45])
@pytest.mark.parametrize("of", [FULL, replace(FULL, source=LONG), PLAIN], ids=["full", "long", "bare"])
def test_a_day_is_one_page_and_every_stop_is_on_it_or_named(
    words: list[str], tmp_path: Path, paper: Paper, count: int, of: RouteStop
) -> None:
    assert pages_in(write_route([day(*many(count, of))], tmp_path / "day.pdf", paper)) == 1
    rows = [said for said in words if re.match(r"\d+  ", said)]
    assert [said.split("  ")[0] for said in rows] == [str(n) for n in range(1, len(rows) + 1)]
    if count <= 20:
        assert len(rows) == count
    else:
        assert len(rows) >= 18, "what is said of the others takes the room of one or two"
        assert [said for said in words if said.startswith(f"and {count - len(rows)} more: 9:00 AM {of.source[:20]}")]


def test_each_person_has_a_page(words: list[str], tmp_path: Path) -> None:
    both = [day(PLAIN), replace(day(PLAIN), whose="Luis Vega")]
    assert pages_in(write_route(both, tmp_path / "both.pdf")) == 2
    assert "Luis Vega" in words


@settings(max_examples=15)
@given(st.lists(st.tuples(st.text(max_size=140), st.booleans(), st.integers(0, 4)), min_size=1, max_size=30))
def test_no_day_leaves_its_page(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, made: list[tuple[str, bool, int]]
) -> None:
    stops = [
        replace(FULL if full else PLAIN, source=name, next_step=name, promises=FULL.promises[:1] * promised)
        for name, full, promised in made
    ]
    found = write_route([day(*stops)], tmp_path_factory.getbasetemp() / "any.pdf")
    assert pages_in(found) == 1
