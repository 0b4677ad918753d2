"""Questions about the loop with the referrer: what is to be told about a referral, to whom, and what is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from hhcrm.domain.errors import NotFound
from hhcrm.domain.loop_words import LoopFacts, channel_of
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Channel, LoopStep, PhoneKind, ReferralStage
from hhcrm.models.contacts import ContactEmail, ContactPhone
from hhcrm.models.referrals import LoopUpdate
from hhcrm.queries.ground import (
    AFFILIATION,
    CONTACT,
    REFERRAL,
    ROLE,
    SERVICE_LINE,
    SOURCE,
    c,
    not_archived,
    person_name,
    r,
    s,
    table,
    u,
)
from hhcrm.queries.loop_models import Listener, LoopDue, LoopLine, ReferralLoop, Sender
from hhcrm.queries.people import has_left
from hhcrm.queries.referrals import REASON
from hhcrm.queries.settings import letterhead
from hhcrm.storage.settings import agency_zone

LOOP, PHONE, EMAIL = table(LoopUpdate), table(ContactPhone), table(ContactEmail)
_TOLD = CONTACT.alias("told")

_ABOUT = (
    r.id, r.referral_on, r.decided_at, r.stage, r.reason_text, r.planned_soc_on, r.soc_on, r.ended_on, r.contact_id,
    r.archived_at, s.id.label("source_id"), s.name.label("source"), s.phone, s.fax, s.email,
    SERVICE_LINE.c.name.label("line"), REASON.c.name.label("reason"), REASON.c.needs_text, c.first_name, c.last_name,
    c.credentials, c.preferred_channel, c.archived_at.label("person_archived_at"), ROLE.c.name.label("role"),
)  # fmt: skip
_FROM = (
    REFERRAL.join(SOURCE, r.source_id == s.id)
    .outerjoin(SERVICE_LINE, r.service_line_id == SERVICE_LINE.c.id)
    .outerjoin(REASON, r.reason_id == REASON.c.id)
    .outerjoin(CONTACT, r.contact_id == c.id)
    .outerjoin(ROLE, c.role_id == ROLE.c.id)
)


def is_open() -> ColumnElement[bool]:
    """Updates that are still to be told; what was waived is not."""
    return and_(LOOP.c.given_at.is_(None), LOOP.c.waived_why.is_(None), LOOP.c.due_at.is_not(None))


def referral_loop(connection: Connection, referral_id: int, today: date) -> ReferralLoop:
    """The loop of one referral; who has left by a day is known to have. Raises NotFound."""
    about = connection.execute(select(*_ABOUT).select_from(_FROM).where(r.id == referral_id)).one_or_none()
    if about is None:
        raise NotFound(translate("referrals", "That referral is no longer there."))
    one = LOOP.c
    rows = connection.execute(
        select(
            one.id, one.version, one.step, one.due_at, one.given_at, one.by_name, one.channel, one.said, one.waived_why,
            _TOLD.c.first_name, _TOLD.c.last_name, _TOLD.c.credentials,
        )
        .select_from(LOOP.outerjoin(_TOLD, one.contact_id == _TOLD.c.id))
        .where(one.referral_id == referral_id)
    ).all()  # fmt: skip
    order = list(LoopStep)
    lines = sorted((_line(row) for row in rows), key=lambda line: order.index(line.step))
    return ReferralLoop(
        referral_id, about.source, about.archived_at is not None, tuple(lines),
        _listeners(connection, [about], today)[referral_id], _facts(about),
    )  # fmt: skip


def sender(connection: Connection, user_id: int | None, today: date) -> Sender:
    """From whom a fax is: the agency and the person at the desk, with their phone."""
    person = connection.execute(select(u.name, u.phone).where(u.id == user_id)).one_or_none()
    head = letterhead(connection, today)
    return Sender(head, person.name if person else "", (person.phone if person else None) or head.phone)


def loops_due(
    connection: Connection, liaison_id: int | None, until: date, limit: int, today: date
) -> tuple[LoopDue, ...]:
    """What is to be told by the end of a day, the earliest due first; of one liaison's referrals, or of all (None)."""
    rows = connection.execute(
        select(LOOP.c.id.label("update_id"), LOOP.c.version, LOOP.c.step, LOOP.c.due_at, *_ABOUT)
        .select_from(_FROM.join(LOOP, LOOP.c.referral_id == r.id))
        .where(_due(connection, liaison_id, until, today))
        .order_by(LOOP.c.due_at, LOOP.c.id)
        .limit(limit)
    ).all()
    listeners = _listeners(connection, rows, today)
    return tuple(
        LoopDue(
            row.update_id, row.version, row.id, row.source_id, row.source, row.step, row.due_at, listeners[row.id],
            _facts(row),
        )
        for row in rows
    )  # fmt: skip


def loops_due_count(connection: Connection, liaison_id: int | None, until: date, today: date) -> int:
    """How many `loops_due` would list."""
    query = select(func.count()).select_from(
        REFERRAL.join(SOURCE, r.source_id == s.id).join(LOOP, LOOP.c.referral_id == r.id)
    )
    return connection.execute(query.where(_due(connection, liaison_id, until, today))).scalar_one()


def _due(connection: Connection, liaison_id: int | None, until: date, today: date) -> ColumnElement[bool]:
    end: datetime = datetime.combine(until + timedelta(days=1), time(), tzinfo=agency_zone(connection, today))
    mine = true() if liaison_id is None else func.coalesce(r.liaison_id, s.owner_id) == liaison_id
    return and_(is_open(), LOOP.c.due_at < end, not_archived(REFERRAL), mine)


def _line(row: Any) -> LoopLine:
    told = person_name(row.first_name, row.last_name, row.credentials) if row.first_name is not None else ""
    return LoopLine(
        row.id, row.version, row.step, row.due_at, row.given_at, row.by_name or "", told, row.channel, row.said or "",
        row.waived_why or "",
    )  # fmt: skip


def _facts(row: Any) -> LoopFacts:
    declined = row.stage == ReferralStage.NOT_ADMITTED
    accepted = None if row.decided_at is None else not declined
    # What was typed beside a reason that says enough may say who the patient is: it stays with the agency.
    reason = (row.reason_text if row.needs_text else None) or row.reason or ""
    return LoopFacts(
        row.referral_on, row.line or "", accepted, reason if declined else "", row.planned_soc_on, row.soc_on,
        row.ended_on,
    )  # fmt: skip


def _listeners(connection: Connection, rows: Sequence[Any], today: date) -> dict[int, Listener]:
    """Whom to tell, by referral: its contact, else the source; numbers of the source where the contact has none."""
    ids = {row.contact_id for row in rows if row.contact_id is not None}
    phones, faxes = _numbers(connection, ids, fax=False), _numbers(connection, ids, fax=True)
    found = connection.execute(
        select(EMAIL.c.contact_id, EMAIL.c.address).where(EMAIL.c.contact_id.in_(ids)).order_by(EMAIL.c.position.desc())
    )
    emails: dict[int, str] = dict(found.all())
    places = _places(connection, ids)
    return {row.id: _listener(row, phones, faxes, emails, left=_left(row, places, today)) for row in rows}


def _places(connection: Connection, ids: set[int]) -> dict[tuple[int, int], list[date | None]]:
    """Until when people hold their places, by person and source."""
    at = AFFILIATION.c
    found: dict[tuple[int, int], list[date | None]] = defaultdict(list)
    query = select(at.contact_id, at.source_id, at.until_on).where(at.contact_id.in_(ids))
    for contact_id, source_id, until_on in connection.execute(query):
        found[contact_id, source_id].append(until_on)
    return found


def _left(row: Any, places: Mapping[tuple[int, int], Sequence[date | None]], today: date) -> bool:
    """Whether the person was archived, or every place of theirs at the source is past."""
    here = places.get((row.contact_id, row.source_id), ())
    return row.person_archived_at is not None or (bool(here) and all(has_left(until, today) for until in here))


def _numbers(connection: Connection, ids: set[int], *, fax: bool) -> dict[int, str]:
    """The first number of each person."""
    kind = PHONE.c.kind == PhoneKind.FAX if fax else PHONE.c.kind != PhoneKind.FAX
    rows = connection.execute(
        select(PHONE.c.contact_id, PHONE.c.number)
        .where(PHONE.c.contact_id.in_(ids), kind)
        .order_by(PHONE.c.position.desc())
    )
    return dict(rows.all())


def _listener(
    row: Any, phones: dict[int, str], faxes: dict[int, str], emails: dict[int, str], *, left: bool
) -> Listener:
    key = row.contact_id
    phone = phones.get(key) or row.phone or ""
    email = emails.get(key) or row.email or ""
    fax = faxes.get(key) or row.fax or ""
    ways = ((Channel.PHONE, phone), (Channel.FAX, fax), (Channel.EMAIL, email), (Channel.TEXT, phones.get(key)))
    reachable = [channel for channel, value in ways if value]
    name = person_name(row.first_name, row.last_name, row.credentials) if key is not None else row.source
    channel = channel_of(row.preferred_channel if key is not None else None, reachable)
    return Listener(key, name, row.role or "", channel, phone, email, fax, left)
