"""Sources: added, edited, moved between stages, many at once."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.words import PotentialBasis, SourceStage
from hhcrm.models.journal import JournalStep
from hhcrm.models.sources import Cohort, CohortMember, ReferralSource, SourceStageChange
from hhcrm.models.users import Territory, TerritoryZip
from hhcrm.services.commands import (
    AddSource,
    Archive,
    ChangeStage,
    EditSource,
    EditSources,
    Restore,
    RevertField,
)
from tests.services.conftest import Agency


def read(agency: Agency, source_id: int) -> ReferralSource:
    with Session(agency.engine) as session:
        source = session.get(ReferralSource, source_id)
        assert source is not None
        session.expunge(source)
        return source


def steps(agency: Agency) -> int:
    with Session(agency.engine) as session:
        return len(session.scalars(select(JournalStep.id)).all())


def test_a_new_source_is_prospective_and_joins_its_owners_cohort_of_the_month(agency: Agency) -> None:
    source_id = agency.add("Mercy")
    source = read(agency, source_id)
    assert (source.stage, source.stage_since) == (SourceStage.PROSPECTIVE, date(2026, 10, 1))
    assert source.due_on == date(2026, 10, 30)  # the last working day of its cohort's month
    with Session(agency.engine) as session:
        assert session.scalar(select(Cohort.month)) == date(2026, 10, 1)
        assert session.scalar(select(SourceStageChange.stage)) == SourceStage.PROSPECTIVE


def test_a_sixth_prospect_finds_the_cohort_full(agency: Agency) -> None:
    ids = [agency.add(f"Clinic {n}") for n in range(6)]
    with Session(agency.engine) as session:
        members = set(session.scalars(select(CohortMember.source_id)))
    assert members == set(ids[:5])


def test_codes_and_numbers_are_stored_in_one_form(agency: Agency) -> None:
    source = read(agency, agency.add(zip="02138", phone="615.555.0142", state="ma", npi="1234567893", ccn="01 0001"))
    assert (source.zip, source.phone, source.state, source.ccn) == ("02138", "(615) 555-0142", "MA", "010001")


@pytest.mark.parametrize(
    ("field", "value"),
    [("npi", "1234567890"), ("state", "Tennessee"), ("email", "nobody"), ("cadence_days", 5), ("beds", "many")],
)
def test_what_cannot_be_stored_is_refused_beside_its_field(agency: Agency, field: str, value: object) -> None:
    with pytest.raises(RuleBroken) as caught:
        agency.add("Mercy", **{field: value})
    assert caught.value.field == field


@pytest.mark.parametrize("values", [{"name": "  ", "type_id": 1}, {"type_id": 1}])
def test_a_source_needs_a_name(agency: Agency, values: dict[str, object]) -> None:
    with pytest.raises(RuleBroken) as caught:
        agency.actions.add_source(AddSource(values, date(2026, 10, 1)))
    assert caught.value.field in ("name", None)


def test_saving_without_a_change_is_no_step(agency: Agency) -> None:
    source_id = agency.add(zip="37203")
    before = steps(agency)
    changes = agency.actions.edit_source(EditSource(source_id, 1, {"name": "Mercy", "zip": "37203"}))
    assert changes.step_id is None
    assert steps(agency) == before


def test_a_save_over_a_newer_version_is_a_conflict_and_writes_nothing(agency: Agency) -> None:
    source_id = agency.add()
    version = read(agency, source_id).version
    agency.actions.edit_source(EditSource(source_id, version, {"notes": "first"}))
    with pytest.raises(Conflict):
        agency.actions.edit_source(EditSource(source_id, version, {"notes": "second"}))
    assert read(agency, source_id).notes == "first"


def test_a_typed_potential_was_told_to_us_today(agency: Agency) -> None:
    source_id = agency.add()
    agency.actions.edit_source(EditSource(source_id, 1, {"potential_per_month": "14"}))
    source = read(agency, source_id)
    assert (source.potential_per_month, source.potential_basis) == (14, PotentialBasis.TOLD_US)
    assert source.potential_on == date(2026, 11, 23)


def test_a_territory_follows_from_the_zip_unless_set_by_hand(agency: Agency) -> None:
    with Session(agency.engine) as session:
        north = Territory(name="North", zips=[TerritoryZip(zip="37203")])
        south = Territory(name="South", zips=[TerritoryZip(zip="37211")])
        session.add_all([north, south])
        session.commit()
        north_id, south_id = north.id, south.id
    source_id = agency.add(zip="37203-1234")
    assert read(agency, source_id).territory_id == north_id
    agency.actions.edit_source(EditSource(source_id, 1, {"territory_id": south_id}))
    agency.actions.edit_source(EditSource(source_id, 2, {"zip": "37203"}))
    assert read(agency, source_id).territory_id == south_id


def test_a_source_cannot_be_part_of_itself(agency: Agency) -> None:
    hospital, unit = agency.add("St. Brendan"), agency.add("4 West")
    agency.actions.edit_source(EditSource(unit, 1, {"parent_id": hospital}))
    with pytest.raises(RuleBroken, match="part of itself"):
        agency.actions.edit_source(EditSource(hospital, 1, {"parent_id": unit}))


def test_becoming_active_keeps_history_sets_the_cadence_and_leaves_the_cohort(agency: Agency) -> None:
    source_id = agency.add()
    command = ChangeStage((source_id,), SourceStage.ACTIVE, date(2026, 11, 2), cadence_days=45)
    agency.actions.change_stage(command)
    source = read(agency, source_id)
    assert (source.stage, source.cadence_days, source.due_on) == (SourceStage.ACTIVE, 45, date(2026, 12, 17))
    with Session(agency.engine) as session:
        assert session.scalars(select(SourceStageChange.stage).order_by(SourceStageChange.id)).all() == [
            SourceStage.PROSPECTIVE,
            SourceStage.ACTIVE,
        ]
        assert session.scalar(select(CohortMember.left_on)) == date(2026, 11, 2)


def test_inactive_needs_a_reason_and_has_no_due_date(agency: Agency) -> None:
    source_id = agency.add()
    with pytest.raises(RuleBroken) as caught:
        agency.actions.change_stage(ChangeStage((source_id,), SourceStage.INACTIVE, date(2026, 11, 2)))
    assert caught.value.field == "reason"
    agency.actions.change_stage(ChangeStage((source_id,), SourceStage.INACTIVE, date(2026, 11, 2), "closed down"))
    assert read(agency, source_id).due_on is None
    assert read(agency, source_id).inactive_reason == "closed down"


def test_many_sources_change_in_one_step_that_undo_takes_back_whole(agency: Agency) -> None:
    ids = tuple(agency.add(f"Clinic {n}") for n in range(4))
    agency.actions.edit_sources(EditSources(ids, {"cadence_days": 60}, add_tag="key"))
    assert {read(agency, n).cadence_days for n in ids} == {60}
    assert {read(agency, n).tags for n in ids} == {"key"}
    agency.actions.undo()
    assert {read(agency, n).cadence_days for n in ids} == {None}
    assert {read(agency, n).tags for n in ids} == {""}


def test_only_safe_columns_change_in_bulk(agency: Agency) -> None:
    with pytest.raises(RuleBroken):
        agency.actions.edit_sources(EditSources((agency.add(),), {"name": "all the same"}))


def test_an_archived_source_keeps_who_when_and_why_and_comes_back(agency: Agency) -> None:
    source_id = agency.add()
    agency.actions.archive(Archive("referral_source", (source_id,), "moved away"))
    source = read(agency, source_id)
    assert (source.archived_by, source.archived_why) == ("Dana Whitfield", "moved away")
    agency.actions.restore(Restore("referral_source", (source_id,)))
    assert read(agency, source_id).archived_at is None


def test_a_field_goes_back_to_what_it_was_before_a_step(agency: Agency) -> None:
    source_id = agency.add(notes="old", phone="6155550142")
    step = agency.actions.edit_source(EditSource(source_id, 1, {"notes": "new", "phone": "6155550199"}))
    assert step.step_id is not None
    agency.actions.revert_field(RevertField(step.step_id, "referral_source", source_id, "notes"))
    source = read(agency, source_id)
    assert (source.notes, source.phone) == ("old", "(615) 555-0199")
    with pytest.raises(NotFound):
        agency.actions.revert_field(RevertField(step.step_id, "referral_source", source_id, "nonsense"))


def test_undo_stops_where_a_row_has_moved_on(agency: Agency) -> None:
    source_id = agency.add()
    first = agency.actions.edit_source(EditSource(source_id, 1, {"notes": "first"}))
    agency.actions.edit_source(EditSource(source_id, 2, {"notes": "second"}))
    assert first.step_id is not None
    with pytest.raises(Conflict):
        agency.actions.undo_step(first.step_id)
    assert read(agency, source_id).notes == "second"
