"""Writes a generated agency as rows, past every use case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert

from hhcrm.domain.words import CommitmentStatus, LoopStep, PotentialBasis, ReferralStage, UserRole
from hhcrm.models.all import metadata
from hhcrm.storage import derived
from tests.queries.plain.histories import NOW, ZONE, Account, History, Sent, Touch, Word
from tests.services.conftest import found

_R = ReferralStage
DECIDING = (_R.ACCEPTED, _R.NOT_ADMITTED)


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
        for key, visits in ((2, 1), (3, 3)):
            of_type = tables["source_type"].c.id == key
            connection.execute(tables["source_type"].update().where(of_type).values(visits_to_active=visits))
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
        settings = metadata.tables["setting"]
        connection.execute(delete(settings).where(settings.c.came_from == "twin"))
        add = _Adder(connection)
        for number, account in enumerate(history.accounts, 1):
            _write_source(add, number, account)
        for number, touch in enumerate(history.touches, 1):
            _write_visit(add, number, touch, len(history.accounts))
        for number, one in enumerate(history.sent, 1):
            _write_referral(add, number, one, len(history.accounts))
        for number, word in enumerate(history.words, 1):
            _write_promise(add, number, word, len(history.accounts))
        for name, rates in (("hourly_cost", history.hourly_cost), ("revenue_per_admission", history.revenue)):
            key = f"rule.{name}"
            add("setting", [
                {"key": key, "from_on": on, "value": str(rate), "came_from": "twin"} for on, rate in rates
            ])  # fmt: skip
        derived.refresh(connection)


def _archived(yes: bool) -> datetime | None:
    return NOW if yes else None


def _write_source(add: _Adder, key: int, one: Account) -> None:
    on = [one.since + timedelta(days=place * one.between) for place, _ in enumerate(one.path)]
    basis = PotentialBasis.UNKNOWN if one.potential is None else PotentialBasis.TOLD_US
    add("referral_source", [{
        "id": key, "name": f"Source {key}", "name_key": f"source {key}", "type_id": one.type_id,
        "owner_id": one.owner_id, "territory_id": one.territory_id, "stage": one.path[-1], "stage_since": on[-1],
        "created_on": on[0], "see_on_until": one.decided_at, "tier": one.tier, "cadence_days": one.cadence,
        "potential_per_month": one.potential, "potential_basis": basis, "providers": one.providers, "beds": one.beds,
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
