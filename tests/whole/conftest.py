"""A small sample agency, made once by the program itself and copied for each test that changes it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.whole.program import answer, warm


@pytest.fixture(scope="session", autouse=True)
def _warmth_ends() -> Iterator[None]:
    """The process that commands are forked from ends with the tests."""
    yield
    if warm.cache_info().currsize:
        warm().close()


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a small sample agency. For reading only."""
    folder = tmp_path_factory.mktemp("sample") / "agency"
    answer(folder, "sample", "--sources", "20", "--months", "3")
    return folder


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample agency of one's own. No process has it open, so copying its files is safe."""
    folder = tmp_path / "agency"
    shutil.copytree(made_sample, folder)
    return folder
