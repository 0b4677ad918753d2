"""A month of a small agency by hand: what each measure says of it, worked out on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, insert, update

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.measures import By, Grain, MeasureKey
from hhcrm.domain.words import (
    Advance,
    Ask,
    CommitmentStatus,
    LoopStep,
    ReasonOwner,
    ReferralStage,
    SourceStage,
    UserRole,
    VisitStatus,
)
from hhcrm.models.commitments import Commitment
from hhcrm.models.referrals import LoopUpdate, Referral
from hhcrm.models.settings import Setting
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import Team, User
from hhcrm.models.visits import Material, Visit, VisitMaterial
from hhcrm.queries.bound import Questions
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import MeasureAsk, Reading
from hhcrm.storage import derived
from tests.services.conftest import NOW, TODAY, founded_in

MARCH = MeasureFilter(date(2026, 3, 1), date(2026, 3, 31))
CHICAGO = ZoneInfo("America/Chicago")
BEN, TEAM = 77, 5
HOME, QUIET, GONE = 101, 102, 103
"""Dana's source, one that is nobody's, and one of Dana's that was archived later."""


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(date(2026, month, day), time(hour, minute), tzinfo=CHICAGO).astimezone(UTC)


@dataclass(frozen=True)
class Month:
    """The agency, and what is asked of it."""

    ask: Questions
    dana: int
    visit: int
    phone_call: int

    def says(self, key: MeasureKey, asked: MeasureFilter = MARCH) -> Reading:
        return self.ask.measured(MeasureAsk(key, asked)).whole

    def parts(self, key: MeasureKey, by: By) -> dict[Any, float]:
        lines = self.ask.measured(MeasureAsk(key, MARCH, by)).lines
        return {line.group.key: line.reading.part for line in lines if line.group is not None}


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Month]:
    folder: Path = tmp_path_factory.mktemp("month")
    agency = founded_in(folder)
    with agency.engine.begin() as connection:
        _sources(connection, agency.snf, agency.liaison_id)
        _referrals(connection)
        _visits(connection, agency.liaison_id, agency.visit, agency.phone_call)
        _promises(connection)
        derived.refresh(connection)
    ask = Questions(agency.engine, lambda: NOW, lambda: TODAY, None)
    yield Month(ask, agency.liaison_id, agency.visit, agency.phone_call)
    agency.engine.dispose()


def _put(connection: Connection, model: type[Any], **values: Any) -> None:
    connection.execute(insert(model.__table__).values(values))


def _sources(connection: Connection, snf: int, dana: int) -> None:
    _put(connection, Team, id=TEAM, name="North")
    _put(connection, User, id=BEN, name="Ben Oduya", role=UserRole.LIAISON, team_id=TEAM, archived_at=NOW)
    for key, owner, archived in ((HOME, dana, None), (QUIET, None, None), (GONE, dana, NOW)):
        _put(
            connection, ReferralSource, id=key, name=f"Source {key}", name_key=f"source {key}", type_id=snf,
            stage=SourceStage.ACTIVE, stage_since=date(2026, 1, 1), owner_id=owner, created_on=date(2026, 1, 1),
            archived_at=archived,
        )  # fmt: skip


def _referrals(connection: Connection) -> None:
    lost = {"stage": ReferralStage.NOT_ADMITTED, "reason_owner": ReasonOwner.OURS}
    begun = {"stage": ReferralStage.ADMITTED}
    rows: tuple[tuple[int, int, datetime, dict[str, Any]], ...] = (
        (1, HOME, at(3, 3, 10), begun | {"soc_on": date(2026, 3, 5)}),
        (2, HOME, at(3, 7, 12), begun | {"soc_on": date(2026, 3, 9), "liaison_id": BEN}),  # the clocks go forward
        (3, HOME, at(3, 10, 9), lost),
        (4, HOME, at(3, 12, 9), {"stage": ReferralStage.ON_HOLD}),
        (5, HOME, at(3, 12, 9), begun | {"soc_on": date(2026, 3, 13), "archived_at": NOW}),
        (6, QUIET, at(3, 15, 9), begun | {"soc_on": date(2026, 4, 2)}),
        (7, GONE, at(3, 31, 23), lost | {"reason_owner": ReasonOwner.PAYER}),  # the first of April in UTC
    )
    for key, source, heard, values in rows:
        day = heard.astimezone(CHICAGO).date()
        _put(connection, Referral, id=key, source_id=source, heard_at=heard, referral_on=day, **values)
    told: tuple[tuple[LoopStep, datetime, datetime | None, str | None], ...] = (
        (LoopStep.RECEIVED, at(3, 3, 11), at(3, 3, 10, 30), None),
        (LoopStep.DECISION, at(3, 4, 10), at(3, 5, 10), None),
        (LoopStep.START_OF_CARE, at(3, 31, 23, 30), None, None),
        (LoopStep.OUTCOME, at(3, 20, 10), None, "asked not to be told"),
    )
    for step, due, given, waived in told:
        _put(connection, LoopUpdate, referral_id=1, step=step, due_at=due, given_at=given, waived_why=waived)


def _visits(connection: Connection, dana: int, visit: int, phone_call: int) -> None:
    done = VisitStatus.COMPLETED
    rows: tuple[dict[str, Any], ...] = (
        {"id": 1, "visit_on": date(2026, 3, 2), "kind_id": visit, "minutes": 30, "travel_minutes": 15, "miles": 10.0,
         "advance": Advance.ADVANCE, "ask": Ask.AGREED},
        {"id": 2, "visit_on": date(2026, 3, 4), "kind_id": phone_call},
        {"id": 3, "visit_on": date(2026, 3, 5), "kind_id": visit, "archived_at": NOW},
        {"id": 4, "visit_on": date(2026, 3, 6), "kind_id": visit, "status": VisitStatus.MISSED},
        {"id": 5, "visit_on": date(2026, 3, 30), "kind_id": visit, "status": VisitStatus.PLANNED},
        {"id": 6, "visit_on": date(2026, 3, 9), "kind_id": visit, "minutes": 60, "liaison_id": BEN,
         "ask": Ask.NOT_ASKED},
    )  # fmt: skip
    for row in rows:
        _put(
            connection, Visit, **({"source_id": HOME, "status": done, "liaison_id": None, "uid": str(row["id"])} | row)
        )
    for key in (8, 9):
        _put(connection, Material, id=key, name=f"Handout {key}")
        _put(connection, VisitMaterial, visit_id=1, material_id=key)


def _promises(connection: Connection) -> None:
    state = CommitmentStatus
    for status, closed in ((state.KEPT, 9), (state.KEPT, 12), (state.WITHDRAWN, 9), (state.OPEN, None)):
        _put(
            connection, Commitment, source_id=HOME, text="Send the form", made_on=date(2026, 3, 1),
            due_on=date(2026, 3, 10), status=status, closed_on=None if closed is None else date(2026, 3, closed),
        )  # fmt: skip


VALUES = {
    MeasureKey.REFERRALS: 6,
    MeasureKey.ADMISSIONS: 2,
    MeasureKey.CONVERSION: 3 / 5,
    MeasureKey.ACCEPTED_SHARE: 3 / 5,
    MeasureKey.NOT_ADMITTED: 2,
    MeasureKey.HOURS_TO_SOC: (50 + 47) / 2,
    MeasureKey.MINUTES_TO_FIRST_REPLY: 30,
    MeasureKey.TIMELY: 1,
    MeasureKey.WITHIN_48_HOURS: 1 / 2,
    MeasureKey.LOOP_ON_TIME: 1 / 3,
    MeasureKey.COMMITMENTS_KEPT: 1 / 3,
    MeasureKey.VISITS: 3,
    MeasureKey.COUNTING_VISITS: 2,
    MeasureKey.VISITS_PLANNED: 1,
    MeasureKey.VISITS_MISSED: 1,
    MeasureKey.MINUTES: 105,
    MeasureKey.MILES: 10,
    MeasureKey.NEW_PROSPECTS: 0,
    MeasureKey.FIFTH_VISITS: 0,
    MeasureKey.ADVANCES_PER_VISIT: 1 / 2,
    MeasureKey.ASK_RATE: 1 / 2,
    MeasureKey.AGREED_ASKS: 1,
    MeasureKey.REFERRALS_PER_TEN_VISITS: 30,
    MeasureKey.REFERRALS_PER_HOUR: 6 / (105 / 60),
    MeasureKey.REFERRALS_PER_PRIOR_VISIT: None,
    MeasureKey.VISITS_TO_FIRST_REFERRAL: 0,  # of 1, 0 and 0 visits
    MeasureKey.CONCENTRATION: 1,
    MeasureKey.MILES_PER_ADMISSION: 5,
    MeasureKey.COST_PER_ADMISSION: None,
    MeasureKey.SOURCE_VALUE: None,
}


@pytest.mark.parametrize("key", VALUES)
def test_a_measure_says_what_is_counted_by_hand(month: Month, key: MeasureKey) -> None:
    assert month.says(key).value == pytest.approx(VALUES[key])


def test_what_is_not_decided_or_noted_yet_stands_beside(month: Month) -> None:
    assert month.says(MeasureKey.CONVERSION).pending == 1  # the one on hold
    assert month.says(MeasureKey.MINUTES).pending == 1
    assert month.says(MeasureKey.MILES).pending == 2
    assert month.says(MeasureKey.MINUTES_TO_FIRST_REPLY).pending == 5
    assert month.says(MeasureKey.MINUTES_TO_FIRST_REPLY).ninetieth == 30


def test_rows_without_a_liaison_are_the_owners(month: Month) -> None:
    assert month.parts(MeasureKey.REFERRALS, By.LIAISON) == {month.dana: 4, BEN: 1, None: 1}
    assert month.parts(MeasureKey.VISITS, By.LIAISON) == {month.dana: 2, BEN: 1}
    assert month.parts(MeasureKey.REFERRALS, By.TEAM) == {TEAM: 1, None: 5}
    one = MeasureFilter(MARCH.from_on, MARCH.until_on, team_id=TEAM)
    assert month.says(MeasureKey.REFERRALS, one).value == 1


def test_referrals_are_attributed_evenly_to_the_owners_visits_before(month: Month) -> None:
    by_activity = month.parts(MeasureKey.REFERRALS, By.ACTIVITY)
    assert by_activity == pytest.approx({month.visit: 2.5, month.phone_call: 1.5, None: 2})
    assert month.parts(MeasureKey.REFERRALS, By.MATERIAL) == pytest.approx({8: 1.25, 9: 1.25, None: 3.5})
    assert month.ask.measured(MeasureAsk(MeasureKey.REFERRALS, MARCH, By.ACTIVITY)).attributed


def test_whose_the_reasons_are(month: Month) -> None:
    assert month.parts(MeasureKey.NOT_ADMITTED, By.REASON_OWNER) == {ReasonOwner.OURS: 1, ReasonOwner.PAYER: 1}
    with pytest.raises(RuleBroken, match="cannot be split"):
        month.parts(MeasureKey.VISITS, By.REASON)


def test_a_day_belongs_to_the_agencys_clock(month: Month) -> None:
    lines = month.ask.measured(MeasureAsk(MeasureKey.LOOP_ON_TIME, MARCH, None, Grain.WEEK)).lines
    assert {line.begins: line.reading.cases for line in lines if line.reading.cases} == {
        date(2026, 3, 2): 2, date(2026, 3, 30): 1,
    }  # fmt: skip
    assert lines[0].begins == MARCH.from_on


def test_costs_and_worth_wait_for_their_rates(tmp_path: Path) -> None:
    agency = founded_in(tmp_path)
    with agency.engine.begin() as connection:
        _sources(connection, agency.snf, agency.liaison_id)
        _referrals(connection)
        _visits(connection, agency.liaison_id, agency.visit, agency.phone_call)
    ask = Questions(agency.engine, lambda: NOW, lambda: TODAY, None)
    keys = MeasureKey.COST_PER_ADMISSION, MeasureKey.SOURCE_VALUE
    without = [one.whole for one in ask.measured_all([MeasureAsk(key, MARCH) for key in keys])]
    assert [one.value for one in without] == [None, None]
    assert all("is not set" in one.lacks for one in without)
    with agency.engine.begin() as connection:
        for name, value in (("hourly_cost", "40"), ("revenue_per_admission", "3000")):
            _put(connection, Setting, key=f"rule.{name}", from_on=date(2026, 6, 1), value=value)
    cost, worth = (one.whole for one in ask.measured_all([MeasureAsk(key, MARCH) for key in keys]))
    assert cost.value == pytest.approx((105 / 60 * 40 + 10 * 0.725) / 2)
    assert (worth.value, cost.lacks, worth.lacks) == (6000, "", "")
    with agency.engine.begin() as connection:
        connection.execute(update(Visit).values(minutes=None, travel_minutes=None, miles=None))
    unknown = MeasureKey.MILES, MeasureKey.MILES_PER_ADMISSION, MeasureKey.COST_PER_ADMISSION
    for one in ask.measured_all([MeasureAsk(key, MARCH) for key in unknown]):
        assert (one.whole.value, one.whole.pending > 0) == (None, True), "what nobody noted is not 0"
    agency.engine.dispose()
