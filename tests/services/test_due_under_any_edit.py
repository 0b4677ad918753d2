"""Whatever is logged, edited, archived, undone or set: what follows from it is what a fresh count of the rows gives."""

from __future__ import annotations

import calendar as months
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from hhcrm.domain.errors import KnownFault
from hhcrm.domain.setting_keys import SettingKey
from hhcrm.domain.words import Advance, SourceStage, Tier, VisitStatus
from hhcrm.models.all import metadata
from hhcrm.services.bound import Actions
from hhcrm.services.commands import (
    AddSource,
    Archive,
    ChangeStage,
    CloseVisit,
    EditSources,
    EditVisit,
    LogVisit,
    PlanVisit,
    Restore,
)
from hhcrm.services.holiday_commands import AddHoliday
from hhcrm.services.settings_commands import ChangeRules, ChangeSettings
from hhcrm.storage import derived
from tests.services.conftest import Agency, founded_in

TODAY = date(2028, 3, 15)
"""A leap year: the days drawn lie around its leap day and the year's end before it."""

Row = dict[str, Any]
Act = Callable[["Desk", int], object]


@dataclass(frozen=True)
class Desk:
    """The agency, its actions on `TODAY`, and whom they concern."""

    agency: Agency
    actions: Actions

    def rows(self, table: str, **where: object) -> list[Row]:
        """Rows of a table as they are stored."""
        columns = metadata.tables[table]
        asked = select(columns).where(*(columns.c[name] == value for name, value in where.items()))
        with self.agency.engine.connect() as connection:
            return [dict(row) for row in connection.execute(asked.order_by(columns.c.id)).mappings()]

    def number(self, rule: str, default: int) -> int:
        """The newest value of a number of the rules."""
        found = sorted(self.rows("setting", key=f"rule.{rule}"), key=lambda row: row["from_on"])
        return int(json.loads(found[-1]["value"])) if found else default


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A founded agency on SQLite: the same statements run on each database, as other tests see to."""
    agency = founded_in(tmp_path)
    yield Desk(agency, Actions(agency.work, lambda: TODAY, tmp_path / "files"))
    agency.engine.dispose()


days = st.sampled_from(
    [date(2027, 11, 15), *(date(2027, 12, 28) + timedelta(n) for n in range(9)),
     *(date(2028, 2, 25) + timedelta(n) for n in range(8)), TODAY]
)  # fmt: skip
"""Few enough for two visits to meet on one day."""

weeks = st.lists(st.booleans(), min_size=7, max_size=7).filter(any)


def log(day: date, counts: bool, advance: Advance) -> Act:
    return lambda desk, source: desk.actions.log_visit(
        LogVisit(source, advance, desk.agency.visit if counts else desk.agency.phone_call, day)
    )


def plan(day: date) -> Act:
    return lambda desk, source: desk.actions.plan_visit(PlanVisit(source, desk.agency.visit, day))


def edit(which: int, values: dict[str, object], counts: bool | None) -> Act:
    """Change the day, the status, the advance, or the kind of one of the source's visits."""

    def act(desk: Desk, source: int) -> object:
        visit = _one_of(desk.rows("visit", source_id=source), which)
        kind = {} if counts is None else {"kind_id": desk.agency.visit if counts else desk.agency.phone_call}
        return desk.actions.edit_visit(EditVisit(visit["id"], visit["version"], values | kind))

    return act


def put_away(which: int, back: bool) -> Act:
    def act(desk: Desk, source: int) -> object:
        visit = (_one_of(desk.rows("visit", source_id=source), which)["id"],)
        return desk.actions.restore(Restore("visit", visit)) if back else desk.actions.archive(Archive("visit", visit))

    return act


def close(which: int, status: VisitStatus) -> Act:
    return lambda desk, source: desk.actions.close_visit(
        CloseVisit(_one_of(desk.rows("visit", source_id=source, status=VisitStatus.PLANNED), which)["id"], status)
    )


def stage(to: SourceStage, day: date, cadence: int | None) -> Act:
    return lambda desk, source: desk.actions.change_stage(
        ChangeStage((source,), to, day, "closed", cadence if to is SourceStage.ACTIVE else None)
    )


def change(values: dict[str, object]) -> Act:
    return lambda desk, source: desk.actions.edit_sources(EditSources((source,), values))


def week(works: list[bool]) -> Act:
    hours = [["08:00", "17:00"] if one else None for one in works]
    return lambda desk, source: desk.actions.change_settings(ChangeSettings({SettingKey.WORKING_WEEK: hours}, TODAY))


def _one_of(visits: list[Row], which: int) -> Row:
    if not visits:
        raise KnownFault("there is none")
    return visits[which % len(visits)]


numbers = st.integers(0, 9)
visit_values = st.fixed_dictionaries(
    {},
    optional={
        "visit_on": days,
        "status": st.sampled_from(list(VisitStatus)),
        "advance": st.sampled_from(list(Advance)),
    },
)
acts = st.one_of(
    st.builds(log, days, st.booleans(), st.sampled_from(list(Advance))),
    st.builds(plan, st.dates(TODAY, date(2028, 5, 1))),
    st.builds(edit, numbers, visit_values, st.none() | st.booleans()),
    st.builds(put_away, numbers, st.booleans()),
    st.builds(close, numbers, st.sampled_from([VisitStatus.MISSED, VisitStatus.CANCELLED])),
    st.builds(stage, st.sampled_from(list(SourceStage)), days, st.none() | st.integers(7, 180)),
    st.builds(change, st.fixed_dictionaries({"cadence_days": st.none() | st.integers(7, 180)})),
    st.builds(change, st.fixed_dictionaries({"tier": st.sampled_from([None, *Tier])})),
    st.builds(lambda day: lambda desk, source: desk.actions.add_holiday(AddHoliday(day, "Closed")),
              st.dates(TODAY - timedelta(60), TODAY + timedelta(90))),
    st.builds(week, weeks),
    st.builds(
        lambda values: lambda desk, source: desk.actions.change_rules(ChangeRules(values, TODAY)),
        st.fixed_dictionaries(
            {"tier_b_cadence_days": st.sampled_from([0, 45]), "prospect_interval_days": st.integers(14, 40)}
        ),
    ),
    st.just(lambda desk, source: desk.actions.undo()),
    st.just(lambda desk, source: desk.actions.redo()),
)  # fmt: skip


begins = st.one_of(
    st.builds(stage, st.just(SourceStage.ACTIVE), days, st.none() | st.integers(7, 180)),
    st.builds(change, st.just({"tier": Tier.B})),
)


@given(
    st.booleans(), days, st.sampled_from([0, 45]), st.lists(begins, max_size=2), st.lists(acts, min_size=3, max_size=15)
)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_follows_is_what_a_fresh_count_gives(
    desk: Desk, owned: bool, found: date, of_tier: int, begin: list[Act], history: list[Act]
) -> None:
    desk.actions.change_rules(ChangeRules({"tier_b_cadence_days": of_tier}, TODAY))
    values = {"name": "Mercy", "type_id": desk.agency.snf, "owner_id": desk.agency.liaison_id if owned else None}
    source = desk.actions.add_source(AddSource(values, found)).subject
    assert source is not None
    for act in (*begin, *history):
        with suppress(KnownFault):  # refused: then nothing has changed, which is looked at too
            act(desk, source)
        rows = desk.rows("referral_source", id=source)
        if not rows:  # undone to before it was added
            return
        assert {name: rows[0][name] for name in COUNTED} == fresh(desk, rows[0])
    with desk.agency.engine.connect() as connection:
        assert derived.out_of_step(connection) == [], "what concerns everybody moves everybody"


COUNTED = ("last_visit_on", "due_on", "stage_visits", "visits_since_advance")


def fresh(desk: Desk, source: Row) -> Row:
    """What product.md, section 3, says of the rows as they are."""
    counts = {row["id"]: row["counts"] for row in desk.rows("visit_kind")}
    took_place = [
        row
        for row in desk.rows("visit", source_id=source["id"])
        if row["status"] == VisitStatus.COMPLETED and row["archived_at"] is None
    ]
    counting = sorted(row["visit_on"] for row in took_place if counts[row["kind_id"]])
    advances = [row["visit_on"] for row in took_place if row["advance"] == Advance.ADVANCE]
    last = counting[-1] if counting else None
    prospective = source["stage"] == SourceStage.PROSPECTIVE
    return {
        "last_visit_on": last,
        "due_on": _due(desk, source, last),
        "stage_visits": sum(day >= source["stage_since"] for day in counting) if prospective else 0,
        "visits_since_advance": sum(not advances or day > max(advances) for day in counting),
    }


def _due(desk: Desk, source: Row, last: date | None) -> date | None:
    if source["stage"] == SourceStage.INACTIVE:
        return None
    if source["stage"] == SourceStage.ACTIVE:
        return _working(desk, (last or source["stage_since"]) + timedelta(_cadence(desk, source)))
    cohorts = {row["id"]: row["month"] for row in desk.rows("cohort")}
    mine = [
        cohorts[row["cohort_id"]]
        for row in desk.rows("cohort_member", source_id=source["id"])
        if row["left_on"] is None
    ]
    if last is None and mine:
        month = max(mine)
        last_day = date(month.year, month.month, months.monthrange(month.year, month.month)[1])
        return _working(desk, last_day, step=-1)
    wait = desk.number("prospect_interval_days", 30)
    return _working(desk, (last or source["stage_since"]) + timedelta(wait))


def _cadence(desk: Desk, source: Row) -> int:
    tier = source["tier"]
    of_tier = desk.number(f"tier_{str(tier).lower()}_cadence_days", 0) if tier else 0
    of_type = desk.rows("source_type", id=source["type_id"])[0]["cadence_days"]
    return int(source["cadence_days"] or of_tier or of_type or desk.number("default_cadence_days", 30))


def _working(desk: Desk, day: date, step: int = 1) -> date:
    holidays = {row["day"] for row in desk.rows("holiday")}
    kept = sorted(desk.rows("setting", key=str(SettingKey.WORKING_WEEK)), key=lambda row: row["from_on"])
    hours = json.loads(kept[-1]["value"]) if kept else [1, 1, 1, 1, 1, None, None]
    while not hours[day.weekday()] or day in holidays:
        day += timedelta(days=step)
    return day
