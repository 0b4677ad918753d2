"""What is told of sources: rhythm, potential, first referrals, how much hangs on few (product.md, 3, 5 and 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from hhcrm.domain.words import SourceStage, Tier, VisitStatus
from tests.queries.plain.of_referrals import received, started
from tests.queries.plain.reading import Plain, middle, shared
from tests.queries.plain.rows import Source, World
from tests.queries.plain.wanted import DAY, Wanted, of_source

GRACE = 7


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap between two days on which a source was seen; `ended` is None while it is open."""

    source_id: int
    began: date
    ended: date | None
    kept: bool


def seen_on(world: World, source: Source) -> list[date]:
    """The days of its completed counting visits, in order, each once."""
    days = {
        visit.visit_on for visit in world.visits
        if visit.source_id == source.id and visit.status is VisitStatus.COMPLETED and visit.archived_at is None
        and world.counts(visit)
    }  # fmt: skip
    return sorted(days)


def cadence(world: World, source: Source) -> int:
    """Its own, else its tier's, its type's, the agency's."""
    if source.cadence_days is not None:
        return source.cadence_days
    names = {Tier.A: "rule.tier_a_cadence_days", Tier.B: "rule.tier_b_cadence_days", Tier.C: "rule.tier_c_cadence_days"}
    of_tier = world.setting(names[source.tier], date.max) if source.tier is not None else None
    of_type = world.type(source.type_id).cadence_days
    return int(of_tier or of_type or world.setting("rule.default_cadence_days", date.max))


def active(world: World, wanted: Wanted) -> Iterator[Source]:
    """The active sources that are meant."""
    for source in world.sources:
        if source.stage is SourceStage.ACTIVE and source.archived_at is None and of_source(world, wanted, source):
            yield source


def gaps(world: World, wanted: Wanted, start: date, end: date) -> list[Gap]:
    """The gaps that end in the period, and the one still open at its end where it is already too long."""
    found = []
    last_day = min(end, world.today)
    for source in active(world, wanted):
        longest = cadence(world, source) + GRACE
        days = [day for day in seen_on(world, source) if day <= last_day]
        for earlier, later in pairwise(days):
            if later >= start:
                found.append(Gap(source.id, earlier, later, (later - earlier).days <= longest))
        if days and start <= last_day and (last_day - days[-1]).days > longest:
            found.append(Gap(source.id, days[-1], None, False))
    return found


def rhythm_kept(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Of the gaps, those not longer than cadence + 7 days."""
    return shared((1, gap.kept) for gap in gaps(world, wanted, start, end))


def cadence_compliance(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Active sources visited within their interval, looked at on the period's last day / active sources."""
    last_day = min(end, world.today)
    told = []
    for source in active(world, wanted) if start <= last_day else ():
        days = [day for day in seen_on(world, source) if day <= last_day]
        told.append((1, bool(days) and (last_day - days[-1]).days <= cadence(world, source)))
    return shared(told)


def first_referral(world: World, source: Source) -> date | None:
    """The day of its first referral."""
    days = [world.day(received(one)) for one in world.referrals if one.source_id == source.id and not one.archived_at]
    return min(days, default=None)


def visits_to_first_referral(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Completed counting visits before a source's first referral, the median; by the first referral's date."""
    found = []
    for source in world.sources:
        first = first_referral(world, source)
        if first is not None and start <= first <= end and of_source(world, wanted, source):
            found.append(sum(
                visit.source_id == source.id and visit.status is VisitStatus.COMPLETED and visit.archived_at is None
                and world.counts(visit) and visit.visit_on < first
                for visit in world.visits
            ))  # fmt: skip
    return middle(found)


def year_to(day: date) -> date:
    """The first of the 12 months that end on a day."""
    walked = day + DAY
    year, month, wanted_day = walked.year - 1, walked.month, walked.day
    while True:
        try:
            return date(year, month, wanted_day)
        except ValueError:
            wanted_day -= 1


def potential(world: World, source: Source) -> Fraction | None:
    """Patients a month: told us, counted, from public data, else the median of its type; None without any."""
    own = known_potential(world, source)
    if own is not None:
        return own
    others = [
        figure for each in world.sources
        if each.type_id == source.type_id and (figure := known_potential(world, each)) is not None
        and each.archived_at is None and each.stage is not SourceStage.INACTIVE
    ]  # fmt: skip
    between = middle(others).value
    return None if between is None else Fraction(between)


def known_potential(world: World, source: Source) -> Fraction | None:
    """The potential where it is more than a guess."""
    kind = world.type(source.type_id)
    if source.potential_per_month is not None:
        return Fraction(source.potential_per_month)
    if source.providers and kind.provider_rate is not None:
        return Fraction(source.providers) * Fraction(kind.provider_rate)
    filled = source.beds or source.residents
    if filled and kind.bed_rate is not None:
        return Fraction(filled) * Fraction(kind.bed_rate)
    return None


def share_of_potential(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Referrals of the 12 months to the period's end (or today) / (12 x potential); without a potential: beside it."""
    last_day = min(end, world.today)
    sent, could, known, unknown = 0, Fraction(0), 0, 0
    for source in world.sources if start <= last_day else ():
        if source.archived_at or source.stage is SourceStage.INACTIVE or not of_source(world, wanted, source):
            continue
        figure = potential(world, source)
        if figure is None:
            unknown += 1
            continue
        known += 1
        could += 12 * figure
        for one in world.referrals:
            of_this = one.source_id == source.id and one.archived_at is None
            sent += of_this and year_to(last_day) <= world.day(received(one)) <= last_day
    return Plain(float(sent / could) if could else None, known, float(sent), float(could), unknown)


def concentration(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Share of admissions from the first three sources, by SOC day."""
    of: dict[int, Fraction] = {}
    begun = list(started(world, wanted, start, end))
    for weight, one in begun:
        of[one.source_id] = of.get(one.source_id, Fraction(0)) + weight
    whole = sum(of.values(), Fraction(0))
    first = sum(sorted(of.values(), reverse=True)[:3], Fraction(0))
    return Plain(float(first / whole) if whole else None, len(begun), float(first))
