"""What an e-mail address is: work or home. What was there is work."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the kind."""
    op.add_column("contact_email", sa.Column("kind", sa.String(40), nullable=False, server_default="work"))


def downgrade() -> None:
    """Forget the kind; the addresses stay."""
    op.drop_column("contact_email", "kind")
