"""What the log's fields understand and say, and what becomes of a draft on another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.words import Advance, Ask
from hhcrm.ui.logvisit.typed import Typed, Unfit, from_draft, read_typed, to_draft
from hhcrm.ui.shared.when import (
    read_instant,
    read_next,
    read_when,
    said_instant,
    say_instant,
    say_when,
    shown_when,
    stored_when,
    workdays_after,
)

MONDAY = date(2026, 11, 23)
FILLED = Typed(
    source_id=7, source="Mercy", kind_id=1, when="Today 9:30 AM", minutes="25", advance="advance", next_on="Tue, Dec 22"
)


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("Today 9:30", MONDAY, time(9, 30)),
        ("today", MONDAY, None),
        ("9:30", MONDAY, time(9, 30)),
        ("2:15", MONDAY, time(14, 15)),
        ("2:15 am", MONDAY, time(2, 15)),
        ("02:15", MONDAY, time(2, 15)),
        ("2p", MONDAY, time(14, 0)),
        ("noon", MONDAY, time(12, 0)),
        ("yesterday at 3:30 pm", date(2026, 11, 22), time(15, 30)),
        ("11/20 10:45", date(2026, 11, 20), time(10, 45)),
        ("Fri, Nov 20 1:15 pm", date(2026, 11, 20), time(13, 15)),
        ("Nov 20", date(2026, 11, 20), None),
        ("-3", date(2026, 11, 20), None),
    ],
)
def test_a_day_and_a_time_are_read_as_people_write_them(text: str, day: date, at: time | None) -> None:
    assert read_when(text, MONDAY) == (day, at)


@given(st.dates(date(2026, 6, 1), date(2027, 5, 1)), st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_what_is_said_is_read_back_as_the_same(day: date, at: time) -> None:
    assert read_when(say_when(day, at, MONDAY), MONDAY) == (day, at)


@given(st.dates(date(2026, 10, 1), date(2026, 11, 23)), st.dates(date(2026, 11, 24), date(2026, 12, 24)))
def test_a_draft_means_the_same_day_when_it_is_opened_on_another(day: date, later: date) -> None:
    stored = stored_when(say_when(day, time(9, 30), MONDAY), MONDAY)
    assert read_when(shown_when(stored, later), later) == (day, time(9, 30))


def test_what_cannot_be_read_stays_as_it_was_typed() -> None:
    draft = to_draft(replace(FILLED, when="gestern", touched=frozenset({"when"})), MONDAY)
    assert from_draft(draft, date(2026, 11, 24)).when == "gestern"


def test_a_draft_brings_every_field_back() -> None:
    typed = replace(
        FILLED, contact_ids=(3, 4), material_ids=(9,), notes="Asked\nfor handouts", promise="Send it",
        promise_by="Wed, Nov 25", line="private pay", miles="7.5", touched=frozenset({"notes"}),
    )  # fmt: skip
    assert from_draft(to_draft(typed, MONDAY), MONDAY) == typed


def test_a_draft_of_another_version_loses_only_what_is_unknown() -> None:
    draft = {"source_id": "seven", "notes": "kept", "colour": "blue", "contact_ids": [1, "x"], "minutes": 25}
    assert from_draft(draft, MONDAY) == Typed(notes="kept", contact_ids=(1,))


def test_days_ahead_count_from_the_visit() -> None:
    assert read_next("+30", MONDAY, date(2026, 11, 20)) == date(2026, 12, 20)
    assert read_next("", MONDAY, MONDAY) is None


def test_working_days_pass_over_thanksgiving() -> None:
    assert workdays_after(date(2026, 11, 25), 1) == date(2026, 11, 27)


def test_filled_fields_order_a_visit() -> None:
    command = read_typed(replace(FILLED, promise="Send it", promise_by="+2", miles="7.5"), MONDAY)
    assert (command.source_id, command.advance, command.ask) == (7, Advance.ADVANCE, Ask.NOT_ASKED)
    assert (command.visit_on, command.start_time, command.minutes) == (MONDAY, time(9, 30), 25)
    assert (command.promise_by, command.next_on, command.miles) == (date(2026, 11, 25), date(2026, 12, 22), 7.5)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"source_id": None}, "source"),
        ({"advance": ""}, "advance"),
        ({"kind_id": None}, "kind_id"),
        ({"when": "tomorrow"}, "when"),
        ({"when": "gestern"}, "when"),
        ({"minutes": "some"}, "minutes"),
        ({"minutes": "99999"}, "minutes"),
        ({"miles": "far"}, "miles"),
        ({"miles": "nan"}, "miles"),
        ({"next_on": "yesterday"}, "next_on"),
        ({"promise": "Send it", "promise_by": ""}, "promise_by"),
        ({"promise": "Send it", "promise_by": "-3"}, "promise_by"),
    ],
)
def test_what_cannot_be_saved_is_said_beside_its_field(change: dict[str, str | None], field: str) -> None:
    with pytest.raises(Unfit) as unfit:
        read_typed(replace(FILLED, **change), MONDAY)  # type: ignore[arg-type]
    assert set(unfit.value.words) == {field}


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(RuleBroken):
        read_when("31:99", MONDAY)


CENTRAL = ZoneInfo("America/Chicago")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8:04 am", datetime(2026, 11, 23, 14, 4, tzinfo=UTC)),
        ("yesterday 4 pm", datetime(2026, 11, 22, 22, 0, tzinfo=UTC)),
        ("Fri, Nov 20, 2:15 PM", datetime(2026, 11, 20, 20, 15, tzinfo=UTC)),
        ("nov 20", datetime(2026, 11, 20, 18, 0, tzinfo=UTC)),
        ("today noon", datetime(2026, 11, 23, 18, 0, tzinfo=UTC)),
        ("11/1 1:30 am", datetime(2026, 11, 1, 6, 30, tzinfo=UTC)),
        ("11/1 1:30 am CST", datetime(2026, 11, 1, 7, 30, tzinfo=UTC)),
        ("11/1 1:30 am CDT", datetime(2026, 11, 1, 6, 30, tzinfo=UTC)),
    ],
)
def test_instants_are_read_in_the_agencys_zone(typed: str, meant: datetime) -> None:
    assert read_instant(typed, MONDAY, CENTRAL) == meant


@pytest.mark.parametrize("typed", ["", "3/8/2026 2:30 am", "7/1 9:00 am CST", "8:04 am EST", "soon"])
def test_instants_that_there_are_not_are_refused(typed: str) -> None:
    with pytest.raises(RuleBroken):
        read_instant(typed, MONDAY, CENTRAL)


@given(minutes=st.integers(0, 700_000))
def test_what_is_said_of_an_instant_is_read_as_the_same_instant(minutes: int) -> None:
    minute = datetime(2025, 12, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert read_instant(say_instant(minute, MONDAY, CENTRAL), MONDAY, CENTRAL) == minute
    assert said_instant(say_instant(minute, MONDAY, CENTRAL), MONDAY, CENTRAL) == say_instant(minute, MONDAY, CENTRAL)
