"""The answers of the window's first place, kept from one start to the next, so that the first paint can do without
the database library.

They are used only while they are exact: written by this version of the program for this schema, day and person, in
the language of the window, with the journal at the very same step. The hash of that step stands for everything written
before it (the journal is a chain), so that a backup put back in between is noticed too. What is there is read with the
standard library's sqlite3 alone. No patient's data are in them, and a database that is not a plain file (under a key,
on a server) has none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, timedelta, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import hhcrm
from hhcrm.app.clock import Clock
from hhcrm.app.paths import write_atomically
from hhcrm.domain.documents import closed, decode, encode, opened
from hhcrm.domain.wording import language
from hhcrm.queries.today_models import FIRST_NEEDS, AgencyFacts, TodayList
from hhcrm.storage.head import HEAD

DAYS_AHEAD = 4
"""Days after today for which answers are kept: the window that opens on Tuesday may have closed on Friday."""

_HEADER = "hhcrm first answers 1"
_WAIT_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Answers:
    """What the window asks first."""

    facts: AgencyFacts
    today: TodayList


@dataclass(frozen=True, slots=True)
class State:
    """Where a database stands: its schema, the person at the desk, the newest step of its journal."""

    schema: str
    user_id: int | None
    step: int
    step_hash: str


@dataclass(frozen=True, slots=True)
class Found:
    """Answers that are right, and the agency's day and zone that they hold for."""

    answers: Answers
    day: date
    zone: ZoneInfo
    language: str
    """Their words are in this one."""


class FirstAnswers:
    """The file with the answers of one agency. Reading and writing it is for worker threads."""

    def __init__(
        self,
        path: Path,
        database: Path,
        program: str = hhcrm.__version__,
        schema: str = HEAD,
        *,
        chosen: Callable[[], int | None] = lambda: None,
    ) -> None:
        self._chosen = chosen
        self._path = path
        self._database = database
        self._program = program
        self._schema = schema

    def look(self, clock: Clock) -> Found | None:
        """The answers, if they are what the database would say just now."""
        try:
            kept = opened(self._path.read_bytes(), _HEADER)
            zone = ZoneInfo(kept["zone"])
            day = clock.in_zone(zone).today()
            answers = decode(Answers, kept["days"][day.isoformat()])
            state = decode(State, kept["state"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError, ZoneInfoNotFoundError):
            return None  # none there, or not as we write them, or none for this day
        if kept.get("program") != self._program or state.schema != self._schema or answers.today.day != day:
            return None
        language = str(kept.get("language", ""))
        return Found(answers, day, zone, language) if self._state() == state else None

    def keep(self, day: date, zone: tzinfo, ask: Callable[[date], Answers]) -> None:
        """Keep what `ask` says of a day and those after it; nothing where the database moves on while it is asked.

        Raises FileFault when it cannot be written.
        """
        before = self._state()
        if before is None or not isinstance(zone, ZoneInfo):
            self.forget()
            return
        days = [day + timedelta(days=ahead) for ahead in range(DAYS_AHEAD + 1)]
        document = {
            "program": self._program,
            "zone": zone.key,
            "language": language(),
            "state": asdict(before),
            "days": {each.isoformat(): encode(ask(each)) for each in days},
        }
        if self._state() == before:
            content = closed(document, _HEADER)
            if not self._is_there(content):
                write_atomically(self._path, content)

    def forget(self) -> None:
        """Have no answers any more."""
        self._path.unlink(missing_ok=True)

    def _state(self) -> State | None:
        return state_of(self._database, self._chosen())

    def _is_there(self, content: bytes) -> bool:
        try:
            return self._path.read_bytes() == content
        except OSError:
            return False


class EarlyQuestions:
    """Questions before the database is open: the first ones are answered from what was kept, all others open it."""

    def __init__(self, found: Found, today: Callable[[], date], opened: Callable[[], Any]) -> None:
        self.found = found
        self._today = today
        self._opened = opened

    def agency_facts(self) -> AgencyFacts:
        """As `Questions.agency_facts`."""
        if self._moved_on():
            return self._opened().agency_facts()  # type: ignore[no-any-return]  # its class is not loaded yet
        return self.found.answers.facts

    def today(self, limit: int) -> TodayList:
        """As `Questions.today`."""
        if self._moved_on() or limit != FIRST_NEEDS:
            return self._opened().today(limit)  # type: ignore[no-any-return]  # as above
        return self.found.answers.today

    def _moved_on(self) -> bool:
        """Whether the day has passed, or the window speaks another language than these answers."""
        return self._today() != self.found.day or language() != self.found.language

    def __getattr__(self, question: str) -> Any:
        return getattr(self._opened(), question)


def state_of(database: Path, chosen: int | None = None) -> State | None:
    """Where a plain SQLite file stands; None where it cannot be read: under a key, damaged, locked, not ours.

    `chosen` is who was said to sit at this desk: without them, or where they are gone, it is the first of the people.
    """
    try:
        connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=_WAIT_SECONDS)
        try:
            connection.execute("BEGIN")  # one moment for all three
            schema = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            person = connection.execute(
                "SELECT id FROM app_user WHERE archived_at IS NULL ORDER BY id IS ? DESC, id LIMIT 1", (chosen,)
            ).fetchone()
            step = connection.execute("SELECT id, hash FROM journal_step ORDER BY id DESC LIMIT 1").fetchone()
        finally:
            connection.close()
    except sqlite3.Error:
        return None
    return State(schema[0], person[0] if person else None, *step) if schema and step else None
