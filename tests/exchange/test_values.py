"""A cell becomes a value, or words that say what would be accepted."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.exchange.dates import DayOrder, detect_day_order
from hhcrm.exchange.field_words import LABELS
from hhcrm.exchange.fields import Field, FieldKind, RecordKind, columns_of, field_of, fields_of
from hhcrm.exchange.values import ColumnReader, Corrected, Problem, read_value


def read(kind: FieldKind, text: str, order: DayOrder = "mdy", *, serials: bool = False) -> object:
    return read_value(Field("x", "X", kind), text, order, serials=serials)


def test_the_columns_are_those_of_interfaces_md() -> None:
    assert ", ".join(columns_of(RecordKind.SOURCES)) == (
        "source_id, name, type, parent, stage, owner, territory, tier, cadence_days, potential_per_month, "
        "potential_basis, providers, beds, address, city, state, zip, phone, fax, email, website, npi, ccn, tags, "
        "notes, created_on, archived"
    )
    assert ", ".join(columns_of(RecordKind.CONTACTS)) == (
        "contact_id, first_name, last_name, credentials, role, buying_role, source_id, source, title, department, "
        "from_on, until_on, npi, phone, mobile, email, fax, preferred_channel, needs, notes, archived"
    )
    assert ", ".join(columns_of(RecordKind.VISITS)) == (
        "visit_id, source_id, source, contacts, liaison, kind, status, date, time, minutes, travel_minutes, miles, "
        "purpose, line, ask, advance, notes, materials, next_step"
    )
    referrals = (
        "referral_id, source_id, source, contact, liaison, heard_at, authorized_at, service_line, payer, zip, "
        "clinical_group, admission_source, diagnosis, stage, reason, reason_owner, decided_at, ordered_soc, "
        "discharged_on, soc_on, ended_on, satisfaction, readmitted_on, notes"
    )
    assert ", ".join(columns_of(RecordKind.REFERRALS)) == referrals
    assert columns_of(RecordKind.REFERRALS, identifiers=True)[-3:] == ("patient_name", "date_of_birth", "phone")


DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20",
        "11/20/2026",
        "11/20/26",
        "11-20-2026",
        "2026/11/20",
        "20261120",
        "Nov 20, 2026",
        "November 20 2026",
        "20-Nov-26",
        "20 Nov 2026",
        "Fri, Nov 20, 2026",
        "2026-11-20T23:59:00-06:00",
        "11/20/2026 11:59 PM",
        " 11/20/2026 ",
    ],
)
def test_a_day_is_read_in_every_common_form_and_never_moved(text: str) -> None:
    assert read(FieldKind.DAY, text) == DAY


@pytest.mark.parametrize("text", ["2026-02-30", "13/13/2026", "soon", "1/2", "0206-11-20", "46000"])
def test_what_is_no_day_says_what_would_be_accepted(text: str) -> None:
    problem = read(FieldKind.DAY, text)
    assert isinstance(problem, Problem)
    assert problem.value == text


def test_zeros_for_no_date_and_blanks_are_none() -> None:
    for text in ("", "  ", "0/0/00", "00/00/0000", "0000-00-00"):
        assert read(FieldKind.DAY, text) is None


def test_day_numbers_of_a_spreadsheet_are_days_only_in_a_workbook() -> None:
    assert read(FieldKind.DAY, "46346", serials=True) == DAY
    assert isinstance(read(FieldKind.DAY, "46346"), Problem)
    assert read(FieldKind.INSTANT, "46346.586805556", serials=True) == datetime(2026, 11, 20, 14, 5)  # noqa: DTZ001


def test_dates_of_birth_need_four_digits_of_a_year() -> None:
    birth = field_of(RecordKind.REFERRALS, "date_of_birth")
    assert read_value(birth, "3/14/1941") == date(1941, 3, 14)
    assert isinstance(read_value(birth, "3/14/41"), Problem)


@given(st.dates(date(1970, 1, 1), date(2068, 12, 31)), st.sampled_from(["mdy", "dmy", "ymd"]))
def test_every_day_is_read_back_in_its_columns_order(day: date, order: DayOrder) -> None:
    forms = {"mdy": "%m/%d/%Y", "dmy": "%d/%m/%Y", "ymd": "%Y/%m/%d"}
    assert read(FieldKind.DAY, day.strftime(forms[order]), order) == day
    assert read(FieldKind.DAY, day.isoformat(), order) == day


@pytest.mark.parametrize(
    ("samples", "order"),
    [
        (["01/02/2026", "11/20/2026"], "mdy"),
        (["01/02/2026", "20/11/2026"], "dmy"),
        (["01.02.2026", "", "20.11.26 14:05"], "dmy"),
        (["2026-11-20", "2026-01-02"], "ymd"),
        (["2026-11-20T14:05:00-06:00"], "ymd"),
        (["01/02/2026", "03/04/2026"], "ambiguous"),
        (["11/20/2026", "20/11/2026"], "ambiguous"),
        (["2026-11-20", "01/02/2026"], "ambiguous"),
        (["note", ""], "ambiguous"),
        ([], "ambiguous"),
    ],
)
def test_one_unambiguous_date_decides_the_order(samples: list[str], order: str) -> None:
    assert detect_day_order(samples) == order


def test_a_date_that_could_be_two_days_is_asked_not_guessed() -> None:
    assert isinstance(read(FieldKind.DAY, "05/06/2026", "ambiguous"), Problem)
    assert read(FieldKind.DAY, "06/06/2026", "ambiguous") == date(2026, 6, 6)
    assert read(FieldKind.DAY, "20/06/2026", "ambiguous") == date(2026, 6, 20)
    assert isinstance(read(FieldKind.DAY, "20/06/2026", "mdy"), Problem)


def test_instants_keep_their_offset_and_days_alone_stay_days() -> None:
    moment = datetime(2026, 11, 20, 14, 5, tzinfo=timezone(timedelta(hours=-6)))
    assert read(FieldKind.INSTANT, "2026-11-20T14:05:00-06:00") == moment
    assert read(FieldKind.INSTANT, "2026-11-20T20:05:00Z") == moment
    naive = datetime(2026, 11, 20, 14, 5)  # noqa: DTZ001
    for text in ("2026-11-20 14:05", "11/20/2026 2:05 PM", "11/20/2026, 14:05:00", "Nov 20, 2026 at 2:05 pm"):
        assert read(FieldKind.INSTANT, text) == naive, text
    assert read(FieldKind.INSTANT, "11/20/2026") == DAY
    assert isinstance(read(FieldKind.INSTANT, "11/20/2026 25:00"), Problem)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (FieldKind.TIME, "14:05", time(14, 5)),
        (FieldKind.TIME, "2:05:30 PM", time(14, 5, 30)),
        (FieldKind.ID, "17", 17),
        (FieldKind.WHOLE, "1,250", 1250),
        (FieldKind.WHOLE, "12.0", 12),
        (FieldKind.NUMBER, "2.5", 2.5),
        (FieldKind.MONEY, "$1,234.50", 123450),
        (FieldKind.MONEY, "(12.34)", -1234),
        (FieldKind.YESNO, "Yes", True),
        (FieldKind.YESNO, "FALSE", False),
        (FieldKind.LIST, "a; b ;; c", ("a", "b", "c")),
        (FieldKind.LIST, "x ::: y", ("x", "y")),
        (FieldKind.PHONE, "+1 615.555.0142 ext 3", "(615) 555-0142 x3"),
        (FieldKind.ZIP, "021381234", "02138-1234"),
        (FieldKind.NPI, "1417051921", "1417051921"),
        (FieldKind.CCN, "44t039", "44T039"),
        (FieldKind.EMAIL, "Ann Roe <ann@example.org>", "ann@example.org"),
        (FieldKind.TEXT, " = plain ", "= plain"),
    ],
)
def test_each_kind_is_read(kind: FieldKind, text: str, value: object) -> None:
    field = Field("x", "X", kind, many=kind is FieldKind.LIST)
    assert read_value(field, text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (FieldKind.ID, "COMP-5880"),
        (FieldKind.ID, "-1"),
        (FieldKind.WHOLE, "2.5"),
        (FieldKind.WHOLE, "ten"),
        (FieldKind.NUMBER, "nan"),
        (FieldKind.NUMBER, "1e999"),
        (FieldKind.MONEY, "1.005"),
        (FieldKind.YESNO, "perhaps"),
        (FieldKind.TIME, "25:00"),
        (FieldKind.PHONE, "front desk"),
        (FieldKind.ZIP, "ABCDE"),
        (FieldKind.NPI, "1417051922"),
        (FieldKind.CCN, "12"),
        (FieldKind.EMAIL, "=cmd|' /C calc'!A0@example.com"),
    ],
)
def test_each_kind_refuses_with_words(kind: FieldKind, text: str) -> None:
    problem = read(kind, text)
    assert isinstance(problem, Problem)
    assert problem.value == text
    assert len(problem.words) > 10


def test_lost_zeros_are_put_back_and_said() -> None:
    zip_code, ccn = read(FieldKind.ZIP, "2138"), read(FieldKind.CCN, "10001")
    assert isinstance(zip_code, Corrected)
    assert isinstance(ccn, Corrected)
    assert (zip_code.value, ccn.value) == ("02138", "010001")
    assert "02138" in zip_code.words


def test_choices_are_found_by_word_synonym_and_near_miss() -> None:
    status = field_of(RecordKind.VISITS, "status")
    assert [read_value(status, text) for text in ("Completed", "done", "Canceled", "complted")] == [
        "completed",
        "completed",
        "cancelled",
        "completed",
    ]
    problem = read_value(status, "purple")
    assert problem == Problem("purple", "Give one of: planned, completed, missed, cancelled.")


def test_bounds_are_said() -> None:
    cadence = field_of(RecordKind.SOURCES, "cadence_days")
    assert read_value(cadence, "30") == 30
    assert read_value(cadence, "200") == Problem("200", "Give a whole number from 7 to 180.")


def test_several_phones_stand_in_one_cell() -> None:
    phone = field_of(RecordKind.CONTACTS, "phone")
    assert read_value(phone, "6155550142; 615-555-0143; (615) 555-0142") == ("(615) 555-0142", "(615) 555-0143")
    assert read_value(phone, "") == ()


def test_a_blank_cell_never_takes_the_row_above() -> None:
    reader = ColumnReader(field_of(RecordKind.SOURCES, "email"))
    values, problems = reader.values(["a@example.org", "", "b@example.org", " ", "bad", ""])
    assert values[:4] == ["a@example.org", None, "b@example.org", None]
    assert values[5] is None
    assert [(place, problem.value) for place, problem in problems] == [(4, "bad")]
    assert reader.values(["", "c@example.org"]) == ([None, "c@example.org"], [])


def test_corrections_are_kept_by_cell() -> None:
    reader = ColumnReader(field_of(RecordKind.SOURCES, "zip"))
    assert reader.values(["2138", "37203", "2138"])[0] == ["02138", "37203", "02138"]
    assert list(reader.corrections) == ["2138"]


def test_fixed_words_are_read_back_as_they_are_written() -> None:
    for kind in RecordKind:
        for field in fields_of(kind):
            for choice in field.choices:
                assert read_value(field, choice.value) == choice.value
                for synonym in choice.synonyms:
                    assert read_value(field, synonym) == choice.value, (field.name, synonym)


@pytest.mark.parametrize("kind", [kind for kind in FieldKind if kind is not FieldKind.TEXT])
def test_an_endless_cell_is_refused_at_once(kind: FieldKind) -> None:
    field = Field("x", "X", kind, many=kind is FieldKind.LIST)
    problem = read_value(field, '"' + " " * 500_000 + "x")
    assert isinstance(problem, Problem)
    assert len(problem.value) <= 200


def test_an_instant_outside_our_times_is_a_typing_mistake() -> None:
    assert isinstance(read(FieldKind.INSTANT, "0206-11-20T10:00:00"), Problem)


def test_every_field_has_a_label_that_can_be_translated() -> None:
    assert {field.label for kind in RecordKind for field in fields_of(kind)} == set(LABELS)
