"""How measures are asked and answered; no database library here, the window and the charts import it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hhcrm.domain.measures import By, Definition, Grain, MeasureKey
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.read_models import ReportCell


class RowKind(StrEnum):
    """The rows that measures are counted from; `SOURCES` are what is asked once of each source."""

    REFERRALS = "referrals"
    UPDATES = "updates"
    VISITS = "visits"
    COMMITMENTS = "commitments"
    GAPS = "gaps"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class MeasureAsk:
    """One measure over a filter's period, split by something or not, cut into months, weeks or not at all."""

    measure: MeasureKey
    asked: MeasureFilter
    by: By | None = None
    grain: Grain = Grain.WHOLE


@dataclass(frozen=True, slots=True)
class Reading:
    """One value with what it is made of.

    `value` is in the measure's unit (shares 0 to 1), None where there is nothing to say it from, which is never the
    same as 0. `cases` is how many rows it is made of and `part` the sum above the line: for a share how many of the
    cases, for a sum the sum itself. `base` is the sum below the line of a ratio, None elsewhere. `pending` are rows of
    the period that will count once they are decided or their dates known. `lacks` says in words what is missing (a
    rate, a potential), "" where nothing is.

    Of a ratio the cases are the rows below the line. Of a measure that is attributed to visits the parts may be
    fractional, and a share has the sum of its cases' parts as its `base`. `ninetieth` stands beside a median: nine of
    ten cases took no longer.
    """

    value: float | None = None
    cases: int = 0
    part: float = 0.0
    base: float | None = None
    pending: int = 0
    lacks: str = ""
    ninetieth: float | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One of what a measure is split by: a row's id or a fixed word; None is nobody's, or not known."""

    key: int | str | None
    name: str


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """The reading of one group (None: all) in one piece of the period, given by the piece's first day (None: whole).

    The first piece of a period begins with the period, even within a month or week.
    """

    group: Group | None
    begins: date | None
    reading: Reading


@dataclass(frozen=True, slots=True)
class Measured:
    """The answer: the whole, and a line for each group and piece (pieces without rows too), groups by their names."""

    ask: MeasureAsk
    definition: Definition
    whole: Reading
    lines: tuple[MeasureLine, ...] = ()
    attributed: bool = False
    """Whether it rests on the convention of attribution, which whoever shows it must name."""


@dataclass(frozen=True, slots=True)
class ReadingBehind:
    """The rows that a reading is made of: a measure, its filter narrowed to the piece, and one group of a split.

    `above` asks for the rows above the line of a ratio (the referrals of "referrals per ten visits"); its cases are
    those below.
    """

    measure: MeasureKey
    asked: MeasureFilter
    by: By | None = None
    key: int | str | None = None
    above: bool = False


@dataclass(frozen=True, slots=True)
class Sender:
    """A source and how many of its patients were admitted."""

    source_id: int
    name: str
    admissions: int


@dataclass(frozen=True, slots=True)
class Concentration:
    """How much hangs on a few sources: all admissions of the period, and the five sources with most, in order."""

    asked: MeasureFilter
    admissions: int
    senders: tuple[Sender, ...]

    def share(self, first: int) -> float | None:
        """The share of the first 1, 3 or 5 sources, 0 to 1; None without admissions."""
        part = sum(sender.admissions for sender in self.senders[:first])
        return part / self.admissions if self.admissions else None


@dataclass(frozen=True, slots=True)
class BehindLine:
    """One row behind a reading: its source, its referral where it is of one, what its columns say.

    `counted` says whether it is part of the value: of a share one of those that hold, else any.
    """

    source_id: int | None
    referral_id: int | None
    cells: tuple[ReportCell, ...]
    counted: bool


@dataclass(frozen=True, slots=True)
class BehindPage:
    """A page of the rows behind a reading, the newest first; `total` is the reading's cases, `columns` are words.

    No cell is of a patient's own data; what was promised stands as somebody typed it.
    """

    kind: RowKind
    columns: tuple[str, ...]
    offset: int
    total: int
    lines: tuple[BehindLine, ...]
