"""The People tab: who is there, added and edited in place, at several sources at once, or gone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import NotFound, RuleBroken
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.queries.read_models import AffiliationLine, PersonLine, SourceDetail
from hhcrm.services.commands import AddPerson, Affiliate, Archive, EditAffiliation, EditPerson, EndAffiliation, Restore
from hhcrm.ui.shared.alike import PersonWays, Watch, watch_person
from hhcrm.ui.shared.buttons import Button
from hhcrm.ui.shared.entries import Entry, EntryList, act_button
from hhcrm.ui.shared.forms import person_blanks
from hhcrm.ui.shared.forms.blank import Blank, number_text, picked_id
from hhcrm.ui.shared.forms.editing import Editing
from hhcrm.ui.shared.forms.form import Form, take_draft_of
from hhcrm.ui.shared.tags import TagKind
from hhcrm.ui.sources import cells
from hhcrm.ui.sources.context import Context

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

Command = Callable[["Actions"], ChangeSet]


class PeopleTab(EntryList):
    """The people at a source."""

    def __init__(self, context: Context) -> None:
        super().__init__("source_people", translate("sources", "Nobody here yet. Add whom you ask for at the desk."))
        self._context = context
        self._source_id = 0
        self._source = ""
        self._asked = 0
        self.watch: Watch | None = None
        self._people: tuple[PersonLine, ...] = ()
        self._resume = ("", "")
        add = Button(translate("sources", "Add person"), icon="user-plus", size="small", name="people_add")
        add.clicked.connect(self.add)
        self.add_top(add)

    @property
    def people(self) -> tuple[PersonLine, ...]:
        """Who is shown."""
        return self._people

    def show_source(self, detail: SourceDetail) -> None:
        """Show one source's people."""
        self._source = detail.name
        if detail.source_id != self._source_id:
            self._leave_form()
            self._source_id, self._people = detail.source_id, ()
            self.show_entries(())
        self._ask()

    def add(self) -> None:
        """Open an empty form."""
        form = self._form(
            "person",
            "person",
            f"{self._source_id}/new",
            person_blanks.new_person_texts(),
            translate("sources", "Add person"),
        )
        Editing(
            form,
            self._context,
            self._add_order,
            lambda: translate("sources", "{typed_name} added").format(typed_name=_typed_name(form)),
            self._on_saved,
        )
        ways = PersonWays(self._open, partial(self._restore, form), partial(self._add_here, form))
        watch = watch_person(form, self._context, ways, person_blanks.typed_person, source_id=self._source_id)
        self.watch = watch
        self.begin_edit(form)
        form.focus_first()

    def _open(self, contact_id: int) -> None:
        """Show somebody who is here already."""
        if self._context.kit.people is not None:
            self._context.kit.people.open(contact_id)
        elif any(person.contact_id == contact_id for person in self._people):
            self.edit(contact_id)

    def _restore(self, form: Form, contact_id: int) -> None:
        """They were archived: bring them back; they may then be put here."""
        command = Restore("contact", (contact_id,))
        said = translate("sources", "Restored")
        self._context.do(lambda actions: actions.restore(command), said, lambda _changes: self._again(form), owner=self)

    def _again(self, form: Form) -> None:
        """Look anew; where somebody brought back is at this source already, nothing is left to add."""
        source_id = self._source_id

        def shown(people: tuple[PersonLine, ...]) -> None:
            here = {person.contact_id for person in people}
            watch = self.watch
            if watch is not None and any(offer.key in here for offer in watch.offers) and self.editing is form:
                form.saved()
                self._on_saved(None)
            elif watch is not None:
                watch.look()

        self._context.desk.read(lambda q: q.people_of(source_id), shown, owner=self)

    def _add_here(self, form: Form, contact_id: int) -> None:
        """They are known elsewhere: this source becomes a further place of theirs."""
        texts = form.texts()
        command = Affiliate(
            contact_id,
            self._source_id,
            role_id=person_blanks.role_of(texts),
            title=texts["title"],
            from_on=self._context.desk.today(),
        )

        def done(_changes: ChangeSet) -> None:
            form.saved()
            self._on_saved(None)

        said = translate("sources", "{typed_name} added").format(typed_name=_typed_name(form))
        self._context.do(lambda actions: actions.affiliate(command), said, done, owner=self)

    def edit(self, contact_id: int) -> None:
        """Edit a person where they stand."""
        entry, person = self._stands(contact_id)
        form = self._form(
            f"person_{contact_id}", "person", f"{self._source_id}/{contact_id}", person_blanks.person_texts(person),
            translate("sources", "Save"),
            person_blanks.person_blanks(self._context.choices),
        )  # fmt: skip
        source_id = self._source_id
        Editing(
            form,
            self._context,
            lambda asked, version: self._edit_order(asked, person, version),
            lambda: translate("sources", "{name} saved").format(name=person.name),
            self._on_saved,
            version=person.version,
            reread=lambda q: _reread(q.people_of(source_id), contact_id),
        )
        self.begin_edit(form, entry)
        form.focus_first()

    def edit_place(self, contact_id: int) -> None:
        """Edit what a person is at this source, and from when to when."""
        entry, person = self._stands(contact_id)
        here = _place_at(person, self._source_id)
        if here is None:
            return
        fields = person_blanks.place_blanks(self._context.choices)
        form = self._form(
            f"place_{contact_id}",
            "place",
            f"{self._source_id}/{contact_id}",
            person_blanks.place_texts(here),
            translate("sources", "Save"),
            fields,
        )
        Editing(
            form,
            self._context,
            lambda asked, version: self._place_order(asked, here, version),
            lambda: translate("sources", "{name} saved").format(name=person.name),
            self._on_saved,
            version=here.version,
            reread=lambda q: _reread_place(q.person(contact_id), here.affiliation_id),
        )
        self.begin_edit(form, entry)
        form.focus_first()

    def affiliate(self, contact_id: int) -> None:
        """Ask at which other source a person is too."""
        entry, person = self._stands(contact_id)
        fields = (
            Blank(
                "source_id", translate("sources", "{name} is also at").format(name=person.name), "pick", required=True
            ),
            Blank("title", translate("sources", "Title there")),
        )
        form = self._form(
            f"affiliate_{contact_id}", "affiliation", str(contact_id), {}, translate("sources", "Add there"), fields
        )
        Editing(
            form,
            self._context,
            lambda asked, _version: self._affiliate_order(asked, contact_id),
            lambda: translate("sources", "{name} added there").format(name=person.name),
            self._on_saved,
        )
        self.begin_edit(form, entry)
        form.focus_first()

    def resume(self, kind: str, key: str) -> None:
        """Go on with the draft kept under a kind and key, as soon as the people are here."""
        self._resume = (kind, key)

    # Inside

    def _form(
        self, name: str, kind: str, key: str, texts: dict[str, str], verb: str, fields: tuple[Blank, ...] = ()
    ) -> Form:
        context = self._context
        form = Form(
            name,
            fields or person_blanks.new_person_blanks(context.choices),
            texts,
            context.desk,
            context.kit.drafts,
            (kind, key),
            {"source_id": self._source_id, "name": self._source},
            verb=verb,
            find=lambda typed, found: context.find_sources(typed, found, self),
            inset=True,
        )
        form.left.connect(self._leave_form)
        return form

    def _add_order(self, form: Form, _version: int) -> Command:
        texts = form.texts()
        command = AddPerson(
            person_blanks.person_values(texts), self._source_id, texts.get("title", ""), self._context.desk.today()
        )
        return lambda actions: actions.add_person(command)

    def _edit_order(self, form: Form, person: PersonLine, version: int) -> Command:
        texts = form.texts() | {"role_id": number_text(person.own_role_id)}
        command = EditPerson(person.contact_id, version, person_blanks.person_values(texts))
        return lambda actions: actions.edit_person(command)

    def _place_order(self, form: Form, here: AffiliationLine, version: int) -> Command:
        values = person_blanks.place_values(form.texts(), self._context.desk.today())
        command = EditAffiliation(here.affiliation_id, version, *values)
        return lambda actions: actions.edit_affiliation(command)

    def _affiliate_order(self, form: Form, contact_id: int) -> Command:
        source_id = picked_id(form.texts()["source_id"], "source_id")
        if source_id is None:
            raise RuleBroken(translate("sources", "Type a name and pick the source from the list."), "source_id")
        command = Affiliate(contact_id, source_id, title=form.texts()["title"], from_on=self._context.desk.today())
        return lambda actions: actions.affiliate(command)

    def _on_saved(self, _changes: object) -> None:
        self.end_edit()
        self._ask()

    def _leave_form(self) -> None:
        if self.editing is None:
            return
        if isinstance(self.editing, Form):
            self.editing.keep_draft()
        self.end_edit()
        self._ask()

    def _ask(self) -> None:
        self._asked += 1
        mine, source_id = self._asked, self._source_id
        self._context.desk.read(
            lambda q: q.people_of(source_id),
            lambda people: self._take(people) if mine == self._asked else None,
            owner=self,
        )

    def _take(self, people: tuple[PersonLine, ...]) -> None:
        if self.editing is not None:
            return
        self._people = people
        self.show_entries([self._entry(person) for person in people])
        (kind, key), self._resume = self._resume, ("", "")
        contact = key.rpartition("/")[2]
        if contact == "new":
            self.add()
        elif any(str(person.contact_id) == contact for person in people):
            open_form = {"person": self.edit, "place": self.edit_place, "affiliation": self.affiliate}[kind]
            open_form(int(contact))
        take_draft_of(self.editing)

    def _stands(self, contact_id: int) -> tuple[Entry | None, PersonLine]:
        for place, person in enumerate(self._people):
            if person.contact_id == contact_id:
                entries = self.entries()
                return (entries[place] if place < len(entries) else None), person
        raise NotFound(translate("sources", "This person is no longer there."))

    def _entry(self, person: PersonLine) -> Entry:
        here = _place_at(person, self._source_id)
        name = f"person_{person.contact_id}"
        acts = [
            act_button(
                translate("sources", "Edit"),
                f"{name}_edit",
                partial(self.edit, person.contact_id),
                translate("sources", "Edit {name}").format(name=person.name),
            ),
            act_button(translate("sources", "Role here"), f"{name}_place", partial(self.edit_place, person.contact_id)),
            act_button(
                translate("sources", "Also at…"), f"{name}_affiliate", partial(self.affiliate, person.contact_id)
            ),
        ]
        if self._context.kit.people is not None:
            card = partial(self._context.kit.people.open, person.contact_id)
            words = translate("people", "Open")
            tip = translate("people", "Everything about {person}").format(person=person.name)
            acts.insert(0, act_button(words, f"{name}_open", card, tip))
        if here is not None:
            words = translate("sources", "Is back") if person.left else translate("sources", "Has left")
            acts.append(act_button(words, f"{name}_left", partial(self._turn, person, here), f"{words}: {person.name}"))
        archive = act_button(
            translate("sources", "Archive"),
            f"{name}_archive",
            partial(self._archive, person),
            translate("sources", "Archive {name}").format(name=person.name),
        )
        tag: tuple[str, TagKind] = (
            (translate("sources", "left"), "none") if person.left else (_part_words(person), "info")
        )
        body = _body(person, self._source_id, self._context.desk.today())
        return Entry(person.name, beside_words(person), body, tag, [*acts, archive])

    def _turn(self, person: PersonLine, here: AffiliationLine) -> None:
        today = self._context.desk.today()
        until = None if person.left else today
        command = EndAffiliation(here.affiliation_id, here.version, until)
        said = (
            translate("sources", "{name} is back").format(name=person.name)
            if person.left
            else translate("sources", "{name} has left").format(name=person.name)
        )
        self._context.do(lambda actions: actions.end_affiliation(command), said, owner=self)

    def _archive(self, person: PersonLine) -> None:
        command = Archive("contact", (person.contact_id,))
        self._context.do(
            lambda actions: actions.archive(command),
            translate("sources", "{name} archived").format(name=person.name),
            owner=self,
        )


def beside_words(person: PersonLine) -> str:
    """Role, title and the ways to reach a person."""
    ways = [f"{phone.number} {shown(str(phone.kind))}" for phone in person.phones]
    roles = ", ".join(dict.fromkeys(part for part in (person.role, person.title) if part))
    prefers = (
        translate("sources", "prefers {channel}").format(channel=shown(str(person.preferred_channel)))
        if person.preferred_channel is not None
        else ""
    )
    return cells.joined(roles, *ways, *(email.address for email in person.emails), prefers)


def _typed_name(form: Form) -> str:
    texts = form.texts()
    return " ".join(f"{texts['first_name']} {texts['last_name']}".split())


def _part_words(person: PersonLine) -> str:
    return "" if str(person.buying_role) == "unknown" else shown(str(person.buying_role))


def _body(person: PersonLine, source_id: int, today: date) -> tuple[str, ...]:
    others = [place.source for place in person.affiliations if place.source_id != source_id and place.until_on is None]
    met = (
        translate("sources", "Last met {day}").format(day=cells.short_day(person.last_met_on, today))
        if person.last_met_on
        else ""
    )
    also = translate("sources", "Also at {sources}").format(sources=", ".join(others)) if others else ""
    return (person.needs, person.notes, "; ".join(part for part in (met, also) if part))


def _place_at(person: PersonLine, source_id: int) -> AffiliationLine | None:
    """The newest of a person's places at a source."""
    places = [place for place in person.affiliations if place.source_id == source_id]
    return max(places, key=lambda place: (place.until_on is None, place.affiliation_id), default=None)


def _reread_place(person: PersonLine, affiliation_id: int) -> tuple[int, dict[str, str]]:
    place = next((line for line in person.affiliations if line.affiliation_id == affiliation_id), None)
    if place is None:
        raise NotFound(translate("sources", "This place is no longer there."))
    return place.version, person_blanks.place_texts(place)


def _reread(people: tuple[PersonLine, ...], contact_id: int) -> tuple[int, dict[str, str]]:
    person = next((line for line in people if line.contact_id == contact_id), None)
    if person is None:
        raise NotFound(translate("sources", "This person is no longer there."))
    return person.version, person_blanks.person_texts(person)
