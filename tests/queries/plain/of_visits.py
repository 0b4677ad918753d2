"""Effort and what it brings (product.md, sections 3, 5 and 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from hhcrm.domain.words import Advance, Ask, SourceStage, VisitStatus
from tests.queries.plain.of_referrals import of_the_period, started
from tests.queries.plain.reading import Plain, rated, summed
from tests.queries.plain.rows import Source, Visit, World
from tests.queries.plain.wanted import DAY, Wanted, of_visit


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


def timed(visits_of: list[Visit]) -> list[Visit]:
    """Those of which minutes were noted."""
    return [visit for visit in visits_of if visit.minutes is not None or visit.travel_minutes is not None]


def driven(visits_of: list[Visit]) -> list[Visit]:
    """Those of which miles were noted."""
    return [visit for visit in visits_of if visit.miles is not None]


def amount(noted: Iterable[float], seen: int) -> Plain:
    """The sum of what was noted; of visits of which nothing was noted it says nothing."""
    found = list(noted)
    told = summed(found, pending=seen - len(found))
    return replace(told, value=None) if seen and not found else told


def minutes(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Minutes of completed visits, travel included; visits without any stand beside it."""
    seen = completed(world, wanted, start, end)
    return amount(map(spent, timed(seen)), len(seen))


def miles(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Miles of completed visits; visits without any stand beside it."""
    seen = completed(world, wanted, start, end)
    return amount((visit.miles or 0 for visit in driven(seen)), len(seen))


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
    known = timed(seen)
    return rated(sum(w for w, _ in came), took, len(known), pending=len(seen) - len(known))


def referrals_per_prior_visit(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Referrals of the period / completed counting visits of as many days right before it."""
    came = list(of_the_period(world, wanted, start, end))
    seen = counting(world, wanted, start - (end - start) - DAY, start - DAY)
    return rated(sum(w for w, _ in came), len(seen), len(seen))


def miles_per_admission(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Miles of completed visits / admissions: visit day and SOC day."""
    seen = completed(world, wanted, start, end)
    drove = sum((Fraction(visit.miles or 0) for visit in seen), Fraction(0))
    begun = list(started(world, wanted, start, end))
    found = rated(drove, sum(w for w, _ in begun), len(begun), pending=len(seen) - len(driven(seen)))
    return replace(found, value=None) if seen and not driven(seen) else found


def cost_per_admission(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """(minutes x hourly cost + miles x mileage rate) / admissions, each visit by the rates of its day."""
    seen = completed(world, wanted, start, end)
    begun = list(started(world, wanted, start, end))
    spent_on = Fraction(0)
    for visit in seen:
        hour = world.rate("rule.hourly_cost", visit.visit_on) or Fraction(0)
        mile = world.rate("mileage.cents_per_mile", visit.visit_on) or Fraction(0)
        spent_on += Fraction(spent(visit), 60) * hour + Fraction(visit.miles or 0) * mile / 100
    found = rated(spent_on, sum(w for w, _ in begun), len(begun), pending=len(seen) - len(timed(seen)))
    nobody_noted = bool(seen) and not timed(seen) and not spent_on
    is_set = world.rate("rule.hourly_cost", start) is not None
    return found if is_set and not nobody_noted else replace(found, value=None)


def source_value(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Admissions x what an admission brings, as it held on the SOC day."""
    begun = list(started(world, wanted, start, end))
    rates = [world.rate("rule.revenue_per_admission", one.soc_on or start) for _, one in begun]
    found = summed(w * (rate or 0) for (w, _), rate in zip(begun, rates, strict=True))
    return found if world.rate("rule.revenue_per_admission", start) is not None else replace(found, value=None)


def prospective(world: World, source: Source) -> list[tuple[date, date]]:
    """From when until when a source was prospective; the day of the change belongs to both stages."""
    path = sorted((one for one in world.changes if one.source_id == source.id), key=lambda one: (one.on_day, one.id))
    ends = [one.on_day for one in path[1:]] + [date.max]
    return [
        (one.on_day, end) for one, end in zip(path, ends, strict=True) if one.stage is SourceStage.PROSPECTIVE
    ]  # fmt: skip


def counted_visits(world: World, source: Source) -> list[Visit]:
    """All completed counting visits to a source, in order."""
    found = counting(world, Wanted(only=(source.id,)), date.min, date.max)
    return sorted(found, key=lambda visit: (visit.visit_on, visit.id))


def new_prospects(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Sources whose first counting visit lies in the period, and that were prospective on its day."""
    met = []
    for source in world.sources:
        for visit in counted_visits(world, source)[:1]:
            was = any(first <= visit.visit_on <= last for first, last in prospective(world, source))
            if was and start <= visit.visit_on <= end and of_visit(world, wanted, visit):
                met.append(source)
    return summed(1 for _ in met)


def fifth_visits(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Prospects that reached in the period the visit at which they are decided; earlier visits are none of those."""
    reached = []
    for source in world.sources:
        number, seen = world.type(source.type_id).visits_to_active, counted_visits(world, source)
        for place, visit in enumerate(seen, 1):
            since = [first for first, last in prospective(world, source) if first <= visit.visit_on <= last]
            earlier = sum(one.visit_on < max(since) for one in seen) if since else place
            if place - earlier == number and start <= visit.visit_on <= end and of_visit(world, wanted, visit):
                reached.append(visit)
    return summed(1 for _ in reached)
