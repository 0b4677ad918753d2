"""The ready sentences that tell a referrer what became of a referral (product.md, section 4, "The loop").

They hold no more about the patient than the source already knows: no name, no diagnosis, nothing of the care itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hhcrm.domain.days import say_day
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import Channel, LoopStep

STEP_TITLES = {
    LoopStep.RECEIVED: QT_TRANSLATE_NOOP("loop", "Received"),
    LoopStep.DECISION: QT_TRANSLATE_NOOP("loop", "Decision"),
    LoopStep.START_OF_CARE: QT_TRANSLATE_NOOP("loop", "Start of care"),
    LoopStep.OUTCOME: QT_TRANSLATE_NOOP("loop", "Outcome"),
}
"""The steps as titles."""


@dataclass(frozen=True, slots=True)
class LoopFacts:
    """What the sentences are made of. `accepted` is None while nothing is decided; `reason` is as people read it."""

    received_on: date
    service_line: str
    accepted: bool | None
    reason: str
    planned_soc_on: date | None
    soc_on: date | None
    ended_on: date | None


def sentence(step: LoopStep, facts: LoopFacts, today: date) -> str:
    """What to say for a step."""
    say = {
        LoopStep.RECEIVED: _received,
        LoopStep.DECISION: _decision,
        LoopStep.START_OF_CARE: _started,
        LoopStep.OUTCOME: _outcome,
    }[step]
    return say(facts, today)


def _received(facts: LoopFacts, today: date) -> str:
    day = say_day(facts.received_on, today)
    if not facts.service_line:
        words = translate("loop", "We have the referral you sent us on {day} and are looking at it now.")
        return words.format(day=day)
    words = translate("loop", "We have the referral for {line} you sent us on {day} and are looking at it now.")
    return words.format(line=facts.service_line, day=day)


def _decision(facts: LoopFacts, today: date) -> str:
    day = say_day(facts.received_on, today)
    if facts.accepted is None:
        words = translate("loop", "The referral you sent us on {day} is not decided yet; we call as soon as it is.")
        return words.format(day=day)
    if not facts.accepted:
        words = translate("loop", "We could not take the patient you sent us on {day}: {reason}.")
        return words.format(day=day, reason=facts.reason.rstrip("."))
    words = translate("loop", "We can take the patient you sent us on {day}.").format(day=day)
    if facts.planned_soc_on is None:
        return words
    planned = translate("loop", "Care is planned to start on {day}.")
    return f"{words} {planned.format(day=say_day(facts.planned_soc_on, today))}"


def _started(facts: LoopFacts, today: date) -> str:
    if facts.soc_on is None:
        return _decision(facts, today)
    words = translate("loop", "Care started on {soc} for the patient you sent us on {day}.")
    return words.format(soc=say_day(facts.soc_on, today), day=say_day(facts.received_on, today))


def _outcome(facts: LoopFacts, today: date) -> str:
    day = say_day(facts.received_on, today)
    if facts.ended_on is not None:
        words = translate("loop", "Our care for the patient you sent us on {day} ended on {ended}.")
        return words.format(day=day, ended=say_day(facts.ended_on, today))
    return translate("loop", "The patient you sent us on {day} is still in our care.").format(day=day)


def channel_of(preferred: Channel | None, reachable: Sequence[Channel]) -> Channel:
    """By which channel to tell: the preferred one where it is known and can be used, else the first that can be.

    In person and by phone can always be tried.
    """
    if preferred is not None and (preferred in (Channel.IN_PERSON, Channel.PHONE) or preferred in reachable):
        return preferred
    return reachable[0] if reachable else Channel.PHONE
