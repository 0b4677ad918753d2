"""How prospects become active (product.md, section 3, "Waterfall")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from hhcrm.domain.settings import DEFAULTS, Rules
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate

DEFAULT_VISITS_TO_ACTIVE = DEFAULTS.visits_to_active
DEFAULT_COHORT_SIZE = DEFAULTS.cohort_size
MOST_PROSPECTS = 100
"""What a cohort has room for at most."""

MOST_VISITS = 100
"""At which visit a prospect is decided at the latest."""

_A_FEW_MORE = 3
"""Visits that a prospect is seen on for where the field reports nothing, or less than were made."""

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


@dataclass(frozen=True, slots=True)
class Contacts:
    """How many contacts the field reports before a first referral: from, to."""

    least: int
    most: int

    def said(self) -> str:
        """As a card has room for: "5-8", "about 26"."""
        if self.least < self.most:
            return f"{self.least}-{self.most}"
        return translate("rules", "about {number}").format(number=self.most)


_FIELD_NUMBERS: Mapping[str, Contacts] = MappingProxyType(
    {_OFFICE: Contacts(5, 8), _FACILITY: Contacts(26, 26), _HOSPITAL: Contacts(50, 50)}
)


_SHORT: Mapping[str, str] = MappingProxyType(
    {
        "snf": QT_TRANSLATE_NOOP("rules", "SNF"),
        "irf": QT_TRANSLATE_NOOP("rules", "IRF"),
        "ltach": QT_TRANSLATE_NOOP("rules", "LTACH"),
        "physician_practice": QT_TRANSLATE_NOOP("rules", "practice"),
    }
)


def short_type(type_code: str, name: str) -> str:
    """A type as a narrow card says it: SNF, practice; its name where the field has no shorter word."""
    short = _SHORT.get(type_code)
    return name if short is None else translate("rules", short)


def field_number(type_code: str) -> Contacts | None:
    """What the field reports for this type of source, as numbers; None where it reports nothing."""
    return _FIELD_NUMBERS.get(_FIELD_CONTACTS.get(type_code, ""))


def see_on_until(type_code: str, visits: int) -> int:
    """The visit until which a prospect is offered to be seen on after so many: the field's figure, or a few more."""
    field = field_number(type_code)
    return field.most if field is not None and field.most > visits else min(visits + _A_FEW_MORE, MOST_VISITS)


def why_stalled(
    last_counting: date | None, stage_since: date, visits_without_advance: int, today: date, rules: Rules = DEFAULTS
) -> str:
    """Why a prospect stalls, in words, by the rule of `hhcrm.domain.cadence.stalls`; "" where it does not."""
    quiet = (today - max(stage_since, last_counting or stage_since)).days
    reasons = []
    if quiet >= rules.stall_days:
        reasons.append(translate("rules", "{days} days without a visit").format(days=quiet))
    if visits_without_advance >= rules.stall_visits:
        words = translate("rules", "no advance in {visits} visits")
        reasons.append(words.format(visits=visits_without_advance))
    return ", ".join(reasons)


def cadence_band(share_before: float, rules: Rules = DEFAULTS) -> str:
    """Which part of a liaison's active sources by potential a cadence is offered to, in words."""
    if share_before < rules.top_percent / 100:
        return translate("rules", "the top {percent} %").format(percent=rules.top_percent)
    if share_before < (rules.top_percent + rules.next_percent) / 100:
        return translate("rules", "the next {percent} %").format(percent=rules.next_percent)
    return translate("rules", "the rest")


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
