"""Writes and verifies the journal: steps chained by SHA-256, entries under each step."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, text

from hhcrm.domain.wording import translate
from hhcrm.models.journal import JournalEntry, JournalStep
from hhcrm.storage.recorder import Noted
from hhcrm.storage.rowcodec import dumps, plain

GENESIS = "0" * 64
"""What the first step has as the hash of the one before it."""

CHAIN_LOCK = 7_433_001
"""Key of the PostgreSQL advisory lock that keeps two commits from chaining onto the same step."""

ENTRIES_AT_A_TIME = 5_000


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. The name goes into the journal beside the id."""

    user_id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """What a step says of itself."""

    label: str
    kind: str = "do"
    reverts_id: int | None = None


def write_step(
    connection: Connection,
    step: Step,
    entries: Iterable[Noted],
    actor: Actor,
    at: datetime,
    evidence: str = "",
    tell: Callable[[str, int, int | None], None] | None = None,
) -> int:
    """Append a step with its entries; returns the step's id. `tell` hears how far a long one is.

    `evidence` is hashed with the entries: an import gives the hash of its file there.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": CHAIN_LOCK})
    noted = list(entries)
    row = {
        "at": at,
        "user_id": actor.user_id,
        "user_name": actor.name,
        "kind": step.kind,
        "label": step.label,
        "reverts_id": step.reverts_id,
        "rows": len(noted),
        "digest": digest_of(noted, evidence),
        "previous_hash": _last_hash(connection),
    }
    row["hash"] = step_hash(row)
    step_id = int(connection.execute(insert(JournalStep).values(row).returning(JournalStep.id)).scalar_one())
    for start in range(0, len(noted), ENTRIES_AT_A_TIME):
        if tell is not None:
            tell(translate("storage", "Writing the journal"), start, len(noted))
        connection.execute(
            insert(JournalEntry.__table__),  # type: ignore[arg-type]  # the Core table, past the ORM's bulk path
            [
                {
                    "step_id": step_id,
                    "table_name": n.table,
                    "row_id": n.row_id,
                    "before": n.before,
                    "after": n.after,
                }
                for n in noted[start : start + ENTRIES_AT_A_TIME]
            ],
        )
    return step_id


def digest_of(entries: Iterable[Noted], evidence: str = "") -> str:
    """SHA-256 (hex) over all entries in order; with `evidence` that is kept elsewhere in the database."""
    digest = hashlib.sha256(evidence.encode())
    for noted in entries:
        digest.update(dumps([noted.table, noted.row_id, noted.before, noted.after]).encode())
    return digest.hexdigest()


def step_hash(row: dict[str, Any]) -> str:
    """SHA-256 (hex) over what a step says, its digest and the hash of the step before."""
    names = ("at", "user_id", "user_name", "kind", "label", "reverts_id", "rows", "digest", "previous_hash")
    return hashlib.sha256(dumps([plain(row[name]) for name in names]).encode()).hexdigest()


def entries_of(connection: Connection, step_id: int) -> Iterator[Noted]:
    """A step's entries in the order in which they were written."""
    entry = JournalEntry.__table__.c
    rows = connection.execute(
        select(entry.table_name, entry.row_id, entry.before, entry.after)
        .where(entry.step_id == step_id)
        .order_by(entry.id)
    )
    for table, row_id, before, after in rows:
        yield Noted(table, row_id, before, after)


def _last_hash(connection: Connection) -> str:
    step = JournalStep.__table__.c
    return connection.execute(select(step.hash).order_by(step.id.desc()).limit(1)).scalar_one_or_none() or GENESIS
