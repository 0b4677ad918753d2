"""The ground: sources, people, visits, referrals, settings, journal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import hhcrm.models.base

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# A folded name is looked up by its beginning, as a range: that needs the order of bytes in every language.
SORTED = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Step up."""
    op.create_table(
        "clinical_group",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("synonyms", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clinical_group")),
        sa.UniqueConstraint("code", name=op.f("uq_clinical_group_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contact_role",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("synonyms", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_role")),
        sa.UniqueConstraint("code", name=op.f("uq_contact_role_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "decline_reason",
        sa.Column(
            "owner",
            sa.Enum("ours", "source", "patient", "payer", name="reasonowner", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("needs_text", sa.Boolean(), nullable=False),
        sa.Column("needs_discipline", sa.Boolean(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("synonyms", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decline_reason")),
        sa.UniqueConstraint("code", name=op.f("uq_decline_reason_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "discipline",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("synonyms", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discipline")),
        sa.UniqueConstraint("code", name=op.f("uq_discipline_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "holiday",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holiday")),
        sa.UniqueConstraint("day", name=op.f("uq_holiday_day")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "import_mapping",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("shape", sa.String(length=64), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_mapping")),
        sa.UniqueConstraint("shape", name=op.f("uq_import_mapping_shape")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "journal_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", hhcrm.models.base.Instant(timezone=True), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("user_name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("reverts_id", sa.Integer(), nullable=True),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("previous_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["reverts_id"], ["journal_step.id"], name=op.f("fk_journal_step_reverts_id_journal_step")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_step")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("journal_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_journal_step_reverts_id"), ["reverts_id"], unique=False)
        batch_op.create_index("ix_journal_step_user", ["user_id", "id"], unique=False)

    op.create_table(
        "payer",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("synonyms", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payer")),
        sa.UniqueConstraint("code", name=op.f("uq_payer_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "service_line",
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("synonyms", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_line")),
        sa.UniqueConstraint("code", name=op.f("uq_service_line_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("came_from", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("setting", schema=None) as batch_op:
        batch_op.create_index("uq_setting_key_from", ["key", "from_on"], unique=True)

    op.create_table(
        "source_type",
        sa.Column("visits_to_active", sa.Integer(), server_default="5", nullable=False),
        sa.Column("field_note", sa.Text(), nullable=True),
        sa.Column("cadence_days", sa.Integer(), nullable=True),
        sa.Column("bed_rate", sa.Double(), nullable=True),
        sa.Column("provider_rate", sa.Double(), nullable=True),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("synonyms", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_type")),
        sa.UniqueConstraint("code", name=op.f("uq_source_type_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "team",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
        sa.UniqueConstraint("name", name=op.f("uq_team_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "visit_kind",
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("minutes", sa.Integer(), server_default="20", nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("synonyms", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_kind")),
        sa.UniqueConstraint("code", name=op.f("uq_visit_kind_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "app_user",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "liaison",
                "intake coordinator",
                "clinical manager",
                "marketing lead",
                "owner",
                name="userrole",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("weekly_visit_hours", sa.Double(), nullable=True),
        sa.Column("home_zip", sa.String(length=10), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_app_user_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_app_user")),
        sa.UniqueConstraint("name", name=op.f("uq_app_user_name")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("app_user", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_app_user_team_id"), ["team_id"], unique=False)

    op.create_table(
        "discipline_capacity",
        sa.Column("discipline_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("open", "limited", "closed", name="capacitystate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("from_at", hhcrm.models.base.Instant(timezone=True), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["discipline_id"], ["discipline.id"], name=op.f("fk_discipline_capacity_discipline_id_discipline")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discipline_capacity")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("discipline_capacity", schema=None) as batch_op:
        batch_op.create_index("ix_discipline_capacity", ["discipline_id", "from_at"], unique=False)

    op.create_table(
        "import_run",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_sha256", sa.String(length=64), nullable=False),
        sa.Column("at", hhcrm.models.base.Instant(timezone=True), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.Column("created", sa.Integer(), nullable=False),
        sa.Column("updated", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("refused", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=True),
        sa.Column("undone_by_step_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["step_id"], ["journal_step.id"], name=op.f("fk_import_run_step_id_journal_step")),
        sa.ForeignKeyConstraint(
            ["undone_by_step_id"],
            ["journal_step.id"],
            name=op.f("fk_import_run_undone_by_step_id_journal_step"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "journal_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=60), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["step_id"], ["journal_step.id"], name=op.f("fk_journal_entry_step_id_journal_step")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("journal_entry", schema=None) as batch_op:
        batch_op.create_index("ix_journal_entry_row", ["table_name", "row_id", "step_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_journal_entry_step_id"), ["step_id"], unique=False)

    op.create_table(
        "payer_acceptance",
        sa.Column("service_line_id", sa.Integer(), nullable=False),
        sa.Column("payer_id", sa.Integer(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("alternative", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["payer_id"], ["payer.id"], name=op.f("fk_payer_acceptance_payer_id_payer")),
        sa.ForeignKeyConstraint(
            ["service_line_id"],
            ["service_line.id"],
            name=op.f("fk_payer_acceptance_service_line_id_service_line"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payer_acceptance")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("payer_acceptance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_payer_acceptance_payer_id"), ["payer_id"], unique=False)
        batch_op.create_index("uq_payer_acceptance", ["service_line_id", "payer_id", "from_on"], unique=True)

    op.create_table(
        "served_zip",
        sa.Column("zip", sa.String(length=5), nullable=False),
        sa.Column("service_line_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["service_line_id"], ["service_line.id"], name=op.f("fk_served_zip_service_line_id_service_line")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_served_zip")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("served_zip", schema=None) as batch_op:
        batch_op.create_index("ix_served_zip", ["zip", "service_line_id"], unique=False)

    op.create_table(
        "cohort",
        sa.Column("liaison_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("size", sa.Integer(), server_default="5", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["liaison_id"], ["app_user.id"], name=op.f("fk_cohort_liaison_id_app_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("cohort", schema=None) as batch_op:
        batch_op.create_index("uq_cohort_liaison_month", ["liaison_id", "month"], unique=True)

    op.create_table(
        "contact",
        sa.Column("first_name", sa.Text(), server_default="", nullable=False),
        sa.Column("last_name", sa.Text(), server_default="", nullable=False),
        sa.Column("credentials", sa.Text(), nullable=True),
        sa.Column("role_id", sa.Integer(), nullable=True),
        sa.Column(
            "buying_role",
            sa.Enum(
                "decision maker",
                "influencer",
                "gatekeeper",
                "champion",
                "unknown",
                name="buyingrole",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column(
            "preferred_channel",
            sa.Enum("in person", "phone", "text", "e-mail", "fax", name="channel", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("npi", sa.String(length=10), nullable=True),
        sa.Column("needs", sa.Text(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("first_key", SORTED, nullable=False),
        sa.Column("name_key", SORTED, nullable=False),
        sa.Column("find_text", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_run_id"], ["import_run.id"], name=op.f("fk_contact_import_run_id_import_run")),
        sa.ForeignKeyConstraint(["role_id"], ["contact_role.id"], name=op.f("fk_contact_role_id_contact_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_import_run_id"), ["import_run_id"], unique=False)
        batch_op.create_index("ix_contact_name", ["name_key", "id"], unique=False)
        batch_op.create_index("ix_contact_first", ["first_key", "id"], unique=False)
        batch_op.create_index("ix_contact_npi", ["npi"], unique=False)

    op.create_table(
        "saved_view",
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("spec", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_saved_view_user_id_app_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("saved_view", schema=None) as batch_op:
        batch_op.create_index("ix_saved_view_place", ["place", "user_id"], unique=False)

    op.create_table(
        "territory",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("liaison_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["liaison_id"], ["app_user.id"], name=op.f("fk_territory_liaison_id_app_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_territory")),
        sa.UniqueConstraint("name", name=op.f("uq_territory_name")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("territory", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_territory_liaison_id"), ["liaison_id"], unique=False)

    op.create_table(
        "time_off",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["app_user.id"], name=op.f("fk_time_off_user_id_app_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_time_off")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("time_off", schema=None) as batch_op:
        batch_op.create_index("ix_time_off_user", ["user_id", "from_on"], unique=False)

    op.create_table(
        "contact_email",
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_contact_email_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_contact_email_import_run_id_import_run")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_email")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("contact_email", schema=None) as batch_op:
        batch_op.create_index("ix_contact_email_address", ["address"], unique=False)
        batch_op.create_index("ix_contact_email_contact", ["contact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contact_email_import_run_id"), ["import_run_id"], unique=False)

    op.create_table(
        "contact_phone",
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("work", "mobile", "home", "fax", name="phonekind", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_contact_phone_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_contact_phone_import_run_id_import_run")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_phone")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("contact_phone", schema=None) as batch_op:
        batch_op.create_index("ix_contact_phone_contact", ["contact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contact_phone_import_run_id"), ["import_run_id"], unique=False)

    op.create_table(
        "referral_source",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column(
            "stage",
            sa.Enum("prospective", "active", "inactive", name="sourcestage", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("stage_since", sa.Date(), nullable=False),
        sa.Column("inactive_reason", sa.Text(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("territory_id", sa.Integer(), nullable=True),
        sa.Column("territory_by_hand", sa.Boolean(), nullable=False),
        sa.Column("tier", sa.Enum("A", "B", "C", name="tier", native_enum=False, length=40), nullable=True),
        sa.Column("tier_pinned", sa.Boolean(), nullable=False),
        sa.Column("cadence_days", sa.Integer(), nullable=True),
        sa.Column("potential_per_month", sa.Float(), nullable=True),
        sa.Column(
            "potential_basis",
            sa.Enum(
                "told us",
                "counted",
                "public data",
                "unknown",
                name="potentialbasis",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("potential_on", sa.Date(), nullable=True),
        sa.Column("providers", sa.Integer(), nullable=True),
        sa.Column("beds", sa.Integer(), nullable=True),
        sa.Column("residents", sa.Double(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("city", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=2), nullable=True),
        sa.Column("zip", sa.String(length=10), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("fax", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("website", sa.Text(), nullable=True),
        sa.Column("npi", sa.String(length=10), nullable=True),
        sa.Column("ccn", sa.String(length=10), nullable=True),
        sa.Column("tags", sa.Text(), server_default="", nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("needs", sa.Text(), nullable=True),
        sa.Column("next_step", sa.Text(), nullable=True),
        sa.Column("relationship_felt", sa.Integer(), nullable=True),
        sa.Column("preferred_weekdays", sa.String(length=7), nullable=True),
        sa.Column("visit_minutes", sa.Integer(), nullable=True),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("name_key", SORTED, nullable=False),
        sa.Column("find_text", sa.Text(), server_default="", nullable=False),
        sa.Column("last_visit_on", sa.Date(), nullable=True),
        sa.Column("stage_visits", sa.Integer(), server_default="0", nullable=False),
        sa.Column("visits_since_advance", sa.Integer(), server_default="0", nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("first_referral_on", sa.Date(), nullable=True),
        sa.Column("last_referral_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_referral_source_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["app_user.id"], name=op.f("fk_referral_source_owner_id_app_user")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["referral_source.id"], name=op.f("fk_referral_source_parent_id_referral_source")
        ),
        sa.ForeignKeyConstraint(
            ["territory_id"], ["territory.id"], name=op.f("fk_referral_source_territory_id_territory")
        ),
        sa.ForeignKeyConstraint(["type_id"], ["source_type.id"], name=op.f("fk_referral_source_type_id_source_type")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_source")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("referral_source", schema=None) as batch_op:
        batch_op.create_index("ix_referral_source_ccn", ["ccn"], unique=False)
        batch_op.create_index("ix_referral_source_due", ["due_on", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_source_import_run_id"), ["import_run_id"], unique=False)
        batch_op.create_index("ix_referral_source_last_visit", ["last_visit_on", "id"], unique=False)
        batch_op.create_index("ix_referral_source_name", ["name_key", "id"], unique=False)
        batch_op.create_index("ix_referral_source_npi", ["npi"], unique=False)
        batch_op.create_index("ix_referral_source_owner_due", ["owner_id", "stage", "due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_source_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index("ix_referral_source_potential", ["potential_per_month", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_source_territory_id"), ["territory_id"], unique=False)
        batch_op.create_index("ix_referral_source_type", ["type_id"], unique=False)
        batch_op.create_index("ix_referral_source_zip", ["zip"], unique=False)

    op.create_table(
        "territory_zip",
        sa.Column("zip", sa.String(length=5), nullable=False),
        sa.Column("territory_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["territory_id"], ["territory.id"], name=op.f("fk_territory_zip_territory_id_territory")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_territory_zip")),
        sa.UniqueConstraint("zip", name=op.f("uq_territory_zip_zip")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("territory_zip", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_territory_zip_territory_id"), ["territory_id"], unique=False)

    op.create_table(
        "affiliation",
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("department", sa.Text(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_affiliation_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_affiliation_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(["role_id"], ["contact_role.id"], name=op.f("fk_affiliation_role_id_contact_role")),
        sa.ForeignKeyConstraint(
            ["source_id"], ["referral_source.id"], name=op.f("fk_affiliation_source_id_referral_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_affiliation")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("affiliation", schema=None) as batch_op:
        batch_op.create_index("ix_affiliation_contact", ["contact_id", "source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_affiliation_import_run_id"), ["import_run_id"], unique=False)
        batch_op.create_index("ix_affiliation_source", ["source_id", "contact_id"], unique=False)

    op.create_table(
        "attachment",
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", hhcrm.models.base.Instant(timezone=True), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["source_id"], ["referral_source.id"], name=op.f("fk_attachment_source_id_referral_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.create_index("ix_attachment_source", ["source_id"], unique=False)

    op.create_table(
        "cohort_member",
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohort.id"], name=op.f("fk_cohort_member_cohort_id_cohort")),
        sa.ForeignKeyConstraint(
            ["source_id"], ["referral_source.id"], name=op.f("fk_cohort_member_source_id_referral_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort_member")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("cohort_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cohort_member_cohort_id"), ["cohort_id"], unique=False)
        batch_op.create_index("ix_cohort_member_source", ["source_id"], unique=False)

    op.create_table(
        "provider_count",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("provider_type", sa.String(length=60), nullable=False),
        sa.Column("providers", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["referral_source.id"], name=op.f("fk_provider_count_source_id_referral_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_count")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("provider_count", schema=None) as batch_op:
        batch_op.create_index("ix_provider_count_source", ["source_id"], unique=False)

    op.create_table(
        "referral",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("liaison_id", sa.Integer(), nullable=True),
        sa.Column("heard_at", hhcrm.models.base.Instant(timezone=True), nullable=False),
        sa.Column("authorized_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("referral_on", sa.Date(), nullable=False),
        sa.Column("service_line_id", sa.Integer(), nullable=True),
        sa.Column("payer_id", sa.Integer(), nullable=True),
        sa.Column("zip", sa.String(length=10), nullable=True),
        sa.Column("clinical_group_id", sa.Integer(), nullable=True),
        sa.Column(
            "admission_source",
            sa.Enum("institutional", "community", name="admissionsource", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("diagnosis", sa.Text(), nullable=True),
        sa.Column("ordering_contact_id", sa.Integer(), nullable=True),
        sa.Column("ordering_npi", sa.String(length=10), nullable=True),
        sa.Column("face_to_face_on", sa.Date(), nullable=True),
        sa.Column(
            "stage",
            sa.Enum(
                "received",
                "under review",
                "accepted",
                "scheduled",
                "admitted",
                "not admitted",
                "on hold",
                name="referralstage",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("reason_id", sa.Integer(), nullable=True),
        sa.Column("reason_text", sa.Text(), nullable=True),
        sa.Column(
            "reason_owner",
            sa.Enum("ours", "source", "patient", "payer", name="reasonowner", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("decided_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("ordered_soc", sa.Date(), nullable=True),
        sa.Column("discharged_on", sa.Date(), nullable=True),
        sa.Column("discharged_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("soc_on", sa.Date(), nullable=True),
        sa.Column("soc_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("satisfaction", sa.Integer(), nullable=True),
        sa.Column("readmitted_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("find_text", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["clinical_group_id"],
            ["clinical_group.id"],
            name=op.f("fk_referral_clinical_group_id_clinical_group"),
        ),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_referral_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_referral_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(["liaison_id"], ["app_user.id"], name=op.f("fk_referral_liaison_id_app_user")),
        sa.ForeignKeyConstraint(
            ["ordering_contact_id"], ["contact.id"], name=op.f("fk_referral_ordering_contact_id_contact")
        ),
        sa.ForeignKeyConstraint(["payer_id"], ["payer.id"], name=op.f("fk_referral_payer_id_payer")),
        sa.ForeignKeyConstraint(
            ["reason_id"], ["decline_reason.id"], name=op.f("fk_referral_reason_id_decline_reason")
        ),
        sa.ForeignKeyConstraint(
            ["service_line_id"], ["service_line.id"], name=op.f("fk_referral_service_line_id_service_line")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["referral_source.id"], name=op.f("fk_referral_source_id_referral_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_ordering_contact_id"), ["ordering_contact_id"], unique=False)
        batch_op.create_index("ix_referral_day", ["referral_on", "source_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_import_run_id"), ["import_run_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_liaison_id"), ["liaison_id"], unique=False)
        batch_op.create_index("ix_referral_soc", ["soc_on"], unique=False)
        batch_op.create_index("ix_referral_source", ["source_id", "referral_on", "id"], unique=False)
        batch_op.create_index("ix_referral_stage", ["stage", "referral_on"], unique=False)

    op.create_table(
        "source_hours",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["referral_source.id"], name=op.f("fk_source_hours_source_id_referral_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_hours")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("source_hours", schema=None) as batch_op:
        batch_op.create_index("ix_source_hours_source", ["source_id"], unique=False)

    op.create_table(
        "source_stage_change",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column(
            "stage",
            sa.Enum("prospective", "active", "inactive", name="sourcestage", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("at", hhcrm.models.base.Instant(timezone=True), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_source_stage_change_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["referral_source.id"],
            name=op.f("fk_source_stage_change_source_id_referral_source"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_stage_change")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("source_stage_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_source_stage_change_import_run_id"), ["import_run_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_source_stage_change_source_id"), ["source_id"], unique=False)

    op.create_table(
        "visit",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("liaison_id", sa.Integer(), nullable=True),
        sa.Column("kind_id", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "planned",
                "completed",
                "missed",
                "cancelled",
                name="visitstatus",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("visit_on", sa.Date(), nullable=False),
        sa.Column("start_time", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("travel_minutes", sa.Integer(), nullable=True),
        sa.Column("miles", sa.Float(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column(
            "line",
            sa.Enum("Medicare/Medicaid", "private pay", name="businessline", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column(
            "ask",
            sa.Enum("not asked", "asked", "agreed", "declined", name="ask", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column(
            "advance",
            sa.Enum("advance", "continuation", "setback", name="advance", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("next_step", sa.Text(), nullable=True),
        sa.Column("status_reason", sa.Text(), nullable=True),
        sa.Column("logged_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("find_text", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["import_run_id"], ["import_run.id"], name=op.f("fk_visit_import_run_id_import_run")),
        sa.ForeignKeyConstraint(["kind_id"], ["visit_kind.id"], name=op.f("fk_visit_kind_id_visit_kind")),
        sa.ForeignKeyConstraint(["liaison_id"], ["app_user.id"], name=op.f("fk_visit_liaison_id_app_user")),
        sa.ForeignKeyConstraint(["source_id"], ["referral_source.id"], name=op.f("fk_visit_source_id_referral_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index("ix_visit_day", ["visit_on", "liaison_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_import_run_id"), ["import_run_id"], unique=False)
        batch_op.create_index("ix_visit_liaison", ["liaison_id", "status", "visit_on"], unique=False)
        batch_op.create_index("ix_visit_source", ["source_id", "visit_on", "id"], unique=False)

    op.create_table(
        "commitment",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("visit_id", sa.Integer(), nullable=True),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("open", "kept", "broken", "withdrawn", name="commitmentstatus", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("find_text", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_commitment_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_commitment_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["app_user.id"], name=op.f("fk_commitment_owner_id_app_user")),
        sa.ForeignKeyConstraint(
            ["source_id"], ["referral_source.id"], name=op.f("fk_commitment_source_id_referral_source")
        ),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_commitment_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_commitment_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index("ix_commitment_due", ["status", "due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitment_import_run_id"), ["import_run_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitment_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index("ix_commitment_source", ["source_id", "due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_commitment_visit_id"), ["visit_id"], unique=False)

    op.create_table(
        "loop_update",
        sa.Column("referral_id", sa.Integer(), nullable=False),
        sa.Column(
            "step",
            sa.Enum(
                "received",
                "decision",
                "start of care",
                "outcome",
                name="loopstep",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("due_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("given_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("by_name", sa.Text(), nullable=True),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column(
            "channel",
            sa.Enum("in person", "phone", "text", "e-mail", "fax", name="channel", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_loop_update_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_loop_update_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("fk_loop_update_referral_id_referral")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loop_update")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("loop_update", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_loop_update_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index("ix_loop_update_due", ["given_at", "due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_loop_update_import_run_id"), ["import_run_id"], unique=False)
        batch_op.create_index("uq_loop_update_step", ["referral_id", "step"], unique=True)

    op.create_table(
        "material",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="handout", nullable=False),
        sa.Column("edition", sa.Text(), nullable=True),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("archived_at", hhcrm.models.base.Instant(timezone=True), nullable=True),
        sa.Column("archived_by", sa.Text(), nullable=True),
        sa.Column("archived_why", sa.Text(), nullable=True),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_material_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_material_import_run_id_import_run")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_material")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("material", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_material_import_run_id"), ["import_run_id"], unique=False)
        batch_op.create_index("ix_material_name", ["name"], unique=False)

    op.create_table(
        "referral_patient",
        sa.Column("referral_id", sa.Integer(), nullable=False),
        sa.Column("patient_name", sa.Text(), nullable=True),
        sa.Column("date_of_birth", sa.Date(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_referral_patient_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_referral_patient_referral_id_referral")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_patient")),
        sa.UniqueConstraint("referral_id", name=op.f("uq_referral_patient_referral_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("referral_patient", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_patient_import_run_id"), ["import_run_id"], unique=False)

    op.create_table(
        "referral_stage_entry",
        sa.Column("referral_id", sa.Integer(), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "received",
                "under review",
                "accepted",
                "scheduled",
                "admitted",
                "not admitted",
                "on hold",
                name="referralstage",
                native_enum=False,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("at", hhcrm.models.base.Instant(timezone=True), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("reason_id", sa.Integer(), nullable=True),
        sa.Column("reason_text", sa.Text(), nullable=True),
        sa.Column(
            "reason_owner",
            sa.Enum("ours", "source", "patient", "payer", name="reasonowner", native_enum=False, length=40),
            nullable=True,
        ),
        sa.Column("discipline_id", sa.Integer(), nullable=True),
        sa.Column("needs", sa.Text(), nullable=True),
        sa.Column("case_load", sa.Text(), nullable=True),
        sa.Column("staffing", sa.Text(), nullable=True),
        sa.Column("skills", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["discipline_id"],
            ["discipline.id"],
            name=op.f("fk_referral_stage_entry_discipline_id_discipline"),
        ),
        sa.ForeignKeyConstraint(
            ["import_run_id"],
            ["import_run.id"],
            name=op.f("fk_referral_stage_entry_import_run_id_import_run"),
        ),
        sa.ForeignKeyConstraint(
            ["reason_id"],
            ["decline_reason.id"],
            name=op.f("fk_referral_stage_entry_reason_id_decline_reason"),
        ),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referral.id"], name=op.f("fk_referral_stage_entry_referral_id_referral")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_stage_entry")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("referral_stage_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_stage_entry_import_run_id"), ["import_run_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_referral_stage_entry_referral_id"), ["referral_id"], unique=False)

    op.create_table(
        "visit_contact",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_visit_contact_contact_id_contact")),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_visit_contact_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_contact_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_contact")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("visit_contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_contact_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_contact_import_run_id"), ["import_run_id"], unique=False)
        batch_op.create_index("ix_visit_contact_visit", ["visit_id"], unique=False)

    op.create_table(
        "visit_material",
        sa.Column("visit_id", sa.Integer(), nullable=False),
        sa.Column("material_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_visit_material_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(["material_id"], ["material.id"], name=op.f("fk_visit_material_material_id_material")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_visit_material_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit_material")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("visit_material", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_material_import_run_id"), ["import_run_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_material_material_id"), ["material_id"], unique=False)
        batch_op.create_index("ix_visit_material_visit", ["visit_id"], unique=False)


def downgrade() -> None:
    """Step down."""
    with op.batch_alter_table("visit_material", schema=None) as batch_op:
        batch_op.drop_index("ix_visit_material_visit")
        batch_op.drop_index(batch_op.f("ix_visit_material_material_id"))
        batch_op.drop_index(batch_op.f("ix_visit_material_import_run_id"))

    op.drop_table("visit_material")
    with op.batch_alter_table("visit_contact", schema=None) as batch_op:
        batch_op.drop_index("ix_visit_contact_visit")
        batch_op.drop_index(batch_op.f("ix_visit_contact_import_run_id"))
        batch_op.drop_index(batch_op.f("ix_visit_contact_contact_id"))

    op.drop_table("visit_contact")
    with op.batch_alter_table("referral_stage_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_stage_entry_referral_id"))
        batch_op.drop_index(batch_op.f("ix_referral_stage_entry_import_run_id"))

    op.drop_table("referral_stage_entry")
    with op.batch_alter_table("referral_patient", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referral_patient_import_run_id"))

    op.drop_table("referral_patient")
    with op.batch_alter_table("material", schema=None) as batch_op:
        batch_op.drop_index("ix_material_name")
        batch_op.drop_index(batch_op.f("ix_material_import_run_id"))

    op.drop_table("material")
    with op.batch_alter_table("loop_update", schema=None) as batch_op:
        batch_op.drop_index("uq_loop_update_step")
        batch_op.drop_index(batch_op.f("ix_loop_update_import_run_id"))
        batch_op.drop_index("ix_loop_update_due")
        batch_op.drop_index(batch_op.f("ix_loop_update_contact_id"))

    op.drop_table("loop_update")
    with op.batch_alter_table("commitment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_commitment_visit_id"))
        batch_op.drop_index("ix_commitment_source")
        batch_op.drop_index(batch_op.f("ix_commitment_owner_id"))
        batch_op.drop_index(batch_op.f("ix_commitment_import_run_id"))
        batch_op.drop_index("ix_commitment_due")
        batch_op.drop_index(batch_op.f("ix_commitment_contact_id"))

    op.drop_table("commitment")
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.drop_index("ix_visit_source")
        batch_op.drop_index("ix_visit_liaison")
        batch_op.drop_index(batch_op.f("ix_visit_import_run_id"))
        batch_op.drop_index("ix_visit_day")

    op.drop_table("visit")
    with op.batch_alter_table("source_stage_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_source_stage_change_source_id"))
        batch_op.drop_index(batch_op.f("ix_source_stage_change_import_run_id"))

    op.drop_table("source_stage_change")
    with op.batch_alter_table("source_hours", schema=None) as batch_op:
        batch_op.drop_index("ix_source_hours_source")

    op.drop_table("source_hours")
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.drop_index("ix_referral_stage")
        batch_op.drop_index("ix_referral_source")
        batch_op.drop_index("ix_referral_soc")
        batch_op.drop_index(batch_op.f("ix_referral_liaison_id"))
        batch_op.drop_index(batch_op.f("ix_referral_import_run_id"))
        batch_op.drop_index("ix_referral_day")
        batch_op.drop_index(batch_op.f("ix_referral_ordering_contact_id"))
        batch_op.drop_index(batch_op.f("ix_referral_contact_id"))

    op.drop_table("referral")
    with op.batch_alter_table("provider_count", schema=None) as batch_op:
        batch_op.drop_index("ix_provider_count_source")

    op.drop_table("provider_count")
    with op.batch_alter_table("cohort_member", schema=None) as batch_op:
        batch_op.drop_index("ix_cohort_member_source")
        batch_op.drop_index(batch_op.f("ix_cohort_member_cohort_id"))

    op.drop_table("cohort_member")
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.drop_index("ix_attachment_source")

    op.drop_table("attachment")
    with op.batch_alter_table("affiliation", schema=None) as batch_op:
        batch_op.drop_index("ix_affiliation_source")
        batch_op.drop_index(batch_op.f("ix_affiliation_import_run_id"))
        batch_op.drop_index("ix_affiliation_contact")

    op.drop_table("affiliation")
    with op.batch_alter_table("territory_zip", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_territory_zip_territory_id"))

    op.drop_table("territory_zip")
    with op.batch_alter_table("referral_source", schema=None) as batch_op:
        batch_op.drop_index("ix_referral_source_zip")
        batch_op.drop_index("ix_referral_source_type")
        batch_op.drop_index(batch_op.f("ix_referral_source_territory_id"))
        batch_op.drop_index("ix_referral_source_potential")
        batch_op.drop_index(batch_op.f("ix_referral_source_parent_id"))
        batch_op.drop_index("ix_referral_source_owner_due")
        batch_op.drop_index("ix_referral_source_npi")
        batch_op.drop_index("ix_referral_source_name")
        batch_op.drop_index("ix_referral_source_last_visit")
        batch_op.drop_index(batch_op.f("ix_referral_source_import_run_id"))
        batch_op.drop_index("ix_referral_source_due")
        batch_op.drop_index("ix_referral_source_ccn")

    op.drop_table("referral_source")
    with op.batch_alter_table("contact_phone", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_phone_import_run_id"))
        batch_op.drop_index("ix_contact_phone_contact")

    op.drop_table("contact_phone")
    with op.batch_alter_table("contact_email", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_email_import_run_id"))
        batch_op.drop_index("ix_contact_email_contact")
        batch_op.drop_index("ix_contact_email_address")

    op.drop_table("contact_email")
    with op.batch_alter_table("time_off", schema=None) as batch_op:
        batch_op.drop_index("ix_time_off_user")

    op.drop_table("time_off")
    with op.batch_alter_table("territory", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_territory_liaison_id"))

    op.drop_table("territory")
    with op.batch_alter_table("saved_view", schema=None) as batch_op:
        batch_op.drop_index("ix_saved_view_place")

    op.drop_table("saved_view")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index("ix_contact_npi")
        batch_op.drop_index("ix_contact_first")
        batch_op.drop_index("ix_contact_name")
        batch_op.drop_index(batch_op.f("ix_contact_import_run_id"))

    op.drop_table("contact")
    with op.batch_alter_table("cohort", schema=None) as batch_op:
        batch_op.drop_index("uq_cohort_liaison_month")

    op.drop_table("cohort")
    with op.batch_alter_table("served_zip", schema=None) as batch_op:
        batch_op.drop_index("ix_served_zip")

    op.drop_table("served_zip")
    with op.batch_alter_table("payer_acceptance", schema=None) as batch_op:
        batch_op.drop_index("uq_payer_acceptance")
        batch_op.drop_index(batch_op.f("ix_payer_acceptance_payer_id"))

    op.drop_table("payer_acceptance")
    with op.batch_alter_table("journal_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_entry_step_id"))
        batch_op.drop_index("ix_journal_entry_row")

    op.drop_table("journal_entry")
    op.drop_table("import_run")
    with op.batch_alter_table("discipline_capacity", schema=None) as batch_op:
        batch_op.drop_index("ix_discipline_capacity")

    op.drop_table("discipline_capacity")
    with op.batch_alter_table("app_user", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_app_user_team_id"))

    op.drop_table("app_user")
    op.drop_table("visit_kind")
    op.drop_table("team")
    op.drop_table("source_type")
    with op.batch_alter_table("setting", schema=None) as batch_op:
        batch_op.drop_index("uq_setting_key_from")

    op.drop_table("setting")
    op.drop_table("service_line")
    op.drop_table("payer")
    with op.batch_alter_table("journal_step", schema=None) as batch_op:
        batch_op.drop_index("ix_journal_step_user")
        batch_op.drop_index(batch_op.f("ix_journal_step_reverts_id"))

    op.drop_table("journal_step")
    op.drop_table("import_mapping")
    op.drop_table("holiday")
    op.drop_table("discipline")
    op.drop_table("decline_reason")
    op.drop_table("contact_role")
    op.drop_table("clinical_group")
