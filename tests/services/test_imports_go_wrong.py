"""When an import goes wrong: a clear sentence, and nothing of it is left (issue: When it goes wrong)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event

from hhcrm.domain.errors import FolderInUse, KnownFault, StorageFault
from hhcrm.exchange.fields import RecordKind
from hhcrm.exchange.importing import import_file
from hhcrm.jobs.progress import Cancelled
from hhcrm.storage.check import check
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from tests.databases import new_engine
from tests.exchange.importing import NOW, TODAY, ZONE, Books, founded

ROWS = 4_000


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    engine = new_engine(tmp_path / "agency.db", wait=0.2)
    yield founded(engine, tmp_path)
    engine.dispose()


def _long_list(books: Books) -> Path:
    books.sources("name", *(f"Source {n}" for n in range(40)))
    rows = [[f"Source {n % 40}", (TODAY - timedelta(days=1 + n // 40)).isoformat(), f"talk {n}"] for n in range(ROWS)]
    return books.file("source|date|notes", *rows, name="visits.csv")


def test_a_full_disk_in_the_middle_leaves_nothing(books: Books) -> None:
    file = _long_list(books)
    before = books.everything()
    full = make_engine(Address(file=books.folder / "agency.db"))

    def almost_full(connection: object, _record: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]  # the driver's connection
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count={pages + 20}")

    event.listen(full, "connect", almost_full)
    work = UnitOfWork(full, Actor(None, "Tess"), lambda: NOW)
    with pytest.raises(StorageFault, match="disk is full"):
        import_file(file, RecordKind.VISITS, None, work, today=TODAY, zone=ZONE)
    full.dispose()
    assert books.everything() == before
    assert len(books.rows("import_run")) == 1
    assert check(books.engine, books.folder).findings == ()


def test_stopping_in_the_middle_leaves_nothing(books: Books) -> None:
    file = _long_list(books)
    before = books.everything()
    told: list[tuple[str, int, int | None]] = []

    def stop() -> None:
        if told and told[-1][1] >= 2_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        books.bring("visits", file, progress=lambda *how_far: told.append(how_far), check=stop)
    assert told[0] == ("Importing", 0, ROWS)
    assert books.everything() == before


def test_the_backup_comes_first_and_a_failed_one_stops_all(books: Books) -> None:
    file = books.file("name", "Mercy")
    seen: list[int] = []
    books.bring("sources", file, backup=lambda: seen.append(len(books.rows("referral_source"))))
    assert seen == [0]

    def fail() -> None:
        raise StorageFault("The disk is full.")

    with pytest.raises(StorageFault):
        books.bring("sources", books.file("name", "Oak"), backup=fail)
    assert len(books.rows("referral_source")) == 1
    books.bring("sources", file, dry_run=True, backup=fail)


def test_a_second_import_waits_its_turn_and_says_so_when_it_takes_too_long(books: Books) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def hold(_doing: str, done: int, _total: int | None) -> None:
        if done:
            inside.set()
            assert go_on.wait(30)

    first = threading.Thread(target=lambda: books.bring("sources", books.file("name", "Mercy"), progress=hold))
    first.start()
    assert inside.wait(30)
    other = books.file("name", "Oak", name="other.csv")
    with pytest.raises(FolderInUse, match="Another program is writing"):
        books.bring("sources", other)
    go_on.set()
    first.join()
    assert [row.name for row in books.rows("referral_source")] == ["Mercy"]
    assert books.bring("sources", other).created == 1


def _kill_at(books: Books, file: Path, moments: list[float]) -> None:
    """Kill an importing process at each moment; then there is all of the import, or nothing."""
    before = books.everything()
    database = books.folder / "agency.db"
    kept = database.read_bytes()
    books.engine.dispose()
    for moment in moments:
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.exchange.import_once", str(database), str(file)],
            stdout=subprocess.PIPE, cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert program.stdout is not None
        with program.stdout:
            assert program.stdout.readline() == b"ready\n"
            timer = threading.Timer(moment, os.kill, (program.pid, signal.SIGKILL))
            timer.start()
            program.wait()
            timer.cancel()
        visits = len(books.rows("visit"))
        assert visits in (0, ROWS), f"killed after {moment:.3f} s"
        assert check(books.engine, books.folder).findings == ()
        if visits == 0:
            assert books.everything() == before
        else:
            assert len(books.rows("import_run")) == 2
        books.engine.dispose()
        for left in (database.with_name("agency.db-wal"), database.with_name("agency.db-shm")):
            left.unlink(missing_ok=True)
        database.write_bytes(kept)


def _settled(books: Books) -> None:
    with books.engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
    books.engine.dispose()
    raw = books.engine.raw_connection()
    raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
def test_a_killed_import_leaves_all_or_nothing(books: Books) -> None:
    file = _long_list(books)
    _settled(books)
    dice = Random(5)
    _kill_at(books, file, [dice.uniform(0.0, 1.2) for _ in range(10)])


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
def test_an_import_killed_at_a_hundred_moments_leaves_all_or_nothing(books: Books) -> None:
    file = _long_list(books)
    _settled(books)
    dice = Random(6)
    _kill_at(books, file, [dice.uniform(0.0, 3.0) for _ in range(100)])


def test_a_file_that_is_no_table_is_refused_in_words(books: Books) -> None:
    path = books.folder / "list.csv"
    for content in (b"", b"%PDF-1.7 ...", b"\x89PNG\r\n"):
        path.write_bytes(content)
        with pytest.raises(KnownFault):
            books.bring("sources", path)
    with pytest.raises(KnownFault, match="no file"):
        books.bring("sources", books.folder / "nowhere.csv")
