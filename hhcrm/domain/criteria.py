"""The four criteria that each acceptance or decline notes, 42 CFR 484.105(i)(1), in one line each.

The policy on accepting patients has to look at their anticipated needs, the agency's case load and case mix, its
staffing levels, and the skills and competencies of its staff (domain.md (b)). What the agency knows fills the lines; a
person may say more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hhcrm.domain.capability import DisciplineAnswer
from hhcrm.domain.days import say_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import CapacityState, ReferralStage

LONGEST = 200
"""One line is so long at most."""

FIELDS = ("needs", "case_load", "staffing", "skills")


@dataclass(frozen=True, slots=True)
class Criteria:
    """What was weighed, one line each; "" where nothing is said."""

    needs: str = ""
    case_load: str = ""
    staffing: str = ""
    skills: str = ""

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Each criterion that says something, as it is called and what it says."""
        names = (
            translate("acceptance", "Needs"),
            translate("acceptance", "Case load and mix"),
            translate("acceptance", "Staffing"),
            translate("acceptance", "Skills"),
        )
        said = (self.needs, self.case_load, self.staffing, self.skills)
        return tuple((name, text) for name, text in zip(names, said, strict=True) if text)


NOTHING_NOTED = Criteria()


@dataclass(frozen=True, slots=True)
class CriteriaFacts:
    """What the agency knows of one referral when it decides, no patient in it.

    `needed` are the disciplines needed with their capacity; `short` those not open, asked where none is known to be
    needed. `waiting` are accepted and not started yet, `started` those of the last 30 days, `alike` the ones of these
    in the same clinical group.
    """

    line: str = ""
    group: str = ""
    needed: Sequence[tuple[str, DisciplineAnswer]] = ()
    short: Sequence[tuple[str, DisciplineAnswer]] = ()
    waiting: int = 0
    started: int = 0
    alike: int = 0
    limits: str = ""


def decides(stage: ReferralStage, decided_before: bool) -> bool:
    """Whether a move is the agency's answer: accepted, or not admitted without having been accepted or refused."""
    return stage is ReferralStage.ACCEPTED or (stage is ReferralStage.NOT_ADMITTED and not decided_before)


def read_criteria(criteria: Criteria) -> Criteria:
    """What was typed, each in one line. Raises RuleBroken naming the field."""
    lines = {name: " ".join(getattr(criteria, name).split()) for name in FIELDS}
    for name, line in lines.items():
        if len(line) > LONGEST:
            words = translate("acceptance", "One line is enough: up to {most} characters.")
            raise RuleBroken(words.format(most=LONGEST), name)
    return Criteria(**lines)


def guess_criteria(facts: CriteriaFacts, today: date) -> Criteria:
    """The four lines as the capability fills them."""
    return Criteria(_cut(_needs(facts)), _cut(_case_load(facts)), _cut(_staffing(facts, today)), _cut(_skills(facts)))


def _needs(facts: CriteriaFacts) -> str:
    disciplines = ", ".join(name for name, _ in facts.needed) or translate("acceptance", "disciplines not said")
    return "; ".join(part for part in (facts.line, disciplines, facts.group) if part)


def _case_load(facts: CriteriaFacts) -> str:
    said = translate("acceptance", "{waiting} accepted and not started, {started} started in 30 days").format(
        waiting=f"{facts.waiting:,}", started=f"{facts.started:,}"
    )
    if not facts.group:
        return said
    mix = translate("acceptance", "{count} of them {group}").format(count=f"{facts.alike:,}", group=facts.group)
    return f"{said}, {mix}"


def _staffing(facts: CriteriaFacts, today: date) -> str:
    if facts.needed or facts.short:
        return ", ".join(_capacity(name, answer, today) for name, answer in facts.needed or facts.short)
    return translate("acceptance", "all disciplines open")


def _capacity(name: str, answer: DisciplineAnswer, today: date) -> str:
    word = answer.word
    if word is None:
        return translate("acceptance", "{discipline} not said").format(discipline=name)
    if word.until_on is None or word.state is CapacityState.OPEN:
        return f"{name} {shown(word.state)}"
    words = translate("acceptance", "{discipline} {state} until {day}")
    return words.format(discipline=name, state=shown(word.state), day=say_day(word.until_on, today))


def _skills(facts: CriteriaFacts) -> str:
    if not facts.limits:
        return translate("acceptance", "no limits said for this line")
    return translate("acceptance", "Limits: {limits}").format(limits=facts.limits)


def _cut(text: str) -> str:
    """At most one line, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rsplit(' ', 1)[0]}…"
