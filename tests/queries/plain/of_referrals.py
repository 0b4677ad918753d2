"""What became of referrals and how fast (product.md, sections 2, 4 and 6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from fractions import Fraction

from hhcrm.domain.words import AdmissionSource, CommitmentStatus, ReferralStage
from tests.queries.plain.reading import Plain, middle, shared, summed
from tests.queries.plain.rows import Referral, World
from tests.queries.plain.wanted import DAY, Wanted, of_promise, of_referral

Weighed = Iterator[tuple[Fraction, Referral]]


def received(referral: Referral) -> datetime:
    """Authorisation, or, as long as there is none, first hearing of it."""
    return referral.heard_at if referral.authorized_at is None else referral.authorized_at


def of_the_period(world: World, wanted: Wanted, start: date, end: date) -> Weighed:
    """The referrals whose date lies in the period, with how much of each is meant."""
    for referral in world.referrals:
        weight = of_referral(world, wanted, referral)
        if referral.archived_at is None and weight and start <= world.day(received(referral)) <= end:
            yield weight, referral


def started(world: World, wanted: Wanted, start: date, end: date) -> Weighed:
    """The referrals whose start of care lies in the period."""
    for referral in world.referrals:
        weight = of_referral(world, wanted, referral)
        if referral.archived_at is None and weight and referral.soc_on is not None and start <= referral.soc_on <= end:
            yield weight, referral


def lost(referral: Referral) -> bool:
    """Not admitted."""
    return referral.soc_on is None and referral.stage is ReferralStage.NOT_ADMITTED


def decided(world: World, referral: Referral) -> datetime | None:
    """The first accepted or not admitted; one that a correction took back was none."""
    found = None
    for entry in sorted((one for one in world.entries if one.referral_id == referral.id), key=lambda one: one.id):
        if entry.stage in (ReferralStage.RECEIVED, ReferralStage.UNDER_REVIEW):
            found = None
        elif entry.stage in (ReferralStage.ACCEPTED, ReferralStage.NOT_ADMITTED) and found is None:
            found = entry.at
    return found


def referrals(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Count, by referral date."""
    return summed(weight for weight, _ in of_the_period(world, wanted, start, end))


def admissions(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Referrals with a SOC, by SOC day."""
    return summed(weight for weight, _ in started(world, wanted, start, end))


def conversion(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Admitted / (admitted + not admitted) of the referrals of the period; the still open ones beside it."""
    came = list(of_the_period(world, wanted, start, end))
    told = [(weight, one.soc_on is not None) for weight, one in came if one.soc_on is not None or lost(one)]
    return shared(told, pending=len(came) - len(told))


def accepted_share(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Accepted / decided of the referrals of the period."""
    came = list(of_the_period(world, wanted, start, end))
    told = [
        (weight, not lost(one)) for weight, one in came
        if lost(one) or one.soc_on is not None or decided(world, one) is not None
    ]  # fmt: skip
    return shared(told, pending=len(came) - len(told))


def not_admitted(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Referrals of the period that were not admitted."""
    return summed(weight for weight, one in of_the_period(world, wanted, start, end) if lost(one))


def hours_to_decision(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Received to the first accepted or not admitted, the median, by referral date."""
    came = [one for _, one in of_the_period(world, wanted, start, end)]
    took = [hours(received(one), at) for one in came if (at := decided(world, one)) is not None]
    return middle(took, pending=len(came) - len(took))


def begun(world: World, referral: Referral) -> datetime:
    """The instant of the start of care; a day alone is its noon."""
    assert referral.soc_on is not None
    return referral.soc_at or noon(world, referral.soc_on)


def noon(world: World, day: date) -> datetime:
    """Noon of a day at the agency."""
    return datetime.combine(day, time(12), tzinfo=world.zone)


def hours(earlier: datetime, later: datetime) -> Fraction:
    """Hours that really passed."""
    return Fraction(int(later.timestamp()) - int(earlier.timestamp()), 3600)


def hours_to_soc(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Received to SOC, the median, by SOC day."""
    came = [one for _, one in started(world, wanted, start, end)]
    return middle([hours(received(one), begun(world, one)) for one in came])


def minutes_to_first_reply(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Received to the first reply to the source, the median, by referral date."""
    came = [one for _, one in of_the_period(world, wanted, start, end)]
    took = []
    for one in came:
        given = [told.given_at for told in world.told if told.referral_id == one.id and told.given_at is not None]
        if given:
            took.append(hours(received(one), min(given)) * 60)
    return middle(took, pending=len(came) - len(took))


def timely(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """CMS's measure: yes / (yes + no), missing beside it, by SOC day."""
    answers = [(weight, timely_by_cms(world, one)) for weight, one in started(world, wanted, start, end)]
    told = [(weight, answer) for weight, answer in answers if answer is not None]
    return shared(told, pending=len(answers) - len(told))


def timely_by_cms(world: World, referral: Referral) -> bool | None:
    """CMS's logic of 13 January 2018, line by line; None is "missing"."""
    soc, referred = referral.soc_on, world.day(received(referral))
    assert soc is not None
    stay = referral.inpatient
    if stay is None:
        institutional = referral.admission_source is AdmissionSource.INSTITUTIONAL
        stay = institutional or referral.discharged_on is not None
    if referral.ordered_soc is not None:
        return soc <= referral.ordered_soc
    if soc <= referred + 2 * DAY:
        return True
    if not stay:
        return False
    if referral.discharged_on is None:
        return None
    return referral.discharged_on > referred and soc <= referral.discharged_on + 2 * DAY


def within_48_hours(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """42 CFR 484.55(a)(1): within 48 hours of the referral or of the return home, or on the ordered day; by SOC day."""
    return shared((weight, met_48_hours(world, one)) for weight, one in started(world, wanted, start, end))


def met_48_hours(world: World, referral: Referral) -> bool:
    """Whether the first visit met the condition of participation."""
    at, home = begun(world, referral), referral.discharged_at
    if home is None and referral.discharged_on is not None:
        home = noon(world, referral.discharged_on)
    on_the_ordered_day = world.day(at) == referral.ordered_soc
    after_return = home is not None and 0 <= hours(home, at) <= 48
    return on_the_ordered_day or hours(received(referral), at) <= 48 or after_return


def loop_on_time(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Updates given by their due time / updates due, by due time; what nobody is to be told is not due."""
    told, pending = [], 0
    for one in world.told:
        (referral,) = [each for each in world.referrals if each.id == one.referral_id]
        weight = of_referral(world, wanted, referral)
        if one.waived_why is not None or one.due_at is None or referral.archived_at is not None or not weight:
            continue
        if not start <= world.day(one.due_at) <= end:
            continue
        if one.due_at >= world.now:
            pending += 1
        else:
            told.append((weight, one.given_at is not None and one.given_at <= one.due_at))
    return shared(told, pending=pending)


def commitments_kept(world: World, wanted: Wanted, start: date, end: date) -> Plain:
    """Kept by their day / due, by due day; those withdrawn were not due."""
    told, pending = [], 0
    for one in world.promises:
        if one.archived_at is not None or one.status is CommitmentStatus.WITHDRAWN or not start <= one.due_on <= end:
            continue
        if not of_promise(world, wanted, one):
            continue
        if one.status is CommitmentStatus.OPEN and one.due_on >= world.today:
            pending += 1
            continue
        kept = one.status is CommitmentStatus.KEPT and (one.closed_on is None or one.closed_on <= one.due_on)
        told.append((1, kept))
    return shared(told, pending=pending)
