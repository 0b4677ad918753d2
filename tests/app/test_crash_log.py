"""The log says what went wrong and where, and never about whom."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from hhcrm.app import crash_log
from hhcrm.app.crash_log import CrashLog, SafeFormatter
from hhcrm.domain.errors import CannotOpen

PATIENT = "Wilhelmina Quartermaine"
OURS = logging.getLogger("hhcrm.services.intake")


class PatientError(Exception):
    """An error that knows too much."""


@pytest.fixture
def log(tmp_path: Path) -> Iterator[CrashLog]:
    made = CrashLog(tmp_path)
    made.install()
    yield made
    made.uninstall()


def everything(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in folder.iterdir())


def fail_over(patient: str) -> None:
    """Fail three times over, each error with the name in it and in the frames."""
    try:
        try:
            raise KeyError(patient)
        except KeyError:
            raise LookupError(f"no {patient}") from OSError(28, patient, patient)
    except LookupError as error:
        error.add_note(patient)
        raise ExceptionGroup(patient, [PatientError(patient), error]) from error


def hooked(patient: str) -> None:
    """What Python does with an error that nobody caught."""
    try:
        fail_over(patient)
    except ExceptionGroup as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_an_uncaught_error_is_logged_with_types_and_places_and_without_the_patient(
    log: CrashLog, tmp_path: Path
) -> None:
    hooked(PATIENT)
    written = everything(tmp_path)
    for part in (*PATIENT.split(), "Quarter"):
        assert part not in written
        assert part not in log.report_text()
    for expected in ("ExceptionGroup", "PatientError", "LookupError", "OSError (errno=28)", "fail_over"):
        assert expected in written
    assert "app/test_crash_log.py:" in written
    assert str(Path.home()) + "/" not in written


def test_the_values_of_a_refused_statement_stay_out(log: CrashLog, tmp_path: Path) -> None:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE patient (name TEXT UNIQUE)"))
        connection.execute(text("INSERT INTO patient VALUES (:name)"), {"name": PATIENT})
        try:
            connection.execute(text("INSERT INTO patient VALUES (:name)"), {"name": PATIENT})
        except IntegrityError:
            OURS.exception("Not stored")
    engine.dispose()
    written = everything(tmp_path)
    assert "Quartermaine" not in written
    assert "sqlalchemy.exc.IntegrityError" in written
    assert "sqlite3.IntegrityError (sqlite_errorcode=" in written


def test_numbers_and_types_of_a_record_are_kept_and_texts_are_not(log: CrashLog, tmp_path: Path) -> None:
    OURS.info("Referral %d for %s by %s in %.1f s", 17, PATIENT, OSError, 0.25)
    OURS.info("Row %(row)d of %(who)s", {"row": 4, "who": PATIENT})
    OURS.warning(PatientError(PATIENT))
    written = everything(tmp_path)
    assert "Quartermaine" not in written
    assert "Referral 17 for <str> by OSError in 0.2 s" in written
    assert "Row 4 of <str>" in written


def test_words_that_do_not_fit_their_values_stay_words() -> None:
    record = logging.LogRecord("hhcrm.app", logging.INFO, "app.py", 1, "Step %d", (PATIENT,), None)
    assert SafeFormatter().format(record).endswith("hhcrm.app MainThread: Step %d")


def test_of_other_libraries_only_the_place_is_kept(log: CrashLog, tmp_path: Path) -> None:
    logging.getLogger("chatty.library").warning(f"I saw {PATIENT}", stack_info=True)
    written = everything(tmp_path)
    assert "Quartermaine" not in written
    assert "chatty.library" in written
    assert "(test_crash_log:" in written


def test_an_error_in_a_thread_reaches_the_log(log: CrashLog, tmp_path: Path) -> None:
    thread = threading.Thread(target=fail_over, args=(PATIENT,), name="hhcrm-reader-1")
    thread.start()
    thread.join()
    written = everything(tmp_path)
    assert "hhcrm-reader-1: Nobody caught this" in written
    assert "Quartermaine" not in written


def test_whoever_asked_hears_of_the_bug(tmp_path: Path) -> None:
    heard: list[type[BaseException]] = []
    log = CrashLog(tmp_path)
    log.install(heard.append)
    hooked(PATIENT)
    log.uninstall()
    assert heard == [ExceptionGroup]


def test_an_interrupt_is_no_bug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: seen.append(kind))
    log = CrashLog(tmp_path)
    log.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    log.uninstall()
    assert seen == [KeyboardInterrupt]
    assert everything(tmp_path) == ""


def test_uninstalling_puts_everything_back(tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook, list(logging.getLogger().handlers))
    log = CrashLog(tmp_path)
    log.install()
    assert sys.excepthook != before[0]
    log.uninstall()
    log.uninstall()
    assert (sys.excepthook, threading.excepthook, logging.getLogger().handlers) == before


def test_the_log_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash_log, "LOG_BYTES", 2_000)
    log = CrashLog(tmp_path)
    log.install()
    for number in range(500):
        OURS.info("Line %d", number)
    log.uninstall()
    assert len(list(tmp_path.glob("window.log*"))) == crash_log.LOG_FILES
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 2_000 * crash_log.LOG_FILES
    lines = [line for line in log.report_text().splitlines() if "Line " in line]
    assert lines[-1].endswith("Line 499")
    numbers = [int(line.rsplit(" ", 1)[1]) for line in lines]
    assert numbers == sorted(numbers)


def test_the_report_names_the_versions(log: CrashLog) -> None:
    report = log.report_text()
    assert "hhcrm 0" in report
    assert "SQLAlchemy 2." in report
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in report


def test_a_process_that_ends_hard_leaves_its_places_in_the_report(tmp_path: Path) -> None:
    crash = (
        "import sys, faulthandler\nfrom pathlib import Path\nfrom hhcrm.app.crash_log import CrashLog\n"
        "log = CrashLog(Path(sys.argv[1]))\nlog.install()\n"
        f"def deep(name):\n    faulthandler._sigsegv()\ndeep({PATIENT!r})\n"
    )
    ended = subprocess.run([sys.executable, "-c", crash, str(tmp_path)], capture_output=True, check=False)
    assert ended.returncode != 0
    report = CrashLog(tmp_path).report_text()
    assert "in deep" in report
    assert "Quartermaine" not in report


def test_a_folder_that_cannot_hold_a_log_is_a_known_fault(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match=r"cannot be written to .* --data"):
        CrashLog(tmp_path / "missing").install()
