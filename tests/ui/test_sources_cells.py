"""What the cells of the table of sources say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hhcrm.domain.cadence import due_state, latest_on, rhythm_status
from hhcrm.domain.words import DueState, PotentialBasis, RhythmStatus, SourceStage
from hhcrm.queries.read_models import MonthCount, SourceLine
from hhcrm.ui.shared.due_look import due_look
from hhcrm.ui.sources import cells
from hhcrm.ui.sources.months import months_chart

TODAY = date(2026, 11, 23)
LINE = SourceLine(
    source_id=1,
    name="Mercy Hospital",
    type="Hospital",
    stage=SourceStage.ACTIVE,
    cadence_days=30,
    visits=7,
    visits_needed=5,
    due_on=date(2026, 12, 4),
    last_visit_on=date(2026, 11, 4),
    status=RhythmStatus.ON_RHYTHM,
    due_state=DueState.AHEAD,
    latest_on=date(2026, 12, 11),
    owner="Dana",
    city="Nashville",
    zip="37203",
    phone="",
    territory="",
    tier=None,
    potential_per_month=14.0,
    potential_basis=PotentialBasis.TOLD_US,
    referrals_90_days=11,
    referrals_12_months=54,
    tags="",
    version=1,
)
PROSPECT = replace(LINE, stage=SourceStage.PROSPECTIVE, visits=3)
UNSEEN = replace(PROSPECT, visits=0, last_visit_on=None, status=RhythmStatus.NEVER_VISITED)


def test_an_active_source_says_its_cadence_a_prospect_its_visits_in_dots() -> None:
    assert (cells.rhythm_words(LINE), cells.rhythm_dots(LINE)) == ("every 30 d", None)
    assert (cells.rhythm_words(PROSPECT), cells.rhythm_dots(PROSPECT)) == ("visit 3 of 5", (3, 5))
    gone = replace(LINE, stage=SourceStage.INACTIVE)
    assert (cells.rhythm_words(gone), cells.rhythm_dots(gone)) == ("inactive", None)


def test_no_more_dots_are_full_than_there_are() -> None:
    assert cells.rhythm_dots(replace(PROSPECT, visits=9)) == (5, 5)


def stands(line: SourceLine, due_on: date) -> SourceLine:
    """The line with another due date, as the query answers it."""
    status = rhythm_status(due_on, line.last_visit_on, TODAY)
    return replace(line, due_on=due_on, status=status, due_state=due_state(due_on, TODAY), latest_on=latest_on(due_on))


@pytest.mark.parametrize(
    ("line", "words", "tag", "mark"),
    [
        (LINE, "Dec 4", "", ""),
        (stands(LINE, TODAY), "due Nov 23", "due", "clock"),
        (stands(LINE, TODAY - timedelta(7)), "over 7 d", "overdue", "flag"),
        (stands(LINE, TODAY - timedelta(12)), "late 12 d", "overdue", "triangle-alert"),
        (replace(PROSPECT, visits=5), "decide", "good", ""),
        (stands(UNSEEN, TODAY), "due Nov 23", "due", "clock"),
        (stands(UNSEEN, TODAY - timedelta(1)), "over 1 d", "overdue", "flag"),
        (stands(UNSEEN, TODAY + timedelta(60)), "Jan 22", "", ""),
        (replace(LINE, stage=SourceStage.INACTIVE, due_on=None, status=None, due_state=None), "", "", ""),
    ],
)  # fmt: skip
def test_the_next_column_says_what_is_next_and_how_urgent_it_is(
    line: SourceLine, words: str, tag: str, mark: str
) -> None:
    assert (cells.next_words(line, TODAY), cells.next_tag(line), cells.next_mark(line)) == (words, tag, mark)


def test_the_latest_day_is_a_week_after_the_due_one() -> None:
    assert cells.latest_words(stands(LINE, TODAY), TODAY) == "Nov 30"
    assert cells.latest_words(replace(LINE, due_on=None, latest_on=None), TODAY) == ""


def test_due_overdue_and_late_differ_in_shape_and_not_only_in_colour() -> None:
    marks = [due_look(state)[1] for state in DueState]
    assert len(set(marks)) == len(DueState)
    assert due_look(None) == due_look(DueState.AHEAD) == ("none", "")


def test_a_year_is_said_when_the_day_is_not_near() -> None:
    assert cells.short_day(date(2026, 12, 4), TODAY) == "Dec 4"
    assert cells.short_day(date(2027, 1, 12), TODAY) == "Jan 12"
    assert cells.short_day(date(2025, 12, 4), TODAY) == "Dec 4, 2025"
    assert cells.short_day(date(2028, 12, 4), TODAY) == "Dec 4, 2028"


def test_numbers_have_a_decimal_only_where_it_says_something() -> None:
    assert [cells.amount(value) for value in (14.0, 4.5, 1200.0, 0.04, None)] == ["14", "4.5", "1,200", "0", ""]


def test_the_count_beside_the_title_names_what_is_shown_only_when_it_is_less() -> None:
    assert cells.counts_words(312, 312) == "312 sources"
    assert cells.counts_words(14, 312) == "312 sources, 14 shown"
    assert cells.counts_words(1, 312, archived=True) == "1 archived source"


def test_the_chart_has_words_for_those_who_do_not_see_it() -> None:
    months = (MonthCount(date(2026, 10, 1), 3, 2, 1), MonthCount(date(2026, 11, 1), 0, 0))
    said = months_chart(7, months, date(2026, 11, 23)).alternative
    assert said == (
        "Referrals by month. Oct 1, 2026 to Nov 23, 2026. n = 3. "
        "October 2026: 2 of 3 referrals admitted; October 2026: 1 of 3 referrals not admitted."
    )
    assert "Nothing in this period" in months_chart(7, (), date(2026, 11, 23)).alternative


def test_a_moment_today_is_said_as_today() -> None:
    now = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
    assert cells.moment_words(now, now, UTC) == "today 6:00 PM"
    assert cells.moment_words(now - timedelta(days=40), now, UTC) == "Oct 14 6:00 PM"


def test_a_moment_is_said_in_the_zone_given_where_it_may_be_another_day() -> None:
    now, zone = datetime(2026, 11, 23, 18, 0, tzinfo=UTC), ZoneInfo("America/Chicago")
    assert cells.moment_words(datetime(2026, 11, 23, 15, 12, tzinfo=UTC), now, zone) == "today 9:12 AM"
    assert cells.moment_words(datetime(2026, 11, 23, 4, 0, tzinfo=UTC), now, zone) == "Nov 22 10:00 PM"


@pytest.mark.parametrize(("size", "words"), [(12, "12 bytes"), (2048, "2 KB"), (3_300_000, "3.1 MB")])
def test_sizes_are_said_in_units_people_know(size: int, words: str) -> None:
    assert cells.size_words(size) == words
