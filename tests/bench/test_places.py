"""The window on the large agency: from place to place, and how long the interface thread is held meanwhile."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.bench.measure import Figure, Lane
from tests.whole.program import environment
from tests.whole.watchdog import MOST_MS

pytestmark = pytest.mark.bench

SWITCH_MS = 100
OPEN_MS = 300
FIRST_TIMES = 100
"""A first visit imports, builds and asks for everything: taken down beside the others; its limit catches a hang."""


@pytest.fixture(scope="module")
def agency(large_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the large agency."""
    folder = tmp_path_factory.mktemp("large") / "agency"
    folder.mkdir()
    shutil.copyfile(large_file, folder / "agency.db")
    return folder


def measured(module: str, data: Path) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", module, str(data)],
        capture_output=True, encoding="utf-8", check=True, cwd=Path(__file__).parents[2],
        env=environment(
            QT_NO_GLIB="1", PYTHONDONTWRITEBYTECODE="", PYTHONPYCACHEPREFIX=str(data.parent / "pycache")
        ),
    )  # fmt: skip
    return json.loads(done.stdout)


def test_from_place_to_place(lane: Lane, agency: Path) -> None:
    """Beside the limits themselves, as there is no floor to go to another place."""
    measured("tests.whole.switching", agency)  # the byte code is kept from here on
    for place, times in measured("tests.whole.switching", agency).items():
        lane.take(Figure(f"To {place}, a first visit", times["first"], SWITCH_MS, FIRST_TIMES))
        lane.take(Figure(f"To {place}, again", times["again"], SWITCH_MS, 1, SWITCH_MS))
    lane.benchmark.pedantic(lambda: None, rounds=1)


def test_measure_opens_with_the_figures_of_the_start_before(lane: Lane, agency: Path) -> None:
    measured("tests.whole.opening_measure", agency)  # the byte code is kept from here on
    times = measured("tests.whole.opening_measure", agency)
    lane.take(Figure("Measure opens, last known figures", times["last_known"], OPEN_MS, 1, OPEN_MS))
    lane.benchmark.pedantic(lambda: None, rounds=1)


def test_no_slot_holds_the_interface_thread(lane: Lane, agency: Path) -> None:
    turns = measured("tests.whole.watchdog", agency)
    assert len(turns) > 20
    for turn in turns[:5]:
        lane.take(Figure(f"Interface thread held: {turn['step']}", turn["ms"], MOST_MS, 1, MOST_MS))
    lane.benchmark.pedantic(lambda: None, rounds=1)
