"""Time zones of ZIP codes."""

from __future__ import annotations


def zone_of_zip(code: str) -> str | None:
    """The time zone at a ZIP code such as 37203; None where there is no such code."""
    import zipcodes  # heavy: reads the whole country

    if len(code) < 5 or not (code[:5].isascii() and code[:5].isdigit()):
        return None
    found = zipcodes.matching(code[:5])  # type: ignore[no-untyped-call]
    return str(found[0]["timezone"]) if found else None
