"""The search box: sources, people, and every note, whatever it hangs on; never patient identifiers.

Each kind is asked for the keys of its best rows, which are then put into words. Archived ones come last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from hhcrm.queries import search_names, search_notes
from hhcrm.queries.search_models import Fit, FoundGroup, FoundLine, Matches
from hhcrm.queries.search_words import Typed


@dataclass(frozen=True, slots=True)
class Kind:
    """How rows of a kind are found, and how they are said."""

    find: Callable[[Connection, Typed, int], Matches]
    say: Callable[[Connection, Sequence[int], Typed, date], list[FoundLine]]


KINDS: Mapping[str, Kind] = {
    "source": Kind(search_names.sources, search_names.source_lines),
    "person": Kind(search_names.people, search_names.person_lines),
    "referral": Kind(search_notes.referrals, search_notes.referral_lines),
    "visit": Kind(search_notes.visits, search_notes.visit_lines),
    "commitment": Kind(search_notes.commitments, search_notes.commitment_lines),
    "file": Kind(search_names.files, search_names.file_lines),
}


def search(
    connection: Connection, text: str, limit: int, today: date, kinds: Sequence[str] = ()
) -> tuple[FoundGroup, ...]:
    """What a typed text finds: of each kind the best `limit`; kinds whose best fits best come first.

    Every word must be found, in any order. Words of one or two letters find beginnings of words in names only.
    """
    typed = Typed(text)
    if not typed.words:
        return ()
    found = (_group(connection, kind, typed, limit, today) for kind in kinds or KINDS)
    return tuple(sorted((group for group in found if group.lines), key=best_fit))


def best_fit(group: FoundGroup) -> Fit:
    """How well the best of a group fits that is not archived."""
    return min((line.fit for line in group.lines if not line.archived), default=Fit.IN_TEXT)


def recall(connection: Connection, things: Sequence[tuple[str, int]], today: date) -> tuple[FoundLine, ...]:
    """Things of old by kind and id, in the order given, in today's words; what is gone or archived is left out."""
    nothing = Typed("")
    said: dict[tuple[str, int], FoundLine] = {}
    for name, kind in KINDS.items():
        ids = [key for which, key in things if which == name]
        if ids:
            said |= {(name, line.id): line for line in kind.say(connection, ids, nothing, today) if not line.archived}
    return tuple(said[thing] for thing in things if thing in said)


def _group(connection: Connection, name: str, typed: Typed, limit: int, today: date) -> FoundGroup:
    kind = KINDS[name]
    matches = kind.find(connection, typed, limit)
    if not matches.best:
        return FoundGroup(name, (), 0)
    said = {line.id: line for line in kind.say(connection, [match.id for match in matches.best], typed, today)}
    lines = (replace(said[match.id], fit=match.fit) for match in matches.best)
    return FoundGroup(name, tuple(lines), matches.total)
