"""The large agency, made small: its rows are what the program itself would have."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, select, text

from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit, visit_search_text
from hhcrm.storage import derived
from hhcrm.storage.check import check
from hhcrm.storage.engine import Address, make_engine, writing
from hhcrm.storage.upgrade import upgrade
from tests.bench.bulk import FOLDER_VARIABLE, Size, large_agency, make_large
from tests.found import sources_found

TINY = Size(sources=300, people=900, visits=6_000, referrals=2_000)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_large(tmp_path_factory.mktemp("bulk") / "large.db", TINY).file


@pytest.fixture
def engine(file: Path) -> Iterator[Engine]:
    engine = make_engine(Address(file=file))
    yield engine
    engine.dispose()


def test_all_rows_are_there_and_point_at_rows_that_are_there(engine: Engine) -> None:
    with engine.connect() as connection:
        counts = [
            connection.execute(text(f"SELECT count(*) FROM {table}")).scalar()
            for table in ("referral_source", "contact", "visit", "referral")
        ]
        assert counts == [TINY.sources, TINY.people, TINY.visits, TINY.referrals]
        assert connection.execute(text("PRAGMA foreign_key_check")).first() is None
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"


def test_derived_columns_are_as_a_fresh_computation_has_them(engine: Engine) -> None:
    with writing(engine).begin() as connection:
        rows = select(ReferralSource.__table__).order_by(ReferralSource.__table__.c.id)
        before = connection.execute(rows).all()
        derived.refresh(connection)
        assert connection.execute(rows).all() == before
        assert sum(row.due_on is not None for row in before) > TINY.sources / 2


def test_search_columns_are_as_the_program_fills_them(engine: Engine) -> None:
    with engine.connect() as connection:
        for source in connection.execute(select(ReferralSource.__table__).limit(50)).mappings():
            fresh = ReferralSource(**source)
            fresh.fill_search_columns()
            assert (fresh.name_key, fresh.find_text) == (source["name_key"], source["find_text"])
        for visit in connection.execute(select(Visit.__table__).limit(50)).mappings():
            assert visit["find_text"] == visit_search_text(visit["purpose"], visit["notes"], visit["next_step"])


def test_the_check_of_the_whole_database_finds_nothing(engine: Engine, tmp_path: Path) -> None:
    assert not check(engine, tmp_path).findings


def test_the_schema_is_the_programs_own(engine: Engine, tmp_path: Path) -> None:
    fresh = make_engine(Address(file=tmp_path / "fresh.db"))
    upgrade(fresh)
    schema = text("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name")
    with engine.connect() as made, fresh.connect() as own:
        assert made.execute(schema).all() == own.execute(schema).all()
    fresh.dispose()


def test_search_finds_common_and_rare_words_and_new_text(engine: Engine) -> None:
    with writing(engine).begin() as connection:
        common = _found(connection, "therapy")
        assert common > TINY.sources / 2
        rare = [
            word
            for (note,) in connection.execute(text("SELECT find_text FROM visit WHERE find_text <> ''"))
            for word in note.rstrip(".").split()[1:2]
        ]
        counts = sorted({_found(connection, word) for word in rare[:200]})
        assert 0 < counts[0] <= TINY.sources * 0.05
        connection.execute(text("UPDATE visit SET find_text = 'zyzzyva' WHERE id = 7"))
        assert _found(connection, "zyzzyva") == 1
        connection.rollback()


def test_the_same_arguments_give_the_same_rows_and_others_do_not(tmp_path: Path) -> None:
    small = Size(40, 80, 400, 100)
    one, two, other = (_digest(make_large(tmp_path / f"{n}.db", small, seed).file) for n, seed in enumerate((1, 1, 2)))
    assert one == two
    assert one != other


def test_a_file_once_made_is_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "kept"))
    small = Size(20, 40, 100, 20)
    first = large_agency(small)
    made = first.stat().st_mtime_ns
    assert large_agency(small) == first
    assert first.stat().st_mtime_ns == made
    assert large_agency(small, today=date(2026, 12, 1)) != first
    assert not list(first.parent.glob("*.part*"))


def _found(connection: Connection, word: str) -> int:
    return len(sources_found(connection, word))


def _digest(file: Path) -> str:
    engine = make_engine(Address(file=file))
    digest = hashlib.sha256()
    with engine.connect() as connection:
        for table in ("referral_source", "contact", "affiliation", "visit", "visit_contact", "referral", "commitment"):
            for row in connection.execute(text(f"SELECT * FROM {table} ORDER BY id")):
                digest.update(repr(tuple(row)).encode())
    engine.dispose()
    return digest.hexdigest()
