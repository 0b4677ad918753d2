"""Sources from a file. All rows are planned before any is written: a row may name a parent that stands further down.

A row without a type is of the type "other", without a stage prospective. A source that an import makes joins no
cohort: five hundred prospects on one day are a list, not a month's work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select, update

from hhcrm.domain.text import name_key, search_text
from hhcrm.domain.words import PotentialBasis, SourceStage
from hhcrm.models.sources import Cohort, CohortMember, ReferralSource, SourceStageChange
from hhcrm.services.imports.job import Job, by_ids, differing, rows_of
from hhcrm.services.imports.matching import Known, Wanted
from hhcrm.services.imports.places import state_code
from hhcrm.services.imports.rows import Block, Refused
from hhcrm.services.values import LONGEST_NAME

_AS_IS = (
    "tier", "cadence_days", "providers", "beds", "address", "city", "zip", "phone", "fax", "email", "website", "npi",
    "ccn", "notes",
)  # fmt: skip
_TABLE: Any = ReferralSource.__table__
_EMPTY: dict[str, Any] = {
    column.key: None
    for column in _TABLE.columns
    if column.key not in ("id", "version", "import_run_id") and not column.info.get("derived")
} | {
    "tags": "",
    "territory_by_hand": False,
    "tier_pinned": False,
    "potential_basis": PotentialBasis.UNKNOWN,
}
_SEARCHED = (
    "name", "address", "city", "state", "zip", "phone", "fax", "email", "website", "npi", "ccn", "tags", "notes",
    "needs", "next_step",
)  # fmt: skip


class SourceImport:
    """Takes sources."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._now: dict[int, dict[str, Any]] = {}
        self._new: list[int] = []
        self._kept: set[int] = set()
        self._changed: dict[int, dict[str, Any]] = {}
        self._parents: list[tuple[int, int, str | None]] = []

    def take(self, block: Block) -> None:
        """Plan some rows."""
        job = self._job
        job.refuse_all(block.refused)
        rows = list(rows_of(block))
        free = self._free(rows)
        matched: list[tuple[int, dict[str, Any], int | None]] = []
        for number, row in rows:
            try:
                self._check_name(row)
                matched.append((number, row, self._match(number, row)))
            except Refused as refused:
                job.refuse(number, refused)
                continue
            self._take_row(number, row, matched[-1][2], free)

    def finish(self) -> None:
        """Resolve the parents, write new sources, change old ones."""
        for number, key, parent in self._parents:
            self._set_parent(number, key, parent)
        self._write_new()
        self._job.update(ReferralSource, self._changed, self._moved_stage)

    def _take_row(self, number: int, row: dict[str, Any], key: int | None, free: set[int]) -> None:
        job = self._job
        try:
            values = self._values(row)
            if key is None:
                key = self._make(row, values, free)
                job.tally.created += 1
            else:
                self._change(row, key, values)
        except Refused as refused:
            job.refuse(number, refused)
            return
        if "parent" in row:
            self._parents.append((number, key, row["parent"]))

    def _check_name(self, row: Mapping[str, Any]) -> None:
        name = row.get("name")
        if not name:
            raise Refused("name", None, "A name is needed.")
        if len(name) > LONGEST_NAME:
            raise Refused("name", name, f"A name can have up to {LONGEST_NAME} characters.")

    def _match(self, number: int, row: Mapping[str, Any]) -> int | None:
        job = self._job
        if (answer := job.setting.answers.get(number)) is not None:
            return answer
        wanted = Wanted(row["name"], row.get("source_id"), row.get("npi"), row.get("ccn"), row.get("zip"))
        found = job.sources.match(wanted, self._kept if wanted.source_id is not None else ())
        if found is not None and found != wanted.source_id and job.sources.known[found].archived:
            if row.get("archived") is None:
                raise Refused("name", row["name"], "The row matches an archived source. Restore it, then import again.")
        return found

    def _free(self, rows: Iterable[tuple[int, Mapping[str, Any]]]) -> set[int]:
        ids = {row["source_id"] for _, row in rows if row.get("source_id") is not None}
        return self._job.keys.never_used("referral_source", ids - self._job.sources.known.keys())

    def _values(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """What the row says, as stored; a column that must hold something is left out where the cell is blank."""
        job = self._job
        values = {name: row[name] for name in _AS_IS if name in row}
        values["name"] = row["name"]
        if "state" in row:
            values["state"] = state_code(row["state"])
        if "tags" in row:
            tags = (re.sub(r"\s*;\s*", ", ", tag) for tag in row["tags"])
            values["tags"] = "; ".join(dict.fromkeys(tags))
        if "owner" in row:
            values["owner_id"] = job.find("owner", row["owner"])
        if row.get("type") is not None:
            values["type_id"] = job.find("type", row["type"])
        for name in ("stage", "created_on"):
            if row.get(name) is not None:
                values[name] = row[name]
        if "potential_per_month" in row:
            values["potential_per_month"] = row["potential_per_month"]
        if "potential_basis" in row:
            values["potential_basis"] = row["potential_basis"] or PotentialBasis.UNKNOWN
        if row.get("archived") is not None:
            values["archived"] = row["archived"]
        if "territory" in row:
            values["territory_id"] = job.find("territory", row["territory"])
        return values

    def _make(self, row: Mapping[str, Any], values: dict[str, Any], free: set[int]) -> int:
        job, today = self._job, self._job.setting.today
        wanted = row.get("source_id")
        if wanted in free and wanted is not None:
            key = wanted
            free.discard(key)
            job.keys.keep("referral_source", key)
            self._kept.add(key)
        else:
            key = job.keys.take("referral_source")
        if "type_id" not in values:
            values["type_id"] = job.lists.coded("type", "other")
            job.tally.note("No type was given; the source was taken as one of another kind.")
        full = _EMPTY | {"stage": SourceStage.PROSPECTIVE, "created_on": today} | values
        full["stage_since"] = min(full["created_on"], today)
        if full["potential_per_month"] is not None:
            full["potential_on"] = today
            if "potential_basis" not in values:
                full["potential_basis"] = PotentialBasis.TOLD_US
        self._follow_zip(full, values)
        self._archive(full, bool(full.pop("archived", False)))
        self._now[key] = full
        self._new.append(key)
        self._know(key, full)
        return key

    def _change(self, row: Mapping[str, Any], key: int, values: dict[str, Any]) -> None:
        now = self._present(key)
        archived = values.pop("archived", None)
        if values.get("potential_per_month", now["potential_per_month"]) != now["potential_per_month"]:
            values["potential_on"] = self._job.setting.today
            if "potential_basis" not in row:
                given = values["potential_per_month"] is not None
                values["potential_basis"] = PotentialBasis.TOLD_US if given else PotentialBasis.UNKNOWN
        self._follow_zip(values, values, now)
        if archived is not None and archived != (now["archived_at"] is not None):
            self._archive(values, archived)
        changed = differing(now, values)
        if not changed:
            self._job.tally.unchanged += 1
            return
        self._job.tally.updated += 1
        self._apply(key, changed)

    def _apply(self, key: int, changed: dict[str, Any]) -> None:
        self._now[key] |= changed
        if key not in self._made:
            self._changed.setdefault(key, {}).update(changed)
        if changed.keys() & {"name", "zip", "npi", "ccn", "archived_at"}:
            self._know(key, self._now[key])

    @property
    def _made(self) -> dict[int, dict[str, Any]]:
        return self._plans

    def _present(self, key: int) -> dict[str, Any]:
        if key not in self._now:
            (row,) = by_ids(self._job, _TABLE, "id", [key])
            self._now[key] = {name: getattr(row, name) for name in _EMPTY}
        return self._now[key]

    def _know(self, key: int, row: Mapping[str, Any]) -> None:
        zip_code = (row["zip"] or "")[:5]
        known = Known(key, row["name"], zip_code, row["npi"], row["ccn"], row["archived_at"] is not None)
        self._job.sources.put(known)
