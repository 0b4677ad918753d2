"""Questions about referrals, bound to the database: their place, their loops, intake, scorecards and pilots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from hhcrm.domain.consistency import Differing
from hhcrm.domain.criteria import Criteria
from hhcrm.domain.intake_facts import Intake, Item
from hhcrm.domain.words import ReferralStage
from hhcrm.queries import (
    decisions,
    intake_check,
    loop,
    pilots,
    referral_detail,
    referral_table,
    scorecard,
    zip_places,
)
from hhcrm.queries import referral_models as rm
from hhcrm.queries.asking import PICKS_SHOWN, Asking
from hhcrm.queries.loop_models import ReferralLoop, Sender
from hhcrm.queries.pilot_models import PilotFilter, PilotItem, PilotProgress
from hhcrm.queries.scorecard_models import Scorecard
from hhcrm.storage.settings import agency_zone


class ReferralQuestions(Asking):
    """What is asked about referrals and what became of them."""

    # --- the place of referrals ---

    def referral_rows(self, asked: rm.ReferralQuestion, offset: int, limit: int) -> rm.ReferralRows:
        """A page of the table of referrals."""
        with self.reading() as connection:
            return referral_table.referral_rows(connection, asked, offset, limit, self._moment(connection, asked))

    def referral_counts(self, which: rm.ReferralFilter) -> rm.ReferralCounts:
        """How many referrals the filter leaves, and what became of them."""
        with self.reading() as connection:
            return referral_table.referral_counts(connection, which, self._moment(connection, which))

    def referral_ids(self, which: rm.ReferralFilter) -> tuple[int, ...]:
        """The ids of all referrals that the filter leaves."""
        with self.reading() as connection:
            return referral_table.referral_ids(connection, which, self._moment(connection, which))

    def referral_stages(self, which: rm.ReferralFilter) -> Mapping[int, ReferralStage]:
        """Where each referral stands that the filter leaves, by id."""
        with self.reading() as connection:
            return referral_table.referral_stages(connection, which, self._moment(connection, which))

    def referral_board(self, which: rm.ReferralFilter) -> rm.ReferralBoard:
        """The open referrals of the filter by stage."""
        with self.reading() as connection:
            return referral_table.referral_board(connection, which, self._moment(connection, which))

    def undecided_referrals(self) -> int:
        """How many referrals wait for our answer."""
        with self.reading() as connection:
            return referral_table.undecided(connection)

    def referral_detail(self, referral_id: int) -> rm.ReferralDetail:
        """Everything about one referral, its patient too. Raises NotFound."""
        with self.reading() as connection:
            return referral_detail.referral_detail(connection, referral_id, self._today())

    def criteria_guess(self, referral_id: int) -> Criteria:
        """What a decision on one referral would note by itself."""
        with self.reading() as connection:
            return decisions.criteria_guess(connection, referral_id, self._now(), self._today())

    def inconsistent_answers(self) -> tuple[Differing, ...]:
        """Where the same facts had different answers in the 12 months to today."""
        with self.reading() as connection:
            return decisions.inconsistent(connection, self._today())

    def referral_loop(self, referral_id: int) -> ReferralLoop:
        """What is to be told about one referral, and to whom. Raises NotFound."""
        with self.reading() as connection:
            return loop.referral_loop(connection, referral_id, self._today())

    def loop_sender(self) -> Sender:
        """From whom a fax to a source is."""
        with self.reading() as connection:
            return loop.sender(connection, self._user_id, self._today())

    def referral_choices(self) -> rm.ReferralChoices:
        """Everything that forms and filters of referrals let one choose from."""
        with self.reading() as connection:
            return referral_detail.referral_choices(connection, self._today())

    def referral_guess(self, source_id: int | None = None) -> rm.ReferralGuess:
        """A new referral, from a source where one is given, filled with the best guess. Raises NotFound."""
        with self.reading() as connection:
            return referral_detail.referral_guess(connection, source_id)

    def pick_people(self, typed: str, source_id: int | None, limit: int = PICKS_SHOWN) -> tuple[rm.PersonPick, ...]:
        """People to pick while typing, those at the source first."""
        with self.reading() as connection:
            return referral_detail.pick_people(connection, typed, source_id, limit, self._today())

    def intake_check(self, intake: Intake) -> tuple[Item, ...]:
        """What the agency can say of a referral as far as it was typed."""
        with self.reading() as connection:
            zone = agency_zone(connection, self._today())
            return intake_check.intake_check(connection, intake, self._now(), zone)

    def zip_place(self, code: str) -> str | None:
        """The town at a ZIP code, None where there is no such code."""
        return zip_places.zip_place(code)

    def county_names(self) -> tuple[str, ...]:
        """Every county that has a ZIP code, with its state."""
        return zip_places.county_names()

    def zips_of_county(self, name: str) -> tuple[str, ...]:
        """The ZIP codes of a county by its name with its state."""
        return zip_places.zips_of_county(name)

    def zips_around(self, code: str, miles: float) -> tuple[str, ...]:
        """The ZIP codes so many miles or less from another."""
        return zip_places.zips_around(code, miles)

    # --- scorecards ---

    def scorecard(self, source_id: int, from_on: date, until_on: date) -> Scorecard:
        """How well we did for one source in a period. Raises NotFound."""
        with self.reading() as connection:
            return scorecard.scorecard(connection, source_id, from_on, until_on, self._today(), self._now())

    def scorecards(self, source_ids: Sequence[int], from_on: date, until_on: date) -> tuple[Scorecard, ...]:
        """The scorecards of some sources, `scorecard.AT_A_TIME` at most."""
        with self.reading() as connection:
            return scorecard.scorecards(connection, source_ids, (from_on, until_on), self._today(), self._now())

    def scorecard_sources(self, liaison_id: int | None = None) -> tuple[int, ...]:
        """The active sources, of one liaison or of all: those that get a scorecard in one go."""
        with self.reading() as connection:
            return scorecard.active_sources(connection, liaison_id)

    # --- pilots ---

    def pilots(self, asked: PilotFilter) -> tuple[PilotItem, ...]:
        """The pilots that a filter leaves."""
        with self.reading() as connection:
            return pilots.pilots(connection, asked)

    def pilot(self, pilot_id: int) -> PilotItem:
        """One pilot. Raises NotFound."""
        with self.reading() as connection:
            return pilots.pilot(connection, pilot_id)

    def pilots_at(self, source_id: int, on: date) -> tuple[PilotProgress, ...]:
        """All pilots of a source and its units, as they stood at the end of a day."""
        with self.reading() as connection:
            return pilots.pilots_at(connection, source_id, on, self._today(), self._now())

    def pilot_progress(self, pilot_id: int, on: date) -> PilotProgress:
        """How one pilot stood at the end of a day. Raises NotFound."""
        with self.reading() as connection:
            return pilots.pilot_progress(connection, pilot_id, on, self._today(), self._now())

    def pilots_of_source(self, source_id: int, from_on: date, until_on: date) -> tuple[PilotProgress, ...]:
        """The pilots of a source and its units that have a day of a period."""
        with self.reading() as connection:
            return pilots.pilots_of_source(connection, source_id, from_on, until_on, self._today(), self._now())
