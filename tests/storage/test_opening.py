"""Opening an agency: made, upgraded, or refused in words that say what to do."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from hhcrm.domain.errors import CannotOpen, Damaged, FolderInUse, NewerDatabase, WrongKey
from hhcrm.storage.backup import list_backups, make_backup
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.folder_lock import alone, alone_on_server
from hhcrm.storage.opening import open_agency
from hhcrm.storage.upgrade import HEAD, downgrade, schema_version
from hhcrm.storage.work import UnitOfWork
from tests.databases import ACTOR, KEY, now
from tests.storage.full import fill, rows_of
from tests.storage.rows import Ground, add_source

FILES = pytest.mark.parametrize("kind", ["sqlite", "sqlcipher"])


def test_an_agency_that_is_not_there_is_made(empty_address: Address, tmp_path: Path) -> None:
    engine = open_agency(empty_address, tmp_path / "backups", now)
    assert schema_version(engine) == HEAD
    engine.dispose()
    assert list_backups(tmp_path / "backups") == []


def test_two_who_make_it_at_once_both_get_it(empty_address: Address, tmp_path: Path) -> None:
    engines: list[Engine] = []
    threads = [
        threading.Thread(target=lambda: engines.append(open_agency(empty_address, tmp_path / "backups", now)))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [schema_version(engine) for engine in engines] == [HEAD] * 3
    for engine in engines:
        engine.dispose()


def test_an_open_agency_is_shared_until_it_is_disposed_of(address: Address, tmp_path: Path) -> None:
    first = open_agency(address, tmp_path / "backups", now)
    second = open_agency(address, tmp_path / "backups", now)
    other = make_engine(address)

    def take_alone() -> None:
        lock = alone_on_server(other) if address.file is None else alone(address.file.parent)
        lock.release()

    with pytest.raises(FolderInUse):
        take_alone()
    first.dispose()
    with pytest.raises(FolderInUse):
        take_alone()
    second.dispose()
    take_alone()
    other.dispose()


def test_an_older_one_is_backed_up_and_upgraded(address: Address, engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        fill(connection)
    before = rows_of(engine)
    downgrade(engine, "0001")
    engine.dispose()
    opened = open_agency(address, tmp_path / "backups", now)
    assert schema_version(opened) == HEAD
    assert rows_of(opened) == before
    opened.dispose()
    (made,) = list_backups(tmp_path / "backups")
    assert made.why == "before-upgrade"
    copy = make_engine(Address(file=made.path, key=address.key))
    assert schema_version(copy) == "0001"
    assert rows_of(copy) == before
    copy.dispose()


def test_an_upgrade_waits_for_others_and_then_says_so(address: Address, tmp_path: Path) -> None:
    other = open_agency(address, tmp_path / "backups", now)
    downgrade(other, "0001")
    with pytest.raises(FolderInUse, match="Close the other one"):
        open_agency(address, tmp_path / "backups", now, wait=0)
    assert schema_version(other) == "0001"
    other.dispose()
    open_agency(address, tmp_path / "backups", now).dispose()


def test_a_newer_one_is_refused_and_stays_as_it_is(address: Address, engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(NewerDatabase, match="9999") as caught:
        open_agency(address, tmp_path / "backups", now)
    assert caught.value.exit_code == 3
    assert schema_version(engine) == "9999"
    engine.dispose()


def _damage_header(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[:64] = b"x" * 64
    file.write_bytes(content)


def _damage_pages(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xfe" * (len(content) - 4096)
    file.write_bytes(content)


def _cut_off(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 8192 * 4096])


def _empty(file: Path) -> None:
    file.write_bytes(b"")


@FILES
@pytest.mark.parametrize("spoil", [_damage_header, _damage_pages, _cut_off, _empty, Path.unlink])
def test_a_damaged_one_names_the_newest_good_backup(spoil: object, address: Address, tmp_path: Path) -> None:
    assert address.file is not None
    assert callable(spoil)
    made = make_backup(address, tmp_path / "backups", now)
    for suffix in ("-wal", "-shm"):
        Path(f"{address.file}{suffix}").unlink(missing_ok=True)
    spoil(address.file)
    with pytest.raises(Damaged, match="hhcrm restore") as caught:
        open_agency(address, tmp_path / "backups", now)
    assert caught.value.backup == str(made.path)
    assert caught.value.exit_code == 3
    assert list_backups(tmp_path / "backups") == [type(made)(made.path, made.at)]


@FILES
def test_a_damaged_one_without_a_backup_says_so(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "agency.db"
    file.write_bytes(b"Dear Sir or Madam, " * 1000)
    key = KEY if kind == "sqlcipher" else None
    with pytest.raises((Damaged, WrongKey)):
        open_agency(Address(file=file, key=key), tmp_path / "backups", now)
    assert file.read_bytes() == b"Dear Sir or Madam, " * 1000


@pytest.mark.parametrize("kind", ["sqlcipher"])
def test_another_key_or_none_does_not_open_it(address: Address, tmp_path: Path) -> None:
    assert address.file is not None
    for backups in (tmp_path / "none", tmp_path / "backups"):
        with pytest.raises(WrongKey, match="does not open"):
            open_agency(Address(file=address.file, key=bytes(32)), backups, now)
        with pytest.raises(WrongKey, match="protected"):
            open_agency(Address(file=address.file), backups, now)
        make_backup(address, tmp_path / "backups", now)
    open_agency(address, tmp_path / "backups", now).dispose()


@pytest.mark.parametrize("kind", ["sqlite"])
def test_a_key_for_an_agency_without_one_is_said(address: Address, tmp_path: Path) -> None:
    with pytest.raises(WrongKey, match="not protected"):
        open_agency(Address(file=address.file, key=KEY), tmp_path / "backups", now)


@FILES
def test_nothing_of_an_encrypted_agency_can_be_read_without_its_key(
    address: Address, work: UnitOfWork, ground: Ground
) -> None:
    assert address.file is not None
    add_source(work, ground, "Quillfeather Manor", notes="Sees us gladly " * 50)
    work.engine.dispose()
    content = b"".join(path.read_bytes() for path in sorted(address.file.parent.glob("agency.db*")))
    found = [words in content for words in (b"Quillfeather", b"Sees us gladly", b"CREATE TABLE", b"SQLite format 3")]
    assert found == [address.key is None] * 4
    if address.key is not None:
        with (
            closing(sqlite3.connect(address.file)) as plain,
            pytest.raises(sqlite3.DatabaseError, match="not a database"),
        ):
            plain.execute("SELECT 1 FROM sqlite_master")


@FILES
def test_a_foreign_database_is_no_agency(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "agency.db"
    engine = make_engine(Address(file=file, key=KEY if kind == "sqlcipher" else None))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num TEXT)"))
        connection.execute(text(f"INSERT INTO alembic_version VALUES ('{HEAD}')"))
    engine.dispose()
    with pytest.raises(Damaged):
        open_agency(Address(file=file, key=KEY if kind == "sqlcipher" else None), tmp_path / "b", now)


def test_a_server_that_does_not_answer_is_a_known_fault(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="cannot be reached"):
        open_agency(Address(url="postgresql://hhcrm@127.0.0.1:1/none"), tmp_path / "backups", now)


def test_an_open_agency_can_be_worked_in(empty_address: Address, tmp_path: Path) -> None:
    from tests.storage.rows import lay_ground

    engine = open_agency(empty_address, tmp_path / "backups", now)
    work = UnitOfWork(engine, ACTOR, now)
    assert add_source(work, lay_ground(work), "Oak") == 1
    engine.dispose()
