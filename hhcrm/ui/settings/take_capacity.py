"""What we take: each discipline open, limited or closed with one click, until when and why in its form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import read_day, say_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import CapacityState
from hhcrm.queries.capability_models import DisciplineLine
from hhcrm.services.capability_commands import SetCapacity
from hhcrm.ui.settings.entry_section import Act, EntrySection, Ways
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.shared.forms.blank import Blank, words
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.said import joined
from hhcrm.ui.shared.tags import TagKind

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

_TAGS: Mapping[CapacityState, TagKind] = {
    CapacityState.OPEN: "good",
    CapacityState.LIMITED: "due",
    CapacityState.CLOSED: "overdue",
}


def capacity_section(context: SettingsContext, owner: QObject) -> EntrySection[DisciplineLine]:
    """The disciplines, one row each; `owner` is the page that they stand on."""
    return EntrySection(
        translate("take", "Capacity"),
        translate("take", "What each discipline can take from now on; the check at intake goes by it."),
        _Rows(context, owner).ways(),
        context,
    )


class _Rows:
    def __init__(self, context: SettingsContext, owner: QObject) -> None:
        self._context = context
        self._owner = owner

    def ways(self) -> Ways[DisciplineLine]:
        """How a discipline is shown and changed. The version of a row is the word that holds."""
        return Ways(
            name="capacity",
            key=lambda line: line.discipline_id,
            version=lambda line: line.word_id or 0,
            title=lambda line: line.name,
            beside=self._beside,
            blanks=_blanks,
            texts=_texts,
            order=self._order,
            said=lambda texts, line: _said(line, CapacityState(texts["state"])),
            ask=lambda q: q.take_page().disciplines,
            acts=self._acts,
            tag=_tag,
            empty=translate("take", "No disciplines. Bring some back in Lists."),
        )

    def _beside(self, line: DisciplineLine) -> str:
        word, today = line.word, self._context.desk.today()
        if word is None:
            return translate("take", "Nobody has said anything yet")
        since = word.from_at.astimezone(self._context.desk.zone()).date()
        whose = translate("take", "since {day}, {who}").format(day=say_day(since, today), who=word.by_name)
        until = "" if word.until_on is None else say_day(word.until_on, today)
        if line.lapsed:
            asked = translate("take", "was {state} until {day}: still so?")
            return joined(asked.format(state=shown(word.state), day=until), word.note)
        limit = translate("take", "until {day}").format(day=until) if until else ""
        return joined(limit, word.note, whose)

    def _acts(self, line: DisciplineLine) -> Sequence[Act]:
        verbs = {
            CapacityState.OPEN: translate("take", "Open"),
            CapacityState.LIMITED: translate("take", "Limit"),
            CapacityState.CLOSED: translate("take", "Close"),
        }
        still = line.state if line.lapsed else None
        asked = () if still is None else (Act("still", translate("take", "Still so"), partial(self._say, line, still)),)
        others = (Act(state.value, verb, partial(self._say, line, state)) for state, verb in verbs.items())
        return (*asked, *(act for act in others if act.name != line.state))

    def _say(self, line: DisciplineLine, state: CapacityState) -> None:
        note = "" if line.word is None or state is not line.state else line.word.note
        command = SetCapacity(line.discipline_id, state, line.word_id, note=note)
        self._context.do(lambda actions: actions.set_capacity(command), _said(line, state), owner=self._owner)

    def _order(self, form: Form, line: DisciplineLine | None, version: int) -> Callable[[Actions], ChangeSet]:
        assert line is not None
        texts = form.texts()
        until = _read_until(texts["until_on"], self._context.desk.today())
        command = SetCapacity(line.discipline_id, CapacityState(texts["state"]), version or None, until, texts["note"])
        return lambda actions: actions.set_capacity(command)


def _read_until(text: str, today: date) -> date | None:
    try:
        return read_day(text, today) if text.strip() else None
    except RuleBroken as fault:
        raise RuleBroken(str(fault), "until_on") from fault


def _blanks(line: DisciplineLine | None) -> Sequence[Blank]:
    name = "" if line is None else line.name
    return (
        Blank("state", translate("take", "Capacity"), "choice", words(CapacityState), required=True, section=name),
        Blank("until_on", translate("take", "Until"), hint=translate("take", "The last day, where it is known")),
        Blank("note", translate("take", "Why"), wide=True),
    )


def _texts(line: DisciplineLine | None) -> Mapping[str, str]:
    word = None if line is None else line.word
    if word is None:
        return {"state": str(CapacityState.OPEN)}
    until = "" if word.until_on is None else word.until_on.isoformat()
    return {"state": str(word.state), "until_on": until, "note": word.note}


def _said(line: DisciplineLine | None, state: CapacityState) -> str:
    name = "" if line is None else line.name
    return translate("take", "{what} is {state} from now on.").format(what=name, state=shown(state))


def _tag(line: DisciplineLine) -> tuple[str, TagKind] | None:
    return None if line.state is None else (shown(line.state), _TAGS[line.state])
