"""Which source the title and the place of a calendar event mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from hhcrm.domain.text import name_key
from hhcrm.domain.wording import translate
from hhcrm.services.imports.matching import SourceIndex, Wanted
from hhcrm.services.imports.rows import Refused

_ZIP = re.compile(r"(?<![\d-])(\d{5})(?:-\d{4})?(?!\d)")
_PARTS = re.compile(r"\s[-–—|@/]\s|[:;()\[\],]|\s(?:at|with|w/)\s", re.IGNORECASE)  # noqa: RUF001  # dashes of calendars
_MOST_WORDS = 10
_MOST_NEAR = 5
_COMMON = 50
"""A word that more sources than this have in their names says little."""


class SourceFinder:
    """Finds sources by what events say; each title and place is looked up once."""

    def __init__(self, index: SourceIndex) -> None:
        self._index = index
        self._known: dict[tuple[str, str], int | Refused] = {}
        self._by_word: dict[str, list[int]] | None = None

    def find(self, summary: str, location: str) -> int:
        """The source. Raises Refused, with those that may be meant."""
        key = (summary, location)
        if key not in self._known:
            try:
                self._known[key] = self._look(summary, location)
            except Refused as refused:
                self._known[key] = refused
        found = self._known[key]
        if isinstance(found, Refused):
            raise Refused(found.column, found.value, found.problem, found.candidates)
        return found

    def _look(self, summary: str, location: str) -> int:
        for text in (summary, location):
            for key in _names_in(text):
                if self._index.named(key):
                    return self._among(key, summary, location)
        words = translate(
            "imports",
            "No source is recognised in it. Name the source in its title or place; what is no visit stays out.",
        )
        raise Refused("SUMMARY", summary, words, self._near(f"{summary} {location}"))

    def _among(self, key: str, summary: str, location: str) -> int:
        """The one of that name, by the ZIP of the place where there are several."""
        zips = _ZIP.findall(location)
        wanted = Wanted(name=key, zip=zips[-1] if zips else None)
        try:
            return self._index.refer(wanted)
        except Refused as refused:
            candidates = refused.candidates or self._index.said(self._index.named(key))
            raise Refused("SUMMARY", summary, refused.problem, candidates) from refused

    def _near(self, text: str) -> tuple[tuple[int, str], ...]:
        """Sources that share a telling word with it, the likeliest first."""
        by_word, score = self._words(), defaultdict[int, float](float)
        for word in set(name_key(text).split()):
            ids = by_word.get(word, ())
            if len(ids) <= _COMMON:
                for source_id in ids:
                    score[source_id] += 1 / len(ids)
        best = sorted(score, key=lambda source_id: (-score[source_id], source_id))[:_MOST_NEAR]
        return self._index.said(best)

    def _words(self) -> dict[str, list[int]]:
        if self._by_word is None:
            self._by_word = defaultdict(list)
            for known in self._index.known.values():
                if not known.archived:
                    for word in set(name_key(known.name).split()):
                        if len(word) > 2:  # "of", "st", "dr" name nobody
                            self._by_word[word].append(known.id)
        return self._by_word


def parts_of(text: str) -> Iterator[str]:
    """A title whole, then what its dashes, colons and brackets set apart."""
    yield text
    yield from (part.strip() for part in _PARTS.split(text) if part.strip())


def _names_in(text: str) -> Iterable[str]:
    """The names that may stand in a text, the longest first; a single word only where it stands by itself."""
    words = name_key(text).split()
    found = dict.fromkeys(name_key(part) for part in parts_of(text))
    for length in range(min(len(words), _MOST_WORDS), 1, -1):
        for start in range(len(words) - length + 1):
            found.setdefault(" ".join(words[start : start + length]))
    return sorted((key for key in found if key), key=lambda key: -key.count(" "))
