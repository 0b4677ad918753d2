"""What a backup holds beside what is here; and the second place to which backups are copied."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from hhcrm.domain.errors import Damaged, FileFault, KnownFault, NewerDatabase, WrongKey
from hhcrm.domain.words import UserRole
from hhcrm.models.users import Team
from hhcrm.services.founding import FoundAgency
from hhcrm.services.setup import found_agency
from hhcrm.storage.backup import list_backups, make_backup
from hhcrm.storage.engine import Address, make_engine, writing
from hhcrm.storage.journal import Actor
from hhcrm.storage.previews import look_at, look_inside
from hhcrm.storage.second_place import check_second_place, copy_to_second_place
from hhcrm.storage.upgrade import upgrade
from hhcrm.storage.work import UnitOfWork

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
KEY = bytes(range(32))


@pytest.fixture(params=[None, KEY], ids=["plain", "key"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """A founded agency in a file."""
    made = Address(file=tmp_path / "agency.db", key=request.param)
    engine = make_engine(made)
    upgrade(engine)
    command = FoundAgency("Harbor", "37203", "America/Chicago", (("Ann Lee", UserRole.OWNER),), date(2026, 11, 23))
    found_agency(UnitOfWork(engine, Actor(None, "set-up"), lambda: NOW), command)
    engine.dispose()
    return made


def test_a_backup_is_seen_beside_what_was_done_since(address: Address, tmp_path: Path) -> None:
    backup = make_backup(address, tmp_path / "backups", lambda: NOW)
    engine = make_engine(address)
    work = UnitOfWork(engine, Actor(None, "Ann"), lambda: NOW + timedelta(hours=2))

    work.run("Add a team", lambda tx: tx.session.add(Team(name="North")))
    then, now = look_inside(backup.path, address.key), look_at(engine)
    engine.dispose()
    assert (then.agency, then.newest_at, then.newest_by) == ("Harbor", NOW, "set-up")
    assert (then.newest_label, now.newest_label) == ("Set up the agency", "Add a team")
    assert (then.rows["team"], now.rows["team"]) == (0, 1)
    assert now.newest_at == NOW + timedelta(hours=2)


def test_a_backup_of_a_newer_program_is_said_to_be_one(address: Address, tmp_path: Path) -> None:
    backup = make_backup(address, tmp_path / "backups", lambda: NOW)
    engine = make_engine(Address(file=backup.path, key=address.key))
    with writing(engine).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(NewerDatabase, match="newer hhcrm"):
        look_inside(backup.path, address.key)


def test_a_backup_that_is_gone_damaged_or_under_another_key_is_said_to_be_so(address: Address, tmp_path: Path) -> None:
    backup = make_backup(address, tmp_path / "backups", lambda: NOW)
    with pytest.raises(FileFault):
        look_inside(tmp_path / "gone.db", address.key)
    if address.key is not None:
        with pytest.raises(WrongKey):
            look_inside(backup.path, None)
    content = bytearray(backup.path.read_bytes())
    content[5_000:60_000] = bytes(55_000)
    backup.path.write_bytes(content)
    with pytest.raises((Damaged, WrongKey)):
        look_inside(backup.path, address.key)


def test_a_copy_at_the_second_place_is_whole_and_the_old_ones_go(address: Address, tmp_path: Path) -> None:
    second = tmp_path / "usb"
    second.mkdir()
    for day in range(20):
        at = NOW + timedelta(days=day)
        backup = make_backup(address, tmp_path / "backups", lambda at=at: at)  # type: ignore[misc]  # this turn's moment
        target = copy_to_second_place(backup.path, second, address.key, at)
        assert look_inside(target, address.key).agency == "Harbor"
    left = [backup.at.date() for backup in list_backups(second)]
    assert len(left) < 20
    assert left[0] == (NOW + timedelta(days=19)).date()
    assert {path.suffix for path in second.iterdir()} == {".db"}


def test_a_second_place_that_cannot_be_is_said(address: Address, tmp_path: Path) -> None:
    backup = make_backup(address, tmp_path / "backups", lambda: NOW)
    with pytest.raises(FileFault, match="not there"):
        copy_to_second_place(backup.path, tmp_path / "unplugged", address.key, NOW)
    with pytest.raises(FileFault, match="already"):
        check_second_place(tmp_path / "backups", tmp_path / "backups")


def test_a_full_second_place_leaves_nothing_half_done(
    address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = make_backup(address, tmp_path / "backups", lambda: NOW)
    second = tmp_path / "usb"
    second.mkdir()

    def full(_source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hhcrm.storage.second_place.shutil.copyfile", full)
    with pytest.raises(KnownFault, match="full"):
        copy_to_second_place(backup.path, second, address.key, NOW)
    assert list(second.iterdir()) == []
    assert backup.path.exists()
