"""Questions about planned visits that ask for another place, bound to the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from sqlalchemy import Connection

from hhcrm.queries import missed
from hhcrm.queries.asking import Asking
from hhcrm.queries.missed_models import DaysChange, MoveLine
from hhcrm.queries.today import own_scope
from hhcrm.storage.settings import agency_zone

MOST_ANSWERED = 200
"""Visits that are answered for at once; more would be nobody's list."""


class MissedQuestions(Asking):
    """What Today and the forms of days off ask."""

    def passed_visits(self, limit: int = MOST_ANSWERED) -> tuple[MoveLine, ...]:
        """Planned visits whose day has passed, each with its next free place: a liaison's own, else everybody's."""
        with self.reading() as connection:
            whose = own_scope(connection, self._user_id)
            return missed.passed_visits(connection, whose, self._today(), self._clock(connection), limit)

    def move_line(self, visit_id: int) -> MoveLine:
        """A planned visit with its next free place. Raises NotFound."""
        with self.reading() as connection:
            return missed.move_line(connection, visit_id, self._today(), self._clock(connection))

    def visits_hit(self, change: DaysChange) -> tuple[MoveLine, ...]:
        """The planned visits whose days such a change would take, each with where it would go."""
        with self.reading() as connection:
            return missed.visits_hit(connection, change, self._today(), self._clock(connection))

    def planned_visits_of(self, source_ids: Sequence[int]) -> int:
        """How many visits to these sources are planned from today on."""
        with self.reading() as connection:
            return missed.planned_visits_of(connection, source_ids, self._today())

    def _clock(self, connection: Connection) -> time:
        """The time of day in the agency's zone."""
        return self._now().astimezone(agency_zone(connection, self._today())).time()
