"""What a ZIP code says: its time zone, its state."""

from __future__ import annotations

from typing import Any

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate


def zone_of_zip(code: str) -> str | None:
    """The time zone at a ZIP code such as 37203; None where there is no such code."""
    found = _place(code)
    return str(found["timezone"]) if found else None


def office_zone(code: str) -> str:
    """The time zone at the ZIP code of an office. Raises RuleBroken beside `zip` where there is no such code."""
    zone = zone_of_zip(code)
    if zone is None:
        words = translate("settings", "There is no ZIP code {code}. Give the five digits of your office's.")
        raise RuleBroken(words.format(code=code), "zip")
    return zone


def state_of_zip(code: str) -> str | None:
    """The two letters of the state of a ZIP code; None where there is no such code."""
    found = _place(code)
    return str(found["state"]) if found else None


def _place(code: str) -> dict[str, Any] | None:
    if len(code) < 5 or not (code[:5].isascii() and code[:5].isdigit()):
        return None
    import zipcodes  # heavy: reads the whole country

    found: list[dict[str, Any]] = zipcodes.matching(code[:5])  # type: ignore[no-untyped-call]  # the package has no types
    return found[0] if found else None
