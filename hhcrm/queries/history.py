"""A record's history: every step that touched its own row and those that hang on it.

Rows that came by an import or with the sample are told by the run that brought them: the journal keeps the run, not
each of its new rows. Patient identifiers lie in a table of their own and are never read here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, select, union, union_all

from hhcrm.domain.reverting import why_not
from hhcrm.domain.wording import translate
from hhcrm.models.all import metadata
from hhcrm.models.journal import JournalStep
from hhcrm.queries.ground import table
from hhcrm.queries.history_families import ENTRY, KEY, RUN, Family, entries_of, family
from hhcrm.queries.history_labels import label_of
from hhcrm.queries.history_words import HIDDEN, Names, row_words, said_in
from hhcrm.queries.read_models import FieldChange, HistoryLine, HistoryPage
from hhcrm.storage.rowcodec import encode, kept_columns

STEP = table(JournalStep)

NEWEST = 2**31 - 1
"""Above any step; PostgreSQL keeps keys in 32 bits."""

MOST_ROWS = 1_000
"""Of a step with more rows the rows that it took away are not looked through."""


def history_of(
    connection: Connection, root: str, row_id: int, before_step: int | None, limit: int, zone: tzinfo
) -> HistoryPage:
    """A page of a record's history, `limit` steps, newest first; older ones than `before_step` where one is given.

    `root` is the record's table. Raises NotFound for a table without a history of its own.
    """
    of = family(root)
    values = {KEY: row_id, "before": before_step or NEWEST, "most": limit + 1}
    steps = connection.execute(_steps(root), values).scalars().all()
    shown = steps[:limit]
    return HistoryPage(tuple(_lines(connection, of, row_id, shown, zone)), len(steps) > limit)


@cache
def _steps(root: str) -> Select[Any]:
    found = family(root).steps().subquery("found")
    return (
        select(found.c.step_id)
        .where(found.c.step_id < bindparam("before"))
        .order_by(found.c.step_id.desc())
        .limit(bindparam("most"))
    )


# --- lines ---------------------------------------------------------------------------------------------------------


_POINTERS = frozenset({"source_id", "visit_id", "referral_id"})
"""What a new row hangs on: the history that one reads says it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row's change in one step, decoded."""

    table: Table
    row_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    @property
    def image(self) -> dict[str, Any]:
        """The row as it was last."""
        return self.after or self.before or {}

    def changed(self) -> list[str]:
        """Names of the columns that changed, in the table's order, without those that say nothing to people."""
        before, after = self.before or {}, self.after or {}
        return [
            column.key
            for column in self.table.columns
            if column.key not in HIDDEN and before.get(column.key) != after.get(column.key)
            and not (self.before is None and (column.key in _POINTERS or after.get(column.key) in (None, "")))
        ]  # fmt: skip


def _lines(
    connection: Connection, of: Family, row_id: int, steps: Sequence[int], zone: tzinfo
) -> Iterable[HistoryLine]:
    heads = {row.id: row for row in connection.execute(select(STEP).where(STEP.c.id.in_(steps)))}
    entries = _entries_of(connection, of, row_id, heads)
    names = Names(connection, zone)
    names.load((one.table, image) for found in entries.values() for one in found for image in _images(one))
    now = _present(connection, entries)
    runs = _runs_of(connection, of, row_id, steps)
    for step_id in steps:
        head = heads[step_id]
        if step_id in runs:
            run = runs[step_id]
            kind = "vCards" if run.kind == "vcards" else run.kind.capitalize()
            words = translate("history", "{kind} from {file}").format(kind=kind, file=run.file_name)
            yield _brought(head, words, of, row_id)
        elif head.kind == "note" and not entries.get(step_id):
            yield _brought(head, translate("history", "Made with the sample agency"), of, row_id)
        for one in entries.get(step_id, ()):
            yield _line(head, one, names, now.get((one.table.name, one.row_id)))


def _images(one: Entry) -> Iterable[dict[str, Any]]:
    return (image for image in (one.before, one.after) if image is not None)


def _entries_of(connection: Connection, of: Family, row_id: int, heads: Mapping[int, Any]) -> dict[int, list[Entry]]:
    """The record's changes in these steps, in the order in which they were written."""
    found: dict[int, list[Entry]] = defaultdict(list)
    if not heads:
        return found
    mine = union_all(
        *(entries_of(name, ids, ENTRY.c.id).where(ENTRY.c.step_id.in_(heads)) for name, ids in of.row_ids.items())
    ).subquery("mine")
    known = ENTRY.c.id.in_(select(mine.c.id))
    small = [step_id for step_id, head in heads.items() if head.rows <= MOST_ROWS]
    gone = ENTRY.c.step_id.in_(small) & ENTRY.c.table_name.in_(of.children) & ENTRY.c.after.is_(None)
    rows = connection.execute(
        select(ENTRY.c.step_id, ENTRY.c.table_name, ENTRY.c.row_id, ENTRY.c.before, ENTRY.c.after)
        .where(known | gone if of.children else known)
        .order_by(ENTRY.c.id),
        {KEY: row_id},
    )
    for step_id, name, key, before, after in rows:
        one = Entry(metadata.tables[name], key, decoded(before), decoded(after))
        if after is not None or name not in of.children or one.image.get(of.children[name]) == row_id:
            found[step_id].append(one)
    return found


def decoded(image: str | None) -> dict[str, Any] | None:
    """A row as the journal keeps it: texts, numbers, nothing else."""
    return None if image is None else json.loads(image)


def _present(
    connection: Connection, entries: Mapping[int, Sequence[Entry]]
) -> dict[tuple[str, int], tuple[int, dict[str, Any]]]:
    """The rows that were edited as they are now, with their versions."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for found in entries.values():
        for one in found:
            if one.before is not None and one.after is not None:
                wanted[one.table.name].add(one.row_id)
    now: dict[tuple[str, int], tuple[int, dict[str, Any]]] = {}
    for name, ids in wanted.items():
        of = metadata.tables[name]
        columns = kept_columns(of)
        for row in connection.execute(select(of.c.version, *columns).where(of.c.id.in_(ids))):
            image = decoded(encode(row._asdict(), [column.key for column in columns]))
            now[(name, row.id)] = (row.version, image or {})
    return now


def _runs_of(connection: Connection, of: Family, row_id: int, steps: Sequence[int]) -> dict[int, Any]:
    """The import runs among these steps that brought these rows."""
    if not of.runs:
        return {}
    brought = union(*of.runs).subquery("brought")
    rows = connection.execute(
        select(RUN.c.id, RUN.c.step_id, RUN.c.file_name, RUN.c.kind).where(
            RUN.c.step_id.in_(steps), RUN.c.step_id.in_(select(brought.c.step_id))
        ),
        {KEY: row_id},
    )
    return {row.step_id: row for row in rows}


def _brought(head: Any, what: str, of: Family, row_id: int) -> HistoryLine:
    return HistoryLine(head.id, head.at, head.user_name, head.label, what, of.root, row_id, ())


def _line(head: Any, one: Entry, names: Names, now: tuple[int, dict[str, Any]] | None) -> HistoryLine:
    return HistoryLine(
        step_id=head.id,
        at=head.at,
        by=head.user_name,
        label=head.label,
        what=words_of(one, names),
        table=one.table.name,
        row_id=one.row_id,
        changes=tuple(change_of(one, name, names, now[1] if now is not None else None) for name in one.changed()),
        version=None if now is None else now[0],
    )


def words_of(one: Entry, names: Names) -> str:
    """What the row of an entry is called."""
    return row_words(one.table, one.row_id, one.image, one.before is None, one.after is None, names)


def change_of(one: Entry, name: str, names: Names, now: Mapping[str, Any] | None) -> FieldChange:
    """One field of an entry in words; `now` is the row as it is, None where nothing may be reverted."""
    before, after = one.before or {}, one.after or {}
    can_revert = (
        now is not None
        and one.before is not None
        and one.after is not None
        and name in before
        and now.get(name) != before[name]
        and why_not(one.table.name, name, before[name], now) is None
    )
    return FieldChange(
        name,
        label_of(one.table.name, name),
        said_in(one.table, name, before, names),
        said_in(one.table, name, after, names),
        can_revert,
    )
