"""Whether the same facts had the same answer: the policy is applied to all alike (42 CFR 484.105(i)(1))."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hhcrm.domain.capability import DisciplineAnswer, Said
from hhcrm.domain.criteria import NOTHING_NOTED, Criteria
from hhcrm.domain.words import CapacityState, ReasonOwner

_ASKED_OF_US = frozenset({ReasonOwner.OURS, ReasonOwner.PAYER})
_WORST = (CapacityState.CLOSED, CapacityState.LIMITED)


@dataclass(frozen=True, slots=True)
class Known:
    """What the agency knew of a referral when it answered, no patient in it.

    `payer_said` and `capacity` are as of the decision: whether the payer was accepted for the line, and the least that
    the disciplines needed had left (None: nobody said). `zip_said` is as of today.
    """

    line: str = ""
    payer: str = ""
    payer_said: Said = Said.UNSAID
    zip_said: Said = Said.UNSAID
    disciplines: tuple[str, ...] = ()
    capacity: CapacityState | None = None
    group: str = ""

    @property
    def tells(self) -> bool:
        """Whether enough is known to compare by: the line and who pays."""
        return bool(self.line and self.payer)


@dataclass(frozen=True, slots=True)
class Answer:
    """One decision: what was known, what was answered, why not, and what was noted with it."""

    referral_id: int
    source_id: int
    source: str
    referral_on: date
    decided_on: date
    known: Known
    accepted: bool
    by: str = ""
    reason: str = ""
    reason_owner: ReasonOwner | None = None
    criteria: Criteria = NOTHING_NOTED

    @property
    def compares(self) -> bool:
        """Accepted, or refused for a reason that is ours or the payer's; not the patient's or the source's."""
        return self.known.tells and (self.accepted or self.reason_owner in _ASKED_OF_US)


@dataclass(frozen=True, slots=True)
class Differing:
    """Referrals with the same facts of which some were accepted and some were not."""

    known: Known
    accepted: tuple[Answer, ...]
    refused: tuple[Answer, ...]


def differing(answers: Iterable[Answer]) -> tuple[Differing, ...]:
    """Where the same facts had different answers, the newest refusal first."""
    groups: dict[Known, list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.compares:
            groups[answer.known].append(answer)
    found = [
        Differing(
            known,
            tuple(each for each in group if each.accepted),
            tuple(each for each in group if not each.accepted),
        )
        for known, group in groups.items()
    ]
    both = [each for each in found if each.accepted and each.refused]
    return tuple(sorted(both, key=lambda each: (_newest(each), each.refused[-1].referral_id), reverse=True))


def least_capacity(answers: Iterable[DisciplineAnswer]) -> CapacityState | None:
    """The least that any of some disciplines has left; None where nobody said anything of them."""
    states = {answer.state for answer in answers if answer.state is not None}
    return next((state for state in _WORST if state in states), CapacityState.OPEN if states else None)


def _newest(group: Differing) -> date:
    return max(each.decided_on for each in group.refused)
