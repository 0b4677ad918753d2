"""What the agency answered to referrals, what was known then, and where the same facts had different answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from hhcrm.domain.capability import CapacityWord, Said, discipline_answer, payer_answer, zip_answer
from hhcrm.domain.consistency import Answer, Differing, Known, differing, least_capacity
from hhcrm.domain.criteria import Criteria
from hhcrm.domain.words import ReferralStage
from hhcrm.models.lookups import Discipline
from hhcrm.models.referrals import ReferralDiscipline
from hhcrm.queries.capability import capacity_words, payer_words, served_places
from hhcrm.queries.ground import PAYER, SERVICE_LINE, r, s, table, year_start
from hhcrm.queries.referral_filter import REFERRAL_WITH_SOURCE, conditions
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.referral_table import GROUP
from hhcrm.queries.referrals import ENTRY, REASON
from hhcrm.queries.report_shape import Asked, Rows
from hhcrm.storage.criteria import CriteriaReader
from hhcrm.storage.settings import agency_zone

_DISCIPLINE, _NEEDED = table(Discipline), table(ReferralDiscipline)
_DECIDED = (ReferralStage.ACCEPTED, ReferralStage.SCHEDULED, ReferralStage.ADMITTED, ReferralStage.NOT_ADMITTED)


def criteria_guess(connection: Connection, referral_id: int, now: datetime, today: date) -> Criteria:
    """What a decision on a referral would note by itself, to be shown before it is made."""
    return CriteriaReader(connection, now, today).guess(referral_id)


def inconsistent(connection: Connection, today: date) -> tuple[Differing, ...]:
    """Where the same facts had different answers in the 12 months to today."""
    of_year = conditions(ReferralFilter(from_on=year_start(today), until_on=today))
    return differing(answers(connection, of_year, agency_zone(connection, today)))


def answers(connection: Connection, which: ColumnElement[bool], zone: tzinfo) -> list[Answer]:
    """The first decision on each referral that is meant (a condition over source and referral), in their order."""
    known = _Known(connection, which)
    first: dict[int, Any] = {}
    for row in connection.execute(_entries(which)):
        first.setdefault(row.id, row)
    return [_answer(row, known, zone) for row in first.values()]


def _entries(which: ColumnElement[bool]) -> Any:
    """Entries that decide, of referrals that are decided; a correction to before its decision took that back."""
    e = ENTRY.c
    return (
        select(
            r.id, r.source_id, s.name.label("source"), r.referral_on, r.zip, r.payer_id, r.service_line_id,
            SERVICE_LINE.c.name.label("line"), PAYER.c.name.label("payer"), GROUP.c.name.label("group"), e.stage, e.at,
            e.by_name, REASON.c.name.label("reason"), e.reason_owner, e.needs, e.case_load, e.staffing, e.skills,
        )
        .select_from(
            REFERRAL_WITH_SOURCE.join(ENTRY, e.referral_id == r.id)
            .outerjoin(SERVICE_LINE, r.service_line_id == SERVICE_LINE.c.id)
            .outerjoin(PAYER, r.payer_id == PAYER.c.id)
            .outerjoin(GROUP, r.clinical_group_id == GROUP.c.id)
            .outerjoin(REASON, e.reason_id == REASON.c.id)
        )
        .where(which, e.stage.in_(_DECIDED), e.at >= r.decided_at)
        .order_by(r.referral_on, r.id, e.id)
    )  # fmt: skip


class _Known:
    """What was known of each referral when it was decided on."""

    def __init__(self, connection: Connection, which: ColumnElement[bool]) -> None:
        self._payers, self._places = payer_words(connection), served_places(connection)
        self._words: dict[int, list[CapacityWord]] = defaultdict(list)
        for word in capacity_words(connection):
            self._words[word.discipline_id].append(word)
        self._needed: dict[int, list[Any]] = defaultdict(list)
        d = _DISCIPLINE.c
        rows = connection.execute(
            select(_NEEDED.c.referral_id, d.id, d.name)
            .select_from(
                REFERRAL_WITH_SOURCE.join(_NEEDED, _NEEDED.c.referral_id == r.id).join(
                    _DISCIPLINE, _NEEDED.c.discipline_id == d.id
                )
            )
            .where(which)
            .order_by(d.position, d.name, d.id)
        )
        for row in rows:
            self._needed[row.referral_id].append(row)
        self._served: dict[tuple[str, int | None], Said] = {}

    def of(self, row: Any, decided_on: date) -> Known:
        """What was known of the referral of one entry."""
        needed = self._needed[row.id]
        capacity = (discipline_answer(self._words[one.id], one.id, row.at, decided_on) for one in needed)
        payer_said = Said.UNSAID
        if row.payer_id is not None and row.service_line_id is not None:
            payer_said = payer_answer(self._payers, row.payer_id, row.service_line_id, decided_on).said
        return Known(
            line=row.line or "", payer=row.payer or "", payer_said=payer_said,
            zip_said=self._zip_said(row.zip or "", row.service_line_id),
            disciplines=tuple(one.name for one in needed), capacity=least_capacity(capacity), group=row.group or "",
        )  # fmt: skip

    def _zip_said(self, code: str, line_id: int | None) -> Said:
        key = (code[:5], line_id)
        if key not in self._served:
            self._served[key] = zip_answer(self._places, *key)
        return self._served[key]


def _answer(row: Any, known: _Known, zone: tzinfo) -> Answer:
    decided_on = row.at.astimezone(zone).date()
    return Answer(
        row.id, row.source_id, row.source, row.referral_on, decided_on, known.of(row, decided_on),
        accepted=row.stage is not ReferralStage.NOT_ADMITTED, by=row.by_name, reason=row.reason or "",
        reason_owner=row.reason_owner,
        criteria=Criteria(row.needs or "", row.case_load or "", row.staffing or "", row.skills or ""),
    )  # fmt: skip


# --- the report -----------------------------------------------------------------------------------------------------

COLUMNS = (
    "referral_id", "source_id", "source", "referral_on", "decided_on", "decided_by", "answer", "reason", "reason_owner",
    "service_line", "payer", "payer_accepted", "zip_served", "disciplines", "capacity", "clinical_group", "needs",
    "case_load", "staffing", "skills", "same_facts", "answers_differ",
)  # fmt: skip


def acceptance(connection: Connection, asked: Asked) -> Rows:
    """The log of decisions: each answer, what was known and noted, and whether others like it were told otherwise."""
    found = answers(connection, asked.of_referral(), asked.zone)
    alike: dict[Known, int] = defaultdict(int)
    for answer in found:
        alike[answer.known] += answer.compares
    unlike = {each.known for each in differing(found)}
    return [_line(each, alike[each.known], each.compares and each.known in unlike) for each in found]


def _line(answer: Answer, alike: int, differs: bool) -> Sequence[Any]:
    known, noted = answer.known, answer.criteria
    return (
        answer.referral_id, answer.source_id, answer.source, answer.referral_on, answer.decided_on, answer.by,
        "accepted" if answer.accepted else "not admitted", answer.reason, str(answer.reason_owner or ""), known.line,
        known.payer, _word(known.payer_said), _word(known.zip_said), "; ".join(known.disciplines),
        str(known.capacity or ""), known.group, noted.needs, noted.case_load, noted.staffing, noted.skills,
        alike if answer.compares else None, "yes" if differs else "no",
    )  # fmt: skip


def _word(said: Said) -> str:
    return "" if said is Said.UNSAID else said.value
