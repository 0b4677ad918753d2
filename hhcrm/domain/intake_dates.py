"""Days of a referral that cannot be, or that say something: order, discharge, face-to-face (domain.md (b))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from hhcrm.domain.days import say_day
from hhcrm.domain.intake_facts import Answer, Intake, IntakeFacts, Item
from hhcrm.domain.wording import translate
from hhcrm.domain.words import AdmissionSource

FACE_TO_FACE_BEFORE = timedelta(days=90)
FACE_TO_FACE_AFTER = timedelta(days=30)
"""42 CFR 424.22(a)(1)(v): no more than 90 days before, or within 30 days after, the start of care."""

INSTITUTIONAL = timedelta(days=14)
"""An inpatient discharge within so many days before makes the admission source institutional."""

FAR_AHEAD = timedelta(days=90)
_OLDEST = 120  # years


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of one referral in the agency's zone."""

    intake: Intake
    today: date
    heard: date | None
    authorized: date | None

    @property
    def referral(self) -> date:
        return self.authorized or self.heard or self.today

    @property
    def soc(self) -> date | None:
        return self.intake.soc_on or self.intake.planned_soc_on or self.intake.ordered_soc

    def say(self, day: date) -> str:
        return say_day(day, self.today)


def check_dates(intake: Intake, facts: IntakeFacts, now: datetime, zone: tzinfo) -> tuple[Item, ...]:
    """What is to be said of the days of a referral, in the order of the form."""
    heard, authorized = (at and at.astimezone(zone).date() for at in (intake.heard_at, intake.authorized_at))
    days = _Days(intake, now.astimezone(zone).date(), heard, authorized)
    return (
        *_calls(days, now),
        *_starts(days),
        *_discharge(days),
        *_face_to_face(days, facts.face_to_face),
        *_born(days),
    )


def _calls(days: _Days, now: datetime) -> Iterator[Item]:
    intake = days.intake
    for field, about, at in (
        ("heard_at", translate("intake", "received"), intake.heard_at),
        ("authorized_at", translate("intake", "authorized"), intake.authorized_at),
    ):
        if at is not None and at > now:
            words = translate("intake", "This is still to come.")
            yield Item(field, about, Answer.LOOK, words, translate("intake", "Type when it was."))
    if intake.heard_at is not None and intake.authorized_at is not None and intake.authorized_at < intake.heard_at:
        words = translate("intake", "Authorized before it was first heard of.")
        todo = translate("intake", "Check both times: every clock starts here.")
        yield Item("authorized_at", translate("intake", "authorized"), Answer.LOOK, words, todo)


def _starts(days: _Days) -> Iterator[Item]:
    """Starts of care, ordered, planned and real, against the referral and the discharge."""
    intake = days.intake
    for field, about, day in (
        ("ordered_soc", translate("intake", "ordered SOC"), intake.ordered_soc),
        ("planned_soc_on", translate("intake", "planned SOC"), intake.planned_soc_on),
        ("soc_on", translate("intake", "SOC"), intake.soc_on),
    ):
        if day is None:
            continue
        first = days.heard or days.today
        if day < first:
            words = translate("intake", "Before the referral of {day}.").format(day=days.say(first))
            yield Item(field, about, Answer.LOOK, words, translate("intake", "Ask for the day again."))
        elif intake.discharged_on is not None and day < intake.discharged_on:
            words = translate("intake", "Before the discharge on {day}.").format(day=days.say(intake.discharged_on))
            yield Item(field, about, Answer.LOOK, words, translate("intake", "Ask which of the two days is right."))
        elif field == "soc_on" and day > days.today:
            words = translate("intake", "This is still to come.")
            yield Item(field, about, Answer.LOOK, words, translate("intake", "Move it to scheduled instead."))
        elif day > days.today + FAR_AHEAD:
            words = translate("intake", "More than 90 days ahead.")
            yield Item(field, about, Answer.LOOK, words, translate("intake", "Ask for the day again."))


def _discharge(days: _Days) -> Iterator[Item]:
    intake, about = days.intake, translate("intake", "discharge")
    institutional = intake.admission_source is AdmissionSource.INSTITUTIONAL
    if intake.discharged_on is None:
        if institutional or intake.inpatient:
            words = translate("intake", "The day of discharge is not known.")
            todo = translate("intake", "Ask for it: timely care counts from it.")
            yield Item("discharged_on", about, Answer.UNKNOWN, words, todo)
        return
    start = days.soc or max(days.today, days.referral)
    lately = start - INSTITUTIONAL <= intake.discharged_on
    if not lately and (institutional or intake.inpatient):
        words = translate("intake", "More than 14 days before care starts, so the patient comes from the community.")
        yield Item("discharged_on", about, Answer.LOOK, words)
    elif lately and intake.inpatient is False and institutional:
        words = translate("intake", "Comes from an institution, but no inpatient stay.")
        todo = translate("intake", "Observation and emergency visits are no inpatient stay: ask which it was.")
        yield Item("discharged_on", about, Answer.LOOK, words, todo)
    elif intake.discharged_on > days.today + FAR_AHEAD:
        words = translate("intake", "More than 90 days ahead.")
        yield Item("discharged_on", about, Answer.LOOK, words, translate("intake", "Ask for the day again."))


def _face_to_face(days: _Days, asked_for: bool) -> Iterator[Item]:
    met, soc, about = days.intake.face_to_face_on, days.soc, translate("intake", "face-to-face")
    if not asked_for and met is None:
        return
    if met is None:
        yield Item("face_to_face_on", about, Answer.UNKNOWN, *_none_yet(days))
    elif soc is not None and met > soc + FACE_TO_FACE_AFTER:
        words = translate("intake", "Later than 30 days after SOC.")
        todo = translate("intake", "It has to be by {day}.").format(day=days.say(soc + FACE_TO_FACE_AFTER))
        yield Item("face_to_face_on", about, Answer.NO, words, todo)
    elif soc is None and met > days.today + FAR_AHEAD:
        words = translate("intake", "More than 90 days ahead.")
        yield Item("face_to_face_on", about, Answer.LOOK, words, translate("intake", "Ask for the day again."))
    elif met < (soc or days.today) - FACE_TO_FACE_BEFORE:
        words = translate("intake", "More than 90 days before care starts.")
        last = (soc or days.today) + FACE_TO_FACE_AFTER
        todo = translate("intake", "A new one is needed by {day}.").format(day=days.say(last))
        yield Item("face_to_face_on", about, Answer.NO, words, todo)
    else:
        last = met + FACE_TO_FACE_BEFORE
        words = translate("intake", "Counts for a start of care up to {day}.").format(day=days.say(last))
        yield Item("face_to_face_on", about, Answer.YES, words)


def _none_yet(days: _Days) -> tuple[str, str]:
    """What is said, and what to do, where there was no encounter yet."""
    soc, words = days.soc, translate("intake", "None yet.")
    if soc is None:
        todo = translate("intake", "It may be up to 90 days before SOC or 30 days after.")
    else:
        todo = translate("intake", "It has to be from {first} to {last}.").format(
            first=days.say(soc - FACE_TO_FACE_BEFORE), last=days.say(soc + FACE_TO_FACE_AFTER)
        )
    return words, todo


def _born(days: _Days) -> Iterator[Item]:
    born = days.intake.date_of_birth
    if born is not None and (born > days.today or days.today.year - born.year > _OLDEST):
        words = translate("intake", "Nobody alive was born then.")
        todo = translate("intake", "Ask for the day again.")
        yield Item("date_of_birth", translate("intake", "born"), Answer.LOOK, words, todo)
