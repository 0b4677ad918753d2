"""What questions about referrals are asked with and come back as; no database library here, the window imports it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from hhcrm.domain.words import ReasonOwner, ReferralStage

Outcome = Literal["admitted", "not admitted", "open"]
"""What became of a referral, as the charts count it: a start of care, else not admitted, else still open."""

DayOf = Literal["referral", "soc"]
"""The day that puts a referral into the period (product.md, section 6)."""


@dataclass(frozen=True, slots=True)
class ReferralFilter:
    """Which referrals; empty fields mean any, the period includes both its days.

    `liaison_id` means the referral's liaison, or its source's owner where it has none; `unassigned` neither.
    `typed` is found in the name of the source and in the referral's own text, never in patient identifiers.
    `not_source_ids` leaves sources out: what stands behind "the others" in a chart.
    """

    typed: str = ""
    from_on: date | None = None
    until_on: date | None = None
    day_of: DayOf = "referral"
    source_ids: tuple[int, ...] = ()
    not_source_ids: tuple[int, ...] = ()
    type_id: int | None = None
    territory_id: int | None = None
    liaison_id: int | None = None
    stages: tuple[ReferralStage, ...] = ()
    outcome: Outcome | None = None
    service_line_id: int | None = None
    payer_id: int | None = None
    reason_id: int | None = None
    reason_owner: ReasonOwner | None = None
    unassigned: bool = False
    archived: bool = False
