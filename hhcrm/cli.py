"""The terminal's grammar and its two streams. Light on purpose: the window's start passes through here.

What the commands do stands in `cli_commands.py`, which brings the database library.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from pathlib import Path
from typing import Any, NoReturn, Protocol, TextIO

import hhcrm
from hhcrm.compat import override
from hhcrm.domain.errors import KnownFault, Usage
from hhcrm.jobs.progress import Report

INTERRUPTED = 130
SOMETHING_FOUND = 1

_BAR = 30
_WIDEST = 40


class Console:
    """Standard output for the answer, standard error for words; each may be missing (a windowed program has none).

    With `as_json` the answer is one JSON document, and everything else goes to standard error.
    """

    def __init__(self, out: TextIO | None, err: TextIO | None, *, as_json: bool = False) -> None:
        self._out = out
        self._err = err
        self.as_json = as_json
        self._bar = False

    @classmethod
    def standard(cls, *, as_json: bool = False) -> Console:
        """The process's own streams. A pipe or a file gets UTF-8 on every system."""
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
        return cls(sys.stdout, sys.stderr, as_json=as_json)

    def answer(self, document: Mapping[str, Any], words: str) -> None:
        """Give the answer: the document as JSON, or else the words."""
        self._clear_bar()
        if self._out is not None:
            text = json.dumps(document, ensure_ascii=False, indent=1, default=_plain) if self.as_json else words
            self._out.write(f"{text}\n")
            self._out.flush()

    def say(self, words: str) -> None:
        """Say something that is not the answer."""
        self._clear_bar()
        if self._err is not None:
            self._err.write(f"{words}\n")
            self._err.flush()

    def fault(self, fault: KnownFault) -> None:
        """Say a fault in one line; a script that reads JSON also gets it as the document."""
        words = " ".join(str(fault).split())
        if self.as_json:
            self.answer({"error": words}, "")
        self.say(f"hhcrm: {words}")

    def progress(self, report: Report) -> None:
        """Draw how far a long piece of work is, where a person looks at a terminal."""
        if self._err is None or not self._err.isatty():
            return
        if report.total:
            filled = _BAR * min(report.done, report.total) // report.total
            how_far = f"[{'#' * filled}{'.' * (_BAR - filled)}] {report.done:,} of {report.total:,}"
        else:
            how_far = f"{report.done:,}"
        self._err.write(f"\r\x1b[K{report.doing} {how_far}")
        self._err.flush()
        self._bar = True

    def deafen(self) -> None:
        """Whoever read the answer has gone: the interpreter must not stumble over that when it ends."""
        if self._out is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self._out.fileno())

    def _clear_bar(self) -> None:
        if self._bar and self._err is not None:
            self._err.write("\r\x1b[K")
            self._err.flush()
            self._bar = False


def _plain(value: object) -> str:
    """Days and instants in ISO form, everything else as it reads."""
    return value.isoformat() if isinstance(value, date | time) else str(value)


def as_table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Rows under their column names, for reading; numbers stand to the right, long texts are cut."""
    texts = [[_cell(value) for value in row] for row in rows]
    numeric = [all(isinstance(row[i], int | float | None) for row in rows) for i in range(len(columns))]
    widths = [max(len(name), *(len(row[i]) for row in texts), 0) for i, name in enumerate(columns)]
    lines = [list(columns), ["-" * width for width in widths], *texts]
    return "\n".join(
        "  ".join(
            text.rjust(width) if right else text.ljust(width)
            for text, width, right in zip(line, widths, numeric, strict=True)
        ).rstrip()
        for line in lines
    )


def _cell(value: object) -> str:
    text = "" if value is None else f"{value:g}" if isinstance(value, float) else " ".join(str(value).split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "\u2026"


class Clock(Protocol):
    """Says the instant and the day."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""

    def today(self) -> date:
        """The day where the agency is."""

    def in_zone(self, zone: tzinfo) -> Clock:
        """The same clock in the agency's zone."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where the agency lies and what time it is there: handed down by the composition root.

    `url` names a database on a server, which then takes the place of the file.
    """

    root: Path
    database: Path
    backups: Path
    attachments: Path
    cache: Path
    clock: Clock
    url: str | None = None


class _Parser(argparse.ArgumentParser):
    """Says wrong usage as a known fault, in one line."""

    @override
    def error(self, message: str) -> NoReturn:
        raise Usage(f"{message[:1].upper()}{message[1:]}. See `{self.prog} --help`.")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """What the command line asks for; `command` is None for the window. Raises Usage."""
    asked = _parser(words).parse_args(words)
    if asked.command is not None and (asked.sample or asked.smoke_test):
        raise Usage("--sample and --smoke-test open the window and take no command.")
    if asked.database and ("@" in asked.database and ":" in asked.database.partition("@")[0].removeprefix(_SCHEME)):
        raise Usage("A password does not belong on the command line. Put it into the file that PGPASSFILE names.")
    if asked.database and not asked.database.startswith(_SCHEME):
        raise Usage(f"{asked.database!r} is not the address of a database. Write it like {_SCHEME}HOST/NAME.")
    return asked


_SCHEME = "postgresql://"


def _parser(words: Sequence[str]) -> _Parser:
    """The grammar; of the commands only those are spelled out that the words name: the window's start needs none."""
    parser = _Parser(
        prog="hhcrm", description="Referral relationships of a home health agency. Without a command: the window."
    )
    parser.add_argument("--version", action="version", version=f"hhcrm {hhcrm.__version__}")
    _add_common(parser, None, False)
    parser.add_argument("--sample", action="store_true", help="open the window on a throw-away sample agency")
    parser.add_argument("--smoke-test", action="store_true", help="show every place of the window, print JSON, quit")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name, (what, fill) in _COMMANDS.items():
        command = commands.add_parser(name, help=what, description=what)
        if name not in words:
            continue
        # Beside the command too, where a value given before it must not be forgotten.
        _add_common(command, argparse.SUPPRESS, argparse.SUPPRESS)
        fill(command)
    return parser


def _add_common(parser: argparse.ArgumentParser, none: Any, no: Any) -> None:
    parser.add_argument("--data", metavar="DIR", default=none, help="the folder that holds everything of one agency")
    parser.add_argument("--database", metavar="URL", default=none, help=f"a database on a server: {_SCHEME}HOST/NAME")
    parser.add_argument("--json", action="store_true", default=no, help="print one JSON document")


def _sample(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same rows (1)")
    parser.add_argument("--sources", type=_some, default=200, help="how many referral sources (200)")
    parser.add_argument("--months", type=_some, default=24, help="how many months of visits and referrals (24)")


def _import(parser: argparse.ArgumentParser) -> None:
    kinds = [*KINDS, CALENDAR, "undo"]
    parser.add_argument("kind", metavar="KIND", choices=kinds, help=f"{', '.join(kinds[:-1])}; or undo")
    parser.add_argument("file", metavar="FILE", help="CSV or XLSX, .ics for a calendar; after undo the number of a run")
    parser.add_argument("--mapping", metavar="FILE.toml", type=Path, help="which column holds what")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")


def _export(parser: argparse.ArgumentParser) -> None:
    kinds = ", ".join((*KINDS, CALENDAR, "people"))
    parser.add_argument("kind", metavar="KIND", help=f"what to write: {kinds}, ...")
    parser.add_argument("file", metavar="FILE", type=Path, help="where to: .csv, .xlsx; a calendar .ics, people .vcf")
    _add_days(parser)
    parser.add_argument("--liaison", metavar="L", help="of a calendar only this liaison's visits")
    parser.add_argument("--archived", action="store_true", help="archived rows too")
    parser.add_argument("--include-patient-identifiers", action="store_true", help="names and birth days; journaled")


def _report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="today, week, rhythm, waterfall, plan, workbook, ...")
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        nargs="?",
        help="where to: .csv, .xlsx; charts also .png, .svg, .pdf",
    )
    _add_days(parser)
    parser.add_argument("--source", metavar="S", help="only this source: its number or name")
    parser.add_argument("--liaison", metavar="L", help="only this liaison")


def _backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?", help="where to; else among the agency's backups")


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="a backup; the present database is kept aside")


def _check(_parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def _add_days(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="from_on", metavar="D", type=_day, help="from this day on (2026-11-01)")
    parser.add_argument("--to", dest="to_on", metavar="D", type=_day, help="up to and with this day")


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is not a day; write it like 2026-11-20") from None


def _some(words: str) -> int:
    if not words.isascii() or not words.isdigit() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"{words!r} is not a number from 1 up")
    return int(words)


KINDS = ("sources", "contacts", "visits", "referrals")
"""The kinds of records that files are read for."""

CALENDAR = "calendar"
"""The kind that a calendar file is."""

_COMMANDS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "sample": ("Fill an empty database with a believable agency.", _sample),
    "import": ("Bring a list in, or take one import back.", _import),
    "export": ("Write records as CSV or XLSX.", _export),
    "report": ("The rows behind a screen.", _report),
    "backup": ("Make a whole, verified copy.", _backup),
    "restore": ("Put a copy back; the present database is kept aside.", _restore),
    "check": ("Verify the database, its journal and the attachments.", _check),
}
