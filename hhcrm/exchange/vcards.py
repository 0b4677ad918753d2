"""vCards into people and out of them: look at a file, say what would happen, bring it in; write people to a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Mapping as Pairs
from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate
from hhcrm.exchange.choices import ChoiceBook
from hhcrm.exchange.reading import sha256_of
from hhcrm.exchange.vcard_models import Card, CardPlace
from hhcrm.exchange.vcard_reading import CardFile, read_cards
from hhcrm.exchange.vcard_writing import write_cards
from hhcrm.queries.person_cards import CardPerson, card_people
from hhcrm.services.imports.rows import Block, CardVerdict, FileFacts, Refusal, Setting
from hhcrm.services.imports.run import run_import
from hhcrm.storage.work import UnitOfWork

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

__all__ = ["CardVerdict", "CardsResult", "export_cards", "import_cards", "read_cards"]

KIND = "vcards"
_AT_A_TIME = 500

Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True)
class CardsResult:
    """What an import of cards did, or would do. `run` is None when nothing was written."""

    run: int | None
    created: int
    updated: int
    unchanged: int
    refused: int
    cards: tuple[CardVerdict, ...]
    notes: tuple[str, ...]
    changes: ChangeSet | None


def import_cards(
    path: Path,
    work: UnitOfWork,
    *,
    today: date,
    zone: tzinfo,
    dry_run: bool = False,
    answers: Pairs[int, int] | None = None,
    skip: frozenset[int] = frozenset(),
    progress: Progress | None = None,
    check: Callable[[], None] | None = None,
    backup: Callable[[], object] | None = None,
) -> CardsResult:
    """Bring a file's cards in as people, in one transaction after a backup, or say all of it without writing.

    `answers` says by a card's number whose it is (0: a new person), `skip` which cards are left out. Raises FileFault,
    and any KnownFault of the database; then nothing is changed.
    """
    sha256 = sha256_of(path)
    file = read_cards(path)
    if backup is not None and not dry_run:
        backup()
    facts = FileFacts(KIND, path.name, sha256, "", "", len(file.cards) + len(file.problems), remember=False)
    setting = Setting(today, zone, ChoiceBook, answers or {}, {})
    outcome, changes = run_import(work, facts, _blocks(file, skip, progress, check), setting, dry_run=dry_run)
    return CardsResult(
        outcome.run, outcome.created, outcome.updated, outcome.unchanged, outcome.refused,
        tuple(sorted(outcome.cards, key=lambda card: card.number)), outcome.notes, changes,
    )  # fmt: skip


def export_cards(questions: Questions, path: Path, *, today: date, ids: Sequence[int] | None = None) -> int:
    """Write people as vCards: these, or everybody who is not archived; gives how many. Raises FileFault."""
    with questions.reading() as connection:
        return write_cards(path, _once(card_people(connection, ids, today)))


def _once(people: Iterator[CardPerson]) -> Iterator[CardPerson]:
    """Each person once, however often their id was named."""
    seen = set()
    for person in people:
        if person.line.contact_id not in seen:
            seen.add(person.line.contact_id)
            yield person


def _blocks(
    file: CardFile, skip: frozenset[int], progress: Progress | None, check: Callable[[], None] | None
) -> Iterator[Block]:
    refused = [Refusal(bad.number, "", bad.value, bad.problem) for bad in file.problems]
    cards = [card for card in file.cards if card.number not in skip]
    for start in range(0, max(len(cards), 1), _AT_A_TIME):
        if check is not None:
            check()
        if progress is not None:
            progress(translate("imports", "Importing"), start, len(cards))
        yield _block(cards[start : start + _AT_A_TIME], refused if start == 0 else ())


def _block(cards: Sequence[Card], refused: Sequence[Refusal]) -> Block:
    rows = [(card.number, _row(card, place)) for card in cards for place in _places(card)]
    columns: dict[str, list[Any]] = {name: [row[name] for _, row in rows] for name in (rows[0][1] if rows else ())}
    return Block([number for number, _ in rows], columns, refused)


def _places(card: Card) -> tuple[CardPlace, ...]:
    """The places that our own card names; another's organization; a card without any has one row all the same."""
    if card.places:
        return card.places
    return (CardPlace("" if card.own else card.organization, "", card.role, card.title, card.department),)


def _row(card: Card, place: CardPlace) -> dict[str, Any]:
    return {
        "contact_id": card.key,
        "first_name": card.first_name,
        "last_name": card.last_name,
        "credentials": card.credentials,
        "npi": card.npi or None,
        "buying_role": card.part or None,
        "preferred_channel": card.channel or None,
        "needs": card.needs,
        "notes": card.notes,
        "own_role": card.role if card.own else "",
        "own": card.own,
        "phones": card.phones,
        "emails": card.emails,
        "source": place.source,
        "source_zip": place.zip or None,
        "role": place.role,
        "title": place.title,
        "department": place.department,
        "from_on": place.from_on,
        "until_on": place.until_on,
    }
