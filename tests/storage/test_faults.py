"""Known faults of the database in words; nothing is written when they happen."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from hhcrm.domain.errors import CannotOpen, FolderInUse, StorageFault
from hhcrm.models.lookups import Payer
from hhcrm.storage.backup import settle
from hhcrm.storage.check import check
from hhcrm.storage.engine import Address, connect, make_engine
from hhcrm.storage.faults import plain_words, tell_full_disk
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.databases import ACTOR, now
from tests.storage.full import rows_of
from tests.storage.rows import Ground, add_source, lay_ground

FILES = pytest.mark.parametrize("kind", ["sqlite", "sqlcipher"])


def _much(tx: Transaction) -> None:
    tx.session.add_all(Payer(code=f"c{n}", name="x" * 2_000) for n in range(2_000))


@FILES
def test_a_full_database_file_says_so_and_keeps_what_was_there(address: Address, tmp_path: Path) -> None:
    engine = make_engine(address)
    work = UnitOfWork(engine, ACTOR, now)
    ground = lay_ground(work)
    add_source(work, ground, "Oak")
    before = rows_of(engine)
    with engine.connect() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    raw = engine.raw_connection()
    raw.cursor().execute(f"PRAGMA max_page_count={pages + 5}")
    raw.close()  # back to the pool, where the unit of work takes it from
    with pytest.raises(StorageFault, match="The disk is full") as caught:
        work.run("Much", _much)
    assert caught.value.exit_code == 1
    assert rows_of(engine) == before
    assert check(engine, tmp_path).ok
    engine.dispose()
    work.run("Again, with room", _much)
    engine.dispose()


@FILES
def test_a_full_disk_in_the_middle_of_a_save(address: Address, small_disk: Path, tmp_path: Path) -> None:
    assert address.file is not None
    engine = make_engine(address)
    work = UnitOfWork(engine, ACTOR, now)
    lay_ground(work)
    before = rows_of(engine)
    engine.dispose()
    settle(address.file, address.key)
    # a disk with room for the file and little more
    (small_disk / "x").touch()
    room = address.file.stat().st_size // 1024 + 200
    import subprocess

    subprocess.run(["mount", "-o", f"remount,size={room}k", str(small_disk)], check=True)
    full = Address(small_disk / "agency.db", address.key)
    full.file.write_bytes(address.file.read_bytes())  # type: ignore[union-attr]
    engine = make_engine(full)
    with pytest.raises(StorageFault, match="The disk is full"):
        UnitOfWork(engine, ACTOR, now).run("Much", _much)
    assert rows_of(engine) == before
    assert check(engine, tmp_path).ok
    engine.dispose()


@FILES
def test_a_disk_too_full_to_be_read_from_says_so(address: Address, work: UnitOfWork, small_disk: Path) -> None:
    assert address.file is not None
    lay_ground(work)
    work.engine.dispose()
    settle(address.file, address.key)
    import subprocess

    (small_disk / "x").touch()
    room = address.file.stat().st_size // 1024 + 8
    subprocess.run(["mount", "-o", f"remount,size={room}k", str(small_disk)], check=True)
    (small_disk / "agency.db").write_bytes(address.file.read_bytes())
    engine = make_engine(Address(small_disk / "agency.db", address.key))
    with pytest.raises(StorageFault, match="The disk is full"), plain_words():
        rows_of(engine)
    engine.dispose()


@FILES
def test_a_database_that_cannot_be_written_to_is_one_that_cannot_be_opened(address: Address, ground: Ground) -> None:
    assert address.file is not None
    only_read = connect(address.file, address.key, mode="ro")
    with pytest.raises(CannotOpen, match="or its database file cannot be written to") as caught, plain_words():
        only_read.execute("DELETE FROM payer")
    assert caught.value.exit_code == 3
    only_read.close()


@pytest.mark.parametrize(("free", "words"), [(8_192, "The disk is full"), (2**30, "The disk reported an error")])
def test_an_error_of_the_disk_is_a_full_disk_where_nothing_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, words: str
) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: SimpleNamespace(free=free))
    tell_full_disk(tmp_path / "agency.db", error)
    with pytest.raises(StorageFault, match=words), plain_words():
        raise error


@FILES
def test_a_locked_database_says_who_to_wait_for(address: Address, work: UnitOfWork, ground: Ground) -> None:
    assert address.file is not None
    other = connect(address.file, address.key)
    other.execute("BEGIN IMMEDIATE")
    impatient = make_engine(address, wait=0.05)
    with pytest.raises(FolderInUse, match="writing to this agency's data"):
        add_source(UnitOfWork(impatient, ACTOR, now), ground, "Oak")
    other.execute("ROLLBACK")
    add_source(UnitOfWork(impatient, ACTOR, now), ground, "Oak")
    impatient.dispose()
    other.close()


def test_our_own_mistakes_are_not_dressed_up(work: UnitOfWork) -> None:
    def twice(tx: Transaction) -> None:
        tx.session.add_all([Payer(code="a", name="A"), Payer(code="a", name="A")])

    with pytest.raises(IntegrityError):
        work.run("Twice", twice)


def test_the_journal_has_only_what_was_committed(work: UnitOfWork, ground: Ground, tmp_path: Path) -> None:
    def twice(tx: Transaction) -> None:
        tx.session.add_all([Payer(code="a", name="A"), Payer(code="a", name="A")])

    for _ in range(3):
        with pytest.raises(IntegrityError):
            work.run("Twice", twice)
    add_source(work, ground, "Oak")
    assert check(work.engine, tmp_path).ok
