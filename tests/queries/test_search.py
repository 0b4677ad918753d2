"""The search box: what is found, in what order, on each kind of database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from hhcrm.domain import wording
from hhcrm.domain.text import fold
from hhcrm.domain.words import ReferralStage, SourceStage, UserRole, VisitStatus
from hhcrm.models.commitments import Commitment
from hhcrm.models.contacts import Affiliation, Contact, ContactEmail, ContactPhone
from hhcrm.models.files import Attachment
from hhcrm.models.referrals import Referral, ReferralPatient
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit
from hhcrm.queries.bound import Questions
from hhcrm.queries.search import KINDS
from hhcrm.queries.search_models import FoundLine
from hhcrm.services.setup import FoundAgency, found_agency
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.databases import ACTOR, Fill, now
from tests.queries.conftest import Agency

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 15, 40, tzinfo=UTC)


@pytest.fixture
def spanish() -> Iterator[None]:
    wording.install(lambda _context, text: {"accepted": "aceptado"}.get(text, text))
    yield
    wording.install(None)


@dataclass
class Place:
    """Some sources with what hangs on them."""

    work: UnitOfWork
    ask: Questions
    ids: dict[str, int] = field(default_factory=dict)

    def titles(self, typed: str, kind: str, limit: int = 9) -> list[str]:
        return [line.title for line in self.lines(typed, kind, limit)]

    def lines(self, typed: str, kind: str, limit: int = 9) -> list[FoundLine]:
        return [line for group in self.ask.search(typed, limit) if group.kind == kind for line in group.lines]

    def kinds(self, typed: str) -> list[str]:
        return [group.kind for group in self.ask.search(typed, 9)]


def _found(engine: Engine) -> None:
    founding = FoundAgency("Cumberland", "37203", "America/Chicago", (("Dana", UserRole.LIAISON),), TODAY)
    found_agency(UnitOfWork(engine, ACTOR, now), founding)


@pytest.fixture
def filled() -> Fill:
    """Founded once, and copied for each test."""
    return _found


@pytest.fixture
def place(engine: Engine, work: UnitOfWork) -> Place:
    place = Place(work, Questions(engine, lambda: NOW, lambda: TODAY, 1))
    work.run("Add records", lambda tx: _add(tx, place))
    return place


def _add(tx: Transaction, place: Place) -> None:
    names = (
        ("Mercy Clinic", 2.0), ("Mercy", 1.0), ("Mercy General", 9.0), ("Our Lady of Mercy", 3.0),
        ("Commercy House", 8.0), ("Clínica Peñasco", 1.0), ("O'Brien & Sons", 1.0), ("St. Brendan Hospital", 14.0),
        ("Oak House", None), ("The Elms", None),
    )  # fmt: skip
    for name, potential in names:
        source = ReferralSource(
            name=name, type_id=1, stage=SourceStage.ACTIVE, stage_since=date(2026, 1, 5), owner_id=1,
            created_on=date(2026, 1, 5), potential_per_month=potential,
        )  # fmt: skip
        tx.session.add(source)
        tx.session.flush()
        place.ids[name] = source.id
    place_of = place.ids
    tx.session.get_one(ReferralSource, place_of["The Elms"]).notes = "Asks after mercy in the hallway"
    old = ReferralSource(
        name="Mercy Old Annex", type_id=1, stage=SourceStage.INACTIVE, stage_since=date(2026, 1, 5),
        created_on=date(2026, 1, 5), archived_at=NOW,
    )  # fmt: skip
    people = [
        Contact(first_name="Suzy", last_name="Park", credentials="RN",
                phones=[ContactPhone(number="(615) 555-0142")], emails=[ContactEmail(address="suzy@example.org")]),
        Contact(first_name="Ana", last_name="Park", archived_at=NOW),
        Contact(first_name="Parker", last_name="Lane"),
    ]  # fmt: skip
    tx.session.add_all([old, *people])
    tx.session.flush()
    place.ids["old"], place.ids["suzy"] = old.id, people[0].id
    hospital, clinic = place_of["St. Brendan Hospital"], place_of["Mercy Clinic"]
    tx.session.add_all(
        [
            Affiliation(contact_id=people[0].id, source_id=clinic, until_on=date(2026, 5, 1)),
            Affiliation(contact_id=people[0].id, source_id=hospital),
            _visit(hospital, date(2026, 10, 20), "Wants a wound-care handout for the night shift"),
            _visit(hospital, date(2026, 11, 2), "Wound rounds moved to the west wing"),
            _visit(clinic, date(2026, 9, 2), "Asked about wound supplies"),
            _visit(old.id, date(2026, 11, 20), "Last wound talk before they closed"),
            _visit(clinic, date(2026, 11, 21), "A wound note taken back", archived_at=NOW),
            Commitment(source_id=hospital, text="Send the zebra folder", made_on=TODAY, due_on=TODAY, owner_id=1),
            Referral(
                source_id=hospital, heard_at=datetime(2026, 11, 1, 15, tzinfo=UTC), referral_on=date(2026, 11, 1),
                stage=ReferralStage.ACCEPTED, notes="Zebrafish study", diagnosis="COPD",
                patient=ReferralPatient(patient_name="Quentin Xylander", phone="615-555-0999"),
            ),
            Referral(
                source_id=clinic, heard_at=datetime(2026, 11, 9, 15, tzinfo=UTC), referral_on=date(2026, 11, 9),
                stage=ReferralStage.RECEIVED,
            ),
            _file(hospital, "Zebra contract 2026.pdf"), _file(clinic, "Übersicht.docx"),
        ]
    )  # fmt: skip


def _visit(source_id: int, day: date, notes: str, archived_at: datetime | None = None) -> Visit:
    return Visit(
        source_id=source_id, kind_id=1, status=VisitStatus.COMPLETED, visit_on=day, notes=notes, archived_at=archived_at
    )


def _file(source_id: int, name: str) -> Attachment:
    return Attachment(source_id=source_id, name=name, sha256="0" * 64, size=1, added_at=NOW, added_by="Dana")


CASES: list[tuple[str, str, list[str]]] = [
    # the very name, names that begin so by what they are worth, a word of the name, inside a word, in the notes,
    # archived
    ("mercy", "source", ["Mercy", "Mercy General", "Mercy Clinic", "Our Lady of Mercy", "Commercy House",
                         "The Elms", "Mercy Old Annex"]),
    ("MERCY g", "source", ["Mercy General"]),
    ("general mercy", "source", ["Mercy General"]),
    ("erc", "source", ["Mercy General", "Commercy House", "Our Lady of Mercy", "Mercy Clinic", "Mercy", "The Elms",
                       "Mercy Old Annex"]),
    ("clinica penasco", "source", ["Clínica Peñasco"]),
    ("peñ", "source", ["Clínica Peñasco"]),
    ("obrien", "source", ["O'Brien & Sons"]),
    ("o'brien", "source", ["O'Brien & Sons"]),
    ("st. bren", "source", ["St. Brendan Hospital"]),
    ("o", "source", ["Our Lady of Mercy", "O'Brien & Sons", "Oak House", "Mercy Old Annex"]),
    ("la", "source", ["Our Lady of Mercy"]),
    ("the elms", "source", ["The Elms"]),
    ("park", "person", ["Suzy Park, RN", "Parker Lane", "Ana Park"]),
    ("park suzy", "person", ["Suzy Park, RN"]),
    ("suzy par", "person", ["Suzy Park, RN"]),
    ("s p", "person", ["Suzy Park, RN"]),
    ("6155550142", "person", ["Suzy Park, RN"]),
    ("suzy@exam", "person", ["Suzy Park, RN"]),
    ("suzy brendan", "person", ["Suzy Park, RN"]),
    ("suzy general", "person", []),
    ("night shift", "visit", ["St. Brendan Hospital"]),
    ("shift night", "visit", ["St. Brendan Hospital"]),
    ("wound", "visit", ["St. Brendan Hospital", "St. Brendan Hospital", "Mercy Clinic", "Mercy Clinic",
                        "Mercy Old Annex"]),
    ("wound brendan", "visit", ["St. Brendan Hospital", "St. Brendan Hospital"]),
    ("wound st br", "visit", ["St. Brendan Hospital", "St. Brendan Hospital"]),
    ("wound elms", "visit", []),
    ("brendan", "visit", []),
    ("zebra folder", "commitment", ["St. Brendan Hospital"]),
    ("zebra hospital", "commitment", ["St. Brendan Hospital"]),
    ("zebrafish", "referral", ["St. Brendan Hospital"]),
    ("copd", "referral", ["St. Brendan Hospital"]),
    ("mercy", "referral", ["Mercy Clinic"]),
    ("brendan hosp", "referral", ["St. Brendan Hospital"]),
    ("zebra pdf", "file", ["Zebra contract 2026.pdf"]),
    ("ubersicht", "file", ["Übersicht.docx"]),
    ("ze", "file", ["Zebra contract 2026.pdf"]),
]  # fmt: skip


def test_a_typed_text_finds(place: Place) -> None:
    found = [(typed, kind, place.titles(typed, kind)) for typed, kind, _titles in CASES]
    assert found == CASES


def test_patients_blanks_and_signs_find_nothing(place: Place) -> None:
    for typed in ("", "  ", "Xylander", "Quentin", "0999", "%%%", "___", '"zebra"', "OR zebra", "*", '"', "\0"):
        assert place.ask.search(typed, 9) == (), typed


def test_what_is_archived_or_hangs_on_an_archived_source_says_so(place: Place) -> None:
    assert [line.archived for line in place.lines("wound", "visit")] == [False, False, False, True, True]
    assert [line.archived for line in place.lines("mercy", "source")][-2:] == [False, True]
    assert [line.archived for line in place.lines("park", "person")] == [False, False, True]


def test_kinds_whose_best_fits_best_come_first(place: Place) -> None:
    assert place.kinds("mercy")[0] == "source"
    assert place.kinds("suzy")[0] == "person"
    assert place.kinds("zebra con") == ["file"]
    assert place.kinds("zebra") == ["file", "referral", "commitment"]


def test_a_group_says_how_many_there_are_and_one_kind_can_be_asked_for(place: Place) -> None:
    groups = {group.kind: group for group in place.ask.search("wound", 2)}
    assert (len(groups["visit"].lines), groups["visit"].total) == (2, 5)
    (only,) = place.ask.search("mercy", 50, ["referral"])
    assert (only.kind, only.total, len(only.lines)) == ("referral", 1, 1)


def test_lines_say_where_and_when_and_the_words_around_what_was_found(place: Place) -> None:
    (visit,) = place.lines("night shift", "visit")
    assert (visit.source_id, visit.detail) == (
        place.ids["St. Brendan Hospital"], "Oct 20: Wants a wound-care handout for the night shift",
    )  # fmt: skip
    (promise,) = place.lines("folder", "commitment")
    assert promise.detail == "Promised for Nov 23: Send the zebra folder"
    (referral,) = place.lines("zebrafish", "referral")
    assert referral.detail == "Nov 1, accepted: Zebrafish study"
    assert [line.detail for line in place.lines("suzy", "person")] == ["St. Brendan Hospital"]
    assert [line.detail for line in place.lines("zebra", "file")] == ["St. Brendan Hospital"]


def test_things_of_old_are_recalled_in_their_order_without_those_put_away(place: Place) -> None:
    (visit,) = place.lines("night shift", "visit")
    asked = [("visit", visit.id), ("source", place.ids["old"]), ("person", place.ids["suzy"]), ("source", 999),
             ("source", place.ids["Mercy"])]  # fmt: skip
    assert [(line.kind, line.title) for line in place.ask.recall(asked)] == [
        ("visit", "St. Brendan Hospital"), ("person", "Suzy Park, RN"), ("source", "Mercy"),
    ]  # fmt: skip
    assert place.ask.recall([]) == ()


def test_every_text_of_the_sample_is_found_by_each_three_letters_of_it(plain: Agency) -> None:
    """Against the naive search of all rows: nothing is lost, nothing is found that is not there."""
    ask = plain.ask()
    tables = {"visit": "visit", "commitment": "commitment"}
    for kind, name in tables.items():
        texts = {row["id"]: row["find_text"] for row in plain.rows(name)}
        for piece in _pieces(list(texts.values())):
            wanted = {key for key, text in texts.items() if piece in text}
            if len(wanted) > 400:
                continue
            (group,) = ask.search(piece, 400, [kind])
            assert ({line.id for line in group.lines}, group.total) == (wanted, len(wanted)), piece


def _pieces(texts: list[str]) -> list[str]:
    some = [text for text in dict.fromkeys(texts) if len(text) > 12][::7]
    pieces = (text[place : place + 3 + place % 5].strip() for text in some for place in range(0, 12, 5))
    return [piece for piece in dict.fromkeys(pieces) if len(piece) >= 3 and fold(piece) == piece and " " not in piece][
        :60
    ]


def test_each_kind_answers_whatever_is_typed(agency: Agency) -> None:
    ask = agency.ask()
    for typed in (
        "a",
        "ma",
        "mar",
        "ma ry",
        "wound care",
        "st. t",
        "615 555",
        "é",
        "-",
        "日本",
        "x" * 500,
        "\x00",
        "' OR 1",
    ):
        for group in ask.search(typed, 3):
            assert group.kind in KINDS
            assert 0 < len(group.lines) <= min(3, group.total)


def test_the_stage_of_a_referral_that_is_found_is_said_in_the_window_s_language(place: Place, spanish: None) -> None:
    (line,) = place.lines("zebrafish", "referral")
    assert "aceptado" in line.detail
