"""What the worth board is asked and what it says; no database library here, the window and the charts import it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from hhcrm.domain.settings import Rules
from hhcrm.domain.words import PotentialBasis
from hhcrm.domain.worth import Quadrant
from hhcrm.domain.worth_board import Misjudged
from hhcrm.queries.measure_models import MeasureFilter


@dataclass(frozen=True, slots=True)
class WorthAsk:
    """The worth board of a period: sources `rolled` up, each with its parts as one, or each for itself.

    The filter says which sources are shown by their owner, team, type and territory; what they are held against is
    always the whole agency. Effort and referrals of a source that is shown are everybody's.
    """

    asked: MeasureFilter
    rolled: bool = True


class WorthLine(NamedTuple):
    """A source on the board, alone or with its parts. A tuple: twenty thousand are made for one board.

    `potential` is patients a month on a `basis`, None where there is not even a guess; `sent` and `visits_year` (those
    that count) are of the 12 months to the period's end; `sent` is also what `share` is of. `visits` and `minutes`
    (travel included, and how much of it) are the period's, of all kinds. `half_year` is visits that count, referrals
    and advances of the days that rethink looks back. `parts` is how many living sources are in it beside itself.
    """

    source_id: int
    name: str
    type: str
    owner: str
    tier: str
    version: int
    felt: int | None
    potential: float | None
    basis: PotentialBasis
    stored: bool
    """Whether the figure stands in the source itself; otherwise it follows from what is known of it, or of its type."""
    sent: int
    has_sent: bool
    share: float | None
    expected: float
    visits: int
    minutes: int
    visits_year: int
    half_year: tuple[int, int, int]
    quadrant: Quadrant | None
    misjudged: Misjudged | None
    rethink: bool
    providers: int | None
    kinds: tuple[tuple[str, int], ...]
    provider_rate: float | None
    beds: int | None
    residents: float | None
    bed_rate: float | None
    parts: int
    others: tuple[int, ...]
    """What else counts for it: its parts, also those that are archived or inactive."""
    bases: tuple[tuple[PotentialBasis, int], ...]
    """Where the potential is the sum of the parts': on what how many of them rest, best first; else empty."""

    @property
    def group(self) -> Quadrant | None:
        """The list it stands in: what calls for a rethink stands there whatever its potential."""
        return Quadrant.RETHINK if self.rethink else self.quadrant

    @property
    def expected_as_known(self) -> float | None:
        """What may be expected a month; None where neither a potential nor a referral says anything of it."""
        return self.expected if self.has_sent or self.potential is not None else None

    @property
    def is_guess(self) -> bool:
        """Whether nobody knows: the potential is only the median of its type, or was noted without saying from what."""
        return self.basis is PotentialBasis.UNKNOWN


@dataclass(frozen=True, slots=True)
class PotentialFacts:
    """What is known of one source's potential, and by what it could be counted or guessed.

    `rates` are patients a month of one provider of each kind, `bed_rate` of one bed or resident of its type; `guess`
    is the median of `guess_of` others of its type, None without any.
    """

    source_id: int
    version: int
    name: str
    type: str
    per_month: float | None
    basis: PotentialBasis
    kinds: tuple[tuple[str, int], ...]
    providers: int | None
    beds: int | None
    residents: float | None
    bed_rate: float | None
    rates: Mapping[str, float]
    guess: float | None
    guess_of: int


@dataclass(frozen=True, slots=True)
class WorthBoard:
    """The board: sources by what may be expected of them, most first, and what their places rest on.

    `year_from` is the first of the 12 months to the period's end; `high_from` is the potential from which a source
    belongs to the agency's upper part, None without any; `rates` are those of the kinds of providers.
    """

    ask: WorthAsk
    lines: tuple[WorthLine, ...]
    year_from: date
    high_from: float | None
    rules: Rules
    rates: Mapping[str, float]

    @property
    def without(self) -> int:
        """Sources that have no potential, not even a guess: they stand in no quadrant."""
        return sum(line.potential is None for line in self.lines)

    @property
    def guessed(self) -> int:
        """Sources whose potential is only the median of their type."""
        return sum(line.potential is not None and line.is_guess for line in self.lines)

    def of(self, group: Quadrant) -> tuple[WorthLine, ...]:
        """The sources in one of the four lists; those that call for a rethink lead theirs."""
        there = [line for line in self.lines if line.group is group]
        return tuple(sorted(there, key=lambda line: not line.rethink)) if group is Quadrant.RETHINK else tuple(there)

    @property
    def called_out(self) -> tuple[WorthLine, ...]:
        """The misjudged ones: favourites by their visits, then quiet practices by their providers, most first."""
        there = [line for line in self.lines if line.misjudged is not None]
        return tuple(sorted(there, key=_how_much))


def _how_much(line: WorthLine) -> tuple[bool, int, str]:
    favourite = line.misjudged is Misjudged.FAVOURITE
    return not favourite, -(line.visits_year if favourite else line.providers or 0), line.name
