"""Questions about planning a week and driving a day, bound to the database."""

from __future__ import annotations

from datetime import date

from hhcrm.queries import agency, route, week_plan
from hhcrm.queries.asking import Asking
from hhcrm.queries.route_models import RouteSheet
from hhcrm.queries.week_plan_models import WeekQuestion
from hhcrm.storage.settings import agency_zone


class PlanQuestions(Asking):
    """What the week of a liaison is planned from, and the sheets of its days."""

    def week_question(self, liaison_id: int, day: date) -> WeekQuestion:
        """What the week of a day is planned from. Raises NotFound, or CannotPlan where no working day is left."""
        with self.reading() as connection:
            clock = self._now().astimezone(agency_zone(connection, self._today())).time()
            return week_plan.week_question(connection, liaison_id, day, self._today(), clock)

    def plan_liaisons(self) -> tuple[tuple[int, str], ...]:
        """Everybody who has sources, by id and name: whose week can be planned."""
        with self.reading() as connection:
            return week_plan.plan_liaisons(connection)

    def route_sheets(self, liaison_id: int | None, day: date) -> tuple[RouteSheet, ...]:
        """The route sheet of a person's day; None: one of everybody who has visits on it."""
        with self.reading() as connection:
            name = agency.agency_facts(connection, self._today(), self._user_id).name
            return route.route_sheets(connection, liaison_id, day, self._today(), name)
