"""One person whole, the table of people, commitments by state, and who is here already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine

from hhcrm.domain.errors import NotFound
from hhcrm.domain.words import BuyingRole, Channel, CommitmentStatus, PhoneKind
from hhcrm.models.commitments import Commitment
from hhcrm.models.contacts import Affiliation, Contact, ContactEmail, ContactPhone
from hhcrm.models.referrals import Referral
from hhcrm.models.visits import Visit, VisitContact
from hhcrm.queries.bound import Questions
from hhcrm.queries.commitment_models import CommitmentFilter
from hhcrm.queries.people_models import PeopleFilter, Typed
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.queries.conftest import NOW, TODAY, Agency
from tests.storage.rows import add_source, lay_ground

LATE = date(2026, 11, 1)


@dataclass(frozen=True)
class Place:
    """Two sources and some people."""

    work: UnitOfWork
    ask: Questions
    hospital: int
    clinic: int
    ids: dict[str, int]

    def do(self, act: Callable[[Transaction], Any]) -> None:
        self.work.run("Change something", lambda tx: (act(tx), None)[1])

    def alike(self, source_id: int | None = None, **typed: Any) -> list[tuple[str, str, bool]]:
        found = self.ask.alike_people(Typed(**typed), source_id)
        return [(line.name, line.reason, line.archived) for line in found]

    def names(self, **asked: Any) -> list[str]:
        return [line.name for line in self.ask.people_page(PeopleFilter(**asked), 0, 50).lines]


@pytest.fixture
def place(work: UnitOfWork, engine: Engine) -> Place:
    ground = lay_ground(work)
    hospital, clinic = add_source(work, ground, "St. Brendan Hospital"), add_source(work, ground, "Mercy Clinic")
    ids: dict[str, int] = {}

    def person(tx: Transaction, first: str, last: str, *sources: tuple[int, date | None], **more: Any) -> None:
        row = Contact(first_name=first, last_name=last, **more)
        row.affiliations = [Affiliation(source_id=key, until_on=until) for key, until in sources]
        tx.session.add(row)
        tx.session.flush()
        ids[last] = row.id

    def add(tx: Transaction) -> int | None:
        person(
            tx, "Suzanne", "Park", (hospital, date(2026, 9, 1)), (clinic, None), npi="1234567893",
            buying_role=BuyingRole.CHAMPION, preferred_channel=Channel.TEXT, needs="Same-day answers",
            phones=[ContactPhone(kind=PhoneKind.WORK, number="(615) 555-0142 x12")],
            emails=[ContactEmail(address="S.Park@example.org")],
        )  # fmt: skip
        person(tx, "Robert", "O'Neil", (hospital, None))
        person(tx, "Tess", "Lane", (hospital, date(2026, 1, 1)))
        person(tx, "Ana", "Ruiz", (clinic, None), archived_at=NOW, archived_why="retired")
        visit = Visit(source_id=hospital, kind_id=1, visit_on=date(2026, 8, 3), status="completed", advance="advance")
        tx.session.add(visit)
        tx.session.flush()
        tx.session.add(VisitContact(visit_id=visit.id, contact_id=ids["Park"]))
        tx.session.add(
            Referral(source_id=hospital, contact_id=ids["Park"], heard_at=NOW, referral_on=TODAY, stage="received")
        )
        for text, due, status in (
            ("Bring the chart", LATE, "open"), ("Call back", date(2026, 12, 1), "open"), ("Lunch", LATE, "kept"),
            ("Answer by noon", LATE, "broken"),
        ):  # fmt: skip
            tx.session.add(
                Commitment(
                    source_id=hospital, contact_id=ids["Park"], text=text, made_on=date(2026, 10, 1), due_on=due,
                    status=CommitmentStatus(status), closed_on=None if status == "open" else LATE,
                )
            )  # fmt: skip
        return None

    work.run("Add people", add)
    return Place(work, Questions(engine, lambda: NOW, lambda: TODAY, None), hospital, clinic, ids)


def test_a_person_is_shown_with_every_place_and_what_happened_where_it_happened(place: Place) -> None:
    whole = place.ask.person_whole(place.ids["Park"])
    assert [(at.source, at.until_on) for at in whole.line.affiliations] == [
        ("St. Brendan Hospital", date(2026, 9, 1)), ("Mercy Clinic", None),
    ]  # fmt: skip
    assert [(visit.source, visit.visit_on) for visit in whole.visits] == [("St. Brendan Hospital", date(2026, 8, 3))]
    assert [referral.source for referral in whole.referrals] == ["St. Brendan Hospital"]
    assert [promise.text for promise in whole.commitments] == [
        "Bring the chart", "Call back", "Lunch", "Answer by noon",
    ]  # fmt: skip
    assert (whole.visit_total, whole.referral_total, whole.archived_at) == (1, 1, None)
    assert place.ask.person_whole(place.ids["Ruiz"]).archived_why == "retired"
    with pytest.raises(NotFound):
        place.ask.person_whole(999)


def test_commitments_by_state(place: Place) -> None:
    def texts(**asked: Any) -> list[str]:
        return [line.text for line in place.ask.commitment_page(CommitmentFilter(**asked)).lines]

    assert texts(source_id=place.hospital, show="open") == ["Bring the chart", "Call back"]
    assert texts(show="overdue") == ["Bring the chart"]
    assert texts(show="kept") == ["Lunch"]
    assert texts(show="broken", contact_id=place.ids["Park"]) == ["Answer by noon"]
    assert texts(source_id=place.clinic) == []
    page = place.ask.commitment_page(CommitmentFilter(), 1, 2)
    assert (page.total, len(page.lines)) == (4, 2)
    first = place.ask.commitment_page(CommitmentFilter()).lines[0]
    assert place.ask.commitment(first.commitment_id) == first
    assert (first.contact, first.is_overdue(TODAY)) == ("Suzanne Park", True)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({}, ["Tess Lane", "Robert O'Neil", "Suzanne Park"]),
        ({"descending": True}, ["Suzanne Park", "Robert O'Neil", "Tess Lane"]),
        ({"sort": "first"}, ["Robert O'Neil", "Suzanne Park", "Tess Lane"]),
        ({"sort": "place"}, ["Suzanne Park", "Robert O'Neil", "Tess Lane"]),
        ({"sort": "met", "descending": True}, ["Suzanne Park", "Tess Lane", "Robert O'Neil"]),
        ({"sort": "role"}, ["Tess Lane", "Robert O'Neil", "Suzanne Park"]),
        ({"typed": "same-day"}, ["Suzanne Park"]),
        ({"typed": "5550142"}, ["Suzanne Park"]),
        ({"typed": "su"}, ["Suzanne Park"]),
        ({"typed": "mercy park"}, ["Suzanne Park"]),
        ({"typed": "oneil"}, []),
        ({"typed": "o'neil"}, ["Robert O'Neil"]),
        ({"buying_role": BuyingRole.CHAMPION}, ["Suzanne Park"]),
        ({"channel": Channel.TEXT}, ["Suzanne Park"]),
        ({"placeless": True}, ["Tess Lane"]),
        ({"archived": True}, ["Ana Ruiz"]),
    ],
)
def test_the_table_filters_and_orders(place: Place, asked: dict[str, Any], names: list[str]) -> None:
    assert place.names(**asked) == names
    assert place.ask.people_counts(PeopleFilter(**asked)).shown == len(names)
    assert len(place.ask.people_ids(PeopleFilter(**asked))) == len(names)


def test_the_table_of_a_source_has_who_left_too_and_pages_go_on(place: Place) -> None:
    asked = PeopleFilter(source_id=place.hospital)
    assert [line.name for line in place.ask.people_page(asked, 1, 1).lines] == ["Robert O'Neil"]
    assert place.ask.people_counts(asked).shown == 3
    assert place.ask.people_counts(replace(asked, source_id=place.clinic)).total == 3


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"last_name": "Park", "first_name": "Suzanne"}, [("Suzanne Park", "name", False)]),
        ({"last_name": "Park", "first_name": "Suzy"}, [("Suzanne Park", "like", False)]),
        ({"last_name": "Parke", "first_name": "Suzanne"}, [("Suzanne Park", "like", False)]),
        ({"last_name": "Suzanne", "first_name": "Park"}, [("Suzanne Park", "like", False)]),
        ({"last_name": "O\u2019Neil", "first_name": "Bob"}, [("Robert O'Neil", "like", False)]),
        ({"last_name": "Park", "first_name": "S."}, [("Suzanne Park", "like", False)]),
        ({"last_name": "Ruiz", "first_name": "Ána"}, [("Ana Ruiz", "name", True)]),
        ({"phones": ("615.555.0142",)}, [("Suzanne Park", "phone", False)]),
        ({"emails": ("s.park@EXAMPLE.org",)}, [("Suzanne Park", "e-mail", False)]),
        ({"npi": "1234567893"}, [("Suzanne Park", "npi", False)]),
        ({"last_name": "Parker", "first_name": "Tom"}, []),
        ({"last_name": "P"}, []),
        ({"phones": ("5550142",), "emails": ("park@",), "npi": "12345"}, []),
    ],
)
def test_who_is_here_already_is_noticed(
    place: Place, typed: dict[str, Any], found: list[tuple[str, str, bool]]
) -> None:
    assert place.alike(**typed) == found


def test_a_last_name_alone_is_enough_where_the_person_is_put(place: Place) -> None:
    assert place.alike(last_name="Lane") == []
    assert place.alike(place.hospital, last_name="Lane") == [("Tess Lane", "like", False)]
    line = place.ask.alike_people(Typed(first_name="Tess", last_name="Lane"), place.hospital)[0]
    assert (line.here, line.where) == (True, "St. Brendan Hospital")
    assert place.ask.alike_people(Typed(first_name="Tess", last_name="Lane"), apart=place.ids["Lane"]) == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"name": "Mercy"}, [("Mercy Clinic", "like", False)]),
        ({"name": "mercy clinic"}, [("Mercy Clinic", "name", False)]),
        ({"name": "Saint Brendan Hospital"}, [("St. Brendan Hospital", "like", True)]),
        ({"name": "Clinic Mercy"}, [("Mercy Clinic", "like", False)]),
        ({"name": "Oak Manor"}, []),
        ({"phones": ("(615) 555-0100",)}, [("Mercy Clinic", "phone", False)]),
        ({"npi": "1234567893"}, [("Mercy Clinic", "npi", False)]),
        ({"ccn": "440039"}, [("Mercy Clinic", "ccn", False)]),
    ],
)
def test_a_source_that_is_here_already_is_noticed(
    place: Place, typed: dict[str, Any], found: list[tuple[str, str, bool]]
) -> None:
    from hhcrm.models.sources import ReferralSource

    def tell(tx: Transaction) -> None:
        clinic = tx.session.get_one(ReferralSource, place.clinic)
        clinic.phone, clinic.npi, clinic.ccn = "(615) 555-0100", "1234567893", "440039"
        tx.session.get_one(ReferralSource, place.hospital).archived_at = NOW

    place.do(tell)
    lines = place.ask.alike_sources(Typed(**typed))
    assert [(line.name, line.reason, line.archived) for line in lines] == found


def test_the_table_of_the_sample_is_in_the_order_of_names(agency: Agency) -> None:
    ask = agency.ask()
    lines = ask.people_page(PeopleFilter(), 0, 40).lines
    keys = agency.by_id("contact")
    shown = [keys[line.contact_id]["name_key"] for line in lines]
    living = sorted(row["name_key"] for row in agency.rows("contact") if row["archived_at"] is None)
    assert shown == living[:40]
    assert ask.people_counts(PeopleFilter()).total == len(living)
