"""People as lists, cards and offers show them: frozen, without the database library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from hhcrm.domain.words import BuyingRole, Channel
from hhcrm.queries.commitment_models import CommitmentItem
from hhcrm.queries.read_models import PersonLine, ReferralLine, VisitLine


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Which people, in which order. `placeless` are those who are at no source any more."""

    typed: str = ""
    role_id: int | None = None
    buying_role: BuyingRole | None = None
    channel: Channel | None = None
    source_id: int | None = None
    placeless: bool = False
    archived: bool = False
    sort: str = "name"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Some people of a list."""

    offset: int
    lines: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True)
class PeopleCounts:
    """How many people a filter leaves, of how many."""

    shown: int
    total: int


@dataclass(frozen=True, slots=True)
class PersonWhole:
    """One person: who they are, every place they had, what happened with them.

    `visits`, `referrals` and `commitments` are the newest; the totals count them all.
    """

    line: PersonLine
    archived_at: datetime | None
    archived_by: str
    archived_why: str
    visits: tuple[VisitLine, ...]
    visit_total: int
    referrals: tuple[ReferralLine, ...]
    referral_total: int
    commitments: tuple[CommitmentItem, ...]

    @property
    def contact_id(self) -> int:
        """The person's key."""
        return self.line.contact_id

    @property
    def name(self) -> str:
        """The person's name with credentials."""
        return self.line.name


Reason = Literal["npi", "ccn", "e-mail", "phone", "name", "like"]
"""Why somebody may be the same: the same number or address, the same name, or a name alike."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form of a new person or source so far."""

    first_name: str = ""
    last_name: str = ""
    name: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    npi: str = ""
    ccn: str = ""


@dataclass(frozen=True, slots=True)
class AlikePerson:
    """A person who may be the one being typed. `here` says that they are at the source the form is about."""

    contact_id: int
    name: str
    where: str
    reason: Reason
    archived: bool
    here: bool


@dataclass(frozen=True, slots=True)
class AlikeSource:
    """A source that may be the one being typed."""

    source_id: int
    name: str
    detail: str
    reason: Reason
    archived: bool
