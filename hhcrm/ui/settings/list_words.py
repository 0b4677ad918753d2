"""The values of a list as forms and sentences say them; without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import ReasonOwner
from hhcrm.queries.settings_models import ListValue
from hhcrm.ui.settings.list_specs import NO, YES, ListSpec
from hhcrm.ui.shared.said import short_day

STARTING: Mapping[str, Mapping[str, str]] = {
    "source_type": {"visits_to_active": "5"},
    "visit_kind": {"counts": YES, "minutes": "20"},
    "decline_reason": {"owner": str(ReasonOwner.OURS), "needs_text": NO, "needs_discipline": NO},
    "material": {"kind": "handout"},
}
"""What the form of a new value starts with."""

_USED_BY: Mapping[str, tuple[str, str]] = {
    "referral_source": (QT_TRANSLATE_NOOP("settings", "{n} source"), QT_TRANSLATE_NOOP("settings", "{n} sources")),
    "visit": (QT_TRANSLATE_NOOP("settings", "{n} visit"), QT_TRANSLATE_NOOP("settings", "{n} visits")),
    "visit_material": (QT_TRANSLATE_NOOP("settings", "{n} visit"), QT_TRANSLATE_NOOP("settings", "{n} visits")),
    "referral": (QT_TRANSLATE_NOOP("settings", "{n} referral"), QT_TRANSLATE_NOOP("settings", "{n} referrals")),
    "contact": (QT_TRANSLATE_NOOP("settings", "{n} person"), QT_TRANSLATE_NOOP("settings", "{n} people")),
    "affiliation": (
        QT_TRANSLATE_NOOP("settings", "{n} place of a person"),
        QT_TRANSLATE_NOOP("settings", "{n} places of people"),
    ),
    "payer_acceptance": (
        QT_TRANSLATE_NOOP("settings", "{n} entry of what you accept"),
        QT_TRANSLATE_NOOP("settings", "{n} entries of what you accept"),
    ),
    "served_zip": (
        QT_TRANSLATE_NOOP("settings", "{n} ZIP code served"),
        QT_TRANSLATE_NOOP("settings", "{n} ZIP codes served"),
    ),
    "discipline_capacity": (
        QT_TRANSLATE_NOOP("settings", "{n} entry of capacity"),
        QT_TRANSLATE_NOOP("settings", "{n} entries of capacity"),
    ),
}
_RECORDS = (QT_TRANSLATE_NOOP("settings", "{n} record"), QT_TRANSLATE_NOOP("settings", "{n} records"))


def value_texts(spec: ListSpec, value: ListValue) -> dict[str, str]:
    """A value as its form shows it."""
    texts = {"name": value.name}
    for key, kept in value.extra.items():
        if key in spec.booleans:
            texts[key] = YES if kept else NO
        elif isinstance(kept, float):
            texts[key] = f"{kept:g}"
        else:
            texts[key] = "" if kept is None else str(kept)
    return texts


def typed_values(spec: ListSpec, texts: Mapping[str, str]) -> dict[str, object]:
    """What was typed as columns of a value."""
    return {key: text == YES if key in spec.booleans else text for key, text in texts.items()}


def uses_words(uses: Mapping[str, int]) -> str:
    """How many records use a value: 12 visits, 1 referral."""
    said = []
    for table, count in sorted(uses.items()):
        one, many = _USED_BY.get(table, _RECORDS)
        said.append(translate("settings", one if count == 1 else many).format(n=f"{count:,}"))
    return ", ".join(said)


def retired_words(value: ListValue, today: date) -> str:
    """When and by whom a value was retired."""
    if value.retired_at is None:
        return ""
    day = short_day(value.retired_at.date(), today)
    if not value.retired_by:
        return translate("settings", "Retired {day}").format(day=day)
    return translate("settings", "Retired {day} by {who}").format(day=day, who=value.retired_by)
