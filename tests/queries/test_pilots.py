"""Pilots over the sample agency: each figure against a plain computation from the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hhcrm.domain.referrals import Timely, timely_cms
from hhcrm.domain.standards import WITH_HOURS, Standard
from hhcrm.domain.words import Comparison, Measure, PilotStatus
from hhcrm.queries.pilot_models import PilotItem, PilotProgress
from hhcrm.queries.pilots import progress
from hhcrm.queries.referral_models import ReferralFilter
from tests.queries.conftest import NOW, TODAY, Agency

CENTRAL = ZoneInfo("America/Chicago")
FIRST = date(2026, 3, 1)
HOURS = 6.0
Row = dict[str, Any]


def item(source_id: int, **values: Any) -> PilotItem:
    standards = tuple(
        Standard(each, Comparison.AT_LEAST, 50, HOURS if each in WITH_HOURS else None) for each in Measure
    )
    start: dict[str, Any] = {
        "pilot_id": 1, "version": 1, "source_id": source_id, "source": "", "owner_id": None, "owner": "",
        "contact_id": None, "contact": "", "name": "", "service_line_id": None, "service_line": "", "payer_id": None,
        "payer": "", "zips": (), "proposed_on": FIRST, "starts_on": FIRST, "ends_on": date(2026, 10, 31),
        "status": PilotStatus.RUNNING, "promise": "", "result": "", "next_step": "", "archived": False,
        "standards": standards,
    }  # fmt: skip
    return PilotItem(**(start | values))


def stood(agency: Agency, *items: PilotItem, on: date = TODAY) -> tuple[PilotProgress, ...]:
    with agency.engine.connect() as connection:
        return progress(connection, items, on, TODAY, NOW)


def busiest(agency: Agency) -> int:
    """The source that sent most in the days of the pilots."""
    sent = [row["source_id"] for row in agency.rows("referral") if row["referral_on"] >= FIRST]
    found: int = max(sorted(set(sent)), key=sent.count)
    return found


def sent_by(agency: Agency, pilot: PilotItem, on: date) -> Iterator[Row]:
    for row in agency.rows("referral"):
        parent = agency.by_id("referral_source")[row["source_id"]]["parent_id"]
        fits = (
            pilot.source_id in (row["source_id"], parent)
            and pilot.starts_on <= row["referral_on"] <= min(pilot.ends_on, on)
            and pilot.service_line_id in (None, row["service_line_id"])
            and pilot.payer_id in (None, row["payer_id"])
            and (not pilot.zips or (row["zip"] or "")[:5] in pilot.zips)
        )
        if fits and row["archived_at"] is None:
            yield row


def hours(received: datetime, at: datetime) -> float:
    return (at - received).total_seconds() / 3600


class Naive:
    """What each measure is, row by row, at a moment."""

    def __init__(self, agency: Agency, rows: list[Row], now: datetime) -> None:
        self.agency, self.rows, self.now = agency, rows, now
        self.today = now.astimezone(CENTRAL).date()

    def entries(self, row: Row) -> list[Row]:
        return [
            each for each in self.agency.rows("referral_stage_entry")
            if each["referral_id"] == row["id"] and each["at"] <= self.now
        ]  # fmt: skip

    def received(self, row: Row) -> datetime:
        found: datetime = row["authorized_at"] or row["heard_at"]
        return found

    def decided(self, row: Row) -> float | None:
        at = [each["at"] for each in self.entries(row) if str(each["stage"]) in ("accepted", "not admitted")]
        return hours(self.received(row), min(at)) if at else None

    def begun(self, row: Row) -> bool:
        return row["soc_on"] is not None and row["soc_on"] <= self.today

    def started(self, row: Row) -> float | None:
        if not self.begun(row):
            return None
        noon = datetime.combine(row["soc_on"], time(12), tzinfo=CENTRAL)
        return hours(self.received(row), row["soc_at"] or noon)

    def was(self, row: Row, *stages: str) -> bool:
        return any(str(each["stage"]) in stages for each in self.entries(row))

    def lost(self, row: Row) -> bool:
        return not self.begun(row) and self.was(row, "not admitted")

    def share(self, ask: Callable[[Row], bool | None]) -> float | None:
        answers = [answer for row in self.rows if (answer := ask(row)) is not None]
        return 100 * sum(answers) / len(answers) if answers else None

    def middle(self, ask: Callable[[Row], float | None]) -> float | None:
        known = [value for row in self.rows if (value := ask(row)) is not None]
        return median(known) if known else None

    def accepted(self, row: Row) -> bool | None:
        if self.was(row, "accepted", "scheduled", "admitted") or self.begun(row):
            return True
        return False if self.lost(row) else None

    def in_hours(self, row: Row) -> bool | None:
        taken = self.decided(row)
        if taken is not None:
            return taken <= HOURS
        return False if hours(self.received(row), self.now) > HOURS else None

    def timely(self, row: Row) -> bool | None:
        if not self.begun(row):
            return None
        inpatient = row["inpatient"]
        if inpatient is None:
            inpatient = str(row["admission_source"]) == "institutional"
        told = timely_cms(
            row["soc_on"], row["referral_on"], row["ordered_soc"], inpatient, row["discharged_on"]
        )  # fmt: skip
        return None if told is Timely.MISSING else told is Timely.YES

    def returned(self, row: Row) -> bool | None:
        if not self.begun(row) or self.today <= row["soc_on"] + timedelta(30):
            return None
        back = row["readmitted_on"]
        return back is not None and back <= row["soc_on"] + timedelta(30)

    def loop(self) -> float | None:
        ids = {row["id"] for row in self.rows}
        due = [
            each for each in self.agency.rows("loop_update")
            if each["referral_id"] in ids and each["due_at"] <= self.now and each["waived_why"] is None
        ]  # fmt: skip
        kept = [each for each in due if each["given_at"] is not None and each["given_at"] <= each["due_at"]]
        return 100 * len(kept) / len(due) if due else None

    def all(self) -> dict[Measure, float | None]:
        def start_within(row: Row) -> bool | None:
            return None if (taken := self.started(row)) is None else taken <= HOURS

        return {
            Measure.REFERRALS: float(len(self.rows)),
            Measure.ADMISSIONS: float(sum(map(self.begun, self.rows))),
            Measure.ACCEPTED_SHARE: self.share(self.accepted),
            Measure.CONVERSION: self.share(lambda row: True if self.begun(row) else False if self.lost(row) else None),
            Measure.DECIDED_WITHIN: self.share(self.in_hours),
            Measure.STARTED_WITHIN: self.share(start_within),
            Measure.SAME_DAY_START: self.share(
                lambda row: row["soc_on"] == row["referral_on"] if self.begun(row) else None
            ),
            Measure.TIMELY: self.share(self.timely),
            Measure.HOURS_TO_DECISION: self.middle(self.decided),
            Measure.HOURS_TO_SOC: self.middle(self.started),
            Measure.LOOP_ON_TIME: self.loop(),
            Measure.SATISFIED: self.share(
                lambda row: None if row["satisfaction"] is None or not self.begun(row) else row["satisfaction"] >= 9
            ),
            Measure.RETURNS_TO_HOSPITAL: self.share(self.returned),
        }


def check(agency: Agency, pilot: PilotItem, on: date) -> int:
    """Hold a pilot's figures on a day against the rows; how many referrals it is about."""
    now = min(NOW, datetime.combine(on + timedelta(1), time(), tzinfo=CENTRAL).astimezone(UTC) - timedelta(seconds=1))
    rows = sorted(sent_by(agency, pilot, on), key=lambda row: row["id"])
    (found,) = stood(agency, pilot, on=on)
    assert found.referral_ids == tuple(row["id"] for row in rows)
    naive = Naive(agency, rows, now).all()
    for each in found.standings:
        expected = naive[each.standard.measure]
        if expected is None:
            assert each.reading.value is None, each.standard
        else:
            assert each.reading.value == pytest.approx(expected), each.standard
    return len(rows)


@pytest.mark.parametrize("on", [TODAY, date(2026, 6, 15), FIRST])
def test_every_measure_is_what_the_rows_say_on_any_day(agency: Agency, on: date) -> None:
    counted = check(agency, item(busiest(agency)), on)
    assert counted > 5 or on == FIRST


def test_it_is_about_its_line_payer_and_zips_alone(plain: Agency) -> None:
    source_id = busiest(plain)
    rows = list(sent_by(plain, item(source_id), TODAY))
    whole = len(rows)
    for values in (
        {"service_line_id": rows[0]["service_line_id"]},
        {"payer_id": rows[0]["payer_id"]},
        {"zips": (rows[0]["zip"][:5],)},
        {"zips": ("00000",)},
    ):
        assert check(plain, item(source_id, **values), TODAY) < whole


def test_the_referrals_behind_a_figure_are_those_it_counts(plain: Agency) -> None:
    (found,) = stood(plain, item(busiest(plain)))
    shown = [found.referral_ids, *(each.reading.hits for each in found.standings if each.reading.hits)]
    for ids in shown:
        which = ReferralFilter(only_ids=ids)
        assert sorted(plain.ask().referral_ids(which)) == sorted(ids)
        assert plain.ask().referral_counts(which).shown == len(ids)


def test_many_pilots_are_read_in_as_few_statements_as_one(plain: Agency) -> None:
    ids = sorted({row["source_id"] for row in plain.rows("referral")})[:20]
    items = [item(key, pilot_id=key) for key in ids]
    together = stood(plain, *items)
    assert [one.pilot.source_id for one in together] == ids
    assert together[3] == stood(plain, items[3])[0]


def test_the_report_has_a_line_for_each_standard_of_the_period(agency: Agency) -> None:
    first = TODAY - timedelta(60)
    rows = agency.ask().report("pilots", first, TODAY)
    lines: list[Row] = [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]
    kept = {
        row["id"]: row for row in agency.rows("pilot")
        if row["archived_at"] is None and row["starts_on"] <= TODAY and row["ends_on"] >= first
    }  # fmt: skip
    assert {line["pilot_id"] for line in lines} == set(kept)
    assert len(lines) == sum(row["pilot_id"] in kept for row in agency.rows("pilot_standard"))
    for line in lines:
        (found,) = [
            each for each in agency.ask().pilot_progress(line["pilot_id"], TODAY).standings
            if str(each.standard.measure) == line["measure"]
        ]  # fmt: skip
        assert (line["verdict"], line["cases"], line["counted"]) == (
            str(found.verdict), found.reading.cases, found.reading.part,
        )  # fmt: skip


def test_nothing_is_read_for_no_pilots(plain: Agency) -> None:
    assert stood(plain) == ()
