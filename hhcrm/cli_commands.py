"""What the terminal's commands do: the same services and queries as behind the window."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Engine

from hhcrm.cli import SOMETHING_FOUND, Console, Site
from hhcrm.domain.errors import CannotOpen, FileFault
from hhcrm.jobs.progress import Report
from hhcrm.services.sample import fill_sample
from hhcrm.storage.backup import copy_to_file, list_backups, make_backup
from hhcrm.storage.check import check
from hhcrm.storage.copying import count_rows
from hhcrm.storage.engine import Address
from hhcrm.storage.faults import plain_words
from hhcrm.storage.journal import Actor
from hhcrm.storage.opening import open_agency
from hhcrm.storage.restore import restore
from hhcrm.storage.work import UnitOfWork

ACTOR = "terminal"
"""Who acts, in the journal, where nobody is signed in."""


def run(asked: argparse.Namespace, site: Site, console: Console) -> int:
    """Carry out the command that was asked for; the exit code. Raises KnownFault."""
    return _COMMANDS[asked.command](asked, site, console)


def _sample(asked: argparse.Namespace, site: Site, console: Console) -> int:
    with _agency(site, begin=True) as engine:
        console.progress(Report("Making a sample agency", 0))
        fill_sample(
            _work(engine, site), seed=asked.seed, sources=asked.sources, months=asked.months, today=site.today()
        )
        with plain_words(), engine.connect() as connection:
            rows = count_rows(connection)
    counts = {word: rows[table] for word, table in _SAMPLE_TABLES.items()}
    words = ", ".join(f"{count:,} {word}" for word, count in counts.items())
    console.answer({"seed": asked.seed, "today": site.today(), **counts}, f"{site.root}: {words}.")
    return 0


_SAMPLE_TABLES = {"sources": "referral_source", "contacts": "contact", "visits": "visit", "referrals": "referral"}


def _backup(asked: argparse.Namespace, site: Site, console: Console) -> int:
    with _agency(site):
        address = _address(site)
        if asked.file is None:
            made = make_backup(address, site.backups, site.now)
            path, rows = made.path, made.rows or 0
        else:
            path = asked.file.absolute()
            if not path.parent.is_dir():
                raise FileFault(f"There is no folder {path.parent}. Make it, or name another file.")
            if address.file is not None and path.exists() and path.samefile(address.file):
                raise FileFault("This file is the agency's database itself. Name another one.")
            rows = copy_to_file(address, path)
    console.answer({"file": str(path), "rows": rows}, f"{path}: {rows:,} rows, verified.")
    return 0


def _restore(asked: argparse.Namespace, site: Site, console: Console) -> int:
    done = restore(_address(site), asked.file.absolute(), site.now)
    aside = None if done.aside is None else str(done.aside)
    kept = f" The database that was there is kept as {aside}." if aside else ""
    console.answer({"rows": done.rows, "aside": aside}, f"Restored {done.rows:,} rows from {asked.file}.{kept}")
    return 0


def _check(_asked: argparse.Namespace, site: Site, console: Console) -> int:
    with _agency(site) as engine:
        found = check(engine, site.attachments).findings
    words = "\n".join(finding.words for finding in found) or "The database, its journal and the attachments are whole."
    document = {"ok": not found, "problems": [{"kind": each.kind, "problem": each.words} for each in found]}
    console.answer(document, words)
    return SOMETHING_FOUND if found else 0


@contextmanager
def _agency(site: Site, *, begin: bool = False) -> Iterator[Engine]:
    """The agency's database, open. `begin` makes one where there is none. Raises CannotOpen."""
    if not begin and site.url is None and not site.database.exists() and not list_backups(site.backups):
        raise CannotOpen(
            f"There is no agency in {site.root}. Name its folder with --data, or begin one with `hhcrm sample` or "
            "`hhcrm import`."
        )
    engine = open_agency(_address(site), site.backups, site.now)
    try:
        yield engine
    finally:
        engine.dispose()


def _work(engine: Engine, site: Site) -> UnitOfWork:
    return UnitOfWork(engine, Actor(None, ACTOR), site.now)


def _address(site: Site) -> Address:
    return Address(url=site.url) if site.url is not None else Address(file=site.database)


_Command = Callable[[argparse.Namespace, Site, Console], int]

_COMMANDS: Mapping[str, _Command] = {
    "sample": _sample,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
}
