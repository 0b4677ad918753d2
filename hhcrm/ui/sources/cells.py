"""What the table and the pane of sources say, decided without Qt."""

from __future__ import annotations

from datetime import date
from typing import Literal

from hhcrm.domain.cadence import days_overdue
from hhcrm.domain.days import say_day, say_time
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import Advance, Ask, CadenceBasis, DueState, PotentialBasis, SourceStage, Tier, VisitStatus
from hhcrm.queries.read_models import SourceDetail, SourceLine, VisitLine
from hhcrm.ui.shared.due_look import due_look
from hhcrm.ui.shared.said import amount as amount
from hhcrm.ui.shared.said import joined as joined
from hhcrm.ui.shared.said import moment_words as moment_words
from hhcrm.ui.shared.said import plural as plural
from hhcrm.ui.shared.said import short_day as short_day
from hhcrm.ui.shared.said import size_words as size_words

MONTHS_A_YEAR = 12

SHORT_TYPES = {
    "Skilled nursing facility": QT_TRANSLATE_NOOP("sources", "SNF"),
    "Inpatient rehabilitation facility": QT_TRANSLATE_NOOP("sources", "IRF"),
    "Long-term acute care hospital": QT_TRANSLATE_NOOP("sources", "LTACH"),
    "Physician practice": QT_TRANSLATE_NOOP("sources", "Practice"),
    "Independent living": QT_TRANSLATE_NOOP("sources", "Indep. living"),
    "Payer case management": QT_TRANSLATE_NOOP("sources", "Payer CM"),
    "Geriatric care manager": QT_TRANSLATE_NOOP("sources", "Care manager"),
}
"""What a narrow column says for the long names of types (product.md, section 2)."""

Kind = Literal["overdue", "due", "good", "info", "none"]
"""What a tag means."""

_ADVANCES: dict[Advance | None, Kind] = {Advance.ADVANCE: "good", Advance.SETBACK: "overdue"}
_ASKS = {
    Ask.ASKED: QT_TRANSLATE_NOOP("sources", "asked for referrals"),
    Ask.AGREED: QT_TRANSLATE_NOOP("sources", "agreed to refer"),
    Ask.DECLINED: QT_TRANSLATE_NOOP("sources", "declined to refer"),
}
_ORIGINS = {
    CadenceBasis.OWN: QT_TRANSLATE_NOOP("sources", "its own"),
    CadenceBasis.TYPE: QT_TRANSLATE_NOOP("sources", "by its type"),
    CadenceBasis.AGENCY: QT_TRANSLATE_NOOP("sources", "the agency's"),
}
_STATUSES: dict[VisitStatus, Kind] = {VisitStatus.PLANNED: "info", VisitStatus.MISSED: "overdue"}


def short_type(name: str) -> str:
    """A type as a narrow column shows it."""
    return translate("sources", SHORT_TYPES[name]) if name in SHORT_TYPES else name


def counts_words(listed: int, total: int, archived: bool = False) -> str:
    """What stands beside the place's title."""
    if archived:
        words = (
            translate("sources", "{count:,} archived source")
            if listed == 1
            else translate("sources", "{count:,} archived sources")
        )
        return words.format(count=listed)
    all_words = sources_counted(total)
    if listed == total:
        return all_words
    return translate("sources", "{sources}, {shown:,} shown").format(sources=all_words, shown=listed)


def sources_counted(count: int) -> str:
    """1 source, 312 sources."""
    words = translate("sources", "{count:,} source") if count == 1 else translate("sources", "{count:,} sources")
    return words.format(count=count)


def rhythm_words(line: SourceLine) -> str:
    """How often a source is seen, or which visit of a prospect is done."""
    if line.stage is SourceStage.ACTIVE:
        return translate("sources", "every {days} d").format(days=line.cadence_days)
    if line.stage is SourceStage.PROSPECTIVE:
        return translate("sources", "visit {number} of {needed}").format(
            number=min(line.visits, line.visits_needed), needed=line.visits_needed
        )
    return translate("sources", "inactive")


def rhythm_dots(line: SourceLine) -> tuple[int, int] | None:
    """A prospect's visits as (done, of); nobody else has any."""
    if line.stage is not SourceStage.PROSPECTIVE:
        return None
    return min(line.visits, line.visits_needed), line.visits_needed


def to_decide(line: SourceLine | SourceDetail) -> bool:
    """Whether a prospect has had the visits after which one decides."""
    return line.stage is SourceStage.PROSPECTIVE and line.visits >= line.visits_needed


def next_words(line: SourceLine, today: date) -> str:
    """What is next: decide, how many days late or overdue, that it is due, or the day."""
    if to_decide(line):
        return translate("sources", "decide")
    if line.due_on is None:
        return ""
    words = {
        DueState.LATE: translate("sources", "late {days:,} d"),
        DueState.OVERDUE: translate("sources", "over {days:,} d"),
        DueState.DUE: translate("sources", "due {date}"),
    }.get(line.due_state or DueState.AHEAD, "{date}")
    return words.format(days=days_overdue(line.due_on, today), date=short_day(line.due_on, today))


def next_tag(line: SourceLine) -> str:
    """The kind of tag around what is next; plain words further ahead."""
    if to_decide(line):
        return "good"
    return "" if line.due_state is DueState.AHEAD else due_look(line.due_state)[0].replace("none", "")


def next_mark(line: SourceLine) -> str:
    """The icon in that tag: due, overdue and late are told apart by it too."""
    return "" if to_decide(line) else due_look(line.due_state)[1]


def latest_words(line: SourceLine, today: date) -> str:
    """The last day on which the visit is not late yet."""
    return short_day(line.latest_on, today) if line.latest_on is not None else ""


def day_or_never(day: date | None, today: date) -> str:
    """A day, or that there was none."""
    return translate("sources", "never") if day is None else short_day(day, today)


# --- the head of the pane


def kind_words(detail: SourceDetail) -> str:
    """Hospital unit of St. Brendan Hospital; then how to call it."""
    kind = (
        translate("sources", "{type} of {parent}").format(type=detail.type, parent=detail.parent)
        if detail.parent
        else detail.type
    )
    return joined(kind, detail.phone, detail.city)


def stage_words(detail: SourceDetail) -> str:
    """The tag of the stage: Active, every 30 days."""
    if detail.stage is SourceStage.ACTIVE:
        words = translate("sources", "Active, every {days} days ({origin})")
        return words.format(days=detail.cadence_in_force, origin=cadence_origin(detail.cadence_basis, detail.tier))
    if detail.stage is SourceStage.PROSPECTIVE:
        return translate("sources", "Prospective, visit {number} of {needed}").format(
            number=min(detail.visits, detail.visits_needed), needed=detail.visits_needed
        )
    return translate("sources", "Inactive")


def cadence_origin(basis: CadenceBasis, tier: Tier | None) -> str:
    """Where a cadence comes from: its own, tier B, by its type, the agency's."""
    if basis is CadenceBasis.TIER:
        return translate("sources", "tier {tier}").format(tier=tier)
    return translate("sources", _ORIGINS[basis])


def without_own_words(detail: SourceDetail) -> str:
    """How often it is seen with no cadence of its own."""
    other = detail.cadence_without_own
    words = translate("sources", "none of its own: every {days} days ({origin})")
    return words.format(days=other.days, origin=cadence_origin(other.basis, detail.tier))


def cadence_hint(detail: SourceDetail | None) -> str:
    """What a blank cadence means: for a source that there is, the days and where they come from."""
    if detail is None:
        return translate("sources", "Blank follows tier and type")
    other = detail.cadence_without_own
    words = translate("sources", "Blank: every {days} days ({origin})")
    return words.format(days=other.days, origin=cadence_origin(other.basis, detail.tier))


def due_words(detail: SourceDetail, today: date) -> tuple[str, Kind, str]:
    """The tag of what is next with its kind and icon; no words where nothing is due."""
    if detail.archived_at is not None:
        return translate("sources", "Archived"), "none", ""
    if to_decide(detail):
        return translate("sources", "Decide"), "good", ""
    if detail.due_on is None or detail.latest_on is None:
        return "", "none", ""
    over = days_overdue(detail.due_on, today)
    day, latest = short_day(detail.due_on, today), short_day(detail.latest_on, today)
    return _due_words(detail.due_state, over).format(count=over, day=day, latest=latest), *due_look(detail.due_state)


def _due_words(state: DueState | None, over: int) -> str:
    if state is DueState.LATE:
        return translate("sources", "Late, {count:,} days overdue")
    if over == 1:
        return translate("sources", "Overdue 1 day, latest {latest}")
    if over:
        return translate("sources", "Overdue {count:,} days, latest {latest}")
    return (
        translate("sources", "Due {day}, latest {latest}")
        if state is DueState.DUE
        else translate("sources", "Next {day}, latest {latest}")
    )


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
        return translate("sources", "{actual} a month; potential not known").format(actual=actual)
    return translate("sources", "{actual} of about {amount} a month").format(
        actual=actual, amount=amount(detail.potential_per_month)
    )


def potential_words(detail: SourceDetail, today: date) -> str:
    """What the potential rests on, and since when."""
    if detail.potential_per_month is None:
        return translate("sources", "Ask how many patients a month need home care, and write it down.")
    share = share_of_potential(detail)
    part = (
        translate("sources", "{share:.0%} of it comes to us").format(share=share).replace("%", " %")
        if share is not None
        else ""
    )
    basis = "" if detail.potential_basis is PotentialBasis.UNKNOWN else shown(str(detail.potential_basis))
    when = short_day(detail.potential_on, today) if detail.potential_on and basis else ""
    origin = " ".join(word for word in (basis, when) if word)
    return "; ".join(words for words in (part, origin) if words)


def months_words(detail: SourceDetail) -> str:
    """54 in 12 months, 71 % admitted."""
    if not detail.referrals_12_months:
        return translate("sources", "none in 12 months")
    admitted = detail.admitted_12_months / detail.referrals_12_months
    return (
        translate("sources", "{referrals:,} in 12 months, {admitted:.0%} admitted")
        .format(referrals=detail.referrals_12_months, admitted=admitted)
        .replace("%", " %")
    )


# --- visits, history


def visit_title(visit: VisitLine, today: date) -> str:
    """When, and what kind."""
    when = say_day(visit.visit_on, today)
    clock = f" {say_time(visit.start_time)}" if visit.start_time else ""
    return f"{when}{clock}, {visit.kind.lower() if visit.kind[:2].istitle() else visit.kind}"


def visit_tag(visit: VisitLine) -> tuple[str, Kind]:
    """What became of a visit, as a tag."""
    if visit.status is VisitStatus.COMPLETED:
        return shown(str(visit.advance or visit.status)), _ADVANCES.get(visit.advance, "none")
    return shown(str(visit.status)), _STATUSES.get(visit.status, "none")


def visit_beside(visit: VisitLine) -> str:
    """With whom, by whom, how long."""
    minutes = translate("sources", "{minutes} min").format(minutes=visit.minutes) if visit.minutes else ""
    asked = translate("sources", _ASKS[visit.ask]) if visit.ask in _ASKS else ""
    met = translate("sources", "with {people}").format(people=visit.contacts) if visit.contacts else ""
    return joined(met, visit.liaison, minutes, asked)
