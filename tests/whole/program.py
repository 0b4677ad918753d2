"""The program as a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from tests.whole.warm import Warm

DAY = "2026-11-23"
WARNINGS = "default,ignore::ResourceWarning"
"""Every warning on standard error but that of Python 3.13 for a connection that Ctrl+C left to the collector."""

PROGRAM = [sys.executable, "-m", "hhcrm"]


def environment(**more: str) -> dict[str, str]:
    """Ours without what a developer's shell may say to the program."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HHCRM_")}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "HHCRM_TODAY": DAY, "PYTHONWARNINGS": WARNINGS, **more}


def run(data: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command on a data folder to its end."""
    return subprocess.run(
        [*PROGRAM, "--data", str(data), *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env=environment(**more),
        timeout=120,
        check=False,
    )


@cache
def warm() -> Warm:
    """Where commands are begun that need not load the program anew; whoever asks for it closes it."""
    return Warm(environment())


def answer(data: Path, *words: str, ends: int = 0) -> dict[str, Any]:
    """The JSON document of a command that ends as it should, and says nothing else. A process of its own."""
    said = ("--data", str(data), "--json", *words)
    done = warm().run(said) if hasattr(os, "fork") else run(data, "--json", *words)
    assert done.returncode == ends, (words, done.stdout, done.stderr)
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def start(data: Path, *words: str, **more: str) -> subprocess.Popen[str]:
    """Start the program and leave it running; its streams are pipes."""
    return subprocess.Popen(
        [*PROGRAM, "--data", str(data), *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(**more),
        preexec_fn=_hear_ctrl_c if os.name == "posix" else None,
    )


def _hear_ctrl_c() -> None:
    """A shell's background job, which a test run may be, ignores Ctrl+C, and so does all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
