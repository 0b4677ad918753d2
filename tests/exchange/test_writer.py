"""What goes out opens safely in a spreadsheet and comes back unchanged."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hhcrm.domain.errors import FileFault
from hhcrm.exchange.encodings import RUN_BY_SPREADSHEETS
from hhcrm.exchange.tables import open_table
from hhcrm.exchange.values import split_list
from hhcrm.exchange.writer import Cell, guarded, join_list, write_csv, write_xlsx

Write = Callable[[Path, Sequence[str], Iterable[Sequence[Cell]]], int]

DATA = Path(__file__).parent.parent / "data"
NAUGHTY = [text for text in json.loads((DATA / "naughty_strings.json").read_text(encoding="utf-8")) if text]

cell_texts = st.text(
    st.one_of(
        st.sampled_from("'\"=+-@\t\r\n,; |\uff1da0"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    ),
    max_size=12,
)


def numbered(texts: Sequence[str]) -> list[tuple[str, str]]:
    return [(str(number), text) for number, text in enumerate(texts, start=1)]


def back(path: Path) -> list[tuple[str, ...]]:
    rows = list(open_table(path).rows())
    assert [row.problem for row in rows] == [None] * len(rows)
    return [row.cells for row in rows]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(cell_texts, min_size=1, max_size=8))
def test_any_text_survives_csv(tmp_path: Path, texts: list[str]) -> None:
    path = tmp_path / "out.csv"
    assert write_csv(path, ["id", "text"], numbered(texts)) == len(texts)
    assert back(path) == numbered(texts)


def test_naughty_strings_survive_csv(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_csv(path, ["id", "text"], numbered(NAUGHTY))
    assert back(path) == numbered(NAUGHTY)


def test_naughty_strings_survive_xlsx(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    xml_can_hold = [text for text in NAUGHTY if "\ufffe" not in text]
    texts = [
        *xml_can_hold,
        "=1+1",
        "'=1+1",
        "+1 615 555 0100",
        "-5",
        "02138",
        "http://example.org",
        "2026-11-20",
        "x\ry",
    ]
    assert write_xlsx(path, ["id", "text"], numbered(texts)) == len(texts)
    assert back(path) == numbered(texts)
    assert os.listdir(tmp_path) == ["out.xlsx"]


@given(cell_texts)
def test_no_cell_can_be_run(text: str) -> None:
    out = guarded(text)
    if out[:1] in set(RUN_BY_SPREADSHEETS):
        assert out[0] == "-"
        assert float(out) <= 0


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("'=1+1", "''=1+1"),
        ("'tis", "'tis"),
        ("O'Brien", "O'Brien"),
        ("-5", "-5"),
        ("'-5", "''-5"),
        ("-86.78", "-86.78"),
        ("-5+cmd|' /C calc'!A0", "'-5+cmd|' /C calc'!A0"),
        ("+1 615 555 0100", "'+1 615 555 0100"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("", ""),
    ],
)
def test_the_guard_is_as_described(text: str, cell: str) -> None:
    assert guarded(text) == cell


def test_a_csv_file_is_utf8_with_mark_comma_and_crlf_in_iso_forms(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    moment = datetime(2026, 11, 20, 14, 5, tzinfo=timezone(timedelta(hours=-6)))
    row: list[Cell] = ['Peña, "x"', date(2026, 11, 20), moment, Decimal("12.34"), True, False, None, -5, 2.5]
    write_csv(path, [f"c{place}" for place in range(9)], [row])
    assert path.read_bytes() == (
        b"\xef\xbb\xbfc0,c1,c2,c3,c4,c5,c6,c7,c8\r\n"
        b'"Pe\xc3\xb1a, ""x""",2026-11-20,2026-11-20T14:05:00-06:00,12.34,yes,no,,-5,2.5\r\n'
    )


def test_the_rows_given_are_left_as_they_were(tmp_path: Path) -> None:
    rows = [["=1", "a"]]
    write_csv(tmp_path / "out.csv", ["a", "b"], rows)
    assert rows == [["=1", "a"]]


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space"), RuntimeError("a bug")])
def test_a_file_that_fails_half_way_leaves_the_old_one(tmp_path: Path, write: Write, fault: Exception) -> None:
    path = tmp_path / "out.any"
    path.write_text("old", encoding="utf-8")

    def rows() -> Iterator[Sequence[Cell]]:
        yield from [["x"]] * 5_000
        raise fault

    expected = FileFault if isinstance(fault, OSError) else RuntimeError
    with pytest.raises(expected) as raised:
        write(path, ["a"], rows())
    if expected is FileFault:
        assert "no room left" in str(raised.value)
    assert path.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["out.any"]


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path, write: Write) -> None:
    with pytest.raises(FileFault, match="no folder"):
        write(tmp_path / "absent" / "out", ["a"], [["1"]])


@pytest.mark.parametrize("write", [write_csv, write_xlsx])
def test_a_folder_that_is_a_file_and_a_name_that_is_too_long_are_said_in_words(tmp_path: Path, write: Write) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileFault, match="no folder"):
        write(tmp_path / "file" / "out", ["a"], [["1"]])
    longest, longer = tmp_path / ("a" * 250), tmp_path / ("a" * 300)
    write(longest, ["a"], [["1"]])
    with pytest.raises(FileFault, match="too long"):
        write(longer, ["a"], [["1"]])
    assert sorted(os.listdir(tmp_path)) == [longest.name, "file"]


def test_a_text_too_long_for_a_workbook_is_refused_not_cut(tmp_path: Path) -> None:
    with pytest.raises(FileFault, match="Row 2, notes: the text has 32,768 characters"):
        write_xlsx(tmp_path / "out.xlsx", ["notes"], [["x" * 32_768]])
    assert os.listdir(tmp_path) == []


@given(st.lists(st.text(st.sampled_from("ab \";:,\n'"), min_size=1).map(str.strip).filter(bool), max_size=5))
def test_lists_survive_a_cell(items: list[str]) -> None:
    assert split_list(join_list(items)) == tuple(items)
