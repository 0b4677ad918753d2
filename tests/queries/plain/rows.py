"""The rows that measures are made of, as they lie in the database."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, select

from hhcrm.domain.words import (
    AdmissionSource,
    Advance,
    Ask,
    CommitmentStatus,
    PotentialBasis,
    ReasonOwner,
    ReferralStage,
    SourceStage,
    Tier,
    VisitStatus,
)
from hhcrm.models.all import metadata


@dataclass(frozen=True, slots=True)
class Person:
    """A user; those who left are archived and stay."""

    id: int
    team_id: int | None


@dataclass(frozen=True, slots=True)
class SourceKind:
    """A type of source."""

    id: int
    visits_to_active: int
    cadence_days: int | None
    bed_rate: float | None
    provider_rate: float | None


@dataclass(frozen=True, slots=True)
class Source:
    """A referral source."""

    id: int
    type_id: int
    owner_id: int | None
    territory_id: int | None
    stage: SourceStage
    stage_since: date
    created_on: date
    tier: Tier | None
    cadence_days: int | None
    potential_per_month: float | None
    potential_basis: PotentialBasis
    providers: int | None
    beds: int | None
    residents: float | None
    archived_at: datetime | None


@dataclass(frozen=True, slots=True)
class StageChange:
    """A day on which a source entered a stage."""

    id: int
    source_id: int
    stage: SourceStage
    on_day: date


@dataclass(frozen=True, slots=True)
class Providers:
    """How many providers of one type a practice has."""

    source_id: int
    provider_type: str
    providers: int


@dataclass(frozen=True, slots=True)
class VisitKind:
    """A kind of touch."""

    id: int
    counts: bool
    minutes: int


@dataclass(frozen=True, slots=True)
class Visit:
    """A touch with a source."""

    id: int
    source_id: int
    liaison_id: int | None
    kind_id: int
    status: VisitStatus
    visit_on: date
    minutes: int | None
    travel_minutes: int | None
    miles: float | None
    ask: Ask | None
    advance: Advance | None
    archived_at: datetime | None


@dataclass(frozen=True, slots=True)
class Brought:
    """A material left at a visit."""

    visit_id: int
    material_id: int


@dataclass(frozen=True, slots=True)
class Referral:
    """A patient sent to us."""

    id: int
    source_id: int
    liaison_id: int | None
    heard_at: datetime
    authorized_at: datetime | None
    payer_id: int | None
    service_line_id: int | None
    clinical_group_id: int | None
    admission_source: AdmissionSource | None
    stage: ReferralStage
    reason_id: int | None
    reason_owner: ReasonOwner | None
    ordered_soc: date | None
    discharged_on: date | None
    discharged_at: datetime | None
    inpatient: bool | None
    soc_on: date | None
    soc_at: datetime | None
    archived_at: datetime | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry in a referral's path."""

    id: int
    referral_id: int
    stage: ReferralStage
    at: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """An update to the referrer."""

    id: int
    referral_id: int
    due_at: datetime | None
    given_at: datetime | None
    waived_why: str | None


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised to a source."""

    id: int
    source_id: int
    owner_id: int | None
    due_on: date
    status: CommitmentStatus
    closed_on: date | None
    archived_at: datetime | None


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One value of one setting from a day on."""

    key: str
    from_on: date
    value: str


@dataclass(frozen=True)
class World:
    """Everything, and the moment at which one looks."""

    people: tuple[Person, ...]
    types: tuple[SourceKind, ...]
    sources: tuple[Source, ...]
    changes: tuple[StageChange, ...]
    providers: tuple[Providers, ...]
    kinds: tuple[VisitKind, ...]
    visits: tuple[Visit, ...]
    brought: tuple[Brought, ...]
    referrals: tuple[Referral, ...]
    entries: tuple[Entry, ...]
    told: tuple[Told, ...]
    promises: tuple[Promise, ...]
    settings: tuple[SettingRow, ...]
    now: datetime
    today: date
    zone: ZoneInfo

    def setting(self, key: str, on: date) -> Any:
        """What a setting says on a day; None where it says nothing."""
        told = [row for row in self.settings if row.key == key and row.from_on <= on]
        return json.loads(max(told, key=lambda row: row.from_on).value) if told else None

    def rate(self, key: str, on: date) -> Fraction | None:
        """An amount as it holds on a day, the earliest one before it; 0 is not set."""
        told = sorted((row.from_on, Fraction(json.loads(row.value))) for row in self.settings if row.key == key)
        amounts = [(day, amount) for day, amount in told if amount]
        if not amounts:
            return None
        return ([amount for day, amount in amounts if day <= on] or [amounts[0][1]])[-1]

    def source(self, key: int) -> Source:
        """A source by its key."""
        (found,) = [source for source in self.sources if source.id == key]
        return found

    def type(self, key: int) -> SourceKind:
        """A type by its key."""
        (found,) = [kind for kind in self.types if kind.id == key]
        return found

    def counts(self, visit: Visit) -> bool:
        """Whether a visit is of a kind that counts."""
        return any(kind.id == visit.kind_id and kind.counts for kind in self.kinds)

    def team(self, person_id: int | None) -> int | None:
        """The team of a person; None for nobody."""
        return next((person.team_id for person in self.people if person.id == person_id), None)

    def day(self, instant: datetime) -> date:
        """The day that it was at the agency."""
        return instant.astimezone(self.zone).date()


_TABLES: dict[str, tuple[str, type[Any]]] = {
    "people": ("app_user", Person), "types": ("source_type", SourceKind), "sources": ("referral_source", Source),
    "changes": ("source_stage_change", StageChange), "providers": ("provider_count", Providers),
    "kinds": ("visit_kind", VisitKind), "visits": ("visit", Visit), "brought": ("visit_material", Brought),
    "referrals": ("referral", Referral), "entries": ("referral_stage_entry", Entry), "told": ("loop_update", Told),
    "promises": ("commitment", Promise), "settings": ("setting", SettingRow),
}  # fmt: skip


def read(engine: Engine, now: datetime) -> World:
    """Every row, read back from the database."""
    found: dict[str, Any] = {}
    with engine.connect() as connection:
        for name, (table, kind) in _TABLES.items():
            rows = connection.execute(select(metadata.tables[table]).order_by(metadata.tables[table].c.id))
            found[name] = tuple(_made(kind, (row._mapping for row in rows)))
    zones = [json.loads(row.value) for row in found["settings"] if row.key == "agency.time_zone"]
    zone = ZoneInfo(zones[-1])
    return World(**found, now=now, today=now.astimezone(zone).date(), zone=zone)


def _made(kind: type[Any], rows: Iterable[Any]) -> Iterable[Any]:
    names = [field.name for field in fields(kind)]
    return (kind(**{name: row[name] for name in names}) for row in rows)
