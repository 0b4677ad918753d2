"""The words in which history speaks of rows and fields: product.md's, names instead of ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, tzinfo
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Date, Enum, Table, Time, select

from hhcrm.domain.days import say_month, say_time, say_year_day, weekday_name
from hhcrm.domain.goals import SHARES
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.models.all import metadata
from hhcrm.models.base import Instant
from hhcrm.queries.ground import person_name
from hhcrm.queries.history_labels import row_called
from hhcrm.queries.measures.measured import measure_title

HIDDEN = frozenset(
    {"id", "version", "import_run_id", "sha256", "tier_pinned", "territory_by_hand", "latitude", "longitude",
     "position", "at", "by_name", "logged_at", "archived_by", "uid", "recurrence", "calendar_base",
     "alert_at", "acknowledged_by"}
)  # fmt: skip
"""Columns that say nothing to people, or what the step says already."""


_PNG = '"iVBOR'
"""How a PNG picture in base64 begins, as JSON."""


class Names:
    """Names of the rows that other rows point at, read once for a page."""

    def __init__(self, connection: Connection, zone: tzinfo) -> None:
        self._connection = connection
        self._found: dict[tuple[str, int], str] = {}
        self.zone = zone

    def load(self, images: Iterable[tuple[Table, dict[str, Any]]]) -> None:
        """Read the names of everything these rows point at."""
        wanted: dict[str, set[int]] = defaultdict(set)
        for of, image in images:
            for column in of.columns:
                target = target_of(column)
                if target is not None and isinstance(image.get(column.key), int):
                    wanted[target.name].add(image[column.key])
        for name, ids in wanted.items():
            if named := _name_columns(metadata.tables[name]):
                of = metadata.tables[name]
                rows = self._connection.execute(select(of.c.id, *named).where(of.c.id.in_(ids)))
                self._found.update({(name, row[0]): self._said(name, row[1:]) for row in rows})

    def of(self, target: Table, key: int) -> str:
        """The name of a row; its number where it is gone."""
        return self._found.get((target.name, key), translate("history", "no. {key}").format(key=key))

    def _said(self, name: str, values: Any) -> str:
        if name == "contact":
            return person_name(*values)
        if name == "cohort":
            return say_month(values[0])
        return say_date(values[0]) if isinstance(values[0], date) else str(values[0])


def _name_columns(of: Table) -> list[Column[Any]]:
    if of.name == "contact":
        return [of.c.first_name, of.c.last_name, of.c.credentials]
    own = {"visit": "visit_on", "referral": "referral_on", "import_run": "file_name", "cohort": "month"}
    name = own.get(of.name, "name")
    return [of.c[name]] if name in of.c else []


def target_of(column: Column[Any]) -> Table | None:
    """The table that a column points at."""
    key = next(iter(column.foreign_keys), None)
    return None if key is None else key.column.table


def said(of: Table, name: str, value: Any, names: Names) -> str:
    """A value of the journal as people read it: names for ids, days and times in words, yes and no."""
    if value is None or value == "":
        return ""
    column = of.columns[name]
    target = target_of(column)
    if target is not None:
        return names.of(target, value)
    if of.name == "setting" and str(value).startswith(_PNG):
        return translate("history", "a picture")
    if of.name == "goal" and name == "measure":
        return measure_title(MeasureKey(value))
    if of.name == "approach" and name == "measures":
        return ", ".join(measure_title(MeasureKey(key)) for key in str(value).split())
    if name == "weekday":
        return weekday_name(value)
    if isinstance(column.type, Boolean):
        return shown("yes" if value else "no")
    if isinstance(column.type, Instant):
        return say_instant(datetime.fromisoformat(value), names.zone)
    if isinstance(column.type, Date):
        return say_date(date.fromisoformat(value))
    if isinstance(column.type, Time):
        return say_time(time.fromisoformat(value))
    if isinstance(column.type, Enum) or name == "status_reason":
        return shown(str(value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def said_in(of: Table, name: str, image: Mapping[str, Any], names: Names) -> str:
    """A value of a row that another of its values gives its unit: the target of a share is in per cent."""
    value = image.get(name)
    if of.name == "goal" and name == "target" and value is not None and image.get("measure") in SHARES:
        return f"{100 * value:g} %"
    return said(of, name, value, names)


def say_date(day: date) -> str:
    """A day with its year: Nov 3, 2026."""
    return say_year_day(day)


def say_instant(at: datetime, zone: tzinfo) -> str:
    """An instant in the agency's zone: Nov 3, 2026, 2:05 PM."""
    local = at.astimezone(zone)
    return f"{say_date(local.date())}, {say_time(local.time())}"


def row_words(of: Table, row_id: int, image: dict[str, Any], is_new: bool, is_gone: bool, names: Names) -> str:
    """What a row is called: Visit of Nov 3, 2026; Person Suzy Park; with "new" or "taken away" where it is."""
    words = row_called(of.name, _title(of, image, names))
    if of.name == "referral_source" and not is_new:
        words = translate("history", "Source")
    return (
        translate("history", "{words} (new)").format(words=words)
        if is_new
        else translate("history", "{words} (taken away)").format(words=words)
        if is_gone
        else words
    )


def _title(of: Table, image: dict[str, Any], names: Names) -> str:
    def field(name: str) -> str:
        return said(of, name, image.get(name), names)

    match of.name:
        case "visit":
            return field("visit_on")
        case "referral":
            return field("referral_on")
        case "contact":
            return person_name(image.get("first_name") or "", image.get("last_name") or "", image.get("credentials"))
        case "affiliation" | "visit_contact":
            return field("contact_id")
        case "visit_material":
            return field("material_id")
        case "commitment":
            return field("text")
        case "source_stage_change" | "referral_stage_entry":
            return field("stage")
        case "contact_phone":
            return field("number")
        case "contact_email":
            return field("address")
        case "approach_source":
            return field("source_id")
        case "approach_note":
            return field("on_day")
        case "cohort":
            return say_month(date.fromisoformat(image["month"]))
        case "cohort_member":
            return field("cohort_id")
        case "pilot_standard" | "goal":
            return field("measure")
        case "referral_discipline":
            return field("discipline_id")
        case "loop_update":
            return field("step")
        case "provider_count":
            return field("provider_type")
        case "source_hours":
            return field("weekday")
    return field("name") if "name" in image else ""
