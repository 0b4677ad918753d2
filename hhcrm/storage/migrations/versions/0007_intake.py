"""Intake and the closed loop: disciplines needed, holds with a day, alerts, pilots, reviews, public information.

Columns are added in place, so that large tables are not copied and search triggers stay.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

from hhcrm.models.base import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

COLUMNS: tuple[tuple[str, str, sa.types.TypeEngine[Any]], ...] = (
    ("referral", "diagnosis_code", sa.String(length=8)),
    ("referral", "inpatient", sa.Boolean()),
    ("referral", "hold_until", sa.Date()),
    ("referral", "alert_at", Instant(timezone=True)),
    ("referral", "acknowledged_at", Instant(timezone=True)),
    ("referral", "acknowledged_by", sa.Text()),
    ("referral_stage_entry", "until_on", sa.Date()),
    ("loop_update", "waived_why", sa.Text()),
    ("discipline_capacity", "until_on", sa.Date()),
    ("service_line", "offered", sa.Text()),
    ("service_line", "limits", sa.Text()),
)
"""What each table gets, empty at first."""

MEASURES = (
    "referrals", "admissions", "accepted share", "conversion", "decided within hours", "started within hours",
    "same-day start", "timely (CMS)", "hours to decision", "hours to SOC", "loop on time", "satisfied (9-10)",
    "returns to hospital",
)  # fmt: skip


def upgrade() -> None:
    """Add the columns and the four tables."""
    for table, name, kind in COLUMNS:
        op.add_column(table, sa.Column(name, kind, nullable=True))
    op.create_index("ix_referral_alert", "referral", ["acknowledged_at", "alert_at"])
    _add_commitment_referral()
    _create_referral_discipline()
    _create_policy_review()
    _create_pilot()


def downgrade() -> None:
    """An older program knows nothing of these: what stands in them is lost."""
    for table in ("pilot_standard", "pilot", "policy_review", "referral_discipline"):
        op.drop_table(table)
    op.drop_index("ix_commitment_referral_id", "commitment")
    op.drop_column("commitment", "referral_id")
    op.drop_index("ix_referral_alert", "referral")
    for table, name, _kind in reversed(COLUMNS):
        op.drop_column(table, name)


def _add_commitment_referral() -> None:
    key = sa.ForeignKey("referral.id", name="fk_commitment_referral_id_referral")
    op.add_column("commitment", sa.Column("referral_id", sa.Integer(), key, nullable=True), inline_references=True)
    op.create_index("ix_commitment_referral_id", "commitment", ["referral_id"])


def _create_referral_discipline() -> None:
    op.create_table(
        "referral_discipline",
        *_keyed("referral_discipline"),
        _reference("referral_discipline", "referral_id", "referral", nullable=False),
        _reference("referral_discipline", "discipline_id", "discipline", nullable=False),
        _reference("referral_discipline", "import_run_id", "import_run"),
        sqlite_autoincrement=True,
    )
    both = ["referral_id", "discipline_id"]
    op.create_index("uq_referral_discipline", "referral_discipline", both, unique=True)
    op.create_index("ix_referral_discipline_discipline_id", "referral_discipline", ["discipline_id"])
    op.create_index("ix_referral_discipline_import_run_id", "referral_discipline", ["import_run_id"])


def _create_policy_review() -> None:
    op.create_table(
        "policy_review",
        *_keyed("policy_review"),
        sa.Column("kind", _words("policykind", "acceptance policy", "public information"), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_policy_review", "policy_review", ["kind", "reviewed_on"])


def _create_pilot() -> None:
    op.create_table(
        "pilot",
        *_keyed("pilot"),
        _reference("pilot", "source_id", "referral_source", nullable=False),
        _reference("pilot", "owner_id", "app_user"),
        _reference("pilot", "contact_id", "contact"),
        sa.Column("name", sa.Text(), nullable=False),
        _reference("pilot", "service_line_id", "service_line"),
        _reference("pilot", "payer_id", "payer"),
        sa.Column("zips", sa.Text(), server_default="", nullable=False),
        sa.Column("proposed_on", sa.Date(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("status", _words("pilotstatus", "proposed", "running", "finished", "declined"), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("promise", "result", "next_step")),
        sa.Column("archived_at", Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pilot_source", "pilot", ["source_id", "starts_on"])
    op.create_index("ix_pilot_owner_id", "pilot", ["owner_id"])
    op.create_index("ix_pilot_contact_id", "pilot", ["contact_id"])
    op.create_table(
        "pilot_standard",
        *_keyed("pilot_standard"),
        _reference("pilot_standard", "pilot_id", "pilot", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("measure", _words("measure", *MEASURES), nullable=False),
        sa.Column("comparison", _words("comparison", "at least", "at most"), nullable=False),
        sa.Column("target", sa.Double(), nullable=False),
        sa.Column("within_hours", sa.Double(), nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pilot_standard", "pilot_standard", ["pilot_id", "position"])


def _keyed(table: str) -> tuple[SchemaItem, ...]:
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )


def _reference(table: str, column: str, to: str, *, nullable: bool = True) -> sa.Column[int]:
    key = sa.ForeignKey(f"{to}.id", name=f"fk_{table}_{column}_{to}")
    return sa.Column(column, sa.Integer(), key, nullable=nullable)


def _words(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, length=40)
