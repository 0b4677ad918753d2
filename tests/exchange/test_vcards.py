"""vCards out and in: what phones write is read, what we write comes back unchanged, garbage is named."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from hhcrm.domain.errors import FileFault
from hhcrm.domain.words import BuyingRole, Channel, EmailKind, PhoneKind
from hhcrm.exchange.vcard_reading import read_cards
from hhcrm.exchange.vcard_writing import card_text, escaped, fold_line
from hhcrm.exchange.vcards import CardsResult, export_cards, import_cards
from hhcrm.models.contacts import Affiliation, Contact, ContactEmail, ContactPhone
from hhcrm.models.lookups import ContactRole, SourceType
from hhcrm.models.sources import ReferralSource
from hhcrm.queries.person_cards import CardPerson, card_people
from hhcrm.queries.read_models import EmailLine, PersonLine, PhoneLine
from hhcrm.services.imports.taking_back import undo_import
from hhcrm.storage.work import Transaction
from tests.databases import address, engine, filled, kind  # noqa: F401  # fixtures: the three databases
from tests.exchange.importing import TODAY, ZONE, Books, founded

FILES = Path(__file__).parents[1] / "data" / "vcards"


def read(name: str) -> list[tuple[str, str, str, tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]]:
    return [
        (card.name, card.organization, card.title, card.phones, card.emails) for card in read_cards(FILES / name).cards
    ]


def test_an_iphones_card_with_apples_labels() -> None:
    ((name, organization, title, phones, emails),) = read("iphone.vcf")
    assert (name, organization, title) == ("John Richter James Doe", "IBM", "Money Counter")
    assert phones[:4] == (
        ("mobile", "905-555-1234"), ("home", "905-666-1234"), ("work", "905-777-1234"), ("fax", "905-888-1234"),
    )  # fmt: skip
    assert emails == (("work", "john.doe@ibm.com"),)


def test_an_outlooks_card_in_quoted_printable() -> None:
    file = read_cards(FILES / "outlook_2007.vcf")
    (card,) = file.cards
    assert (card.first_name, card.last_name, card.credentials) == ("Michael", "Angstadt", "Jr.")
    assert (card.organization, card.department) == ("TheCompany", "TheDepartment")
    assert "there's text formatting going on here" in card.notes
    assert card.phones[-1] == ("fax", "(111) 555-3333")


def test_androids_cards_in_foreign_letters_and_those_that_cannot_be_read_are_named() -> None:
    file = read_cards(FILES / "android.vcf")
    assert len(file.cards) == 3
    assert [(bad.number, bad.problem) for bad in file.problems] == [
        (1, "This card has no name."), (2, "This card has no name."), (6, "This card cannot be read."),
    ]  # fmt: skip


def test_a_card_of_version_4() -> None:
    (card,) = read_cards(FILES / "rfc6350.vcf").cards
    assert card.name == "Simon Perreault"
    assert card.phones == (("work", "+1-418-656-9254 x102"), ("mobile", "+1-418-262-6501"))
    assert card.emails == (("work", "simon.perreault@viagenie.ca"),)


@pytest.mark.parametrize(
    ("name", "count"),
    [("gmail_list.vcf", 3), ("mac_address_book.vcf", 1), ("outlook_2003.vcf", 1), ("lotus_notes.vcf", 1)],
)
def test_other_programs_cards_are_read(name: str, count: int) -> None:
    file = read_cards(FILES / name)
    assert (len(file.cards), file.problems) == (count, [])
    assert all(card.last_name for card in file.cards)


@pytest.mark.parametrize(
    "content",
    [b"", b"name,phone\r\nAnn,1", b"\x00\x01\x02\xff" * 50, b"%PDF-1.7", "BEGIN:VCAR".encode("utf-16")],
)
def test_what_holds_no_cards_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "people.vcf"
    path.write_bytes(content)
    with pytest.raises(FileFault, match="holds no vCards"):
        read_cards(path)


def test_a_card_that_breaks_off_and_one_without_a_name_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path, long = tmp_path / "people.vcf", f"NOTE:{'x' * 15_000}\n" * 20
    path.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Half\nTEL:1\n"
        "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Dr. Ann M. Quill, MD\nEND:VCARD\n"
        f"BEGIN:VCARD\nVERSION:3.0\nN:Long;Very\n{long}END:VCARD\n",
        encoding="utf-8",
    )
    file = read_cards(path)
    assert [(card.number, card.first_name, card.last_name, card.credentials) for card in file.cards] == [
        (3, "Ann M.", "Quill", "MD")
    ]
    assert [bad.number for bad in file.problems] == [1, 2, 4]


def test_utf_16_and_old_letters_are_read(tmp_path: Path) -> None:
    text = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Müller;Jörg;;;\r\nFN:Jörg Müller\r\nEND:VCARD\r\n"
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        path = tmp_path / f"{encoding}.vcf"
        path.write_bytes(text.encode(encoding))
        assert [card.name for card in read_cards(path).cards] == ["Jörg Müller"], encoding


# --- our own


def person(**more: object) -> PersonLine:
    values: dict[str, object] = {
        "contact_id": 7, "version": 1, "first_name": "Suzy", "last_name": "Park", "credentials": "RN",
        "own_role_id": None, "role_id": None, "role": "", "title": "", "buying_role": BuyingRole.UNKNOWN,
        "preferred_channel": None, "npi": "", "needs": "", "notes": "", "phones": (), "emails": (),
        "affiliations": (), "left": False, "last_met_on": None,
    }  # fmt: skip
    return PersonLine(**(values | more))  # type: ignore[arg-type]  # by name


def test_a_card_is_version_3_with_crlf_and_no_line_over_75_octets() -> None:
    line = person(
        notes="Naïve; says, \"yes\"\nthen no\\maybe " + "ü" * 100,
        phones=(PhoneLine(PhoneKind.MOBILE, "(615) 555-0142"),),
        emails=(EmailLine(EmailKind.HOME, "suzy@mail.example"),),
    )  # fmt: skip
    text = card_text(CardPerson(line, "", (), {}))
    assert text.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n")
    assert text.endswith("END:VCARD\r\n")
    assert all(len(piece.encode()) <= 75 for piece in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    back = vobject.readOne(text)
    assert back.note.value == line.notes
    assert (back.n.value.family, back.n.value.suffix, back.fn.value) == ("Park", "RN", "Suzy Park, RN")
    assert back.tel.params["TYPE"] == ["CELL", "VOICE"]


@given(st.text(max_size=300))
def test_any_text_comes_back_from_a_folded_line(text: str) -> None:
    plain = "".join(s for s in text.replace("\r\n", "\n").replace("\r", "\n") if s >= " " or s in "\n\t")
    plain = plain.encode("utf-8", "replace").decode()
    folded = fold_line(f"NOTE:{escaped(plain)}")
    assert all(len(piece.encode()) <= 75 for piece in folded.split("\r\n"))
    value = folded.replace("\r\n ", "").removeprefix("NOTE:")
    back, marked = "", False
    for sign in value:
        if marked:
            back, marked = back + ("\n" if sign == "n" else sign), False
        elif sign == "\\":
            marked = True
        else:
            back += sign
    assert back == plain


# --- into an agency


@dataclass
class Desk:
    """An agency with three sources, and what is brought into it."""

    books: Books

    def bring(self, path: Path, **how: object) -> CardsResult:
        return import_cards(path, self.books.work, today=TODAY, zone=ZONE, **how)  # type: ignore[arg-type]  # by name

    def file(self, *cards: str) -> Path:
        path = self.books.folder / "people.vcf"
        texts = (f"BEGIN:VCARD\r\nVERSION:3.0\r\n{card}\r\nEND:VCARD\r\n" for card in cards)
        path.write_text("".join(texts), encoding="utf-8", newline="")
        return path

    def export(self, name: str = "out.vcf") -> str:
        path = self.books.folder / name
        export_cards(self.books.questions, path, today=TODAY)
        return path.read_bytes().decode()

    def people(self) -> list[tuple[str, list[str], list[str]]]:
        with Session(self.books.engine) as session:
            rows = session.scalars(select(Contact).order_by(Contact.id)).all()
            return [
                (row.full_name, [phone.number for phone in row.phones], [at.source.name for at in row.affiliations])
                for row in rows
            ]


@pytest.fixture
def desk(engine: Engine, tmp_path: Path) -> Desk:  # noqa: F811  # pytest's way of asking for a fixture
    """A founded agency with three sources and two people, on each kind of database."""
    books = founded(engine, tmp_path)

    def add(tx: Transaction) -> int | None:
        kind_id = tx.session.scalars(select(SourceType.id)).first()
        for name, zip_code in (("Mercy Hospital", "37203"), ("Oak; Grove, Living", "37204"), ("Oak Grove", "37205")):
            tx.session.add(
                ReferralSource(
                    name=name, type_id=kind_id, zip=zip_code, stage="active", stage_since=TODAY, created_on=TODAY
                )
            )
        tx.session.flush()
        role = tx.session.scalars(select(ContactRole.id).order_by(ContactRole.id)).all()
        suzy = Contact(
            first_name="Suzy", last_name="Park", credentials="RN", npi="1234567893", role_id=role[1],
            buying_role=BuyingRole.CHAMPION, preferred_channel=Channel.TEXT, needs="Answers; by\nnoon", notes="A, b\\c",
            phones=[
                ContactPhone(kind=PhoneKind.WORK, number="(615) 555-0142 x12"),
                ContactPhone(kind=PhoneKind.HOME, number="(615) 555-0143", position=1),
            ],
            emails=[
                ContactEmail(kind=EmailKind.WORK, address="s@mercy.example"),
                ContactEmail(kind=EmailKind.HOME, address="suzy@mail.example", position=1),
            ],
            affiliations=[
                Affiliation(source_id=1, role_id=role[2], title="Lead", from_on=date(2024, 3, 1),
                            until_on=date(2026, 1, 5)),
                Affiliation(source_id=2, title="Night; nurse", department="5 West, B", from_on=date(2026, 1, 5)),
            ],
        )  # fmt: skip
        tx.session.add(suzy)
        tx.session.add(Contact(first_name="Carl", last_name="Young", affiliations=[Affiliation(source_id=1)]))
        return None

    books.work.run("Fill", add)
    return Desk(books)


def test_what_we_export_imports_back_unchanged(desk: Desk) -> None:
    before = desk.export()
    result = desk.bring(desk.books.folder / "out.vcf")
    assert (result.run, result.created, result.updated, result.unchanged, result.refused) == (None, 0, 0, 2, 0)
    assert [card.state for card in result.cards] == ["unchanged", "unchanged"]
    assert desk.export("again.vcf") == before


def test_in_an_agency_that_knows_the_places_but_not_the_people_they_come_whole(desk: Desk) -> None:
    before = desk.export()

    def forget(tx: Transaction) -> int | None:
        for person in tx.session.scalars(select(Contact)).all():
            tx.session.delete(person)
        return None

    desk.books.work.run("Forget", forget)
    result = desk.bring(desk.books.folder / "out.vcf")
    assert (result.created, result.refused) == (2, 0)

    def without_ids(text: str) -> list[str]:
        return [line for line in text.split("\r\n") if not line.startswith("X-HHCRM-ID")]

    assert without_ids(desk.export("again.vcf")) == without_ids(before)
    assert result.run is not None
    undo_import(desk.books.work, result.run)
    assert desk.people() == []


def test_a_preview_says_it_all_and_writes_nothing(desk: Desk) -> None:
    path = desk.file(
        "N:Park;Suzy\r\nFN:Suzy Park\r\nEMAIL:S@Mercy.example\r\nTEL;TYPE=CELL:615 555 0199",
        "N:New;Nina\r\nORG:mercy hospital\r\nTITLE:Planner",
        "N:Young;Carl\r\nTEL:6155550000",
        "N:;;;;",
    )
    before = desk.people()
    result = desk.bring(path, dry_run=True)
    assert [(card.number, card.state) for card in result.cards] == [
        (1, "changed"), (2, "new"), (3, "unclear"), (4, "refused"),
    ]  # fmt: skip
    assert [words for _, words in result.cards[2].candidates] == ["Carl Young, Mercy Hospital", "A new person"]
    assert (result.run, desk.people()) == (None, before)


def test_an_unclear_card_is_who_somebody_says_or_a_new_person(desk: Desk) -> None:
    path = desk.file("N:Young;Carl\r\nTEL:6155550000", "N:Young;Carl\r\nTEL:6155550001")
    result = desk.bring(path, answers={1: 2, 2: 0})
    assert [card.state for card in result.cards] == ["changed", "new"]
    assert desk.people()[1:] == [
        ("Carl Young", ["(615) 555-0000"], ["Mercy Hospital"]),
        ("Carl Young", ["(615) 555-0001"], []),
    ]


def test_the_same_name_and_number_is_the_same_person_and_blanks_clear_nothing(desk: Desk) -> None:
    path = desk.file("N:Park;Suzy\r\nTEL:615.555.0143\r\nTITLE:Director\r\nORG:Mercy Hospital\r\nNOTE:From my phone")
    result = desk.bring(path)
    assert [card.state for card in result.cards] == ["unchanged"]
    assert desk.people()[0] == (
        "Suzy Park",
        ["(615) 555-0142 x12", "(615) 555-0143"],
        ["Mercy Hospital", "Oak; Grove, Living"],
    )


def test_a_place_that_is_no_source_here_is_kept_in_words(desk: Desk) -> None:
    result = desk.bring(desk.file("N:New;Nina\r\nORG:Acme Dental;Front desk\r\nTITLE:Manager"))
    assert result.notes == ('No source, or more than one, is called "Acme Dental": people come without that place.',)
    with Session(desk.books.engine) as session:
        assert session.scalars(select(Contact.notes).where(Contact.last_name == "New")).one() == (
            "Works at Acme Dental, Front desk, Manager"
        )


def test_an_archived_person_is_not_brought_in_again(desk: Desk) -> None:
    def put_away(tx: Transaction) -> int | None:
        tx.session.get_one(Contact, 1).archived_at = tx.now
        return None

    desk.books.work.run("Archive", put_away)
    result = desk.bring(desk.file("N:Park;Suzy\r\nEMAIL:s@mercy.example"))
    assert [(card.state, card.detail) for card in result.cards] == [
        ("refused", "This is an archived person. Restore them, then import again.")
    ]


def test_a_key_of_another_agency_means_nobody_here(desk: Desk) -> None:
    result = desk.bring(desk.file("N:Else;Somebody\r\nX-HHCRM-ID:1"))
    assert [card.state for card in result.cards] == ["new"]
    assert len(desk.people()) == 3


def test_the_same_person_twice_in_a_file_is_one(desk: Desk) -> None:
    card = "N:New;Nina\r\nEMAIL:nina@x.example"
    result = desk.bring(desk.file(card, f"{card}\r\nTEL:6155550177"))
    assert result.created == 1
    assert desk.people()[-1] == ("Nina New", ["(615) 555-0177"], [])


def test_everybody_is_written_a_few_hundred_at_a_time(desk: Desk, engine: Engine) -> None:  # noqa: F811  # a fixture
    with engine.connect() as connection:
        assert [each.line.contact_id for each in card_people(connection, (2, 1), TODAY)] == [2, 1]
        assert [each.line.last_name for each in card_people(connection, None, TODAY)] == ["Park", "Young"]


def test_a_line_that_cannot_be_read_is_passed_over_and_nothing_of_it_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "people.vcf"
    text = "BEGIN:VCARD\nVERSION:3.0\nN:Quill;Ann\nsecret words\nTEL:615 555 0100\nEND:VCARD\n"
    path.write_text(text, encoding="utf-8")
    (card,) = read_cards(path).cards
    assert (card.last_name, card.phones) == ("Quill", (("work", "615 555 0100"),))
    assert "secret" not in caplog.text


@pytest.mark.parametrize(
    "line", ["TEL;" + "=a" * 60, "TEL;A" + "=" * 80 + '"', 'NOTE;X="' + "=3D" * 60, "X;" + "a=b=c," * 60]
)
def test_a_line_on_which_the_reader_would_try_for_ever_is_passed_over(tmp_path: Path, line: str) -> None:
    path = tmp_path / "people.vcf"
    path.write_text(f"BEGIN:VCARD\nVERSION:3.0\nN:Quill;Ann\n{line}\n{line}:1\nEND:VCARD\n", encoding="utf-8")
    began = time.process_time()
    assert [card.last_name for card in read_cards(path).cards] == ["Quill"]
    assert time.process_time() - began < 5
