"""The journal's steps for people: what undo would take back, and the recent changes of the whole agency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import Connection, Select, exists, func, select

from hhcrm.domain.journal_words import UNDO, label_shown
from hhcrm.domain.wording import translate
from hhcrm.models.all import metadata
from hhcrm.models.journal import JournalEntry, JournalStep
from hhcrm.queries.ground import table
from hhcrm.queries.history import Entry, change_of, decoded, words_of
from hhcrm.queries.history_words import Names
from hhcrm.queries.read_models import FieldChange, HistoryLine, HistoryPage
from hhcrm.queries.step_models import StepFilter, StepLine, StepPage, UndoState
from hhcrm.storage.undo import UNDOABLE, redo_query, taken_back, undo_query

_step, _entry = table(JournalStep).c, table(JournalEntry).c

MOST_SHOWN = 100
"""Rows of one step whose changes are shown."""

MOST_NAMED = 50
"""A step with more rows is not named after any of them."""

IMPORT = "import"

_SUBJECTS = ("referral_source", "contact", "visit", "referral", "commitment", "attachment", "affiliation", "pilot")
"""What a step is named after, the first that it touches."""

_BY = {"visit": "source_id", "referral": "source_id", "commitment": "source_id", "attachment": "source_id",
       "affiliation": "contact_id", "pilot": "source_id"}  # fmt: skip
"""Records that are named by what they hang on."""

_PATIENT = "referral_patient"


def undo_state(connection: Connection, user_id: int | None) -> UndoState:
    """What undo and redo would take back for this person."""
    found = [
        connection.execute(_columns(query)).one_or_none()
        for query in (undo_query(user_id, UNDOABLE), redo_query(user_id))
    ]
    lines = _lines(connection, [row for row in found if row is not None], bare=True)
    by_id = {line.step_id: line for line in lines}
    undo, redo = (None if row is None else by_id[row.id] for row in found)
    return UndoState(undo, redo)


def recent_changes(
    connection: Connection, asked: StepFilter, before_step: int | None, limit: int, zone: tzinfo
) -> StepPage:
    """A page of what was done, newest first; older than `before_step` where one is given."""
    query = select(JournalStep).order_by(_step.id.desc()).limit(limit + 1)
    if before_step is not None:
        query = query.where(_step.id < before_step)
    if asked.by is not None:
        query = query.where(_step.user_name == asked.by)
    if asked.about == IMPORT:
        query = query.where(_step.kind.in_(("import", "import undo")))
    elif asked.about is not None:
        query = query.where(exists().where(_entry.step_id == _step.id, _entry.table_name.in_(_tables(asked.about))))
    if asked.from_on is not None:
        query = query.where(_step.at >= datetime.combine(asked.from_on, time(), zone))
    if asked.until_on is not None:
        query = query.where(_step.at < datetime.combine(asked.until_on + timedelta(days=1), time(), zone))
    rows = connection.execute(_columns(query)).all()
    return StepPage(tuple(_lines(connection, rows[:limit])), len(rows) > limit)


def step_people(connection: Connection) -> tuple[str, ...]:
    """Everybody who did anything, by name."""
    return tuple(connection.execute(select(_step.user_name).distinct().order_by(_step.user_name)).scalars())


def step_changes(connection: Connection, step_id: int, zone: tzinfo) -> HistoryPage:
    """What one step changed, row by row, as far as `MOST_SHOWN`; of patients only that something was changed."""
    head = connection.execute(select(table(JournalStep)).where(_step.id == step_id)).one_or_none()
    if head is None:
        return HistoryPage((), more=False)
    rows = connection.execute(
        select(_entry.table_name, _entry.row_id, _entry.before, _entry.after)
        .where(_entry.step_id == step_id)
        .order_by(_entry.id)
        .limit(MOST_SHOWN + 1)
    ).all()
    entries = [
        Entry(metadata.tables[row.table_name], row.row_id, decoded(row.before), decoded(row.after))
        for row in rows[:MOST_SHOWN]
        if row.table_name in metadata.tables
    ]
    names = Names(connection, zone)
    shown = [one for one in entries if one.table.name != _PATIENT]
    names.load((one.table, image) for one in shown for image in (one.before, one.after) if image is not None)
    lines = tuple(_changed(head, one, names) for one in entries)
    return HistoryPage(lines, len(rows) > MOST_SHOWN)


def _changed(head: Any, one: Entry, names: Names) -> HistoryLine:
    hidden = one.table.name == _PATIENT
    what = translate("history", "Patient identifiers") if hidden else _named(one, names)
    changes: tuple[FieldChange, ...] = ()
    if not hidden:
        changes = tuple(change_of(one, name, names, None) for name in one.changed())
    return HistoryLine(head.id, head.at, head.user_name, head.label, what, one.table.name, one.row_id, changes)


def _named(one: Entry, names: Names) -> str:
    """What a row is called where nothing around it says whose it is."""
    words = words_of(one, names)
    if one.table.name == "referral_source" and one.before is not None:
        return translate("history", "{what} {name}").format(what=words, name=one.image.get("name", ""))
    source_id = one.image.get("source_id")
    if source_id is None or one.table.name == "referral_source":
        return words
    source = names.of(metadata.tables["referral_source"], source_id)
    return translate("history", "{what}, {name}").format(what=words, name=source)


def _columns(query: Select[Any]) -> Select[Any]:
    undone = taken_back().limit(1).scalar_subquery()
    columns = (_step.id, _step.at, _step.user_name, _step.kind, _step.label, _step.rows, undone.label("undone_by"))
    return query.with_only_columns(*columns)


def _lines(connection: Connection, rows: Sequence[Any], *, bare: bool = False) -> list[StepLine]:
    """The steps in words; `bare` says of an undo only what it took back."""
    subjects = _subjects(connection, [row.id for row in rows if row.rows <= MOST_NAMED])
    return [_line(row, subjects.get(row.id, ""), bare=bare) for row in rows]


def _line(row: Any, subject: str, *, bare: bool) -> StepLine:
    undone, label = row.undone_by is not None, label_shown(row.label.removeprefix(UNDO))
    if row.kind in ("undo", "import undo") and not bare:
        label = translate("history", "Undone: {what}").format(what=label)
    # The name may stand in the label already: Import 3 sources from list.csv, Archive Mercy Clinic.
    named = subject and subject.casefold() not in label.casefold()
    what = translate("history", "{act}, {whom}").format(act=label, whom=subject) if named else label
    return StepLine(row.id, row.at, row.user_name, what, row.kind, row.rows, undone, _why_not(row.kind, undone))


def _why_not(kind: str, undone: bool) -> str:
    if undone:
        return translate("history", "It has been undone already.")
    if kind in UNDOABLE:
        return ""
    if kind == "undo":
        return translate("history", "It is an undo: redo does again what it took back.")
    if kind == "import undo":
        return translate("history", "An import that was taken back comes in again from its file.")
    return translate("history", "It changed no records, or set the agency up.")


def _tables(about: str) -> tuple[str, ...]:
    """A kind of record with what hangs on it."""
    return (about, *_CHILDREN.get(about, ()))


_CHILDREN: Mapping[str, tuple[str, ...]] = {
    "referral_source": ("source_stage_change", "cohort_member", "provider_count", "source_hours"),
    "contact": ("contact_phone", "contact_email", "affiliation"),
    "visit": ("visit_contact", "visit_material"),
    "referral": ("referral_stage_entry", "referral_discipline", "loop_update", _PATIENT),
}


def _subjects(connection: Connection, step_ids: Sequence[int]) -> dict[int, str]:
    """Whom each step was about: the name of its one record, or of what that hangs on."""
    if not step_ids:
        return {}
    rows = connection.execute(
        select(_entry.step_id, _entry.table_name, func.coalesce(_entry.after, _entry.before).label("image"))
        .where(_entry.step_id.in_(step_ids), _entry.table_name.in_(_SUBJECTS))
        .order_by(_entry.id)
    ).all()
    found: dict[int, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[row.step_id][row.table_name].append(decoded(row.image) or {})
    chosen = {step_id: pair for step_id, by in found.items() if (pair := _one_of(by)) is not None}
    names = _names_of(connection, chosen.values())
    return {step_id: name for step_id, pair in chosen.items() if (name := names.get(pair))}


def _one_of(by_table: Mapping[str, Sequence[dict[str, Any]]]) -> tuple[str, int] | None:
    """The record to name a step after: (table, id)."""
    for name in _SUBJECTS:
        images = by_table.get(name, ())
        keys = {("contact" if name == "affiliation" else "referral_source" if name in _BY else name,
                 image.get(_BY.get(name, "id"))) for image in images}  # fmt: skip
        if len(keys) == 1:
            table_name, key = next(iter(keys))
            return None if key is None else (table_name, int(key))
        if keys:
            return None
    return None


def _names_of(connection: Connection, pairs: Iterable[tuple[str, int]]) -> dict[tuple[str, int], str]:
    wanted: dict[str, set[int]] = defaultdict(set)
    for name, key in pairs:
        wanted[name].add(key)
    found: dict[tuple[str, int], str] = {}
    source, person = metadata.tables["referral_source"].c, metadata.tables["contact"].c
    for key, name in connection.execute(select(source.id, source.name).where(source.id.in_(wanted["referral_source"]))):
        found[("referral_source", key)] = name
    people = select(person.id, person.first_name, person.last_name).where(person.id.in_(wanted["contact"]))
    for key, first, last in connection.execute(people):
        found[("contact", key)] = f"{first} {last}".strip()
    return found
