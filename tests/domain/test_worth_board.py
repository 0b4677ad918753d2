"""Places on the worth board, the two misjudgements, wholes and their parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hhcrm.domain.settings import DEFAULTS, Rules
from hhcrm.domain.words import PotentialBasis
from hhcrm.domain.worth import Potential, Quadrant, provider_rates, share_of_potential
from hhcrm.domain.worth_board import Families, Misjudged, families, misjudged, place_on_board, whole_potential

TOLD, COUNTED, PUBLIC, GUESS = PotentialBasis
ORDER = [TOLD, COUNTED, PUBLIC, GUESS]

figures = st.one_of(st.none(), st.sampled_from([0.0, 1.0, 2.5, 8.0, 40.0]))
potentials = st.builds(lambda figure, basis: Potential(figure, GUESS if figure is None else basis), figures,
                       st.sampled_from(ORDER))  # fmt: skip


@pytest.mark.parametrize(
    ("per_month", "sent", "expected"),
    [
        (6.0, 0, Quadrant.GROW), (6.0, 17, Quadrant.GROW), (6.0, 18, Quadrant.KEEP), (6.0, 200, Quadrant.KEEP),
        (5.9, 18, Quadrant.THANK), (5.9, 17, Quadrant.RETHINK), (0.0, 0, Quadrant.RETHINK), (0.0, 1, Quadrant.THANK),
        (None, 0, None), (None, 50, None),
    ],
)  # fmt: skip
def test_the_edges_belong_to_the_high_side(per_month: float | None, sent: int, expected: Quadrant | None) -> None:
    assert place_on_board(per_month, share_of_potential(sent, per_month), sent, high_from=6.0) is expected


def favourite(potential: Potential, providers: int | None, visits: int = 20, sent: int = 1) -> bool:
    return misjudged(potential, providers, visits, sent, 700, 6.0) is Misjudged.FAVOURITE


def test_many_visits_to_one_provider_are_a_favourite() -> None:
    assert favourite(Potential(1.0, COUNTED), 1)
    assert favourite(Potential(1.0, COUNTED), 1, visits=12)
    assert not favourite(Potential(1.0, COUNTED), 1, visits=11)
    assert not favourite(Potential(2.0, COUNTED), 2)


def test_what_could_or_does_send_much_is_no_favourite() -> None:
    assert not favourite(Potential(6.0, TOLD), 1)
    assert not favourite(Potential(1.0, COUNTED), 1, sent=48)
    assert favourite(Potential(1.0, COUNTED), 1, sent=47)
    assert not favourite(Potential(4.0, TOLD), 1)
    assert favourite(Potential(3.9, TOLD), 1)
    assert favourite(Potential(40.0, GUESS), 1)  # a guess says nothing against one provider
    assert misjudged(Potential(2.0, TOLD), 1, 20, 1, 700, 2.0) is None  # the agency's upper third begins there


def test_without_providers_only_what_was_said_makes_a_favourite() -> None:
    assert favourite(Potential(1.0, TOLD), None)
    assert not favourite(Potential(1.1, TOLD), None)
    assert not favourite(Potential(1.0, GUESS), None)
    assert not favourite(Potential(None, GUESS), None)


def quiet(potential: Potential, providers: int | None, visits: int = 2, sent: int = 0, known: int = 400) -> bool:
    return misjudged(potential, providers, visits, sent, known, 6.0) is Misjudged.QUIET


def test_many_providers_and_few_visits_are_a_quiet_practice() -> None:
    assert quiet(Potential(9.0, COUNTED), 9)
    assert quiet(Potential(9.0, COUNTED), 4, visits=8)
    assert not quiet(Potential(9.0, COUNTED), 4, visits=9)
    assert not quiet(Potential(9.0, COUNTED), 3)
    assert not quiet(Potential(9.0, COUNTED), None)
    assert quiet(Potential(None, GUESS), 9)


def test_what_gives_much_of_it_is_new_or_was_said_to_send_hardly_anybody_is_not_quiet() -> None:
    assert not quiet(Potential(4.0, COUNTED), 4, sent=12)
    assert quiet(Potential(4.0, COUNTED), 4, sent=11)
    assert not quiet(Potential(9.0, COUNTED), 9, known=179)
    assert quiet(Potential(9.0, COUNTED), 9, known=180)
    assert not quiet(Potential(3.9, TOLD), 9)
    assert quiet(Potential(4.0, TOLD), 9)
    assert quiet(Potential(0.5, GUESS), 9)


@given(potentials, st.one_of(st.none(), st.integers(0, 30)), st.integers(0, 60), st.integers(0, 200))
def test_the_misjudgements_follow_their_rules(
    potential: Potential, providers: int | None, visits: int, sent: int
) -> None:
    rules = Rules(favourite_visits=10, favourite_providers=2, quiet_providers=5, quiet_visits=4)
    found = misjudged(potential, providers, visits, sent, 365, 6.0, rules)
    if found is Misjudged.FAVOURITE:
        assert visits >= 10
        assert (providers or 0) <= 2
        assert max(0 if potential.is_guess else potential.per_month or 0, sent / 12) < 5.0
    elif found is Misjudged.QUIET:
        assert visits <= 4
        assert (providers or 0) >= 5
        assert not potential.per_month or sent / (12 * potential.per_month) < rules.high_share
        assert potential.is_guess or (potential.per_month or 0) >= 5.0
    elif providers is not None and 0 < providers <= 2 and visits >= 10:
        assert max(0 if potential.is_guess else potential.per_month or 0, sent / 12) >= 5.0


SEEN = st.tuples(potentials, st.one_of(st.none(), st.integers(0, 30)), st.integers(0, 60), st.integers(0, 200))


@given(SEEN, SEEN, st.integers(2, 9), st.sampled_from([0.0, 0.5, 1.0, 3.0]))
def test_of_two_alike_never_one_is_a_favourite_and_the_other_a_quiet_practice(
    one: tuple[Potential, int | None, int, int], other: tuple[Potential, int | None, int, int], many: int, rate: float
) -> None:
    rules = Rules(quiet_providers=many, rate_primary_care=rate)
    found = [misjudged(*each, known_days=700, high_from=6.0, rules=rules) for each in (one, other)]
    if found != [Misjudged.FAVOURITE, Misjudged.QUIET]:
        return
    assert (one[1] or 0) < (other[1] or 0)
    known = [None if each[0].is_guess else each[0].per_month for each in (one, other)]
    if known[0] is not None and known[1] is not None:
        assert known[0] < known[1]


def test_its_own_figure_holds_the_parts_unless_theirs_rest_on_something_better() -> None:
    told, public = Potential(10.0, TOLD), Potential(12.0, PUBLIC)
    units = [Potential(3.0, TOLD), Potential(4.0, TOLD)]
    assert whole_potential(told, units).potential == told
    whole = whole_potential(public, units)
    assert whole.potential == Potential(7.0, TOLD)
    assert whole.bases == ((TOLD, 2),)
    assert whole_potential(public, [*units, Potential(2.0, GUESS)]).potential == public


def test_a_guess_of_the_whole_gives_way_where_known_parts_come_to_more() -> None:
    guess, parts = Potential(4.0, GUESS), [Potential(3.0, COUNTED), Potential(2.0, GUESS)]
    assert whole_potential(guess, parts).potential == Potential(5.0, GUESS)
    assert whole_potential(Potential(5.1, GUESS), parts).potential == Potential(5.1, GUESS)
    assert whole_potential(Potential(20.0, GUESS), [Potential(2.0, TOLD)]).potential == Potential(20.0, GUESS)
    assert whole_potential(Potential(None, GUESS), [Potential(2.0, TOLD)]).potential == Potential(2.0, TOLD)
    assert whole_potential(guess, parts).bases == ((COUNTED, 1), (GUESS, 1))
    assert whole_potential(guess, [Potential(2.0, GUESS)]).potential == guess


@given(potentials, st.lists(potentials, max_size=5))
def test_a_whole_is_its_own_figure_or_the_sum_of_its_parts_never_both(own: Potential, parts: list[Potential]) -> None:
    whole = whole_potential(own, parts)
    known = [part for part in parts if part.per_month is not None]
    if not whole.from_parts:
        assert whole.potential == own
        assert whole.bases == ()
        return
    assert whole.potential.per_month == pytest.approx(sum(part.per_month or 0.0 for part in known))
    assert whole.potential.basis is max((part.basis for part in known), key=ORDER.index)
    assert sum(count for _, count in whole.bases) == len(known)
    assert own.per_month is None or own.is_guess or ORDER.index(own.basis) > ORDER.index(whole.potential.basis)


def test_a_unit_counts_for_the_highest_living_source_above_it() -> None:
    parents = {2: 1, 3: 2, 4: 2, 6: 5}
    assert families(parents, {1, 2, 3, 4, 5, 6}) == Families(
        {1: 1, 2: 1, 3: 1, 4: 1, 5: 5, 6: 5}, {2: 1, 3: 2, 4: 2, 6: 5}
    )
    assert families(parents, {1, 3, 4, 6}) == Families({1: 1, 2: 1, 3: 1, 4: 1, 6: 6}, {3: 1, 4: 1})
    assert families(parents, {3, 4}) == Families({3: 3, 4: 4}, {})


def test_a_circle_counts_for_its_smallest() -> None:
    found = families({1: 3, 2: 1, 3: 2, 4: 3}, {1, 2, 3, 4})
    assert found.top == {1: 1, 2: 1, 3: 1, 4: 1}
    assert found.above == {2: 1, 3: 1, 4: 3}


@given(st.dictionaries(st.integers(1, 9), st.integers(1, 9), max_size=9), st.sets(st.integers(1, 9)))
def test_everything_counts_once_and_for_one_that_lives(parents: dict[int, int], living: set[int]) -> None:
    found = families(parents, living)
    for source, top in found.top.items():
        assert top in living
        assert found.top[top] == top
        assert source not in living or source == top or source in found.above
    for source, above in found.above.items():
        seen, at = {source}, above
        while at in found.above:
            assert at not in seen
            seen.add(at)
            at = found.above[at]
        assert at == found.top[source]
    assert all(source in found.top for source in living & {*parents, *parents.values()})


def test_each_kind_of_provider_has_its_rate_among_the_rules() -> None:
    assert provider_rates(DEFAULTS)["primary care"] == 1.0
    assert provider_rates(Rules(rate_cardiac=3.5))["cardiac"] == 3.5
