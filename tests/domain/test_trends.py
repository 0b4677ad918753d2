"""A period is cut into months or weeks, and held against others whose pieces are alike."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.measures import Grain, MeasureKey
from hhcrm.domain.periods import Period, Span, month_end, period_of
from hhcrm.domain.trends import beside, pieces_of, topics

DAYS = st.dates(date(2015, 1, 1), date(2033, 12, 31))
GRAINS = st.sampled_from([Grain.MONTH, Grain.WEEK])
ROLLING = st.sampled_from([span for span in Span if span is not Span.CUSTOM])


@given(DAYS, st.integers(0, 800), GRAINS, DAYS)
def test_the_pieces_are_the_period_and_nothing_else(start: date, days: int, grain: Grain, today: date) -> None:
    end = start + timedelta(days=days)
    pieces = pieces_of(start, end, grain, today)
    assert (pieces[0].begins, pieces[-1].ends) == (start, end)
    for one, following in itertools.pairwise(pieces):
        assert following.begins == one.ends + timedelta(days=1)
        assert following.begins.weekday() == 0 if grain is Grain.WEEK else following.begins.day == 1
    for piece in pieces:
        week = piece.begins.weekday() == 0 and piece.ends.weekday() == 6
        month = piece.begins.day == 1 and piece.ends == month_end(piece.begins)
        whole = (week if grain is Grain.WEEK else month) and not piece.begins <= today < piece.ends
        assert piece.partial is not whole


@given(ROLLING, DAYS, GRAINS)
def test_pieces_are_held_against_as_many_of_their_kind(span: Span, today: date, grain: Grain) -> None:
    held = beside(period_of(span, today), grain, today)
    own = pieces_of(held.period.start, held.period.end, grain)
    for other in (held.before, held.year_ago):
        if other is None:
            continue
        there = pieces_of(other.start, other.end, grain)
        assert len(there) == len(own)
        assert other.start < held.period.start
        if grain is Grain.WEEK:
            assert other.days == held.period.days
            assert [piece.begins.weekday() for piece in there] == [piece.begins.weekday() for piece in own]
    assert held.before is None or held.before.end < held.period.start
    assert not held.ahead
    assert held.period.end <= today


@given(DAYS, st.integers(0, 400), DAYS, GRAINS)
def test_days_of_ones_own_are_held_against_days_alike(start: date, days: int, today: date, grain: Grain) -> None:
    held = beside(Period(Span.CUSTOM, start, start + timedelta(days=days)), grain, today)
    assert held.ahead is (start > today)
    own = pieces_of(held.period.start, held.period.end, grain)
    if held.before is not None:
        assert len(pieces_of(held.before.start, held.before.end, grain)) == len(own)
        assert held.before.end < held.period.start
    if not held.ahead:
        assert held.period.end == min(today, start + timedelta(days=days))


def test_a_leap_day_and_a_week_53_meet_their_like() -> None:
    today = date(2028, 3, 15)
    february = beside(Period(Span.CUSTOM, date(2028, 2, 1), date(2028, 2, 29)), Grain.MONTH, today)
    assert (february.year_ago.start, february.year_ago.end) == (date(2027, 2, 1), date(2027, 2, 28))
    assert february.before is not None
    assert (february.before.start, february.before.end) == (date(2028, 1, 1), date(2028, 1, 31))
    # 2026 has a week 53, from Dec 28: a year before, the nearest Monday is the one 52 weeks earlier.
    week = Period(Span.CUSTOM, date(2026, 12, 28), date(2027, 1, 3))
    assert week.start.isocalendar().week == 53
    held = beside(week, Grain.WEEK, date(2027, 2, 1))
    assert held.year_ago.start == date(2025, 12, 29)
    assert abs((held.year_ago.start.replace(year=2026) - week.start).days) <= 2
    assert held.before is not None
    assert held.before.start == date(2026, 12, 21)


def test_a_period_of_12_months_has_no_other_before_it_than_that_of_a_year_ago() -> None:
    today = date(2026, 11, 23)
    for grain in (Grain.MONTH, Grain.WEEK):
        assert beside(period_of(Span.TWELVE_MONTHS, today), grain, today).before is None
        assert beside(period_of(Span.THIS_QUARTER, today), grain, today).before is not None


def test_every_measure_stands_in_one_topic() -> None:
    offered = [key for _, keys in topics() for key in keys]
    assert len(offered) == len(set(offered))
    assert set(offered) == set(MeasureKey)
