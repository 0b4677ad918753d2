"""The program's entrance: a command for the terminal, or the window. Light: each is loaded when asked for."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Sequence

from hhcrm.app.clock import Clock
from hhcrm.app.crash_log import CrashLog
from hhcrm.app.paths import Folder, data_folder
from hhcrm.cli import INTERRUPTED, Console, Site, parse
from hhcrm.domain.errors import KnownFault

OUR_FAULT = "Something went wrong in the program. Nothing half done was kept; a report is in the folder logs."
STOPPED = "Stopped. Nothing half done was kept."

BEGINS = frozenset({"sample", "import", "restore"})
"""Commands that may begin an agency where there is none."""

WRITES = BEGINS | {"export"}
"""Commands after which the journal may have another newest step; that of an export says what was taken out."""

log = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; what the process should end with (interfaces.md)."""
    words = list(sys.argv[1:] if argv is None else argv)
    console = Console.standard(as_json="--json" in words)
    try:
        asked = parse(words)
        return _window(asked, console) if asked.command is None else _command(asked, console)
    except KnownFault as fault:
        console.fault(fault)
        return fault.exit_code
    except BrokenPipeError:
        console.deafen()  # whoever read us has seen enough, as `head` does
        return 0
    except KeyboardInterrupt:
        console.say(f"hhcrm: {STOPPED}")
        return INTERRUPTED


def _command(asked: argparse.Namespace, console: Console) -> int:
    from hhcrm import cli_commands  # late: it brings the database library, which the window must not wait for
    from hhcrm.app.places_check import unsafe_place

    folder = Folder(data_folder(asked.data, os.environ))
    if asked.command in BEGINS or folder.root.is_dir():
        folder.make()
        # Nobody catches what is our bug: Python then ends with 1, after the log has it and the person a sentence.
        CrashLog(folder.logs, "terminal").install(lambda _kind: console.say(f"hhcrm: {OUR_FAULT}"))
    if asked.command in BEGINS and asked.database is None and (why := unsafe_place(folder.root)):
        console.say(f"hhcrm: {why}")
    clock = Clock.from_environ(os.environ)
    site = Site(folder.root, folder.database, folder.backups, folder.attachments, folder.cache, clock, asked.database)
    code = cli_commands.run(asked, site, console)
    if asked.command in WRITES and asked.database is None and folder.database.exists():
        _keep_first_answers(folder, clock)
    return code


def _keep_first_answers(folder: Folder, clock: Clock) -> None:
    """After a command that wrote: the window's next start should be as quick as ever."""
    from hhcrm.app.agency import Agency

    agency = Agency(folder, clock)
    try:
        agency.keep_first_answers()
    except KnownFault:
        log.warning("The first answers for the next start were not kept", exc_info=True)
    finally:
        agency.close()


def _window(asked: argparse.Namespace, console: Console) -> int:
    from hhcrm.app.start import start  # late: it brings Qt, which a command does without

    return start(asked, console)
