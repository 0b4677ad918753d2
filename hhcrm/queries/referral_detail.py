"""One referral in full, and what its forms are filled with and let one choose from."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, literal, select

from hhcrm.domain.criteria import Criteria
from hhcrm.domain.errors import NotFound
from hhcrm.domain.referrals import held_from, hours_to_decision, hours_to_soc
from hhcrm.domain.text import name_key
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.models.lookups import Discipline
from hhcrm.models.referrals import ReferralDiscipline, ReferralPatient
from hhcrm.queries.agency import listed, named
from hhcrm.queries.ground import (
    AFFILIATION,
    CONTACT,
    PAYER,
    REFERRAL,
    ROLE,
    SERVICE_LINE,
    SOURCE,
    TYPE,
    USER,
    c,
    not_archived,
    person_name,
    r,
    s,
    table,
)
from hhcrm.queries.people import has_left
from hhcrm.queries.read_models import Choice
from hhcrm.queries.referral_models import (
    PatientFacts,
    PersonPick,
    ReasonChoice,
    ReferralChoices,
    ReferralDetail,
    ReferralGuess,
    StageLine,
)
from hhcrm.queries.referral_table import GROUP, SHOWN, dressed, line_of
from hhcrm.queries.referrals import ENTRY, REASON, first_decision
from hhcrm.storage.search import begins
from hhcrm.storage.settings import agency_zone, rules_on

DISCIPLINE, PATIENT, NEEDED = table(Discipline), table(ReferralPatient), table(ReferralDiscipline)
_ORDERING = CONTACT.alias("ordering")

_MORE = (
    s.archived_at.is_not(None), r.heard_at, r.authorized_at, r.contact_id, r.liaison_id, r.service_line_id, r.payer_id,
    r.clinical_group_id, r.admission_source, r.ordering_contact_id, r.ordering_npi, r.face_to_face_on, r.ordered_soc,
    r.discharged_on, r.discharged_at, r.inpatient, r.diagnosis_code, r.soc_at, r.ended_on, r.readmitted_on,
    r.satisfaction, r.notes,
    _ORDERING.c.first_name, _ORDERING.c.last_name, _ORDERING.c.credentials, first_decision(),
)  # fmt: skip


def referral_detail(connection: Connection, referral_id: int, today: date) -> ReferralDetail:
    """Everything about one referral, its patient too. Raises NotFound."""
    one = select(literal(referral_id).label("page_id")).subquery("page")
    found = connection.execute(
        select(*SHOWN, *_MORE).select_from(dressed(one).outerjoin(_ORDERING, r.ordering_contact_id == _ORDERING.c.id))
    ).one_or_none()
    if found is None:
        raise NotFound(translate("referrals", "That referral is no longer there."))
    row = line_of(found[: len(SHOWN)])
    (
        source_archived, heard, authorized, contact_id, liaison_id, line_id, payer_id, group_id, came, ordering_id, npi,
        face_to_face, ordered, discharged_on, discharged_at, inpatient, code, soc_at,
        ended, returned, satisfaction, notes, *physician, decided,
    ) = found[len(SHOWN) :]  # fmt: skip
    zone, path = agency_zone(connection, today), _path(connection, referral_id)
    soc = soc_at or row.soc_on
    return ReferralDetail(
        row=row,
        source_archived=source_archived,
        heard_at=heard,
        authorized_at=authorized,
        contact_id=contact_id,
        liaison_id=liaison_id,
        service_line_id=line_id,
        payer_id=payer_id,
        clinical_group_id=group_id,
        admission_source=came,
        ordering_contact_id=ordering_id,
        ordering_contact=person_name(*physician) if ordering_id is not None else "",
        ordering_npi=npi or "",
        face_to_face_on=face_to_face,
        ordered_soc=ordered,
        discharged_on=discharged_on,
        discharged_at=discharged_at,
        inpatient=inpatient,
        diagnosis_code=code or "",
        disciplines=_needed(connection, referral_id),
        soc_at=soc_at,
        ended_on=ended,
        readmitted_on=returned,
        satisfaction=satisfaction,
        notes=notes or "",
        hours_to_decision=None if decided is None else hours_to_decision(row.received_at, decided, zone),
        hours_to_soc=None if soc is None else hours_to_soc(row.received_at, soc, zone),
        held_from=held_from([entry.stage for entry in path]) if row.stage is ReferralStage.ON_HOLD else None,
        path=path,
        patient=_patient(connection, referral_id),
    )


def _path(connection: Connection, referral_id: int) -> tuple[StageLine, ...]:
    entry = ENTRY.c
    rows = connection.execute(
        select(
            entry.stage, entry.at, entry.by_name, REASON.c.name, entry.reason_text, entry.reason_owner,
            DISCIPLINE.c.name, entry.note, entry.until_on,
            entry.needs, entry.case_load, entry.staffing, entry.skills,
        )
        .select_from(
            ENTRY.outerjoin(REASON, entry.reason_id == REASON.c.id)
            .outerjoin(DISCIPLINE, entry.discipline_id == DISCIPLINE.c.id)
        )
        .where(entry.referral_id == referral_id)
        .order_by(entry.id)
    )  # fmt: skip
    return tuple(
        StageLine(
            stage,
            at,
            by,
            reason or "",
            text or "",
            owner,
            discipline or "",
            note or "",
            until_on,
            Criteria(*(line or "" for line in noted)),
        )
        for stage, at, by, reason, text, owner, discipline, note, until_on, *noted in rows
    )


def _needed(connection: Connection, referral_id: int) -> tuple[Choice, ...]:
    """The disciplines that a referral needs, in the agency's order."""
    d = DISCIPLINE.c
    rows = connection.execute(
        select(d.id, d.name)
        .select_from(NEEDED.join(DISCIPLINE, NEEDED.c.discipline_id == d.id))
        .where(NEEDED.c.referral_id == referral_id)
        .order_by(d.position, d.name, d.id)
    )
    return tuple(Choice(key, name) for key, name in rows)


def _patient(connection: Connection, referral_id: int) -> PatientFacts:
    one = PATIENT.c
    row = connection.execute(
        select(one.patient_name, one.date_of_birth, one.phone).where(one.referral_id == referral_id)
    ).one_or_none()
    return PatientFacts("", None, "") if row is None else PatientFacts(row[0] or "", row[1], row[2] or "")


# --- forms ----------------------------------------------------------------------------------------------------------


def referral_choices(connection: Connection, today: date) -> ReferralChoices:
    """All lists to choose from, in the agency's order."""
    reason = REASON.c
    reasons = connection.execute(
        select(reason.id, reason.name, reason.owner, reason.needs_text, reason.needs_discipline)
        .where(not_archived(REASON))
        .order_by(reason.position, reason.name, reason.id)
    )
    rules = rules_on(connection, today)
    return ReferralChoices(
        types=listed(connection, TYPE),
        users=named(connection, USER),
        service_lines=listed(connection, SERVICE_LINE),
        payers=listed(connection, PAYER),
        clinical_groups=listed(connection, GROUP),
        disciplines=listed(connection, DISCIPLINE),
        reasons=tuple(ReasonChoice(*row) for row in reasons),
        hide_patient_minutes=rules.hide_patient_minutes,
        clock_warnings_hours=rules.clock_warnings_hours,
    )


def referral_guess(connection: Connection, source_id: int | None) -> ReferralGuess:
    """A new referral filled with what the source's last one says, else with the agency's first line of service."""
    usual = connection.execute(
        select(SERVICE_LINE.c.id)
        .where(not_archived(SERVICE_LINE))
        .order_by(SERVICE_LINE.c.position, SERVICE_LINE.c.id)
        .limit(1)
    ).scalar_one_or_none()
    if source_id is None:
        return ReferralGuess(None, "", False, usual, None, None)
    source = connection.execute(select(s.name, s.archived_at, s.owner_id).where(s.id == source_id)).one_or_none()
    if source is None:
        raise NotFound(translate("referrals", "That source is no longer there."))
    last = connection.execute(
        select(r.service_line_id, r.admission_source)
        .where(r.source_id == source_id, r.service_line_id.is_not(None), not_archived(REFERRAL))
        .order_by(r.referral_on.desc(), r.id.desc())
        .limit(1)
    ).one_or_none()
    line, came = (last.service_line_id, last.admission_source) if last is not None else (usual, None)
    return ReferralGuess(source_id, source.name, source.archived_at is not None, line, came, source.owner_id)


def pick_people(
    connection: Connection, typed: str, source_id: int | None, limit: int, today: date
) -> tuple[PersonPick, ...]:
    """People to pick while typing: those at the source first, then others whose name begins so."""
    key, found = name_key(typed), dict[int, PersonPick]()
    starts = begins(c.name_key, key) | begins(c.first_key, key)
    at_source = AFFILIATION.c.source_id == source_id
    for where in (at_source & starts if key else at_source, starts if key else None):
        if where is None or len(found) >= limit:
            continue
        for row in connection.execute(_people().where(where, not_archived(CONTACT)).limit(limit * 4)):
            if not has_left(row.until_on, today):
                found.setdefault(row.id, _pick(row))
    return tuple(found.values())[:limit]


def _people() -> Any:
    own_role = ROLE.alias("own_role")
    return (
        select(
            c.id, c.first_name, c.last_name, c.credentials, AFFILIATION.c.until_on, s.name.label("source"),
            ROLE.c.name.label("role"), own_role.c.name.label("own_role"),
        )
        .select_from(
            CONTACT.outerjoin(AFFILIATION, AFFILIATION.c.contact_id == c.id)
            .outerjoin(SOURCE, AFFILIATION.c.source_id == s.id)
            .outerjoin(ROLE, AFFILIATION.c.role_id == ROLE.c.id)
            .outerjoin(own_role, c.role_id == own_role.c.id)
        )
        .order_by(c.name_key, c.id, AFFILIATION.c.id)
    )  # fmt: skip


def _pick(row: Any) -> PersonPick:
    detail = ", ".join(part for part in (row.role or row.own_role, row.source) if part)
    return PersonPick(row.id, person_name(row.first_name, row.last_name, row.credentials), detail)
