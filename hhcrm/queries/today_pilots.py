"""What pilots ask of a person today: one that ends within a week or is over, one that waits for a yes or no."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection

from hhcrm.domain.wording import translate
from hhcrm.domain.words import PilotStatus
from hhcrm.queries.pilot_models import PilotWork
from hhcrm.queries.pilots import pilot_work
from hhcrm.queries.say import short_day
from hhcrm.queries.today_models import TodayNeed


def pilots_waiting(connection: Connection, owner_id: int | None, limit: int, today: date) -> Iterable[TodayNeed]:
    """Pilots that wait for somebody, the earliest first; one person's, or all (None)."""
    for work in pilot_work(connection, owner_id, today, limit):
        day = work.ends_on if work.status is PilotStatus.RUNNING else work.starts_on
        tag, hint = _words(work, today)
        yield TodayNeed("pilot", work.source_id, work.source, tag, hint, work.pilot_id, day, version=work.version)


def _words(work: PilotWork, today: date) -> tuple[str, str]:
    if work.status is not PilotStatus.RUNNING:
        tag = translate("today", "Pilot to start")
        hint = translate("today", "{name}, to start {day}. Did they say yes?")
        return tag, hint.format(name=work.name, day=short_day(work.starts_on, today))
    if work.ends_on < today:
        tag = translate("today", "Pilot over")
        hint = translate("today", "{name}, over since {day}. Say what came of it.")
    elif work.ends_on == today:
        tag = translate("today", "Pilot ends today")
        hint = translate("today", "{name}, last day today. See how its standards stand.")
    else:
        tag = translate("today", "Pilot ends {day}").format(day=short_day(work.ends_on, today))
        hint = translate("today", "{name}, until {day}. See how its standards stand.")
    return tag, hint.format(name=work.name, day=short_day(work.ends_on, today))
