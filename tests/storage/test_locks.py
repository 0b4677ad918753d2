"""Many together or one alone, across processes."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hhcrm.domain.errors import FolderInUse, StorageFault
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.folder_lock import Lock, alone, alone_on_server, share, share_server

Take = Callable[[float], Lock]

PROGRAM = """
import sys
from pathlib import Path
from hhcrm.storage import folder_lock
lock = getattr(folder_lock, sys.argv[1])(Path(sys.argv[2]))
print("taken", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def takers(address: Address, tmp_path: Path) -> Iterator[tuple[Take, Take]]:
    """How to share and how to have alone what the address names."""
    if address.file is not None:
        folder = address.file.parent
        yield (lambda wait: share(folder, wait)), (lambda wait: alone(folder, wait))
        return
    engine = make_engine(address)
    yield (lambda wait: share_server(engine, wait)), (lambda wait: alone_on_server(engine, wait))
    engine.dispose()


def test_many_share(takers: tuple[Take, Take]) -> None:
    share_it, _ = takers
    locks = [share_it(0) for _ in range(5)]
    for lock in locks:
        lock.release()


def test_nobody_is_alone_beside_another_and_says_what_to_do(takers: tuple[Take, Take]) -> None:
    share_it, alone_with_it = takers
    with share_it(0), pytest.raises(FolderInUse, match="Close the other one") as caught:
        alone_with_it(0)
    assert caught.value.exit_code == 3
    with alone_with_it(0):
        with pytest.raises(FolderInUse, match="restoring or upgrading"):
            share_it(0)
        with pytest.raises(FolderInUse):
            alone_with_it(0)
    share_it(0).release()


def test_a_failed_try_takes_nothing(takers: tuple[Take, Take]) -> None:
    share_it, alone_with_it = takers
    with share_it(0):
        with pytest.raises(FolderInUse):
            alone_with_it(0)
        share_it(0).release()


def test_releasing_twice_is_releasing_once(takers: tuple[Take, Take]) -> None:
    _, alone_with_it = takers
    first = alone_with_it(0)
    first.release()
    with alone_with_it(0):
        first.release()
        with pytest.raises(FolderInUse):
            alone_with_it(0)


def test_one_who_waits_gets_it_when_it_is_free(takers: tuple[Take, Take]) -> None:
    share_it, alone_with_it = takers
    held, got = share_it(0), threading.Event()

    def wait() -> None:
        with alone_with_it(30):
            got.set()

    waiting = threading.Thread(target=wait)
    waiting.start()
    assert not got.is_set()
    held.release()
    waiting.join()
    assert got.is_set()


@contextmanager
def _other_process(function: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", PROGRAM, function, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "taken\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_killed_process_gives_its_lock_back(tmp_path: Path) -> None:
    with _other_process("share", tmp_path) as process:
        share(tmp_path, 0).release()
        with pytest.raises(FolderInUse):
            alone(tmp_path)
        process.kill()
        process.wait()
        alone(tmp_path).release()
    with _other_process("alone", tmp_path) as process:
        with pytest.raises(FolderInUse):
            share(tmp_path, 0)
        process.kill()
        process.wait()
        share(tmp_path, 0).release()


def test_a_folder_that_is_not_there_is_a_known_fault(tmp_path: Path) -> None:
    with pytest.raises(StorageFault):
        share(tmp_path / "none")
