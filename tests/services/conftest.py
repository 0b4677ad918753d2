"""An agency to act on: founded, with a liaison, on SQLite and on PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from hhcrm.domain.words import UserRole
from hhcrm.models.lookups import SourceType, VisitKind
from hhcrm.models.users import User
from hhcrm.services.bound import Actions
from hhcrm.services.commands import AddSource
from hhcrm.services.founding import FoundAgency
from hhcrm.services.setup import found_agency
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from tests.databases import KINDS, Fill, address, engine, new_engine  # noqa: F401  # fixtures: the databases

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Agency:
    """A founded agency and everything a test asks of it."""

    engine: Engine
    work: UnitOfWork
    actions: Actions
    liaison_id: int
    snf: int
    visit: int
    phone_call: int

    def add(self, name: str = "Mercy", **values: object) -> int:
        """A prospective source, found on the first of October, owned by the liaison; its id."""
        row = {"name": name, "type_id": self.snf, "owner_id": self.liaison_id} | values
        changes = self.actions.add_source(AddSource(row, date(2026, 10, 1)))
        assert changes.subject is not None
        return changes.subject


@pytest.fixture(params=[kind for kind in KINDS if kind != "sqlcipher"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which database. With a key SQLite is opened in another way, which storage's tests see to, and answers alike."""
    return str(request.param)


@pytest.fixture
def filled(request: pytest.FixtureRequest) -> Fill | None:
    """Who asks for an agency gets a copy of one that was founded once."""
    return found if "agency" in request.fixturenames else None


@pytest.fixture
def agency(engine: Engine, tmp_path: Path) -> Agency:  # noqa: F811  # pytest's way of asking for a fixture
    """A founded agency on one of the databases."""
    return agency_on(engine, tmp_path)


def found(engine: Engine) -> None:  # noqa: F811  # the engine that is given
    """Found an agency on an empty database."""
    founding = FoundAgency("Cumberland", "37203", "America/Chicago", (("Dana Whitfield", UserRole.LIAISON),), TODAY)
    found_agency(UnitOfWork(engine, Actor(None, "set-up"), lambda: NOW), founding)


def founded_in(folder: Path) -> Agency:
    """A founded agency in a file of a folder."""
    return agency_on(new_engine(folder / "agency.db", fill=found), folder)


def agency_on(engine: Engine, folder: Path) -> Agency:  # noqa: F811  # the engine that is given
    """The agency of a founded database."""
    with engine.connect() as connection:
        rows = connection.execute(select(VisitKind.__table__.c.id, VisitKind.__table__.c.code))
        kinds = {code: key for key, code in rows}
        snf = connection.execute(select(SourceType.__table__.c.id).where(SourceType.__table__.c.code == "snf"))
        snf_id = snf.scalar_one()
        liaison_id = connection.execute(select(User.__table__.c.id)).scalar_one()
    work = UnitOfWork(engine, Actor(liaison_id, "Dana Whitfield"), lambda: NOW)
    actions = Actions(work, lambda: TODAY, folder / "attachments")
    return Agency(engine, work, actions, liaison_id, snf_id, kinds["visit"], kinds["phone_call"])
