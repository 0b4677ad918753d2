"""Rhythm kept as the database counts it is what the rule gives, under any visits, cadences and period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, insert

from hhcrm.domain.cadence import RhythmKept, rhythm_kept
from hhcrm.domain.periods import month_end
from hhcrm.domain.settings import Rules
from hhcrm.domain.words import SourceStage, Tier, VisitStatus
from hhcrm.models.all import metadata
from hhcrm.queries.ground import s
from hhcrm.queries.rhythm import Period, rhythm_by_month, rhythm_by_source, rhythm_of
from hhcrm.storage import derived
from hhcrm.storage.settings import rules_on
from hhcrm.storage.work import UnitOfWork
from tests.databases import ACTOR, new_engine, now
from tests.storage.rows import Ground, lay_ground

FIRST, LAST = date(2023, 11, 1), date(2024, 6, 30)
"""Over a year's end and a leap day."""

days = st.dates(FIRST, LAST) | st.sampled_from([FIRST + timedelta(days=7 * n) for n in range(20)])
"""Often so many weeks apart that a gap is just as long as it may be."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A visit on a day: of a kind that counts or not, completed or not, archived or not."""

    day: date
    counts: bool = True
    status: VisitStatus = VisitStatus.COMPLETED
    archived: bool = False

    @property
    def is_gap(self) -> bool:
        """Whether it opens and ends gaps."""
        return self.counts and self.status is VisitStatus.COMPLETED and not self.archived


@dataclass(frozen=True, slots=True)
class Seldom:
    """A source with its own cadence or its tier's, and its visits."""

    own: int | None
    tier: Tier | None
    visits: Sequence[Seen]


counted = st.builds(Seen, days)
anything = st.builds(Seen, days, st.booleans(), st.sampled_from(list(VisitStatus)), st.booleans())
sources = st.builds(
    Seldom,
    st.none() | st.sampled_from([7, 14, 28, 45, 180]),
    st.sampled_from([None, *Tier]),
    st.lists(counted | anything, max_size=9),
)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, Ground]]:
    """An agency's own tables; each example is taken back."""
    engine = new_engine(tmp_path_factory.mktemp("twin") / "agency.db")
    yield engine, lay_ground(UnitOfWork(engine, ACTOR, now))
    engine.dispose()


def rows_of(connection: Connection, ground: Ground, one: Seldom) -> int:
    """The source in the database; its id."""
    tables = metadata.tables
    values: dict[str, Any] = {
        "name": "Mercy", "name_key": "mercy", "type_id": ground.type_id, "stage": SourceStage.ACTIVE,
        "stage_since": FIRST, "created_on": FIRST, "cadence_days": one.own, "tier": one.tier,
    }  # fmt: skip
    made = connection.execute(insert(tables["referral_source"]).values(values)).inserted_primary_key
    assert made is not None
    for seen in one.visits:
        kind = ground.counting_id if seen.counts else ground.not_counting_id
        connection.execute(
            insert(tables["visit"]).values(
                source_id=made[0], visit_on=seen.day, kind_id=kind, status=seen.status,
                archived_at=now() if seen.archived else None,
            )
        )  # fmt: skip
    return int(made[0])


@given(
    st.lists(sources, min_size=1, max_size=4),
    days,
    st.integers(0, 160),
    days,
    st.sampled_from([0, 7, 12]),
    st.booleans(),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_database_counts_as_the_rule_does(
    ground: tuple[Engine, Ground], found: list[Seldom], start: date, length: int, today: date, grace: int, tiers: bool
) -> None:
    engine, lists = ground
    with engine.connect() as connection:
        taken_back = connection.begin()
        if tiers:
            setting = {"key": "rule.tier_b_cadence_days", "from_on": FIRST, "value": "21", "came_from": "Tess"}
            connection.execute(insert(metadata.tables["setting"]).values(setting))
        ids = {rows_of(connection, lists, one): one for one in found}
        derived.refresh(connection)
        period, rules = Period(start, start + timedelta(days=length), today), Rules(late_after_days=grace)
        by_source = rhythm_by_source(connection, s.id.in_(ids), period, rules)
        whole = rhythm_of(connection, s.id.in_(ids), period, rules)
        by_month, months = rhythm_by_month(connection, s.id.in_(ids), period, rules)
        newest = rules_on(connection, date.max)
        taken_back.rollback()
    meant = {key: by_the_rule(one, period, grace, newest) for key, one in ids.items()}
    assert {key: by_source.get(key, RhythmKept(0, 0)) for key in ids} == meant
    assert whole == by_month == together(meant.values())
    for month, kept in months.items():
        part = Period(max(month, period.start), min(month_end(month), period.end), today)
        assert kept == together(by_the_rule(one, part, grace, newest) for one in found)


def together(each: Iterable[RhythmKept]) -> RhythmKept:
    """The gaps of several sources."""
    all_of_them = tuple(each)
    return RhythmKept(sum(one.kept for one in all_of_them), sum(one.gaps for one in all_of_them))


def by_the_rule(one: Seldom, period: Period, grace: int, newest: Rules) -> RhythmKept:
    """What `hhcrm.domain.cadence` says of its counting visits."""
    of_tier = newest.tier_b_cadence_days if one.tier is Tier.B else 0
    cadence = one.own or of_tier or newest.default_cadence_days
    visits = [seen.day for seen in one.visits if seen.is_gap]
    return rhythm_kept(visits, cadence, period.start, period.end, period.today, Rules(late_after_days=grace))
