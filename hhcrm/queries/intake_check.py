"""The check at intake: what the agency knows about a referral as far as it has been typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from sqlalchemy import Connection, or_, select

from hhcrm.domain.capability import (
    CapacityWord,
    PayerWord,
    Said,
    ServedPlace,
    discipline_answer,
    payer_answer,
    zip_answer,
)
from hhcrm.domain.intake_check import check, likeness
from hhcrm.domain.intake_facts import (
    AlikeReferral,
    DisciplineFacts,
    Intake,
    IntakeFacts,
    Item,
    PayerFacts,
    ZipFacts,
)
from hhcrm.domain.referrals import OPEN_STAGES
from hhcrm.models.capability import DisciplineCapacity, PayerAcceptance, ServedZip
from hhcrm.models.lookups import Discipline
from hhcrm.models.referrals import ReferralPatient
from hhcrm.queries.ground import (
    AFFILIATION,
    CONTACT,
    PAYER,
    REFERRAL,
    SERVICE_LINE,
    SOURCE,
    c,
    not_archived,
    person_name,
    r,
    s,
    table,
)
from hhcrm.queries.people import has_left

LATELY = timedelta(days=60)
"""How long after its day a closed referral still counts as the same: one certification period."""

_FACE_TO_FACE_LINE = "home_health"
_ALIKE_SHOWN = 3
_ZIP_DIGITS = 5
_ACCEPTANCE, _SERVED, _CAPACITY = table(PayerAcceptance), table(ServedZip), table(DisciplineCapacity)
_DISCIPLINE, _PATIENT = table(Discipline), table(ReferralPatient)


def intake_check(connection: Connection, intake: Intake, now: datetime, zone: tzinfo) -> tuple[Item, ...]:
    """Everything that can be answered of what was typed, in the order of the form; `zone` is the agency's."""
    return check(intake, intake_facts(connection, intake, now, zone), now, zone)


def intake_facts(connection: Connection, intake: Intake, now: datetime, zone: tzinfo) -> IntakeFacts:
    """What the agency knows of what was typed; what was not typed is not asked."""
    today = now.astimezone(zone).date()
    line = _line(connection, intake.service_line_id)
    return IntakeFacts(
        archived_source=_archived_source(connection, intake.source_id),
        left_people=tuple(_left_people(connection, intake, today)),
        payer=_payer(connection, intake, line, today),
        zip=_zip(connection, intake, line),
        disciplines=_disciplines(connection, intake.discipline_ids, now, today),
        alike=_alike(connection, intake, today),
        face_to_face=line is not None and line.code == _FACE_TO_FACE_LINE,
    )


def _line(connection: Connection, line_id: int | None) -> Any:
    one = SERVICE_LINE.c
    return connection.execute(select(one.name, one.code).where(one.id == line_id)).one_or_none() if line_id else None


def _archived_source(connection: Connection, source_id: int | None) -> str:
    archived = select(s.name).where(s.id == source_id, s.archived_at.is_not(None))
    return connection.execute(archived).scalar_one_or_none() or ""


def _left_people(connection: Connection, intake: Intake, today: date) -> Iterator[tuple[str, str]]:
    """Archived people, and those whose every place at the source is past."""
    people = {"contact_id": intake.contact_id, "ordering_contact_id": intake.ordering_contact_id}
    rows = connection.execute(
        select(
            c.id, c.first_name, c.last_name, c.credentials, c.archived_at, AFFILIATION.c.source_id,
            AFFILIATION.c.until_on,
        )
        .select_from(CONTACT.outerjoin(AFFILIATION, AFFILIATION.c.contact_id == c.id))
        .where(c.id.in_([key for key in people.values() if key is not None]))
    ).all()  # fmt: skip
    for field, key in people.items():
        places = [row for row in rows if row.id == key]
        here = [row for row in places if row.source_id == intake.source_id and row.source_id is not None]
        left = bool(here) and all(has_left(row.until_on, today) for row in here)
        if places and (left or places[0].archived_at is not None):
            yield field, person_name(places[0].first_name, places[0].last_name, places[0].credentials)


# --- what the agency can take ---------------------------------------------------------------------------------------


def _payer(connection: Connection, intake: Intake, line: Any, today: date) -> PayerFacts | None:
    payer_id, line_id = intake.payer_id, intake.service_line_id
    found = connection.execute(select(PAYER.c.name, PAYER.c.archived_at).where(PAYER.c.id == payer_id)).one_or_none()
    if found is None or line is None or payer_id is None or line_id is None:
        return None
    a = _ACCEPTANCE.c
    rows = connection.execute(
        select(a.accepted, a.from_on, a.alternative).where(a.payer_id == payer_id, a.service_line_id == line_id)
    )
    words = [PayerWord(payer_id, line_id, row.accepted, row.from_on, row.alternative or "") for row in rows]
    answer = payer_answer(words, payer_id, line_id, today)
    return PayerFacts(found.name, line.name, answer, found.archived_at is not None)


def _zip(connection: Connection, intake: Intake, line: Any) -> ZipFacts | None:
    code = intake.zip.strip()[:_ZIP_DIGITS]
    if len(code) < _ZIP_DIGITS or not (code.isascii() and code.isdigit()):
        return None
    served = _places(connection, code)
    said = zip_answer(served, code, intake.service_line_id)
    if said is not Said.NO:
        return ZipFacts(code, said)
    own = [place.service_line_id for place in served if place.zip == code and place.service_line_id is not None]
    one = SERVICE_LINE.c
    names = connection.execute(
        select(one.name).where(one.id.in_(own), not_archived(SERVICE_LINE)).order_by(one.position, one.name)
    ).scalars()
    return ZipFacts(code, said, line.name if line is not None and own else "", tuple(names))


def _places(connection: Connection, code: str) -> list[ServedPlace]:
    """The rows for this code, and one of each list there is: which lines have a list at all."""
    z = _SERVED.c
    here = connection.execute(select(z.zip, z.service_line_id).where(z.zip == code))
    lists = connection.execute(select(z.service_line_id).distinct()).scalars()
    return [*(ServedPlace(row.zip, row.service_line_id) for row in here), *(ServedPlace("", key) for key in lists)]


def _disciplines(
    connection: Connection, wanted: tuple[int, ...], now: datetime, today: date
) -> tuple[DisciplineFacts, ...]:
    if not wanted:
        return ()
    d, w = _DISCIPLINE.c, _CAPACITY.c
    names = connection.execute(
        select(d.id, d.name).where(d.id.in_(wanted)).order_by(d.position, d.name, d.id)
    ).all()  # fmt: skip
    rows = connection.execute(
        select(w.discipline_id, w.state, w.from_at, w.by_name, w.note, w.until_on)
        .where(w.discipline_id.in_(wanted), w.from_at <= now)
        .order_by(w.from_at, w.id)
    )
    words = [CapacityWord(row[0], row[1], row[2], row[3], row[4] or "", row[5]) for row in rows]
    return tuple(DisciplineFacts(key, name, discipline_answer(words, key, now, today)) for key, name in names)


# --- the patient ----------------------------------------------------------------------------------------------------


def _alike(connection: Connection, intake: Intake, today: date) -> tuple[AlikeReferral, ...]:
    """Referrals, open or of not long ago, whose patient may be this one, the newest first."""
    if not (intake.patient_name.strip() or intake.phone.strip()):
        return ()
    p = _PATIENT.c
    rows = connection.execute(
        select(
            r.id, r.source_id, s.name, r.referral_on, r.stage, p.patient_name, p.date_of_birth, p.phone
        )
        .select_from(REFERRAL.join(_PATIENT, p.referral_id == r.id).join(SOURCE, r.source_id == s.id))
        .where(not_archived(REFERRAL), or_(r.stage.in_(list(OPEN_STAGES)), r.referral_on >= today - LATELY))
        .order_by(r.referral_on.desc(), r.id.desc())
    )  # fmt: skip
    found, holds = [], likeness(intake)
    for key, source_id, source, on, stage, name, born, phone in rows:
        if key != intake.referral_id and holds(name or "", born, phone or ""):
            found.append(AlikeReferral(key, source_id, source, on, stage, name or "", born, phone or ""))
    return tuple(found[:_ALIKE_SHOWN])
