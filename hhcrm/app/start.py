"""From the command line to the window: who has the folder, the first work for the threads, and only then Qt."""

from __future__ import annotations

import argparse
import gc
import os
from contextlib import ExitStack

from hhcrm.app.agency import Agency
from hhcrm.app.clock import Clock
from hhcrm.app.crash_log import CrashLog
from hhcrm.app.paths import Folder, data_folder
from hhcrm.app.single import claim
from hhcrm.app.throwaway import make_sample, run_again, throwaway_folder
from hhcrm.app.traffic import Traffic
from hhcrm.cli import Console
from hhcrm.domain.errors import FolderInUse
from hhcrm.jobs import Runner


def start(asked: argparse.Namespace, console: Console) -> int:
    """Open the window and stay until it is closed; what the process should end with. Raises KnownFault."""
    folder = Folder(data_folder(asked.data, os.environ))
    if asked.smoke_test and asked.database is None and (asked.sample or not folder.database.exists()):
        return _smoke_on_sample()
    with ExitStack() as until_the_end:
        if asked.sample:
            folder = Folder(until_the_end.enter_context(throwaway_folder()))
        return _open(folder.make(), asked, console)


def _smoke_on_sample() -> int:
    with throwaway_folder() as folder:
        make_sample(folder)
        return run_again(["--data", str(folder), "--smoke-test"])


def _open(folder: Folder, asked: argparse.Namespace, console: Console) -> int:
    # Until the window stands nearly everything that is made stays: looking for garbage would only cost time.
    gc.disable()
    crash_log = CrashLog(folder.logs)
    crash_log.install()
    ours = claim(folder)
    if ours is None:
        if asked.smoke_test:
            raise FolderInUse(f"A window has {folder.root} open. Close it for the smoke test.")
        return 0
    with ExitStack() as until_the_end:
        until_the_end.callback(ours.release)
        agency = Agency(folder, Clock.from_environ(os.environ), asked.database)
        until_the_end.callback(agency.close)
        traffic = Traffic(Runner())
        until_the_end.callback(traffic.close)  # its threads would keep the process alive
        there = asked.database is not None or folder.database.exists()
        # While this thread brings Qt up a reader looks for the first answers. Where there are none, it imports the
        # database library and opens the agency.
        traffic.warm(agency.early_questions if there else agency.warm)

        from hhcrm.app.bootstrap import Program  # late: Qt comes after the reader has begun

        program = Program(agency, traffic, ours, crash_log)
        if asked.smoke_test:
            return program.smoke(console)
        return program.run_sample() if asked.sample else program.run(there)
