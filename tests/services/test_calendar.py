"""Visits on the calendar: moved, made longer, closed and planned again; two windows at one visit."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, time
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.words import Advance, VisitStatus
from hhcrm.models.visits import Visit
from hhcrm.services.calendar_commands import MoveVisit, ReopenVisit, SetVisitLength
from hhcrm.services.commands import Archive, CloseVisit, LogVisit, PlanVisit, Restore
from tests.services.conftest import TODAY, Agency, founded_in

WEDNESDAY = date(2026, 11, 25)


def planned(agency: Agency, day: date = TODAY, at: time | None = time(9, 30)) -> int:
    key = agency.actions.plan_visit(PlanVisit(agency.add(), agency.visit, day, at, 20)).subject
    assert key is not None
    return key


def seen(agency: Agency, visit_id: int) -> Visit:
    with Session(agency.engine, expire_on_commit=False) as session:
        return session.get_one(Visit, visit_id)


def test_a_visit_moves_to_a_day_and_a_time_and_back_by_undo(agency: Agency) -> None:
    key = planned(agency)
    agency.actions.move_visit(MoveVisit(key, 1, WEDNESDAY, time(14, 15)))
    assert (seen(agency, key).visit_on, seen(agency, key).start_time) == (WEDNESDAY, time(14, 15))
    agency.actions.undo()
    assert (seen(agency, key).visit_on, seen(agency, key).start_time) == (TODAY, time(9, 30))
    agency.actions.redo()
    assert seen(agency, key).visit_on == WEDNESDAY


def test_a_move_to_where_it_stands_is_no_change(agency: Agency) -> None:
    key = planned(agency)
    assert agency.actions.move_visit(MoveVisit(key, 1, TODAY, time(9, 30))).step_id is None
    assert seen(agency, key).version == 1


def test_two_windows_move_one_visit_and_the_second_hears_where_it_stands(agency: Agency) -> None:
    key = planned(agency)
    agency.actions.move_visit(MoveVisit(key, 1, WEDNESDAY, time(14, 15)))
    with pytest.raises(Conflict) as caught:
        agency.actions.move_visit(MoveVisit(key, 1, date(2026, 11, 27), None))
    assert str(caught.value) == (
        "Somebody changed the visit to Mercy meanwhile: it is planned for Wed, Nov 25 2:15 PM. "
        "Nothing was changed by you."
    )
    assert seen(agency, key).visit_on == WEDNESDAY


_OTHER_DESK = """
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
import hhcrm.models.all
from hhcrm.services.calendar import move_visit
from hhcrm.services.calendar_commands import MoveVisit
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
engine = make_engine(Address(file=Path(sys.argv[1])))
work = UnitOfWork(engine, Actor(None, "Other desk"), lambda: datetime(2026, 11, 23, 15, tzinfo=UTC))
move_visit(work, MoveVisit(int(sys.argv[2]), 1, date(2026, 11, 25), time(14, 15)), date(2026, 11, 23))
engine.dispose()
"""


def test_a_visit_moved_by_another_process_is_not_moved_over(tmp_path: Path) -> None:
    agency = founded_in(tmp_path)
    key = planned(agency)
    words = [sys.executable, "-c", _OTHER_DESK, str(tmp_path / "agency.db"), str(key)]
    subprocess.run(words, check=True, cwd=Path(__file__).parents[2])
    with pytest.raises(Conflict, match="planned for Wed, Nov 25 2:15 PM"):
        agency.actions.move_visit(MoveVisit(key, 1, date(2026, 11, 27), None))
    assert seen(agency, key).visit_on == WEDNESDAY
    agency.engine.dispose()


def test_what_took_place_does_not_move(agency: Agency) -> None:
    changes = agency.actions.log_visit(LogVisit(agency.add(), Advance.ADVANCE, agency.visit, TODAY))
    assert changes.subject is not None
    with pytest.raises(RuleBroken, match="took place on Mon, Nov 23"):
        agency.actions.move_visit(MoveVisit(changes.subject, 1, WEDNESDAY, None))
    with pytest.raises(RuleBroken):
        agency.actions.set_visit_length(SetVisitLength(changes.subject, 1, 60))
    with pytest.raises(RuleBroken):
        agency.actions.reopen_visit(ReopenVisit(changes.subject, 1))


@pytest.mark.parametrize("status", [VisitStatus.MISSED, VisitStatus.CANCELLED])
def test_a_visit_that_fell_through_is_planned_again_before_it_moves(agency: Agency, status: VisitStatus) -> None:
    key = planned(agency)
    agency.actions.close_visit(CloseVisit(key, status, "snow", version=1))
    with pytest.raises(RuleBroken, match=f"was {status}"):
        agency.actions.move_visit(MoveVisit(key, 2, WEDNESDAY, None))
    agency.actions.reopen_visit(ReopenVisit(key, 2))
    row = seen(agency, key)
    assert (row.status, row.status_reason, row.visit_on) == (VisitStatus.PLANNED, None, TODAY)
    agency.actions.undo()
    assert (seen(agency, key).status, seen(agency, key).status_reason) == (status, "snow")


def test_closing_what_somebody_moved_meanwhile_is_a_conflict(agency: Agency) -> None:
    key = planned(agency)
    agency.actions.move_visit(MoveVisit(key, 1, WEDNESDAY, None))
    with pytest.raises(Conflict):
        agency.actions.close_visit(CloseVisit(key, VisitStatus.MISSED, version=1))
    assert seen(agency, key).status == VisitStatus.PLANNED


def test_the_length_is_set_within_reason(agency: Agency) -> None:
    key = planned(agency)
    agency.actions.set_visit_length(SetVisitLength(key, 1, 45))
    assert seen(agency, key).minutes == 45
    for minutes in (0, 4, 721):
        with pytest.raises(RuleBroken) as caught:
            agency.actions.set_visit_length(SetVisitLength(key, 2, minutes))
        assert caught.value.field == "minutes"


def test_a_visit_taken_off_the_calendar_cannot_be_moved_until_it_is_restored(agency: Agency) -> None:
    key = planned(agency)
    agency.actions.archive(Archive("visit", (key,)))
    with pytest.raises(NotFound, match="taken off"):
        agency.actions.move_visit(MoveVisit(key, 2, WEDNESDAY, None))
    agency.actions.restore(Restore("visit", (key,)))
    agency.actions.move_visit(MoveVisit(key, 3, WEDNESDAY, None))
    assert seen(agency, key).start_time is None


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(9999, 12, 31)])
def test_no_visit_goes_out_of_the_calendar(agency: Agency, day: date) -> None:
    with pytest.raises(RuleBroken) as caught:
        agency.actions.move_visit(MoveVisit(planned(agency), 1, day, None))
    assert caught.value.field == "visit_on"
