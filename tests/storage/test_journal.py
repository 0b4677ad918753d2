"""The journal's chain: whoever changes a field of any of its rows is found."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, String, delete, insert, select, text, update

from hhcrm.models.imports import ImportRun
from hhcrm.models.journal import JournalEntry, JournalStep
from hhcrm.storage.check import check
from hhcrm.storage.engine import is_sqlite
from hhcrm.storage.journal import GENESIS, Step
from hhcrm.storage.undo import undo
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.databases import NOW
from tests.storage.rows import Ground, add_source, change_source

STEP, ENTRY = JournalStep.__table__, JournalEntry.__table__


@pytest.fixture
def history(work: UnitOfWork, ground: Ground) -> UnitOfWork:
    """Some steps of every kind."""
    source_id = add_source(work, ground, "Oak")
    change_source(work, source_id, city="Waco")
    undo(work)

    def import_rows(tx: Transaction) -> int:
        run = ImportRun(
            kind="sources", file_name="a.csv", file_sha256="ab" * 32, at=NOW, by_name="Tess", mapping="", created=1
        )
        tx.session.add(run)
        tx.session.flush()
        tx.evidence = run.file_sha256
        return run.id

    work.run(Step("Import sources", "import"), import_rows)
    change_source(work, source_id, city="Dallas")
    return work


def _findings(engine: Engine, tmp_path: Path) -> list[str]:
    return [finding.words for finding in check(engine, tmp_path).findings if finding.kind == "journal"]


def _tamper(engine: Engine, statement: Any) -> None:
    with engine.connect() as connection:
        if is_sqlite(engine):
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        else:
            connection.execute(text("SET session_replication_role = replica"))
        with connection.begin() if not connection.in_transaction() else connection.begin_nested():
            assert connection.execute(statement).rowcount > 0
        if connection.in_transaction():
            connection.commit()
        connection.invalidate()


def test_an_untouched_journal_is_a_whole_chain(history: UnitOfWork, engine: Engine, tmp_path: Path) -> None:
    assert check(engine, tmp_path).findings == ()
    with engine.connect() as connection:
        steps = connection.execute(select(STEP).order_by(STEP.c.id)).all()
    assert steps[0].previous_hash == GENESIS
    assert [step.previous_hash for step in steps[1:]] == [step.hash for step in steps[:-1]]


def _other(column: Any, value: Any) -> Any:
    if column.name in ("before", "after"):
        return '{"name":"somebody"}' if value is None else value.replace("}", ',"x":1}')
    if column.name == "reverts_id":
        return 1 if value is None else value + 1
    if column.name == "at":
        return value + timedelta(microseconds=1)
    if isinstance(column.type, String):
        return ("0" if value[0] != "0" else "1") + value[1:]
    return 99 if value is None else value + 1


@pytest.mark.parametrize("column", [c.name for c in STEP.columns if c.name != "id"])
def test_a_change_of_any_field_of_any_step_is_found(
    column: str, history: UnitOfWork, engine: Engine, tmp_path: Path
) -> None:
    with engine.connect() as connection:
        rows = connection.execute(select(STEP)).all()
    for row in rows:
        value = getattr(row, column)
        here = update(STEP).where(STEP.c.id == row.id)  # type: ignore[arg-type]
        _tamper(engine, here.values({column: _other(STEP.c[column], value)}))
        assert not check(engine, tmp_path).ok, (row.id, column)
        _tamper(engine, here.values({column: value}))
    assert check(engine, tmp_path).ok


@pytest.mark.parametrize("column", [c.name for c in ENTRY.columns if c.name != "id"])
def test_a_change_of_any_field_of_any_entry_is_found(
    column: str, history: UnitOfWork, engine: Engine, tmp_path: Path
) -> None:
    with engine.connect() as connection:
        rows = connection.execute(select(ENTRY)).all()
    for row in rows:
        value = getattr(row, column)
        here = update(ENTRY).where(ENTRY.c.id == row.id)  # type: ignore[arg-type]
        _tamper(engine, here.values({column: _other(ENTRY.c[column], value)}))
        assert not check(engine, tmp_path).ok, (row.id, column)
        _tamper(engine, here.values({column: value}))
    assert check(engine, tmp_path).ok


def test_a_step_taken_out_of_the_middle_is_found(history: UnitOfWork, engine: Engine, tmp_path: Path) -> None:
    _tamper(engine, delete(ENTRY).where(ENTRY.c.step_id == 3))  # type: ignore[arg-type]
    _tamper(engine, delete(STEP).where(STEP.c.id == 3))  # type: ignore[arg-type]
    assert any("chain is broken" in words for words in _findings(engine, tmp_path)) or not check(engine, tmp_path).ok


def test_entries_added_to_an_old_step_are_found(history: UnitOfWork, engine: Engine, tmp_path: Path) -> None:
    forged = {"step_id": 2, "table_name": "visit", "row_id": 1, "before": None, "after": "{}"}
    with engine.begin() as connection:
        connection.execute(insert(ENTRY), [forged])  # type: ignore[arg-type]
    assert any("step 2" in words for words in _findings(engine, tmp_path))


@pytest.mark.parametrize("kind", ["sqlite", "sqlcipher"])  # a server's counters move with each try
def test_the_newest_steps_taken_away_from_a_file_are_found(history: UnitOfWork, engine: Engine, tmp_path: Path) -> None:
    with engine.connect() as connection:
        newest = connection.execute(select(STEP.c.id).order_by(STEP.c.id.desc())).scalars().first()
    _tamper(engine, delete(ENTRY).where(ENTRY.c.step_id == newest))  # type: ignore[arg-type]
    _tamper(engine, delete(STEP).where(STEP.c.id == newest))  # type: ignore[arg-type]
    assert "The newest steps of the journal have been taken away." in _findings(engine, tmp_path)


def test_another_hash_of_the_imported_file_is_found(history: UnitOfWork, engine: Engine, tmp_path: Path) -> None:
    _tamper(engine, update(ImportRun.__table__).values(file_sha256="cd" * 32))  # type: ignore[arg-type]
    (words,) = _findings(engine, tmp_path)
    assert "Import sources" in words
