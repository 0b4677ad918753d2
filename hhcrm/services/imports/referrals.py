"""Referrals from a file, a block at a time. Each row is one patient.

A row is the referral with its referral_id, else one of the same source and day of first hearing (the same instant where
both know it) that agrees in contact, patient's ZIP, service line and payer, as far as the file has these columns, and
in the patient's name where both have one. A referral is matched once in a run: two equal rows are two patients.

Stages follow from the dates where the file names none. The entries of a referral's path are made from its dates:
received when authorised or heard of, the decision when decided, the admission at the start of care.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select, tuple_

from hhcrm.domain.after_care import AfterCare, check_after_care
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.referrals import as_instant, received_at, referral_date
from hhcrm.domain.text import name_key
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.models.referrals import Referral, ReferralPatient, ReferralStageEntry, referral_search_text
from hhcrm.services.imports.job import Job, by_ids, differing, rows_of
from hhcrm.services.imports.matching import Wanted
from hhcrm.services.imports.people import PeopleIndex
from hhcrm.services.imports.rows import Block, Refused

_AS_IS = (
    "zip", "admission_source", "diagnosis", "ordered_soc", "ended_on", "satisfaction", "readmitted_on", "notes",
)  # fmt: skip
_AFTER_CARE = ("ended_on", "readmitted_on", "satisfaction")
_LOOKUPS = ("liaison", "service_line", "payer", "clinical_group", "reason")
_IDENTIFIERS = ("patient_name", "date_of_birth", "phone")
_TABLE: Any = Referral.__table__
_c = _TABLE.c
_EMPTY: dict[str, Any] = {
    column.key: None
    for column in _TABLE.columns
    if column.key not in ("id", "version", "import_run_id") and not column.info.get("derived")
}
_IDENTITY = (("contact_id", "contact"), ("zip", "zip"), ("service_line_id", "service_line"), ("payer_id", "payer"))
_INSTANTS = ("heard_at", "authorized_at", "decided_at", "soc_at", "discharged_at")


@dataclass(slots=True)
class _Read:
    """One row of the file as it would be stored. `exact` says whether the time of first hearing is known."""

    number: int
    referral_id: int | None
    values: dict[str, Any]
    patient: dict[str, Any]
    exact: bool


@dataclass(slots=True)
class _Present:
    """A referral that is there, or that this block makes."""

    id: int
    values: dict[str, Any]
    patient: dict[str, Any] = field(default_factory=dict)
    new: bool = False


class ReferralImport:
    """Takes referrals."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._people: PeopleIndex | None = None
        self._matched: set[int] = set()

    def take(self, block: Block) -> None:
        """Match, count and write some rows."""
        job = self._job
        job.refuse_all(block.refused)
        read = list(self._read_all(block))
        if not read:
            return
        identity = tuple(name for name, has in _IDENTITY if has in block.columns)
        present = _Presence(job, read, identity, self._matched)
        made: list[_Present] = []
        changed: dict[int, tuple[dict[str, Any], dict[str, Any]]] = {}
        for row in read:
            try:
                self._place(row, present, made, changed)
            except Refused as refused:
                job.refuse(row.number, refused)
        self._write(made)
        if changed:
            job.update(Referral, {key: values for key, (values, _) in changed.items()}, self._follow(changed))

    def finish(self) -> None:
        """Nothing waits: each block is written at once."""

    def _read_all(self, block: Block) -> Iterator[_Read]:
        for number, row in rows_of(block):
            try:
                yield self._read(number, row)
            except Refused as refused:
                self._job.refuse(number, refused)

    def _read(self, number: int, row: Mapping[str, Any]) -> _Read:
        job, heard = self._job, row.get("heard_at")
        if heard is None:
            raise Refused(
                "heard_at", None, translate("imports", "Say when the referral was first heard of, such as 2026-11-20.")
            )
        source_id = job.source(number, Wanted(row.get("source"), row.get("source_id"), zip=row.get("source_zip")))
        values = {name: row[name] for name in _AS_IS if name in row}
        values["source_id"] = source_id
        values["heard_at"] = self._instant(heard)
        for name in ("authorized_at", "decided_at"):
            if name in row:
                values[name] = None if row[name] is None else self._instant(row[name])
        for name in _LOOKUPS:
            if name in row:
                values[f"{name}_id"] = job.find(name, row[name])
        if "contact" in row:
            values["contact_id"] = self._contact(row["contact"], source_id)
        for name, beside in (("discharged_on", "discharged_at"), ("soc_on", "soc_at")):
            if name in row:
                values[name], values[beside] = self._day_and_time(row[name])
        if row.get("stage") is not None:
            values["stage"] = row["stage"]
        if "reason_owner" in row:
            values["reason_owner"] = row["reason_owner"]
        if values.get("reason_id") is not None and values.get("reason_owner") is None:
            values["reason_owner"] = job.lists.reason_owner(values["reason_id"])
        # Who the patient is, is never cleared by a blank.
        patient = {name: row[name] for name in _IDENTIFIERS if row.get(name) is not None}
        return _Read(number, row.get("referral_id"), values, patient, isinstance(heard, datetime))

    def _instant(self, moment: date | datetime) -> datetime:
        zone = self._job.setting.zone
        if isinstance(moment, datetime) and moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone)
        return as_instant(moment, zone)

    def _day_and_time(self, moment: date | datetime | None) -> tuple[date | None, datetime | None]:
        if isinstance(moment, datetime):
            instant = self._instant(moment)
            return instant.astimezone(self._job.setting.zone).date(), instant
        return moment, None

    def _contact(self, text: str | None, source_id: int) -> int | None:
        if text is None:
            return None
        people = self._people = self._people or PeopleIndex(self._job.connection)
        try:
            return people.named(text, source_id)
        except Refused as refused:
            raise Refused("contact", refused.value, refused.problem) from None

    def _place(self, row: _Read, present: _Presence, made: list[_Present], changed: dict[int, Any]) -> None:
        job, there = self._job, present.of(row)
        if there is None:
            made.append(self._make(row, present))
            job.tally.created += 1
            self._see(row, made[-1])
            return
        self._matched.add(there.id)
        if there.values["archived_at"] is not None:
            raise Refused(
                "referral_id",
                there.id,
                translate("imports", "The row matches an archived referral. Restore it, then import again."),
            )
        values = differing(there.values, self._no_less_exact(there, row))
        self._check_after_care(there.values | values, values)
        patient = {name: value for name, value in row.patient.items() if there.patient.get(name) != value}
        if not values and not patient:
            job.tally.unchanged += 1
            return
        job.tally.updated += 1
        self._see(row, there)
        changed[there.id] = (values, patient)
        merged = there.values | values
        values["referral_on"] = self._date_of(merged)

    def _check_after_care(self, merged: Mapping[str, Any], changed: Mapping[str, Any]) -> None:
        """What a file tells of a referral after its start of care must fit it, as when it is typed."""
        if not {"soc_on", *_AFTER_CARE} & changed.keys():
            return
        try:
            check_after_care(
                AfterCare(merged["soc_on"], *(merged[name] for name in _AFTER_CARE)), self._job.setting.today
            )
        except RuleBroken as fault:
            field = fault.field or "soc_on"
            raise Refused(field, merged[field], str(fault)) from None

    def _see(self, row: _Read, referral: _Present) -> None:
        values, zone = referral.values, self._job.setting.zone
        name = self._job.sources.known[values["source_id"]].name
        self._job.tally.see(row.number, referral.new, name, _day(values["heard_at"], zone), values["stage"])

    def _no_less_exact(self, there: _Present, row: _Read) -> dict[str, Any]:
        """The row's values without those that the database knows more exactly: a day's time, a second's parts."""
        zone, values, now = self._job.setting.zone, dict(row.values), there.values
        for name, beside in (("discharged_on", "discharged_at"), ("soc_on", "soc_at")):
            if name in values and values[beside] is None and values[name] == now[name]:
                del values[beside]
        for name in _INSTANTS:
            new, old = values.get(name), now[name]
            if new is None or old is None:
                continue
            day_alone = not row.exact if name == "heard_at" else new.astimezone(zone).time() == time(12)
            same_day = _day(old, zone) == _day(new, zone)
            if old.replace(microsecond=0) == new or (day_alone and same_day):
                del values[name]
        return values

    def _make(self, row: _Read, present: _Presence) -> _Present:
        wanted, values = row.referral_id, _EMPTY | row.values
        self._check_after_care(values, row.values)
        if wanted is not None and wanted in present.free:
            present.free.discard(wanted)
            self._job.keys.keep("referral", wanted)
            key = wanted
        else:
            key = self._job.keys.take("referral")
        values["stage"] = values["stage"] or _stage_by_dates(values)
        values["referral_on"] = self._date_of(values)
        self._matched.add(key)
        new = _Present(key, values, dict(row.patient), new=True)
        present.add(new)
        return new

    def _date_of(self, values: Mapping[str, Any]) -> date:
        return referral_date(values["heard_at"], values["authorized_at"], self._job.setting.zone)

    def _write(self, made: list[_Present]) -> None:
        job, take = self._job, self._job.keys.take
        rows = []
        for each in made:
            v = each.values
            found = referral_search_text(v["diagnosis"], v["notes"], v["reason_text"])
            rows.append({"id": each.id, **v, "find_text": found})
        job.insert("referral", rows)
        empty = dict.fromkeys(_IDENTIFIERS)
        job.insert(
            "referral_patient",
            [
                {"id": take("referral_patient"), "referral_id": each.id, **empty, **each.patient}
                for each in made
                if each.patient
            ],
        )
        job.insert("referral_stage_entry", [entry for each in made for entry in self._path(each)])
        job.tx.refresh_sources.update(each.values["source_id"] for each in made)

    def _path(self, made: _Present) -> Iterator[dict[str, Any]]:
        """The entries that lead to the referral's stage, from its dates as far as there are any."""
        values, stage = made.values, made.values["stage"]
        heard, decided = values["heard_at"], values["decided_at"]
        received = received_at(heard, values["authorized_at"])
        yield self._entry(made.id, ReferralStage.RECEIVED, min(received, decided or received), {})
        if stage == ReferralStage.RECEIVED:
            return
        if decided is not None and stage in (ReferralStage.SCHEDULED, ReferralStage.ADMITTED):
            yield self._entry(made.id, ReferralStage.ACCEPTED, decided, {})
        at = decided or received
        if stage == ReferralStage.ADMITTED and values["soc_on"] is not None:
            at = max(at, as_instant(values["soc_at"] or values["soc_on"], self._job.setting.zone))
        yield self._entry(made.id, stage, at, values)

    def _entry(self, referral_id: int, stage: str, at: datetime, values: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "id": self._job.keys.take("referral_stage_entry"),
            "referral_id": referral_id,
            "stage": stage,
            "at": at,
            "by_name": self._job.tx.actor.name,
            "reason_id": values.get("reason_id"),
            "reason_text": values.get("reason_text"),
            "reason_owner": values.get("reason_owner"),
        }

    def _follow(self, changed: Mapping[int, tuple[dict[str, Any], dict[str, Any]]]) -> Any:
        """What a change brings along: an entry for a new stage, the patient's own row."""

        def follow(referral: Any, values: Mapping[str, Any]) -> None:
            tag = {"import_run_id": self._job.run_id}
            if "stage" in values:
                now = {"reason_id": referral.reason_id, "reason_owner": referral.reason_owner} | dict(values)
                entry = self._entry(referral.id, values["stage"], self._moved_at(referral, values), now)
                self._job.tx.session.add(ReferralStageEntry(**entry, **tag))
            patient = changed[referral.id][1]
            if patient and referral.patient is None:
                referral.patient = ReferralPatient(**patient, **tag)
            elif patient:
                for name, value in patient.items():
                    setattr(referral.patient, name, value)

        return follow

    def _moved_at(self, referral: Any, values: Mapping[str, Any]) -> datetime:
        """When a referral came to its new stage, as far as the file says; else now. Never before its last entry."""
        last: datetime = max((entry.at for entry in referral.stages), default=referral.heard_at)
        if values["stage"] == ReferralStage.ADMITTED and values.get("soc_on") is not None:
            begun = as_instant(values.get("soc_at") or values["soc_on"], self._job.setting.zone)
            return max(last, begun)
        decided: datetime = values.get("decided_at") or self._job.tx.now
        return max(last, decided)


class _Presence:
    """The referrals that rows of a block may mean: those in the database, and those that the block has made so far."""

    def __init__(self, job: Job, read: list[_Read], identity: tuple[str, ...], matched: set[int]) -> None:
        self._zone = job.setting.zone
        self._identity = identity
        self._matched = matched
        self._by_id: dict[int, _Present] = {}
        self._by_key: dict[tuple[Any, ...], list[_Present]] = {}
        ids = {row.referral_id for row in read if row.referral_id is not None}
        for found in _existing(job, read, ids):
            self.add(found)
        self.free = job.keys.never_used("referral", ids - self._by_id.keys())

    def add(self, referral: _Present) -> None:
        """Know a referral."""
        self._by_id[referral.id] = referral
        self._by_key.setdefault(self._key(referral.values), []).append(referral)

    def of(self, row: _Read) -> _Present | None:
        """The referral that a row means; each is meant once."""
        if row.referral_id is not None and (found := self._by_id.get(row.referral_id)) is not None:
            if found.id in self._matched:
                raise Refused(
                    "referral_id", row.referral_id, translate("imports", "This referral stands in the file already.")
                )
            return found
        wanted = _EMPTY | row.values
        for found in self._by_key.get(self._key(wanted), ()):
            if found.id not in self._matched and self._agrees(found, row):
                return found
        return None

    def _agrees(self, found: _Present, row: _Read) -> bool:
        if row.exact and found.values["heard_at"].replace(microsecond=0) != row.values["heard_at"]:
            return False
        theirs, ours = found.patient.get("patient_name"), row.patient.get("patient_name")
        return not (theirs and ours) or name_key(theirs) == name_key(ours)

    def _key(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        day = _day(values["heard_at"], self._zone)
        return (values["source_id"], day, *(values[name] for name in self._identity))


def _existing(job: Job, read: Iterable[_Read], ids: set[int]) -> Iterator[_Present]:
    zone, columns = job.setting.zone, [_c.id, *(_c[name] for name in _EMPTY)]
    # The day a referral belongs to is that of its authorisation or of first hearing: both are looked for.
    pairs = {
        (row.values["source_id"], _day(moment, zone))
        for row in read
        for moment in (row.values["heard_at"], row.values.get("authorized_at"))
        if moment is not None
    }
    by_day = select(*columns).where(tuple_(_c.source_id, _c.referral_on).in_(pairs))
    rows = {row.id: row for row in job.connection.execute(by_day)}
    if missing := ids - rows.keys():
        rows |= {row.id: row for row in job.connection.execute(select(*columns).where(_c.id.in_(missing)))}
    patients = {
        row.referral_id: {name: getattr(row, name) for name in _IDENTIFIERS if getattr(row, name) is not None}
        for row in by_ids(job, _patients(), "referral_id", rows)
    }
    for key in sorted(rows, key=lambda each: (rows[each].archived_at is not None, each)):
        yield _Present(key, dict(zip(_EMPTY, rows[key][1:], strict=True)), patients.get(key, {}))


def _patients() -> Any:
    return ReferralPatient.__table__


def _day(moment: datetime, zone: Any) -> date:
    return moment.astimezone(zone).date()


def _stage_by_dates(values: Mapping[str, Any]) -> ReferralStage:
    if values["soc_on"] is not None:
        return ReferralStage.ADMITTED
    if values["reason_id"] is not None:
        return ReferralStage.NOT_ADMITTED
    return ReferralStage.RECEIVED if values["decided_at"] is None else ReferralStage.ACCEPTED
