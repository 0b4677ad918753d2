"""An agency to import into, and the words that the import tests use."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, insert, select

from hhcrm.domain.words import UserRole
from hhcrm.exchange.exporting import Wanted, export_table
from hhcrm.exchange.fields import RecordKind
from hhcrm.exchange.importing import ImportResult, import_file
from hhcrm.models.all import metadata
from hhcrm.queries.bound import Questions
from hhcrm.services.founding import FoundAgency
from hhcrm.services.setup import found_agency
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork

TODAY = date(2026, 11, 23)
ZONE = ZoneInfo("America/Chicago")
NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
KINDS = ("sources", "contacts", "visits", "referrals")


@dataclass
class Books:
    """An agency and its files."""

    engine: Engine
    folder: Path
    files: list[Path] = field(default_factory=list)

    @property
    def work(self) -> UnitOfWork:
        """The unit of work of the agency's liaison."""
        return UnitOfWork(self.engine, Actor(None, "Dana Whitfield"), lambda: NOW)

    @property
    def questions(self) -> Questions:
        """Questions on the agency."""
        return Questions(self.engine, lambda: NOW, lambda: TODAY, None)

    def file(self, header: str, *rows: str | Sequence[str], name: str = "list.csv") -> Path:
        """A CSV file: the header and rows with a bar between cells."""
        path = self.folder / name
        with path.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerows(line.split("|") if isinstance(line, str) else line for line in (header, *rows))
        return path

    def bring(self, kind: str, path: Path, **how: Any) -> ImportResult:
        """Import a file."""
        how.setdefault("mapping", None)
        mapping = how.pop("mapping")
        return import_file(path, RecordKind(kind), mapping, self.work, today=TODAY, zone=ZONE, **how)

    def sources(self, header: str, *rows: str, **how: Any) -> ImportResult:
        """Import a list of sources."""
        return self.bring("sources", self.file(header, *rows), **how)

    def rows(self, table: str, **where: Any) -> list[Any]:
        """Rows of a table by key."""
        t = metadata.tables[table]
        query = select(t).order_by(t.c.id)
        for name, value in where.items():
            query = query.where(t.c[name] == value)
        with self.engine.connect() as connection:
            return list(connection.execute(query).all())

    def columns(self, table: str) -> list[Any]:
        """Columns of a table."""
        return list(metadata.tables[table].columns)

    def row(self, table: str, **where: Any) -> Any:
        """The only row."""
        (row,) = self.rows(table, **where)
        return row

    def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """All rows of all tables but the journal, the runs and their mappings."""
        left = ("journal_step", "journal_entry", "import_run", "import_mapping")
        return {name: [tuple(r) for r in self.rows(name)] for name in metadata.tables if name not in left}

    def export(self, folder: Path) -> dict[str, bytes]:
        """The four kinds as files."""
        folder.mkdir()
        found = {}
        for kind in KINDS:
            path = folder / f"{kind}.csv"
            wanted = Wanted(archived=True, patients=True)
            export_table(self.questions, kind, path, today=TODAY, wanted=wanted, work=self.work)
            found[kind] = path.read_bytes()
        return found


def founded(engine: Engine, folder: Path) -> Books:
    """An agency with a liaison."""
    people = (("Dana Whitfield", UserRole.LIAISON), ("Luis Romero", UserRole.LIAISON))
    found_agency(
        UnitOfWork(engine, Actor(None, "set-up"), lambda: NOW),
        FoundAgency("Cumberland", "37203", "America/Chicago", people, TODAY),
    )
    return Books(engine, folder)


def copy_lists(of: Engine, to: Engine) -> None:
    """An agency's own lists in an empty database: all that the four kinds point at and do not hold."""
    with of.connect() as read, to.begin() as write:
        for table in metadata.sorted_tables:
            if table.name in LISTS and (rows := read.execute(select(table)).mappings().all()):
                write.execute(insert(table), [dict(row) for row in rows])


LISTS = frozenset({
    "source_type", "contact_role", "visit_kind", "service_line", "payer", "discipline", "clinical_group",
    "decline_reason", "team", "app_user", "territory", "territory_zip", "setting", "holiday", "material",
})  # fmt: skip
