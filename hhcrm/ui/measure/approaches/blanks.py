"""What the forms of approaches and of the journal ask for, and how what was typed is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from hhcrm.domain.comparing import COMPARABLE
from hhcrm.domain.days import read_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.measures import Definition, MeasureKey
from hhcrm.domain.wording import translate
from hhcrm.queries.approaches_models import ApproachItem, LearnedItem, Named, Scope
from hhcrm.queries.read_models import Choices
from hhcrm.queries.settings_models import TeamLine
from hhcrm.ui.measure.approaches.editors import MeasuresEditor, SourcesEditor, read_sources, sources_text
from hhcrm.ui.shared.forms.blank import Blank, Texts, ids, named, number_text
from hhcrm.ui.shared.forms.editors import Find

MEASURES, SOURCES = "measures", "sources"
_FIRST = (MeasureKey.REFERRALS, MeasureKey.CONVERSION)
"""What a new approach is judged by, until somebody says otherwise."""

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ApproachChoices:
    """What a form of an approach lets one choose from."""

    definitions: tuple[Definition, ...]
    types: Pairs
    territories: Pairs
    teams: Pairs
    users: Pairs
    kinds: Pairs
    materials: Pairs


def approach_choices(definitions: Sequence[Definition], choices: Choices, teams: Sequence[TeamLine]) -> ApproachChoices:
    """The measures that can be held against themselves, and whom an approach can be about."""
    return ApproachChoices(
        tuple(each for each in definitions if each.key in COMPARABLE),
        ids(choices.types),
        ids(choices.territories),
        ids(teams),
        ids(choices.users),
        ids(choices.kinds),
        ids(choices.materials),
    )


def approach_blanks(choices: ApproachChoices, find: Find, item: ApproachItem | None = None) -> tuple[Blank, ...]:
    """The form of an approach; of one that is there also with what was taken off the lists since."""
    whole = translate("approaches", "any")
    scope = Scope() if item is None else item.scope
    rows = (
        ("type_id", translate("approaches", "Type of source"), choices.types, scope.type),
        ("territory_id", translate("approaches", "Territory"), choices.territories, scope.territory),
        ("team_id", translate("approaches", "Team"), choices.teams, scope.team),
        ("liaison_id", translate("approaches", "Liaison"), choices.users, scope.liaison),
        ("kind_id", translate("approaches", "Kind of visit"), choices.kinds, scope.kind),
        ("material_id", translate("approaches", "Material"), choices.materials, scope.material),
    )
    return (
        Blank(
            "name", translate("approaches", "What you do differently"), required=True, wide=True,
            hint=translate("approaches", "In a few words, such as: in-services for skilled nursing facilities."),
        ),
        Blank("what", translate("approaches", "How it is done"), "text", wide=True),
        Blank("starts_on", translate("approaches", "Since"), required=True),
        Blank("ends_on", translate("approaches", "Until"), hint=translate("approaches", "Empty while it goes on.")),
        *(
            Blank(key, label, "choice", named(_with(pairs, chosen), whole),
                  section=translate("approaches", "Whom it is about: all of what is chosen") if not place else "")
            for place, (key, label, pairs, chosen) in enumerate(rows)
        ),
        Blank(
            SOURCES, translate("approaches", "Only these sources"), wide=True, make=partial(SourcesEditor, find=find),
            hint=translate("approaches", "Type a name and pick it. Without any, all that fit."),
        ),
        Blank(
            MEASURES, translate("approaches", "Judged by"), required=True, wide=True,
            make=partial(MeasuresEditor, definitions=choices.definitions),
            hint=translate("approaches", "A few that this change should move: of many, one moves by chance."),
        ),
    )  # fmt: skip


def _with(pairs: Pairs, chosen: Named | None) -> Pairs:
    if chosen is None or any(value == str(chosen.id) for value, _ in pairs):
        return pairs
    return (*pairs, (str(chosen.id), chosen.name))


def new_texts(choices: ApproachChoices, today: date) -> dict[str, str]:
    """A new approach as its form begins."""
    offered = [str(each.key) for each in choices.definitions if each.key in _FIRST]
    return {"starts_on": day_text(today), MEASURES: " ".join(offered)}


def approach_texts(item: ApproachItem) -> dict[str, str]:
    """An approach as its form shows it."""
    scope = item.scope
    chosen = {
        "type_id": scope.type, "territory_id": scope.territory, "team_id": scope.team, "liaison_id": scope.liaison,
        "kind_id": scope.kind, "material_id": scope.material,
    }  # fmt: skip
    return {
        "name": item.name,
        "what": item.what,
        "starts_on": day_text(item.starts_on),
        "ends_on": "" if item.ends_on is None else day_text(item.ends_on),
        **{key: number_text(None if one is None else one.id) for key, one in chosen.items()},
        SOURCES: sources_text(item.scope.sources),
        MEASURES: " ".join(item.measures),
    }


def approach_values(texts: Texts, today: date) -> dict[str, object]:
    """What was typed as columns of an approach; only keys that are given. Raises RuleBroken naming the field."""
    return {key: _value(key, text, today) for key, text in texts.items() if key not in (MEASURES, SOURCES)}


def measures_of(text: str) -> tuple[MeasureKey, ...]:
    """The measures chosen."""
    return tuple(MeasureKey(key) for key in text.split())


def source_ids_of(text: str) -> tuple[int, ...]:
    """The sources chosen. Raises RuleBroken where a name was typed and none picked."""
    return tuple(source.id for source in read_sources(text))


def learned_blanks(approaches: Sequence[ApproachItem], item: LearnedItem | None = None) -> tuple[Blank, ...]:
    """The form of a note; of one that is there also with its approach, which may be archived."""
    pairs: Pairs = tuple((str(each.approach_id), each.name) for each in approaches)
    if item is not None and item.approach_id is not None:
        pairs = _with(pairs, Named(item.approach_id, item.approach))
    none = translate("approaches", "none in particular")
    return (
        Blank("text", translate("approaches", "What was learned"), "text", required=True, wide=True),
        Blank("approach_id", translate("approaches", "Of which approach"), "choice", named(pairs, none)),
        Blank("on_day", translate("approaches", "Day"), required=True),
    )


def learned_texts(item: LearnedItem) -> dict[str, str]:
    """A note as its form shows it."""
    return {"text": item.text, "approach_id": number_text(item.approach_id), "on_day": day_text(item.on_day)}


def learned_values(texts: Texts, today: date) -> dict[str, object]:
    """What was typed as columns of a note; only keys that are given. Raises RuleBroken naming the field."""
    return {key: _value(key, text, today) for key, text in texts.items()}


def _value(key: str, text: str, today: date) -> object:
    if key.endswith("_on") or key == "on_day":
        return _day(text, key, today)
    return text


def _day(text: str, field: str, today: date) -> date | None:
    if not text.strip():
        return None
    try:
        return read_day(text, today)
    except RuleBroken as fault:
        raise RuleBroken(str(fault), field) from fault


def day_text(day: date) -> str:
    """A day as a form shows it."""
    return f"{day:%m/%d/%Y}"
