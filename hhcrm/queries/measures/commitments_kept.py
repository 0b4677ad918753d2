"""Commitments kept: did we do what we promised, by the day we promised it?

Kept by their day / due (kept, broken, or open after their day); withdrawn ones are left out, those open and not due yet
stand beside it; belongs by the due day (product.md, section 6). A commitment without a person is its source's owner's.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sqlalchemy import Date, and_, literal, or_

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.domain.words import CommitmentStatus
from hhcrm.queries.ground import COMMITMENT
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import OF_SOURCES
from hhcrm.queries.measures.scene import Span

_c = COMMITMENT.c


@lru_cache(maxsize=8)
def _due(today: date) -> Tally:
    state = CommitmentStatus
    waiting = and_(_c.status == state.OPEN, _c.due_on >= literal(today, Date()))
    in_time = or_(_c.closed_on.is_(None), _c.closed_on <= _c.due_on)
    return Tally(
        RowKind.COMMITMENTS,
        _c.due_on,
        which=(_c.status != state.WITHDRAWN,),
        case=~waiting,
        holds=and_(_c.status == state.KEPT, in_time),
    )


def due(span: Span) -> Tally:
    """Commitments of the period; those still open and not due yet count once their day has passed."""
    return _due(span.scene.today)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.COMMITMENTS_KEPT,
        translate("measures", "Commitments kept"),
        MeasureUnit.SHARE,
        MeasureShape.SHARE,
        Better.MORE,
        formula=translate("measures", "Kept by their day / due: kept, broken, or still open after their day."),
        belongs_by=translate("measures", "The day on which it is due."),
        source=translate("measures", "Commitments to sources as they are noted."),
        caveat=translate("measures", "Withdrawn ones are left out; those open and not yet due stand beside it."),
        by=OF_SOURCES,
    )


MEASURE = Counted(definition, due)
