"""What the sample agency can take: payers by line, ZIP codes, disciplines."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import cycle

from sqlalchemy import Connection, update

from hhcrm.domain.words import CapacityState, PolicyKind
from hhcrm.models.all import metadata
from hhcrm.services.sample.phrases import PUBLIC_INFORMATION, REVIEW_NOTES
from hhcrm.services.sample.places import SERVED
from hhcrm.services.sample.world import World

ALTERNATIVE = "Ask Bluestem Home Care or Stones Bend Visiting Nurses"
ACCEPTED: dict[str, tuple[str, ...]] = {
    "home_health": ("medicare", "medicare_advantage", "managed_medicaid", "va", "commercial"),
    "palliative": ("medicare", "medicare_advantage", "commercial"),
    "home_care": ("private_pay", "ltc_insurance", "va", "medicaid_waiver"),
}
"""Lines that the agency offers, and who pays for them."""

REFUSED: dict[str, tuple[str, ...]] = {
    "home_health": ("medicaid", "workers_comp", "charity"),
    "palliative": ("medicaid", "managed_medicaid"),
    "home_care": ("medicare", "medicare_advantage"),
}

_UNTIL = {"OT": -3, "SLP": 11, "caregiver": 24}
"""For how many more days a discipline's word of last week is meant; one has lapsed and is to be asked again."""

_REVIEWED = {PolicyKind.ACCEPTANCE: 341, PolicyKind.PUBLIC_INFORMATION: 96}
"""How many days ago each was reviewed: the one is due within a month."""

_YEAR = timedelta(days=365)
_STATES = (CapacityState.OPEN, CapacityState.LIMITED, CapacityState.CLOSED)
_NOW = {
    "SN": CapacityState.OPEN, "PT": CapacityState.OPEN, "OT": CapacityState.LIMITED, "SLP": CapacityState.LIMITED,
    "MSW": CapacityState.OPEN, "aide": CapacityState.LIMITED, "chaplain": CapacityState.OPEN,
    "caregiver": CapacityState.CLOSED,
}  # fmt: skip
_NOTES = {
    CapacityState.LIMITED: "A few more this week, ask first",
    CapacityState.CLOSED: "Nobody free before next month",
}


def add_capability(world: World, since: date, clinical_manager: str) -> None:
    """Payers accepted and refused, ZIP codes served, the disciplines' capacity over the last months."""
    lines, payers = world.lookups["service_line"], world.lookups["payer"]
    for table, accepted in ((ACCEPTED, True), (REFUSED, False)):
        for line, names in table.items():
            for payer in names:
                world.batch.add(
                    "payer_acceptance",
                    service_line_id=lines[line], payer_id=payers[payer], accepted=accepted, from_on=since,
                    alternative=None if accepted else ALTERNATIVE,
                )  # fmt: skip
    for place in SERVED:
        world.batch.add("served_zip", zip=place.zip, service_line_id=None)
    _add_capacity(world, clinical_manager)
    _add_reviews(world, clinical_manager)


def _add_capacity(world: World, by: str) -> None:
    dice = world.chance("capacity")
    for discipline, now in _NOW.items():
        for weeks in (26, 13, 5, 1):
            state = now if weeks == 1 else dice.choices(_STATES, (60, 30, 10))[0]
            day = world.working_before(world.today - timedelta(weeks=weeks, days=dice.randrange(4)))
            world.batch.add(
                "discipline_capacity",
                discipline_id=world.lookups["discipline"][discipline], state=state,
                from_at=world.at(day, time(8, 5)), by_name=by, note=_NOTES.get(state),
                until_on=_until(world, discipline) if weeks == 1 else None,
            )  # fmt: skip


def _until(world: World, discipline: str) -> date | None:
    days = _UNTIL.get(discipline)
    return None if days is None else world.today + timedelta(days=days)


def _add_reviews(world: World, by: str) -> None:
    """What the law wants reviewed once a year, as far back as the sample goes."""
    for kind, days in _REVIEWED.items():
        first = world.working_before(world.today - timedelta(days=days))
        reviews = [first]
        while reviews[-1] - _YEAR > world.begin:
            reviews.append(world.working_before(reviews[-1] - timedelta(days=350)))
        for day, note in zip(reversed(reviews), cycle(REVIEW_NOTES)):
            world.batch.add("policy_review", kind=kind, reviewed_on=day, by_name=by, next_on=day + _YEAR, note=note)


def describe_lines(connection: Connection) -> None:
    """What the page of public information says of each line that is offered, where nobody has said it yet."""
    line = metadata.tables["service_line"]
    for code, (offered, limits) in PUBLIC_INFORMATION.items():
        unsaid = (line.c.code == code) & line.c.offered.is_(None) & line.c.limits.is_(None)
        connection.execute(update(line).where(unsaid).values(offered=offered, limits=limits))
