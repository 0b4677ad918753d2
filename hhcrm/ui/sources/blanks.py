"""What forms of this place ask for, and how what is typed becomes what is stored. Without Qt."""

from __future__ import annotations

from datetime import date

from hhcrm.domain.days import read_day, read_time, say_time
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.words import (
    Advance,
    Ask,
    PotentialBasis,
    Tier,
    VisitStatus,
)
from hhcrm.queries.read_models import Choices, SourceDetail, VisitLine
from hhcrm.ui.shared.forms.blank import SEPARATOR, Blank, Texts, ids, named, number_text, picked_id
from hhcrm.ui.shared.forms.blank import words as words_of
from hhcrm.ui.sources.cells import amount, cadence_hint

# --- sources


def source_blanks(choices: Choices, detail: SourceDetail | None) -> tuple[Blank, ...]:
    """The form of a source; without one that of a new one."""
    return (
        Blank("name", translate("sources", "Name"), required=True, wide=True),
        Blank(
            "type_id",
            translate("sources", "Type"),
            "choice",
            named(ids(choices.types), translate("sources", "choose")),
            required=True,
        ),
        Blank("parent_id", translate("sources", "Part of"), "pick"),
        Blank(
            "owner_id",
            translate("sources", "Owner"),
            "choice",
            named(ids(choices.users), translate("sources", "nobody")),
        ),
        Blank(
            "cadence_days",
            translate("sources", "Every how many days"),
            hint=cadence_hint(detail),
        ),
        Blank("next_step", translate("sources", "Next step"), "text", wide=True),
        Blank("phone", translate("sources", "Phone"), section=translate("sources", "How to reach them")),
        Blank("fax", translate("sources", "Fax")),
        Blank("email", translate("sources", "E-mail")),
        Blank("website", translate("sources", "Website")),
        Blank("address", translate("sources", "Address"), wide=True),
        Blank("city", translate("sources", "City")),
        Blank("state", translate("sources", "State")),
        Blank("zip", translate("sources", "ZIP")),
        Blank(
            "territory_id",
            translate("sources", "Territory"),
            "choice",
            named(ids(choices.territories), translate("sources", "none")),
        ),
        Blank(
            "potential_per_month",
            translate("sources", "Potential a month"),
            section=translate("sources", "What it is worth"),
        ),
        Blank("potential_basis", translate("sources", "Where that comes from"), "choice", words_of(PotentialBasis)),
        Blank("tier", translate("sources", "Tier"), "choice", named(words_of(Tier), translate("sources", "none"))),
        Blank("tags", translate("sources", "Tags"), hint=translate("sources", "Parted by semicolons")),
        Blank("providers", translate("sources", "Providers")),
        Blank("beds", translate("sources", "Beds")),
        Blank("npi", translate("sources", "NPI")),
        Blank("ccn", translate("sources", "CCN")),
        Blank(
            "needs", translate("sources", "Needs heard"), "text", wide=True, section=translate("sources", "In words")
        ),
        Blank("notes", translate("sources", "Notes"), "text", wide=True),
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


# --- visits


def visit_blanks(choices: Choices, status: VisitStatus) -> tuple[Blank, ...]:
    """The form of a visit; only one that took place has an outcome."""
    kinds = tuple((str(kind.id), kind.name) for kind in choices.kinds)
    planned = (
        Blank("visit_on", translate("sources", "Day"), required=True),
        Blank("start_time", translate("sources", "Time")),
        Blank("kind_id", translate("sources", "Kind"), "choice", kinds, required=True),
        Blank("minutes", translate("sources", "Minutes")),
        Blank("purpose", translate("sources", "Purpose"), wide=True),
    )
    if status is not VisitStatus.COMPLETED:
        return (*planned, Blank("notes", translate("sources", "Notes"), "text", wide=True))
    return (
        *planned,
        Blank(
            "advance",
            translate("sources", "What changed"),
            "choice",
            named(words_of(Advance), translate("sources", "choose")),
            required=True,
        ),
        Blank("ask", translate("sources", "Asked for referrals"), "choice", words_of(Ask)),
        Blank("notes", translate("sources", "Notes"), "text", wide=True),
        Blank("next_step", translate("sources", "Next step"), "text", wide=True),
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
