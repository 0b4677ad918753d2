"""What people order on the place of settings. No SQLAlchemy here: the window imports these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from hhcrm.services.moved_commands import VisitFate


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    """Set settings (`SettingKey` to value) from a day on. `seen` is what each of them was when it was read.

    `fates` say what becomes of visits that are planned where another working week has no hours.
    """

    values: Mapping[str, object]
    from_on: date
    seen: Mapping[str, object] = field(default_factory=dict)
    fates: tuple[VisitFate, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeRules:
    """Set numbers of the rules from a day on, named and scaled as `hhcrm.domain.rule_facts` shows them."""

    values: Mapping[str, float]
    from_on: date
    seen: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DropSetting:
    """Take one dated value away that lies ahead, as read at `version`."""

    setting_id: int
    version: int


@dataclass(frozen=True, slots=True)
class EditValue:
    """Set columns of a value of a list, as read at `version`."""

    table: str
    value_id: int
    version: int
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class OrderValues:
    """Put the values of a list in this order; those not named follow."""

    table: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BringValueBack:
    """Put a retired value back on its list."""

    table: str
    value_id: int


@dataclass(frozen=True, slots=True)
class ChangeTag:
    """Give all sources that have a tag another in its place; an empty one takes it off."""

    old: str
    new: str = ""


@dataclass(frozen=True, slots=True)
class SaveUser:
    """A person who works with the program: a new one without `user_id`, else columns of one read at `version`."""

    values: Mapping[str, object]
    user_id: int | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class LeaveUser:
    """Archive a person. `heirs` says who gets their sources, planned visits, open referrals ... (None: nobody).

    What is not named there stays with them.
    """

    user_id: int
    version: int
    heirs: Mapping[str, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BringUserBack:
    """Restore an archived person."""

    user_id: int


@dataclass(frozen=True, slots=True)
class SaveTeam:
    """A team: a new one without `team_id`, else a new name."""

    name: str
    team_id: int | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class DropTeam:
    """Archive a team; its people are in none, or in another."""

    team_id: int
    version: int
    replacement_id: int | None = None


@dataclass(frozen=True, slots=True)
class SaveTerritory:
    """A territory with its ZIP codes; those of its sources whose place is not set by hand follow."""

    name: str
    liaison_id: int | None
    zips: tuple[str, ...]
    territory_id: int | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class DropTerritory:
    """Archive a territory; its sources go to another, or to none."""

    territory_id: int
    version: int
    replacement_id: int | None = None


@dataclass(frozen=True, slots=True)
class BringTerritoryBack:
    """Restore an archived territory; its ZIP codes have gone and are given anew."""

    territory_id: int


@dataclass(frozen=True, slots=True)
class SetAcceptance:
    """Whether a payer is accepted for a service line from a day on (None: nothing is said any more).

    `seen` is what it was when it was read. `seen_alternative` is who was named instead from that very day on, where it
    matters.
    """

    payer_id: int
    service_line_id: int
    accepted: bool | None
    from_on: date
    alternative: str = ""
    seen: bool | None = None
    seen_alternative: str | None = None


@dataclass(frozen=True, slots=True)
class SetServedZips:
    """The ZIP codes served with one line, or (None) with all; `seen` is what they were when they were read."""

    zips: tuple[str, ...]
    seen: tuple[str, ...]
    service_line_id: int | None = None
