"""The lines of the panel beside a proposal: its days with their stops, and who is left out. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hhcrm.domain.days import say_day, say_time
from hhcrm.domain.slots import time_of
from hhcrm.domain.week_plan import PlannedDay, PlannedStop
from hhcrm.domain.wording import translate
from hhcrm.queries.week_plan_words import by_words, near_names, stop_reasons, why_left_out
from hhcrm.ui.calendar.lines import visits_words
from hhcrm.ui.calendar.proposal import Proposal

LEFT_SHOWN = 100
"""So many of those left out are listed, the rest counted."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One line. `kind` is day, stop, lunch, left (the head of those left out), out (one of them) or more.

    `beside` stands at the right, `detail` below; `tone` is overdue, due or none.
    """

    kind: str
    title: str
    beside: str = ""
    detail: str = ""
    tone: str = "none"
    source_id: int | None = None
    key: str = ""
    day: date | None = None
    starts: int = 0
    pinned: bool = False
    fixed: bool = False

    @property
    def words(self) -> str:
        """The whole line, for a screen reader."""
        state = ""
        if self.kind == "stop":
            state = translate("calendar", "planned") if self.fixed else translate("calendar", "proposed")
        pin = translate("calendar", "pinned") if self.pinned else ""
        return ", ".join(part for part in (self.title, state, pin, self.beside, self.detail) if part)


def plan_rows(proposal: Proposal) -> tuple[PlanRow, ...]:
    """Day by day, then who is left out, those that were dropped first."""
    rows: list[PlanRow] = []
    for day in proposal.plan.days:
        rows.extend(_day_rows(proposal, day))
    out = _left_out(proposal)
    if out:
        rows.append(PlanRow("left", translate("calendar", "Left out"), f"{len(out):,}"))
        rows.extend(_out(proposal, source_id, why) for source_id, why in out[:LEFT_SHOWN])
    if len(out) > LEFT_SHOWN:
        words = translate("calendar", "And {count} more, which bring less")
        rows.append(PlanRow("more", words.format(count=f"{len(out) - LEFT_SHOWN:,}")))
    return tuple(rows)


def _day_rows(proposal: Proposal, day: PlannedDay) -> Iterator[PlanRow]:
    count = visits_words(len(day.stops))
    beside = f"{count}, {driving_words(day.drive_minutes)}" if day.stops else count
    yield PlanRow("day", say_day(day.day, day.day), beside, day=day.day)
    lunch = day.lunch_starts
    for stop, near in zip(day.stops, near_names(proposal.question, day), strict=True):
        if lunch is not None and stop.starts > lunch:
            yield _lunch(day, lunch)
            lunch = None
        yield _stop(proposal, stop, near)
    if lunch is not None and day.stops:
        yield _lunch(day, lunch)


def _lunch(day: PlannedDay, starts: int) -> PlanRow:
    return PlanRow(
        "lunch", f"{say_time(time_of(starts))}  {translate('calendar', 'Lunch')}", day=day.day, starts=starts
    )


def _stop(proposal: Proposal, stop: PlannedStop, near: str) -> PlanRow:
    question = proposal.question
    source = question.sources.get(stop.source_id) if stop.source_id is not None and not stop.fixed else None
    drive = translate("calendar", "{minutes} min drive").format(minutes=stop.drive_minutes)
    return PlanRow(
        "stop",
        f"{say_time(time_of(stop.starts))}  {question.name_of(stop.source_id, stop.key)}",
        drive,
        stop_reasons(question, stop, near),
        source.tone if source is not None else "none",
        stop.source_id,
        stop.key,
        stop.day,
        stop.starts,
        stop.source_id is not None and not stop.fixed and proposal.pinned(stop.source_id),
        stop.fixed,
    )


def _left_out(proposal: Proposal) -> list[tuple[int, str]]:
    """Who is left out and why: what the person dropped or wants, then those that would bring most."""
    sources = proposal.question.sources
    wanted = {pin.source_id for pin in proposal.pins if proposal.stop(pin.source_id) is None}
    first = {source_id for source_id in proposal.dropped | wanted if source_id in sources}
    worth = {one.source_id: max(one.worth, default=0.0) for one in proposal.question.problem.candidates}
    rest = [one for one in proposal.plan.left_out if one.source_id in sources and one.source_id not in first]
    rest.sort(key=lambda one: -worth.get(one.source_id, 0.0))
    own = translate("calendar", "dropped by you")
    out = [(source_id, own) for source_id in sorted(first, key=lambda one: sources[one].name)]
    return [*out, *((one.source_id, why_left_out(one.why)) for one in rest)]


def _out(proposal: Proposal, source_id: int, why: str) -> PlanRow:
    source = proposal.question.sources[source_id]
    wanted = proposal.pinned(source_id)
    if wanted:
        why = translate("calendar", "wanted: solve again to see when")
    return PlanRow("out", source.name, "", "; ".join((why, *source.reasons)), source.tone, source_id, pinned=wanted)


def summary_words(proposal: Proposal) -> str:
    """What the proposal comes to: 38 visits proposed, 5 h 20 min at the wheel."""
    count = len(proposal.stops)
    words = (
        translate("calendar", "1 visit proposed") if count == 1 else translate("calendar", "{count} visits proposed")
    )
    return f"{words.format(count=f'{count:,}')}, {driving_words(proposal.plan.drive_minutes)}"


def driving_words(minutes: int) -> str:
    """How long somebody drives: 45 min driving, 5 h 20 min driving."""
    hours, rest = divmod(minutes, 60)
    if hours:
        return translate("calendar", "{hours} h {minutes} min driving").format(hours=hours, minutes=rest)
    return translate("calendar", "{minutes} min driving").format(minutes=minutes)


def note_words(proposal: Proposal) -> tuple[str, ...]:
    """What is to be said about it, what is in the way first."""
    question = proposal.question
    said = []
    words = translate("calendar", "{one} and {other} overlap on {day}. Solve again, or move one of them.")
    for one, other in proposal.overlaps():
        names = (question.name_of(one.source_id, one.key), question.name_of(other.source_id, other.key))
        said.append(words.format(one=names[0], other=names[1], day=say_day(one.day, one.day)))
    if not proposal.stops:
        said.append(translate("calendar", "No visit is proposed: the reasons stand below."))
    if proposal.touched:
        said.append(translate("calendar", "Changed by hand. Solve again fits the others around it."))
    elif not proposal.plan.done:
        said.append(translate("calendar", "Stopped before the search was done: the best plan up to then."))
    return (*said, *question.notes, by_words(proposal.plan.by))
