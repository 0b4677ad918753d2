"""Undo and redo: a step taken back is a new step that points at the old one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, exists, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import Conflict, NotFound
from hhcrm.domain.nouns import noun
from hhcrm.domain.wording import translate
from hhcrm.models.all import mapped_class, metadata
from hhcrm.models.contacts import Contact
from hhcrm.models.journal import JournalEntry, JournalStep
from hhcrm.storage.journal import Step, entries_of
from hhcrm.storage.recorder import Noted
from hhcrm.storage.rowcodec import decode, encode, kept_columns
from hhcrm.storage.work import Tell, Transaction, UnitOfWork

ROWS_AT_A_TIME = 500

FORWARD = ("do", "redo")
"""Kinds of step that an undo takes back."""

UNDOABLE = (*FORWARD, "import")
"""The same with imports, which their own command takes back."""

NEW = ("do", "import")
"""Kinds of step after which there is nothing to redo any more."""

BACKWARD = ("undo", "import undo")
"""Kinds of step that take another back."""


def undo(work: UnitOfWork) -> ChangeSet:
    """Take back this user's newest step that still stands. Raises NotFound, or Conflict when a row has moved on."""
    step = next_undo(work)
    if step is None:
        raise NotFound(nothing_to_undo())
    return take_back(work, step)


def redo(work: UnitOfWork, tell: Tell | None = None) -> ChangeSet:
    """Take back this user's newest undo. Raises NotFound, or Conflict when a row has moved on."""
    step = next_redo(work)
    if step is None:
        raise NotFound(translate("storage", "There is nothing to redo."))
    return _revert(work, step, "redo", _bare(step.label), tell)


def revert_step(work: UnitOfWork, step_id: int) -> ChangeSet:
    """Take back one particular step (the toast's Undo), if nothing has moved on since."""
    return take_back(work, step_to_take_back(work, step_id, FORWARD))


def take_back(work: UnitOfWork, step: JournalStep, tell: Tell | None = None) -> ChangeSet:
    """Undo a step that was found. Raises Conflict when a row has moved on."""
    return _revert(work, step, "undo", f"Undo: {_bare(step.label)}", tell)


def step_to_take_back(work: UnitOfWork, step_id: int, kinds: Sequence[str]) -> JournalStep:
    """A step of one of these kinds that still stands. Raises NotFound."""
    with Session(work.engine) as session:
        step = session.get(JournalStep, step_id)
        done = step is not None and session.scalar(_stands_no_more(step_id)) is not None
    if step is None or step.kind not in kinds:
        raise NotFound(translate("storage", "That step cannot be undone."))
    if done:
        raise NotFound(translate("storage", "That step has been undone already."))
    return step


def next_undo(work: UnitOfWork, kinds: Sequence[str] = FORWARD) -> JournalStep | None:
    """The step of one of these kinds that comes next when this user undoes."""
    with Session(work.engine) as session:
        return session.scalar(undo_query(work.actor.user_id, kinds))


def next_redo(work: UnitOfWork) -> JournalStep | None:
    """The undo that `redo` would take back: none once something new has been done after it."""
    with Session(work.engine) as session:
        return session.scalar(redo_query(work.actor.user_id))


def undo_query(user_id: int | None, kinds: Sequence[str] = FORWARD) -> Select[JournalStep]:
    """A user's newest step that still stands."""
    return (
        select(JournalStep)
        .where(_of(JournalStep, user_id), JournalStep.kind.in_(kinds), ~taken_back().exists())
        .order_by(JournalStep.id.desc())
        .limit(1)
    )


def redo_query(user_id: int | None) -> Select[JournalStep]:
    """A user's newest undo after which nothing new was done."""
    later, new = aliased(JournalStep), aliased(JournalStep)
    return (
        select(JournalStep)
        .where(
            _of(JournalStep, user_id),
            JournalStep.kind == "undo",
            ~exists().where(later.reverts_id == JournalStep.id, later.kind == "redo"),
            ~exists().where(new.id > JournalStep.id, new.kind.in_(NEW), _of(new, user_id)),
        )
        .order_by(JournalStep.id.desc())
        .limit(1)
    )


def taken_back() -> Select[int]:
    """The later step that took a `JournalStep` back, correlated with it."""
    later = aliased(JournalStep)
    return select(later.id).where(later.reverts_id == JournalStep.id, later.kind.in_(BACKWARD)).correlate(JournalStep)


def _stands_no_more(step_id: int) -> Select[int]:
    return select(JournalStep.id).where(JournalStep.id == step_id, taken_back().exists())


def nothing_to_undo() -> str:
    """Words for an empty history."""
    return translate("storage", "There is nothing to undo.")


def revert_entries(tx: Transaction, entries: Sequence[Noted]) -> None:
    """Put rows back as they were before these entries. Raises Conflict when one has moved on."""
    backwards, done = list(reversed(entries)), 0
    for (table_name, what), group in groupby(backwards, key=lambda n: (n.table, _kind_of(n))):
        table = metadata.tables[table_name]
        for part in _chunks(list(group)):
            tx.tell(translate("storage", "Taking back"), done, len(backwards))
            _check_unmoved(tx.session, table, part)
            _put_back(tx, table, what, part)
            done += len(part)
    _refill_people(tx, entries)


def _revert(work: UnitOfWork, step: JournalStep, kind: str, label: str, tell: Tell | None) -> ChangeSet:
    def back(tx: Transaction) -> int | None:
        entries = list(entries_of(tx.session.connection(), step.id))
        revert_entries(tx, entries)
        return entries[0].row_id if entries else None

    return work.run(Step(label, kind, step.id), back, tell)


def _bare(label: str) -> str:
    return label.removeprefix("Undo: ")


def _of(step: Any, user_id: int | None) -> ColumnElement[bool]:
    mine: ColumnElement[bool] = step.user_id.is_(None) if user_id is None else step.user_id == user_id
    return mine


def _kind_of(noted: Noted) -> str:
    if noted.before is None:
        return "insert"
    return "delete" if noted.after is None else "update"


def _chunks(rows: list[Noted]) -> Iterator[list[Noted]]:
    for start in range(0, len(rows), ROWS_AT_A_TIME):
        yield rows[start : start + ROWS_AT_A_TIME]


def _check_unmoved(session: Session, table: Table, part: Sequence[Noted]) -> None:
    names = [column.key for column in kept_columns(table)]
    rows = session.connection().execute(select(*kept_columns(table)).where(table.c.id.in_([n.row_id for n in part])))
    present = {row.id: encode(row._asdict(), names) for row in rows}
    for noted in part:
        if not agree(table, present.get(noted.row_id), noted.after):
            raise Conflict(_moved_words(session, table, noted.row_id))


def _moved_words(session: Session, table: Table, row_id: int) -> str:
    """Who changed the record since, and under which label."""
    what = noun(words_for(table))
    newest = (
        select(JournalStep.user_name, JournalStep.label)
        .join(JournalEntry, JournalEntry.step_id == JournalStep.id)
        .where(JournalEntry.table_name == table.name, JournalEntry.row_id == row_id)
        .order_by(JournalStep.id.desc())
        .limit(1)
    )
    found = session.execute(newest).one_or_none()
    if found is None:
        return translate("storage", "This cannot be undone: the {what} has been changed since.").format(what=what)
    words = translate(
        "storage",
        "This cannot be undone: the {what} has been changed since, by {who} ({step}). Its History shows what.",
    )
    return words.format(what=what, who=found.user_name, step=found.label)


def agree(table: Table, present: str | None, expected: str | None) -> bool:
    """Whether two images agree in the columns that both know (an older image may lack a newer column)."""
    if present == expected:
        return True
    if present is None or expected is None:
        return False
    now, then = decode(table, present), decode(table, expected)
    return all(now[name] == value for name, value in then.items())


def _put_back(tx: Transaction, table: Table, what: str, part: Sequence[Noted]) -> None:
    try:
        with tx.session.begin_nested():
            _write_back(tx.session.connection(), table, what, part)
    except IntegrityError as error:
        words = (
            translate("storage", "This cannot be undone: other records have been added to the {what} since.")
            if what == "insert"
            else translate(
                "storage",
                "This cannot be undone: other records have been taken from, or put in the place of, the {what} since.",
            )
        )
        raise Conflict(words.format(what=noun(words_for(table)))) from error
    for noted in part:
        tx.recorder.note(table.name, noted.row_id, noted.after, noted.before)


def _write_back(connection: Connection, table: Table, what: str, part: Sequence[Noted]) -> None:
    if what == "insert":
        connection.execute(delete(table).where(table.c.id.in_([n.row_id for n in part])))
    elif what == "delete":
        connection.execute(insert(table), [_full_row(table, n.before) for n in part])
    else:
        for noted in part:
            row = _full_row(table, noted.before) | {"version": table.c.version + 1}
            connection.execute(update(table).where(table.c.id == noted.row_id).values(row))


def _full_row(table: Table, image: str | None) -> dict[str, Any]:
    """The row of an image with its search columns recomputed."""
    assert image is not None
    row = decode(table, image)
    mapped = mapped_class(table)
    if not hasattr(mapped, "fill_search_columns"):
        return row
    filled = mapped(**row)
    filled.fill_search_columns()
    return row | {
        name: getattr(filled, name) for name in ("name_key", "first_key", "find_text") if name in table.columns
    }


def _refill_people(tx: Transaction, entries: Sequence[Noted]) -> None:
    """People are also found by their numbers and addresses, which are rows of their own."""
    ids = {n.row_id for n in entries if n.table == "contact"}
    for noted in entries:
        image = noted.before or noted.after
        if noted.table in ("contact_phone", "contact_email") and image is not None:
            ids.add(decode(metadata.tables[noted.table], image)["contact_id"])
    if not ids:
        return
    tx.session.expire_all()
    connection, table = tx.session.connection(), Contact.__table__
    with tx.session.no_autoflush:
        for person in tx.session.scalars(select(Contact).where(Contact.id.in_(ids))).all():
            person.fill_search_columns()
            values = {"find_text": person.find_text, "name_key": person.name_key}
            tx.session.expunge(person)
            connection.execute(update(table).where(table.c.id == person.id).values(values))  # type: ignore[arg-type]


def words_for(table: Table) -> str:
    """What people call a row of this table."""
    return {"referral_source": "source"}.get(table.name, table.name.replace("_", " "))
