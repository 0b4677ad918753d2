"""Telling the referrer what became of a referral: given, waived, taken back; nothing is dropped in silence."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from hhcrm.domain.errors import Conflict, KnownFault, RuleBroken
from hhcrm.domain.referrals import CLOSED_STAGES
from hhcrm.domain.words import Channel, LoopStep, ReferralStage
from hhcrm.models.contacts import Affiliation
from hhcrm.models.lookups import DeclineReason, ServiceLine
from hhcrm.models.referrals import LoopUpdate, Referral, ReferralStageEntry
from hhcrm.queries.loop import loops_due, loops_due_count, referral_loop
from hhcrm.queries.loop_models import LoopLine
from hhcrm.services.commands import AddPerson, PersonValues
from hhcrm.services.loop_commands import GiveUpdate, ReopenUpdate, WaiveUpdate
from hhcrm.services.referral_commands import EditReferral, MoveReferrals, RecordReferral
from tests.services.conftest import NOW, TODAY, Agency

S = ReferralStage
HEARD = NOW - timedelta(hours=2)


def of_code(agency: Agency, model: type[Any], code: str) -> int:
    with agency.engine.connect() as connection:
        found: int = connection.execute(select(model.__table__.c.id).where(model.__table__.c.code == code)).scalar_one()
        return found


def record(agency: Agency, **values: object) -> int:
    line = of_code(agency, ServiceLine, "home_health")
    known: dict[str, object] = {"source_id": None, "service_line_id": line, "heard_at": HEARD, **values}
    if known["source_id"] is None:
        known["source_id"] = agency.add(phone="615-555-0100")
    changes = agency.actions.record_referral(RecordReferral(known))
    assert changes.subject is not None
    return changes.subject


def move(agency: Agency, referral_id: int, stage: ReferralStage, **how: Any) -> None:
    agency.actions.move_referrals(MoveReferrals((referral_id,), stage, **how))


def lines(agency: Agency, referral_id: int) -> dict[LoopStep, LoopLine]:
    with agency.engine.connect() as connection:
        return {line.step: line for line in referral_loop(connection, referral_id, TODAY).lines}


def tell(agency: Agency, referral_id: int, step: LoopStep, **how: Any) -> None:
    line = lines(agency, referral_id)[step]
    agency.actions.give_update(GiveUpdate(line.update_id, line.version, Channel.PHONE, **how))


def test_what_was_typed_beside_a_reason_that_says_enough_is_not_told(agency: Agency) -> None:
    said = []
    for code in ("not_homebound", "other"):
        key = record(agency)
        move(agency, key, S.NOT_ADMITTED, reason_id=of_code(agency, DeclineReason, code), reason_text="Ada drives")
        with agency.engine.connect() as connection:
            said.append(referral_loop(connection, key, TODAY).facts.reason)
    assert said == ["Not homebound", "Ada drives"]


def test_who_is_to_be_told_has_left(agency: Agency) -> None:
    source = agency.add()
    person = PersonValues("Maria", "Ortiz", "RN")
    contact = agency.actions.add_person(AddPerson(person, source, "", TODAY - timedelta(days=9))).subject
    key = record(agency, source_id=source, contact_id=contact)
    left = []
    for until_on in (None, TODAY):
        with agency.engine.begin() as connection:
            connection.execute(update(Affiliation).values(until_on=until_on))
            left.append(referral_loop(connection, key, TODAY).listener.left)
            due = loops_due(connection, None, TODAY, 5, TODAY)
        assert {one.listener.left for one in due} == {left[-1]}
    assert left == [False, True]


def test_what_was_told_says_when_by_whom_to_whom_and_how(agency: Agency) -> None:
    source = agency.add()
    person = agency.actions.add_person(AddPerson(PersonValues("Maria", "Ortiz", "RN"), source, "", TODAY)).subject
    key = record(agency, source_id=source, contact_id=person)
    tell(agency, key, LoopStep.RECEIVED, contact_id=person, said=" We have it. ")
    line = lines(agency, key)[LoopStep.RECEIVED]
    assert (line.given_at, line.by, line.contact, line.channel, line.said) == (
        NOW, "Dana Whitfield", "Maria Ortiz, RN", Channel.PHONE, "We have it.",
    )  # fmt: skip
    assert not line.is_open
    agency.actions.undo()
    assert lines(agency, key)[LoopStep.RECEIVED].is_open


def test_a_decision_is_told_once_there_is_one(agency: Agency) -> None:
    key = record(agency)
    with pytest.raises(RuleBroken, match="Nothing is decided yet"):
        tell(agency, key, LoopStep.DECISION)
    move(agency, key, S.ACCEPTED)
    tell(agency, key, LoopStep.DECISION)
    assert not lines(agency, key)[LoopStep.DECISION].is_open


def test_what_was_told_or_waived_is_not_told_again_and_can_be_taken_back(agency: Agency) -> None:
    key = record(agency)
    line = lines(agency, key)[LoopStep.RECEIVED]
    with pytest.raises(RuleBroken, match="Say why"):
        agency.actions.waive_update(WaiveUpdate(line.update_id, line.version, "  "))
    agency.actions.waive_update(WaiveUpdate(line.update_id, line.version, "They asked us not to call"))
    with pytest.raises(Conflict):
        agency.actions.give_update(GiveUpdate(line.update_id, line.version, Channel.PHONE))
    with pytest.raises(RuleBroken, match="nobody is told"):
        tell(agency, key, LoopStep.RECEIVED)
    waived = lines(agency, key)[LoopStep.RECEIVED]
    assert waived.waived_why == "They asked us not to call"
    agency.actions.reopen_update(ReopenUpdate(waived.update_id, waived.version))
    tell(agency, key, LoopStep.RECEIVED)
    with pytest.raises(RuleBroken, match="told already"):
        tell(agency, key, LoopStep.RECEIVED)


def test_who_was_told_of_another_answer_is_to_be_told_again(agency: Agency) -> None:
    key = record(agency)
    first = lines(agency, key)[LoopStep.DECISION].due_at
    move(agency, key, S.ACCEPTED)
    tell(agency, key, LoopStep.DECISION, said="We can take them.")
    move(agency, key, S.ON_HOLD, hold_until=TODAY + timedelta(days=9))
    move(agency, key, S.SCHEDULED)
    assert not lines(agency, key)[LoopStep.DECISION].is_open, "the answer is the same"
    why = of_code(agency, DeclineReason, "not_homebound")
    move(agency, key, S.NOT_ADMITTED, reason_id=why)
    again = lines(agency, key)[LoopStep.DECISION]
    assert again.is_open
    assert first is not None
    assert again.due_at is not None
    assert again.due_at > NOW
    with agency.engine.connect() as connection:
        version = connection.execute(
            select(Referral.__table__.c.version).where(Referral.__table__.c.id == key)
        ).scalar_one()
    agency.actions.edit_referral(EditReferral(key, version, {"zip": "37203"}))
    assert lines(agency, key)[LoopStep.DECISION].due_at == again.due_at
    tell(agency, key, LoopStep.DECISION)
    assert lines(agency, key)[LoopStep.DECISION].said == ""
    for _told_edited_refused in range(3):
        agency.actions.undo()
    assert lines(agency, key)[LoopStep.DECISION].said == "We can take them."
    untold = record(agency)
    due = lines(agency, untold)[LoopStep.DECISION].due_at
    move(agency, untold, S.ACCEPTED)
    move(agency, untold, S.NOT_ADMITTED, reason_id=why)
    assert lines(agency, untold)[LoopStep.DECISION].due_at == due, "who was told nothing still waits for an answer"


def test_a_time_still_to_come_is_refused(agency: Agency) -> None:
    key = record(agency)
    with pytest.raises(RuleBroken, match="still to come"):
        tell(agency, key, LoopStep.RECEIVED, at=NOW + timedelta(hours=1))


def test_what_is_waived_stays_when_care_has_not_started_after_all(agency: Agency) -> None:
    key = record(agency)
    move(agency, key, S.ADMITTED, soc_on=TODAY)
    line = lines(agency, key)[LoopStep.OUTCOME]
    agency.actions.waive_update(WaiveUpdate(line.update_id, line.version, "Family asked"))
    move(agency, key, S.SCHEDULED, correction=True)
    assert set(lines(agency, key)) == {LoopStep.RECEIVED, LoopStep.DECISION, LoopStep.OUTCOME}


def test_what_is_due_by_the_end_of_a_day_is_listed_with_whom_to_tell(agency: Agency) -> None:
    key = record(agency)
    other = record(agency, source_id=agency.add("Oak", owner_id=None))
    with agency.engine.connect() as connection:
        mine = loops_due(connection, agency.liaison_id, TODAY, 50, TODAY)
        assert [(due.referral_id, due.step) for due in mine] == [
            (key, LoopStep.RECEIVED),
            (key, LoopStep.DECISION),
        ]
        everybody = loops_due(connection, None, TODAY + timedelta(days=1), 50, TODAY)
        assert {due.referral_id for due in everybody} == {key, other}
        assert loops_due_count(connection, None, TODAY + timedelta(days=1), TODAY) == len(everybody)
    due = mine[0]
    assert (due.listener.name, due.listener.phone, due.listener.channel) == ("Mercy", "(615) 555-0100", Channel.PHONE)
    assert due.due_at == datetime(2026, 11, 23, 15, tzinfo=UTC)


STAGES = [S.UNDER_REVIEW, S.ACCEPTED, S.SCHEDULED, S.ADMITTED, S.ON_HOLD, S.NOT_ADMITTED]
ACT = st.one_of(
    st.tuples(st.just("move"), st.sampled_from(STAGES), st.booleans()),
    st.tuples(st.sampled_from(["tell", "waive", "reopen"]), st.sampled_from(list(LoopStep)), st.just(False)),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACT, max_size=8))
def test_whatever_is_done_every_step_that_applies_is_told_waived_or_due(agency: Agency, acts: list[Any]) -> None:
    key = record(agency)
    told: set[LoopStep] = set()
    waived: set[LoopStep] = set()
    for what, which, correction in acts:
        said = _said(agency, key)
        try:
            _carry_out(agency, key, what, which, correction)
        except KnownFault:
            continue
        if what == "move" and said is not None and _said(agency, key) != said and LoopStep.DECISION not in waived:
            told.discard(LoopStep.DECISION)
        waived = waived | {which} if what == "waive" else waived - {which}
        if what in ("tell", "waive"):
            told.add(which)
        elif what == "reopen":
            told.discard(which)
    with agency.engine.connect() as connection:
        row = connection.execute(select(Referral.__table__).where(Referral.__table__.c.id == key)).one()
        loop = select(LoopUpdate.__table__).where(LoopUpdate.__table__.c.referral_id == key)
        there = {update.step: update for update in connection.execute(loop)}
    needed = {LoopStep.RECEIVED, LoopStep.DECISION}
    if row.soc_on is not None:
        needed |= {LoopStep.START_OF_CARE, LoopStep.OUTCOME}
    assert needed <= set(there)
    assert row.stage not in CLOSED_STAGES or all(there[step].due_at is not None for step in needed)
    closed = {step for step, each in there.items() if each.given_at is not None or each.waived_why is not None}
    assert closed == told & set(there)
    assert all(step in there for step in told)


def _said(agency: Agency, key: int) -> bool | None:
    """What the last stage that is no hold says to the source: yes, no, or nothing yet."""
    with agency.engine.connect() as connection:
        of = ReferralStageEntry.__table__.c
        path = connection.execute(select(of.stage).where(of.referral_id == key).order_by(of.id)).scalars().all()
    last = [stage for stage in path if stage is not S.ON_HOLD][-1]
    return None if last in (S.RECEIVED, S.UNDER_REVIEW) else last is not S.NOT_ADMITTED


def _carry_out(agency: Agency, key: int, what: str, which: Any, correction: bool) -> None:
    if what == "move":
        reason = of_code(agency, DeclineReason, "declined") if which is S.NOT_ADMITTED else None
        soc = TODAY if which is S.ADMITTED else None
        move(agency, key, which, reason_id=reason, soc_on=soc, correction=correction)
        return
    line = lines(agency, key).get(which)
    if line is None:
        raise KnownFault("there is no such step")
    if what == "tell":
        tell(agency, key, which)
    elif what == "waive":
        agency.actions.waive_update(WaiveUpdate(line.update_id, line.version, "not wanted"))
    else:
        agency.actions.reopen_update(ReopenUpdate(line.update_id, line.version))
