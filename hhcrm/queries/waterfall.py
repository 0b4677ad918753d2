"""The board of the waterfall: cohorts, where their prospects stand, and what each of them waits for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select, true

from hhcrm.domain.cadence import days_overdue, due_state, is_late
from hhcrm.domain.settings import Rules
from hhcrm.domain.waterfall import (
    board,
    cohort_of,
    field_contacts,
    field_number,
    free_places,
    short_type,
    why_stalled,
)
from hhcrm.domain.words import DueState, SourceStage, VisitStatus
from hhcrm.models.sources import Cohort, CohortMember
from hhcrm.queries.ground import (
    REFERRAL,
    SOURCE,
    TYPE,
    USER,
    VISIT,
    months_back,
    not_archived,
    r,
    s,
    t,
    table,
    u,
    v,
    visits_wanted,
)
from hhcrm.queries.waterfall_models import (
    Card,
    CardState,
    CohortRow,
    Standing,
    Threshold,
    WaterfallBoard,
    WaterfallFilter,
)
from hhcrm.storage.settings import rules_on

COHORT, MEMBER = table(Cohort), table(CohortMember)

MONTHS_SHOWN = 12
"""Cohorts so far back stand on the board, and older ones in which somebody is still a prospect."""

MONTHS_WITH_ACTIVE = 3
"""In cohorts at most so many months old who became active has a card; in older ones a count says it."""

SOURCES_AT_A_TIME = 500
"""Bound parameters per statement; SQLite's oldest limit is 999."""

_m, _c = MEMBER.c, COHORT.c
_later = MEMBER.alias("later")

_ORDER = {state: place for place, state in enumerate(CardState)}

NEWEST_PLACE = ~exists().where(_later.c.source_id == _m.source_id, _later.c.id > _m.id)
"""A source that was in two cohorts counts as active in the one that it was in last."""


def standing(members: Iterable[Any], size: int, last: int) -> Standing:
    """What became of the members of a cohort of this size.

    Rows have `left_on`, `stage`, `stage_visits`, `newest`.
    """
    rows = list(members)
    at = board((one.stage_visits for one in rows if is_open(one)), last)
    active = sum(one.stage == SourceStage.ACTIVE and one.newest for one in rows)
    left = len(rows) - sum(at) - active
    return Standing(at, active, left, free_places(sum(at) + active, size))


def is_open(member: Any) -> bool:
    """Whether a member of a cohort is still a prospect in it."""
    return member.left_on is None and member.stage == SourceStage.PROSPECTIVE


def waterfall_board(connection: Connection, asked: WaterfallFilter, today: date) -> WaterfallBoard:
    """The cohorts of the last 12 months and later ones, older ones with prospects in them, the oldest first."""
    rules = rules_on(connection, today)
    first = months_back(cohort_of(today), MONTHS_SHOWN - 1)
    members = _members(connection, asked, first)
    last = max((one.needed for rows in members.values() for one in rows), default=rules.visits_to_active)
    cohorts = _cohorts(connection, asked, first, members)
    facts = _Facts(connection, [one for rows in members.values() for one in rows if is_open(one)], today)
    rows = [_row(cohort, members.get(cohort.id, []), last, facts, rules, today) for cohort in cohorts]
    rows += _unbegun(connection, asked, rows, rules, last, today)
    rows.sort(key=lambda row: (row.month, row.liaison, row.liaison_id))
    anything = connection.execute(select(s.id).where(not_archived(SOURCE)).limit(1)).first()
    return WaterfallBoard(today, last, tuple(rows), _thresholds(members), anything is not None)


def _of(asked: WaterfallFilter) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Whose cohorts, and which of their sources."""
    whose = true() if asked.liaison_id is None else _c.liaison_id == asked.liaison_id
    which = [not_archived(SOURCE)]
    if asked.type_id is not None:
        which.append(s.type_id == asked.type_id)
    if asked.territory_id is not None:
        which.append(s.territory_id == asked.territory_id)
    return whose, and_(*which)


def _members(connection: Connection, asked: WaterfallFilter, first: date) -> Mapping[int, list[Any]]:
    """By cohort: those in it, by name."""
    whose, which = _of(asked)
    still = and_(_m.left_on.is_(None), s.stage == SourceStage.PROSPECTIVE)
    rows = connection.execute(
        select(
            _m.id, _m.version.label("member_version"), _m.cohort_id, _m.source_id, _m.left_on, s.version, s.name,
            s.stage, s.stage_since, s.stage_visits, s.visits_since_advance, s.last_visit_on, s.last_referral_on,
            s.due_on, s.next_step, t.name.label("type"), t.code, t.visits_to_active,
            visits_wanted().label("needed"), s.see_on_until, NEWEST_PLACE.label("newest"),
        )
        .select_from(
            MEMBER.join(COHORT, _m.cohort_id == _c.id).join(SOURCE, _m.source_id == s.id).join(TYPE, s.type_id == t.id)
        )
        .where(whose, which, or_(_c.month >= first, still))
        .order_by(s.name_key, _m.id)
    )  # fmt: skip
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.cohort_id].append(row)
    return found


def _cohorts(
    connection: Connection, asked: WaterfallFilter, first: date, members: Mapping[int, Sequence[Any]]
) -> Sequence[Any]:
    whose, _ = _of(asked)
    older = [key for key, rows in members.items() if any(is_open(one) for one in rows)]
    return connection.execute(
        select(_c.id, _c.version, _c.liaison_id, u.name, _c.month, _c.size)
        .join_from(COHORT, USER, _c.liaison_id == u.id)
        .where(whose, or_(_c.month >= first, _c.id.in_(older)))
    ).all()


class _Facts:
    """What is known of the prospects on the board beyond their own rows, by source."""

    def __init__(self, connection: Connection, prospects: Sequence[Any], today: date) -> None:
        self.sent: dict[int, int] = {}
        self.planned: dict[int, date] = {}
        self.steps: dict[int, str] = {}
        senders = [one.source_id for one in prospects if (one.last_referral_on or date.min) >= one.stage_since]
        for part in parts(senders):
            self.sent.update(connection.execute(_sent(part)).all())
        for part in parts([one.source_id for one in prospects]):
            self.planned.update(connection.execute(_planned(part, today)).all())
            self.steps.update(connection.execute(_next_steps(part)).all())


def parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Ids in so many at a time as fit into a statement."""
    for start in range(0, len(ids), SOURCES_AT_A_TIME):
        yield ids[start : start + SOURCES_AT_A_TIME]


def _sent(ids: Sequence[int]) -> Select[Any]:
    """Referrals since each became prospective."""
    return (
        select(r.source_id, func.count())
        .join_from(REFERRAL, SOURCE, r.source_id == s.id)
        .where(r.source_id.in_(ids), r.referral_on >= s.stage_since, not_archived(REFERRAL))
        .group_by(r.source_id)
    )


def _planned(ids: Sequence[int], today: date) -> Select[Any]:
    """The next planned visit."""
    ahead = and_(v.visit_on >= today, v.status == VisitStatus.PLANNED, not_archived(VISIT))
    return select(v.source_id, func.min(v.visit_on)).where(v.source_id.in_(ids), ahead).group_by(v.source_id)


def _next_steps(ids: Sequence[int]) -> Select[Any]:
    """What was to be done next after the last visit."""
    last = and_(v.visit_on == s.last_visit_on, v.status == VisitStatus.COMPLETED, not_archived(VISIT))
    return (
        select(v.source_id, v.next_step)
        .join_from(VISIT, SOURCE, v.source_id == s.id)
        .where(v.source_id.in_(ids), last, v.next_step.is_not(None))
        .order_by(v.id)
    )


def _row(cohort: Any, members: Sequence[Any], last: int, facts: _Facts, rules: Rules, today: date) -> CohortRow:
    recent = cohort.month >= months_back(cohort_of(today), MONTHS_WITH_ACTIVE)
    shown = [one for one in members if is_open(one) or (recent and one.stage == SourceStage.ACTIVE and one.newest)]
    cards = [_card(one, cohort, last, facts, rules, today) for one in shown]
    cards.sort(key=lambda card: (card.column, _ORDER[card.state], card.due_on or today, card.name))
    return CohortRow(
        cohort.id, cohort.version, cohort.liaison_id, cohort.name, cohort.month, cohort.size,
        standing(members, cohort.size, last), tuple(cards),
    )  # fmt: skip


def _card(one: Any, cohort: Any, last: int, facts: _Facts, rules: Rules, today: date) -> Card:
    active = one.stage == SourceStage.ACTIVE
    sent = 0 if active else facts.sent.get(one.source_id, 0)
    stalled = "" if active else why_stalled(one.last_visit_on, one.stage_since, one.visits_since_advance, today, rules)
    field = field_number(one.code)
    return Card(
        member_id=one.id,
        member_version=one.member_version,
        cohort_id=one.cohort_id,
        liaison_id=cohort.liaison_id,
        source_id=one.source_id,
        version=one.version,
        name=one.name,
        type=short_type(one.code, one.type),
        field_figure=field.said() if field is not None else "",
        state=_state(one, sent, stalled, rules, today),
        column=min(one.needed if active else one.stage_visits, last),
        visits=one.stage_visits,
        needed=one.needed,
        due_on=one.due_on,
        planned_on=facts.planned.get(one.source_id),
        days_overdue=days_overdue(one.due_on, today),
        is_late=is_late(one.due_on, today, rules),
        sent=sent,
        stalled=stalled,
        next_step=facts.steps.get(one.source_id) or one.next_step or "",
    )


def _state(one: Any, sent: int, stalled: str, rules: Rules, today: date) -> CardState:
    if one.stage == SourceStage.ACTIVE:
        return CardState.ACTIVE
    if one.stage_visits >= one.needed or (sent and one.see_on_until is None):
        return CardState.DECIDE
    if stalled:
        return CardState.RETHINK
    state = due_state(one.due_on, today, rules)
    return _OF_DUE[state] if state is not None else CardState.LATER


_OF_DUE = {
    DueState.AHEAD: CardState.LATER,
    DueState.DUE: CardState.DUE,
    DueState.OVERDUE: CardState.OVERDUE,
    DueState.LATE: CardState.OVERDUE,
}


def _unbegun(
    connection: Connection, asked: WaterfallFilter, rows: Sequence[CohortRow], rules: Rules, last: int, today: date
) -> list[CohortRow]:
    """The present month of the liaison asked about, where nobody has begun it: its places are free."""
    month = cohort_of(today)
    if asked.liaison_id is None or any(row.month == month for row in rows):
        return []
    name = connection.execute(select(u.name).where(u.id == asked.liaison_id)).scalar_one_or_none()
    if name is None:
        return []
    nobody = standing((), rules.cohort_size, last)
    return [CohortRow(None, 0, asked.liaison_id, name, month, rules.cohort_size, nobody)]


def _thresholds(members: Mapping[int, Sequence[Any]]) -> tuple[Threshold, ...]:
    """The types on the board, those that take longest first."""
    found: dict[str, Threshold] = {}
    for rows in members.values():
        for one in filter(is_open, rows):
            field = field_number(one.code)
            figure = field.said() if field is not None else ""
            name = short_type(one.code, one.type)
            found[one.code] = Threshold(name, one.visits_to_active, figure, field_contacts(one.code))
    return tuple(sorted(found.values(), key=lambda each: (-each.needed, each.type)))
