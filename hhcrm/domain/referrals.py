"""Stages of a referral, its date, the clocks of its start of care (product.md, section 4; domain.md (b))."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import AdmissionSource, ReferralStage

_TWO_DAYS = timedelta(days=2)
_HOURS_48 = timedelta(hours=48)
_NOON = time(12)

CHAIN = (
    ReferralStage.RECEIVED,
    ReferralStage.UNDER_REVIEW,
    ReferralStage.ACCEPTED,
    ReferralStage.SCHEDULED,
    ReferralStage.ADMITTED,
)
OPEN_STAGES = frozenset({*CHAIN[:-1], ReferralStage.ON_HOLD})
UNDECIDED = frozenset({ReferralStage.RECEIVED, ReferralStage.UNDER_REVIEW})
"""The stages before the decision."""

CLOSED_STAGES = frozenset({ReferralStage.ADMITTED, ReferralStage.NOT_ADMITTED})

_ASIDE = frozenset({ReferralStage.NOT_ADMITTED, ReferralStage.ON_HOLD})
MOVES: Mapping[ReferralStage, frozenset[ReferralStage]] = MappingProxyType(
    {
        **{stage: _ASIDE | {following} for stage, following in pairwise(CHAIN)},
        ReferralStage.ON_HOLD: frozenset({*CHAIN[:-1], ReferralStage.NOT_ADMITTED}),
        ReferralStage.ADMITTED: frozenset(),
        ReferralStage.NOT_ADMITTED: frozenset(),
    }
)


class Timely(StrEnum):
    """Whether a start of care was timely by CMS's measure."""

    YES = "yes"
    NO = "no"
    MISSING = "missing"


def allowed_moves(current: ReferralStage, held_from: ReferralStage | None = None) -> frozenset[ReferralStage]:
    """The stages that may follow. From hold only the stage it was held from, if known, or not admitted."""
    if current is ReferralStage.ON_HOLD and held_from is not None:
        return frozenset({held_from, ReferralStage.NOT_ADMITTED})
    return MOVES[current]


def check_move(
    current: ReferralStage,
    new: ReferralStage,
    reason: object | None = None,
    reason_needed: bool = True,
    *,
    correction: bool = False,
    held_from: ReferralStage | None = None,
) -> None:
    """Refuse a move that the stages do not allow.

    `reason` is the reason for *not admitted*, which always needs one unless `reason_needed` says that it may
    be missing (old lists that never had it). A `correction` puts a mistake right by a new entry and may go to
    any other stage. Raises RuleBroken.
    """
    if new is current:
        raise RuleBroken(
            translate("rules", "The referral is {current} already.").format(current=shown(current)), field="stage"
        )
    if not correction and new not in allowed_moves(current, held_from):
        raise RuleBroken(_no_move(current, new, held_from), field="stage")
    if new is ReferralStage.NOT_ADMITTED and reason_needed and reason in (None, ""):
        raise RuleBroken(
            translate("rules", "Say why the referral was not admitted: choose one reason."), field="reason"
        )


def _no_move(current: ReferralStage, new: ReferralStage, held_from: ReferralStage | None) -> str:
    allowed = sorted(allowed_moves(current, held_from), key=list(ReferralStage).index)
    if not allowed:
        return translate(
            "rules", "The referral is {current}; that is its end. Correct the stage if it was entered by mistake."
        ).format(current=shown(current))
    return translate(
        "rules", "A referral that is {current} cannot become {new} at once; next can be: {stages}."
    ).format(current=shown(current), new=shown(new), stages=", ".join(shown(stage) for stage in allowed))


def stages_between(
    current: ReferralStage, new: ReferralStage, held_from: ReferralStage | None = None
) -> tuple[ReferralStage, ...]:
    """The entries, `new` the last, that lead from one stage to the other by allowed moves.

    For the one key that accepts a referral just received: each stage on the way is entered at the same
    instant. Raises RuleBroken when no forward way leads there.
    """
    if new is not current and new in allowed_moves(current, held_from):
        return (new,)
    start = held_from if current is ReferralStage.ON_HOLD else current
    if start not in CHAIN or new not in CHAIN or CHAIN.index(new) <= CHAIN.index(start):
        check_move(current, new, held_from=held_from)
        return (new,)
    way = CHAIN[CHAIN.index(start) + 1 : CHAIN.index(new) + 1]
    return way if start is current else (start, *way)


def held_from(path: Sequence[ReferralStage]) -> ReferralStage | None:
    """The open stage from which a referral that is on hold was held, by its entries; None where they do not say."""
    return next((stage for stage in reversed(path) if stage in CHAIN[:-1]), None)


def is_correction(current: ReferralStage, new: ReferralStage, held: ReferralStage | None = None) -> bool:
    """Whether a move is no step forward: it puts a mistake right, by a new entry."""
    try:
        stages_between(current, new, held)
    except RuleBroken:
        return True
    return False


def check_reason(needs_text: bool, needs_discipline: bool, text: str | None, discipline: object | None) -> None:
    """Refuse a reason that lacks what it needs: its text, or the discipline. Raises RuleBroken."""
    if needs_text and not (text or "").strip():
        raise RuleBroken(translate("rules", "Say the reason in a few words."), field="reason_text")
    if needs_discipline and discipline in (None, ""):
        raise RuleBroken(translate("rules", "Say which discipline had no capacity."), field="discipline")


def check_hold(until: date | None, today: date) -> None:
    """Refuse a day for coming back from hold that has passed. Raises RuleBroken."""
    if until is not None and until < today:
        raise RuleBroken(
            translate("rules", "A referral comes back from hold on a day still to come, or today."), field="hold_until"
        )


def received_at(heard_at: datetime | None, authorized_at: datetime | None) -> datetime:
    """The instant every clock starts from: authorisation, or, as long as there is none, first hearing of it.

    Raises RuleBroken when neither is known.
    """
    instant = authorized_at or heard_at
    if instant is None:
        raise RuleBroken(translate("rules", "Say when the referral was first heard of."), field="heard_at")
    return instant


def referral_date(heard_at: datetime | None, authorized_at: datetime | None, zone: tzinfo) -> date:
    """The day a referral belongs to in every count, in the agency's zone."""
    return received_at(heard_at, authorized_at).astimezone(zone).date()


def timely_cms(
    soc: date,
    referral: date | None,
    ordered: date | None = None,
    inpatient: bool = False,
    discharged: date | None = None,
) -> Timely:
    """Timely initiation of care by CMS's logic, effective 13 Jan 2018, in calendar days (domain.md (b)).

    `referral` is M0104, the day of authorisation; `ordered` M0102; `inpatient` whether there was an inpatient
    discharge less than 14 days before (M1000; a discharge date implies it); `discharged` M1005.
    """
    if ordered is not None:
        return _yes_no(soc <= ordered)
    if referral is None:
        return Timely.MISSING
    if soc <= referral + _TWO_DAYS:
        return Timely.YES
    if discharged is None:
        return Timely.MISSING if inpatient else Timely.NO
    return _yes_no(discharged > referral and soc <= discharged + _TWO_DAYS)


def inpatient_stay(
    inpatient: bool | None, came: AdmissionSource | None, discharged: date | None
) -> tuple[bool, date | None]:
    """What `timely_cms` asks of a stay: whether there was one (OASIS M1000), and the day of its end (M1005).

    Somebody's yes or no counts; where nobody said, an institutional admission source does. A no takes the day away: who
    was only observed, or seen in an emergency room, was discharged from no inpatient stay (domain.md (a)).
    """
    if inpatient is False:
        return False, None
    return inpatient or came is AdmissionSource.INSTITUTIONAL, discharged


def last_timely_day(referral: date | None, ordered: date | None = None, discharged: date | None = None) -> date | None:
    """The last day on which a start of care is timely by CMS's measure; None while that is not known."""
    if ordered is not None:
        return ordered
    if referral is None:
        return None
    return max(referral, discharged or referral) + _TWO_DAYS


def as_instant(moment: date | datetime, zone: tzinfo) -> datetime:
    """An instant in UTC; a day alone counts as noon of the agency's zone."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, _NOON, tzinfo=zone)
    return moment.astimezone(UTC)


def hours_between(earlier: date | datetime, later: date | datetime, zone: tzinfo) -> float:
    """Hours that really passed, across changes of the clock too; a day alone counts as noon."""
    return (as_instant(later, zone) - as_instant(earlier, zone)) / timedelta(hours=1)


def hours_to_decision(received: datetime, decided: date | datetime, zone: tzinfo = UTC) -> float:
    """Hours from receipt to the first accepted or not admitted."""
    return hours_between(received, decided, zone)


def hours_to_soc(received: datetime, soc: date | datetime, zone: tzinfo) -> float:
    """Hours from receipt to the start of care; below 0 where noon of that day lies before the receipt."""
    return hours_between(received, soc, zone)


def within_48_hours(
    received: datetime,
    soc: date | datetime,
    zone: tzinfo,
    ordered: date | None = None,
    discharged: date | datetime | None = None,
) -> bool:
    """Whether the first visit met the condition of participation, 42 CFR 484.55(a)(1), in hours.

    Within 48 hours of the referral, or within 48 hours of the return home, or on the ordered day.
    """
    begun = as_instant(soc, zone)
    if ordered is not None and begun.astimezone(zone).date() == ordered:
        return True
    if begun - received.astimezone(UTC) <= _HOURS_48:
        return True
    return discharged is not None and timedelta(0) <= begun - as_instant(discharged, zone) <= _HOURS_48


def _yes_no(answer: bool) -> Timely:
    return Timely.YES if answer else Timely.NO
