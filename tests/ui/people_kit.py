"""The room of people over the small agency of the place of sources."""

from __future__ import annotations

from dataclasses import dataclass, field

from hhcrm.app.drafts import Drafts
from hhcrm.domain.words import EmailKind, PhoneKind
from hhcrm.jobs.runner import Runner
from hhcrm.services.commands import AddPerson, Affiliate, PersonValues
from hhcrm.ui.people.card import PersonCard
from hhcrm.ui.people.kit import PeopleContext, PeopleKit
from hhcrm.ui.people.view import PeopleView
from hhcrm.ui.shared.desk import Desk
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.memory import ShortMemory
from tests.ui.sources_kit import NOW, TODAY, FakeFrame, Office


@dataclass
class GoingFrame(FakeFrame):
    """Remembers also where somebody went."""

    went: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def go(self, place: str, **where: object) -> None:
        """Remember the way."""
        self.went.append((place, where))


def add_people(office: Office) -> dict[str, int]:
    """Three people: a nurse at two places, a planner, and one at no place."""
    mercy, oak = office.ids["Mercy Hospital"], office.ids["Oak Grove Living"]
    nora = PersonValues(
        "Nora", "Wells", "RN", phones=((PhoneKind.WORK, "615-555-0142"),),
        emails=((EmailKind.WORK, "nora@mercy.example"),), needs="Same-day answers",
    )  # fmt: skip
    ids = {"Nora": office.actions.add_person(AddPerson(nora, mercy, "Charge nurse", TODAY)).subject or 0}
    office.actions.affiliate(Affiliate(ids["Nora"], oak, title="Evenings"))
    ids["Carl"] = office.actions.add_person(AddPerson(PersonValues("Carl", "Young"), oak)).subject or 0
    ids["Zoe"] = office.actions.add_person(AddPerson(PersonValues("Zoe", "Zabel"))).subject or 0
    return ids


def open_view(office: Office, kit: PeopleKit | None = None) -> tuple[PeopleView, GoingFrame]:
    """A table of people in a window of its own."""
    runner = Runner()
    desk = Desk(runner, lambda: office.questions, lambda: office.actions, now=lambda: NOW, today=lambda: TODAY)
    frame = GoingFrame()
    desk.faulted.connect(frame.faults.append)
    kit = kit or PeopleKit(Drafts(office.folder / "drafts", lambda: NOW), ShortMemory())
    view = PeopleView(PeopleContext(desk, frame, kit))
    office.runners.append(runner)
    office.desks.append(desk)
    office.widgets.append(view)
    view.resize(1100, 760)
    view.show()
    with office.qtbot.waitActive(view):
        view.activateWindow()
    view.refresh()
    office.until(lambda: view.rows.model.total and view.card.whole is not None and view.filters.role.menu())
    return view, frame


def show(office: Office, view: PeopleView, contact_id: int) -> PersonCard:
    """Somebody's card, filled."""
    view.show_person(contact_id)
    office.until(lambda: view.card.whole is not None and view.card.whole.contact_id == contact_id)
    return view.card


def form_of(card: PersonCard) -> Form:
    """The form over the card."""
    assert card.form is not None
    return card.form
