"""What the agency knows of a referral when it answers: read for the window to show and for the decision to keep."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, select

from hhcrm.domain.capability import CapacityWord, DisciplineAnswer, discipline_answer
from hhcrm.domain.criteria import Criteria, CriteriaFacts, guess_criteria
from hhcrm.domain.words import CapacityState, ReferralStage
from hhcrm.models.capability import DisciplineCapacity
from hhcrm.models.lookups import ClinicalGroup, Discipline, ServiceLine
from hhcrm.models.referrals import Referral, ReferralDiscipline

CASE_LOAD_DAYS = timedelta(days=30)
"""The case load counts those who started in so many days."""

_referral, _needed = Referral.__table__.c, ReferralDiscipline.__table__.c
_discipline, _capacity = Discipline.__table__.c, DisciplineCapacity.__table__.c
_line, _group = ServiceLine.__table__.c, ClinicalGroup.__table__.c


class CriteriaReader:
    """Fills the four criteria of referrals at one instant; what is the same for all is read once."""

    def __init__(self, connection: Connection, now: datetime, today: date) -> None:
        self._connection, self._today = connection, today
        words = [
            CapacityWord(row.discipline_id, row.state, row.from_at, "", "", row.until_on)
            for row in connection.execute(
                select(_capacity.discipline_id, _capacity.state, _capacity.from_at, _capacity.until_on)
                .where(_capacity.from_at <= now)
                .order_by(_capacity.from_at, _capacity.id)
            )
        ]
        rows = connection.execute(
            select(_discipline.id, _discipline.name)
            .where(_discipline.archived_at.is_(None))
            .order_by(_discipline.position, _discipline.name, _discipline.id)
        ).all()
        self._answers: dict[int, tuple[str, DisciplineAnswer]] = {
            row.id: (row.name, discipline_answer(words, row.id, now, today)) for row in rows
        }
        self._lines = {row.id: row for row in connection.execute(select(_line.id, _line.name, _line.limits))}
        self._groups = {row.id: row.name for row in connection.execute(select(_group.id, _group.name))}
        self._waiting = self._count_waiting()
        self._started = self._count_started()

    def guess(self, referral_id: int) -> Criteria:
        """The four criteria as the capability fills them; empty where there is no such referral."""
        row = self._connection.execute(
            select(_referral.service_line_id, _referral.clinical_group_id).where(_referral.id == referral_id)
        ).one_or_none()
        if row is None:
            return Criteria()
        needed = self._connection.execute(select(_needed.discipline_id).where(_needed.referral_id == referral_id))
        return self.guess_of(row.service_line_id, row.clinical_group_id, set(needed.scalars()))

    def guess_of(self, line_id: int | None, group_id: int | None, needed: Collection[int]) -> Criteria:
        """The four criteria of a referral of this line and group that needs these disciplines."""
        line = self._lines.get(line_id) if line_id is not None else None
        return guess_criteria(
            CriteriaFacts(
                line=line.name if line is not None else "",
                group=self._groups.get(group_id, "") if group_id is not None else "",
                needed=[answer for key, answer in self._answers.items() if key in needed],
                short=[each for each in self._answers.values() if _is_short(each[1])],
                waiting=self._waiting,
                started=sum(self._started.values()),
                alike=self._started.get(group_id, 0),
                limits=(line.limits or "") if line is not None else "",
            ),
            self._today,
        )

    def _count_waiting(self) -> int:
        coming = (ReferralStage.ACCEPTED, ReferralStage.SCHEDULED)
        return self._connection.execute(
            select(func.count()).where(_referral.stage.in_(coming), _referral.archived_at.is_(None))
        ).scalar_one()

    def _count_started(self) -> dict[int | None, int]:
        """By clinical group, those whose care started in the last days."""
        begin = self._today - CASE_LOAD_DAYS
        rows = self._connection.execute(
            select(_referral.clinical_group_id, func.count())
            .where(_referral.soc_on > begin, _referral.soc_on <= self._today, _referral.archived_at.is_(None))
            .group_by(_referral.clinical_group_id)
        )
        return {group: int(count) for group, count in rows}


def _is_short(answer: DisciplineAnswer) -> bool:
    return answer.state in (CapacityState.LIMITED, CapacityState.CLOSED)
