"""A scorecard says what the exported files say when somebody else counts them, for one source and for many."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event

from hhcrm.domain.errors import NotFound
from hhcrm.domain.words import PilotStatus
from hhcrm.exchange.exporting import export_table
from hhcrm.queries.scorecard_models import Middle, Promises, Scorecard, Share
from tests.queries.conftest import NOW, TODAY, Agency

START, END = date(2025, 12, 1), TODAY
ZONE = ZoneInfo("America/Chicago")
DAY = timedelta(days=1)
Line = dict[str, str]


@pytest.fixture(scope="module")
def files(agency: Agency, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Line]]:
    """The exported files a spreadsheet would count."""
    folder = tmp_path_factory.mktemp("csv")
    return {kind: exported(agency, kind, folder) for kind in ("sources", "referrals", "loops", "commitments")}


def exported(agency: Agency, kind: str, folder: Path) -> list[Line]:
    path = folder / f"{kind}.csv"
    export_table(agency.ask(), kind, path, today=TODAY)
    with path.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def members(agency: Agency, source_id: int) -> set[int]:
    found, parents = {source_id}, {row["id"]: row["parent_id"] for row in agency.rows("referral_source")}
    for _ in parents:
        found |= {unit for unit, parent in parents.items() if parent in found}
    return found


def instant(text: str) -> datetime | None:
    """An instant; a day alone is noon where the agency is."""
    if not text:
        return None
    return datetime.fromisoformat(text) if "T" in text else datetime.combine(day(text), time(12), ZONE)  # type: ignore[arg-type]


def day(text: str) -> date | None:
    return (datetime.fromisoformat(text).astimezone(ZONE).date() if "T" in text else date.fromisoformat(text)) if (
        text
    ) else None  # fmt: skip


def between(on: date | None) -> bool:
    return on is not None and START <= on <= END


def hours(line: Line, name: str) -> float | None:
    begun, ended = instant(line["authorized_at"] or line["heard_at"]), instant(line[name])
    assert begun is not None
    return None if ended is None else (ended - begun).total_seconds() / 3600


def middle(found: Iterable[float | None]) -> Middle:
    known = [one for one in found if one is not None]
    return Middle(round(median(known), 1) if known else None, len(known))


def timely(line: Line, inpatient: bool | None) -> bool | None:
    soc, ordered, home = day(line["soc_on"]), day(line["ordered_soc"]), day(line["discharged_on"])
    sent = day(line["authorized_at"] or line["heard_at"])
    assert soc is not None
    assert sent is not None
    if ordered:
        return soc <= ordered
    if soc <= sent + 2 * DAY:
        return True
    if home is None or inpatient is False:
        return None if inpatient else False
    return home > sent and soc <= home + 2 * DAY


def in_48(line: Line) -> bool:
    soc, home, taken = instant(line["soc_on"]), instant(line["discharged_on"]), hours(line, "soc_on")
    assert soc is not None
    assert taken is not None
    from_home = None if home is None else (soc - home).total_seconds() / 3600
    return taken <= 48 or day(line["soc_on"]) == day(line["ordered_soc"]) or (
        from_home is not None and 0 <= from_home <= 48
    )  # fmt: skip


def returned(line: Line) -> bool | None:
    soc, back = day(line["soc_on"]), day(line["readmitted_on"])
    assert soc is not None
    return None if soc + 30 * DAY >= TODAY else back is not None and soc <= back <= soc + 30 * DAY


def share(answers: Iterable[bool | None]) -> Share:
    found = list(answers)
    return Share(found.count(True), len(found) - found.count(None))


def counted(files: dict[str, list[Line]], whose: set[int], inpatient: dict[int, bool | None]) -> dict[str, Any]:
    """The figures of a scorecard, from the files alone; `inpatient` is the one fact they do not hold."""
    mine = [line for line in files["referrals"] if int(line["source_id"]) in whose]
    sent = [line for line in mine if between(day(line["authorized_at"] or line["heard_at"]))]
    begun = [line for line in mine if between(day(line["soc_on"]))]
    lost = [line for line in sent if line["stage"] == "not admitted" and not line["soc_on"]]
    cms = [timely(line, inpatient[int(line["referral_id"])]) for line in begun]
    promised = [line for line in files["commitments"] if int(line["source_id"]) in whose]
    due = [
        line for line in promised
        if between(day(line["due_on"])) and line["status"] != "withdrawn"
        and (line["status"] != "open" or str(line["due_on"]) < TODAY.isoformat())
    ]  # fmt: skip
    kept = [line for line in due if line["status"] == "kept"]
    in_time = [line for line in kept if not line["closed_on"] or line["closed_on"] <= line["due_on"]]
    broken = sum(line["status"] == "broken" for line in due)
    return {
        "outcomes": (len(sent), sum(bool(line["soc_on"]) for line in sent), len(lost)),
        "accepted": len([line for line in sent if line not in lost and (
            line["soc_on"] or line["decided_at"] or line["stage"] in ("accepted", "scheduled", "admitted"))]),
        "why_not": Counter((line["reason"], line["reason_owner"]) for line in lost),
        "decision": middle(hours(line, "decided_at") for line in sent),
        "soc": middle(hours(line, "soc_on") for line in begun),
        "within_48": share(in_48(line) for line in begun),
        "timely": replace(share(cms), missing=cms.count(None)),
        "satisfied": share(int(line["satisfaction"]) >= 9 for line in begun if line["satisfaction"]),
        "returned": share(returned(line) for line in begun),
        "promises": Promises(
            sum(between(day(line["made_on"])) for line in promised), len(due), len(in_time), len(kept) - len(in_time),
            broken,
        ),
        "loop": loop(files["loops"], whose),
        "months": Counter(f"{day(line['authorized_at'] or line['heard_at']):%Y-%m}" for line in sent),
    }  # fmt: skip


def loop(lines: list[Line], whose: set[int]) -> dict[str, Share]:
    told: dict[str, list[bool | None]] = defaultdict(list)
    for line in lines:
        due, given = instant(line["due_at"]), instant(line["given_at"])
        mine = int(line["source_id"]) in whose and not line["waived_why"]
        if mine and due and between(day(line["due_at"])) and due < NOW:
            told[line["step"]].append(given is not None and given <= due)
    return {step: share(answers) for step, answers in told.items()}


def said(card: Scorecard) -> dict[str, Any]:
    """The same figures of a scorecard."""
    outcomes = card.outcomes
    return {
        "outcomes": (outcomes.referrals, outcomes.admitted, outcomes.not_admitted),
        "accepted": card.accepted,
        "why_not": Counter({(why.reason, why.owner or ""): why.count for why in card.why_not}),
        "decision": card.decision, "soc": card.soc, "within_48": card.within_48, "timely": card.timely,
        "satisfied": card.satisfied, "returned": card.returned, "promises": card.promises,
        "loop": {str(one.step): one.told for one in card.loop},
        "months": Counter({f"{one.month:%Y-%m}": one.outcomes.referrals for one in card.months if (
            one.outcomes.referrals)}),
    }  # fmt: skip


def test_scorecards_say_what_the_exported_files_say(agency: Agency, files: dict[str, list[Line]]) -> None:
    ids = [row["id"] for row in agency.rows("referral_source")]
    inpatient = {
        row["id"]: row["admission_source"] == "institutional" or None if row["inpatient"] is None else row["inpatient"]
        for row in agency.rows("referral")
    }
    cards = agency.ask().scorecards(ids, START, END)
    assert [card.source_id for card in cards] == ids
    for card in cards:
        whose = members(agency, card.source_id)
        assert set(card.members) == whose
        assert card.members[0] == card.source_id
        assert said(card) == counted(files, whose, inpatient), card.source
        assert sum(card.starts) == card.soc.cases
    assert max(card.units for card in cards) > 0
    assert max(card.outcomes.referrals for card in cards) > 10


def test_a_source_counts_with_its_units_and_theirs(agency: Agency) -> None:
    parents = [row["parent_id"] for row in agency.rows("referral_source") if row["parent_id"] is not None]
    card = agency.ask().scorecard(parents[0], START, END)
    alone = [agency.ask().scorecard(key, START, END) for key in card.members[1:] if key not in parents]
    assert card.outcomes.referrals >= sum(one.outcomes.referrals for one in alone)


def test_pilots_that_ran_stand_as_their_own_page_says(agency: Agency) -> None:
    ran = {PilotStatus.RUNNING, PilotStatus.FINISHED}
    cards = [card for card in agency.ask().scorecards(agency.ask().scorecard_sources(), START, END) if card.pilots]
    assert cards
    for card in cards:
        theirs = agency.ask().pilots_of_source(card.source_id, START, END)
        assert set(card.pilots) == {one for one in theirs if one.pilot.status in ran}


def test_one_is_the_same_as_in_a_batch_and_a_batch_takes_no_more_statements(plain: Agency) -> None:
    ids = plain.ask().scorecard_sources()
    assert ids
    assert set(ids) <= {
        row["id"] for row in plain.rows("referral_source") if row["stage"] == "active" and row["archived_at"] is None
    }
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        asked.append(statement)

    event.listen(plain.engine, "before_cursor_execute", note)
    cards = plain.ask().scorecards(ids, START, END)
    for_all = len(asked)
    assert plain.ask().scorecard(ids[0], START, END) == cards[0]
    event.remove(plain.engine, "before_cursor_execute", note)
    assert for_all <= len(asked) - for_all + 8 <= 24


def test_the_report_has_a_line_for_each_active_source_and_leaves_empty_what_few_cases_cannot_tell(
    agency: Agency,
) -> None:
    ask = agency.ask()
    found = ask.report("scorecard", START, END)
    lines: list[dict[str, Any]] = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    assert [line["source_id"] for line in lines] == list(ask.scorecard_sources())
    few = [line for line in lines if line["starts_of_care"] < 5]
    many = [line for line in lines if line["starts_of_care"] >= 5]
    assert few
    assert all(line["median_hours_to_soc"] is line["within_48_hours_percent"] is None for line in few)
    assert many
    assert all(line["within_48_hours_percent"] is not None for line in many)
    one = ask.report("scorecard", START, END, source_id=lines[0]["source_id"])
    assert one.rows == (found.rows[0],)


def test_a_source_that_is_not_there_is_said(plain: Agency) -> None:
    with pytest.raises(NotFound):
        plain.ask().scorecard(10_000, START, END)
