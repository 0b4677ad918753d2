"""Backups are whole, verified, or not there."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from hhcrm.domain.errors import FolderInUse, KnownFault, StorageFault, WrongKey
from hhcrm.storage import backup as backups
from hhcrm.storage.backup import Contents, inspect_file, list_backups, make_backup, newest_good_backup
from hhcrm.storage.copying import count_rows
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.folder_lock import alone
from hhcrm.storage.retention import prune
from hhcrm.storage.upgrade import HEAD, downgrade
from hhcrm.storage.work import UnitOfWork
from tests.databases import KEY, NOW, now
from tests.storage.full import fill, rows_of
from tests.storage.rows import Ground, add_source


def test_a_backup_holds_every_row_of_every_table(address: Address, engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        fill(connection)
        counts = count_rows(connection)
    made = make_backup(address, tmp_path / "backups", now, "before-import")
    assert made.path.name == "agency-20261120-153000-before-import.db"
    assert made.verified
    assert (made.at, made.why, made.rows) == (NOW, "before-import", sum(counts.values()))
    copy = make_engine(Address(file=made.path, key=address.key))
    assert rows_of(copy) == rows_of(engine)
    copy.dispose()
    assert inspect_file(made.path, address.key) == Contents(HEAD, counts)


def test_a_backup_is_one_file_alone_in_its_folder(address: Address, work: UnitOfWork, tmp_path: Path) -> None:
    made = make_backup(address, tmp_path / "backups", now)
    assert [path.name for path in made.path.parent.iterdir() if path.name != "use.lock"] == [made.path.name]


def test_the_backup_of_an_encrypted_agency_is_encrypted_with_its_key(
    address: Address, work: UnitOfWork, ground: Ground, tmp_path: Path
) -> None:
    add_source(work, ground, "Quillfeather Manor")
    made = make_backup(address, tmp_path, now)
    content = made.path.read_bytes()
    assert (b"Quillfeather" in content) == (address.key is None)
    assert content.startswith(b"SQLite format 3") == (address.key is None)
    if address.key is not None:
        with pytest.raises(WrongKey):
            inspect_file(made.path, bytes(32))


def test_a_server_has_an_encrypted_backup_where_a_key_is_set(
    address: Address, work: UnitOfWork, ground: Ground, tmp_path: Path
) -> None:
    add_source(work, ground, "Quillfeather Manor")
    if address.url is not None:
        made = make_backup(Address(url=address.url, key=KEY), tmp_path, now)
        assert b"Quillfeather" not in made.path.read_bytes()
        assert inspect_file(made.path, KEY).rows["referral_source"] == 1


def test_commits_that_lie_in_the_log_are_in_the_backup(
    address: Address, work: UnitOfWork, ground: Ground, tmp_path: Path
) -> None:
    for number in range(5):
        add_source(work, ground, f"Source {number}")
        made = make_backup(address, tmp_path, now)
        assert inspect_file(made.path, address.key).rows["referral_source"] == number + 1
    assert len(list_backups(tmp_path)) == 5


def test_a_backup_made_while_others_write_is_of_one_moment(
    address: Address, work: UnitOfWork, ground: Ground, tmp_path: Path
) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            add_source(work, ground, f"Source {number}")
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(5):
            rows = inspect_file(make_backup(address, tmp_path, now).path, address.key).rows
            # each source is one step with one entry, after the first step with its four
            assert rows["journal_step"] == rows["referral_source"] + 1
            assert rows["journal_entry"] == rows["referral_source"] + 4
    finally:
        stop.set()
        writer.join()


def test_an_older_schema_is_backed_up_as_it_is(address: Address, engine: Engine, tmp_path: Path) -> None:
    downgrade(engine, "0001")
    assert inspect_file(make_backup(address, tmp_path, now).path, address.key).version == "0001"


def test_a_copy_that_differs_is_thrown_away(
    address: Address, work: UnitOfWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = backups.inspect_file

    def one_row_less(file: Path, key: bytes | None) -> Contents:
        contents = honest(file, key)
        return Contents(contents.version, contents.rows | {"visit": contents.rows["visit"] + 1})

    monkeypatch.setattr(backups, "inspect_file", one_row_less)
    with pytest.raises(StorageFault, match="does not hold what was copied"):
        make_backup(address, tmp_path, now)
    assert [path.name for path in tmp_path.glob("agency-*")] == []


def test_a_full_disk_is_said_and_leaves_nothing_behind(
    address: Address, engine: Engine, tmp_path: Path, small_disk: Path
) -> None:
    with engine.begin() as connection:
        fill(connection)
    with pytest.raises(StorageFault, match="The disk is full"):
        make_backup(address, small_disk, now)
    assert [path.name for path in small_disk.iterdir() if path.name != "use.lock"] == []
    assert rows_of(engine)["visit"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc and signals")
def test_a_killed_backup_leaves_no_half_one(address: Address, engine: Engine, tmp_path: Path) -> None:
    if address.file is None:
        return  # the copying of rows is killed like any other writing, see test_kill.py
    with engine.begin() as connection:
        fill(connection)
    program = (
        "import os, signal, sys\n"
        "from datetime import datetime, UTC\n"
        "from pathlib import Path\n"
        "from hhcrm.storage import backup\n"
        "from hhcrm.storage.engine import Address\n"
        "backup.verify = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"key = {address.key!r}\n"
        "backup.make_backup(Address(file=Path(sys.argv[1]), key=key), Path(sys.argv[2]), lambda: datetime.now(UTC))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(address.file), str(tmp_path / "b")], check=False)
    assert done.returncode == -9
    assert list_backups(tmp_path / "b") == []
    assert list((tmp_path / "b").glob("*.partial"))
    made = make_backup(address, tmp_path / "b", now)
    assert [path.name for path in (tmp_path / "b").iterdir() if path.name != "use.lock"] == [made.path.name]


def test_a_second_backup_waits_its_turn(
    address: Address, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "WAIT_FOR_ANOTHER_BACKUP", 0.1)
    with alone(tmp_path), pytest.raises(FolderInUse, match="Another backup"):
        make_backup(address, tmp_path, now)
    make_backup(address, tmp_path, now)


def test_backups_of_one_second_stand_in_the_order_in_which_they_were_made(tmp_path: Path) -> None:
    names = ["agency-20261123-150000.db", *(f"agency-20261123-150000.{n}.db" for n in range(1, 12))]
    names += ["agency-20261123-150000-daily.1.db", "agency-20261123-150001.db"]
    for name in names:
        (tmp_path / name).touch()
    found = [backup.path.name for backup in list_backups(tmp_path)]
    assert found[0] == names[-1]
    assert [name for name in found if "-daily" not in name][1:] == list(reversed(names[:12]))


def test_the_newest_good_backup_is_the_newest_that_opens(address: Address, engine: Engine, tmp_path: Path) -> None:
    assert newest_good_backup(tmp_path / "none", address.key) is None
    first = make_backup(address, tmp_path, now, "one")
    second = make_backup(address, tmp_path, lambda: NOW + timedelta(minutes=1), "two")
    assert [b.path for b in list_backups(tmp_path)] == [second.path, first.path]
    assert newest_good_backup(tmp_path, address.key) == second
    content = bytearray(second.path.read_bytes())
    content[len(content) // 2 :] = b"\xff" * (len(content) - len(content) // 2)
    second.path.write_bytes(content)
    assert newest_good_backup(tmp_path, address.key) == first
    first.path.write_bytes(b"")
    assert newest_good_backup(tmp_path, address.key) is None


def test_other_files_are_no_backups(tmp_path: Path) -> None:
    for name in ("agency.db", "agency-20261120-153000.db.partial", "notes.txt", "agency-2026-1.db"):
        (tmp_path / name).touch()
    assert list_backups(tmp_path) == []


def test_pruning_keeps_the_only_good_one(address: Address, engine: Engine, tmp_path: Path) -> None:
    ages = (1, 2, 400, 401, 500)
    made = [make_backup(address, tmp_path, lambda days=days: NOW - timedelta(days)) for days in ages]  # type: ignore[misc]
    assert set(prune(tmp_path, NOW, address.key)) == {b.path for b in made[2:]}
    made[0].path.write_bytes(b"damaged")
    assert prune(tmp_path, NOW + timedelta(days=600), address.key) == []
    assert made[1].path.exists()


def test_an_empty_server_has_nothing_to_back_up(empty_address: Address, tmp_path: Path) -> None:
    with pytest.raises(KnownFault):
        make_backup(empty_address, tmp_path, now)
    assert list_backups(tmp_path) == []


def test_the_live_database_is_not_touched_by_a_backup(address: Address, work: UnitOfWork, tmp_path: Path) -> None:
    make_backup(address, tmp_path, now)
    with work.engine.connect() as connection:
        if address.file is not None:
            assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
