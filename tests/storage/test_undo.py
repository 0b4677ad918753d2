"""Undo and redo of single steps, and when they must not."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine, select

from hhcrm.domain.errors import Conflict, NotFound
from hhcrm.models.contacts import Contact, ContactPhone
from hhcrm.models.journal import JournalStep
from hhcrm.models.lookups import Payer
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.storage.journal import Actor
from hhcrm.storage.undo import next_redo, next_undo, redo, revert_step, undo
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.databases import now
from tests.storage.rows import Ground, add_person, add_source, change_source, log_visit, source_row


def test_undo_puts_a_changed_row_back_and_redo_changes_it_again(work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak", city="Austin")
    change_source(work, source_id, city="Waco", name="Oak Hill")
    change = undo(work)
    assert change.label == "Undo: Change source"
    assert change.rows == {"referral_source": {source_id}}
    row = source_row(work.engine, source_id)
    assert (row.city, row.name, row.name_key) == ("Austin", "Oak", "oak")
    assert redo(work).label == "Change source"
    row = source_row(work.engine, source_id)
    assert (row.city, row.name, row.name_key) == ("Waco", "Oak Hill", "oak hill")


def test_undo_takes_an_added_row_away_and_redo_brings_it_back_under_its_key(work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak")
    before = source_row(work.engine, source_id)
    undo(work)
    assert source_row(work.engine, source_id) is None
    redo(work)
    after = source_row(work.engine, source_id)
    assert after._asdict() == before._asdict()
    assert add_source(work, ground, "Elm") > source_id


def test_undo_brings_back_deleted_rows_with_all_that_hung_on_them(work: UnitOfWork, ground: Ground) -> None:
    person_id = add_person(work, add_source(work, ground, "Oak"), "Ann", "Lee", "(512) 555-0101", "ann@oak.example")
    with work.engine.connect() as connection:
        before = connection.execute(select(Contact.__table__)).one()
    work.run("Delete", lambda tx: tx.session.delete(tx.session.get_one(Contact, person_id)))
    undo(work)
    with work.engine.connect() as connection:
        assert connection.execute(select(Contact.__table__)).one() == before
        assert connection.execute(select(ContactPhone.__table__.c.number)).scalars().all() == ["(512) 555-0101"]


def test_a_step_is_a_new_step_that_points_at_the_old_one(work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak")
    step_id = change_source(work, source_id, city="Waco")
    undone = undo(work)
    redone = redo(work)
    with work.engine.connect() as connection:
        table = JournalStep.__table__.c
        rows = connection.execute(select(table.id, table.kind, table.reverts_id).order_by(table.id)).all()
    assert [tuple(row) for row in rows[-3:]] == [
        (step_id, "do", None),
        (undone.step_id, "undo", step_id),
        (redone.step_id, "redo", undone.step_id),
    ]


def test_undo_stops_when_the_row_has_moved_on(work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak")
    step_id = change_source(work, source_id, city="Waco")
    change_source(work, source_id, city="Dallas")
    with pytest.raises(Conflict, match="the source has been changed since"):
        revert_step(work, step_id)
    assert source_row(work.engine, source_id).city == "Dallas"


def test_undo_of_an_added_row_stops_when_others_point_at_it(work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak")
    with work.engine.connect() as connection:
        step_id = connection.execute(select(JournalStep.__table__.c.id).order_by(JournalStep.__table__.c.id.desc()))
        last = step_id.scalars().first()
    log_visit(work, ground, source_id, date(2026, 11, 2))
    assert last is not None
    with pytest.raises(Conflict, match="other records have been added"):
        revert_step(work, last)
    assert source_row(work.engine, source_id) is not None


def test_an_older_step_is_taken_back_alone_when_nothing_moved(work: UnitOfWork, ground: Ground) -> None:
    oak, elm = add_source(work, ground, "Oak"), add_source(work, ground, "Elm")
    step_id = change_source(work, oak, city="Waco")
    change_source(work, elm, city="Dallas")
    revert_step(work, step_id)
    assert source_row(work.engine, oak).city is None
    assert source_row(work.engine, elm).city == "Dallas"
    with pytest.raises(NotFound, match="undone already"):
        revert_step(work, step_id)


def test_nothing_to_undo_or_redo_is_said(work: UnitOfWork) -> None:
    with pytest.raises(NotFound, match="nothing to undo"):
        undo(work)
    with pytest.raises(NotFound, match="nothing to redo"):
        redo(work)


def test_something_new_ends_the_redo(work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak")
    change_source(work, source_id, city="Waco")
    undo(work)
    assert next_redo(work) is not None
    change_source(work, source_id, beds=3)
    assert next_redo(work) is None


def test_everybody_undoes_their_own_steps(work: UnitOfWork, ground: Ground) -> None:
    other = UnitOfWork(work.engine, Actor(ground.user_id, "Ann"), now)
    oak, elm = add_source(work, ground, "Oak"), add_source(work, ground, "Elm")
    change_source(work, oak, city="Waco")
    change_source(other, elm, city="Dallas")
    undo(work)
    assert source_row(work.engine, oak).city is None
    assert source_row(work.engine, elm).city == "Dallas"
    undo(other)
    assert source_row(work.engine, elm).city is None
    assert next_undo(other) is None


def test_a_step_over_many_rows_and_tables_goes_back_in_one(work: UnitOfWork, ground: Ground) -> None:
    oak = add_source(work, ground, "Oak")

    def much(tx: Transaction) -> int:
        for number in range(1_200):
            source = ReferralSource(
                name=f"S {number}", type_id=ground.type_id, stage="active", stage_since=now().date(),
                created_on=now().date(), parent_id=oak,
            )  # fmt: skip
            tx.session.add(source)
        tx.session.flush()
        tx.session.add(Visit(source_id=oak, visit_on=now().date(), kind_id=ground.counting_id, status="completed"))
        tx.session.get_one(ReferralSource, oak).city = "Waco"
        return oak

    work.run("Much", much)
    undo(work)
    with work.engine.connect() as connection:
        assert connection.execute(select(ReferralSource.__table__.c.id)).scalars().all() == [oak]
        assert connection.execute(select(Visit.__table__)).all() == []
    redo(work)
    with work.engine.connect() as connection:
        assert len(connection.execute(select(ReferralSource.__table__.c.id)).all()) == 1_201


def test_a_row_pointed_at_a_new_one_in_the_same_step_goes_back(work: UnitOfWork, ground: Ground) -> None:
    oak = add_source(work, ground, "Oak")

    def under_a_new_parent(tx: Transaction) -> int:
        row = tx.session.get_one(ReferralSource, oak)
        row.city = "Waco"
        tx.session.flush()
        parent = ReferralSource(
            name="Parent", type_id=ground.type_id, stage="active", stage_since=now().date(), created_on=now().date()
        )
        tx.session.add(parent)
        tx.session.flush()
        row.parent_id = parent.id
        return parent.id

    parent = work.run("New parent", under_a_new_parent).subject
    assert parent is not None
    undo(work)
    assert source_row(work.engine, parent) is None
    assert source_row(work.engine, oak).parent_id is None
    redo(work)
    assert source_row(work.engine, oak).parent_id == parent
    undo(work)
    assert source_row(work.engine, parent) is None


def test_a_deleted_row_and_those_that_pointed_at_it_come_back(work: UnitOfWork, ground: Ground) -> None:
    parent = add_source(work, ground, "Parent")
    oak = add_source(work, ground, "Oak", parent_id=parent)

    def part(tx: Transaction) -> int:
        tx.session.get_one(ReferralSource, oak).parent_id = None
        tx.session.flush()
        tx.session.delete(tx.session.get_one(ReferralSource, parent))
        return oak

    work.run("Part", part)
    undo(work)
    assert source_row(work.engine, oak).parent_id == parent
    redo(work)
    assert source_row(work.engine, parent) is None


def test_a_value_that_must_be_unique_moves_back_from_a_new_row_to_the_deleted_one(
    work: UnitOfWork, ground: Ground
) -> None:
    work.run("Add", lambda tx: tx.session.add(Payer(code="a", name="Old")))

    def replace(tx: Transaction) -> None:
        tx.session.delete(tx.session.scalars(select(Payer)).one())
        tx.session.flush()
        tx.session.add(Payer(code="a", name="New"))

    work.run("Replace", replace)
    for step, name in ((undo, "Old"), (redo, "New"), (undo, "Old")):
        step(work)
        with work.engine.connect() as connection:
            assert connection.execute(select(Payer.__table__.c.name)).scalars().all() == [name]


def test_what_has_lost_its_place_meanwhile_is_a_conflict(work: UnitOfWork, ground: Ground, engine: Engine) -> None:
    other = UnitOfWork(engine, Actor(ground.user_id, "Kim"), now)
    oak = add_source(other, ground, "Oak")
    log_visit(work, ground, oak, now().date())
    undo(work)
    undo(other)
    with pytest.raises(Conflict, match="since"):
        redo(work)
    assert source_row(engine, oak) is None


def test_what_another_row_stands_in_for_now_is_a_conflict(work: UnitOfWork, ground: Ground) -> None:
    work.run("Add", lambda tx: tx.session.add(Payer(code="a", name="Old")))
    undo(work)
    other = UnitOfWork(work.engine, Actor(ground.user_id, "Kim"), now)
    other.run("Add", lambda tx: tx.session.add(Payer(code="a", name="New")))
    with pytest.raises(Conflict, match="since"):
        redo(work)
