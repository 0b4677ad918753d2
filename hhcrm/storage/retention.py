"""Which backups stay: all of a day, then one a day, one a week, one a month."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from hhcrm.storage.backup import Backup, list_backups, newest_good_backup

ALL_FOR = timedelta(hours=24)
DAILY_FOR = timedelta(days=14)
WEEKLY_FOR = timedelta(weeks=8)
MONTHLY_FOR = timedelta(days=366)

# Each rule keeps the newest backup of each of its spans. A later look then chooses the same ones again, whatever an
# earlier look has taken away.
_RULES: tuple[tuple[timedelta, Callable[[datetime], Hashable]], ...] = (
    (DAILY_FOR, lambda at: at.date()),
    (WEEKLY_FOR, lambda at: tuple(at.isocalendar())[:2]),
    (MONTHLY_FOR, lambda at: (at.year, at.month)),
)


def kept(backups: Sequence[Backup], now: datetime) -> frozenset[Backup]:
    """The backups that stay: of each span the newest; always the newest of all and the newest verified one."""
    newest_first = sorted(backups, key=lambda backup: (backup.at, backup.path.name), reverse=True)
    stay: set[Backup] = set(newest_first[:1])
    stay.update([backup for backup in newest_first if backup.verified][:1])
    stay.update(backup for backup in newest_first if now - backup.at <= ALL_FOR)
    for age, span_of in _RULES:
        taken: set[Hashable] = set()
        for backup in newest_first:
            span = span_of(backup.at)
            if now - backup.at <= age and span not in taken:
                taken.add(span)
                stay.add(backup)
    return frozenset(stay)


def prune(folder: Path, now: datetime, key: bytes | None = None) -> list[Path]:
    """Delete the backups that need not stay, never the only good one; returns what was deleted."""
    backups = list_backups(folder)
    stay = kept(backups, now)
    going = [backup for backup in backups if backup not in stay]
    if not going:
        return []
    good = newest_good_backup(folder, key)
    if good is None:
        return []
    gone = [backup.path for backup in going if backup.path != good.path]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone
