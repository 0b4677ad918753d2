"""What the sample agency can take: payers by line, ZIP codes, disciplines."""

from __future__ import annotations

from datetime import date, time, timedelta

from hhcrm.domain.words import CapacityState
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
            )  # fmt: skip
