"""One import: everything in one transaction, journaled as one step, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from sqlalchemy import event, func, select, update
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.wording import translate
from hhcrm.models.imports import ImportMapping, ImportRun
from hhcrm.models.journal import JournalStep
from hhcrm.services.imports.calendar import CalendarImport
from hhcrm.services.imports.cards import CardImport
from hhcrm.services.imports.contacts import ContactImport
from hhcrm.services.imports.job import Importer, Job
from hhcrm.services.imports.referrals import ReferralImport
from hhcrm.services.imports.rows import Block, FileFacts, Outcome, Setting, Tally
from hhcrm.services.imports.sources import SourceImport
from hhcrm.services.imports.visits import VisitImport
from hhcrm.storage.journal import Step
from hhcrm.storage.work import Transaction, UnitOfWork

_WHAT = {"calendar": "events", "vcards": "vCards"}
"""What the rows of a kind are called, where that is not the kind itself."""

_IMPORTERS: dict[str, Callable[[Job], Importer]] = {
    "sources": SourceImport,
    "contacts": ContactImport,
    "visits": VisitImport,
    "referrals": ReferralImport,
    "calendar": CalendarImport,
    "vcards": CardImport,
}


class _TakeBack(Exception):  # not an error: the transaction has said what it would do
    """Ends a transaction that must leave nothing."""


def run_import(
    work: UnitOfWork, facts: FileFacts, blocks: Iterable[Block], setting: Setting, *, dry_run: bool = False
) -> tuple[Outcome, ChangeSet | None]:
    """Bring a file's rows in: one transaction, one journal step, or nothing.

    A dry run goes the same way and is taken back at its end; so is a file that changes nothing. Then there is no change
    set. Raises KnownFault for what a person can put right.
    """
    outcomes: list[Outcome] = []

    def bring_in(tx: Transaction) -> int | None:
        run = _begin(tx, facts)
        job = Job(tx, run.id, facts.name, setting)
        importer = _IMPORTERS[facts.kind](job)
        for block in blocks:
            importer.take(block)
        importer.finish()
        tally = job.tally
        writes = not dry_run and bool(tally.created or tally.updated)
        outcomes.append(_outcome(run.id if writes else None, tally))
        if not writes:
            raise _TakeBack
        _end(tx, run.id, tally, facts)
        return run.id

    try:
        changes = work.run(Step(_label(facts), "import"), bring_in)
    except _TakeBack:
        return outcomes[-1], None
    # An import is taken back by its own command, which looks at more than a step's rows.
    return outcomes[-1], replace(changes, undoable=False)


def _label(facts: FileFacts) -> str:
    what = _WHAT.get(facts.kind, facts.kind)
    what = what if facts.rows != 1 else what.removesuffix("s")
    return f"Import {facts.rows:,} {what} from {facts.name}"


def _begin(tx: Transaction, facts: FileFacts) -> ImportRun:
    tx.evidence = facts.sha256
    run = ImportRun(
        kind=facts.kind,
        file_name=facts.name,
        file_sha256=facts.sha256,
        at=tx.now,
        by_name=tx.actor.name,
        mapping=facts.mapping,
    )
    tx.session.add(run)
    tx.session.flush()
    return run


def _end(tx: Transaction, run_id: int, tally: Tally, facts: FileFacts) -> None:
    session = tx.session
    run = session.get_one(ImportRun, run_id)
    run.created, run.updated, run.unchanged = tally.created, tally.updated, tally.unchanged
    run.refused = len(tally.refused_rows)
    point_at_step(session, run_id, "step_id")
    if not facts.remember:
        return
    remembered = session.scalar(select(ImportMapping).where(ImportMapping.shape == facts.shape))
    if remembered is None:
        session.add(ImportMapping(kind=facts.kind, shape=facts.shape, mapping=facts.mapping))
    elif (remembered.kind, remembered.mapping) != (facts.kind, facts.mapping):
        remembered.kind, remembered.mapping = facts.kind, facts.mapping


def point_at_step(session: Session, run_id: int, column: str) -> None:
    """Let a run name the step that this session is about to commit; the step is written after the use case."""

    def point(committing: Session) -> None:
        run, step = ImportRun.__table__, JournalStep.__table__
        newest = select(func.max(step.c.id)).scalar_subquery()
        committing.connection().execute(
            update(run).where(run.c.id == run_id).values({column: newest})  # type: ignore[arg-type]
        )

    event.listen(session, "before_commit", point, once=True)


def _outcome(run_id: int | None, tally: Tally) -> Outcome:
    notes = (
        translate("imports", "{words} ({count:,} rows)").format(words=words, count=count) if count > 1 else words
        for words, count in tally.notes.items()
    )
    return Outcome(
        run_id,
        tally.created,
        tally.updated,
        tally.unchanged,
        len(tally.refused_rows),
        tuple(sorted(tally.problems, key=lambda each: each.row)),
        tuple(notes),
        tuple(tally.first),
        tuple(tally.cards),
    )
