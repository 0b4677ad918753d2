"""The owner's workbook: every table behind Measure as sheets, with what each measure means (issue 6).

The sheets are the reports of the terminal and the measures themselves, so that their numbers are those of the screen. A
report that is added later is a sheet of it at once. No patient identifiers, and no texts that may hold some. Like the
reports it is in English whatever the window speaks, so that a measure has one name on all sheets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from sqlalchemy import Connection

from hhcrm.domain.measures import By, Definition, Grain
from hhcrm.domain.periods import Against, Period, Span
from hhcrm.domain.wording import in_english
from hhcrm.queries.book_models import BookAsked, BookHead, Row, Sheet, SheetSpec
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.measured import definitions, measured
from hhcrm.queries.measures.models import MeasureAsk, Measured, Reading
from hhcrm.queries.read_models import ReportCell
from hhcrm.queries.reports import WEEK, report, report_names
from hhcrm.queries.settings import letterhead
from hhcrm.storage.settings import agency_zone

LEFT_OUT = frozenset({"today", "acceptance"})
"""Today is no table of a period; what was noted beside an answer is free text and may say who the patient is."""

_PLACES = 4


def book_head(connection: Connection, asked: BookAsked, whose: str, today: date, now: datetime) -> BookHead:
    """Agency, period and when it was made."""
    made_at = now.astimezone(agency_zone(connection, today))
    return BookHead(letterhead(connection, today).name, asked, whose, made_at)


def book_sheets(connection: Connection, asked: BookAsked, today: date, now: datetime) -> tuple[SheetSpec, ...]:
    """The sheets in their order; each is asked for when it is its turn."""

    def of_report(name: str) -> Sheet:
        start, until = _days(name, asked)
        found = report(connection, name, start, until, None, asked.liaison_id, today, now)
        return Sheet(name, found.title, found.columns, found.rows)

    whole = MeasureFilter(asked.from_on, asked.until_on, liaison_id=asked.liaison_id)
    measures = _Measures(connection, whole, today, now)
    names = [name for name in report_names() if name not in LEFT_OUT]
    return (
        SheetSpec("definitions", _definitions),
        SheetSpec("measures", measures.whole),
        SheetSpec("measures-by-month", measures.by_month),
        SheetSpec("measures-by-liaison", measures.by_liaison),
        *(SheetSpec(name, partial(of_report, name)) for name in names),
    )


def _days(name: str, asked: BookAsked) -> tuple[date | None, date | None]:
    """What days a report is asked about: capacity is how things stand, the week is the last of the period."""
    if name == "capacity":
        return None, None
    return (asked.until_on, None) if name == WEEK else (asked.from_on, asked.until_on)


_READING = ("value", "cases", "sum_above", "sum_below", "pending", "lacks")
MEASURES = ("measure", "unit", "period_from", "period_to", *_READING)
BY_MONTH = ("measure", "unit", "month", *_READING)
BY_LIAISON = ("measure", "unit", "liaison", *_READING)
DEFINITIONS = ("measure", "unit", "formula", "belongs_by", "source", "caveat", "better")


@in_english()
def _definitions() -> Sheet:
    rows = [
        (each.title, str(each.unit), each.formula, each.belongs_by, each.source, each.caveat, str(each.better))
        for each in definitions()
    ]
    return Sheet("definitions", "What does each measure mean?", DEFINITIONS, rows)


class _Measures:
    """The measures of a period as three tables."""

    def __init__(self, connection: Connection, asked: MeasureFilter, today: date, now: datetime) -> None:
        self._connection, self._asked, self._today, self._now = connection, asked, today, now

    def whole(self) -> Sheet:
        """Each in the period, in the one before and in the same one last year."""
        period = Period(Span.CUSTOM, self._asked.from_on, self._asked.until_on)
        others = [period.against(against) for against in (Against.BEFORE, Against.YEAR_AGO)]
        periods = [period, *(other for other in others if other is not None)]

        def rows() -> Iterator[Row]:
            for definition in self._known():
                for each in periods:
                    asked = replace(self._asked, from_on=each.start, until_on=each.end)
                    found = self._measured(MeasureAsk(definition.key, asked))
                    yield (definition.title, str(definition.unit), each.start, each.end, *_cells(found.whole))

        return Sheet("measures", "Each measure beside the period before and a year ago", MEASURES, rows())

    def by_month(self) -> Sheet:
        """Each month by month."""
        return Sheet("measures-by-month", "Each measure month by month", BY_MONTH, self._split(None, Grain.MONTH))

    def by_liaison(self) -> Sheet:
        """Each by liaison, of those that know one."""
        return Sheet("measures-by-liaison", "Each measure by liaison", BY_LIAISON, self._split(By.LIAISON, Grain.WHOLE))

    def _split(self, by: By | None, grain: Grain) -> Iterator[Row]:
        for definition in self._known():
            if by is not None and by not in definition.by:
                continue
            for line in self._measured(MeasureAsk(definition.key, self._asked, by, grain)).lines:
                at = line.begins.strftime("%Y-%m") if line.begins is not None else ""
                of = line.group.name if line.group is not None else at
                yield (definition.title, str(definition.unit), of, *_cells(line.reading))

    @in_english()
    def _known(self) -> tuple[Definition, ...]:
        """The measures that can be told of one liaison, where one is asked about."""
        whose = self._asked.liaison_id is None
        return tuple(each for each in definitions() if whose or By.LIAISON in each.by)

    @in_english()
    def _measured(self, ask: MeasureAsk) -> Measured:
        (found,) = measured(self._connection, (ask,), self._today, self._now)
        return found


def _cells(reading: Reading) -> tuple[ReportCell, ...]:
    """A reading's columns; where a rate or a potential is lacking, a sum is none either."""
    value = None if reading.value is None else round(reading.value, _PLACES)
    part = None if value is None and reading.lacks else round(reading.part, _PLACES)
    base = None if reading.base is None else round(reading.base, _PLACES)
    return value, reading.cases, part, base, reading.pending, reading.lacks
