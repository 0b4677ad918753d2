"""A process killed at any moment leaves the old database or the new one, whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hhcrm.storage.backup import make_backup, settle
from hhcrm.storage.check import check
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.restore import restore
from hhcrm.storage.upgrade import HEAD, downgrade, schema_version
from hhcrm.storage.work import UnitOfWork
from tests.databases import now
from tests.storage.full import fill, rows_of
from tests.storage.rows import Ground, add_source

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")

SEED = 20_261_120
BULK = 400

# The work starts when we say so and says when it is done, so that the kills fall into the work and not beside it.
PROGRAM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from hhcrm.models.all import registry
from hhcrm.models.lookups import Payer
from hhcrm.storage import opening, restore, upgrade, work
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.journal import Actor
from alembic import command

what, file, key, backup, bulk = sys.argv[1:]
address = Address(file=Path(file), key=bytes.fromhex(key) or None)
now = lambda: datetime(2026, 11, 20, tzinfo=UTC)
registry.configure()
print("ready", flush=True)
sys.stdin.readline()
if what == "migration":
    upgrade.upgrade(make_engine(address))
elif what == "restore":
    restore.restore(address, Path(backup), now)
else:
    unit = work.UnitOfWork(make_engine(address), Actor(None, "Tess"), now)
    for run in range(20):
        unit.run(f"Bulk {run}", lambda tx: tx.session.add_all(
            Payer(code=f"r{run}n{n}", name=f"Payer {n}") for n in range(int(bulk))))
print("done", flush=True)
"""


def _killed_after(what: str, address: Address, seconds: float, backup: Path | None = None) -> bool:
    """Let another process work and kill it after so long; whether it had finished before."""
    key = "" if address.key is None else address.key.hex()
    command = [sys.executable, "-c", PROGRAM, what, str(address.file), key, str(backup or ""), str(BULK)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.stdin.write("go\n")
        process.stdin.flush()
        time.sleep(seconds)  # not a wait for something: this is the moment of the kill
        os.kill(process.pid, signal.SIGKILL)
        return process.stdout.readline() == "done\n"


def _copy(file: Path, to: Path) -> Path:
    to.mkdir()
    return Path(shutil.copyfile(file, to / "agency.db"))


def _moments(count: int, longest: float) -> list[float]:
    chance = random.Random(SEED)
    return [chance.uniform(0, longest) for _ in range(count)]


def _kill_migrations(address: Address, tmp_path: Path, count: int) -> None:
    engine = make_engine(address)
    with engine.begin() as connection:
        fill(connection)
    before = rows_of(engine)
    downgrade(engine, "0001")
    engine.dispose()
    assert address.file is not None
    settle(address.file, address.key)
    for number, seconds in enumerate(_moments(count, 0.25)):
        here = Address(_copy(address.file, tmp_path / f"m{number}"), address.key)
        finished = _killed_after("migration", here, seconds)
        engine = make_engine(here)
        version = schema_version(engine)
        assert version == HEAD if finished else version in ("0001", HEAD)
        assert rows_of(engine) == before
        _whole(engine)
        engine.dispose()


def _kill_bulk_writes(address: Address, tmp_path: Path, count: int) -> None:
    assert address.file is not None
    settle(address.file, address.key)
    for number, seconds in enumerate(_moments(count, 1.0)):
        here = Address(_copy(address.file, tmp_path / f"b{number}"), address.key)
        _killed_after("bulk", here, seconds)
        engine = make_engine(here)
        assert check(engine, tmp_path).findings == ()  # the file, the chain, and entries equal to their digests
        rows = rows_of(engine)
        assert len(rows["payer"]) == BULK * len(rows["journal_step"])
        engine.dispose()


def _kill_restores(address: Address, work: UnitOfWork, ground: Ground, tmp_path: Path, count: int) -> None:
    made = make_backup(address, tmp_path / "backups", now)
    add_source(work, ground, "Newer than the backup")
    engine = make_engine(address)
    present = rows_of(engine)
    engine.dispose()
    work.engine.dispose()
    assert address.file is not None
    settle(address.file, address.key)
    backup = make_engine(Address(made.path, address.key))
    restored = rows_of(backup)
    backup.dispose()
    for number, seconds in enumerate(_moments(count, 0.15)):
        here = Address(_copy(address.file, tmp_path / f"r{number}"), address.key)
        finished = _killed_after("restore", here, seconds, made.path)
        engine = make_engine(here)
        rows = rows_of(engine)
        assert rows == restored if finished else rows in (present, restored)
        _whole(engine)
        engine.dispose()
        restore(here, made.path, now)  # what the killed one left behind is in nobody's way


def _whole(engine: object) -> None:
    from sqlalchemy import Engine

    assert isinstance(engine, Engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_migration_killed_at_any_of_some_moments(address: Address, tmp_path: Path) -> None:
    _kill_migrations(address, tmp_path, 10)


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_bulk_write_killed_at_any_of_some_moments(address: Address, tmp_path: Path) -> None:
    _kill_bulk_writes(address, tmp_path, 10)


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_restore_killed_at_any_of_some_moments(
    address: Address, work: UnitOfWork, ground: Ground, tmp_path: Path
) -> None:
    _kill_restores(address, work, ground, tmp_path, 5)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "sqlcipher"])
@pytest.mark.timeout(1800)
def test_a_migration_killed_at_any_of_100_moments(address: Address, tmp_path: Path) -> None:
    _kill_migrations(address, tmp_path, 100)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "sqlcipher"])
@pytest.mark.timeout(1800)
def test_a_bulk_write_killed_at_any_of_100_moments(address: Address, tmp_path: Path) -> None:
    _kill_bulk_writes(address, tmp_path, 100)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "sqlcipher"])
@pytest.mark.timeout(1800)
def test_a_restore_killed_at_any_of_100_moments(
    address: Address, work: UnitOfWork, ground: Ground, tmp_path: Path
) -> None:
    _kill_restores(address, work, ground, tmp_path, 100)
