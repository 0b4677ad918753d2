"""Tags as a list: a tag renamed, put together with another, or taken off, on every source that has it."""

from __future__ import annotations

from sqlalchemy import select

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import NotFound, RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.models.sources import ReferralSource
from hhcrm.services.records import assign
from hhcrm.services.settings_commands import ChangeTag
from hhcrm.storage.work import Transaction, UnitOfWork


def change_tag(work: UnitOfWork, command: ChangeTag) -> ChangeSet:
    """Put another tag in the place of one, on archived sources too. Raises NotFound when no source has it."""
    new = " ".join(command.new.replace("\0", "").split())
    if ";" in new:
        raise RuleBroken(translate("settings", "A tag has no semicolon: it parts one tag from the next."), "new")

    def change(tx: Transaction) -> int | None:
        holders = [
            source
            for source in tx.session.scalars(select(ReferralSource).where(ReferralSource.tags.contains(command.old)))
            if command.old in _parts(source.tags)
        ]
        if not holders:
            raise NotFound(translate("settings", "No source has the tag {tag} any more.").format(tag=command.old))
        for source in holders:
            put = (new if part == command.old else part for part in _parts(source.tags))
            assign(source, {"tags": "; ".join(dict.fromkeys(part for part in put if part))})
        return None

    return work.run("Rename a tag" if new else "Take a tag off all sources", change)


def _parts(tags: str) -> list[str]:
    return [part.strip() for part in tags.split(";")]
