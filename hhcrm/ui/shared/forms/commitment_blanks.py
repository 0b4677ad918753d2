"""What the forms of a commitment ask for, and how one is said. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hhcrm.domain.days import read_day, say_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.words import CommitmentStatus
from hhcrm.queries.commitment_models import CommitmentItem
from hhcrm.queries.read_models import Choice, PersonLine
from hhcrm.ui.shared.forms.blank import Blank, Texts, named, number_text
from hhcrm.ui.shared.said import joined

Kind = Literal["overdue", "due", "good", "info", "none"]


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a commitment can be to, and whose it can be."""

    people: tuple[PersonLine, ...] = ()
    users: tuple[Choice, ...] = ()


def commitment_blanks(whom: Whom) -> tuple[Blank, ...]:
    """The form of a commitment."""
    people = [(str(each.contact_id), each.name) for each in whom.people if not each.left]
    return (
        Blank("text", translate("commitments", "What is promised"), "text", required=True, wide=True),
        Blank("due_on", translate("commitments", "By which day"), required=True),
        Blank("contact_id", translate("commitments", "To whom"), "choice", named(people, _nobody())),
        Blank("owner_id", translate("commitments", "Who sees to it"), "choice", named(_users(whom.users), _nobody())),
    )


def close_blanks(status: CommitmentStatus) -> tuple[Blank, ...]:
    """What is said of one that was not kept, or when it was kept."""
    day = Blank("closed_on", translate("commitments", "On which day"), required=True)
    if status is CommitmentStatus.KEPT:
        return (day,)
    return (Blank("why", translate("commitments", "Why"), "text", required=True, wide=True), day)


def move_blanks() -> tuple[Blank, ...]:
    """By which other day."""
    return (Blank("due_on", translate("commitments", "By which day instead"), required=True),)


def _nobody() -> str:
    return translate("commitments", "nobody in particular")


def _users(users: Sequence[Choice]) -> list[tuple[str, str]]:
    return [(str(user.id), user.name) for user in users]


def commitment_texts(item: CommitmentItem) -> dict[str, str]:
    """A commitment as its form shows it."""
    return {
        "text": item.text,
        "due_on": f"{item.due_on:%m/%d/%Y}",
        "contact_id": number_text(item.contact_id),
        "owner_id": number_text(item.owner_id),
    }


def commitment_values(texts: Texts, today: date) -> dict[str, object]:
    """What was typed as columns of a commitment; only keys that are given. Raises RuleBroken naming the field."""
    return {key: _value(key, text, today) for key, text in texts.items()}


def _value(key: str, text: str, today: date) -> object:
    if key.endswith("_on"):
        return day_of(text, key, today)
    if key.endswith("_id"):
        return int(text) if text else None
    return text


def day_of(text: str, field: str, today: date) -> date:
    """The day typed. Raises RuleBroken naming the field."""
    if not text.strip():
        raise RuleBroken(translate("commitments", "Say by which day, such as Friday or 12/4."), field)
    try:
        return read_day(text, today)
    except RuleBroken as fault:
        raise RuleBroken(str(fault), field) from fault


def tag_of(item: CommitmentItem, today: date) -> tuple[str, Kind]:
    """What became of it, as a tag."""
    if item.status is CommitmentStatus.KEPT:
        return translate("commitments", "kept"), "good"
    if item.status is CommitmentStatus.BROKEN:
        return translate("commitments", "broken"), "overdue"
    if item.status is CommitmentStatus.WITHDRAWN:
        return translate("commitments", "withdrawn"), "none"
    if item.is_overdue(today):
        days = (today - item.due_on).days
        if days == 1:
            return translate("commitments", "over 1 day"), "overdue"
        return translate("commitments", "over {days} days").format(days=days), "overdue"
    if item.due_on == today:
        return translate("commitments", "due today"), "due"
    return translate("commitments", "open"), "info"


def beside_words(item: CommitmentItem, today: date, *, with_source: bool = False) -> str:
    """By when, to whom, whose, and when it was settled."""
    due = translate("commitments", "by {day}").format(day=say_day(item.due_on, today))
    to = translate("commitments", "to {person}").format(person=item.contact) if item.contact else ""
    owner = item.owner
    made = translate("commitments", "promised {day}").format(day=say_day(item.made_on, today))
    return joined(
        item.source if with_source else "", due, to, owner, made, _where(item, today), closed_words(item, today)
    )


def _where(item: CommitmentItem, today: date) -> str:
    """About which referral it was promised; no word of the patient."""
    if item.referral_on is None:
        return ""
    return translate("commitments", "referral of {day}").format(day=say_day(item.referral_on, today))


def closed_words(item: CommitmentItem, today: date) -> str:
    """When it was kept, broken or withdrawn."""
    if item.closed_on is None:
        return ""
    words = {
        CommitmentStatus.KEPT: translate("commitments", "kept {day}"),
        CommitmentStatus.BROKEN: translate("commitments", "broken {day}"),
        CommitmentStatus.WITHDRAWN: translate("commitments", "withdrawn {day}"),
    }[item.status]
    return words.format(day=say_day(item.closed_on, today))
