"""What forms of this place ask for, and how what is typed becomes what is stored. Without Qt."""

from __future__ import annotations

from datetime import date

from hhcrm.domain.days import read_day, read_time, say_time
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.words import (
    Advance,
    Ask,
    BuyingRole,
    Channel,
    EmailKind,
    PhoneKind,
    PotentialBasis,
    Tier,
    VisitStatus,
)
from hhcrm.queries.read_models import AffiliationLine, Choices, PersonLine, SourceDetail, VisitLine
from hhcrm.services.commands import PersonValues
from hhcrm.ui.shared.forms.blank import SEPARATOR, Blank, Texts, ids, named, number_text, picked_id
from hhcrm.ui.shared.forms.blank import words as words_of
from hhcrm.ui.sources.cells import amount

# --- sources


def source_blanks(choices: Choices) -> tuple[Blank, ...]:
    """The form of a source."""
    return (
        Blank("name", "Name", required=True, wide=True),
        Blank("type_id", "Type", "choice", named(ids(choices.types), "choose"), required=True),
        Blank("parent_id", "Part of", "pick"),
        Blank("owner_id", "Owner", "choice", named(ids(choices.users), "nobody")),
        Blank("cadence_days", "Every how many days", hint="Blank follows tier and type"),
        Blank("next_step", "Next step", "text", wide=True),
        Blank("phone", "Phone", section="How to reach them"),
        Blank("fax", "Fax"),
        Blank("email", "E-mail"),
        Blank("website", "Website"),
        Blank("address", "Address", wide=True),
        Blank("city", "City"),
        Blank("state", "State"),
        Blank("zip", "ZIP"),
        Blank("territory_id", "Territory", "choice", named(ids(choices.territories), "none")),
        Blank("potential_per_month", "Potential a month", section="What it is worth"),
        Blank("potential_basis", "Where that comes from", "choice", words_of(PotentialBasis)),
        Blank("tier", "Tier", "choice", named(words_of(Tier), "none")),
        Blank("tags", "Tags", hint="Parted by semicolons"),
        Blank("providers", "Providers"),
        Blank("beds", "Beds"),
        Blank("npi", "NPI"),
        Blank("ccn", "CCN"),
        Blank("needs", "Needs heard", "text", wide=True, section="In words"),
        Blank("notes", "Notes", "text", wide=True),
    )


def source_texts(detail: SourceDetail) -> dict[str, str]:
    """A source as its form shows it."""
    plain = {
        name: str(getattr(detail, name) or "")
        for name in (
            "name", "next_step", "phone", "fax", "email", "website", "address", "city", "state", "zip", "tier",
            "tags", "npi", "ccn", "needs", "notes", "potential_basis",
        )
    }  # fmt: skip
    numbers = {
        name: number_text(getattr(detail, name))
        for name in ("type_id", "owner_id", "territory_id", "cadence_days", "providers", "beds")
    }
    parent = f"{detail.parent_id}{SEPARATOR}{detail.parent}" if detail.parent_id is not None else ""
    potential = amount(detail.potential_per_month)
    return plain | numbers | {"parent_id": parent, "potential_per_month": potential}


def source_values(texts: Texts) -> dict[str, object]:
    """What was typed as columns of a source; only keys that are given. Raises RuleBroken naming the field."""
    return {key: _source_value(key, text) for key, text in texts.items()}


def _source_value(key: str, text: str) -> object:
    if key == "parent_id":
        return picked_id(text, key)
    if key.endswith("_id"):
        return int(text) if text else None
    return text


# --- people


def person_blanks(choices: Choices) -> tuple[Blank, ...]:
    """The form of a person."""
    return (
        Blank("first_name", "First name"),
        Blank("last_name", "Last name", required=True),
        Blank("credentials", "Credentials", hint="MD, RN, MSW"),
        Blank("buying_role", "Part in the decision", "choice", words_of(BuyingRole)),
        Blank("phones", "Phone", "phones", wide=True),
        Blank("emails", "E-mail", "emails", wide=True),
        Blank("preferred_channel", "Prefers", "choice", named(words_of(Channel), "not known")),
        Blank("npi", "NPI"),
        Blank("needs", "Needs heard", "text", wide=True),
        Blank("notes", "Notes", "text", wide=True),
    )


def new_person_blanks(choices: Choices) -> tuple[Blank, ...]:
    """The form of a new person: with what they are here."""
    role = Blank("role_id", "Role", "choice", named(ids(choices.roles), "none"))
    fields = person_blanks(choices)
    return (*fields[:3], role, Blank("title", "Title here"), *fields[3:])


def person_texts(person: PersonLine) -> dict[str, str]:
    """A person as the form shows them."""
    return {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "credentials": person.credentials,
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
        phones=tuple(_phones(texts.get("phones", ""))),
        emails=tuple(_emails(texts.get("emails", ""))),
    )


def _phones(text: str) -> list[tuple[PhoneKind, str]]:
    found = []
    for line in text.split("\n"):
        kind, _, number = line.rpartition(SEPARATOR)
        if number.strip():
            found.append((PhoneKind(kind) if kind else PhoneKind.WORK, number.strip()))
    return found


def _emails(text: str) -> list[tuple[EmailKind, str]]:
    found = []
    for line in text.split("\n"):
        kind, _, address = line.rpartition(SEPARATOR)
        if address.strip():
            found.append((EmailKind(kind) if kind else EmailKind.WORK, address.strip()))
    return found


# --- a person's place at a source


def place_blanks(choices: Choices) -> tuple[Blank, ...]:
    """What a person is at one source, and from when to when."""
    return (
        Blank("role_id", "Role here", "choice", named(ids(choices.roles), "none")),
        Blank("title", "Title here"),
        Blank("department", "Department"),
        Blank("from_on", "Here since"),
        Blank("until_on", "Here until", hint="Blank while they are here"),
    )


def place_texts(place: AffiliationLine) -> dict[str, str]:
    """A place as the form shows it."""
    return {
        "role_id": number_text(place.role_id),
        "title": place.title,
        "department": place.department,
        "from_on": f"{place.from_on:%m/%d/%Y}" if place.from_on else "",
        "until_on": f"{place.until_on:%m/%d/%Y}" if place.until_on else "",
    }


def place_values(texts: Texts, today: date) -> tuple[int | None, str, str, date | None, date | None]:
    """Role, title, department, first and last day. Raises RuleBroken naming the field."""
    first, last = (_day_or_none(texts[key], key, today) for key in ("from_on", "until_on"))
    return (int(texts["role_id"]) if texts["role_id"] else None), texts["title"], texts["department"], first, last


def _day_or_none(text: str, field: str, today: date) -> date | None:
    try:
        return read_day(text, today) if text.strip() else None
    except RuleBroken as fault:
        raise RuleBroken(str(fault), field) from fault


# --- visits


def visit_blanks(choices: Choices, status: VisitStatus) -> tuple[Blank, ...]:
    """The form of a visit; only one that took place has an outcome."""
    kinds = tuple((str(kind.id), kind.name) for kind in choices.kinds)
    planned = (
        Blank("visit_on", "Day", required=True),
        Blank("start_time", "Time"),
        Blank("kind_id", "Kind", "choice", kinds, required=True),
        Blank("minutes", "Minutes"),
        Blank("purpose", "Purpose", wide=True),
    )
    if status is not VisitStatus.COMPLETED:
        return (*planned, Blank("notes", "Notes", "text", wide=True))
    return (
        *planned,
        Blank("advance", "What changed", "choice", named(words_of(Advance), "choose"), required=True),
        Blank("ask", "Asked for referrals", "choice", words_of(Ask)),
        Blank("notes", "Notes", "text", wide=True),
        Blank("next_step", "Next step", "text", wide=True),
    )


def visit_texts(visit: VisitLine) -> dict[str, str]:
    """A visit as its form shows it."""
    start = visit.start_time
    return {
        "visit_on": f"{visit.visit_on:%m/%d/%Y}",
        "start_time": say_time(start) if start else "",
        "kind_id": str(visit.kind_id),
        "minutes": number_text(visit.minutes),
        "purpose": visit.purpose,
        "advance": str(visit.advance or ""),
        "ask": str(visit.ask or Ask.NOT_ASKED),
        "notes": visit.notes,
        "next_step": visit.next_step,
    }


def visit_values(texts: Texts, today: date) -> dict[str, object]:
    """What was typed as columns of a visit; only keys that are given. Raises RuleBroken naming the field."""
    return {key: _visit_value(key, text, today) for key, text in texts.items()}


def _visit_value(key: str, text: str, today: date) -> object:
    try:
        if key == "visit_on":
            return read_day(text, today)
        if key == "start_time":
            return read_time(text) if text.strip() else None
    except RuleBroken as fault:
        raise RuleBroken(str(fault), key) from fault
    if key == "kind_id":
        return int(text)
    return text
