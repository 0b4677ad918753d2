"""Questions about approaches: what is tried, and what was learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from hhcrm.domain.errors import NotFound
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.text import fold
from hhcrm.domain.wording import translate
from hhcrm.models.approaches import Approach, ApproachNote, ApproachSource
from hhcrm.models.users import Team
from hhcrm.models.visits import Material
from hhcrm.queries.approaches_models import ApproachItem, LearnedItem, LearnedPage, Named, Scope
from hhcrm.queries.ground import KIND, SOURCE, TERRITORY, TYPE, USER, not_archived, s, table

APPROACH, MEANT, LEARNED = table(Approach), table(ApproachSource), table(ApproachNote)
_TEAM, _MATERIAL = table(Team), table(Material)
_a, _n = APPROACH.c, LEARNED.c
_SCOPE = ((TYPE, _a.type_id), (TERRITORY, _a.territory_id), (_TEAM, _a.team_id), (USER, _a.liaison_id),
          (KIND, _a.kind_id), (_MATERIAL, _a.material_id))  # fmt: skip
"""What a scope names, in the order of `Scope.chosen`."""


# --- what is tried ---------------------------------------------------------------------------------------------------


def approaches(connection: Connection) -> tuple[ApproachItem, ...]:
    """All that are not archived, the newest first."""
    return _items(connection, not_archived(APPROACH))


def approach(connection: Connection, approach_id: int) -> ApproachItem:
    """One approach, archived or not. Raises NotFound."""
    found = _items(connection, _a.id == approach_id)
    if not found:
        raise NotFound(translate("approaches", "That approach is no longer there."))
    return found[0]


def _items(connection: Connection, which: ColumnElement[bool]) -> tuple[ApproachItem, ...]:
    joined: Any = APPROACH
    for of, key in _SCOPE:
        joined = joined.outerjoin(of, key == of.c.id)
    notes = (
        select(func.count())
        .where(_n.approach_id == _a.id, not_archived(LEARNED))
        .correlate(APPROACH)
        .scalar_subquery()
    )  # fmt: skip
    named = [column for of, _key in _SCOPE for column in (of.c.id, of.c.name)]
    rows = connection.execute(
        select(
            _a.id, _a.version, _a.name, func.coalesce(_a.what, ""), _a.starts_on, _a.ends_on, _a.measures,
            _a.archived_at.is_not(None), notes, *named,
        )
        .select_from(joined)
        .where(which)
        .order_by(_a.starts_on.desc(), _a.id.desc())
    ).all()  # fmt: skip
    meant = _meant(connection, which)
    return tuple(_item(row, meant.get(row[0], ())) for row in rows)


def _meant(connection: Connection, which: ColumnElement[bool]) -> Mapping[int, tuple[Named, ...]]:
    found: dict[int, tuple[Named, ...]] = {}
    rows = connection.execute(
        select(MEANT.c.approach_id, s.id, s.name)
        .select_from(MEANT.join(SOURCE, MEANT.c.source_id == s.id).join(APPROACH, MEANT.c.approach_id == _a.id))
        .where(which)
        .order_by(s.name_key, s.id)
    )
    for approach_id, source_id, name in rows:
        found[approach_id] = (*found.get(approach_id, ()), Named(source_id, name))
    return found


def _item(row: Sequence[Any], sources: tuple[Named, ...]) -> ApproachItem:
    key, version, name, what, starts_on, ends_on, measures, archived, notes, *named = row
    chosen = [None if one is None else Named(one, words) for one, words in zip(named[::2], named[1::2], strict=True)]
    kind_of, territory, team, liaison, kind, material = chosen
    scope = Scope(liaison, team, territory, kind_of, kind, material, sources)
    keys = tuple(MeasureKey(one) for one in measures.split())
    return ApproachItem(key, version, name, what, starts_on, ends_on, scope, keys, notes, archived)


# --- what was learned ------------------------------------------------------------------------------------------------


def learned_page(connection: Connection, typed: str, approach_id: int | None, offset: int, limit: int) -> LearnedPage:
    """A page of the journal, the newest first: of one approach, or of all and none; whose words hold what was typed."""
    joined = LEARNED.outerjoin(APPROACH, _n.approach_id == _a.id)
    which = and_(not_archived(LEARNED), true() if approach_id is None else _n.approach_id == approach_id)
    rows = connection.execute(
        select(_n.id, _n.version, _n.approach_id, func.coalesce(_a.name, ""), _n.on_day, _n.by_name, _n.text)
        .select_from(joined)
        .where(which)
        .order_by(_n.on_day.desc(), _n.id.desc())
    )
    wanted = fold(typed).split()
    items = [item for item in (LearnedItem(*row) for row in rows) if _holds(item, wanted)]
    return LearnedPage(offset, len(items), tuple(items[offset : offset + limit]))


def learned(connection: Connection, note_id: int) -> LearnedItem:
    """One note, archived or not. Raises NotFound."""
    row = connection.execute(
        select(_n.id, _n.version, _n.approach_id, func.coalesce(_a.name, ""), _n.on_day, _n.by_name, _n.text)
        .select_from(LEARNED.outerjoin(APPROACH, _n.approach_id == _a.id))
        .where(_n.id == note_id)
    ).one_or_none()
    if row is None:
        raise NotFound(translate("approaches", "That note is no longer there."))
    return LearnedItem(*row)


def _holds(item: LearnedItem, words: Sequence[str]) -> bool:
    """Whether each word stands in the note, its approach or its author: accents and case are let be."""
    text = fold(f"{item.text} {item.approach} {item.by_name}")
    return all(word in text for word in words)
