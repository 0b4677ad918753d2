"""The first hundred sources of the worth board, as a list to share: no patient is in it."""

from __future__ import annotations

from collections.abc import Sequence

from hhcrm.domain.top_list import MOST, TopBy
from hhcrm.queries.read_models import ReportCell
from hhcrm.queries.worth_models import WorthBoard, WorthLine
from hhcrm.queries.worth_words import basis_words

TOP_COLUMNS = (
    "place", "source_id", "source", "type", "owner", "potential_per_month", "potential_rests_on",
    "referrals_12_months", "share_of_potential_percent", "expected_referrals_per_month", "visits", "minutes",
    "quadrant",
)  # fmt: skip


def top_lines(board: WorthBoard, by: TopBy, most: int = MOST) -> tuple[WorthLine, ...]:
    """The first of the board by what may be expected, or by potential; what has neither is left out."""
    if by is TopBy.EXPECTED:
        return tuple(line for line in board.lines if line.expected > 0)[:most]
    known = [line for line in board.lines if line.potential]
    return tuple(sorted(known, key=lambda line: (-(line.potential or 0.0), line.is_guess)))[:most]


def top_rows(board: WorthBoard, lines: Sequence[WorthLine]) -> list[tuple[ReportCell, ...]]:
    """The lines as rows of a file, with `TOP_COLUMNS`."""
    return [
        (
            place, line.source_id, line.name, line.type, line.owner, line.potential, basis_words(line, board.rates),
            line.sent, None if line.share is None else round(100 * line.share, 1), round(line.expected, 2), line.visits,
            line.minutes, str(line.quadrant or ""),
        )
        for place, line in enumerate(lines, 1)
    ]  # fmt: skip
