"""Folding, name keys and search texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.text import fold, name_key, search_text, unturned


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Núñez", "nunez"),
        ("  St.  Mary's\tHospital ", "st. mary's hospital"),
        ("St. Mary\u2019s \u201cWest\u201d", 'st. mary\'s "west"'),
        ("7 a.m.\u20135 p.m.", "7 a.m.-5 p.m."),
        ("Straße", "strasse"),
        ("Łukasz Sørensen", "lukasz sorensen"),
        ("ØRSTED Æther", "orsted aether"),
        ("ﬁrst\u00a0floor", "first floor"),
        ("O\u00b4Brien", "o'brien"),
        ("O`Brien", "o'brien"),
        ("in\u00advisible\u200b", "invisible"),
        ("José", "jose"),
        ("", ""),
    ],
)
def test_texts_are_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_the_fast_path_gives_the_same_as_the_long_one(text: str) -> None:
    assert fold(text) == fold(text + "\u00ad")


@given(st.text())
def test_capitals_make_no_difference_in_plain_letters(text: str) -> None:
    ascii_text = text.encode("ascii", "ignore").decode()
    assert fold(ascii_text.upper()) == fold(ascii_text.lower())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Meadows at Green Hills", "meadows at green hills"),
        ("St. Mary's Hospital, 4 West", "st marys hospital 4 west"),
        ("Saint-Thomas / Midtown", "saint thomas midtown"),
        ("Hendersonville Rehab & Care", "hendersonville rehab and care"),
        ("Theodore Clinic", "theodore clinic"),
        ("Clínica Núñez \u2013 Norte", "clinica nunez norte"),
        ("A.B.C. Home_Health", "abc home health"),
        ("\u201cThe\u201d Oaks", "oaks"),
        ("...", ""),
        ("日本 Clinic", "日本 clinic"),
    ],
)
def test_name_keys(name: str, key: str) -> None:
    assert name_key(name) == key


@given(st.text())
def test_a_name_key_holds_letters_digits_and_single_spaces(name: str) -> None:
    key = name_key(name)
    assert all(sign.isalnum() or sign == " " for sign in key)
    assert key == " ".join(key.split())


def test_search_text_joins_the_folded_parts_by_lines() -> None:
    assert search_text("Núñez Clinic", None, "", "  ", "Nashville") == "nunez clinic\nnashville"


def test_a_telephone_number_is_found_by_its_digits() -> None:
    assert search_text("(615) 555-0142 x12") == "(615) 555-0142 x12\n6155550142"
    assert search_text("+1 615 555 0142") == "+1 615 555 0142\n6155550142"


@pytest.mark.parametrize("part", ["37203", "4 West", "6155550142", "100 Main St, Suite 200", "2026"])
def test_other_numbers_stand_alone(part: str) -> None:
    assert "\n" not in search_text(part)


@given(st.lists(st.none() | st.text()))
def test_whatever_was_written_is_found_by_its_folded_form(parts: list[str | None]) -> None:
    found = search_text(*parts)
    assert all(fold(part) in found for part in parts if part)


def test_marks_of_direction_that_come_along_when_copying_do_not_hide_anything() -> None:
    assert fold("\u202aMercy\u202c Clinic\u200e") == "mercy clinic"
    assert "6155550100" in search_text("\u2068615-555-0100\u2069").split("\n")


@given(st.text(), st.text())
def test_what_turns_words_around_is_left_out_and_all_else_stays(before: str, after: str) -> None:
    turns = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    shown = unturned(f"{before}\u202e{after}")
    assert not set(shown) & set(turns)
    assert shown == "".join(sign for sign in before + after if sign not in turns)
