"""NPI, ZIP, CCN and telephone numbers: text in, text out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.identifiers import (
    Phone,
    Zip,
    normal_ccn,
    normal_npi,
    normal_phone,
    normal_zip,
    npi_is_valid,
    phone_digits,
)

VALID_NPIS = [
    "1234567893",
    "1215297064",
    "1538603873",
    "1972902351",
    "1528060837",
    "9999999995",
    "1000000020",
]


@pytest.mark.parametrize("npi", VALID_NPIS)
def test_the_npis_of_the_domain_page_are_valid(npi: str) -> None:
    assert npi_is_valid(npi)
    assert normal_npi(f" {npi[:4]}-{npi[4:]} ") == npi


@given(st.sampled_from(VALID_NPIS), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(npi: str, place: int, change: int) -> None:
    wrong = npi[:place] + str((int(npi[place]) + change) % 10) + npi[place + 1 :]
    assert not npi_is_valid(wrong)
    with pytest.raises(RuleBroken, match="last digit"):
        normal_npi(wrong)


@given(st.integers(0, 999_999_999))
def test_exactly_one_check_digit_fits(start: int) -> None:
    assert sum(npi_is_valid(f"{start:09d}{check}") for check in range(10)) == 1


@pytest.mark.parametrize("text", ["", "123456789", "12345678933", "123456789x", "١٢٣٤٥٦٧٨٩٣", "1234567893.0"])
def test_what_is_no_npi_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(RuleBroken, match="ten digits") as caught:
        normal_npi(text)
    assert caught.value.field == "npi"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("37203", Zip("37203", False)),
        (" 02138 ", Zip("02138", False)),
        ("37203-1234", Zip("37203-1234", False)),
        ("372031234", Zip("37203-1234", False)),
        ("37203 1234", Zip("37203-1234", False)),
        ("37203-", Zip("37203", False)),
        ("2138", Zip("02138", True)),
        ("2138-1234", Zip("02138-1234", True)),
        ("21381234", Zip("02138-1234", True)),
    ],
)
def test_zip_codes_are_written_one_way(typed: str, expected: Zip) -> None:
    assert normal_zip(typed) == expected


@pytest.mark.parametrize("typed", ["", "372", "372033", "K1A 0B1", "37203-12", "00000", "37203.0", "٣٧٢٠٣"])
def test_what_is_no_zip_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(RuleBroken, match="37203-1234") as caught:
        normal_zip(typed)
    assert caught.value.field == "zip"


@given(st.from_regex(r"\A[0-9]{5}(-[0-9]{4})?\Z").filter(lambda text: text[:5] != "00000"))
def test_a_proper_zip_stays_as_it_is(text: str) -> None:
    assert normal_zip(text) == Zip(text, padded=False)


@pytest.mark.parametrize(
    ("typed", "ccn"),
    [
        ("015009", "015009"),
        ("44t039", "44T039"),
        ("01014F", "01014F"),
        (" 44-0039 ", "440039"),
        ("107005Q001", "107005Q001"),
    ],
)
def test_ccns_are_text_with_leading_zeros_and_letters(typed: str, ccn: str) -> None:
    assert normal_ccn(typed) == ccn


@pytest.mark.parametrize("typed", ["", "1234", "ABCDEF", "4400391", "44 Main"])
def test_what_is_no_ccn_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken, match="six characters"):
        normal_ccn(typed)


def test_a_ccn_that_lost_its_zero_is_asked_back() -> None:
    with pytest.raises(RuleBroken, match="015009"):
        normal_ccn("15009")


@pytest.mark.parametrize(
    "typed",
    [
        "6155550142",
        "615-555-0142",
        "615.555.0142",
        "(615) 555-0142",
        "(615)555-0142",
        "+1 615 555 0142",
        "1-615-555-0142",
        "001-615-555-0142",
        " 615/555-0142 ",
    ],
)
def test_a_us_number_is_written_one_way(typed: str) -> None:
    assert normal_phone(typed) == Phone("(615) 555-0142", True)
    assert phone_digits(normal_phone(typed).text) == "6155550142"


@pytest.mark.parametrize("extension", ["x123", " x123", " ext. 123", ", ext 123", " Extension 123", " #123"])
def test_an_extension_is_kept(extension: str) -> None:
    assert normal_phone("615-555-0142" + extension) == Phone("(615) 555-0142 x123", True)
    assert phone_digits("615-555-0142" + extension) == "6155550142"


@pytest.mark.parametrize(
    "typed", ["555-0142", "+44 20 7946 0958", "call the desk", "615-555-0142 / 615-555-0143", "(360) 000-0000"]
)
def test_what_is_not_understood_is_kept_as_typed(typed: str) -> None:
    assert normal_phone(typed) == Phone(typed, False)


def test_no_number_is_no_fault() -> None:
    assert normal_phone("  ") == Phone("", True)


@given(st.text(max_size=30))
def test_writing_a_number_twice_changes_nothing(typed: str) -> None:
    once = normal_phone(typed)
    assert normal_phone(once.text) == once


def test_a_long_wrong_value_is_shortened_in_the_words() -> None:
    with pytest.raises(RuleBroken) as caught:
        normal_npi("9" * 10_000_000)
    assert len(str(caught.value)) < 120
