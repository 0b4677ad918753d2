"""Each measure holds together: its pieces and groups with the whole, and each reading with the rows behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.measures import By, Grain, MeasureKey, MeasureShape
from hhcrm.domain.periods import month_end
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import MeasureAsk, Measured, ReadingBehind
from hhcrm.queries.measures.registry import MEASURES
from tests.queries.conftest import Agency

START, END = date(2026, 3, 10), date(2026, 11, 5)
WHOLE = MeasureFilter(START, END)
SUMMED = {MeasureKey.MILES_PER_ADMISSION}
"""What has more above the line than a count of rows."""

ITS_OWN = {MeasureKey.RHYTHM_KEPT, MeasureKey.CADENCE_COMPLIANCE}
"""What each piece tells as a period of its own: the pieces do not sum to the whole."""

FILTERS = (WHOLE, replace(WHOLE, liaison_id=2), replace(WHOLE, type_id=1), replace(WHOLE, source_ids=(3, 4, 5)))


def test_every_measure_is_defined_once_in_words(agency: Agency) -> None:
    definitions = agency.ask().definitions()
    assert [one.key for one in definitions] == [key for key in MeasureKey if key in MEASURES]
    for one in definitions:
        assert all((one.title, one.formula, one.belongs_by, one.source, one.caveat)), one.key
        assert one.by, one.key


def test_each_database_says_the_same_by_weeks_and_groups(agency: Agency) -> None:
    ask = agency.ask()
    splits = {key: sorted(measure.define().by) for key, measure in MEASURES.items()}
    asks = [MeasureAsk(key, WHOLE, by[place % len(by)], Grain.WEEK) for place, (key, by) in enumerate(splits.items())]
    wholes = ask.measured_all([MeasureAsk(key, WHOLE) for key in MEASURES])
    for found, whole in zip(ask.measured_all(asks), wholes, strict=True):
        assert found.whole.cases == whole.whole.cases, found.ask
        assert found.whole.value == pytest.approx(whole.whole.value), found.ask


@pytest.mark.parametrize("key", MEASURES)
def test_pieces_and_groups_make_the_whole(plain: Agency, key: MeasureKey) -> None:
    ask = plain.ask()
    definition = MEASURES[key].define()
    whole = ask.measured(MeasureAsk(key, WHOLE)).whole
    asks = [MeasureAsk(key, WHOLE, None, grain) for grain in (Grain.MONTH, Grain.WEEK)]
    asks += [MeasureAsk(key, WHOLE, by, Grain.MONTH) for by in sorted(definition.by)]
    for found in ask.measured_all(asks):
        assert found.whole.cases == whole.cases, found.ask
        assert found.whole.value == pytest.approx(whole.value), found.ask
        _assert_sums(found, definition.shape)


def _assert_sums(found: Measured, shape: MeasureShape) -> None:
    if found.ask.by is By.MATERIAL and not found.attributed:
        return  # a visit that left two materials is one of each
    if found.ask.measure is MeasureKey.CONCENTRATION or (
        found.ask.measure in ITS_OWN and found.ask.grain is not Grain.WHOLE
    ):
        return
    if shape in (MeasureShape.SUM, MeasureShape.SHARE) and found.whole.value is not None:
        assert sum(line.reading.part for line in found.lines) == pytest.approx(found.whole.part), found.ask
        if not found.attributed:
            assert sum(line.reading.cases for line in found.lines) == found.whole.cases, found.ask


@pytest.mark.parametrize("key", MEASURES)
def test_every_reading_is_the_rows_behind_it(plain: Agency, key: MeasureKey) -> None:
    ask = plain.ask()
    definition = MEASURES[key].define()
    for by in sorted(definition.by):
        found = ask.measured(MeasureAsk(key, WHOLE, by))
        for line in (*found.lines[:2], *found.lines[-1:]):
            group = line.group.key if line.group is not None else None
            behind = ask.reading_behind(ReadingBehind(key, WHOLE, by, group), 0, 5000)
            assert behind.total == line.reading.cases == len(behind.lines), (by, line)
            assert all(len(one.cells) == len(behind.columns) for one in behind.lines)
            if definition.shape is MeasureShape.SHARE and not found.attributed:
                assert sum(one.counted for one in behind.lines) == line.reading.part, (by, line)
    for asked in FILTERS:
        whole = ask.measured(MeasureAsk(key, asked)).whole
        assert ask.reading_behind(ReadingBehind(key, asked), 0, 1).total == whole.cases, asked
        if definition.shape is MeasureShape.RATIO and key not in (MeasureKey.COST_PER_ADMISSION, *SUMMED):
            assert ask.reading_behind(ReadingBehind(key, asked, above=True), 0, 1).total == whole.part, asked


@pytest.mark.parametrize("key", MEASURES)
def test_a_piece_is_the_period_of_its_days(plain: Agency, key: MeasureKey) -> None:
    ask = plain.ask()
    found = ask.measured(MeasureAsk(key, WHOLE, None, Grain.MONTH))
    for line in found.lines:
        assert line.begins is not None
        days = replace(WHOLE, from_on=line.begins, until_on=min(END, month_end(line.begins)))
        assert ask.measured(MeasureAsk(key, days)).whole == line.reading, line.begins


@pytest.mark.parametrize("key", MEASURES)
def test_what_a_measure_cannot_follow_is_refused(plain: Agency, key: MeasureKey) -> None:
    ask = plain.ask()
    by = MEASURES[key].define().by
    filters = {
        By.PAYER: replace(WHOLE, payer_id=1), By.ACTIVITY: replace(WHOLE, kind_id=1),
        By.MATERIAL: replace(WHOLE, material_id=1),
    }  # fmt: skip
    for refused in set(By) - by:
        with pytest.raises(RuleBroken):
            ask.measured(MeasureAsk(key, WHOLE, refused))
        if refused in filters:
            with pytest.raises(RuleBroken):
                ask.measured(MeasureAsk(key, filters[refused]))
    for allowed in set(filters) & by:
        ask.measured(MeasureAsk(key, filters[allowed]))


@pytest.mark.parametrize("key", MEASURES)
def test_nothing_is_said_of_days_to_come(plain: Agency, key: MeasureKey) -> None:
    later = MeasureFilter(date(2031, 1, 1), date(2031, 12, 31))
    found = plain.ask().measured(MeasureAsk(key, later, None, Grain.MONTH))
    if not MEASURES[key].ahead:
        assert found.whole.value is None
        assert {line.reading.value for line in found.lines} == {None}


@pytest.mark.parametrize("asked", FILTERS)
def test_the_head_says_what_the_measures_say(agency: Agency, asked: MeasureFilter) -> None:
    ask = agency.ask()
    head = ask.headline(asked)
    keys = (
        MeasureKey.REFERRALS, MeasureKey.CONVERSION, MeasureKey.COUNTING_VISITS, MeasureKey.HOURS_TO_SOC,
        MeasureKey.LOOP_ON_TIME, MeasureKey.REFERRALS_PER_TEN_VISITS,
    )  # fmt: skip
    sent, conversion, visits, soc, loop, rate = (
        one.whole for one in ask.measured_all([MeasureAsk(key, asked) for key in keys])
    )
    assert (head.outcomes.referrals, head.visits) == (sent.value, visits.value)
    assert (head.outcomes.conversion, head.outcomes.still_open) == (conversion.value, conversion.pending)
    assert head.starts_of_care == soc.cases
    assert head.median_hours_to_soc == soc.value
    assert (head.loops_due, head.loops_on_time) == (loop.cases, loop.part)
    assert head.referrals_per_ten_visits == rate.value
