"""Each visit gets the name that calendars know it by; visits that are there get one now, and keep it.

Columns are added in place: a copy of the table would take minutes where a million visits lie.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COLUMNS = ("uid", "recurrence", "calendar_base")


def upgrade() -> None:
    """Add the columns and name what is there."""
    op.add_column("visit", sa.Column("uid", sa.Text(), server_default="", nullable=False))
    op.add_column("visit", sa.Column("recurrence", sa.Text(), server_default="", nullable=False))
    op.add_column("visit", sa.Column("calendar_base", sa.Text(), nullable=True))
    server = op.get_bind().dialect.name == "postgresql"
    random = "substr(replace(gen_random_uuid()::text, '-', ''), 1, 20)" if server else "lower(hex(randomblob(10)))"
    op.execute(f"UPDATE visit SET uid = {random} || '@hhcrm'")
    op.create_index("uq_visit_uid", "visit", ["uid", "recurrence"], unique=True)


def downgrade() -> None:
    """Take the columns away; calendars then know these visits no more."""
    op.drop_index("uq_visit_uid", "visit")
    for column in reversed(COLUMNS):
        op.drop_column("visit", column)
