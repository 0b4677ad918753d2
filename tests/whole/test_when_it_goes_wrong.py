"""Each fault a command may meet: one clear line, the right exit code, nothing lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from hhcrm.storage.folder_lock import alone, share
from tests.whole.program import PROGRAM, answer, environment, run, start

posix_only = pytest.mark.skipif(os.name != "posix", reason="signals, limits and pipes of POSIX")


def said(done: subprocess.CompletedProcess[str]) -> str:
    """The one line on standard error."""
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("hhcrm: ")
    return lines[0]


def write(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(statement)
        connection.commit()


def spoil(database: Path) -> None:
    """Overwrite the head of every table's pages after the first, as a bad disk does."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with database.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        for place in range(4096, size, 4096):
            file.seek(place)
            file.write(b"\xff" * 64)


def test_no_agency_is_said_and_none_is_made(tmp_path: Path) -> None:
    done = run(tmp_path / "nowhere", "check")
    assert done.returncode == 3
    assert "There is no agency" in said(done)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("words", [("check",), ("report", "today")])
def test_a_folder_that_cannot_be_written_to_ends_with_3_and_says_what_to_do(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "logs" / "terminal.log").mkdir(parents=True)  # in the way for everybody, whatever they may
    done = run(tmp_path, *words)
    assert done.returncode == 3
    assert "cannot be written to" in said(done)
    assert "Check that you may change files there, or choose another folder with --data." in said(done)


def test_wrong_usage_ends_with_2(tmp_path: Path) -> None:
    done = run(tmp_path, "fly")
    assert done.returncode == 2
    assert "invalid choice" in said(done)


def test_a_day_that_is_none_ends_with_2(sample: Path) -> None:
    done = run(sample, "check", HHCRM_TODAY="tomorrow")
    assert done.returncode == 2
    assert "HHCRM_TODAY" in said(done)


def test_a_newer_database_is_left_alone(sample: Path) -> None:
    write(sample / "agency.db", "UPDATE alembic_version SET version_num = '9999'")
    done = run(sample, "check")
    assert done.returncode == 3
    assert "newer" in said(done)


def test_a_damaged_database_names_the_newest_good_backup_and_takes_it(sample: Path) -> None:
    backup = answer(sample, "backup")
    spoil(sample / "agency.db")
    done = run(sample, "check")
    assert done.returncode == 3
    assert backup["file"] in said(done)
    assert answer(sample, "restore", backup["file"])["rows"] == backup["rows"]
    assert answer(sample, "check")["ok"]


def test_a_lost_database_is_not_begun_anew_beside_its_backups(sample: Path) -> None:
    backup = answer(sample, "backup")
    (sample / "agency.db").unlink()
    done = run(sample, "sample")
    assert done.returncode == 3
    assert backup["file"] in said(done)


def test_a_file_that_is_no_backup_is_refused_and_the_database_stays(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Sir or Madam")
    done = run(sample, "restore", str(tmp_path / "letter.db"))
    assert done.returncode == 3
    assert "letter.db" in said(done)
    assert answer(sample, "check")["ok"]


def test_restore_needs_the_folder_to_itself(sample: Path) -> None:
    backup = answer(sample, "backup")
    with share(sample):
        done = run(sample, "restore", backup["file"])
    assert done.returncode == 3
    assert "open in a window or in another command" in said(done)


@pytest.mark.slow
def test_a_command_waits_ten_seconds_for_a_restore_and_then_says_so(sample: Path) -> None:
    with alone(sample):
        done = run(sample, "check")
    assert done.returncode == 3
    assert "restoring or upgrading" in said(done)


def test_a_sample_is_not_put_among_real_sources(sample: Path) -> None:
    done = run(sample, "sample")
    assert done.returncode == 1
    assert "has sources already" in said(done)


def test_a_backup_into_a_folder_that_is_not_there_is_refused(sample: Path, tmp_path: Path) -> None:
    done = run(sample, "backup", str(tmp_path / "gone" / "copy.db"))
    assert done.returncode == 1
    assert "no folder" in said(done)


def test_a_scripts_json_also_says_the_fault(tmp_path: Path) -> None:
    document = answer(tmp_path / "nowhere", "check", ends=3)
    assert "There is no agency" in document["error"]


def test_a_synchronised_folder_is_warned_of(tmp_path: Path) -> None:
    done = run(tmp_path / "Dropbox" / "agency", "sample", "--sources", "5", "--months", "1")
    assert done.returncode == 0
    assert "kept in step by Dropbox" in done.stderr


@posix_only
def test_a_full_disk_in_the_middle_keeps_nothing_half_done(tmp_path: Path) -> None:
    limited = (
        "import resource, runpy, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000));"
        f"sys.argv = ['hhcrm', '--data', {str(tmp_path)!r}, 'sample'];"
        "runpy.run_module('hhcrm', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited], capture_output=True, encoding="utf-8", env=environment(), check=False
    )
    assert done.returncode == 1
    assert "disk" in said(done)
    assert answer(tmp_path, "check")["ok"]
    assert answer(tmp_path, "sample", "--sources", "5", "--months", "1")["sources"] == 5


@posix_only
def test_ctrl_c_ends_with_130_and_nothing_half_done(tmp_path: Path) -> None:
    process = start(tmp_path, "sample", "--sources", "1000")  # long enough to be stopped on a busy machine
    while not (tmp_path / "agency.db").exists():  # it has begun: Python listens for the key
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, ""), err
    assert err == "hhcrm: Stopped. Nothing half done was kept.\n"
    assert answer(tmp_path, "sample", "--sources", "5", "--months", "1")["sources"] == 5


@posix_only
def test_a_reader_that_has_seen_enough_is_no_fault(sample: Path) -> None:
    words = " ".join([*PROGRAM, "--data", f"'{sample}'", "--json", "check"])
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {words} | true"],
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
