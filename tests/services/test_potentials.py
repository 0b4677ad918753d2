"""What a source could send: set with its basis, undone in one step."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.words import PotentialBasis
from hhcrm.models.lookups import SourceType
from hhcrm.models.sources import ProviderCount, ReferralSource
from hhcrm.queries.bound import Questions
from hhcrm.queries.worth_models import PotentialFacts
from hhcrm.services.commands import EditSource
from hhcrm.services.potential_commands import SetPotential
from tests.services.conftest import NOW, TODAY, Agency

TOLD, COUNTED, PUBLIC, UNKNOWN = PotentialBasis


def facts(agency: Agency, source_id: int) -> PotentialFacts:
    return Questions(agency.engine, lambda: NOW, lambda: TODAY, None).potential_facts(source_id)


def put(agency: Agency, source_id: int, basis: PotentialBasis, **typed: Any) -> int | None:
    command = SetPotential(source_id, facts(agency, source_id).version, basis, **typed)
    return agency.actions.set_potential(command).step_id


def stands(agency: Agency, source_id: int) -> tuple[float | None, PotentialBasis, date | None, int | None]:
    with Session(agency.engine) as session:
        row = session.get_one(ReferralSource, source_id)
        return row.potential_per_month, row.potential_basis, row.potential_on, row.providers


def test_what_they_told_us_is_kept_with_its_day_and_undone(agency: Agency) -> None:
    source = agency.add()
    put(agency, source, TOLD, per_month=" 4.5 ")
    assert stands(agency, source) == (4.5, TOLD, TODAY, None)
    assert put(agency, source, TOLD, per_month="4.5") is None  # the same again is no step
    agency.actions.undo()
    assert stands(agency, source) == (None, UNKNOWN, None, None)


def test_counted_providers_are_kept_by_kind_and_each_has_its_rate(agency: Agency) -> None:
    source = agency.add()
    put(agency, source, COUNTED, providers={"primary care": "4", "cardiac": "2", "hospitalist": ""})
    assert stands(agency, source) == (9.0, COUNTED, TODAY, 6)
    assert facts(agency, source).kinds == (("primary care", 4), ("cardiac", 2))
    put(agency, source, COUNTED, providers={"primary care": "3", "cardiac": "", "geriatrician": "1"})
    assert stands(agency, source) == (5.0, COUNTED, TODAY, 4)
    assert facts(agency, source).kinds == (("primary care", 3), ("geriatrician", 1))
    agency.actions.undo()
    assert stands(agency, source) == (9.0, COUNTED, TODAY, 6)
    assert dict(facts(agency, source).kinds) == {"primary care": 4, "cardiac": 2}


def test_beds_and_residents_have_the_rate_of_their_type(agency: Agency) -> None:
    source = agency.add()
    rate = facts(agency, source).bed_rate
    assert rate is not None
    put(agency, source, PUBLIC, beds="120")
    assert stands(agency, source)[:2] == (round(120 * rate, 2), PUBLIC)
    put(agency, source, PUBLIC, residents="80", beds="")
    assert stands(agency, source)[:2] == (round(80 * rate, 2), PUBLIC)
    assert (facts(agency, source).beds, facts(agency, source).residents) == (None, 80)


def test_left_to_our_guess_there_is_no_figure_of_its_own(agency: Agency) -> None:
    one, other = agency.add("Mercy"), agency.add("Oak")
    put(agency, one, TOLD, per_month="6")
    assert (facts(agency, other).guess, facts(agency, other).guess_of) == (6.0, 1)
    put(agency, one, UNKNOWN)
    assert stands(agency, one) == (None, UNKNOWN, None, None)
    assert (facts(agency, other).guess, facts(agency, other).guess_of) == (None, 0)


@pytest.mark.parametrize(
    ("basis", "typed", "field"),
    [
        (TOLD, {"per_month": ""}, "potential_per_month"),
        (TOLD, {"per_month": "many"}, "potential_per_month"),
        (TOLD, {"per_month": "-1"}, "potential_per_month"),
        (COUNTED, {"providers": {"primary care": ""}}, "providers_primary_care"),
        (COUNTED, {"providers": {"cardiac": "two"}}, "providers_cardiac"),
        (COUNTED, {"providers": {"dentist": "2"}}, "basis"),
        (PUBLIC, {"beds": ""}, "beds"),
        (PUBLIC, {"beds": "a few"}, "beds"),
    ],
)
def test_what_cannot_be_read_names_its_field(
    agency: Agency, basis: PotentialBasis, typed: dict[str, Any], field: str
) -> None:
    source = agency.add()
    with pytest.raises(RuleBroken) as fault:
        put(agency, source, basis, **typed)
    assert fault.value.field == field
    assert stands(agency, source) == (None, UNKNOWN, None, None)


def test_a_type_without_a_rate_cannot_be_told_by_its_beds(agency: Agency) -> None:
    source = agency.add()
    with Session(agency.engine) as session:
        session.execute(SourceType.__table__.update().values(bed_rate=None))  # type: ignore[attr-defined]  # its table
        session.commit()
    with pytest.raises(RuleBroken, match="no rate a bed"):
        put(agency, source, PUBLIC, beds="100")


def test_who_was_faster_wins_and_who_is_gone_is_said(agency: Agency) -> None:
    source = agency.add()
    version = facts(agency, source).version
    agency.actions.edit_source(EditSource(source, version, {"city": "Nashville"}))
    with pytest.raises(Conflict):
        agency.actions.set_potential(SetPotential(source, version, TOLD, "4"))
    with pytest.raises(NotFound):
        facts(agency, 999)
    with Session(agency.engine) as session:
        assert session.scalars(select(ProviderCount)).all() == []
