"""A prospect may be seen on beyond its type's visit, a source left its cohort for a reason, and is in one at a time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_OPEN = sa.text("left_on IS NULL")

_ONE_AT_A_TIME = """
UPDATE cohort_member SET left_on = joined_on
WHERE left_on IS NULL AND EXISTS (
    SELECT 1 FROM cohort_member AS later
    WHERE later.source_id = cohort_member.source_id AND later.left_on IS NULL AND later.id > cohort_member.id
)
"""
"""Of two places at once, which no way of the program gave, the newer one holds."""


def upgrade() -> None:
    """Two columns, empty at first, and an index; the tables are not rebuilt, so that their search triggers stay."""
    op.add_column("referral_source", sa.Column("see_on_until", sa.Integer(), nullable=True))
    op.add_column("cohort_member", sa.Column("left_why", sa.Text(), nullable=True))
    op.execute(_ONE_AT_A_TIME)
    op.create_index(
        "uq_cohort_member_open",
        "cohort_member",
        ["source_id"],
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )


def downgrade() -> None:
    """An older program decides at its type's visit again, and does not know why a source left its cohort."""
    op.drop_index("uq_cohort_member_open", "cohort_member")
    op.drop_column("cohort_member", "left_why")
    op.drop_column("referral_source", "see_on_until")
