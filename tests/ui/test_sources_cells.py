"""What the cells of the table of sources say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hhcrm.domain.words import PotentialBasis, RhythmStatus, SourceStage
from hhcrm.queries.read_models import MonthCount, SourceLine
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


@pytest.mark.parametrize(
    ("line", "words", "tag"),
    [
        (LINE, "Dec 4", ""),
        (replace(LINE, due_on=TODAY, status=RhythmStatus.DUE), "Nov 23", "due"),
        (replace(LINE, due_on=TODAY - timedelta(12), status=RhythmStatus.OVERDUE), "over 12 d", "overdue"),
        (replace(PROSPECT, visits=5), "decide", "good"),
        (replace(UNSEEN, due_on=TODAY), "Nov 23", "due"),
        (replace(UNSEEN, due_on=TODAY - timedelta(1)), "over 1 d", "overdue"),
        (replace(UNSEEN, due_on=TODAY + timedelta(60)), "Jan 22", ""),
        (replace(LINE, stage=SourceStage.INACTIVE, due_on=None, status=None), "", ""),
    ],
)  # fmt: skip
def test_the_next_column_says_what_is_next_and_how_urgent_it_is(line: SourceLine, words: str, tag: str) -> None:
    assert (cells.next_words(line, TODAY), cells.next_tag(line, TODAY)) == (words, tag)


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
