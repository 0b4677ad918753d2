"""What the buttons of Today's rows do, and where its counts lead. Loaded with the first press."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import read_day, say_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.loop_words import sentence
from hhcrm.domain.wording import translate
from hhcrm.domain.words import CommitmentStatus, RhythmStatus, SourceStage
from hhcrm.queries.read_models import KindChoice, SourceFilter
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.today_models import TodayNeed
from hhcrm.services.alert_commands import AcknowledgeReferral
from hhcrm.services.commands import CloseCommitment, EditCommitment, PlanVisit
from hhcrm.services.loop_commands import GiveUpdate
from hhcrm.services.waterfall_commands import MakeActive

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions
    from hhcrm.services.bound import Actions

_FILTERS = {
    "overdue": SourceFilter(status=RhythmStatus.OVERDUE, sort="due_on"),
    "due": SourceFilter(status=RhythmStatus.DUE, sort="due_on"),
    "never": SourceFilter(status=RhythmStatus.NEVER_VISITED, sort="due_on"),
    "decide": SourceFilter(stage=SourceStage.PROSPECTIVE, sort="stage", descending=True),
    "unassigned": SourceFilter(unassigned=True),
    "pilot": SourceFilter(with_pilot=True),
}
MOST_SHOWN = 1_000
"""Referrals behind one of Today's counts that are shown in Referrals at once."""


@dataclass(frozen=True, slots=True)
class Act:
    """A command, and what is said when it was carried out."""

    order: Callable[[Actions], ChangeSet]
    words: str


def filter_of(kind: str) -> SourceFilter:
    """The sources behind one of Today's counts."""
    return _FILTERS.get(kind, SourceFilter())


def referrals_behind(kind: str, ask: Questions) -> ReferralFilter:
    """The referrals behind a count of Today as it stands now, whose the count is; none where nothing is left of it."""
    ids = {need.referral_id for need in ask.today(MOST_SHOWN).needs if need.kind == kind}
    return ReferralFilter(only_ids=tuple(sorted(ids)))


def keep(need: TodayNeed, today: date) -> Act:
    """A promise was kept."""
    command = CloseCommitment(need.row_id, need.version, CommitmentStatus.KEPT, today)
    return Act(
        lambda actions: actions.close_commitment(command),
        translate("today", "Commitment to {source} kept.").format(source=need.source),
    )


def seen(need: TodayNeed) -> Act:
    """A new referral was seen: it alerts nobody any more."""
    command = AcknowledgeReferral(need.row_id, need.version)
    words = translate("today", "Referral of {source} seen.").format(source=need.source)
    return Act(lambda actions: actions.acknowledge_referral(command), words)


def tell(need: TodayNeed, ask: Questions, today: date) -> Act:
    """A referrer was told what is due, in the ready words, by the channel they prefer. Raises NotFound, RuleBroken."""
    loop = ask.referral_loop(need.referral_id)
    line = next((line for line in loop.lines if line.update_id == need.row_id and line.is_open), None)
    if line is None:
        raise RuleBroken(translate("today", "Somebody has told them meanwhile, or nobody is to be told any more."))
    who, words = loop.listener, sentence(line.step, loop.facts, today)
    command = GiveUpdate(line.update_id, line.version, who.channel, who.contact_id, words)
    return Act(
        lambda actions: actions.give_update(command),
        translate("today", "{source} was told.").format(source=need.source),
    )


def broken(need: TodayNeed, today: date, why: str) -> Act:
    """A promise was not kept."""
    command = CloseCommitment(need.row_id, need.version, CommitmentStatus.BROKEN, today, why)
    words = translate("today", "Commitment to {source} marked broken.").format(source=need.source)
    return Act(lambda actions: actions.close_commitment(command), words)


def move(need: TodayNeed, day: date, today: date) -> Act:
    """A promise is due on another day."""
    command = EditCommitment(need.row_id, need.version, {"due_on": day})
    words = translate("today", "Commitment to {source} is due {day} now.").format(
        source=need.source, day=say_day(day, today)
    )
    return Act(lambda actions: actions.edit_commitment(command), words)


def wrong_day(text: str, today: date) -> str:
    """What is wrong with a day typed, nothing where it can be read and lies ahead."""
    try:
        day = read_day(text, today)
    except RuleBroken as fault:
        return str(fault)
    return "" if day >= today else translate("today", "That day has passed. Say one that is still to come.")


def make_active(need: TodayNeed, today: date) -> Act:
    """A source becomes active with the cadence that was offered."""
    command = MakeActive(need.source_id, need.version, need.offered_cadence or 0, today)
    words = translate("today", "{source} is active, every {offered_cadence} days.").format(
        source=need.source, offered_cadence=need.offered_cadence
    )
    return Act(lambda actions: actions.make_active(command), words)


def usual_kind(ask: Questions) -> KindChoice:
    """The kind of visit that is planned. Raises RuleBroken where there is none."""
    for kind in ask.choices().kinds:
        if kind.counts:
            return kind
    raise RuleBroken(
        translate("today", "There is no kind of visit that counts any more. Bring one back in Settings, then plan.")
    )


def plan(need: TodayNeed, kind: KindChoice, day: date, today: date) -> Act:
    """A visit on a day."""
    command = PlanVisit(need.source_id, kind.id, day, minutes=kind.minutes)
    words = translate("today", "Visit to {source} planned for {day}.").format(
        source=need.source, day=say_day(day, today)
    )
    return Act(lambda actions: actions.plan_visit(command), words)
