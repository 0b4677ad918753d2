"""Every schema step up and down, with rows in every table."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, select, text, update
from sqlalchemy.exc import IntegrityError

from hhcrm.domain.errors import NewerDatabase
from hhcrm.models.all import metadata
from hhcrm.models.journal import JournalEntry
from hhcrm.models.visits import Visit
from hhcrm.storage import upgrade as upgrading
from hhcrm.storage.check import check
from hhcrm.storage.engine import Address, is_sqlite, make_engine
from hhcrm.storage.rowcodec import dumps
from hhcrm.storage.undo import redo, undo
from hhcrm.storage.upgrade import HEAD, downgrade, needs_upgrade, schema_version, upgrade
from hhcrm.storage.work import UnitOfWork
from tests.found import sources_found
from tests.storage.full import NEWER, NEWER_TABLES, fill, rows_of
from tests.storage.rows import add_person, add_source, lay_ground, log_visit

SCRIPTS = ScriptDirectory(str(Path(upgrading.__file__).parent / "migrations"))
STEPS = [script.revision for script in reversed(list(SCRIPTS.walk_revisions()))]


def test_head_is_the_newest_file_and_the_steps_are_one_row() -> None:
    assert SCRIPTS.get_heads() == [HEAD]
    assert sorted(STEPS) == STEPS
    for older, newer in pairwise(STEPS):
        assert SCRIPTS.get_revision(newer).down_revision == older


def test_the_models_are_what_the_migrations_make(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_object": _is_ours, "compare_server_default": False}
        )
        assert compare_metadata(context, metadata) == []


def _is_ours(_thing: Any, name: str | None, kind: str, reflected: bool, _other: Any) -> bool:
    found_by_search = name is not None and (name.startswith("find_") or name.endswith("_find_text"))
    return not (reflected and kind in ("table", "index") and found_by_search)


@pytest.mark.parametrize("step", STEPS)
def test_each_step_goes_down_and_up_again_with_all_rows(step: str, engine: Engine) -> None:
    with engine.begin() as connection:
        fill(connection)
    before = rows_of(engine)
    downgrade(engine, step)
    assert schema_version(engine) == step
    upgrade(engine)
    assert rows_of(engine) == before
    assert schema_version(engine) == HEAD
    if is_sqlite(engine):
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_every_visit_that_was_there_gets_a_name_of_its_own_for_calendars(engine: Engine) -> None:
    with engine.begin() as connection:
        fill(connection)
    downgrade(engine, "0004")
    upgrade(engine)
    with engine.connect() as connection:
        uids = connection.execute(select(Visit.__table__.c.uid)).scalars().all()
    assert len(set(uids)) == 2
    assert all(re.fullmatch(r"[0-9a-f]{20}@hhcrm", uid) for uid in uids)


def test_a_visit_from_before_the_names_can_still_be_undone_and_done_again(work: UnitOfWork, engine: Engine) -> None:
    ground = lay_ground(work)
    visit_id = log_visit(work, ground, add_source(work, ground, "Oak Manor"), date(2026, 11, 2))
    with engine.begin() as connection:  # as a program before this step has journaled it
        for image in ("before", "after"):
            found = connection.execute(
                select(JournalEntry.id, getattr(JournalEntry, image)).where(JournalEntry.table_name == "visit")
            ).all()
            for key, old in found:
                row = {name: value for name, value in json.loads(old or "{}").items() if name not in NEWER["visit"]}
                if old is not None:
                    connection.execute(update(JournalEntry).where(JournalEntry.id == key).values({image: dumps(row)}))
    undo(work)
    redo(work)
    with engine.connect() as connection:
        again = connection.execute(select(Visit.__table__.c.id, Visit.__table__.c.uid)).one()
    assert again.id == visit_id
    assert again.uid.endswith("@hhcrm")


def test_from_nothing_step_by_step_and_back_to_nothing(empty_address: Address) -> None:
    if empty_address.file is not None:
        empty_address.file.parent.mkdir()
    engine = make_engine(empty_address)
    assert schema_version(engine) is None
    assert needs_upgrade(engine)
    for step in STEPS:
        upgrade(engine, target=step)
        assert schema_version(engine) == step
    assert not needs_upgrade(engine)
    downgrade(engine, "base")
    with engine.connect() as connection:
        assert set(inspect(connection).get_table_names()) <= {"alembic_version", "sqlite_sequence"}
    upgrade(engine)
    assert set(rows_of(engine)) == set(metadata.tables)
    engine.dispose()


def test_what_was_there_before_the_search_step_is_found_after_it(work: UnitOfWork, engine: Engine) -> None:
    source_id = add_source(work, lay_ground(work), "Oak Manor")
    add_person(work, source_id, "Ann", "Quillfeather")
    downgrade(engine, "0001")
    upgrade(engine)
    with engine.connect() as connection:
        for typed in ("manor", "quillf"):
            assert sources_found(connection, typed) == [source_id]


def test_the_journal_stays_whole_and_undo_goes_on_after_an_upgrade(
    work: UnitOfWork, engine: Engine, tmp_path: Path
) -> None:
    add_source(work, lay_ground(work), "Oak Manor")
    downgrade(engine, "0001")
    upgrade(engine)
    assert check(engine, tmp_path).findings == ()
    assert undo(work).label == "Undo: Add source"


def test_a_failing_upgrade_leaves_the_old_schema_and_rows(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with engine.begin() as connection:
        fill(connection)
    downgrade(engine, "0001")
    before = rows_of(engine)

    def fail(_connection: Connection) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(upgrading, "_check_references", fail)
    with pytest.raises(ZeroDivisionError):
        upgrade(engine)
    assert schema_version(engine) == "0001"
    assert rows_of(engine) == before
    monkeypatch.undo()
    upgrade(engine)
    assert rows_of(engine) == before


def test_the_backup_comes_before_the_upgrade_and_only_when_there_is_something_to_lose(
    engine: Engine, empty_address: Address, tmp_path: Path
) -> None:
    seen: list[str | None] = []
    downgrade(engine, "0001")
    upgrade(engine, backup=lambda: seen.append(schema_version(engine)))
    assert seen == ["0001"]
    if empty_address.file is not None:
        empty_address.file.parent.mkdir()
    fresh = make_engine(empty_address)
    upgrade(fresh, backup=lambda: seen.append("never"))
    fresh.dispose()
    assert seen == ["0001"]


def test_no_upgrade_is_done_without_its_backup(engine: Engine) -> None:
    downgrade(engine, "0001")

    def full() -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        upgrade(engine, backup=full)
    assert schema_version(engine) == "0001"


def test_a_newer_database_is_refused(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabase, match="newer hhcrm"):
        needs_upgrade(engine)


def test_planned_starts_of_care_come_empty_and_the_referrals_stay_and_are_found(engine: Engine) -> None:
    with engine.begin() as connection:
        fill(connection)
    before = rows_of(engine)["referral"]
    downgrade(engine, "0002")
    upgrade(engine)
    assert rows_of(engine)["referral"] == before
    with engine.begin() as connection:
        planned = connection.execute(text("SELECT planned_soc_on, planned_soc_time FROM referral")).all()
        assert [tuple(row) for row in planned] == [(None, None)] * len(before)
        connection.execute(text("UPDATE referral SET find_text = 'wound vac' WHERE id = 1"))
        connection.execute(text("UPDATE referral_source SET archived_at = NULL"))
        assert sources_found(connection, "wound vac") == [1]


def test_addresses_that_were_there_before_kinds_are_of_work(work: UnitOfWork, engine: Engine) -> None:
    add_person(work, add_source(work, lay_ground(work), "Oak Manor"), "Ann", "Quill", email="ann@oak.example")
    downgrade(engine, "0003")
    upgrade(engine)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT address, kind FROM contact_email")).all()
    assert [tuple(row) for row in rows] == [("ann@oak.example", "work")]


def test_intake_begins_empty_and_what_was_there_stays(engine: Engine) -> None:
    with engine.begin() as connection:
        fill(connection)
    before = rows_of(engine)
    downgrade(engine, "0006")
    assert {"pilot", "referral_discipline"}.isdisjoint(inspect(engine).get_table_names())
    upgrade(engine)
    assert rows_of(engine) == before
    with engine.connect() as connection:
        for table, column, _kind in SCRIPTS.get_revision("0007").module.COLUMNS:
            assert connection.execute(text(f"SELECT count({column}) FROM {table}")).scalar() == 0
        for table in sorted(NEWER_TABLES):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0
        promised = connection.execute(text("SELECT referral_id FROM commitment")).scalars().all()
    assert promised == [None, None]


def test_of_two_places_in_cohorts_at_once_the_newer_one_holds(engine: Engine) -> None:
    with engine.begin() as connection:
        fill(connection)
    downgrade(engine, "0007")
    with engine.begin() as connection:
        connection.execute(text("UPDATE cohort_member SET source_id = 1, left_on = NULL"))
    upgrade(engine)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT id, left_on IS NULL, left_why FROM cohort_member ORDER BY id")).all()
        seen_on = connection.execute(text("SELECT count(see_on_until) FROM referral_source")).scalar()
    assert [(key, bool(still), why) for key, still, why in rows] == [(1, False, None), (2, True, None)]
    assert seen_on == 0
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(text("UPDATE cohort_member SET left_on = NULL"))


def test_goals_begin_empty_and_an_older_program_keeps_everything_else(engine: Engine) -> None:
    with engine.begin() as connection:
        fill(connection)
    before = rows_of(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM goal")).scalar() == 2
    downgrade(engine, "0008")
    assert "goal" not in inspect(engine).get_table_names()
    upgrade(engine)
    assert rows_of(engine) == before
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM goal")).scalar() == 0


def test_approaches_begin_empty_and_an_older_program_keeps_everything_else(engine: Engine) -> None:
    tables = {"approach", "approach_source", "approach_note"}
    with engine.begin() as connection:
        fill(connection)
    before = rows_of(engine)
    downgrade(engine, "0009")
    assert tables.isdisjoint(inspect(engine).get_table_names())
    upgrade(engine)
    assert rows_of(engine) == before
    with engine.connect() as connection:
        assert [connection.execute(text(f"SELECT count(*) FROM {name}")).scalar() for name in tables] == [0, 0, 0]
