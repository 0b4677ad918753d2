"""What the journal sees of a session's work."""

from __future__ import annotations

import json

from sqlalchemy import insert, select

from hhcrm.models.contacts import Contact, ContactPhone
from hhcrm.models.lookups import Payer
from hhcrm.models.sources import ReferralSource
from hhcrm.storage.journal import entries_of
from hhcrm.storage.recorder import Noted
from hhcrm.storage.rowcodec import decode, encode, kept_columns
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.storage.rows import Ground, add_person, add_source


def _entries(work: UnitOfWork, step_id: int | None) -> list[Noted]:
    assert step_id is not None
    with work.engine.connect() as connection:
        return list(entries_of(connection, step_id))


def test_many_changes_of_one_row_are_one_entry_from_first_to_last(work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak", city="Austin")

    def thrice(tx: Transaction) -> int:
        for city in ("Waco", "Dallas", "Houston"):
            tx.session.get_one(ReferralSource, source_id).city = city
            tx.session.flush()
        return source_id

    (entry,) = _entries(work, work.run("Move", thrice).step_id)
    assert json.loads(entry.before or "")["city"] == "Austin"
    assert json.loads(entry.after or "")["city"] == "Houston"


def test_a_row_added_and_taken_away_again_leaves_no_trace(work: UnitOfWork, ground: Ground) -> None:
    def there_and_back(tx: Transaction) -> None:
        row = Payer(code="x", name="X")
        tx.session.add(row)
        tx.session.flush()
        tx.session.delete(row)
        tx.session.flush()

    assert work.run("Nothing", there_and_back).step_id is None


def test_rows_deleted_by_cascade_are_entered_too(work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak")
    person_id = add_person(work, source_id, "Ann", "Lee", phone="512-555-0101", email="ann@oak.example")
    change = work.run("Delete", lambda tx: tx.session.delete(tx.session.get_one(Contact, person_id)))
    assert change.tables == {"contact", "contact_phone", "contact_email", "affiliation"}
    assert all(entry.after is None for entry in _entries(work, change.step_id))


def test_a_row_taken_out_of_its_owner_is_an_orphan_and_entered(work: UnitOfWork, ground: Ground) -> None:
    person_id = add_person(work, add_source(work, ground, "Oak"), "Ann", "Lee", phone="512-555-0101")

    def clear(tx: Transaction) -> None:
        person = tx.session.get_one(Contact, person_id)
        person.phones.clear()

    change = work.run("Clear", clear)
    assert change.tables >= {"contact_phone"}
    with work.engine.connect() as connection:
        assert connection.execute(select(ContactPhone.__table__)).all() == []


def test_bulk_statements_are_journalled_where_they_are_noted(work: UnitOfWork, ground: Ground) -> None:
    table = Payer.__table__
    names = [column.key for column in kept_columns(table)]

    def bulk(tx: Transaction) -> None:
        connection = tx.session.connection()
        for number in range(300):
            values = {"code": f"p{number}", "name": f"Payer {number}"}
            row = connection.execute(insert(table).values(values).returning(table)).one()  # type: ignore[arg-type]
            tx.recorder.note("payer", row.id, None, encode(row._asdict(), names))

    change = work.run("Bulk", bulk)
    assert len(change.rows["payer"]) == 300
    assert len(_entries(work, change.step_id)) == 300


def test_touched_rows_are_told_but_not_entered(work: UnitOfWork, ground: Ground) -> None:
    def touch(tx: Transaction) -> None:
        tx.recorder.touch("visit", [1, 2])
        tx.session.add(Payer(code="x", name="X"))

    change = work.run("Import", touch)
    assert change.rows["visit"] == {1, 2}
    assert {entry.table for entry in _entries(work, change.step_id)} == {"payer"}


def test_an_image_gives_back_the_row_it_was_made_from(work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Łódź “Oak”", city="Austin\nTX", beds=12, potential_per_month=2.5)
    table = ReferralSource.__table__
    with work.engine.connect() as connection:
        row = connection.execute(select(table).where(table.c.id == source_id)).one()._asdict()
    columns = kept_columns(table)
    image = encode(row, [column.key for column in columns])
    assert decode(table, image) == {column.key: row[column.key] for column in columns}  # type: ignore[arg-type]
    assert "due_on" not in image
    assert "find_text" not in image
