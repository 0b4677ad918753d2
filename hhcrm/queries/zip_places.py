"""What lies at a ZIP code, from the list of the whole country that ships with the program."""

from __future__ import annotations

_DIGITS = 5


def zip_place(code: str) -> str | None:
    """The town at a ZIP code such as 37206: "Nashville, TN"; None where there is no such code."""
    import zipcodes  # heavy: reads the whole country

    short = code.strip()[:_DIGITS]
    if len(short) < _DIGITS or not (short.isascii() and short.isdigit()):
        return None
    found = zipcodes.matching(short)  # type: ignore[no-untyped-call]  # the package has no types
    return f"{found[0]['city']}, {found[0]['state']}" if found else None
