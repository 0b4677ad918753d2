"""What the pages of import say, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.days import say_full_day
from hhcrm.exchange.dates import DayOrder
from hhcrm.exchange.fields import RecordKind, field_of, fields_of
from hhcrm.exchange.mapping import Mapping, to_toml
from hhcrm.ui.exchange.columns_table import column_lines
from hhcrm.ui.exchange.seeing import see_file
from hhcrm.ui.exchange.words import Speaker, constant_words, counted, missing_words, say_value, sureness

SOURCES = RecordKind.SOURCES


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""),
        ((), ""),
        (True, "yes"),
        (False, "no"),
        (date(2026, 11, 20), "Fri, Nov 20, 2026"),
        (datetime(2026, 11, 20, 14, 5), "Fri, Nov 20, 2026, 2:05 PM"),  # noqa: DTZ001
        (time(0, 30), "12:30 AM"),
        (12.5, "12.5"),
        (3.0, "3"),
        (("a", "b"), "a; b"),
        ("02138", "02138"),
    ],
)
def test_values_are_said_as_people_read_them(value: object, said: str) -> None:
    assert say_value(value) == said


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_in_words_names_weekday_month_and_year(day: date) -> None:
    assert datetime.strptime(say_full_day(day), "%a, %b %d, %Y").date() == day  # noqa: DTZ007


@given(st.text(max_size=200), st.sampled_from([(kind, field) for kind in RecordKind for field in fields_of(kind)]))
def test_any_cell_of_any_field_can_be_shown(text: str, where: tuple[RecordKind, object]) -> None:
    kind, field = where
    said, _wrong = Speaker(field_of(kind, field.name), "mdy", serials=True).say(text)  # type: ignore[attr-defined]
    assert "\n" not in said
    assert len(said) <= 60


def test_a_word_of_a_list_is_shown_as_what_it_becomes() -> None:
    speaker = Speaker(field_of(SOURCES, "type"), "mdy", serials=False)
    assert speaker.say("SNF") == ("Skilled nursing facility", "")
    assert speaker.say("Moon base") == ("Moon base", "")


def test_a_cell_that_cannot_be_read_says_what_would_be_accepted() -> None:
    said, wrong = Speaker(field_of(SOURCES, "created_on"), "ambiguous", serials=False).say("3/4/2025")
    assert said == "3/4/2025"
    assert "two days" in wrong


def test_missing_columns_are_named_by_their_labels() -> None:
    visits = Mapping(RecordKind.VISITS, ())
    assert missing_words(visits).startswith("Source and Date: needed")
    assert missing_words(visits.with_column(0, "source").with_column(1, "date")) == ""


def test_how_sure_a_guess_is_stands_in_words() -> None:
    mapping = Mapping(SOURCES, ((0, "name"), (1, "city"), (2, "zip")), confidence=(1.0, 0.7, 0.4))
    assert [sureness(mapping, place, (), False)[0] for place in range(4)] == ["sure", "likely", "please check", ""]
    assert sureness(mapping, 2, (2,), False)[0] == "your choice"
    assert sureness(mapping, 2, (), True)[0] == "as last time"


def test_counts_have_their_noun() -> None:
    assert [counted(n, "sources") for n in (0, 1, 1204)] == ["0 sources", "1 source", "1,204 sources"]


def test_a_constant_is_said_with_its_field() -> None:
    assert constant_words(Mapping(SOURCES, (), (("type", "hospital"),)), "type", "hospital") == "Type: Hospital"


@pytest.mark.parametrize(
    ("day", "kept", "order"),
    [
        ("13/4/2025", "mdy", "dmy"),
        ("4/13/2025", "dmy", "mdy"),
        ("3/4/2025", "dmy", "dmy"),
        ("3/4/2025", "ymd", "ambiguous"),
        ("2025-04-03", "mdy", "ymd"),
    ],
)
def test_a_remembered_mapping_wins_and_the_files_own_days_decide_their_order(
    tmp_path: Path, day: str, kept: DayOrder, order: DayOrder
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"Name,Seen\nAlder Clinic,{day}\n", encoding="utf-8")
    text = to_toml(Mapping(SOURCES, ((0, "name"), (1, "created_on")), (), kept), ("Name", "Seen"))
    seen = see_file(path, None, None, lambda kind, _shape: text if kind == "sources" else None)
    assert seen.remembered
    assert seen.mapping.field_at(1) == "created_on"
    assert seen.mapping.day_order == order


def test_a_remembered_mapping_of_an_older_version_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,ZIP\nAlder Clinic,37203\n", encoding="utf-8")
    seen = see_file(path, None, None, lambda _kind, _shape: 'kind = "sources"\n[columns]\n"Name" = "gone"\n')
    assert not seen.remembered
    assert seen.mapping.field_at(0) == "name"


def test_columns_that_go_somewhere_stand_first_and_stay_there(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Foo,Name,Bar,ZIP\na,Alder Clinic,b,37203\n", encoding="utf-8")
    seen = see_file(path, SOURCES, None, lambda _kind, _shape: None)
    assert [line.name for line in column_lines(seen, seen.mapping, set())] == ["Name", "ZIP", "Foo", "Bar"]
    changed = replace(seen.mapping, columns=((0, "notes"), (3, "zip")), confidence=(1.0, 1.0))
    assert [line.name for line in column_lines(seen, changed, {0})] == ["Name", "ZIP", "Foo", "Bar"]
