"""The columns that the values of each list have beside their name, and how what is typed becomes what is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from hhcrm.domain.cadence import check_cadence
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReasonOwner
from hhcrm.services.values import LONGEST_NAME, text_or_none

_MOST_VISITS = 500
_MOST_MINUTES = 1_440
_MOST_RATE = 1_000.0

Reader = Callable[[object], Any]


def starting_columns(table: str) -> dict[str, Any]:
    """What a new value has where nothing is said."""
    return dict(_STARTING.get(table, {}))


def read_columns(table: str, values: Mapping[str, object]) -> dict[str, Any]:
    """Values as they are stored. Raises RuleBroken naming the column."""
    readers = {**_COMMON, **_OWN.get(table, {})}
    stored = {}
    for name, value in values.items():
        if name not in readers:
            words = translate("settings", "{column} cannot be set on this list.")
            raise RuleBroken(words.format(column=name.replace("_", " ")), name)
        try:
            stored[name] = readers[name](value)
        except RuleBroken as fault:
            raise RuleBroken(str(fault), name) from fault
    return stored


def _name(value: object) -> str:
    name = " ".join((text_or_none(value) or "").split())
    if not name:
        raise RuleBroken(translate("settings", "A name is needed."))
    if len(name) > LONGEST_NAME:
        raise RuleBroken(translate("settings", "A name can have up to {most} characters.").format(most=LONGEST_NAME))
    return name


def _synonyms(value: object) -> str:
    parts = (" ".join(part.split()) for part in str(value or "").replace("\0", "").replace("\n", ";").split(";"))
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _number(value: object, least: float, most: float) -> float:
    try:
        number = float(str(value).replace(",", "").strip())
    except ValueError:
        number = least - 1
    if not least <= number <= most:
        words = translate("settings", "Give a number from {least} to {most}.")
        raise RuleBroken(words.format(least=f"{least:g}", most=f"{most:g}"))
    return number


def _whole(least: int, most: int) -> Reader:
    def read(value: object) -> int:
        number = _number(value, least, most)
        if number != int(number):
            raise RuleBroken(translate("settings", "Give a whole number."))
        return int(number)

    return read


def _cadence(value: object) -> int | None:
    if text_or_none(value) is None:
        return None
    return check_cadence(_whole(0, 1_000)(value))


def _rate(value: object) -> float | None:
    return None if text_or_none(value) is None else _number(value, 0, _MOST_RATE)


def _owner(value: object) -> ReasonOwner:
    try:
        return ReasonOwner(str(value))
    except ValueError:
        raise RuleBroken(translate("settings", "Choose whose reason it is.")) from None


_COMMON: Mapping[str, Reader] = {"name": _name}

_SYNONYMS: Mapping[str, Reader] = {"synonyms": _synonyms}

_OWN: Mapping[str, Mapping[str, Reader]] = {
    "source_type": {
        **_SYNONYMS,
        "visits_to_active": _whole(1, _MOST_VISITS),
        "cadence_days": _cadence,
        "bed_rate": _rate,
        "provider_rate": _rate,
    },
    "contact_role": _SYNONYMS,
    "visit_kind": {**_SYNONYMS, "counts": bool, "minutes": _whole(1, _MOST_MINUTES)},
    "service_line": _SYNONYMS,
    "payer": _SYNONYMS,
    "discipline": _SYNONYMS,
    "clinical_group": _SYNONYMS,
    "decline_reason": {**_SYNONYMS, "owner": _owner, "needs_text": bool, "needs_discipline": bool},
    "material": {"kind": _name, "edition": text_or_none},
}

_STARTING: Mapping[str, Mapping[str, Any]] = {
    "source_type": {"visits_to_active": DEFAULTS.visits_to_active},
    "visit_kind": {"counts": True, "minutes": 20},
    "decline_reason": {"owner": ReasonOwner.OURS},
}
