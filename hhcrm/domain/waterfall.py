"""How prospects become active (product.md, section 3, "Waterfall")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.wording import translate

DEFAULT_VISITS_TO_ACTIVE = DEFAULTS.visits_to_active
DEFAULT_COHORT_SIZE = DEFAULTS.cohort_size

_OFFICE = "Usually a physician office sends its first referral after 5-8 contacts."
_FACILITY = "Usually a SNF or rehab sends its first referral after about 26 contacts."
_HOSPITAL = "Usually a hospital sends its first referral after about 50 contacts."

# domain.md (f): 5-8 calls in 6.5 weeks, 26 calls in 6 months, 50 contacts in a year.
_FIELD_CONTACTS: Mapping[str, str] = MappingProxyType(
    {
        "physician_practice": _OFFICE,
        "clinic": _OFFICE,
        "snf": _FACILITY,
        "irf": _FACILITY,
        "hospital": _HOSPITAL,
        "hospital_unit": _HOSPITAL,
        "ltach": _HOSPITAL,
    }
)


def visit_number(counting: Iterable[date], prospective_since: date) -> int:
    """How many completed counting visits fall on or after the day the source became prospective."""
    return sum(day >= prospective_since for day in counting)


def reaches_active(visits: int, needed: int = DEFAULT_VISITS_TO_ACTIVE) -> bool:
    """Whether a prospect with so many visits is offered as active."""
    return visits >= needed


def next_visit_reaches_active(visits: int, needed: int = DEFAULT_VISITS_TO_ACTIVE) -> bool:
    """Whether the next completed counting visit is the one that makes it active."""
    return visits + 1 == needed


def say_visit_number(visits: int, needed: int = DEFAULT_VISITS_TO_ACTIVE) -> str:
    """How far a prospect is: "visit 2 of 5", and "visit 5 of 5: decide" from the last one on."""
    if visits > needed:
        words = translate("rules", "visit {visits}, {needed} are enough: decide")
    elif reaches_active(visits, needed):
        words = translate("rules", "visit {visits} of {needed}: decide")
    else:
        words = translate("rules", "visit {visits} of {needed}")
    return words.format(visits=visits, needed=needed)


def board(visits: Iterable[int], needed: int = DEFAULT_VISITS_TO_ACTIVE) -> tuple[int, ...]:
    """How many prospects stand at visit 0, 1, ... `needed`; those beyond stand at the last."""
    counts = Counter(min(number, needed) for number in visits)
    return tuple(counts[column] for column in range(needed + 1))


def cohort_of(day: date) -> date:
    """The month a cohort belongs to, as its first day."""
    return day.replace(day=1)


def free_places(members: int, size: int = DEFAULT_COHORT_SIZE) -> int:
    """How many prospects a cohort can still take."""
    return max(size - members, 0)


def field_contacts(type_code: str) -> str:
    """What the field reports for this type of source, so that nobody gives a hospital up early; else ''."""
    return _FIELD_CONTACTS.get(type_code, "")
