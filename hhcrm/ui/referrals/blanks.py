"""What the form of a referral asks for, and how what is typed becomes what is stored. Without Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, tzinfo
from typing import Any

from hhcrm.domain.days import read_day, say_day, say_time
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.instants import instant_of
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import AdmissionSource, ReferralStage
from hhcrm.queries.read_models import Choice
from hhcrm.queries.referral_models import ReferralChoices, ReferralDetail, ReferralGuess
from hhcrm.ui.shared.forms.blank import SEPARATOR, Blank, ids, named
from hhcrm.ui.shared.when import read_instant, read_when, say_instant

Texts = Mapping[str, str]
PATIENT = ("patient_name", "date_of_birth", "phone")
"""The fields that say who the patient is."""

INSTANTS = ("heard_at", "authorized_at")
DAYS = ("ordered_soc", "face_to_face_on", "ended_on", "readmitted_on", "date_of_birth")
DAY_TIMES = ("discharged_on", "planned_soc_on", "soc_on")
"""Days that may have a time behind them."""

_PEOPLE = ("contact_id", "ordering_contact_id")
_CENTURY = 100
BETWEEN = ","
"""What parts the ids of disciplines in a text."""

YES_NO = ("yes", "no")


def referral_blanks(choices: ReferralChoices, stage: ReferralStage | None) -> tuple[Blank, ...]:
    """The fields in the order in which a caller says them; the start of care where the stage has one."""
    return (*_sender(choices), *_patient(), *_care(choices), *_days(stage), *_after(stage), *_ours(choices))


def with_its_own(choices: ReferralChoices, detail: ReferralDetail) -> ReferralChoices:
    """The lists with what this referral has and what was taken off them since."""
    row = detail.row
    return replace(
        choices,
        payers=_with(choices.payers, detail.payer_id, row.payer),
        service_lines=_with(choices.service_lines, detail.service_line_id, row.service_line),
        clinical_groups=_with(choices.clinical_groups, detail.clinical_group_id, row.clinical_group),
        users=_with(choices.users, detail.liaison_id, row.liaison),
    )


def _with(rows: tuple[Choice, ...], key: int | None, name: str) -> tuple[Choice, ...]:
    return rows if key is None or any(each.id == key for each in rows) else (*rows, Choice(key, name))


def _none_of(rows: Sequence[Any]) -> tuple[tuple[str, str], ...]:
    return named(ids(rows), translate("referrals", "not known"))


def _sender(choices: ReferralChoices) -> tuple[Blank, ...]:
    lines = named(ids(choices.service_lines), translate("referrals", "choose"))
    return (
        Blank("source_id", translate("referrals", "Source"), required=True),
        Blank("contact_id", translate("referrals", "Contact")),
        Blank("heard_at", translate("referrals", "Received")),
        Blank("service_line_id", translate("referrals", "Service line"), "choice", lines, required=True),
        Blank("payer_id", translate("referrals", "Payer"), "choice", _none_of(choices.payers)),
        Blank("zip", translate("referrals", "ZIP")),
    )


def _patient() -> tuple[Blank, ...]:
    return (
        Blank("patient_name", translate("referrals", "Name"), section=translate("referrals", "Patient")),
        Blank("date_of_birth", translate("referrals", "Born")),
        Blank("phone", translate("referrals", "Phone")),
    )


def _care(choices: ReferralChoices) -> tuple[Blank, ...]:
    groups = _none_of(choices.clinical_groups)
    return (
        Blank("disciplines", translate("referrals", "Disciplines"), section=translate("referrals", "Care")),
        Blank("diagnosis", translate("referrals", "Diagnosis")),
        Blank("diagnosis_code", translate("referrals", "ICD-10 code")),
        Blank("clinical_group_id", translate("referrals", "Clinical group"), "choice", groups),
        Blank("ordering_contact_id", translate("referrals", "Physician")),
    )


def _days(stage: ReferralStage | None) -> tuple[Blank, ...]:
    care = {
        ReferralStage.SCHEDULED: (Blank("planned_soc_on", translate("referrals", "SOC planned")),),
        ReferralStage.ADMITTED: (Blank("soc_on", translate("referrals", "Start of care")),),
    }
    came = named(tuple((str(each), shown(each)) for each in AdmissionSource), translate("referrals", "not known"))
    stay = named(tuple((each, shown(each)) for each in YES_NO), translate("referrals", "not known"))
    return (
        Blank("authorized_at", translate("referrals", "Authorized"), section=translate("referrals", "Days")),
        *(() if stage is None else care.get(stage, ())),
        Blank("ordered_soc", translate("referrals", "Ordered SOC")),
        Blank("face_to_face_on", translate("referrals", "Face-to-face")),
        Blank("admission_source", translate("referrals", "Comes from"), "choice", came),
        Blank("inpatient", translate("referrals", "Inpatient, 14 days"), "choice", stay),
        Blank("discharged_on", translate("referrals", "Discharge")),
    )


def _after(stage: ReferralStage | None) -> tuple[Blank, ...]:
    """What becomes known after the start of care; kept small."""
    if stage is not ReferralStage.ADMITTED:
        return ()
    return (
        Blank("ended_on", translate("referrals", "Care ended"), section=translate("referrals", "After care")),
        Blank("readmitted_on", translate("referrals", "Back in hospital")),
        Blank("satisfaction", translate("referrals", "Satisfaction")),
    )


def _ours(choices: ReferralChoices) -> tuple[Blank, ...]:
    owners = named(ids(choices.users), translate("referrals", "the source's owner"))
    return (
        Blank(
            "liaison_id", translate("referrals", "Liaison"), "choice", owners, section=translate("referrals", "Ours")
        ),
        Blank("notes", translate("referrals", "Notes"), "text"),
    )


# --- what stands in the fields --------------------------------------------------------------------------------------


def detail_texts(detail: ReferralDetail, today: date, zone: tzinfo) -> dict[str, str]:
    """A referral as its form shows it."""
    row, patient = detail.row, detail.patient
    return {
        "source_id": _picked(row.source_id, row.source),
        "contact_id": _picked(detail.contact_id, row.contact),
        "heard_at": say_instant(detail.heard_at, today, zone),
        "authorized_at": say_instant(detail.authorized_at, today, zone) if detail.authorized_at else "",
        "service_line_id": _id(detail.service_line_id),
        "payer_id": _id(detail.payer_id),
        "zip": row.zip,
        "disciplines": BETWEEN.join(str(each.id) for each in detail.disciplines),
        "diagnosis": row.diagnosis,
        "diagnosis_code": detail.diagnosis_code,
        "ordering_contact_id": _picked(detail.ordering_contact_id, detail.ordering_contact),
        "planned_soc_on": say_day_time(row.planned_soc_on, row.planned_soc_time, today),
        "soc_on": _with_time(row.soc_on, detail.soc_at, today, zone),
        "ordered_soc": say_day_time(detail.ordered_soc, None, today),
        "discharged_on": _with_time(detail.discharged_on, detail.discharged_at, today, zone),
        "inpatient": "" if detail.inpatient is None else YES_NO[0 if detail.inpatient else 1],
        "face_to_face_on": say_day_time(detail.face_to_face_on, None, today),
        "admission_source": str(detail.admission_source or ""),
        "clinical_group_id": _id(detail.clinical_group_id),
        "ended_on": say_day_time(detail.ended_on, None, today),
        "readmitted_on": say_day_time(detail.readmitted_on, None, today),
        "satisfaction": _id(detail.satisfaction),
        "liaison_id": _id(detail.liaison_id),
        "notes": detail.notes,
        "patient_name": patient.patient_name,
        "date_of_birth": say_day_time(patient.date_of_birth, None, today),
        "phone": patient.phone,
    }


def guess_texts(guess: ReferralGuess) -> dict[str, str]:
    """What the source of a new referral lets one guess."""
    return {
        "service_line_id": _id(guess.service_line_id),
        "admission_source": str(guess.admission_source or ""),
        "liaison_id": _id(guess.liaison_id),
    }


def _picked(key: int | None, name: str) -> str:
    return f"{key}{SEPARATOR}{name}" if key is not None else ""


def _id(key: int | None) -> str:
    return "" if key is None else str(key)


def say_day_time(day: date | None, at: time | None, today: date) -> str:
    """A day, and a time where it is known: Tue, Nov 24, 2:00 PM."""
    if day is None:
        return ""
    return f"{say_day(day, today)}, {say_time(at)}" if at is not None else say_day(day, today)


def _with_time(day: date | None, at: datetime | None, today: date, zone: tzinfo) -> str:
    return say_instant(at, today, zone) if at is not None else say_day_time(day, None, today)


# --- what they mean -------------------------------------------------------------------------------------------------


def said_day(text: str, today: date) -> str:
    """A day in full; what cannot be read stays as it was typed."""
    try:
        return say_day(read_day(text, today), today) if text.strip() else ""
    except RuleBroken:
        return text


def said_day_time(text: str, today: date) -> str:
    """A day with its time in full; what cannot be read stays as it was typed."""
    try:
        return say_day_time(*read_when(text, today), today) if text.strip() else ""
    except RuleBroken:
        return text


def stored(texts: Texts, today: date, zone: tzinfo) -> tuple[dict[str, object], dict[str, object]]:
    """The values of a referral and of its patient. Raises RuleBroken naming the first field that cannot be read.

    The ids of the disciplines needed stand among the former under `disciplines`.
    """
    values: dict[str, object] = {}
    for key, text in texts.items():
        try:
            values |= _stored(key, text, today, zone)
        except RuleBroken as fault:
            raise RuleBroken(str(fault), key) from fault
    patient = {key: values.pop(key) for key in PATIENT if key in values}
    return values, patient


def _stored(key: str, text: str, today: date, zone: tzinfo) -> dict[str, object]:
    empty = not text.strip()
    if key == "source_id":
        return {key: _picked_id(text, translate("referrals", "No source is called that. Pick one, or add it."))}
    if key in _PEOPLE:
        return {key: _picked_id(text, translate("referrals", "Nobody is called that. Pick somebody, or add them."))}
    if key in INSTANTS:
        return {key: None if empty else read_instant(text, today, zone)}
    if key in DAY_TIMES:
        return _day_time(key, None if empty else text, today, zone)
    if key == "date_of_birth":
        return {key: None if empty else _born(text, today)}
    if key == "disciplines":
        return {key: needed_ids(text)}
    if key == "inpatient":
        return {key: None if empty else text == YES_NO[0]}
    if key in DAYS:
        return {key: None if empty else read_day(text, today)}
    if key.endswith("_id"):
        return {key: int(text) if text else None}
    return {key: text}


def needed_ids(text: str) -> tuple[int, ...]:
    """The ids of disciplines that a text holds."""
    return tuple(int(part) for part in text.split(BETWEEN) if part.isdigit())


def _picked_id(text: str, nobody: str) -> int | None:
    picked, _, typed = text.partition(SEPARATOR)
    if typed and not picked:
        raise RuleBroken(nobody)
    return int(picked) if picked else None


def _day_time(key: str, text: str | None, today: date, zone: tzinfo) -> dict[str, object]:
    beside = {"discharged_on": "discharged_at", "planned_soc_on": "planned_soc_time", "soc_on": "soc_at"}[key]
    if text is None:
        return {key: None, beside: None}
    day, at = read_when(text, today)
    if key == "planned_soc_on":
        return {key: day, beside: at}
    return {key: day, beside: instant_of(day, at, zone) if at is not None else None}


def _born(text: str, today: date) -> date:
    """A birthday lies in the past: 3/14/41 is 1941."""
    day = read_day(text, today)
    return day if day <= today else day.replace(year=day.year - _CENTURY)


def check_past(text: str, now: datetime, today: date, zone: tzinfo) -> str:
    """What is wrong with a time that should have been; "" where nothing is."""
    try:
        late = bool(text.strip()) and read_instant(text, today, zone) > now
    except RuleBroken as fault:
        return str(fault)
    return translate("referrals", "This is still to come. Type when it was.") if late else ""
