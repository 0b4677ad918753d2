"""Which reports are charts, by the name of their question (interfaces.md): the same charts as in the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from hhcrm.charts import effort, referrals, rhythm, worth_board
from hhcrm.charts.chart import Chart
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.worth_models import WorthAsk

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

_Make = Callable[["Questions", MeasureFilter], Chart]

_CHARTS: Mapping[str, _Make] = {
    "referrals-by-source": lambda ask, asked: referrals.by_source(ask.measured_referrals(asked)),
    "referrals-by-month": lambda ask, asked: referrals.by_month(ask.measured_referrals(asked)),
    "conversion": lambda ask, asked: referrals.by_type(ask.measured_referrals(asked)),
    "effort": lambda ask, asked: effort.visits_beside_referrals(ask.measured_effort(asked)),
    "worth": lambda ask, asked: worth_board.worth_chart(ask.worth_board(WorthAsk(asked))),
    "rhythm": lambda ask, asked: rhythm.rhythm_kept(ask.measured_rhythm(asked)),
}


def chart_names() -> tuple[str, ...]:
    """The reports that can be drawn, by name."""
    return tuple(sorted(_CHARTS))


def chart_of(name: str, ask: Questions, asked: MeasureFilter) -> Chart:
    """The chart of a report."""
    return _CHARTS[name](ask, asked)
