"""The Overview of a card: how to reach somebody, what they need, and every place they have or had."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import NotFound, RuleBroken
from hhcrm.domain.wording import translate
from hhcrm.queries.people_models import PersonWhole
from hhcrm.queries.read_models import AffiliationLine, PersonLine
from hhcrm.services.commands import Affiliate, EditAffiliation, EndAffiliation, MovePerson
from hhcrm.ui.people import cells
from hhcrm.ui.people.kit import PeopleContext
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.shared.forms import person_blanks as blanks
from hhcrm.ui.shared.forms.blank import Blank, number_text, picked_id
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

Command = Callable[["Actions"], ChangeSet]

DRAFT_KIND = "contact_place"


class PersonOverview(EntryList):
    """What one reads of a person first; places are changed where they stand."""

    changed = Signal()
    """A place was saved or left: what is shown is old."""

    def __init__(self, context: PeopleContext) -> None:
        super().__init__("person_overview", "")
        self._context = context
        self._whole: PersonWhole | None = None
        self._shown: list[AffiliationLine | None] = []
        self._resume = ""
        self._add = Button(translate("people", "Add a place…"), icon="plus", size="small", name="person_add_place")
        self._add.clicked.connect(lambda: self.add_place())
        self.add_top(self._add)

    def show_person(self, whole: PersonWhole) -> None:
        """Show one person; an open form stays."""
        if self._whole is not None and self._whole.contact_id != whole.contact_id:
            self._end_form()
        self._whole = whole
        self._add.setVisible(whole.archived_at is None)
        if self.editing is None:
            self._fill()
            self._go_on()

    def add_place(self) -> None:
        """Ask at which other source they are too."""
        whole = self._person()
        today = self._context.desk.today()
        start = {"from_on": blanks.day_text(today), "role_id": number_text(whole.line.own_role_id)}
        form = self._form(
            "person_further", f"{whole.contact_id}/further/0", blanks.further_blanks(self._context.choices), start,
            translate("people", "Add this place"),
        )  # fmt: skip
        said = translate("people", "{person} added there").format(person=whole.name)
        Editing(form, self._context, lambda asked, _v: self._further_order(asked, whole), lambda: said, self._on_saved)
        self._open(form, None)

    def move_away(self, affiliation_id: int) -> None:
        """Ask to which source they go, and when."""
        whole, place = self._person(), self._place(affiliation_id)
        start = {
            "on_day": blanks.day_text(self._context.desk.today()),
            "role_id": number_text(place.role_id),
            "title": place.title,
        }
        form = self._form(
            f"person_move_{affiliation_id}", f"{whole.contact_id}/move/{affiliation_id}",
            blanks.move_blanks(self._context.choices), start, translate("people", "Move there"),
        )  # fmt: skip
        said = translate("people", "{person} moved").format(person=whole.name)
        self._edit_in(form, partial(self._move_order, place), said, place)

    def edit_place(self, affiliation_id: int) -> None:
        """Edit role, title and dates at a place."""
        whole, place = self._person(), self._place(affiliation_id)
        form = self._form(
            f"person_place_{affiliation_id}", f"{whole.contact_id}/place/{affiliation_id}",
            blanks.place_blanks(self._context.choices), blanks.place_texts(place), translate("people", "Save"),
        )  # fmt: skip
        said = translate("people", "{person} saved").format(person=whole.name)
        self._edit_in(form, partial(self._place_order, place), said, place, whole=True)

    def end_place(self, affiliation_id: int) -> None:
        """Ask since when they are gone."""
        whole, place = self._person(), self._place(affiliation_id)
        fields = (Blank("until_on", translate("people", "Since which day"), required=True),)
        start = {"until_on": blanks.day_text(self._context.desk.today())}
        form = self._form(
            f"person_left_{affiliation_id}", f"{whole.contact_id}/left/{affiliation_id}", fields, start,
            translate("people", "Has left"),
        )  # fmt: skip
        said = translate("people", "{person} has left").format(person=whole.name)
        self._edit_in(form, partial(self._end_order, place), said, place)

    def come_back(self, affiliation_id: int) -> None:
        """They are there again."""
        place = self._place(affiliation_id)
        command = EndAffiliation(place.affiliation_id, place.version, None)
        said = translate("people", "{person} is back").format(person=self._person().name)
        self._context.do(lambda actions: actions.end_affiliation(command), said, owner=self)

    def resume(self, key: str) -> None:
        """Go on with the draft kept under a key, as soon as the person is here."""
        self._resume = key

    def leave_form(self) -> None:
        """Leave what is open; what was typed stays as a draft."""
        if self._end_form():
            self.changed.emit()

    # Inside

    def _form(self, name: str, key: str, fields: tuple[Blank, ...], texts: dict[str, str], verb: str) -> Form:
        context, whole = self._context, self._person()
        about = {"contact_id": whole.contact_id, "name": whole.name}
        form = Form(
            name, fields, texts, context.desk, context.drafts, (DRAFT_KIND, key), about, verb=verb, inset=True,
            new=True,            find=lambda typed, found: context.find_sources(typed, found, self),
        )  # fmt: skip
        form.left.connect(self.leave_form)
        return form

    def _edit_in(
        self,
        form: Form,
        order: Callable[[Form, int], Command],
        said: str,
        place: AffiliationLine,
        *,
        whole: bool = False,
    ) -> None:
        contact_id = self._person().contact_id
        Editing(
            form,
            self._context,
            order,
            lambda: said,
            self._on_saved,
            version=place.version,
            reread=lambda q: _reread(q.person(contact_id), place.affiliation_id, whole=whole),
        )
        self._open(form, place)

    def _open(self, form: Form, place: AffiliationLine | None) -> None:
        entries = self.entries()
        at = self._shown.index(place) if place is not None and place in self._shown else -1
        self.begin_edit(form, entries[at] if 0 <= at < len(entries) else None)
        form.focus_first()

    def _further_order(self, form: Form, whole: PersonWhole) -> Command:
        texts, today = form.texts(), self._context.desk.today()
        command = Affiliate(
            whole.contact_id,
            _source(texts),
            role_id=blanks.role_of(texts),
            title=texts["title"],
            department=texts["department"],
            from_on=blanks.day_or_none(texts["from_on"], "from_on", today),
        )
        return lambda actions: actions.affiliate(command)

    def _move_order(self, place: AffiliationLine, form: Form, version: int) -> Command:
        texts = form.texts()
        command = MovePerson(
            place.affiliation_id,
            version,
            _source(texts),
            blanks.needed_day(texts["on_day"], "on_day", self._context.desk.today()),
            role_id=blanks.role_of(texts),
            title=texts["title"],
            department=texts["department"],
        )
        return lambda actions: actions.move_person(command)

    def _place_order(self, place: AffiliationLine, form: Form, version: int) -> Command:
        values = blanks.place_values(form.texts(), self._context.desk.today())
        command = EditAffiliation(place.affiliation_id, version, *values)
        return lambda actions: actions.edit_affiliation(command)

    def _end_order(self, place: AffiliationLine, form: Form, version: int) -> Command:
        day = blanks.needed_day(form.texts()["until_on"], "until_on", self._context.desk.today())
        command = EndAffiliation(place.affiliation_id, version, day)
        return lambda actions: actions.end_affiliation(command)

    def _on_saved(self, _changes: ChangeSet) -> None:
        self.end_edit()
        self.changed.emit()

    def _end_form(self) -> bool:
        if self.editing is None:
            return False
        if isinstance(self.editing, Form):
            self.editing.keep_draft()
        self.end_edit()
        return True

    def _go_on(self) -> None:
        key, self._resume = self._resume, ""
        if not key:
            return
        what, _, number = key.partition("/")[2].partition("/")
        place = next((p for p in self._person().line.affiliations if str(p.affiliation_id) == number), None)
        opens = {"move": self.move_away, "place": self.edit_place, "left": self.end_place}
        if what == "further":
            self.add_place()
        elif place is not None and what in opens:
            opens[what](place.affiliation_id)
        if isinstance(self.editing, Form):
            self.editing.take_draft()

    def _person(self) -> PersonWhole:
        if self._whole is None:
            raise NotFound(translate("people", "There is no such person any more."))
        return self._whole

    def _place(self, affiliation_id: int) -> AffiliationLine:
        for place in self._person().line.affiliations:
            if place.affiliation_id == affiliation_id:
                return place
        raise NotFound(translate("people", "This place is no longer there."))

    # Showing

    def _fill(self) -> None:
        whole, today = self._person(), self._context.desk.today()
        line = whole.line
        entries = [self._reach(line)]
        self._shown = [None]
        for title, words in (
            (translate("people", "Needs heard"), line.needs),
            (translate("people", "Notes"), line.notes),
        ):
            if words:
                entries.append(Entry(title, body=(words,)))
                self._shown.append(None)
        now = sorted(line.affiliations, key=lambda place: cells.is_past(place, today))
        for place in now:
            entries.append(self._entry(place))
            self._shown.append(place)
        self.show_entries(entries)

    def _reach(self, line: PersonLine) -> Entry:
        ways = cells.way_lines(line) or (translate("people", "No number and no address yet. Add them under Edit."),)
        facts = cells.facts_words(line, self._context.desk.today())
        return Entry(translate("people", "How to reach them"), facts, ways)

    def _entry(self, place: AffiliationLine) -> Entry:
        today, key = self._context.desk.today(), place.affiliation_id
        acts = [self._act(place, "open", translate("people", "Open source"), self._opener(place))]
        if self._person().archived_at is None:
            acts.append(self._act(place, "edit", translate("people", "Edit"), partial(self.edit_place, key)))
            move = translate("people", "Move to another place…")
            acts.append(self._act(place, "move", move, partial(self.move_away, key)))
            if cells.is_past(place, today):
                back = translate("people", "Is back")
                acts.append(self._act(place, "back", back, partial(self.come_back, key)))
            else:
                left = translate("people", "Has left…")
                acts.append(self._act(place, "left", left, partial(self.end_place, key)))
        words = cells.place_words(place, today)
        return Entry(place.source, words, tag=cells.place_tag(place, today), acts=acts)

    def _opener(self, place: AffiliationLine) -> Callable[[], object]:
        return lambda: self._context.go("sources", source_id=place.source_id, kind="person")

    def _act(self, place: AffiliationLine, what: str, words: str, act: Callable[[], object]) -> Button:
        name = f"person_place_{place.affiliation_id}_{what}"
        return act_button(words, name, act, f"{words.rstrip('…')}: {place.source}")


def _source(texts: dict[str, str]) -> int:
    source_id = picked_id(texts["source_id"], "source_id")
    if source_id is None:
        raise RuleBroken(translate("people", "Type a name and pick the source from the list."), "source_id")
    return source_id


def _reread(person: PersonLine, affiliation_id: int, *, whole: bool) -> tuple[int, dict[str, str]]:
    """The place as it is now; `whole` with its fields, for the form that edits them."""
    for place in person.affiliations:
        if place.affiliation_id == affiliation_id:
            return place.version, blanks.place_texts(place) if whole else {}
    raise NotFound(translate("people", "This place is no longer there."))
