"""What the search box finds in the window itself: its places, and every action of its menus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from hhcrm.domain.text import name_key
from hhcrm.queries.search_models import Fit, FoundGroup, FoundLine, fit_of_name


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be gone to or done: `name` stays the same whatever language `title` is in."""

    kind: str
    name: str
    title: str
    detail: str
    act: Callable[[], object]
    more: str = ""
    """Further words by which it is found."""


class FoundHere:
    """Finds ways by their words; `ways` gives those that are open just now."""

    def __init__(self, ways: Callable[[], Iterable[Way]]) -> None:
        self._ways = ways
        self._last: dict[tuple[str, int], Way] = {}

    def find(self, typed: str, limit: int, kinds: Sequence[str] = ()) -> tuple[FoundGroup, ...]:
        """The ways that a typed text finds, best first, in groups."""
        key = name_key(typed)
        found = [(fit, way) for way in self._ways() if (fit := _fit(way, key)) is not None]
        found.sort(key=lambda each: each[0])
        groups = []
        for kind in ("place", "action"):
            mine = [(fit, way) for fit, way in found if way.kind == kind and (not kinds or kind in kinds)]
            if mine:
                lines = tuple(self._line(way, fit) for fit, way in mine[:limit])
                groups.append(FoundGroup(kind, lines, len(mine)))
        return tuple(groups)

    def named(self, names: Sequence[str]) -> dict[str, FoundLine]:
        """Ways by their names."""
        return {way.name: self._line(way, Fit.EXACT) for way in self._ways() if way.name in names}

    def places(self) -> FoundGroup:
        """Every place."""
        lines = tuple(self._line(way, Fit.EXACT) for way in self._ways() if way.kind == "place")
        return FoundGroup("place", lines, len(lines))

    def way(self, line: FoundLine) -> Way | None:
        """The way of a line given out before."""
        return self._last.get((line.kind, line.id))

    def _line(self, way: Way, fit: Fit) -> FoundLine:
        known = next((key for key, kept in self._last.items() if kept.name == way.name), None)
        key = known or (way.kind, len(self._last) + 1)
        self._last[key] = way
        return FoundLine(way.kind, key[1], None, way.title, way.detail, fit=fit)


def _fit(way: Way, key: str) -> Fit | None:
    """Of the title, else of all its words."""
    fit = fit_of_name(name_key(way.title), key)
    if fit is None and fit_of_name(name_key(f"{way.title} {way.more}"), key) is not None:
        return Fit.IN_TEXT
    return fit
