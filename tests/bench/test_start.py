"""How long until the window can be used, against a bare window measured in the same run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

from tests.bench import bare_window
from tests.bench.measure import Figure, Lane
from tests.whole.program import PROGRAM, environment

pytestmark = pytest.mark.bench

LIMIT = 4.0
RUNS = 5


@pytest.fixture(scope="module")
def environ(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """With the byte code kept, as an installed program has it, whatever the shell says about that."""
    return environment(PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=str(tmp_path_factory.mktemp("pycache")))


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the bare window shows."""
    path = tmp_path_factory.mktemp("bare") / "bare.db"
    bare_window.make_database(str(path))
    return path


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a sample agency."""
    data = tmp_path_factory.mktemp("sample") / "agency"
    subprocess.run([*PROGRAM, "--data", str(data), "sample"], capture_output=True, env=environment(), check=True)
    return data


def _bare(database: Path, environ: dict[str, str]) -> float:
    words = [sys.executable, "-m", "tests.bench.bare_window", str(database)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", env=environ, check=True)
    return float(done.stdout)


def _ours(data: Path, environ: dict[str, str], *, first_answers: bool) -> float:
    kept = data / "cache" / "first-answers.json"
    if not first_answers:
        kept.unlink()
    assert kept.exists() == first_answers
    words = [*PROGRAM, "--data", str(data), "--smoke-test"]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", env=environ, check=True)
    return float(json.loads(done.stdout)["ready_ms"])


@pytest.mark.parametrize("first_answers", [True, False], ids=["first answers there", "without them"])
def test_the_sample_agency_is_ready_in_four_times_the_time_of_a_bare_window(
    bare: Path, sample: Path, environ: dict[str, str], lane: Lane, first_answers: bool
) -> None:
    # Turn about, so that whatever else the machine does weighs on both alike; the first of each warms the disk.
    pairs = [(_bare(bare, environ), _ours(sample, environ, first_answers=first_answers)) for _ in range(RUNS + 1)][1:]
    floor, ready = median(bare for bare, _ in pairs), median(ours for _, ours in pairs)
    how = "first answers there" if first_answers else "without first answers"
    lane.take(Figure(f"Ready to use, {how}", ready, floor, LIMIT))
    lane.benchmark.pedantic(lambda: _ours(sample, environ, first_answers=first_answers), rounds=1)
