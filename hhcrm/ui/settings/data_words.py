"""Backups, counts and sizes as the page of the data says them; without Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.ui.settings.data_port import BackupLine, DataFacts, Holding, Preview
from hhcrm.ui.shared.said import size_words

Moment = Callable[[datetime], str]
"""An instant in words, in the agency's zone."""

_WHY = {
    "daily": QT_TRANSLATE_NOOP("settings", "each day's"),
    "by-hand": QT_TRANSLATE_NOOP("settings", "asked for"),
    "before-import": QT_TRANSLATE_NOOP("settings", "before an import"),
    "before-upgrade": QT_TRANSLATE_NOOP("settings", "before an upgrade of the program"),
}

_COUNTED = (
    ("referral_source", QT_TRANSLATE_NOOP("settings", "Sources")),
    ("contact", QT_TRANSLATE_NOOP("settings", "People")),
    ("visit", QT_TRANSLATE_NOOP("settings", "Visits")),
    ("referral", QT_TRANSLATE_NOOP("settings", "Referrals")),
    ("commitment", QT_TRANSLATE_NOOP("settings", "Commitments")),
    ("attachment", QT_TRANSLATE_NOOP("settings", "Files")),
    ("journal_step", QT_TRANSLATE_NOOP("settings", "Steps in the history")),
)


def why_words(why: str) -> str:
    """Why a backup was made."""
    return translate("settings", _WHY[why]) if why in _WHY else why.replace("-", " ")


def backup_words(backup: BackupLine) -> str:
    """What is said of a backup beside its moment."""
    parts = [why_words(backup.why), size_words(backup.size)]
    return ", ".join(part for part in parts if part)


def where_words(facts: DataFacts) -> str:
    """How much there is."""
    database = translate("settings", "The database has {size}").format(size=size_words(facts.database_bytes))
    if not facts.is_file:
        database = translate("settings", "The database lies on a server")
    if not facts.attachments:
        return f"{database}."
    words = (
        translate("settings", "{database}, and there is one attached file with {size}.")
        if facts.attachments == 1
        else translate("settings", "{database}, and there are {n} attached files with {size}.")
    )
    return words.format(database=database, n=f"{facts.attachments:,}", size=size_words(facts.attachment_bytes))


def preview_rows(preview: Preview, moment: Moment) -> list[tuple[str, str, str]]:
    """What, in the backup, here: a row for each."""
    rows = [
        (translate("settings", "Agency"), preview.backup.agency or "-", preview.here.agency or "-"),
        (translate("settings", "Newest change"), _newest(preview.backup, moment), _newest(preview.here, moment)),
    ]
    for table, words in _COUNTED:
        there, here = preview.backup.rows.get(table, 0), preview.here.rows.get(table, 0)
        rows.append((translate("settings", words), f"{there:,}", f"{here:,}"))
    return rows


def lost_words(preview: Preview) -> str:
    """What restoring would take away, in one sentence."""
    there = preview.backup.rows.get("journal_step", 0)
    here = preview.here.rows.get("journal_step", 0)
    if preview.backup.agency != preview.here.agency:
        words = translate(
            "settings", "This is a backup of another agency, or of a time when it had another name: {name}."
        )
        return words.format(name=preview.backup.agency or "-")
    if here <= there:
        return translate("settings", "Nothing newer than this backup is here.")
    if here - there == 1:
        return translate("settings", "One change made since then would be gone from here.")
    return translate("settings", "{n} changes made since then would be gone from here.").format(n=f"{here - there:,}")


def _newest(holding: Holding, moment: Moment) -> str:
    if holding.newest_at is None:
        return "-"
    words = translate("settings", "{when}: {what}")
    return words.format(when=moment(holding.newest_at), what=holding.newest_label)
