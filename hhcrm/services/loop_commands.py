"""What people order about telling a referrer what became of a referral. No SQLAlchemy here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hhcrm.domain.words import Channel


@dataclass(frozen=True, slots=True)
class GiveUpdate:
    """The referrer was told: to whom (None: whoever answered), by which channel, in which words. `at` None is now."""

    update_id: int
    version: int
    channel: Channel
    contact_id: int | None = None
    said: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WaiveUpdate:
    """Nobody is to be told, and why."""

    update_id: int
    version: int
    why: str


@dataclass(frozen=True, slots=True)
class ReopenUpdate:
    """It was not told after all, or is to be told: due again."""

    update_id: int
    version: int
