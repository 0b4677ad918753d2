"""What goes out comes in again and gives the same records (product.md, section 9)."""

from __future__ import annotations

from pathlib import Path

import pytest

from hhcrm.services.sample import fill_sample
from hhcrm.storage import search_columns
from hhcrm.storage.derived import out_of_step
from tests.databases import new_engine
from tests.exchange.importing import KINDS, TODAY, Books, copy_lists


def _books(folder: Path, name: str) -> Books:
    engine = new_engine(folder / name)
    return Books(engine, folder)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Books:
    books = _books(tmp_path_factory.mktemp("sample"), "sample.db")
    fill_sample(books.work, sources=60, months=8, today=TODAY)
    return books


def test_the_sample_agency_comes_back_the_same_from_its_files(sample: Books, tmp_path: Path) -> None:
    out = sample.export(tmp_path / "out")
    empty = _books(tmp_path, "empty.db")
    copy_lists(sample.engine, empty.engine)
    for kind in KINDS:
        result = empty.bring(kind, tmp_path / "out" / f"{kind}.csv")
        assert result.problems == ()
        assert result.created > 10, result.notes
    again = empty.export(tmp_path / "again")
    for kind in KINDS:
        assert again[kind].decode("utf-8-sig").splitlines() == out[kind].decode("utf-8-sig").splitlines()
        assert again[kind] == out[kind]
    with empty.engine.connect() as connection:
        assert out_of_step(connection) == []
        assert search_columns.out_of_step(connection) == {}
        assert search_columns.index_faults(connection) == []
    empty.engine.dispose()


def test_importing_ones_own_export_changes_nothing(sample: Books, tmp_path: Path) -> None:
    sample.export(tmp_path / "out")
    before = sample.everything()
    for kind in KINDS:
        result = sample.bring(kind, tmp_path / "out" / f"{kind}.csv")
        assert (result.created, result.updated, result.problems, result.run) == (0, 0, (), None)
        assert result.unchanged > 10
    assert sample.everything() == before
