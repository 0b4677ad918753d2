"""What people type, made into what is stored, column by column. Raises RuleBroken naming the field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from hhcrm.domain.cadence import check_cadence
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.identifiers import normal_ccn, normal_npi, normal_phone, normal_zip
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Advance, Ask, BusinessLine, PotentialBasis, Tier, VisitStatus

LONGEST_NAME = 200
LARGEST_NUMBER = 1_000_000


def text_or_none(value: Any) -> str | None:
    """Trimmed text; blank is None. NUL, which PostgreSQL cannot store, is dropped."""
    return str(value).replace("\0", "").strip() or None if value is not None else None


def key_or_none(value: Any) -> int | None:
    """The key of a row that was chosen; nothing chosen is None."""
    return None if value in (None, "") else int(value)


def _name(value: Any) -> str:
    name = text_or_none(value)
    if name is None:
        raise RuleBroken(translate("services", "A name is needed."))
    if len(name) > LONGEST_NAME:
        raise RuleBroken(translate("services", "A name can have up to {most} characters.").format(most=LONGEST_NAME))
    return name


def optional_reader(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    """Reads a text by `parse`; blank is None."""

    def read(value: Any) -> Any:
        text = text_or_none(value)
        return None if text is None else parse(text)

    return read


def _whole(value: Any) -> int | None:
    if value is None or value == "":
        return None
    try:
        number = int(str(value).replace(",", ""))
    except ValueError:
        raise RuleBroken(translate("services", "{value} is not a whole number.").format(value=value)) from None
    if not 0 <= number < LARGEST_NUMBER:
        raise RuleBroken(translate("services", "A number from 0 to a million is needed here."))
    return number


def _amount(value: Any) -> float | None:
    if value is None or value == "":
        return None
    try:
        number = float(str(value).replace(",", ""))
    except ValueError:
        raise RuleBroken(translate("services", "{value} is not a number.").format(value=value)) from None
    if not 0 <= number < LARGEST_NUMBER:
        raise RuleBroken(translate("services", "A number from 0 to a million is needed here."))
    return number


def _cadence(value: Any) -> int | None:
    number = _whole(value)
    return None if number is None else check_cadence(number)


def _state(text: str) -> str:
    if len(text) != 2 or not text.isalpha():
        raise RuleBroken(translate("services", "{text} is not a state; two letters are, such as TN.").format(text=text))
    return text.upper()


def _email(text: str) -> str:
    name, at, host = text.partition("@")
    if not (name and at and "." in host.strip(".")) or any(c.isspace() for c in text):
        raise RuleBroken(translate("services", "{text} is not an e-mail address; name@place.com is.").format(text=text))
    return text


def _felt(value: Any) -> int | None:
    number = _whole(value)
    if number is not None and not 1 <= number <= 5:
        raise RuleBroken(translate("services", "A number from 1 to 5 is needed here."))
    return number


def _tags(value: Any) -> str:
    parts = (part.strip() for part in str(value or "").split(";"))
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _words_of(enum: type[StrEnum]) -> str:
    return ", ".join(shown(member) for member in enum)


def word_reader(enum: type[StrEnum], *, optional: bool = True) -> Callable[[Any], Any]:
    """Reads one of the words of a vocabulary."""

    def read(value: Any) -> Any:
        if value is None or value == "":
            if optional:
                return None
            raise RuleBroken(translate("services", "One of these is needed: {words}.").format(words=_words_of(enum)))
        try:
            return enum(value)
        except ValueError:
            raise RuleBroken(
                translate("services", "{value} is none of: {words}.").format(value=value, words=_words_of(enum))
            ) from None

    return read


def _as_is(value: Any) -> Any:
    return value


SOURCE_COLUMNS: Mapping[str, Callable[[Any], Any]] = {
    "name": _name,
    "type_id": _as_is,
    "parent_id": _as_is,
    "owner_id": _as_is,
    "territory_id": _as_is,
    "territory_by_hand": bool,
    "tier": word_reader(Tier),
    "tier_pinned": bool,
    "cadence_days": _cadence,
    "potential_per_month": _amount,
    "potential_basis": word_reader(PotentialBasis, optional=False),
    "potential_on": _as_is,
    "providers": _whole,
    "beds": _whole,
    "residents": _amount,
    "address": text_or_none,
    "city": text_or_none,
    "state": optional_reader(_state),
    "zip": optional_reader(lambda text: normal_zip(text)[0]),
    "phone": optional_reader(lambda text: normal_phone(text)[0]),
    "fax": optional_reader(lambda text: normal_phone(text)[0]),
    "email": optional_reader(_email),
    "website": text_or_none,
    "npi": optional_reader(normal_npi),
    "ccn": optional_reader(normal_ccn),
    "tags": _tags,
    "notes": text_or_none,
    "needs": text_or_none,
    "next_step": text_or_none,
    "relationship_felt": _felt,
    "preferred_weekdays": text_or_none,
    "visit_minutes": _whole,
}
"""The columns of a source that people fill in, and how each is read."""

VISIT_COLUMNS: Mapping[str, Callable[[Any], Any]] = {
    "source_id": _as_is,
    "liaison_id": _as_is,
    "kind_id": _as_is,
    "status": word_reader(VisitStatus, optional=False),
    "visit_on": _as_is,
    "start_time": _as_is,
    "minutes": _whole,
    "travel_minutes": _whole,
    "miles": _amount,
    "purpose": text_or_none,
    "line": word_reader(BusinessLine),
    "ask": word_reader(Ask),
    "advance": word_reader(Advance),
    "notes": text_or_none,
    "next_step": text_or_none,
    "status_reason": text_or_none,
}
"""The columns of a visit that people fill in."""


def read_values(columns: Mapping[str, Callable[[Any], Any]], values: Mapping[str, object]) -> dict[str, Any]:
    """The values as they are stored. Raises RuleBroken naming the first field that cannot be."""
    stored = {}
    for name, value in values.items():
        if name not in columns:
            raise RuleBroken(translate("services", "{field} cannot be set.").format(field=name.replace("_", " ")), name)
        try:
            stored[name] = columns[name](value)
        except RuleBroken as fault:
            raise RuleBroken(str(fault), name) from fault
    return stored


def read_npi(text: str) -> str | None:
    """An NPI or nothing. Raises RuleBroken."""
    found: str | None = optional_reader(normal_npi)(text)
    return found


def read_email(text: str) -> str:
    """An e-mail address. Raises RuleBroken."""
    return _email(text.strip())
