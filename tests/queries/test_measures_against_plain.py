"""Every measure as the program answers it is what the plain, slow way says, under any history, split and filter."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.measures import By, Definition, Grain, MeasureKey, MeasureShape
from hhcrm.queries.bound import Questions
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import MeasureAsk, Measured, Reading, ReadingBehind
from hhcrm.storage.engine import Address, make_engine
from tests.databases import new_engine, running_server
from tests.queries.plain import rows
from tests.queries.plain.histories import NOW, TODAY, Dice, History, histories, history
from tests.queries.plain.measures import PLAIN, plainly
from tests.queries.plain.reading import Plain
from tests.queries.plain.rows import World
from tests.queries.plain.wanted import Key, Wanted, pieces
from tests.queries.plain.writing import lay_ground, write

EXAMPLES = int(os.environ.get("HHCRM_TWIN_EXAMPLES", "0"))
"""How many agencies are made up anew, on demand; 0: the same few each time."""

FEW, FEWER = EXAMPLES or 6, EXAMPLES // 4 or 4

COUNTS_ABOVE = {
    MeasureKey.REFERRALS_PER_TEN_VISITS, MeasureKey.REFERRALS_PER_HOUR, MeasureKey.REFERRALS_PER_PRIOR_VISIT,
}  # fmt: skip
"""Ratios whose sum above the line is a number of rows."""

FIELDS = {
    By.LIAISON: "liaison_id", By.TEAM: "team_id", By.TERRITORY: "territory_id", By.SOURCE_TYPE: "type_id",
    By.SOURCE: "source_id", By.ACTIVITY: "kind_id", By.MATERIAL: "material_id", By.PAYER: "payer_id",
    By.SERVICE_LINE: "service_line_id", By.CLINICAL_GROUP: "clinical_group_id",
}  # fmt: skip
"""What can be filtered by, as what can be split by is called."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A period, whose, and how it is cut; `split` chooses among what a measure can be split by."""

    start: date
    length: int
    grain: Grain
    split: int
    narrow: tuple[tuple[By, int], ...]
    only: tuple[int, ...]
    never: tuple[int, ...]

    def asked(self, definition: Definition) -> MeasureFilter:
        """The filter as far as a measure can follow it."""
        holds: dict[str, Any] = {FIELDS[by]: key for by, key in self.narrow if by in definition.by}
        end = self.start + timedelta(days=self.length)
        return MeasureFilter(self.start, end, **holds, source_ids=self.only, not_source_ids=self.never)

    def by(self, definition: Definition, place: int) -> By | None:
        """What the measure at a place is split by: each by something else, often by what is attributed."""
        attributed = [by for by in (By.ACTIVITY, By.MATERIAL) if by in definition.by]
        ways = [None, *attributed, *sorted(definition.by), *attributed]
        return ways[(self.split + place) % len(ways)]


def choice_of(seed: int) -> Choice:
    """A way to ask."""
    dice = Dice.of(f"{seed} choice")
    return Choice(
        start=dice.day(),
        length=dice.one(0, 6, 30, 90, 200, 365, 365),
        grain=dice.one(*Grain),
        split=dice.one(*range(14)),
        narrow=tuple((dice.one(*FIELDS), dice.one(1, 2, 3)) for _ in range(dice.one(0, 0, 1, 2))),
        only=dice.one((), (), (), (1,), (1, 2)),
        never=dice.one((), (), (), (2,)),
    )


choices = st.builds(choice_of, st.integers(0, 1_000_000))
EVERYTHING = Choice(date(2023, 11, 1), 420, Grain.MONTH, 0, (), (), ())
AHEAD = replace(EVERYTHING, start=TODAY + timedelta(days=40), length=90)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database in which one history takes the place of another."""
    engine = new_engine(tmp_path_factory.mktemp("plain") / "agency.db", fill=lay_ground)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def server(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """The same on a server."""
    running = running_server(request.config)
    url = running.make_database(running.template(lay_ground))
    engine = make_engine(Address(url=url))
    yield engine
    engine.dispose()
    running.drop(url)


def questions(engine: Engine) -> Questions:
    return Questions(engine, lambda: NOW, lambda: TODAY, 1)


def wanted_by(asked: MeasureFilter) -> Wanted:
    """The same filter in the plain way's words."""
    found = Wanted(only=asked.source_ids, never=asked.not_source_ids)
    for by, name in FIELDS.items():
        if getattr(asked, name) is not None:
            found = found.also(by, getattr(asked, name))
    return found


def close(mine: float | None, theirs: float | None) -> bool:
    if mine is None or theirs is None:
        return mine is theirs
    return mine == pytest.approx(theirs, rel=1e-9, abs=1e-9)


def alike(plain: Plain, reading: Reading) -> bool:
    """Whether both say the same of the same rows; a share says what it is a part of where that is not its cases."""
    base = float(reading.cases) if reading.base is None and plain.base else reading.base or 0.0
    counted = (plain.cases, plain.pending) == (reading.cases, reading.pending)
    part = reading.lacks or close(plain.part, reading.part)
    return bool(counted and part) and all(
        (close(plain.value, reading.value), close(plain.base or 0.0, base), close(plain.ninetieth, reading.ninetieth))
    )


def differences(world: World, measured: Measured) -> Iterator[str]:
    """Where an answer is not what the plain way says, in words."""
    ask = measured.ask
    wanted = wanted_by(ask.asked)
    start, end = ask.asked.from_on, ask.asked.until_on
    meant = plainly(ask.measure, world, wanted, start, end)
    if not alike(meant, measured.whole):
        yield f"{ask}: whole: plain {meant}, theirs {measured.whole}"
    if ask.by is None and ask.grain is Grain.WHOLE:
        return
    cut = pieces(ask.grain, start, end)
    begins = [None] if ask.grain is Grain.WHOLE else [first for first, _ in cut]
    said = {(line.group.key if line.group else None, line.begins): line.reading for line in measured.lines}
    if len(said) != len(measured.lines):
        yield f"{ask}: a group or piece stands there twice"
    keys = {key for key, _ in said} | (possible(world, ask.by) if ask.by else {None})
    for key in sorted(keys, key=repr):
        narrowed = wanted if ask.by is None else wanted.also(ask.by, key)
        for (first, last), begin in zip(cut, begins, strict=True):
            here, reading = plainly(ask.measure, world, narrowed, first, last), said.get((key, begin))
            if reading is None and (here.cases or here.pending or here.part):
                yield f"{ask}: {key} from {begin} is left out: plain {here}"
            elif reading is not None and not alike(here, reading):
                yield f"{ask}: {key} from {begin}: plain {here}, theirs {reading}"


def possible(world: World, by: By) -> set[Key]:
    """Every group there could be."""
    found: dict[By, set[Key]] = {
        By.LIAISON: {one.id for one in world.people},
        By.TEAM: {one.team_id for one in world.people},
        By.TERRITORY: {one.territory_id for one in world.sources},
        By.SOURCE_TYPE: {one.type_id for one in world.sources},
        By.SOURCE: {one.id for one in world.sources},
        By.ACTIVITY: {one.kind_id for one in world.visits},
        By.MATERIAL: {one.material_id for one in world.brought},
        By.PAYER: {one.payer_id for one in world.referrals},
        By.SERVICE_LINE: {one.service_line_id for one in world.referrals},
        By.CLINICAL_GROUP: {one.clinical_group_id for one in world.referrals},
        By.REASON: {one.reason_id for one in world.referrals},
        By.REASON_OWNER: {one.reason_owner and one.reason_owner.value for one in world.referrals},
    }
    return {*found[by], None}


def behind(ask: Questions, measured: Measured) -> Iterator[str]:
    """Where the rows behind a reading are not as many as it says."""
    asked = measured.ask
    of, shape = asked.asked, measured.definition.shape
    readings = [(ReadingBehind(asked.measure, of), measured.whole)]
    cut = dict(pieces(asked.grain, of.from_on, of.until_on))
    for line in sorted(measured.lines, key=lambda line: -line.reading.cases)[:3]:
        first = line.begins or of.from_on
        narrowed = replace(of, from_on=first, until_on=cut[first])
        key, by = (None, None) if line.group is None else (line.group.key, asked.by)
        readings.append((ReadingBehind(asked.measure, narrowed, by, key), line.reading))
    for wish, reading in readings:
        page = ask.reading_behind(wish, 0, 1000)
        if not page.total == len(page.lines) == reading.cases:
            yield f"{wish}: {page.total} rows, {len(page.lines)} lines, {reading.cases} cases"
        counted = sum(line.counted for line in page.lines)
        if shape is MeasureShape.SHARE and not measured.attributed and counted != reading.part:
            yield f"{wish}: {counted} rows counted, part {reading.part}"
        if shape is MeasureShape.RATIO and not measured.attributed and asked.measure in COUNTS_ABOVE:
            above = ask.reading_behind(replace(wish, above=True), 0, 1000)
            if not above.total == len(above.lines) == reading.part:
                yield f"{wish}: {above.total} rows above the line, part {reading.part}"


def check(engine: Engine, history: History, choice: Choice) -> None:
    write(engine, history)
    world, ask = rows.read(engine, NOW), questions(engine)
    defined = ask.definitions()
    asks = tuple(
        MeasureAsk(one.key, choice.asked(one), choice.by(one, place), choice.grain) for place, one in enumerate(defined)
    )
    found: list[str] = []
    for measured in ask.measured_all(asks):
        found += differences(world, measured)
        found += behind(ask, measured)
    assert not found, "\n".join(found)


PHASES = (Phase.explicit, Phase.generate)
"""What is found is small enough to be read; making it smaller would ask everything hundreds of times."""

PATIENT = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]


@given(histories, choices)
@example(History(), EVERYTHING)
@example(history(1, 6, 60, 30, 8), EVERYTHING)
@example(history(2, 6, 60, 30, 8), replace(EVERYTHING, split=1, grain=Grain.WEEK))
@example(history(3, 6, 60, 30, 8), replace(EVERYTHING, split=2, grain=Grain.WHOLE))
@example(history(4, 3, 60, 30, 8), replace(EVERYTHING, split=3))
@example(history(5, 3, 60, 30, 8), replace(EVERYTHING, split=8, grain=Grain.WHOLE))
@example(history(6, 4, 60, 30, 8), replace(EVERYTHING, split=11))
@settings(max_examples=FEW, phases=PHASES, derandomize=not EXAMPLES, deadline=None, suppress_health_check=PATIENT)
def test_every_measure_says_what_the_plain_way_says(file: Engine, history: History, choice: Choice) -> None:
    check(file, history, choice)


@given(histories, choices)
@settings(max_examples=FEWER, phases=PHASES, derandomize=not EXAMPLES, deadline=None, suppress_health_check=PATIENT)
def test_a_server_says_it_too(server: Engine, history: History, choice: Choice) -> None:
    check(server, history, choice)


def test_what_a_measure_cannot_follow_is_refused(file: Engine) -> None:
    """A split or a filter that a measure cannot follow is never left out in silence. Every measure knows sources."""
    ask, of = questions(file), MeasureFilter(date(2024, 1, 1), TODAY)
    assert {one.key for one in ask.definitions()} == set(PLAIN)
    for definition in ask.definitions():
        for by in By:
            narrow: dict[str, Any] = {FIELDS[by]: 1} if by in FIELDS else {}
            filtered, split = MeasureAsk(definition.key, replace(of, **narrow)), MeasureAsk(definition.key, of, by)
            if by in definition.by:
                assert ask.measured(replace(filtered, by=by)).definition == definition
                continue
            with pytest.raises(RuleBroken):
                ask.measured(split)
            if narrow and by is not By.SOURCE:
                with pytest.raises(RuleBroken):
                    ask.measured(filtered)
