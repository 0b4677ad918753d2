"""Brings a database to the schema of this program: Alembic inside the program, a verified backup first.

A whole upgrade is one transaction: a process killed in the middle leaves the old schema with the old rows.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from hhcrm.domain.errors import Damaged, NewerDatabase
from hhcrm.domain.wording import translate
from hhcrm.storage.engine import is_sqlite, writing
from hhcrm.storage.faults import plain_words
from hhcrm.storage.head import HEAD as HEAD

if TYPE_CHECKING:
    from alembic.config import Config


def schema_version(engine: Engine) -> str | None:
    """The schema step a database stands at; None for an empty database. Raises CannotOpen."""
    with plain_words(), engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        return None if version is None else str(version)


def needs_upgrade(engine: Engine) -> bool:
    """Whether the database is older than this program (or empty). Raises NewerDatabase when it is newer."""
    version = schema_version(engine)
    refuse_newer(version)
    return version != HEAD


def refuse_newer(version: str | None) -> None:
    """Raise NewerDatabase for a schema step that this program does not know yet."""
    if version is not None and version > HEAD:
        raise NewerDatabase(
            translate(
                "storage",
                "This agency's data were written by a newer hhcrm (schema {version}; this program knows "
                "{known}). Install the newest version of hhcrm on this computer. Nothing was changed.",
            ).format(version=version, known=HEAD)
        )


def upgrade(engine: Engine, backup: Callable[[], object] | None = None, target: str = HEAD) -> None:
    """Bring the database up (or create it). `backup` is called first when there is anything to lose."""
    version = schema_version(engine)
    if version is not None and backup is not None:
        backup()
    _migrate(engine, lambda command, config: command.upgrade(config, target))


def downgrade(engine: Engine, target: str) -> None:
    """Take the schema down to a step; `base` empties the database. For tests and emergencies."""
    _migrate(engine, lambda command, config: command.downgrade(config, target))


def _migrate(engine: Engine, run: Callable[..., None]) -> None:
    from alembic import command  # late: not needed to open a database that is up to date

    with plain_words(), writing(engine).connect() as connection:
        if is_sqlite(engine):
            # Alembic rebuilds tables by copy, drop and rename; with foreign keys on the drop would delete children.
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]
        try:
            with connection.begin():
                run(command, _config(connection))
                _check_references(connection)
        finally:
            if is_sqlite(engine):
                connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")  # type: ignore[union-attr]


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _check_references(connection: Connection) -> None:
    if is_sqlite(connection) and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise Damaged(
            translate(
                "storage",
                "Some records point at records that are not there. The upgrade was not done; restore a backup.",
            )
        )
