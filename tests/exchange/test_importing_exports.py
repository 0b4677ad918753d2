"""Exports hold exactly what the list counts, and patients' names leave a trace (product.md, section 9)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hhcrm.domain.errors import FileFault, StorageFault
from hhcrm.exchange import exporting
from hhcrm.exchange.exporting import Wanted, export_table
from hhcrm.exchange.tables import open_table
from tests.databases import new_engine
from tests.exchange.importing import TODAY, Books, founded


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    engine = new_engine(tmp_path / "agency.db")
    books = founded(engine, tmp_path)
    books.sources("name|zip", "Mercy|02138", "Oak|37204")
    books.bring("referrals", books.file("source|heard_at|patient_name", "Mercy|2026-10-01|Bo Day"))
    yield books
    engine.dispose()


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_export_has_the_rows_and_their_leading_zeros(books: Books, ending: str) -> None:
    path = books.folder / f"sources.{ending}"
    told: list[tuple[str, int, int | None]] = []
    count = export_table(books.questions, "sources", path, today=TODAY, progress=lambda *how_far: told.append(how_far))
    table = open_table(path)
    at = table.header.index("zip")
    assert [row.cells[at] for row in table.rows()] == ["02138", "37204"]
    assert count == 2
    assert told[-1] == ("Exporting", 2, 2)


def test_patients_names_go_out_only_when_asked_for_and_journaled(books: Books) -> None:
    path = books.folder / "referrals.csv"
    steps = len(books.rows("journal_step"))
    export_table(books.questions, "referrals", path, today=TODAY)
    assert "Bo Day" not in path.read_text("utf-8-sig")
    assert len(books.rows("journal_step")) == steps
    export_table(books.questions, "referrals", path, today=TODAY, wanted=Wanted(patients=True), work=books.work)
    assert "Bo Day" in path.read_text("utf-8-sig")
    last = books.rows("journal_step")[-1]
    assert (last.kind, last.label) == ("note", "Export referrals with patient identifiers to referrals.csv")
    with pytest.raises(ValueError):
        export_table(books.questions, "referrals", path, today=TODAY, wanted=Wanted(patients=True))


def test_a_file_with_other_rows_than_were_counted_is_not_written(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "export_count", lambda *_: 3)
    with pytest.raises(StorageFault, match="counts 3"):
        export_table(books.questions, "sources", books.folder / "out.csv", today=TODAY)
    assert not (books.folder / "out.csv").exists()


def test_another_ending_is_refused(books: Books) -> None:
    with pytest.raises(FileFault, match=r"\.csv or \.xlsx"):
        export_table(books.questions, "sources", books.folder / "out.pdf", today=TODAY)
