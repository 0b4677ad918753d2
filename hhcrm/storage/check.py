"""Looks through a whole agency: the database, the journal's chain, the attachments, what follows from other rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, select, text
from sqlalchemy.exc import DBAPIError

from hhcrm.models.files import Attachment
from hhcrm.models.imports import ImportRun
from hhcrm.models.journal import JournalEntry, JournalStep
from hhcrm.storage import derived, search_columns
from hhcrm.storage.engine import is_sqlite, writing
from hhcrm.storage.faults import known_fault, plain_words
from hhcrm.storage.journal import GENESIS, digest_of, step_hash
from hhcrm.storage.recorder import Noted

MOST_OF_A_KIND = 20
"""Findings of one kind that are listed one by one; the rest is counted."""

_step, _entry, _run = JournalStep.__table__.c, JournalEntry.__table__.c, ImportRun.__table__.c


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be. `kind` is database, journal, attachment, derived or search."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether all is as it should be."""
        return not self.findings


def check(engine: Engine, attachments_folder: Path) -> CheckReport:
    """Look through everything in one read transaction. Changes nothing."""
    with plain_words(), engine.connect() as connection:
        database = _some(_database_faults(connection))
        if database:  # what follows would stumble over the damage
            return CheckReport(tuple(database))
        return CheckReport(
            (
                *_some(_journal_faults(connection)),
                *_some(_attachment_faults(connection, attachments_folder)),
                *_some(_derived_faults(connection)),
            )
        )


def repair(engine: Engine) -> None:
    """Recompute all that follows from other rows: due dates and counts, search columns, search indexes."""
    with plain_words(), writing(engine).begin() as connection:
        search_columns.refresh(connection)
        derived.refresh(connection)
        search_columns.rebuild_index(connection)


def rebuild_search(engine: Engine) -> None:
    """Make the search indexes anew from the tables."""
    with plain_words(), writing(engine).begin() as connection:
        search_columns.rebuild_index(connection)


def attachment_path(folder: Path, sha256: str) -> Path:
    """Where the content with this hash lies."""
    return folder / sha256


def _some(findings: Iterator[Finding]) -> list[Finding]:
    found = list(findings)
    if len(found) <= MOST_OF_A_KIND:
        return found
    more = len(found) - MOST_OF_A_KIND
    return [*found[:MOST_OF_A_KIND], Finding(found[0].kind, f"And {more} more.")]


def _database_faults(connection: Connection) -> Iterator[Finding]:
    if not is_sqlite(connection):
        return  # a server looks after its own files, and its foreign keys cannot be got round
    try:
        for (words,) in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST_OF_A_KIND})"):
            if words != "ok":
                yield Finding("database", f"The database file is damaged: {words}. Restore the newest good backup.")
        for table, row_id, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Finding("database", f"{table} {row_id} points at a {parent} that is not there.")
    except DBAPIError as error:
        fault = known_fault(error)
        if fault is None:
            raise
        yield Finding("database", str(fault))


def _journal_faults(connection: Connection) -> Iterator[Finding]:
    before, last = GENESIS, 0
    evidence = _evidence(connection)
    entries = _Entries(connection)
    for step in connection.execute(select(JournalStep.__table__).order_by(_step.id)).all():
        yield from entries.orphans_before(step.id)
        for words in _step_faults(step, entries.of(step.id), before, evidence.get(step.id, "")):
            yield Finding("journal", words)
        before, last = step.hash, step.id
    yield from entries.orphans_before(None)
    if is_sqlite(connection) and _steps_given_out(connection) > last:
        yield Finding("journal", "The newest steps of the journal have been taken away.")


class _Entries:
    """All entries, read once in the order of their steps."""

    def __init__(self, connection: Connection) -> None:
        query = select(JournalEntry.__table__).order_by(_entry.step_id, _entry.id)
        rows = connection.execute(query.execution_options(yield_per=5_000))
        self._groups = ((step_id, list(own)) for step_id, own in groupby(rows, key=lambda row: row.step_id))
        self._next: tuple[int, list[Row[Any]]] | None = next(self._groups, None)

    def of(self, step_id: int) -> list[Row[Any]]:
        """The entries of a step; steps must be asked for in their order."""
        if self._next is None or self._next[0] != step_id:
            return []
        found, self._next = self._next[1], next(self._groups, None)
        return found

    def orphans_before(self, step_id: int | None) -> Iterator[Finding]:
        """Entries of steps that are not there, up to this step; None means up to the end."""
        while self._next is not None and (step_id is None or self._next[0] < step_id):
            yield Finding("journal", f"The journal has entries of a step {self._next[0]} that is not there.")
            self._next = next(self._groups, None)


def _step_faults(step: Row[Any], entries: list[Row[Any]], before: str, evidence: str) -> Iterator[str]:
    name = f'step {step.id} ("{step.label}")'
    if step.previous_hash != before:
        yield f"The journal's chain is broken before {name}: a step was changed or taken away."
    if step_hash(dict(step._mapping)) != step.hash:
        yield f"The journal's {name} was changed after it was written."
    noted = [Noted(row.table_name, row.row_id, row.before, row.after) for row in entries]
    if digest_of(noted, evidence) != step.digest or len(noted) != step.rows:
        yield f"What the journal's {name} says of the rows was changed after it was written."


def _evidence(connection: Connection) -> dict[int, str]:
    """The hash of the imported file by import step: of the run that names the step, or that the step made."""
    made = connection.execute(
        select(_entry.step_id, _run.file_sha256)
        .join_from(JournalEntry.__table__, ImportRun.__table__, _entry.row_id == _run.id)
        .join(JournalStep.__table__, _entry.step_id == _step.id)
        .where(_entry.table_name == "import_run", _entry.before.is_(None), _step.kind == "import")
    )
    return {row.step_id: row.file_sha256 for row in made}


def _steps_given_out(connection: Connection) -> int:
    query = text("SELECT seq FROM sqlite_sequence WHERE name = 'journal_step'")
    return int(connection.execute(query).scalar() or 0)


def _attachment_faults(connection: Connection, folder: Path) -> Iterator[Finding]:
    for row in connection.execute(select(Attachment.__table__).order_by(Attachment.__table__.c.id)):
        path = attachment_path(folder, row.sha256)
        if not path.is_file():
            yield Finding("attachment", f"The attached file {row.name} is not there.")
            continue
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != row.sha256:
                yield Finding("attachment", f"The attached file {row.name} is not what was attached.")


def _derived_faults(connection: Connection) -> Iterator[Finding]:
    for source_id in derived.out_of_step(connection):
        yield Finding("derived", f"Due date, counts or last days of source {source_id} do not follow from its rows.")
    for table, ids in search_columns.out_of_step(connection).items():
        yield Finding("search", f"{len(ids)} rows of {table} would not be found by what they say now.")
    for table in search_columns.index_faults(connection):
        yield Finding("search", f"The search index of {table} does not hold what the table holds.")
