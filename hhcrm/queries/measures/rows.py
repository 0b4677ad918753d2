"""The kinds of rows that measures are counted from: whose they are, what splits them, which of them a filter means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, FromClause, exists, func, select, true

from hhcrm.domain.measures import By
from hhcrm.models.referrals import LoopUpdate
from hhcrm.models.visits import VisitMaterial
from hhcrm.queries.ground import COMMITMENT, KIND, REFERRAL, SOURCE, VISIT, k, r, s, table, v
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.referral_filter import WHOSE, of_team

LOOP, LEFT = table(LoopUpdate), table(VisitMaterial)

_OF_SOURCE = frozenset({By.LIAISON, By.TEAM, By.TERRITORY, By.SOURCE_TYPE, By.SOURCE})
"""What every row can be split by, as each is of a source."""

OF_SOURCES = _OF_SOURCE
OF_VISITS = _OF_SOURCE | {By.ACTIVITY, By.MATERIAL}
OF_UPDATES = _OF_SOURCE | {By.PAYER, By.SERVICE_LINE, By.CLINICAL_GROUP}
OF_REFERRALS = OF_UPDATES | {By.ACTIVITY, By.MATERIAL}

ASKS_SOURCE = frozenset({By.LIAISON, By.TEAM, By.TERRITORY, By.SOURCE_TYPE})
"""What only the source of a row knows."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """One kind of rows: the table, whose source each is, whose it is, and what of its own splits it.

    `living` are the rows that are not archived; which sources are asked is the measure's to say: what a source did
    before it was archived stays done.
    """

    base: FromClause
    source_id: ColumnElement[int]
    whose: ColumnElement[Any]
    living: ColumnElement[bool]
    own: Mapping[By, ColumnElement[Any]] = field(default_factory=lambda: MappingProxyType({}))

    def column(self, by: By) -> ColumnElement[Any]:
        """What the rows are split by; a team's rows are those of its people."""
        columns = {
            By.LIAISON: self.whose,
            By.TEAM: self.whose,
            By.TERRITORY: s.territory_id,
            By.SOURCE_TYPE: s.type_id,
            By.SOURCE: self.source_id,
        }
        return self.own[by] if by in self.own else columns[by]

    def joined(self, asked: MeasureFilter, by: By | None, *, kinds: bool = False, sources: bool = False) -> FromClause:
        """The least that the filter and the split need: counting alone does not look sources up."""
        found = self.base
        if kinds:
            found = found.join(KIND, v.kind_id == k.id)
        needs = sources or by in ASKS_SOURCE or any(getattr(asked, name) is not None for name in _ASKING_SOURCE)
        if needs and self.base is not SOURCE:
            found = found.join(SOURCE, self.source_id == s.id)
        if by is By.MATERIAL:
            found = found.outerjoin(LEFT, LEFT.c.visit_id == v.id)
        return found

    def conditions(self, asked: MeasureFilter) -> Iterator[ColumnElement[bool]]:
        """Which rows the filter means, of any day."""
        yield self.living
        if asked.only_sources:
            yield self.source_id.in_(asked.only_sources)
        if asked.not_source_ids:
            yield self.source_id.not_in(asked.not_source_ids)
        for column, wanted in (
            (s.type_id, asked.type_id),
            (s.territory_id, asked.territory_id),
            (self.whose, asked.liaison_id),
        ):
            if wanted is not None:
                yield column == wanted
        if asked.team_id is not None:
            yield of_team(self.whose, asked.team_id)
        for by, name in _OWN.items():
            wanted = getattr(asked, name)
            if wanted is not None and by in self.own:
                yield left_at(wanted) if by is By.MATERIAL else self.own[by] == wanted


_ASKING_SOURCE = ("type_id", "territory_id", "liaison_id", "team_id")

_OWN = MappingProxyType(
    {
        By.PAYER: "payer_id",
        By.SERVICE_LINE: "service_line_id",
        By.CLINICAL_GROUP: "clinical_group_id",
        By.ACTIVITY: "kind_id",
        By.MATERIAL: "material_id",
    }
)

FILTERS: Mapping[str, By] = MappingProxyType(
    {
        "liaison_id": By.LIAISON,
        "team_id": By.TEAM,
        "territory_id": By.TERRITORY,
        "type_id": By.SOURCE_TYPE,
        **{name: by for by, name in _OWN.items()},
    }
)
"""The fields of a filter that a measure follows where it can be split by the same; every measure follows sources."""


_WAS_LEFT = LEFT.alias("was_left").c


def left_at(material_id: int) -> ColumnElement[bool]:
    """Whether a material was left at a visit."""
    here = _WAS_LEFT.visit_id == v.id
    return exists(select(_WAS_LEFT.id).where(here, _WAS_LEFT.material_id == material_id).correlate(VISIT))


def nothing_left() -> ColumnElement[bool]:
    """Whether no material was left at a visit."""
    return ~exists(select(_WAS_LEFT.id).where(_WAS_LEFT.visit_id == v.id).correlate(VISIT))


_OF_REFERRAL: Mapping[By, ColumnElement[Any]] = MappingProxyType(
    {
        By.PAYER: r.payer_id,
        By.SERVICE_LINE: r.service_line_id,
        By.CLINICAL_GROUP: r.clinical_group_id,
        By.REASON: r.reason_id,
        By.REASON_OWNER: r.reason_owner,
    }
)

_PROMISED_BY = func.coalesce(COMMITMENT.c.owner_id, s.owner_id)

GROUNDS: Mapping[RowKind, Ground] = MappingProxyType(
    {
        RowKind.REFERRALS: Ground(REFERRAL, r.source_id, WHOSE, r.archived_at.is_(None), _OF_REFERRAL),
        RowKind.UPDATES: Ground(
            LOOP.join(REFERRAL, LOOP.c.referral_id == r.id), r.source_id, WHOSE, r.archived_at.is_(None), _OF_REFERRAL
        ),
        RowKind.VISITS: Ground(
            VISIT,
            v.source_id,
            func.coalesce(v.liaison_id, s.owner_id),
            v.archived_at.is_(None),
            MappingProxyType({By.ACTIVITY: v.kind_id, By.MATERIAL: LEFT.c.material_id}),
        ),
        RowKind.COMMITMENTS: Ground(
            COMMITMENT, COMMITMENT.c.source_id, _PROMISED_BY, COMMITMENT.c.archived_at.is_(None)
        ),
        RowKind.GAPS: Ground(SOURCE, s.id, s.owner_id, s.archived_at.is_(None)),
        RowKind.SOURCES: Ground(SOURCE, s.id, s.owner_id, true()),
    }
)


def of_visits_only(asked: MeasureFilter) -> bool:
    """Whether the filter asks for what visits alone know."""
    return asked.kind_id is not None or asked.material_id is not None


def without_visits(asked: MeasureFilter) -> MeasureFilter:
    """The filter without what visits alone know."""
    return replace(asked, kind_id=None, material_id=None)
