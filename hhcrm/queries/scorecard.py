"""Scorecards: how well we did for a source and its units in a period, one source or many by the same few statements.

Every figure belongs to the period by the day that product.md, section 6, gives it; `Scorecard` says which.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, or_, select

from hhcrm.domain.errors import NotFound
from hhcrm.domain.periods import months_of
from hhcrm.domain.referrals import hours_to_soc, inpatient_stay, received_at, within_48_hours
from hhcrm.domain.settings import Rules
from hhcrm.domain.standards import Facts, Moment, Reading, Standard, reading
from hhcrm.domain.wording import translate
from hhcrm.domain.words import (
    CommitmentStatus,
    Comparison,
    LoopStep,
    Measure,
    PilotStatus,
    ReasonOwner,
    ReferralStage,
    SourceStage,
)
from hhcrm.queries.ground import COMMITMENT, REFERRAL, SOURCE, TYPE, not_archived, r, s, t
from hhcrm.queries.measure_models import MonthOutcomes, Outcomes
from hhcrm.queries.pilot_models import PilotFilter, PilotProgress
from hhcrm.queries.pilots import pilots, progress
from hhcrm.queries.referrals import REASON, first_decision
from hhcrm.queries.report_referrals import loop_counts_of_sources
from hhcrm.queries.report_shape import Asked, Rows
from hhcrm.queries.scorecard_models import AT_A_TIME, START_HOURS, LoopKept, Middle, Promises, Scorecard, Share, WhyNot
from hhcrm.queries.units import with_units
from hhcrm.storage.settings import agency_zone, rules_on

_ACCEPTED = frozenset({ReferralStage.ACCEPTED, ReferralStage.SCHEDULED, ReferralStage.ADMITTED})
_RAN = (PilotStatus.RUNNING, PilotStatus.FINISHED)
_p = COMMITMENT.c

Days = tuple[date, date]


def scorecard(
    connection: Connection, source_id: int, from_on: date, until_on: date, today: date, now: datetime
) -> Scorecard:
    """The scorecard of one source. Raises NotFound."""
    found = scorecards(connection, (source_id,), (from_on, until_on), today, now)
    if not found:
        raise NotFound(translate("sources", "That source is no longer there."))
    return found[0]


def active_sources(connection: Connection, liaison_id: int | None = None) -> tuple[int, ...]:
    """The active sources, of one liaison or of all, by name: those that a scorecard is made for in one go."""
    mine = [] if liaison_id is None else [s.owner_id == liaison_id]
    query = select(s.id).where(s.stage == SourceStage.ACTIVE, not_archived(SOURCE), *mine).order_by(s.name_key, s.id)
    return tuple(connection.execute(query).scalars())


def scorecards(
    connection: Connection, source_ids: Sequence[int], days: Days, today: date, now: datetime
) -> tuple[Scorecard, ...]:
    """The scorecards of some sources, in their order; sources that are not there are left out.

    Ask for `AT_A_TIME` at most, where there may be many.
    """
    moment, rules = Moment(now, agency_zone(connection, today)), rules_on(connection, today)
    asked = select(s.id, s.name, t.name.label("type")).select_from(SOURCE.join(TYPE, s.type_id == t.id))
    about: dict[int, Any] = {row.id: row for row in connection.execute(asked.where(s.id.in_(source_ids)))}
    families = with_units(connection, [key for key in source_ids if key in about])
    members = frozenset(one for family in families.values() for one in family)
    read = _Read(
        days,
        moment,
        rules,
        today,
        _by_source(_referrals(connection, members, days)),
        loop_counts_of_sources(connection, members, days, now=now, zone=moment.zone),
        _by_source(_promised(connection, members, days)),
        _pilots(connection, members, days, today, now),
    )
    return tuple(_card(about[key], family, read) for key, family in families.items())


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read for some scorecards, by source."""

    days: Days
    moment: Moment
    rules: Rules
    today: date
    referrals: Mapping[int, list[Row[Any]]]
    loops: Mapping[int, Mapping[LoopStep, tuple[int, int, int]]]
    promised: Mapping[int, list[Row[Any]]]
    pilots: Mapping[int, list[PilotProgress]]

    def within(self, day: date | None) -> bool:
        """Whether a day belongs to the period."""
        return day is not None and self.days[0] <= day <= self.days[1]


def _referrals(connection: Connection, members: Collection[int], days: Days) -> Iterable[Row[Any]]:
    """Referrals of the period by their own day, by that of the start of care, or both."""
    query = (
        select(
            r.id, r.source_id, r.referral_on, r.heard_at, r.authorized_at, r.stage, r.decided_at, r.reason_owner,
            r.ordered_soc, r.discharged_on, r.discharged_at, r.inpatient, r.admission_source, r.soc_on, r.soc_at,
            r.satisfaction, r.readmitted_on, REASON.c.name.label("reason"), first_decision().label("first_decided"),
        )
        .select_from(REFERRAL.outerjoin(REASON, r.reason_id == REASON.c.id))
        .where(r.source_id.in_(members), not_archived(REFERRAL), _either(r.referral_on, r.soc_on, days))
        .order_by(r.id)
    )  # fmt: skip
    return connection.execute(query)


def _promised(connection: Connection, members: Collection[int], days: Days) -> Iterable[Row[Any]]:
    """Commitments made in the period, due in it, or both."""
    query = select(_p.source_id, _p.made_on, _p.due_on, _p.status, _p.closed_on).where(
        _p.source_id.in_(members), not_archived(COMMITMENT), _either(_p.made_on, _p.due_on, days)
    )
    return connection.execute(query)


def _pilots(
    connection: Connection, members: Collection[int], days: Days, today: date, now: datetime
) -> dict[int, list[PilotProgress]]:
    """Pilots that ran or run, by source: what was only proposed or declined is no result."""
    asked = PilotFilter(tuple(members), statuses=_RAN, from_on=days[0], until_on=days[1])
    items = pilots(connection, asked)
    found: dict[int, list[PilotProgress]] = defaultdict(list)
    for one in progress(connection, items, min(days[1], today), today, now) if items else ():
        found[one.pilot.source_id].append(one)
    return found


def _either(one: ColumnElement[date], other: ColumnElement[Any], days: Days) -> ColumnElement[bool]:
    return or_(one.between(*days), other.between(*days))


def _by_source(rows: Iterable[Row[Any]]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.source_id].append(row)
    return found


def _card(about: Any, members: tuple[int, ...], read: _Read) -> Scorecard:
    rows = [row for key in members for row in read.referrals.get(key, ())]
    sent = [row for row in rows if read.within(row.referral_on)]
    begun = [row for row in rows if read.within(row.soc_on)]
    came, started = [_facts(row) for row in sent], [_facts(row) for row in begun]

    def share(measure: Measure) -> Share:
        return _share(_read_of(measure, started, read.moment))

    return Scorecard(
        source_id=about.id,
        source=about.name,
        type=about.type,
        members=members,
        from_on=read.days[0],
        until_on=read.days[1],
        today=read.today,
        fewest=read.rules.fewest_cases,
        outcomes=_outcomes(came),
        accepted=sum(fact.accepted for fact in came),
        why_not=_why_not(row for row, fact in zip(sent, came, strict=True) if fact.not_admitted),
        decision=_middle(_read_of(Measure.HOURS_TO_DECISION, came, read.moment)),
        soc=_middle(_read_of(Measure.HOURS_TO_SOC, started, read.moment)),
        within_48=_count(begun, lambda row: _within_48(row, read.moment)),
        timely=share(Measure.TIMELY),
        satisfied=share(Measure.SATISFIED),
        returned=share(Measure.RETURNS_TO_HOSPITAL),
        loop=_loop((read.loops.get(key, {}) for key in members), read.rules),
        promises=_promises([row for key in members for row in read.promised.get(key, ())], read),
        pilots=_newest_first(one for key in members for one in read.pilots.get(key, ())),
        months=_months(came, read.days),
        starts=_starts(started, read.moment),
    )


def _facts(row: Row[Any]) -> Facts:
    """What became of a referral. One with a start of care was accepted, whatever its stage says."""
    lost = row.stage == ReferralStage.NOT_ADMITTED and row.soc_on is None
    inpatient, discharged_on = inpatient_stay(row.inpatient, row.admission_source, row.discharged_on)
    return Facts(
        row.id,
        received_at(row.heard_at, row.authorized_at),
        row.referral_on,
        decided_at=row.first_decided,
        accepted=not lost and (row.soc_on is not None or row.stage in _ACCEPTED or row.decided_at is not None),
        not_admitted=lost,
        ordered_soc=row.ordered_soc,
        discharged_on=discharged_on,
        inpatient=inpatient,
        soc_on=row.soc_on,
        soc_at=row.soc_at,
        satisfaction=row.satisfaction,
        readmitted_on=row.readmitted_on,
    )


def _read_of(measure: Measure, facts: Sequence[Facts], moment: Moment) -> Reading:
    return reading(Standard(measure, Comparison.AT_LEAST, 0), facts, moment)


def _share(read: Reading) -> Share:
    return Share(read.part, read.cases, read.missing)


def _middle(read: Reading) -> Middle:
    return Middle(None if read.value is None else round(read.value, 1), read.cases)


def _count(rows: Sequence[Row[Any]], holds: Callable[[Row[Any]], bool]) -> Share:
    return Share(sum(map(holds, rows)), len(rows))


def _within_48(row: Row[Any], moment: Moment) -> bool:
    received = received_at(row.heard_at, row.authorized_at)
    home = row.discharged_at or row.discharged_on
    return within_48_hours(received, row.soc_at or row.soc_on, moment.zone, row.ordered_soc, home)


def _outcomes(facts: Sequence[Facts]) -> Outcomes:
    admitted = sum(fact.soc_on is not None for fact in facts)
    return Outcomes(len(facts), admitted, sum(fact.not_admitted for fact in facts))


def _why_not(rows: Iterable[Row[Any]]) -> tuple[WhyNot, ...]:
    """The reasons, the commonest first; what was typed beside a reason is left out, it may say who the patient is."""
    counts: Counter[tuple[str, ReasonOwner | None]] = Counter((row.reason or "", row.reason_owner) for row in rows)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0][0], str(item[0][1] or "")))
    return tuple(WhyNot(reason, owner, count) for (reason, owner), count in ranked)


def _loop(counted: Iterable[Mapping[LoopStep, tuple[int, int, int]]], rules: Rules) -> tuple[LoopKept, ...]:
    due, on_time = Counter[LoopStep](), Counter[LoopStep]()
    for steps in counted:
        for step, (count, told, _late) in steps.items():
            due[step] += count
            on_time[step] += told
    within = {
        LoopStep.RECEIVED: rules.loop_received_hours,
        LoopStep.DECISION: rules.loop_decision_days,
        LoopStep.START_OF_CARE: rules.loop_soc_days,
        LoopStep.OUTCOME: rules.loop_outcome_days,
    }
    return tuple(LoopKept(step, Share(on_time[step], due[step]), within[step]) for step in LoopStep if due[step])


def _newest_first(found: Iterable[PilotProgress]) -> tuple[PilotProgress, ...]:
    return tuple(sorted(found, key=lambda one: (one.pilot.starts_on, one.pilot.pilot_id), reverse=True))


def _promises(rows: Sequence[Row[Any]], read: _Read) -> Promises:
    made = sum(read.within(row.made_on) for row in rows)
    meant = [row for row in rows if read.within(row.due_on) and row.status != CommitmentStatus.WITHDRAWN]
    kept = [row for row in meant if row.status == CommitmentStatus.KEPT]
    broken = [row for row in meant if row.status == CommitmentStatus.BROKEN]
    late = sum(row.closed_on is not None and row.closed_on > row.due_on for row in kept)
    waiting = [row for row in meant if row.status == CommitmentStatus.OPEN and row.due_on < read.today]
    return Promises(made, len(kept) + len(broken) + len(waiting), len(kept) - late, late, len(broken))


def _months(facts: Sequence[Facts], days: Days) -> tuple[MonthOutcomes, ...]:
    of: dict[date, list[Facts]] = defaultdict(list)
    for fact in facts:
        of[fact.referral_on.replace(day=1)].append(fact)
    return tuple(MonthOutcomes(month, _outcomes(of.get(month, []))) for month in months_of(*days))


def _starts(facts: Sequence[Facts], moment: Moment) -> tuple[int, ...]:
    hours = [hours_to_soc(fact.received, fact.soc, moment.zone) for fact in facts if fact.soc is not None]
    places = Counter(sum(one > most for most in START_HOURS) for one in hours)
    return tuple(places[place] for place in range(len(START_HOURS) + 1))


# --- the report ------------------------------------------------------------------------------------------------------

COLUMNS = (
    "source_id", "source", "type", "units", "referrals", "accepted", "admissions", "not_admitted", "still_open",
    "decisions", "median_hours_to_decision", "starts_of_care", "median_hours_to_soc", "within_48_hours",
    "within_48_hours_percent", "timely_cms", "timely_cms_of", "timely_cms_percent", "timely_cms_missing", "satisfied",
    "answers", "satisfied_percent", "returned_to_hospital", "returns_followed", "returned_to_hospital_percent",
    "loop_on_time", "loop_due", "loop_on_time_percent", "commitments_made", "commitments_due", "commitments_kept",
    "commitments_kept_percent",
)  # fmt: skip


def scorecard_rows(connection: Connection, asked: Asked) -> Rows:
    """A line for the source that is meant, or for each active source; too few cases leave a share or median empty."""
    ids = (asked.source_id,) if asked.source_id is not None else active_sources(connection, asked.liaison_id)
    days = asked.from_on, asked.until_on
    for first in range(0, len(ids), AT_A_TIME):
        for card in scorecards(connection, ids[first : first + AT_A_TIME], days, asked.today, asked.now):
            yield _report_line(card)


def _report_line(card: Scorecard) -> Sequence[Any]:
    told, kept, few = card.loop_told, card.promises, card.fewest
    return (
        card.source_id, card.source, card.type, card.units, card.outcomes.referrals, card.accepted,
        card.outcomes.admitted, card.outcomes.not_admitted, card.outcomes.still_open,
        card.decision.cases, card.decision.told(few), card.soc.cases, card.soc.told(few),
        card.within_48.part, _percent(card.within_48, few),
        card.timely.part, card.timely.of, _percent(card.timely, few), card.timely.missing,
        card.satisfied.part, card.satisfied.of, _percent(card.satisfied, few),
        card.returned.part, card.returned.of, _percent(card.returned, few),
        told.part, told.of, _percent(told, few), kept.made, kept.due, kept.kept, _percent(kept.share, few),
    )  # fmt: skip


def _percent(share: Share, fewest: int) -> float | None:
    found = share.percent(fewest)
    return None if found is None else round(found, 1)
