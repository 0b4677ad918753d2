"""Each acceptance and each refusal notes needs, case load, staffing and skills (42 CFR 484.105(i))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from hhcrm.domain.capability import CapacityWord, DisciplineAnswer
from hhcrm.domain.criteria import LONGEST, Criteria, CriteriaFacts, guess_criteria
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.words import CapacityState, ReferralStage
from hhcrm.models.all import metadata
from hhcrm.models.lookups import ClinicalGroup, DeclineReason, Discipline, ServiceLine
from hhcrm.queries.referral_detail import referral_detail
from hhcrm.queries.scorecard import scorecard
from hhcrm.services.capability_commands import DescribeLine, SetCapacity
from hhcrm.services.referral_commands import MoveReferrals, RecordReferral
from tests.services.conftest import NOW, TODAY, Agency, founded_in
from tests.services.test_loop import of_code

S = ReferralStage


@pytest.fixture
def agency(tmp_path: Path) -> Iterator[Agency]:
    """On SQLite alone; the questions asked of the database are plain ones."""
    agency = founded_in(tmp_path)
    yield agency
    agency.engine.dispose()


def record(agency: Agency, *disciplines: str) -> int:
    values = {
        "source_id": agency.add(), "service_line_id": of_code(agency, ServiceLine, "home_health"),
        "clinical_group_id": of_code(agency, ClinicalGroup, "wounds"), "heard_at": NOW - timedelta(hours=3),
    }  # fmt: skip
    needed = tuple(of_code(agency, Discipline, code) for code in disciplines)
    return agency.actions.record_referral(RecordReferral(values, disciplines=needed)).subject or 0


def noted(agency: Agency, referral: int) -> dict[ReferralStage, Criteria]:
    with agency.engine.connect() as connection:
        return {line.stage: line.criteria for line in referral_detail(connection, referral, TODAY).path}


def test_accepting_by_one_key_notes_what_the_agency_knows(agency: Agency) -> None:
    line = metadata.tables["service_line"].c
    with agency.engine.connect() as connection:
        key, version = connection.execute(select(line.id, line.version).where(line.code == "home_health")).one()
    agency.actions.describe_line(DescribeLine(key, version, "Nursing", "No ventilators"))
    sn, ot = of_code(agency, Discipline, "SN"), of_code(agency, Discipline, "OT")
    agency.actions.set_capacity(SetCapacity(sn, CapacityState.OPEN, None))
    agency.actions.set_capacity(SetCapacity(ot, CapacityState.LIMITED, None, TODAY + timedelta(days=4)))
    before, key = record(agency, "SN"), record(agency, "SN", "OT", "PT")
    agency.actions.move_referrals(MoveReferrals((before,), S.ADMITTED, soc_on=TODAY))
    agency.actions.move_referrals(MoveReferrals((key,), S.SCHEDULED))
    found = noted(agency, key)
    assert found[S.ACCEPTED] == Criteria(
        "Home health; Skilled nursing, Physical therapy, Occupational therapy; Wounds",
        "0 accepted and not started, 1 started in 30 days, 1 of them Wounds",
        "Skilled nursing open, Physical therapy not said, Occupational therapy limited until Fri, Nov 27",
        "Limits: No ventilators",
    )
    assert found[S.RECEIVED] == found[S.SCHEDULED] == Criteria()


def test_what_a_person_typed_stands_and_undo_takes_it_back(agency: Agency) -> None:
    key = record(agency)
    why = {"reason_id": of_code(agency, DeclineReason, "not_homebound")}
    typed = Criteria(needs=" Daily\nwound care ", skills="No wound nurse")
    agency.actions.move_referrals(MoveReferrals((key,), S.NOT_ADMITTED, criteria=typed, **why))  # type: ignore[arg-type]
    assert noted(agency, key)[S.NOT_ADMITTED] == Criteria(needs="Daily wound care", skills="No wound nurse")
    agency.actions.undo()
    assert set(noted(agency, key)) == {S.RECEIVED}


def test_one_line_is_enough(agency: Agency) -> None:
    key = record(agency)
    with pytest.raises(RuleBroken) as fault:
        agency.actions.move_referrals(MoveReferrals((key,), S.ACCEPTED, criteria=Criteria(staffing="x" * 201)))
    assert fault.value.field == "staffing"


def test_losing_a_patient_that_was_accepted_is_no_second_decision(agency: Agency) -> None:
    key = record(agency)
    agency.actions.move_referrals(MoveReferrals((key,), S.ACCEPTED))
    gone = of_code(agency, DeclineReason, "chose_another_agency")
    agency.actions.move_referrals(MoveReferrals((key,), S.NOT_ADMITTED, reason_id=gone))
    found = noted(agency, key)
    assert found[S.ACCEPTED].needs == "Home health; disciplines not said; Wounds"
    assert found[S.ACCEPTED].skills == "no limits said for this line"
    assert found[S.NOT_ADMITTED] == Criteria()


def test_a_decision_that_was_taken_back_is_counted_nowhere(agency: Agency) -> None:
    key = record(agency)
    for stage, correction in ((S.ACCEPTED, False), (S.UNDER_REVIEW, True)):
        agency.actions.move_referrals(MoveReferrals((key,), stage, correction=correction))
    with agency.engine.connect() as connection:
        found = scorecard(connection, 1, TODAY, TODAY, TODAY, NOW)
    assert (found.outcomes.referrals, found.undecided, found.decision.cases) == (1, 1, 0)
    agency.actions.move_referrals(MoveReferrals((key,), S.ACCEPTED))
    with agency.engine.connect() as connection:
        assert scorecard(connection, 1, TODAY, TODAY, TODAY, NOW).decision.cases == 1


def test_where_no_discipline_is_known_to_be_needed_those_that_are_short_are_named() -> None:
    closed = DisciplineAnswer(CapacityWord(3, CapacityState.CLOSED, NOW))
    assert guess_criteria(CriteriaFacts(short=[("Aide", closed)]), TODAY).staffing == "Aide closed"
    assert guess_criteria(CriteriaFacts(), TODAY).staffing == "all disciplines open"


def test_a_long_line_is_cut_between_words() -> None:
    said = guess_criteria(CriteriaFacts(limits="not at night " * 40), TODAY).skills
    assert len(said) <= LONGEST
    assert said.endswith(("not…", "at…", "night…"))
