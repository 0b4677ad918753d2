"""What every kind of import works with: the transaction, the run's tag, lists, matching, bulk writing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import Table, insert, select

from hhcrm.models.all import metadata
from hhcrm.services.imports.keys import Keys
from hhcrm.services.imports.lists import Lists
from hhcrm.services.imports.matching import SourceIndex, Wanted
from hhcrm.services.imports.rows import Block, Refusal, Refused, Setting, Tally
from hhcrm.services.records import assign
from hhcrm.storage.work import Transaction

AT_A_TIME = 500
"""Rows that are loaded as objects at once, and bound parameters of one statement."""


class Importer(Protocol):
    """Takes the rows of one kind."""

    def take(self, block: Block) -> None:
        """Take some rows."""

    def finish(self) -> None:
        """Write what has been waiting for the last row."""


class Job:
    """One import inside its transaction."""

    def __init__(self, tx: Transaction, run_id: int, file_name: str, setting: Setting) -> None:
        self.tx = tx
        self.run_id = run_id
        self.file_name = file_name
        self.setting = setting
        self.connection = tx.session.connection()
        self.lists = Lists(self.connection, setting.make_book)
        self.sources = SourceIndex(self.connection)
        self.keys = Keys(self.connection)
        self.tally = Tally()
        self._referred: dict[Wanted, int | Refused] = {}

    def source(self, row: int, wanted: Wanted) -> int:
        """The source that a row of another kind points at. Raises Refused."""
        found = self._referred.get(wanted)
        if found is None:
            try:
                found = self.sources.refer(wanted)
            except Refused as refused:
                found = refused
            self._referred[wanted] = found
        if isinstance(found, Refused):
            return self.answered(row, found)
        return found

    def answered(self, row: int, unclear: Refused) -> int:
        """The record that somebody said an unclear row means. Raises the refusal where nobody did."""
        answer = self.setting.answers.get(row)
        if answer is None or answer not in (key for key, _ in unclear.candidates):
            raise Refused(unclear.column, unclear.value, unclear.problem, unclear.candidates)
        return answer

    def find(self, field: str, text: str | None) -> int | None:
        """The row of one of the agency's lists. Raises Refused."""
        return self.lists.find(field, text)

    def refuse(self, row: int, refused: Refused) -> None:
        """Keep a row out."""
        self.tally.refuse(refused.at(row, self.setting.titles))

    def refuse_all(self, refusals: Iterable[Refusal]) -> None:
        """Keep rows out that could not be read."""
        for refusal in refusals:
            self.tally.refuse(refusal)

    def insert(self, table: str, rows: Sequence[dict[str, Any]]) -> None:
        """Write new rows under the run's tag; all name the same columns, their key among them."""
        if not rows:
            return
        self.keys.settle()
        tagged = [{**row, "version": 1, "import_run_id": self.run_id} for row in rows]
        self.connection.execute(insert(metadata.tables[table]), tagged)
        self.tx.recorder.touch(table, [row["id"] for row in rows])

    def update(
        self, model: Any, changes: Mapping[int, Mapping[str, Any]], also: Callable[[Any, Mapping[str, Any]], None]
    ) -> None:
        """Change rows as objects, so that each is journaled before and after. `also` sees every changed object."""
        session, table = self.tx.session, model.__table__
        ids = sorted(changes)
        for start in range(0, len(ids), AT_A_TIME):
            part = ids[start : start + AT_A_TIME]
            rows = {row.id: row for row in session.scalars(select(model).where(table.c.id.in_(part)))}
            for key in part:
                values = changes[key]
                also(rows[key], values)
                assign(rows[key], {name: value for name, value in values.items() if name in table.c})
            session.flush()
            session.expunge_all()  # a long file must not stay in memory row by row


def rows_of(block: Block) -> Iterator[tuple[int, dict[str, Any]]]:
    """A block's rows with their numbers, a field that the file has not is missing."""
    names = tuple(block.columns)
    if not names:
        return
    for number, values in zip(block.numbers, zip(*block.columns.values(), strict=True), strict=True):
        yield number, dict(zip(names, values, strict=True))


def by_ids(job: Job, table: Table, column: str, ids: Iterable[int]) -> Iterator[Any]:
    """Rows of a table whose column is among the ids, by key."""
    wanted = sorted(set(ids))
    for start in range(0, len(wanted), AT_A_TIME):
        part = wanted[start : start + AT_A_TIME]
        yield from job.connection.execute(select(table).where(table.c[column].in_(part)).order_by(table.c.id))


def differing(now: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are not what is there now."""
    return {name: value for name, value in values.items() if now[name] != value}
