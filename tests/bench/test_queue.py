"""A queue of 5,000 open referrals: each filter, order and move of it is a step of its own, off the window's thread."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from hhcrm.domain.words import ReferralStage
from hhcrm.queries.bound import Questions
from hhcrm.queries.referral_models import OPEN, UNASSIGNED, ReferralFilter, ReferralQuestion
from hhcrm.services.bound import Actions
from hhcrm.services.referral_commands import MoveReferrals
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from tests.bench import bulk
from tests.bench.conftest import NOW
from tests.bench.measure import REDUCED, Figure, Lane

pytestmark = pytest.mark.bench

COUNT = 500 if REDUCED else 5_000
STEP_MS = 50
ROUNDS = 15
PAGE = 100
STAGES = (*OPEN, ReferralStage.RECEIVED)
ANY = ReferralFilter()
BY_CLOCK = ReferralQuestion(ReferralFilter(stages=OPEN), "clock", descending=False)

QUESTIONS: dict[str, Callable[[Questions], object]] = {
    "board": lambda q: q.referral_board(ANY),
    "board by text": lambda q: q.referral_board(ReferralFilter(typed="wound")),
    "board by liaison": lambda q: q.referral_board(ReferralFilter(liaison_id=3)),
    "board, late": lambda q: q.referral_board(ReferralFilter(clock="late")),
    "board, soon": lambda q: q.referral_board(ReferralFilter(clock="soon")),
    "unassigned": lambda q: q.referral_counts(UNASSIGNED),
    "table by clock": lambda q: q.referral_rows(BY_CLOCK, 0, PAGE),
    "counts of the open": lambda q: q.referral_counts(BY_CLOCK.which),
    "table, late": lambda q: q.referral_rows(ReferralQuestion(ReferralFilter(clock="late")), 0, PAGE),
    "counts, late": lambda q: q.referral_counts(ReferralFilter(clock="late")),
}


@pytest.fixture(scope="module")
def queue(large_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Questions, Actions]]:
    """The large agency with so many open referrals, spread over the stages and the last days."""
    file = tmp_path_factory.mktemp("queue") / "agency.db"
    shutil.copyfile(large_file, file)
    with sqlite3.connect(file) as bare:
        bare.execute("UPDATE referral SET stage = 'admitted', soc_on = referral_on WHERE stage = 'under review'")
        for place, stage in enumerate(STAGES):
            bare.execute(
                "UPDATE referral SET stage = ?, soc_on = NULL, reason_id = NULL, reason_owner = NULL, "
                "liaison_id = CASE WHEN id % 50 THEN liaison_id END, "
                "planned_soc_on = CASE ? WHEN 'scheduled' THEN '2026-11-24' END, "
                "hold_until = CASE ? WHEN 'on hold' THEN '2026-11-30' END "
                "WHERE id > (SELECT max(id) FROM referral) - ? AND id % ? = ?",
                (stage, stage, stage, COUNT, len(STAGES), place),
            )
    bare.close()
    engine = make_engine(Address(file=file))
    unit = UnitOfWork(engine, Actor(None, "Tess"), lambda: NOW)
    yield Questions(engine, lambda: NOW, lambda: bulk.TODAY, 1), Actions(unit, lambda: bulk.TODAY, file.parent)
    engine.dispose()


def test_a_long_queue_is_filtered_sorted_and_counted_at_once(lane: Lane, queue: tuple[Questions, Actions]) -> None:
    questions, _ = queue
    assert questions.referral_counts(ReferralFilter(outcome="open")).shown == COUNT
    for name, ask in QUESTIONS.items():
        _hold(lane, f"Queue of {COUNT:,}: {name}", lambda ask=ask: ask(questions))  # type: ignore[misc]  # bound at once
    lane.benchmark.pedantic(lambda: None, rounds=1)


def test_one_of_a_long_queue_is_moved_at_once(lane: Lane, queue: tuple[Questions, Actions]) -> None:
    questions, actions = queue
    received = iter(questions.referral_ids(ReferralFilter(stages=(ReferralStage.RECEIVED,))))

    def move() -> object:
        return actions.move_referrals(MoveReferrals((next(received),), ReferralStage.UNDER_REVIEW))

    _hold(lane, f"Queue of {COUNT:,}: move", move)
    lane.benchmark.pedantic(lambda: None, rounds=1)


def _hold(lane: Lane, name: str, step: Callable[[], object]) -> None:
    """Beside the limit itself, as there is no floor to a step."""
    step()
    times = []
    for _ in range(ROUNDS):
        began = perf_counter()
        step()
        times.append((perf_counter() - began) * 1000)
    lane.take(Figure(name, median(times), STEP_MS, 1, STEP_MS))
