"""What becomes of planned visits whose day has passed or was taken: moved, missed, planned again, done, cancelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from sqlalchemy.orm import Session

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import say_day_time
from hhcrm.domain.diary import Booking, Diary, Wish
from hhcrm.domain.errors import Conflict, NotFound, RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.words import VisitStatus
from hhcrm.models.sources import ReferralSource
from hhcrm.models.visits import Visit, VisitContact
from hhcrm.services.calendar import planned_visit, unchanged_visit
from hhcrm.services.moved_commands import Fate, PlanAgain, SettleVisits, VisitFate
from hhcrm.services.records import assign, counted, hold_people
from hhcrm.services.values import text_or_none
from hhcrm.storage.diaries import load_diary, load_wishes
from hhcrm.storage.work import Transaction, UnitOfWork

_PLACED = (Fate.MOVED, Fate.AGAIN)


def settle_visits(work: UnitOfWork, command: SettleVisits, today: date) -> ChangeSet:
    """Say what became of planned visits, as one step.

    Raises Conflict where somebody answered for one of them or took one of the places meanwhile, RuleBroken.
    """

    def all_of_them(tx: Transaction) -> int | None:
        settle(tx, command.fates, today)
        return command.fates[0].visit_id if command.fates else None

    return work.run(_label(command.fates), all_of_them)


def plan_again(work: UnitOfWork, command: PlanAgain, today: date) -> ChangeSet:
    """Plan a new visit in the place of one that was missed. Raises Conflict, RuleBroken."""

    def again(tx: Transaction) -> int | None:
        visit = unchanged_visit(tx.session, command.visit_id, command.version, today)
        if visit.status != VisitStatus.MISSED:
            raise RuleBroken(translate("calendar", "Only a missed visit is planned again."), "status")
        fate = VisitFate(
            visit.id, visit.version, Fate.AGAIN, command.to_on, command.to_at, by_hand=command.by_hand
        )  # fmt: skip
        _Places(tx.session, today, [(visit, fate)], set()).take(visit, fate)
        anew = _again(visit, fate)
        tx.session.add(anew)
        tx.session.flush()
        return anew.id

    return work.run("Plan visit", again)


def settle(tx: Transaction, fates: Sequence[VisitFate], today: date) -> None:
    """The same within another step. Raises Conflict, NotFound, RuleBroken."""
    if not fates:
        return
    tx.session.flush()  # the days off of this very step count already
    visits = [planned_visit(tx.session, fate.visit_id, fate.version, today) for fate in fates]
    pairs = list(zip(visits, fates, strict=True))
    places = _Places(tx.session, today, pairs, {fate.visit_id for fate in fates})
    for visit, fate in pairs:
        if fate.fate in _PLACED:
            places.take(visit, fate)
        _carry_out(tx, visit, fate, today)


def settle_beside(tx: Transaction, fates: Sequence[VisitFate], today: date) -> None:
    """The same for a step that takes days away: what a visit refuses is no conflict about those days. RuleBroken."""
    try:
        settle(tx, fates, today)
    except (Conflict, NotFound) as fault:
        raise RuleBroken(str(fault)) from fault


def with_moves(label: str, fates: Sequence[VisitFate]) -> str:
    """The label of a step that settles visits, too: "Add time off and move 5 visits"."""
    if not fates:
        return label
    verb = "move" if all(fate.fate == Fate.MOVED for fate in fates) else "change"
    return f"{label} and {verb} {counted(len(fates), 'visit')}"


def _label(fates: Sequence[VisitFate]) -> str:
    kinds = {fate.fate for fate in fates}
    records = counted(len(fates), "visit")
    if kinds == {Fate.MOVED}:
        return "Move visit" if len(fates) == 1 else f"Move {records}"
    if kinds == {Fate.MISSED}:
        return "Mark visit missed" if len(fates) == 1 else f"Mark {records} missed"
    if kinds <= {Fate.AGAIN, Fate.MISSED}:
        return f"Mark {records} missed and plan again"
    return f"Say what became of {records}"


def _carry_out(tx: Transaction, visit: Visit, fate: VisitFate, today: date) -> None:
    why = text_or_none(fate.why)
    if fate.fate == Fate.MOVED:
        assign(visit, {"visit_on": fate.to_on, "start_time": fate.to_at})
    elif fate.fate == Fate.CANCELLED:
        assign(visit, {"status": VisitStatus.CANCELLED, "status_reason": why})
    elif fate.fate == Fate.DONE:
        _complete(tx, visit, fate, today)
    else:
        assign(visit, {"status": VisitStatus.MISSED, "status_reason": why})
        if fate.fate == Fate.AGAIN:
            tx.session.add(_again(visit, fate))


def _complete(tx: Transaction, visit: Visit, fate: VisitFate, today: date) -> None:
    """It took place on its day, as long as was planned."""
    if visit.visit_on > today:
        raise RuleBroken(translate("services", "A completed visit cannot lie in the future."), "visit_on")
    if fate.advance is None:
        raise RuleBroken(translate("services", "Say what changed: advance, continuation or setback."), "advance")
    assign(
        visit,
        {
            "status": VisitStatus.COMPLETED,
            "advance": fate.advance,
            "minutes": visit.minutes or visit.kind.minutes,
            "liaison_id": visit.liaison_id or tx.actor.user_id,
            "logged_at": tx.now,
            "status_reason": None,
        },
    )


def _again(visit: Visit, fate: VisitFate) -> Visit:
    """A new visit in the place of one that was missed, which stays in the record."""
    return Visit(
        source_id=visit.source_id,
        liaison_id=visit.liaison_id,
        kind_id=visit.kind_id,
        status=VisitStatus.PLANNED,
        visit_on=fate.to_on,
        start_time=fate.to_at,
        minutes=visit.minutes,
        purpose=visit.purpose,
        contacts=[VisitContact(contact_id=met.contact_id) for met in visit.contacts],
    )


class _Places:
    """The diaries as they are in this transaction, without the visits that leave their places."""

    def __init__(
        self, session: Session, today: date, wanted: Sequence[tuple[Visit, VisitFate]], leaving: set[int]
    ) -> None:
        self._session, self._today, self._leaving = session, today, leaving
        self._diaries: dict[int | None, Diary] = {}
        placed = [(visit, fate) for visit, fate in wanted if fate.fate in _PLACED]
        self._until = max((fate.to_on for _, fate in placed if fate.to_on is not None), default=today)
        hold_people(session, [self._who(visit) for visit, _ in placed])

    def take(self, visit: Visit, fate: VisitFate) -> None:
        """Hold a place for a visit. Raises Conflict where it is not free any more, RuleBroken where none was given."""
        if fate.to_on is None:
            raise RuleBroken(translate("calendar", "Say to which day the visit goes."), "visit_on")
        source = self._session.get_one(ReferralSource, visit.source_id)
        who = self._who(visit)
        diary = self._diary(who)
        minutes = visit.minutes or visit.kind.minutes
        if not fate.by_hand and not diary.fits(fate.to_on, fate.to_at, self._wish(source.id, minutes)):
            words = translate(
                "calendar",
                "{when} is not free any more for {source}: somebody planned there meanwhile. Nothing was changed; "
                "look at the places again.",
            )
            raise Conflict(words.format(when=say_day_time(fate.to_on, fate.to_at, self._today), source=source.name))
        self._diaries[who] = diary.with_visit(fate.to_on, Booking(fate.to_at, minutes, visit.id))

    def _who(self, visit: Visit) -> int | None:
        if visit.liaison_id is not None:
            return visit.liaison_id
        return self._session.get_one(ReferralSource, visit.source_id).owner_id

    def _diary(self, who: int | None) -> Diary:
        """From the beginning of today on: a place that was offered a minute ago may have begun."""
        if who not in self._diaries:
            connection = self._session.connection()
            diary = load_diary(connection, who, self._today, time(), self._until)
            self._diaries[who] = diary.without(self._leaving)
        return self._diaries[who]

    def _wish(self, source_id: int, minutes: int) -> Wish:
        wish = load_wishes(self._session.connection(), (source_id,))[source_id]
        return replace(wish, minutes=minutes, since=self._today)
