"""The sample's approaches: what this agency began to do differently, and what it noted as it learned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hhcrm.domain.measures import MeasureKey
from hhcrm.services.sample.world import World

_LEAST_WEEKS = 12
"""An approach is noted where the sample reaches so far back before it."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """One approach: its days against today, whom it is about, by what it is judged, and notes by the week of it."""

    name: str
    what: str
    begins: int
    ends: int | None
    kind: str
    measures: tuple[MeasureKey, ...]
    notes: tuple[tuple[int, str], ...]


_PLANS = (
    _Plan(
        "In-services for skilled nursing facilities",
        "Twenty minutes at shift change with the nurses of one unit, on when to think of home health. No lunch.",
        -266, None, "snf",
        (MeasureKey.REFERRALS, MeasureKey.CONVERSION, MeasureKey.REFERRALS_PER_TEN_VISITS),
        (
            (3, "2 pm works, before the change of shift. At noon nobody has time to listen."),
            (9, "The social workers come when the director of nursing sends the invitation, not when we do."),
            (22, "Units that saw us twice ask about wound care on their own. Once is forgotten."),
        ),
    ),
    _Plan(
        "Same-day call back to practices",
        "Whoever takes a referral calls the practice before the end of the day, also when the answer is no.",
        -420, -175, "physician_practice",
        (MeasureKey.LOOP_ON_TIME, MeasureKey.HOURS_TO_SOC, MeasureKey.REFERRALS),
        (
            (5, "Front desks want a fax, the nurses want a call. We ask once and keep it with the person."),
            (30, "Ended as a trial. The calls are liked; look at the figures before it begins again."),
        ),
    ),
)  # fmt: skip
_FREE = (
    -40,
    "Flyers left without a word are in the bin a week later. Hand them to somebody or keep them.",
)


def add_approaches(world: World) -> None:
    """What is tried, as far as the sample goes back, and what was learned."""
    for plan in _PLANS:
        begins = world.today + timedelta(days=plan.begins)
        if begins - timedelta(weeks=_LEAST_WEEKS) >= world.begin:
            _write(world, plan, begins)
    noted = world.today + timedelta(days=_FREE[0])
    if noted >= world.begin:
        _note(world, None, noted, _FREE[1], 0)


def _write(world: World, plan: _Plan, begins: date) -> None:
    key = world.batch.add(
        "approach",
        name=plan.name, what=plan.what, starts_on=begins,
        ends_on=None if plan.ends is None else world.today + timedelta(days=plan.ends),
        liaison_id=None, team_id=None, territory_id=None, type_id=world.lookups["source_type"][plan.kind],
        kind_id=None, material_id=None, measures=" ".join(plan.measures),
    )  # fmt: skip
    for place, (week, words) in enumerate(plan.notes):
        _note(world, key, world.working_before(begins + timedelta(weeks=week)), words, place)


def _note(world: World, approach_id: int | None, on_day: date, words: str, place: int) -> None:
    """A note of one of the liaisons, each in turn; of days to come nothing is noted."""
    by_name = world.liaisons[place % len(world.liaisons)].name
    if on_day <= world.today:
        world.batch.add("approach_note", approach_id=approach_id, on_day=on_day, by_name=by_name, text=words)
