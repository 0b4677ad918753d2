"""Questions about pilots: what was agreed, and how its standards stand by the referrals it is about, on any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true

from hhcrm.domain.errors import NotFound
from hhcrm.domain.referrals import inpatient_stay, received_at
from hhcrm.domain.standards import UNITS, Facts, Moment, Standard, Standing, Unit, standing
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Measure, PilotStatus, ReferralStage
from hhcrm.models.pilots import Pilot, PilotStandard
from hhcrm.models.referrals import LoopUpdate
from hhcrm.queries.ground import (
    CONTACT,
    PAYER,
    REFERRAL,
    SERVICE_LINE,
    SOURCE,
    USER,
    c,
    full_name,
    not_archived,
    r,
    s,
    table,
    u,
)
from hhcrm.queries.pilot_models import PilotFilter, PilotItem, PilotProgress, PilotWork
from hhcrm.queries.referrals import ENTRY, first_decision
from hhcrm.queries.report_shape import Asked, Rows
from hhcrm.queries.units import with_units
from hhcrm.storage.settings import agency_zone, rules_on

PILOT, STANDARD, _LOOP = table(Pilot), table(PilotStandard), table(LoopUpdate)
_p, _st = PILOT.c, STANDARD.c

ENDS_SOON = timedelta(days=7)
"""So long before its last day a running pilot is spoken of."""

_FIVE = 5
_TAKEN = frozenset({ReferralStage.ACCEPTED, ReferralStage.SCHEDULED, ReferralStage.ADMITTED})
_UNDECIDED = frozenset({ReferralStage.RECEIVED, ReferralStage.UNDER_REVIEW})

_ITEM = (
    _p.id, _p.version, _p.source_id, s.name, _p.owner_id, func.coalesce(u.name, ""), _p.contact_id,
    func.coalesce(full_name(), ""), _p.name, _p.service_line_id, func.coalesce(SERVICE_LINE.c.name, ""), _p.payer_id,
    func.coalesce(PAYER.c.name, ""), _p.zips, _p.proposed_on, _p.starts_on, _p.ends_on, _p.status,
    func.coalesce(_p.promise, ""), func.coalesce(_p.result, ""), func.coalesce(_p.next_step, ""),
    _p.archived_at.is_not(None),
)  # fmt: skip
"""The columns of `PilotItem` in its order, without its standards."""

_ZIPS = 13
"""Where `zips` stands among them."""

_JOINED = (
    PILOT.join(SOURCE, _p.source_id == s.id)
    .outerjoin(USER, _p.owner_id == u.id)
    .outerjoin(CONTACT, _p.contact_id == c.id)
    .outerjoin(SERVICE_LINE, _p.service_line_id == SERVICE_LINE.c.id)
    .outerjoin(PAYER, _p.payer_id == PAYER.c.id)
)


def pilots(connection: Connection, asked: PilotFilter) -> tuple[PilotItem, ...]:
    """The pilots that a filter leaves, the one that starts last first."""
    return _items(connection, and_(true(), *_conditions(asked)))


def pilot(connection: Connection, pilot_id: int) -> PilotItem:
    """One pilot, archived or not. Raises NotFound."""
    found = _items(connection, _p.id == pilot_id)
    if not found:
        raise NotFound(translate("pilots", "That pilot is no longer there."))
    return found[0]


def pilots_of_source(
    connection: Connection, source_id: int, from_on: date, until_on: date, today: date, now: datetime
) -> tuple[PilotProgress, ...]:
    """The pilots of a source and its units that have a day of a period, as they stand at its end, or today."""
    members = with_units(connection, (source_id,))[source_id]
    asked = PilotFilter(source_ids=members, from_on=from_on, until_on=until_on)
    return progress(connection, pilots(connection, asked), min(until_on, today), today, now)


def pilots_at(
    connection: Connection, source_id: int, on: date, today: date, now: datetime
) -> tuple[PilotProgress, ...]:
    """All pilots of a source and its units that are not archived, as they stood at the end of a day."""
    members = with_units(connection, (source_id,))[source_id]
    return progress(connection, pilots(connection, PilotFilter(source_ids=members)), on, today, now)


def pilot_progress(connection: Connection, pilot_id: int, on: date, today: date, now: datetime) -> PilotProgress:
    """How one pilot stood at the end of a day. Raises NotFound."""
    return progress(connection, (pilot(connection, pilot_id),), on, today, now)[0]


def progress(
    connection: Connection, items: Sequence[PilotItem], on: date, today: date, now: datetime
) -> tuple[PilotProgress, ...]:
    """How pilots stood at the end of a day, or stand now: what came later is not counted. One pass for all."""
    zone = agency_zone(connection, today)
    end = datetime.combine(on + timedelta(days=1), time(), tzinfo=zone)
    moment = Moment(min(now, end - timedelta(microseconds=1)), zone)
    fewest = rules_on(connection, today).fewest_cases
    members = with_units(connection, {item.source_id for item in items})
    sent = _sent(connection, items, members, moment)
    found = []
    for item in items:
        rows = [row for key in members[item.source_id] for row in sent.get(key, ()) if _is_about(item, row)]
        facts = sorted((_facts_of(row) for row in rows), key=lambda fact: fact.referral_id)
        standings = tuple(standing(each, facts, moment, fewest) for each in item.standards)
        found.append(PilotProgress(item, on, tuple(fact.referral_id for fact in facts), standings))
    return tuple(found)


def pilot_work(connection: Connection, owner_id: int | None, today: date, limit: int) -> tuple[PilotWork, ...]:
    """Pilots that wait for somebody, of one owner or of all: the earliest first."""
    rows = connection.execute(
        select(_p.id, _p.version, _p.source_id, s.name, _p.name, _p.status, _p.starts_on, _p.ends_on)
        .select_from(PILOT.join(SOURCE, _p.source_id == s.id))
        .where(_waits(owner_id, today))
        .order_by(_p.ends_on, _p.id)
        .limit(limit)
    )
    return tuple(PilotWork(*row) for row in rows)


def pilot_work_count(connection: Connection, owner_id: int | None, today: date) -> int:
    """How many `pilot_work` would list."""
    query = select(func.count()).select_from(PILOT.join(SOURCE, _p.source_id == s.id))
    return connection.execute(query.where(_waits(owner_id, today))).scalar_one()


def _waits(owner_id: int | None, today: date) -> ColumnElement[bool]:
    ends = and_(_p.status == PilotStatus.RUNNING, _p.ends_on <= today + ENDS_SOON)
    unanswered = and_(_p.status == PilotStatus.PROPOSED, _p.starts_on <= today)
    return and_(not_archived(PILOT), not_archived(SOURCE), or_(ends, unanswered), *_whose(owner_id))


def _whose(owner_id: int | None) -> list[ColumnElement[bool]]:
    return [] if owner_id is None else [func.coalesce(_p.owner_id, s.owner_id) == owner_id]


def _conditions(asked: PilotFilter) -> Iterator[ColumnElement[bool]]:
    if not asked.archived_too:
        yield not_archived(PILOT)
    if asked.source_ids:
        yield _p.source_id.in_(asked.source_ids)
    if asked.statuses:
        yield _p.status.in_(asked.statuses)
    if asked.from_on is not None:
        yield _p.ends_on >= asked.from_on
    if asked.until_on is not None:
        yield _p.starts_on <= asked.until_on
    yield from _whose(asked.owner_id)


def _items(connection: Connection, which: ColumnElement[bool]) -> tuple[PilotItem, ...]:
    query = select(*_ITEM).select_from(_JOINED).where(which).order_by(_p.starts_on.desc(), _p.id.desc())
    rows = connection.execute(query).all()
    told = select(_st.pilot_id, _st.measure, _st.comparison, _st.target, _st.within_hours)
    of: dict[int, list[Standard]] = defaultdict(list)
    for key, *values in connection.execute(
        told.where(_st.pilot_id.in_(select(_p.id).select_from(_JOINED).where(which))).order_by(_st.position, _st.id)
    ):
        of[key].append(Standard(*values))
    return tuple(PilotItem(*_values(row, of[row[0]])) for row in rows)


def _values(row: Sequence[Any], standards: Sequence[Standard]) -> Sequence[Any]:
    return [*row[:_ZIPS], tuple(row[_ZIPS].split()), *row[_ZIPS + 1 :], tuple(standards)]


# --- the referrals that a pilot is about -----------------------------------------------------------------------------


def _sent(
    connection: Connection, items: Sequence[PilotItem], members: Mapping[int, Collection[int]], moment: Moment
) -> dict[int, list[_Sent]]:
    """Referrals of all these pilots' sources and days by a moment, by source, with what happened by then."""
    if not items:
        return {}
    which = and_(
        r.source_id.in_({one for family in members.values() for one in family}),
        r.referral_on >= min(item.starts_on for item in items),
        r.referral_on <= min(max(item.ends_on for item in items), moment.today),
        not_archived(REFERRAL),
    )
    paths, loops = _paths(connection, which, moment), _loops(connection, which, moment)
    rows = connection.execute(
        select(
            r.id, r.source_id, r.service_line_id, r.payer_id, func.substr(r.zip, 1, _FIVE).label("zip"), r.referral_on,
            r.heard_at, r.authorized_at, r.stage, r.decided_at, first_decision().label("first_decided"), r.ordered_soc,
            r.discharged_on, r.inpatient, r.admission_source, r.soc_on, r.soc_at, r.satisfaction, r.readmitted_on,
        ).where(which)
    )  # fmt: skip
    found: dict[int, list[_Sent]] = defaultdict(list)
    for row in rows:
        found[row.source_id].append(_Sent(row, paths.get(row.id, ()), loops.get(row.id, (0, 0)), moment))
    return found


@dataclass(frozen=True, slots=True)
class _Sent:
    """A referral as it stood at a moment: its row, the stages it had been in, its updates due and told in time."""

    row: Any
    path: Sequence[ReferralStage]
    loop: tuple[int, int]
    moment: Moment


def _is_about(item: PilotItem, sent: _Sent) -> bool:
    row = sent.row
    return (
        item.starts_on <= row.referral_on <= item.ends_on
        and item.service_line_id in (None, row.service_line_id)
        and item.payer_id in (None, row.payer_id)
        and (not item.zips or row.zip in item.zips)
    )


def _facts_of(sent: _Sent) -> Facts:
    row, today = sent.row, sent.moment.today
    inpatient, discharged_on = inpatient_stay(row.inpatient, row.admission_source, row.discharged_on)
    begun = row.soc_on is not None and row.soc_on <= today
    accepted, lost = _became(sent.path or (row.stage,), begun)
    decided = row.first_decided
    return Facts(
        row.id,
        received_at(row.heard_at, row.authorized_at),
        row.referral_on,
        decided_at=decided if decided is not None and decided <= sent.moment.now else None,
        accepted=accepted,
        not_admitted=lost,
        ordered_soc=row.ordered_soc,
        discharged_on=discharged_on,
        inpatient=inpatient,
        soc_on=row.soc_on if begun else None,
        soc_at=row.soc_at if begun else None,
        due_steps=sent.loop[0],
        on_time_steps=sent.loop[1],
        satisfaction=row.satisfaction if begun else None,
        readmitted_on=row.readmitted_on if row.readmitted_on is not None and row.readmitted_on <= today else None,
    )


def _became(path: Iterable[ReferralStage], begun: bool) -> tuple[bool, bool]:
    """Whether a referral was accepted and whether it is not admitted, by its entries; a correction takes either back.

    One with a start of care was accepted, whatever its entries say.
    """
    accepted = lost = False
    for stage in path:
        accepted = (accepted or stage in _TAKEN) and stage not in _UNDECIDED
        lost = stage is ReferralStage.NOT_ADMITTED
    return accepted or begun, lost and not begun


def _paths(connection: Connection, which: ColumnElement[bool], moment: Moment) -> dict[int, list[ReferralStage]]:
    """The stages that referrals had been in by a moment, in order."""
    rows = connection.execute(
        select(ENTRY.c.referral_id, ENTRY.c.stage)
        .select_from(ENTRY.join(REFERRAL, ENTRY.c.referral_id == r.id))
        .where(which, ENTRY.c.at <= moment.now)
        .order_by(ENTRY.c.id)
    )
    found: dict[int, list[ReferralStage]] = defaultdict(list)
    for key, stage in rows:
        found[key].append(stage)
    return found


def _loops(connection: Connection, which: ColumnElement[bool], moment: Moment) -> dict[int, tuple[int, int]]:
    """By referral how many updates were due by a moment, and how many of them were told by their time."""
    rows = connection.execute(
        select(_LOOP.c.referral_id, func.count(), func.count().filter(_LOOP.c.given_at <= _LOOP.c.due_at))
        .select_from(_LOOP.join(REFERRAL, _LOOP.c.referral_id == r.id))
        .where(which, _LOOP.c.due_at <= moment.now, _LOOP.c.waived_why.is_(None))
        .group_by(_LOOP.c.referral_id)
    )
    return {key: (due, on_time) for key, due, on_time in rows}


# --- the report ------------------------------------------------------------------------------------------------------

COLUMNS = (
    "pilot_id", "pilot", "source_id", "source", "owner", "status", "proposed_on", "starts_on", "ends_on",
    "service_line", "payer", "zips", "referrals", "measure", "within_hours", "comparison", "target", "unit", "actual",
    "cases", "counted", "missing", "verdict", "more_needed", "result", "next_step",
)  # fmt: skip


def pilot_rows(connection: Connection, asked: Asked) -> Rows:
    """A line for each standard of the pilots that have a day of the period, as they stand at its end, or now."""
    members = () if asked.source_id is None else with_units(connection, (asked.source_id,))[asked.source_id]
    wanted = PilotFilter(source_ids=members, owner_id=asked.liaison_id, from_on=asked.from_on, until_on=asked.until_on)
    on = min(asked.until_on, asked.today)
    for one in progress(connection, pilots(connection, wanted), on, asked.today, asked.now):
        for each in one.standings:
            yield _report_line(one, each)


def _report_line(one: PilotProgress, each: Standing) -> Sequence[Any]:
    item, standard, read = one.pilot, each.standard, each.reading
    return (
        item.pilot_id, item.name, item.source_id, item.source, item.owner, str(item.status), item.proposed_on,
        item.starts_on, item.ends_on, item.service_line, item.payer, "; ".join(item.zips), len(one.referral_ids),
        str(standard.measure), standard.within_hours, str(standard.comparison), standard.target,
        _unit(standard.measure), None if read.value is None else round(read.value, 1), read.cases, read.part,
        read.missing, str(each.verdict), each.more, item.result, item.next_step,
    )  # fmt: skip


def _unit(measure: Measure) -> str:
    return {Unit.COUNT: "referrals", Unit.SHARE: "percent", Unit.HOURS: "hours"}[UNITS[measure]]
