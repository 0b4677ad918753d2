"""Which source a row means: the one matching function of preview, validation and writing (interfaces.md).

By id, then NPI or CCN, then name + ZIP, then name. Two sources whose NPI, CCN or ZIP contradict each other are never
the same by name: a hospital's name is common, its number is not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from hhcrm.domain.text import name_key
from hhcrm.domain.wording import translate
from hhcrm.models.sources import ReferralSource
from hhcrm.services.imports.rows import Refused

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row says of the source it means."""

    name: str | None = None
    source_id: int | None = None
    npi: str | None = None
    ccn: str | None = None
    zip: str | None = None


@dataclass(slots=True)
class Known:
    """A source as matching needs it."""

    id: int
    name: str
    zip: str
    npi: str | None
    ccn: str | None
    archived: bool


class SourceIndex:
    """All sources by everything they are found by; rows of the file itself are added as they are planned."""

    def __init__(self, connection: Connection) -> None:
        c = ReferralSource.__table__.c
        self.known: dict[int, Known] = {}
        self._by_code: dict[tuple[str, str], list[int]] = {}
        self._by_name: dict[str, list[int]] = {}
        for row in connection.execute(
            select(c.id, c.name, c.name_key, c.zip, c.npi, c.ccn, c.archived_at).order_by(c.id)
        ):
            known = Known(row.id, row.name, (row.zip or "")[:5], row.npi, row.ccn, row.archived_at is not None)
            self._index(known, row.name_key)

    def put(self, known: Known) -> None:
        """Take a planned source in, or what the file changes of one. Old names keep finding it."""
        self._index(known, name_key(known.name))

    def match(self, wanted: Wanted, apart: Iterable[int] = ()) -> int | None:
        """The source that a row of sources is about, None for a new one. Raises Refused where it is unclear.

        `apart` are sources that the row cannot mean (made in this run under keys of their own).
        """
        if wanted.source_id in self.known:
            return wanted.source_id
        without = set(apart)
        coded = self._coded(wanted) - without
        if len({*coded}) > 1:
            coded = self._narrowed(coded, wanted) or coded
        if coded:
            return self._only(coded, wanted, "npi" if wanted.npi else "ccn")
        named = {
            key for key in self._named(wanted)
            if key not in without and not _contradict(self.known[key], wanted)
        }  # fmt: skip
        there = {key for key in named if wanted.zip and self.known[key].zip == wanted.zip[:5]}
        found = there or {key for key in named if not (wanted.zip and self.known[key].zip)}
        return self._only(found, wanted, "name") if found else None

    def refer(self, wanted: Wanted) -> int:
        """The source that a row of another kind points at. Raises Refused where there is none, or several."""
        if wanted.source_id in self.known:
            return wanted.source_id
        if not wanted.name:
            raise Refused(
                "source",
                wanted.source_id,
                translate("imports", "Name the source, as it stands in the list of sources."),
            )
        found = self.match(wanted)
        if found is None:
            raise Refused("source", wanted.name, self._unknown(wanted))
        if self.known[found].archived:
            raise Refused(
                "source",
                wanted.name,
                translate("imports", "This source is archived. Restore it first, then import again."),
            )
        return found

    def named(self, key: str) -> list[int]:
        """Those called so, as `name_key` writes it."""
        return self._by_name.get(key, [])

    def said(self, ids: Iterable[int]) -> tuple[tuple[int, str], ...]:
        """Sources to choose from: (id, words)."""
        return tuple((key, self._words(key)) for key in ids)

    def _index(self, known: Known, key: str) -> None:
        self.known[known.id] = known
        _append(self._by_name, key, known.id)
        for kind, code in (("npi", known.npi), ("ccn", known.ccn)):
            if code:
                _append(self._by_code, (kind, code), known.id)

    def _coded(self, wanted: Wanted) -> set[int]:
        codes = (("npi", wanted.npi), ("ccn", wanted.ccn))
        found = {(kind, code): set(self._by_code.get((kind, code), ())) for kind, code in codes if code}
        by = [ids for ids in found.values() if ids]
        if len(by) == 2 and not by[0] & by[1]:
            raise Refused(
                "npi",
                wanted.npi,
                translate("imports", "The NPI and the CCN belong to different sources: {said}.").format(
                    said=self._said(by)
                ),
            )
        return by[0] & by[-1] if by else set()

    def _named(self, wanted: Wanted) -> list[int]:
        key = name_key(wanted.name or "")
        return self._by_name.get(key, []) if key else []  # a name of signs alone says nothing

    def _narrowed(self, ids: set[int], wanted: Wanted) -> set[int]:
        """Several places may share one number: then the name, and the ZIP, say which."""
        key = name_key(wanted.name or "")
        named = {each for each in ids if name_key(self.known[each].name) == key}
        return {each for each in named if wanted.zip and self.known[each].zip == wanted.zip[:5]} or named

    def _only(self, ids: set[int], wanted: Wanted, column: str) -> int:
        active = {key for key in ids if not self.known[key].archived} or ids
        if len(active) == 1:
            return next(iter(active))
        words = translate(
            "imports", "{count} sources could be meant: {said}. Give the source_id, NPI, CCN or ZIP."
        ).format(count=len(active), said=self._said([active]))
        candidates = tuple((key, self._words(key)) for key in sorted(active))
        raise Refused(column, getattr(wanted, column), words, candidates)

    def _unknown(self, wanted: Wanted) -> str:
        others = self._named(wanted)
        if others:
            return translate("imports", "There is no source of this name at ZIP {zip}, only: {said}.").format(
                zip=wanted.zip, said=self._said([set(others)])
            )
        return translate("imports", "There is no source of this name. Import the sources first, or correct the name.")

    def _words(self, key: int) -> str:
        known = self.known[key]
        return f"{known.name} ({known.zip or translate('imports', 'no ZIP')}, source_id {key})"

    def _said(self, groups: list[set[int]]) -> str:
        ids = sorted(set().union(*groups))
        said = [self._words(key) for key in ids]
        return "; ".join(said[:_MOST_NAMED]) + (
            translate("imports", " and {count} more").format(count=len(said) - _MOST_NAMED)
            if len(said) > _MOST_NAMED
            else ""
        )


def _append(index: dict[Any, list[int]], key: object, value: int) -> None:
    ids = index.setdefault(key, [])
    if value not in ids:
        ids.append(value)


def _contradict(known: Known, wanted: Wanted) -> bool:
    return bool(
        (known.npi and wanted.npi and known.npi != wanted.npi) or (known.ccn and wanted.ccn and known.ccn != wanted.ccn)
    )
