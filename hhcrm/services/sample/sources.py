"""The sample's sources: all types, parents, addresses, what each could send."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import time, timedelta
from random import Random
from typing import Any

from hhcrm.domain.words import PotentialBasis
from hhcrm.domain.worth import BED_RATES, PROVIDER_RATES, counted_potential
from hhcrm.models.sources import ReferralSource
from hhcrm.services.sample.names import GROUP_NAME, PREFIXES, STREET_KINDS, STREETS, SUFFIXES
from hhcrm.services.sample.people import domain_of, npi_of, phone_number
from hhcrm.services.sample.phrases import NEXT_STEPS, SOURCE_NEEDS, SOURCE_NOTES, TAGS
from hhcrm.services.sample.places import SERVED, TERRITORIES, Place, territory_of
from hhcrm.services.sample.world import Account, World

# How many of two hundred sources are of a type.
MIX: tuple[tuple[str, int], ...] = (
    ("hospital", 8), ("hospital_unit", 14), ("snf", 30), ("irf", 5), ("ltach", 3), ("assisted_living", 26),
    ("independent_living", 8), ("memory_care", 8), ("physician_practice", 46), ("clinic", 12), ("wound_centre", 4),
    ("dialysis_centre", 6), ("hospice", 5), ("home_health_agency", 3), ("home_care_agency", 6), ("senior_centre", 4),
    ("elder_law_attorney", 4), ("geriatric_care_manager", 4), ("payer_case_management", 3), ("other", 1),
)  # fmt: skip
_WHOLE = 200
_TERRITORY_SHARES = (30, 25, 27, 18)
_SIZES: dict[str, tuple[int, int]] = {
    "hospital": (80, 520), "hospital_unit": (16, 48), "snf": (60, 160), "irf": (20, 60), "ltach": (25, 60),
    "assisted_living": (40, 130), "memory_care": (16, 60), "independent_living": (60, 200),
}  # fmt: skip
_RATES = {
    "hospital": BED_RATES["hospital"], "hospital_unit": BED_RATES["hospital"], "ltach": BED_RATES["hospital"],
    "snf": BED_RATES["snf"], "irf": BED_RATES["irf"],
    "assisted_living": BED_RATES["assisted_living"], "memory_care": BED_RATES["assisted_living"],
}  # fmt: skip
_WITH_RESIDENTS = ("assisted_living", "memory_care", "independent_living")
_WITH_PROVIDERS = ("physician_practice", "clinic", "wound_centre")
_PROVIDER_OF = {"Cardiology": "cardiac", "Orthopaedics": "orthopaedic", "Geriatrics": "geriatrician"}
_USUAL = 0.4
_NPI_ROOM = 200


def type_counts(sources: int) -> dict[str, int]:
    """How many sources of each type, each type at least once where there is room; the sum is `sources`."""
    exact = {kind: part * sources / _WHOLE for kind, part in MIX}
    least = 1 if sources >= len(MIX) else 0
    counts = {kind: max(int(share), least) for kind, share in exact.items()}
    order = sorted(counts, key=lambda kind: (counts[kind] - exact[kind], kind))
    while (missing := sources - sum(counts.values())) != 0:
        for kind in order if missing > 0 else [k for k in reversed(order) if counts[k] > least]:
            counts[kind] += 1 if missing > 0 else -1
            if sum(counts.values()) == sources:
                break
    return counts


def add_sources(world: World, sources: int) -> None:
    """Make the sources, parents first; `world.accounts` lists them in the order of their keys."""
    dice = world.chance("sources")
    names = _Names(dice)
    places = _places_by_territory()
    parents: dict[str, list[tuple[Account, dict[str, Any]]]] = {"hospital": [], "group": []}
    for kind, count in type_counts(sources).items():
        for nth in range(count):
            group = kind == "physician_practice" and nth < count // 12
            parent = _parent(dice, kind, group, parents)
            row = _source_row(world, dice, kind, names, places, parent, group)
            _add_size(world, dice, kind, row)
            account = _add(world, dice, kind, row, parent)
            if kind == "hospital":
                parents["hospital"].append((account, row))
            elif group:
                parents["group"].append((account, row))


class _Names:
    """Gives out names, no name twice."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._used: set[str] = set()

    def new(self, kind: str, suffixes: Sequence[str], city: str, first: str | None = None) -> str:
        for attempt in range(60):
            name = f"{first or self._dice.choice(PREFIXES)} {self._dice.choice(suffixes)}"
            if attempt >= 20:
                name += f" of {city}"
            if attempt >= 40:
                name += f" {self._dice.randrange(2, 900)}"
            if name not in self._used:
                break
        self._used.add(name)
        return name


def _places_by_territory() -> list[list[Place]]:
    found: list[list[Place]] = [[] for _ in TERRITORIES]
    for place in SERVED:
        found[territory_of(place)].append(place)
    return found


def _parent(
    dice: Random, kind: str, group: bool, parents: dict[str, list[tuple[Account, dict[str, Any]]]]
) -> tuple[Account, dict[str, Any]] | None:
    hospitals, groups = parents["hospital"], parents["group"]
    if hospitals and (kind == "hospital_unit" or (kind == "wound_centre" and dice.random() < 0.5)):
        return dice.choice(hospitals)
    if groups and kind == "physician_practice" and not group and dice.random() < 0.35:
        return dice.choice(groups)
    return None


def _source_row(
    world: World,
    dice: Random,
    kind: str,
    names: _Names,
    places: list[list[Place]],
    parent: tuple[Account, dict[str, Any]] | None,
    group: bool,
) -> dict[str, Any]:
    inside = parent is not None and kind != "physician_practice"
    if parent is not None and inside:
        place, address = parent[0].place, parent[1]["address"]
    else:
        place = dice.choice(places[dice.choices(range(len(places)), _TERRITORY_SHARES)[0]])
        address = f"{dice.randrange(100, 9900)} {dice.choice(STREETS)} {dice.choice(STREET_KINDS)}"
    first = _first_words(parent[0].name) if parent is not None and inside else None
    name = names.new(kind, (GROUP_NAME,) if group else SUFFIXES[kind], place.city, first)
    return {
        "name": name, "place": place, "address": address, "city": place.city, "state": "TN", "zip": place.zip,
        # A few houses apart: sources of one ZIP must not all lie on one point of the map.
        "latitude": round(place.latitude + dice.uniform(-0.012, 0.012), 4),
        "longitude": round(place.longitude + dice.uniform(-0.012, 0.012), 4),
        "phone": phone_number(dice), "fax": phone_number(dice) if dice.random() < 0.6 else None,
        "email": f"office@{domain_of(name)}" if dice.random() < 0.35 else None,
        "website": f"https://{domain_of(name)}" if dice.random() < 0.5 else None,
        "notes": dice.choice(SOURCE_NOTES) if dice.random() < 0.5 else None,
        "needs": dice.choice(SOURCE_NEEDS) if dice.random() < 0.4 else None,
        "next_step": dice.choice(NEXT_STEPS) if dice.random() < 0.4 else None,
        "tags": "; ".join(dice.sample(TAGS, dice.choice((0, 0, 0, 1, 1, 2)))),
        "relationship_felt": dice.choice((1, 2, 3, 3, 4, 4, 5)) if dice.random() < 0.7 else None,
        "preferred_weekdays": dice.choice(("13", "24", "0", "012", "4")) if dice.random() < 0.2 else None,
        "visit_minutes": dice.choice((15, 20, 30, 45)) if dice.random() < 0.3 else None,
    }  # fmt: skip


def _first_words(name: str) -> str | None:
    """What a hospital's units have of its name."""
    return next((prefix for prefix in PREFIXES if name.startswith(f"{prefix} ")), None)


def _add_size(world: World, dice: Random, kind: str, row: dict[str, Any]) -> None:
    """Beds, residents or providers, and the potential that follows from them."""
    row |= {
        "beds": None, "residents": None, "providers": None, "counts": {},
        "potential_per_month": None, "potential_basis": PotentialBasis.UNKNOWN, "potential_on": None,
    }  # fmt: skip
    if kind in _SIZES:
        size = dice.randint(*_SIZES[kind])
        row["residents" if kind in _WITH_RESIDENTS else "beds"] = size
        if kind in _RATES:
            row["potential_per_month"] = round(size * _RATES[kind], 1)
            row["potential_basis"] = PotentialBasis.PUBLIC_DATA
    elif kind in _WITH_PROVIDERS:
        row["counts"] = _provider_counts(dice, row["name"])
        row["providers"] = sum(row["counts"].values())
        counted = counted_potential(row["counts"], PROVIDER_RATES)
        row["potential_per_month"] = counted.per_month if counted else None
        row["potential_basis"] = PotentialBasis.COUNTED
    if dice.random() < 0.15:
        row["potential_per_month"] = float(dice.choice((1, 2, 2, 3, 4, 6)))
        row["potential_basis"] = PotentialBasis.TOLD_US
    if row["potential_per_month"] is not None:
        row["potential_on"] = world.today - timedelta(days=dice.randrange(20, 400))


def _provider_counts(dice: Random, name: str) -> dict[str, int]:
    special = next((kind for word, kind in _PROVIDER_OF.items() if word in name), "primary care")
    counts = {special: dice.choice((1, 1, 2, 2, 3, 4, 6, 9))}
    if special == "primary care" and dice.random() < 0.2:
        counts["geriatrician"] = 1
    return counts


def _add(
    world: World, dice: Random, kind: str, row: dict[str, Any], parent: tuple[Account, dict[str, Any]] | None
) -> Account:
    place, counts = row.pop("place"), row.pop("counts")
    territory = territory_of(place)
    owner = territory % len(world.liaisons)
    number = len(world.accounts)
    has_npi = kind in (*_WITH_PROVIDERS, "snf", "hospital", "hospice", "home_health_agency", "irf", "ltach")
    has_ccn = kind in ("snf", "hospital", "irf", "ltach", "hospice", "home_health_agency")
    row |= {
        "type_id": world.lookups["source_type"][kind],
        "parent_id": None if parent is None else parent[0].id,
        "owner_id": world.liaisons[owner].user_id,
        "territory_id": world.territories[territory],
        "npi": npi_of(number) if has_npi and number < _NPI_ROOM else None,
        "ccn": f"44{9000 + number}" if has_ccn and number < 1000 else None,
    }  # fmt: skip
    found = ReferralSource(**row)
    found.fill_search_columns()
    key = world.batch.add("referral_source", **row, name_key=found.name_key, find_text=found.find_text)
    potential = row["potential_per_month"]
    account = Account(key, kind, row["name"], place, owner, _USUAL if potential is None else potential)
    world.accounts.append(account)
    for provider, number_of in counts.items():
        world.batch.add("provider_count", source_id=key, provider_type=provider, providers=number_of)
    for weekday, opens, closes in _hours(dice, kind):
        world.batch.add("source_hours", source_id=key, weekday=weekday, opens=opens, closes=closes)
    return account


def _hours(dice: Random, kind: str) -> Iterator[tuple[int, time, time]]:
    if kind not in (*_WITH_PROVIDERS, "elder_law_attorney", "senior_centre") or dice.random() < 0.5:
        return
    opens, closes = time(dice.choice((8, 9)), dice.choice((0, 30))), time(dice.choice((16, 17)), 0)
    for weekday in range(5):
        yield weekday, opens, time(12) if weekday == 4 and kind == "physician_practice" else closes
