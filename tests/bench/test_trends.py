"""Trends on the large agency: what the page asks against the same rows counted by hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication

from hhcrm.charts.compared import compared
from hhcrm.charts.reasons import reasons_by_month, reasons_chart
from hhcrm.charts.speeds import speed_chart
from hhcrm.charts.trends import trend_chart
from hhcrm.domain.measures import By, Grain, MeasureKey
from hhcrm.queries.bound import Questions
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.trend_models import SpeedAsk, TrendAsk
from hhcrm.storage.engine import PRAGMAS
from tests.bench.bulk import TODAY
from tests.bench.measure import Lane

pytestmark = pytest.mark.bench

YEAR = MeasureFilter(TODAY.replace(year=TODAY.year - 1) + timedelta(days=1), TODAY)
AGO = MeasureFilter(YEAR.from_on.replace(year=YEAR.from_on.year - 1), YEAR.from_on - timedelta(days=1))
DAYS = (YEAR.from_on.isoformat(), YEAR.until_on.isoformat())
THEN = (AGO.from_on.isoformat(), AGO.until_on.isoformat())

_SUMS = "count(*), count(soc_on), sum(CASE WHEN stage = 'not admitted' AND soc_on IS NULL THEN 1 ELSE 0 END)"
_LIVING = "FROM referral WHERE referral_on BETWEEN ? AND ? AND archived_at IS NULL"
BY_MONTH = f"SELECT substr(referral_on, 1, 7), {_SUMS} {_LIVING} GROUP BY 1"
BY_PAYER = f"SELECT payer_id, {_SUMS} {_LIVING} GROUP BY 1"
BY_PAYER_BY_MONTH = f"SELECT payer_id, substr(referral_on, 1, 7), {_SUMS} {_LIVING} GROUP BY 1, 2"
BY_LENGTH = """
SELECT payer_id, coalesce(strftime('%s', soc_at), strftime('%s', soc_on) + 64800)
       - strftime('%s', coalesce(authorized_at, heard_at)) AS took, count(*)
  FROM referral WHERE soc_on BETWEEN ? AND ? AND archived_at IS NULL GROUP BY 1, 2"""
BY_REASON = f"""
SELECT substr(referral_on, 1, 7), reason_id, reason_owner, count(*) {_LIVING}
       AND stage = 'not admitted' AND soc_on IS NULL GROUP BY 1, 2, 3"""


@pytest.fixture
def bare(large_file: Path) -> Iterator[sqlite3.Connection]:
    """The driver alone, with our pragmas."""
    connection = sqlite3.connect(large_file, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    yield connection
    connection.close()


def test_a_measure_by_month_beside_a_year_ago(lane: Lane, questions: Questions, bare: sqlite3.Connection) -> None:
    asked = TrendAsk(MeasureKey.CONVERSION, YEAR, None, AGO, None, Grain.MONTH)

    def floor() -> object:
        return [bare.execute(BY_MONTH, days).fetchall() for days in (DAYS, THEN)]

    lane.compare("Trend by month beside a year ago", lambda: questions.trend(asked), floor, limit=1.5)


def test_a_measure_by_payer_and_month(lane: Lane, questions: Questions, bare: sqlite3.Connection) -> None:
    asked = TrendAsk(MeasureKey.CONVERSION, YEAR, None, AGO, By.PAYER, Grain.MONTH)

    def floor() -> object:
        asks = ((BY_MONTH, DAYS), (BY_PAYER_BY_MONTH, DAYS), (BY_PAYER, DAYS), (BY_PAYER, THEN))
        return [bare.execute(*each).fetchall() for each in asks]

    lane.compare("Trend by payer and month beside a year ago", lambda: questions.trend(asked), floor, limit=1.5)


def test_how_long_starts_of_care_took_by_payer(lane: Lane, questions: Questions, bare: sqlite3.Connection) -> None:
    asked = SpeedAsk(MeasureKey.HOURS_TO_SOC, YEAR, By.PAYER)
    found = questions.speed(asked)
    assert found.whole.cases == sum(row[2] for row in bare.execute(BY_LENGTH, DAYS).fetchall()) > 100
    lane.compare(
        "Hours to SOC as a distribution by payer", lambda: questions.speed(asked),
        lambda: bare.execute(BY_LENGTH, DAYS).fetchall(), limit=1.5,
    )  # fmt: skip


def test_why_referrals_were_not_admitted(lane: Lane, questions: Questions, bare: sqlite3.Connection) -> None:
    found = questions.not_admitted_reasons(YEAR)
    assert found.not_admitted == sum(row[3] for row in bare.execute(BY_REASON, DAYS).fetchall()) > 100

    def floor() -> object:
        return bare.execute(BY_REASON, DAYS).fetchall(), bare.execute(f"SELECT {_SUMS} {_LIVING}", DAYS).fetchall()

    lane.compare("Reasons for not admitting by month", lambda: questions.not_admitted_reasons(YEAR), floor, limit=1.5)


def test_what_the_interface_thread_does_with_them(questions: Questions, qapp: QApplication) -> None:
    """The charts of a few groups could be made there; they are made on the worker all the same."""
    asked = TrendAsk(MeasureKey.CONVERSION, YEAR, None, AGO, By.SOURCE_TYPE, Grain.WEEK)
    found, reasons = questions.trend(asked), questions.not_admitted_reasons(YEAR)
    speed = questions.speed(SpeedAsk(MeasureKey.HOURS_TO_SOC, YEAR, By.LIAISON))
    start = perf_counter()
    trend_chart(found), compared(found), reasons_chart(reasons), reasons_by_month(reasons, date.max), speed_chart(speed)
    assert perf_counter() - start < 0.2
