"""Finding sources by any text, on all three databases alike."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select, text

from hhcrm.models.contacts import Contact
from hhcrm.storage.search import typed_shape
from hhcrm.storage.undo import redo, undo
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.found import sources_found
from tests.storage.rows import Ground, add_person, add_source, change_source, log_visit, promise

FOUND: dict[str, list[str]] = {
    "penasco": ["Clínica Peñasco"],
    "CLÍNICA": ["Clínica Peñasco"],
    "nasc": ["Clínica Peñasco"],
    "mary's": ["St. Mary's Hospital"],
    "mary\u2019s": ["St. Mary's Hospital"],
    "5550142": ["Oak Manor"],
    "(512) 555-0142": ["Oak Manor"],
    "chapel": ["Oak Manor"],
    "waco": ["Oak Manor"],
    "quillf": ["The Elms 50%_off"],
    "2545550199": ["The Elms 50%_off"],
    "zq@elms": ["The Elms 50%_off"],
    "wound care": ["O'Brien & Sons"],
    "care wound": ["O'Brien & Sons"],
    "hospice": ["Clínica Peñasco"],
    "oak chapel": ["Oak Manor"],
    "oak hospice": [],
    "50%_": ["The Elms 50%_off"],
    "0%_o": ["The Elms 50%_off"],
    "%%%": [],
    "___": [],
    '"oak"': [],
    "OR oak": [],
    "o": ["Oak Manor", "O'Brien & Sons"],
    "ob": ["O'Brien & Sons"],
    "st": ["St. Mary's Hospital"],
    "zo": ["The Elms 50%_off"],
    "qu": ["The Elms 50%_off"],
    "el": ["The Elms 50%_off"],
    "ak": [],
    "nothing like it": [],
}
"""What is typed, and the names that it finds."""


@pytest.fixture
def named(work: UnitOfWork, ground: Ground) -> dict[str, int]:
    """Five sources that differ in what is found."""
    names = ("St. Mary's Hospital", "Clínica Peñasco", "Oak Manor", "The Elms 50%_off", "O'Brien & Sons")
    ids = {name: add_source(work, ground, name) for name in names}
    change_source(work, ids["Oak Manor"], phone="(512) 555-0142", city="Waco", notes="Parks behind the chapel")
    add_person(work, ids["The Elms 50%_off"], "Zoë", "Quillfeather", phone="+1 254.555.0199", email="zq@elms.example")
    log_visit(work, ground, ids["O'Brien & Sons"], date(2026, 11, 2), notes="Asked about wound care")
    promise(work, ids["Clínica Peñasco"], "Send the hospice brochure")
    return ids


def test_a_typed_text_finds(work: UnitOfWork, named: dict[str, int]) -> None:
    names = {source_id: name for name, source_id in named.items()}
    found = {typed: sorted(names[each] for each in _found(work, typed)) for typed in FOUND}
    assert found == {typed: sorted(wanted) for typed, wanted in FOUND.items()}


def _found(work: UnitOfWork, typed: str) -> list[int]:
    with work.engine.connect() as connection:
        return sources_found(connection, typed)


def test_a_blank_text_is_no_filter() -> None:
    assert typed_shape("  \t ") == ()


def test_what_is_found_follows_change_undo_and_redo(work: UnitOfWork, named: dict[str, int]) -> None:
    oak = named["Oak Manor"]
    change_source(work, oak, name="Cedar House", notes=None)
    for step, old, new in ((None, [], [oak]), (undo, [oak], []), (redo, [], [oak])):
        if step is not None:
            step(work)
        assert _found(work, "oak manor") == _found(work, "chapel") == old
        assert _found(work, "cedar") == _found(work, "ce") == new


def test_a_person_is_found_by_a_new_number_and_no_longer_after_undo(work: UnitOfWork, named: dict[str, int]) -> None:
    def renumber(tx: Transaction) -> None:
        person = tx.session.scalars(select(Contact)).one()
        person.phones[0].number = "737-555-0177"

    elms = named["The Elms 50%_off"]
    work.run("Renumber", renumber)
    assert (_found(work, "7375550177"), _found(work, "2545550199")) == ([elms], [])
    undo(work)
    assert (_found(work, "7375550177"), _found(work, "2545550199")) == ([], [elms])


def test_the_sources_of_one_person_are_all_found(work: UnitOfWork, ground: Ground, named: dict[str, int]) -> None:
    from hhcrm.models.contacts import Affiliation

    oak = named["Oak Manor"]

    def also_there(tx: Transaction) -> None:
        person = tx.session.scalars(select(Contact)).one()
        tx.session.add(Affiliation(contact_id=person.id, source_id=oak))

    work.run("Affiliate", also_there)
    assert _found(work, "quillfeather") == sorted([oak, named["The Elms 50%_off"]])


def test_a_visit_taken_away_is_no_longer_found(work: UnitOfWork, ground: Ground, named: dict[str, int]) -> None:
    oak = named["Oak Manor"]
    log_visit(work, ground, oak, date(2026, 11, 3), notes="Zebra")
    assert _found(work, "zebra") == [oak]
    undo(work)
    assert _found(work, "zebra") == []


@pytest.mark.parametrize("kind", ["postgresql"])
def test_names_are_ordered_by_their_letters_whatever_the_servers_language(work: UnitOfWork) -> None:
    columns = text(
        "SELECT table_name || '.' || column_name, collation_name FROM information_schema.columns "
        "WHERE column_name IN ('name_key', 'first_key')"
    )
    with work.engine.connect() as connection:
        found = dict(tuple(row) for row in connection.execute(columns))
    assert found == dict.fromkeys(("referral_source.name_key", "contact.name_key", "contact.first_key"), "C")
