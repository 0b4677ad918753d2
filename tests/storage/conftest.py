"""Fixtures of the storage tests."""

from __future__ import annotations

import pytest

from hhcrm.storage.work import UnitOfWork
from tests.databases import address, empty_address, engine, kind, work
from tests.storage.rows import Ground, lay_ground

__all__ = ["address", "empty_address", "engine", "ground", "kind", "work"]


@pytest.fixture
def ground(work: UnitOfWork) -> Ground:
    """The rows that others point at: one type of source, a kind of visit that counts and one that does not, a user."""
    return lay_ground(work)
