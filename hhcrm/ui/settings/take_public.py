"""What we take: what the page of public information says of each service line, and its yearly review."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import read_day, say_day, say_year_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.domain.words import PolicyKind
from hhcrm.queries.capability_models import LineText, ReviewLine
from hhcrm.services.capability_commands import DescribeLine, ReviewPolicy
from hhcrm.ui.settings.entry_section import EntrySection, Ways
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.shared.forms.blank import Blank
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.said import joined
from hhcrm.ui.shared.tags import TagKind

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

_YEAR = timedelta(days=365)
_SOON = timedelta(days=30)
_SHOWN = 110


def texts_section(context: SettingsContext) -> EntrySection[LineText]:
    """What is offered in each line, and its limits."""
    return EntrySection(
        translate("take", "Public information"),
        translate(
            "take",
            "What you offer in each line and its limits, as 42 CFR 484.105(i) wants it told to the public.",
        ),
        Ways(
            name="line_texts",
            key=lambda line: line.service_line_id,
            version=lambda line: line.version,
            title=lambda line: line.name,
            beside=_text_words,
            blanks=_text_blanks,
            texts=lambda line: {} if line is None else {"offered": line.offered, "limits": line.limits},
            order=_describe,
            said=lambda _texts, _line: translate("take", "The public information is changed."),
            ask=lambda q: q.take_page().lines,
            empty=translate("take", "No service lines. Bring some back in Lists."),
        ),
        context,
    )


def _text_words(line: LineText) -> str:
    said = " ".join(f"{line.offered} {line.limits}".split())
    if not said:
        return translate("take", "nothing said yet")
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN].rstrip()}…"


def _text_blanks(_line: LineText | None) -> Sequence[Blank]:
    return (
        Blank(
            "offered",
            translate("take", "What is offered"),
            "text",
            wide=True,
            hint=translate("take", "Such as nursing, therapy, wound care, infusions"),
        ),
        Blank(
            "limits",
            translate("take", "Limits"),
            "text",
            wide=True,
            hint=translate("take", "On specialty services, and on how long or how often"),
        ),
    )


def _describe(form: Form, line: LineText | None, version: int) -> Callable[[Actions], ChangeSet]:
    assert line is not None
    texts = form.texts()
    command = DescribeLine(line.service_line_id, version, texts["offered"], texts["limits"])
    return lambda actions: actions.describe_line(command)


def reviews_section(context: SettingsContext) -> EntrySection[ReviewLine]:
    """The reviews there were, and the mark that one was made."""
    return EntrySection(
        translate("take", "Yearly review"),
        translate("take", "The public information is reviewed as often as services change, and at least once a year."),
        _Reviews(context).ways(),
        context,
    )


class _Reviews:
    def __init__(self, context: SettingsContext) -> None:
        self._context = context

    def ways(self) -> Ways[ReviewLine]:
        """How a review is shown and noted."""
        return Ways(
            name="reviews",
            key=lambda line: line.review_id,
            version=lambda _line: 0,
            title=lambda line: self._day(line.reviewed_on),
            beside=self._beside,
            blanks=_review_blanks,
            texts=self._texts,
            order=self._order,
            said=lambda _texts, _line: translate("take", "The review is noted."),
            ask=lambda q: q.take_page().reviews,
            tag=self._tag,
            edits=lambda _line: False,
            add=translate("take", "Mark as reviewed"),
            verb=translate("take", "Mark as reviewed"),
            empty=translate("take", "Not reviewed yet."),
            ready=True,
        )

    def _day(self, day: date) -> str:
        return say_day(day, self._context.desk.today())

    def _beside(self, line: ReviewLine) -> str:
        following = translate("take", "next by {day}").format(day=self._day(line.next_on))
        return joined(line.by, line.note, following)

    def _tag(self, line: ReviewLine) -> tuple[str, TagKind] | None:
        left = line.next_on - self._context.desk.today()
        if left < timedelta(0):
            return translate("take", "review overdue"), "overdue"
        return (translate("take", "review due"), "due") if left <= _SOON else None

    def _texts(self, _line: ReviewLine | None) -> Mapping[str, str]:
        today = self._context.desk.today()
        return {"reviewed_on": say_year_day(today), "next_on": say_year_day(today + _YEAR)}

    def _order(self, form: Form, _line: ReviewLine | None, _version: int) -> Callable[[Actions], ChangeSet]:
        texts = form.texts()
        days = [self._read(texts, field) for field in ("reviewed_on", "next_on")]
        command = ReviewPolicy(PolicyKind.PUBLIC_INFORMATION, days[0], days[1], texts["note"])
        return lambda actions: actions.review_policy(command)

    def _read(self, texts: Mapping[str, str], field: str) -> date:
        try:
            return read_day(texts[field], self._context.desk.today())
        except RuleBroken as fault:
            raise RuleBroken(str(fault), field) from fault


def _review_blanks(_line: ReviewLine | None) -> Sequence[Blank]:
    return (
        Blank("reviewed_on", translate("take", "Reviewed on"), required=True),
        Blank("next_on", translate("take", "Next review by"), required=True),
        Blank("note", translate("take", "What was found"), wide=True),
    )
