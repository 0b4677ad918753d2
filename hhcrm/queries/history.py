"""A source's history: every step that touched its own row, its visits, people, promises, referrals and files.

Rows that came by an import or with the sample are told by the run that brought them: the journal keeps the run, not
each of its new rows. Patient identifiers lie in a table of their own and are never read here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from sqlalchemy import Connection, Integer, Select, Table, bindparam, exists, select, union, union_all
from sqlalchemy.sql.selectable import CompoundSelect

from hhcrm.models.commitments import Commitment
from hhcrm.models.contacts import Affiliation, Contact, ContactEmail, ContactPhone
from hhcrm.models.files import Attachment
from hhcrm.models.imports import ImportRun
from hhcrm.models.journal import JournalEntry, JournalStep
from hhcrm.models.referrals import LoopUpdate, Referral, ReferralStageEntry
from hhcrm.models.sources import CohortMember, ProviderCount, ReferralSource, SourceHours, SourceStageChange
from hhcrm.models.visits import Visit, VisitContact, VisitMaterial
from hhcrm.queries.agency import sample_steps
from hhcrm.queries.ground import table
from hhcrm.queries.history_words import HIDDEN, Names, label_of, row_words, said
from hhcrm.queries.read_models import FieldChange, HistoryLine, HistoryPage

STEP, ENTRY, RUN = table(JournalStep), table(JournalEntry), table(ImportRun)

_OWN = (
    Visit,
    Commitment,
    Referral,
    Attachment,
    Affiliation,
    SourceStageChange,
    CohortMember,
    ProviderCount,
    SourceHours,
)
"""Tables whose rows name their source."""

_OF_PEOPLE = (ContactPhone, ContactEmail)
_OF_VISITS = (VisitContact, VisitMaterial)
_OF_REFERRALS = (ReferralStageEntry, LoopUpdate)

NEWEST = 2**31 - 1
"""Above any step; PostgreSQL keeps keys in 32 bits."""

_IMPORTED = (Visit, Referral, Commitment, Affiliation)
"""Rows that a file can bring for a source that was there before."""


def history_of(
    connection: Connection, source_id: int, before_step: int | None, limit: int, zone: tzinfo
) -> HistoryPage:
    """A page of a source's history, `limit` steps, newest first; older ones than `before_step` where one is given."""
    values = {"source_id": source_id, "before": before_step or NEWEST, "most": limit + 1}
    steps = connection.execute(_STEPS, values).scalars().all()
    shown = steps[:limit]
    return HistoryPage(tuple(_lines(connection, source_id, shown, zone)), len(steps) > limit)


# --- which rows, which steps ---------------------------------------------------------------------------------------

_source_id = bindparam("source_id", type_=Integer())


def _of_source(model: type[Any]) -> Select[Any]:
    of = table(model)
    return select(of.c.id).where(of.c.source_id == _source_id)


def _people() -> Select[Any]:
    at = table(Affiliation).c
    return select(at.contact_id).where(at.source_id == _source_id)


def _under(model: type[Any], column: str, parents: Select[Any]) -> Select[Any]:
    of = table(model)
    return select(of.c.id).where(of.c[column].in_(parents))


def _row_ids() -> dict[str, Select[Any]]:
    """By table, the ids of the rows that belong to the source."""
    found = {
        table(ReferralSource).name: select(table(ReferralSource).c.id).where(table(ReferralSource).c.id == _source_id),
        table(Contact).name: _people(),
    }
    found |= {table(model).name: _of_source(model) for model in _OWN}
    found |= {table(model).name: _under(model, "contact_id", _people()) for model in _OF_PEOPLE}
    found |= {table(model).name: _under(model, "visit_id", _of_source(Visit)) for model in _OF_VISITS}
    found |= {table(model).name: _under(model, "referral_id", _of_source(Referral)) for model in _OF_REFERRALS}
    return found


_ROW_IDS = _row_ids()


def _entries(name: str, ids: Select[Any], *columns: Any) -> Select[Any]:
    return select(*columns).where(ENTRY.c.table_name == name, ENTRY.c.row_id.in_(ids))


def _run_steps() -> Iterable[Select[Any]]:
    """The steps of the runs that brought the source or rows of it."""
    for model in (ReferralSource, *_IMPORTED):
        of = table(model)
        key = of.c.id if model is ReferralSource else of.c.source_id
        runs = select(of.c.import_run_id).where(key == _source_id, of.c.import_run_id.is_not(None))
        yield select(RUN.c.step_id).where(RUN.c.id.in_(runs), RUN.c.step_id.is_not(None))


def _sample_step() -> Select[Any]:
    """The step that made the sample, for a source that neither a person nor an import brought."""
    own = table(ReferralSource)
    added = exists().where(ENTRY.c.table_name == own.name, ENTRY.c.row_id == _source_id, ENTRY.c.before.is_(None))
    bare = exists().where(own.c.id == _source_id, own.c.import_run_id.is_(None))
    return sample_steps().where(bare, ~added)


def _step_ids() -> CompoundSelect[Any]:
    entries = (_entries(name, ids, ENTRY.c.step_id) for name, ids in _ROW_IDS.items())
    return union(*entries, *_run_steps(), _sample_step())


_found = _step_ids().subquery("found")
_STEPS = (
    select(_found.c.step_id)
    .where(_found.c.step_id < bindparam("before"))
    .order_by(_found.c.step_id.desc())
    .limit(bindparam("most"))
)


# --- lines ---------------------------------------------------------------------------------------------------------


_POINTERS = frozenset({"source_id", "visit_id", "referral_id"})
"""What a new row hangs on: the history that one reads says it."""


@dataclass(frozen=True, slots=True)
class _Entry:
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


def _lines(connection: Connection, source_id: int, steps: Sequence[int], zone: tzinfo) -> Iterable[HistoryLine]:
    heads = {row.id: row for row in connection.execute(select(STEP).where(STEP.c.id.in_(steps)))}
    entries = _entries_of(connection, source_id, steps)
    names = Names(connection, zone)
    names.load((one.table, image) for found in entries.values() for one in found for image in _images(one))
    runs = _runs_of(connection, source_id, steps)
    for step_id in steps:
        head = heads[step_id]
        if step_id in runs:
            run = runs[step_id]
            yield _brought(head, f"{run.kind.capitalize()} from {run.file_name}", source_id)
        elif head.kind == "note" and not entries.get(step_id):
            yield _brought(head, "Made with the sample agency", source_id)
        for one in entries.get(step_id, ()):
            yield _line(head, one, names)


def _images(one: _Entry) -> Iterable[dict[str, Any]]:
    return (image for image in (one.before, one.after) if image is not None)


def _entries_of(connection: Connection, source_id: int, steps: Sequence[int]) -> dict[int, list[_Entry]]:
    """The source's own changes in these steps, in the order in which they were written."""
    if not steps:
        return {}
    mine = union_all(
        *(_entries(name, ids, ENTRY.c.id).where(ENTRY.c.step_id.in_(steps)) for name, ids in _ROW_IDS.items())
    ).subquery("mine")
    rows = connection.execute(
        select(ENTRY.c.step_id, ENTRY.c.table_name, ENTRY.c.row_id, ENTRY.c.before, ENTRY.c.after)
        .where(ENTRY.c.id.in_(select(mine.c.id)))
        .order_by(ENTRY.c.id),
        {"source_id": source_id},
    )
    tables = {name: table(ReferralSource).metadata.tables[name] for name in _ROW_IDS}
    found: dict[int, list[_Entry]] = defaultdict(list)
    for step_id, name, row_id, before, after in rows:
        found[step_id].append(_Entry(tables[name], row_id, _decoded(before), _decoded(after)))
    return found


def _decoded(image: str | None) -> dict[str, Any] | None:
    return None if image is None else json.loads(image)


def _runs_of(connection: Connection, source_id: int, steps: Sequence[int]) -> dict[int, Any]:
    """The import runs among these steps that brought rows of this source."""
    brought = union(*_run_steps()).subquery("brought")
    rows = connection.execute(
        select(RUN.c.id, RUN.c.step_id, RUN.c.file_name, RUN.c.kind).where(
            RUN.c.step_id.in_(steps), RUN.c.step_id.in_(select(brought.c.step_id))
        ),
        {"source_id": source_id},
    )
    return {row.step_id: row for row in rows}


def _brought(head: Any, what: str, source_id: int) -> HistoryLine:
    own = table(ReferralSource).name
    return HistoryLine(head.id, head.at, head.user_name, head.label, what, own, source_id, (), False)


def _line(head: Any, one: _Entry, names: Names) -> HistoryLine:
    changes = tuple(
        FieldChange(
            name,
            label_of(one.table.name, name),
            said(one.table, name, (one.before or {}).get(name), names),
            said(one.table, name, (one.after or {}).get(name), names),
        )
        for name in one.changed()
    )
    edited = one.before is not None and one.after is not None
    return HistoryLine(
        step_id=head.id,
        at=head.at,
        by=head.user_name,
        label=head.label,
        what=row_words(one.table, one.row_id, one.image, one.before is None, one.after is None, names),
        table=one.table.name,
        row_id=one.row_id,
        changes=changes,
        can_revert=edited and bool(changes),
    )
