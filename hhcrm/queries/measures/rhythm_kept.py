"""Rhythm kept: how well visits keep the cadence.

Kept gaps / gaps between counting visits of active sources; a gap is kept where it is not longer than the cadence and
the days of grace; an open one counts, as not kept, once it is too long; belongs by the end of the gap (product.md,
sections 3 and 6; `hhcrm.queries.rhythm` counts them). Each piece of a period is a period of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, and_

from hhcrm.domain.cadence import RhythmKept
from hhcrm.domain.measures import Better, By, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.settings import Rules
from hhcrm.domain.wording import translate
from hhcrm.queries.measures.behind import Page, columns_of, in_group
from hhcrm.queries.measures.counting import Key, Place
from hhcrm.queries.measures.measure import Found, teams_of
from hhcrm.queries.measures.models import BehindLine, BehindPage, Reading, RowKind
from hhcrm.queries.measures.rows import GROUNDS, OF_SOURCES
from hhcrm.queries.measures.scene import Asking
from hhcrm.queries.rhythm import Period, gap_rows, rhythm_by, rhythm_by_piece

_GAPS = GROUNDS[RowKind.GAPS]
_NONE = RhythmKept(0, 0)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.RHYTHM_KEPT,
        translate("measures", "Rhythm kept"),
        MeasureUnit.SHARE,
        MeasureShape.SHARE,
        Better.MORE,
        formula=translate("measures", "Gaps between visits that were kept / gaps, of active sources."),
        belongs_by=translate(
            "measures", "The end of the gap; for one still open that is too long, the end of the period."
        ),
        source=translate("measures", "Visits that count, against the cadence of each source."),
        caveat=translate(
            "measures",
            "By today's cadence and owner. Each month or week is told as a period of its own.",
        ),
        by=OF_SOURCES,
    )


def _reading(kept: RhythmKept) -> Reading:
    return Reading(kept.kept / kept.gaps if kept.gaps else None, kept.gaps, float(kept.kept))


@dataclass(frozen=True, slots=True, eq=False)
class RhythmMeasure:
    """Gaps by group and piece, and the gaps behind them."""

    define: Callable[[], Definition]
    ahead: bool = False

    def found(self, connection: Connection, asking: Asking) -> Found:
        """Its readings."""
        by = asking.by
        key = None if by is None else _GAPS.column(by)
        teams = teams_of(connection, by)
        which = and_(*_GAPS.conditions(asking.asked))
        period, rules = _period(asking)
        found: dict[Place, RhythmKept] = {}
        if asking.cut:
            wholes, pieces = rhythm_by_piece(connection, which, period, rules, asking.grain, key)
            found.update(pieces.items())
        else:
            wholes = rhythm_by(connection, which, period, rules, key)
            found.update(((group, None), kept) for group, kept in wholes.items())
        whole = _NONE
        for kept in wholes.values():
            whole = _and(whole, kept)
        at: dict[Place, RhythmKept] = {}
        for (group, begins), kept in found.items():
            place = teams.get(group) if by is By.TEAM else group, begins
            at[place] = _and(at.get(place, _NONE), kept)
        return Found(_reading(whole), {place: _reading(kept) for place, kept in at.items()}, Reading())

    def behind(self, connection: Connection, asking: Asking, key: Key, page: Page, *, above: bool) -> BehindPage:
        """A page of its gaps, the longest first."""
        which = list(_GAPS.conditions(asking.asked))
        if asking.by is not None:
            which.append(in_group(_GAPS.column(asking.by), asking.by, key))
        period, rules = _period(asking)
        total, rows = gap_rows(connection, and_(*which), period, rules, None, *page)
        lines = tuple(
            BehindLine(source_id, None, (name, began, ended, days, longest), days <= longest and ended is not None)
            for source_id, name, began, ended, days, longest in rows
        )
        return BehindPage(RowKind.GAPS, columns_of(RowKind.GAPS), page[0], total, lines)


def _period(asking: Asking) -> tuple[Period, Rules]:
    return Period(asking.asked.from_on, asking.asked.until_on, asking.scene.today), asking.scene.rules


def _and(one: RhythmKept, other: RhythmKept) -> RhythmKept:
    return RhythmKept(one.kept + other.kept, one.gaps + other.gaps)


MEASURE = RhythmMeasure(definition)
