"""Tables are recognised by what is in the file, and no row is lost or changed in silence."""

from __future__ import annotations

import codecs
import csv
import json
import zipfile
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from hhcrm.domain.errors import FileFault
from hhcrm.exchange.encodings import MAX_CELL
from hhcrm.exchange.tables import Row, Table, open_table

DATA = Path(__file__).parent.parent / "data"
Write = Callable[[bytes | str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(content: bytes | str) -> Path:
        path = tmp_path / "table.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


def cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows()]


TEXT = "Name;ZIP\r\nSt. Mary\u2019s;02138\r\nClínica Peña;85018\r\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_every_common_encoding_gives_the_same_rows(write: Write, content: bytes, encoding: str) -> None:
    table = open_table(write(content))
    assert (table.encoding, table.separator, table.header) == (encoding, ";", ("Name", "ZIP"))
    assert cells(table) == [("St. Mary\u2019s", "02138"), ("Clínica Peña", "85018")]


def test_falling_back_to_windows_1252_is_said(write: Write) -> None:
    assert "Windows-1252" in open_table(write("a,b\nPeña,1\n".encode("cp1252"))).notes[0].words
    assert open_table(write("a,b\nPeña,1\n")).notes == ()


def test_a_given_encoding_is_believed_and_unreadable_signs_are_counted(write: Write) -> None:
    table = open_table(write(b"a,b\n\xff,1\n"), encoding="utf-8")
    assert cells(table) == [("\ufffd", "1")]
    assert table.notes[0].words.startswith("1 characters could not be read")
    with pytest.raises(FileFault, match="no encoding called"):
        open_table(write(b"a,b\n"), encoding="klingon")


def test_non_ascii_beyond_the_first_megabyte_still_decides_the_encoding(write: Write) -> None:
    content = b"a,b\n" + b"plain,1\n" * 200_000 + "Peña,2\n".encode("cp1252")
    table = open_table(write(content))
    assert table.encoding == "cp1252"
    *_, last = table.rows()
    assert last == Row(200_002, ("Peña", "2"))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_are_found_even_with_the_others_in_the_texts(write: Write, separator: str) -> None:
    rows = [["name", "beds", "note"], ["A, B; C", "1,5", "x|y"], ["D", "2,5", "e;f"], ["G", "3", "h\ti"]]
    content = "\n".join(separator.join(f'"{c}"' if separator in c else c for c in row) for row in rows)
    table = open_table(write(content))
    assert table.separator == separator
    assert cells(table) == [tuple(row) for row in rows[1:]]


def test_one_column_is_a_table_too(write: Write) -> None:
    table = open_table(write("NPI\n1417051921\n\n1972040137\n"))
    assert table.header == ("NPI",)
    assert [(row.number, row.cells) for row in table.rows()] == [(2, ("1417051921",)), (4, ("1972040137",))]


def test_excels_separator_line_is_obeyed(write: Write) -> None:
    table = open_table(write("sep=|\r\na,x|b\r\n1,2|3\r\n"))
    assert (table.header, cells(table)) == (("a,x", "b"), [("1,2", "3")])
    assert [row.number for row in table.rows()] == [3]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(write: Write) -> None:
    table = open_table(write('a,b\n"two\nlines",1\n\n,\nlast,2\n'))
    assert [(row.number, row.cells[0]) for row in table.rows()] == [(2, "two\nlines"), (5, "last")]


def test_a_repeated_header_is_left_out_and_said(write: Write) -> None:
    table = open_table(write("a,b\n1,2\na,b\n3,4\n"))
    assert cells(table) == [("1", "2"), ("3", "4")]
    assert [note.number for note in table.notes] == [3]
    assert cells(table) == [("1", "2"), ("3", "4")]
    assert len(table.notes) == 1, "a second reading does not repeat the note"


def test_half_a_row_is_a_problem_of_that_row_alone(write: Write) -> None:
    table = open_table(write("a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12,,\n13,14,15\n"))
    problems = {row.number: row.problem for row in table.rows() if row.problem}
    assert set(problems) == {3, 4}
    assert "2 of 3 cells" in str(problems[3])
    assert [row.cells for row in table.rows() if not row.problem][1] == ("10", "11", "12")


def test_missing_cells_below_nameless_columns_are_no_problem(write: Write) -> None:
    assert [row.problem for row in open_table(write("a,b,,\n1,2\n3,4,,\n5,6,x,\n")).rows()] == [None, None, None]


def test_blanks_around_header_names_go_and_double_names_are_said(write: Write) -> None:
    table = open_table(write(" a ,\tb\xa0,a\n1,2,3\n"))
    assert table.header == ("a", "b", "a")
    assert "more than once" in table.notes[0].words


def test_a_title_above_the_header_is_left_out(write: Write) -> None:
    table = open_table(write("Referral sources 2026,,\n,,\nName,City,ZIP\nA,B,02138\n"))
    assert table.header == ("Name", "City", "ZIP")
    assert [(row.number, row.cells) for row in table.rows()] == [(4, ("A", "B", "02138"))]


def test_wrapped_codes_are_unwrapped(write: Write) -> None:
    table = open_table(write('name,zip,npi\nA,="02138","=""1417051921"""\nB,02139,x="1"\n'))
    assert cells(table) == [("A", "02138", "1417051921"), ("B", "02139", 'x="1"')]


def test_nuls_are_taken_out_and_said(write: Write) -> None:
    table = open_table(write(b"a,b\n1\0,2\n3,\0\0\n"))
    assert cells(table) == [("1", "2"), ("3", "")]
    assert table.notes[0].words == "3 NUL characters were left out."


def test_a_giant_cell_is_a_problem_of_its_row_and_the_rest_is_read(write: Write) -> None:
    table = open_table(write("a,b\n1,2\n3," + "x" * (MAX_CELL + 1) + "\n5,6\n"))
    rows = list(table.rows())
    assert [row.number for row in rows] == [2, 3, 4]
    assert "longer than 1,000,000" in str(rows[1].problem)
    assert rows[2] == Row(4, ("5", "6"))


def test_a_cell_of_the_limit_is_read_whatever_another_part_set_the_limit_to(write: Write) -> None:
    old = csv.field_size_limit(3)
    try:
        assert len(cells(open_table(write("a,b\n1," + "x" * (MAX_CELL - 1) + "\n")))[0][1]) == MAX_CELL - 1
    finally:
        csv.field_size_limit(old)


def test_a_quotation_mark_that_is_never_closed_swallows_nothing_in_silence(write: Write) -> None:
    rows = list(open_table(write('a,b\n1,2\n3,"open\n5,6\n7,8\n')).rows())
    assert rows[0] == Row(2, ("1", "2"))
    assert len(rows) == 2
    assert "never closed" in str(rows[1].problem)
    assert "2 lines" in str(rows[1].problem)


def test_a_note_that_ends_the_file_with_a_line_end_in_it_is_fine(write: Write) -> None:
    assert cells(open_table(write('a,b\n1,"x\ny"'))) == [("1", "x\ny")]


@pytest.mark.parametrize("content", [b"", b"\n\n", b",,\n", codecs.BOM_UTF8])
def test_an_empty_file_is_a_fault_in_words(write: Write, content: bytes) -> None:
    with pytest.raises(FileFault, match="empty"):
        open_table(write(content))


def test_a_header_alone_is_a_table_without_rows(write: Write) -> None:
    table = open_table(write("Name,ZIP"))
    assert (table.header, cells(table)) == (("Name", "ZIP"), [])


def zipped(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "x")
    return path.read_bytes()


def test_other_files_are_refused_by_name_of_what_they_are(write: Write, tmp_path: Path) -> None:
    for content, words in [
        (b"%PDF-1.7\nx", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), r"old Excel workbook \(.xls\)"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "web page"),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\n", "vCard"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "picture"),
        (bytes(range(1, 32)) * 50, "does not look like a table"),
        (zipped(tmp_path / "a.zip", "table.csv"), "ZIP archive"),
        (zipped(tmp_path / "a.zip", "word/document.xml"), "Word"),
        (zipped(tmp_path / "a.zip", "xl/workbook.xml"), "damaged"),
        (b"PK\x03\x04" + bytes(100), "damaged"),
    ]:
        with pytest.raises(FileFault, match=words):
            open_table(write(content))
    with pytest.raises(FileFault, match="no file"):
        open_table(tmp_path / "absent.csv")
    with pytest.raises(FileFault, match="is a folder"):
        open_table(tmp_path)


def spectrum() -> list[str]:
    return sorted(path.stem for path in (DATA / "csv_spectrum").glob("*.csv"))


@pytest.mark.parametrize("name", [name for name in spectrum() if name != "location_coordinates"])
def test_csv_spectrum_reads_as_it_says(name: str, write: Write) -> None:
    content = (DATA / "csv_spectrum" / f"{name}.csv").read_bytes()
    if name.endswith("_crlf"):  # the copy's line ends may have been made alike; its name says what they were
        content = content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    table = open_table(write(content))
    read = [dict(zip(table.header, row.cells, strict=True)) for row in table.rows() if row.problem is None]
    expected = json.loads((DATA / "csv_spectrum" / f"{name}.json").read_text(encoding="utf-8"))
    assert read == expected


def test_a_row_with_quotation_marks_inside_its_cells_is_read_as_written() -> None:
    # csv-spectrum's own JSON has another telephone number than its CSV here; the coordinates are the point.
    (row,) = open_table(DATA / "csv_spectrum" / "location_coordinates.csv").rows()
    assert row.cells == ("2095257564", "37\ufffd36'37.8\"N 121\ufffd2'17.9\"W", "Modesto", "Stanislaus")


def test_the_public_files_are_read_whole() -> None:
    hospitals = open_table(DATA / "cms_hospitals.csv")
    assert [row.cells[0] for row in hospitals.sample(3)] == ["010001", "010005", "010006"]
    clinicians = open_table(DATA / "cms_clinicians.csv")
    assert clinicians.header[:5] == ("NPI", "Ind_PAC_ID", "Ind_enrl_ID", "lst_nm", "frst_nm")
    for name, rows, problems in [
        ("cms_hospitals", 30, 0),
        ("cms_nursing_homes_2026", 4, 0),
        ("cms_nursing_homes_older", 40, 0),
        ("cms_clinicians", 25, 0),
        ("nppes_people", 40, 0),
        ("google_contacts", 4, 0),
        ("outlook_classic", 4, 0),
        ("thunderbird", 4, 0),
        ("outlook_com", 3, 2),
    ]:
        read = list(open_table(DATA / f"{name}.csv").rows())
        assert (len(read), sum(row.problem is not None for row in read)) == (rows, problems), name


def test_a_workbook_gives_codes_days_and_times_as_text(tmp_path: Path) -> None:
    path = tmp_path / "named.csv"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Empty")
        sheet = book.add_worksheet("Visits")
        day, both = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        clock, span = book.add_format({"num_format": "hh:mm"}), book.add_format({"num_format": "[h]:mm"})
        sheet.write_row(1, 0, ["ZIP", "Miles", "Day", "At", "Time", "Long", "Yes"])
        sheet.write_row(2, 0, [2138, 12.5])
        sheet.write_datetime(2, 2, datetime(2026, 11, 20), day)  # noqa: DTZ001
        sheet.write_datetime(2, 3, datetime(2026, 11, 20, 14, 5), both)  # noqa: DTZ001
        sheet.write_datetime(2, 4, time(14, 5), clock)
        sheet.write_datetime(2, 5, timedelta(hours=30), span)
        sheet.write_boolean(2, 6, True)
        sheet.write_row(4, 0, ["02139", "'=x"])
    table = open_table(path)
    assert (table.sheet, table.sheets, table.encoding) == ("Visits", ("Empty", "Visits"), None)
    assert list(table.rows()) == [
        Row(3, ("2138", "12.5", "2026-11-20", "2026-11-20T14:05:00", "14:05", "30:00", "yes")),
        Row(5, ("02139", "'=x", "", "", "", "", "")),
    ]
    with pytest.raises(FileFault, match="no sheet Summer"):
        open_table(path, sheet="Summer")
