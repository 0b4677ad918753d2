"""Reports add up to what the rows say, and agree with each other and with the screens."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.referrals import hours_to_soc, received_at, timely_cms, within_48_hours
from hhcrm.queries.ground import year_start
from hhcrm.queries.read_models import Report
from tests.queries.conftest import NOW, TODAY, Agency

START, END = date(2026, 3, 1), date(2026, 9, 15)
ZONE = ZoneInfo("America/Chicago")


def lines(report: Report) -> list[dict[str, Any]]:
    return [dict(zip(report.columns, row, strict=True)) for row in report.rows]


def referrals(agency: Agency, liaison_id: int | None = None) -> list[dict[str, Any]]:
    owners = {row["id"]: row["owner_id"] for row in agency.rows("referral_source")}
    return [
        row for row in agency.rows("referral")
        if row["archived_at"] is None and liaison_id in (None, row["liaison_id"] or owners[row["source_id"]])
    ]  # fmt: skip


def outcome(rows: list[dict[str, Any]]) -> dict[str, Any]:
    admitted = sum(row["soc_on"] is not None for row in rows)
    declined = sum(row["soc_on"] is None and row["stage"] == "not admitted" for row in rows)
    share = round(100 * admitted / (admitted + declined), 1) if admitted + declined else None
    return {
        "referrals": len(rows), "admissions": admitted, "not_admitted": declined,
        "still_open": len(rows) - admitted - declined, "conversion_percent": share,
    }  # fmt: skip


@pytest.mark.parametrize("liaison_id", [None, 1, 2])
def test_referrals_by_source_month_and_type_are_the_same_referrals(agency: Agency, liaison_id: int | None) -> None:
    mine = [row for row in referrals(agency, liaison_id) if START <= row["referral_on"] <= END]
    ask = agency.ask()
    for line in lines(ask.report("referrals-by-source", START, END, liaison_id=liaison_id)):
        expected = outcome([row for row in mine if row["source_id"] == line["source_id"]])
        assert {name: line[name] for name in expected} == expected
    months = lines(ask.report("referrals-by-month", START, END, liaison_id=liaison_id))
    assert [line["month"] for line in months] == [f"2026-{month:02}" for month in range(3, 10)]
    for line in months:
        expected = outcome([row for row in mine if f"{row['referral_on']:%Y-%m}" == line["month"]])
        assert {name: line[name] for name in expected} == expected
    later = lines(ask.report("referrals-by-month", START, date(2027, 3, 31), liaison_id=liaison_id))
    assert [line["month"] for line in later][-1] == f"{TODAY:%Y-%m}"
    assert lines(ask.report("referrals-by-month", date(2027, 1, 1), date(2027, 3, 31))) == []
    total = lines(ask.report("conversion", START, END, liaison_id=liaison_id))[-1]
    assert {name: total[name] for name in outcome(mine)} == outcome(mine)
    intake = lines(ask.report("intake", START, END, liaison_id=liaison_id))
    assert Counter({line["stage"]: 0 for line in intake}) + sum(
        (Counter({line["stage"]: line["referrals"]}) for line in intake), Counter()
    ) == Counter(str(row["stage"]) for row in mine)


SPLITS = ("type", "liaison", "team", "territory", "payer", "service-line", "clinical-group", "activity", "material")


@pytest.mark.parametrize("liaison_id", [None, 2])
@pytest.mark.parametrize("split", SPLITS)
def test_referrals_by_anything_add_up_to_all_of_them(agency: Agency, split: str, liaison_id: int | None) -> None:
    """Whatever they are split by; where they are credited to visits, the parts of each add up to it."""
    mine = outcome([row for row in referrals(agency, liaison_id) if START <= row["referral_on"] <= END])
    *groups, whole = lines(agency.ask().report(f"referrals-by-{split}", START, END, liaison_id=liaison_id))
    assert {name: whole[name] for name in mine} == mine
    assert groups
    for name in ("referrals", "admissions", "not_admitted", "still_open"):
        assert sum(line[name] for line in groups) == pytest.approx(mine[name], abs=0.01 * len(groups))
    for line in groups:
        decided = line["admissions"] + line["not_admitted"]
        assert (line["conversion_percent"] is None) is (decided == 0)
        assert line["conversion_percent"] in (None, pytest.approx(100 * line["admissions"] / (decided or 1), abs=1))


def test_referrals_by_type_are_those_of_the_report_conversion(agency: Agency) -> None:
    by_type = agency.ask().report("referrals-by-type", START, END).rows
    assert sorted(map(str, by_type)) == sorted(map(str, agency.ask().report("conversion", START, END).rows))


def test_timely_says_of_each_start_of_care_what_the_rules_say(agency: Agency) -> None:
    mine = {row["id"]: row for row in referrals(agency) if row["soc_on"] and START <= row["soc_on"] <= END}
    found = lines(agency.ask().report("timely", START, END))
    assert {line["referral_id"] for line in found} == set(mine)
    for line in found:
        row = mine[line["referral_id"]]
        said, home_on = row["inpatient"], row["discharged_on"]
        inpatient = row["admission_source"] == "institutional" if said is None else said
        cms = timely_cms(
            row["soc_on"], row["referral_on"], row["ordered_soc"], inpatient, home_on if said is not False else None
        )
        received, soc = received_at(row["heard_at"], row["authorized_at"]), row["soc_at"] or row["soc_on"]
        home = row["discharged_at"] or row["discharged_on"]
        assert line["timely_cms"] == cms
        in_48 = within_48_hours(received, soc, ZONE, row["ordered_soc"], home)
        assert line["within_48_hours"] == ("yes" if in_48 else "no")
        assert line["hours_to_soc"] == round(hours_to_soc(received, soc, ZONE), 1)


def test_acceptance_is_a_log_of_each_decision_with_what_was_noted(agency: Agency) -> None:
    mine = {row["id"]: row for row in referrals(agency) if row["decided_at"] and START <= row["referral_on"] <= TODAY}
    found = lines(agency.ask().report("acceptance", START, TODAY))
    assert {line["referral_id"] for line in found} == set(mine)
    first: dict[int, Any] = {}
    for entry in agency.rows("referral_stage_entry"):
        if entry["stage"] in ("accepted", "not admitted"):
            first.setdefault(entry["referral_id"], entry)
    for line in found:
        entry = first[line["referral_id"]]
        assert (line["answer"], line["needs"], line["skills"], line["decided_by"]) == (
            entry["stage"], entry["needs"] or "", entry["skills"] or "", entry["by_name"],
        )  # fmt: skip
        assert line["decided_on"] == entry["at"].astimezone(ZONE).date()
        assert (line["reason_owner"] != "") == (entry["stage"] == "not admitted")
    facts = ("service_line", "payer", "payer_accepted", "zip_served", "disciplines", "capacity", "clinical_group")
    for line in found:
        asked = [
            other["answer"] for other in found
            if all(other[name] == line[name] for name in facts) and other["reason_owner"] in ("", "ours", "payer")
        ]  # fmt: skip
        if line["reason_owner"] in ("patient", "source"):
            assert (line["same_facts"], line["answers_differ"]) == (None, "no")
        else:
            assert line["same_facts"] == len(asked)
            assert line["answers_differ"] == ("yes" if len(set(asked)) == 2 else "no")


def test_loop_counts_the_updates_that_fell_due(agency: Agency) -> None:
    alive = {row["id"] for row in referrals(agency)}
    every = lines(agency.ask().report("loop", START, TODAY))
    found = {line["step"]: line for line in every if line["of"] == "all"}
    for step, line in found.items():
        fell_due = [
            row for row in agency.rows("loop_update")
            if row["step"] == step and row["referral_id"] in alive
            and START <= row["due_at"].astimezone(ZONE).date() <= TODAY and row["due_at"] < NOW
        ]  # fmt: skip
        due = [row for row in fell_due if row["waived_why"] is None]
        assert line["waived"] == len(fell_due) - len(due)
        on_time = sum(row["given_at"] is not None and row["given_at"] <= row["due_at"] for row in due)
        late = sum(row["given_at"] is not None and row["given_at"] > row["due_at"] for row in due)
        assert (line["due"], line["given_on_time"], line["given_late"]) == (len(due), on_time, late)
        assert line["not_given"] == len(due) - on_time - late
        for of in ("liaison", "source"):
            parts = [other for other in every if (other["of"], other["step"]) == (of, step)]
            assert len({other["name"] for other in parts}) > 1
            for count in ("due", "given_on_time", "given_late", "not_given", "waived"):
                assert sum(other[count] for other in parts) == line[count]
    assert found


def test_effort_adds_up_visits_minutes_and_referrals(agency: Agency) -> None:
    counts = {row["id"]: row["counts"] for row in agency.rows("visit_kind")}
    found = {line["source_id"]: line for line in lines(agency.ask().report("effort", START, END))}
    for source in agency.rows("referral_source"):
        visits = [
            row for row in agency.rows("visit")
            if row["source_id"] == source["id"] and row["status"] == "completed" and row["archived_at"] is None
            and START <= row["visit_on"] <= END
        ]  # fmt: skip
        sent = [
            row for row in referrals(agency)
            if row["source_id"] == source["id"] and START <= row["referral_on"] <= END
        ]  # fmt: skip
        if not visits and not sent:
            assert source["id"] not in found
            continue
        line, counting = found[source["id"]], [row for row in visits if counts[row["kind_id"]]]
        assert (line["visits"], line["counting_visits"]) == (len(visits), len(counting))
        spent = [row["minutes"] for row in visits] + [row["travel_minutes"] for row in visits]
        assert line["minutes"] == _noted(spent, visits)
        miles = _noted([row["miles"] for row in visits], visits)
        assert line["miles"] == (miles if miles is None else pytest.approx(miles, abs=0.051))
        assert line["advances"] == sum(row["advance"] == "advance" for row in counting)
        assert line["asks"] == sum(row["ask"] in ("asked", "agreed", "declined") for row in counting)
        assert (line["referrals"], line["admissions"]) == (len(sent), sum(row["soc_on"] is not None for row in sent))


def _noted(amounts: list[Any], visits: list[dict[str, Any]]) -> Any:
    """The sum of what was noted; None where there were visits and nothing was."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known or not visits else None


def test_worth_expects_between_what_was_sent_and_what_its_type_sends(agency: Agency) -> None:
    alive = [row for row in agency.rows("referral_source") if row["archived_at"] is None and row["stage"] != "inactive"]
    since = year_start(TODAY)
    sent = Counter(row["source_id"] for row in referrals(agency) if since <= row["referral_on"] <= TODAY)
    types = agency.by_id("source_type")
    known: dict[int, tuple[float, str]] = {}
    for row in alive:
        of_type, size = types[row["type_id"]], row["beds"] or row["residents"]
        if row["potential_per_month"] is not None:
            known[row["id"]] = row["potential_per_month"], row["potential_basis"]
        elif row["providers"] and of_type["provider_rate"] is not None:
            known[row["id"]] = row["providers"] * of_type["provider_rate"], "counted"
        elif size and of_type["bed_rate"] is not None:
            known[row["id"]] = size * of_type["bed_rate"], "public data"
    potential: dict[int, float | None] = {}
    for row in alive:
        others = [known[one["id"]][0] for one in alive if one["type_id"] == row["type_id"] and one["id"] in known]
        potential[row["id"]] = known[row["id"]][0] if row["id"] in known else median(others) if others else None
    found = {line["source_id"]: line for line in lines(agency.ask().report("worth"))}
    assert set(found) == {row["id"] for row in alive}
    for row in alive:
        line, figure = found[row["id"]], potential[row["id"]]
        assert line["potential_per_month"] == figure
        assert line["referrals_12_months"] == sent[row["id"]]
        share = round(100 * sent[row["id"]] / (12 * figure), 1) if figure else None
        assert line["share_of_potential_percent"] == share
        assert line["potential_basis"] == (known[row["id"]][1] if row["id"] in known else "unknown")
        assert line["potential_rests_on"]
        known_nothing = figure is None and row["first_referral_on"] is None
        assert (line["expected_referrals_per_month"] is None) == known_nothing


def test_today_and_rhythm_agree_with_their_screens(agency: Agency) -> None:
    questions = agency.ask()
    today = questions.today(limit=1000)
    kinds = Counter(line["kind"] for line in lines(questions.report("today")))
    goals = Counter(need.kind for need in questions.goals_today())
    assert goals
    assert kinds - goals == Counter({kind: today.counts[kind] for kind in today.counts if today.counts[kind]} and {
        ("visit" if kind == "visits" else kind): count for kind, count in today.counts.items() if count
    })  # fmt: skip
    rhythm = lines(questions.report("rhythm", TODAY - timedelta(days=89), TODAY))
    assert sum(line["gaps_kept"] for line in rhythm) == today.rhythm_kept
    assert sum(line["gaps"] for line in rhythm) == today.rhythm_gaps
    assert today.rhythm_gaps > 0


def test_the_waterfall_counts_each_cohorts_prospects_by_visit(agency: Agency) -> None:
    sources = agency.by_id("referral_source")
    found = lines(agency.ask().report("waterfall", date(2025, 1, 1), TODAY))
    assert len(found) == sum(row["month"] <= TODAY for row in agency.rows("cohort"))
    stands: Counter[int] = Counter()
    for member in agency.rows("cohort_member"):
        source = sources[member["source_id"]]
        if member["left_on"] is None and source["stage"] == "prospective" and source["archived_at"] is None:
            stands[min(source["stage_visits"], 5)] += 1
    assert {n: sum(line[f"visit_{n}"] for line in found) for n in range(6)} == {n: stands[n] for n in range(6)}
    assert sum(line["prospects"] for line in found) == stands.total()


def test_every_report_has_a_cell_for_each_column(agency: Agency) -> None:
    for name in agency.ask().report_names():
        report = agency.ask().report(name)
        assert all(len(row) == len(report.columns) for row in report.rows)


def test_an_unknown_report_or_period_is_refused_in_words(plain: Agency) -> None:
    with pytest.raises(RuleBroken, match="no report"):
        plain.ask().report("weather")
    with pytest.raises(RuleBroken, match="ends before"):
        plain.ask().report("loop", date(2026, 2, 1), date(2026, 1, 1))
