"""The unit of work: one transaction, one journal step, or nothing."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date

import pytest
from sqlalchemy import Engine, func, select

from hhcrm.domain.errors import Conflict, RuleBroken
from hhcrm.models.journal import JournalEntry, JournalStep
from hhcrm.models.sources import ReferralSource
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.journal import entries_of
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.databases import ACTOR, NOW, now
from tests.storage.rows import Ground, add_source, change_source, source_row


def _count(engine: Engine, model: type) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(model)).scalar_one()


def test_a_use_case_and_its_journal_step_are_written_together(work: UnitOfWork, ground: Ground) -> None:
    change = work.run("Rename type", lambda tx: _rename_type(tx, ground, "SNF"))
    assert change.tables == {"source_type"}
    assert change.rows["source_type"] == {ground.type_id}
    with work.engine.connect() as connection:
        assert change.step_id is not None
        step = connection.execute(
            select(JournalStep.__table__).where(JournalStep.__table__.c.id == change.step_id)
        ).one()
        assert (step.label, step.user_name, step.at, step.rows) == ("Rename type", "Tess", NOW, 1)
        (entry,) = entries_of(connection, change.step_id)
        assert '"name":"Skilled nursing"' in (entry.before or "")
        assert '"name":"SNF"' in (entry.after or "")


def _rename_type(tx: Transaction, ground: Ground, name: str) -> int:
    from hhcrm.models.lookups import SourceType

    tx.session.get_one(SourceType, ground.type_id).name = name
    return ground.type_id


def test_an_error_leaves_neither_rows_nor_a_step(work: UnitOfWork, ground: Ground) -> None:
    steps = _count(work.engine, JournalStep)

    def fail(tx: Transaction) -> None:
        tx.session.add(
            ReferralSource(
                name="Half", type_id=ground.type_id, stage="active", stage_since=NOW.date(), created_on=NOW.date()
            )
        )
        tx.session.flush()
        raise RuleBroken("No.")

    with pytest.raises(RuleBroken):
        work.run("Fail", fail)
    assert _count(work.engine, ReferralSource) == 0
    assert _count(work.engine, JournalStep) == steps


def test_an_error_while_journalling_takes_the_rows_back_too(
    work: UnitOfWork, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("hhcrm.storage.work.write_step", fail)
    with pytest.raises(ZeroDivisionError):
        add_source(work, ground, "Half")
    assert _count(work.engine, ReferralSource) == 0


def test_nothing_changed_is_nothing_journalled(work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak")
    steps, entries = _count(work.engine, JournalStep), _count(work.engine, JournalEntry)
    change = work.run("Look", lambda tx: tx.session.get_one(ReferralSource, source_id).id)
    assert change.step_id is None
    assert not change.rows
    assert not change.undoable
    assert (_count(work.engine, JournalStep), _count(work.engine, JournalEntry)) == (steps, entries)


def test_a_value_set_and_set_back_is_no_change(work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak")

    def there_and_back(tx: Transaction) -> int:
        row = tx.session.get_one(ReferralSource, source_id)
        row.city = "Austin"
        tx.session.flush()
        row.city = None
        return source_id

    assert work.run("There and back", there_and_back).step_id is None
    assert source_row(work.engine, source_id).version == 1


def test_three_threads_of_fifty_increments_arrive_as_150(address: Address, work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak", beds=0)

    def count_up() -> None:
        engine = make_engine(address, wait=60)
        mine = UnitOfWork(engine, ACTOR, now)
        done = 0
        while done < 50:
            # a server finds at the end that somebody was quicker: again
            with suppress(Conflict):
                mine.run("Count", lambda tx: _one_more(tx, source_id))
                done += 1
        engine.dispose()

    with ThreadPoolExecutor(3) as threads:
        for counted in [threads.submit(count_up) for _ in range(3)]:
            counted.result()
    row = source_row(work.engine, source_id)
    assert (row.beds, row.version) == (150, 151)


def _one_more(tx: Transaction, source_id: int) -> int:
    row = tx.session.get_one(ReferralSource, source_id)
    row.beds = (row.beds or 0) + 1
    return source_id


def test_a_save_against_an_older_version_is_a_conflict(work: UnitOfWork, ground: Ground, engine: Engine) -> None:
    source_id = add_source(work, ground, "Oak")

    def change_an_old_copy(tx: Transaction) -> int:
        row = tx.session.get_one(ReferralSource, source_id)
        table = ReferralSource.__table__
        tx.session.connection().execute(
            table.update().where(table.c.id == source_id).values(version=7)  # type: ignore[attr-defined]
        )
        row.city = "Austin"
        return source_id

    with pytest.raises(Conflict, match="changed this record meanwhile"):
        work.run("Change", change_an_old_copy)
    row = source_row(engine, source_id)
    assert (row.city, row.version) == (None, 1)


def test_each_change_raises_the_version(work: UnitOfWork, ground: Ground, engine: Engine) -> None:
    source_id = add_source(work, ground, "Oak")
    for version, city in ((2, "Austin"), (3, "Waco"), (4, "Dallas")):
        change_source(work, source_id, city=city)
        assert source_row(engine, source_id).version == version


def test_two_writers_wait_for_each_other(address: Address, work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak")
    inside, go_on = threading.Event(), threading.Event()

    def slowly(tx: Transaction) -> int:
        tx.session.get_one(ReferralSource, source_id).city = "Austin"
        tx.session.flush()
        inside.set()
        assert go_on.wait(30)
        return source_id

    first = threading.Thread(target=lambda: work.run("Slow", slowly))
    first.start()
    assert inside.wait(30)
    engine = make_engine(address, wait=30)
    second = threading.Thread(
        target=lambda: add_source(UnitOfWork(engine, ACTOR, now), ground, "Elm", created_on=date(2026, 1, 1))
    )
    second.start()
    go_on.set()
    first.join()
    second.join()
    engine.dispose()
    with work.engine.connect() as connection:
        names = connection.execute(select(ReferralSource.__table__.c.name)).scalars().all()
    assert sorted(names) == ["Elm", "Oak"]
    assert source_row(work.engine, source_id).city == "Austin"
