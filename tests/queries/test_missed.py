"""Where planned visits go whose day has passed or falls away, against the same rules in the plainest way."""

from __future__ import annotations

from collections import Counter
from datetime import date, time, timedelta
from itertools import combinations
from typing import Any

import pytest

from hhcrm.domain.slots import minute_of
from hhcrm.domain.words import VisitStatus
from hhcrm.queries.missed_models import AwayDays, ClosedDays, MoveLine
from tests.queries.conftest import TODAY, Agency

LATER = TODAY + timedelta(days=5)


def planned(agency: Agency) -> dict[int, dict[str, Any]]:
    """Planned visits to sources that were not put away, by id, with whose they are."""
    sources = agency.by_id("referral_source")
    return {
        row["id"]: row | {"whose": row["liaison_id"] or sources[row["source_id"]]["owner_id"]}
        for row in agency.rows("visit")
        if row["status"] == VisitStatus.PLANNED
        and row["archived_at"] is None
        and sources[row["source_id"]]["archived_at"] is None
    }


def check_places(agency: Agency, lines: tuple[MoveLine, ...], today: date, off: set[date]) -> None:
    visits = planned(agency)
    holidays = {row["day"] for row in agency.rows("holiday")}
    placed = [line for line in lines if line.to_on is not None]
    for line in placed:
        assert line.to_on is not None
        assert line.to_on >= today
        assert line.to_on.weekday() < 5
        assert line.to_on not in holidays | off
        assert (line.to_at is None) == (line.start_time is None)
        assert line.to_at is None or time(8) <= line.to_at < time(17)
    leaving = {line.visit_id for line in lines}
    for line, visit in ((line, visit) for line in placed for visit in visits.values()):
        if visit["id"] in leaving or visit["whose"] != visits[line.visit_id]["whose"]:
            continue
        if visit["visit_on"] == line.to_on and line.to_at is not None and visit["start_time"] is not None:
            assert abs(minute_of(visit["start_time"]) - minute_of(line.to_at)) >= 5
    for one, other in combinations(placed, 2):
        same = visits[one.visit_id]["whose"] == visits[other.visit_id]["whose"] and one.to_on == other.to_on
        if same and one.to_at is not None and other.to_at is not None:
            assert abs(minute_of(one.to_at) - minute_of(other.to_at)) >= 5


def test_the_visits_whose_day_has_passed_are_those_the_rule_gives(agency: Agency) -> None:
    liaisons = [row["id"] for row in agency.rows("app_user") if row["role"] == "liaison"]
    for user_id in (None, *liaisons):
        lines = agency.ask(user_id, LATER).passed_visits(limit=1000)
        wanted = {
            key: row
            for key, row in planned(agency).items()
            if row["visit_on"] < LATER and user_id in (None, row["whose"])
        }
        assert {line.visit_id for line in lines} == set(wanted)
        assert [line.visit_on for line in lines] == sorted(row["visit_on"] for row in wanted.values())
        check_places(agency, lines, LATER, set())
        assert all(line.to_on is not None or line.note for line in lines)
    assert len(agency.ask(None, LATER).passed_visits(limit=2)) == 2


def test_a_single_one_goes_where_it_would_go_by_itself(plain: Agency) -> None:
    lines = plain.ask(None, LATER).passed_visits(limit=1000)
    assert plain.ask(None, LATER).move_line(lines[0].visit_id).to_on == lines[0].to_on


@pytest.mark.parametrize("whose", ["one", "all"])
def test_days_off_list_the_visits_that_they_hit(agency: Agency, whose: str) -> None:
    visits = planned(agency)
    first, last = TODAY + timedelta(days=3), TODAY + timedelta(days=10)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    holidays = {row["day"] for row in agency.rows("holiday")}
    off = [(row["user_id"], row["from_on"], row["until_on"]) for row in agency.rows("time_off")]
    if whose == "all":
        lines = agency.ask().visits_hit(ClosedDays(tuple(days)))
        wanted = {key for key, row in visits.items() if first <= row["visit_on"] <= last}
        wanted = {key for key in wanted if visits[key]["visit_on"] not in holidays}
    else:
        busy = Counter(row["whose"] for row in visits.values() if first <= row["visit_on"] <= last)
        who, _most = busy.most_common(1)[0]
        lines = agency.ask().visits_hit(AwayDays(who, first, last))
        wanted = {key for key, row in visits.items() if first <= row["visit_on"] <= last and row["whose"] == who}
        wanted = {
            key
            for key in wanted
            if not any(who == user and start <= visits[key]["visit_on"] <= end for user, start, end in off)
        }
    assert wanted
    assert {line.visit_id for line in lines} == wanted
    check_places(agency, lines, TODAY, set(days))
