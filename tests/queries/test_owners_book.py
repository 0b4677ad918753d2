"""The owner's workbook: read back by another library it says what the reports and the measures say, or is not there."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from hhcrm.domain.errors import FileFault
from hhcrm.domain.measures import By, Grain
from hhcrm.domain.wording import install
from hhcrm.exchange.owners_book import CONTENTS, write_owners_book
from hhcrm.exchange.workbooks import cell_text
from hhcrm.exchange.writer import guarded
from hhcrm.jobs.progress import Cancelled, Progress, Report
from hhcrm.queries.book_models import BookAsked
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.models import MeasureAsk
from hhcrm.queries.reports import report_names
from hhcrm.queries.workbook import LEFT_OUT
from tests.queries.conftest import TODAY, Agency

ASKED = BookAsked(date(2026, 3, 10), date(2026, 11, 15))
REPORTS = [name for name in report_names() if name not in LEFT_OUT]
OWN = ["definitions", "measures", "measures-by-month", "measures-by-liaison"]


@pytest.fixture(scope="module")
def book(plain: Agency, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """The sheets as rows of text, as another program reads them."""
    path = tmp_path_factory.mktemp("book") / "owner.xlsx"
    assert write_owners_book(plain.ask(), path, ASKED, "", Progress()) == len(OWN) + len(REPORTS)
    read = CalamineWorkbook.from_path(str(path))
    return {
        name: [[cell_text(cell) for cell in row] for row in read.get_sheet_by_name(name).to_python()]
        for name in read.sheet_names
    }


def texts(rows: Iterable[Iterable[Any]]) -> list[list[str]]:
    return [["" if cell is None else _said(cell) for cell in row] for row in rows]


def _said(cell: object) -> str:
    return cell.isoformat() if isinstance(cell, date | datetime) else cell_text(cell)


def test_it_has_a_sheet_for_every_table_and_its_contents_count_their_rows(book: dict[str, list[list[str]]]) -> None:
    assert list(book) == [CONTENTS, *OWN, *REPORTS]
    facts, listed = book[CONTENTS][1:6], book[CONTENTS][6:]
    assert facts[0][0] == "agency"
    assert facts[1][:2] == ["period", "2026-03-10 to 2026-11-15"]
    assert facts[3][:2] == ["made_at", "2026-11-20T09:30:00-06:00"]
    assert {row[0]: int(row[2]) for row in listed} == {name: len(book[name]) - 1 for name in (*OWN, *REPORTS)}
    assert all(row[1] for row in listed), "each says what it answers"


@pytest.mark.parametrize("name", REPORTS)
def test_a_sheet_says_what_the_report_says(book: dict[str, list[list[str]]], plain: Agency, name: str) -> None:
    days = {"capacity": (None, None), "week": (ASKED.until_on, None)}.get(name, (ASKED.from_on, ASKED.until_on))
    found = plain.ask().report(name, *days)
    head, *rows = book[name] or [[]]
    assert tuple(head) == found.columns
    assert numbers(rows) == numbers(texts(found.rows))


def test_the_measures_are_those_of_the_screen(book: dict[str, list[list[str]]], plain: Agency) -> None:
    ask, whole = plain.ask(), MeasureFilter(ASKED.from_on, ASKED.until_on)
    values = {(row[0], row[2]): row[4] for row in book["measures"][1:]}
    by_month = {(row[0], row[2]): row[3] for row in book["measures-by-month"][1:]}
    by_liaison = {(row[0], row[2]): row[3] for row in book["measures-by-liaison"][1:]}

    def said(value: float | None) -> str:
        return "" if value is None else cell_text(round(value, 4))

    for definition in ask.definitions():
        assert values[definition.title, "2026-03-10"] == said(
            ask.measured(MeasureAsk(definition.key, whole)).whole.value
        )
        months = ask.measured(MeasureAsk(definition.key, whole, grain=Grain.MONTH))
        for line in months.lines:
            assert line.begins is not None
            assert by_month[definition.title, f"{line.begins:%Y-%m}"] == said(line.reading.value)
        if By.LIAISON in definition.by:
            for line in ask.measured(MeasureAsk(definition.key, whole, By.LIAISON)).lines:
                assert line.group is not None
                assert by_liaison[definition.title, line.group.name] == said(line.reading.value)
    titles = [row[0] for row in book["definitions"][1:]]
    assert titles == [definition.title for definition in ask.definitions()]


def test_a_measure_has_its_english_name_on_all_sheets_whatever_the_window_speaks(
    book: dict[str, list[list[str]]], plain: Agency
) -> None:
    install(lambda _context, words: words[::-1])
    try:
        with plain.ask().owners_book(ASKED, "") as (_head, specs):
            made = {spec.name: texts(spec.make().rows) for spec in specs[:2]}
    finally:
        install(None)
    assert made == {name: book[name][1:] for name in OWN[:2]}


def test_the_zip_holds_the_same_tables_as_csv(book: dict[str, list[list[str]]], plain: Agency, tmp_path: Path) -> None:
    path = tmp_path / "owner.zip"
    write_owners_book(plain.ask(), path, ASKED, "", Progress())
    with zipfile.ZipFile(path) as archive:
        assert sorted(archive.namelist()) == sorted(f"{name}.csv" for name in book)
        for name in (*REPORTS, "measures-by-month"):
            with archive.open(f"{name}.csv") as member:
                rows = list(csv.reader(io.TextIOWrapper(member, encoding="utf-8-sig", newline="")))
            assert [len(row) for row in rows] == [len(rows[0])] * len(rows)
            assert numbers(rows) == numbers([guarded(cell) for cell in row] for row in book[name])


def _number(cell: str) -> str:
    """A number with a fraction as far as a workbook keeps it; 3.0 in a CSV file is 3 in a workbook."""
    return f"{float(cell):.12g}" if re.fullmatch(r"-?\d+\.\d+", cell) else cell


def numbers(rows: Iterable[Iterable[str]]) -> list[list[str]]:
    return [[_number(cell) for cell in row] for row in rows]


def test_no_patient_is_in_it(book: dict[str, list[list[str]]], plain: Agency) -> None:
    words = " ".join(cell for rows in book.values() for row in rows for cell in row)
    names = [row["patient_name"] for row in plain.rows("referral_patient") if row["patient_name"]]
    assert names
    assert [name for name in names if name in words] == []
    notes = [row["notes"] for row in plain.rows("referral") if row["notes"] and len(row["notes"]) > 20]
    assert [note for note in notes if note in words] == []


@pytest.mark.parametrize("ending", [".xlsx", ".zip"])
def test_a_stop_leaves_what_was_there(plain: Agency, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"owner{ending}"
    path.write_text("before")
    heard: list[Report] = []

    def hear(report: Report) -> None:
        heard.append(report)
        if report.done == 2:
            steps.cancel()

    steps = Progress(hear)
    with pytest.raises(Cancelled):
        write_owners_book(plain.ask(), path, ASKED, "", steps)
    assert path.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert heard[-1].total == len(OWN) + len(REPORTS)


def test_a_file_of_another_kind_is_refused(plain: Agency, tmp_path: Path) -> None:
    with pytest.raises(FileFault, match=r"\.xlsx or \.zip"):
        write_owners_book(plain.ask(), tmp_path / "owner.ods", ASKED, "", Progress())


def test_the_book_of_a_liaison_is_of_their_rows(plain: Agency, tmp_path: Path) -> None:
    user = plain.rows("app_user")[0]
    path = tmp_path / "one.xlsx"
    write_owners_book(plain.ask(), path, BookAsked(ASKED.from_on, TODAY, user["id"]), user["name"], Progress())
    read = CalamineWorkbook.from_path(str(path))
    facts = read.get_sheet_by_name(CONTENTS).to_python()
    assert facts[3][:2] == ["whose", user["name"]]
    found = plain.ask().report("referrals-by-source", ASKED.from_on, TODAY, liaison_id=user["id"])
    assert len(read.get_sheet_by_name("referrals-by-source").to_python()) == len(found.rows) + 1
