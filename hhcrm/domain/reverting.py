"""Which fields may be given back an earlier value one by one, and why others may not.

Some columns mean something only together (a stage with its day and reason), or are kept with a trail of their own. They
are changed by what people do, and their earlier state comes back by undoing that step.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import VisitStatus

_STAGE = QT_TRANSLATE_NOOP("history", "Change the stage instead, so that the change is kept with its day and reason.")
_OUTCOME = QT_TRANSLATE_NOOP("history", "Undo the step that changed it, or edit the visit.")
_PROMISE = QT_TRANSLATE_NOOP("history", "Undo the step that closed it instead: its day and reason belong to it.")
_PILOT = QT_TRANSLATE_NOOP("history", "Edit the pilot instead: its days and standards belong together.")
_APPROACH = QT_TRANSLATE_NOOP("history", "Edit the approach instead: its days and measures belong together.")
_GOAL = QT_TRANSLATE_NOOP("history", "Edit the goal instead: its measure, target and period belong together.")
_SEEN = QT_TRANSLATE_NOOP("history", "Undo the step that marked it as seen instead.")
_ARCHIVED = QT_TRANSLATE_NOOP("history", "Restore it from Archived instead.")

_TOGETHER: Mapping[str, Mapping[str, str]] = {
    "referral_source": dict.fromkeys(("stage", "stage_since", "inactive_reason"), _STAGE),
    "referral": dict.fromkeys(
        (
            "stage",
            "reason_id",
            "reason_text",
            "reason_owner",
            "decided_at",
            "referral_on",
            "soc_on",
            "soc_at",
            "hold_until",
        ),
        _STAGE,
    )
    | dict.fromkeys(("alert_at", "acknowledged_at", "acknowledged_by"), _SEEN),
    "referral_stage_entry": dict.fromkeys(("stage", "reason_id", "reason_text", "reason_owner", "until_on"), _STAGE),
    "visit": dict.fromkeys(("status", "status_reason", "source_id"), _OUTCOME),
    "commitment": dict.fromkeys(("status", "closed_on", "why"), _PROMISE),
    "pilot": dict.fromkeys(
        ("source_id", "status", "result", "next_step", "proposed_on", "starts_on", "ends_on", "zips"), _PILOT
    ),
    "approach": dict.fromkeys(("starts_on", "ends_on", "measures"), _APPROACH),
    "approach_source": dict.fromkeys(("approach_id", "source_id"), _APPROACH),
    "goal": dict.fromkeys(("user_id", "team_id", "measure", "comparison", "target", "span", "from_on"), _GOAL),
    "pilot_standard": dict.fromkeys(("pilot_id", "measure", "comparison", "target", "within_hours"), _PILOT),
}
_EVERYWHERE: Mapping[str, str] = dict.fromkeys(("archived_at", "archived_by", "archived_why"), _ARCHIVED)


def why_not(table: str, field: str, old: Any, row: Mapping[str, Any]) -> str | None:
    """Why this field of a row, as it is now, cannot be given the old value; None where it can."""
    words = _EVERYWHERE.get(field) or _TOGETHER.get(table, {}).get(field)
    if words is not None:
        return translate("history", words)
    if table == "visit" and field == "advance" and old is None and row.get("status") == VisitStatus.COMPLETED:
        return translate("history", "A completed visit says what changed: edit the visit instead.")
    return None
