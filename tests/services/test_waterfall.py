"""The waterfall: filling, moving, taking out, deciding, and that a source is in one cohort at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from hhcrm.domain.errors import Conflict, KnownFault, NotFound, RuleBroken
from hhcrm.domain.words import Advance, SourceStage, UserRole
from hhcrm.models.sources import Cohort, CohortMember, ReferralSource, SourceStageChange
from hhcrm.queries.bound import Questions
from hhcrm.queries.waterfall_models import WaterfallFilter
from hhcrm.services.commands import AddSource, ChangeStage, LogVisit
from hhcrm.services.settings_commands import SaveUser
from hhcrm.services.waterfall_commands import (
    FillCohort,
    MakeActive,
    MoveCohort,
    MoveMember,
    SeeOn,
    SizeCohort,
    StopProspect,
    TakeOut,
)
from tests.services.conftest import NOW, TODAY, Agency, founded_in

NOVEMBER, DECEMBER, OCTOBER = date(2026, 11, 1), date(2026, 12, 1), date(2026, 10, 1)


def prospect(agency: Agency, name: str, **values: object) -> int:
    """A prospective source in no cohort."""
    return agency.add(name, **({"owner_id": None} | values))


def members(agency: Agency, source_id: int) -> list[tuple[date, date | None]]:
    """The cohorts that a source is or was in: month, day it left."""
    with agency.engine.connect() as connection:
        rows = connection.execute(
            select(Cohort.month, CohortMember.left_on)
            .join_from(CohortMember, Cohort, CohortMember.cohort_id == Cohort.id)
            .where(CohortMember.source_id == source_id)
            .order_by(CohortMember.id)
        )
        return [(row.month, row.left_on) for row in rows]


def place(agency: Agency, source_id: int) -> tuple[int, int]:
    """Id and version of a source's newest place."""
    with agency.engine.connect() as connection:
        row = connection.execute(
            select(CohortMember.id, CohortMember.version)
            .where(CohortMember.source_id == source_id)
            .order_by(CohortMember.id.desc())
        ).first()
    assert row is not None
    return row.id, row.version


def version(agency: Agency, source_id: int) -> int:
    with agency.engine.connect() as connection:
        of = select(ReferralSource.version).where(ReferralSource.id == source_id)
        return connection.execute(of).scalar() or 0


def row(agency: Agency, source_id: int) -> ReferralSource:
    with agency.engine.connect() as connection:
        return connection.execute(select(ReferralSource.__table__).where(ReferralSource.id == source_id)).one()  # type: ignore[return-value]  # a row with the same names


def ask(agency: Agency) -> Questions:
    return Questions(agency.engine, lambda: NOW, lambda: TODAY, agency.liaison_id)


def fill(agency: Agency, *source_ids: int, month: date = NOVEMBER) -> None:
    agency.actions.fill_cohort(FillCohort(source_ids, agency.liaison_id, month, TODAY))


def visit(agency: Agency, source_id: int, day: date, advance: Advance = Advance.CONTINUATION) -> None:
    agency.actions.log_visit(LogVisit(source_id, advance, agency.visit, day))


def test_one_step_fills_a_cohort_and_undo_empties_it(agency: Agency) -> None:
    first, second = prospect(agency, "Mercy"), prospect(agency, "Oak")
    fill(agency, first, second)
    assert members(agency, first) == members(agency, second) == [(NOVEMBER, None)]
    assert row(agency, first).owner_id == agency.liaison_id
    agency.actions.undo()
    assert members(agency, first) == []
    assert row(agency, first).owner_id is None


def test_an_inactive_source_is_prospective_again_with_its_visits_counted_anew(agency: Agency) -> None:
    key = prospect(agency, "Mercy")
    visit(agency, key, date(2026, 10, 6))
    agency.actions.change_stage(ChangeStage((key,), SourceStage.INACTIVE, date(2026, 10, 20), "no answer"))
    fill(agency, key)
    assert members(agency, key) == [(NOVEMBER, None)]
    found = row(agency, key)
    assert (found.stage, found.stage_visits, found.inactive_reason) == (SourceStage.PROSPECTIVE, 0, None)
    assert found.due_on == date(2026, 11, 5)  # the last counting visit and 30 days
    with agency.engine.connect() as connection:
        stages = connection.execute(
            select(SourceStageChange.stage).where(SourceStageChange.source_id == key).order_by(SourceStageChange.id)
        ).scalars()
        assert list(stages) == [SourceStage.PROSPECTIVE, SourceStage.INACTIVE, SourceStage.PROSPECTIVE]


def test_what_cannot_take_a_place_is_refused_in_words_and_nothing_is_written(agency: Agency) -> None:
    marcus = agency.actions.save_user(SaveUser({"name": "Marcus Hale", "role": UserRole.LIAISON})).subject
    taken, his = prospect(agency, "Mercy"), prospect(agency, "Oak", owner_id=marcus)
    active, free = prospect(agency, "Elm"), prospect(agency, "Fir")
    agency.actions.change_stage(ChangeStage((active,), SourceStage.ACTIVE, TODAY))
    fill(agency, taken)
    for wrong, words in (
        (taken, "Mercy is in the cohort of November 2026 of Dana Whitfield already"),
        (his, "Oak is in the cohort of October 2026 of Marcus Hale already"),
        (active, "Elm is active already"),
    ):
        with pytest.raises(RuleBroken, match=words):
            fill(agency, free, wrong)
    with pytest.raises(NotFound):
        fill(agency, free, 9_999)
    with pytest.raises(RuleBroken, match="in a year from"):
        fill(agency, free, month=date(1, 1, 1))
    assert members(agency, free) == []


def test_a_full_cohort_takes_nobody_until_it_is_made_larger(agency: Agency) -> None:
    keys = [prospect(agency, f"Source {number}") for number in range(6)]
    fill(agency, *keys[:5])
    with pytest.raises(RuleBroken, match="room for 5, and 0 of its places are free"):
        fill(agency, keys[5])
    agency.actions.size_cohort(SizeCohort(agency.liaison_id, NOVEMBER, 6))
    fill(agency, keys[5])
    with pytest.raises(RuleBroken, match="6 places are taken already"):
        agency.actions.size_cohort(SizeCohort(agency.liaison_id, NOVEMBER, 5))
    with pytest.raises(RuleBroken, match="1 to 100"):
        agency.actions.size_cohort(SizeCohort(agency.liaison_id, NOVEMBER, 0))


def test_taken_out_it_stays_prospective_says_why_and_leaves_its_place_free(agency: Agency) -> None:
    key = prospect(agency, "Mercy")
    fill(agency, key)
    with pytest.raises(RuleBroken, match="Say why"):
        agency.actions.take_out(TakeOut(*place(agency, key), TODAY, " "))
    agency.actions.take_out(TakeOut(*place(agency, key), TODAY, "too far"))
    assert members(agency, key) == [(NOVEMBER, TODAY)]
    assert row(agency, key).stage is SourceStage.PROSPECTIVE
    shown = ask(agency).waterfall_board(WaterfallFilter(agency.liaison_id)).rows[-1].standing
    assert (shown.open, shown.left, shown.free) == (0, 1, 5)
    with pytest.raises(RuleBroken, match="left its cohort"):
        agency.actions.take_out(TakeOut(*place(agency, key), TODAY, "again"))
    fill(agency, key, month=DECEMBER)
    assert members(agency, key) == [(NOVEMBER, TODAY), (DECEMBER, None)]


def test_taking_back_the_taking_out_is_refused_once_it_has_another_place(agency: Agency) -> None:
    key = prospect(agency, "Mercy")
    fill(agency, key)
    step = agency.actions.take_out(TakeOut(*place(agency, key), TODAY, "too far")).step_id
    fill(agency, key, month=DECEMBER)
    assert step is not None
    with pytest.raises(Conflict):
        agency.actions.undo_step(step)
    assert members(agency, key) == [(NOVEMBER, TODAY), (DECEMBER, None)]


def test_a_source_moves_to_another_month_and_is_due_by_it(agency: Agency) -> None:
    key = prospect(agency, "Mercy")
    fill(agency, key)
    assert row(agency, key).due_on == date(2026, 11, 30)
    seen = place(agency, key)
    agency.actions.move_member(MoveMember(*seen, DECEMBER))
    assert members(agency, key) == [(DECEMBER, None)]
    assert row(agency, key).due_on == date(2026, 12, 31)
    with pytest.raises(Conflict):
        agency.actions.move_member(MoveMember(*seen, OCTOBER))
    agency.actions.undo()
    assert members(agency, key) == [(NOVEMBER, None)]
    assert row(agency, key).due_on == date(2026, 11, 30)


def test_a_whole_cohort_moves_and_its_due_dates_with_it(agency: Agency) -> None:
    keys = [prospect(agency, "Mercy"), prospect(agency, "Oak")]
    fill(agency, *keys)
    agency.actions.size_cohort(SizeCohort(agency.liaison_id, DECEMBER, 5))  # begun, with nobody in it
    shown = {line.month: line for line in ask(agency).waterfall_board(WaterfallFilter(agency.liaison_id)).rows}
    here = shown[NOVEMBER]
    assert here.cohort_id is not None
    agency.actions.move_cohort(MoveCohort(here.cohort_id, here.version, DECEMBER))
    assert [members(agency, key) for key in keys] == [[(DECEMBER, None)]] * 2
    assert {row(agency, key).due_on for key in keys} == {date(2026, 12, 31)}
    agency.actions.undo()
    assert {row(agency, key).due_on for key in keys} == {date(2026, 11, 30)}
    third = prospect(agency, "Elm")
    fill(agency, third, month=DECEMBER)
    with pytest.raises((RuleBroken, Conflict)):
        agency.actions.move_cohort(MoveCohort(here.cohort_id, here.version, DECEMBER))
    assert members(agency, keys[0]) == [(NOVEMBER, None)]


def test_active_with_its_cadence_out_of_the_cohort_and_back_with_undo(agency: Agency) -> None:
    key = prospect(agency, "Mercy")
    fill(agency, key)
    seen = version(agency, key)
    with pytest.raises(RuleBroken, match="from 7 to 180"):
        agency.actions.make_active(MakeActive(key, seen, 5, TODAY))
    agency.actions.make_active(MakeActive(key, seen, 45, TODAY))
    found = row(agency, key)
    assert (found.stage, found.cadence_days) == (SourceStage.ACTIVE, 45)
    assert members(agency, key) == [(NOVEMBER, TODAY)]
    with pytest.raises((Conflict, RuleBroken)):
        agency.actions.make_active(MakeActive(key, seen, 30, TODAY))
    agency.actions.undo()
    assert row(agency, key).stage is SourceStage.PROSPECTIVE
    assert members(agency, key) == [(NOVEMBER, None)]


def test_seen_on_it_is_decided_at_the_later_visit_everywhere(agency: Agency) -> None:
    key = agency.add("Mercy")
    for number in range(5):
        visit(agency, key, date(2026, 10, 5) + timedelta(days=7 * number))
    questions = ask(agency)
    assert questions.today(9).counts["decide"] == 1
    offer = questions.waterfall_offer(key)
    assert (offer.visits, offer.needed, offer.see_on_until) == (5, 5, 26)
    with pytest.raises(RuleBroken, match="from 6 to 100"):
        agency.actions.see_on(SeeOn(key, offer.version, 5))
    agency.actions.see_on(SeeOn(key, offer.version, offer.see_on_until))
    assert questions.today(9).counts["decide"] == 0
    assert questions.source_detail(key).visits_needed == 26
    board = questions.waterfall_board(WaterfallFilter(agency.liaison_id))
    card = board.rows[0].cards[0]
    assert (card.column, card.needed, board.last) == (5, 26, 26)
    agency.actions.make_active(MakeActive(key, version(agency, key), 30, TODAY))
    assert row(agency, key).see_on_until is None


def test_a_prospect_is_stopped_with_a_reason(agency: Agency) -> None:
    key = prospect(agency, "Mercy")
    fill(agency, key)
    with pytest.raises(RuleBroken, match="Say why"):
        agency.actions.stop_prospect(StopProspect(key, version(agency, key), TODAY, ""))
    agency.actions.stop_prospect(StopProspect(key, version(agency, key), TODAY, "has its own agency"))
    found = row(agency, key)
    assert (found.stage, found.inactive_reason) == (SourceStage.INACTIVE, "has its own agency")
    assert members(agency, key) == [(NOVEMBER, TODAY)]


# --- any order of acts ---------------------------------------------------------------------------------------------

ACTS = ("fill", "take out", "move", "move cohort", "active", "stop", "see on", "again", "undo", "redo", "visit")
MONTHS = (OCTOBER, NOVEMBER, DECEMBER)


def _act(agency: Agency, name: str, key: int, month: date) -> None:
    """One of the acts, as somebody at a desk would ask for it; what is refused changes nothing."""
    cohorts = [line for line in ask(agency).waterfall_board(WaterfallFilter(agency.liaison_id)).rows if line.cohort_id]
    orders: dict[str, Callable[[], object]] = {
        "fill": lambda: fill(agency, key, month=month),
        "take out": lambda: agency.actions.take_out(TakeOut(*place(agency, key), TODAY, "why")),
        "move": lambda: agency.actions.move_member(MoveMember(*place(agency, key), month)),
        "move cohort": lambda: agency.actions.move_cohort(
            MoveCohort(cohorts[0].cohort_id or 0, cohorts[0].version, month)
        ),
        "active": lambda: agency.actions.make_active(MakeActive(key, version(agency, key), 30, TODAY)),
        "stop": lambda: agency.actions.stop_prospect(StopProspect(key, version(agency, key), TODAY, "why")),
        "see on": lambda: agency.actions.see_on(SeeOn(key, version(agency, key), 9)),
        "again": lambda: agency.actions.change_stage(ChangeStage((key,), SourceStage.PROSPECTIVE, TODAY)),
        "undo": agency.actions.undo,
        "redo": agency.actions.redo,
        "visit": lambda: visit(agency, key, TODAY),
    }
    try:
        orders[name]()
    except (KnownFault, AssertionError, IndexError):
        """Refused, or there is nothing to do it with."""


def _check(agency: Agency) -> None:
    with agency.engine.connect() as connection:
        twice = connection.execute(
            select(CohortMember.source_id)
            .where(CohortMember.left_on.is_(None))
            .group_by(CohortMember.source_id)
            .having(func.count() > 1)
        ).all()
        rows = connection.execute(select(func.count()).select_from(CohortMember)).scalar_one()
        wrong = connection.execute(
            select(CohortMember.id)
            .join(ReferralSource, CohortMember.source_id == ReferralSource.id)
            .where(CohortMember.left_on.is_(None), ReferralSource.stage != SourceStage.PROSPECTIVE)
        ).all()
    assert twice == []
    assert wrong == []
    board = ask(agency).waterfall_board(WaterfallFilter(agency.liaison_id))
    assert sum(line.standing.started for line in board.rows) == rows
    for line in board.rows:
        open_cards = [card for card in line.cards if card.is_open]
        assert len(open_cards) == line.standing.open
        assert line.standing.free == max(line.size - line.standing.open - line.standing.active, 0)


@settings(max_examples=10, phases=(Phase.explicit, Phase.generate), deadline=None)
@given(
    acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 2), st.sampled_from(MONTHS)), min_size=4, max_size=14)
)
def test_after_any_acts_a_source_is_in_one_cohort_and_counts_are_rows(
    acts: list[tuple[str, int, date]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder: Path = tmp_path_factory.mktemp("falls")
    agency = founded_in(folder)
    keys = [prospect(agency, name) for name in ("Mercy", "Oak", "Elm")]
    for name, which, month in acts:
        _act(agency, name, keys[which], month)
        _check(agency)
    agency.engine.dispose()


def test_found_with_an_owner_it_joins_the_months_cohort_once(agency: Agency) -> None:
    key = agency.actions.add_source(
        AddSource({"name": "Mercy", "type_id": agency.snf, "owner_id": agency.liaison_id}, TODAY)
    ).subject
    assert key is not None
    with pytest.raises(RuleBroken):
        fill(agency, key, month=DECEMBER)
    assert members(agency, key) == [(NOVEMBER, None)]
