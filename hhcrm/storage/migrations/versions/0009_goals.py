"""Goals: a standard for a person, a team or the agency over a month, quarter or year."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hhcrm.models.base import Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_WORDS = sa.String(length=40)
"""The words of a measure, a comparison, a span: as text, so that a new measure needs no step of its own."""


def upgrade() -> None:
    """One table, empty at first."""
    op.create_table(
        "goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_goal"),
        sa.Column("user_id", sa.Integer(), _key("user_id", "app_user"), nullable=True),
        sa.Column("team_id", sa.Integer(), _key("team_id", "team"), nullable=True),
        sa.Column("measure", _WORDS, nullable=False),
        sa.Column("comparison", _WORDS, nullable=False),
        sa.Column("target", sa.Double(), nullable=False),
        sa.Column("span", _WORDS, nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("archived_at", Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_goal_from_on", "goal", ["from_on"])
    op.create_index("ix_goal_user_id", "goal", ["user_id"])
    op.create_index("ix_goal_team_id", "goal", ["team_id"])


def downgrade() -> None:
    """An older program knows no goals: what stands in them is lost."""
    op.drop_table("goal")


def _key(column: str, to: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{to}.id", name=f"fk_goal_{column}_{to}")
