"""Generated agencies with every edge, drawn by Hypothesis and written as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, delete, insert, select

from hhcrm.domain.words import (
    AdmissionSource,
    Advance,
    Ask,
    CommitmentStatus,
    LoopStep,
    PotentialBasis,
    ReasonOwner,
    ReferralStage,
    SourceStage,
    Tier,
    UserRole,
    VisitStatus,
)
from hhcrm.models.all import metadata
from hhcrm.storage import derived
from tests.services.conftest import found

FIRST, LAST, TODAY = date(2023, 11, 20), date(2024, 12, 20), date(2024, 11, 21)
NOW = datetime(2024, 11, 21, 15, 30, tzinfo=UTC)
ZONE = ZoneInfo("America/Chicago")
SPRING, AUTUMN, LEAP = date(2024, 3, 10), date(2024, 11, 3), date(2024, 2, 29)
"""The nights on which the clocks are changed, and the day that three years of four do not have."""

PEOPLE = (None, 1, 2, 3, 4)
"""Nobody, the liaison who founded the agency, one of the same team, one of another, one who left."""

KINDS = 8
DECIDING = (ReferralStage.ACCEPTED, ReferralStage.NOT_ADMITTED)

_EDGES = tuple(
    day + timedelta(days=step) for day in (SPRING, AUTUMN, LEAP, TODAY, date(2024, 1, 1)) for step in (-2, -1, 0, 1, 2)
)  # fmt: skip
_STEPS = tuple(date(2024, 1, 15) + timedelta(days=37 * step) for step in range(8))
"""Exactly cadence and grace apart."""

days = st.sampled_from(_EDGES) | st.sampled_from(_STEPS) | st.dates(FIRST, LAST)
_clock = st.sampled_from([time(0), time(0, 59), time(1, 30), time(3), time(12), time(17, 45), time(23, 59, 59)])
instants = st.builds(
    lambda day, at, fold: datetime.combine(day, at.replace(fold=fold), tzinfo=ZONE).astimezone(UTC),
    days, _clock, st.integers(0, 1),
)  # fmt: skip
waits = st.sampled_from([timedelta(0), timedelta(minutes=20), timedelta(hours=1), timedelta(hours=24),
                         timedelta(hours=48), timedelta(hours=49), timedelta(days=9)])  # fmt: skip
seldom = st.sampled_from([False, False, False, False, True])


@dataclass(frozen=True, slots=True)
class Account:
    """A source as it is drawn."""

    type_id: int
    owner_id: int | None
    territory_id: int | None
    path: tuple[SourceStage, ...]
    since: date
    between: int
    tier: Tier | None
    cadence: int | None
    potential: float | None
    providers: int | None
    beds: int | None
    archived: bool


@dataclass(frozen=True, slots=True)
class Touch:
    """A visit as it is drawn; `place` says to which source."""

    place: int
    liaison_id: int | None
    kind_id: int
    status: VisitStatus
    day: date
    minutes: int | None
    travel: int | None
    miles: float | None
    ask: Ask | None
    advance: Advance | None
    materials: tuple[int, ...]
    archived: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """What the source is told, due and given so long after receipt; or nobody is told."""

    due: timedelta
    given: timedelta | None
    waived: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """A referral as it is drawn: its path and how long each step of it took."""

    place: int
    liaison_id: int | None
    heard: datetime
    authorized_after: timedelta | None
    payer_id: int | None
    line_id: int | None
    group_id: int | None
    came: AdmissionSource | None
    path: tuple[ReferralStage, ...]
    step: timedelta
    reason_id: int
    reason_owner: ReasonOwner | None
    ordered_in: int | None
    discharged_in: int | None
    discharge_known: bool
    inpatient: bool | None
    soc_in: int
    soc_clock: time | None
    telling: tuple[Telling, ...]
    archived: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A promise as it is drawn."""

    place: int
    owner_id: int | None
    due: date
    status: CommitmentStatus
    closed_in: int | None
    archived: bool


@dataclass(frozen=True, slots=True)
class History:
    """An agency's rows."""

    accounts: Sequence[Account] = ()
    touches: Sequence[Touch] = ()
    sent: Sequence[Sent] = ()
    words: Sequence[Word] = ()


_R, _S = ReferralStage, SourceStage
PATHS = (
    (_R.RECEIVED,),
    (_R.RECEIVED, _R.UNDER_REVIEW),
    (_R.RECEIVED, _R.ON_HOLD),
    (_R.RECEIVED, _R.ACCEPTED),
    (_R.RECEIVED, _R.ACCEPTED, _R.ON_HOLD),
    (_R.RECEIVED, _R.ACCEPTED, _R.SCHEDULED),
    (_R.RECEIVED, _R.ACCEPTED, _R.SCHEDULED, _R.ADMITTED),
    (_R.RECEIVED, _R.UNDER_REVIEW, _R.ACCEPTED, _R.SCHEDULED, _R.ADMITTED),
    (_R.RECEIVED, _R.ON_HOLD, _R.ACCEPTED, _R.SCHEDULED, _R.ADMITTED),
    (_R.RECEIVED, _R.NOT_ADMITTED),
    (_R.RECEIVED, _R.ACCEPTED, _R.NOT_ADMITTED),
    (_R.RECEIVED, _R.ON_HOLD, _R.NOT_ADMITTED),
    (_R.RECEIVED, _R.NOT_ADMITTED, _R.UNDER_REVIEW),
    (_R.RECEIVED, _R.NOT_ADMITTED, _R.UNDER_REVIEW, _R.ACCEPTED, _R.SCHEDULED, _R.ADMITTED),
    (_R.RECEIVED, _R.ACCEPTED, _R.SCHEDULED, _R.ADMITTED, _R.NOT_ADMITTED),
)  # fmt: skip
"""Straight ways, holds, and mistakes that a correction took back."""

accounts = st.builds(
    Account,
    type_id=st.integers(1, 3),
    owner_id=st.sampled_from(PEOPLE),
    territory_id=st.sampled_from([None, 1, 2]),
    path=st.sampled_from([
        (_S.PROSPECTIVE,), (_S.ACTIVE,), (_S.PROSPECTIVE, _S.ACTIVE), (_S.PROSPECTIVE, _S.ACTIVE, _S.INACTIVE),
        (_S.PROSPECTIVE, _S.INACTIVE, _S.PROSPECTIVE),
    ]),
    since=days,
    between=st.sampled_from([0, 30, 120]),
    tier=st.sampled_from([None, *Tier]),
    cadence=st.sampled_from([None, None, 7, 14, 30, 45]),
    potential=st.sampled_from([None, 0.0, 0.5, 2.0, 8.25]),
    providers=st.sampled_from([None, 0, 3]),
    beds=st.sampled_from([None, 40]),
    archived=seldom,
)  # fmt: skip
touches = st.builds(
    Touch,
    place=st.integers(0, 3),
    liaison_id=st.sampled_from(PEOPLE),
    kind_id=st.sampled_from([1, 1, 2, 4, 5, KINDS]),
    status=st.sampled_from([VisitStatus.COMPLETED, VisitStatus.COMPLETED, *VisitStatus]),
    day=days,
    minutes=st.sampled_from([None, 0, 20, 45]),
    travel=st.sampled_from([None, 15, 50]),
    miles=st.sampled_from([None, 0.0, 4.5, 12.25]),
    ask=st.sampled_from([None, *Ask]),
    advance=st.sampled_from([None, *Advance]),
    materials=st.sampled_from([(), (), (1,), (2,), (1, 2)]),
    archived=seldom,
)
tellings = st.builds(Telling, waits, st.none() | waits, seldom)
sent = st.builds(
    Sent,
    place=st.integers(0, 3),
    liaison_id=st.sampled_from(PEOPLE),
    heard=instants,
    authorized_after=st.none() | waits,
    payer_id=st.sampled_from([None, 1, 2]),
    line_id=st.sampled_from([None, 1, 2]),
    group_id=st.sampled_from([None, 1, 2]),
    came=st.sampled_from([None, *AdmissionSource]),
    path=st.sampled_from(PATHS),
    step=waits,
    reason_id=st.integers(1, 3),
    reason_owner=st.sampled_from([None, *ReasonOwner]),
    ordered_in=st.sampled_from([None, None, 0, 3]),
    discharged_in=st.sampled_from([None, -3, 0, 1, 2]),
    discharge_known=st.booleans(),
    inpatient=st.sampled_from([None, True, False]),
    soc_in=st.sampled_from([0, 1, 2, 3, 4, 40]),
    soc_clock=st.none() | _clock,
    telling=st.lists(tellings, max_size=3).map(tuple),
    archived=seldom,
)
words = st.builds(
    Word,
    place=st.integers(0, 3),
    owner_id=st.sampled_from(PEOPLE),
    due=days,
    status=st.sampled_from(list(CommitmentStatus)),
    closed_in=st.sampled_from([None, -2, 0, 1]),
    archived=seldom,
)
histories = st.builds(
    History,
    st.lists(accounts, min_size=1, max_size=4),
    st.lists(touches, max_size=16),
    st.lists(sent, max_size=9),
    st.lists(words, max_size=4),
)


def lay_ground(engine: Engine) -> None:
    """A founded agency with four people of two teams, two territories and two materials."""
    found(engine)
    tables = metadata.tables
    with engine.begin() as connection:
        add = _Adder(connection)
        add("team", [{"id": key, "name": name} for key, name in ((1, "North"), (2, "South"))])
        connection.execute(tables["app_user"].update().values(team_id=1))
        add("app_user", [
            {"id": 2, "name": "Ben", "role": UserRole.LIAISON, "team_id": 1},
            {"id": 3, "name": "Cleo", "role": UserRole.LIAISON, "team_id": 2},
            {"id": 4, "name": "Dov, who left", "role": UserRole.LIAISON, "team_id": None, "archived_at": NOW},
        ])  # fmt: skip
        add("territory", [{"id": key, "name": f"Part {key}"} for key in (1, 2)])
        add("material", [{"id": key, "name": f"Sheet {key}", "kind": "handout"} for key in (1, 2)])


@dataclass(frozen=True, slots=True)
class _Adder:
    """Writes rows as they are, past every use case."""

    connection: Connection

    def __call__(self, table: str, rows: Sequence[dict[str, Any]]) -> None:
        for row in rows:
            self.connection.execute(insert(metadata.tables[table]).values(row))


_WRITTEN = ("loop_update", "referral_stage_entry", "referral", "visit_material", "visit", "commitment",
            "source_stage_change", "referral_source")  # fmt: skip


def write(engine: Engine, history: History) -> None:
    """Put a history in the place of the one before."""
    with engine.begin() as connection:
        for table in _WRITTEN:
            connection.execute(delete(metadata.tables[table]))
        add = _Adder(connection)
        for number, account in enumerate(history.accounts, 1):
            _write_source(add, number, account)
        for number, touch in enumerate(history.touches, 1):
            _write_visit(add, number, touch, len(history.accounts))
        for number, one in enumerate(history.sent, 1):
            _write_referral(add, number, one, len(history.accounts))
        for number, word in enumerate(history.words, 1):
            _write_promise(add, number, word, len(history.accounts))
        derived.refresh(connection)


def _archived(yes: bool) -> datetime | None:
    return NOW if yes else None


def _write_source(add: _Adder, key: int, one: Account) -> None:
    on = [one.since + timedelta(days=place * one.between) for place, _ in enumerate(one.path)]
    basis = PotentialBasis.UNKNOWN if one.potential is None else PotentialBasis.TOLD_US
    add("referral_source", [{
        "id": key, "name": f"Source {key}", "name_key": f"source {key}", "type_id": one.type_id,
        "owner_id": one.owner_id, "territory_id": one.territory_id, "stage": one.path[-1], "stage_since": on[-1],
        "created_on": on[0], "tier": one.tier, "cadence_days": one.cadence, "potential_per_month": one.potential,
        "potential_basis": basis, "providers": one.providers, "beds": one.beds,
        "archived_at": _archived(one.archived),
    }])  # fmt: skip
    for stage, day in zip(one.path, on, strict=True):
        at = datetime.combine(day, time(18), tzinfo=UTC)
        add("source_stage_change", [
            {"source_id": key, "stage": stage, "on_day": day, "at": at, "by_name": "Tess"}
        ])  # fmt: skip


def _write_visit(add: _Adder, key: int, one: Touch, sources: int) -> None:
    add("visit", [{
        "id": key, "source_id": one.place % sources + 1, "liaison_id": one.liaison_id, "kind_id": one.kind_id,
        "status": one.status, "visit_on": one.day, "minutes": one.minutes, "travel_minutes": one.travel,
        "miles": one.miles, "ask": one.ask, "advance": one.advance, "archived_at": _archived(one.archived),
        "uid": f"{key}@twin",
    }])  # fmt: skip
    add("visit_material", [{"visit_id": key, "material_id": material} for material in one.materials])


def _write_referral(add: _Adder, key: int, one: Sent, sources: int) -> None:
    authorized = None if one.authorized_after is None else one.heard + one.authorized_after
    received = authorized or one.heard
    on = received.astimezone(ZONE).date()
    at = [received + place * one.step for place, _ in enumerate(one.path)]
    lost = one.path[-1] is _R.NOT_ADMITTED
    soc = on + timedelta(days=one.soc_in) if one.path[-1] is _R.ADMITTED else None
    clock = None if soc is None or one.soc_clock is None else datetime.combine(soc, one.soc_clock, tzinfo=ZONE)
    discharged = None if one.discharged_in is None else on + timedelta(days=one.discharged_in)
    home = None if discharged is None or not one.discharge_known else datetime.combine(discharged, time(9), tzinfo=ZONE)
    add("referral", [{
        "id": key, "source_id": one.place % sources + 1, "liaison_id": one.liaison_id, "heard_at": one.heard,
        "authorized_at": authorized, "referral_on": on, "payer_id": one.payer_id, "service_line_id": one.line_id,
        "clinical_group_id": one.group_id, "admission_source": one.came, "stage": one.path[-1],
        "reason_id": one.reason_id if lost else None, "reason_owner": one.reason_owner if lost else None,
        "decided_at": _decided(one.path, at), "discharged_on": discharged, "discharged_at": home,
        "ordered_soc": None if one.ordered_in is None else on + timedelta(days=one.ordered_in),
        "inpatient": one.inpatient, "soc_on": soc, "soc_at": clock, "archived_at": _archived(one.archived),
    }])  # fmt: skip
    add("referral_stage_entry", [
        {"referral_id": key, "stage": stage, "at": moment, "by_name": "Tess",
         "reason_id": one.reason_id if stage is _R.NOT_ADMITTED else None}
        for stage, moment in zip(one.path, at, strict=True)
    ])  # fmt: skip
    add("loop_update", [
        {"referral_id": key, "step": step, "due_at": received + telling.due,
         "given_at": None if telling.given is None or telling.waived else received + telling.given,
         "waived_why": "nobody there" if telling.waived else None}
        for step, telling in zip(LoopStep, one.telling, strict=False)
    ])  # fmt: skip


def _decided(path: Sequence[ReferralStage], at: Sequence[datetime]) -> datetime | None:
    """When a use case would have noted the decision: a correction to before it takes it back."""
    noted = None
    for stage, moment in zip(path, at, strict=True):
        if stage in (_R.RECEIVED, _R.UNDER_REVIEW):
            noted = None
        elif stage in DECIDING and noted is None:
            noted = moment
    return noted


def _write_promise(add: _Adder, key: int, one: Word, sources: int) -> None:
    closed = one.due + timedelta(days=one.closed_in or 0)
    add("commitment", [{
        "id": key, "source_id": one.place % sources + 1, "owner_id": one.owner_id, "text": "A list of payers",
        "made_on": one.due - timedelta(days=14), "due_on": one.due, "status": one.status,
        "closed_on": None if one.status is CommitmentStatus.OPEN or one.closed_in is None else closed,
        "archived_at": _archived(one.archived),
    }])  # fmt: skip


def keys_of(engine: Engine, table: str) -> list[int]:
    """The keys of a table's rows."""
    with engine.connect() as connection:
        return list(connection.execute(select(metadata.tables[table].c.id)).scalars())
