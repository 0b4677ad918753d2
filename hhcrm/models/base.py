"""The base of all mapped classes: names of constraints, column types, and what most tables share.

Columns with `info=DERIVED` follow from other rows: they are recomputed inside each unit of work and are neither
journaled nor compared when a step is undone.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Annotated, Any

from sqlalchemy import (
    Date,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Text,
    Time,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

DERIVED = {"derived": True}
"""Marks a column that follows from other rows."""

# Named constraints, so that a later migration can drop one by name on both kinds of database.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """A UTC instant: aware datetimes in and out, naive UTC text on SQLite, timestamptz on PostgreSQL."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive instants; a day must never pass through a time zone by accident."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC) if dialect.name == "postgresql" else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back an aware UTC datetime."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def words(enum: type[StrEnum]) -> Enum:
    """A column type that stores the words of an enum as text, the same on every database."""
    return Enum(enum, native_enum=False, length=40, values_callable=lambda e: [m.value for m in e])


class Base(DeclarativeBase):
    """Base of all mapped classes."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {
        datetime: Instant(),
        date: Date(),
        time: Time(),
        str: Text(),
    }


Key = Annotated[int, mapped_column(Integer, primary_key=True)]
"""An integer key that is never used twice (see `NEVER_REUSED`)."""

Sorted = Annotated[str, mapped_column(Text().with_variant(Text(collation="C"), "postgresql"))]
"""Folded text in the order of its letters' numbers: the same order and the same beginnings on every database."""

Code = Annotated[str, mapped_column(String(60))]
"""A short code: text from end to end, so that leading zeros survive."""

# SQLite hands a deleted row's key to the next one unless told not to; the journal points at keys.
NEVER_REUSED: dict[str, Any] = {"sqlite_autoincrement": True}


class Keyed:
    """A row with a key that is never reused and a version that grows with each change."""

    __table_args__: Any = NEVER_REUSED

    id: Mapped[Key]
    version: Mapped[int] = mapped_column(Integer, default=1, server_default="1")

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805  # a declared attribute belongs to the class
        """A save against an older version of the row fails instead of overwriting."""
        return {"version_id_col": cls.version}


class Archivable:
    """Nothing is deleted: a row is archived with who, when and why, and can be restored."""

    archived_at: Mapped[datetime | None]
    archived_by: Mapped[str | None]
    archived_why: Mapped[str | None]


class Imported:
    """A row that an import may have made; the tag lets a whole run be undone in one go."""

    @declared_attr
    def import_run_id(cls) -> Mapped[int | None]:
        """The import run that created the row, None when a person did."""
        return mapped_column(ForeignKey("import_run.id"), index=True)


class Lookup(Keyed, Archivable):
    """A row of a list that an agency may extend.

    `code` is what the program's rules know a starting row by; rows that an agency adds have a code made from the
    name. `synonyms` are other spellings that imports understand, separated by "; ".
    """

    code: Mapped[Code] = mapped_column(unique=True)
    name: Mapped[str]
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    synonyms: Mapped[str] = mapped_column(default="", server_default="")
