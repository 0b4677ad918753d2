"""The words in which history speaks of rows and fields: product.md's, names instead of ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, tzinfo
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Date, Table, Time, select

from hhcrm.domain.days import MONTHS
from hhcrm.models.all import metadata
from hhcrm.models.base import Instant
from hhcrm.queries.ground import person_name

HIDDEN = frozenset(
    {"id", "version", "import_run_id", "sha256", "tier_pinned", "territory_by_hand", "latitude", "longitude",
     "position", "at", "by_name", "logged_at", "archived_by"}
)  # fmt: skip
"""Columns that say nothing to people, or what the step says already."""

_LABELS = {
    "archived_at": "Archived", "archived_why": "Why archived", "ask": "Ask", "authorized_at": "Authorization received",
    "beds": "Beds", "by_when": "By", "cadence_days": "Cadence (days)", "ccn": "CCN", "closed_on": "Closed on",
    "contact_id": "Person", "created_on": "Found on", "decided_at": "Decided", "due_on": "Due", "email": "E-mail",
    "address": "Address", "discharged_at": "Discharged (time)", "discharged_on": "Discharged",
    "first_name": "First name", "from_on": "From", "heard_at": "First heard of it", "inactive_reason": "Why inactive",
    "kind_id": "Kind", "last_name": "Last name", "liaison_id": "Liaison", "line": "Line", "made_on": "Promised on",
    "material_id": "Material", "minutes": "Minutes", "next_step": "Next step", "npi": "NPI", "on_day": "From",
    "owner_id": "Owner", "parent_id": "Part of", "payer_id": "Payer", "potential_basis": "Potential basis",
    "potential_on": "Potential as of", "potential_per_month": "Potential a month", "reason_id": "Reason",
    "reason_text": "Reason in words", "reason_owner": "Whose reason", "referral_on": "Referral date",
    "relationship_felt": "Relationship felt", "role_id": "Role", "service_line_id": "Service line",
    "soc_at": "Start of care (time)", "soc_on": "Start of care", "stage_since": "Stage since",
    "start_time": "Time", "status_reason": "Why", "territory_id": "Territory", "type_id": "Type", "until_on": "Until",
    "visit_minutes": "Visit length (minutes)", "visit_on": "Day", "zip": "ZIP", "given_at": "Told",
    "said": "What was said",
    "due_at": "Due", "step": "Update", "ordered_soc": "Ordered start of care", "ended_on": "Ended",
    "readmitted_on": "Back in hospital", "face_to_face_on": "Face-to-face", "ordering_contact_id": "Ordering physician",
    "ordering_npi": "Ordering NPI", "clinical_group_id": "Clinical group", "travel_minutes": "Travel minutes",
    "cohort_id": "Cohort", "joined_on": "Joined", "left_on": "Left", "visit_id": "Visit", "source_id": "Source",
}  # fmt: skip

_OWN_LABELS = {
    ("contact_email", "address"): "E-mail",
    ("contact_phone", "number"): "Phone",
    ("attachment", "size"): "Bytes",
}

_ROWS = {
    "referral_source": "Source", "contact": "Person", "visit": "Visit", "commitment": "Promise", "referral": "Referral",
    "attachment": "File", "affiliation": "Affiliation of", "source_stage_change": "Stage", "cohort_member": "Cohort",
    "provider_count": "Providers", "source_hours": "Hours", "contact_phone": "Phone", "contact_email": "E-mail",
    "visit_contact": "Met", "visit_material": "Left", "referral_stage_entry": "Referral stage",
    "loop_update": "Loop update",
}  # fmt: skip

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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
        return self._found.get((target.name, key), f"no. {key}")

    def _said(self, name: str, values: Any) -> str:
        if name == "contact":
            return person_name(*values)
        if name == "cohort":
            return f"{MONTHS[values[0].month - 1]} {values[0].year}"
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


def label_of(table_name: str, column: str) -> str:
    """What people call a field."""
    own = _OWN_LABELS.get((table_name, column)) or _LABELS.get(column)
    return own or column.removesuffix("_id").replace("_", " ").capitalize()


def said(of: Table, name: str, value: Any, names: Names) -> str:
    """A value of the journal as people read it: names for ids, days and times in words, yes and no."""
    if value is None or value == "":
        return ""
    column = of.columns[name]
    target = target_of(column)
    if target is not None:
        return names.of(target, value)
    if name == "weekday":
        return _WEEKDAYS[value]
    if isinstance(column.type, Boolean):
        return "yes" if value else "no"
    if isinstance(column.type, Instant):
        return say_instant(datetime.fromisoformat(value), names.zone)
    if isinstance(column.type, Date):
        return say_date(date.fromisoformat(value))
    if isinstance(column.type, Time):
        return say_time(time.fromisoformat(value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def say_date(day: date) -> str:
    """A day with its year: Nov 3, 2026."""
    return f"{MONTHS[day.month - 1][:3]} {day.day}, {day.year}"


def say_time(at: time) -> str:
    """A time of day: 2:05 PM."""
    return f"{at.hour % 12 or 12}:{at.minute:02} {'AM' if at.hour < 12 else 'PM'}"


def say_instant(at: datetime, zone: tzinfo) -> str:
    """An instant in the agency's zone: Nov 3, 2026, 2:05 PM."""
    local = at.astimezone(zone)
    return f"{say_date(local.date())}, {say_time(local.time())}"


def row_words(of: Table, row_id: int, image: dict[str, Any], is_new: bool, is_gone: bool, names: Names) -> str:
    """What a row is called: Visit of Nov 3, 2026; Person Suzy Park; with "new" or "taken away" where it is."""
    words = f"{_ROWS.get(of.name, of.name)} {_title(of, image, names)}".strip()
    if of.name == "referral_source" and not is_new:
        words = "Source"
    return f"{words} (new)" if is_new else f"{words} (taken away)" if is_gone else words


def _title(of: Table, image: dict[str, Any], names: Names) -> str:
    def field(name: str) -> str:
        return said(of, name, image.get(name), names)

    match of.name:
        case "visit":
            return f"of {field('visit_on')}"
        case "referral":
            return f"of {field('referral_on')}"
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
        case "cohort_member":
            return field("cohort_id")
        case "loop_update":
            return field("step")
        case "provider_count":
            return field("provider_type")
        case "source_hours":
            return field("weekday")
    return field("name") if "name" in image else ""
