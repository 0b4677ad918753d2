"""Questions about what sources are worth, bound to the database."""

from __future__ import annotations

from datetime import date

from hhcrm.queries import potential_facts, worth_board, worth_change
from hhcrm.queries.asking import Asking
from hhcrm.queries.worth_models import PotentialFacts, WorthAsk, WorthBoard, WorthLine
from hhcrm.storage.settings import rules_on


class WorthQuestions(Asking):
    """What is asked about potential, the share received, and effort."""

    def worth_board(self, ask: WorthAsk) -> WorthBoard:
        """The worth board of a period."""
        with self.reading() as connection:
            return worth_board.worth_board(connection, ask, self._today())

    def potential_facts(self, source_id: int) -> PotentialFacts:
        """What is known of a source's potential. Raises NotFound."""
        with self.reading() as connection:
            return potential_facts.potential_facts(connection, source_id, rules_on(connection, self._today()))

    def what_could_change(self, line: WorthLine, until: date) -> tuple[str, ...]:
        """What could change at a source that calls for a rethink, in sentences."""
        with self.reading() as connection:
            return worth_change.what_could_change(connection, line, until, rules_on(connection, self._today()))
