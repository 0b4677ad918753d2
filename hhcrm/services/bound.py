"""All use cases bound to one database, for the window and the terminal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from hhcrm.domain.changes import ChangeSet
from hhcrm.services import (
    acceptance,
    alerts,
    approaches,
    cadences,
    calendar,
    capability,
    commitments,
    files,
    goals,
    holidays,
    lists,
    loop,
    moved,
    people,
    pilots,
    potentials,
    records,
    referrals,
    revert,
    settings,
    sources,
    steps,
    tags,
    territories,
    time_off,
    users,
    views,
    visits,
    waterfall,
    week_plan,
)
from hhcrm.services import approach_commands as ac
from hhcrm.services import calendar_commands as k
from hhcrm.services import capability_commands as cc
from hhcrm.services import commands as c
from hhcrm.services import goal_commands as gc
from hhcrm.services import holiday_commands as h
from hhcrm.services import loop_commands as lc
from hhcrm.services import moved_commands as mc
from hhcrm.services import pilot_commands as pc
from hhcrm.services import referral_commands as rc
from hhcrm.services import settings_commands as sc
from hhcrm.services import waterfall_commands as wc
from hhcrm.services.alert_commands import AcknowledgeReferral
from hhcrm.services.potential_commands import SetPotential
from hhcrm.services.week_plan_commands import AcceptWeek
from hhcrm.storage.work import Tell, UnitOfWork


class Actions:
    """One method per use case: command in, ChangeSet out. Call them on the writer thread.

    All raise KnownFault for what a person can put right.
    """

    def __init__(self, work: UnitOfWork, today: Callable[[], date], attachments: Path) -> None:
        self.work = work
        self._today = today
        self._attachments = attachments

    def add_source(self, command: c.AddSource) -> ChangeSet:
        """Add a source."""
        return sources.add_source(self.work, command)

    def edit_source(self, command: c.EditSource) -> ChangeSet:
        """Set columns of a source."""
        return sources.edit_source(self.work, command, self._today())

    def edit_sources(self, command: c.EditSources) -> ChangeSet:
        """Set the same columns on many sources."""
        return sources.edit_sources(self.work, command)

    def set_potential(self, command: SetPotential) -> ChangeSet:
        """Set what a source could send, and from what."""
        return potentials.set_potential(self.work, command, self._today())

    def set_cadences(self, command: c.SetCadences) -> ChangeSet:
        """Give sources cadences, each its own."""
        return cadences.set_cadences(self.work, command)

    def change_stage(self, command: c.ChangeStage) -> ChangeSet:
        """Move sources to a stage."""
        return sources.change_stage(self.work, command)

    def add_person(self, command: c.AddPerson) -> ChangeSet:
        """Add a person."""
        return people.add_person(self.work, command)

    def edit_person(self, command: c.EditPerson) -> ChangeSet:
        """Edit a person."""
        return people.edit_person(self.work, command)

    def affiliate(self, command: c.Affiliate) -> ChangeSet:
        """Put a person at a source."""
        return people.affiliate(self.work, command)

    def edit_affiliation(self, command: c.EditAffiliation) -> ChangeSet:
        """Change a person's place at a source."""
        return people.edit_affiliation(self.work, command)

    def end_affiliation(self, command: c.EndAffiliation) -> ChangeSet:
        """A person leaves a source, or is back."""
        return people.end_affiliation(self.work, command)

    def move_person(self, command: c.MovePerson) -> ChangeSet:
        """A person leaves one source for another."""
        return people.move_person(self.work, command)

    def log_visit(self, command: c.LogVisit) -> ChangeSet:
        """Log a visit."""
        return visits.log_visit(self.work, command, self._today())

    def plan_visit(self, command: c.PlanVisit) -> ChangeSet:
        """Plan a visit."""
        return visits.plan_visit(self.work, command)

    def accept_week(self, command: AcceptWeek) -> ChangeSet:
        """Put the proposal for a week into the calendar."""
        return week_plan.accept_week(self.work, command, self._today())

    def edit_visit(self, command: c.EditVisit) -> ChangeSet:
        """Edit a visit."""
        return visits.edit_visit(self.work, command, self._today())

    def close_visit(self, command: c.CloseVisit) -> ChangeSet:
        """Mark a planned visit missed or cancelled."""
        return visits.close_visit(self.work, command)

    def settle_visits(self, command: mc.SettleVisits) -> ChangeSet:
        """Say what became of planned visits."""
        return moved.settle_visits(self.work, command, self._today())

    def plan_again(self, command: mc.PlanAgain) -> ChangeSet:
        """Plan a new visit in the place of a missed one."""
        return moved.plan_again(self.work, command, self._today())

    def record_referral(self, command: rc.RecordReferral) -> ChangeSet:
        """Write down a referral."""
        return referrals.record_referral(self.work, command)

    def edit_referral(self, command: rc.EditReferral) -> ChangeSet:
        """Edit a referral."""
        return referrals.edit_referral(self.work, command)

    def assign_referrals(self, command: rc.AssignReferrals) -> ChangeSet:
        """Make referrals a liaison's."""
        return referrals.assign_referrals(self.work, command)

    def move_referrals(self, command: rc.MoveReferrals) -> ChangeSet:
        """Move referrals to a stage."""
        return referrals.move_referrals(self.work, command)

    def acknowledge_referral(self, command: AcknowledgeReferral) -> ChangeSet:
        """Note that a referral was seen."""
        return alerts.acknowledge_referral(self.work, command)

    def give_update(self, command: lc.GiveUpdate) -> ChangeSet:
        """Note that a referrer was told."""
        return loop.give_update(self.work, command)

    def waive_update(self, command: lc.WaiveUpdate) -> ChangeSet:
        """Note why nobody is told."""
        return loop.waive_update(self.work, command)

    def reopen_update(self, command: lc.ReopenUpdate) -> ChangeSet:
        """Take back what was told, or that nobody is told."""
        return loop.reopen_update(self.work, command)

    def make_commitment(self, command: c.MakeCommitment) -> ChangeSet:
        """Promise something."""
        return commitments.make_commitment(self.work, command)

    def edit_commitment(self, command: c.EditCommitment) -> ChangeSet:
        """Edit a commitment."""
        return commitments.edit_commitment(self.work, command)

    def close_commitment(self, command: c.CloseCommitment) -> ChangeSet:
        """Mark a commitment kept, broken or withdrawn."""
        return commitments.close_commitment(self.work, command)

    def add_file(self, command: c.AddFile) -> ChangeSet:
        """Keep a file with a source."""
        return files.add_file(self.work, self._attachments, command)

    def save_view(self, command: c.SaveView) -> ChangeSet:
        """Save a view."""
        return views.save_view(self.work, command)

    def drop_view(self, command: c.DropView) -> ChangeSet:
        """Forget a view."""
        return views.drop_view(self.work, command)

    def add_value(self, command: c.AddValue) -> ChangeSet:
        """Add a value to a list."""
        return lists.add_value(self.work, command)

    def drop_value(self, command: c.DropValue) -> ChangeSet:
        """Take a value off a list."""
        return lists.drop_value(self.work, command)

    def move_visit(self, command: k.MoveVisit) -> ChangeSet:
        """Put a planned visit on another day or time."""
        return calendar.move_visit(self.work, command, self._today())

    def set_visit_length(self, command: k.SetVisitLength) -> ChangeSet:
        """Make a planned visit longer or shorter."""
        return calendar.set_visit_length(self.work, command, self._today())

    def reopen_visit(self, command: k.ReopenVisit) -> ChangeSet:
        """Plan a missed or cancelled visit again as it was."""
        return calendar.reopen_visit(self.work, command, self._today())

    def add_holiday(self, command: h.AddHoliday) -> ChangeSet:
        """Add a day off."""
        return holidays.add_holiday(self.work, command, self._today())

    def edit_holiday(self, command: h.EditHoliday) -> ChangeSet:
        """Give a holiday another name or day."""
        return holidays.edit_holiday(self.work, command, self._today())

    def remove_holiday(self, command: h.RemoveHoliday) -> ChangeSet:
        """Work on a day after all."""
        return holidays.remove_holiday(self.work, command)

    def fill_holidays(self, command: h.FillHolidays) -> ChangeSet:
        """Put in a state's holidays; the label says whose they are."""
        return holidays.fill_holidays(self.work, command, self._today())

    def days_to_fill(self, command: h.FillHolidays) -> tuple[date, ...]:
        """The days that such a command would put in; it changes nothing."""
        return holidays.days_to_fill(self.work, command, self._today())

    def add_time_off(self, command: h.AddTimeOff) -> ChangeSet:
        """Add somebody's days off."""
        return time_off.add_time_off(self.work, command, self._today())

    def edit_time_off(self, command: h.EditTimeOff) -> ChangeSet:
        """Change somebody's days off."""
        return time_off.edit_time_off(self.work, command, self._today())

    def remove_time_off(self, command: h.RemoveTimeOff) -> ChangeSet:
        """Take days off back."""
        return time_off.remove_time_off(self.work, command)

    def edit_value(self, command: sc.EditValue) -> ChangeSet:
        """Change a value of a list."""
        return lists.edit_value(self.work, command)

    def order_values(self, command: sc.OrderValues) -> ChangeSet:
        """Put a list in order."""
        return lists.order_values(self.work, command)

    def bring_value_back(self, command: sc.BringValueBack) -> ChangeSet:
        """Put a retired value back on its list."""
        return lists.bring_value_back(self.work, command)

    def change_tag(self, command: sc.ChangeTag) -> ChangeSet:
        """Rename a tag or take it off everywhere."""
        return tags.change_tag(self.work, command)

    def change_settings(self, command: sc.ChangeSettings) -> ChangeSet:
        """Set settings from a day on."""
        return settings.change_settings(self.work, command, self._today())

    def change_rules(self, command: sc.ChangeRules) -> ChangeSet:
        """Set numbers of the rules from a day on."""
        return settings.change_rules(self.work, command, self._today())

    def save_user(self, command: sc.SaveUser) -> ChangeSet:
        """Add or edit a person who works with the program."""
        return users.save_user(self.work, command)

    def leave_user(self, command: sc.LeaveUser) -> ChangeSet:
        """Archive such a person, with what they hand over."""
        return users.leave_user(self.work, command)

    def bring_user_back(self, command: sc.BringUserBack) -> ChangeSet:
        """Restore such a person."""
        return users.bring_user_back(self.work, command)

    def save_team(self, command: sc.SaveTeam) -> ChangeSet:
        """Add or rename a team."""
        return users.save_team(self.work, command)

    def drop_team(self, command: sc.DropTeam) -> ChangeSet:
        """Archive a team."""
        return users.drop_team(self.work, command)

    def save_territory(self, command: sc.SaveTerritory) -> ChangeSet:
        """Add or edit a territory; sources follow."""
        return territories.save_territory(self.work, command)

    def drop_territory(self, command: sc.DropTerritory) -> ChangeSet:
        """Archive a territory."""
        return territories.drop_territory(self.work, command)

    def bring_territory_back(self, command: sc.BringTerritoryBack) -> ChangeSet:
        """Restore a territory."""
        return territories.bring_territory_back(self.work, command)

    def set_acceptance(self, command: sc.SetAcceptance) -> ChangeSet:
        """Say whether a payer is accepted for a line."""
        return acceptance.set_acceptance(self.work, command, self._today())

    def set_served_zips(self, command: sc.SetServedZips) -> ChangeSet:
        """Say which ZIP codes are served."""
        return acceptance.set_served_zips(self.work, command)

    def note_approach(self, command: ac.NoteApproach) -> ChangeSet:
        """Note a change in the way of working."""
        return approaches.note_approach(self.work, command)

    def edit_approach(self, command: ac.EditApproach) -> ChangeSet:
        """Change an approach, its measures and sources."""
        return approaches.edit_approach(self.work, command)

    def note_learned(self, command: ac.NoteLearned) -> ChangeSet:
        """Keep what was learned."""
        return approaches.note_learned(self.work, command, self._today())

    def edit_learned(self, command: ac.EditLearned) -> ChangeSet:
        """Change a note of what was learned."""
        return approaches.edit_learned(self.work, command, self._today())

    def set_goal(self, command: gc.SetGoal) -> ChangeSet:
        """Set a goal."""
        return goals.set_goal(self.work, command)

    def set_goals(self, command: gc.SetGoals) -> ChangeSet:
        """Set the goals of a period that begins, in one step."""
        return goals.set_goals(self.work, command)

    def edit_goal(self, command: gc.EditGoal) -> ChangeSet:
        """Change a goal."""
        return goals.edit_goal(self.work, command)

    def propose_pilot(self, command: pc.ProposePilot) -> ChangeSet:
        """Propose a pilot to a source."""
        return pilots.propose_pilot(self.work, command, self._today())

    def edit_pilot(self, command: pc.EditPilot) -> ChangeSet:
        """Edit a pilot and its standards."""
        return pilots.edit_pilot(self.work, command)

    def start_pilot(self, command: pc.StartPilot) -> ChangeSet:
        """The source said yes: a pilot runs."""
        return pilots.start_pilot(self.work, command)

    def finish_pilot(self, command: pc.FinishPilot) -> ChangeSet:
        """A pilot is over, with its result."""
        return pilots.finish_pilot(self.work, command, self._today())

    def decline_pilot(self, command: pc.DeclinePilot) -> ChangeSet:
        """The source said no to a pilot."""
        return pilots.decline_pilot(self.work, command)

    def propose_again(self, command: pc.ProposeAgain) -> ChangeSet:
        """A pilot is proposed again."""
        return pilots.propose_again(self.work, command)

    def set_capacity(self, command: cc.SetCapacity) -> ChangeSet:
        """Say what a discipline can take."""
        return capability.set_capacity(self.work, command, self._today())

    def describe_line(self, command: cc.DescribeLine) -> ChangeSet:
        """Change what the public page says of a line."""
        return capability.describe_line(self.work, command)

    def review_policy(self, command: cc.ReviewPolicy) -> ChangeSet:
        """Note a yearly review."""
        return capability.review_policy(self.work, command, self._today())

    def drop_setting(self, command: sc.DropSetting) -> ChangeSet:
        """Take back a change of the settings that lies ahead."""
        return settings.drop_setting(self.work, command, self._today())

    def fill_cohort(self, command: wc.FillCohort) -> ChangeSet:
        """Take sources into a cohort."""
        return waterfall.fill_cohort(self.work, command)

    def take_out(self, command: wc.TakeOut) -> ChangeSet:
        """Take a source out of its cohort."""
        return waterfall.take_out(self.work, command)

    def move_member(self, command: wc.MoveMember) -> ChangeSet:
        """Move a source to another cohort."""
        return waterfall.move_member(self.work, command, self._today())

    def move_cohort(self, command: wc.MoveCohort) -> ChangeSet:
        """Give a cohort another month."""
        return waterfall.move_cohort(self.work, command)

    def size_cohort(self, command: wc.SizeCohort) -> ChangeSet:
        """Make a cohort larger or smaller."""
        return waterfall.size_cohort(self.work, command, self._today())

    def make_active(self, command: wc.MakeActive) -> ChangeSet:
        """A prospect becomes active."""
        return waterfall.make_active(self.work, command)

    def see_on(self, command: wc.SeeOn) -> ChangeSet:
        """A prospect stays one until a later visit."""
        return waterfall.see_on(self.work, command)

    def stop_prospect(self, command: wc.StopProspect) -> ChangeSet:
        """A prospect is visited no more."""
        return waterfall.stop_prospect(self.work, command)

    def archive(self, command: c.Archive) -> ChangeSet:
        """Archive rows."""
        return records.archive(self.work, command)

    def restore(self, command: c.Restore) -> ChangeSet:
        """Bring archived rows back."""
        return records.restore(self.work, command)

    def revert_field(self, command: c.RevertField) -> ChangeSet:
        """Give a field its earlier value."""
        return revert.revert_field(self.work, command)

    def undo(self, tell: Tell | None = None) -> ChangeSet:
        """Take back the person's newest step or import; `tell` hears how far, and raises to stop."""
        return steps.undo_last(self.work, tell)

    def redo(self, tell: Tell | None = None) -> ChangeSet:
        """Take back the person's newest undo."""
        return steps.redo_last(self.work, tell)

    def undo_step(self, step_id: int, tell: Tell | None = None) -> ChangeSet:
        """Take back one step or import, whoever did it."""
        return steps.undo_step(self.work, step_id, tell)
