"""What is known of one source's potential, for whoever sets it."""

from __future__ import annotations

from statistics import median

from sqlalchemy import Connection, select

from hhcrm.domain.errors import NotFound
from hhcrm.domain.settings import Rules
from hhcrm.domain.wording import translate
from hhcrm.domain.words import PotentialBasis
from hhcrm.domain.worth import provider_rates
from hhcrm.models.sources import ProviderCount
from hhcrm.queries.ground import SOURCE, TYPE, living_source, s, t, table
from hhcrm.queries.potentials import known_potential
from hhcrm.queries.worth_models import PotentialFacts

_COUNT = table(ProviderCount).c


def potential_facts(connection: Connection, source_id: int, rules: Rules) -> PotentialFacts:
    """What stands in the source, the rates it could be counted by, and what its type would guess. Raises NotFound."""
    row = connection.execute(
        select(
            s.id, s.version, s.name, s.potential_per_month, s.potential_basis, s.providers, s.beds, s.residents,
            s.type_id, t.name.label("type"), t.bed_rate,
        )
        .join_from(SOURCE, TYPE, s.type_id == t.id)
        .where(s.id == source_id)
    ).one_or_none()  # fmt: skip
    if row is None:
        raise NotFound(translate("worth", "That source is no longer there."))
    kinds = connection.execute(
        select(_COUNT.provider_type, _COUNT.providers).where(_COUNT.source_id == source_id).order_by(_COUNT.id)
    ).all()
    others = connection.execute(
        select(known_potential())
        .join_from(SOURCE, TYPE, s.type_id == t.id)
        .where(living_source(), s.id != source_id, s.type_id == row.type_id, known_potential().is_not(None))
    ).scalars()
    figures = [figure for figure in others if figure is not None]
    return PotentialFacts(
        source_id=row.id,
        version=row.version,
        name=row.name,
        type=row.type,
        per_month=row.potential_per_month,
        basis=PotentialBasis(row.potential_basis),
        kinds=tuple((kind, count) for kind, count in kinds),
        providers=row.providers,
        beds=row.beds,
        residents=row.residents,
        bed_rate=row.bed_rate,
        rates=provider_rates(rules),
        guess=median(figures) if figures else None,
        guess_of=len(figures),
    )
