"""What stands in the form of a referral, as far as it can be read, for the check. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from typing import Any

from hhcrm.domain.diagnoses import normal_diagnosis_code
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.intake_facts import Intake
from hhcrm.domain.words import AdmissionSource
from hhcrm.ui.referrals.blanks import stored


def read_intake(texts: Mapping[str, str], today: date, zone: tzinfo, referral_id: int | None) -> Intake:
    """What the caller has said so far; what cannot be read (yet) is left out."""
    read: dict[str, Any] = {}
    for key, text in texts.items():
        try:
            values, patient = stored({key: text}, today, zone)
        except RuleBroken:
            continue  # half a word; the form says so beside the field once it is left or saved
        read |= values | patient
    said = {name: read[name] for name in _AS_THEY_ARE if read.get(name) not in (None, "")}
    return Intake(
        referral_id=referral_id,
        discipline_ids=tuple(read.get("disciplines") or ()),
        diagnosis_code=_code(texts.get("diagnosis_code", "")),
        admission_source=_came(read.get("admission_source")),
        discharged_on=_day(read.get("discharged_on")),
        **said,
    )


_AS_THEY_ARE = (
    "source_id", "contact_id", "ordering_contact_id", "service_line_id", "payer_id", "zip", "diagnosis", "patient_name",
    "date_of_birth", "phone", "heard_at", "authorized_at", "ordered_soc", "planned_soc_on", "soc_on", "inpatient",
    "face_to_face_on",
)  # fmt: skip


def _code(text: str) -> str:
    try:
        return normal_diagnosis_code(text) if text.strip() else ""
    except RuleBroken:
        return ""


def _came(text: object) -> AdmissionSource | None:
    return AdmissionSource(str(text)) if text else None


def _day(value: object) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None
