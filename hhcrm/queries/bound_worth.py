"""Questions about what sources are worth, bound to the database."""

from __future__ import annotations

from hhcrm.queries import worth_board
from hhcrm.queries.asking import Asking
from hhcrm.queries.worth_models import WorthAsk, WorthBoard


class WorthQuestions(Asking):
    """What is asked about potential, the share received, and effort."""

    def worth_board(self, ask: WorthAsk) -> WorthBoard:
        """The worth board of a period."""
        with self.reading() as connection:
            return worth_board.worth_board(connection, ask, self._today())
