"""Effort and what it brings (product.md, sections 3, 5 and 6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from hhcrm.domain.words import Advance, Ask, SourceStage, VisitStatus
from tests.queries.plain.of_referrals import of_the_period, started
from tests.queries.plain.reading import Plain, rated, summed
from tests.queries.plain.rows import Visit, World
from tests.queries.plain.wanted import DAY, Wanted, of_source, of_visit


def touches(world: World, wanted: Wanted, start: date, end: date, status: VisitStatus) -> list[Visit]:
    """The visits of the period of one status."""
    return [
        visit for visit in world.visits
        if visit.archived_at is None and visit.status is status and start <= visit.visit_on <= end
        and of_visit(world, wanted, visit)
    ]  # fmt: skip


def completed(world: World, wanted: Wanted, start: date, end: date) -> list[Visit]:
    """Completed visits."""
    return touches(world, wanted, start, end, VisitStatus.COMPLETED)


def counting(world: World, wanted: Wanted, start: date, end: date) -> list[Visit]:
    """Completed visits of kinds that count."""
    return [visit for visit in completed(world, wanted, start, end) if world.counts(visit)]


def counting_visits(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Completed visits of kinds that count."""
    return summed(1 for _ in counting(world, wanted, start, end))


def visits(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Completed visits."""
    return summed(1 for _ in completed(world, wanted, start, end))


def visits_planned(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Visits that are planned."""
    return summed(1 for _ in touches(world, wanted, start, end, VisitStatus.PLANNED))


def visits_missed(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Visits that were missed."""
    return summed(1 for _ in touches(world, wanted, start, end, VisitStatus.MISSED))


def spent(visit: Visit) -> int:
    """Minutes, travel included."""
    return (visit.minutes or 0) + (visit.travel_minutes or 0)


def minutes(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Minutes of completed visits, travel included."""
    return summed(spent(visit) for visit in completed(world, wanted, start, end))


def miles(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Miles of completed visits."""
    return summed(visit.miles or 0 for visit in completed(world, wanted, start, end))


def of_counting(world: World, wanted: Wanted, start: date, end: date, holds: Callable[[Visit], bool]) -> Plain:
    """How many of the counting visits something holds of, by how many there are."""
    found = counting(world, wanted, start, end)
    return rated(sum(holds(visit) for visit in found), len(found), len(found))


def advances_per_visit(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Advances / completed counting visits."""
    return of_counting(world, wanted, start, end, lambda visit: visit.advance is Advance.ADVANCE)


def asked_for(visit: Visit) -> bool:
    """Whether the liaison asked for referrals."""
    return visit.ask in (Ask.ASKED, Ask.AGREED, Ask.DECLINED)


def ask_rate(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Asks / completed counting visits."""
    return of_counting(world, wanted, start, end, asked_for)


def agreed_asks(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Asks that were agreed, of completed counting visits."""
    return summed(1 for visit in counting(world, wanted, start, end) if visit.ask is Ask.AGREED)


def referrals_per_ten_visits(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """10 x referrals / completed counting visits, both of the period."""
    came = list(of_the_period(world, wanted, start, end))
    seen = counting(world, wanted, start, end)
    return rated(sum(w for w, _ in came), len(seen), len(seen), times=10)


def referrals_per_hour(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Referrals / hours of completed visits, travel included, both of the period."""
    came = list(of_the_period(world, wanted, start, end))
    seen = completed(world, wanted, start, end)
    took = Fraction(sum(map(spent, seen)), 60)
    return rated(sum(w for w, _ in came), took, len(seen))


def referrals_per_prior_visit(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Referrals of the period / completed visits of as many days right before it."""
    came = list(of_the_period(world, wanted, start, end))
    seen = completed(world, wanted, start - (end - start) - DAY, start - DAY)
    return rated(sum(w for w, _ in came), len(seen), len(seen))


def miles_per_admission(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Miles of completed visits / admissions: visit day and SOC day."""
    drove = sum((Fraction(visit.miles or 0) for visit in completed(world, wanted, start, end)), Fraction(0))
    begun = list(started(world, wanted, start, end))
    return rated(drove, sum(w for w, _ in begun), len(begun))


def prospects_since(world: World, source_id: int) -> list[date]:
    """The days on which a source became prospective."""
    found = [change.on_day for change in world.changes if change.source_id == source_id
             and change.stage is SourceStage.PROSPECTIVE]  # fmt: skip
    source = world.source(source_id)
    return found or ([source.stage_since] if source.stage is SourceStage.PROSPECTIVE else [])


def new_prospects(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Sources that were found in the period."""
    found = [
        source for source in world.sources
        if of_source(world, wanted, source) and any(start <= day <= end for day in prospects_since(world, source.id))
    ]  # fmt: skip
    return summed(1 for _ in found)
