"""Which rows are meant, who they belong to, and how a period is cut: one row and one day at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from hhcrm.domain.measures import By, Grain
from hhcrm.domain.words import VisitStatus
from tests.queries.plain.rows import Promise, Referral, Source, Visit, World

DAY = timedelta(days=1)
ATTRIBUTED_DAYS = 90

Key = int | str | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What must all hold of a row: pairs of a dimension and its value (None: nobody's, not known)."""

    holds: tuple[tuple[By, Key], ...] = ()
    only: tuple[int, ...] = ()
    never: tuple[int, ...] = ()

    def also(self, by: By, key: Key) -> Wanted:
        """The same, narrowed."""
        return Wanted((*self.holds, (by, key)), self.only, self.never)


def of_source(world: World, wanted: Wanted, source: Source) -> bool:
    """Whether something that is the source's own, hence its owner's, is meant."""
    return _holds(wanted, source, _facts(world, source, source.owner_id))


def of_visit(world: World, wanted: Wanted, visit: Visit) -> bool:
    """Whether a visit is meant; one with several materials is a visit with each of them."""
    source = world.source(visit.source_id)
    facts = _facts(world, source, source.owner_id if visit.liaison_id is None else visit.liaison_id)
    facts[By.ACTIVITY] = visit.kind_id
    return _part(world, wanted, visit) > 0 and _holds(_without(wanted, By.MATERIAL), source, facts)


def of_promise(world: World, wanted: Wanted, promise: Promise) -> bool:
    """Whether a promise is meant."""
    source = world.source(promise.source_id)
    owner = source.owner_id if promise.owner_id is None else promise.owner_id
    return _holds(wanted, source, _facts(world, source, owner))


def of_referral(world: World, wanted: Wanted, referral: Referral) -> Fraction:
    """How much of a referral is meant: all, nothing, or the part that visits of a kind or with a material have in it.

    Attribution: to the completed visits to that source by its owner in the 90 days before it, evenly.
    """
    source = world.source(referral.source_id)
    facts = _facts(world, source, source.owner_id if referral.liaison_id is None else referral.liaison_id)
    facts[By.PAYER] = referral.payer_id
    facts[By.SERVICE_LINE] = referral.service_line_id
    facts[By.CLINICAL_GROUP] = referral.clinical_group_id
    facts[By.REASON] = referral.reason_id
    facts[By.REASON_OWNER] = None if referral.reason_owner is None else referral.reason_owner.value
    if not _holds(_without(_without(wanted, By.MATERIAL), By.ACTIVITY), source, facts):
        return Fraction(0)
    asked = [(by, key) for by, key in wanted.holds if by in (By.MATERIAL, By.ACTIVITY)]
    if not asked:
        return Fraction(1)
    before = visits_before(world, referral)
    if not before:
        return Fraction(all(key is None for _, key in asked))
    effort = Wanted(tuple(asked))
    return sum((_share_of_visit(world, effort, visit) for visit in before), Fraction(0)) / len(before)


def visits_before(world: World, referral: Referral) -> list[Visit]:
    """The visits that a referral is attributed to."""
    source = world.source(referral.source_id)
    referred = world.day(referral.authorized_at or referral.heard_at)
    found = []
    for visit in world.visits:
        by = source.owner_id if visit.liaison_id is None else visit.liaison_id
        if visit.source_id != source.id or by != source.owner_id or by is None:
            continue
        if visit.archived_at is not None or visit.status is not VisitStatus.COMPLETED:
            continue
        if 1 <= (referred - visit.visit_on).days <= ATTRIBUTED_DAYS:
            found.append(visit)
    return found


def _share_of_visit(world: World, effort: Wanted, visit: Visit) -> Fraction:
    kinds = [key for by, key in effort.holds if by is By.ACTIVITY]
    if any(key != visit.kind_id for key in kinds):
        return Fraction(0)
    return _part(world, effort, visit)


def _part(world: World, wanted: Wanted, visit: Visit) -> Fraction:
    """Of what a visit brought its materials have even parts."""
    asked = {key for by, key in wanted.holds if by is By.MATERIAL}
    here: set[Key] = {brought.material_id for brought in world.brought if brought.visit_id == visit.id}
    here = here or {None}
    if not asked:
        return Fraction(1)
    return Fraction(1, len(here)) if asked <= here else Fraction(0)


def _facts(world: World, source: Source, whose: int | None) -> dict[By, Key]:
    return {
        By.SOURCE: source.id, By.SOURCE_TYPE: source.type_id, By.TERRITORY: source.territory_id, By.LIAISON: whose,
        By.TEAM: world.team(whose),
    }  # fmt: skip


def _holds(wanted: Wanted, source: Source, facts: dict[By, Key]) -> bool:
    if wanted.only and source.id not in wanted.only:
        return False
    if source.id in wanted.never:
        return False
    return all(facts[by] == key for by, key in wanted.holds)


def _without(wanted: Wanted, by: By) -> Wanted:
    return Wanted(tuple(pair for pair in wanted.holds if pair[0] is not by), wanted.only, wanted.never)


def pieces(grain: Grain, start: date, end: date) -> list[tuple[date, date]]:
    """First and last day of each month or ISO week of a period, the period's own ends where it cuts them."""
    found: list[list[date]] = []
    day = start
    while day <= end:
        begins = day.day == 1 if grain is Grain.MONTH else day.weekday() == 0
        if not found or (begins and grain is not Grain.WHOLE):
            found.append([day, day])
        found[-1][1] = day
        day += DAY
    return [(first, last) for first, last in found]
