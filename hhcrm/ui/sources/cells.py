"""What the table and the pane of sources say, decided without Qt."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from hhcrm.domain.cadence import days_overdue
from hhcrm.domain.days import say_day, say_time
from hhcrm.domain.settings import DEFAULTS
from hhcrm.domain.words import Advance, Ask, PotentialBasis, RhythmStatus, SourceStage, VisitStatus
from hhcrm.queries.read_models import SourceDetail, SourceLine, VisitLine
from hhcrm.ui.shared.said import amount as amount
from hhcrm.ui.shared.said import joined as joined
from hhcrm.ui.shared.said import moment_words as moment_words
from hhcrm.ui.shared.said import plural as plural
from hhcrm.ui.shared.said import short_day as short_day
from hhcrm.ui.shared.said import size_words as size_words

MONTHS_A_YEAR = 12

SHORT_TYPES = {
    "Skilled nursing facility": "SNF",
    "Inpatient rehabilitation facility": "IRF",
    "Long-term acute care hospital": "LTACH",
    "Physician practice": "Practice",
    "Independent living": "Indep. living",
    "Payer case management": "Payer CM",
    "Geriatric care manager": "Care manager",
}
"""What a narrow column says for the long names of types (product.md, section 2)."""

Kind = Literal["overdue", "due", "good", "info", "none"]
"""What a tag means."""

_ADVANCES: dict[Advance | None, Kind] = {Advance.ADVANCE: "good", Advance.SETBACK: "overdue"}
_ASKS = {Ask.ASKED: "asked for referrals", Ask.AGREED: "agreed to refer", Ask.DECLINED: "declined to refer"}
_STATUSES: dict[VisitStatus, Kind] = {VisitStatus.PLANNED: "info", VisitStatus.MISSED: "overdue"}


def short_type(name: str) -> str:
    """A type as a narrow column shows it."""
    return SHORT_TYPES.get(name, name)


def counts_words(shown: int, total: int, archived: bool = False) -> str:
    """What stands beside the place's title."""
    if archived:
        return f"{plural(shown, 'archived source')}"
    return plural(total, "source") + ("" if shown == total else f", {shown:,} shown")


def rhythm_words(line: SourceLine) -> str:
    """How often a source is seen, or which visit of a prospect is done."""
    if line.stage is SourceStage.ACTIVE:
        return f"every {line.cadence_days} d"
    if line.stage is SourceStage.PROSPECTIVE:
        return f"visit {rhythm_dots(line)[0]} of {line.visits_needed}"  # type: ignore[index]
    return "inactive"


def rhythm_dots(line: SourceLine) -> tuple[int, int] | None:
    """A prospect's visits as (done, of); nobody else has any."""
    if line.stage is not SourceStage.PROSPECTIVE:
        return None
    return min(line.visits, line.visits_needed), line.visits_needed


def to_decide(line: SourceLine | SourceDetail) -> bool:
    """Whether a prospect has had the visits after which one decides."""
    return line.stage is SourceStage.PROSPECTIVE and line.visits >= line.visits_needed


def next_words(line: SourceLine, today: date) -> str:
    """What is next: decide, how many days late, or the day."""
    if to_decide(line):
        return "decide"
    if line.due_on is None:
        return ""
    late = days_overdue(line.due_on, today)
    return f"over {late:,} d" if late else short_day(line.due_on, today)


def next_tag(line: SourceLine, today: date) -> str:
    """The kind of tag around what is next; plain words further ahead."""
    if to_decide(line):
        return "good"
    return due_kind(line.due_on, line.status, today)


def due_kind(due: date | None, status: RhythmStatus | None, today: date) -> Literal["overdue", "due", ""]:
    """`overdue`, `due` or nothing. One that was never visited is judged by its day alike."""
    if due is None:
        return ""
    if due < today:
        return "overdue"
    if status is RhythmStatus.NEVER_VISITED:
        return "due" if due <= today + timedelta(days=DEFAULTS.due_window_days) else ""
    return "due" if status is RhythmStatus.DUE else ""


def day_or_never(day: date | None, today: date) -> str:
    """A day, or that there was none."""
    return "never" if day is None else short_day(day, today)


# --- the head of the pane


def kind_words(detail: SourceDetail) -> str:
    """Hospital unit of St. Brendan Hospital; then how to call it."""
    kind = f"{detail.type} of {detail.parent}" if detail.parent else detail.type
    return joined(kind, detail.phone, detail.city)


def stage_words(detail: SourceDetail) -> str:
    """The tag of the stage: Active, every 30 days."""
    if detail.stage is SourceStage.ACTIVE:
        return f"Active, every {detail.cadence_in_force} days"
    if detail.stage is SourceStage.PROSPECTIVE:
        return f"Prospective, visit {min(detail.visits, detail.visits_needed)} of {detail.visits_needed}"
    return "Inactive"


def due_words(detail: SourceDetail, today: date) -> tuple[str, Kind]:
    """The tag of what is next with its kind; no words where nothing is due."""
    if detail.archived_at is not None:
        return "Archived", "none"
    if to_decide(detail):
        return "Decide", "good"
    if detail.due_on is None:
        return "", "none"
    late = days_overdue(detail.due_on, today)
    if late:
        return f"Over {plural(late, 'day')}", "overdue"
    said = "today" if detail.due_on == today else short_day(detail.due_on, today)
    return f"Next {said}", due_kind(detail.due_on, detail.status, today) or "none"


def actual_per_month(detail: SourceDetail) -> float:
    """Referrals a month over the last twelve."""
    return detail.referrals_12_months / MONTHS_A_YEAR


def share_of_potential(detail: SourceDetail) -> float | None:
    """Actual as a part of potential, 0 to 1 and beyond; None where no potential is known."""
    if not detail.potential_per_month:
        return None
    return actual_per_month(detail) / detail.potential_per_month


def share_words(detail: SourceDetail) -> str:
    """4.5 of about 14 a month."""
    actual = amount(actual_per_month(detail)) or "0"
    if detail.potential_per_month is None:
        return f"{actual} a month; potential not known"
    return f"{actual} of about {amount(detail.potential_per_month)} a month"


def potential_words(detail: SourceDetail, today: date) -> str:
    """What the potential rests on, and since when."""
    if detail.potential_per_month is None:
        return "Ask how many patients a month need home care, and write it down under Edit."
    share = share_of_potential(detail)
    part = f"{share:.0%} of it comes to us".replace("%", " %") if share is not None else ""
    basis = "" if detail.potential_basis is PotentialBasis.UNKNOWN else str(detail.potential_basis)
    when = short_day(detail.potential_on, today) if detail.potential_on and basis else ""
    origin = " ".join(word for word in (basis, when) if word)
    return "; ".join(words for words in (part, origin) if words)


def months_words(detail: SourceDetail) -> str:
    """54 in 12 months, 71 % admitted."""
    if not detail.referrals_12_months:
        return "none in 12 months"
    admitted = detail.admitted_12_months / detail.referrals_12_months
    return f"{detail.referrals_12_months:,} in 12 months, {admitted:.0%} admitted".replace("%", " %")


# --- visits, history


def visit_title(visit: VisitLine, today: date) -> str:
    """When, and what kind."""
    when = say_day(visit.visit_on, today)
    clock = f" {say_time(visit.start_time)}" if visit.start_time else ""
    return f"{when}{clock}, {visit.kind.lower() if visit.kind[:2].istitle() else visit.kind}"


def visit_tag(visit: VisitLine) -> tuple[str, Kind]:
    """What became of a visit, as a tag."""
    if visit.status is VisitStatus.COMPLETED:
        return str(visit.advance or visit.status), _ADVANCES.get(visit.advance, "none")
    return str(visit.status), _STATUSES.get(visit.status, "none")


def visit_beside(visit: VisitLine) -> str:
    """With whom, by whom, how long."""
    minutes = f"{visit.minutes} min" if visit.minutes else ""
    asked = "" if visit.ask is None else _ASKS.get(visit.ask, "")
    met = f"with {visit.contacts}" if visit.contacts else ""
    return joined(met, visit.liaison, minutes, asked)
