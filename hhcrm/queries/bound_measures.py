"""Questions about the measures, bound to the database."""

from __future__ import annotations

from collections.abc import Sequence

from hhcrm.domain.measures import Definition
from hhcrm.queries.asking import Asking
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures import measured
from hhcrm.queries.measures.models import BehindPage, Concentration, MeasureAsk, Measured, ReadingBehind


class MeasureQuestions(Asking):
    """What is asked about whether the way of working works."""

    def definitions(self) -> tuple[Definition, ...]:
        """What each measure means, in the order of `MeasureKey`."""
        return measured.definitions()

    def measured(self, ask: MeasureAsk) -> Measured:
        """One measure. Raises RuleBroken for a split or a filter that it cannot follow."""
        return self.measured_all((ask,))[0]

    def measured_all(self, asks: Sequence[MeasureAsk]) -> tuple[Measured, ...]:
        """Several measures as of one moment, in the order of the asks. Raises RuleBroken as `measured` does."""
        with self.reading() as connection:
            return measured.measured(connection, asks, self._today(), self._now())

    def concentration(self, asked: MeasureFilter) -> Concentration:
        """The sources with most admissions. Raises RuleBroken for a filter by activity or material."""
        with self.reading() as connection:
            return measured.concentration_of(connection, asked)

    def reading_behind(self, of: ReadingBehind, offset: int, limit: int) -> BehindPage:
        """A page of the rows that a reading is made of. Raises RuleBroken as `measured` does."""
        with self.reading() as connection:
            return measured.reading_behind(connection, of, (offset, limit), self._today(), self._now())
