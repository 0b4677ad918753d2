"""How many referrals to expect of each source (product.md, section 5): what worth, plan and waterfall use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from sqlalchemy import Connection, func, or_, select

from hhcrm.domain.settings import Rules
from hhcrm.domain.worth import expected_referrals, share_of_potential
from hhcrm.queries.ground import REFERRAL, SOURCE, TYPE, living_source, not_archived, r, s, t, year_start
from hhcrm.queries.potentials import known_potential


@dataclass(frozen=True, slots=True)
class Figures:
    """A source with its potential and what it sent in a year.

    The potential is what is known of it, else the median of its type.
    """

    row: Any
    potential: float | None
    sent: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Expectation:
    """Referrals a month to expect of a source, and how many it sent in 12 months (None: it has never sent)."""

    per_month: float
    sent: int | None


def expected_by_source(connection: Connection, until: date, rules: Rules) -> Mapping[int, float]:
    """By source: the referrals a month to expect, after the 12 months to a day. All living sources are in it."""
    return {key: found.per_month for key, found in expectations(connection, until, rules).items()}


def expectations(
    connection: Connection, until: date, rules: Rules, ids: Collection[int] | None = None
) -> Mapping[int, Expectation]:
    """The same with what each sent, of all living sources or of some of them.

    The medians are the whole agency's, of which no more is read than they need: it may have 20,000 sources.
    """
    rows = connection.execute(
        select(s.id, s.type_id, known_potential(), s.first_referral_on.is_not(None))
        .join_from(SOURCE, TYPE, s.type_id == t.id)
        .where(living_source())
    ).all()
    sent = _sent_in_a_year(connection, until)
    typical = typical_potentials((type_id, potential) for _, type_id, potential, _ in rows)
    shares: dict[int, list[float]] = defaultdict(list)
    for key, type_id, potential, has_sent in rows:
        if has_sent:
            share = share_of_potential(sent.get(key, 0), potential if potential is not None else typical.get(type_id))
            if share is not None:
                shares[type_id].append(share)
    usual = {type_id: median(known) for type_id, known in shares.items()}
    found = {}
    for key, type_id, potential, has_sent in rows:
        if ids is None or key in ids:
            could = potential if potential is not None else typical.get(type_id)
            of_year = sent.get(key, 0) if has_sent else None
            found[key] = Expectation(expected_referrals(could, of_year, usual.get(type_id), rules), of_year)
    return found


def potentials_of_types(connection: Connection) -> dict[int, float]:
    """The median potential of each type, of the living sources of which it is known."""
    known = known_potential().label("known")
    ranked = (
        select(
            s.type_id, known, func.row_number().over(partition_by=s.type_id, order_by=known).label("place"),
            func.count().over(partition_by=s.type_id).label("number"),
        )
        .join_from(SOURCE, TYPE, s.type_id == t.id)
        .where(living_source(), known_potential().is_not(None))
        .subquery("ranked")
    )  # fmt: skip
    of = ranked.c
    middle = or_(of.place == (of.number + 1) // 2, of.place == (of.number + 2) // 2)
    rows = connection.execute(select(of.type_id, func.avg(of.known)).where(middle).group_by(of.type_id))
    return {type_id: float(potential) for type_id, potential in rows}


def source_figures(connection: Connection, until: date) -> list[Figures]:
    """All living sources of the agency: medians and quadrants compare each with all."""
    rows = connection.execute(
        select(
            s.id, s.type_id, known_potential().label("potential_per_month"), s.first_referral_on,
        )
        .join_from(SOURCE, TYPE, s.type_id == t.id)
        .where(living_source())
    ).all()  # fmt: skip
    sent = _sent_in_a_year(connection, until)
    typical = typical_potentials((row.type_id, row.potential_per_month) for row in rows)
    return [_figures_of(row, typical.get(row.type_id), sent.get(row.id, 0)) for row in rows]


def _sent_in_a_year(connection: Connection, until: date) -> dict[int, int]:
    rows = connection.execute(
        select(r.source_id, func.count())
        .where(r.referral_on >= year_start(until), r.referral_on <= until, not_archived(REFERRAL))
        .group_by(r.source_id)
    )
    return dict(rows.all())


def typical_potentials(potentials: Iterable[tuple[int, float | None]]) -> dict[int, float]:
    """The median potential of each type, of those that are known."""
    by_type: dict[int, list[float]] = defaultdict(list)
    for type_id, potential in potentials:
        if potential is not None:
            by_type[type_id].append(potential)
    return {type_id: median(known) for type_id, known in by_type.items()}


def median_shares(figures: Sequence[Figures]) -> dict[int, float]:
    """The median share of potential by type, of sources that have sent."""
    found: dict[int, list[float]] = defaultdict(list)
    for one in figures:
        if one.share is not None and one.row.first_referral_on is not None:
            found[one.row.type_id].append(one.share)
    return {type_id: median(shares) for type_id, shares in found.items()}


def _figures_of(row: Any, typical: float | None, sent: int) -> Figures:
    potential = typical if row.potential_per_month is None else row.potential_per_month
    return Figures(row, potential, sent, share_of_potential(sent, potential))
