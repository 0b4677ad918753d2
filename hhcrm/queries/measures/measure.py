"""A measure: its words, what is counted for it, and how a value is read from the counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

from sqlalchemy import Connection, select

from hhcrm.domain.measures import By, Definition, MeasureShape
from hhcrm.queries.ground import u
from hhcrm.queries.measures.behind import Page, rows_behind
from hhcrm.queries.measures.counting import Counts, Key, Place, Sums, Tally, counted, is_attributed
from hhcrm.queries.measures.models import BehindPage, Reading
from hhcrm.queries.measures.scene import Asking, Scene, Span


@dataclass(frozen=True, slots=True)
class Found:
    """The readings: the whole, and each group and piece that has rows; `nothing` is that of one without."""

    whole: Reading
    at: Mapping[Place, Reading]
    nothing: Reading
    attributed: bool = False


class Measure(Protocol):
    """What each module under `hhcrm.queries.measures` defines once."""

    @property
    def define(self) -> Callable[[], Definition]:
        """Its words, in the language of the window."""
        ...

    @property
    def ahead(self) -> bool:
        """Whether it says something of days to come."""
        ...

    def found(self, connection: Connection, asking: Asking) -> Found:
        """Its readings. The split is one that the definition has."""
        ...

    def behind(self, connection: Connection, asking: Asking, key: Key, page: Page, *, above: bool) -> BehindPage:
        """A page of the cases of one group (of all where nothing is split); `above`: those above a ratio's line."""
        ...


def teams_of(connection: Connection, by: By | None) -> Mapping[Key, Key]:
    """The team of each user, where a split asks for it: users are few, and rows are counted by them."""
    return dict(connection.execute(select(u.id, u.team_id)).all()) if by is By.TEAM else {}


def tallied(connection: Connection, tally: Tally, asking: Asking) -> Counts:
    """Count a tally as asked."""
    days = asking.scene.rules.attribution_days
    teams = teams_of(connection, asking.by)
    return counted(connection, tally, asking.asked, asking.by, asking.grain, days, asking.now, teams)


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """A measure of one kind of rows: a count, a sum, a share of them, or the middle of their lengths.

    `per` are the units of a length in one of the measure's unit: 3600 seconds in an hour.
    """

    define: Callable[[], Definition]
    rows: Callable[[Span], Tally]
    per: int = 1
    ahead: bool = False
    lacking: Callable[[Scene], str] | None = None

    def found(self, connection: Connection, asking: Asking) -> Found:
        """Its readings."""
        tally = self.rows(asking.span)
        counts = tallied(connection, tally, asking)
        divided = is_attributed(tally, asking.asked, asking.by)
        shape = self.define().shape
        lacks = "" if self.lacking is None else self.lacking(asking.scene)

        def read(sums: Sums) -> Reading:
            return self._read(sums, shape, lacks, divided=divided)

        at = {place: read(sums) for place, sums in counts.at.items()}
        return Found(read(counts.whole), at, read(Sums()), divided)

    def behind(self, connection: Connection, asking: Asking, key: Key, page: Page, *, above: bool) -> BehindPage:
        """A page of its cases."""
        return rows_behind(connection, self.rows(asking.span), asking, key, page, self.per, self.define().title)

    def _read(self, sums: Sums, shape: MeasureShape, lacks: str, *, divided: bool) -> Reading:
        if shape is MeasureShape.MEDIAN:
            return _middle(sums, self.per)
        if shape is MeasureShape.SHARE:
            value = sums.part / sums.weight if sums.cases else None
            base = sums.weight if divided else None
            return Reading(value, sums.cases, sums.part, base, sums.pending, lacks)
        known = not lacks and (sums.cases or not sums.pending)
        return Reading(sums.part if known else None, sums.cases, sums.part, None, sums.pending, lacks)


def _middle(sums: Sums, per: int) -> Reading:
    """The median of the lengths, and the shortest that nine of ten cases do not exceed."""
    lengths = sorted(sums.lengths.items())
    total = sum(count for _length, count in lengths)
    if not total:
        return Reading(pending=sums.pending)
    value = median_of(lengths)
    ninetieth = _at(lengths, -(-total * 9 // 10) - 1)
    return Reading(value / per, total, float(total), None, sums.pending, "", ninetieth / per)


def median_of(lengths: Sequence[tuple[int, int]]) -> float:
    """The median of lengths, each given with how often it occurs, from the shortest on; there is at least one."""
    total = sum(count for _length, count in lengths)
    return (_at(lengths, (total - 1) // 2) + _at(lengths, total // 2)) / 2


def _at(lengths: Sequence[tuple[int, int]], place: int) -> int:
    upto = list(accumulate(count for _length, count in lengths))
    return lengths[bisect_right(upto, place)][0]


@dataclass(frozen=True, slots=True, eq=False)
class Ratio:
    """One sum by another, each counted of its own rows by its own day: `scale` x above / below.

    `amounts` are the words for what is summed, where it is more than the rows.
    """

    define: Callable[[], Definition]
    above: Callable[[Span], Tally]
    rows: Callable[[Span], Tally]
    scale: float = 1.0
    ahead: bool = False
    amounts: Callable[[], str] | None = None
    lacking: Callable[[Scene], str] | None = None

    def found(self, connection: Connection, asking: Asking) -> Found:
        """Its readings."""
        span = asking.span
        tallies = self.above(span), self.rows(span)
        above, below = (tallied(connection, tally, asking) for tally in tallies)
        lacks = "" if self.lacking is None else self.lacking(asking.scene)
        nothing = Sums()

        def read(over: Sums, under: Sums) -> Reading:
            return self._read(over, under, lacks, known=_is_known(tallies[0], over))

        at = {
            place: read(above.at.get(place, nothing), below.at.get(place, nothing))
            for place in (*below.at, *(place for place in above.at if place not in below.at))
        }
        divided = any(is_attributed(tally, asking.asked, asking.by) for tally in tallies)
        return Found(read(above.whole, below.whole), at, read(nothing, nothing), divided)

    def behind(self, connection: Connection, asking: Asking, key: Key, page: Page, *, above: bool) -> BehindPage:
        """A page of the rows below the line, or of those above it."""
        tally = (self.above if above else self.rows)(asking.span)
        value = self.amounts() if self.amounts is not None else ""
        return rows_behind(connection, tally, asking, key, page, value=value)

    def _read(self, above: Sums, below: Sums, lacks: str, *, known: bool) -> Reading:
        value = self.scale * above.part / below.part if below.part and known and not lacks else None
        return Reading(value, below.cases, above.part, below.part, above.pending + below.pending, lacks)


def _is_known(tally: Tally, sums: Sums) -> bool:
    """Whether what is summed was noted of any row: where it was of none, the sum is not known, and not 0."""
    if not sums.pending:
        return True
    return bool(sums.cases) if tally.case is not None else bool(sums.part) or sums.pending < sums.cases


def always(tally: Tally) -> Callable[[Span], Tally]:
    """The same tally for every period."""
    return lambda _span: tally
