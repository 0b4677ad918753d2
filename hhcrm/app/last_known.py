"""What pages showed last, kept in a small file from one start to the next.

It is shown as of its day and replaced at once, so that it may be old, but never another agency's: the file names a step
of the journal, which must still stand in the database. A database that is not a plain file (under a key, on a server)
has no such file, its answers last as long as the program. No patient's data are in it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import hhcrm
from hhcrm.app.first_answers import State, state_of
from hhcrm.app.paths import write_atomically
from hhcrm.domain.documents import closed, decode, encode, opened
from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import language
from hhcrm.ui.shared.last_known import Known, ShortKnown

T = TypeVar("T")

_HEADER = "hhcrm last known 1"
_WAIT_SECONDS = 0.2


class LastKnownFile:
    """The file of one agency. Worker threads read and write it."""

    def __init__(self, path: Path, database: Path, plain: Callable[[], bool]) -> None:
        self._path = path
        self._database = database
        self._plain = plain
        self._short = ShortKnown()
        self._gate = Lock()

    def look(self, name: str, kind: type[T], choice: str, /) -> Known[T] | None:
        """What was kept, where it is whole, of this program, language, agency, choice and kind."""
        known = self._short.look(name, kind, choice)
        if known is not None:
            return known
        with self._gate:
            kept = self._read().get(name)
        try:
            if kept is None or kept["choice"] != choice:
                return None
            return Known(datetime.fromisoformat(kept["at"]), decode(kind, kept["answer"]))
        except (ValueError, KeyError, TypeError):
            return None

    def keep(self, name: str, choice: str, answer: Any, at: datetime, /) -> None:
        """Keep an answer for this session, and on this computer where the database is a plain file."""
        self._short.keep(name, choice, answer, at)
        with self._gate:
            if not self._plain():
                self._path.unlink(missing_ok=True)
                return
            state = state_of(self._database)
            if state is None:
                return
            answers = {**self._read(), name: {"choice": choice, "at": at.isoformat(), "answer": encode(answer)}}
            try:
                write_atomically(self._path, closed(_document(state, answers), _HEADER))
            except FileFault:  # the next start asks without it
                self._path.unlink(missing_ok=True)

    def _read(self) -> dict[str, Any]:
        """The answers in the file; none where it is missing, damaged, old or another agency's."""
        try:
            kept = opened(self._path.read_bytes(), _HEADER)
            same = (kept["program"], kept["language"]) == (hhcrm.__version__, language())
            if same and _stands(self._database, int(kept["step"]), str(kept["hash"])):
                return dict(kept["answers"])
        except (OSError, ValueError, KeyError, TypeError):
            pass  # as if there were none
        return {}


def _document(state: State, answers: dict[str, Any]) -> dict[str, Any]:
    return {
        "program": hhcrm.__version__,
        "language": language(),
        "step": state.step,
        "hash": state.step_hash,
        "answers": answers,
    }


def _stands(database: Path, step: int, step_hash: str) -> bool:
    """Whether a plain SQLite file has this step in its journal."""
    try:
        connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=_WAIT_SECONDS)
        try:
            found = connection.execute("SELECT hash FROM journal_step WHERE id = ?", (step,)).fetchone()
        finally:
            connection.close()
    except sqlite3.Error:
        return False
    return found is not None and found[0] == step_hash
