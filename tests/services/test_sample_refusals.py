"""Where a sample may go, and what it does with an agency that is set up already."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.words import UserRole
from hhcrm.services.setup import FoundAgency, found_agency
from hhcrm.storage.undo import next_undo
from tests.services.sample_agency import TODAY, digest_of, fill, open_empty, work_on


def test_a_database_that_has_sources_is_left_alone(tmp_path: Path) -> None:
    engine = open_empty(tmp_path / "agency.db")
    changes = fill(engine, sources=5, months=2)
    assert not changes.undoable
    assert changes.touches("visit", "referral_source", "referral")
    assert next_undo(work_on(engine)) is None
    before = digest_of(engine)
    with pytest.raises(RuleBroken, match="already"):
        fill(engine, sources=5, months=2)
    assert digest_of(engine) == before
    engine.dispose()


def test_an_agency_set_up_before_keeps_its_people_who_get_the_sources(tmp_path: Path) -> None:
    engine = open_empty(tmp_path / "agency.db")
    people = (("Ana Ruiz", UserRole.LIAISON), ("Owen Tate", UserRole.OWNER))
    found_agency(work_on(engine), FoundAgency("Ours", "37203", "America/New_York", people, TODAY))
    fill(engine, sources=40, months=6)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM app_user")).scalar() == 2
        owners = connection.execute(text("SELECT DISTINCT owner_id FROM referral_source")).scalars().all()
        assert owners == [1]
    engine.dispose()


@pytest.mark.parametrize(("sources", "months"), [(0, 24), (5001, 24), (200, 0), (200, 121)])
def test_sizes_that_make_no_sense_are_refused(tmp_path: Path, sources: int, months: int) -> None:
    engine = open_empty(tmp_path / "agency.db")
    with pytest.raises(RuleBroken):
        fill(engine, sources=sources, months=months)
    engine.dispose()
