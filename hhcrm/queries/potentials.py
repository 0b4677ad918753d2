"""What is known of a source's potential, in SQL: told or entered, counted, or from public data (product.md, 5)."""

from __future__ import annotations

from sqlalchemy import ColumnElement, String, case, cast, func, literal

from hhcrm.domain.words import PotentialBasis
from hhcrm.queries.ground import s, t

_COUNTED = func.nullif(s.providers, 0) * t.provider_rate
_PUBLIC = func.coalesce(func.nullif(s.beds, 0), func.nullif(s.residents, 0)) * t.bed_rate


def known_potential() -> ColumnElement[float | None]:
    """Patients a month: what stands in the source, else its providers, else its beds or residents, by its type's rate.

    NULL where only the median of its type is left to guess by. Needs `SOURCE` joined to `TYPE`.
    """
    return func.coalesce(s.potential_per_month, _COUNTED, _PUBLIC)


def known_basis() -> ColumnElement[str]:
    """What that rests on, as the text of a `PotentialBasis`."""
    return case(
        (s.potential_per_month.is_not(None), cast(s.potential_basis, String)),
        (_COUNTED.is_not(None), literal(str(PotentialBasis.COUNTED))),
        (_PUBLIC.is_not(None), literal(str(PotentialBasis.PUBLIC_DATA))),
        else_=literal(str(PotentialBasis.UNKNOWN)),
    )
