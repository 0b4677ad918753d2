"""A sample agency in a folder of its own that goes away again; made by another process, so that nobody waits for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate

MARK = QT_TRANSLATE_NOOP("app", "Sample agency: all made up, thrown away when you close it")


def own_program() -> list[str]:
    """How to start this program again."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "hhcrm"]


def sample_words(folder: Path) -> list[str]:
    """The command that makes the sample agency in a folder."""
    return [*own_program(), "--data", str(folder), "--json", "sample"]


@contextmanager
def throwaway_folder() -> Iterator[Path]:
    """A new, empty folder that is gone afterwards."""
    import shutil  # late, here and below: a start on the own folder does without
    import tempfile

    try:
        folder = Path(tempfile.mkdtemp(prefix="hhcrm-sample-"))
    except OSError as error:
        raise FileFault(
            translate("app", "There is no room for a sample agency ({why}). Make room on the disk.").format(
                why=error.strerror
            )
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_sample(folder: Path) -> None:
    """Make the sample agency there and wait for it. Raises FileFault with the words of the other process."""
    import subprocess

    done = subprocess.run(sample_words(folder), stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        words = translate("app", "The sample agency could not be made. {why}")
        raise FileFault(words.format(why=said[-1] if said else "").strip())


def run_again(words: list[str]) -> int:
    """Run this program once more beside us, with our own streams; what it ended with."""
    import subprocess

    return subprocess.run([*own_program(), *words], check=False).returncode
