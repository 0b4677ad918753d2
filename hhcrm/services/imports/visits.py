"""Visits from a file, a block at a time: an agency's history may have a million of them.

A row is the visit with its visit_id, else the visit of the same source and day that agrees in kind, liaison and time as
far as the file has these columns. A row that names no status is planned when its day is to come and completed
otherwise; history without an outcome is taken as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select, tuple_

from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.models.visits import Visit, VisitContact, VisitMaterial, new_uids, visit_search_text
from hhcrm.services.imports.job import Job, by_ids, differing
from hhcrm.services.imports.matching import Wanted
from hhcrm.services.imports.people import PeopleIndex
from hhcrm.services.imports.rows import FIRST_SHOWN, Block, Refused

_AS_IS = ("minutes", "travel_minutes", "miles", "purpose", "line", "ask", "advance", "notes", "next_step")
_COLUMNS = ("source_id", "visit_on", "kind_id", "liaison_id", "start_time", "status", *_AS_IS)
_TABLE: Any = Visit.__table__
_c = _TABLE.c
_EMPTY: dict[str, Any] = dict.fromkeys((*_COLUMNS, "status_reason", "logged_at"))
_CHILDREN: tuple[tuple[str, str, Any], ...] = (
    ("contacts", "contact_id", VisitContact.__table__),
    ("materials", "material_id", VisitMaterial.__table__),
)
_MODELS: dict[str, Any] = {"contacts": VisitContact, "materials": VisitMaterial}


@dataclass(slots=True)
class _Read:
    """One row of the file as it would be stored; `lists` are the ids of contacts and materials."""

    number: int
    visit_id: int | None
    key: tuple[Any, ...]
    values: dict[str, Any]
    lists: dict[str, tuple[int, ...]]


@dataclass(slots=True)
class _Present:
    """A visit that is there, or that this block makes."""

    id: int
    values: dict[str, Any]
    lists: dict[str, tuple[int, ...]]
    archived: bool = False
    new: bool = False


class VisitImport:
    """Takes visits."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._people: PeopleIndex | None = None
        self._kept: set[int] = set()
        self._uids = new_uids()
        self._usual_kind = job.lists.coded("kind", "visit")
        self._met: dict[tuple[int, tuple[str, ...]], tuple[int, ...]] = {}

    def take(self, block: Block) -> None:
        """Match, count and write some rows."""
        self._job.refuse_all(block.refused)
        read = list(self._read_all(block))
        if not read:
            return
        identity = tuple(name for name, has in _IDENTITY if has in block.columns)
        present = _Presence(self._job, read, identity, self._kept)
        made: list[_Present] = []
        changed: dict[int, tuple[dict[str, Any], dict[str, tuple[int, ...]]]] = {}
        for row in read:
            try:
                self._place(row, present, made, changed)
            except Refused as refused:
                self._job.refuse(row.number, refused)
        self._write(made, changed)

    def finish(self) -> None:
        """Nothing waits: each block is written at once."""

    def _read_all(self, block: Block) -> Iterable[_Read]:
        columns, job, read = block.columns, self._job, self._read
        as_is = tuple(name for name in _AS_IS if name in columns)
        nothing = [None] * len(block.numbers)
        get = columns.get
        lists = tuple(name for name, _, _ in _CHILDREN if name in columns)
        for number, source, main, rest, *items in zip(
            block.numbers,
            zip(get("source", nothing), get("source_id", nothing), get("source_zip", nothing), strict=True),
            zip(
                *(get(name, nothing) for name in ("visit_id", "date", "kind", "liaison", "time", "status")), strict=True
            ),
            zip(*(columns[name] for name in as_is), strict=True) if as_is else ((),) * len(nothing),
            *(columns[name] for name in lists),
            strict=True,
        ):
            try:
                yield read(
                    number,
                    source,
                    main,
                    dict(zip(as_is, rest, strict=True)),
                    dict(zip(lists, items, strict=True)),
                    columns,
                )
            except Refused as refused:
                job.refuse(number, refused)

    def _read(
        self,
        number: int,
        source: tuple[str | None, int | None, str | None],
        main: tuple[Any, ...],
        values: dict[str, Any],
        items: dict[str, tuple[str, ...]],
        columns: Mapping[str, Any],
    ) -> _Read:
        job, (visit_id, day, kind, liaison, start, status) = self._job, main
        if day is None:
            raise Refused("date", None, translate("imports", "A day is needed, such as 2026-11-20."))
        source_id = job.source(number, Wanted(source[0], source[1], zip=source[2]))
        kind_id = job.find("kind", kind) or self._usual_kind
        values["source_id"], values["visit_on"] = source_id, day
        if kind is not None:
            values["kind_id"] = kind_id
        if "liaison" in columns:
            values["liaison_id"] = job.find("liaison", liaison)
        if "time" in columns:
            values["start_time"] = start
        if status is not None:
            if status == VisitStatus.COMPLETED and day > job.setting.today:
                raise Refused("date", day, translate("imports", "A completed visit cannot lie in the future."))
            values["status"] = status
        lists = {name: self._ids(name, source_id, texts) for name, texts in items.items()}
        return _Read(number, visit_id, (source_id, day, kind_id, values.get("liaison_id"), start), values, lists)

    def _ids(self, name: str, source_id: int, texts: tuple[str, ...]) -> tuple[int, ...]:
        if not texts:
            return ()
        if name == "materials":
            return tuple(dict.fromkeys(map(self._material, texts)))
        key = (source_id, texts)
        found = self._met.get(key)
        if found is None:
            people = self._people = self._people or PeopleIndex(self._job.connection)
            found = self._met[key] = tuple(dict.fromkeys(people.named(text, source_id) for text in texts))
        return found

    def _material(self, text: str) -> int:
        """The material of that name; a new one joins the agency's list: its name is all there is to know of it."""
        job = self._job
        if not job.lists.has("materials", text):
            key = job.keys.take("material")
            job.insert("material", [{"id": key, "name": text, "kind": "handout"}])
            job.lists.add("materials", text, key)
            job.tally.note(
                translate("imports", "The material {text} is new and was put on the list.").format(text=text)
            )
        return job.find("materials", text) or 0

    def _place(self, row: _Read, present: _Presence, made: list[_Present], changed: dict[int, Any]) -> None:
        """Say what a row does: make a visit, change one, or nothing."""
        tally, there = self._job.tally, present.of(row)
        if there is None:
            made.append(self._make(row, present))
            tally.created += 1
            self._see(row, made[-1])
            return
        if there.archived:
            raise Refused(
                "visit_id",
                there.id,
                translate("imports", "The row matches an archived visit. Restore it first, then import again."),
            )
        values = differing(there.values, row.values)
        lists = {name: ids for name, ids in row.lists.items() if there.lists[name] != ids}
        if not values and not lists:
            tally.unchanged += 1
            return
        tally.updated += 1
        self._see(row, there)
        there.values |= values
        there.lists |= lists
        if not there.new:
            before = changed.setdefault(there.id, ({}, {}))
            before[0].update(values)
            before[1].update(lists)

    def _see(self, row: _Read, visit: _Present) -> None:
        tally, values = self._job.tally, visit.values
        if len(tally.first) < FIRST_SHOWN:
            name = self._job.sources.known[values["source_id"]].name
            tally.see(row.number, visit.new, name, values["visit_on"], values["status"])

    def _make(self, row: _Read, present: _Presence) -> _Present:
        job = self._job
        wanted = row.visit_id
        if wanted is not None and wanted in present.free:
            job.keys.keep("visit", wanted)
            self._kept.add(wanted)
            key = wanted
        else:
            key = job.keys.take("visit")
        values = _EMPTY | row.values
        values.setdefault("kind_id", self._usual_kind)
        values["kind_id"] = values["kind_id"] or self._usual_kind
        values["status"] = values["status"] or _status_on(row.values["visit_on"], job.setting.today)
        new = _Present(key, values, {"contacts": (), "materials": ()} | row.lists, new=True)
        present.add(new)
        return new

    def _write(self, made: list[_Present], changed: dict[int, Any]) -> None:
        job = self._job
        job.insert(
            "visit",
            [
                {
                    "id": visit.id,
                    "uid": next(self._uids),
                    "find_text": visit_search_text(
                        visit.values["purpose"], visit.values["notes"], visit.values["next_step"]
                    ),
                    **visit.values,
                }
                for visit in made
            ],
        )
        for name, column, table in _CHILDREN:
            rows = [(visit.id, item) for visit in made for item in visit.lists[name]]
            job.insert(
                table.name,
                [{"id": job.keys.take(table.name), "visit_id": visit, column: item} for visit, item in rows],
            )
        job.tx.refresh_sources.update(visit.values["source_id"] for visit in made)
        if changed:
            lists = {key: lists for key, (_, lists) in changed.items()}
            job.update(Visit, {key: values for key, (values, _) in changed.items()}, self._change_lists(lists))

    def _change_lists(self, lists: Mapping[int, Mapping[str, tuple[int, ...]]]) -> Any:
        def change(visit: Any, _values: Mapping[str, Any]) -> None:
            for name, column, _ in _CHILDREN:
                if (ids := lists[visit.id].get(name)) is not None:
                    rows = getattr(visit, name)
                    rows[:] = [_MODELS[name](**{column: item}, import_run_id=self._job.run_id) for item in ids]

        return change


_IDENTITY = (("kind_id", "kind"), ("liaison_id", "liaison"), ("start_time", "time"))
"""What tells two visits of a source on one day apart, and the column that says it."""


class _Presence:
    """The visits that rows of a block may mean: those in the database, and those that the block has made so far."""

    def __init__(self, job: Job, read: list[_Read], identity: tuple[str, ...], kept: set[int]) -> None:
        self._identity = identity
        self._kept = kept
        self._by_id: dict[int, _Present] = {}
        self._by_key: dict[tuple[Any, ...], list[_Present]] = {}
        pairs = {(row.values["source_id"], row.values["visit_on"]) for row in read}
        ids = {row.visit_id for row in read if row.visit_id is not None}
        for found in _existing(job, pairs, ids, any(row.lists for row in read)):
            self.add(found)
        self.free = job.keys.never_used("visit", ids - self._by_id.keys())

    def add(self, visit: _Present) -> None:
        """Know a visit."""
        if visit.id not in self._by_id:
            self._by_id[visit.id] = visit
            self._by_key.setdefault(self._key(visit.values), []).append(visit)

    def of(self, row: _Read) -> _Present | None:
        """The visit that a row means."""
        if row.visit_id is not None and (found := self._by_id.get(row.visit_id)) is not None:
            return found
        key = self._key({"kind_id": row.key[2], "liaison_id": None, "start_time": None} | row.values)
        for found in self._by_key.get(key, ()):
            # Rows with keys of their own are visits of their own, however alike they are.
            if row.visit_id is None or found.id not in self._kept:
                return found
        return None

    def _key(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        return (values["source_id"], values["visit_on"], *(values[name] for name in self._identity))


def _existing(job: Job, pairs: set[tuple[int, date]], ids: set[int], with_lists: bool) -> Iterable[_Present]:
    columns = [_c[name] for name in ("id", "archived_at", *_COLUMNS)]
    rows = {
        row.id: row
        for row in job.connection.execute(select(*columns).where(tuple_(_c.source_id, _c.visit_on).in_(pairs)))
    }
    if missing := ids - rows.keys():
        rows |= {row.id: row for row in job.connection.execute(select(*columns).where(_c.id.in_(missing)))}
    lists: dict[int, dict[str, tuple[int, ...]]] = {key: {"contacts": (), "materials": ()} for key in rows}
    if with_lists:
        for name, column, table in _CHILDREN:
            for child in by_ids(job, table, "visit_id", rows):
                lists[child.visit_id][name] += (getattr(child, column),)
    for key in sorted(rows, key=lambda each: (rows[each].archived_at is not None, each)):
        row = rows[key]
        yield _Present(key, dict(zip(_COLUMNS, row[2:], strict=True)), lists[key], row.archived_at is not None)


def _status_on(day: date, today: date) -> VisitStatus:
    return VisitStatus.PLANNED if day > today else VisitStatus.COMPLETED
