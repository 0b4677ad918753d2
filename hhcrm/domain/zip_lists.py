"""Lists of ZIP codes as people paste them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate

MOST_ZIPS = 5_000

_FIVE = 5
_BETWEEN = re.compile(r"[\s,;]+")
_ZIP = re.compile(r"\d{5}(?:-\d{4})?", re.ASCII)
_SHOWN = 20


def read_zips(texts: Iterable[str]) -> tuple[str, ...]:
    """ZIP codes of a pasted list, in order, each once. Raises RuleBroken naming the first that is none."""
    found: dict[str, None] = {}
    for word in (part for text in texts for part in _BETWEEN.split(text) if part):
        if _ZIP.fullmatch(word) is None:
            words = translate("settings", '"{zip}" is not a ZIP code: give five digits each, such as 37203.')
            raise RuleBroken(words.format(zip=word[:_SHOWN]), "zips")
        found[word[:_FIVE]] = None
    if len(found) > MOST_ZIPS:
        raise RuleBroken(translate("settings", "These are too many ZIP codes."), "zips")
    return tuple(found)


def zips_in_lines(zips: Iterable[str]) -> str:
    """Ten a line: three hundred ZIP codes are read and edited like this, not one below the other."""
    codes = list(zips)
    return "\n".join(" ".join(codes[start : start + 10]) for start in range(0, len(codes), 10))
