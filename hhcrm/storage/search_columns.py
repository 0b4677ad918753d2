"""Holds the folded search columns and the search index against the texts they come from, and makes them anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, select, text, update

from hhcrm.domain.text import name_key, search_text
from hhcrm.models.commitments import Commitment
from hhcrm.models.contacts import Contact, ContactEmail, ContactPhone, contact_search_text
from hhcrm.models.referrals import Referral, referral_search_text
from hhcrm.models.sources import ReferralSource, source_search_text
from hhcrm.models.visits import Visit, visit_search_text
from hhcrm.storage.engine import is_sqlite
from hhcrm.storage.search import SEARCHED, SHORTEST

ROWS_AT_A_TIME = 500

Fresh = Callable[[Connection, Sequence[Any]], Iterator[Mapping[str, str]]]


def out_of_step(connection: Connection) -> dict[str, list[int]]:
    """Ids by table of the rows whose search columns are not what their texts give."""
    found = {}
    for table, fresh in _TABLES:
        ids = [row["b_id"] for moved in _moved(connection, table, fresh) for row in moved]
        if ids:
            found[table.name] = ids
    return found


def refresh(connection: Connection) -> None:
    """Recompute the search columns of all rows."""
    for table, fresh in _TABLES:
        names = [c.name for c in _search_columns(table)]
        change = (
            update(table)
            .where(table.c.id == bindparam("b_id"))
            .values({name: bindparam(f"b_{name}") for name in names})
        )
        for moved in list(_moved(connection, table, fresh)):
            if moved:
                connection.execute(change, moved)


def index_faults(connection: Connection) -> list[str]:
    """Tables whose search index does not hold the texts that the table holds. A server keeps its indexes itself."""
    if not is_sqlite(connection):
        return []
    return [searched.table for searched in SEARCHED if not _index_agrees(connection, searched.table, searched.index)]


def rebuild_index(connection: Connection) -> None:
    """Empty the search indexes and fill them from the tables."""
    for searched in SEARCHED:
        if not is_sqlite(connection):
            connection.execute(text(f"REINDEX TABLE {searched.table}"))
            continue
        connection.execute(text(f"INSERT INTO {searched.index}({searched.index}) VALUES ('delete-all')"))
        connection.execute(
            text(
                f"INSERT INTO {searched.index}(rowid, body) SELECT {searched.rowid('t')}, t.find_text "
                f"FROM {searched.table} t WHERE t.find_text <> ''"
            )
        )


def _index_agrees(connection: Connection, table: str, index: str) -> bool:
    # The index keeps no texts, so its trigrams are counted: a text of n letters has n - 2 of them.
    connection.execute(
        text(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_of_{index} USING fts5vocab('main', '{index}', 'row')")
    )
    held = connection.execute(text(f"SELECT coalesce(sum(cnt), 0) FROM temp.words_of_{index}")).scalar_one()
    letters = f"max(length(find_text) - {SHORTEST - 1}, 0)"
    wanted = connection.execute(text(f"SELECT coalesce(sum({letters}), 0) FROM {table}")).scalar_one()
    return bool(held == wanted)


def _moved(connection: Connection, table: Table, fresh: Fresh) -> Iterator[list[dict[str, Any]]]:
    names = [c.name for c in _search_columns(table)]
    last = 0
    while True:
        rows = connection.execute(
            select(table).where(table.c.id > last).order_by(table.c.id).limit(ROWS_AT_A_TIME)
        ).all()
        if not rows:
            return
        last = rows[-1].id
        yield [
            {"b_id": row.id, **{f"b_{name}": new[name] for name in names}}
            for row, new in zip(rows, fresh(connection, rows), strict=True)
            if any(getattr(row, name) != new[name] for name in names)
        ]


def _search_columns(table: Table) -> list[Any]:
    return [table.c[name] for name in ("name_key", "first_key", "find_text") if name in table.c]


def _sources(_connection: Connection, rows: Sequence[Any]) -> Iterator[Mapping[str, str]]:
    for row in rows:
        yield {"name_key": name_key(row.name), "find_text": source_search_text(row)}


def _people(connection: Connection, rows: Sequence[Any]) -> Iterator[Mapping[str, str]]:
    ids = [row.id for row in rows]
    phone, email = ContactPhone.__table__.c, ContactEmail.__table__.c
    phones = _texts(connection, phone.contact_id, phone.number, (phone.position, phone.id), ids)
    emails = _texts(connection, email.contact_id, email.address, (email.position, email.id), ids)
    for row in rows:
        yield {
            "name_key": name_key(f"{row.last_name} {row.first_name}"),
            "first_key": name_key(row.first_name),
            "find_text": contact_search_text(
                row.first_name, row.last_name, row.credentials, row.npi, row.needs, row.notes,
                phones.get(row.id, []), emails.get(row.id, []),
            ),
        }  # fmt: skip


def _texts(
    connection: Connection, owner: Any, value: Any, order: tuple[Any, ...], ids: list[int]
) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for owner_id, words in connection.execute(select(owner, value).where(owner.in_(ids)).order_by(*order)):
        found.setdefault(owner_id, []).append(words)
    return found


def _visits(_connection: Connection, rows: Sequence[Any]) -> Iterator[Mapping[str, str]]:
    for row in rows:
        yield {"find_text": visit_search_text(row.purpose, row.notes, row.next_step)}


def _referrals(_connection: Connection, rows: Sequence[Any]) -> Iterator[Mapping[str, str]]:
    for row in rows:
        yield {"find_text": referral_search_text(row.diagnosis, row.notes, row.reason_text)}


def _commitments(_connection: Connection, rows: Sequence[Any]) -> Iterator[Mapping[str, str]]:
    for row in rows:
        yield {"find_text": search_text(row.text, row.why)}


_TABLES: tuple[tuple[Any, Fresh], ...] = (
    (ReferralSource.__table__, _sources),
    (Contact.__table__, _people),
    (Visit.__table__, _visits),
    (Referral.__table__, _referrals),
    (Commitment.__table__, _commitments),
)
