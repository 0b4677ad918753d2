"""What the page of the data asks of the program around the window. No SQLAlchemy here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One backup: `why` is the word in its name, `rows` the number of records where somebody has looked inside."""

    path: Path
    at: datetime
    why: str
    size: int
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class DataFacts:
    """Where the data are and how much they are. `second` is the second place, `second_fault` why it failed last."""

    where: str
    database_bytes: int = 0
    attachments: int = 0
    attachment_bytes: int = 0
    backups: tuple[BackupLine, ...] = ()
    second: str = ""
    second_fault: str = ""
    is_file: bool = True


@dataclass(frozen=True, slots=True)
class Holding:
    """What a database holds: records by table, the newest change."""

    rows: dict[str, int] = field(default_factory=dict)
    newest_at: datetime | None = None
    newest_label: str = ""
    newest_by: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """A backup beside what is here."""

    backup: Holding
    here: Holding


class DataPort(Protocol):
    """Everything but `restore` and `choose_second` runs on a worker thread. All raise KnownFault."""

    def facts(self) -> DataFacts:
        """Where and how much."""

    def back_up(self) -> None:
        """Make a verified backup now, at the second place too where there is one."""

    def verify(self, path: Path) -> int:
        """Look through a whole backup; its number of records."""

    def preview(self, path: Path) -> Preview:
        """What a backup holds, beside what is here."""

    def check(self) -> tuple[str, ...]:
        """Look through the database, its journal and the attachments; what is wrong, in words."""

    def set_second(self, folder: str) -> None:
        """From now on copy backups there; "" for nowhere."""

    def restore(self, path: Path) -> None:
        """On the interface thread: close the window, put the backup back, open the window anew."""


Leave = Callable[[], object]
