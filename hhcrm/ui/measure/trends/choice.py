"""What Trends shows: a measure, what it is split by, months or weeks. Kept between starts, and under names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hhcrm.domain.measure_words import by_words
from hhcrm.domain.measures import By, Definition, Grain, MeasureKey
from hhcrm.domain.text import fold
from hhcrm.domain.trends import topics
from hhcrm.domain.wording import translate

SPLITS: tuple[By, ...] = (
    By.LIAISON, By.TEAM, By.TERRITORY, By.SOURCE_TYPE, By.SOURCE, By.ACTIVITY, By.MATERIAL, By.PAYER,
    By.SERVICE_LINE, By.CLINICAL_GROUP, By.REASON, By.REASON_OWNER,
)  # fmt: skip
"""In the order in which they are offered."""

GRAINS = (Grain.MONTH, Grain.WEEK)


@dataclass(frozen=True, slots=True)
class TrendChoice:
    """What is looked at."""

    measure: MeasureKey = MeasureKey.REFERRALS
    by: By | None = None
    grain: Grain = Grain.MONTH

    def fitting(self, definitions: Mapping[MeasureKey, Definition]) -> TrendChoice:
        """The same with a measure that there is and a split that it follows."""
        measure = self.measure if self.measure in definitions or not definitions else next(iter(definitions))
        by = self.by if measure in definitions and self.by in definitions[measure].by else None
        return TrendChoice(measure, by, self.grain)

    def title(self, definitions: Mapping[MeasureKey, Definition]) -> str:
        """In words: Conversion by liaison, monthly."""
        name = definitions[self.measure].title if self.measure in definitions else str(self.measure)
        if self.by is not None:
            words = translate("trends", "{measure} by {by}")
            name = words.format(measure=name, by=by_words(self.by))
        words = (
            translate("trends", "{what}, weekly")
            if self.grain is Grain.WEEK
            else translate("trends", "{what}, monthly")
        )
        return words.format(what=name)


def kept(choice: TrendChoice) -> dict[str, str]:
    """As it is kept."""
    return {"measure": str(choice.measure), "by": str(choice.by or ""), "grain": str(choice.grain)}


def restored(found: object) -> TrendChoice | None:
    """What was kept; None where it is not understood."""
    if not isinstance(found, Mapping):
        return None
    measure, by, grain = (found.get(name) for name in ("measure", "by", "grain"))
    if measure not in list(MeasureKey) or grain not in list(GRAINS) or by not in ("", *By):
        return None
    return TrendChoice(MeasureKey(str(measure)), By(str(by)) if by else None, Grain(str(grain)))


def restored_all(found: object) -> tuple[TrendChoice, ...]:
    """What was kept as favourites; what is not understood is left out."""
    each: Sequence[Any] = found if isinstance(found, list) else ()
    return tuple(dict.fromkeys(choice for choice in map(restored, each) if choice is not None))


def why_not(by: By, definition: Definition) -> str:
    """Why a measure is not split so; "" where it is."""
    if by in definition.by:
        return ""
    if by in (By.REASON, By.REASON_OWNER):
        return translate("trends", "only what was not admitted has a reason")
    if by in (By.PAYER, By.SERVICE_LINE, By.CLINICAL_GROUP):
        return translate("trends", "only referrals have one")
    if by in (By.ACTIVITY, By.MATERIAL):
        return translate("trends", "only visits have one, and what came of them")
    return translate("trends", "this measure is one number for the agency")


def offered(definitions: Sequence[Definition], typed: str) -> list[tuple[str, list[Definition]]]:
    """The measures by topic whose names, or that of their topic, hold what was typed."""
    by_key = {definition.key: definition for definition in definitions}
    groups = [(words, [by_key[key] for key in keys if key in by_key]) for words, keys in topics()]
    named = {definition.key for _, found in groups for definition in found}
    rest = [definition for definition in definitions if definition.key not in named]
    if rest:
        groups.append((translate("trends", "More"), rest))
    wanted = fold(typed).split()
    narrowed = [
        (words, [each for each in found if all(part in fold(f"{words} {each.title}") for part in wanted)])
        for words, found in groups
    ]
    return [(words, found) for words, found in narrowed if found]
