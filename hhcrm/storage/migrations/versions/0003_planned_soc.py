"""For when a start of care is scheduled: a local day and, where it is known, its wall time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two columns, empty at first; the table is not rebuilt, so that its search triggers stay."""
    op.add_column("referral", sa.Column("planned_soc_on", sa.Date(), nullable=True))
    op.add_column("referral", sa.Column("planned_soc_time", sa.Time(), nullable=True))


def downgrade() -> None:
    """An older program does not know for when a start of care is scheduled: that is lost."""
    op.drop_column("referral", "planned_soc_time")
    op.drop_column("referral", "planned_soc_on")
