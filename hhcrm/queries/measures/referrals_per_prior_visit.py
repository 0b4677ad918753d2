"""Referrals per prior visit: what came in for the visits of the period before.

Referrals of the period / completed counting visits in as many days just before it, each by its own day (domain.md (f):
referrals per visit). Each month or week is told as a period of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from hhcrm.domain.measures import Better, By, Definition, MeasureKey, MeasureShape, MeasureUnit
from hhcrm.domain.wording import translate
from hhcrm.queries.measures.behind import Page, rows_behind
from hhcrm.queries.measures.counting import Counts, Key, Place
from hhcrm.queries.measures.counting_visits import COUNTING
from hhcrm.queries.measures.measure import Found, tallied, teams_of
from hhcrm.queries.measures.models import BehindPage, Reading
from hhcrm.queries.measures.referrals import SENT
from hhcrm.queries.measures.rows import OF_SOURCES
from hhcrm.queries.measures.scene import Asking
from hhcrm.queries.measures.windows import by_day, daily
from hhcrm.queries.pieces import ends, pieces


def before(first: date, last: date) -> tuple[date, date]:
    """As many days just before."""
    return first - (last - first) - timedelta(days=1), first - timedelta(days=1)


def definition() -> Definition:
    """What it means."""
    return Definition(
        MeasureKey.REFERRALS_PER_PRIOR_VISIT,
        translate("measures", "Referrals per prior visit"),
        MeasureUnit.RATE,
        MeasureShape.RATIO,
        Better.MORE,
        formula=translate(
            "measures", "Referrals / completed visits that count in as many days just before the period."
        ),
        belongs_by=translate("measures", "The day of the referral; visits by their day, one period earlier."),
        source=translate("measures", "Referrals and visits as they are recorded."),
        caveat=translate("measures", "Nobody says that a referral came of such a visit."),
        by=OF_SOURCES,
    )


@dataclass(frozen=True, slots=True, eq=False)
class PriorMeasure:
    """Referrals of each piece by the visits of the days before it."""

    define: Callable[[], Definition]
    ahead: bool = False

    def found(self, connection: Connection, asking: Asking) -> Found:
        """Its readings."""
        first, last = asking.asked.from_on, asking.asked.until_on
        sent = tallied(connection, SENT, asking)
        if not asking.cut:
            return self._uncut(connection, asking, sent)
        begins = pieces(first, last, asking.grain)
        spans = list(zip(begins, ends(begins, last), strict=True))
        teams = teams_of(connection, asking.by) if asking.by is By.TEAM else None
        earliest = min(before(*span)[0] for span in (*spans, (first, last)))
        wide = replace(asking.asked, from_on=earliest, until_on=last)
        visits = by_day(connection, daily(COUNTING, wide, asking.by), teams)
        at: dict[Place, Reading] = {}
        for key in {*visits.groups(), *(key for key, _begins in sent.at)}:
            for span in spans:
                place = key, span[0]
                referrals = sent.at[place].cases if place in sent.at else 0
                at[place] = _reading(referrals, visits.between(key, *before(*span)))
        every = sum(visits.between(key, *before(first, last)) for key in visits.groups())
        return Found(_reading(sent.whole.cases, every), at, Reading())

    def _uncut(self, connection: Connection, asking: Asking, sent: Counts) -> Found:
        seen = tallied(connection, COUNTING, _earlier(asking))
        at = {
            place: _reading(*(of.at[place].cases if place in of.at else 0 for of in (sent, seen)))
            for place in {*sent.at, *seen.at}
        }
        return Found(_reading(sent.whole.cases, seen.whole.cases), at, Reading())

    def behind(self, connection: Connection, asking: Asking, key: Key, page: Page, *, above: bool) -> BehindPage:
        """A page of the visits before, or of the referrals."""
        if above:
            return rows_behind(connection, SENT, asking, key, page)
        return rows_behind(connection, COUNTING, _earlier(asking), key, page)


def _earlier(asking: Asking) -> Asking:
    first, last = before(asking.asked.from_on, asking.asked.until_on)
    return replace(asking, asked=replace(asking.asked, from_on=first, until_on=last))


def _reading(referrals: int, visits: int) -> Reading:
    return Reading(referrals / visits if visits else None, visits, float(referrals), float(visits))


MEASURE = PriorMeasure(definition)
