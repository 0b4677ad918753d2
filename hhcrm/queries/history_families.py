"""Which rows belong to the history of a record: its own, and those that hang on it.

Patient identifiers lie in a table of their own that is in no family: no history reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, Select, bindparam, exists, select, union
from sqlalchemy.sql.selectable import CompoundSelect

from hhcrm.domain.errors import NotFound
from hhcrm.domain.wording import translate
from hhcrm.models.approaches import Approach, ApproachNote, ApproachSource
from hhcrm.models.commitments import Commitment
from hhcrm.models.contacts import Affiliation, Contact, ContactEmail, ContactPhone
from hhcrm.models.files import Attachment
from hhcrm.models.goals import Goal
from hhcrm.models.imports import ImportRun
from hhcrm.models.journal import JournalEntry
from hhcrm.models.pilots import Pilot, PilotStandard
from hhcrm.models.referrals import LoopUpdate, Referral, ReferralDiscipline, ReferralStageEntry
from hhcrm.models.sources import CohortMember, ProviderCount, ReferralSource, SourceHours, SourceStageChange
from hhcrm.models.visits import Visit, VisitContact, VisitMaterial
from hhcrm.queries.agency import sample_steps
from hhcrm.queries.ground import table

ENTRY, RUN = table(JournalEntry), table(ImportRun)

KEY = "key"
"""The bound parameter that holds the id of the record whose history is read."""

_key = bindparam(KEY, type_=Integer())

_OF_SOURCE = (
    Visit,
    Commitment,
    Referral,
    Attachment,
    Affiliation,
    SourceStageChange,
    CohortMember,
    ProviderCount,
    SourceHours,
    Pilot,
)
"""Tables whose rows name their source."""

_OF_PEOPLE = (ContactPhone, ContactEmail)
_OF_VISITS = (VisitContact, VisitMaterial)
_OF_REFERRALS = (ReferralStageEntry, ReferralDiscipline, LoopUpdate)

_IMPORTED = (Visit, Referral, Commitment, Affiliation)
"""Rows that a file can bring for a source that was there before."""


@dataclass(frozen=True, slots=True)
class Family:
    """The rows of one kind of record.

    `row_ids` says by table which rows are there now, `children` by table the column that points at the record: rows
    taken away are found by it.
    """

    root: str
    row_ids: Mapping[str, Select[Any]]
    runs: tuple[Select[Any], ...]
    children: Mapping[str, str]

    def steps(self) -> CompoundSelect[Any]:
        """The steps that touched these rows, the runs that brought them, and the sample's."""
        entries = (entries_of(name, ids, ENTRY.c.step_id) for name, ids in self.row_ids.items())
        return union(*entries, *self.runs, self._sample_step())

    def _sample_step(self) -> Select[Any]:
        """The step that made the sample, for a record that neither a person nor an import brought."""
        own = table(ReferralSource).metadata.tables[self.root]
        added = exists().where(ENTRY.c.table_name == own.name, ENTRY.c.row_id == _key, ENTRY.c.before.is_(None))
        bare = exists().where(own.c.id == _key)
        if "import_run_id" in own.c:
            bare = exists().where(own.c.id == _key, own.c.import_run_id.is_(None))
        return sample_steps().where(bare, ~added)


def family(root: str) -> Family:
    """The family of a kind of record. Raises NotFound where there is no history of its own."""
    if root not in _FAMILIES:
        raise NotFound(translate("history", "There is no history of this kind of record."))
    return _FAMILIES[root]


def entries_of(name: str, ids: Select[Any], *columns: Any) -> Select[Any]:
    """What the journal has of some rows of a table."""
    return select(*columns).where(ENTRY.c.table_name == name, ENTRY.c.row_id.in_(ids))


def _own(model: type[Any]) -> Select[Any]:
    return select(table(model).c.id).where(table(model).c.id == _key)


def _hanging(model: type[Any], column: str) -> Select[Any]:
    of = table(model)
    return select(of.c.id).where(of.c[column] == _key)


def _under(model: type[Any], column: str, parents: Select[Any]) -> Select[Any]:
    of = table(model)
    return select(of.c.id).where(of.c[column].in_(parents))


def _people() -> Select[Any]:
    at = table(Affiliation).c
    return select(at.contact_id).where(at.source_id == _key)


def _run_steps(models: Iterable[tuple[type[Any], str]]) -> Iterable[Select[Any]]:
    for model, column in models:
        of = table(model)
        runs = select(of.c.import_run_id).where(of.c[column] == _key, of.c.import_run_id.is_not(None))
        yield select(RUN.c.step_id).where(RUN.c.id.in_(runs), RUN.c.step_id.is_not(None))


def _sources() -> Family:
    ids = {table(ReferralSource).name: _own(ReferralSource), table(Contact).name: _people()}
    ids |= {table(model).name: _hanging(model, "source_id") for model in _OF_SOURCE}
    ids |= {table(model).name: _under(model, "contact_id", _people()) for model in _OF_PEOPLE}
    ids |= {table(model).name: _under(model, "visit_id", _hanging(Visit, "source_id")) for model in _OF_VISITS}
    ids |= {table(model).name: _under(model, "referral_id", _hanging(Referral, "source_id")) for model in _OF_REFERRALS}
    ids[table(PilotStandard).name] = _under(PilotStandard, "pilot_id", _hanging(Pilot, "source_id"))
    runs = _run_steps([(ReferralSource, "id"), *((model, "source_id") for model in _IMPORTED)])
    return Family(table(ReferralSource).name, ids, tuple(runs), {})


def _records(model: type[Any], children: Iterable[type[Any]], *, imported: bool = True) -> Family:
    root = table(model).name
    column = f"{root}_id"
    ids = {root: _own(model)} | {table(child).name: _hanging(child, column) for child in children}
    runs = tuple(_run_steps([(model, "id")])) if imported else ()
    return Family(root, ids, runs, {table(child).name: column for child in children})


_FAMILIES: Mapping[str, Family] = {
    each.root: each
    for each in (
        _sources(),
        _records(Contact, (*_OF_PEOPLE, Affiliation)),
        _records(Visit, (*_OF_VISITS, Commitment)),
        _records(Referral, _OF_REFERRALS),
        _records(Commitment, ()),
        _records(Attachment, (), imported=False),
        _records(Pilot, (PilotStandard,), imported=False),
        _records(Goal, (), imported=False),
        _records(Approach, (ApproachSource, ApproachNote), imported=False),
        _records(ApproachNote, (), imported=False),
    )
}
