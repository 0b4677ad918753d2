"""Which referrals: one filter for the table of referrals, the charts, the rows behind a mark, and exports.

Because all of them count through `conditions`, their counts agree.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, ColumnElement, FromClause, and_, func, literal, literal_column, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import FunctionElement

from hhcrm.domain.referral_clocks import Moment
from hhcrm.domain.text import search_text
from hhcrm.domain.words import ReferralStage
from hhcrm.queries.ground import REFERRAL, SOURCE, TYPE, USER, r, s, t, u
from hhcrm.queries.referral_clocks import clock_condition
from hhcrm.queries.referral_models import Outcome, ReferralFilter
from hhcrm.storage.search import SEARCHED, SHORTEST, SOURCE_SHIFT

REFERRAL_WITH_SOURCE = (
    REFERRAL.join(SOURCE, r.source_id == s.id).join(TYPE, s.type_id == t.id).outerjoin(USER, s.owner_id == u.id)
)
"""What `conditions` speaks about."""

_OWN_BITS = (1 << SOURCE_SHIFT) - 1
"""The bits of a note's rowid that hold its own id; those above hold its source."""

_OTHER = SOURCE.alias("of_source").c

WHOSE = func.coalesce(r.liaison_id, s.owner_id)
"""Whose a referral is: its own liaison, or the owner of its source."""


_MEMBER = USER.alias("of_team").c


def of_team(whose: ColumnElement[Any], team_id: int) -> ColumnElement[bool]:
    """Whether somebody is one of a team's."""
    return whose.in_(select(_MEMBER.id).where(_MEMBER.team_id == team_id))


ADMITTED = r.soc_on.is_not(None)
LOST = and_(r.soc_on.is_(None), r.stage == ReferralStage.NOT_ADMITTED)
"""Not admitted; one with a start of care was, whatever its stage says."""

DECIDED = ADMITTED | (r.stage == ReferralStage.NOT_ADMITTED)
"""Admitted or not; what is neither is still open."""


def least_joined(asked: ReferralFilter) -> FromClause:
    """The least that `conditions` needs for this filter: counting alone does not look sources up."""
    asks_source = asked.type_id, asked.territory_id, asked.liaison_id, asked.team_id
    needed = asked.unassigned or any(wanted is not None for wanted in asks_source)
    return REFERRAL.join(SOURCE, r.source_id == s.id) if needed else REFERRAL


def conditions(asked: ReferralFilter, moment: Moment | None = None) -> ColumnElement[bool]:
    """The SQL condition of a filter, over `REFERRAL_WITH_SOURCE`; one by the clock needs to know what time it is."""
    day = r.soc_on if asked.day_of == "soc" else r.referral_on
    found: list[ColumnElement[bool]] = [r.archived_at.is_not(None) if asked.archived else r.archived_at.is_(None)]
    if asked.day_of == "soc":
        found.append(r.soc_on.is_not(None))
    if asked.from_on is not None:
        found.append(day >= asked.from_on)
    if asked.until_on is not None:
        found.append(day <= asked.until_on)
    if asked.source_ids:
        found.append(r.source_id.in_(asked.source_ids))
    if asked.only_ids:
        found.append(r.id.in_(asked.only_ids))
    if asked.not_source_ids:
        found.append(r.source_id.not_in(asked.not_source_ids))
    for column, wanted in (
        (s.type_id, asked.type_id),
        (s.territory_id, asked.territory_id),
        (WHOSE, asked.liaison_id),
        (r.service_line_id, asked.service_line_id),
        (r.payer_id, asked.payer_id),
        (r.clinical_group_id, asked.clinical_group_id),
        (r.reason_id, asked.reason_id),
        (r.reason_owner, asked.reason_owner),
    ):
        if wanted is not None:
            found.append(column == wanted)
    if asked.team_id is not None:
        found.append(of_team(WHOSE, asked.team_id))
    if asked.stages:
        found.append(r.stage.in_(asked.stages))
    if asked.unassigned:
        found.append(WHOSE.is_(None))
    if asked.outcome is not None:
        found.append(_outcome(asked.outcome))
    if asked.clock is not None:
        if moment is None:
            raise ValueError("a filter by the clock needs a moment")
        found.append(clock_condition(asked.clock, moment))
    found.extend(_has_word(word) for word in search_text(asked.typed).split())
    return and_(*found)


def _outcome(outcome: Outcome) -> ColumnElement[bool]:
    if outcome == "admitted":
        return ADMITTED
    return LOST if outcome == "not admitted" else ~DECIDED


def _has_word(word: str) -> ColumnElement[bool]:
    """By the referral's own columns: both sides of the "or" then go by an index, and no source is looked up."""
    sources = r.source_id.in_(select(_OTHER.id).where(_OTHER.find_text.contains(word, autoescape=True)))
    note = r.find_text.contains(word, autoescape=True)
    if len(word) < SHORTEST:  # the index knows nothing that short
        return or_(sources, note)
    return or_(
        _in_index("referral_source", r.source_id, sources, word),
        _in_index("referral", r.id, note, word),
    )


class text_has(FunctionElement[bool]):  # noqa: N801  # named as SQL names its functions
    """Whether a row's searched text holds a word: by the trigram index on SQLite, on a server by its own."""

    type = Boolean()
    inherit_cache = True
    name = "text_has"


def _in_index(of: str, key: ColumnElement[int], by_text: ColumnElement[bool], word: str) -> ColumnElement[bool]:
    index = next(searched.index for searched in SEARCHED if searched.table == of)
    phrase = '"' + word.replace('"', '""') + '"'
    return text_has(key, literal_column(index), literal(phrase), by_text)


@compiles(text_has)
def _by_text(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return compiler.process(list(element.clauses)[3], **kw)


@compiles(text_has, "sqlite")
def _by_index(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    key, index, phrase = (compiler.process(clause, **kw) for clause in list(element.clauses)[:3])
    return f"{key} IN (SELECT {index}.rowid & {_OWN_BITS} FROM {index} WHERE {index} MATCH {phrase})"
