"""The report on worth: what each source could send and does, alone and rolled up, and who is misjudged."""

from __future__ import annotations

from sqlalchemy import Connection

from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.read_models import ReportCell
from hhcrm.queries.report_shape import Asked, Rows
from hhcrm.queries.worth_board import both_boards
from hhcrm.queries.worth_models import WorthLine
from hhcrm.queries.worth_words import basis_words, why_called_out

WORTH = (
    "source_id", "source", "type", "owner", "tier", "potential_per_month", "potential_basis", "referrals_12_months",
    "share_of_potential_percent", "expected_referrals_per_month", "quadrant", "rethink",
    "potential_rests_on", "providers", "visits", "minutes", "counting_visits_12_months", "relationship_felt",
    "called_out", "why", "parts", "rolled_up_potential_per_month", "rolled_up_referrals_12_months",
    "rolled_up_share_of_potential_percent", "rolled_up_quadrant", "rolled_up_called_out",
)  # fmt: skip

_PART = (None,) * 6
"""What is part of another has nothing rolled up: its patients are counted there."""


def worth(connection: Connection, asked: Asked) -> Rows:
    """What each source could send, does send and may be expected to send, best first; 12 months to the period's end.

    What is rolled up stands with the source for which others count, and with those that stand alone.
    """
    which = MeasureFilter(asked.from_on, asked.until_on, liaison_id=asked.liaison_id, source_id=asked.source_id)
    each, rolled = both_boards(connection, which, asked.today)
    wholes = {line.source_id: line for line in rolled.lines}
    return [
        (
            line.source_id, line.name, line.type, line.owner, line.tier, line.potential, str(line.basis), line.sent,
            _percent(line), _expected(line), str(line.quadrant or ""), "yes" if line.rethink else "no",
            basis_words(line, each.rates), line.providers, line.visits, line.minutes, line.visits_year, line.felt,
            str(line.misjudged or ""), why_called_out(line), *_rolled_up(wholes.get(line.source_id)),
        )
        for line in each.lines
    ]  # fmt: skip


def _percent(line: WorthLine) -> float | None:
    return None if line.share is None else round(100 * line.share, 1)


def _expected(line: WorthLine) -> float | None:
    return None if line.expected_as_known is None else round(line.expected_as_known, 2)


def _rolled_up(whole: WorthLine | None) -> tuple[ReportCell, ...]:
    if whole is None:
        return _PART
    return (
        whole.parts, whole.potential, whole.sent, _percent(whole), str(whole.quadrant or ""),
        str(whole.misjudged or ""),
    )  # fmt: skip
