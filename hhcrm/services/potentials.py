"""What a source could send: told us, counted by kind of provider, or from its beds or residents."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.words import PotentialBasis
from hhcrm.domain.worth import counted_potential, provider_rates
from hhcrm.models.sources import ProviderCount, ReferralSource
from hhcrm.services.potential_commands import SetPotential, provider_field
from hhcrm.services.records import assign, fetch
from hhcrm.services.values import SOURCE_COLUMNS, read_values
from hhcrm.storage.settings import rules_on
from hhcrm.storage.work import Transaction, UnitOfWork


def set_potential(work: UnitOfWork, command: SetPotential, today: date) -> ChangeSet:
    """Set a source's potential with its basis. Raises Conflict, or RuleBroken naming the field."""

    def change(tx: Transaction) -> int | None:
        source = fetch(tx.session, ReferralSource, command.source_id, "source", command.version)
        values = _values(tx.session, source, command, today)
        figure = values["potential_per_month"]
        same = (figure, values["potential_basis"]) == (source.potential_per_month, source.potential_basis)
        if not same:
            values["potential_on"] = None if figure is None else today
        assign(source, values)
        return source.id

    return work.run("Set a potential", change)


def _values(session: Session, source: ReferralSource, command: SetPotential, today: date) -> dict[str, Any]:
    figure: float | None = None
    more: dict[str, Any] = {}
    match command.basis:
        case PotentialBasis.TOLD_US:
            figure = _told(command)
        case PotentialBasis.COUNTED:
            figure, more = _counted(session, source, command, today)
        case PotentialBasis.PUBLIC_DATA:
            figure, more = _public(source, command)
        case PotentialBasis.UNKNOWN:
            pass  # what is known of the source, or its type, speaks
    basis = PotentialBasis.UNKNOWN if figure is None else command.basis
    return {"potential_per_month": figure, "potential_basis": basis, **more}


def _told(command: SetPotential) -> float:
    figure: float | None = read_values(SOURCE_COLUMNS, {"potential_per_month": command.per_month})[
        "potential_per_month"
    ]
    if figure is None:
        raise RuleBroken(translate("services", "How many patients a month did they say?"), "potential_per_month")
    return figure


def _counted(
    session: Session, source: ReferralSource, command: SetPotential, today: date
) -> tuple[float, dict[str, Any]]:
    """The providers by kind, each times its rate; they are kept with the source."""
    rates = provider_rates(rules_on(session.connection(), today))
    counts: dict[str, int] = {}
    for kind, typed in command.providers.items():
        if kind not in rates:
            raise RuleBroken(translate("services", "{field} cannot be set.").format(field=kind), "basis")
        try:
            counts[kind] = read_values(SOURCE_COLUMNS, {"providers": typed})["providers"] or 0
        except RuleBroken as fault:
            raise RuleBroken(str(fault), provider_field(kind)) from fault
    found = counted_potential(counts, rates)
    if found is None or found.per_month is None:
        raise RuleBroken(translate("services", "How many providers do they have?"), provider_field(next(iter(rates))))
    _keep_counts(source, counts)
    return round(found.per_month, 2), {"providers": sum(counts.values())}


def _keep_counts(source: ReferralSource, counts: dict[str, int]) -> None:
    there = {row.provider_type: row for row in source.provider_counts}
    for kind, count in counts.items():
        if count and kind in there:
            assign(there[kind], {"providers": count})
        elif count:
            source.provider_counts.append(ProviderCount(provider_type=kind, providers=count))
    for kind, row in there.items():
        if not counts.get(kind):
            source.provider_counts.remove(row)


def _public(source: ReferralSource, command: SetPotential) -> tuple[float, dict[str, Any]]:
    """Beds or residents, times the type's rate; both stand in the source as they were typed, also where blank."""
    values = read_values(SOURCE_COLUMNS, {"beds": command.beds, "residents": command.residents})
    size = values["beds"] or values["residents"]
    if not size:
        raise RuleBroken(translate("services", "How many beds or residents do they have?"), "beds")
    rate = source.type.bed_rate
    if rate is None:
        words = translate("services", "{type} has no rate a bed. Give it one in Settings > Lists, or say it otherwise.")
        raise RuleBroken(words.format(type=source.type.name), "beds")
    return round(size * rate, 2), values
