"""What all services share: fetch a row, check its version, archive and restore."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.nouns import noun
from hhcrm.domain.wording import translate
from hhcrm.models.approaches import Approach, ApproachNote
from hhcrm.models.base import Base, Keyed
from hhcrm.models.commitments import Commitment
from hhcrm.models.contacts import Contact
from hhcrm.models.files import Attachment
from hhcrm.models.goals import Goal
from hhcrm.models.pilots import Pilot
from hhcrm.models.referrals import Referral
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import User
from hhcrm.models.visits import Visit
from hhcrm.services.commands import Archive, Restore
from hhcrm.services.values import text_or_none
from hhcrm.storage.work import Transaction, UnitOfWork


class _Archivable(Protocol):
    """What is archived: such tables all have these columns."""

    archived_at: datetime | None
    archived_by: str | None
    archived_why: str | None


Row = TypeVar("Row", bound=Keyed)

ARCHIVABLE: dict[str, tuple[type[Base], str]] = {
    "referral_source": (ReferralSource, "source"),
    "contact": (Contact, "person"),
    "visit": (Visit, "visit"),
    "commitment": (Commitment, "commitment"),
    "attachment": (Attachment, "file"),
    "referral": (Referral, "referral"),
    "pilot": (Pilot, "pilot"),
    "goal": (Goal, "goal"),
    "approach": (Approach, "approach"),
    "approach_note": (ApproachNote, "note"),
}
"""Tables whose rows a person may archive, and what people call a row."""

PLURALS = {"person": "people", "approach": "approaches"}


def fetch(session: Session, kind: type[Row], row_id: int, what: str, version: int | None = None) -> Row:
    """The row; raises NotFound, or Conflict when it is no longer at the version that was read."""
    row = session.get(kind, row_id)
    if row is None:
        raise NotFound(translate("services", "That {what} is no longer there.").format(what=noun(what)))
    if version is not None and row.version != version:
        raise Conflict(
            translate(
                "services",
                "Somebody changed this {what} meanwhile. Nothing was saved; look at it again and repeat your change.",
            ).format(what=noun(what))
        )
    return row


PointsAt = Sequence[tuple[str, type[Keyed], str]]
"""Columns that hold keys of other rows: the column, whose rows, and what people call one."""


def check_pointed_at(
    session: Session, points_at: PointsAt, values: Mapping[str, Any], row: Keyed | None = None
) -> None:
    """Whether the rows are there that these values point at; of a row that is edited, those it did not point at yet.

    Raises NotFound.
    """
    for name, kind, what in points_at:
        key = values.get(name)
        if key is not None and (row is None or key != getattr(row, name)):
            fetch(session, kind, key, what)


def hold_people(session: Session, ids: Iterable[int | None]) -> None:
    """Hold these people's rows until the step is through: on a server whoever fills the same days comes second."""
    wanted = {key for key in ids if key is not None}
    held = select(User.id).where(User.id.in_(wanted)).order_by(User.id).with_for_update(key_share=True)
    session.execute(held)


def assign(row: Any, values: dict[str, Any]) -> None:
    """Set only what differs: saving without a change is no change."""
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def unarchive(row: Any) -> None:
    """Bring an archived row back; one that is not archived stays as it is."""
    assign(row, {"archived_at": None, "archived_by": None, "archived_why": None})


def moved_on(row: Any, column: str) -> None:
    """Give a row its next version though only rows that hang on it change: who read it before must see a conflict.

    `column` is any of its columns; it is written as it is. A row that is to be written anyway moves on by itself: were
    it flagged, what the column held before would be forgotten, and undo would bring the new value back.
    """
    session = inspect(row).session
    if inspect(row).persistent and session is not None and not session.is_modified(row, include_collections=False):
        flag_modified(row, column)


def counted(number: int, what: str) -> str:
    """A number of records in words: "1 visit", "12 people"."""
    return f"{number:,} {what if number == 1 else PLURALS.get(what, what + 's')}"


def archive(work: UnitOfWork, command: Archive) -> ChangeSet:
    """Archive rows with who, when and why; archived rows stay as they are."""
    kind, what = _archivable(command.table)

    def put_away(tx: Transaction) -> int | None:
        for row in _rows(tx.session, kind, command.ids):
            if row.archived_at is None:
                row.archived_at, row.archived_by = tx.now, tx.actor.name
                row.archived_why = text_or_none(command.why)
        return command.ids[0] if command.ids else None

    return work.run(f"Archive {counted(len(command.ids), what)}", put_away)


def restore(work: UnitOfWork, command: Restore) -> ChangeSet:
    """Bring archived rows back."""
    kind, what = _archivable(command.table)

    def bring_back(tx: Transaction) -> int | None:
        for row in _rows(tx.session, kind, command.ids):
            unarchive(row)
        return command.ids[0] if command.ids else None

    return work.run(f"Restore {counted(len(command.ids), what)}", bring_back)


def _archivable(table: str) -> tuple[type[Base], str]:
    if table not in ARCHIVABLE:
        raise RuleBroken(f"Records of {table.replace('_', ' ')} cannot be archived.")
    return ARCHIVABLE[table]


def _rows(session: Session, kind: type[Base], ids: tuple[int, ...]) -> list[Any]:
    return [row for row in (session.get(kind, row_id) for row_id in ids) if row is not None]
