"""The frozen lines about alerts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Alert:
    """A referral whose liaison has not said "seen" yet. Nothing here names the patient.

    `line` is the service line, `by` who recorded the referral, `whose` its liaison, `contact` who sent it; each is
    empty where it is not known. `at` is when the liaison was to be alerted.
    """

    referral_id: int
    version: int
    source_id: int
    source: str
    line: str
    by: str
    whose: str
    at: datetime
    contact: str = ""
