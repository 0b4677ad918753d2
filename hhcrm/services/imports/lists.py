"""The agency's own lists: the row that a text of a file means, or the words that would be accepted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from hhcrm.domain.nouns import noun
from hhcrm.domain.starting_rows import SOURCE_TYPES
from hhcrm.domain.text import name_key
from hhcrm.domain.wording import translate
from hhcrm.models.lookups import (
    ClinicalGroup,
    ContactRole,
    DeclineReason,
    Payer,
    ServiceLine,
    SourceType,
    VisitKind,
)
from hhcrm.models.users import Territory, TerritoryZip, User
from hhcrm.models.visits import Material
from hhcrm.services.imports.rows import Book, MakeBook, Refused

_CODED: dict[str, Any] = {
    "type": SourceType,
    "role": ContactRole,
    "kind": VisitKind,
    "service_line": ServiceLine,
    "payer": Payer,
    "clinical_group": ClinicalGroup,
    "reason": DeclineReason,
}
_NAMED: dict[str, Any] = {"owner": User, "liaison": User, "territory": Territory, "materials": Material}
_MOST_NAMED = 25
_WHAT = {"owner": "user", "liaison": "user"}


class Lists:
    """Finds rows of the agency's lists by what a file calls them. Each text is looked up once."""

    def __init__(self, connection: Connection, make_book: MakeBook) -> None:
        self._connection = connection
        self._make_book = make_book
        self._lists: dict[str, _List] = {}
        self._zips: dict[str, int] | None = None
        self._owners: dict[int, Any] | None = None

    def find(self, field: str, text: str | None) -> int | None:
        """The id of the row that a text of this field means; None for none. Raises Refused naming what there is."""
        if text is None:
            return None
        known = self._lists.get(field)
        if known is None:
            known = self._lists[field] = self._load(field)
        found = known.ids.get(text)
        if found is None:
            found = known.ids[text] = self._look_up(known, field, text)
        return found

    def add(self, field: str, text: str, key: int) -> None:
        """From now on a text means a row that the import has just made."""
        known = self._lists.get(field) or self._lists.setdefault(field, self._load(field))
        known.by_value[name_key(text)] = known.ids[text] = key

    def has(self, field: str, text: str) -> bool:
        """Whether a text means a row of the list."""
        try:
            return self.find(field, text) is not None
        except Refused:
            return False

    def coded(self, field: str, code: str) -> int:
        """The row with a code of the starting rows, or the first one where the agency has no such row any more."""
        known = self._lists.get(field) or self._lists.setdefault(field, self._load(field))
        return known.by_value.get(code) or next(iter(known.by_value.values()))

    def territory_of(self, zip_code: str | None) -> int | None:
        """The territory that a ZIP belongs to."""
        if self._zips is None:
            c = TerritoryZip.__table__.c
            self._zips = {row.zip: row.territory_id for row in self._connection.execute(select(c.zip, c.territory_id))}
        return self._zips.get((zip_code or "")[:5])

    def reason_owner(self, reason_id: int) -> Any:
        """Whose a reason is unless somebody says otherwise."""
        if self._owners is None:
            c = DeclineReason.__table__.c
            self._owners = {row.id: row.owner for row in self._connection.execute(select(c.id, c.owner))}
        return self._owners[reason_id]

    def _look_up(self, known: _List, field: str, text: str) -> int:
        if field in _NAMED and name_key(text) in known.by_value:
            return known.by_value[name_key(text)]
        value = known.book.find(text, nearly=field in _CODED)
        if value is None:
            raise Refused(field, text, _accepted(field, known.names))
        return known.by_value[value]

    def _load(self, field: str) -> _List:
        if field in _CODED:
            return self._load_coded(_CODED[field].__table__)
        table = _NAMED[field].__table__
        rows = self._connection.execute(
            select(table.c.id, table.c.name, table.c.archived_at).order_by(table.c.archived_at.is_(None), table.c.id)
        ).all()
        # Of several rows of one name the newest that is in use is meant: it comes last.
        by_value = {name_key(row.name): row.id for row in rows}
        names = {name_key(row.name): (row.name,) for row in rows}
        shown = [row.name for row in rows if row.archived_at is None]
        return _List(self._make_book(names), by_value, list(dict.fromkeys(shown)))

    def _load_coded(self, table: Any) -> _List:
        shorts = {row.code: row.short for row in SOURCE_TYPES} if table.name == "source_type" else {}
        rows = self._connection.execute(
            select(table.c.id, table.c.code, table.c.name, table.c.synonyms, table.c.archived_at).order_by(
                table.c.position, table.c.id
            )
        ).all()
        names = {row.code: (row.name, shorts.get(row.code, ""), *row.synonyms.split("; ")) for row in rows}
        shown = [row.name for row in rows if row.archived_at is None]
        return _List(self._make_book(names), {row.code: row.id for row in rows}, shown)


class _List:
    """One list: its book, the ids by the book's values, the names to choose from, and what was asked already."""

    __slots__ = ("book", "by_value", "ids", "names")

    def __init__(self, book: Book, by_value: dict[str, int], names: list[str]) -> None:
        self.book = book
        self.by_value = by_value
        self.names = names
        self.ids: dict[str, int] = {}


def _accepted(field: str, names: list[str]) -> str:
    what = noun(_WHAT.get(field, field.removesuffix("s").replace("_", " ")))
    if not names:
        return translate(
            "imports", "There is no {what} yet. Add it under Settings first, or leave the cell blank."
        ).format(what=what)
    more = (
        translate("imports", " and {count} more").format(count=len(names) - _MOST_NAMED)
        if len(names) > _MOST_NAMED
        else ""
    )
    return translate("imports", "There is no such {what}. Give one of: {names}{more}.").format(
        what=what, names=", ".join(names[:_MOST_NAMED]), more=more
    )
