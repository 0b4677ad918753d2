"""Goals: a standard for a person, a team or the agency over a month, quarter or year (product.md, section 2)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from hhcrm.domain.goals import GoalSpan
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.words import Comparison
from hhcrm.models.base import NEVER_REUSED, Archivable, Base, Keyed, words


class Goal(Keyed, Archivable, Base):
    """One goal over the month, quarter or year that begins on `from_on`.

    It is a person's (`user_id`), a team's (`team_id`), or, with neither, the agency's. `target` is in the measure's
    unit, a share from 0 to 1. The same measure of the same people over the same span, period by period, is one series:
    no row says so, so that an edited or imported goal always stands where it belongs.
    """

    __tablename__ = "goal"
    __table_args__ = (Index("ix_goal_from_on", "from_on"), NEVER_REUSED)

    user_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"), index=True)
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"), index=True)
    measure: Mapped[MeasureKey] = mapped_column(words(MeasureKey))
    comparison: Mapped[Comparison] = mapped_column(words(Comparison))
    target: Mapped[float]
    span: Mapped[GoalSpan] = mapped_column(words(GoalSpan))
    from_on: Mapped[date]
