"""Pilots: proposed with their standards, changed, started, finished, declined; each undone; versions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.standards import Standard
from hhcrm.domain.words import Comparison, Measure, PilotStatus
from hhcrm.models.pilots import Pilot, PilotStandard
from hhcrm.services.commands import Archive, Restore
from hhcrm.services.pilot_commands import (
    DeclinePilot,
    EditPilot,
    FinishPilot,
    ProposeAgain,
    ProposePilot,
    StartPilot,
)
from tests.services.conftest import TODAY, Agency

SAME_DAY = Standard(Measure.SAME_DAY_START, Comparison.AT_LEAST, 90)
FAST = Standard(Measure.DECIDED_WITHIN, Comparison.AT_LEAST, 95, 2)
RETURNS = Standard(Measure.RETURNS_TO_HOSPITAL, Comparison.AT_MOST, 12.5)
STARTS, ENDS = TODAY - timedelta(10), TODAY + timedelta(50)
VALUES = {"name": "Same-day start", "starts_on": STARTS, "ends_on": ENDS, "zips": "37203, 37204\n37203-1234"}


def propose(agency: Agency, *standards: Standard, **more: object) -> int:
    values = {"source_id": agency.add("Mercy")} | VALUES | more
    changes = agency.actions.propose_pilot(ProposePilot(values, standards or (SAME_DAY, FAST)))
    assert changes.subject is not None
    return changes.subject


def row(agency: Agency, pilot_id: int) -> Pilot:
    with Session(agency.engine) as session:
        pilot = session.scalars(select(Pilot).where(Pilot.id == pilot_id)).one()
        assert pilot.standards is not None  # loaded while there is a session
        return pilot


def standards(agency: Agency, pilot_id: int) -> list[Standard]:
    return [Standard(s.measure, s.comparison, s.target, s.within_hours) for s in row(agency, pilot_id).standards]


def test_what_is_proposed_is_kept_with_its_standards_and_undone(agency: Agency) -> None:
    made = propose(agency, payer_id=1, promise=" The nurse comes the day you call ")
    pilot = row(agency, made)
    assert (pilot.status, pilot.proposed_on, pilot.owner_id) == (PilotStatus.PROPOSED, STARTS, agency.liaison_id)
    assert (pilot.zips, pilot.promise) == ("37203 37204", "The nurse comes the day you call")
    assert standards(agency, made) == [SAME_DAY, FAST]
    agency.actions.undo()
    with Session(agency.engine) as session:
        assert not session.scalars(select(Pilot)).all()
        assert not session.scalars(select(PilotStandard)).all()
    agency.actions.redo()
    assert standards(agency, made) == [SAME_DAY, FAST]


WRONG: tuple[tuple[dict[str, Any], str], ...] = (
    ({"name": "  "}, "name"),
    ({"name": "x" * 201}, "name"),
    ({"starts_on": None}, "starts_on"),
    ({"ends_on": STARTS - timedelta(1)}, "ends_on"),
    ({"ends_on": STARTS + timedelta(367)}, "ends_on"),
    ({"proposed_on": STARTS + timedelta(1)}, "starts_on"),
    ({"zips": "37203, 3720"}, "zips"),
    ({"source_id": ""}, "source_id"),
)


def test_what_cannot_be_is_refused_beside_its_field(agency: Agency) -> None:
    made = propose(agency, ends_on=STARTS + timedelta(366))
    for values, field in WRONG:
        with pytest.raises(RuleBroken) as caught:
            agency.actions.edit_pilot(EditPilot(made, 1, values))
        assert caught.value.field == field
    for column in ("contact_id", "payer_id", "service_line_id", "owner_id"):
        with pytest.raises(NotFound):
            agency.actions.edit_pilot(EditPilot(made, 1, {column: 9_999}))
    for wrong in ((), (SAME_DAY, FAST, SAME_DAY), tuple([SAME_DAY] * 9)):
        with pytest.raises(RuleBroken) as caught:
            agency.actions.edit_pilot(EditPilot(made, 1, {}, wrong))
        assert caught.value.field == "standards"
    with pytest.raises(RuleBroken, match="name"):
        agency.actions.propose_pilot(ProposePilot({"source_id": row(agency, made).source_id}, (FAST,)))
    assert row(agency, made).version == 1


def test_editing_the_standards_alone_moves_the_pilot_on(agency: Agency) -> None:
    made = propose(agency)
    agency.actions.edit_pilot(EditPilot(made, 1, {}, (FAST, RETURNS, SAME_DAY)))
    assert standards(agency, made) == [FAST, RETURNS, SAME_DAY]
    with pytest.raises(Conflict):
        agency.actions.edit_pilot(EditPilot(made, 1, {"name": "Other"}))
    agency.actions.edit_pilot(EditPilot(made, row(agency, made).version, {"name": "Other"}, (RETURNS,)))
    assert standards(agency, made) == [RETURNS]
    agency.actions.undo()
    assert standards(agency, made) == [FAST, RETURNS, SAME_DAY]
    agency.actions.undo()
    assert (standards(agency, made), row(agency, made).name) == ([SAME_DAY, FAST], "Same-day start")


def test_saving_without_a_change_is_no_change(agency: Agency) -> None:
    made = propose(agency)
    changes = agency.actions.edit_pilot(EditPilot(made, 1, VALUES, (SAME_DAY, FAST)))
    assert changes.step_id is None
    assert row(agency, made).version == 1


def test_it_starts_and_is_finished_with_its_result_on_the_day(agency: Agency) -> None:
    made = propose(agency)
    agency.actions.start_pilot(StartPilot(made, 1))
    with pytest.raises(Conflict):
        agency.actions.decline_pilot(DeclinePilot(made, 1, "No"))
    with pytest.raises(RuleBroken, match="what came of it"):
        agency.actions.finish_pilot(FinishPilot(made, 2, " "))
    agency.actions.finish_pilot(FinishPilot(made, 2, "93 % the same day", "Ask for the whole hospital"))
    pilot = row(agency, made)
    assert (pilot.status, pilot.result, pilot.ends_on) == (PilotStatus.FINISHED, "93 % the same day", TODAY)
    for status in (PilotStatus.RUNNING, PilotStatus.PROPOSED):
        agency.actions.undo()
        assert row(agency, made).status is status
    assert row(agency, made).ends_on == ENDS


def test_what_is_still_to_start_cannot_be_finished(agency: Agency) -> None:
    made = propose(agency, starts_on=TODAY + timedelta(1))
    agency.actions.start_pilot(StartPilot(made, 1))
    with pytest.raises(RuleBroken, match="It starts on"):
        agency.actions.finish_pilot(FinishPilot(made, 2, "Nothing"))


def test_it_is_declined_with_why_and_proposed_again(agency: Agency) -> None:
    made = propose(agency)
    with pytest.raises(RuleBroken, match="why"):
        agency.actions.decline_pilot(DeclinePilot(made, 1, ""))
    agency.actions.decline_pilot(DeclinePilot(made, 1, "Happy as it is"))
    assert row(agency, made).result == "Happy as it is"
    agency.actions.propose_again(ProposeAgain(made, 2))
    assert (row(agency, made).status, row(agency, made).result) == (PilotStatus.PROPOSED, None)


def test_a_proposed_pilot_is_neither_finished_nor_proposed_again(agency: Agency) -> None:
    made = propose(agency)
    with pytest.raises(RuleBroken, match="cannot become"):
        agency.actions.finish_pilot(FinishPilot(made, 1, "Done"))
    with pytest.raises(RuleBroken, match="cannot become"):
        agency.actions.propose_again(ProposeAgain(made, 1))


def test_an_archived_pilot_stays_as_it_is_until_it_is_restored(agency: Agency) -> None:
    made = propose(agency)
    agency.actions.archive(Archive("pilot", (made,)))
    with pytest.raises(RuleBroken, match="archived"):
        agency.actions.start_pilot(StartPilot(made, 2))
    agency.actions.restore(Restore("pilot", (made,)))
    agency.actions.start_pilot(StartPilot(made, 3))
    assert row(agency, made).status is PilotStatus.RUNNING
