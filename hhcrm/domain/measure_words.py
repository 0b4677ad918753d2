"""What measures are split by, in words."""

from __future__ import annotations

from hhcrm.domain.measures import By
from hhcrm.domain.wording import translate


def by_words(by: By) -> str:
    """What a split is called within a sentence."""
    words = {
        By.LIAISON: translate("measures", "liaison"),
        By.TEAM: translate("measures", "team"),
        By.TERRITORY: translate("measures", "territory"),
        By.SOURCE_TYPE: translate("measures", "type of source"),
        By.SOURCE: translate("measures", "source"),
        By.ACTIVITY: translate("measures", "activity"),
        By.MATERIAL: translate("measures", "material"),
        By.PAYER: translate("measures", "payer"),
        By.SERVICE_LINE: translate("measures", "service line"),
        By.CLINICAL_GROUP: translate("measures", "clinical group"),
        By.REASON: translate("measures", "reason"),
        By.REASON_OWNER: translate("measures", "whose reason"),
    }
    return words[by]
