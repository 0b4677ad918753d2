"""What every question needs: the database, the clock, and the person who asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from sqlalchemy import Connection, Engine

from hhcrm.domain.referral_clocks import Moment
from hhcrm.queries import (
    log,
)
from hhcrm.queries import referral_models as rm
from hhcrm.storage.faults import plain_words
from hhcrm.storage.settings import agency_zone, rules_on

PICKS_SHOWN = 12
"""How many of those who may be meant are shown while somebody types a name."""


class Asking:
    """Whoever asks, when, and of which database. Known faults of it come as `hhcrm.domain.errors`, in plain words."""

    def __init__(
        self, engine: Engine, now: Callable[[], datetime], today: Callable[[], date], user_id: int | None
    ) -> None:
        snapshot = engine.dialect.name == "postgresql"  # on SQLite every transaction reads one snapshot
        self._engine = engine.execution_options(isolation_level="REPEATABLE READ") if snapshot else engine
        self._now = now
        self._today = today
        self._user_id = user_id

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that reads one snapshot; faults come out in plain words."""
        with plain_words(), self._engine.connect() as connection:
            yield connection

    def _moment(self, connection: Connection, asked: rm.ReferralQuestion | rm.ReferralFilter) -> Moment | None:
        """Now, to the minute, where a question about referrals goes by their clocks."""
        if isinstance(asked, rm.ReferralQuestion):
            needed = asked.sort == "clock" or asked.which.clock is not None
        else:
            needed = asked.clock is not None
        if not needed:
            return None
        now, today = self._now().replace(second=0, microsecond=0), self._today()
        return Moment(now, agency_zone(connection, today), rules_on(connection, today).clock_warnings_hours)

    def _desk(self) -> log.Desk:
        return log.Desk(self._user_id, self._today(), self._now())
