"""The frozen lines that the first paint shows, in a module of their own: nothing else needs to be loaded for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from hhcrm.domain.words import DueState, VisitStatus

FIRST_NEEDS = 8
"""Needs of one kind that Today shows; the rest is one row that leads to Sources."""


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """What the frame says about the agency. `founded` is False in an empty database."""

    founded: bool
    name: str
    user_id: int | None
    user_name: str
    user_role: str
    sources: int
    is_sample: bool


@dataclass(frozen=True, slots=True)
class TodayVisit:
    """A visit planned for today (or logged today)."""

    visit_id: int
    source_id: int
    source: str
    start_time: time | None
    kind: str
    status: VisitStatus
    hint: str


@dataclass(frozen=True, slots=True)
class TodayNeed:
    """Something else that needs the person today.

    `kind` is one of: passed (a planned visit whose day is over), alert (a referral that its liaison has not seen),
    hold (a referral that comes back from hold), loop (a referrer to be told), decide (fifth visit), promise
    (commitment due), pilot (one ends or waits), overdue, due, never (never visited and due); goals, asked apart, are
    goal, goal_behind, or goals_set (a new period's are to be set). `tag` and `hint` are ready
    words; `row_id` is the visit's, referral's, update's, commitment's, pilot's, goal's or source's id; `planned_on` is
    the next planned visit, `referral_id` the referral that it is about, `due_state` where today stands against the due
    date of a source.
    """

    kind: str
    source_id: int
    source: str
    tag: str
    hint: str
    row_id: int
    due_on: date | None
    offered_cadence: int | None = None
    version: int = 1
    planned_on: date | None = None
    referral_id: int = 0
    due_state: DueState | None = None


@dataclass(frozen=True, slots=True)
class TodayList:
    """Everything on Today. `counts` says per kind how many needs there are in all; `needs` may hold fewer of each.

    `next_workday` is the agency's next working day on which the person is there; a visit is planned for it.
    """

    day: date
    visits: tuple[TodayVisit, ...]
    needs: tuple[TodayNeed, ...]
    counts: dict[str, int]
    rhythm_kept: int
    rhythm_gaps: int
    unassigned_sources: int
    done_today: int
    next_workday: date | None = None
