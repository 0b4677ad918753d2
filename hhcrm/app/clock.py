"""The clock that is handed down to everybody who asks for the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, tzinfo

from hhcrm.domain.errors import Usage

TODAY_VARIABLE = "HHCRM_TODAY"


def machine_time() -> datetime:
    """The machine's present instant, aware, in UTC."""
    return datetime.now(UTC)


class Clock:
    """Says the instant and the day. With `day` set, every day is that day, at the present time of day.

    `zone` is the agency's; None is the machine's.
    """

    def __init__(
        self,
        day: date | None = None,
        zone: tzinfo | None = None,
        instant: Callable[[], datetime] = machine_time,
    ) -> None:
        self._day = day
        self._zone = zone
        self._instant = instant

    @classmethod
    def from_environ(cls, environ: Mapping[str, str], zone: tzinfo | None = None) -> Clock:
        """The clock that HHCRM_TODAY asks for. Usage when it is not a day."""
        return cls(_day_of(environ.get(TODAY_VARIABLE, "")), zone)

    @property
    def zone(self) -> tzinfo | None:
        """The agency's zone; None is the machine's."""
        return self._zone

    def in_zone(self, zone: tzinfo) -> Clock:
        """The same clock in the agency's zone, once that is known."""
        return Clock(self._day, zone, self._instant)

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        present = self._instant()
        if self._day is None:
            return present.astimezone(UTC)
        # Without a zone astimezone() takes the machine's, with the offset of that day, not of today. Nor does that day
        # have the repeated hour of today: where a gap begins at midnight, the later reading lies on the day before.
        time = present.astimezone(self._zone).time().replace(fold=0)
        return datetime.combine(self._day, time, self._zone).astimezone(UTC)

    def today(self) -> date:
        """The day where the agency is."""
        return self._day if self._day is not None else self._instant().astimezone(self._zone).date()


def _day_of(words: str) -> date | None:
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise Usage(f"{TODAY_VARIABLE} is {words!r}, which is not a day. Write it like 2026-11-20.") from error
