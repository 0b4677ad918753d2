"""What people order about the alert to a referral. No SQLAlchemy here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AcknowledgeReferral:
    """Its liaison, or somebody for them, has seen that the referral is there."""

    referral_id: int
    version: int
