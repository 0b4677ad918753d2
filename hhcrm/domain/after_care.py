"""What becomes known of a patient after the start of care: the end, a return to hospital, how satisfied they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hhcrm.domain.days import say_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate

MOST_SATISFIED = 10
"""The overall rating of HHCAHPS goes from 0 to 10."""


@dataclass(frozen=True, slots=True)
class AfterCare:
    """The days of a referral's care and the answer, 0 to 10; None where not known."""

    soc_on: date | None
    ended_on: date | None = None
    readmitted_on: date | None = None
    satisfaction: int | None = None


def check_after_care(care: AfterCare, today: date) -> None:
    """What is known after care must follow a start of care and lie in the past. Raises RuleBroken naming the field."""
    days = (("ended_on", care.ended_on), ("readmitted_on", care.readmitted_on))
    known = [name for name, value in (*days, ("satisfaction", care.satisfaction)) if value is not None]
    if care.soc_on is None and known:
        raise RuleBroken(
            translate("referrals", "This is known once care has started: admit the patient first."), known[0]
        )
    for name, day in days:
        if day is not None and day > today:
            raise RuleBroken(translate("referrals", "This day is still to come. Type it once it is here."), name)
        if day is not None and care.soc_on is not None and day < care.soc_on:
            words = translate("referrals", "Care started on {day}: this cannot have been before.")
            raise RuleBroken(words.format(day=say_day(care.soc_on, today)), name)


def read_score(typed: object) -> int | None:
    """A satisfaction answer as people type it; nothing where there is none. Raises RuleBroken."""
    text = "" if typed is None else str(typed).strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or int(text) > MOST_SATISFIED:
        raise RuleBroken(translate("referrals", "Type a whole number from 0 to 10."))
    return int(text)
