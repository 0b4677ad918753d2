"""The window as a process of its own: its smoke test, its one place per folder, its end."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.whole.program import PROGRAM, environment, run, start

posix_only = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


@pytest.fixture
def window(sample: Path) -> Iterator[subprocess.Popen[str]]:
    """A window on the sample that is up: another start has raised it."""
    process = start(sample)
    try:
        assert _wait_for_lock(sample, process)
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def _wait_for_lock(sample: Path, process: subprocess.Popen[str]) -> bool:
    while not (sample / "window.lock").exists():
        assert process.poll() is None, process.communicate()
    return True


def test_the_smoke_test_shows_every_place_and_says_nothing_else(sample: Path) -> None:
    done = run(sample, "--smoke-test")
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)
    assert set(said) == {"ready_ms", "places"}
    assert set(said["places"]) >= {"place_today", "place_sources", "place_measure"}
    assert said["ready_ms"] > said["places"]["place_today"] > 0


def test_the_smoke_test_makes_a_sample_where_there_is_none_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "temp").mkdir()
    done = run(tmp_path / "agency", "--smoke-test", TMPDIR=str(tmp_path / "temp"))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["ready_ms"] > 0
    assert not (tmp_path / "agency").exists()
    assert list((tmp_path / "temp").iterdir()) == []


def test_a_smoke_test_that_cannot_open_the_agency_says_why(sample: Path) -> None:
    with closing(sqlite3.connect(sample / "agency.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    done = run(sample, "--smoke-test")
    assert (done.returncode, done.stdout) == (3, "")
    assert "newer hhcrm" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@posix_only
def test_a_second_start_raises_the_first_and_ends(window: subprocess.Popen[str], sample: Path) -> None:
    second = run(sample)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert window.poll() is None
    window.send_signal(signal.SIGTERM)
    out, err = window.communicate(timeout=30)
    assert (window.returncode, out, err) == (0, "", "")


@posix_only
def test_a_command_works_beside_the_window(window: subprocess.Popen[str], sample: Path, tmp_path: Path) -> None:
    assert run(sample).returncode == 0  # the window is up when it can be raised
    assert run(sample, "export", "sources", str(tmp_path / "out.csv")).returncode == 0
    backup = json.loads(run(sample, "--json", "backup").stdout)["file"]
    refused = run(sample, "restore", backup)
    assert refused.returncode == 3
    assert "open in a window" in refused.stderr
    assert window.poll() is None


@posix_only
def test_ctrl_c_closes_the_window_in_order(window: subprocess.Popen[str], sample: Path) -> None:
    assert run(sample).returncode == 0
    window.send_signal(signal.SIGINT)
    _, err = window.communicate(timeout=30)
    assert window.returncode == 130
    assert err.startswith("hhcrm: Stopped.")
    assert not list(sample.glob("agency.db-wal"))


@posix_only
def test_a_throw_away_sample_is_gone_with_its_window(tmp_path: Path) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    process = subprocess.Popen(
        [*PROGRAM, "--sample"], env=environment(TMPDIR=str(temp)), stderr=subprocess.PIPE, encoding="utf-8"
    )
    try:
        while not list(temp.glob("hhcrm-sample-*/agency.db")):
            assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert (process.returncode, err) == (0, "")
    assert list(temp.iterdir()) == []
