"""Every chart that the program makes of an agency's data: one line here, and each general rule is tested on it.

`CHARTS` holds for each chart a function of the questions and of a period. What counts the rows behind a mark is
`rows_behind`; a new kind of `Behind` gets its line there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from hhcrm.charts import effort, referrals, rhythm, scorecard, worth_board
from hhcrm.charts.chart import Chart, Mark
from hhcrm.queries.bound import Questions
from hhcrm.queries.measure_models import GapsBehind, MeasureFilter, VisitsBehind
from hhcrm.queries.measures.models import ReadingBehind
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.worth_models import WorthAsk

Make = Callable[[Questions, MeasureFilter], Chart]


@dataclass(frozen=True, slots=True)
class Rows:
    """What a click opens: how many rows, and how many of them are meant by a share."""

    total: int
    part: float


def _source_months(ask: Questions, asked: MeasureFilter) -> Chart:
    one = replace(asked, source_id=ask.measured_referrals(asked).sources[0].key)
    return referrals.source_months(ask.measured_referrals(one).months, one)


def _scorecard_months(ask: Questions, asked: MeasureFilter) -> Chart:
    first = ask.measured_referrals(asked).sources[0].key
    return scorecard.months_chart(ask.scorecard(first, asked.from_on, asked.until_on))


CHARTS: dict[str, Make] = {
    "referrals-by-source": lambda ask, asked: referrals.by_source(ask.measured_referrals(asked)),
    "referrals-by-month": lambda ask, asked: referrals.by_month(ask.measured_referrals(asked)),
    "conversion": lambda ask, asked: referrals.by_type(ask.measured_referrals(asked)),
    "conversion-by-month": lambda ask, asked: referrals.conversion(ask.measured_referrals(asked)),
    "effort": lambda ask, asked: effort.visits_beside_referrals(ask.measured_effort(asked)),
    "rhythm": lambda ask, asked: rhythm.rhythm_kept(ask.measured_rhythm(asked)),
    "worth": lambda ask, asked: worth_board.worth_chart(ask.worth_board(WorthAsk(asked))),
    "worth-each": lambda ask, asked: worth_board.worth_chart(ask.worth_board(WorthAsk(asked, rolled=False)), "minutes"),
    "source-months": _source_months,
    "scorecard-months": _scorecard_months,
}
"""By the name of the chart."""


def rows_behind(ask: Questions, mark: Mark) -> Rows:
    """Count the rows that a click on a mark opens, asking as the place asks that shows them."""
    behind = mark.behind
    if isinstance(behind, ReferralFilter):
        total = ask.referral_counts(behind).shown
        if behind.outcome is not None:
            return Rows(total, total)
        admitted = ask.referral_counts(replace(behind, outcome="admitted")).shown
        return Rows(admitted + ask.referral_counts(replace(behind, outcome="not admitted")).shown, admitted)
    if isinstance(behind, VisitsBehind):
        total = ask.visits_behind(behind, 0, 1).total
        return Rows(total, total)
    if isinstance(behind, GapsBehind):
        return Rows(ask.gaps_behind(behind, 0, 1).total, ask.gaps_behind(replace(behind, kept=True), 0, 1).total)
    if isinstance(behind, ReadingBehind):
        total = ask.reading_behind(behind, 0, 0).total
        lines = ask.reading_behind(behind, 0, total).lines
        assert len(lines) == total
        return Rows(total, sum(line.counted for line in lines))
    raise AssertionError(f"{mark.words}: nothing counts the rows of {behind}")


def number_of(ask: Questions, chart: Chart, mark: Mark) -> float:
    """The number that the rows behind a mark come to."""
    if chart.kind == "percent":
        rows = rows_behind(ask, mark)
        return rows.part / rows.total
    if isinstance(mark.behind, ReferralFilter) and mark.behind.outcome is None:
        return ask.referral_counts(mark.behind).shown
    return rows_behind(ask, mark).total


PERIODS = (
    (date(2025, 11, 24), date(2026, 11, 23)),
    (date(2026, 7, 10), date(2026, 10, 5)),
)
"""A whole year, and one that begins and ends within a month."""
