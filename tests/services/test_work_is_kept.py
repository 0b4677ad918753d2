"""Nobody's work is lost or changed behind their back: what meets, crosses and contradicts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, RuleBroken
from hhcrm.domain.setting_keys import rule_key
from hhcrm.domain.words import Advance, PhoneKind, SourceStage, UserRole, VisitStatus
from hhcrm.models.capability import PayerAcceptance
from hhcrm.models.contacts import Contact
from hhcrm.models.lookups import Payer, ServiceLine
from hhcrm.models.settings import Setting
from hhcrm.models.sources import CohortMember, ReferralSource
from hhcrm.models.users import User
from hhcrm.models.visits import Visit
from hhcrm.queries.bound import Questions
from hhcrm.services.bound import Actions
from hhcrm.services.commands import (
    AddFile,
    AddPerson,
    Archive,
    ChangeStage,
    DropValue,
    EditPerson,
    EditSource,
    EditSources,
    EditVisit,
    LogVisit,
    MakeCommitment,
    PersonValues,
    PlanVisit,
    RevertField,
)
from hhcrm.storage import derived
from hhcrm.storage.journal import Actor
from hhcrm.storage.undo import undo
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.services.conftest import NOW, TODAY, Agency


def ask(agency: Agency, user_id: int | None = None) -> Questions:
    return Questions(agency.engine, lambda: NOW, lambda: TODAY, user_id or agency.liaison_id)


def planned(agency: Agency, source_id: int, day: date = TODAY) -> int:
    visit_id = agency.actions.plan_visit(PlanVisit(source_id, agency.visit, day)).subject
    assert visit_id is not None
    return visit_id


def log(agency: Agency, source_id: int, visit_id: int | None = None, **more: Any) -> int:
    command = LogVisit(source_id, Advance.ADVANCE, agency.visit, TODAY, visit_id=visit_id, **more)
    logged = agency.actions.log_visit(command).subject
    assert logged is not None
    return logged


def row(agency: Agency, kind: type[Any], row_id: int) -> Any:
    with Session(agency.engine) as session:
        return session.get_one(kind, row_id)


def colleague(agency: Agency, role: UserRole = UserRole.LIAISON) -> tuple[int, Actions]:
    """Another person with actions of their own."""

    def hire(tx: Transaction) -> int:
        user = User(name="Kim Ortega", role=role)
        tx.session.add(user)
        tx.session.flush()
        return user.id

    user_id = agency.work.run("Hire", hire).subject
    assert user_id is not None
    work = UnitOfWork(agency.engine, Actor(user_id, "Kim Ortega"), lambda: NOW)
    return user_id, Actions(work, lambda: TODAY, Path("attachments"))


# --- logging ---


def test_a_visit_logged_for_a_plan_that_was_archived_is_seen(agency: Agency) -> None:
    source_id = agency.add()
    plan = planned(agency, source_id)
    agency.actions.archive(Archive("visit", (plan,)))
    visit_id = log(agency, source_id, plan)
    assert visit_id != plan
    assert [line.visit_id for line in ask(agency).visit_page(source_id, 0, 10).lines] == [visit_id]


def test_a_plan_for_another_source_stays_where_it_is(agency: Agency) -> None:
    mercy, oak = agency.add("Mercy"), agency.add("Oak")
    plan = planned(agency, mercy)
    log(agency, oak, plan)
    visit = row(agency, Visit, plan)
    assert (visit.source_id, visit.status) == (mercy, VisitStatus.PLANNED)


def test_what_a_colleague_planned_stays_the_colleagues(agency: Agency) -> None:
    source_id = agency.add()
    plan = planned(agency, source_id)
    kim, actions = colleague(agency)
    assert ask(agency, kim).log_guess(source_id).visit_id is None
    logged = actions.log_visit(LogVisit(source_id, Advance.ADVANCE, agency.visit, TODAY)).subject
    assert logged not in (None, plan)
    assert row(agency, Visit, plan).status == VisitStatus.PLANNED
    assert row(agency, Visit, logged or 0).liaison_id == kim


def test_the_office_finds_the_liaisons_plan_to_write_it_down_for_them(agency: Agency) -> None:
    source_id = agency.add()
    plan = planned(agency, source_id)
    owner, _ = colleague(agency, UserRole.OWNER)
    assert ask(agency, owner).log_guess(source_id).visit_id == plan


def test_a_promise_is_not_due_before_it_was_made(agency: Agency) -> None:
    source_id = agency.add()
    with pytest.raises(RuleBroken) as caught:
        log(agency, source_id, promise="Call", promise_by=date(2026, 11, 20))
    assert caught.value.field == "promise_by"


def test_a_logged_visit_says_what_changed(agency: Agency) -> None:
    source_id = agency.add()
    nothing: Any = None
    with pytest.raises(RuleBroken) as caught:
        agency.actions.log_visit(LogVisit(source_id, nothing, agency.visit, TODAY))
    assert caught.value.field == "advance"


def test_a_visit_moved_to_another_source_moves_what_follows_from_it_and_undo_moves_it_back(agency: Agency) -> None:
    mercy, oak = agency.add("Mercy"), agency.add("Oak")
    visit_id = log(agency, mercy, notes="Asked about wound care")
    agency.actions.edit_visit(EditVisit(visit_id, 1, {"source_id": oak}))
    assert [ask(agency).source_detail(key).visits for key in (mercy, oak)] == [0, 1]
    undo(agency.work)
    assert [ask(agency).source_detail(key).visits for key in (mercy, oak)] == [1, 0]
    with agency.engine.connect() as connection:
        assert derived.out_of_step(connection) == []


# --- two at one record ---


def test_changing_only_whom_one_met_is_seen_by_others(agency: Agency) -> None:
    source_id = agency.add()
    person = agency.actions.add_person(AddPerson(PersonValues("Suzy", "Park"), source_id)).subject
    assert person is not None
    visit_id = log(agency, source_id)
    agency.actions.edit_visit(EditVisit(visit_id, 1, {}, (person,)))
    with pytest.raises(Conflict):
        agency.actions.edit_visit(EditVisit(visit_id, 1, {}, ()))


def test_changing_only_the_kind_of_a_number_is_seen_by_others(agency: Agency) -> None:
    def values(kind: PhoneKind) -> PersonValues:
        return PersonValues("Suzy", "Park", phones=((kind, "(615) 555-0142"),))

    person = agency.actions.add_person(AddPerson(values(PhoneKind.WORK))).subject
    assert person is not None
    agency.actions.edit_person(EditPerson(person, 1, values(PhoneKind.MOBILE)))
    assert row(agency, Contact, person).version == 2
    with pytest.raises(Conflict):
        agency.actions.edit_person(EditPerson(person, 1, values(PhoneKind.WORK)))


# --- circles, stages, cohorts ---


def test_going_back_never_makes_a_source_part_of_itself(agency: Agency) -> None:
    mercy, oak = agency.add("Mercy"), agency.add("Oak")
    agency.actions.edit_source(EditSource(mercy, 1, {"parent_id": oak}))
    step = agency.actions.edit_source(EditSource(mercy, 2, {"parent_id": None})).step_id
    agency.actions.edit_source(EditSource(oak, 1, {"parent_id": mercy}))
    assert step is not None
    with pytest.raises(RuleBroken, match="part of itself"):
        agency.actions.revert_field(RevertField(step, "referral_source", mercy, "parent_id"))


def test_a_circle_that_an_undo_closed_does_not_hang_the_next_edit(agency: Agency) -> None:
    mercy, oak, unit = agency.add("Mercy"), agency.add("Oak"), agency.add("Unit")
    _, actions = colleague(agency)
    agency.actions.edit_source(EditSource(mercy, 1, {"parent_id": oak}))
    agency.actions.edit_source(EditSource(mercy, 2, {"parent_id": None}))
    actions.edit_source(EditSource(oak, 1, {"parent_id": mercy}))
    agency.actions.undo()
    agency.actions.edit_source(EditSource(unit, 1, {"parent_id": mercy}))
    assert row(agency, ReferralSource, unit).parent_id == mercy


def test_a_stage_is_not_reverted_behind_its_history(agency: Agency) -> None:
    source_id = agency.add()
    changes = agency.actions.change_stage(ChangeStage((source_id,), SourceStage.ACTIVE, TODAY))
    assert changes.step_id is not None
    with pytest.raises(RuleBroken, match="Change the stage"):
        agency.actions.revert_field(RevertField(changes.step_id, "referral_source", source_id, "stage"))


def cohort_sources(agency: Agency) -> list[int]:
    with Session(agency.engine) as session:
        return list(session.scalars(select(CohortMember.source_id).order_by(CohortMember.id)))


def test_a_place_in_the_cohort_is_kept_by_who_became_active_and_left_by_who_was_archived(agency: Agency) -> None:
    five = [agency.add(f"Source {n}") for n in range(5)]
    agency.actions.change_stage(ChangeStage((five[0],), SourceStage.ACTIVE, date(2026, 10, 20)))
    late = agency.add("Sixth")
    assert late not in cohort_sources(agency)
    agency.actions.archive(Archive("referral_source", (five[1],)))
    report = ask(agency).report("waterfall", date(2026, 10, 1), date(2026, 10, 31))
    assert dict(zip(report.columns, report.rows[0], strict=True))["free_places"] == 1
    taker = agency.add("Seventh")
    assert taker in cohort_sources(agency)


def set_rule(agency: Agency, name: str, value: int) -> None:
    def change(tx: Transaction) -> None:
        tx.session.add(Setting(key=rule_key(name), from_on=date(2026, 9, 1), value=json.dumps(value)))

    agency.work.run("Set a rule", change)


def test_a_cohort_is_as_large_as_the_agency_says(agency: Agency) -> None:
    set_rule(agency, "cohort_size", 1)
    first, second = agency.add("First"), agency.add("Second")
    assert cohort_sources(agency) == [first] != [second]


def test_the_cadence_shown_is_the_one_the_due_date_follows(agency: Agency) -> None:
    source_id = agency.add()
    agency.actions.change_stage(ChangeStage((source_id,), SourceStage.ACTIVE, date(2026, 10, 1)))
    log(agency, source_id)
    set_rule(agency, "default_cadence_days", 45)
    detail = ask(agency).source_detail(source_id)
    assert (detail.cadence_in_force, detail.due_on) == (45, date(2027, 1, 7))


def test_a_territory_taken_off_many_follows_the_zip_again(agency: Agency) -> None:
    source_id = agency.add(zip="37203")
    agency.actions.edit_sources(EditSources((source_id,), {"territory_id": None}))
    assert row(agency, ReferralSource, source_id).territory_by_hand is False


# --- archived ---


def test_nobody_is_sent_to_an_archived_source(agency: Agency) -> None:
    source_id = agency.add()
    planned(agency, source_id)
    agency.actions.archive(Archive("referral_source", (source_id,)))
    today = ask(agency).today()
    assert (today.visits, today.counts["visits"]) == ((), 0)
    assert ask(agency).end_of_day() == ()
    assert ask(agency).log_guess().source_id is None


# --- values ---


def test_a_payer_gives_way_to_one_that_has_its_own_contract_and_undo_brings_all_back(agency: Agency) -> None:
    with Session(agency.engine) as session:
        line = session.scalars(select(ServiceLine.id)).first()
        old, new = session.scalars(select(Payer.id).order_by(Payer.id).limit(2)).all()
    with agency.engine.begin() as connection:
        rows = [
            {"service_line_id": line, "payer_id": key, "accepted": key == new, "from_on": TODAY} for key in (old, new)
        ]
        connection.execute(insert(PayerAcceptance), rows)
    agency.actions.drop_value(DropValue("payer", old, new))

    def contracts() -> list[tuple[int, bool]]:
        with Session(agency.engine) as session:
            found = session.scalars(select(PayerAcceptance).order_by(PayerAcceptance.payer_id))
            return [(one.payer_id, one.accepted) for one in found]

    assert contracts() == [(new, True)]
    agency.actions.undo()
    assert contracts() == [(old, False), (new, True)]


def test_a_nul_in_a_text_is_dropped_on_every_database(agency: Agency) -> None:
    source_id = agency.add()
    made = agency.actions.make_commitment(MakeCommitment(source_id, "Send\0 it", TODAY, TODAY)).subject
    assert made is not None
    assert ask(agency).commitments_of(source_id)[0].text == "Send it"
    agency.actions.add_person(AddPerson(PersonValues("Su\0zy", "Park"), source_id))
    assert ask(agency).people_of(source_id)[0].first_name == "Suzy"


def test_a_number_that_no_database_holds_is_refused(agency: Agency) -> None:
    with pytest.raises(RuleBroken) as caught:
        agency.add(beds=9_999_999_999)
    assert caught.value.field == "beds"


def test_a_file_is_kept_under_the_hash_of_what_was_kept(agency: Agency, tmp_path: Path) -> None:
    file = tmp_path / "flyer.txt"
    file.write_text("one")
    source_id = agency.add()
    agency.actions.add_file(AddFile(source_id, file))
    kept = tmp_path / "attachments" / ask(agency).files_of(source_id)[0].path
    kept.write_text("spoiled")
    agency.actions.add_file(AddFile(source_id, file))
    assert kept.read_text() == "one"
    assert [each.name for each in kept.parent.iterdir()] == [kept.name]
