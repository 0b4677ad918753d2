"""What the board, the table and the pane of referrals say, decided without Qt."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo

from hhcrm.domain.days import say_day, say_time, say_year_day
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReferralStage
from hhcrm.queries.referral_models import ReferralCounts, ReferralRow, StageLine
from hhcrm.ui.shared.said import joined, moment_words, short_day
from hhcrm.ui.shared.tags import TagKind

_KINDS: dict[ReferralStage, TagKind] = {
    ReferralStage.ADMITTED: "good",
    ReferralStage.NOT_ADMITTED: "overdue",
    ReferralStage.ON_HOLD: "due",
}


def stage_kind(stage: ReferralStage) -> TagKind:
    """What the tag of a stage means."""
    return _KINDS.get(stage, "info")


def stage_words(stage: ReferralStage) -> str:
    """A stage as a title: Under review."""
    said = shown(stage)
    return said[:1].upper() + said[1:]


def line_words(row: ReferralRow) -> str:
    """What is asked for and who pays: Home health, Medicare."""
    return ", ".join(part for part in (row.service_line, row.payer) if part)


def came_words(row: ReferralRow, now: datetime, zone: tzinfo) -> str:
    """When it came in a narrow cell: with the time while it is fresh, later the day alone."""
    today = now.astimezone(zone).date()
    fresh = row.received_at.astimezone(zone).date() == today
    return moment_words(row.received_at, now, zone) if fresh else short_day(row.referral_on, today)


def planned_words(row: ReferralRow, today: date, short: bool = False) -> str:
    """For when a start of care is planned: SOC today 3 PM, SOC Nov 27."""
    if row.planned_soc_on is None:
        return ""
    day = translate("referrals", "today") if row.planned_soc_on == today else short_day(row.planned_soc_on, today)
    said = f"{day} {short_time(row.planned_soc_time)}" if row.planned_soc_time is not None and not short else day
    return translate("referrals", "SOC {when}").format(when=said)


def short_time(at: time) -> str:
    """A time of day as a narrow tag says it: 10 AM, 3:30 PM."""
    return say_time(at).replace(":00", "")


def liaison_initials(row: ReferralRow) -> str:
    """Whose it is where there is no room for a name: PS."""
    return "".join(part[0] for part in row.liaison.split()[:2])


def liaison_words(row: ReferralRow) -> str:
    """Whose it is, by the first name; nobody where it is unassigned."""
    return row.liaison.split()[0] if row.liaison else translate("referrals", "nobody")


def outcome_words(row: ReferralRow, today: date) -> str:
    """What became of it, in a narrow cell: the reason, the start of care, or for when it is planned."""
    if row.soc_on is not None:
        return translate("referrals", "SOC {when}").format(when=short_day(row.soc_on, today))
    if row.stage is ReferralStage.NOT_ADMITTED:
        return row.reason
    return planned_words(row, today, short=True) if row.stage is ReferralStage.SCHEDULED else ""


def owner_words(row: ReferralRow) -> str:
    """Whose a reason is."""
    return shown(row.reason_owner) if row.reason_owner is not None else ""


def counts_words(counts: ReferralCounts, archived: bool = False) -> str:
    """What stands beside the title over the table: how many, and what became of them."""
    if archived:
        one, many = translate("referrals", "{count} archived"), translate("referrals", "{count} archived")
    else:
        one, many = translate("referrals", "{count} referral"), translate("referrals", "{count} referrals")
    said = (one if counts.shown == 1 else many).format(count=f"{counts.shown:,}")
    parts = (
        translate("referrals", "{count} admitted").format(count=f"{counts.admitted:,}"),
        translate("referrals", "{count} not admitted").format(count=f"{counts.not_admitted:,}"),
        translate("referrals", "{count} open").format(count=f"{counts.open:,}"),
    )
    return joined(said, *parts)


def entry_body(line: StageLine) -> tuple[str, ...]:
    """What an entry of the path says beside its stage: the reason, whose it is, the note, the four criteria."""
    reason = line.reason
    if line.discipline:
        reason = f"{reason} ({line.discipline})"
    if line.reason_owner is not None:
        whose = translate("referrals", "whose: {owner}").format(owner=shown(line.reason_owner))
        reason = joined(reason, whose)
    back = (
        translate("referrals", "comes back on {day}").format(day=say_year_day(line.until_on)) if line.until_on else ""
    )
    noted = (f"{name}: {said}" for name, said in line.criteria.lines())
    return tuple(part for part in (reason, line.reason_text, back, line.note, *noted) if part)


def entry_beside(line: StageLine, now: datetime, zone: tzinfo) -> str:
    """When, and who entered it."""
    local = line.at.astimezone(zone)
    when = f"{say_day(local.date(), now.astimezone(zone).date())}, {say_time(local.time())}"
    return joined(when, line.by)


def move_said(count: int, source: str, stage: ReferralStage) -> str:
    """What was done, without anybody's name but the source's."""
    if count == 1 and source:
        words = translate("referrals", "Referral from {source}: {stage}")
        return words.format(source=source, stage=shown(stage))
    one, many = (
        translate("referrals", "{count} referral: {stage}"),
        translate("referrals", "{count} referrals: {stage}"),
    )
    return (one if count == 1 else many).format(count=f"{count:,}", stage=shown(stage))
