"""Who sits at this desk. It is kept in the desk's own memory, not in the database, and it is no sign-in.

Until somebody says so, the first of the agency's people sits here.
"""

from __future__ import annotations

from dataclasses import dataclass

from hhcrm.app.memory import Memory

_NAME = "desk.person"


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who acts here. `asks` is whether somebody should say who they are: several could be it, and nobody said.

    `lost` is the name of whoever was chosen and does not work here any more.
    """

    user_id: int | None
    name: str
    asks: bool = False
    lost: str = ""


class Seat:
    """The person chosen for this desk and one database: a folder may be the desk of its own file and of a server."""

    def __init__(self, memory: Memory, url: str | None) -> None:
        self._memory = memory
        self._key = _NAME if url is None else f"{_NAME}.{_told_apart(url)}"

    @property
    def chosen(self) -> int | None:
        """The id of who was chosen, None where nobody was."""
        return self._memory.get(self._key, 0) or None

    def take(self, user_id: int) -> None:
        """From now on this person sits here. Raises FileFault when it cannot be kept."""
        self._memory.set(self._key, user_id)


def _told_apart(url: str) -> str:
    """What tells one server from another without its password."""
    import hashlib  # late: a desk with its own file does without

    return hashlib.sha256(url.encode()).hexdigest()[:12]
