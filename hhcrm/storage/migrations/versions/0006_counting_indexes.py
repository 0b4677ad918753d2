"""What is counted over a period is counted in an index alone, without looking up each visit, referral or update."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

WIDER = (
    ("ix_visit_day", "visit", ["visit_on", "liaison_id"], ["source_id", "kind_id", "status", "archived_at"]),
    ("ix_referral_day", "referral", ["referral_on", "source_id"], ["stage", "soc_on", "archived_at"]),
)
"""Each index with its table, the columns it had and those it gets as well."""


def upgrade() -> None:
    """Make two indexes wider, and one more for the updates that fall due in a period."""
    for name, table, had, gets in WIDER:
        op.drop_index(name, table)
        op.create_index(name, table, had + gets)
    op.create_index("ix_loop_update_period", "loop_update", ["due_at", "step", "given_at", "referral_id"])


def downgrade() -> None:
    """Put the narrow ones back."""
    op.drop_index("ix_loop_update_period", "loop_update")
    for name, table, had, _gets in WIDER:
        op.drop_index(name, table)
        op.create_index(name, table, had)
