"""What holds for every test: no screen is needed, and no thread is left behind."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The program is started hundreds of times: without kept byte code each of them would read all of its modules anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# How long a value takes to make says how busy the machine is, nothing about the program.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The whole program goes first: its tests are the longest, and one begun last would keep every other core idle."""
    items.sort(key=lambda item: item.path.parent.name != "whole")


def pytest_collection_finish() -> None:
    """What is there before the first test (modules, the tests themselves) stays: no search for garbage minds it."""
    gc.collect()
    gc.freeze()


class Heap:
    """Says when all of what is kept is worth a search for garbage: by what has outlived its test.

    The program freezes what it has loaded, as that stays to its end. Here many programs end one after another: what one
    has frozen is searched when its test is over, or its window would be dressed anew with each window that follows.
    """

    FEWEST = 100_000

    def __init__(self) -> None:
        self._stayed = 0
        self._limit = self.FEWEST

    def search(self, added: int) -> None:
        """Search what a test added, and everything once that has grown by a quarter since it was last searched."""
        self._stayed += max(added - gc.collect(1), 0)
        if self._stayed > self._limit:
            gc.collect()
            self._stayed, self._limit = 0, max(self.FEWEST, len(gc.get_objects()) // 4)

    def thaw(self) -> None:
        """Search everything, also what is frozen; what is still in use then is frozen again."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._stayed, self._limit = 0, self.FEWEST


HEAP = Heap()


@pytest.fixture(autouse=True)
def _garbage_on_this_thread_only() -> Iterator[None]:
    """Qt's objects must end on their own thread, so that no worker thread may look for garbage (app/tidying.py)."""
    gc.disable()
    frozen, freeze = False, gc.freeze

    def noted() -> None:
        nonlocal frozen
        frozen = True
        freeze()

    gc.freeze = noted
    yield
    gc.freeze = freeze
    if frozen:
        HEAP.thaw()
    else:
        HEAP.search(gc.get_count()[0])


@pytest.fixture(autouse=True)
def _no_thread_left_behind() -> Iterator[None]:
    """A test that starts threads ends them."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not thread.daemon]
    for thread in left:
        thread.join(2.0)
    still = [thread.name for thread in left if thread.is_alive()]
    assert not still, f"threads left behind: {still}"
