"""What holds for every test: no screen is needed, and no thread is left behind."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _garbage_on_this_thread_only() -> Iterator[None]:
    """Qt's objects must end on their own thread, so that no worker thread may look for garbage (app/tidying.py)."""
    gc.disable()
    yield
    counts, thresholds = gc.get_count(), gc.get_threshold()
    gc.collect(2 if counts[2] > thresholds[2] else 1)


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
