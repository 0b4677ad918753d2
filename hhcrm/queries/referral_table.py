"""The place of referrals: pages, counts and ids of what a filter leaves, and the board of the open ones.

A page is found in two steps inside one statement: the ids of its rows in order, by an index where there is one, then
the names of these rows only. Nothing here reads who the patients are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Integer, Select, bindparam, case, func, select

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.referral_clocks import Moment
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.models.lookups import ClinicalGroup
from hhcrm.queries.ground import (
    CONTACT,
    PAYER,
    REFERRAL,
    SERVICE_LINE,
    SOURCE,
    TYPE,
    USER,
    c,
    full_name,
    not_archived,
    r,
    s,
    t,
    table,
)
from hhcrm.queries.referral_clocks import clock_order, decision_due, outcome_due, received
from hhcrm.queries.referral_filter import WHOSE, conditions, least_joined
from hhcrm.queries.referral_models import (
    BOARD_COLUMNS,
    REFERRAL_SORTS,
    BoardColumn,
    ReferralBoard,
    ReferralCounts,
    ReferralFilter,
    ReferralQuestion,
    ReferralRow,
    ReferralRows,
)
from hhcrm.queries.referrals import REASON

GROUP = table(ClinicalGroup)
LIAISON = USER.alias("liaison")

CARDS = 30
"""How many cards of a column of the board are read."""

UNDECIDED = (ReferralStage.RECEIVED, ReferralStage.UNDER_REVIEW)
"""The stages in which a referral waits for our answer."""

SHOWN = (
    r.id, r.source_id, s.name, t.name, r.referral_on, received, func.coalesce(full_name(), ""),
    func.coalesce(LIAISON.c.name, ""), func.coalesce(SERVICE_LINE.c.name, ""), func.coalesce(PAYER.c.name, ""),
    func.coalesce(r.zip, ""), func.coalesce(GROUP.c.name, ""), func.coalesce(r.diagnosis, ""), r.stage,
    func.coalesce(REASON.c.name, ""), r.reason_owner, r.planned_soc_on, r.planned_soc_time, r.soc_on,
    r.archived_at.is_not(None), r.version, r.hold_until, r.ordered_soc, r.discharged_on,
    r.discharged_at, decision_due, outcome_due, r.inpatient,
)  # fmt: skip
"""The columns of `ReferralRow` in its order."""


def dressed(ids: FromClause) -> FromClause:
    """Referrals found by their ids, joined to everything that `SHOWN` speaks of."""
    return (
        ids.join(REFERRAL, r.id == ids.c.page_id)
        .join(SOURCE, r.source_id == s.id)
        .join(TYPE, s.type_id == t.id)
        .outerjoin(LIAISON, LIAISON.c.id == WHOSE)
        .outerjoin(CONTACT, r.contact_id == c.id)
        .outerjoin(SERVICE_LINE, r.service_line_id == SERVICE_LINE.c.id)
        .outerjoin(PAYER, r.payer_id == PAYER.c.id)
        .outerjoin(GROUP, r.clinical_group_id == GROUP.c.id)
        .outerjoin(REASON, r.reason_id == REASON.c.id)
    )


def referral_rows(
    connection: Connection, asked: ReferralQuestion, offset: int, limit: int, moment: Moment | None = None
) -> ReferralRows:
    """A page of the referrals that the filter leaves, in its order. Raises RuleBroken for a sort there is not.

    What goes by the clock, the filter or the order, needs to know the `moment`.
    """
    if asked.sort not in REFERRAL_SORTS:
        words = translate("referrals", 'Referrals cannot be sorted by "{sort}".').format(sort=asked.sort)
        raise RuleBroken(words, field="sort")
    rows = connection.execute(_page(asked, moment), {"first": offset, "most": limit}).all()
    return ReferralRows(offset, tuple(line_of(row) for row in rows))


@lru_cache(maxsize=64)
def _page(asked: ReferralQuestion, moment: Moment | None) -> Select[Any]:
    """The statement of a question, built once while the same is asked page by page and after each change."""
    keys = _keys(asked, moment)
    page = (
        select(r.id.label("page_id"), *(key.value.label(f"key_{place}") for place, key in enumerate(keys)))
        .select_from(_joined(asked))
        .where(conditions(asked.which, moment))
        .order_by(*(key.ordered(key.value) for key in keys))
        .limit(bindparam("most", type_=Integer()))
        .offset(bindparam("first", type_=Integer()))
        .subquery("page")
    )
    order = (key.ordered(page.c[f"key_{place}"]) for place, key in enumerate(keys))
    return select(*SHOWN).select_from(dressed(page)).order_by(*order)


def line_of(row: Sequence[Any]) -> ReferralRow:
    """A row of `SHOWN`."""
    return ReferralRow(*row)


def referral_counts(connection: Connection, which: ReferralFilter, moment: Moment | None = None) -> ReferralCounts:
    """How many referrals the filter leaves, and what became of them."""
    shown, admitted, not_admitted = connection.execute(_count(which, moment)).one()
    return ReferralCounts(shown, admitted, not_admitted, shown > 0 or _any(connection))


@lru_cache(maxsize=64)
def _count(which: ReferralFilter, moment: Moment | None) -> Select[Any]:
    lost = case(((r.stage == ReferralStage.NOT_ADMITTED) & r.soc_on.is_(None), 1), else_=0)
    return (
        select(func.count(), func.count(r.soc_on), func.coalesce(func.sum(lost), 0))
        .select_from(least_joined(which))
        .where(conditions(which, moment))
    )


def referral_ids(connection: Connection, which: ReferralFilter, moment: Moment | None = None) -> tuple[int, ...]:
    """The ids of all referrals that the filter leaves, for acts on all of them."""
    statement = select(r.id).select_from(least_joined(which)).where(conditions(which, moment)).order_by(r.id)
    return tuple(connection.execute(statement).scalars())


def referral_stages(
    connection: Connection, which: ReferralFilter, moment: Moment | None = None
) -> Mapping[int, ReferralStage]:
    """Where each referral stands that the filter leaves, by id: for moving all of them as they are seen now."""
    statement = select(r.id, r.stage).select_from(least_joined(which)).where(conditions(which, moment)).order_by(r.id)
    return {row.id: row.stage for row in connection.execute(statement)}


def referral_board(
    connection: Connection, which: ReferralFilter, moment: Moment | None = None, cards: int = CARDS
) -> ReferralBoard:
    """The open referrals of the filter by stage, in each column the newest cards."""
    columns = tuple(_column(connection, replace(which, stages=stages), moment, cards) for stages in BOARD_COLUMNS)
    return ReferralBoard(columns, any(column.count for column in columns) or _any(connection))


def undecided(connection: Connection) -> int:
    """How many referrals wait for our answer."""
    statement = select(func.count()).where(r.stage.in_(UNDECIDED), not_archived(REFERRAL))
    return int(connection.execute(statement).scalar_one())


def _column(connection: Connection, which: ReferralFilter, moment: Moment | None, cards: int) -> BoardColumn:
    lines = referral_rows(connection, ReferralQuestion(which), 0, cards, moment).lines
    count = len(lines) if len(lines) < cards else referral_counts(connection, which, moment).shown
    return BoardColumn(which.stages, count, lines)


def _any(connection: Connection) -> bool:
    return connection.execute(select(r.id).where(not_archived(REFERRAL)).limit(1)).first() is not None


# --- order ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Key:
    """One thing to sort by."""

    value: ColumnElement[Any]
    descending: bool
    may_be_empty: bool = False

    def ordered(self, value: ColumnElement[Any]) -> ColumnElement[Any]:
        """The value in this key's direction; what is empty comes last either way."""
        way = value.desc() if self.descending else value.asc()
        return way.nulls_last() if self.may_be_empty else way


def _keys(asked: ReferralQuestion, moment: Moment | None) -> tuple[_Key, ...]:
    """What to sort by; the newest first within."""
    if asked.sort == "received":
        down = asked.descending
        return _Key(r.referral_on, down), _Key(received, down), _Key(r.id, down)
    by = clock_order(moment) if asked.sort == "clock" and moment is not None else _sorted_by(asked.sort)
    own = _Key(by, asked.descending, may_be_empty=True)
    return own, _Key(r.referral_on, True), _Key(r.id, True)


def _sorted_by(sort: str) -> ColumnElement[Any]:
    if sort == "stage":
        return case({stage.value: place for place, stage in enumerate(ReferralStage)}, value=r.stage)
    values: dict[str, ColumnElement[Any]] = {
        "source": s.name_key,
        "type": func.lower(t.name),
        "contact": c.name_key,
        "liaison": func.lower(LIAISON.c.name),
        "service_line": SERVICE_LINE.c.position,
        "payer": func.lower(PAYER.c.name),
        "zip": func.nullif(r.zip, ""),
        "clinical_group": func.lower(GROUP.c.name),
        "diagnosis": func.lower(func.nullif(r.diagnosis, "")),
        "reason": func.lower(REASON.c.name),
        "reason_owner": r.reason_owner,
        "planned_soc": r.planned_soc_on,
        "soc": r.soc_on,
    }
    return values[sort]


_FROM_SOURCE = frozenset({"source", "type", "liaison"})
_MORE: dict[str, tuple[FromClause, ColumnElement[bool]]] = {
    "type": (TYPE, s.type_id == t.id),
    "contact": (CONTACT, r.contact_id == c.id),
    "liaison": (LIAISON, LIAISON.c.id == WHOSE),
    "service_line": (SERVICE_LINE, r.service_line_id == SERVICE_LINE.c.id),
    "payer": (PAYER, r.payer_id == PAYER.c.id),
    "clinical_group": (GROUP, r.clinical_group_id == GROUP.c.id),
    "reason": (REASON, r.reason_id == REASON.c.id),
}
"""What each order needs beside the referral: the table, and how it hangs together."""


def _joined(asked: ReferralQuestion) -> FromClause:
    """All that filter and order speak of, and nothing else."""
    found = least_joined(asked.which)
    if asked.sort in _FROM_SOURCE and found is REFERRAL:
        found = REFERRAL.join(SOURCE, r.source_id == s.id)
    if asked.sort in _MORE:
        found = found.outerjoin(*_MORE[asked.sort])
    return found
