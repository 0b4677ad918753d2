"""A referral of the sample in the making: what it is about and the path that it takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from hhcrm.domain.words import ReferralStage
from hhcrm.services.sample.places import Place
from hhcrm.services.sample.world import Account


@dataclass(slots=True)
class Step:
    """One entry of a referral's path."""

    stage: ReferralStage
    at: datetime
    reason: str | None = None
    discipline: str | None = None
    note: str | None = None
    criteria: bool = False
    until: date | None = None


@dataclass(slots=True)
class Case:
    """A referral in the making; what lies after the sample's instant is cut off at the end."""

    account: Account
    heard: datetime
    authorized: datetime | None
    line: str
    payer: str
    place: Place
    steps: list[Step] = field(default_factory=list)
    discharged: datetime | None = None
    soc: datetime | None = None
    planned: datetime | None = None
    group: str = ""

    @property
    def received(self) -> datetime:
        """What the clocks start from."""
        return self.authorized or self.heard
