"""What Measure is asked with and what it says; no database library here, the window and the charts import it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.periods import month_end
from hhcrm.domain.wording import translate
from hhcrm.domain.words import LoopStep
from hhcrm.queries.referral_models import Outcome, ReferralFilter

NO_SOURCE = 0
"""The id that no source has."""


@dataclass(frozen=True, slots=True)
class MeasureFilter:
    """The period (both days included) and whose; None means any.

    A referral or visit without a liaison is its source's owner's; a gap in a rhythm is the owner's. A team is its
    people. `source_ids` are these sources and no others, `not_source_ids` leaves sources out. Activity (`kind_id`) and
    material reach referrals by attribution alone (product.md, section 5), which is asked through `measured`.
    """

    from_on: date
    until_on: date
    liaison_id: int | None = None
    type_id: int | None = None
    territory_id: int | None = None
    source_id: int | None = None
    team_id: int | None = None
    payer_id: int | None = None
    service_line_id: int | None = None
    clinical_group_id: int | None = None
    kind_id: int | None = None
    material_id: int | None = None
    source_ids: tuple[int, ...] = ()
    not_source_ids: tuple[int, ...] = ()

    def referrals(self, outcome: Outcome | None = None) -> ReferralFilter:
        """The referrals that this means, with this outcome. Raises RuleBroken where it asks for visits of a kind."""
        if self.kind_id is not None or self.material_id is not None:
            raise RuleBroken(translate("measures", "Referrals have no activity or material of their own."), "kind_id")
        return ReferralFilter(
            from_on=self.from_on,
            until_on=self.until_on,
            source_ids=self.only_sources,
            not_source_ids=self.not_source_ids,
            type_id=self.type_id,
            territory_id=self.territory_id,
            liaison_id=self.liaison_id,
            team_id=self.team_id,
            payer_id=self.payer_id,
            service_line_id=self.service_line_id,
            clinical_group_id=self.clinical_group_id,
            outcome=outcome,
        )

    @property
    def only_sources(self) -> tuple[int, ...]:
        """These sources and no others; () means any. One that is in one filter and not in the other leaves none."""
        if self.source_id is None:
            return self.source_ids
        return (self.source_id,) if not self.source_ids or self.source_id in self.source_ids else (NO_SOURCE,)

    def in_month(self, month: date) -> MeasureFilter:
        """The part of the period that lies in the month of this day."""
        first = max(self.from_on, month.replace(day=1))
        return replace(self, from_on=first, until_on=min(self.until_on, month_end(month)))


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What became of some referrals; those neither admitted nor not admitted are still open."""

    referrals: int = 0
    admitted: int = 0
    not_admitted: int = 0

    @property
    def still_open(self) -> int:
        """Not decided yet."""
        return self.referrals - self.admitted - self.not_admitted

    @property
    def decided(self) -> int:
        """What conversion is a share of."""
        return self.admitted + self.not_admitted

    @property
    def conversion(self) -> float | None:
        """Admitted of those decided, 0 to 1 (product.md, section 6); None where none is decided."""
        return self.admitted / self.decided if self.decided else None

    def without(self, others: Outcomes) -> Outcomes:
        """What is left when these others are taken away."""
        return Outcomes(
            self.referrals - others.referrals,
            self.admitted - others.admitted,
            self.not_admitted - others.not_admitted,
        )

    def and_also(self, others: Outcomes) -> Outcomes:
        """Both together."""
        return Outcomes(
            self.referrals + others.referrals,
            self.admitted + others.admitted,
            self.not_admitted + others.not_admitted,
        )


@dataclass(frozen=True, slots=True)
class NamedOutcomes:
    """Referrals of one source, or of one type of source."""

    key: int
    name: str
    outcomes: Outcomes


@dataclass(frozen=True, slots=True)
class MonthOutcomes:
    """Referrals of a month, given by its first day."""

    month: date
    outcomes: Outcomes


@dataclass(frozen=True, slots=True)
class MeasuredReferrals:
    """Referrals of a period: the sources that sent most, its months until today, the types in the agency's order."""

    asked: MeasureFilter
    total: Outcomes
    sources: tuple[NamedOutcomes, ...]
    source_count: int
    months: tuple[MonthOutcomes, ...]
    types: tuple[NamedOutcomes, ...]
    fewest: int = 5
    """Fewer cases than this are said instead of a percentage (product.md, section 6)."""

    ahead: bool = False
    """Whether all of the period is still to come: of it nothing is known, which is not the same as 0."""

    @property
    def others(self) -> Outcomes:
        """What the sources not named sent."""
        left = self.total
        for source in self.sources:
            left = left.without(source.outcomes)
        return left


@dataclass(frozen=True, slots=True)
class MonthEffort:
    """Completed counting visits and referrals of a month."""

    month: date
    visits: int
    referrals: int


@dataclass(frozen=True, slots=True)
class MeasuredEffort:
    """Visits beside referrals, month by month."""

    asked: MeasureFilter
    months: tuple[MonthEffort, ...]
    ahead: bool = False
    """Whether all of the period is still to come: of it nothing is known, which is not the same as 0."""

    @property
    def visits(self) -> int:
        """Visits of the whole period."""
        return sum(month.visits for month in self.months)

    @property
    def referrals(self) -> int:
        """Referrals of the whole period."""
        return sum(month.referrals for month in self.months)


@dataclass(frozen=True, slots=True)
class MonthRhythm:
    """Gaps between visits that count in a month, and how many of them were kept."""

    month: date
    kept: int
    gaps: int


@dataclass(frozen=True, slots=True)
class MeasuredRhythm:
    """Rhythm kept, month by month, each month as a period of its own; `kept` and `gaps` are the whole period's."""

    asked: MeasureFilter
    kept: int
    gaps: int
    months: tuple[MonthRhythm, ...]
    fewest: int = 5
    """Fewer cases than this are said instead of a percentage (product.md, section 6)."""

    ahead: bool = False
    """Whether all of the period is still to come: of it nothing is known, which is not the same as 0."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The figures at the head of Measure, for one period."""

    asked: MeasureFilter
    outcomes: Outcomes
    visits: int
    median_hours_to_soc: float | None
    starts_of_care: int
    loops_due: int
    loops_on_time: int
    fewest: int = 5
    """Fewer cases than this are said instead of a percentage (product.md, section 6)."""

    ahead: bool = False
    """Whether all of the period is still to come: of it nothing is known, which is not the same as 0."""

    @property
    def referrals_per_ten_visits(self) -> float | None:
        """10 x referrals / completed counting visits; None without visits."""
        return 10 * self.outcomes.referrals / self.visits if self.visits else None

    @property
    def loops_share(self) -> float | None:
        """Updates given by their time of those due, 0 to 1."""
        return self.loops_on_time / self.loops_due if self.loops_due else None


@dataclass(frozen=True, slots=True)
class VisitsBehind:
    """The completed counting visits that a mark stands for."""

    asked: MeasureFilter


@dataclass(frozen=True, slots=True)
class GapsBehind:
    """The gaps that a mark stands for: the kept ones, the others, or both."""

    asked: MeasureFilter
    kept: bool | None = None


LoopBy = Literal["step", "liaison", "source"]
"""What the updates to sources are counted by."""


@dataclass(frozen=True, slots=True)
class LoopShare:
    """Updates that fell due, of one step, liaison (None: nobody's) or source; told by their time, told late."""

    key: LoopStep | int | None
    name: str
    due: int
    on_time: int
    late: int

    @property
    def not_told(self) -> int:
        """Still to be told, after their time."""
        return self.due - self.on_time - self.late

    @property
    def share(self) -> float:
        """Told by their time of those due, 0 to 1."""
        return self.on_time / self.due


@dataclass(frozen=True, slots=True)
class LoopsBehind:
    """The updates that a count stands for; `nobody` means those of referrals that are nobody's."""

    asked: MeasureFilter
    step: LoopStep | None = None
    nobody: bool = False


@dataclass(frozen=True, slots=True)
class LoopRow:
    """One update that fell due; no word about the patient."""

    update_id: int
    referral_id: int
    source_id: int
    source: str
    liaison: str
    step: LoopStep
    due_at: datetime
    given_at: datetime | None


@dataclass(frozen=True, slots=True)
class LoopPage:
    """A page of updates, the latest due first; `total` counts them all."""

    offset: int
    total: int
    lines: tuple[LoopRow, ...]


@dataclass(frozen=True, slots=True)
class GapLine:
    """A gap between two visits of a source; `ended_on` is None while it is open."""

    source_id: int
    source: str
    began_on: date
    ended_on: date | None
    days: int
    longest: int


@dataclass(frozen=True, slots=True)
class GapPage:
    """A page of gaps, the longest first; `total` counts them all."""

    offset: int
    total: int
    lines: tuple[GapLine, ...]
