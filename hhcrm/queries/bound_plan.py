"""Questions about planning a week, bound to the database."""

from __future__ import annotations

from datetime import date

from hhcrm.queries import week_plan
from hhcrm.queries.asking import Asking
from hhcrm.queries.week_plan_models import WeekQuestion
from hhcrm.storage.settings import agency_zone


class PlanQuestions(Asking):
    """What the week of a liaison is planned from."""

    def week_question(self, liaison_id: int, day: date) -> WeekQuestion:
        """What the week of a day is planned from. Raises NotFound, or CannotPlan where no working day is left."""
        with self.reading() as connection:
            clock = self._now().astimezone(agency_zone(connection, self._today())).time()
            return week_plan.week_question(connection, liaison_id, day, self._today(), clock)

    def plan_liaisons(self) -> tuple[tuple[int, str], ...]:
        """Everybody who has sources, by id and name: whose week can be planned."""
        with self.reading() as connection:
            return week_plan.plan_liaisons(connection)
