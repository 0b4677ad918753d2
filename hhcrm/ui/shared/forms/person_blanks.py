"""What the forms of a person and of their place at a source ask for. Without Qt."""

from __future__ import annotations

from datetime import date

from hhcrm.domain.days import read_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.words import BuyingRole, Channel, EmailKind, PhoneKind
from hhcrm.queries.people_models import Typed
from hhcrm.queries.read_models import AffiliationLine, Choices, PersonLine
from hhcrm.services.commands import PersonValues
from hhcrm.ui.shared.forms.blank import SEPARATOR, Blank, Texts, ids, named, number_text
from hhcrm.ui.shared.forms.blank import words as words_of


def person_blanks(choices: Choices) -> tuple[Blank, ...]:
    """The form of a person."""
    unknown = named(words_of(Channel), translate("people", "not known"))
    return (
        Blank("first_name", translate("people", "First name")),
        Blank("last_name", translate("people", "Last name"), required=True),
        Blank("credentials", translate("people", "Credentials"), hint=translate("people", "MD, RN, MSW")),
        Blank("buying_role", translate("people", "Part in the decision"), "choice", words_of(BuyingRole)),
        Blank("phones", translate("people", "Phone"), "phones", wide=True),
        Blank("emails", translate("people", "E-mail"), "emails", wide=True),
        Blank("preferred_channel", translate("people", "Prefers"), "choice", unknown),
        Blank("npi", translate("people", "NPI")),
        Blank("needs", translate("people", "Needs heard"), "text", wide=True),
        Blank("notes", translate("people", "Notes"), "text", wide=True),
    )


def _role(choices: Choices, label: str) -> Blank:
    return Blank("role_id", label, "choice", named(ids(choices.roles), translate("people", "none")))


def new_person_blanks(choices: Choices) -> tuple[Blank, ...]:
    """The form of a new person: with what they are here."""
    fields = person_blanks(choices)
    title = Blank("title", translate("people", "Title here"))
    return (*fields[:3], _role(choices, translate("people", "Role")), title, *fields[3:])


def card_blanks(choices: Choices) -> tuple[Blank, ...]:
    """The form of a person on their card: with the role that holds where a place says nothing else."""
    fields = person_blanks(choices)
    return (*fields[:3], _role(choices, translate("people", "Role")), *fields[3:])


def new_card_blanks(choices: Choices) -> tuple[Blank, ...]:
    """The form of a new person who is put at a source here and now, or at none."""
    fields = card_blanks(choices)
    place = Blank("source_id", translate("people", "At which source"), "pick")
    return (*fields[:4], place, Blank("title", translate("people", "Title there")), *fields[4:])


def person_texts(person: PersonLine) -> dict[str, str]:
    """A person as the form shows them."""
    return {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "credentials": person.credentials,
        "role_id": number_text(person.own_role_id),
        "buying_role": str(person.buying_role),
        "phones": "\n".join(f"{phone.kind}{SEPARATOR}{phone.number}" for phone in person.phones),
        "emails": "\n".join(f"{email.kind}{SEPARATOR}{email.address}" for email in person.emails),
        "preferred_channel": str(person.preferred_channel or ""),
        "npi": person.npi,
        "needs": person.needs,
        "notes": person.notes,
    }


def new_person_texts() -> dict[str, str]:
    """The form before anything is typed."""
    return {"buying_role": str(BuyingRole.UNKNOWN)}


def person_values(texts: Texts) -> PersonValues:
    """The whole form as a person."""
    return PersonValues(
        first_name=texts.get("first_name", ""),
        last_name=texts.get("last_name", ""),
        credentials=texts.get("credentials", ""),
        role_id=int(texts["role_id"]) if texts.get("role_id") else None,
        buying_role=BuyingRole(texts.get("buying_role") or BuyingRole.UNKNOWN),
        preferred_channel=Channel(texts["preferred_channel"]) if texts.get("preferred_channel") else None,
        npi=texts.get("npi", ""),
        needs=texts.get("needs", ""),
        notes=texts.get("notes", ""),
        phones=tuple((PhoneKind(kind or PhoneKind.WORK), number) for kind, number in _rows(texts.get("phones", ""))),
        emails=tuple((EmailKind(kind or EmailKind.WORK), address) for kind, address in _rows(texts.get("emails", ""))),
    )


def typed_person(texts: Texts) -> Typed:
    """What stands in the form so far, to look whether the person is here already."""
    return Typed(
        first_name=texts.get("first_name", "").strip(),
        last_name=texts.get("last_name", "").strip(),
        phones=tuple(number for _, number in _rows(texts.get("phones", ""))),
        emails=tuple(address for _, address in _rows(texts.get("emails", ""))),
        npi=texts.get("npi", "").strip(),
    )


def _rows(text: str) -> list[tuple[str, str]]:
    found = []
    for line in text.split("\n"):
        kind, _, value = line.rpartition(SEPARATOR)
        if value.strip():
            found.append((kind, value.strip()))
    return found


# --- a person's place at a source


def place_blanks(choices: Choices) -> tuple[Blank, ...]:
    """What a person is at one source, and from when to when."""
    return (
        _role(choices, translate("people", "Role here")),
        Blank("title", translate("people", "Title here")),
        Blank("department", translate("people", "Department")),
        Blank("from_on", translate("people", "Here since")),
        Blank("until_on", translate("people", "Here until"), hint=translate("people", "Blank while they are here")),
    )


def move_blanks(choices: Choices) -> tuple[Blank, ...]:
    """Where a person goes, when, and what they are there."""
    return (
        Blank("source_id", translate("people", "To which source"), "pick", required=True, wide=True),
        Blank("on_day", translate("people", "From which day"), required=True),
        _role(choices, translate("people", "Role there")),
        Blank("title", translate("people", "Title there")),
        Blank("department", translate("people", "Department there")),
    )


def further_blanks(choices: Choices) -> tuple[Blank, ...]:
    """At which other source a person is too."""
    return (
        Blank("source_id", translate("people", "At which source"), "pick", required=True, wide=True),
        Blank("from_on", translate("people", "Since when"), hint=translate("people", "Blank where it is not known")),
        _role(choices, translate("people", "Role there")),
        Blank("title", translate("people", "Title there")),
        Blank("department", translate("people", "Department there")),
    )


def day_text(day: date | None) -> str:
    """A day as a field shows it."""
    return f"{day:%m/%d/%Y}" if day else ""


def place_texts(place: AffiliationLine) -> dict[str, str]:
    """A place as the form shows it."""
    return {
        "role_id": number_text(place.role_id),
        "title": place.title,
        "department": place.department,
        "from_on": day_text(place.from_on),
        "until_on": day_text(place.until_on),
    }


def place_values(texts: Texts, today: date) -> tuple[int | None, str, str, date | None, date | None]:
    """Role, title, department, first and last day. Raises RuleBroken naming the field."""
    first, last = (day_or_none(texts[key], key, today) for key in ("from_on", "until_on"))
    return role_of(texts), texts["title"], texts["department"], first, last


def role_of(texts: Texts) -> int | None:
    """The role chosen."""
    return int(texts["role_id"]) if texts.get("role_id") else None


def day_or_none(text: str, field: str, today: date) -> date | None:
    """A day that was typed. Raises RuleBroken naming the field."""
    try:
        return read_day(text, today) if text.strip() else None
    except RuleBroken as fault:
        raise RuleBroken(str(fault), field) from fault


def needed_day(text: str, field: str, today: date) -> date:
    """A day that must be typed. Raises RuleBroken naming the field."""
    day = day_or_none(text, field, today)
    if day is None:
        raise RuleBroken(translate("people", "Say on which day."), field)
    return day
