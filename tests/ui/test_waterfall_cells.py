"""What a card of the waterfall says of its due date: in the words and the shapes that the rest of the program has."""

from __future__ import annotations

from datetime import date

import pytest

from hhcrm.domain.words import DueState
from hhcrm.queries.waterfall_models import Card, CardState
from hhcrm.ui.shared.due_look import due_look
from hhcrm.ui.waterfall.cells import tag

TODAY = date(2026, 11, 23)


def card(state: CardState, over: int) -> Card:
    """A prospect so many days past due."""
    return Card(
        member_id=1, member_version=1, cohort_id=1, liaison_id=1, source_id=1, version=1, name="Oak", type="Clinic",
        field_figure="", state=state, column=2, visits=2, needed=5, due_on=TODAY, planned_on=None, days_overdue=over,
        is_late=over > 7, sent=0, stalled="", next_step="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("state", "over", "words", "look"),
    [
        (CardState.DUE, 0, "Nov 23", DueState.DUE),
        (CardState.OVERDUE, 7, "overdue 7 d", DueState.OVERDUE),
        (CardState.OVERDUE, 8, "late 8 d", DueState.LATE),
    ],
)
def test_due_overdue_and_late_look_as_everywhere(state: CardState, over: int, words: str, look: DueState) -> None:
    said = tag(card(state, over), TODAY)
    assert (said.words, said.kind, said.mark) == (words, *due_look(look))


def test_a_decision_has_a_shape_of_its_own() -> None:
    marks = [tag(card(state, over), TODAY).mark for state in CardState for over in (1, 9)]
    assert len(set(marks)) == len(CardState) + 1
