"""What we take: what the page of public information says of each service line, and its yearly review."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.days import read_day, say_day, say_year_day
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import PolicyKind
from hhcrm.queries.capability_models import LineText, ReviewLine
from hhcrm.services.capability_commands import DescribeLine, ReviewPolicy
from hhcrm.ui.settings.entry_section import EntrySection, Ways
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.take_paper import PublicPaper
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.forms.blank import Blank, words
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.said import joined
from hhcrm.ui.shared.tags import TagKind

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

_YEAR = timedelta(days=365)
_SOON = timedelta(days=30)
_SHOWN = 110
_REVIEWS = 6


class PublicSection(EntrySection[LineText]):
    """What is offered in each line, and its limits, and the page that says so."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(
            translate("take", "Public information"),
            translate(
                "take",
                "What you offer in each line and its limits, as 42 CFR 484.105(i) wants it told to the public.",
            ),
            _text_ways(),
            context,
        )
        self.paper = PublicPaper(context, self)
        save = Button(translate("take", "Save the page as PDF"), size="small", name="settings_take_pdf")
        out = Button(translate("take", "Print the page"), size="small", name="settings_take_print")
        save.clicked.connect(lambda _on=False: self.paper.save())
        out.clicked.connect(lambda _on=False: self.paper.print_it())
        self.feet.insertWidget(0, save)
        self.feet.insertWidget(1, out)


def _text_ways() -> Ways[LineText]:
    return Ways(
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
    )


def _text_words(line: LineText) -> str:
    said = " ".join(f"{line.offered} {line.limits}".split())
    if not said:
        return translate("take", "nothing said yet")
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN].rstrip()}…"


def _text_blanks(line: LineText | None) -> Sequence[Blank]:
    return (
        Blank(
            "offered",
            translate("take", "What is offered"),
            "text",
            wide=True,
            hint=translate("take", "Such as nursing, therapy, wound care, infusions"),
            section="" if line is None else line.name,
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


class ReviewsSection(EntrySection[ReviewLine]):
    """The reviews there were, and the mark that one was made."""

    def __init__(self, context: SettingsContext) -> None:
        self._reviews = _Reviews(context)
        super().__init__(
            translate("take", "Yearly review"),
            translate(
                "take",
                "The public information and the acceptance policy are reviewed when services change, and at least "
                "once a year.",
            ),
            self._reviews.ways(),
            context,
        )

    def show_all(self, lines: Sequence[ReviewLine]) -> None:
        """Show the newest of them; of each kind only the newest says when the next is due."""
        self._reviews.newest = {next(one.review_id for one in lines if one.kind is kind) for kind in _kinds(lines)}
        self.show_lines(lines[:_REVIEWS])


def _kinds(lines: Sequence[ReviewLine]) -> set[PolicyKind]:
    return {line.kind for line in lines}


class _Reviews:
    def __init__(self, context: SettingsContext) -> None:
        self._context = context
        self.newest: set[int] = set()

    def ways(self) -> Ways[ReviewLine]:
        """How a review is shown and noted."""
        return Ways(
            name="reviews",
            key=lambda line: line.review_id,
            version=lambda _line: 0,
            title=self._title,
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

    def _title(self, line: ReviewLine) -> str:
        named = translate("take", "{what}, {day}")
        return named.format(what=shown(line.kind).capitalize(), day=self._day(line.reviewed_on))

    def _day(self, day: date) -> str:
        return say_day(day, self._context.desk.today())

    def _beside(self, line: ReviewLine) -> str:
        following = translate("take", "next by {day}").format(day=self._day(line.next_on))
        return joined(line.by, line.note, following)

    def _tag(self, line: ReviewLine) -> tuple[str, TagKind] | None:
        if line.review_id not in self.newest:
            return None
        left = line.next_on - self._context.desk.today()
        if left < timedelta(0):
            return translate("take", "review overdue"), "overdue"
        return (translate("take", "review due"), "due") if left <= _SOON else None

    def _texts(self, _line: ReviewLine | None) -> Mapping[str, str]:
        today = self._context.desk.today()
        kind = str(PolicyKind.PUBLIC_INFORMATION)
        return {"kind": kind, "reviewed_on": say_year_day(today), "next_on": say_year_day(today + _YEAR)}

    def _order(self, form: Form, _line: ReviewLine | None, _version: int) -> Callable[[Actions], ChangeSet]:
        texts = form.texts()
        days = [self._read(texts, field) for field in ("reviewed_on", "next_on")]
        command = ReviewPolicy(PolicyKind(texts["kind"]), days[0], days[1], texts["note"])
        return lambda actions: actions.review_policy(command)

    def _read(self, texts: Mapping[str, str], field: str) -> date:
        try:
            return read_day(texts[field], self._context.desk.today())
        except RuleBroken as fault:
            raise RuleBroken(str(fault), field) from fault


def _review_blanks(_line: ReviewLine | None) -> Sequence[Blank]:
    return (
        Blank("kind", translate("take", "What was reviewed"), "choice", words(PolicyKind), required=True, wide=True),
        Blank("reviewed_on", translate("take", "Reviewed on"), required=True),
        Blank("next_on", translate("take", "Next review by"), required=True),
        Blank("note", translate("take", "What was found"), wide=True),
    )
