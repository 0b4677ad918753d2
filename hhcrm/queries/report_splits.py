"""Referrals split by what the measures can split them by: reports `referrals-by-type`, `-liaison`, `-payer` and others.

They say what Measure says, of the same readings (product.md, section 6).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from sqlalchemy import Connection

from hhcrm.domain.measures import By, MeasureKey
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.measures.measured import measured
from hhcrm.queries.measures.models import MeasureAsk, Measured, Reading
from hhcrm.queries.report_referrals import OUTCOME
from hhcrm.queries.report_shape import Asked, Rows

Question = Callable[[Connection, Asked], Rows]
_Cells = tuple[int | float | None, ...]

_SPLITS = MappingProxyType(
    {
        "type": By.SOURCE_TYPE,
        "liaison": By.LIAISON,
        "team": By.TEAM,
        "territory": By.TERRITORY,
        "payer": By.PAYER,
        "service-line": By.SERVICE_LINE,
        "clinical-group": By.CLINICAL_GROUP,
        "activity": By.ACTIVITY,
        "material": By.MATERIAL,
    }
)
"""By the end of the report's name. Activity and material reach referrals by attribution."""

_TITLES = MappingProxyType(
    {
        By.SOURCE_TYPE: "Which types of source sent us whom?",
        By.LIAISON: "Whose referrals are they?",
        By.TEAM: "Which team's referrals are they?",
        By.TERRITORY: "Which territory sent us whom?",
        By.PAYER: "Who pays for whom we were sent?",
        By.SERVICE_LINE: "What were referrals asked for?",
        By.CLINICAL_GROUP: "Which clinical groups were we sent?",
        By.ACTIVITY: "After which activities did referrals come, credited evenly to visits before them?",
        By.MATERIAL: "After which materials did referrals come, credited evenly to visits before them?",
    }
)


def _split(by: By, connection: Connection, asked: Asked) -> Rows:
    which = MeasureFilter(asked.from_on, asked.until_on, liaison_id=asked.liaison_id, source_id=asked.source_id)
    keys = (MeasureKey.REFERRALS, MeasureKey.CONVERSION)
    asks = [MeasureAsk(key, which, by) for key in keys]
    sent, decided = measured(connection, asks, asked.today, asked.now)
    if not sent.whole.cases:
        return []
    outcome = _by_group(decided)
    groups = [(line.group, line.reading) for line in sent.lines if line.group is not None and line.reading.part]
    groups.sort(key=lambda found: -found[1].part)
    lines = [
        (group.name, *_cells(reading, outcome.get(group.key, Reading()), sent.attributed)) for group, reading in groups
    ]
    return [*lines, ("all", *_cells(sent.whole, decided.whole, sent.attributed))]


def _by_group(found: Measured) -> Mapping[int | str | None, Reading]:
    return {line.group.key: line.reading for line in found.lines if line.group is not None}


def _cells(sent: Reading, decided: Reading, attributed: bool) -> _Cells:
    """The columns `OUTCOME`; credits are parts of referrals, to two places."""
    places = 2 if attributed else 0
    base = (decided.base or 0.0) if attributed else float(decided.cases)
    counts = [sent.part, decided.part, base - decided.part, sent.part - base]
    share = None if decided.value is None else round(100 * decided.value, 1)
    return (*(round(count, places) if places else round(count) for count in counts), share)


def split_reports() -> Mapping[str, tuple[str, tuple[str, ...], Question]]:
    """Each report by its name: its title, its columns, its question."""
    return {
        f"referrals-by-{name}": (_TITLES[by], (name.replace("-", "_"), *OUTCOME), partial(_split, by))
        for name, by in _SPLITS.items()
    }
