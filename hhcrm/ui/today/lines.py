"""What the rows of Today say and what their one action is. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from hhcrm.domain.days import say_time, short_weekday
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import VisitStatus
from hhcrm.domain.workdays import us_calendar
from hhcrm.queries.today_models import TodayList, TodayNeed, TodayVisit
from hhcrm.ui.shared.due_look import due_look

if TYPE_CHECKING:
    from hhcrm.ui.shared.tags import TagKind

_TAGS: dict[str, TagKind] = {
    "passed": "due",
    "alert": "due",
    "hold": "due",
    "loop": "due",
    "promise": "due",
    "pilot": "due",
    "decide": "good",
    "overdue": "overdue",
    "due": "due",
    "never": "info",
    "goal": "good",
    "goal_behind": "due",
    "goals_set": "info",
}
_MORE = {
    "passed": QT_TRANSLATE_NOOP("today", "visits whose day has passed"),
    "alert": QT_TRANSLATE_NOOP("today", "new referrals"),
    "hold": QT_TRANSLATE_NOOP("today", "back from hold"),
    "loop": QT_TRANSLATE_NOOP("today", "to be told"),
    "promise": QT_TRANSLATE_NOOP("today", "promises due"),
    "pilot": QT_TRANSLATE_NOOP("today", "pilots that wait"),
    "decide": QT_TRANSLATE_NOOP("today", "to decide"),
    "overdue": QT_TRANSLATE_NOOP("today", "overdue"),
    "due": QT_TRANSLATE_NOOP("today", "due this week"),
    "never": QT_TRANSLATE_NOOP("today", "never visited"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row. `act` says what its button does, on which `words` stand; `mark` is the icon in its tag.

    It is log, open, look, show, seen, tell, keep, decide, plan, passed, all_passed, more, goal or goals_set.
    """

    key: str
    tag: str
    tag_kind: TagKind
    source: str
    hint: str
    act: str
    words: str
    source_id: int = 0
    visit: TodayVisit | None = None
    need: TodayNeed | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A head, what stands beside it, and the rows below it."""

    key: str
    title: str
    beside: str
    lines: tuple[Line, ...]


def sections(today: TodayList) -> tuple[Section, ...]:
    """Visits today, then what else needs the person; a section without rows is left out."""
    needs = tuple(_needs(today))
    both = (
        Section("visits", translate("today", "Visits today"), _visits_beside(today), tuple(map(_visit, today.visits))),
        Section("needs", translate("today", "Needs you today"), "", needs),
    )
    return tuple(section for section in both if section.lines)


def goals_section(needs: Sequence[TodayNeed]) -> Section | None:
    """Where the goals stand, below what needs the person; they wait for nobody, so that they are counted nowhere."""
    lines = tuple(_goal(need) for need in needs)
    return Section("goals", translate("today", "Goals"), "", lines) if lines else None


def _goal(need: TodayNeed) -> Line:
    key = f"goal_{need.row_id}" if need.row_id else need.kind
    to_set = need.kind == "goals_set"
    act, words = ("goals_set", translate("today", "Set")) if to_set else ("goal", translate("today", "Open"))
    return Line(key, need.tag, _TAGS[need.kind], need.source, need.hint, act, words, need=need)


def waiting(today: TodayList) -> int:
    """How much waits for the person: visits still planned, and all needs."""
    planned = sum(visit.status == VisitStatus.PLANNED for visit in today.visits)
    return planned + sum(count for kind, count in today.counts.items() if kind in _MORE)


def planned_left(today: TodayList) -> int:
    """The day's visits that nobody has logged yet."""
    return sum(visit.status == VisitStatus.PLANNED for visit in today.visits)


def say_clock(at: time | None) -> str:
    """The time tag of a visit: 9:30 AM, 1:15 PM, or any time."""
    return say_time(at) if at is not None else translate("today", "Any time")


def next_workday(today: TodayList) -> date:
    """The day for which a visit is planned: the agency's next working day, as its own calendar has it."""
    if today.next_workday is not None:
        return today.next_workday
    return us_calendar((today.day.year, today.day.year + 1)).working_days_after(today.day, 1)


def _visits_beside(today: TodayList) -> str:
    left = planned_left(today)
    parts = [
        translate("today", "{left} planned").format(left=left) if left else "",
        translate("today", "{done} logged").format(done=today.done_today) if today.done_today else "",
    ]
    return ", ".join(part for part in parts if part)


def _visit(visit: TodayVisit) -> Line:
    key = f"visit_{visit.visit_id}"
    kind: TagKind
    if visit.status == VisitStatus.PLANNED:
        tag, kind, act, words = say_clock(visit.start_time), "info", "log", translate("today", "Log")
    elif visit.status == VisitStatus.COMPLETED:
        tag, kind, act, words = translate("today", "Logged"), "good", "open", ""
    else:
        tag, kind, act, words = shown(visit.status.value).capitalize(), "none", "open", ""
    return Line(key, tag, kind, visit.source, visit.hint, act, words, visit.source_id, visit=visit)


def _needs(today: TodayList) -> Iterator[Line]:
    listed = dict.fromkeys(_MORE, 0)
    for place, need in enumerate(today.needs):
        listed[need.kind] = listed.get(need.kind, 0) + 1
        yield _need(need, today)
        last = place + 1 == len(today.needs) or today.needs[place + 1].kind != need.kind
        hidden = today.counts.get(need.kind, 0) - listed[need.kind]
        if last and need.kind == "passed" and today.counts.get("passed", 0) > 1:
            yield _all_passed(need, today.counts["passed"])
        elif last and hidden > 0:
            words = translate("today", "and {hidden} more {kind}").format(
                hidden=hidden, kind=translate("today", _MORE.get(need.kind, need.kind))
            )
            yield Line(f"more_{need.kind}", "", "none", words, "", "more", translate("today", "Show all"), need=need)


def _all_passed(need: TodayNeed, count: int) -> Line:
    tag = translate("today", "{count} visits").format(count=count)
    words = translate("today", "All visits whose day has passed")
    hint = translate("today", "Done, moved or missed and planned again, in one step")
    return Line("all_passed", tag, "none", words, hint, "all_passed", translate("today", "Answer all"), need=need)


def _need(need: TodayNeed, today: TodayList) -> Line:
    act, words = _action(need, today)
    late = need.kind in ("hold", "loop", "promise", "pilot") and need.due_on is not None and need.due_on < today.day
    kind, mark = due_look(need.due_state)
    return Line(
        f"{need.kind}_{need.row_id}",
        need.tag,
        "overdue" if late or kind == "overdue" else _TAGS.get(need.kind, "none"),
        need.source,
        need.hint,
        act,
        words,
        need.source_id,
        need=need,
        mark=mark,
    )


def _action(need: TodayNeed, today: TodayList) -> tuple[str, str]:
    if need.kind == "passed":
        return "passed", translate("today", "Done")
    if need.kind == "alert":
        return "seen", translate("today", "Seen")
    if need.kind == "hold":
        return "look", translate("today", "Open")
    if need.kind == "loop":
        return "tell", translate("today", "Told")
    if need.kind == "promise":
        return "keep", translate("today", "Kept")
    if need.kind == "pilot":
        return "show", translate("today", "Open")
    if need.kind == "decide":
        return "decide", translate("today", "Make active")
    if need.planned_on is not None:  # planning a second visit would help nobody
        return "log", translate("today", "Log")
    return "plan", translate("today", "Plan {weekday}").format(weekday=short_weekday(next_workday(today).weekday()))
