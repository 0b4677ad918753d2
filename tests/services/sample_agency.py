"""Makes sample agencies for tests; as a program, one in a given file, printing what it holds as one hash."""

from __future__ import annotations

import hashlib
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Engine, select

from hhcrm.domain.changes import ChangeSet
from hhcrm.models.all import metadata
from hhcrm.services.sample import fill_sample
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from tests.databases import new_engine

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)


def open_empty(file: Path) -> Engine:
    """A database with tables and nothing in them."""
    return new_engine(file)


def work_on(engine: Engine) -> UnitOfWork:
    """A unit of work whose clock stands still."""
    return UnitOfWork(engine, Actor(None, "sample"), lambda: NOW)


def fill(engine: Engine, seed: int = 1, sources: int = 200, months: int = 24, today: date = TODAY) -> ChangeSet:
    """The sample with the tests' own day."""
    return fill_sample(work_on(engine), seed=seed, sources=sources, months=months, today=today)


def digest_of(engine: Engine) -> str:
    """A hash over all rows of all tables."""
    digest = hashlib.sha256()
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table).order_by(table.c.id)):
                digest.update(f"{table.name}{tuple(row)!r}".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    agency = open_empty(Path(sys.argv[1]))
    fill(agency)
    print(digest_of(agency))
    agency.dispose()
