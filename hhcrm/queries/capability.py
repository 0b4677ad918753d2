"""Questions about what the agency can take: capacity, ZIP codes, the public page, and how all of it changed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from hhcrm.domain.capability import (
    CapacityWord,
    PayerWord,
    Said,
    ServedPlace,
    discipline_answer,
    payer_answer,
)
from hhcrm.domain.setting_keys import SettingKey
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.words import CapacityState, PolicyKind
from hhcrm.models.capability import DisciplineCapacity, PayerAcceptance, PolicyReview, ServedZip
from hhcrm.models.lookups import Discipline
from hhcrm.queries.capability_models import (
    DisciplineLine,
    LineText,
    PublicLine,
    PublicPage,
    ReviewLine,
    TakePage,
)
from hhcrm.queries.ground import PAYER, SERVICE_LINE, not_archived, table
from hhcrm.storage.settings import setting

_DISCIPLINE, _CAPACITY = table(Discipline), table(DisciplineCapacity)
_ACCEPTANCE, _SERVED, _REVIEW = table(PayerAcceptance), table(ServedZip), table(PolicyReview)


def payer_words(connection: Connection) -> tuple[PayerWord, ...]:
    """Everything that was ever said of payers and lines, the oldest first."""
    e = _ACCEPTANCE.c
    rows = connection.execute(
        select(e.payer_id, e.service_line_id, e.accepted, e.from_on, e.alternative).order_by(e.from_on, e.id)
    )
    return tuple(PayerWord(*row[:4], row.alternative or "") for row in rows)


def served_places(connection: Connection) -> tuple[ServedPlace, ...]:
    """Every ZIP code that is served."""
    e = _SERVED.c
    return tuple(ServedPlace(*row) for row in connection.execute(select(e.zip, e.service_line_id).order_by(e.zip)))


def capacity_words(connection: Connection) -> tuple[CapacityWord, ...]:
    """Everything that was ever said of the disciplines' capacity, the oldest first."""
    e = _CAPACITY.c
    return tuple(_word(row) for row in connection.execute(select(_CAPACITY).order_by(e.from_at, e.id)))


def take_page(connection: Connection, now: datetime, today: date) -> TakePage:
    """What the page of settings shows beside the payers."""
    served: dict[int | None, list[str]] = defaultdict(list)
    for place in served_places(connection):
        served[place.service_line_id].append(place.zip)
    return TakePage(
        disciplines=_disciplines(connection, now, today),
        lines=_lines(connection),
        served={line: tuple(codes) for line, codes in served.items()},
        reviews=reviews(connection),
    )


def reviews(connection: Connection, kind: PolicyKind | None = None) -> tuple[ReviewLine, ...]:
    """Reviews, the newest first; of one kind where one is given."""
    e = _REVIEW.c
    query = select(_REVIEW).order_by(e.reviewed_on.desc(), e.id.desc())
    rows = connection.execute(query if kind is None else query.where(e.kind == kind))
    return tuple(
        ReviewLine(row.id, row.kind, row.reviewed_on, row.next_on, row.by_name, row.note or "") for row in rows
    )


def public_page(connection: Connection, now: datetime, today: date) -> PublicPage:
    """The page of public information as it is today; of disciplines only those of whose room something was said."""
    words, places = payer_words(connection), served_places(connection)
    payers = connection.execute(_in_order(PAYER)).all()
    lines = tuple(
        PublicLine(
            line.name,
            line.offered,
            line.limits,
            tuple(one.name for one in payers if _accepts(words, one.id, line.service_line_id, today)),
            tuple(sorted({one.zip for one in places if one.service_line_id in (None, line.service_line_id)})),
        )
        for line in _lines(connection)
    )
    offered = tuple(line for line in lines if line.offered or line.limits or line.payers)
    done = reviews(connection, PolicyKind.PUBLIC_INFORMATION)
    name = str(setting(connection, SettingKey.AGENCY_NAME, today) or "")
    disciplines = tuple(_with_room(line) for line in _disciplines(connection, now, today) if line.word is not None)
    return PublicPage(name, today, offered, disciplines, done[0].reviewed_on if done else None)


def _with_room(line: DisciplineLine) -> str:
    """A discipline for the public: Aide, or Aide (closed)."""
    full = not line.lapsed and line.state in (CapacityState.LIMITED, CapacityState.CLOSED)
    return f"{line.name} ({shown(line.state)})" if full and line.state is not None else line.name


def _accepts(words: tuple[PayerWord, ...], payer_id: int, line_id: int, today: date) -> bool:
    return payer_answer(words, payer_id, line_id, today).said is Said.YES


def _disciplines(connection: Connection, now: datetime, today: date) -> tuple[DisciplineLine, ...]:
    rows = connection.execute(select(_CAPACITY).order_by(_CAPACITY.c.from_at, _CAPACITY.c.id)).all()
    words = {_word(row): row.id for row in rows}
    return tuple(_discipline(one.id, one.name, words, now, today) for one in connection.execute(_in_order(_DISCIPLINE)))


def _discipline(key: int, name: str, words: dict[CapacityWord, int], now: datetime, today: date) -> DisciplineLine:
    answer = discipline_answer(words, key, now, today)
    word_id = None if answer.word is None else words[answer.word]
    return DisciplineLine(key, name, word_id, answer.word, answer.lapsed)


def _word(row: Any) -> CapacityWord:
    return CapacityWord(row.discipline_id, row.state, row.from_at, row.by_name, row.note or "", row.until_on)


def _lines(connection: Connection) -> tuple[LineText, ...]:
    return tuple(
        LineText(row.id, row.version, row.name, row.offered or "", row.limits or "")
        for row in connection.execute(_in_order(SERVICE_LINE))
    )


def _in_order(of: Any) -> Any:
    return select(of).where(not_archived(of)).order_by(of.c.position, of.c.name, of.c.id)
