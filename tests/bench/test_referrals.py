"""The place of referrals on the large agency: its statements against the bare driver, and by which index they go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, event

from hhcrm.domain.words import ReferralStage
from hhcrm.queries.bound import Questions
from hhcrm.queries.referral_models import ReferralFilter, ReferralQuestion
from tests.bench.measure import Lane
from tests.bench.test_questions import bare, replayed

__all__ = ["bare"]

pytestmark = pytest.mark.bench

PAGE = 100
WAITING = (ReferralStage.RECEIVED, ReferralStage.UNDER_REVIEW)
Ask = Callable[[Questions], object]

QUESTIONS: dict[str, tuple[Ask, str]] = {
    "first page": (lambda q: q.referral_rows(ReferralQuestion(), 0, PAGE), "ix_referral_day"),
    "board": (lambda q: q.referral_board(ReferralFilter()), "ix_referral_stage"),
    "waiting": (lambda q: q.referral_rows(ReferralQuestion(ReferralFilter(stages=WAITING)), 0, PAGE), "ix_referral_"),
    "badge": (lambda q: q.undecided_referrals(), "ix_referral_stage"),
}


@pytest.mark.parametrize("name", ["first page", "board", "waiting"])
def test_referrals_are_asked_little_slower_than_by_hand(
    name: str, lane: Lane, questions: Questions, large: Engine, bare: Any
) -> None:
    ask, _ = QUESTIONS[name]

    def ours() -> object:
        return ask(questions)

    lane.compare(f"Referrals: {name}", ours, replayed(large, bare, ours), limit=4)


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_reads_the_whole_table(name: str, questions: Questions, large: Engine) -> None:
    ask, index = QUESTIONS[name]
    sent: list[tuple[str, Any]] = []

    def listen(_c: Any, _cursor: Any, statement: str, parameters: Any, _x: Any, _many: bool) -> None:
        sent.append((statement, parameters))

    event.listen(large, "before_cursor_execute", listen)
    ask(questions)
    event.remove(large, "before_cursor_execute", listen)
    with large.connect() as connection:
        plans = [
            str(row[3])
            for statement, parameters in sent
            if statement.startswith("SELECT")
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    assert any(index in step for step in plans), plans
    assert not any(step.startswith("SCAN referral") and "INDEX" not in step for step in plans), plans
