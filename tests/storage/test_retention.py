"""Which backups stay."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hhcrm.storage.backup import Backup, list_backups
from hhcrm.storage.retention import ALL_FOR, DAILY_FOR, MONTHLY_FOR, WEEKLY_FOR, kept, prune
from tests.databases import NOW

AGES = st.integers(-60, 60 * 24 * 500).map(lambda minutes: timedelta(minutes=minutes))


@st.composite
def histories(draw: st.DrawFn) -> list[Backup]:
    """Backups at any moments of the last 500 days, verified or not looked at."""
    ages = draw(st.lists(AGES, max_size=60, unique=True))
    return [
        Backup(Path(f"agency-{number}.db"), NOW - age, verified=draw(st.booleans())) for number, age in enumerate(ages)
    ]


@given(histories())
def test_all_of_the_last_day_stay(backups: list[Backup]) -> None:
    assert {b for b in backups if NOW - b.at <= ALL_FOR} <= kept(backups, NOW)


@given(histories())
def test_the_newest_and_the_newest_good_one_always_stay(backups: list[Backup]) -> None:
    stay = kept(backups, NOW)
    for some in (backups, [b for b in backups if b.verified]):
        if some:
            assert max(some, key=lambda b: b.at) in stay


@given(histories())
def test_each_day_week_and_month_in_reach_keeps_one(backups: list[Backup]) -> None:
    stay = kept(backups, NOW)
    for backup in backups:
        age = NOW - backup.at
        if age <= DAILY_FOR:
            assert any(s.at.date() == backup.at.date() for s in stay)
        if age <= WEEKLY_FOR:
            assert any(s.at.isocalendar()[:2] == backup.at.isocalendar()[:2] for s in stay)
        if age <= MONTHLY_FOR:
            assert any((s.at.year, s.at.month) == (backup.at.year, backup.at.month) for s in stay)


@given(histories())
def test_no_more_stay_than_the_spans_have_room_for(backups: list[Backup]) -> None:
    older = [b for b in kept(backups, NOW) if NOW - b.at > ALL_FOR]
    assert len(older) <= 15 + 9 + 13 + 2


@given(histories(), st.lists(AGES, max_size=4))
def test_taking_away_more_often_keeps_the_same(backups: list[Backup], pauses: list[timedelta]) -> None:
    left = list(backups)
    moment = NOW
    for pause in sorted(abs(pause) for pause in pauses):
        left = list(kept(left, moment))
        moment += pause
    assert kept(left, moment) == kept(backups, moment)


@given(histories())
def test_nothing_is_kept_that_is_not_there(backups: list[Backup]) -> None:
    assert kept(backups, NOW) <= set(backups)
    assert bool(kept(backups, NOW)) == bool(backups)


def _name(at: datetime) -> str:
    return f"agency-{at:%Y%m%d-%H%M%S}.db"


def test_damaged_files_alone_are_never_pruned(tmp_path: Path) -> None:
    for days in (30, 31, 32, 33):
        (tmp_path / _name(NOW - timedelta(days))).write_bytes(b"damaged")
    assert prune(tmp_path, NOW) == []
    assert len(list_backups(tmp_path)) == 4
