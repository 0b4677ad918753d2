"""Trigram indexes over the searched texts.

SQLite: one contentless FTS5 index per searched table, kept by triggers. PostgreSQL: GIN indexes with pg_trgm where the
extension can be made by the database's owner; without it searching reads the whole table and still finds everything.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# (table, index, column that carries the source in the index's rowid)
SEARCHED = (
    ("referral_source", "find_source", None),
    ("contact", "find_contact", None),
    ("visit", "find_visit", "source_id"),
    ("referral", "find_referral", "source_id"),
    ("commitment", "find_commitment", "source_id"),
)
SHIFT = 32


def upgrade() -> None:
    """Make the indexes and fill them from what is there."""
    if op.get_bind().dialect.name == "postgresql":
        _upgrade_postgresql()
        return
    for table, index, source in SEARCHED:
        op.execute(f"CREATE VIRTUAL TABLE {index} USING fts5(body, content='', tokenize='trigram', columnsize=0)")
        new, old, row = (_rowid(alias, source) for alias in ("new", "old", "t"))
        add = f"INSERT INTO {index}(rowid, body) SELECT {new}, new.find_text WHERE new.find_text <> ''"
        drop = (
            f"INSERT INTO {index}({index}, rowid, body) SELECT 'delete', {old}, old.find_text WHERE old.find_text <> ''"
        )
        moved = ", ".join(["find_text", *([source] if source else [])])
        op.execute(f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN {add}; END")
        op.execute(f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN {drop}; END")
        op.execute(f"CREATE TRIGGER {index}_update AFTER UPDATE OF {moved} ON {table} BEGIN {drop}; {add}; END")
        op.execute(f"INSERT INTO {index}(rowid, body) SELECT {row}, t.find_text FROM {table} t WHERE t.find_text <> ''")


def downgrade() -> None:
    """Drop the indexes; the texts stay in their tables."""
    for table, index, _ in SEARCHED:
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"DROP INDEX IF EXISTS ix_{table}_find_text")
            continue
        for what in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER {index}_{what}")
        op.execute(f"DROP TABLE {index}")


def _rowid(alias: str, source: str | None) -> str:
    return f"{alias}.id" if source is None else f"(({alias}.{source} << {SHIFT}) | {alias}.id)"


def _upgrade_postgresql() -> None:
    connection = op.get_bind()
    try:
        with connection.begin_nested():
            connection.execute(sa.text("CREATE EXTENSION IF NOT EXISTS pg_trgm"))
    except sa.exc.DBAPIError:
        return  # the owner of the database may not make extensions: searching works without the indexes
    for table, _, _ in SEARCHED:
        op.execute(f"CREATE INDEX ix_{table}_find_text ON {table} USING gin (find_text gin_trgm_ops)")
