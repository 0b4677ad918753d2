"""The route sheet of a day: the visits in the order in which they are made, the drives between them, what to know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, func, select

from hhcrm.domain.errors import NotFound
from hhcrm.domain.slots import minute_of
from hhcrm.domain.week_plan import Place
from hhcrm.domain.wording import translate
from hhcrm.domain.words import BuyingRole, CommitmentStatus, PhoneKind, SourceStage, VisitStatus
from hhcrm.queries.ground import COMMITMENT, KIND, MET, SOURCE, TYPE, VISIT, k, not_archived, s, t, u, v
from hhcrm.queries.holidays import holidays, time_off
from hhcrm.queries.people import people_of
from hhcrm.queries.read_models import PersonLine
from hhcrm.queries.route_models import Promise, RouteSheet, RouteStop
from hhcrm.queries.visits import in_visiting_order
from hhcrm.queries.week_days import day_ends, place_of, travel_of, week_frame
from hhcrm.storage.settings import rules_on

NOBODY_DRIVES = frozenset({"phone_call", "video_call", "email"})
"""Codes of the kinds of visit that are made from wherever one is."""

_ROLES = (
    BuyingRole.DECISION_MAKER, BuyingRole.CHAMPION, BuyingRole.INFLUENCER, BuyingRole.GATEKEEPER, BuyingRole.UNKNOWN,
)  # fmt: skip
"""Whom to ask for first."""

_MOST_ASKED_FOR = 2
_JOINED = VISIT.join(SOURCE, v.source_id == s.id).join(KIND, v.kind_id == k.id).join(TYPE, s.type_id == t.id)
_WHOSE = func.coalesce(v.liaison_id, s.owner_id)
_promise = COMMITMENT.c


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where a day begins and ends; `known` is False where it is nobody's day."""

    begin: Place | None = None
    end: Place | None = None
    known: bool = False


def route_sheets(
    connection: Connection, liaison_id: int | None, day: date, today: date, agency: str
) -> tuple[RouteSheet, ...]:
    """The sheet of one person's day, or of everybody who has visits on it; none where there are no visits."""
    rows = connection.execute(_visits(liaison_id, day)).all()
    notes = [line.name for line in holidays(connection, day, day)]
    sheets = [
        _sheet(connection, who, list(theirs), day, today, agency, notes)
        for who, theirs in groupby(rows, key=lambda row: row.whose)
    ]
    return tuple(sorted(sheets, key=lambda sheet: sheet.whose))


def _visits(liaison_id: int | None, day: date) -> Any:
    """The day's visits, planned or done, person by person in visiting order; nobody's are those of the source's owner.

    What is planned at a source that was put away is not made.
    """
    found = (
        select(
            _WHOSE.label("whose"), v.id, v.source_id, s.name, s.address, s.city, s.state, s.zip, s.phone, s.latitude,
            s.longitude, v.start_time, func.coalesce(v.minutes, k.minutes).label("minutes"),
            v.status, func.coalesce(v.purpose, "").label("purpose"), k.name.label("kind"), k.code, k.counts, s.stage,
            s.stage_visits, t.visits_to_active,
        )
        .select_from(_JOINED)
        .where(
            v.visit_on == day, v.status.in_((VisitStatus.PLANNED, VisitStatus.COMPLETED)), not_archived(VISIT),
            not_archived(SOURCE) | (v.status == VisitStatus.COMPLETED),
        )
        .order_by(_WHOSE, *in_visiting_order())
    )  # fmt: skip
    return found if liaison_id is None else found.where(_WHOSE == liaison_id)  # noqa: SIM300  # a column, not a constant


def _sheet(
    connection: Connection,
    who: int | None,
    rows: Sequence[Any],
    day: date,
    today: date,
    agency: str,
    days_off: Sequence[str],
) -> RouteSheet:
    name = connection.execute(select(u.name).where(u.id == who)).scalar_one_or_none()
    away = time_off(connection, day, day, who) if who is not None else ()
    off = [translate("calendar", "{names} off").format(names=line.user) for line in away]
    stops, back = _driven(connection, rows, _ends(connection, who, day, today), today)
    told = _told(connection, [row.source_id for row in rows], day)
    named = _named(connection, [row.id for row in rows])
    stops = [replace(stop, **told[stop.source_id], ask_for=_ask_for(connection, stop, named, today)) for stop in stops]
    whose = name or translate("calendar", "Nobody's visits")
    return RouteSheet(agency, whose, day, today, tuple(stops), back, (*days_off, *off))


# --- the way


def _ends(connection: Connection, who: int | None, day: date, today: date) -> _Ends:
    if who is None:
        return _Ends()
    try:
        begin, end, _said = day_ends(week_frame(connection, who, day, today, time()))
    except NotFound:  # no longer here: it is not known from where they drove
        return _Ends()
    return _Ends(begin, end, known=True)


def _driven(
    connection: Connection, rows: Iterable[Any], ends: _Ends, today: date
) -> tuple[list[RouteStop], int | None]:
    """The stops with the drives to them, and the drive back."""
    travel = travel_of(rules_on(connection, today))
    stops: list[RouteStop] = []
    at, begun, free_at = ends.begin, ends.known, None
    for row in rows:
        stop = _stop(row)
        if row.code not in NOBODY_DRIVES:
            place = place_of(row)
            drive = travel.minutes(at, place) if begun else None
            stop = replace(stop, drive=drive, guessed=drive is not None and None in (at, place))
            at, begun = place, True
        if stop.starts is not None:
            begins = minute_of(stop.starts)
            late = 0 if free_at is None else free_at + (stop.drive or 0) - begins
            stop, free_at = replace(stop, short_by=max(0, late)), begins + stop.minutes
        stops.append(stop)
    driven = any(stop.drive is not None for stop in stops)
    return stops, travel.minutes(at, ends.end) if ends.known and driven else None


def _stop(row: Any) -> RouteStop:
    ahead = row.status == VisitStatus.PLANNED and row.counts and row.stage == SourceStage.PROSPECTIVE
    number = f"{row.stage_visits + 1}/{row.visits_to_active}"
    state = " ".join(part for part in (row.state, row.zip) if part)
    return RouteStop(
        visit_id=row.id,
        source_id=row.source_id,
        source=row.name,
        number=number if ahead and row.stage_visits < row.visits_to_active else "",
        kind=row.kind,
        starts=row.start_time,
        minutes=row.minutes,
        done=row.status == VisitStatus.COMPLETED,
        address=", ".join(part for part in (row.address, row.city, state) if part),
        phone=row.phone or "",
        purpose=row.purpose,
    )


# --- what to know there


def _told(connection: Connection, source_ids: Sequence[int], day: date) -> dict[int, dict[str, Any]]:
    """By source: the last visit before the day and its next step, and what is promised."""
    newest = func.row_number().over(partition_by=v.source_id, order_by=(v.visit_on.desc(), v.id.desc()))
    ranked = (
        select(v.source_id, v.visit_on, func.coalesce(v.next_step, "").label("next_step"), newest.label("place"))
        .where(
            v.source_id.in_(source_ids), v.status == VisitStatus.COMPLETED, v.visit_on < day, not_archived(VISIT)
        )
        .subquery("ranked")
    )  # fmt: skip
    told: dict[int, dict[str, Any]] = {key: {"promises": ()} for key in source_ids}
    for row in connection.execute(select(ranked).where(ranked.c.place == 1)):
        told[row.source_id] |= {"last_on": row.visit_on, "next_step": row.next_step}
    open_ones = (
        select(_promise.source_id, _promise.text, _promise.due_on)
        .where(
            _promise.source_id.in_(source_ids), _promise.status == CommitmentStatus.OPEN, not_archived(COMMITMENT)
        )
        .order_by(_promise.due_on, _promise.id)
    )  # fmt: skip
    for row in connection.execute(open_ones):
        told[row.source_id]["promises"] += (Promise(row.text, row.due_on),)
    return told


def _named(connection: Connection, visit_ids: Sequence[int]) -> dict[int, list[int]]:
    """By visit: the people who were put down for it."""
    named: dict[int, list[int]] = {}
    for row in connection.execute(
        select(MET.c.visit_id, MET.c.contact_id).where(MET.c.visit_id.in_(visit_ids)).order_by(MET.c.id)
    ):
        named.setdefault(row.visit_id, []).append(row.contact_id)
    return named


def _ask_for(connection: Connection, stop: RouteStop, named: dict[int, list[int]], today: date) -> str:
    """Whoever was put down for the visit, else who has most to say there; of two alike the one met last."""
    there = [person for person in people_of(connection, stop.source_id, today) if not person.left]
    meant = [person for person in there if person.contact_id in named.get(stop.visit_id, ())]
    chosen = meant[:_MOST_ASKED_FOR] or sorted(there, key=_rank)[:1]
    return "; ".join(_person(person) for person in chosen)


def _rank(person: PersonLine) -> tuple[int, int, str]:
    return _ROLES.index(person.buying_role), -(person.last_met_on or date.min).toordinal(), person.name


def _person(person: PersonLine) -> str:
    """Name, role and telephone of somebody."""
    phone = next((line.number for line in person.phones if line.kind is not PhoneKind.FAX), "")
    return ", ".join(part for part in (person.name, person.title or person.role, phone) if part)
