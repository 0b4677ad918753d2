"""Where a visit fits in a liaison's days: any diary, any wish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.diary import DAYS_LOOKED_AT, PREFERRED_WITHIN, Booking, Diary, Off, Wish
from hhcrm.domain.slots import STEP, minute_of, time_of
from hhcrm.domain.working_week import Hours, WorkingWeek

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
EIGHT = Hours(time(8), time(17))

days = st.integers(0, 40).map(lambda n: MONDAY + n * DAY)
times = st.integers(6 * 4, 19 * 4).map(lambda n: time_of(15 * n))


@st.composite
def spans_of_hours(draw: st.DrawFn) -> Hours:
    first, last = sorted(draw(st.lists(times, min_size=2, max_size=2, unique=True)))
    return Hours(first, last)


weeks = (
    st.lists(st.none() | spans_of_hours(), min_size=7, max_size=7)
    .filter(lambda found: any(each is not None for each in found))
    .map(lambda found: WorkingWeek(tuple(found)))
)
bookings = st.builds(Booking, st.none() | times, st.integers(5, 180))


@st.composite
def diaries(draw: st.DrawFn) -> Diary:
    away = draw(st.lists(st.tuples(days, st.integers(0, 20)), max_size=3))
    return Diary(
        MONDAY,
        draw(times),
        draw(weeks),
        draw(st.frozensets(days, max_size=6)),
        tuple((first, first + n * DAY) for first, n in away),
        draw(st.dictionaries(days, st.lists(bookings, max_size=5).map(tuple), max_size=12)),
        draw(st.integers(0, 40)),
        draw(st.integers(1, 8)),
    )


wishes = st.builds(
    Wish,
    st.integers(5, 120),
    days,
    st.frozensets(st.integers(0, 6), max_size=3),
    st.dictionaries(st.integers(0, 6), st.lists(spans_of_hours(), min_size=1, max_size=2).map(tuple), max_size=5),
)


def is_good(diary: Diary, wish: Wish, day: date, at: time) -> bool:
    """The rule again, in the plainest way: minute by minute of what is taken."""
    begin, end = minute_of(at), minute_of(at) + wish.minutes
    hours = diary.week.days[day.weekday()]
    if hours is None or day in diary.holidays or any(first <= day <= last for first, last in diary.away):
        return False
    open_hours = wish.hours.get(day.weekday(), ()) if wish.hours else (hours,)
    booked = diary.booked.get(day, ())
    taken = [
        range(minute_of(each.at) - diary.drive - wish.minutes + 1, minute_of(each.at) + each.minutes + diary.drive)
        for each in booked
        if each.at is not None
    ]
    return (
        day >= max(diary.today, wish.since)
        and (day > diary.today or begin >= min(minute_of(diary.clock) + STEP, 24 * 60 - 1))
        and minute_of(hours.starts) <= begin
        and end <= minute_of(hours.ends)
        and any(minute_of(one.starts) <= begin and end <= minute_of(one.ends) for one in open_hours)
        and len(booked) < diary.most_a_day
        and not any(begin in minutes for minutes in taken)
    )


@given(diaries(), wishes)
def test_what_is_offered_is_good_and_the_earliest_there_is(diary: Diary, wish: Wish) -> None:
    begin = max(wish.since, MONDAY)
    every_day = [begin + n * DAY for n in range(DAYS_LOOKED_AT)]
    quarters = [time_of(STEP * n) for n in range(24 * 60 // STEP)]
    found = diary.first_free(wish)
    wished = [day for day in every_day[:PREFERRED_WITHIN] if day.weekday() in wish.weekdays]
    if found is None:
        assert not any(is_good(diary, wish, day, at) for day in every_day for at in quarters)
        return
    day, at = found
    assert is_good(diary, wish, day, at)
    assert diary.fits(day, at, wish)
    assert diary.fits(day, None, wish)
    for earlier in (*wished, *every_day):
        if earlier == day:
            break
        assert not any(is_good(diary, wish, earlier, each) for each in quarters)
    assert not any(is_good(diary, wish, day, each) for each in quarters if each < at)


@given(diaries(), wishes, days, times)
def test_fits_says_yes_exactly_where_it_is_good(diary: Diary, wish: Wish, day: date, at: time) -> None:
    since = replace(wish, since=MONDAY)
    late_enough = day > MONDAY or minute_of(at) >= minute_of(diary.clock) + STEP
    assert (diary.fits(day, at, since) and late_enough) == is_good(diary, since, day, at)


@given(diaries(), st.lists(wishes, max_size=8))
def test_places_offered_one_after_another_never_overlap(diary: Diary, asked: list[Wish]) -> None:
    placed: list[tuple[date, int, int]] = []
    for wish in asked:
        found = diary.first_free(wish)
        if found is None:
            continue
        day, at = found
        diary = diary.with_visit(day, Booking(at, wish.minutes))
        placed.append((day, minute_of(at), minute_of(at) + wish.minutes))
    for place, (day, begin, end) in enumerate(placed):
        for other, start, stop in placed[place + 1 :]:
            assert other != day or stop + diary.drive <= begin or end + diary.drive <= start


def test_a_source_that_is_never_open_when_we_work_is_given_up() -> None:
    diary = Diary(MONDAY, time(9))
    at_night = {day: (Hours(time(18), time(21)),) for day in range(7)}
    assert diary.first_free(Wish(20, MONDAY, hours=at_night)) is None
    on_sundays = Wish(20, MONDAY, hours={6: (EIGHT,)})
    assert diary.first_free(on_sundays) is None
    assert not on_sundays.is_open(MONDAY)


def test_a_preferred_day_within_two_weeks_goes_before_an_earlier_one() -> None:
    diary = Diary(MONDAY, time(9))
    wish = Wish(20, MONDAY, frozenset({3}))
    assert diary.first_free(wish) == (date(2026, 11, 26), time(8))
    thanksgiving = replace(diary, holidays=frozenset({date(2026, 11, 26)}))
    assert thanksgiving.first_free(wish) == (date(2026, 12, 3), time(8))
    away = replace(diary, away=((MONDAY, date(2026, 12, 6)),))
    assert away.first_free(wish) == (date(2026, 12, 7), time(8))


def test_hours_of_the_source_and_what_is_booked_hold() -> None:
    afternoons = {0: (Hours(time(9), time(10)), Hours(time(14), time(16)))}
    diary = Diary(MONDAY, time(9, 30), booked={MONDAY: (Booking(time(14), 30), Booking(None, 20))})
    assert diary.first_free(Wish(20, MONDAY, hours=afternoons)) == (MONDAY, time(15))
    assert diary.first_free(Wish(70, MONDAY, hours=afternoons)) == (MONDAY + 7 * DAY, time(14))
    full = replace(diary, most_a_day=2)
    assert full.first_free(Wish(20, MONDAY, hours=afternoons)) == (MONDAY + 7 * DAY, time(9))


def test_why_nobody_visits_on_a_day_is_said_each_for_itself() -> None:
    diary = Diary(MONDAY, time(9), holidays=frozenset({MONDAY}), away=((MONDAY, MONDAY),))
    assert diary.off(MONDAY) == {Off.AWAY, Off.HOLIDAY}
    assert diary.off(MONDAY + 5 * DAY) == {Off.WEEK}
    assert diary.off(MONDAY + DAY, time(16, 45), 30) == {Off.WEEK}
    assert diary.off(MONDAY + DAY, time(16, 30), 30) == frozenset()


def test_a_visit_taken_out_leaves_its_place_free() -> None:
    diary = Diary(MONDAY, time(7), booked={MONDAY: (Booking(time(8), 600, 7),)})
    assert diary.first_free(Wish(20, MONDAY)) == (MONDAY + DAY, time(8))
    assert diary.without({7}).first_free(Wish(20, MONDAY)) == (MONDAY, time(8))
