"""Any order of acts, undos and redos leaves what a plain list of acts leaves."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import delete, select, text

from hhcrm.models.all import metadata
from hhcrm.models.contacts import Contact, ContactPhone
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.storage.check import check
from hhcrm.storage.engine import Address, is_sqlite, make_engine
from hhcrm.storage.undo import next_redo, next_undo, redo, undo
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.databases import ACTOR, NOW, now
from tests.storage.rows import add_person, add_source, lay_ground, log_visit

State = dict[str, dict[int, dict[str, Any]]]
TABLES = ("referral_source", "visit", "contact", "contact_phone")


def _machine(address: Address) -> type[RuleBasedStateMachine]:
    class Orders(RuleBasedStateMachine):
        """Acts on two sources with a person and visits; `past` and `future` are what undo and redo should give."""

        def __init__(self) -> None:
            super().__init__()
            self.engine = make_engine(address)
            _empty(self.engine)
            self.work = UnitOfWork(self.engine, ACTOR, now)
            self.ground = lay_ground(self.work)
            self.oak = add_source(self.work, self.ground, "Oak")
            self.person = add_person(self.work, self.oak, "Ann", "Lee")
            self.past: list[State] = []
            self.future: list[State] = []

        def _act(self, step: Any) -> None:
            before = self._state()
            if step() is not None:
                self.past.append(before)
                self.future.clear()

        def _state(self) -> State:
            with self.engine.connect() as connection:
                return {
                    name: {
                        row.id: {k: v for k, v in row._asdict().items() if k != "version"}
                        for row in connection.execute(select(metadata.tables[name]))
                    }
                    for name in TABLES
                }

        @rule(name=st.sampled_from(["Elm", "Fir", "St. Mary's"]))
        def add(self, name: str) -> None:
            self._act(lambda: add_source(self.work, self.ground, name, parent_id=self.oak))

        @rule(city=st.sampled_from(["Austin", "Waco", None]), newest=st.booleans())
        def change(self, city: str | None, newest: bool) -> None:
            def move(tx: Transaction) -> int:
                ids = tx.session.scalars(select(ReferralSource.id).order_by(ReferralSource.id)).all()
                tx.session.get_one(ReferralSource, ids[-1 if newest else 0]).city = city
                return self.oak

            self._act(lambda: self.work.run("Move", move).step_id)

        @rule(days=st.integers(0, 60))
        def visit(self, days: int) -> None:
            self._act(lambda: log_visit(self.work, self.ground, self.oak, date(2026, 9, 1) + timedelta(days)))

        @rule()
        def archive_or_restore_a_visit(self) -> None:
            def archive(tx: Transaction) -> int | None:
                row = tx.session.scalar(select(Visit).order_by(Visit.id.desc()).limit(1))
                if row is not None:
                    row.archived_at = NOW if row.archived_at is None else None
                return None

            self._act(lambda: self.work.run("Archive", archive).step_id)

        @rule(number=st.sampled_from(["512-555-0101", "512-555-0102"]))
        def another_phone(self, number: str) -> None:
            def add(tx: Transaction) -> None:
                person = tx.session.get_one(Contact, self.person)
                person.phones.append(ContactPhone(number=number, position=len(person.phones)))

            self._act(lambda: self.work.run("Phone", add).step_id)

        @rule()
        def no_phones(self) -> None:
            def clear(tx: Transaction) -> None:
                person = tx.session.get_one(Contact, self.person)
                person.phones.clear()

            self._act(lambda: self.work.run("No phones", clear).step_id)

        @precondition(lambda self: self.past)
        @rule()
        def take_back(self) -> None:
            self.future.append(self._state())
            undo(self.work)
            assert self._state() == self.past.pop()

        @precondition(lambda self: self.future)
        @rule()
        def do_again(self) -> None:
            self.past.append(self._state())
            redo(self.work)
            assert self._state() == self.future.pop()

        @invariant()
        def redo_is_offered_just_when_there_is_one(self) -> None:
            assert (next_redo(self.work) is not None) == bool(self.future)
            assert next_undo(self.work) is not None

        def teardown(self) -> None:
            with tempfile.TemporaryDirectory() as folder:
                assert check(self.engine, Path(folder)).findings == ()
            self.engine.dispose()

    return Orders


def _empty(engine: Any) -> None:
    with engine.begin() as connection:
        if is_sqlite(connection):
            connection.execute(text("PRAGMA defer_foreign_keys=ON"))
            for table in reversed(metadata.sorted_tables):
                connection.execute(delete(table))
            connection.execute(text("DELETE FROM sqlite_sequence"))
        else:
            names = ", ".join(table.name for table in metadata.sorted_tables)
            connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))


def _run(address: Address, examples: int, steps: int) -> None:
    run_state_machine_as_test(
        _machine(address),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_any_order_of_acts_undos_and_redos_leaves_what_it_should(address: Address) -> None:
    _run(address, examples=6, steps=20)


@pytest.mark.slow
def test_many_long_orders_of_acts_undos_and_redos_leave_what_they_should(address: Address) -> None:
    _run(address, examples=60, steps=50)
