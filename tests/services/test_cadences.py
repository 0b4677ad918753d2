"""Cadences of many sources, each its own, as one step."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from hhcrm.domain.errors import Conflict, RuleBroken
from hhcrm.domain.journal_words import label_shown
from hhcrm.domain.words import SourceStage
from hhcrm.models.journal import JournalStep
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import User
from hhcrm.queries.bound import Questions
from hhcrm.services.commands import ChangeStage, EditSource, EditSources, SetCadences
from tests.services.conftest import NOW, TODAY, Agency


def three_active(agency: Agency) -> list[int]:
    ids = [agency.add(name) for name in ("Mercy", "Belmont", "Oak Grove")]
    agency.actions.change_stage(ChangeStage(tuple(ids), SourceStage.ACTIVE, date(2026, 11, 2), cadence_days=30))
    return ids


def stands(agency: Agency) -> dict[int, tuple[int | None, date | None, int]]:
    with Session(agency.engine) as session:
        return {row.id: (row.cadence_days, row.due_on, row.version) for row in session.scalars(select(ReferralSource))}


def test_each_gets_its_own_and_its_due_day_follows_and_one_undo_takes_all_back(agency: Agency) -> None:
    first, second, third = three_active(agency)
    before = stands(agency)
    agency.actions.set_cadences(SetCadences(((first, before[first][2], 45), (second, before[second][2], 60))))
    after = stands(agency)
    assert (after[first][0], after[second][0], after[third]) == (45, 60, before[third])
    assert (after[first][1], after[second][1]) == (date(2026, 12, 17), date(2027, 1, 4))  # New Year's Day, a weekend
    with Session(agency.engine) as session:
        label = session.scalars(select(JournalStep.label).order_by(JournalStep.id.desc())).first()
    assert label is not None
    assert label_shown(label) == "Change the cadence of 2 sources"
    agency.actions.undo()
    assert {key: row[:2] for key, row in stands(agency).items()} == {key: row[:2] for key, row in before.items()}


def test_all_or_nothing_where_one_changed_meanwhile(agency: Agency) -> None:
    first, second, _ = three_active(agency)
    before = stands(agency)
    agency.actions.edit_source(EditSource(second, before[second][2], {"city": "Nashville"}))
    wanted = SetCadences(((first, before[first][2], 45), (second, before[second][2], 45)))
    with pytest.raises(Conflict, match="changed this source"):
        agency.actions.set_cadences(wanted)
    assert stands(agency)[first] == before[first]


def test_a_source_that_is_no_longer_active_and_a_cadence_that_is_none_are_refused(agency: Agency) -> None:
    first, *_ = three_active(agency)
    agency.actions.change_stage(ChangeStage((first,), SourceStage.PROSPECTIVE, date(2026, 11, 9)))
    version = stands(agency)[first][2]
    with pytest.raises(Conflict, match="Mercy is no longer active"):
        agency.actions.set_cadences(SetCadences(((first, version, 45),)))
    with pytest.raises(RuleBroken, match="A cadence of 5 days"):
        agency.actions.set_cadences(SetCadences(((first, version, 5),)))
    with pytest.raises(RuleBroken, match="Choose a source"):
        agency.actions.set_cadences(SetCadences(()))


def test_what_capacity_proposes_brings_the_rhythm_down_to_what_fits(agency: Agency) -> None:
    three_active(agency)
    with Session(agency.engine) as session:  # 0.7 visits a week are asked for
        session.execute(update(User).where(User.id == agency.liaison_id).values(weekly_visit_hours=0.4))
        session.commit()
    ask = Questions(agency.engine, lambda: NOW, lambda: TODAY, None)
    (person,) = ask.capacity_view(agency.liaison_id).people
    assert (person.room.load.asks, person.room.load.fits, person.left) == (1, 0, 0)
    assert {(change.from_days, change.why) for change in person.changes} == {
        (30, "no referral expected; it has never sent")
    }
    found = [(change.source_id, change.version, change.to_days) for change in person.changes]
    agency.actions.set_cadences(SetCadences(tuple(found)))
    (after,) = ask.capacity_view(agency.liaison_id).people
    assert (after.room.load.over, after.changes) == (0, ())
    assert after.room.asked == pytest.approx(person.room.asked - sum(change.visits for change in person.changes))


def test_where_there_is_room_the_best_sources_are_seen_more_often_or_more_prospects_taken_on(agency: Agency) -> None:
    first, second, third = three_active(agency)
    agency.actions.edit_sources(EditSources((first, second), {"cadence_days": 60, "tier": "A"}))
    agency.actions.edit_sources(EditSources((third,), {"cadence_days": 60, "tier": "B"}))
    ask = Questions(agency.engine, lambda: NOW, lambda: TODAY, None)
    (person,) = ask.capacity_view().people
    assert person.room.means.minutes_a_visit == 45  # nobody has visited yet: the rule's
    assert {(change.source_id, change.to_days) for change in person.changes} == {(first, 30), (second, 30)}
    assert person.more_prospects == int((person.room.load.possible - 0.35) / (5 * 7 / 30))
    assert person.left == 0
