"""The real public files and messy ones end to end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from hhcrm.exchange.fields import RecordKind
from hhcrm.exchange.guess import guess_mapping
from hhcrm.exchange.importing import undo_import
from hhcrm.exchange.mapping import Mapping
from hhcrm.exchange.tables import open_table
from tests.databases import new_engine
from tests.exchange.importing import Books, founded

DATA = Path(__file__).parent.parent / "data"
_KNOWN = ("Import the sources first", "Give an e-mail address such as", "it is cut off")
"""What the made-up exports hold wrong on purpose, and people whose employer is no source yet."""


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    engine = new_engine(tmp_path / "agency.db")
    yield founded(engine, tmp_path)
    engine.dispose()


@pytest.mark.parametrize(
    ("name", "rows", "type_code"),
    [("cms_hospitals", 30, "hospital"), ("cms_nursing_homes_2026", 4, "snf"), ("cms_nursing_homes_older", 40, "snf")],
)
def test_medicares_lists_become_sources_and_go_again(books: Books, name: str, rows: int, type_code: str) -> None:
    before = books.everything()
    result = books.bring("sources", DATA / f"{name}.csv")
    assert (result.created, result.problems) == (rows, ())
    types = {row.id: row.code for row in books.rows("source_type")}
    for row in books.rows("referral_source"):
        assert types[row.type_id] == type_code
        assert len(row.ccn) == 6
        assert len(row.zip) >= 5
    assert books.bring("sources", DATA / f"{name}.csv").unchanged == rows
    assert result.run is not None
    undo_import(books.work, result.run)
    assert books.everything() == before


@pytest.mark.parametrize("name", ["nppes_people", "google_contacts", "outlook_classic", "outlook_com", "thunderbird"])
def test_peoples_lists_become_people_once(books: Books, name: str) -> None:
    first = books.bring("contacts", DATA / f"{name}.csv")
    unsaid = [each for each in first.problems if not any(words in each.problem for words in _KNOWN)]
    assert unsaid == []
    sources = {each.value for each in first.problems if _KNOWN[0] in each.problem}
    if sources:
        books.bring("sources", books.file("name", *([source] for source in sources)))
    again = books.bring("contacts", DATA / f"{name}.csv")
    assert not any(_KNOWN[0] in each.problem for each in again.problems)
    assert again.unchanged + again.updated >= first.created
    third = books.bring("contacts", DATA / f"{name}.csv")
    assert (third.created, third.updated, third.refused) == (0, 0, again.refused), third
    assert len(books.rows("contact")) > 0


def test_another_crms_companies_people_and_visits(books: Books) -> None:
    refused = books.bring("sources", DATA / "hubspot_companies.csv")
    assert refused.refused == 25, "its owners are not users here"
    assert "Dana Whitfield" in refused.problems[0].problem
    table = open_table(DATA / "hubspot_companies.csv")
    guess = guess_mapping(RecordKind.SOURCES, table.header, [row.cells for row in table.sample()])
    mapping = guess.with_column(guess.places("owner")[0], None)
    companies = books.bring("sources", DATA / "hubspot_companies.csv", mapping=mapping)
    assert companies.created + companies.updated + companies.unchanged + companies.refused == 25
    assert companies.created > 20
    people = books.bring("contacts", DATA / "hubspot_contacts.csv")
    assert people.created + people.updated + people.unchanged + people.refused == 25
    for problem in people.problems:
        assert problem.problem


@pytest.mark.parametrize("path", sorted((DATA / "csv_spectrum").rglob("*.csv")), ids=lambda path: path.stem)
def test_the_torture_set_is_taken_or_refused_in_words(books: Books, path: Path) -> None:
    table = open_table(path)
    rows = list(table.rows())
    columns = ((0, "last_name"), (1, "notes")) if len(table.header) > 1 else ((0, "last_name"),)
    result = books.bring("contacts", path, mapping=Mapping(RecordKind.CONTACTS, columns, day_order="mdy"))
    assert result.created + result.updated + result.unchanged + result.refused == len(rows)
    assert [row.last_name for row in books.rows("contact")][:1] == [row.cells[0].strip() for row in rows][:1]


def test_naughty_texts_come_back_as_they_were(books: Books) -> None:
    texts = [text for text in json.loads((DATA / "naughty_strings.json").read_text("utf-8")) if text.strip()]
    rows = [[f"Source {n}", text] for n, text in enumerate(texts)]
    result = books.bring("sources", books.file("name|notes", *rows))
    assert result.problems == ()
    out = books.export(books.folder / "out")["sources"]
    assert books.bring("sources", books.folder / "out" / "sources.csv").unchanged == result.created, out[:200]


def test_a_messy_file_gives_its_good_rows_and_names_the_others(books: Books) -> None:
    books.sources("name", "Mercy", "Café Santé")
    lines = [
        "Facility,Visit Date,Notes",
        "Mercy,2026-10-01,plain",
        "Mercy,10/15/2026,another form",
        "Mercy,16 October 2026,a third",
        "Facility,Visit Date,Notes",
        "Mercy,2026-10-02,nul\0inside",
        "Caf\u00e9 Sant\u00e9,2026-10-03,accents",
        "Mercy,2026-10-04,=HYPERLINK(1)",
        "Mercy,yesterday,no day",
        "Mercy,2026-10-05",
        f'Mercy,2026-10-06,"{"x" * 10_000_000}"',
        "Mercy,2026-10-07,last",
    ]
    path = books.folder / "messy.csv"
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    result = books.bring("visits", path)
    notes = [row.notes for row in books.rows("visit")]
    assert notes == ["plain", "another form", "a third", "nulinside", "accents", "=HYPERLINK(1)", "last"]
    assert sorted(each.row for each in result.problems) == [9, 10, 11]
    said = " ".join(result.notes)
    for words in ("Windows-1252", "header is repeated", "NUL"):
        assert words in said


def test_half_a_last_row_is_refused_by_number(books: Books) -> None:
    path = books.folder / "cut.csv"
    path.write_text("name,city,zip\nMercy,Nashville,37203\nOak,Nash", "utf-8")
    result = books.bring("sources", path)
    assert (result.created, [each.row for each in result.problems]) == (1, [3])
