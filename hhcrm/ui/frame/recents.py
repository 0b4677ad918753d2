"""What was opened last at this desk: sources, people, visits, referrals by their ids, places and actions by name.

Only kinds, ids and names are kept, never anything that stands in a record.
"""

from __future__ import annotations

from hhcrm.ui.shared.memory import Memory

KEY = "search.recent"
MOST = 12

Thing = tuple[str, int | str]


class Recents:
    """Things by kind and key, the last one first. They are of one agency: another agency's are not shown."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._agency = ""
        self._things: list[Thing] = []

    def of_agency(self, agency: str) -> None:
        """Begin with what is kept for this agency."""
        if agency and agency != self._agency:
            self._agency = agency
            kept: object = self._memory.get(KEY, {})
            mine = kept.get("things", []) if isinstance(kept, dict) and kept.get("agency") == agency else []
            self._things += [thing for thing in _sound(mine) if thing not in self._things]

    def note(self, kind: str, key: int | str) -> None:
        """Something was opened."""
        thing = (kind, key)
        self._things = [thing, *(other for other in self._things if other != thing)][:MOST]

    def things(self) -> tuple[Thing, ...]:
        """The last first."""
        return tuple(self._things)

    def keep(self) -> None:
        """Keep them for the next start. FileFault when that fails."""
        if self._agency:
            self._memory.set(KEY, {"agency": self._agency, "things": [list(thing) for thing in self._things]})


def _sound(kept: object) -> list[Thing]:
    """Only what looks as we write it: the file may have been written by another version, or by hand."""
    found: list[Thing] = []
    for each in kept if isinstance(kept, list) else []:
        match each:
            case [str(kind), int() | str() as key] if not isinstance(key, bool):
                found.append((kind, key))
    return found[:MOST]
