"""The unit of work: one use case, one transaction, one journal step, one change set."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, event, text
from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.setting_keys import SettingKey, rule_key
from hhcrm.storage import derived
from hhcrm.storage.engine import writing
from hhcrm.storage.faults import plain_words
from hhcrm.storage.journal import Actor, Step, write_step
from hhcrm.storage.recorder import Recorder

CHANNEL = "hhcrm_changes"
"""PostgreSQL's notification channel; the payload is the step's id and nothing else."""

Tell = Callable[[str, int, int | None], None]
"""What is being done, how many rows are done, of how many; raises to stop, and then nothing is changed."""

RULES_TABLES = frozenset({"holiday", "visit_kind", "source_type", "setting"})
"""A change in one of these may move every source's due date."""


RULES = rule_key("")
"""What the settings that are numbers of the rules begin with."""


class Transaction:
    """What a use case works with: the session, who acts, the clock, and bulk bookkeeping."""

    def __init__(
        self, session: Session, actor: Actor, now: datetime, recorder: Recorder, tell: Tell | None = None
    ) -> None:
        self.session = session
        self.actor = actor
        self.now = now
        self.recorder = recorder
        self.evidence = ""
        """Hashed into the journal step beside its entries (an import's file hash)."""
        self.refresh_sources: set[int] = set()
        """Sources whose derived columns a bulk statement has moved."""
        self.tell: Tell = tell or _nobody_listens
        """Says how far long work is."""
        self.label = ""
        """What the step is called after all; empty for what it was called when it began."""
        self.told = ""
        """What the person must hear in place of what they meant to do."""


class UnitOfWork:
    """Runs use cases against one database. Make one per process; it keeps no session between runs."""

    def __init__(self, engine: Engine, actor: Actor, now: Callable[[], datetime]) -> None:
        self.engine = writing(engine)
        self.actor = actor
        self.now = now

    def run(self, step: Step | str, work: Callable[[Transaction], int | None], tell: Tell | None = None) -> ChangeSet:
        """Carry out `work` in one transaction and journal it under the step's label.

        `work` returns the id of the row that the command was about. When nothing changed, nothing is journalled and the
        change set is empty. Raises KnownFault for faults in words; any error leaves everything as it was, so does
        what `tell` raises.
        """
        step = Step(step) if isinstance(step, str) else step
        recorder = Recorder()
        with plain_words(), Session(self.engine, autoflush=True, expire_on_commit=False) as session:
            recorder.attach(session)
            event.listen(session, "before_flush", _before_flush)
            tx = Transaction(session, self.actor, self.now(), recorder, tell)
            subject = work(tx)
            step = replace(step, label=tx.label or step.label)
            session.flush()
            touched = recorder.touched()
            if not touched:
                session.rollback()
                return ChangeSet(step.label, undoable=False, subject=subject)
            self._derive(session, tx, touched)
            connection = session.connection()
            step_id = write_step(connection, step, recorder.entries(), self.actor, tx.now, tx.evidence, tx.tell)
            _notify(session, step_id)
            session.commit()
        return ChangeSet(step.label, touched, step_id, subject=subject, told=tx.told)

    def _derive(self, session: Session, tx: Transaction, touched: Mapping[str, frozenset[int]]) -> None:
        if _moves_due_dates(tx, touched):
            derived.refresh(session.connection())
            return
        sources = derived.touched_sources(touched, list(_images(tx.recorder))) | tx.refresh_sources
        sources |= derived.sources_of_cohorts(session.connection(), touched.get("cohort", ()))
        if sources:
            derived.refresh(session.connection(), sources)


def fill_search_columns(session: Session) -> None:
    """Recompute search columns of what is about to be written, and of people whose numbers or addresses change."""
    for row in list(session.new) + list(session.dirty) + list(session.deleted):
        owner = getattr(row, "contact", None) if type(row).__name__ in ("ContactPhone", "ContactEmail") else row
        if owner is not None and hasattr(owner, "fill_search_columns") and owner not in session.deleted:
            owner.fill_search_columns()


def _before_flush(session: Session, _context: object, _instances: object) -> None:
    fill_search_columns(session)


def _moves_due_dates(tx: Transaction, touched: Mapping[str, frozenset[int]]) -> bool:
    """Whether every source may be due on another day: the agency's name, say, moves none of them."""
    rules = RULES_TABLES & touched.keys()
    if rules != {"setting"}:
        return bool(rules)
    keys = {image["key"] for table, image in _images(tx.recorder) if table == "setting"}
    return any(key == SettingKey.WORKING_WEEK or key.startswith(RULES) for key in keys)


def _images(recorder: Recorder) -> Iterable[tuple[str, dict[str, Any]]]:
    for noted in recorder.entries():
        for image in (noted.before, noted.after):
            if image is not None:
                yield noted.table, json.loads(image)


def _nobody_listens(_doing: str, _done: int, _total: int | None) -> None:
    """Short work is not talked about."""


def _notify(session: Session, step_id: int) -> None:
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_notify(:channel, :payload)"), {"channel": CHANNEL, "payload": str(step_id)})
