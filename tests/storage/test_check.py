"""The check finds what is wrong, and repairing puts right what follows from other rows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from hhcrm.models.files import Attachment
from hhcrm.storage.backup import settle
from hhcrm.storage.check import MOST_OF_A_KIND, attachment_path, check, rebuild_search, repair
from hhcrm.storage.engine import Address, is_sqlite
from hhcrm.storage.work import UnitOfWork
from tests.databases import NOW
from tests.found import sources_found
from tests.storage.rows import Ground, add_person, add_source, edit_behind, log_visit, promise

FILES = pytest.mark.parametrize("kind", ["sqlite", "sqlcipher"])


@pytest.fixture
def full(work: UnitOfWork, ground: Ground) -> int:
    """A source with a person, a visit and a promise; returns its id."""
    source_id = add_source(work, ground, "Oak Manor", phone="(512) 555-0142")
    add_person(work, source_id, "Zoë", "Quillfeather", "+1 254.555.0199", "zq@oak.example")
    log_visit(work, ground, source_id, date(2026, 11, 2), notes="Asked about wound care", purpose="x")
    promise(work, source_id, "Send the brochure")
    return source_id


def _kinds(engine: Engine, folder: Path) -> set[str]:
    return {finding.kind for finding in check(engine, folder).findings}


def test_an_agency_as_it_should_be_has_no_findings(engine: Engine, full: int, tmp_path: Path) -> None:
    report = check(engine, tmp_path)
    assert report.findings == ()
    assert report.ok


@pytest.mark.parametrize(
    ("fields", "kind_of_finding"),
    [
        ({"due_on": date(2030, 1, 1)}, "derived"),
        ({"stage_visits": 4}, "derived"),
        ({"visits_since_advance": 9}, "derived"),
        ({"last_visit_on": None}, "derived"),
        ({"first_referral_on": date(2020, 1, 1)}, "derived"),
        ({"name_key": "elm"}, "search"),
        ({"find_text": "elm"}, "search"),
        ({"notes": "Changed behind our back"}, "search"),
    ],
)
def test_a_column_that_does_not_follow_is_found_and_repaired(
    fields: dict[str, object], kind_of_finding: str, engine: Engine, full: int, tmp_path: Path
) -> None:
    edit_behind(engine, full, **fields)
    assert _kinds(engine, tmp_path) == {kind_of_finding}
    repair(engine)
    assert check(engine, tmp_path).ok


@pytest.mark.parametrize("table", ["contact", "visit", "commitment"])
def test_search_texts_of_other_tables_are_held_against_their_rows(
    table: str, engine: Engine, full: int, tmp_path: Path
) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET find_text = 'elm'"))
    assert _kinds(engine, tmp_path) == {"search"}
    repair(engine)
    assert check(engine, tmp_path).ok


@FILES
@pytest.mark.parametrize("index", ["find_source", "find_contact", "find_visit", "find_commitment"])
def test_a_search_index_without_its_texts_is_found_and_made_anew(
    index: str, engine: Engine, full: int, tmp_path: Path
) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"INSERT INTO {index}({index}) VALUES ('delete-all')"))
    assert _kinds(engine, tmp_path) == {"search"}
    rebuild_search(engine)
    assert check(engine, tmp_path).ok
    with engine.connect() as connection:
        for typed in ("manor", "quillf", "wound", "brochure"):
            assert sources_found(connection, typed) == [full]


def test_rebuilding_the_search_changes_nothing_that_is_right(engine: Engine, full: int, tmp_path: Path) -> None:
    rebuild_search(engine)
    assert check(engine, tmp_path).ok


@FILES
def test_a_pointer_to_a_row_that_is_not_there_is_found(engine: Engine, full: int, tmp_path: Path) -> None:
    raw = engine.raw_connection()
    raw.cursor().execute("PRAGMA foreign_keys=OFF")
    raw.cursor().execute("DELETE FROM visit_kind")
    raw.cursor().execute("PRAGMA foreign_keys=ON")
    raw.close()
    (finding,) = check(engine, tmp_path).findings
    assert (finding.kind, finding.words) == ("database", "visit 1 points at a visit_kind that is not there.")


@FILES
def test_a_damaged_page_is_found(address: Address, engine: Engine, full: int, tmp_path: Path) -> None:
    assert address.file is not None
    with engine.connect() as connection:
        page = connection.execute(text("SELECT rootpage FROM sqlite_master WHERE name='ix_visit_day'")).scalar_one()
    engine.dispose()
    settle(address.file, address.key)
    content = bytearray(address.file.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    address.file.write_bytes(content)
    report = check(engine, tmp_path)
    assert not report.ok
    assert {finding.kind for finding in report.findings} == {"database"}
    assert "damaged" in report.findings[0].words


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.unlink(), "is not there"),
        (lambda path: path.write_bytes(b"something else"), "is not what was attached"),
    ],
    ids=["gone", "changed"],
)
def test_an_attachment_gone_or_changed_is_found(
    spoil: Callable[[Path], object], words: str, engine: Engine, work: UnitOfWork, full: int, tmp_path: Path
) -> None:
    content = b"A brochure"
    sha256 = hashlib.sha256(content).hexdigest()
    attachment_path(tmp_path, sha256).write_bytes(content)
    row = Attachment(
        source_id=full, name="brochure.pdf", sha256=sha256, size=len(content), added_at=NOW, added_by="Tess"
    )
    work.run("Attach", lambda tx: tx.session.add(row))
    assert check(engine, tmp_path).ok
    spoil(attachment_path(tmp_path, sha256))
    (finding,) = check(engine, tmp_path).findings
    assert finding.kind == "attachment"
    assert words in finding.words


def test_of_many_findings_the_first_are_listed_and_the_rest_counted(
    engine: Engine, work: UnitOfWork, ground: Ground, tmp_path: Path
) -> None:
    for number in range(MOST_OF_A_KIND + 5):
        edit_behind(engine, add_source(work, ground, f"S {number}"), stage_visits=7)
    findings = check(engine, tmp_path).findings
    assert len(findings) == MOST_OF_A_KIND + 1
    assert findings[-1].words == "And 5 more."


def test_a_check_changes_nothing(engine: Engine, full: int, tmp_path: Path) -> None:
    edit_behind(engine, full, stage_visits=7)
    assert check(engine, tmp_path) == check(engine, tmp_path)
    if is_sqlite(engine):
        with engine.connect() as connection:
            names = connection.execute(text("SELECT name FROM sqlite_master WHERE name LIKE 'words_of%'")).all()
        assert names == []
