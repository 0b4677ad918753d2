"""A small sample agency on each kind of database, made once for tests that only read; `work` for those that write."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select

from hhcrm.models.all import metadata
from hhcrm.models.referrals import Referral
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.queries.bound import Questions
from hhcrm.services.sample.fill import fill_sample
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.databases import KEY, KINDS, address, engine, filled, kind, running_server, template_file, work

__all__ = ["address", "engine", "filled", "kind", "work"]

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Agency:
    """A filled database with everything in it as plain dictionaries, for naive computations."""

    engine: Engine
    tables: dict[str, list[dict[str, Any]]]

    def ask(self, user_id: int | None = None, today: date = TODAY, now: datetime = NOW) -> Questions:
        """The questions as somebody asks them."""
        return Questions(self.engine, lambda: now, lambda: today, user_id)

    def rows(self, table: str) -> list[dict[str, Any]]:
        """All rows of a table."""
        return self.tables[table]

    def by_id(self, table: str) -> dict[int, dict[str, Any]]:
        """All rows of a table by their key."""
        return {row["id"]: row for row in self.tables[table]}


@pytest.fixture(scope="session", params=KINDS)
def agency(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agency]:
    """The sample on each kind of database, with some rows made awkward. Only to be read."""
    yield from _agency(str(request.param), request, tmp_path_factory)


@pytest.fixture(scope="session")
def plain(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agency]:
    """The same on plain SQLite only, for many cases."""
    yield from _agency("sqlite", request, tmp_path_factory)


def _agency(kind: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agency]:
    at = _address(kind, request, tmp_path_factory.mktemp("agency"))
    engine = make_engine(at)
    unit = UnitOfWork(engine, Actor(None, "Tess"), lambda: NOW)
    fill_sample(unit, sources=60, months=14, today=TODAY)
    unit.run("Make some rows awkward", _awkward)
    yield Agency(engine, read_all(engine))
    engine.dispose()


def _address(kind: str, request: pytest.FixtureRequest, folder: Path) -> Address:
    if kind == "postgresql":
        server = running_server(request.config)
        return Address(url=server.make_database(server.template()))
    key = KEY if kind == "sqlcipher" else None
    shutil.copyfile(template_file(key), folder / "agency.db")
    return Address(file=folder / "agency.db", key=key)


def _awkward(tx: Transaction) -> None:
    """What the sample is too tidy for: archived rows, sources without owner or potential, tags, no inpatient stay."""
    sources = list(tx.session.scalars(select(ReferralSource).order_by(ReferralSource.id)))
    for place, source in enumerate(sources):
        source.tags = ("", "VIP", "VIP; North side", "North side; new")[place % 4]
        if place % 9 == 0:
            source.owner_id = None
        if place % 7 == 0:
            source.potential_per_month = None
            source.city = None
        if place % 11 == 5:
            source.archived_at, source.archived_why = NOW, "closed"
    for place, visit in enumerate(tx.session.scalars(select(Visit).order_by(Visit.id))):
        if place % 37 == 0:
            visit.archived_at = NOW
    went_home = select(Referral).where(Referral.discharged_on.is_not(None)).order_by(Referral.id)
    for place, referral in enumerate(tx.session.scalars(went_home)):
        if place % 3 == 0:
            referral.inpatient = False


def read_all(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table."""
    with engine.connect() as connection:
        return {
            table.name: [dict(row._mapping) for row in connection.execute(select(table))]
            for table in metadata.sorted_tables
        }
