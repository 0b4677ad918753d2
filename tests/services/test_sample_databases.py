"""The sample is the same on every kind of database, and life goes on from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from hhcrm.domain.words import SourceStage
from hhcrm.models.sources import ReferralSource, SourceStageChange
from hhcrm.storage.check import check
from hhcrm.storage.work import Transaction
from tests.services.sample_agency import NOW, TODAY, digest_of, fill, open_empty, work_on

SOURCES, MONTHS = 30, 9


def test_the_rows_are_the_same_on_every_database(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> None:
    fill(engine, sources=SOURCES, months=MONTHS)
    plain = open_empty(tmp_path_factory.mktemp("plain") / "agency.db")
    fill(plain, sources=SOURCES, months=MONTHS)
    assert digest_of(engine) == digest_of(plain)
    plain.dispose()


def test_the_check_of_the_whole_database_finds_nothing(engine: Engine, tmp_path: Path) -> None:
    fill(engine, sources=SOURCES, months=MONTHS)
    report = check(engine, tmp_path)
    assert not report.findings


def test_a_source_added_afterwards_gets_a_key_of_its_own(engine: Engine) -> None:
    fill(engine, sources=SOURCES, months=MONTHS)

    def add(tx: Transaction) -> int:
        row = tx.session.scalars(select(ReferralSource).limit(1)).one()
        new = ReferralSource(
            name="New here", type_id=row.type_id, stage=SourceStage.ACTIVE, stage_since=TODAY, created_on=TODAY,
            stages=[SourceStageChange(stage=SourceStage.ACTIVE, on_day=TODAY, at=NOW, by_name="Tess")],
        )  # fmt: skip
        tx.session.add(new)
        tx.session.flush()
        return new.id

    assert work_on(engine).run("Add source", add).subject == SOURCES + 1
