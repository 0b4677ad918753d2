"""Any order of moves, corrections, tellings and edits: the path agrees with the stage, and undo gives the rows back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, select

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.referrals import CLOSED_STAGES, allowed_moves, held_from
from hhcrm.domain.words import Channel, LoopStep, ReferralStage
from hhcrm.models.all import metadata
from hhcrm.services.loop_commands import GiveUpdate, ReopenUpdate, WaiveUpdate
from hhcrm.services.referral_commands import EditReferral, MoveReferrals, RecordReferral
from tests.services.conftest import NOW, TODAY, Agency, founded_in

S = ReferralStage
UNDECIDED = frozenset({S.RECEIVED, S.UNDER_REVIEW})
DECIDED = frozenset({S.ACCEPTED, S.SCHEDULED, S.ADMITTED, S.NOT_ADMITTED})
REPEATED = ("stage", "reason_id", "reason_text", "reason_owner")
TABLES = ("referral", "referral_stage_entry", "referral_discipline", "loop_update")
State = dict[str, list[dict[str, Any]]]
Act = tuple[Any, ...]

YESTERDAY = TODAY - timedelta(days=1)
moves = st.tuples(
    st.just("move"), st.sampled_from(list(S)), st.booleans(), st.sampled_from((TODAY, YESTERDAY, None)),
    st.sampled_from((None, time(8, 30))), st.sampled_from((None, TODAY, TODAY + timedelta(days=3))),
)  # fmt: skip
tellings = st.tuples(st.sampled_from(("give", "waive", "reopen")), st.sampled_from(list(LoopStep)))
edits = st.tuples(st.just("authorize"), st.sampled_from((None, timedelta(hours=1), timedelta(hours=30))))
acts = st.lists(st.one_of(moves, moves, moves, tellings, edits), min_size=1, max_size=9)


class Ward:
    """One agency in which each example records a referral of its own."""

    def __init__(self, agency: Agency) -> None:
        self.agency = agency
        self.source = agency.add()
        self.line, self.discipline = self._of("service_line", "home_health"), self._of("discipline", "PT")
        self.reason = self._of("decline_reason", "no_capacity")

    def _of(self, name: str, code: str) -> int:
        table = metadata.tables[name]
        with self.agency.engine.connect() as connection:
            return int(connection.execute(select(table.c.id).where(table.c.code == code)).scalar_one())

    def record(self) -> int:
        """A referral heard of the day before yesterday; its id."""
        values = {"source_id": self.source, "service_line_id": self.line, "heard_at": NOW - timedelta(hours=40)}
        return self.agency.actions.record_referral(RecordReferral(values, disciplines=(self.discipline,))).subject or 0

    def state(self, referral: int) -> State:
        """The rows as they are."""
        with self.agency.engine.connect() as connection:
            return {
                name: [
                    row._asdict()
                    for row in connection.execute(select(table).where(_key(table) == referral).order_by(table.c.id))
                ]
                for name, table in ((name, metadata.tables[name]) for name in TABLES)
            }

    def do(self, state: State, act: Act) -> ChangeSet | None:
        """Carry an act out. Raises RuleBroken."""
        actions, referral, how = self.agency.actions, state["referral"][0], act[1:]
        if act[0] == "move":
            return actions.move_referrals(self._move(referral["id"], *how))
        if act[0] == "authorize":
            values = {"authorized_at": None if how[0] is None else NOW - how[0]}
            return actions.edit_referral(EditReferral(referral["id"], referral["version"], values))
        for update in state["loop_update"]:
            if update["step"] is how[0]:
                at = update["id"], update["version"]
                if act[0] == "give":
                    return actions.give_update(GiveUpdate(*at, Channel.PHONE, said="We have it."))
                if act[0] == "waive":
                    return actions.waive_update(WaiveUpdate(*at, "They asked not to be called"))
                return actions.reopen_update(ReopenUpdate(*at))
        return None

    def _move(
        self, referral: int, stage: ReferralStage, correction: bool, soc: Any, at: Any, until: Any
    ) -> MoveReferrals:
        refused = stage is S.NOT_ADMITTED
        return MoveReferrals(
            (referral,), stage, reason_id=self.reason if refused else None,
            discipline_id=self.discipline if refused else None,
            soc_on=soc, soc_time=at, hold_until=until, correction=correction, note="as said",
        )  # fmt: skip


def _key(table: Table) -> Any:
    return table.c.id if table.name == "referral" else table.c.referral_id


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ward]:
    """On SQLite alone: which rows there are does not depend on the database."""
    folder: Path = tmp_path_factory.mktemp("moves")
    agency = founded_in(folder)
    yield Ward(agency)
    agency.engine.dispose()


@settings(max_examples=25, deadline=None)
@given(acts)
def test_the_path_agrees_with_the_stage_no_step_of_the_loop_is_lost_and_undo_gives_the_rows_back(
    ward: Ward, wanted: list[Act]
) -> None:
    referral = ward.record()
    states = [ward.state(referral)]
    for act in wanted:
        before = states[-1]
        try:
            changes = ward.do(before, act)
        except RuleBroken:
            assert ward.state(referral) == before, "what is refused changes nothing"
            continue
        after = ward.state(referral)
        if changes is not None and changes.step_id is not None:
            _check_path(before, after, act)
            _check_loop(before, after, act)
            states.append(after)
        assert without_versions(after) == without_versions(states[-1])
    for earlier in reversed(states[:-1]):
        ward.agency.actions.undo()
        assert without_versions(ward.state(referral)) == without_versions(earlier)


def test_many_moved_at_once_are_as_they_were_after_undo(ward: Ward) -> None:
    keys = tuple(ward.record() for _ in range(3))
    before = [ward.state(key) for key in keys]
    ward.agency.actions.move_referrals(MoveReferrals(keys, S.SCHEDULED, soc_on=TODAY))
    after = [ward.state(key) for key in keys]
    for earlier, later in zip(before, after, strict=True):
        _check_path(earlier, later, ("move", S.SCHEDULED, False))
        assert later["referral"][0]["version"] > earlier["referral"][0]["version"]
    ward.agency.actions.undo()
    assert [without_versions(ward.state(key)) for key in keys] == [without_versions(state) for state in before]
    ward.agency.actions.redo()
    assert [without_versions(ward.state(key)) for key in keys] == [without_versions(state) for state in after]


def _check_path(before: State, after: State, act: Act) -> None:
    """Entries are only ever added, by allowed moves or as a correction; the newest says what the referral says."""
    row, old, path = after["referral"][0], before["referral_stage_entry"], after["referral_stage_entry"]
    assert path[: len(old)] == old
    stages = [entry["stage"] for entry in path]
    for place, (one, other) in enumerate(pairwise(stages)):
        if place + 1 >= len(old) and not (act[0] == "move" and act[2]):
            allowed = allowed_moves(one, held_from(stages[: place + 1]) if one is S.ON_HOLD else None)
            assert other in allowed or one is other is S.ON_HOLD
    newest = path[-1]
    assert {name: row[name] for name in REPEATED} == {name: newest[name] for name in REPEATED}
    assert row["hold_until"] == newest["until_on"]
    assert (row["reason_id"] is not None) == (row["stage"] is S.NOT_ADMITTED)
    assert (row["soc_on"] is not None) == (row["stage"] is S.ADMITTED)
    assert row["stage"] not in UNDECIDED or row["decided_at"] is None
    assert row["stage"] not in DECIDED or row["decided_at"] is not None


def _check_loop(before: State, after: State, act: Act) -> None:
    """Each step that applies is there, told or waived or due; what was told or waived stays so until it is reopened.

    Who was told yes or no is told again once that is no longer the answer.
    """
    row, loop = after["referral"][0], {update["step"]: update for update in after["loop_update"]}
    needed = {LoopStep.RECEIVED, LoopStep.DECISION}
    if row["soc_on"] is not None:
        needed |= {LoopStep.START_OF_CARE, LoopStep.OUTCOME}
    assert needed <= set(loop)
    assert row["stage"] not in CLOSED_STAGES or all(loop[step]["due_at"] is not None for step in needed)
    anew = _answer(before) is not None and _answer(after) is not _answer(before)
    for update in before["loop_update"]:
        if update["step"] is LoopStep.DECISION and update["given_at"] is not None and anew:
            assert loop[update["step"]]["given_at"] is None
        elif act != ("reopen", update["step"]):
            for said in ("given_at", "waived_why"):
                assert update[said] is None or loop[update["step"]][said] == update[said]


def _answer(state: State) -> bool | None:
    """Yes, no, or nothing yet: what the newest entry that is no hold says."""
    newest = [entry["stage"] for entry in state["referral_stage_entry"] if entry["stage"] is not S.ON_HOLD][-1]
    return None if newest in UNDECIDED else newest is not S.NOT_ADMITTED


def without_versions(state: State) -> State:
    """Versions go on counting when a step is undone."""
    return {
        name: [{key: value for key, value in row.items() if key != "version"} for row in rows]
        for name, rows in state.items()
    }
