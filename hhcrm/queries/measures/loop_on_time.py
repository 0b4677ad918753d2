"""Loop on time: were the sources told what became of their referrals, by the time they were to be?

Updates given by their due time / updates due, of those that fell due in the period and by now; belongs by the due time
in the agency's zone (product.md, sections 4 and 6). Where it was decided that nobody is told, nothing was due.
"""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import literal

from hhcrm.domain.measures import Better, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.models.base import Instant
from hhcrm.queries.measures.counting import Tally
from hhcrm.queries.measures.measure import Counted
from hhcrm.queries.measures.models import RowKind
from hhcrm.queries.measures.rows import LOOP, OF_UPDATES
from hhcrm.queries.measures.scene import NOW, Span, piece_at

IN_TIME, LATE = LOOP.c.given_at <= LOOP.c.due_at, LOOP.c.given_at > LOOP.c.due_at
MEANT = LOOP.c.waived_why.is_(None)
"""Updates of which it was not decided that nobody is told."""


@lru_cache(maxsize=64)
def due(span: Span) -> Tally:
    """Updates of the period; those due later today or after count once their time has come."""
    at = LOOP.c.due_at
    return Tally(
        RowKind.UPDATES,
        at,
        which=(MEANT,),
        case=at < NOW,
        holds=(at < NOW) & IN_TIME,
        piece=lambda grain: piece_at(at, span, grain),
        between=(at >= literal(span.begins_at, Instant()), at < literal(span.ends_at, Instant())),
    )


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.LOOP_ON_TIME,
        translate("measures", "Loop on time"),
        MeasureUnit.SHARE,
        MeasureShape.SHARE,
        Better.MORE,
        formula=translate("measures", "Updates given by their due time / updates due by now."),
        belongs_by=translate("measures", "The time at which the update was due."),
        source=translate("measures", "Updates to sources as they are noted; their times are set in Settings."),
        caveat=translate("measures", "Updates that nobody is to be told are left out."),
        by=OF_UPDATES,
    )


MEASURE = Counted(definition, due)
