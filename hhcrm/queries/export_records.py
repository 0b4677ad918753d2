"""The four kinds of records that go out and come in again: sources, contacts, visits, referrals (interfaces.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, func, select, true

from hhcrm.domain.words import PhoneKind
from hhcrm.models.lookups import ClinicalGroup
from hhcrm.models.referrals import ReferralPatient
from hhcrm.models.visits import Material, VisitMaterial
from hhcrm.queries.export_shape import (
    ITEM,
    Exported,
    Wanted,
    day_text,
    instant_text,
    joined,
    time_text,
    yes_no,
)
from hhcrm.queries.ground import (
    AFFILIATION,
    CONTACT,
    KIND,
    LIST,
    MET,
    PAYER,
    REFERRAL,
    ROLE,
    SERVICE_LINE,
    SOURCE,
    TERRITORY,
    TYPE,
    USER,
    VISIT,
    c,
    full_name,
    k,
    not_archived,
    r,
    s,
    t,
    table,
    u,
    v,
)
from hhcrm.queries.people import EMAIL, PHONE
from hhcrm.queries.referrals import REASON, first_decision

_PARENT = SOURCE.alias("parent")
_OWN_ROLE = ROLE.alias("own_role")
_LEFT, _MATERIAL = table(VisitMaterial), table(Material)
_GROUP, _PATIENT = table(ClinicalGroup), table(ReferralPatient)
_at = AFFILIATION.c


def _unless_archived(of: Table, wanted: Wanted) -> ColumnElement[bool]:
    return true() if wanted.archived else not_archived(of)


def sources(wanted: Wanted) -> Exported:
    """Sources; a filter that shows archived ones decides for itself."""
    plain = (
        "cadence_days", "potential_per_month", "potential_basis", "providers", "beds", "address", "city", "state",
        "zip", "phone", "fax", "email", "website", "npi", "ccn",
    )  # fmt: skip
    columns = (
        ("source_id", s.id), ("name", s.name), ("type", t.name), ("parent", _PARENT.c.name), ("stage", s.stage),
        ("owner", u.name), ("territory", TERRITORY.c.name), ("tier", s.tier), *((name, s[name]) for name in plain),
        ("tags", func.replace(s.tags, LIST, ITEM)), ("notes", s.notes), ("created_on", day_text(s.created_on)),
        ("archived", yes_no(s.archived_at.is_not(None))),
    )  # fmt: skip
    statement = (
        select()
        .select_from(
            SOURCE.join(TYPE, s.type_id == t.id)
            .outerjoin(_PARENT, s.parent_id == _PARENT.c.id)
            .outerjoin(USER, s.owner_id == u.id)
            .outerjoin(TERRITORY, s.territory_id == TERRITORY.c.id)
        )
        .where(true() if wanted.sources is not None else _unless_archived(SOURCE, wanted))
        .order_by(s.id)
    )
    return Exported(columns, statement, frozenset({"tags"}), source_id=s.id)


def contacts(wanted: Wanted) -> Exported:
    """People, one line for each place that they have or had; one line for a person without any."""
    columns = (
        ("contact_id", c.id), ("first_name", c.first_name), ("last_name", c.last_name), ("credentials", c.credentials),
        ("role", func.coalesce(ROLE.c.name, _OWN_ROLE.c.name)), ("buying_role", c.buying_role),
        ("source_id", _at.source_id), ("source", s.name), ("title", _at.title), ("department", _at.department),
        ("from_on", day_text(_at.from_on)), ("until_on", day_text(_at.until_on)), ("npi", c.npi),
        ("phone", _numbers(PhoneKind.WORK, PhoneKind.HOME)), ("mobile", _numbers(PhoneKind.MOBILE)),
        ("email", _addresses()), ("fax", _numbers(PhoneKind.FAX)), ("preferred_channel", c.preferred_channel),
        ("needs", c.needs), ("notes", c.notes), ("archived", yes_no(c.archived_at.is_not(None))),
    )  # fmt: skip
    statement = (
        select()
        .select_from(
            CONTACT.outerjoin(AFFILIATION, _at.contact_id == c.id)
            .outerjoin(SOURCE, _at.source_id == s.id)
            .outerjoin(ROLE, _at.role_id == ROLE.c.id)
            .outerjoin(_OWN_ROLE, c.role_id == _OWN_ROLE.c.id)
        )
        .where(_unless_archived(CONTACT, wanted))
        .order_by(c.id, _at.id)
    )
    return Exported(columns, statement, frozenset({"phone", "mobile", "email", "fax"}), source_id=_at.source_id)


def _numbers(*kinds: PhoneKind) -> ColumnElement[str]:
    of = PHONE.c
    return (
        select(joined(of.number, of.id))
        .where(of.contact_id == c.id, of.kind.in_(kinds))
        .correlate(CONTACT)
        .scalar_subquery()
    )


def _addresses() -> ColumnElement[str]:
    of = EMAIL.c
    return select(joined(of.address, of.id)).where(of.contact_id == c.id).correlate(CONTACT).scalar_subquery()


def visits(wanted: Wanted) -> Exported:
    """Visits, planned and done."""
    met = (
        select(joined(full_name(), MET.c.id))
        .join_from(MET, CONTACT, MET.c.contact_id == c.id)
        .where(MET.c.visit_id == v.id)
        .correlate(VISIT)
        .scalar_subquery()
    )
    left = (
        select(joined(_MATERIAL.c.name, _LEFT.c.id))
        .join_from(_LEFT, _MATERIAL, _LEFT.c.material_id == _MATERIAL.c.id)
        .where(_LEFT.c.visit_id == v.id)
        .correlate(VISIT)
        .scalar_subquery()
    )
    columns = (
        ("visit_id", v.id), ("source_id", v.source_id), ("source", s.name), ("contacts", met), ("liaison", u.name),
        ("kind", k.name), ("status", v.status), ("date", day_text(v.visit_on)), ("time", time_text(v.start_time)),
        ("minutes", v.minutes), ("travel_minutes", v.travel_minutes), ("miles", v.miles), ("purpose", v.purpose),
        ("line", v.line), ("ask", v.ask), ("advance", v.advance), ("notes", v.notes), ("materials", left),
        ("next_step", v.next_step),
    )  # fmt: skip
    statement = (
        select()
        .select_from(
            VISIT.join(SOURCE, v.source_id == s.id).join(KIND, v.kind_id == k.id).outerjoin(USER, v.liaison_id == u.id)
        )
        .where(_unless_archived(VISIT, wanted))
        .order_by(v.id)
    )
    lists = frozenset({"contacts", "materials"})
    return Exported(columns, statement, lists, day=v.visit_on, source_id=v.source_id)


def referrals(wanted: Wanted) -> Exported:
    """Referrals; who the patients are only where it is asked for."""
    columns: tuple[tuple[str, ColumnElement[Any]], ...] = (
        ("referral_id", r.id), ("source_id", r.source_id), ("source", s.name), ("contact", full_name()),
        ("liaison", u.name), ("heard_at", instant_text(r.heard_at)), ("authorized_at", instant_text(r.authorized_at)),
        ("service_line", SERVICE_LINE.c.name), ("payer", PAYER.c.name), ("zip", r.zip),
        ("clinical_group", _GROUP.c.name), ("admission_source", r.admission_source), ("diagnosis", r.diagnosis),
        ("stage", r.stage), ("reason", REASON.c.name), ("reason_owner", r.reason_owner),
        ("decided_at", instant_text(first_decision())),
        ("ordered_soc", day_text(r.ordered_soc)),
        ("discharged_on", func.coalesce(instant_text(r.discharged_at), day_text(r.discharged_on))),
        ("soc_on", func.coalesce(instant_text(r.soc_at), day_text(r.soc_on))), ("ended_on", day_text(r.ended_on)),
        ("satisfaction", r.satisfaction), ("readmitted_on", day_text(r.readmitted_on)), ("notes", r.notes),
    )  # fmt: skip
    joined_tables = (
        REFERRAL.join(SOURCE, r.source_id == s.id)
        .outerjoin(CONTACT, r.contact_id == c.id)
        .outerjoin(USER, r.liaison_id == u.id)
        .outerjoin(SERVICE_LINE, r.service_line_id == SERVICE_LINE.c.id)
        .outerjoin(PAYER, r.payer_id == PAYER.c.id)
        .outerjoin(_GROUP, r.clinical_group_id == _GROUP.c.id)
        .outerjoin(REASON, r.reason_id == REASON.c.id)
    )
    if wanted.patients:
        p = _PATIENT.c
        joined_tables = joined_tables.outerjoin(_PATIENT, p.referral_id == r.id)
        columns += (("patient_name", p.patient_name), ("date_of_birth", day_text(p.date_of_birth)), ("phone", p.phone))
    statement = select().select_from(joined_tables).where(_unless_archived(REFERRAL, wanted)).order_by(r.id)
    instants = frozenset({"heard_at", "authorized_at", "decided_at", "discharged_on", "soc_on"})
    return Exported(columns, statement, instants=instants, day=r.referral_on, source_id=r.source_id)


KINDS: Mapping[str, Callable[[Wanted], Exported]] = {
    "sources": sources,
    "contacts": contacts,
    "visits": visits,
    "referrals": referrals,
}
"""The four kinds in the order of interfaces.md."""
