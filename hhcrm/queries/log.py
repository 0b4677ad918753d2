"""Log visit, filled in with the best guess; which source is meant; the day's visits one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true

from hhcrm.domain.errors import NotFound
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import SourceStage, VisitStatus
from hhcrm.queries.ground import (
    AFFILIATION,
    CONTACT,
    KIND,
    MET,
    ROLE,
    SOURCE,
    TYPE,
    VISIT,
    c,
    cadence_in_force,
    k,
    not_archived,
    person_name,
    s,
    t,
    v,
    visits_wanted,
)
from hhcrm.queries.log_models import LogGuess, PersonChoice
from hhcrm.queries.people import has_left
from hhcrm.queries.say import short_day
from hhcrm.queries.today import own_scope
from hhcrm.queries.visits import in_visiting_order, next_visit
from hhcrm.storage.settings import agency_zone, rules_on

USUAL_KIND = "visit"
"""The kind of visit guessed where nobody has been yet."""

ROUNDED_TO = 15
"""Minutes to which the time now is rounded down."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who asks, and when."""

    user_id: int | None
    today: date
    now: datetime


def log_guess(
    connection: Connection, desk: Desk, source_id: int | None = None, visit_id: int | None = None
) -> LogGuess:
    """Log visit for a planned visit, for a source, or (neither given) for the day's next visit not yet logged.

    Raises NotFound when the visit or the source is gone.
    """
    day = _planned_of_day(connection, desk, desk.today)
    planned = _planned_visit(connection, desk, source_id, visit_id, day)
    meant = source_id if planned is None else int(planned.source_id)
    if meant is None:
        return _empty(connection, desk, len(day))
    return _guess(connection, desk, meant, planned, desk.today, day, named=visit_id is not None)


def end_of_day(connection: Connection, desk: Desk, day: date) -> tuple[LogGuess, ...]:
    """A guess for each of the day's planned visits that is not logged yet, in their order."""
    visits = _planned_of_day(connection, desk, day)
    still = [visit for visit in visits if visit.status == VisitStatus.PLANNED]
    return tuple(_guess(connection, desk, one.source_id, one, day, visits, named=True) for one in still)


# --- which planned visit is meant ----------------------------------------------------------------------------------

_VISIT = (
    v.id, v.source_id, v.visit_on, v.start_time, v.kind_id, v.minutes, v.purpose, v.line, v.status, v.version,
)  # fmt: skip


def _mine(user_id: int | None) -> ColumnElement[bool]:
    """A person's own visits, and nobody's to a source of theirs."""
    return true() if user_id is None else or_(v.liaison_id == user_id, v.liaison_id.is_(None) & (s.owner_id == user_id))


def _planned_of_day(connection: Connection, desk: Desk, day: date) -> Sequence[Any]:
    """A day's visits of this person, planned or done, in visiting order: that of the route sheet."""
    return connection.execute(
        select(*_VISIT)
        .join_from(VISIT, SOURCE, v.source_id == s.id)
        .where(
            v.visit_on == day, v.status.in_((VisitStatus.PLANNED, VisitStatus.COMPLETED)), not_archived(VISIT),
            not_archived(SOURCE), _mine(desk.user_id),
        )
        .order_by(*in_visiting_order())
    ).all()  # fmt: skip


def _planned_visit(
    connection: Connection, desk: Desk, source_id: int | None, visit_id: int | None, day: Sequence[Any]
) -> Any | None:
    if visit_id is not None:
        found = connection.execute(select(*_VISIT).where(v.id == visit_id)).one_or_none()
        if found is None:
            raise NotFound(translate("visits", "There is no such visit any more."))
        return found
    if source_id is None:
        return next((one for one in day if one.status == VisitStatus.PLANNED), None)
    return _nearest(connection, desk, source_id)


def _nearest(connection: Connection, desk: Desk, source_id: int) -> Any | None:
    """The planned visit that one made today most likely carries out: today's, else the nearest that is not far ahead.

    What is planned beyond the days in which a source counts as due is another visit; what a colleague has planned is
    the colleague's, unless somebody from the office asks, who writes it down for them.
    """
    ahead = desk.today + timedelta(days=rules_on(connection, desk.today).due_window_days)
    rows = connection.execute(
        select(*_VISIT)
        .join_from(VISIT, SOURCE, v.source_id == s.id)
        .where(
            v.source_id == source_id, v.status == VisitStatus.PLANNED, v.visit_on <= ahead, not_archived(VISIT),
            _mine(own_scope(connection, desk.user_id)),
        )
    ).all()  # fmt: skip
    return min(rows, key=lambda one: (abs(one.visit_on - desk.today), one.start_time or time.max, one.id), default=None)


# --- the guess -----------------------------------------------------------------------------------------------------


def _empty(connection: Connection, desk: Desk, planned: int) -> LogGuess:
    kind = _kind(connection, None)
    return LogGuess(
        source_id=None, source="", visit_id=None, kind_id=kind.id if kind else None, visit_on=desk.today,
        start_time=_time_now(connection, desk), minutes=kind.minutes if kind else None, people=(), purpose="",
        line=None, next_on=None, next_hint="", stage_hint="", last_hint="", position=0, planned=planned,
    )  # fmt: skip


def _guess(
    connection: Connection,
    desk: Desk,
    source_id: int,
    planned: Any | None,
    day: date,
    visits: Sequence[Any],
    *,
    named: bool,
) -> LogGuess:
    source = _source(connection, source_id)
    last = _last(connection, source_id)
    kind = _kind(connection, planned.kind_id if planned else last.kind_id if last else None)
    visit_id = planned.id if planned else None
    # A planned visit that is opened by itself took place on its own day; one found for a source takes place now.
    visit_on = min(planned.visit_on, desk.today) if planned and named else min(day, desk.today)
    following = next_visit(connection, source_id, visit_on, kind.id if kind else None, desk.today, visit_id)
    ids = [one.id for one in visits]
    return LogGuess(
        source_id=source_id,
        source=source.name,
        visit_id=visit_id,
        kind_id=kind.id if kind else None,
        visit_on=visit_on,
        start_time=planned.start_time if planned else _time_now(connection, desk),
        minutes=_minutes(connection, source_id, planned, kind),
        people=_people(connection, source_id, planned, last, desk.today),
        purpose=(planned.purpose if planned else None) or "",
        line=(planned.line if planned else None) or (last.line if last else None),
        next_on=following.next_on,
        next_hint=following.hint,
        stage_hint=_stage_hint(source),
        last_hint=_last_hint(last, desk.today),
        position=ids.index(visit_id) + 1 if visit_id in ids else 0,
        planned=len(ids),
        version=planned.version if planned else None,
    )


def _source(connection: Connection, source_id: int) -> Any:
    row = connection.execute(
        select(
            s.name,
            s.stage,
            s.stage_visits,
            visits_wanted().label("visits_to_active"),
            cadence_in_force().label("cadence"),
        )
        .join_from(SOURCE, TYPE, s.type_id == t.id)
        .where(s.id == source_id)
    ).one_or_none()
    if row is None:
        raise NotFound(translate("visits", "There is no such source any more."))
    return row


def _last(connection: Connection, source_id: int) -> Any | None:
    """The newest completed visit there."""
    return connection.execute(
        select(v.id, v.visit_on, v.kind_id, v.line, v.advance, v.next_step, k.name.label("kind"))
        .join_from(VISIT, KIND, v.kind_id == k.id)
        .where(v.source_id == source_id, v.status == VisitStatus.COMPLETED, not_archived(VISIT))
        .order_by(v.visit_on.desc(), v.id.desc())
        .limit(1)
    ).one_or_none()


def _kind(connection: Connection, kind_id: int | None) -> Any | None:
    """This kind, else the usual one, else the first of the list; None in an agency without kinds."""
    rows = connection.execute(
        select(k.id, k.code, k.minutes, k.archived_at).order_by(k.position, k.id)
    ).all()  # fmt: skip
    named = [row for row in rows if row.id == kind_id]
    open_ones = [row for row in rows if row.archived_at is None]
    usual = [row for row in open_ones if row.code == USUAL_KIND]
    return next(iter([*named, *usual, *open_ones]), None)


def _minutes(connection: Connection, source_id: int, planned: Any | None, kind: Any | None) -> int | None:
    """As planned, else as long as the last visit of this kind there, else as that kind usually takes."""
    if planned is not None and planned.minutes:
        return int(planned.minutes)
    if kind is None:
        return None
    last = connection.execute(
        select(v.minutes)
        .where(
            v.source_id == source_id, v.kind_id == kind.id, v.status == VisitStatus.COMPLETED, v.minutes.is_not(None),
            not_archived(VISIT),
        )
        .order_by(v.visit_on.desc(), v.id.desc())
        .limit(1)
    ).scalar_one_or_none()  # fmt: skip
    return int(last or kind.minutes)


def _people(
    connection: Connection, source_id: int, planned: Any | None, last: Any | None, today: date
) -> tuple[PersonChoice, ...]:
    """Those at the source; whom the planned visit names, else whom the last one met, are guessed and come first."""
    guessed = _met(connection, planned.id) if planned else set()
    guessed = guessed or (_met(connection, last.id) if last else set())
    own_role = ROLE.alias("own_role")
    at = AFFILIATION.c
    rows = connection.execute(
        select(
            c.id, c.first_name, c.last_name, c.credentials, at.until_on,
            func.coalesce(ROLE.c.name, own_role.c.name, "").label("role"),
        )
        .select_from(
            AFFILIATION.join(CONTACT, at.contact_id == c.id)
            .outerjoin(ROLE, at.role_id == ROLE.c.id)
            .outerjoin(own_role, c.role_id == own_role.c.id)
        )
        .where(and_(at.source_id == source_id, not_archived(CONTACT)))
        .order_by(c.name_key, c.id, at.id)
    )  # fmt: skip
    people = {
        row.id: PersonChoice(
            row.id, person_name(row.first_name, row.last_name, row.credentials), row.role, row.id in guessed
        )
        for row in rows
        if not has_left(row.until_on, today)
    }
    return tuple(sorted(people.values(), key=lambda person: not person.guessed))


def _met(connection: Connection, visit_id: int) -> set[int]:
    return set(connection.execute(select(MET.c.contact_id).where(MET.c.visit_id == visit_id)).scalars())


def _stage_hint(source: Any) -> str:
    if source.stage == SourceStage.ACTIVE:
        return translate("visits", "Active, every {cadence} days").format(cadence=source.cadence)
    if source.stage == SourceStage.INACTIVE:
        return translate("visits", "Inactive")
    return translate("visits", "Visit {count} of {visits_to_active}").format(
        count=source.stage_visits + 1, visits_to_active=source.visits_to_active
    )


def _last_hint(last: Any | None, today: date) -> str:
    if last is None:
        return translate("visits", "Never visited")
    words = translate("visits", "Last: {day}, {kind}").format(day=short_day(last.visit_on, today), kind=last.kind)
    words += f", {shown(last.advance)}" if last.advance else ""
    return words + (f". {last.next_step}" if last.next_step else "")


def _time_now(connection: Connection, desk: Desk) -> time:
    """The time of day in the agency's zone, rounded down."""
    local = desk.now.astimezone(agency_zone(connection, desk.today))
    return time(local.hour, local.minute - local.minute % ROUNDED_TO)
