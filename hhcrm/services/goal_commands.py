"""What people order about goals: one frozen command per use case. No SQLAlchemy here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetGoal:
    """A new goal. `values` holds columns of `Goal`: measure, target, span and from_on are required.

    `from_on` is any day of the period meant. `comparison` is at least unless it is said; without `user_id` and
    `team_id` the goal is the agency's.
    """

    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SetGoals:
    """The goals of a period that begins, in one step: all of them or none."""

    goals: tuple[SetGoal, ...]


@dataclass(frozen=True, slots=True)
class EditGoal:
    """Set columns of a goal that was read at `version`."""

    goal_id: int
    version: int
    values: Mapping[str, object]
