"""What stands out in a week, each thing with the rows that it rests on (`hhcrm.domain.standing_out` has the rules)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select

from hhcrm.domain.capacity import WEEKS_AHEAD
from hhcrm.domain.periods import monday_of
from hhcrm.domain.settings import Rules
from hhcrm.domain.standing_out import Counted, Kind, gone_quiet, may_be_quiet, rising
from hhcrm.domain.words import CommitmentStatus, ReasonOwner, ReferralStage
from hhcrm.queries import week_page_words as words
from hhcrm.queries.capacity import capacity
from hhcrm.queries.ground import (
    COMMITMENT,
    PAYER,
    REFERRAL,
    SOURCE,
    USER,
    living_source,
    not_archived,
    r,
    s,
    u,
)
from hhcrm.queries.loop_shares import loop_shares
from hhcrm.queries.measure_models import LoopsBehind, MeasureFilter
from hhcrm.queries.referral_filter import conditions, least_joined
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.week_page_models import OpensCapacity, OpensSource, StandOut, WeekAsk

_DAY = timedelta(days=1)
_LATE_WEEKS = 2
"""So many weeks after its last day a week still speaks of what is too much now: then somebody looks at the past."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A week as it is looked at: up to which day, and by which rules."""

    asked: WeekAsk
    until: date
    today: date
    now: datetime
    rules: Rules

    @property
    def recent(self) -> MeasureFilter:
        """The last weeks, to the last day."""
        return self.asked.over(self.until - timedelta(weeks=self.rules.recent_weeks) + _DAY, self.until)

    @property
    def earlier(self) -> MeasureFilter:
        """The weeks before those."""
        first = self.recent.from_on
        return self.asked.over(first - timedelta(weeks=self.rules.weeks_before), first - _DAY)


def standing_out(connection: Connection, seen: Seen) -> Iterator[StandOut]:
    """Everything that stands out, in no order."""
    yield from _commitments(connection, seen)
    yield from _quiet(connection, seen)
    yield from _declines(connection, seen)
    yield from _loops(connection, seen)
    yield from _over_capacity(connection, seen)
    yield from _newly_sending(connection, seen)


def _of_sources(asked: WeekAsk) -> ColumnElement[bool]:
    found: list[ColumnElement[bool]] = [not_archived(SOURCE)]
    for column, wanted in (
        (s.owner_id, asked.liaison_id),
        (s.type_id, asked.type_id),
        (s.territory_id, asked.territory_id),
    ):
        if wanted is not None:
            found.append(column == wanted)
    return and_(*found)


# --- commitments ------------------------------------------------------------------------------------------------------


def _commitments(connection: Connection, seen: Seen) -> Iterator[StandOut]:
    """Commitments said to be broken in the week, and those whose day passed in it while they were open.

    What was promised stays with the agency: its text may say who the patient is.
    """
    c, state = COMMITMENT.c, CommitmentStatus
    first, last = seen.asked.monday, seen.until
    broken = and_(c.status == state.BROKEN, func.coalesce(c.closed_on, c.due_on).between(first, last))
    passed = and_(c.status == state.OPEN, c.due_on.between(first, last), c.due_on < seen.today)
    rows = connection.execute(
        select(c.id, c.source_id, s.name, c.status, c.due_on, c.closed_on, func.coalesce(u.name, ""))
        .select_from(COMMITMENT.join(SOURCE, c.source_id == s.id).outerjoin(USER, c.owner_id == u.id))
        .where(not_archived(COMMITMENT), _of_sources(seen.asked), or_(broken, passed))
    )
    for key, source_id, source, status, due, closed, owner in rows:
        ended = closed if status == state.BROKEN and closed is not None else None
        title, why = words.commitment(source, due, ended, owner, seen.today)
        late = ((ended or seen.today) - due).days
        yield StandOut(Kind.COMMITMENT_BROKEN, f"commitment-{key}", title, why, late, OpensSource(source_id))


# --- sources gone quiet -----------------------------------------------------------------------------------------------


def _quiet(connection: Connection, seen: Seen) -> Iterator[StandOut]:
    """Sources in use that have been quiet beyond their own pattern."""
    rules, until = seen.rules, seen.until
    since = until - timedelta(days=rules.quiet_history_days) + _DAY
    # Whose a source is goes by its owner here, not by the liaison of its last referral.
    sent = and_(r.archived_at.is_(None), r.referral_on >= since, r.referral_on <= until)
    rows = connection.execute(
        select(r.source_id, func.count(), func.min(r.referral_on), func.max(r.referral_on))
        .where(sent)
        .group_by(r.source_id)
    )
    silent = [key for key, count, first, last in rows if may_be_quiet(count, first, last, until, rules)]
    for key, name, days in _days_of(connection, silent, seen, sent):
        found = gone_quiet(sorted(set(days)), until, rules)
        if found is not None:
            title, why = words.quiet(name, found, rules, seen.today)
            behind = ReferralFilter(source_ids=(key,), from_on=since, until_on=until)
            yield StandOut(Kind.GONE_QUIET, f"quiet-{key}", title, why, found.missed, behind, len(days))


def _days_of(
    connection: Connection, ids: Collection[int], seen: Seen, sent: ColumnElement[bool]
) -> Iterator[tuple[int, str, list[date]]]:
    """Some sources in use with the days of their referrals."""
    if not ids:
        return
    names: dict[int, str] = dict(
        connection.execute(
            select(s.id, s.name).where(s.id.in_(ids), living_source(), _of_sources(seen.asked)).order_by(s.id)
        ).all()
    )
    found: dict[int, list[date]] = defaultdict(list)
    for key, day in connection.execute(select(r.source_id, r.referral_on).where(r.source_id.in_(names), sent)):
        found[key].append(day)
    for key, name in names.items():
        yield key, name, found[key]


# --- more declined ----------------------------------------------------------------------------------------------------


def _declines(connection: Connection, seen: Seen) -> Iterator[StandOut]:
    """Payers of whose referrals more are not admitted than before, and more not admitted for reasons of our own.

    Of all referrals, the open ones too: a no is quick and a start of care takes days, so that of those decided alone
    the last weeks would always look worse.
    """
    recent, earlier = seen.recent, seen.earlier
    days = replace(recent.referrals(), from_on=earlier.from_on)
    is_recent = r.referral_on >= recent.from_on
    lost = and_(r.stage == ReferralStage.NOT_ADMITTED, r.soc_on.is_(None))
    ours = and_(lost, r.reason_owner == ReasonOwner.OURS)
    counted = [
        func.coalesce(func.sum(case((which, 1), else_=0)), 0)
        for when in (is_recent, ~is_recent)
        for which in (when, and_(when, lost), and_(when, ours))
    ]
    rows = connection.execute(
        select(r.payer_id, *counted).select_from(least_joined(days)).where(conditions(days)).group_by(r.payer_id)
    ).all()
    names: dict[int, str] = dict(connection.execute(select(PAYER.c.id, PAYER.c.name)).all())
    total = [0] * len(counted)
    for key, *counts in rows:
        total = [before + int(count) for before, count in zip(total, counts, strict=True)]
        if key is not None:
            yield from _payer(seen, key, names[key], [int(count) for count in counts])
    cases, _, part, cases_before, _, part_before = total
    found = rising(Counted(part, cases), Counted(part_before, cases_before), seen.rules)
    if found is not None:
        title, why = words.our_reasons(found, seen.rules)
        behind = replace(recent.referrals("not admitted"), reason_owner=ReasonOwner.OURS)
        yield StandOut(Kind.OUR_REASONS, "ours", title, why, found.more, behind, part)


def _payer(seen: Seen, key: int, name: str, counts: list[int]) -> Iterator[StandOut]:
    cases, part, _, cases_before, part_before, _ = counts
    found = rising(Counted(part, cases), Counted(part_before, cases_before), seen.rules)
    if found is not None:
        title, why = words.payer(name, found, seen.rules)
        behind = replace(seen.recent.referrals("not admitted"), payer_id=key)
        yield StandOut(Kind.PAYER_DECLINES, f"payer-{key}", title, why, found.more, behind, part)


# --- loops and capacity -----------------------------------------------------------------------------------------------


def _loops(connection: Connection, seen: Seen) -> Iterator[StandOut]:
    """Whether fewer of the sources are told in time than before."""

    def not_in_time(asked: MeasureFilter) -> Counted:
        steps = loop_shares(connection, asked, "step", seen.today, seen.now)
        due = sum(step.due for step in steps)
        return Counted(due - sum(step.on_time for step in steps), due)

    recent = not_in_time(seen.recent)
    found = rising(recent, not_in_time(seen.earlier), seen.rules)
    if found is not None:
        title, why = words.loops(found, seen.rules)
        yield StandOut(
            Kind.LOOPS_SLIPPING, "loops", title, why, found.more, LoopsBehind(seen.recent), found.recent.cases
        )


def _over_capacity(connection: Connection, seen: Seen) -> Iterator[StandOut]:
    """Liaisons of whom more is asked than fits. It is known only as it stands now: an older week says nothing."""
    if seen.today > seen.asked.sunday + timedelta(weeks=_LATE_WEEKS) or seen.today < seen.asked.monday:
        return
    if seen.asked.type_id is not None or seen.asked.territory_id is not None:
        return  # a part of what somebody does never tells whether all of it fits
    for room in capacity(connection, seen.asked.liaison_id, monday_of(seen.today), WEEKS_AHEAD, seen.today):
        if room.load.over:
            title, why = words.over_capacity(room)
            yield StandOut(
                Kind.OVER_CAPACITY, f"capacity-{room.user_id}", title, why, room.load.over, OpensCapacity(room.user_id)
            )


# --- good news --------------------------------------------------------------------------------------------------------


def _newly_sending(connection: Connection, seen: Seen) -> Iterator[StandOut]:
    """Sources whose first referral ever came in the week."""
    first, last = seen.asked.monday, seen.until
    rows = connection.execute(
        select(s.id, s.name, s.first_referral_on, func.count())
        .select_from(SOURCE.join(REFERRAL, r.source_id == s.id))
        .where(
            _of_sources(seen.asked), s.first_referral_on.between(first, last), r.archived_at.is_(None),
            r.referral_on.between(first, last),
        )
        .group_by(s.id, s.name, s.first_referral_on)
    )  # fmt: skip
    for key, name, day, count in rows:
        title, why = words.newly_sending(name, day, int(count), seen.today)
        behind = ReferralFilter(source_ids=(key,), from_on=first, until_on=last)
        yield StandOut(Kind.NEWLY_SENDING, f"new-{key}", title, why, float(count), behind, int(count))
