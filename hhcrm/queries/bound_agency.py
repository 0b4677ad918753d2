"""Questions about the agency itself, bound to the database: its settings, what it takes, holidays, time off."""

from __future__ import annotations

from datetime import date

from hhcrm.queries import (
    acceptance,
    agency,
    capability,
    capability_history,
    holidays,
    lists,
    settings,
    users,
)
from hhcrm.queries.asking import Asking
from hhcrm.queries.capability_models import CapabilityHistory, PublicPage, TakePage
from hhcrm.queries.holiday_models import HolidayLine, TimeOffLine
from hhcrm.queries.read_models import (
    AgencyFacts,
    Choices,
)
from hhcrm.queries.settings_models import (
    AgencySettings,
    Letterhead,
    ListUses,
    ListValue,
    PayerGrid,
    RulesPage,
    SetUpSteps,
    StaffPage,
    TagLine,
    UserHands,
)


class AgencyQuestions(Asking):
    """What settings and frame ask of the agency."""

    # --- the agency ---

    def agency_facts(self) -> AgencyFacts:
        """What the frame says about the agency and the person at the desk."""
        with self.reading() as connection:
            return agency.agency_facts(connection, self._today(), self._user_id)

    def choices(self) -> Choices:
        """Everything that forms and filters let one choose from, and the tags in use."""
        with self.reading() as connection:
            return agency.choices(connection)

    # --- settings ---

    def agency_settings(self) -> AgencySettings:
        """What the agency says of itself, with its past."""
        with self.reading() as connection:
            return settings.agency_settings(connection, self._today())

    def letterhead(self) -> Letterhead:
        """What stands at the head of a page that leaves the house."""
        with self.reading() as connection:
            return settings.letterhead(connection, self._today())

    def rules_page(self) -> RulesPage:
        """Every number of the rules."""
        with self.reading() as connection:
            return settings.rules_page(connection, self._today())

    def staff_page(self) -> StaffPage:
        """The people of the agency, teams and territories."""
        with self.reading() as connection:
            return users.staff_page(connection, self._user_id)

    def user_hands(self, user_id: int) -> UserHands:
        """What a person has in hand."""
        with self.reading() as connection:
            return users.user_hands(connection, user_id)

    def payer_grid(self) -> PayerGrid:
        """Which payers are accepted for which line today."""
        with self.reading() as connection:
            return acceptance.payer_grid(connection, self._today())

    def take_page(self) -> TakePage:
        """What the agency can take beside its payers."""
        with self.reading() as connection:
            return capability.take_page(connection, self._now(), self._today())

    def public_page(self) -> PublicPage:
        """The page of public information as it is today."""
        with self.reading() as connection:
            return capability.public_page(connection, self._now(), self._today())

    def capability_history(self, most: int) -> CapabilityHistory:
        """The newest changes to what the agency can take."""
        with self.reading() as connection:
            return capability_history.capability_history(connection, most, self._today())

    def set_up_steps(self) -> SetUpSteps:
        """How much there is of what a new agency gives first."""
        with self.reading() as connection:
            return acceptance.set_up_steps(connection)

    def list_values(self, table: str) -> tuple[ListValue, ...]:
        """The values of a list, those retired last. Raises NotFound."""
        with self.reading() as connection:
            return lists.list_values(connection, table)

    def list_uses(self, table: str) -> ListUses:
        """How many records use each value of a list. Raises NotFound."""
        with self.reading() as connection:
            return lists.list_uses(connection, table)

    def tag_lines(self) -> tuple[TagLine, ...]:
        """The tags in use."""
        with self.reading() as connection:
            return lists.tag_lines(connection)

    # --- holidays and time off ---

    def holidays(self, year: int) -> tuple[HolidayLine, ...]:
        """The agency's holidays of a year, in order."""
        with self.reading() as connection:
            return holidays.holidays(connection, date(year, 1, 1), date(year, 12, 31))

    def holiday_years(self) -> tuple[int, ...]:
        """The years that have holidays."""
        with self.reading() as connection:
            return holidays.holiday_years(connection)

    def time_off(self, first: date, last: date, user_id: int | None = None) -> tuple[TimeOffLine, ...]:
        """Time off that touches these days, of one person or of everybody."""
        with self.reading() as connection:
            return holidays.time_off(connection, first, last, user_id)
