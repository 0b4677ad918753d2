"""What the table and the card of people say, decided without Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hhcrm.domain.days import say_day
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import BuyingRole, VisitStatus
from hhcrm.queries.people_models import PeopleCounts, PersonWhole
from hhcrm.queries.read_models import AffiliationLine, PersonLine, ReferralLine, VisitLine
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.said import joined, short_day
from hhcrm.ui.shared.tags import TagKind

Line = PersonLine


def people_columns(today: Callable[[], date]) -> tuple[Column[Line], ...]:
    """Every column there is; those not shown at first wait in the chooser."""
    return (
        Column("name", translate("people", "Person"), 150, lambda p: p.name, kind="strong", sort="name", fills=True),
        Column("role", translate("people", "Role"), 98, lambda p: p.role, kind="muted", sort="role"),
        Column("place", translate("people", "At"), 140, lambda p: places_words(p, today()), sort="place"),
        Column("phone", translate("people", "Phone"), 126, lambda p: phone_words(p).partition(" x")[0]),
        Column("part", translate("people", "Part"), 108, part_words, sort="buying_role", shown=False),
        Column("email", translate("people", "E-mail"), 170, email_words, shown=False),
        Column("channel", translate("people", "Prefers"), 84, channel_words, sort="channel", shown=False),
        Column(
            "met", translate("people", "Last met"), 74, lambda p: met_words(p, today()), sort="met",
            sort_down_first=True,
        ),
        Column("npi", translate("people", "NPI"), 96, lambda p: p.npi, shown=False),
        Column("needs", translate("people", "Needs heard"), 180, lambda p: p.needs, shown=False),
    )  # fmt: skip


def counts_words(counts: PeopleCounts, archived: bool) -> str:
    """What stands beside the place's title."""
    if archived:
        if counts.shown == 1:
            return translate("people", "1 archived person")
        return translate("people", "{count:,} archived people").format(count=counts.shown)
    if counts.total == 1:
        return translate("people", "1 person")
    if counts.shown == counts.total:
        return translate("people", "{count:,} people").format(count=counts.total)
    return translate("people", "{count:,} people, {shown:,} shown").format(count=counts.total, shown=counts.shown)


def is_past(place: AffiliationLine, today: date) -> bool:
    """Whether somebody has left there."""
    return place.until_on is not None and place.until_on <= today


def present_places(person: PersonLine, today: date) -> tuple[AffiliationLine, ...]:
    """Where somebody is now (or will be)."""
    return tuple(place for place in person.affiliations if not is_past(place, today))


def places_words(person: PersonLine, today: date) -> str:
    """Where somebody is: St. Brendan Hospital and 1 more; or where they were last."""
    now = present_places(person, today)
    if not now:
        return translate("people", "no place any more") if person.affiliations else translate("people", "no place yet")
    if len(now) == 1:
        return now[0].source
    more = translate("people", "{source} and {count} more")
    return more.format(source=now[0].source, count=len(now) - 1)


def phone_words(person: PersonLine) -> str:
    """The number to call: the first that is none of a fax."""
    return next((phone.number for phone in person.phones if phone.kind != "fax"), "")


def email_words(person: PersonLine) -> str:
    """The first address."""
    return next((email.address for email in person.emails), "")


def part_words(person: PersonLine) -> str:
    """The part in the decision, where it is known."""
    return "" if person.buying_role is BuyingRole.UNKNOWN else shown(str(person.buying_role))


def channel_words(person: PersonLine) -> str:
    """How they want to be reached."""
    return "" if person.preferred_channel is None else shown(str(person.preferred_channel))


def met_words(person: PersonLine, today: date) -> str:
    """When somebody was met last."""
    return short_day(person.last_met_on, today) if person.last_met_on else translate("people", "never")


# --- the card


def head_words(person: PersonLine, today: date) -> str:
    """What somebody is, where, and how to call them."""
    prefers = channel_words(person)
    said = translate("people", "prefers {channel}").format(channel=prefers) if prefers else ""
    return joined(person.role, places_words(person, today), phone_words(person), said)


def archived_words(whole: PersonWhole, today: date) -> str:
    """Since when, by whom and why a person is archived."""
    if whole.archived_at is None:
        return ""
    day = short_day(whole.archived_at.date(), today)
    by = translate("people", "by {name}").format(name=whole.archived_by) if whole.archived_by else ""
    said = translate("people", "Archived {day}").format(day=day)
    head = " ".join(part for part in (said, by) if part)
    return f"{head}: {whole.archived_why}" if whole.archived_why else f"{head}."


def way_lines(person: PersonLine) -> tuple[str, ...]:
    """Every number and address with its kind, one a line."""
    phones = (f"{phone.number}  ·  {shown(str(phone.kind))}" for phone in person.phones)
    emails = (f"{email.address}  ·  {shown(str(email.kind))}" for email in person.emails)
    return (*phones, *emails)


def facts_words(person: PersonLine, today: date) -> str:
    """What else is known: NPI, the part in the decision, how to reach them, when they were met."""
    npi = translate("people", "NPI {npi}").format(npi=person.npi) if person.npi else ""
    channel = channel_words(person)
    prefers = translate("people", "prefers {channel}").format(channel=channel) if channel else ""
    met = translate("people", "last met {day}").format(day=met_words(person, today)) if person.last_met_on else ""
    return joined(part_words(person), prefers, met, npi)


def place_tag(place: AffiliationLine, today: date) -> tuple[str, TagKind]:
    """Whether somebody is there now."""
    if is_past(place, today):
        return translate("people", "left"), "none"
    if place.from_on is not None and place.from_on > today:
        return translate("people", "to come"), "info"
    return translate("people", "now"), "good"


def place_words(place: AffiliationLine, today: date) -> str:
    """What somebody is or was there, and from when to when."""
    return joined(place.role, place.title, place.department, span_words(place, today))


def span_words(place: AffiliationLine, today: date) -> str:
    """From when to when: since Mar 3, 2025; Mar 3, 2025 to Nov 23; until Nov 23."""
    first = short_day(place.from_on, today) if place.from_on else ""
    last = short_day(place.until_on, today) if place.until_on else ""
    if first and last:
        return translate("people", "{first} to {last}").format(first=first, last=last)
    if first:
        return translate("people", "since {day}").format(day=first)
    return translate("people", "until {day}").format(day=last) if last else ""


def visit_words(visit: VisitLine, today: date) -> tuple[str, str]:
    """A visit: when and what kind; where and by whom."""
    return f"{say_day(visit.visit_on, today)}, {visit.kind}", joined(visit.source, visit.liaison)


def visit_tag(visit: VisitLine) -> tuple[str, TagKind]:
    """What became of it."""
    if visit.status is VisitStatus.COMPLETED:
        return shown(str(visit.advance or visit.status)), "good" if visit.advance == "advance" else "none"
    return shown(str(visit.status)), "info" if visit.status is VisitStatus.PLANNED else "none"


def referral_words(referral: ReferralLine, today: date) -> tuple[str, str]:
    """A referral: when and for what; where from. Nothing says who the patient is."""
    title = ", ".join(part for part in (say_day(referral.referral_on, today), referral.service_line) if part)
    return title, joined(referral.source, referral.payer)
