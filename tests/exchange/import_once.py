"""Imports a list of visits: a process of its own for the tests that kill it.

`python -m tests.exchange.import_once DATABASE FILE` says "ready" when it begins.
"""

from __future__ import annotations

import sys
from pathlib import Path

from hhcrm.exchange.fields import RecordKind
from hhcrm.exchange.importing import import_file
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork
from tests.exchange.importing import NOW, TODAY, ZONE


def main() -> None:
    """Import the file."""
    database, file = map(Path, sys.argv[1:])
    engine = make_engine(Address(file=database))
    work = UnitOfWork(engine, Actor(None, "Tess"), lambda: NOW)
    print("ready", flush=True)
    import_file(file, RecordKind.VISITS, None, work, today=TODAY, zone=ZONE)
    engine.dispose()


if __name__ == "__main__":
    main()
