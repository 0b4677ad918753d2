"""What the sample's referrals need, the code of their diagnosis, and when their liaison saw them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import exp, log
from random import Random
from typing import Any

from hhcrm.domain.starting_rows import DISCIPLINES
from hhcrm.domain.words import AdmissionSource
from hhcrm.services.sample.world import World

CODES: dict[str, str] = {
    "Aftercare following hip replacement": "Z47.1", "Aftercare following knee replacement": "Z47.1",
    "Femur fracture": "S72.001D", "Stroke with hemiparesis": "I69.351", "Parkinson disease": "G20.A1",
    "Multiple sclerosis": "G35.A", "Pressure ulcer of sacral region, stage 3": "L89.153",
    "Diabetic foot ulcer": "E11.621", "Surgical wound dehiscence": "T81.31XD", "Tracheostomy care": "Z43.0",
    "Feeding tube care": "Z43.1", "Major depressive disorder": "F33.1",
    "Dementia with behavioural disturbance": "F03.918", "Aftercare following heart surgery": "Z48.812",
    "Aftercare following bowel surgery": "Z48.815", "Heart failure": "I50.9", "Atrial fibrillation": "I48.91",
    "Hypertensive heart disease": "I11.0", "Type 2 diabetes with complications": "E11.65",
    "Type 1 diabetes": "E10.65", "Urinary tract infection": "N39.0", "Ostomy care": "Z43.3",
    "Cellulitis of leg": "L03.115", "Sepsis, aftercare": "A41.9", "COPD with exacerbation": "J44.1",
    "Pneumonia": "J18.9", "Weakness after long illness, cause asked for": "R53.1", "Anaemia": "D64.9",
}  # fmt: skip
"""ICD-10-CM codes of the sample's diagnoses; the one of weakness is questionable, as it is in life."""

_NEEDS: dict[str, tuple[tuple[str, float], ...]] = {
    "ms_rehab": (("PT", 1), ("OT", 0.5), ("SN", 0.3)),
    "neuro_rehab": (("PT", 1), ("OT", 0.6), ("SLP", 0.5), ("SN", 0.4)),
    "wounds": (("SN", 1), ("aide", 0.25)),
    "complex_nursing": (("SN", 1), ("aide", 0.3)),
    "behavioral_health": (("SN", 1), ("MSW", 0.5), ("OT", 0.3)),
}
_USUAL = (("SN", 1.0), ("PT", 0.45), ("OT", 0.15), ("aide", 0.2), ("MSW", 0.1))
_OTHER_LINES: dict[str, tuple[tuple[str, float], ...]] = {
    "palliative": (("SN", 1), ("MSW", 0.6), ("chaplain", 0.4)),
    "home_care": (("caregiver", 1), ("aide", 0.4)),
}
_UNSAID, _UNCODED, _NOT_KNOWN_WHEN = 0.08, 0.25, 0.03
_COMES_BACK = (2, -1, 0, 5, None)
"""In how many days those on hold come back, taken in turn: one day has passed, of one nobody knows."""

_ORDER = [row.code for row in DISCIPLINES]


def disciplines_of(dice: Random, group: str, line: str, scarce: str | None) -> tuple[str, ...]:
    """The disciplines that a patient needs, in the order of the list; `scarce` is one that is among them."""
    likely = _OTHER_LINES.get(line) or _NEEDS.get(group, _USUAL)
    found = {code for code, share in likely if dice.random() < share}
    if dice.random() < _UNSAID:
        found = set()
    if scarce is not None:
        found.add(scarce)
    return tuple(code for code in _ORDER if code in found)


def code_of(dice: Random, diagnosis: str) -> str | None:
    """The diagnosis's code, where the papers gave one."""
    return None if dice.random() < _UNCODED else CODES[diagnosis]


def inpatient_of(dice: Random, row: dict[str, Any]) -> dict[str, Any]:
    """Whether there was an inpatient stay; of a few the day of discharge is not known."""
    if row["admission_source"] is AdmissionSource.COMMUNITY:
        return {"inpatient": False if dice.random() < 0.7 else None}
    if dice.random() < _NOT_KNOWN_WHEN:
        return {"inpatient": True, "discharged_on": None, "discharged_at": None}
    return {"inpatient": True}


def held_until(world: World, turn: int, held_on: date) -> date | None:
    """The day on which one that is on hold today comes back, not before it was held."""
    days = _COMES_BACK[turn % len(_COMES_BACK)]
    if days is None:
        return None
    day = world.today + timedelta(days=days)
    return max(held_on, world.calendar.next_working(day) if days > 0 else world.working_before(day))


def alert_seen(world: World, dice: Random, heard: datetime) -> datetime | None:
    """When the liaison said "seen", mostly within the hour; None while that is still to come."""
    minutes = min(exp(dice.gauss(log(28), 1.0)), 600)
    seen = world.hours.after(heard, timedelta(minutes=minutes)).replace(microsecond=0)
    return seen if seen <= world.cutoff else None
