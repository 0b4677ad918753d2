"""What people type about a referral and its patient, made into what is stored, column by column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from hhcrm.domain.after_care import read_score
from hhcrm.domain.diagnoses import normal_diagnosis_code
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.identifiers import normal_npi, normal_phone, normal_zip
from hhcrm.domain.wording import translate
from hhcrm.domain.words import AdmissionSource
from hhcrm.services.values import key_or_none, optional_reader, text_or_none, word_reader

Read = Callable[[Any], Any]


def _instant(value: Any) -> datetime | None:
    if value is None:
        return None
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise RuleBroken(translate("referrals", "A day and a time are needed here."))
    return value


def _heard(value: Any) -> datetime:
    instant = _instant(value)
    if instant is None:
        raise RuleBroken(translate("referrals", "Say when the referral was first heard of."))
    return instant


def _day(value: Any) -> date | None:
    if value is None:
        return None
    # A datetime is a date too, but a day must never be cut out of an instant without its zone.
    if not isinstance(value, date) or isinstance(value, datetime):
        raise RuleBroken(translate("referrals", "A day is needed here."))
    return value


def _yes_no(value: Any) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    raise RuleBroken(translate("referrals", "Say yes or no."))


def _source(value: Any) -> int:
    key = key_or_none(value)
    if key is None:
        raise RuleBroken(translate("referrals", "Say who sent the patient: choose a source."))
    return key


def _line(value: Any) -> int:
    key = key_or_none(value)
    if key is None:
        raise RuleBroken(translate("referrals", "Choose the service line."))
    return key


REFERRAL_COLUMNS: Mapping[str, Read] = {
    "source_id": _source,
    "contact_id": key_or_none,
    "liaison_id": key_or_none,
    "heard_at": _heard,
    "authorized_at": _instant,
    "service_line_id": _line,
    "payer_id": key_or_none,
    "zip": optional_reader(lambda text: normal_zip(text)[0]),
    "clinical_group_id": key_or_none,
    "admission_source": word_reader(AdmissionSource),
    "diagnosis": text_or_none,
    "diagnosis_code": optional_reader(normal_diagnosis_code),
    "ordering_contact_id": key_or_none,
    "ordering_npi": optional_reader(normal_npi),
    "face_to_face_on": _day,
    "ordered_soc": _day,
    "discharged_on": _day,
    "discharged_at": _instant,
    "inpatient": _yes_no,
    "planned_soc_on": _day,
    "planned_soc_time": lambda value: value,
    "soc_on": _day,
    "soc_at": _instant,
    "ended_on": _day,
    "readmitted_on": _day,
    "satisfaction": read_score,
    "notes": text_or_none,
}
"""The columns of a referral that people fill in. Stage and reason move by `MoveReferrals` alone."""

PATIENT_COLUMNS: Mapping[str, Read] = {
    "patient_name": text_or_none,
    "date_of_birth": _day,
    "phone": optional_reader(lambda text: normal_phone(text)[0]),
}
"""The columns of who the patient is."""
