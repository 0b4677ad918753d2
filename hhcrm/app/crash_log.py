"""The local log: what went wrong in the program, with ids and types, and never a row's contents.

It leaves the computer only when the person saves the report and sends it. Of an exception it holds the type,
numbers such as errno and the places in the code; its message, its arguments and the values of variables may
be about a patient and are left out. Of a log record it holds our own fixed words with numbers in them.
"""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import sys
import threading
import time
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path, PurePath
from types import TracebackType
from typing import IO

import hhcrm
from hhcrm.compat import override
from hhcrm.domain.errors import CannotOpen
from hhcrm.domain.wording import translate

LOG_BYTES = 500_000
LOG_FILES = 4
REPORT_LINES = 500
_NUMBERS_OF_ERRORS = ("errno", "winerror", "sqlite_errorcode")
_LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "matplotlib", "psycopg")

Bug = Callable[[type[BaseException]], None]


class CrashLog:
    """The rotating log in a folder, and the hooks that bring every unexpected error there.

    `name` keeps processes apart that share the folder ("window", "terminal"): each rotates its own file.
    """

    def __init__(self, folder: Path, name: str = "window") -> None:
        self._log = folder / f"{name}.log"
        self._faults = folder / f"{name}-faults.log"
        self._handler: _QuietHandler | None = None
        self._fault_file: IO[str] | None = None
        self._before = (sys.excepthook, threading.excepthook)
        self._on_bug: Bug | None = None

    def install(self, on_bug: Bug | None = None) -> None:
        """Begin to log. `on_bug` hears the type of each error that nobody caught, on the thread it happened.

        CannotOpen when the log cannot be written: then nothing in the folder can.
        """
        self._on_bug = on_bug
        try:
            self._handler = _QuietHandler(self._log, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8")
            self._fault_file = self._faults.open("a", encoding="utf-8")
        except OSError as error:
            self.uninstall()
            raise CannotOpen(
                translate(
                    "app",
                    "The folder {folder} cannot be written to ({why}), so the agency in it cannot be opened. Check "
                    "that you may change files there, or choose another folder with --data.",
                ).format(folder=self._log.parent, why=error.strerror)
            ) from error
        self._handler.setFormatter(SafeFormatter())
        logging.getLogger().addHandler(self._handler)
        logging.getLogger("hhcrm").setLevel(logging.INFO)
        faulthandler.enable(self._fault_file)
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        """Put the hooks back and close the files."""
        if self._handler is not None:
            if sys.excepthook == self._on_exception:
                sys.excepthook = self._before[0]
            if threading.excepthook == self._on_thread_exception:
                threading.excepthook = self._before[1]
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
            self._handler = None
        if self._fault_file is not None:
            faulthandler.disable()
            self._fault_file.close()
            self._fault_file = None

    def report_text(self) -> str:
        """What the person can save and send: versions, the end of the log, the last crash of the process."""
        lines = [line for path in (*self._older(), self._log) for line in _lines(path)]
        parts = ["\n".join(_versions()), "--- log ---", *lines[-REPORT_LINES:]]
        if faults := _lines(self._faults):
            parts += ["--- process ended hard ---", *faults[-REPORT_LINES:]]
        return "\n".join(parts) + "\n"

    def _older(self) -> Iterator[Path]:
        for number in range(LOG_FILES - 1, 0, -1):
            yield self._log.with_name(f"{self._log.name}.{number}")

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):  # KeyboardInterrupt, SystemExit: no bug, Python knows what to do
            self._before[0](kind, error, trace)
            return
        logging.getLogger("hhcrm").critical("Nobody caught this", exc_info=(kind, error, trace))
        if self._on_bug is not None:
            self._on_bug(kind)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)


class SafeFormatter(logging.Formatter):
    """Writes a record without anything that may be a row's contents."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(threadName)s: %(safe)s", "%Y-%m-%dT%H:%M:%SZ")
        self.converter = time.gmtime

    @override
    def format(self, record: logging.LogRecord) -> str:
        clean = logging.makeLogRecord(
            {**record.__dict__, "safe": _words(record), "msg": "", "args": None, "exc_info": None}
        )
        clean.exc_text = None
        clean.stack_info = None
        line = super().format(clean)
        error = record.exc_info[1] if record.exc_info else None
        return line if error is None else "\n".join((line, *safe_trace(error)))


def safe_trace(error: BaseException) -> Iterator[str]:
    """The lines of a traceback with its causes: types, numbers and places; no messages, no values."""
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield f"  {_name(type(link))}{_numbers(link)}"
        trace = link.__traceback__
        while trace is not None:
            code = trace.tb_frame.f_code
            yield f"    {_place(code.co_filename)}:{trace.tb_lineno} {code.co_qualname}"
            trace = trace.tb_next
        if isinstance(link, BaseExceptionGroup):
            for part in link.exceptions:
                yield from safe_trace(part)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _words(record: logging.LogRecord) -> str:
    """Our own loggers' fixed words with safe values; of another library only where it spoke."""
    if record.name.partition(".")[0] != "hhcrm" or not isinstance(record.msg, str):
        return f"({record.module}:{record.lineno})"
    if not record.args:
        return record.msg
    try:
        if isinstance(record.args, tuple):
            return record.msg % tuple(_safe(value) for value in record.args)
        return record.msg % {key: _safe(value) for key, value in record.args.items()}
    except (TypeError, ValueError):  # "%d" of something that is no number: the words alone
        return record.msg


def _safe(value: object) -> object:
    """Numbers, known words and types as they are; of everything else only what it is."""
    if isinstance(value, type):
        return _name(value)
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if value is None or isinstance(value, bool | int | float):
        return value
    return f"<{type(value).__name__}>"


def _name(kind: type) -> str:
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _numbers(error: BaseException) -> str:
    found = [(name, getattr(error, name, None)) for name in _NUMBERS_OF_ERRORS]
    short = [f"{name}={value}" for name, value in found if isinstance(value, int)]
    return f" ({', '.join(short)})" if short else ""


def _place(filename: str) -> str:
    """The file in the words of its package: the way there may hold the name of the person at the desk."""
    parts = PurePath(filename).parts
    ours = [number for number, part in enumerate(parts[:-1]) if part == "hhcrm"]
    return "/".join(parts[ours[-1] :] if ours else parts[-2:])


def _versions() -> Iterator[str]:
    import platform  # late, both: they take as long as a tenth of the start, which needs no report
    from importlib import metadata

    yield f"hhcrm {hhcrm.__version__}{' (frozen)' if getattr(sys, 'frozen', False) else ''}"
    yield f"Python {platform.python_version()}, {platform.system()} {platform.release()} {platform.machine()}"
    for library in _LIBRARIES:
        try:
            yield f"{library} {metadata.version(library)}"
        except metadata.PackageNotFoundError:
            yield f"{library} unknown"


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []


class _QuietHandler(logging.handlers.RotatingFileHandler):
    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """There is nowhere left to say that the log cannot be written; standard error would show contents."""
