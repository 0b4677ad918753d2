"""What is known of a source's potential, in SQL: told or entered, counted, or from public data (product.md, 5)."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ColumnElement, func

from hhcrm.domain.words import PotentialBasis
from hhcrm.queries.ground import s, t

_BASIS: Mapping[str, PotentialBasis] = {str(basis): basis for basis in PotentialBasis}
_COUNTED = func.nullif(s.providers, 0) * t.provider_rate
_PUBLIC = func.coalesce(func.nullif(s.beds, 0), func.nullif(s.residents, 0)) * t.bed_rate


def known_potential() -> ColumnElement[float | None]:
    """Patients a month: what stands in the source, else its providers, else its beds or residents, by its type's rate.

    NULL where only the median of its type is left to guess by. Needs `SOURCE` joined to `TYPE`.
    """
    return func.coalesce(s.potential_per_month, _COUNTED, _PUBLIC)


def known_basis(stored: str | None, providers: int | None, provider_rate: float | None) -> PotentialBasis:
    """What a known potential rests on: the basis that stands with a stored one, else in the order of `known_potential`.

    `stored` is None where no potential stands in the source.
    """
    if stored is not None:
        return _BASIS[stored]
    return PotentialBasis.COUNTED if providers and provider_rate is not None else PotentialBasis.PUBLIC_DATA
