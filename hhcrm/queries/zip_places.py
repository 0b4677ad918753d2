"""What lies at a ZIP code, from the list of the whole country that ships with the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate

FARTHEST = 150.0
"""No agency drives farther than so many miles."""

_DIGITS = 5
_WHERE_PEOPLE_LIVE = ("STANDARD", "PO BOX")
"""Not those of one company or of a ship."""


def zip_place(code: str) -> str | None:
    """The town at a ZIP code such as 37206: "Nashville, TN"; None where there is no such code."""
    found = _entry(code)
    return None if found is None else f"{found['city']}, {found['state']}"


@cache
def zip_point(code: str) -> tuple[float, float] | None:
    """Latitude and longitude of the middle of a ZIP code, in degrees; None where there is no such code."""
    found = _entry(code)
    return None if found is None else (float(found["lat"]), float(found["long"]))


def county_names() -> tuple[str, ...]:
    """Every county that has a ZIP code, as "Davidson County, TN", by state and name."""
    return tuple(_by_county())


def zips_of_county(name: str) -> tuple[str, ...]:
    """The ZIP codes of a county by its name with its state. Raises RuleBroken naming the field."""
    wanted = " ".join(name.split()).casefold()
    for county, zips in _by_county().items():
        if wanted in (county.casefold(), county.casefold().replace(" county,", ",")):
            return zips
    raise RuleBroken(translate("take", "No county is called this. Pick one from the list."), "county")


def zips_around(code: str, miles: float) -> tuple[str, ...]:
    """The ZIP codes whose middle lies so many miles or less from that of another, as the crow flies.

    Raises RuleBroken naming the field.
    """
    centre = _entry(code)
    if centre is None:
        raise RuleBroken(translate("take", "There is no such ZIP code. Give five digits, such as 37203."), "around")
    if not 0 < miles <= FARTHEST:
        raise RuleBroken(translate("take", "Give 1 to 150 miles."), "miles")
    import zipcodes  # heavy: has the whole country in it

    found = zipcodes.filter_by_coordinates(float(centre["lat"]), float(centre["long"]), miles)  # type: ignore[no-untyped-call]  # the package has no types
    return tuple(sorted(one["zip_code"] for one in found if _is_lived_in(one)))


def _entry(code: str) -> Mapping[str, Any] | None:
    import zipcodes  # heavy: reads the whole country

    short = code.strip()[:_DIGITS]
    if len(short) < _DIGITS or not (short.isascii() and short.isdigit()):
        return None
    found = zipcodes.matching(short)  # type: ignore[no-untyped-call]  # the package has no types
    return found[0] if found else None


def _lived_in() -> Iterator[Mapping[str, Any]]:
    """The whole country in a hundred parts: asked for in one, it would keep every other thread waiting meanwhile."""
    import zipcodes  # heavy: has the whole country in it

    for part in range(100):
        found = zipcodes.similar_to(f"{part:02}")  # type: ignore[no-untyped-call]  # the package has no types
        yield from (one for one in found if _is_lived_in(one))


def _is_lived_in(one: Mapping[str, Any]) -> bool:
    return bool(one["active"]) and one["zip_code_type"] in _WHERE_PEOPLE_LIVE


@cache
def _by_county() -> Mapping[str, tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in _lived_in():
        if one["county"]:
            found[(one["state"], one["county"])].append(one["zip_code"])
    return {f"{county}, {state}": tuple(sorted(found[(state, county)])) for state, county in sorted(found)}
