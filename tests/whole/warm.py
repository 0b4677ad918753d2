"""Runs commands in processes of their own that need not load the program: each is forked from one that has loaded it.

As a program it is that one: it takes a command as a line of JSON and answers with what its process ended with.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path


class Warm:
    """The process that has loaded the program, and the way to ask it for others."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = dict(environ)
        self._forks = subprocess.Popen(
            [sys.executable, "-m", "tests.whole.warm"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
            env=self._environ, cwd=Path(__file__).parents[2],
        )  # fmt: skip

    def run(self, words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        ask, told = self._forks.stdin, self._forks.stdout
        assert ask is not None
        assert told is not None
        with tempfile.TemporaryDirectory() as folder:
            out, err = Path(folder) / "out", Path(folder) / "err"
            ask.write(json.dumps({"words": words, "out": str(out), "err": str(err)}) + "\n")
            ask.flush()
            code = int(told.readline())
            return subprocess.CompletedProcess(
                words, code, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8")
            )

    def close(self) -> None:
        """End it."""
        self._forks.communicate()


def _become(asked: Mapping[str, str]) -> None:
    """Let our streams be those of the command."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    for stream, name in ((1, "out"), (2, "err")):
        file = os.open(asked[name], os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(file, stream)
        os.close(file)


def _serve() -> int:
    from hhcrm.app.main import main

    import_module("hhcrm.cli_commands")  # what every command brings
    for line in iter(sys.stdin.readline, ""):
        asked = json.loads(line)
        process = os.fork()
        if not process:
            _become(asked)
            return main(asked["words"])
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        print(code, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(_serve())
