"""Files kept with a source."""

from __future__ import annotations

from sqlalchemy import Connection, select

from hhcrm.models.files import Attachment
from hhcrm.queries.ground import not_archived, table
from hhcrm.queries.read_models import FileLine

_FILE = table(Attachment)
_f = _FILE.c


def files_of(connection: Connection, source_id: int) -> tuple[FileLine, ...]:
    """A source's files, newest first; the path is the name in the attachments folder."""
    rows = connection.execute(
        select(_f.id, _f.name, _f.size, _f.added_at, _f.added_by, _f.sha256, _f.version)
        .where(_f.source_id == source_id, not_archived(_FILE))
        .order_by(_f.added_at.desc(), _f.id.desc())
    )
    return tuple(FileLine(*row) for row in rows)
