"""What the agency can take: what is in force on a day, of the dated rows that say so.

Three things are said of a referral: whether its payer is accepted for the service line, whether its ZIP code is
served, and whether each discipline has capacity (product.md, section 2, "capability"). Each answer tells "nobody
said" from "no".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from hhcrm.domain.words import CapacityState


class Said(StrEnum):
    """What is known of one thing that a referral needs."""

    YES = "yes"
    NO = "no"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class PayerWord:
    """One dated word on a payer for a service line; `alternative` is who takes it if we do not."""

    payer_id: int
    service_line_id: int
    accepted: bool
    from_on: date
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class PayerAnswer:
    """Whether a payer is accepted, since when (None: nobody said), and who takes it where it is not."""

    said: Said = Said.UNSAID
    since: date | None = None
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class ServedPlace:
    """One ZIP code of five digits that is served, with one service line or (None) with all."""

    zip: str
    service_line_id: int | None = None


@dataclass(frozen=True, slots=True)
class CapacityWord:
    """What somebody said of a discipline's capacity at an instant (UTC), and the last day for which it was meant."""

    discipline_id: int
    state: CapacityState
    from_at: datetime
    by_name: str = ""
    note: str = ""
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class DisciplineAnswer:
    """A discipline's capacity: the word in force (None: nobody said) and whether its day has passed.

    A word whose day has passed still holds, because nobody took it back, but it has to be asked: "was closed until
    Fri, Nov 20: still so?".
    """

    word: CapacityWord | None = None
    lapsed: bool = False

    @property
    def said(self) -> Said:
        """Closed is no, open and limited are yes."""
        if self.word is None:
            return Said.UNSAID
        return Said.NO if self.word.state is CapacityState.CLOSED else Said.YES

    @property
    def state(self) -> CapacityState | None:
        """Open, limited or closed; None where nobody said."""
        return None if self.word is None else self.word.state


def payer_answer(words: Iterable[PayerWord], payer_id: int, service_line_id: int, on: date) -> PayerAnswer:
    """What is said of a payer for a line on a day: the newest word that has begun by then."""
    begun = [
        word
        for word in words
        if (word.payer_id, word.service_line_id) == (payer_id, service_line_id) and word.from_on <= on
    ]
    if not begun:
        return PayerAnswer()
    newest = max(begun, key=lambda word: word.from_on)
    said = Said.YES if newest.accepted else Said.NO
    return PayerAnswer(said, newest.from_on, "" if newest.accepted else newest.alternative)


def zip_answer(served: Collection[ServedPlace], code: str, service_line_id: int | None) -> Said:
    """Whether a ZIP code (five or nine digits) is served with a line: by the line's own list or by that for all.

    Without a line any list will do. An agency that has listed nothing for the line has said nothing, so a place is
    refused by a list only.
    """
    short = code.strip()[:5]
    fitting = [place for place in served if _fits(place, service_line_id)]
    if not short or not fitting:
        return Said.UNSAID
    return Said.YES if any(place.zip == short for place in fitting) else Said.NO


def discipline_answer(words: Iterable[CapacityWord], discipline_id: int, at: datetime, today: date) -> DisciplineAnswer:
    """A discipline's capacity at an instant: the newest word, of two at one instant the later in the row.

    `today` is the agency's day at that instant, against which the last day of the word is held.
    """
    newest = newest_words(words, at).get(discipline_id)
    if newest is None:
        return DisciplineAnswer()
    return DisciplineAnswer(newest, newest.until_on is not None and newest.until_on < today)


def newest_words(words: Iterable[CapacityWord], at: datetime) -> dict[int, CapacityWord]:
    """The word in force at an instant for each discipline of which something was said by then."""
    newest: dict[int, CapacityWord] = {}
    for word in words:
        held = newest.get(word.discipline_id)
        if word.from_at <= at and (held is None or word.from_at >= held.from_at):
            newest[word.discipline_id] = word
    return newest


_Key = TypeVar("_Key")


def added_and_removed(there: Collection[_Key], wanted: Collection[_Key]) -> tuple[tuple[_Key, ...], tuple[_Key, ...]]:
    """What a new list adds to the one there and what it takes away, each in the order of its own list."""
    before, after = set(there), set(wanted)
    return tuple(one for one in wanted if one not in before), tuple(one for one in there if one not in after)


def _fits(place: ServedPlace, service_line_id: int | None) -> bool:
    return service_line_id is None or place.service_line_id in (None, service_line_id)
