"""The terminal's two streams: what a command answers, and what it says meanwhile."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from hhcrm.domain.errors import KnownFault
from hhcrm.jobs.progress import Report

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
            text = json.dumps(document, ensure_ascii=False, indent=1, default=str) if self.as_json else words
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
