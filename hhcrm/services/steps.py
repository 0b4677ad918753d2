"""Undo and redo as people mean them: a step of their own, or an import of theirs taken back whole.

Only one's own steps are undone by Ctrl+Z; what somebody else did is undone by name, from the recent changes.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import NotFound
from hhcrm.models.journal import JournalEntry, JournalStep
from hhcrm.services.imports.taking_back import undo_import
from hhcrm.storage import undo
from hhcrm.storage.undo import UNDOABLE
from hhcrm.storage.work import Tell, UnitOfWork


def undo_last(work: UnitOfWork, tell: Tell | None = None) -> ChangeSet:
    """Take back this user's newest step or import that still stands.

    Raises NotFound where there is none, Conflict when a record has moved on. `tell` hears how far it is, and raises to
    stop.
    """
    step = undo.next_undo(work, UNDOABLE)
    if step is None:
        raise NotFound(undo.nothing_to_undo())
    return _take_back(work, step, tell)


def redo_last(work: UnitOfWork, tell: Tell | None = None) -> ChangeSet:
    """Do again what this user undid last."""
    return undo.redo(work, tell)


def undo_step(work: UnitOfWork, step_id: int, tell: Tell | None = None) -> ChangeSet:
    """Take back one particular step or import, whoever did it. Raises NotFound, Conflict."""
    return _take_back(work, undo.step_to_take_back(work, step_id, UNDOABLE), tell)


def _take_back(work: UnitOfWork, step: JournalStep, tell: Tell | None) -> ChangeSet:
    if step.kind != "import":
        return undo.take_back(work, step, tell)
    with Session(work.engine) as session:
        run_id = session.scalar(
            select(JournalEntry.row_id).where(
                JournalEntry.step_id == step.id,
                JournalEntry.table_name == "import_run",
                JournalEntry.before.is_(None),
            )
        )
    if run_id is None:
        raise NotFound(undo.nothing_to_undo())
    return undo_import(work, run_id, tell)
