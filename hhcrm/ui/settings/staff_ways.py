"""How people, teams and territories are shown and edited on their page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.setting_keys import HOME, OFFICE
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.words import UserRole
from hhcrm.domain.zip_lists import zips_in_lines
from hhcrm.queries.settings_models import StaffPage, TeamLine, TerritoryLine, UserLine
from hhcrm.services.settings_commands import SaveTeam, SaveTerritory, SaveUser
from hhcrm.ui.settings.entry_section import Act, Ways
from hhcrm.ui.shared.forms.blank import Blank, ids, named
from hhcrm.ui.shared.forms.form import Form
from hhcrm.ui.shared.said import joined
from hhcrm.ui.shared.tags import TagKind

if TYPE_CHECKING:
    from hhcrm.services.bound import Actions

_ZIPS_SHOWN = 8

Command = Callable[["Actions"], ChangeSet]


class StaffWays:
    """Knows the page that was read last: choices of teams and people come from it."""

    def __init__(self) -> None:
        self.page = StaffPage()
        self.archived_shown = False

    def living(self) -> list[UserLine]:
        """Everybody who is not archived."""
        return [user for user in self.page.users if user.archived_at is None]

    # People

    def users(self, acts: Callable[[UserLine], Sequence[Act]]) -> Ways[UserLine]:
        """The people."""
        return Ways(
            name="people",
            key=lambda line: line.id,
            version=lambda line: line.version,
            title=lambda line: line.name,
            beside=_user_words,
            blanks=self._user_blanks,
            texts=_user_texts,
            order=_user_order,
            said=lambda texts, line: (
                translate("settings", "{name} is added.") if line is None else translate("settings", "{name} is saved.")
            ).format(name=texts.get("name", "")),
            ask=lambda q: [user for user in q.staff_page().users if self.archived_shown or user.archived_at is None],
            acts=acts,
            tag=_user_tag,
            edits=lambda line: line.archived_at is None,
            add=translate("settings", "Add a person"),
        )

    def _user_blanks(self, _line: UserLine | None) -> Sequence[Blank]:
        roles = tuple((str(role), shown(str(role))) for role in UserRole)
        teams = named(ids(self.page.teams), translate("settings", "none"))
        return (
            Blank("name", translate("settings", "Name"), required=True),
            Blank("role", translate("settings", "What they do"), "choice", roles, required=True),
            Blank("email", translate("settings", "E-mail")),
            Blank("phone", translate("settings", "Phone")),
            Blank("team_id", translate("settings", "Team"), "choice", teams),
            Blank(
                "weekly_visit_hours",
                translate("settings", "Hours a week for visits"),
                hint=translate("settings", "For the plan and the capacity"),
            ),
            Blank(
                "home_zip", translate("settings", "Home ZIP"), hint=translate("settings", "For the drives of a plan")
            ),
            Blank("day_starts", translate("settings", "A planned day starts"), "choice", _ends()),
            Blank("day_ends", translate("settings", "A planned day ends"), "choice", _ends()),
        )

    # Teams

    def teams(self, acts: Callable[[TeamLine], Sequence[Act]]) -> Ways[TeamLine]:
        """The teams."""
        return Ways(
            name="teams",
            key=lambda line: line.id,
            version=lambda line: line.version,
            title=lambda line: line.name,
            beside=_team_words,
            blanks=lambda _line: (Blank("name", translate("settings", "Name"), required=True, wide=True),),
            texts=lambda line: {} if line is None else {"name": line.name},
            order=_team_order,
            said=lambda texts, _line: translate("settings", "The team {name} is saved.").format(name=texts["name"]),
            ask=lambda q: q.staff_page().teams,
            acts=acts,
            add=translate("settings", "Add a team"),
            empty=translate("settings", "No teams. They help to see numbers of a few people together."),
        )

    # Territories

    def territories(self, acts: Callable[[TerritoryLine], Sequence[Act]]) -> Ways[TerritoryLine]:
        """The territories."""
        return Ways(
            name="territories",
            key=lambda line: line.id,
            version=lambda line: line.version,
            title=lambda line: line.name,
            beside=_territory_words,
            blanks=self._territory_blanks,
            texts=_territory_texts,
            order=_territory_order,
            said=lambda texts, _line: translate("settings", "{name} is saved.").format(name=texts["name"]),
            ask=lambda q: [
                line for line in q.staff_page().territories if self.archived_shown or line.archived_at is None
            ],
            acts=acts,
            tag=lambda line: _archived_tag(line.archived_at is not None),
            edits=lambda line: line.archived_at is None,
            add=translate("settings", "Add a territory"),
            empty=translate("settings", "No territories. A source is in the one that has its ZIP code."),
        )

    def _territory_blanks(self, _line: TerritoryLine | None) -> Sequence[Blank]:
        people = named(ids(self.living()), translate("settings", "nobody"))
        return (
            Blank("name", translate("settings", "Name"), required=True),
            Blank("liaison_id", translate("settings", "Liaison"), "choice", people),
            Blank(
                "zips",
                translate("settings", "ZIP codes"),
                "text",
                wide=True,
                hint=translate("settings", "Paste a list: one a line, or parted by commas or spaces"),
            ),
        )


def _ends() -> tuple[tuple[str, str], ...]:
    return (HOME, translate("settings", "at home")), (OFFICE, translate("settings", "at the office"))


def _archived_tag(archived: bool) -> tuple[str, TagKind] | None:
    return (translate("settings", "archived"), "none") if archived else None


def _user_tag(line: UserLine) -> tuple[str, TagKind] | None:
    if line.at_desk:
        return translate("settings", "at this desk"), "info"
    return _archived_tag(line.archived_at is not None)


def _user_words(line: UserLine) -> str:
    hours = ""
    if line.weekly_visit_hours is not None:
        hours = translate("settings", "{hours} hours a week").format(hours=f"{line.weekly_visit_hours:g}")
    return joined(shown(str(line.role)), line.team, line.email, line.phone, hours)


def _user_texts(line: UserLine | None) -> Mapping[str, str]:
    if line is None:
        return {"role": str(UserRole.LIAISON), "day_starts": HOME, "day_ends": HOME}
    return {
        "name": line.name,
        "role": str(line.role),
        "email": line.email,
        "phone": line.phone,
        "team_id": "" if line.team_id is None else str(line.team_id),
        "weekly_visit_hours": "" if line.weekly_visit_hours is None else f"{line.weekly_visit_hours:g}",
        "home_zip": line.home_zip,
        "day_starts": line.day_starts,
        "day_ends": line.day_ends,
    }


def _user_order(form: Form, line: UserLine | None, version: int) -> Command:
    if line is None:
        add = SaveUser(form.texts())
        return lambda actions: actions.save_user(add)
    edit = SaveUser(form.changed(), line.id, version)
    return lambda actions: actions.save_user(edit)


def _team_words(line: TeamLine) -> str:
    words = translate("settings", "{n} person") if line.people == 1 else translate("settings", "{n} people")
    return words.format(n=line.people)


def _team_order(form: Form, line: TeamLine | None, version: int) -> Command:
    command = SaveTeam(form.texts()["name"], None if line is None else line.id, version)
    return lambda actions: actions.save_team(command)


def _territory_words(line: TerritoryLine) -> str:
    shown = ", ".join(line.zips[:_ZIPS_SHOWN])
    if len(line.zips) > _ZIPS_SHOWN:
        more = translate("settings", "{zips} and {n} more")
        shown = more.format(zips=shown, n=len(line.zips) - _ZIPS_SHOWN)
    sources = translate("settings", "{n} source") if line.sources == 1 else translate("settings", "{n} sources")
    return joined(line.liaison, sources.format(n=f"{line.sources:,}"), shown)


def _territory_texts(line: TerritoryLine | None) -> Mapping[str, str]:
    if line is None:
        return {}
    liaison = "" if line.liaison_id is None else str(line.liaison_id)
    return {"name": line.name, "liaison_id": liaison, "zips": zips_in_lines(line.zips)}


def _territory_order(form: Form, line: TerritoryLine | None, version: int) -> Command:
    texts = form.texts()
    if not texts["name"].strip():
        raise RuleBroken(translate("settings", "A name is needed."), "name")
    liaison = int(texts["liaison_id"]) if texts["liaison_id"] else None
    command = SaveTerritory(texts["name"], liaison, (texts["zips"],), None if line is None else line.id, version)
    return lambda actions: actions.save_territory(command)
