"""The three databases that tests run on: plain SQLite, encrypted SQLite, a real PostgreSQL server of our own.

A conftest takes the fixtures over by importing them: `from tests.databases import address, engine, filled, work`.
Each test gets a fresh database in this program's schema, copied from a template that is made once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, text

from hhcrm.storage.backup import settle
from hhcrm.storage.engine import WAIT_SECONDS, Address, make_engine
from hhcrm.storage.journal import Actor
from hhcrm.storage.upgrade import upgrade
from hhcrm.storage.work import UnitOfWork

KINDS = tuple(os.environ.get("HHCRM_TEST_DATABASES", "sqlite sqlcipher postgresql").split())
KEY = bytes(range(32))
NOW = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
"""The instant at which tests happen: a Friday."""

ACTOR = Actor(None, "Tess")
_TEMPLATE = "hhcrm_template"
_FILE_COPY = "STRATEGY FILE_COPY"
"""How a database is copied: quicker than the other way where nothing is brought to the disk."""

Fill = Callable[[Engine], None]
"""Puts rows into a database in this program's schema; done once, as what it has put there is copied."""

_numbers = count(1)


def now() -> datetime:
    """The tests' clock stands still."""
    return NOW


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Which of the three databases."""
    return str(request.param)


@pytest.fixture
def filled() -> Fill | None:
    """What the database of a test holds at first: nothing, unless its folder says more."""
    return None


@pytest.fixture
def address(kind: str, tmp_path: Path, filled: Fill | None, request: pytest.FixtureRequest) -> Iterator[Address]:
    """A database in this program's schema, without rows but those of `filled`."""
    if kind == "postgresql":
        server = running_server(request.config)
        url = server.make_database(server.template(filled))
        yield Address(url=url)
        server.drop(url)
        return
    key = KEY if kind == "sqlcipher" else None
    file = tmp_path / "agency" / "agency.db"
    file.parent.mkdir()
    shutil.copyfile(template_file(key, filled), file)
    yield Address(file=file, key=key)


@pytest.fixture
def empty_address(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Address]:
    """Where a database may be made: no file, or a database on the server without tables."""
    if kind == "postgresql":
        server = running_server(request.config)
        url = server.make_database()
        yield Address(url=url)
        server.drop(url)
        return
    yield Address(file=tmp_path / "empty" / "agency.db", key=KEY if kind == "sqlcipher" else None)


@pytest.fixture
def engine(address: Address) -> Iterator[Engine]:
    """An engine on a database in this program's schema, without rows but those of `filled`."""
    engine = make_engine(address)
    yield engine
    engine.dispose()


@pytest.fixture
def work(engine: Engine) -> UnitOfWork:
    """A unit of work on `engine`, by Tess, at NOW."""
    return UnitOfWork(engine, ACTOR, now)


def new_engine(file: Path, *, fill: Fill | None = None, wait: float = WAIT_SECONDS) -> Engine:
    """An engine on a new file in this program's schema, without rows but those of `fill`.

    The file is a copy, since making one takes half a second.
    """
    shutil.copyfile(template_file(None, fill), file)
    return make_engine(Address(file=file), wait=wait)


class Server:
    """A PostgreSQL server in a temporary folder, reached by a socket in it; never run as root."""

    def __init__(self, binaries: Path) -> None:
        self._binaries = binaries
        self._folder = Path(tempfile.mkdtemp(prefix="hhcrm-pg-"))
        self._data = self._folder / "data"
        if _is_root():
            shutil.chown(self._folder, "nobody")
        self._run("initdb", "-D", str(self._data), "-U", "hhcrm", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8",
                  "--no-sync")  # fmt: skip
        self.start()

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = (
            f"-c listen_addresses='' -c unix_socket_directories={self._folder} -c fsync=off -c full_page_writes=off "
            "-c synchronous_commit=off -c max_connections=60"
        )
        self._run("pg_ctl", "-D", str(self._data), "-w", "-l", str(self._folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop it; every connection is lost. What was committed stays, unless `mode` is "immediate"."""
        self._run("pg_ctl", "-D", str(self._data), "-w", "-m", mode, "stop")

    def remove(self) -> None:
        """Stop it and delete all."""
        self.stop("immediate")
        shutil.rmtree(self._folder)

    def url(self, name: str) -> str:
        """The address of a database."""
        return f"postgresql://hhcrm@/{name}?host={self._folder}"

    def make_database(self, template: str = "template1") -> str:
        """Make a database as a copy of another; returns its URL."""
        name = f"t{next(_numbers)}"
        self._command(f"CREATE DATABASE {name} TEMPLATE {template} {_FILE_COPY}")
        return self.url(name)

    def drop(self, url: str) -> None:
        """Delete a database, whoever uses it."""
        self._command(f"DROP DATABASE IF EXISTS {url.split('/')[3].split('?')[0]} WITH (FORCE)")

    @cache  # noqa: B019  # there is one server as long as the tests run
    def template(self, fill: Fill | None = None) -> str:
        """The name of a database in this program's schema, without rows but those of `fill`."""
        name = f"{_TEMPLATE}_{next(_numbers)}"
        self._command(f"CREATE DATABASE {name} TEMPLATE {'template1' if fill is None else self.template()}")
        engine = make_engine(Address(url=self.url(name)))
        (fill or upgrade)(engine)
        engine.dispose()
        return name

    def _command(self, sql: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql.encode())

    def _run(self, program: str, *arguments: str) -> None:
        as_nobody = ("runuser", "-u", "nobody", "--") if _is_root() else ()
        done = subprocess.run(
            [*as_nobody, str(self._binaries / program), *arguments],
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # the server inherits it: a pipe would never end
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            log = self._folder / "log"
            raise RuntimeError(f"{program} ended with {done.returncode}: {log.read_text() if log.exists() else ''}")


def running_server(config: pytest.Config) -> Server:
    """The server of this run, started when first asked for. Skips the test where none is installed."""
    binaries = _binaries()
    if binaries is None:
        words = "no PostgreSQL server (initdb) is installed here"
        if os.environ.get("HHCRM_REQUIRE_POSTGRESQL") == "1":
            pytest.fail(words)
        pytest.skip(words)
    return _server(binaries, config)


@cache
def _server(binaries: Path, config: pytest.Config) -> Server:
    server = Server(binaries)
    config.add_cleanup(server.remove)
    return server


@cache
def _binaries() -> Path | None:
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[4]))
    return installed[-1].parent if installed else None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


@cache
def _template_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="hhcrm-template-")


@cache
def template_file(key: bytes | None, fill: Fill | None = None) -> Path:
    """A file in this program's schema, without rows but those of `fill`. For copying."""
    file = Path(_template_folder().name) / f"{next(_numbers)}.db"
    if fill is not None:
        shutil.copyfile(template_file(key), file)
    engine = make_engine(Address(file=file, key=key))
    (fill or upgrade)(engine)
    engine.dispose()
    settle(file, key)
    return file


def until_somebody_waits(engine: Engine) -> None:
    """Return once a transaction on a server waits for another one."""
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    )
    for _ in range(10_000):
        with engine.connect() as connection:
            if connection.execute(waiting).scalar_one():
                return
    raise AssertionError("nobody waits")
