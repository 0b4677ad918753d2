"""What passes between the windows of import and export and the work behind them: frozen, and free of any database."""

from __future__ import annotations

from collections.abc import Mapping as Pairs
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hhcrm.domain.changes import ChangeSet
from hhcrm.exchange.fields import RecordKind
from hhcrm.exchange.mapping import Mapping
from hhcrm.exchange.tables import Row
from hhcrm.queries.read_models import RunLine, SourceFilter
from hhcrm.queries.referral_models import ReferralFilter

if TYPE_CHECKING:
    from hhcrm.jobs.progress import Progress
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions


@dataclass(frozen=True, slots=True)
class SeenFile:
    """What a first look at a file found. `rows` counts those below the header, `sample` holds the first whole ones.

    `encoding` and `separator` are None for a workbook, `sheets` is empty for text. `remembered` says that the mapping
    is the one used for the last file of this shape.
    """

    path: Path
    kind: RecordKind
    header: tuple[str, ...]
    sample: tuple[Row, ...]
    rows: int
    mapping: Mapping
    remembered: bool = False
    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    sheets: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def serials(self) -> bool:
        """Whether five digits may be a day, as in workbooks."""
        return self.encoding is None


@dataclass(frozen=True, slots=True)
class ImportWish:
    """What is to be brought in, and how. `answers` says by row which record an unclear row means."""

    path: Path
    mapping: Mapping
    sheet: str | None = None
    answers: Pairs[int, int] = field(default_factory=dict)
    remember: bool = True


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A cell that keeps its row out, and what would be accepted."""

    row: int
    column: str
    value: str
    problem: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that an unclear row may mean."""

    record_id: int
    words: str


@dataclass(frozen=True, slots=True)
class UnclearRow:
    """A row that could mean several records."""

    row: int
    value: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class FirstRow:
    """One of the first rows to be created or updated: its number in the file, whom it is about, what else it says."""

    row: int
    new: bool
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What becomes of the rows of a file."""

    created: int
    updated: int
    unchanged: int
    refused: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do."""

    counts: Counts
    refused: tuple[RefusedRow, ...] = ()
    unclear: tuple[UnclearRow, ...] = ()
    first: tuple[FirstRow, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; `run` is None when there was nothing to write."""

    run: int | None
    counts: Counts
    refused: tuple[RefusedRow, ...] = ()
    notes: tuple[str, ...] = ()
    changes: ChangeSet | None = None


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What goes out. `sources` or `referrals` limit it to what a filter leaves, `ids` further to some of these."""

    kind: str
    from_on: date | None = None
    until_on: date | None = None
    archived: bool = False
    patients: bool = False
    sources: SourceFilter | None = None
    ids: tuple[int, ...] | None = None
    referrals: ReferralFilter | None = None


class ListWork(Protocol):
    """The work of import and export; every method is for worker threads and may raise KnownFault or Cancelled."""

    def see(self, questions: Questions, path: Path, kind: RecordKind | None, sheet: str | None) -> SeenFile:
        """Open a file and guess what it is."""

    def preview(self, actions: Actions, wish: ImportWish, steps: Progress) -> Preview:
        """Say what an import would do, and write nothing."""

    def bring_in(self, actions: Actions, wish: ImportWish, steps: Progress) -> Imported:
        """Back up, then import."""

    def undo(self, actions: Actions, run: int, steps: Progress) -> ChangeSet:
        """Take an import back whole."""

    def save_refused(self, wish: ImportWish, refused: tuple[RefusedRow, ...], target: Path) -> int:
        """Write the refused rows to a file that can be corrected and imported; how many there are."""

    def runs(self, questions: Questions) -> tuple[RunLine, ...]:
        """Earlier imports, the newest first."""

    def count(self, questions: Questions, wish: ExportWish) -> int:
        """How many rows an export has."""

    def note_patients(self, actions: Actions, wish: ExportWish, target: Path) -> ChangeSet:
        """Journal that patient identifiers leave the program, before they do."""

    def export(self, questions: Questions, wish: ExportWish, target: Path, steps: Progress) -> int:
        """Write an export to a file; how many rows it has."""
