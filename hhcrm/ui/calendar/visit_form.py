"""What a planned visit's form asks for and how it is read. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from hhcrm.domain.days import read_day, read_time, say_time
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.queries.read_models import Choices, VisitLine
from hhcrm.services.commands import PlanVisit
from hhcrm.ui.shared.forms.blank import SEPARATOR, Blank, ids, named, number_text, picked_id
from hhcrm.ui.shared.when import read_when

Texts = Mapping[str, str]


def visit_blanks(choices: Choices, *, new: bool) -> tuple[Blank, ...]:
    """The fields; a visit that is planned already keeps its source."""
    source = Blank("source", translate("calendar", "Source"), "pick", required=True, wide=True)
    nobody = translate("calendar", "who owns the source")
    rest = (
        Blank("visit_on", translate("calendar", "Day"), required=True),
        Blank("start_time", translate("calendar", "Time"), hint=translate("calendar", "empty: at the top of the day")),
        Blank("kind_id", translate("calendar", "Kind"), "choice", ids(choices.kinds)),
        Blank("minutes", translate("calendar", "Minutes"), hint=translate("calendar", "empty: as its kind takes")),
        Blank("liaison_id", translate("calendar", "Liaison"), "choice", named(ids(choices.users), nobody)),
        Blank("purpose", translate("calendar", "Purpose"), wide=True),
    )
    return (source, *rest) if new else rest


def new_texts(
    choices: Choices, day: date, at: time | None, liaison_id: int | None, source: tuple[int, str] | None
) -> dict[str, str]:
    """The guess for a new visit."""
    kind = next((kind for kind in choices.kinds if kind.counts), None)
    return {
        "source": f"{source[0]}{SEPARATOR}{source[1]}" if source is not None else "",
        "visit_on": day_text(day),
        "start_time": say_time(at) if at is not None else "",
        "kind_id": str(kind.id) if kind is not None else "",
        "minutes": "",
        "liaison_id": number_text(liaison_id),
        "purpose": "",
    }


def visit_texts(line: VisitLine, choices: Choices) -> dict[str, str]:
    """A planned visit as its form shows it."""
    who = next((user.id for user in choices.users if user.name == line.liaison), None)
    return {
        "visit_on": day_text(line.visit_on),
        "start_time": say_time(line.start_time) if line.start_time is not None else "",
        "kind_id": str(line.kind_id),
        "minutes": number_text(line.minutes),
        "liaison_id": number_text(who),
        "purpose": line.purpose,
    }


def day_text(day: date) -> str:
    """A day as fields show it."""
    return f"{day:%m/%d/%Y}"


def plan_command(texts: Texts, today: date) -> PlanVisit:
    """What was typed as a command. Raises RuleBroken naming the field."""
    source_id = picked_id(texts["source"], "source")
    if source_id is None:
        raise RuleBroken(translate("calendar", "Type a part of the source's name and choose it."), "source")
    values = visit_values({key: text for key, text in texts.items() if key != "source"}, today)
    kind_id = values["kind_id"]
    if not isinstance(kind_id, int):
        raise RuleBroken(translate("calendar", "Choose a kind of visit."), "kind_id")
    return PlanVisit(source_id, **values)  # type: ignore[arg-type]  # the keys are those of the command


def visit_values(texts: Texts, today: date) -> dict[str, object]:
    """What was typed as columns of a visit. Raises RuleBroken naming the field."""
    return {key: _value(key, text.strip(), today) for key, text in texts.items()}


def _value(key: str, text: str, today: date) -> object:
    try:
        if key == "visit_on":
            return read_day(text, today)
        if key == "start_time":
            return _clock(text, today) if text else None
    except RuleBroken as fault:
        raise RuleBroken(str(fault), key) from fault
    if key == "minutes":
        return _minutes(text) if text else None
    if key in ("kind_id", "liaison_id"):
        return int(text) if text else None
    return text


def _clock(text: str, today: date) -> time:
    """A time alone; an hour from 1 to 6 is in the afternoon, as everywhere in the program."""
    try:
        at = read_when(text, today)[1]
    except RuleBroken:
        at = None
    return at if at is not None else read_time(text)


def _minutes(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= 24 * 60:
        raise RuleBroken(translate("calendar", "Minutes are a number such as 20 or 45."), "minutes")
    return int(text)
