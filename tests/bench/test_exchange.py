"""How fast files come in and go out, each beside its floor measured in the same run (issue: How fast).

`HHCRM_BENCH_SCALE` below 1 measures on the reduced agency with as many fewer rows.
"""

from __future__ import annotations

import csv
import gc
import os
import shutil
import time as clock
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

import pytest

# EXP
from hhcrm.exchange.exporting import Wanted, export_table
from hhcrm.exchange.fields import RecordKind
from hhcrm.exchange.importing import import_file
from hhcrm.models.all import metadata
from hhcrm.queries.bound import Questions
from hhcrm.storage.engine import Address, connect, make_engine
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from tests.bench.bulk import FULL, REDUCED, TODAY, large_agency

pytestmark = pytest.mark.bench

SCALE = float(os.environ.get("HHCRM_BENCH_SCALE", "1"))
ROWS = int(100_000 * SCALE)
ROUNDS = 3
ZONE = ZoneInfo("America/Chicago")
IMPORT_LIMIT, EXPORT_LIMIT = 4.0, 2.0
HEADER = (
    "source", "zip", "contacts", "liaison", "kind", "status", "date", "time", "minutes", "travel_minutes", "miles",
    "purpose", "ask", "advance", "notes", "next_step",
)  # fmt: skip


def _now() -> datetime:
    return datetime(TODAY.year, TODAY.month, TODAY.day, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def agency() -> Path:
    return large_agency(FULL if SCALE >= 1 else REDUCED)


@pytest.fixture(scope="module")
def visits_csv(agency: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Visits as another program's list has them: names and ZIPs, no ids of ours; a fifth names the person met."""
    connection = connect(agency, mode="ro")
    sources = connection.execute(
        "SELECT s.id, s.name, s.zip FROM referral_source s WHERE s.archived_at IS NULL AND "
        "(SELECT count(*) FROM referral_source t WHERE t.name_key = s.name_key) = 1 ORDER BY s.id"
    ).fetchall()
    people: dict[int, str] = {}
    for source_id, first, last in connection.execute(
        "SELECT a.source_id, c.first_name, c.last_name FROM affiliation a JOIN contact c ON c.id = a.contact_id "
        "WHERE c.archived_at IS NULL AND (SELECT count(*) FROM affiliation b JOIN contact d ON d.id = b.contact_id "
        "WHERE b.source_id = a.source_id AND d.name_key = c.name_key) = 1"
    ):
        people[source_id] = f"{first} {last}"
    liaisons = [row[0] for row in connection.execute("SELECT name FROM app_user ORDER BY id")]
    notes = [row[0] for row in connection.execute("SELECT notes FROM visit WHERE notes IS NOT NULL LIMIT 20000")]
    connection.close()
    file = tmp_path_factory.mktemp("lists") / "visits.csv"
    dice = Random(7)
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADER)
        for row in range(ROWS):
            source_id, name, zip_code = dice.choice(sources)
            day = TODAY - timedelta(days=dice.randrange(1, 1000))
            writer.writerow((
                name, zip_code, people.get(source_id, "") if row % 5 == 0 else "", dice.choice(liaisons),
                dice.choice(("In-person visit", "Phone call", "Drop-in")), "completed", f"{day:%m/%d/%Y}",
                f"{8 + dice.randrange(9)}:{dice.randrange(60):02}", dice.randrange(5, 60), dice.randrange(5, 40),
                dice.randrange(1, 300) / 10, "Follow up", "asked", dice.choice(("advance", "continuation")),
                dice.choice(notes), "",
            ))  # fmt: skip
    return file


def _import(agency: Path, visits_csv: Path, folder: Path) -> tuple[float, Path, int]:
    file = folder / "ours.db"
    shutil.copyfile(agency, file)
    engine = make_engine(Address(file=file))
    work = UnitOfWork(engine, Actor(None, "bench"), _now)
    gc.collect()
    result = import_file(visits_csv, RecordKind.VISITS, None, work, today=TODAY, zone=ZONE)
    engine.dispose()
    assert (result.created, result.refused) == (ROWS, 0), result.problems[:3]
    assert result.run is not None
    return result.seconds, file, result.run


def _made_rows(file: Path, run: int) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """The rows that the import made, as the driver takes them."""
    connection = connect(file, mode="ro")
    tables = []
    for table in metadata.sorted_tables:
        if "import_run_id" in table.c:
            names = ", ".join(column.name for column in table.columns if column.name != "import_run_id")
            rows = connection.execute(f"SELECT {names} FROM {table.name} WHERE import_run_id = ?", (run,)).fetchall()
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                tables.append((f"INSERT INTO {table.name} ({names}) VALUES ({marks})", rows))
    connection.close()
    return tables


def _floor(agency: Path, visits_csv: Path, folder: Path, tables: list[tuple[str, list[tuple[Any, ...]]]]) -> float:
    """The standard library's reader over the file, and the driver writing the same rows: ids and texts made before."""
    file = folder / "floor.db"
    shutil.copyfile(agency, file)
    connection = connect(file)
    gc.collect()
    began = clock.perf_counter()
    with visits_csv.open(encoding="utf-8-sig", newline="") as lines:
        assert sum(1 for _ in csv.reader(lines)) == ROWS + 1
    connection.execute("BEGIN IMMEDIATE")
    for statement, rows in tables:
        connection.executemany(statement, rows)
    connection.execute("COMMIT")
    took = clock.perf_counter() - began
    connection.close()
    file.unlink()
    return took


def _say(what: str, ours: float, floor: float, limit: float) -> None:
    print(f"\n{what}: {ours:.2f} s, floor {floor:.2f} s, ratio {ours / floor:.2f}, limit {limit:g}")
    assert ours / floor <= 2 * limit


def test_importing_visits_costs_at_most_four_times_reading_and_writing_them(
    agency: Path, visits_csv: Path, tmp_path: Path
) -> None:
    ours, floors = [], []
    tables: list[tuple[str, list[tuple[Any, ...]]]] = []
    for _ in range(ROUNDS):
        took, file, run = _import(agency, visits_csv, tmp_path)
        tables = tables or _made_rows(file, run)
        file.unlink()
        ours.append(took)
        floors.append(_floor(agency, visits_csv, tmp_path, tables))
    _say(f"import of {ROWS:,} visits", median(ours), median(floors), IMPORT_LIMIT)


BARE = """
SELECT v.id, v.source_id, s.name,
  (SELECT group_concat(c.first_name || ' ' || c.last_name, '; ') FROM visit_contact m JOIN contact c
   ON c.id = m.contact_id WHERE m.visit_id = v.id),
  u.name, k.name, v.status, v.visit_on, v.start_time, v.minutes, v.travel_minutes, v.miles, v.purpose, v.line, v.ask,
  v.advance, v.notes,
  (SELECT group_concat(t.name, '; ') FROM visit_material l JOIN material t ON t.id = l.material_id
   WHERE l.visit_id = v.id),
  v.next_step
FROM visit v JOIN referral_source s ON s.id = v.source_id JOIN visit_kind k ON k.id = v.kind_id
LEFT JOIN app_user u ON u.id = v.liaison_id
WHERE v.archived_at IS NULL AND v.visit_on >= ? ORDER BY v.id
"""


def _bare_export(agency: Path, path: Path, since: date) -> tuple[float, int]:
    connection = connect(agency, mode="ro")
    gc.collect()
    began = clock.perf_counter()
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows(connection.execute(BARE, (since.isoformat(),)))
        out.flush()
        os.fsync(out.fileno())
    took = clock.perf_counter() - began
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = sum(1 for _ in csv.reader(lines))
    connection.close()
    return took, rows


def test_exporting_visits_costs_at_most_twice_writing_the_bare_query(agency: Path, tmp_path: Path) -> None:
    since = TODAY - timedelta(days=365)
    engine = make_engine(Address(file=agency))
    questions = Questions(engine, _now, lambda: TODAY, None)
    ours, floors = [], []
    for _ in range(ROUNDS):
        gc.collect()
        began = clock.perf_counter()
        rows = export_table(questions, "visits", tmp_path / "a.csv", today=TODAY, wanted=Wanted(from_on=since))
        ours.append(clock.perf_counter() - began)
        took, bare = _bare_export(agency, tmp_path / "b.csv", since)
        floors.append(took)
        assert rows == bare
    engine.dispose()
    _say(f"export of {rows:,} visits", median(ours), median(floors), EXPORT_LIMIT)
