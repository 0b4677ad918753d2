"""What came of an approach: both sides are the measures' own readings, and their rows; what cannot be told is not."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hhcrm.domain.comparing import COMPARABLE, Few, Told, Way
from hhcrm.domain.errors import NotFound
from hhcrm.domain.measures import Definition, MeasureKey, MeasureShape
from hhcrm.domain.words import UserRole
from hhcrm.queries.approaches_compared import compared_item
from hhcrm.queries.approaches_models import ApproachItem, Compared, Named, Scope, Side
from hhcrm.queries.measures.models import MeasureAsk
from hhcrm.queries.measures.registry import MEASURES
from hhcrm.services.approach_commands import NoteApproach, NoteLearned
from hhcrm.services.bound import Actions
from hhcrm.services.founding import FoundAgency
from hhcrm.services.setup import found_agency
from hhcrm.storage.work import UnitOfWork
from tests.queries.conftest import NOW, TODAY, Agency

BEGAN = date(2026, 5, 13)
KEYS = tuple(key for key in MEASURES if key in COMPARABLE)
SOURCE = 3
EVERYBODY = Scope()


def item(
    scope: Scope = EVERYBODY, starts_on: date = BEGAN, *keys: MeasureKey, ends_on: date | None = None
) -> ApproachItem:
    return ApproachItem(1, 1, "Try", "", starts_on, ends_on, scope, keys or KEYS, 0, False)


def look(agency: Agency, approach: ApproachItem, way: Way = Way.BEFORE, today: date = TODAY) -> Compared:
    with agency.engine.connect() as connection:
        return compared_item(connection, approach, way, today, NOW)


SCOPES = {
    "everybody": Scope(),
    "a liaison": Scope(liaison=Named(1, "")),
    "a type": Scope(type=Named(3, "")),
    "a territory": Scope(territory=Named(1, "")),
    "sources": Scope(sources=(Named(SOURCE, ""), Named(4, ""), Named(9, ""))),
    "an activity": Scope(kind=Named(1, "")),
}


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES)
def test_each_side_is_the_measures_own_reading_of_its_weeks_and_its_rows(plain: Agency, scope: Scope, way: Way) -> None:
    ask = plain.ask()
    told = 0
    for one in look(plain, item(scope), way).measures:
        if one.refused:
            continue
        told += 1
        for side in (one.before, one.after):
            assert side.behind is not None
            whole = ask.measured(MeasureAsk(one.definition.key, side.behind.asked)).whole
            assert side.cases == whole.cases, one.definition.key
            if whole.value is None:
                assert not side.whole
            else:
                assert side.whole == pytest.approx(whole.value), one.definition.key
            assert ask.reading_behind(side.behind, 0, 1).total == side.cases
    assert told >= 4


@pytest.mark.parametrize("key", KEYS)
def test_those_outside_are_all_but_those_inside(plain: Agency, key: MeasureKey) -> None:
    (one,) = look(plain, item(SCOPES["sources"], BEGAN, key), Way.OTHERS).measures
    assert one.others is not None
    ask = plain.ask()
    for side in one.others:
        assert side.behind is not None
        outside = ask.measured(MeasureAsk(key, side.behind.asked)).whole
        assert side.cases == outside.cases
        if outside.value is not None and side.whole is not None:
            assert side.whole == pytest.approx(outside.value)
    (by_type,) = look(plain, item(SCOPES["a type"], BEGAN, key), Way.OTHERS).measures
    (everybody,) = look(plain, item(Scope(), BEGAN, key)).measures
    assert by_type.others is not None
    assert by_type.after.cases + by_type.others[1].cases == everybody.after.cases
    assert by_type.others[0].behind is None


def test_what_is_credited_outside_is_of_at_least_as_many_cases(plain: Agency) -> None:
    (one,) = look(plain, item(SCOPES["an activity"], BEGAN, MeasureKey.REFERRALS), Way.OTHERS).measures
    (everybody,) = look(plain, item(Scope(), BEGAN, MeasureKey.REFERRALS)).measures
    assert one.attributed
    assert one.others is not None
    for inside, outside, whole in zip(
        (one.before, one.after), one.others, (everybody.before, everybody.after), strict=True
    ):
        assert outside.whole is not None
        assert (inside.whole or 0) + outside.whole == pytest.approx(whole.whole)
        assert outside.whole - 1e-6 <= outside.cases <= whole.cases


def test_weeks_are_the_sides_and_the_week_of_the_change_between_them(plain: Agency) -> None:
    found = look(plain, item(Scope(), BEGAN, MeasureKey.REFERRALS))
    (one,) = found.measures
    assert len(one.weekly) == 2 * found.sides.count + 1
    before = [week.value or 0 for week in one.weekly if week.monday in found.sides.before.mondays]
    assert one.before.value == pytest.approx(sum(before) / found.sides.count)
    assert sum(before) == one.before.cases
    ask = plain.ask()
    for week in one.weekly[:3]:
        assert ask.reading_behind(week.behind, 0, 1).total == week.cases


def test_too_few_weeks_and_too_few_cases_are_said(plain: Agency) -> None:
    early = look(plain, item(Scope(), TODAY - timedelta(weeks=4)))
    assert {one.difference.few for one in early.measures} <= {Few.WEEKS, Few.LACKS}
    assert all(one.difference.told is Told.TOO_FEW for one in early.measures)
    nobody = look(plain, item(Scope(sources=(Named(9999, ""),)), BEGAN, MeasureKey.REFERRALS, MeasureKey.CONVERSION))
    assert [one.difference.few for one in nobody.measures] == [Few.CASES, Few.CASES]
    ahead = look(plain, item(Scope(), TODAY + timedelta(days=9)))
    assert ahead.sides.count == 0
    assert all(one.after.value is None and one.difference.few is Few.WEEKS for one in ahead.measures)


def test_an_approach_for_everybody_has_nobody_without_it(plain: Agency) -> None:
    found = look(plain, item(), Way.OTHERS)
    assert found.everybody
    assert {one.difference.few for one in found.measures} <= {Few.EVERYBODY, Few.LACKS}


def test_what_a_measure_cannot_follow_is_said_and_the_others_are_told(plain: Agency) -> None:
    found = look(plain, item(SCOPES["an activity"], BEGAN, MeasureKey.REFERRALS, MeasureKey.LOOP_ON_TIME))
    first, second = found.measures
    assert (bool(first.refused), bool(second.refused)) == (False, True)
    assert first.attributed


def _shape(definition: Definition, side: Side) -> bool:
    return definition.shape is MeasureShape.SHARE and side.value is not None


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dates(date(2025, 9, 1), date(2026, 12, 31)), st.none() | st.integers(0, 300), st.sampled_from(Way))
def test_any_day_can_be_the_day_of_a_change(plain: Agency, starts_on: date, days: int | None, way: Way) -> None:
    ends_on = None if days is None else starts_on + timedelta(days=days)
    keys = (MeasureKey.REFERRALS, MeasureKey.CONVERSION, MeasureKey.HOURS_TO_SOC, MeasureKey.REFERRALS_PER_TEN_VISITS)
    found = look(plain, item(SCOPES["a type"], starts_on, *keys, ends_on=ends_on), way)
    for one in found.measures:
        difference = one.difference
        assert (difference.interval is None) == (difference.told is Told.TOO_FEW) == (difference.few is not None)
        if difference.interval is not None:
            assert difference.value is not None
            assert difference.interval.holds(difference.value)
            assert difference.told is not Told.TOO_FEW
        for side in (one.before, one.after):
            if _shape(one.definition, side):
                assert 0 <= (side.value or 0) <= 1


def test_approaches_and_the_journal_are_read_and_searched(work: UnitOfWork) -> None:
    found_agency(work, FoundAgency("Cumberland", "37203", "America/Chicago", (("Dana", UserRole.LIAISON),), TODAY))
    agency = Agency(work.engine, {})
    ask = agency.ask()
    actions = Actions(work, lambda: TODAY, Path())
    made = actions.note_approach(
        NoteApproach({"name": "In-services", "starts_on": BEGAN, "type_id": 1}, (MeasureKey.VISITS,))
    ).subject
    assert made is not None
    actions.note_learned(NoteLearned("Café at two works", made))
    actions.note_learned(NoteLearned("Flyers are not read", on_day=TODAY - timedelta(1)))
    (one,) = ask.approaches()
    assert (one.name, one.notes, one.measures, one.scope.type is not None) == (
        "In-services",
        1,
        (MeasureKey.VISITS,),
        True,
    )
    assert [line.text for line in ask.learned_page().lines] == ["Café at two works", "Flyers are not read"]
    assert [line.approach for line in ask.learned_page("cafe in-serv").lines] == ["In-services"]
    assert ask.learned_page("", made).total == 1
    with pytest.raises(NotFound):
        ask.approach_compared(99, Way.BEFORE)
    (report, *_) = ask.report("approach", None, None).rows
    assert report[1:2] == ("In-services",)
