"""The frozen program works where there is no Python and no environment (``.ci/frozen`` builds it)."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import hhcrm

DIST = Path(__file__).parents[2] / "dist" / "hhcrm"
PROGRAM = DIST / ("hhcrm.exe" if sys.platform == "win32" else "hhcrm")
EMPTY = {"QT_QPA_PLATFORM": "offscreen"}

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(not PROGRAM.exists(), reason="no frozen build in dist/: run .ci/frozen"),
]


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the frozen program in an empty environment, as ``env -i`` does."""
    return subprocess.run(
        [str(PROGRAM), *words],
        cwd=cwd,
        env=EMPTY,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_it_says_its_name_and_version(tmp_path: Path) -> None:
    done = run("--version", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"hhcrm {hhcrm.__version__}\n", "")


def test_the_licences_of_what_it_bundles_lie_beside_it() -> None:
    (room,) = DIST.rglob("licences")
    said = {
        folder.name.rpartition("-")[0]: "".join(
            file.read_text("utf-8", errors="replace") for file in folder.rglob("*") if file.is_file()
        )
        for folder in room.iterdir()
    }
    assert {"hhcrm", "scipy", "numpy", "matplotlib", "sqlalchemy", "pyvrp", "psycopg"} <= set(said)
    assert all(said.values())
    assert "OpenBLAS" in said["scipy"]


def test_it_opens_every_place_and_says_nothing_else(tmp_path: Path) -> None:
    done = run("--data", str(tmp_path / "agency"), "--smoke-test", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert said["ready_ms"] > 0
    assert {"place_today", "place_sources", "place_measure"} <= set(said["places"])


def test_an_agency_goes_in_and_comes_out(tmp_path: Path) -> None:
    agency = ("--data", str(tmp_path / "agency"), "--json")
    (tmp_path / "list.csv").write_text("Facility,Type,ZIP\nMercy Hospital,Hospital,37203\n", "utf-8")
    for words in (
        ("sample", "--sources", "20", "--months", "2"),
        ("import", "sources", "list.csv"),
        ("export", "sources", "out.csv"),
        ("export", "sources", "out.xlsx"),
        ("import", "sources", "out.xlsx", "--dry-run"),
        ("backup", "copy.db"),
        ("check",),
    ):
        done = run(*agency, *words, cwd=tmp_path)
        assert done.returncode == 0, (words, done.stdout, done.stderr)
        json.loads(done.stdout)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as lines:
        names = [row["name"] for row in csv.DictReader(lines)]
    assert len(names) == 21
    assert "Mercy Hospital" in names
    assert (tmp_path / "copy.db").stat().st_size > 0
    other = ("--data", str(tmp_path / "other"), "--json")
    assert run(*other, "sample", "--sources", "60", "--months", "14", cwd=tmp_path).returncode == 0
    told = run(*other, "report", "approach", cwd=tmp_path)  # what judges it is in the build
    assert told.returncode == 0, told.stderr
    assert any(row["low"] is not None for row in json.loads(told.stdout)["rows"])
    in_five_weeks = (datetime.now(UTC) + timedelta(days=35)).date().isoformat()
    planned = run(*agency, "report", "plan", "--from", in_five_weeks, cwd=tmp_path)
    assert planned.returncode == 0, planned.stderr
    assert "Solved with PyVRP." in planned.stderr
