"""Asks measures: whole, by group, by month or week; refuses what a measure cannot follow."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime

from sqlalchemy import Connection

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.measure_words import by_words
from hhcrm.domain.measures import By, Definition, Grain, MeasureKey
from hhcrm.domain.wording import translate
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures import concentration
from hhcrm.queries.measures.behind import Page
from hhcrm.queries.measures.groups import groups_of
from hhcrm.queries.measures.measure import Found, Measure
from hhcrm.queries.measures.models import (
    BehindPage,
    Concentration,
    Group,
    MeasureAsk,
    Measured,
    MeasureLine,
    Reading,
    ReadingBehind,
)
from hhcrm.queries.measures.registry import MEASURES
from hhcrm.queries.measures.rows import FILTERS
from hhcrm.queries.measures.scene import Asking, scene_of
from hhcrm.queries.pieces import pieces


def definitions() -> tuple[Definition, ...]:
    """What each measure means, in the language of the window."""
    return tuple(measure.define() for measure in MEASURES.values())


def measure_title(key: MeasureKey) -> str:
    """What a measure is called, in the language of the window."""
    return MEASURES[key].define().title


def measured(connection: Connection, asks: Iterable[MeasureAsk], today: date, now: datetime) -> tuple[Measured, ...]:
    """What was asked, in its order. Raises RuleBroken for a split or a filter that a measure cannot follow."""
    scene = scene_of(connection, today)
    found = []
    for ask in asks:
        measure = MEASURES[ask.measure]
        definition = measure.define()
        check(definition, ask.asked, ask.by)
        asking = Asking(ask.asked, ask.by, ask.grain, scene, now)
        found.append(_measured(connection, ask, measure, definition, asking))
    return tuple(found)


def check(definition: Definition, asked: MeasureFilter, by: By | None) -> None:
    """Refuse what the measure cannot follow, in words: nothing is left out in silence. Raises RuleBroken."""
    if by is not None and by not in definition.by:
        words = translate("measures", "{measure} cannot be split by {by}.")
        raise RuleBroken(words.format(measure=definition.title, by=by_words(by)), "by")
    refuse(asked, definition.by, definition.title)


def refuse(asked: MeasureFilter, by: Collection[By], title: str = "") -> None:
    """Refuse a filter by what these rows cannot be told by. Raises RuleBroken naming the field."""
    for name, needed in FILTERS.items():
        if getattr(asked, name) is not None and needed not in by:
            words = translate("measures", "{measure} cannot be told by {by}.")
            said = words.format(measure=title or translate("measures", "This"), by=by_words(needed))
            raise RuleBroken(said, name)


def _measured(
    connection: Connection, ask: MeasureAsk, measure: Measure, definition: Definition, asking: Asking
) -> Measured:
    found = measure.found(connection, asking)
    begins = pieces(ask.asked.from_on, ask.asked.until_on, ask.grain)
    groups: tuple[Group | None, ...] = (None,)
    if ask.by is not None:
        groups = groups_of(connection, ask.by, {key for key, _begins in found.at})
    elif not begins:
        groups = ()
    ahead = None if measure.ahead else asking.scene.today
    lines = [
        MeasureLine(group, at, _at(found, None if group is None else group.key, at, ask.asked.from_on, ahead))
        for group in groups
        for at in (begins or (None,))
    ]
    whole = _unless_ahead(found.whole, ask.asked.from_on, ahead)
    return Measured(ask, definition, whole, tuple(lines), found.attributed)


def _at(found: Found, key: int | str | None, at: date | None, first: date, today: date | None) -> Reading:
    return _unless_ahead(found.at.get((key, at), found.nothing), at or first, today)


def _unless_ahead(reading: Reading, begins: date, today: date | None) -> Reading:
    """Of days to come nothing is known, which is not the same as 0."""
    if today is None or begins <= today or reading.cases or reading.part:
        return reading
    return Reading(lacks=reading.lacks, pending=reading.pending)


def reading_behind(connection: Connection, of: ReadingBehind, page: Page, today: date, now: datetime) -> BehindPage:
    """A page of the rows behind a reading. Raises RuleBroken as `measured` does."""
    measure = MEASURES[of.measure]
    check(measure.define(), of.asked, of.by)
    asking = Asking(of.asked, of.by, Grain.WHOLE, scene_of(connection, today), now)
    return measure.behind(connection, asking, of.key, page, above=of.above)


def concentration_of(connection: Connection, asked: MeasureFilter) -> Concentration:
    """The sources with most admissions. Raises RuleBroken for a filter by activity or material."""
    check(concentration.definition(), asked, None)
    return concentration.concentrated(connection, asked)
