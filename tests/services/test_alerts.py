"""The alert to a referral: for whom, when, and gone with "seen"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from hhcrm.domain.errors import Conflict, RuleBroken
from hhcrm.domain.words import ReferralStage, UserRole
from hhcrm.models.lookups import ServiceLine
from hhcrm.models.referrals import Referral
from hhcrm.models.users import User
from hhcrm.queries.alerts import alert_needs, open_alerts, open_alerts_count
from hhcrm.services.alert_commands import AcknowledgeReferral
from hhcrm.services.bound import Actions
from hhcrm.services.commands import AddPerson, Archive, PersonValues, RevertField
from hhcrm.services.referral_commands import AssignReferrals, EditReferral, MoveReferrals, RecordReferral
from hhcrm.services.settings_commands import LeaveUser, SaveUser
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from tests.services.conftest import NOW, TODAY, Agency

ONE = pytest.mark.parametrize("kind", ["sqlite"])
"""The rules are the same on all three databases."""

PATIENT = "Zebulon Plantedname"


def also(agency: Agency, name: str, role: UserRole = UserRole.INTAKE) -> tuple[int, Actions]:
    """Another person of the agency, and what they can do."""
    key = agency.actions.save_user(SaveUser({"name": name, "role": role})).subject
    assert key is not None
    work = UnitOfWork(agency.engine, Actor(key, name), lambda: NOW)
    return key, Actions(work, lambda: TODAY, Path("attachments"))


@pytest.fixture
def two(agency: Agency) -> tuple[Agency, int, Actions]:
    """An agency and its second liaison."""
    return agency, *also(agency, "Luis Vega", UserRole.LIAISON)


def record(agency: Agency, actions: Actions, **values: object) -> int:
    with agency.engine.connect() as connection:
        line = connection.execute(select(ServiceLine.__table__.c.id).order_by(ServiceLine.__table__.c.id)).scalars()
        known = {"service_line_id": line.first(), "heard_at": NOW - timedelta(hours=1), **values}
    known.setdefault("source_id", agency.add())
    key = actions.record_referral(RecordReferral(known, {"patient_name": PATIENT})).subject
    assert key is not None
    return key


def row(agency: Agency, key: int) -> Any:
    with agency.engine.connect() as connection:
        return connection.execute(select(Referral.__table__).where(Referral.__table__.c.id == key)).one()


def waiting(agency: Agency, owner: int | None = None) -> list[int]:
    with agency.engine.connect() as connection:
        found = [alert.referral_id for alert in open_alerts(connection, owner, 1000)]
        assert len(found) == open_alerts_count(connection, owner)
    return found


def see(agency: Agency, actions: Actions, key: int) -> None:
    actions.acknowledge_referral(AcknowledgeReferral(key, row(agency, key).version))


def test_a_referral_that_somebody_else_recorded_waits_until_its_liaison_has_seen_it(agency: Agency) -> None:
    _, intake = also(agency, "Ines Ortega")
    key = record(agency, intake)
    assert (row(agency, key).alert_at, row(agency, key).acknowledged_at) == (NOW, None)
    assert waiting(agency, agency.liaison_id) == waiting(agency) == [key]
    see(agency, agency.actions, key)
    assert (row(agency, key).acknowledged_at, row(agency, key).acknowledged_by) == (NOW, "Dana Whitfield")
    assert waiting(agency) == []
    agency.actions.undo()
    assert waiting(agency) == [key]


@ONE
def test_whoever_records_their_own_is_not_alerted_and_nobodys_alerts_nobody(agency: Agency) -> None:
    own, lone = record(agency, agency.actions), record(agency, agency.actions, source_id=agency.add(owner_id=None))
    assert row(agency, own).alert_at is row(agency, lone).alert_at is None
    assert waiting(agency) == []


@ONE
def test_giving_a_referral_to_somebody_alerts_them_and_taking_it_oneself_ends_that(agency: Agency) -> None:
    other, theirs = also(agency, "Luis Vega", UserRole.LIAISON)
    key = record(agency, agency.actions)
    agency.actions.assign_referrals(AssignReferrals((key,), other))
    assert (waiting(agency, other), waiting(agency, agency.liaison_id)) == ([key], [])
    see(agency, theirs, key)
    agency.actions.assign_referrals(AssignReferrals((key,), other))  # theirs already: nothing is new about it
    assert waiting(agency) == []
    agency.actions.edit_referral(EditReferral(key, row(agency, key).version, {"liaison_id": agency.liaison_id}))
    assert waiting(agency) == []
    theirs.edit_referral(EditReferral(key, row(agency, key).version, {"liaison_id": other}))
    theirs.edit_referral(EditReferral(key, row(agency, key).version, {"liaison_id": agency.liaison_id}))
    assert waiting(agency, agency.liaison_id) == [key]
    agency.actions.assign_referrals(AssignReferrals((key,), None))  # the source's owner, who did it
    assert waiting(agency) == []


@ONE
def test_one_at_its_end_is_new_to_nobody_who_takes_it_over(agency: Agency) -> None:
    other, _ = also(agency, "Luis Vega", UserRole.LIAISON)
    key = record(agency, agency.actions)
    agency.actions.move_referrals(MoveReferrals((key,), ReferralStage.ADMITTED, soc_on=TODAY))
    agency.actions.assign_referrals(AssignReferrals((key,), other))
    assert (row(agency, key).liaison_id, waiting(agency)) == (other, [])


@ONE
def test_giving_back_by_reverting_the_field_alerts_too(agency: Agency) -> None:
    other, theirs = also(agency, "Luis Vega", UserRole.LIAISON)
    key = record(agency, agency.actions)
    step = agency.actions.assign_referrals(AssignReferrals((key,), other)).step_id
    theirs.revert_field(RevertField(step or 0, "referral", key, "liaison_id"))
    assert waiting(agency, agency.liaison_id) == [key]
    with pytest.raises(RuleBroken, match="Undo the step"):
        theirs.revert_field(RevertField(step or 0, "referral", key, "alert_at"))


@ONE
def test_whoever_inherits_a_referral_is_alerted(agency: Agency) -> None:
    (_, intake), (other, theirs) = also(agency, "Ines Ortega"), also(agency, "Luis Vega", UserRole.LIAISON)
    key = record(agency, theirs, source_id=agency.add(owner_id=other))
    with agency.engine.connect() as connection:
        version = connection.execute(select(User.__table__.c.version).where(User.__table__.c.id == other)).scalar_one()
    intake.leave_user(LeaveUser(other, version, {"open_referrals": agency.liaison_id}))
    assert waiting(agency, agency.liaison_id) == [key]


@ONE
def test_seen_twice_or_after_a_change_is_said(agency: Agency) -> None:
    _, intake = also(agency, "Ines Ortega")
    key = record(agency, intake)
    before = row(agency, key).version
    see(agency, agency.actions, key)
    with pytest.raises(Conflict):
        intake.acknowledge_referral(AcknowledgeReferral(key, before))
    with pytest.raises(RuleBroken, match="seen already"):
        see(agency, intake, key)


@ONE
def test_an_archived_referral_alerts_nobody(agency: Agency) -> None:
    _, intake = also(agency, "Ines Ortega")
    key = record(agency, intake)
    intake.archive(Archive("referral", (key,), "twice"))
    assert waiting(agency) == []


@ONE
def test_an_alert_says_source_line_and_who_recorded_it_and_no_patient(agency: Agency) -> None:
    _, intake = also(agency, "Ines Ortega")
    source = agency.add()
    person = agency.actions.add_person(AddPerson(PersonValues("Maria", "Ortiz", "RN"), source, "", TODAY)).subject
    key = record(agency, intake, source_id=source, contact_id=person)
    intake.move_referrals(MoveReferrals((key,), ReferralStage.UNDER_REVIEW))
    with agency.engine.connect() as connection:
        (alert,) = open_alerts(connection, None, 5)
        (need,) = alert_needs(connection, None, 5, TODAY)
        (own,) = alert_needs(connection, agency.liaison_id, 5, TODAY + timedelta(days=2))
    assert (alert.source, alert.by, alert.whose, alert.at) == ("Mercy", "Ines Ortega", "Dana Whitfield", NOW)
    assert alert.contact == "Maria Ortiz, RN"
    assert need.hint == "Maria Ortiz, RN: Home health, recorded by Ines Ortega, for Dana Whitfield, 9:00 AM"
    assert own.hint == "Maria Ortiz, RN: Home health, recorded by Ines Ortega, Nov 23"
    assert "Zebulon" not in repr((alert, need, own))
    assert replace(need, hint=own.hint, due_on=own.due_on) == own


@ONE
@given(st.lists(st.tuples(st.sampled_from(["give", "take", "drop", "see"]), st.booleans()), max_size=8))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_any_order_an_alert_is_for_whoever_got_it_from_somebody_else(
    two: tuple[Agency, int, Actions], acts: list[tuple[str, bool]]
) -> None:
    agency, other, theirs = two
    people = {True: (agency.liaison_id, agency.actions), False: (other, theirs)}
    key = record(agency, theirs)
    expected, seen = True, False
    for act, who in acts:
        mine, actions = people[who]
        wanted = {"give": people[not who][0], "take": mine}.get(act)
        if act == "see":
            if expected and not seen:
                see(agency, actions, key)
                seen = True
        elif wanted != row(agency, key).liaison_id:
            actions.assign_referrals(AssignReferrals((key,), wanted))
            expected, seen = (wanted or agency.liaison_id) != mine, False
        now = row(agency, key)
        assert ((now.alert_at is not None), (now.acknowledged_at is not None)) == (expected, seen)
        assert (key in waiting(agency)) == (expected and not seen)
