"""Settings > People: who works with the program, in which teams, and who has which territory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from hhcrm.domain.changes import ChangeSet
from hhcrm.domain.errors import KnownFault
from hhcrm.domain.wording import translate
from hhcrm.queries.settings_models import StaffPage, TeamLine, TerritoryLine, UserHands, UserLine
from hhcrm.services.settings_commands import (
    BringTerritoryBack,
    BringUserBack,
    DropTeam,
    DropTerritory,
    LeaveUser,
)
from hhcrm.ui.settings.entry_section import Act, EntrySection
from hhcrm.ui.settings.kit import SettingsContext
from hhcrm.ui.settings.leave_dialog import LeaveDialog
from hhcrm.ui.settings.page import Page
from hhcrm.ui.settings.reassign import ReassignDialog
from hhcrm.ui.settings.staff_ways import StaffWays
from hhcrm.ui.shared.buttons import Button

NOWHERE = 0
"""Stands for no team and no territory in the dialog."""


class PeoplePage(Page):
    """`show_item(user_id=...)` opens somebody's form."""

    def __init__(self, context: SettingsContext) -> None:
        super().__init__(
            "people",
            translate("settings", "People"),
            translate("settings", "Who works with the program. Names stand in the history of everything they do."),
            context,
        )
        self._ways = StaffWays()
        self._wanted: int | None = None
        self.dialog: LeaveDialog | ReassignDialog | None = None
        self.users = EntrySection("", "", self._ways.users(self._user_acts), context)
        self.archived = Button("", "bare", size="small", name="settings_people_archived")
        self.archived.clicked.connect(self._on_archived)
        self.users.feet.insertWidget(1, self.archived)
        self.teams = EntrySection(translate("settings", "Teams"), "", self._ways.teams(self._team_acts), context)
        self.territories = EntrySection(
            translate("settings", "Territories"),
            translate("settings", "Sources follow their ZIP code, unless somebody set the territory by hand."),
            self._ways.territories(self._territory_acts),
            context,
        )
        self.users.filled.connect(self._show_teams)
        self.teams.filled.connect(self._show_territories)
        for section in (self.users, self.teams, self.territories):
            self.column.addWidget(section)

    def refresh(self) -> None:
        """Ask again."""
        self.context.desk.read(lambda q: q.staff_page(), self._show, owner=self)

    def show_item(self, **where: object) -> None:
        """Open somebody's form, now or as soon as the people are here."""
        user_id = where.get("user_id")
        self._wanted = user_id if isinstance(user_id, int) else None
        self._open_wanted()

    def _show(self, page: StaffPage) -> None:
        self._ways.page = page
        shown = self._ways.archived_shown
        gone = sum(user.archived_at is not None for user in page.users)
        gone += sum(territory.archived_at is not None for territory in page.territories)
        words = translate("settings", "Hide archived") if shown else translate("settings", "Show archived")
        self.archived.setText(f"{words} ({gone})")
        self.archived.setVisible(gone > 0)
        self.users.show_lines([user for user in page.users if shown or user.archived_at is None])
        self._open_wanted()

    def _show_teams(self) -> None:
        """Each list once the one above it stands: a large agency has many of all."""
        self.teams.show_lines(self._ways.page.teams)

    def _show_territories(self) -> None:
        shown = self._ways.archived_shown
        self.territories.show_lines([line for line in self._ways.page.territories if shown or line.archived_at is None])

    def _open_wanted(self) -> None:
        if self._wanted is not None and any(user.id == self._wanted for user in self.users.lines):
            self.users.edit(self._wanted)
            self._wanted = None

    def _on_archived(self) -> None:
        self._ways.archived_shown = not self._ways.archived_shown
        self._show(self._ways.page)

    # People

    def _user_acts(self, line: UserLine) -> Sequence[Act]:
        if line.archived_at is not None:
            return (Act("restore", translate("settings", "Restore"), partial(self._restore_user, line)),)
        if line.at_desk:
            return ()
        archive = Act("archive", translate("settings", "Archive"), partial(self._ask_heirs, line))
        sit = self.context.kit.sit
        if sit is None:
            return (archive,)
        return Act("sit", translate("settings", "Sits here"), partial(sit, line.id, line.name)), archive

    def _restore_user(self, line: UserLine) -> None:
        said = translate("settings", "{name} is back.").format(name=line.name)
        self.context.do(lambda actions: actions.bring_user_back(BringUserBack(line.id)), said, owner=self)

    def _ask_heirs(self, line: UserLine) -> None:
        self.context.desk.read(lambda q: q.user_hands(line.id), partial(self._open_leave, line), owner=self)

    def _open_leave(self, line: UserLine, hands: UserHands) -> None:
        if self.dialog is not None:
            return
        others = [user for user in self._ways.living() if user.id != line.id]
        dialog = LeaveDialog(line, hands, others, self.window())
        dialog.asked.connect(partial(self._leave, line))
        self._open(dialog)

    def _leave(self, line: UserLine, heirs: Mapping[str, int | None]) -> None:
        command = LeaveUser(line.id, line.version, dict(heirs))
        said = translate("settings", "{name} is archived.").format(name=line.name)
        self._carry_out(lambda actions: actions.leave_user(command), said)

    # Teams and territories

    def _team_acts(self, line: TeamLine) -> Sequence[Act]:
        return (Act("archive", translate("settings", "Archive"), partial(self._archive_team, line)),)

    def _archive_team(self, line: TeamLine) -> None:
        if line.people == 0:
            self._drop_team(line, NOWHERE)
            return
        words = (
            translate("settings", "{n} person is in {name}.")
            if line.people == 1
            else translate("settings", "{n} people are in {name}.")
        )
        others = [(team.id, team.name) for team in self._ways.page.teams if team.id != line.id]
        self._ask_heir(
            line.name,
            words.format(n=line.people, name=line.name),
            [(NOWHERE, translate("settings", "no team")), *others],
            partial(self._drop_team, line),
        )

    def _drop_team(self, line: TeamLine, heir: int) -> None:
        command = DropTeam(line.id, line.version, heir or None)
        said = translate("settings", "The team {name} is archived.").format(name=line.name)
        self._carry_out(lambda actions: actions.drop_team(command), said)

    def _territory_acts(self, line: TerritoryLine) -> Sequence[Act]:
        if line.archived_at is not None:
            return (Act("restore", translate("settings", "Restore"), partial(self._restore_territory, line)),)
        return (Act("archive", translate("settings", "Archive"), partial(self._archive_territory, line)),)

    def _restore_territory(self, line: TerritoryLine) -> None:
        said = translate("settings", "{name} is back. Give it its ZIP codes.").format(name=line.name)
        self.context.do(lambda actions: actions.bring_territory_back(BringTerritoryBack(line.id)), said, owner=self)

    def _archive_territory(self, line: TerritoryLine) -> None:
        if not line.sources and not line.zips:
            self._drop_territory(line, NOWHERE)
            return
        words = translate("settings", "{name} has {zips} ZIP codes and {sources} sources.")
        others = [
            (other.id, other.name)
            for other in self._ways.page.territories
            if other.id != line.id and other.archived_at is None
        ]
        self._ask_heir(
            line.name,
            words.format(name=line.name, zips=len(line.zips), sources=f"{line.sources:,}"),
            [(NOWHERE, translate("settings", "no territory")), *others],
            partial(self._drop_territory, line),
        )

    def _drop_territory(self, line: TerritoryLine, heir: int) -> None:
        command = DropTerritory(line.id, line.version, heir or None)
        said = translate("settings", "{name} is archived.").format(name=line.name)
        self._carry_out(lambda actions: actions.drop_territory(command), said)

    # Dialogs

    def _ask_heir(
        self, name: str, sentence: str, choices: Sequence[tuple[int, str]], chosen: Callable[[int], None]
    ) -> None:
        if self.dialog is not None:
            return
        dialog = ReassignDialog(
            translate("settings", "Archive {name}").format(name=name),
            sentence,
            choices,
            translate("settings", "Re-assign and archive"),
            self.window(),
        )
        dialog.asked.connect(chosen)
        self._open(dialog)

    def _open(self, dialog: LeaveDialog | ReassignDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_dialog_ended)
        dialog.setModal(True)
        dialog.show()

    def _carry_out(self, command: Callable[..., ChangeSet], said: str) -> None:
        self.context.do(command, said, lambda _changes: self._on_done(), self._on_refused, owner=self)

    def _on_done(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        if self.dialog is not None and isinstance(error, KnownFault):
            self.dialog.say_fault(str(error))
        else:
            self.context.frame.fault(error)
            self.refresh()

    def _on_dialog_ended(self, _result: int) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
