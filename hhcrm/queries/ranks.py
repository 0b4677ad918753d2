"""Cadences offered by a source's rank among its liaison's active sources (product.md, section 3)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from hhcrm.domain.cadence import offered_cadence, rank_share
from hhcrm.domain.settings import Rules
from hhcrm.domain.words import SourceStage
from hhcrm.queries.ground import SOURCE, not_archived, s


@dataclass(frozen=True, slots=True)
class Ranked:
    """A source to be ranked."""

    source_id: int
    owner_id: int | None
    potential: float | None


def offered_cadences(connection: Connection, sources: Iterable[Ranked], rules: Rules) -> dict[int, int]:
    """The cadence to offer to each of these sources, as if it were active beside its owner's others."""
    wanted = list(sources)
    actives = _active_potentials(connection, {one.owner_id for one in wanted})
    return {one.source_id: _offer(one, actives[one.owner_id], rules) for one in wanted}


def rank_among_active(connection: Connection, one: Ranked) -> tuple[int, int]:
    """The place by potential that a source would have among its owner's active sources, from 1, and of how many."""
    others = _others(one, _active_potentials(connection, {one.owner_id})[one.owner_id])
    return bisect_left(others, -_figure(one.potential)) + 1, len(others) + 1


def _offer(one: Ranked, actives: dict[int, float], rules: Rules) -> int:
    others = _others(one, actives)
    return offered_cadence(rank_share(bisect_left(others, -_figure(one.potential)), len(others) + 1), rules)


def _others(one: Ranked, actives: dict[int, float]) -> list[float]:
    """The potentials of the other active sources, negative, the greatest first."""
    return sorted(-figure for key, figure in actives.items() if key != one.source_id)


def _figure(potential: float | None) -> float:
    """A source whose potential nobody knows ranks behind all others."""
    return -1.0 if potential is None else potential


def _active_potentials(connection: Connection, owners: set[int | None]) -> dict[int | None, dict[int, float]]:
    found: dict[int | None, dict[int, float]] = {owner: {} for owner in owners}
    for owner in owners:
        mine = s.owner_id.is_(None) if owner is None else s.owner_id == owner
        rows = connection.execute(
            select(s.id, s.potential_per_month).where(mine, s.stage == SourceStage.ACTIVE, not_archived(SOURCE))
        )
        found[owner] = {key: _figure(figure) for key, figure in rows}
    return found
