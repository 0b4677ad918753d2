"""Questions about trends, bound to the database."""

from __future__ import annotations

from hhcrm.queries import trends
from hhcrm.queries.asking import Asking
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import BehindPage
from hhcrm.queries.trend_models import Reasons, ReasonsBehind, Speed, SpeedAsk, SpeedBehind, Trend, TrendAsk


class TrendQuestions(Asking):
    """What is asked about a measure over time, how long it took, and why not."""

    def trend(self, asked: TrendAsk) -> Trend:
        """A measure piece by piece beside other periods. Raises RuleBroken for what it cannot follow."""
        with self.reading() as connection:
            return trends.trend(connection, asked, self._today(), self._now())

    def speed(self, asked: SpeedAsk) -> Speed:
        """How many took how long. Raises RuleBroken for what the measure cannot follow."""
        with self.reading() as connection:
            return trends.speed(connection, asked, self._today(), self._now())

    def not_admitted_reasons(self, asked: MeasureFilter) -> Reasons:
        """Why referrals were not admitted. Raises RuleBroken for a filter by what only visits know."""
        with self.reading() as connection:
            return trends.reasons(connection, asked, self._today(), self._now())

    def cases_behind(self, behind: SpeedBehind | ReasonsBehind, offset: int, limit: int) -> BehindPage:
        """A page of the referrals behind a length of time or a reason."""
        page, today, now = (offset, limit), self._today(), self._now()
        with self.reading() as connection:
            if isinstance(behind, SpeedBehind):
                return trends.speed_behind(connection, behind, page, today, now)
            return trends.reasons_behind(connection, behind, page, today, now)
