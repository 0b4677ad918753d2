"""Saved views: a filter with columns and sorting under a name."""

from __future__ import annotations

import json

from sqlalchemy import select

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.models.settings import SavedView
from hhcrm.services.commands import DropView, SaveView
from hhcrm.services.records import assign, fetch
from hhcrm.services.values import text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork


def save_view(work: UnitOfWork, command: SaveView) -> ChangeSet:
    """Keep a view under its name; an existing one of this user and place is replaced."""
    name = text_or_none(command.name)
    if name is None:
        raise RuleBroken(translate("services", "A name is needed."), "name")
    spec = json.dumps(dict(command.spec), sort_keys=True)

    def save(tx: Transaction) -> int | None:
        query = select(SavedView).where(
            SavedView.place == command.place,
            SavedView.name == name,
            SavedView.user_id.is_not_distinct_from(tx.actor.user_id),
        )
        view = tx.session.scalar(query)
        if view is None:
            view = SavedView(place=command.place, name=name, user_id=tx.actor.user_id, spec=spec)
            tx.session.add(view)
            tx.session.flush()
        else:
            assign(view, {"spec": spec})
        return view.id

    return work.run(f"Save view {name}", save)


def drop_view(work: UnitOfWork, command: DropView) -> ChangeSet:
    """Forget a saved view; undo brings it back."""

    def drop(tx: Transaction) -> int | None:
        view = fetch(tx.session, SavedView, command.view_id, "view")
        tx.session.delete(view)
        return command.view_id

    return work.run("Forget a view", drop)
