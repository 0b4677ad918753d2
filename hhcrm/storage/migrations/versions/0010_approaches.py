"""Approaches: what is done differently from a day on, the sources meant, and what was learned."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

from hhcrm.models.base import Instant

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_SCOPE = (
    ("liaison_id", "app_user"), ("team_id", "team"), ("territory_id", "territory"), ("type_id", "source_type"),
    ("kind_id", "visit_kind"), ("material_id", "material"),
)  # fmt: skip
"""What an approach may be about: the column, and the table that it points at."""


def upgrade() -> None:
    """Three tables, empty at first."""
    op.create_table(
        "approach",
        *_keyed("approach"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        *(_reference("approach", column, to) for column, to in _SCOPE),
        sa.Column("measures", sa.Text(), server_default="", nullable=False),
        *_archivable(),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_approach_starts_on", "approach", ["starts_on"])
    for column, _to in _SCOPE:
        op.create_index(f"ix_approach_{column}", "approach", [column])
    op.create_table(
        "approach_source",
        *_keyed("approach_source"),
        _reference("approach_source", "approach_id", "approach", nullable=False),
        _reference("approach_source", "source_id", "referral_source", nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_approach_source", "approach_source", ["approach_id", "source_id"], unique=True)
    op.create_index("ix_approach_source_source_id", "approach_source", ["source_id"])
    op.create_table(
        "approach_note",
        *_keyed("approach_note"),
        _reference("approach_note", "approach_id", "approach"),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        *_archivable(),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_approach_note_on_day", "approach_note", ["on_day"])
    op.create_index("ix_approach_note_approach_id", "approach_note", ["approach_id"])


def downgrade() -> None:
    """An older program knows no approaches: what stands in them is lost."""
    for table in ("approach_note", "approach_source", "approach"):
        op.drop_table(table)


def _keyed(table: str) -> tuple[SchemaItem, ...]:
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )


def _archivable() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("archived_at", Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
    )


def _reference(table: str, column: str, to: str, *, nullable: bool = True) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{to}.id", name=f"fk_{table}_{column}_{to}")
    return sa.Column(column, sa.Integer(), key, nullable=nullable)
