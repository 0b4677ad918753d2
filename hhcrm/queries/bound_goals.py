"""Questions about goals, bound to the database."""

from __future__ import annotations

from hhcrm.queries import goals, today_goals
from hhcrm.queries.asking import Asking
from hhcrm.queries.goal_models import GoalDetail, GoalFilter, GoalProposal, GoalsFound, GoalStanding
from hhcrm.queries.today_models import TodayNeed


class GoalQuestions(Asking):
    """How goals stand and where they are heading."""

    def goals_found(self, asked: GoalFilter, *, ahead: bool = True) -> GoalsFound:
        """How the goals that a filter leaves stand today; `ahead` also where they are heading."""
        with self.reading() as connection:
            return goals.goals_found(connection, asked, self._today(), self._now(), ahead=ahead)

    def goals_over(self, asked: GoalFilter, limit: int) -> tuple[GoalStanding, ...]:
        """How goals came out whose period has ended, the newest first."""
        with self.reading() as connection:
            return goals.goals_over(connection, asked, limit, self._today(), self._now())

    def goal_detail(self, goal_id: int) -> GoalDetail:
        """One goal, its way through its period and its periods before. Raises NotFound."""
        with self.reading() as connection:
            return goals.goal_detail(connection, goal_id, self._today(), self._now())

    def goal_proposals(self, asked: GoalFilter) -> tuple[GoalProposal, ...]:
        """What the goals of a period that has begun could ask for, where nothing is set yet."""
        with self.reading() as connection:
            return goals.goal_proposals(connection, asked, self._today(), self._now())

    def goals_today(self) -> tuple[TodayNeed, ...]:
        """Where the goals of whoever sits here stand, as lines of Today."""
        with self.reading() as connection:
            return today_goals.goals_today(connection, self._user_id, self._today(), self._now())
