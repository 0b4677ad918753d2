"""One import taken back whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, delete, or_, select, update

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import Conflict, NotFound
from hhcrm.domain.nouns import noun
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.models.all import metadata
from hhcrm.models.contacts import Contact, ContactEmail, ContactPhone
from hhcrm.models.imports import ImportRun
from hhcrm.models.journal import JournalEntry, JournalStep
from hhcrm.services.imports.job import AT_A_TIME
from hhcrm.services.imports.run import point_at_step
from hhcrm.storage.faults import plain_words
from hhcrm.storage.journal import Step, entries_of
from hhcrm.storage.recorder import Noted
from hhcrm.storage.rowcodec import decode, encode, kept_columns
from hhcrm.storage.undo import agree, revert_entries, words_for
from hhcrm.storage.work import Tell, Transaction, UnitOfWork

_SHOWN = 5
_OWN = frozenset({"import_run", "import_mapping"})
"""Rows of the import itself: the run stays and says who took it back, the mapping stays remembered."""

_PARENTS = {"contact_phone": "contact", "contact_email": "contact", "affiliation": "contact",
            "visit_contact": "visit", "visit_material": "visit", "source_stage_change": "referral_source",
            "referral_patient": "referral", "referral_stage_entry": "referral", "loop_update": "referral",
            "referral_discipline": "referral"}  # fmt: skip


def undo_import(work: UnitOfWork, run_id: int, tell: Tell | None = None) -> ChangeSet:
    """Take an import back: what it made is deleted, what it changed is as before; one step, journaled row by row.

    Raises NotFound for a run that is not there or was taken back, Conflict naming the rows that have been changed
    since or have other records hanging on them; then nothing is changed, nor when `tell` raises to stop.
    """
    step_id, label = _step_of(work, run_id)

    def take_back(tx: Transaction) -> int | None:
        _run_to_take_back(tx.session.connection(), run_id)
        entries = [noted for noted in entries_of(tx.session.connection(), step_id) if noted.table not in _OWN]
        _refuse_moved(tx, run_id, entries)
        revert_entries(tx, [noted for noted in entries if noted.before is not None and not _is_made(noted, run_id)])
        _refuse_hanging(tx.session.connection(), run_id)
        people = _people_who_stay(tx.session.connection(), run_id)
        for table in reversed(_tagged()):
            _delete(tx, table, run_id)
        _refill(tx, people)
        point_at_step(tx.session, run_id, "undone_by_step_id")
        return run_id

    return replace(work.run(Step(f"Undo: {label}", "import undo", step_id), take_back, tell), undoable=False)


def _step_of(work: UnitOfWork, run_id: int) -> tuple[int, str]:
    """The step that made the run, found by the journal itself."""
    entry, step = JournalEntry.__table__.c, JournalStep.__table__.c
    reading = work.engine.execution_options(writing=False)  # must not wait for somebody who writes
    with plain_words(), reading.connect() as connection:
        _run_to_take_back(connection, run_id)
        query = (
            select(step.id, step.label)
            .join_from(JournalEntry.__table__, JournalStep.__table__, entry.step_id == step.id)
            .where(entry.table_name == "import_run", entry.row_id == run_id, entry.before.is_(None))
        )
        row = connection.execute(query).one()
    return row.id, row.label


def _run_to_take_back(connection: Connection, run_id: int) -> None:
    c = ImportRun.__table__.c
    run = connection.execute(select(c.undone_by_step_id).where(c.id == run_id)).one_or_none()
    if run is None:
        raise NotFound(translate("imports", "There is no import {run_id}.").format(run_id=run_id))
    if run.undone_by_step_id is not None:
        raise NotFound(translate("imports", "Import {run_id} has been taken back already.").format(run_id=run_id))


def _tagged() -> list[Table]:
    """The tables whose rows an import may make, parents first."""
    return [table for table in metadata.sorted_tables if "import_run_id" in table.c]


def _is_made(noted: Noted, run_id: int) -> bool:
    image = noted.after or noted.before or "{}"
    return f'"import_run_id":{run_id},' in image


def _refuse_moved(tx: Transaction, run_id: int, entries: list[Noted]) -> None:
    """Rows that the run made or changed and that are not as it left them."""
    connection, moved = tx.session.connection(), []
    left = {(noted.table, noted.row_id): noted.after for noted in entries}
    for table in _tagged():
        rows = connection.execute(select(table).where(table.c.import_run_id == run_id, table.c.version != 1))
        names = [column.key for column in kept_columns(table)]
        for done, row in enumerate(rows):
            if done % AT_A_TIME == 0:
                tx.tell(translate("imports", "Looking for what was changed since"), done, None)
            if not agree(table, encode(row._asdict(), names), left.get((table.name, row.id))):
                moved.append(_said(connection, table, row._mapping))
    moved += _changed_since(connection, run_id, entries)
    if moved:
        raise _conflict(moved, _CHANGED)


def _changed_since(connection: Connection, run_id: int, entries: list[Noted]) -> Iterator[str]:
    by_table: dict[str, dict[int, Noted]] = {}
    for noted in entries:
        if noted.before is not None and not _is_made(noted, run_id):
            by_table.setdefault(noted.table, {})[noted.row_id] = noted
    for name, noted_by_id in by_table.items():
        table, ids = metadata.tables[name], sorted(noted_by_id)
        columns = [column.key for column in kept_columns(table)]
        for start in range(0, len(ids), AT_A_TIME):
            part = ids[start : start + AT_A_TIME]
            rows = connection.execute(select(table).where(table.c.id.in_(part)))
            present = {row.id: encode(row._asdict(), columns) for row in rows}
            for key in part:
                noted = noted_by_id[key]
                if not agree(table, present.get(key), noted.after):
                    yield _said(connection, table, decode(table, noted.after or noted.before or "{}"))


def _refuse_hanging(connection: Connection, run_id: int) -> None:
    """Records of other hands that point at what the run made."""
    hanging = []
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            parent = key.column.table
            if "import_run_id" not in parent.c:
                continue
            made = select(parent.c.id).where(parent.c.import_run_id == run_id)
            query = select(key.parent, table.c.id).where(key.parent.in_(made))
            if "import_run_id" in table.c:
                query = query.where(or_(table.c.import_run_id.is_(None), table.c.import_run_id != run_id))
            for parent_id, _ in connection.execute(query.limit(_SHOWN + 1)):
                row = connection.execute(select(parent).where(parent.c.id == parent_id)).one()
                hanging.append(
                    translate("imports", "{record} (has a {what})").format(
                        record=_said(connection, parent, row._mapping), what=noun(words_for(table))
                    )
                )
    if hanging:
        raise _conflict(hanging, _WORKED_WITH)


_CHANGED = (
    QT_TRANSLATE_NOOP(
        "imports", "This import cannot be taken back: {records} has been changed since. Nothing was changed."
    ),
    QT_TRANSLATE_NOOP(
        "imports", "This import cannot be taken back: {records} have been changed since. Nothing was changed."
    ),
)
_WORKED_WITH = (
    QT_TRANSLATE_NOOP(
        "imports", "This import cannot be taken back: {records} has been worked with since. Nothing was changed."
    ),
    QT_TRANSLATE_NOOP(
        "imports", "This import cannot be taken back: {records} have been worked with since. Nothing was changed."
    ),
)


def _conflict(rows: list[str], sentences: tuple[str, str]) -> Conflict:
    said = list(dict.fromkeys(rows))
    words = "; ".join(said[:_SHOWN])
    if len(said) > _SHOWN:
        words += translate("imports", " and {count:,} more").format(count=len(said) - _SHOWN)
    return Conflict(translate("imports", sentences[len(said) != 1]).format(records=words))


def _said(connection: Connection, table: Table, row: Any) -> str:
    """A row as people know it: a child by its parent."""
    if table.name in _PARENTS:
        parent = metadata.tables[_PARENTS[table.name]]
        key = row[{"referral_source": "source_id"}.get(parent.name, f"{parent.name}_id")]
        found = connection.execute(select(parent).where(parent.c.id == key)).one_or_none()
        if found is not None:
            return _said(connection, parent, found._mapping)
    match table.name:
        case "referral_source":
            return str(row["name"])
        case "contact":
            return f"{row['first_name']} {row['last_name']}".strip()
        case "visit":
            return translate("imports", "the visit of {day} at {source}").format(
                day=row["visit_on"], source=_source_name(connection, row["source_id"])
            )
        case "referral":
            return translate("imports", "the referral of {day} from {source}").format(
                day=row["referral_on"], source=_source_name(connection, row["source_id"])
            )
    return noun(words_for(table))


def _source_name(connection: Connection, source_id: int) -> str:
    c = metadata.tables["referral_source"].c
    return str(connection.execute(select(c.name).where(c.id == source_id)).scalar_one())


def _people_who_stay(connection: Connection, run_id: int) -> list[int]:
    """People of other hands who got numbers or addresses in the run: they are found by these until they go."""
    person, found = Contact.__table__, set()
    for model in (ContactPhone, ContactEmail):
        c = model.__table__.c
        query = (
            select(c.contact_id)
            .join_from(model.__table__, person, c.contact_id == person.c.id)
            .where(c.import_run_id == run_id, or_(person.c.import_run_id.is_(None), person.c.import_run_id != run_id))
        )
        found |= set(connection.execute(query).scalars())
    return sorted(found)


def _refill(tx: Transaction, people: list[int]) -> None:
    """Recompute what people are found by; no change of theirs, so past the objects."""
    session, table = tx.session, Contact.__table__
    session.expire_all()
    for start in range(0, len(people), AT_A_TIME):
        part = people[start : start + AT_A_TIME]
        with session.no_autoflush:
            for person in session.scalars(select(Contact).where(table.c.id.in_(part))).all():
                person.fill_search_columns()
                filled = person.find_text
                session.expunge(person)
                change = update(table).where(table.c.id == person.id)  # type: ignore[arg-type]
                session.connection().execute(change.values(find_text=filled))


def _delete(tx: Transaction, table: Table, run_id: int) -> None:
    """Delete a table's rows of the run in one statement, their last state journaled."""
    connection = tx.session.connection()
    names = [column.key for column in kept_columns(table)]
    made = table.c.import_run_id == run_id
    rows = connection.execute(select(*kept_columns(table)).where(made).order_by(table.c.id))
    for done, row in enumerate(rows):
        if done % AT_A_TIME == 0:
            tx.tell(translate("imports", "Taking back"), done, None)
        tx.recorder.note(table.name, row.id, encode(row._asdict(), names), None)
        if "source_id" in table.c:
            tx.refresh_sources.add(row.source_id)
    connection.execute(delete(table).where(made))
