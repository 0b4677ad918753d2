"""Due dates, counts and last days follow from visits and referrals, whatever changes them."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert

from hhcrm.domain.cadence import VisitHistory, due_on
from hhcrm.domain.words import Advance, SourceStage, VisitStatus
from hhcrm.domain.workdays import Calendar
from hhcrm.models.lookups import SourceType, VisitKind
from hhcrm.models.referrals import Referral
from hhcrm.models.settings import Holiday
from hhcrm.models.visits import Visit
from hhcrm.storage import derived
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.journal import write_step
from hhcrm.storage.undo import redo, undo
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.databases import ACTOR, NOW, now, until_somebody_waits
from tests.storage.rows import STARTED, Ground, add_source, change_source, edit_behind, log_visit, source_row

VISITED = date(2026, 11, 2)


@pytest.fixture
def source_id(work: UnitOfWork, ground: Ground) -> int:
    """An active source that is seen every 30 days and has not been seen yet."""
    return add_source(work, ground, "Oak", cadence_days=30)


def _due(work: UnitOfWork, source_id: int) -> date | None:
    due: date | None = source_row(work.engine, source_id).due_on
    return due


def _expected(last: date | None, cadence: int = 30, calendar: Calendar | None = None) -> date | None:
    history = VisitHistory(
        stage=SourceStage.ACTIVE, cadence_days=cadence, last_counting=last, stage_since=STARTED, cohort_month=None
    )
    return due_on(history, calendar or Calendar(frozenset()))


def test_a_logged_visit_moves_the_due_date(work: UnitOfWork, ground: Ground, source_id: int) -> None:
    assert _due(work, source_id) == _expected(None)
    log_visit(work, ground, source_id, VISITED)
    assert _due(work, source_id) == _expected(VISITED) != _expected(None)
    assert source_row(work.engine, source_id).last_visit_on == VISITED


@pytest.mark.parametrize(
    "fields",
    [{"status": VisitStatus.PLANNED}, {"status": VisitStatus.MISSED}, {"archived_at": NOW}],
    ids=["planned", "missed", "archived"],
)
def test_a_visit_that_did_not_happen_moves_nothing(
    fields: dict[str, object], work: UnitOfWork, ground: Ground, source_id: int
) -> None:
    log_visit(work, ground, source_id, VISITED, **fields)
    assert source_row(work.engine, source_id).last_visit_on is None
    assert _due(work, source_id) == _expected(None)


def test_a_kind_that_does_not_count_moves_nothing(work: UnitOfWork, ground: Ground, source_id: int) -> None:
    log_visit(work, ground, source_id, VISITED, kind_id=ground.not_counting_id)
    assert source_row(work.engine, source_id).last_visit_on is None


def test_the_due_date_follows_an_edited_moved_archived_and_undone_visit(
    work: UnitOfWork, ground: Ground, source_id: int
) -> None:
    other = add_source(work, ground, "Elm", cadence_days=30)
    visit_id = log_visit(work, ground, source_id, VISITED)

    def edit(**fields: object) -> None:
        def change(tx: Transaction) -> int:
            row = tx.session.get_one(Visit, visit_id)
            for name, value in fields.items():
                setattr(row, name, value)
            return visit_id

        work.run("Edit visit", change)

    later = VISITED + timedelta(7)
    edit(visit_on=later)
    assert _due(work, source_id) == _expected(later)
    edit(source_id=other)
    assert (_due(work, source_id), _due(work, other)) == (_expected(None), _expected(later))
    edit(archived_at=NOW)
    assert _due(work, other) == _expected(None)
    undo(work)
    assert _due(work, other) == _expected(later)
    undo(work)
    assert (_due(work, source_id), _due(work, other)) == (_expected(later), _expected(None))
    undo(work)
    assert _due(work, source_id) == _expected(VISITED)
    redo(work)
    assert _due(work, source_id) == _expected(later)


def test_the_cadence_of_the_type_holds_where_the_source_has_none(work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak")
    log_visit(work, ground, source_id, VISITED)

    def slower(tx: Transaction) -> None:
        tx.session.get_one(SourceType, ground.type_id).cadence_days = 60

    work.run("Slower", slower)
    assert _due(work, source_id) == _expected(VISITED, 60)
    change_source(work, source_id, cadence_days=14)
    assert _due(work, source_id) == _expected(VISITED, 14)


def test_a_new_holiday_moves_due_dates_off_it(work: UnitOfWork, ground: Ground, source_id: int) -> None:
    log_visit(work, ground, source_id, VISITED)
    due = _due(work, source_id)
    assert due is not None
    work.run("Holiday", lambda tx: tx.session.add(Holiday(day=due, name="Closed")))
    assert _due(work, source_id) == _expected(VISITED, calendar=Calendar(frozenset({due}))) != due
    undo(work)
    assert _due(work, source_id) == due


def test_a_kind_that_no_longer_counts_takes_its_visits_back(work: UnitOfWork, ground: Ground, source_id: int) -> None:
    log_visit(work, ground, source_id, VISITED)

    def uncount(tx: Transaction) -> None:
        tx.session.get_one(VisitKind, ground.counting_id).counts = False

    work.run("Does not count", uncount)
    assert source_row(work.engine, source_id).last_visit_on is None


def test_visits_are_counted_since_the_stage_and_since_the_advance(work: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(work, ground, "Oak", stage=SourceStage.PROSPECTIVE, stage_since=VISITED)
    for days, advance in ((-7, None), (0, None), (7, Advance.ADVANCE), (9, None), (12, Advance.CONTINUATION)):
        log_visit(work, ground, source_id, VISITED + timedelta(days), advance=advance)
    row = source_row(work.engine, source_id)
    assert (row.stage_visits, row.visits_since_advance) == (4, 2)


def test_first_and_last_referral_follow_from_the_referrals(work: UnitOfWork, ground: Ground, source_id: int) -> None:
    for day in (date(2026, 10, 5), date(2026, 9, 7), date(2026, 11, 9)):
        referral = Referral(source_id=source_id, heard_at=NOW, referral_on=day)
        work.run("Referral", lambda tx, row=referral: tx.session.add(row))  # type: ignore[misc]
    row = source_row(work.engine, source_id)
    assert (row.first_referral_on, row.last_referral_on) == (date(2026, 9, 7), date(2026, 11, 9))
    undo(work)
    assert source_row(work.engine, source_id).last_referral_on == date(2026, 10, 5)


def test_bulk_rows_move_the_sources_that_are_named(work: UnitOfWork, ground: Ground, source_id: int) -> None:
    def bulk(tx: Transaction) -> None:
        values = {
            "source_id": source_id, "visit_on": VISITED, "kind_id": ground.counting_id, "status": "completed",
        }  # fmt: skip
        tx.session.connection().execute(insert(Visit.__table__), [values])  # type: ignore[arg-type]
        tx.recorder.touch("visit")
        tx.refresh_sources.add(source_id)

    work.run("Import", bulk)
    assert _due(work, source_id) == _expected(VISITED)


def test_what_was_changed_behind_our_back_is_out_of_step(
    engine: Engine, work: UnitOfWork, ground: Ground, source_id: int
) -> None:
    edit_behind(engine, source_id, due_on=date(2030, 1, 1))
    with engine.begin() as connection:
        assert derived.out_of_step(connection) == [source_id]
        derived.refresh(connection)
        assert derived.out_of_step(connection) == []


def test_an_advance_of_a_visit_that_did_not_happen_is_none(work: UnitOfWork, ground: Ground, source_id: int) -> None:
    log_visit(work, ground, source_id, VISITED)
    log_visit(work, ground, source_id, VISITED + timedelta(days=3), status=VisitStatus.MISSED, advance=Advance.ADVANCE)
    assert source_row(work.engine, source_id).visits_since_advance == 1


@pytest.mark.parametrize("kind", ["postgresql"])
def test_two_people_logging_at_one_source_at_once_are_both_counted(
    address: Address, work: UnitOfWork, ground: Ground, source_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = make_engine(address)
    other = UnitOfWork(engine, ACTOR, now)
    second = threading.Thread(target=lambda: log_visit(other, ground, source_id, VISITED - timedelta(days=5)))

    def meanwhile(connection: Any, *step: Any) -> int:
        """What the first has derived is not committed yet when the second one comes."""
        if not second.ident:
            second.start()
            until_somebody_waits(work.engine)
        return write_step(connection, *step)

    monkeypatch.setattr("hhcrm.storage.work.write_step", meanwhile)
    log_visit(work, ground, source_id, VISITED)
    second.join()
    engine.dispose()
    assert source_row(work.engine, source_id).last_visit_on == VISITED
    with work.engine.connect() as connection:
        assert derived.out_of_step(connection) == []
