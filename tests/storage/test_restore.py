"""A backup goes back into an agency of either kind, and the present one is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from hhcrm.domain.errors import Damaged, FileFault, FolderInUse, NewerDatabase, StorageFault, WrongKey
from hhcrm.storage.backup import Backup, make_backup
from hhcrm.storage.check import check
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.folder_lock import share, share_server
from hhcrm.storage.restore import restore
from hhcrm.storage.undo import undo
from hhcrm.storage.upgrade import HEAD, downgrade, schema_version
from hhcrm.storage.work import UnitOfWork
from tests.databases import ACTOR, KEY, now
from tests.storage.full import fill, rows_of
from tests.storage.rows import Ground, add_person, add_source, lay_ground


@pytest.fixture
def backup(tmp_path: Path) -> Backup:
    """A plain backup with a row in every table, made elsewhere."""
    return _backup_of(Address(file=tmp_path / "elsewhere" / "agency.db"), tmp_path / "elsewhere")


def _backup_of(address: Address, folder: Path, older: str | None = None) -> Backup:
    from hhcrm.storage.upgrade import upgrade

    folder.mkdir(exist_ok=True)
    engine = make_engine(address)
    upgrade(engine)
    with engine.begin() as connection:
        fill(connection)
    if older is not None:
        downgrade(engine, older)
    engine.dispose()
    return make_backup(address, folder / "backups", now)


def _rows(address: Address) -> dict[str, list[tuple[object, ...]]]:
    engine = make_engine(address)
    try:
        return rows_of(engine)
    finally:
        engine.dispose()


def test_a_backup_goes_into_an_empty_place_of_every_kind(empty_address: Address, backup: Backup) -> None:
    restored = restore(empty_address, backup.path, now)
    assert restored.aside is None
    assert restored.rows == backup.rows
    assert _rows(empty_address) == _rows(Address(file=backup.path))


def test_an_encrypted_backup_goes_into_a_place_of_every_kind_with_that_key(
    empty_address: Address, tmp_path: Path
) -> None:
    made = _backup_of(Address(file=tmp_path / "elsewhere" / "agency.db", key=KEY), tmp_path / "elsewhere")
    target = Address(empty_address.file, KEY, empty_address.url)
    restore(target, made.path, now)
    assert _rows(target) == _rows(Address(file=made.path, key=KEY))


def test_what_goes_out_of_one_kind_comes_back_with_its_keys_and_journal(
    address: Address, work: UnitOfWork, ground: Ground, tmp_path: Path
) -> None:
    oak = add_source(work, ground, "Oak")
    add_person(work, oak, "Ann", "Lee", "512-555-0101")
    gone = add_source(work, ground, "Gone")
    undo(work)
    made = make_backup(address, tmp_path / "backups", now)
    target = Address(file=tmp_path / "new" / "agency.db")
    key = None if address.key is None else address.key
    target = Address(file=target.file, key=key)
    restore(target, made.path, now)
    engine = make_engine(target)
    assert check(engine, tmp_path).findings == ()
    # a key is never used twice, in the restored database neither
    assert add_source(UnitOfWork(engine, ACTOR, now), ground, "New") > gone
    engine.dispose()


def test_keys_go_on_after_a_restore_to_every_kind(empty_address: Address, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    source = Address(file=folder / "agency.db")
    from hhcrm.storage.upgrade import upgrade

    engine = make_engine(source)
    upgrade(engine)
    work = UnitOfWork(engine, ACTOR, now)
    ground = lay_ground(work)
    gone = add_source(work, ground, "Gone")
    undo(work)
    engine.dispose()
    restore(empty_address, make_backup(source, folder, now).path, now)
    engine = make_engine(empty_address)
    assert add_source(UnitOfWork(engine, ACTOR, now), ground, "New") > gone
    assert check(engine, tmp_path).findings == ()
    engine.dispose()


@pytest.mark.parametrize("kind", ["sqlite", "sqlcipher"])
def test_the_present_database_is_kept_aside_with_its_last_commits(
    address: Address, work: UnitOfWork, engine: Engine, ground: Ground, backup: Backup
) -> None:
    add_source(work, ground, "Present")
    before = rows_of(engine)
    engine.dispose()
    restored = restore(address, backup.path, now)
    assert restored.aside is not None
    assert restored.aside.name == "agency-before-restore-20261120-153000.db"
    assert _rows(Address(file=restored.aside, key=address.key)) == before
    assert _rows(address) == _rows(Address(file=backup.path))
    restored = restore(address, restored.aside, now)
    assert _rows(address) == before
    assert restored.aside is not None
    assert restored.aside.name == "agency-before-restore-20261120-153000.2.db"


@pytest.mark.parametrize("kind", ["sqlite", "sqlcipher"])
def test_a_damaged_database_is_kept_aside_as_it_is(address: Address, backup: Backup) -> None:
    assert address.file is not None
    address.file.write_bytes(b"damaged" * 1000)
    Path(f"{address.file}-wal").write_bytes(b"some log")
    restored = restore(address, backup.path, now)
    assert restored.aside is not None
    assert restored.aside.read_bytes() == b"damaged" * 1000
    assert Path(f"{restored.aside}-wal").read_bytes() == b"some log"
    assert _rows(address) == _rows(Address(file=backup.path))


@pytest.mark.parametrize("kind", ["sqlite", "sqlcipher"])
def test_a_log_without_its_database_does_not_get_into_the_restored_one(address: Address, backup: Backup) -> None:
    assert address.file is not None
    address.file.unlink()
    Path(f"{address.file}-wal").write_bytes(b"\x37\x7f\x06\x82" * 100)
    restore(address, backup.path, now)
    assert _rows(address) == _rows(Address(file=backup.path))


@pytest.mark.parametrize("kind", ["sqlite", "sqlcipher"])
def test_without_second_names_the_present_one_is_copied(
    address: Address, engine: Engine, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows_of(engine)
    engine.dispose()

    def unable(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr("hhcrm.storage.restore.os.link", unable)
    restored = restore(address, backup.path, now)
    assert restored.aside is not None
    assert _rows(Address(file=restored.aside, key=address.key)) == before


def test_a_backup_of_an_older_schema_is_brought_up(empty_address: Address, tmp_path: Path) -> None:
    made = _backup_of(Address(file=tmp_path / "elsewhere" / "agency.db"), tmp_path / "elsewhere", older="0001")
    restore(empty_address, made.path, now)
    engine = make_engine(empty_address)
    assert schema_version(engine) == HEAD
    assert len(rows_of(engine)["visit"]) == 2
    engine.dispose()


def test_a_backup_of_a_newer_program_is_refused(address: Address, engine: Engine, backup: Backup) -> None:
    newer = make_engine(Address(file=backup.path))
    with newer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    newer.dispose()
    before = rows_of(engine)
    engine.dispose()
    with pytest.raises(NewerDatabase):
        restore(address, backup.path, now)
    assert _rows(address) == before


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda path: path.unlink(), FileFault),
        (lambda path: path.write_bytes(b"Dear Sir or Madam"), (WrongKey, Damaged)),
        (lambda path: path.write_bytes(path.read_bytes()[:20_000]), (WrongKey, Damaged)),
        (lambda path: path.write_bytes(b""), (WrongKey, Damaged)),
    ],
    ids=["missing", "a letter", "cut off", "empty"],
)
def test_a_file_that_is_no_whole_backup_is_refused_and_nothing_changes(
    spoil: object, fault: type[Exception], address: Address, engine: Engine, backup: Backup
) -> None:
    before = rows_of(engine)
    engine.dispose()
    assert callable(spoil)
    spoil(backup.path)
    with pytest.raises(fault):
        restore(address, backup.path, now)
    assert _rows(address) == before


def test_a_restore_needs_the_data_to_itself(address: Address, engine: Engine, backup: Backup) -> None:
    lock = share_server(engine) if address.file is None else share(address.file.parent)
    with lock, pytest.raises(FolderInUse, match="Close the other one"):
        restore(address, backup.path, now)


@pytest.mark.parametrize("kind", ["postgresql"])
def test_a_server_with_records_is_left_alone(
    address: Address, work: UnitOfWork, ground: Ground, backup: Backup
) -> None:
    with pytest.raises(StorageFault, match="already holds records"):
        restore(address, backup.path, now)


@pytest.mark.parametrize("kind", ["sqlite", "sqlcipher"])
def test_the_database_itself_is_no_backup(address: Address) -> None:
    assert address.file is not None
    with pytest.raises(FileFault, match="database itself"):
        restore(address, address.file, now)


@pytest.mark.parametrize("kind", ["sqlite", "sqlcipher"])
def test_a_full_disk_leaves_the_present_database(backup: Backup, small_disk: Path, kind: str) -> None:
    address = Address(file=small_disk / "agency.db", key=KEY if kind == "sqlcipher" else None)
    with pytest.raises(StorageFault, match="The disk is full"):
        restore(address, backup.path, now)
    assert [path.name for path in small_disk.iterdir() if path.name != "use.lock"] == []
