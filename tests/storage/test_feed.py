"""What other processes changed is told, once, and after a lost connection everything is."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import KnownFault
from hhcrm.models.lookups import Payer
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.feed import EVERYTHING, MOST_ROWS, Feed, Watch
from hhcrm.storage.journal import Step
from hhcrm.storage.undo import undo
from hhcrm.storage.work import Transaction, UnitOfWork
from tests.databases import ACTOR, now, running_server
from tests.storage.rows import Ground, add_source, log_visit

PATIENCE = 5.0
"""Seconds after which a change must have been heard (the issue says: within 5 s)."""


@pytest.fixture
def other(address: Address) -> Iterator[UnitOfWork]:
    """Another process's unit of work on the same database."""
    engine = make_engine(address)
    yield UnitOfWork(engine, ACTOR, now)
    engine.dispose()


@pytest.fixture
def feed(engine: Engine, ground: Ground) -> Iterator[Feed]:
    """A feed that starts after the ground was laid."""
    feed = Feed(engine)
    yield feed
    feed.close()


def test_nothing_changed_is_nothing_told(feed: Feed) -> None:
    assert feed.poll() == []


def test_what_another_did_is_told_once_with_its_rows(feed: Feed, other: UnitOfWork, ground: Ground) -> None:
    source_id = add_source(other, ground, "Oak")
    visit_id = log_visit(other, ground, source_id, date(2026, 11, 2))
    undo(other)
    told = _all(feed, 3)
    assert [change.label for change in told] == ["Add source", "Log visit", "Undo: Log visit"]
    assert [dict(change.rows) for change in told] == [
        {"referral_source": {source_id}}, {"visit": {visit_id}}, {"visit": {visit_id}},
    ]  # fmt: skip
    assert feed.poll() == []


def _all(feed: Feed, count: int) -> list[ChangeSet]:
    told: list[ChangeSet] = []
    for _ in range(count):
        told += feed.poll(PATIENCE)
        if len(told) >= count:
            break
    return told


def test_an_import_is_told_as_everything(feed: Feed, other: UnitOfWork) -> None:
    def bring(tx: Transaction) -> None:
        tx.session.add(Payer(code="a", name="A"))
        tx.recorder.touch("visit")

    other.run(Step("Import visits", "import"), bring)
    (change,) = _all(feed, 1)
    assert change.touches("visit")
    assert change.rows == EVERYTHING


def test_many_rows_are_told_as_many(feed: Feed, other: UnitOfWork) -> None:
    def much(tx: Transaction) -> None:
        tx.session.add_all(Payer(code=f"c{n}", name=f"C{n}") for n in range(MOST_ROWS + 1))

    other.run("Much", much)
    (change,) = _all(feed, 1)
    assert dict(change.rows) == {"payer": frozenset()}


def test_a_watch_calls_within_five_seconds_and_stops_cleanly(engine: Engine, other: UnitOfWork, ground: Ground) -> None:
    heard: queue.Queue[ChangeSet] = queue.Queue()
    with Watch(engine, heard.put, look=0.1):
        source_id = add_source(other, ground, "Oak")
        change = heard.get(timeout=PATIENCE)
        assert change.rows == {"referral_source": {source_id}}
    assert not [thread for thread in threading.enumerate() if thread.name == "hhcrm-feed"]
    add_source(other, ground, "Elm")
    assert heard.empty()


@pytest.mark.parametrize("kind", ["postgresql"])
def test_after_a_lost_connection_everything_is_told(
    engine: Engine, feed: Feed, other: UnitOfWork, ground: Ground, request: pytest.FixtureRequest
) -> None:
    server = running_server(request.config)
    server.stop()
    try:
        with pytest.raises(KnownFault):
            feed.poll(PATIENCE)
        with pytest.raises(KnownFault):
            feed.poll()
    finally:
        server.start()
    (change,) = feed.poll()
    assert change.rows == EVERYTHING
    source_id = add_source(other, ground, "Oak")
    (change,) = _all(feed, 1)
    assert change.rows == {"referral_source": {source_id}}


@pytest.mark.parametrize("kind", ["postgresql"])
def test_a_watch_comes_back_by_itself_after_a_restart(
    engine: Engine, ground: Ground, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hhcrm.storage.feed.RETRY_SECONDS", 0.1)
    heard: queue.Queue[ChangeSet] = queue.Queue()
    server = running_server(request.config)
    with Watch(engine, heard.put, look=0.1):
        server.stop()
        server.start()
        assert heard.get(timeout=PATIENCE).rows == EVERYTHING
