"""Standards: what each measure tells from referrals, when a target is met, and what would meet it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.standards import UNITS, WITH_HOURS, Facts, Moment, Standard, Unit, Verdict, reading, standing
from hhcrm.domain.words import Comparison, Measure

CENTRAL = ZoneInfo("America/Chicago")
DAY = date(2026, 9, 1)
NINE = datetime(2026, 9, 1, 14, tzinfo=UTC)
LATER = Moment(datetime(2026, 12, 1, 18, tzinfo=UTC), CENTRAL)
AT_LEAST, AT_MOST = Comparison.AT_LEAST, Comparison.AT_MOST


def fact(key: int = 1, **values: object) -> Facts:
    return replace(Facts(key, NINE, DAY), **values)  # type: ignore[arg-type]  # columns by name


def admitted(key: int, days: int = 0, **values: object) -> Facts:
    return fact(key, accepted=True, decided_at=NINE + timedelta(hours=3), soc_on=DAY + timedelta(days), **values)


def standard(measure: Measure, target: float = 90, comparison: Comparison = AT_LEAST) -> Standard:
    return Standard(measure, comparison, target, 24 if measure in WITH_HOURS else None)


def value(measure: Measure, *facts: Facts, moment: Moment = LATER) -> float | None:
    return reading(standard(measure), facts, moment).value


def test_every_measure_has_a_unit_and_reads_nothing_from_nothing() -> None:
    assert set(UNITS) == set(Measure)
    for measure in Measure:
        read = reading(standard(measure), (), LATER)
        assert read.value == (0 if UNITS[measure] is Unit.COUNT else None)
        assert (read.cases, read.of, read.hits) == (0, (), ())


def test_counts_and_conversion_leave_the_open_ones_beside() -> None:
    facts = admitted(1), fact(2, not_admitted=True), fact(3)
    assert value(Measure.REFERRALS, *facts) == 3
    assert value(Measure.ADMISSIONS, *facts) == 1
    assert value(Measure.CONVERSION, *facts) == 50
    declined_later = fact(5, accepted=True, not_admitted=True)
    assert value(Measure.ACCEPTED_SHARE, *facts, fact(4, accepted=True), declined_later) == 75


def test_an_undecided_referral_is_late_only_after_its_hours() -> None:
    soon = Moment(NINE + timedelta(hours=24), CENTRAL)
    late = Moment(NINE + timedelta(hours=24, seconds=1), CENTRAL)
    decided = fact(2, decided_at=NINE + timedelta(hours=24))
    assert reading(standard(Measure.DECIDED_WITHIN), [fact(1), decided], soon).of == (2,)
    assert value(Measure.DECIDED_WITHIN, fact(1), decided, moment=soon) == 100
    assert value(Measure.DECIDED_WITHIN, fact(1), decided, moment=late) == 50


def test_starts_of_care_by_hours_by_day_and_by_cms() -> None:
    facts = admitted(1), admitted(2, 1), admitted(3, 4), fact(4)
    assert value(Measure.SAME_DAY_START, *facts) == pytest.approx(100 / 3)
    assert reading(standard(Measure.STARTED_WITHIN), facts, LATER).hits == (1,)
    exact = admitted(2, 1, soc_at=NINE + timedelta(hours=24))
    assert reading(standard(Measure.STARTED_WITHIN), [exact], LATER).hits == (2,)
    assert reading(standard(Measure.TIMELY), facts, LATER).hits == (1, 2)


def test_a_start_of_care_whose_dates_are_missing_leaves_the_denominator() -> None:
    facts = admitted(1), admitted(2, 5, inpatient=True), admitted(3, 5)
    read = reading(standard(Measure.TIMELY), facts, LATER)
    assert (read.value, read.cases, read.missing, read.of) == (50, 2, 1, (1, 3))


def test_times_are_medians() -> None:
    facts = [fact(key, decided_at=NINE + timedelta(hours=hours)) for key, hours in ((1, 2), (2, 30), (3, 5))]
    read = reading(standard(Measure.HOURS_TO_DECISION, 6, AT_MOST), [*facts, fact(4)], LATER)
    assert (read.value, read.cases, read.of) == (5, 3, (1, 2, 3))
    assert value(Measure.HOURS_TO_SOC, admitted(1), admitted(2, 1)) == 15  # noon is 3 hours after 9 o'clock there


def test_the_loop_is_counted_in_updates() -> None:
    facts = fact(1, due_steps=3, on_time_steps=3), fact(2, due_steps=1), fact(3)
    read = reading(standard(Measure.LOOP_ON_TIME), facts, LATER)
    assert (read.value, read.cases, read.part, read.of, read.hits) == (75, 4, 3, (1, 2), (1,))


def test_answers_of_nine_and_ten_are_satisfied() -> None:
    facts = [fact(key, satisfaction=score) for key, score in enumerate((10, 9, 8, None))]
    assert value(Measure.SATISFIED, *facts) == pytest.approx(200 / 3)


def test_a_return_counts_within_thirty_days_once_they_are_over() -> None:
    on_last, after = DAY + timedelta(30), DAY + timedelta(31)
    facts = admitted(1, readmitted_on=on_last), admitted(2, readmitted_on=after), admitted(3), fact(4)
    assert reading(standard(Measure.RETURNS_TO_HOSPITAL), facts, LATER).hits == (1,)
    last_day = Moment(datetime(2026, 10, 1, 18, tzinfo=UTC), CENTRAL)
    assert value(Measure.RETURNS_TO_HOSPITAL, *facts, moment=last_day) is None


@pytest.mark.parametrize(
    ("measure", "target", "hours", "field"),
    [
        (Measure.TIMELY, 101, None, "target"),
        (Measure.TIMELY, -1, None, "target"),
        (Measure.TIMELY, float("nan"), None, "target"),
        (Measure.REFERRALS, 2.5, None, "target"),
        (Measure.HOURS_TO_SOC, 9_000, None, "target"),
        (Measure.DECIDED_WITHIN, 90, None, "within_hours"),
        (Measure.DECIDED_WITHIN, 90, 0, "within_hours"),
        (Measure.TIMELY, 90, 24, "within_hours"),
    ],
)
def test_what_cannot_be_measured_is_refused(measure: Measure, target: float, hours: float | None, field: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        Standard(measure, AT_LEAST, target, hours)
    assert caught.value.field == field


def test_few_cases_are_said_and_no_verdict() -> None:
    facts = [admitted(key) for key in range(4)]
    found = standing(standard(Measure.SAME_DAY_START), facts, LATER, 5)
    assert (found.verdict, found.more) == (Verdict.TOO_FEW, 1)
    assert standing(standard(Measure.SAME_DAY_START), [*facts, admitted(4)], LATER, 5).verdict is Verdict.MET
    assert standing(standard(Measure.REFERRALS, 6), facts, LATER, 5).more == 2


def test_nine_of_ten_are_ninety_per_cent() -> None:
    facts = [*(admitted(key) for key in range(9)), admitted(9, 3)]
    assert standing(standard(Measure.SAME_DAY_START, 90), facts, LATER, 5).verdict is Verdict.MET
    assert standing(standard(Measure.SAME_DAY_START, 90.1), facts, LATER, 5).verdict is Verdict.NOT_MET
    assert standing(standard(Measure.SAME_DAY_START, 90, AT_MOST), facts, LATER, 5).verdict is Verdict.MET


def test_no_further_case_meets_a_hundred_per_cent_once_one_was_missed() -> None:
    found = standing(standard(Measure.SAME_DAY_START, 100), [admitted(1, 3)], LATER, 1)
    assert (found.verdict, found.more) == (Verdict.NOT_MET, None)


@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 100), st.sampled_from(Comparison))
def test_so_many_more_and_no_fewer_meet_a_share(hits: int, others: int, target: int, comparison: Comparison) -> None:
    facts = [*(admitted(key) for key in range(hits)), *(admitted(hits + key, 3) for key in range(others))]
    asked = standard(Measure.SAME_DAY_START, target, comparison)
    more = standing(asked, facts, LATER, 1).more
    if more is None:
        assert asked.holds(100 * hits / len(facts)) or target in (0, 100)
        return
    good = 0 if comparison is AT_LEAST else 3
    grown = [*facts, *(admitted(1000 + key, good) for key in range(more))]
    assert standing(asked, grown, LATER, 1).verdict is Verdict.MET
    assert standing(asked, grown[:-1], LATER, 1).verdict is Verdict.NOT_MET


@given(st.lists(st.integers(1, 90), min_size=1, max_size=30), st.integers(0, 90), st.sampled_from(Comparison))
def test_so_many_more_meet_a_median(hours: list[int], target: int, comparison: Comparison) -> None:
    facts = [fact(key, decided_at=NINE + timedelta(hours=each)) for key, each in enumerate(hours)]
    asked = standard(Measure.HOURS_TO_DECISION, target, comparison)
    more = standing(asked, facts, LATER, 1).more
    if more is not None:
        at_target = fact(99, decided_at=NINE + timedelta(hours=target))
        assert standing(asked, [*facts, *[at_target] * more], LATER, 1).verdict is Verdict.MET
        assert standing(asked, [*facts, *[at_target] * (more - 1)], LATER, 1).verdict is Verdict.NOT_MET


@given(st.sampled_from(Measure), st.lists(st.tuples(st.integers(0, 9), st.booleans(), st.integers(0, 10)), max_size=20))
def test_a_share_never_leaves_its_cases(measure: Measure, rows: list[tuple[int, bool, int]]) -> None:
    facts = [
        admitted(key, days, satisfaction=score) if started else fact(key, not_admitted=score > 5)
        for key, (days, started, score) in enumerate(rows)
    ]
    read = reading(standard(measure), facts, LATER)
    assert set(read.hits) <= set(read.of) <= {each.referral_id for each in facts}
    assert read.part <= read.cases
    if UNITS[measure] is Unit.SHARE and read.value is not None:
        assert 0 <= read.value <= 100
