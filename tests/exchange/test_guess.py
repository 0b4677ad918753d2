"""Files of other programs are understood from their headers and contents."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.errors import FileFault
from hhcrm.domain.starting_rows import CONTACT_ROLES, SOURCE_TYPES, VISIT_KINDS
from hhcrm.exchange.choices import book_of_rows, guess_choice
from hhcrm.exchange.fields import RecordKind, columns_of, field_of, fields_of
from hhcrm.exchange.guess import guess_mapping
from hhcrm.exchange.mapping import Mapping, from_toml, header_shape, to_toml
from hhcrm.exchange.tables import Table, open_table

DATA = Path(__file__).parent.parent / "data"


def guessed(kind: RecordKind, name: str) -> tuple[Table, Mapping]:
    table = open_table(DATA / f"{name}.csv")
    rows = [row.cells for row in table.sample()]
    return table, guess_mapping(kind, table.header, rows, file_name=f"{name}.csv")


def by_field(kind: RecordKind, name: str) -> dict[str, list[str]]:
    table, mapping = guessed(kind, name)
    found: dict[str, list[str]] = {}
    for place, field in mapping.columns:
        found.setdefault(field, []).append(table.header[place])
    return found


def test_our_own_files_map_one_to_one() -> None:
    for kind in RecordKind:
        header = columns_of(kind, identifiers=True)
        mapping = guess_mapping(kind, header, [])
        assert [name for _, name in mapping.columns] == list(header)
        assert [place for place, _ in mapping.columns] == list(range(len(header)))


def test_cms_hospitals() -> None:
    assert by_field(RecordKind.SOURCES, "cms_hospitals") == {
        "ccn": ["Facility ID"],
        "name": ["Facility Name"],
        "address": ["Address"],
        "city": ["City/Town"],
        "state": ["State"],
        "zip": ["ZIP Code"],
        "phone": ["Telephone Number"],
        "type": ["Hospital Type"],
    }


@pytest.mark.parametrize(
    ("name", "ccn", "phone"),
    [
        ("cms_nursing_homes_2026", "CMS Certification Number (CCN)", "Telephone Number"),
        ("cms_nursing_homes_older", "Federal Provider Number", "Provider Phone Number"),
    ],
)
def test_nursing_homes_in_both_layouts_are_all_of_one_type(name: str, ccn: str, phone: str) -> None:
    found = by_field(RecordKind.SOURCES, name)
    assert (found["ccn"], found["phone"]) == ([ccn], [phone])
    assert (found["name"], found["beds"]) == (["Provider Name"], ["Number of Certified Beds"])
    assert {"address", "city", "state", "zip"} <= set(found)
    assert guessed(RecordKind.SOURCES, name)[1].constants == (("type", "snf"),)


def test_clinicians_with_short_header_names() -> None:
    found = by_field(RecordKind.CONTACTS, "cms_clinicians")
    assert (found["last_name"], found["first_name"]) == (["lst_nm"], ["frst_nm"])
    assert (found["npi"], found["phone"], found["credentials"]) == (["NPI"], ["phn_numbr"], ["Cred"])


def test_nppes_people() -> None:
    found = by_field(RecordKind.CONTACTS, "nppes_people")
    assert found["last_name"] == ["Provider Last Name (Legal Name)"]
    assert found["first_name"] == ["Provider First Name"]
    assert found["credentials"] == ["Provider Credential Text"]
    assert found["npi"] == ["NPI"]


def test_outlook_has_a_title_that_is_no_job() -> None:
    found = by_field(RecordKind.CONTACTS, "outlook_classic")
    assert found["title"] == ["Job Title"]
    assert found["source"] == ["Company"]
    assert found["email"] == ["E-mail Address", "E-mail 2 Address", "E-mail 3 Address"]
    assert {"Business Phone", "Business Phone 2"} <= set(found["phone"])
    assert (found["mobile"], found["fax"]) == (["Mobile Phone"], ["Business Fax"])
    assert found["credentials"] == ["Suffix"]
    assert "full_name" not in found


def test_one_name_column_is_a_full_name() -> None:
    found = by_field(RecordKind.CONTACTS, "outlook_com")
    assert found["full_name"] == ["Name"]
    assert "last_name" not in found
    assert found["fax"] == ["Business Fax"]


def test_google_lists_of_phones_and_mails() -> None:
    found = by_field(RecordKind.CONTACTS, "google_contacts")
    assert found["phone"] == ["Phone 1 - Value", "Phone 2 - Value", "Phone 3 - Value"]
    assert found["email"] == ["E-mail 1 - Value", "E-mail 2 - Value"]
    assert (found["source"], found["title"]) == (["Organization Name"], ["Organization Title"])


def test_thunderbird() -> None:
    found = by_field(RecordKind.CONTACTS, "thunderbird")
    assert found["email"] == ["Primary Email", "Secondary Email"]
    assert (found["source"], found["fax"], found["mobile"]) == (["Organization"], ["Fax Number"], ["Mobile Number"])
    assert found["source_zip"] == ["Work ZipCode"]


def test_hubspot() -> None:
    companies = by_field(RecordKind.SOURCES, "hubspot_companies")
    assert companies["name"] == ["Company Name"]
    assert (companies["zip"], companies["owner"]) == (["Postal Code"], ["Company Owner"])
    assert "source_id" not in companies, "their ids are not ours"
    assert "type" not in companies, "Technology is no type of source"
    contacts = by_field(RecordKind.CONTACTS, "hubspot_contacts")
    assert (contacts["phone"], contacts["mobile"]) == (["Phone Number"], ["Mobile Phone Number"])
    visits = by_field(RecordKind.VISITS, "hubspot_activities")
    assert (visits["date"], visits["kind"]) == (["Activity Date"], ["Activity Type"])


def test_another_programs_whole_numbers_are_never_our_ids() -> None:
    mapping = guess_mapping(RecordKind.CONTACTS, ["Contact ID", "Last Name"], [["1", "Roe"], ["2", "Doe"]])
    assert mapping.places("contact_id") == ()


@pytest.mark.parametrize("name", ["Facility", "Account", "Org name", "Ref source", "REFERRAL_SOURCE", "FacilityName"])
def test_many_words_mean_the_name_of_a_source(name: str) -> None:
    mapping = guess_mapping(RecordKind.SOURCES, [name], [["Mercy clinic"]])
    assert mapping.columns == ((0, "name"),)
    mapping = guess_mapping(RecordKind.VISITS, [name, "Visit date"], [["Mercy clinic", "11/20/2026"]])
    assert mapping.columns == ((0, "source"), (1, "date"))


def test_a_name_is_not_believed_against_its_contents() -> None:
    mapping = guess_mapping(RecordKind.SOURCES, ["Facility ID", "Name"], [["7", "A"], ["8", "B"]])
    assert mapping.places("ccn") == ()


def test_contents_speak_where_names_do_not_and_less_surely() -> None:
    rows = [
        ["Mercy", "1417051921", "a@example.org", "(615) 555-0142", "02138"],
        ["Grace", "1972040137", "b@example.org", "(615) 555-0143", "02139"],
        ["Hope", "1215911011", "c@example.org", "(615) 555-0144", "37203-1234"],
    ]
    mapping = guess_mapping(RecordKind.SOURCES, ["Facility", "A", "B", "C", ""], rows)
    assert dict(mapping.columns) == {0: "name", 1: "npi", 2: "email", 3: "phone", 4: "zip"}
    assert mapping.confidence_at(0) > 0.9 > mapping.confidence_at(1) > mapping.confidence_at(4) > 0


def test_the_day_order_comes_from_all_dates_of_the_file() -> None:
    header = ["Source", "Visit date"]

    def order(*days: str) -> str:
        return guess_mapping(RecordKind.VISITS, header, [["A", day] for day in days]).day_order

    assert order("01/02/2026", "20/11/2026") == "dmy"
    assert order("01/02/2026", "11/20/2026") == "mdy"
    assert order("01/02/2026", "03/04/2026") == "ambiguous"
    assert order("2026-01-02", "Nov 3, 2026") == "ymd"
    assert order("11/20/2026", "20/11/2026") == "ambiguous"


@given(
    st.sampled_from(list(RecordKind)),
    st.lists(st.text(max_size=8), max_size=6),
    st.lists(st.lists(st.text(max_size=8), max_size=7), max_size=4),
)
def test_no_header_breaks_the_guess_or_the_mapping_file(
    kind: RecordKind, header: list[str], rows: list[list[str]]
) -> None:
    mapping = guess_mapping(kind, header, rows)
    places = [place for place, _ in mapping.columns]
    assert len(set(places)) == len(places) == len(mapping.confidence)
    single = [name for _, name in mapping.columns if not field_of(kind, name).many]
    assert len(set(single)) == len(single)
    again = from_toml(to_toml(mapping, header), header)
    assert (again.columns, again.constants, again.day_order) == (
        mapping.columns,
        mapping.constants,
        mapping.day_order,
    )


def test_a_person_corrects_the_mapping() -> None:
    mapping = guess_mapping(RecordKind.SOURCES, ["Facility", "Account", "Kind"], [["A", "B", "SNF"]])
    assert mapping.field_at(0) == "name"
    changed = mapping.with_column(1, "name")
    assert (changed.places("name"), changed.confidence_at(1), changed.field_at(0)) == ((1,), 1.0, None)
    fixed = changed.with_constant("type", "hospital")
    assert (fixed.places("type"), fixed.constants) == ((), (("type", "hospital"),))
    assert fixed.with_column(2, "type").constants == ()
    assert fixed.with_constant("type", None).constants == ()


def test_a_mapping_file_names_columns_by_header_or_place() -> None:
    text = """
kind = "sources"
day_order = "mdy"
[columns]
"Facility Name" = "name"
"#3" = "zip"
[constants]
type = "Skilled nursing"
"""
    mapping = from_toml(text, ["CCN", "facility name", "", "x"])
    assert mapping.columns == ((1, "name"), (2, "zip"))
    assert mapping.constants == (("type", "Skilled nursing"),)
    assert mapping.day_order == "mdy"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kind = [", "not TOML"),
        ('kind = "people"', "must begin with kind"),
        ('kind = "sources"\n[columns]\nZIP = "zap"', "no field zap"),
        ('kind = "sources"\n[columns]\nFoo = "zip"', "no column Foo"),
        ('kind = "sources"\n[columns]\n"#9" = "zip"', "no column #9"),
        ('kind = "sources"\n[columns]\nZIP = "zip"\nCity = "zip"', "2 columns"),
        ('kind = "sources"\n[columns]\nZIP = "zip"\n"#1" = "city"', "one column twice"),
        ('kind = "sources"\n[columns]\nZIP = "zip"\n[constants]\nzip = "1"', "both a column"),
        ('kind = "sources"\nday_order = "ydm"', "day_order"),
        ('kind = "sources"\ncolumns = 3', "must hold lines"),
        ('kind = "sources"\ncolumn = 3', "unknown words: column"),
    ],
)
def test_a_wrong_mapping_file_is_a_fault_in_words(text: str, words: str) -> None:
    with pytest.raises(FileFault, match=words):
        from_toml(text, ["ZIP", "City"])


def test_the_shape_of_a_header_forgives_spelling_not_order() -> None:
    assert header_shape(["Facility Name", "ZIP"]) == header_shape([" facility_name", "zip "])
    assert header_shape(["ZIP", "Facility Name"]) != header_shape(["Facility Name", "ZIP"])
    assert header_shape(["Название"]) != header_shape(["Город"])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Skilled Nursing", "snf"),
        ("SNF", "snf"),
        ("Nursing home", "snf"),
        ("skiled nursing", "snf"),
        ("Acute Care Hospitals", "hospital"),
        ("Assisted  living", "assisted_living"),
        ("Technology", None),
        ("", None),
    ],
)
def test_values_are_guessed_by_synonym_and_near_miss(text: str, code: str | None) -> None:
    assert book_of_rows(SOURCE_TYPES).find(text) == code
    assert guess_choice(text, {row.code: (row.name, *row.synonyms) for row in SOURCE_TYPES}) == code


def test_near_misses_do_not_take_an_opposite() -> None:
    assert guess_choice("not accepted", {"accepted": (), "refused": ()}) is None
    assert guess_choice("home care x", {"home care a": (), "home care b": ()}) is None
    assert book_of_rows(VISIT_KINDS).find("Lunch & Learn") == "in_service"
    assert book_of_rows(CONTACT_ROLES).find("RN Case Manager") == "case_manager"


def test_every_field_has_a_label_and_known_lookup() -> None:
    for kind in RecordKind:
        for field in fields_of(kind):
            assert field.label
            assert field.label[0].isupper()


@pytest.mark.parametrize("header", ["Phone no.", "Telephone no"])
def test_a_phone_number_by_its_short_name(header: str) -> None:
    rows = [("Mercy Hospital", "615.555.0101"), ("Oak Grove", "(615) 555-0102")]
    mapping = guess_mapping(RecordKind.SOURCES, ("Name", header), rows)
    assert (1, "phone") in mapping.columns
