"""What the forms of a pilot ask for, and how what was typed is read. Without Qt; its standards have an editor."""

from __future__ import annotations

from datetime import date, timedelta

from hhcrm.domain.days import read_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.standards import Standard
from hhcrm.domain.wording import translate
from hhcrm.domain.words import Comparison, Measure
from hhcrm.printing.pilot_words import measure_title, number_words
from hhcrm.queries.pilot_models import PilotItem
from hhcrm.queries.read_models import Choices, PersonLine
from hhcrm.ui.shared.forms.blank import Blank, Texts, ids, named, number_text
from hhcrm.ui.sources.standards_editor import StandardsEditor

STANDARDS = "standards"
_DAYS = 60
_AHEAD = 7


Pairs = tuple[tuple[str, str], ...]


def pilot_blanks(choices: Choices, people: tuple[PersonLine, ...], item: PilotItem | None = None) -> tuple[Blank, ...]:
    """The form of a pilot; of one that is there also with what was taken off the lists, and who left, since."""
    those: Pairs = tuple((str(each.contact_id), each.name) for each in people if not each.left)
    any_one, nobody = translate("pilots", "any"), translate("pilots", "nobody in particular")
    lines, payers, users = ids(choices.service_lines), ids(choices.payers), ids(choices.users)
    if item is not None:
        those, users = _with(those, item.contact_id, item.contact), _with(users, item.owner_id, item.owner)
        lines = _with(lines, item.service_line_id, item.service_line)
        payers = _with(payers, item.payer_id, item.payer)
    return (
        Blank("name", translate("pilots", "What it is called"), required=True, wide=True),
        Blank("promise", translate("pilots", "What we promise"), "text", wide=True),
        Blank("starts_on", translate("pilots", "First day"), required=True),
        Blank("ends_on", translate("pilots", "Last day"), required=True),
        Blank("service_line_id", translate("pilots", "Service line"), "choice", named(lines, any_one)),
        Blank("payer_id", translate("pilots", "Payer"), "choice", named(payers, any_one)),
        Blank(
            "zips", translate("pilots", "ZIP codes"), wide=True,
            hint=translate("pilots", "Where it holds, such as 37203 37204. Empty means everywhere."),
        ),
        Blank("contact_id", translate("pilots", "Agreed with"), "choice", named(those, nobody)),
        Blank("owner_id", translate("pilots", "Who sees to it"), "choice", named(users, nobody)),
        Blank(
            STANDARDS, translate("pilots", "Measured by"), required=True, wide=True, make=StandardsEditor,
            hint=translate("pilots", "Referrals of these days are counted by themselves."),
        ),
    )  # fmt: skip


def _with(rows: Pairs, key: int | None, name: str) -> Pairs:
    return rows if key is None or any(value == str(key) for value, _ in rows) else (*rows, (str(key), name))


def finish_blanks() -> tuple[Blank, ...]:
    """What is said at the end."""
    return (
        Blank("result", translate("pilots", "What came of it"), "text", required=True, wide=True),
        Blank("next_step", translate("pilots", "What comes next"), "text", wide=True),
    )


def decline_blanks() -> tuple[Blank, ...]:
    """Why they said no."""
    return (Blank("why", translate("pilots", "Why they said no"), "text", required=True, wide=True),)


def new_texts(today: date, owner_id: int | None) -> dict[str, str]:
    """A new pilot as its form begins: next week, for 60 days."""
    first = today + timedelta(days=_AHEAD)
    return {
        "starts_on": _day_text(first),
        "ends_on": _day_text(first + timedelta(days=_DAYS - 1)),
        "owner_id": number_text(owner_id),
    }


def pilot_texts(item: PilotItem) -> dict[str, str]:
    """A pilot as its form shows it."""
    return {
        "name": item.name,
        "promise": item.promise,
        "starts_on": _day_text(item.starts_on),
        "ends_on": _day_text(item.ends_on),
        "service_line_id": number_text(item.service_line_id),
        "payer_id": number_text(item.payer_id),
        "zips": " ".join(item.zips),
        "contact_id": number_text(item.contact_id),
        "owner_id": number_text(item.owner_id),
        STANDARDS: "\n".join(_standard_text(each) for each in item.standards),
    }


def pilot_values(texts: Texts, today: date) -> dict[str, object]:
    """What was typed as columns of a pilot; only keys that are given. Raises RuleBroken naming the field."""
    return {key: _value(key, text, today) for key, text in texts.items() if key != STANDARDS}


def read_standards(text: str) -> tuple[Standard, ...]:
    """The standards typed. Raises RuleBroken naming the field."""
    return tuple(_standard(line) for line in text.split("\n"))


def _standard(line: str) -> Standard:
    measure, side, target, hours = line.split("\t")
    words = measure_title(Measure(measure))
    if not target:
        said = translate("pilots", "{measure}: say the target in numbers, such as 90.").format(measure=words)
        raise RuleBroken(said, STANDARDS)
    try:
        within = _number(hours, words) if hours else None
        return Standard(Measure(measure), Comparison(side), _number(target, words), within)
    except RuleBroken as fault:
        if fault.field == STANDARDS:
            raise
        raise RuleBroken(f"{words}: {fault}", STANDARDS) from fault


def _number(text: str, words: str) -> float:
    try:
        value = float(text.replace("%", "").replace(",", "").strip())
    except ValueError as fault:
        said = translate("pilots", "{measure}: {typed} is no number.").format(measure=words, typed=text)
        raise RuleBroken(said, STANDARDS) from fault
    if value != value or abs(value) == float("inf"):
        said = translate("pilots", "{measure}: {typed} is no number.").format(measure=words, typed=text)
        raise RuleBroken(said, STANDARDS)
    return value


def _standard_text(each: Standard) -> str:
    hours = "" if each.within_hours is None else number_words(each.within_hours).replace(",", "")
    return "\t".join((str(each.measure), str(each.comparison), number_words(each.target).replace(",", ""), hours))


def _value(key: str, text: str, today: date) -> object:
    if key.endswith("_on"):
        return _day(key, text, today)
    if key.endswith("_id"):
        return int(text) if text else None
    return text


def _day(key: str, text: str, today: date) -> date:
    if not text.strip():
        raise RuleBroken(translate("pilots", "Say the day, such as Dec 1 or 12/1."), key)
    try:
        return read_day(text, today)
    except RuleBroken as fault:
        raise RuleBroken(str(fault), key) from fault


def _day_text(day: date) -> str:
    return f"{day:%m/%d/%Y}"
