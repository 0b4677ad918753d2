"""One word of a fixed list for the word that somebody else's file uses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hhcrm.domain.rows import Row, SourceTypeRow
from hhcrm.domain.text import name_key
from hhcrm.exchange.fields import Choice

_NEAR = 88.0
_AHEAD_OF_NEXT = 4.0


class ChoiceBook:
    """Choices with all their names, asked by text. An exact name wins, else one that is near and clearly nearest."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self.values = tuple(names)
        self._by_key: dict[str, str] = {}
        for value in names:
            self._by_key.setdefault(name_key(value), value)
        for value, synonyms in names.items():
            for synonym in synonyms:
                self._by_key.setdefault(name_key(synonym), value)
        self._by_key.pop("", None)

    def find(self, text: str, *, nearly: bool = True) -> str | None:
        """The choice meant, or None. With `nearly` False only exact names count (case and punctuation aside)."""
        key = name_key(text)
        if (exact := self._by_key.get(key)) is not None or not nearly:
            return exact
        return self._nearest(key) if len(key) >= 4 else None

    def _nearest(self, key: str) -> str | None:
        from rapidfuzz import fuzz, process  # late: only words that are not on the list need it

        best: dict[str, float] = {}
        keys = [name for name in self._by_key if len(name) >= 4]
        for name, score, _ in process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=_NEAR - 8, limit=8):
            value = self._by_key[name]
            best[value] = max(score, best.get(value, 0.0))
        ranked = sorted(best.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < _NEAR:
            return None
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _AHEAD_OF_NEXT:
            return None
        return ranked[0][0]


def book_of_rows(rows: Iterable[Row]) -> ChoiceBook:
    """The choices of an extendable table by code."""
    return ChoiceBook(
        {row.code: (row.name, *((row.short,) if isinstance(row, SourceTypeRow) else ()), *row.synonyms) for row in rows}
    )


def book_of_choices(choices: Iterable[Choice]) -> ChoiceBook:
    """The fixed words of a column."""
    return ChoiceBook({choice.value: choice.synonyms for choice in choices})


def guess_choice(text: str, choices: Mapping[str, Iterable[str]]) -> str | None:
    """The value whose name or synonym the text is, or nearly is; None where it could be none or several."""
    return ChoiceBook(choices).find(text)
