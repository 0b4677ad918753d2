"""Questions about approaches, bound to the database."""

from __future__ import annotations

from hhcrm.domain.comparing import Way
from hhcrm.queries import approaches, approaches_compared
from hhcrm.queries.approaches_models import ApproachItem, Compared, LearnedItem, LearnedPage
from hhcrm.queries.asking import Asking

LEARNED_SHOWN = 30


class ApproachQuestions(Asking):
    """What is asked about what is tried, what came of it, and what was learned."""

    def approaches(self) -> tuple[ApproachItem, ...]:
        """All that are not archived, the newest first."""
        with self.reading() as connection:
            return approaches.approaches(connection)

    def approach(self, approach_id: int) -> ApproachItem:
        """One approach. Raises NotFound."""
        with self.reading() as connection:
            return approaches.approach(connection, approach_id)

    def approach_compared(self, approach_id: int, way: Way) -> Compared:
        """What came of an approach, in one way of looking at it. Raises NotFound."""
        with self.reading() as connection:
            return approaches_compared.compared(connection, approach_id, way, self._today(), self._now())

    def learned_page(
        self, typed: str = "", approach_id: int | None = None, offset: int = 0, limit: int = LEARNED_SHOWN
    ) -> LearnedPage:
        """A page of the journal, the newest first."""
        with self.reading() as connection:
            return approaches.learned_page(connection, typed, approach_id, offset, limit)

    def learned(self, note_id: int) -> LearnedItem:
        """One note of the journal. Raises NotFound."""
        with self.reading() as connection:
            return approaches.learned(connection, note_id)
