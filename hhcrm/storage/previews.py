"""What a backup holds, beside what is here: counts by table, the newest change, whose agency it is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from hhcrm.domain.setting_keys import SettingKey
from hhcrm.models.journal import JournalStep
from hhcrm.models.settings import Setting
from hhcrm.storage.backup import inspect_file, is_plain
from hhcrm.storage.copying import count_rows
from hhcrm.storage.engine import connect
from hhcrm.storage.faults import plain_words
from hhcrm.storage.upgrade import refuse_newer

_step, _setting = JournalStep.__table__.c, Setting.__table__.c


@dataclass(frozen=True, slots=True)
class Inside:
    """Rows by table, and the newest step of the journal; `agency` is its newest name."""

    rows: dict[str, int]
    newest_at: datetime | None = None
    newest_label: str = ""
    newest_by: str = ""
    agency: str = ""


def look_inside(file: Path, key: bytes | None) -> Inside:
    """Look through a whole backup. Raises FileFault, WrongKey, Damaged, or NewerDatabase for one of a newer program."""
    contents = inspect_file(file, key)
    refuse_newer(contents.version)
    with plain_words():
        connection = connect(file, None if is_plain(file) else key, mode="ro")
        try:
            step = connection.execute(
                "SELECT at, label, user_name FROM journal_step ORDER BY id DESC LIMIT 1"
            ).fetchone()
            name = connection.execute(
                "SELECT value FROM setting WHERE key = ? ORDER BY from_on DESC LIMIT 1", (str(SettingKey.AGENCY_NAME),)
            ).fetchone()
        finally:
            connection.close()
    at, label, by = step if step is not None else (None, "", "")
    return Inside(
        rows=contents.rows,
        newest_at=None if at is None else datetime.fromisoformat(at).replace(tzinfo=UTC),
        newest_label=label,
        newest_by=by,
        agency="" if name is None else str(json.loads(name[0])),
    )


def look_at(engine: Engine) -> Inside:
    """The same of the database in use, in one read transaction."""
    with plain_words(), engine.connect() as connection:
        newest = select(_step.at, _step.label, _step.user_name).order_by(_step.id.desc()).limit(1)
        step: Any = connection.execute(newest).one_or_none()
        name = connection.execute(
            select(_setting.value)
            .where(_setting.key == SettingKey.AGENCY_NAME)
            .order_by(_setting.from_on.desc())
            .limit(1)
        ).scalar_one_or_none()
        return Inside(
            rows=count_rows(connection),
            newest_at=None if step is None else step.at,
            newest_label="" if step is None else step.label,
            newest_by="" if step is None else step.user_name,
            agency="" if name is None else str(json.loads(name)),
        )
