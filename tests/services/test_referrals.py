"""Referrals on each kind of database: recorded, edited, moved, taken back; what follows is kept right."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from hhcrm.domain.errors import Conflict, KnownFault, RuleBroken
from hhcrm.domain.referrals import CLOSED_STAGES, MOVES
from hhcrm.domain.words import LoopStep, ReasonOwner, ReferralStage
from hhcrm.models.lookups import DeclineReason, Discipline, ServiceLine
from hhcrm.models.referrals import LoopUpdate, Referral, ReferralPatient, ReferralStageEntry
from hhcrm.services.commands import Archive, Restore, RevertField
from hhcrm.services.referral_commands import AssignReferrals, EditReferral, MoveReferrals, RecordReferral
from tests.services.conftest import NOW, TODAY, Agency

S = ReferralStage
DAY = timedelta(days=1)
HEARD = NOW - timedelta(hours=2)


def row(agency: Agency, referral_id: int) -> Any:
    with agency.engine.connect() as connection:
        return connection.execute(select(Referral.__table__).where(Referral.__table__.c.id == referral_id)).one()


def hanging(agency: Agency, model: type[Any], referral_id: int) -> list[Any]:
    of = model.__table__
    with agency.engine.connect() as connection:
        return list(connection.execute(select(of).where(of.c.referral_id == referral_id).order_by(of.c.id)))


def path(agency: Agency, referral_id: int) -> list[ReferralStage]:
    return [entry.stage for entry in hanging(agency, ReferralStageEntry, referral_id)]


def of_code(agency: Agency, model: type[Any], code: str) -> int:
    with agency.engine.connect() as connection:
        found: int = connection.execute(select(model.__table__.c.id).where(model.__table__.c.code == code)).scalar_one()
        return found


def record(agency: Agency, patient: dict[str, object] | None = None, /, **values: object) -> int:
    line = of_code(agency, ServiceLine, "home_health")
    known = {"source_id": None, "service_line_id": line} | values
    if known["source_id"] is None:
        known["source_id"] = agency.add()
    changes = agency.actions.record_referral(RecordReferral(known, patient or {}))
    assert changes.subject is not None
    return changes.subject


def move(agency: Agency, referral_id: int, stage: ReferralStage, **how: Any) -> None:
    agency.actions.move_referrals(MoveReferrals((referral_id,), stage, **how))


def test_source_and_service_line_alone_are_enough(agency: Agency) -> None:
    found = row(agency, record(agency))
    assert (found.stage, found.heard_at, found.referral_on) == (S.RECEIVED, NOW, TODAY)
    assert found.liaison_id == agency.liaison_id
    assert path(agency, found.id) == [S.RECEIVED]
    assert hanging(agency, ReferralPatient, found.id) == []


@pytest.mark.parametrize("kind", ["sqlite"])
def test_many_that_are_scheduled_without_a_day_keep_their_own(agency: Agency) -> None:
    held, other = record(agency), record(agency)
    move(agency, held, S.SCHEDULED, soc_on=TODAY + DAY, soc_time=time(10))
    move(agency, held, S.ON_HOLD, hold_until=TODAY + DAY)
    agency.actions.move_referrals(MoveReferrals((held, other), S.SCHEDULED))
    assert (row(agency, held).planned_soc_on, row(agency, held).planned_soc_time) == (TODAY + DAY, time(10))
    assert row(agency, other).planned_soc_on is None
    move(agency, held, S.ON_HOLD, hold_until=TODAY + DAY)
    move(agency, held, S.SCHEDULED)
    assert row(agency, held).planned_soc_on is None, "of one alone it was on the screen"


@pytest.mark.parametrize("missing", ["source_id", "service_line_id"])
def test_what_is_missing_is_said_beside_its_field(agency: Agency, missing: str) -> None:
    values = {"source_id": agency.add(), "service_line_id": of_code(agency, ServiceLine, "hospice")}
    with pytest.raises(RuleBroken) as fault:
        agency.actions.record_referral(RecordReferral({name: v for name, v in values.items() if name != missing}))
    assert fault.value.field == missing


def test_the_authorisation_gives_the_day_once_it_is_known(agency: Agency) -> None:
    # 11:30 PM on the 22nd in Nashville is the 23rd in UTC.
    late = datetime(2026, 11, 23, 5, 30, tzinfo=UTC)
    key = record(agency, heard_at=late)
    assert row(agency, key).referral_on == date(2026, 11, 22)
    agency.actions.edit_referral(EditReferral(key, 1, {"authorized_at": NOW}))
    assert row(agency, key).referral_on == TODAY
    agency.actions.undo()
    assert row(agency, key).referral_on == date(2026, 11, 22)


def test_a_time_given_back_its_earlier_value_takes_the_day_with_it(agency: Agency) -> None:
    key = record(agency, heard_at=NOW - timedelta(days=2))
    step = agency.actions.edit_referral(EditReferral(key, 1, {"heard_at": NOW})).step_id
    assert step is not None
    assert row(agency, key).referral_on == TODAY
    agency.actions.revert_field(RevertField(step, "referral", key, "heard_at"))
    assert row(agency, key).referral_on == TODAY - timedelta(days=2)
    move(agency, key, S.ADMITTED, soc_on=TODAY)
    admitted = agency.actions.edit_referral(EditReferral(key, row(agency, key).version, {"soc_on": TODAY - DAY}))
    with pytest.raises(RuleBroken, match="Change the stage instead"):
        agency.actions.revert_field(RevertField(admitted.step_id or 0, "referral", key, "soc_on"))


def test_what_is_due_to_be_told_follows_the_times(agency: Agency) -> None:
    key = record(agency, heard_at=HEARD)
    due = {update.step: update.due_at for update in hanging(agency, LoopUpdate, key)}
    assert due[LoopStep.RECEIVED] == datetime(2026, 11, 23, 15, 0, tzinfo=UTC)  # 7 AM waits for 8, then one hour
    assert set(due) == {LoopStep.RECEIVED, LoopStep.DECISION}
    agency.actions.edit_referral(EditReferral(key, 1, {"authorized_at": NOW}))
    later = {update.step: update.due_at for update in hanging(agency, LoopUpdate, key)}
    assert later[LoopStep.RECEIVED] == NOW + timedelta(hours=1)
    move(agency, key, S.ADMITTED, soc_on=TODAY)
    assert {update.step for update in hanging(agency, LoopUpdate, key)} == set(LoopStep)
    move(agency, key, S.SCHEDULED, correction=True)
    assert {update.step for update in hanging(agency, LoopUpdate, key)} == {LoopStep.RECEIVED, LoopStep.DECISION}


def test_one_move_enters_the_stages_on_the_way_at_one_instant(agency: Agency) -> None:
    key = record(agency)
    move(agency, key, S.SCHEDULED, soc_on=TODAY + timedelta(days=2), soc_time=time(10), note="evening visit")
    entries = hanging(agency, ReferralStageEntry, key)
    assert [entry.stage for entry in entries] == [S.RECEIVED, S.UNDER_REVIEW, S.ACCEPTED, S.SCHEDULED]
    assert {entry.at for entry in entries[1:]} == {NOW}
    assert [entry.note for entry in entries] == [None, None, None, "evening visit"]
    found = row(agency, key)
    assert (found.planned_soc_on, found.planned_soc_time) == (TODAY + timedelta(days=2), time(10))
    assert (found.soc_on, found.decided_at) == (None, NOW)


def test_admitted_needs_the_day_on_which_care_started(agency: Agency) -> None:
    key = record(agency, heard_at=HEARD)
    for soc, words in (
        (None, "on which day"),
        (TODAY + timedelta(days=1), "still to come"),
        (TODAY - timedelta(days=3), "first heard of on Mon, Nov 23"),
    ):
        with pytest.raises(RuleBroken, match=words) as fault:
            move(agency, key, S.ADMITTED, soc_on=soc)
        assert fault.value.field == "soc_on"
    assert path(agency, key) == [S.RECEIVED]
    move(agency, key, S.ADMITTED, soc_on=TODAY, soc_time=time(8, 30))
    assert row(agency, key).soc_at == datetime(2026, 11, 23, 14, 30, tzinfo=UTC)


def test_not_admitted_needs_its_reason_and_what_the_reason_needs(agency: Agency) -> None:
    key = record(agency)
    other, capacity = (of_code(agency, DeclineReason, code) for code in ("other", "no_capacity"))
    for how, field in (
        ({}, "reason"),
        ({"reason_id": other}, "reason_text"),
        ({"reason_id": capacity}, "discipline"),
    ):
        with pytest.raises(RuleBroken) as fault:
            move(agency, key, S.NOT_ADMITTED, **how)
        assert fault.value.field == field
    therapy = of_code(agency, Discipline, "PT")
    move(agency, key, S.NOT_ADMITTED, reason_id=capacity, discipline_id=therapy)
    found, entry = row(agency, key), hanging(agency, ReferralStageEntry, key)[-1]
    assert (found.reason_id, found.reason_owner, found.decided_at) == (capacity, ReasonOwner.OURS, NOW)
    assert (entry.reason_id, entry.discipline_id, entry.by_name) == (capacity, therapy, "Dana Whitfield")


def test_whose_a_reason_is_can_be_said_otherwise(agency: Agency) -> None:
    key = record(agency)
    lost = of_code(agency, DeclineReason, "chose_another_agency")
    move(agency, key, S.NOT_ADMITTED, reason_id=lost, reason_owner=ReasonOwner.OURS)
    assert row(agency, key).reason_owner is ReasonOwner.OURS


def test_from_hold_it_goes_back_to_where_it_was_held(agency: Agency) -> None:
    key = record(agency)
    move(agency, key, S.ACCEPTED)
    move(agency, key, S.ON_HOLD, note="waits for the brother")
    with pytest.raises(RuleBroken, match="next can be"):
        move(agency, key, S.UNDER_REVIEW)
    move(agency, key, S.SCHEDULED)
    assert path(agency, key)[-3:] == [S.ON_HOLD, S.ACCEPTED, S.SCHEDULED]


def test_one_on_hold_has_a_day_to_come_back_that_goes_with_it(agency: Agency) -> None:
    key = record(agency)
    with pytest.raises(RuleBroken) as fault:
        move(agency, key, S.ON_HOLD, hold_until=TODAY - DAY)
    assert fault.value.field == "hold_until"
    move(agency, key, S.ON_HOLD, hold_until=TODAY + DAY)
    with pytest.raises(RuleBroken, match="on hold already"):
        move(agency, key, S.ON_HOLD, hold_until=TODAY + DAY)
    move(agency, key, S.ON_HOLD, hold_until=TODAY + 9 * DAY)
    assert row(agency, key).hold_until == TODAY + 9 * DAY
    agency.actions.undo()
    assert row(agency, key).hold_until == TODAY + DAY
    step = agency.actions.redo().step_id
    with pytest.raises(RuleBroken, match="Change the stage instead"):
        agency.actions.revert_field(RevertField(step or 0, "referral", key, "hold_until"))
    move(agency, key, S.UNDER_REVIEW)
    assert row(agency, key).hold_until is None
    said = [(entry.stage, entry.until_on) for entry in hanging(agency, ReferralStageEntry, key)]
    assert said == [
        (S.RECEIVED, None), (S.ON_HOLD, TODAY + DAY), (S.ON_HOLD, TODAY + 9 * DAY), (S.RECEIVED, None),
        (S.UNDER_REVIEW, None),
    ]  # fmt: skip


def test_a_mistake_is_put_right_by_a_new_entry(agency: Agency) -> None:
    key = record(agency)
    move(agency, key, S.NOT_ADMITTED, reason_id=of_code(agency, DeclineReason, "duplicate"))
    with pytest.raises(RuleBroken, match="that is its end"):
        move(agency, key, S.UNDER_REVIEW)
    move(agency, key, S.UNDER_REVIEW, correction=True)
    found = row(agency, key)
    assert path(agency, key) == [S.RECEIVED, S.NOT_ADMITTED, S.UNDER_REVIEW]
    assert (found.reason_id, found.reason_owner, found.decided_at) == (None, None, None)
    move(agency, key, S.ADMITTED, soc_on=TODAY)
    move(agency, key, S.ACCEPTED, correction=True)
    assert (row(agency, key).soc_on, row(agency, key).soc_at) == (None, None)


def test_two_people_who_move_the_same_referral_are_told(agency: Agency) -> None:
    key = record(agency)
    move(agency, key, S.UNDER_REVIEW, version=1)
    with pytest.raises(Conflict):
        move(agency, key, S.ACCEPTED, version=1)


def test_many_move_together_or_none_does(agency: Agency) -> None:
    source = agency.add()
    keys = tuple(record(agency, source_id=source) for _ in range(3))
    move(agency, keys[1], S.ON_HOLD)
    move(agency, keys[2], S.ADMITTED, soc_on=TODAY)
    with pytest.raises(RuleBroken, match="1 of these 3 cannot be moved, so none was"):
        agency.actions.move_referrals(MoveReferrals(keys, S.ACCEPTED))
    assert [row(agency, key).stage for key in keys] == [S.RECEIVED, S.ON_HOLD, S.ADMITTED]
    agency.actions.move_referrals(MoveReferrals(keys[:2], S.ACCEPTED))
    assert [row(agency, key).stage for key in keys[:2]] == [S.ACCEPTED, S.ACCEPTED]
    agency.actions.undo()
    assert [row(agency, key).stage for key in keys[:2]] == [S.RECEIVED, S.ON_HOLD]


def test_of_many_the_ones_moved_meanwhile_stay_as_they_are_and_are_named(agency: Agency) -> None:
    source = agency.add("Mercy Hospital")
    keys = tuple(record(agency, source_id=source) for _ in range(3))
    seen = dict.fromkeys(keys, S.RECEIVED)
    move(agency, keys[1], S.ON_HOLD)
    changes = agency.actions.move_referrals(MoveReferrals(keys, S.ACCEPTED, seen=seen))
    assert [row(agency, key).stage for key in keys] == [S.ACCEPTED, S.ON_HOLD, S.ACCEPTED]
    assert changes.label == "Move 2 referrals to accepted"
    assert changes.told == (
        "2 referrals: accepted. Somebody moved 1 of them meanwhile, which stays as it is: Mercy Hospital (on hold)."
    )
    agency.actions.undo()
    assert [row(agency, key).stage for key in keys] == [S.RECEIVED, S.ON_HOLD, S.RECEIVED]
    for key in keys:
        move(agency, key, S.UNDER_REVIEW)
    more = record(agency, source_id=source)
    move(agency, more, S.ACCEPTED)
    with pytest.raises(Conflict, match=r"No referral was moved\. Somebody moved 4 of them meanwhile, .* and 1 more"):
        agency.actions.move_referrals(
            MoveReferrals((*keys, more), S.SCHEDULED, seen=seen | {more: S.RECEIVED}, soc_on=TODAY)
        )
    assert {row(agency, key).stage for key in keys} == {S.UNDER_REVIEW}


def test_of_many_one_taken_back_meanwhile_is_said(agency: Agency) -> None:
    source = agency.add()
    keys = tuple(record(agency, source_id=source) for _ in range(3))
    agency.actions.undo()
    changes = agency.actions.move_referrals(MoveReferrals(keys, S.ACCEPTED, seen=dict.fromkeys(keys, S.RECEIVED)))
    assert changes.told == "2 referrals: accepted. No longer there: 1."


def test_the_patient_stands_apart_and_a_change_is_seen_by_others(agency: Agency) -> None:
    key = record(agency, {"patient_name": "Pat Quill"}, diagnosis="hip fracture")
    assert "quill" not in row(agency, key).find_text
    agency.actions.edit_referral(EditReferral(key, row(agency, key).version, patient={"phone": "615 555 0142"}))
    with pytest.raises(Conflict):
        agency.actions.edit_referral(EditReferral(key, 1, {"notes": "late"}))
    person = hanging(agency, ReferralPatient, key)[0]
    assert (person.patient_name, person.phone) == ("Pat Quill", "(615) 555-0142")


def test_saving_what_is_there_already_changes_nothing(agency: Agency) -> None:
    key = record(agency, {"patient_name": "Pat Quill"}, zip="37206", notes="from the ward")
    found = row(agency, key)
    same = {"zip": "37206", "notes": "from the ward", "heard_at": found.heard_at, "authorized_at": None}
    changes = agency.actions.edit_referral(EditReferral(key, found.version, same, {"patient_name": "Pat Quill"}))
    assert changes.step_id is None
    assert row(agency, key).version == found.version


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"heard_at": NOW + timedelta(hours=1)}, "heard_at"),
        ({"authorized_at": NOW + timedelta(days=1)}, "authorized_at"),
        ({"heard_at": datetime(2026, 11, 20, 9, 0)}, "heard_at"),  # noqa: DTZ001  # naive on purpose
        ({"ordered_soc": NOW}, "ordered_soc"),
        ({"zip": "Nashville"}, "zip"),
        ({"ordering_npi": "1234567890"}, "ordering_npi"),
        ({"stage": S.ADMITTED}, "stage"),
        ({"soc_on": TODAY}, "soc_on"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(agency: Agency, values: dict[str, object], field: str) -> None:
    with pytest.raises(RuleBroken) as fault:
        record(agency, **values)
    assert fault.value.field == field


def test_a_discharge_with_its_time_gives_the_day_and_a_new_day_drops_the_time(agency: Agency) -> None:
    key = record(agency, discharged_at=datetime(2026, 11, 24, 3, 0, tzinfo=UTC))
    assert row(agency, key).discharged_on == TODAY
    agency.actions.edit_referral(EditReferral(key, 1, {"discharged_on": date(2026, 11, 24)}))
    assert (row(agency, key).discharged_on, row(agency, key).discharged_at) == (date(2026, 11, 24), None)


def test_a_source_archived_meanwhile_is_said_and_does_not_block_the_call(agency: Agency) -> None:
    source = agency.add()
    agency.actions.archive(Archive("referral_source", (source,)))
    line = of_code(agency, ServiceLine, "home_health")
    values = {"source_id": source, "service_line_id": line}
    with pytest.raises(RuleBroken, match="Mercy was archived") as fault:
        agency.actions.record_referral(RecordReferral(values))
    assert fault.value.field == "source_id"
    assert agency.actions.record_referral(RecordReferral(values, archived_too=True)).subject is not None


def test_archived_ones_stay_as_they_are_until_restored(agency: Agency) -> None:
    key = record(agency)
    agency.actions.archive(Archive("referral", (key,), "twice"))
    with pytest.raises(RuleBroken, match="Restore it first"):
        move(agency, key, S.ACCEPTED)
    agency.actions.restore(Restore("referral", (key,)))
    move(agency, key, S.ACCEPTED)


def test_assigning_is_one_step_for_all(agency: Agency) -> None:
    keys = tuple(record(agency, source_id=agency.add(f"Mercy {place}", owner_id=None)) for place in range(2))
    assert [row(agency, key).liaison_id for key in keys] == [None, None]
    agency.actions.assign_referrals(AssignReferrals(keys, agency.liaison_id))
    assert [row(agency, key).liaison_id for key in keys] == [agency.liaison_id] * 2
    agency.actions.undo()
    assert [row(agency, key).liaison_id for key in keys] == [None, None]


def test_a_time_in_the_hour_that_was_skipped_is_refused_and_the_doubled_one_is_kept(agency: Agency) -> None:
    second = datetime(2026, 11, 1, 7, 30, tzinfo=UTC)  # 1:30 AM the second time
    key = record(agency, heard_at=second)
    assert row(agency, key).heard_at == second
    spring = record(agency, heard_at=datetime(2026, 3, 7, 18, 0, tzinfo=UTC), source_id=agency.add("Elm"))
    with pytest.raises(RuleBroken, match="no such time"):
        move(agency, spring, S.ADMITTED, soc_on=date(2026, 3, 8), soc_time=time(2, 30))


MOVE = st.tuples(st.sampled_from(list(S)), st.booleans())


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(MOVE, max_size=6))
def test_after_any_moves_the_referral_says_what_its_last_entry_says(
    agency: Agency, moves: list[tuple[ReferralStage, bool]]
) -> None:
    key = record(agency, heard_at=HEARD)
    before = _whole(agency, key)
    done = 0
    for stage, correction in moves:
        how = {"reason_id": of_code(agency, DeclineReason, "declined"), "soc_on": TODAY, "correction": correction}
        try:
            move(agency, key, stage, **how)
            done += 1
        except KnownFault:
            continue
        found, entries = row(agency, key), hanging(agency, ReferralStageEntry, key)
        assert (found.stage, found.reason_id) == (entries[-1].stage, entries[-1].reason_id)
        assert (found.soc_on is not None) == (found.stage is S.ADMITTED)
        assert (found.reason_id is not None) == (found.stage is S.NOT_ADMITTED)
        steps = {update.step for update in hanging(agency, LoopUpdate, key)}
        assert (LoopStep.OUTCOME in steps) == (found.stage is S.ADMITTED)
    for _ in range(done):
        agency.actions.undo()
    assert _whole(agency, key) == before


def _whole(agency: Agency, key: int) -> list[Any]:
    found = [row(agency, key), *hanging(agency, ReferralStageEntry, key), *hanging(agency, LoopUpdate, key)]
    return [{name: value for name, value in each._mapping.items() if name != "version"} for each in found]


def test_every_stage_knows_its_moves() -> None:
    assert set(MOVES) == set(S)
    assert all(not MOVES[stage] for stage in CLOSED_STAGES)
