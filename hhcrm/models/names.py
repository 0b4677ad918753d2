"""A whole name taken apart: "Dr. Suzy M. Park, RN" is Suzy M., Park, RN."""

from __future__ import annotations


def split_name(text: str) -> tuple[str, str, str]:
    """First name (with what stands in the middle), last name, credentials; a single word is a last name."""
    words = text.split()
    if len(words) == 1:
        return "", words[0].strip(","), ""
    from nameparser import HumanName  # late: few acts need it, and it takes a while to load

    read = HumanName(text)
    first = " ".join(part for part in (read.first, read.middle) if part)
    return (first, read.last, read.suffix) if read.last else ("", first, read.suffix)
