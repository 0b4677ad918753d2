"""The hours that the sample's liaisons have for visits: one has too few, one some to spare, the others about enough."""

from __future__ import annotations

from sqlalchemy import Connection, update

from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.words import SourceStage
from hhcrm.models.users import User
from hhcrm.services.sample.world import World

_SHARES = (0.95, 1.25, 1.15, 1.6)
"""Hours against those that the visits asked for take, by liaison."""

_SHORTEST, _LONGEST, _WEEK, _HOUR = 2.0, 40.0, 7, 60


def set_hours(connection: Connection, world: World) -> None:
    """Give each liaison without hours of their own such as fit the sample's sources."""
    user = User.__table__.c
    for place, liaison in enumerate(world.liaisons):
        asked = sum(
            _WEEK / (a.cadence if a.stage is SourceStage.ACTIVE else DEFAULTS.prospect_interval_days)
            for a in world.accounts
            if a.owner == place and a.stage is not SourceStage.INACTIVE
        )
        wanted = asked * DEFAULTS.visit_with_drive_minutes / _HOUR * _SHARES[place % len(_SHARES)]
        hours = min(max(round(2 * wanted) / 2, _SHORTEST), _LONGEST)
        connection.execute(
            update(User)
            .where(user.id == liaison.user_id, user.weekly_visit_hours.is_(None))
            .values(weekly_visit_hours=hours)
        )
