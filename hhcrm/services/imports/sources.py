"""Sources from a file. All rows are planned before any is written: a row may name a parent that stands further down.

A row without a type is of the type "other", without a stage prospective. A source that an import makes joins no
cohort: five hundred prospects on one day are a list, not a month's work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from sqlalchemy import bindparam, select, update

from hhcrm.domain.text import name_key, search_text
from hhcrm.domain.wording import translate
from hhcrm.domain.words import PotentialBasis, SourceStage
from hhcrm.models.sources import CohortMember, ReferralSource, SourceStageChange
from hhcrm.services.imports.job import Job, by_ids, differing, rows_of
from hhcrm.services.imports.matching import Known, Wanted
from hhcrm.services.imports.places import state_code
from hhcrm.services.imports.rows import Block, Refused
from hhcrm.services.values import LONGEST_NAME

_AS_IS = (
    "name", "tier", "cadence_days", "potential_per_month", "providers", "beds", "address", "city", "zip", "phone",
    "fax", "email", "website", "npi", "ccn", "notes",
)  # fmt: skip
_UNLESS_BLANK = ("stage", "created_on", "archived")
_TABLE: Any = ReferralSource.__table__
_EMPTY: dict[str, Any] = {
    column.key: None
    for column in _TABLE.columns
    if column.key not in ("id", "version", "import_run_id") and not column.info.get("derived")
} | {"tags": "", "territory_by_hand": False, "tier_pinned": False, "potential_basis": PotentialBasis.UNKNOWN}
_SEARCHED = (
    "name", "address", "city", "state", "zip", "phone", "fax", "email", "website", "npi", "ccn", "tags", "notes",
    "needs", "next_step",
)  # fmt: skip


class SourceImport:
    """Takes sources."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._now: dict[int, dict[str, Any]] = {}
        self._made: dict[int, None] = {}
        self._kept: set[int] = set()
        self._changed: dict[int, dict[str, Any]] = {}
        self._parents: list[tuple[int, str | None]] = []
        self._parent_of: dict[int, int | None] | None = None

    def take(self, block: Block) -> None:
        """Plan some rows."""
        self._job.refuse_all(block.refused)
        rows = list(rows_of(block))
        ids = {row["source_id"] for _, row in rows if row.get("source_id") is not None}
        free = self._job.keys.never_used("referral_source", ids - self._job.sources.known.keys())
        self._load(rows)
        for number, row in rows:
            try:
                self._take_row(number, row, free)
            except Refused as refused:
                self._job.refuse(number, refused)

    def finish(self) -> None:
        """Resolve the parents, write new sources, change old ones."""
        for key, parent in self._parents:
            self._set_parent(key, parent)
        self._write_new()
        self._job.update(ReferralSource, self._changed, self._move)

    def _take_row(self, number: int, row: dict[str, Any], free: set[int]) -> None:
        _check_name(row)
        key = self._match(number, row)
        values = self._values(row)
        new = key is None
        if key is None:
            key = self._make(row, values, free)
            self._job.tally.created += 1
        elif self._change(key, values):
            self._job.tally.updated += 1
        else:
            self._job.tally.unchanged += 1
        if "parent" in row:
            self._parents.append((key, row["parent"]))
        if new or key in self._changed:
            now = self._now[key]
            self._job.tally.see(number, new, now["name"], now["address"], now["city"], now["zip"])

    def _load(self, rows: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        """Read the sources that the block is likely to be about in few statements."""
        ids = set()
        for number, row in rows:
            with suppress(Refused):
                _check_name(row)
                ids.add(self._match(number, row))
        for row in by_ids(self._job, _TABLE, "id", {key for key in ids if key is not None} - self._now.keys()):
            self._now[row.id] = {name: getattr(row, name) for name in _EMPTY}

    def _match(self, number: int, row: Mapping[str, Any]) -> int | None:
        job = self._job
        wanted = Wanted(row["name"], row.get("source_id"), row.get("npi"), row.get("ccn"), row.get("zip"))
        try:
            found = job.sources.match(wanted, self._kept if wanted.source_id is not None else ())
        except Refused as unclear:
            found = job.answered(number, unclear)
        if found is None or found == wanted.source_id or row.get("archived") is not None:
            return found
        if job.sources.known[found].archived:
            raise Refused(
                "name",
                row["name"],
                translate("imports", "The row matches an archived source. Restore it, then import again."),
            )
        return found

    def _values(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """What the row says, as stored; a column that must hold something is left out where the cell is blank."""
        find = self._job.find
        values = {name: row[name] for name in _AS_IS if name in row}
        values |= {name: row[name] for name in _UNLESS_BLANK if row.get(name) is not None}
        if "state" in row:
            values["state"] = state_code(row["state"])
        if "tags" in row:
            tags = (re.sub(r"\s*;\s*", ", ", tag) for tag in row["tags"])
            values["tags"] = "; ".join(dict.fromkeys(tags))
        if row.get("type") is not None:
            values["type_id"] = find("type", row["type"])
        if "potential_basis" in row:
            values["potential_basis"] = row["potential_basis"] or PotentialBasis.UNKNOWN
        for name in ("owner", "territory"):
            if name in row:
                values[f"{name}_id"] = find(name, row[name])
        return values

    def _make(self, row: Mapping[str, Any], values: dict[str, Any], free: set[int]) -> int:
        job, today = self._job, self._job.setting.today
        if "type_id" not in values:
            values["type_id"] = job.lists.coded("type", "other")
            job.tally.note(translate("imports", 'A source without a type was taken as one of the type "other".'))
        archived = values.pop("archived", False)
        full = _EMPTY | {"stage": SourceStage.PROSPECTIVE, "created_on": today} | values
        full["stage_since"] = min(full["created_on"], today)
        full |= self._consequences(_EMPTY, values) | self._archive(archived)
        key = self._key(row.get("source_id"), free)
        self._now[key] = full
        self._made[key] = None
        self._know(key)
        return key

    def _key(self, wanted: int | None, free: set[int]) -> int:
        if wanted is None or wanted not in free:
            return self._job.keys.take("referral_source")
        free.discard(wanted)
        self._job.keys.keep("referral_source", wanted)
        self._kept.add(wanted)
        return wanted

    def _change(self, key: int, values: dict[str, Any]) -> bool:
        if key not in self._now:
            self._now |= {row.id: {name: getattr(row, name) for name in _EMPTY} for row in self._rows([key])}
        now = self._now[key]
        archived = values.pop("archived", None)
        values |= self._consequences(now, values)
        if archived is not None and archived != (now["archived_at"] is not None):
            values |= self._archive(archived)
        changed = differing(now, values)
        if "stage" in changed and key not in self._made:
            changed |= {"stage_since": self._job.setting.today, "inactive_reason": None}
        self._apply(key, changed)
        return bool(changed)

    def _rows(self, ids: Iterable[int]) -> Iterable[Any]:
        return by_ids(self._job, _TABLE, "id", ids)

    def _apply(self, key: int, changed: Mapping[str, Any]) -> None:
        if not changed:
            return
        self._now[key] |= changed
        if key not in self._made:
            self._changed.setdefault(key, {}).update(changed)
        if changed.keys() & {"name", "zip", "npi", "ccn", "archived_at"}:
            self._know(key)

    def _consequences(self, now: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
        """What follows from the values: a potential has a basis and a day, a territory comes from the ZIP."""
        follow: dict[str, Any] = {}
        potential = values.get("potential_per_month", now["potential_per_month"])
        if potential != now["potential_per_month"]:
            follow["potential_on"] = None if potential is None else self._job.setting.today
            if "potential_basis" not in values:
                follow["potential_basis"] = PotentialBasis.UNKNOWN if potential is None else PotentialBasis.TOLD_US
        if "territory_id" in values or ("zip" in values and not now["territory_by_hand"]):
            by_zip = self._job.lists.territory_of(values.get("zip", now["zip"]))
            given = values.get("territory_id")
            follow["territory_id"] = by_zip if given is None else given
            follow["territory_by_hand"] = given is not None and (given != by_zip or now["territory_by_hand"])
        return follow

    def _archive(self, archived: bool) -> dict[str, Any]:
        tx = self._job.tx
        if not archived:
            return {"archived_at": None, "archived_by": None, "archived_why": None}
        why = f"Archived in {self._job.file_name}"
        return {"archived_at": tx.now, "archived_by": tx.actor.name, "archived_why": why}

    def _know(self, key: int) -> None:
        row = self._now[key]
        archived = row["archived_at"] is not None
        self._job.sources.put(Known(key, row["name"], (row["zip"] or "")[:5], row["npi"], row["ccn"], archived))

    def _set_parent(self, key: int, name: str | None) -> None:
        """Hang a source on its parent; a parent that is not there keeps no source out, but is said."""
        parent = None
        if name is not None:
            try:
                parent = self._job.sources.match(Wanted(name), [key])
            except Refused:
                self._job.tally.note(
                    translate("imports", "Several sources are called {name}; the parent was left as it was.").format(
                        name=name
                    )
                )
                return
            if parent is None:
                self._job.tally.note(
                    translate("imports", "There is no source called {name}; the parent was left as it was.").format(
                        name=name
                    )
                )
                return
            if key in self._line_of(parent):
                self._job.tally.note(
                    translate("imports", "A source cannot be part of itself; the parent {name} was left out.").format(
                        name=name
                    )
                )
                return
        if self._parents_now().get(key) == parent:
            return
        self._parents_now()[key] = parent
        if key not in self._made and key not in self._changed:
            self._job.tally.updated += 1
            self._job.tally.unchanged -= 1
        if key not in self._now:
            self._now |= {row.id: {each: getattr(row, each) for each in _EMPTY} for row in self._rows([key])}
        self._apply(key, {"parent_id": parent})

    def _parents_now(self) -> dict[int, int | None]:
        if self._parent_of is None:
            rows = self._job.connection.execute(select(_TABLE.c.id, _TABLE.c.parent_id))
            self._parent_of = {row.id: row.parent_id for row in rows}
        return self._parent_of

    def _line_of(self, key: int) -> list[int]:
        """A source and all that it is a part of."""
        line: list[int] = []
        at: int | None = key
        while at is not None and at not in line:
            line.append(at)
            at = self._parents_now().get(at)
        return line

    def _write_new(self) -> None:
        job, rows = self._job, [{"id": key, **self._now[key]} for key in self._made]
        for row in rows:
            row["name_key"] = name_key(row["name"])
            row["find_text"] = search_text(*(row[name] for name in _SEARCHED))
        # A parent may come after its child: the rows first, then what they hang on.
        job.insert("referral_source", [row | {"parent_id": None} for row in rows])
        hanging = [{"b_id": row["id"], "b_parent": row["parent_id"]} for row in rows if row["parent_id"] is not None]
        if hanging:
            place = update(_TABLE).where(_TABLE.c.id == bindparam("b_id")).values(parent_id=bindparam("b_parent"))
            job.connection.execute(place, hanging)
        job.insert("source_stage_change", [self._stage_row(row) for row in rows])
        job.tx.refresh_sources.update(self._made)

    def _stage_row(self, row: Mapping[str, Any]) -> dict[str, Any]:
        job = self._job
        return {
            "id": job.keys.take("source_stage_change"),
            "source_id": row["id"],
            "stage": row["stage"],
            "on_day": row["stage_since"],
            "at": job.tx.now,
            "by_name": job.tx.actor.name,
            "reason": None,
        }

    def _move(self, source: Any, changed: Mapping[str, Any]) -> None:
        """Keep a change of stage with day, person and reason; a source that is no prospect leaves its cohort."""
        if "stage" not in changed:
            return
        session, today = self._job.tx.session, self._job.setting.today
        row = self._stage_row({"id": source.id, "stage": changed["stage"], "stage_since": today})
        row |= {"reason": f"Import of {self._job.file_name}", "import_run_id": self._job.run_id}
        session.add(SourceStageChange(**row))
        if changed["stage"] != SourceStage.PROSPECTIVE:
            members = select(CohortMember).where(CohortMember.source_id == source.id, CohortMember.left_on.is_(None))
            for member in session.scalars(members):
                member.left_on = today


def _check_name(row: Mapping[str, Any]) -> None:
    name = row.get("name")
    if not name:
        raise Refused("name", None, translate("imports", "A name is needed."))
    if len(name) > LONGEST_NAME:
        raise Refused(
            "name",
            name,
            translate("imports", "A name can have up to {LONGEST_NAME} characters.").format(LONGEST_NAME=LONGEST_NAME),
        )
