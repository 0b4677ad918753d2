"""People at the sample's sources: roles that fit the place, several numbers and addresses, some at several places."""

from __future__ import annotations

from random import Random

from hhcrm.domain.text import name_key
from hhcrm.domain.words import BuyingRole, Channel, EmailKind, PhoneKind
from hhcrm.models.contacts import contact_search_text
from hhcrm.services.sample.names import FIRST_NAMES, LAST_NAMES
from hhcrm.services.sample.phrases import CONTACT_NEEDS
from hhcrm.services.sample.world import Account, Person, World

# The roles one meets at a place, the most important first.
_CLINICAL = ("case_manager", "discharge_planner", "social_worker", "physician", "nurse", "np_pa")
_OFFICE = ("office_manager", "physician", "nurse", "np_pa", "physician", "case_manager")
_HOUSE = ("executive_director", "nurse", "administrator", "social_worker", "other")
_DESK = ("administrator", "case_manager", "social_worker", "other")
_ROLES: dict[str, tuple[str, ...]] = {
    "snf": ("social_worker", "administrator", "discharge_planner", "nurse", "physician", "case_manager"),
    "hospital": _CLINICAL, "hospital_unit": _CLINICAL, "irf": _CLINICAL, "ltach": _CLINICAL,
    "physician_practice": _OFFICE, "clinic": _OFFICE, "wound_centre": _OFFICE,
    "dialysis_centre": ("social_worker", "nurse", "physician", "administrator"),
    "assisted_living": _HOUSE, "independent_living": _HOUSE, "memory_care": _HOUSE,
}  # fmt: skip
_BUYING = {
    "physician": (BuyingRole.DECISION_MAKER, BuyingRole.INFLUENCER),
    "np_pa": (BuyingRole.INFLUENCER, BuyingRole.DECISION_MAKER),
    "case_manager": (BuyingRole.DECISION_MAKER, BuyingRole.CHAMPION),
    "discharge_planner": (BuyingRole.DECISION_MAKER, BuyingRole.CHAMPION),
    "social_worker": (BuyingRole.INFLUENCER, BuyingRole.CHAMPION),
    "office_manager": (BuyingRole.GATEKEEPER, BuyingRole.INFLUENCER),
    "executive_director": (BuyingRole.DECISION_MAKER, BuyingRole.CHAMPION),
}  # fmt: skip
_CREDENTIALS = {
    "physician": ("MD", "MD", "DO"), "np_pa": ("NP-C", "PA-C", "FNP"), "nurse": ("RN", "LPN", "RN, BSN"),
    "social_worker": ("LCSW", "LMSW", "MSW"), "case_manager": ("RN, CCM", "CCM", "RN"),
    "discharge_planner": ("RN", "LMSW"), "administrator": ("LNHA", "MBA"),
}  # fmt: skip
_DEPARTMENTS = ("Case Management", "Social Services", "Front Office", "Nursing", "Therapy")
_CHANNELS = (Channel.IN_PERSON, Channel.PHONE, Channel.TEXT, Channel.EMAIL, Channel.FAX)
_HOW_MANY = (1, 2, 2, 2, 3, 3, 4)
_BIG = ("hospital", "snf", "irf")
_ALSO_ELSEWHERE = 0.09


def npi_of(number: int) -> str:
    """A valid NPI from the range that has never been given out (100000....)."""
    body = f"100000{number:03d}"
    total = 24
    for place, digit in enumerate(body):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return body + str(-total % 10)


def add_people(world: World) -> None:
    """Give each source its people; a few of them work at a second and a third source too."""
    dice = world.chance("people")
    used: set[str] = set()
    npis = iter(range(200, 1000))
    everybody: list[Person] = []
    for account in world.accounts:
        count = dice.choice(_HOW_MANY) + (2 if account.kind in _BIG else 0)
        roles = _ROLES.get(account.kind, _DESK)
        for place in range(count):
            role = roles[place % len(roles)] if place < 2 else dice.choice(roles)
            if everybody and place and dice.random() < _ALSO_ELSEWHERE:
                person = dice.choice(everybody)
                if person in account.people:
                    continue
            else:
                number = next(npis, None) if role in ("physician", "np_pa") else None
                person = _person(world, dice, role, number, used, account)
                everybody.append(person)
            _affiliate(world, dice, account, person)


def _person(world: World, dice: Random, role: str, number: int | None, used: set[str], account: Account) -> Person:
    first, last = _new_name(dice, used)
    credentials = dice.choice(_CREDENTIALS[role]) if role in _CREDENTIALS and dice.random() < 0.9 else None
    npi = None if number is None else npi_of(number)
    buying = dice.choice(_BUYING.get(role, (BuyingRole.UNKNOWN,))) if dice.random() < 0.7 else BuyingRole.UNKNOWN
    needs = dice.choice(CONTACT_NEEDS) if dice.random() < 0.3 else None
    phones = _phones(dice)
    emails = _emails(dice, first, last, account)
    key = world.batch.add(
        "contact",
        first_name=first, last_name=last, credentials=credentials,
        role_id=world.lookups["contact_role"][role],
        buying_role=buying,
        preferred_channel=dice.choice(_CHANNELS) if dice.random() < 0.6 else None,
        npi=npi, needs=needs, notes=None,
        name_key=name_key(f"{last} {first}"), first_key=name_key(first),
        find_text=contact_search_text(first, last, credentials, npi, needs, None, [n for _, n in phones], emails),
    )  # fmt: skip
    for position, (kind, phone) in enumerate(phones):
        world.batch.add("contact_phone", contact_id=key, kind=kind, number=phone, position=position)
    for position, address in enumerate(emails):
        of = EmailKind.HOME if address.endswith("@mail.example") else EmailKind.WORK
        world.batch.add("contact_email", contact_id=key, kind=of, address=address, position=position)
    return Person(key, first, role, npi)


def _new_name(dice: Random, used: set[str]) -> tuple[str, str]:
    while True:
        first, last = dice.choice(FIRST_NAMES), dice.choice(LAST_NAMES)
        # In a very large sample two people may share a name, as they do in life.
        if f"{first} {last}" not in used or len(used) > len(FIRST_NAMES) * len(LAST_NAMES) // 2:
            used.add(f"{first} {last}")
            return first, last


def phone_number(dice: Random, extension: bool = False) -> str:
    """A number from the hundred that are kept free for made-up people."""
    number = f"({dice.choice(('615', '629', '931'))}) 555-01{dice.randrange(100):02d}"
    return f"{number} x{dice.randrange(100, 980)}" if extension else number


def _phones(dice: Random) -> list[tuple[PhoneKind, str]]:
    phones = [(PhoneKind.WORK, phone_number(dice, extension=dice.random() < 0.6))]
    if dice.random() < 0.45:
        phones.append((PhoneKind.MOBILE, phone_number(dice)))
    if dice.random() < 0.15:
        phones.append((PhoneKind.FAX, phone_number(dice)))
    return phones


def _emails(dice: Random, first: str, last: str, account: Account) -> list[str]:
    plain = last.lower().replace("'", "")
    emails = []
    if dice.random() < 0.7:
        emails.append(f"{first[0].lower()}{plain}@{domain_of(account.name)}")
    if dice.random() < 0.12:
        emails.append(f"{first.lower()}.{plain}@mail.example")
    return emails


def domain_of(name: str) -> str:
    """A mail domain that can never exist."""
    return "".join(word for word in name_key(name).split()[:2]) + ".example"


def _affiliate(world: World, dice: Random, account: Account, person: Person) -> None:
    left = dice.random() < 0.05
    began = world.begin.replace(year=world.begin.year - dice.randrange(1, 6))
    world.batch.add(
        "affiliation",
        contact_id=person.id, source_id=account.id,
        role_id=world.lookups["contact_role"][person.role] if dice.random() < 0.8 else None,
        title=None,
        department=dice.choice(_DEPARTMENTS) if dice.random() < 0.25 else None,
        from_on=began if dice.random() < 0.5 else None,
        until_on=world.yesterday if left and account.people else None,
    )  # fmt: skip
    account.people.append(person)
