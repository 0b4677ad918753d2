"""What measures are split by, by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from hhcrm.domain.measures import By
from hhcrm.domain.text import name_key
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReasonOwner
from hhcrm.models.lookups import ClinicalGroup
from hhcrm.models.users import Team
from hhcrm.models.visits import Material
from hhcrm.queries.ground import KIND, PAYER, SERVICE_LINE, SOURCE, TERRITORY, TYPE, USER, table
from hhcrm.queries.measures.counting import Key
from hhcrm.queries.measures.models import Group
from hhcrm.queries.referrals import REASON

_NAMED = MappingProxyType(
    {
        By.LIAISON: USER,
        By.TEAM: table(Team),
        By.TERRITORY: TERRITORY,
        By.SOURCE_TYPE: TYPE,
        By.SOURCE: SOURCE,
        By.ACTIVITY: KIND,
        By.MATERIAL: table(Material),
        By.PAYER: PAYER,
        By.SERVICE_LINE: SERVICE_LINE,
        By.CLINICAL_GROUP: table(ClinicalGroup),
        By.REASON: REASON,
    }
)
_AT_ONCE = 500


def groups_of(connection: Connection, by: By, keys: Collection[Key]) -> tuple[Group, ...]:
    """These groups by their names; nobody's, or what is not known, last."""
    known = [key for key in keys if key is not None]
    if by is By.REASON_OWNER:
        names: Mapping[Any, str] = {key: shown(ReasonOwner(str(key))) for key in known}
    else:
        columns = _NAMED[by].c
        meant: ColumnElement[bool] = columns.id.in_(known) if len(known) <= _AT_ONCE else columns.id.is_not(None)
        names = dict(connection.execute(select(columns.id, columns.name).where(meant)).all())
    found = [Group(key, names.get(key, "")) for key in known]
    found.sort(key=lambda group: (name_key(group.name), str(group.key)))
    return (*found, *((Group(None, unknown_words(by)),) if None in keys else ()))


def unknown_words(by: By) -> str:
    """What the rows are called that are in no group."""
    words = {
        By.LIAISON: translate("measures", "Nobody's"),
        By.TEAM: translate("measures", "No team"),
        By.TERRITORY: translate("measures", "No territory"),
        By.ACTIVITY: translate("measures", "No visit before"),
        By.MATERIAL: translate("measures", "No material"),
    }
    return words.get(by) or translate("measures", "Not known")
