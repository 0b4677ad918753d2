"""Half-filled forms, kept while they are typed, so that a crash, a lock and a power cut lose nothing.

Each draft is one file. Its name is the kind of form and a hash of the key: no name of a person stands in a
folder listing. What is inside may be about patients, so an agency with a key gives a `Seal` that encrypts it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from hhcrm.app.paths import put_aside, write_atomically

SET_UP = "setup"
"""The kind, and the key, of the draft of setting an agency up: it is offered at the first start, nowhere else."""

_KIND = re.compile(r"[a-z][a-z_]*")


class Seal(Protocol):
    """Closes and opens what is written to disk. `open` raises ValueError for what it did not close."""

    def close(self, content: bytes) -> bytes:
        """Make it unreadable without the key."""

    def open(self, content: bytes) -> bytes:
        """Make it readable again."""


class NoSeal:
    """For an agency without a key: what is written is what was given."""

    def close(self, content: bytes) -> bytes:
        """Leave it."""
        return content

    def open(self, content: bytes) -> bytes:
        """Leave it."""
        return content


@dataclass(frozen=True, slots=True)
class Draft:
    """A form as it was left: `kind` of form, `key` of what it is about, the fields, and when (aware UTC)."""

    kind: str
    key: str
    content: Mapping[str, Any]
    kept_at: datetime


class Drafts:
    """The drafts of one agency. One window owns them (single.py); it may ask from any thread."""

    def __init__(self, folder: Path, now: Callable[[], datetime], seal: Seal | None = None) -> None:
        self._folder = folder
        self._now = now
        self._seal = seal if seal is not None else NoSeal()
        for left in folder.glob("*.tmp"):  # of a process that was killed while it wrote
            left.unlink(missing_ok=True)

    def keep(self, kind: str, key: str, content: Mapping[str, Any]) -> Draft:
        """Put the draft on disk, in place of the one with the same kind and key. FileFault when it cannot."""
        draft = Draft(kind, key, dict(content), self._now())
        document = {"kind": kind, "key": key, "kept_at": draft.kept_at.isoformat(), "content": draft.content}
        write_atomically(self._path(kind, key), self._seal.close(json.dumps(document).encode()))
        return draft

    def get(self, kind: str, key: str) -> Draft | None:
        """The draft, None when there is none (or its file was damaged: it is then put aside)."""
        return self._read(self._path(kind, key))

    def all(self, kind: str) -> tuple[Draft, ...]:
        """Every draft of a kind, the newest first."""
        _check(kind)
        found = [draft for path in self._folder.glob(f"{kind}-*.json") if (draft := self._read(path))]
        return tuple(sorted(found, key=lambda draft: draft.kept_at, reverse=True))

    def every(self) -> tuple[Draft, ...]:
        """Every draft there is, of whatever kind, the newest first."""
        found = [draft for path in self._folder.glob("*-*.json") if (draft := self._read(path))]
        return tuple(sorted(found, key=lambda draft: draft.kept_at, reverse=True))

    def drop(self, kind: str, key: str) -> None:
        """Forget the draft: it was saved, or the person threw it away."""
        self._path(kind, key).unlink(missing_ok=True)

    def _path(self, kind: str, key: str) -> Path:
        _check(kind)
        import hashlib  # late: the first draft comes after the first paint

        return self._folder / f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:24]}.json"

    def _read(self, path: Path) -> Draft | None:
        try:
            return _draft(self._seal.open(path.read_bytes()))
        except FileNotFoundError:
            return None
        except ValueError:
            with suppress(FileNotFoundError):  # another reader found it damaged, too, and was quicker
                put_aside(path)
            return None


def _check(kind: str) -> None:
    """A kind becomes part of a file name: it is a plain word of ours, never something a person typed."""
    if _KIND.fullmatch(kind) is None:
        raise ValueError("the kind of a draft is a plain lower-case word")


def _draft(content: bytes) -> Draft:
    """The draft in a file. ValueError when it is damaged."""
    match json.loads(content):
        case {"kind": str(kind), "key": str(key), "kept_at": str(kept_at), "content": dict(fields)}:
            return Draft(kind, key, fields, datetime.fromisoformat(kept_at))
    raise ValueError("not a draft")
