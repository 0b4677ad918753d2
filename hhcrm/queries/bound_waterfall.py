"""Questions about the waterfall, bound to the database."""

from __future__ import annotations

from datetime import date

from hhcrm.queries import waterfall, waterfall_candidates, waterfall_offer
from hhcrm.queries.asking import Asking
from hhcrm.queries.waterfall_candidates import SHOWN
from hhcrm.queries.waterfall_models import Filling, Offer, WaterfallBoard, WaterfallFilter


class WaterfallQuestions(Asking):
    """What is asked about prospects on their way to active."""

    def waterfall_board(self, asked: WaterfallFilter) -> WaterfallBoard:
        """Cohorts by visit."""
        with self.reading() as connection:
            return waterfall.waterfall_board(connection, asked, self._today())

    def waterfall_offer(self, source_id: int) -> Offer:
        """What to do with a prospect. Raises NotFound."""
        with self.reading() as connection:
            return waterfall_offer.waterfall_offer(connection, source_id, self._today())

    def cohort_filling(self, liaison_id: int, month: date, limit: int = SHOWN) -> Filling:
        """A cohort and who could fill it. Raises NotFound."""
        with self.reading() as connection:
            return waterfall_candidates.cohort_filling(connection, liaison_id, month, self._today(), limit)
