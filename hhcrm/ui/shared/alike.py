"""Already here? A quiet line under the field that says so, with its one action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hhcrm.domain.wording import translate
from hhcrm.queries.people_models import AlikePerson, AlikeSource, Reason, Typed
from hhcrm.ui.shared.entries import act_button
from hhcrm.ui.shared.fonts import scaled
from hhcrm.ui.shared.forms.context import FormContext
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.text import Text

if TYPE_CHECKING:
    from hhcrm.queries.bound import Questions

LOOK_MS = 200
"""How long after the last key it is looked for."""

_FIELDS: dict[Reason, tuple[str, ...]] = {
    "npi": ("npi",),
    "ccn": ("ccn",),
    "e-mail": ("emails", "email"),
    "phone": ("phones", "phone"),
    "name": ("last_name", "name"),
    "like": ("last_name", "name"),
}
"""Under which field of a form a reason stands."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One line: what may be here already, and what one can do about it."""

    key: int
    words: str
    act_words: str
    act: Callable[[], object]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonWays:
    """What can be done with a person who is here already; a way that is None is not offered."""

    open: Callable[[int], object]
    restore: Callable[[int], object] | None = None
    add_place: Callable[[int], object] | None = None
    words: str = field(default="")
    """What adding a place is called; empty: the usual words."""


@dataclass(frozen=True, slots=True)
class SourceWays:
    """What can be done with a source that is here already."""

    open: Callable[[int], object]
    restore: Callable[[int], object]


class AlikeLines(QWidget):
    """The offers under one field."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(2))
        self.hide()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these instead."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for offer in offers:
            self._column.addWidget(self._line(offer))
        self.setVisible(bool(offers))

    def _line(self, offer: Offer) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(Text(offer.words, "small", "due", wrap=True), 1)
        name = f"{self.objectName()}_{offer.key}"
        row.addWidget(act_button(offer.act_words, name, offer.act, f"{offer.act_words}: {offer.words}"))
        return line


class Watch(QObject):
    """Looks while somebody types into a form, and says what may be here already.

    `look(questions, texts)` answers with offers; it runs on a worker. An offer stands under the first of its fields
    that the form has.
    """

    def __init__(
        self,
        form: Form,
        context: FormContext,
        watched: Sequence[str],
        look: Callable[[Questions, dict[str, str]], Sequence[Offer]],
    ) -> None:
        super().__init__(form)
        self._form = form
        self._context = context
        self._watched = frozenset(watched)
        self._look_for = look
        self._asked = 0
        self._lines: dict[str, AlikeLines] = {}
        self.offers: tuple[Offer, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LOOK_MS)
        self._later.timeout.connect(self.look)
        form.typed_into.connect(self._on_typed)

    def look(self) -> None:
        """Look now."""
        self._asked += 1
        mine, texts, look = self._asked, self._form.texts(), self._look_for
        self._context.desk.read(
            lambda q: look(q, texts),
            lambda offers: self._show(offers) if mine == self._asked else None,
            owner=self,
        )

    def _on_typed(self, key: str) -> None:
        if key in self._watched:
            self._later.start()

    def _show(self, offers: Sequence[Offer]) -> None:
        self.offers = tuple(offers)
        by_field: dict[str, list[Offer]] = {}
        for offer in offers:
            place = next((key for key in offer.fields if self._form.has(key)), None)
            if place is not None:
                by_field.setdefault(place, []).append(offer)
        for key in (*self._lines, *by_field):
            if key not in self._lines:
                self._lines[key] = AlikeLines(f"{self._form.objectName()}_{key}_alike")
                self._form.add_below(key, self._lines[key])
            self._lines[key].show_offers(by_field.get(key, ()))


def watch_person(
    form: Form,
    context: FormContext,
    ways: PersonWays,
    typed: Callable[[dict[str, str]], Typed],
    *,
    source_id: int | None = None,
    apart: int | None = None,
) -> Watch:
    """Look for the person that a form is about; `source_id` is where the form puts them, `apart` who is edited."""

    def look(ask: Questions, texts: dict[str, str]) -> Sequence[Offer]:
        found = ask.alike_people(typed(texts), source_id, apart)
        return [person_offer(line, ways, source_id) for line in found]

    return Watch(form, context, ("first_name", "last_name", "phones", "emails", "npi"), look)


def watch_source(form: Form, context: FormContext, ways: SourceWays, *, apart: int | None = None) -> Watch:
    """Look for the source that a form is about."""

    def look(ask: Questions, texts: dict[str, str]) -> Sequence[Offer]:
        found = ask.alike_sources(typed_source(texts), apart)
        return [_source_offer(line, ways) for line in found]

    return Watch(form, context, ("name", "phone", "fax", "email", "npi", "ccn"), look)


def typed_source(texts: dict[str, str]) -> Typed:
    """What stands in the form of a source so far."""

    def given(*keys: str) -> tuple[str, ...]:
        return tuple(texts[key] for key in keys if texts.get(key, "").strip())

    return Typed(
        name=texts.get("name", ""),
        phones=given("phone", "fax"),
        emails=given("email"),
        npi=texts.get("npi", ""),
        ccn=texts.get("ccn", ""),
    )


def person_offer(line: AlikePerson, ways: PersonWays, source_id: int | None) -> Offer:
    """A person who is here already: restore them, add this place to them, or open them."""
    who = f"{line.name}, {line.where}" if line.where else line.name
    words = reason_words(line.reason, who, line.archived)
    fields = _FIELDS[line.reason]
    if line.archived and ways.restore is not None:
        restore = ways.restore
        return Offer(
            line.contact_id, words, translate("people", "Restore"), lambda: restore(line.contact_id), fields
        )  # fmt: skip
    if source_id is not None and not line.here and not line.archived and ways.add_place is not None:
        add = ways.add_place
        act = ways.words or translate("people", "Add this place to them")
        return Offer(line.contact_id, words, act, lambda: add(line.contact_id), fields)
    return Offer(line.contact_id, words, translate("people", "Open"), lambda: ways.open(line.contact_id), fields)


def _source_offer(line: AlikeSource, ways: SourceWays) -> Offer:
    what = f"{line.name}, {line.detail}" if line.detail else line.name
    words = reason_words(line.reason, what, line.archived)
    fields = _FIELDS[line.reason]
    if line.archived:
        return Offer(
            line.source_id, words, translate("people", "Restore"), lambda: ways.restore(line.source_id), fields
        )  # fmt: skip
    return Offer(line.source_id, words, translate("people", "Open"), lambda: ways.open(line.source_id), fields)


def reason_words(reason: Reason, who: str, archived: bool) -> str:
    """Why this may be the same: The same phone: Suzy Park, nurse, Mercy."""
    words = {
        "npi": translate("people", "The same NPI: {who}"),
        "ccn": translate("people", "The same CCN: {who}"),
        "e-mail": translate("people", "The same e-mail: {who}"),
        "phone": translate("people", "The same phone: {who}"),
        "name": translate("people", "Already here? {who}"),
        "like": translate("people", "Already here? {who}"),
    }[reason]
    said = words.format(who=who)
    return translate("people", "{said} (archived)").format(said=said) if archived else said
