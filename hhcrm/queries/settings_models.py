"""Frozen lines about the agency's settings and lists. No SQLAlchemy here: the window imports these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from hhcrm.domain.setting_keys import HOME
from hhcrm.domain.words import UserRole
from hhcrm.domain.working_week import USUAL_WEEK, WorkingWeek


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One value of a setting from a day on; `ahead` where that day is still to come."""

    setting_id: int
    version: int
    key: str
    value: Any
    from_on: date
    came_from: str
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class AgencySettings:
    """What the agency says of itself as it holds today, and how each of these was and will be, newest first."""

    name: str = ""
    zip: str = ""
    time_zone: str = "UTC"
    date_order: Literal["mdy", "dmy"] = "mdy"
    week: WorkingWeek = USUAL_WEEK
    mileage_cents: float | None = None
    phone: str = ""
    address: str = ""
    logo: str = ""
    past: tuple[DatedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands at the head of a page that leaves the house: the agency's name, where it is, its logo as a PNG."""

    name: str
    address: tuple[str, ...] = ()
    phone: str = ""
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A number of the rules by its name in `hhcrm.domain.rule_facts`, as it is shown, and since when it holds."""

    name: str
    value: float
    default: float
    since: date | None = None
    came_from: str = ""

    @property
    def changed(self) -> bool:
        """Whether the agency has its own number."""
        return self.value != self.default


@dataclass(frozen=True, slots=True)
class RulesPage:
    """All numbers, and the changes that lie ahead."""

    lines: tuple[RuleLine, ...] = ()
    ahead: tuple[DatedValue, ...] = ()


@dataclass(frozen=True, slots=True)
class ListValue:
    """A value of a list. `extra` holds the columns of this list; `retired_at` where it is off the list."""

    id: int
    version: int
    name: str
    position: int = 0
    code: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)
    retired_at: datetime | None = None
    retired_by: str = ""


@dataclass(frozen=True, slots=True)
class TagLine:
    """A tag and how many sources have it."""

    name: str
    sources: int


ListUses = Mapping[int, Mapping[str, int]]
"""Of each value how many rows use it, by what people call such rows (source, visit, referral, ...)."""


@dataclass(frozen=True, slots=True)
class UserLine:
    """A person who works with the program, and what is in their hands."""

    id: int
    version: int
    name: str
    role: UserRole
    email: str = ""
    phone: str = ""
    team_id: int | None = None
    team: str = ""
    weekly_visit_hours: float | None = None
    home_zip: str = ""
    day_starts: str = HOME
    day_ends: str = HOME
    archived_at: datetime | None = None
    archived_by: str = ""
    at_desk: bool = False


@dataclass(frozen=True, slots=True)
class UserHands:
    """What a person has in hand, to be given to somebody when they leave: what it is called and how many."""

    sources: int = 0
    planned_visits: int = 0
    open_referrals: int = 0
    open_commitments: int = 0
    open_pilots: int = 0
    territories: int = 0


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team and how many people are in it."""

    id: int
    version: int
    name: str
    people: int = 0


@dataclass(frozen=True, slots=True)
class TerritoryLine:
    """A territory with its ZIP codes and how many sources lie in it."""

    id: int
    version: int
    name: str
    liaison_id: int | None = None
    liaison: str = ""
    zips: tuple[str, ...] = ()
    sources: int = 0
    archived_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StaffPage:
    """Everybody, the archived last; teams and territories by name."""

    users: tuple[UserLine, ...] = ()
    teams: tuple[TeamLine, ...] = ()
    territories: tuple[TerritoryLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Whether a payer is accepted for a line today, since when, and who takes it where the agency does not."""

    payer_id: int
    service_line_id: int
    accepted: bool
    from_on: date
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class PayerGrid:
    """Payers by service lines, with what is said of each pair today, and the ZIP codes served for all lines.

    `ahead` is what begins on a later day, the nearest first; `used` is how many open referrals have a pair.
    """

    payers: tuple[tuple[int, str], ...] = ()
    lines: tuple[tuple[int, str], ...] = ()
    accepted: Mapping[tuple[int, int], Acceptance] = field(default_factory=dict)
    served: tuple[str, ...] = ()
    ahead: tuple[Acceptance, ...] = ()
    used: Mapping[tuple[int, int], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SetUpSteps:
    """Which steps of setting up have something to show for them."""

    sources: int = 0
    people: int = 0
    payers: int = 0
    served_zips: int = 0
    territories: int = 0
