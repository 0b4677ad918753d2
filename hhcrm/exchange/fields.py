"""The columns of the four kinds of records that go out and come in (interfaces.md, CSV columns)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hhcrm.domain.words import (
    AdmissionSource,
    Advance,
    Ask,
    BusinessLine,
    BuyingRole,
    Channel,
    PotentialBasis,
    ReasonOwner,
    ReferralStage,
    SourceStage,
    Tier,
    VisitStatus,
)


class RecordKind(StrEnum):
    """The kinds of records that a file holds."""

    SOURCES = "sources"
    CONTACTS = "contacts"
    VISITS = "visits"
    REFERRALS = "referrals"


class FieldKind(StrEnum):
    """What a cell of a column holds, and so what its text is read as.

    ID int; TEXT, CODE, NPI, CCN, ZIP, PHONE, EMAIL str; DAY date; TIME time; INSTANT datetime (naive without an offset)
    or a date alone; MONEY int cents; WHOLE int; NUMBER float; YESNO bool; CHOICE the stored word; LOOKUP the text,
    to be found in an agency's own table; LIST tuple of str. A blank cell is None, or () where several may stand.
    """

    ID = "id"
    TEXT = "text"
    CODE = "code"
    DAY = "day"
    INSTANT = "instant"
    TIME = "time"
    MONEY = "money"
    WHOLE = "whole"
    NUMBER = "number"
    YESNO = "yesno"
    CHOICE = "choice"
    LOOKUP = "lookup"
    LIST = "list"
    PHONE = "phone"
    ZIP = "zip"
    NPI = "npi"
    CCN = "ccn"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Choice:
    """One fixed word, and what other lists call it."""

    value: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One column. `synonyms` are other programs' header names, best first, in any spelling.

    `many`: several values in one cell, and several columns of a file may fill it. `lookup` names the agency's table
    that a LOOKUP is found in, as in `hhcrm.domain.starting_rows`. `only_in` columns are understood on import and never
    written. `identifier` columns hold patient identifiers. `low` and `high` bound a number.
    """

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    synonyms: tuple[str, ...] = ()
    many: bool = False
    choices: tuple[Choice, ...] = ()
    lookup: str = ""
    only_in: bool = False
    identifier: bool = False
    full_year: bool = False
    low: float | None = None
    high: float | None = None


def fields_of(kind: RecordKind) -> tuple[Field, ...]:
    """All fields of a kind, those that only an import understands last."""
    return _FIELDS[kind]


def field_of(kind: RecordKind, name: str) -> Field:
    """One field by its name. Raises KeyError."""
    return _BY_NAME[kind][name]


def columns_of(kind: RecordKind, *, identifiers: bool = False) -> tuple[str, ...]:
    """The header of an exported file."""
    return tuple(field.name for field in _FIELDS[kind] if not field.only_in and (identifiers or not field.identifier))


_CAPITALS = {"npi": "NPI", "ccn": "CCN", "zip": "ZIP", "soc": "SOC", "id": "ID", "email": "E-mail"}
_K = FieldKind


def _label(name: str) -> str:
    words = [_CAPITALS.get(word, word) for word in name.removesuffix("_on").removesuffix("_at").split("_")]
    return words[0][:1].upper() + " ".join(words)[1:]


def _f(
    name: str,
    kind: FieldKind = FieldKind.TEXT,
    synonyms: str = "",
    *,
    choices: tuple[Choice, ...] = (),
    label: str = "",
    required: bool = False,
    many: bool = False,
    lookup: str = "",
    only_in: bool = False,
    identifier: bool = False,
    full_year: bool = False,
    low: float | None = None,
    high: float | None = None,
) -> Field:
    """A field with its synonyms in one string, separated by `|`."""
    names = tuple(part for part in synonyms.split("|") if part)
    return Field(
        name,
        label or _label(name),
        kind,
        required,
        names,
        many or kind is FieldKind.LIST,
        choices,
        lookup,
        only_in,
        identifier,
        full_year,
        low,
        high,
    )


def _words(values: Iterable[StrEnum], **synonyms: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(value.value, tuple(part for part in synonyms.get(value.name.lower(), "").split("|") if part))
        for value in values
    )


_STAGES = _words(SourceStage, prospective="prospect|new|target", active="current|referring", inactive="lost|closed")
_BASES = _words(PotentialBasis, told_us="told", public_data="public|cms", unknown="guess|estimate")
_BUYING = _words(
    BuyingRole,
    decision_maker="decisionmaker|dm|decides",
    gatekeeper="gate keeper|blocker",
    unknown="none|other",
)
_CHANNELS = _words(
    Channel,
    in_person="visit|face to face|person",
    phone="call|telephone|work phone|mobile",
    text="sms|text message",
    email="email|mail",
)
_STATUSES = _words(
    VisitStatus,
    planned="scheduled|open|not started|in progress",
    completed="done|complete|held|closed|connected",
    missed="no show|noshow|not held",
    cancelled="canceled|cancel",
)
_LINES = _words(
    BusinessLine,
    government="government|medicare|medicaid|medicare and medicaid|medicare medicaid",
    private_pay="private|private duty",
)
_ASKS = _words(Ask, not_asked="no|none|n", asked="yes|y", agreed="agree|accepted", declined="refused")
_ADVANCES = _words(
    Advance, advance="advanced|forward|positive", continuation="continued|neutral", setback="set back|negative"
)
_ADMISSION = _words(
    AdmissionSource, institutional="institution|facility|inpatient|hospital", community="home|physician office"
)
_REFERRAL_STAGES = _words(
    ReferralStage,
    received="new|pending",
    under_review="review|in review|reviewing",
    scheduled="soc scheduled",
    admitted="admit|admission|start of care|started",
    not_admitted="non admit|nonadmit|not taken|declined|denied|rejected|lost|nta|not taken under care",
    on_hold="hold|waiting",
)
_OWNERS = _words(ReasonOwner, ours="our|us|agency", source="the source's|facility|referrer", payer="insurance")

_SOURCE_NAMES = (
    "referral source|ref source|referral source name|referring facility|facility name|facility|account name|account|"
    "organization name|organisation name|organization|organisation|org name|org nm|company name|company|practice|"
    "practice name|hospital|provider organization name legal business name|referred by|customer|client"
)
_LIAISONS = "liaison name|marketer|account executive|sales rep|rep|representative|owner|assigned to|user|activity owner"
_CONTACT_SOURCE_ZIP = (
    "zip|zip code|postal code|business postal code|work zip code|work zipcode|address 1 postal code|"
    "facility zip|source zip|provider business practice location address postal code|"
    "provider business mailing address postal code"
)

_SOURCES = (
    _f("source_id", _K.ID),
    _f(
        "name",
        required=True,
        synonyms="source|source name|facility name|facility|hospital name|provider name|account name|account|"
        "organization name|organisation name|org name|org nm|ref source|referral source|referral source name|"
        "company name|company|organization|organisation|practice name|practice|agency name|"
        "provider organization name legal business name|legal business name|provider other organization name|"
        "business name|customer|client|display name",
    ),
    _f(
        "type",
        _K.LOOKUP,
        "source type|facility type|hospital type|account type|organization type|org type|referral source type|"
        "category|kind|industry",
        lookup="SOURCE_TYPES",
    ),
    _f("parent", synonyms="parent source|parent account|parent company|chain name|health system|system|group"),
    _f("stage", _K.CHOICE, "status|account status|lifecycle stage|source stage", choices=_STAGES),
    _f("owner", synonyms="liaison|marketer|account executive|account owner|company owner|sales rep|rep|assigned to"),
    _f("territory", synonyms="region|area|zone|sales territory"),
    _f("tier", _K.CHOICE, "priority|rank|grade|class|rating", choices=_words(Tier)),
    _f("cadence_days", _K.WHOLE, "cadence|visit every days|frequency|call frequency", low=7, high=180),
    _f(
        "potential_per_month",
        _K.NUMBER,
        "potential|monthly potential|potential referrals|referral potential|potential month",
        low=0,
        high=10_000,
    ),
    _f("potential_basis", _K.CHOICE, "basis", choices=_BASES),
    _f(
        "providers",
        _K.WHOLE,
        "number of providers|providers count|physicians|number of physicians|num org mem|doctors",
        low=0,
        high=100_000,
    ),
    _f(
        "beds",
        _K.WHOLE,
        "number of certified beds|number of beds|certified beds|licensed beds|bed count|total beds",
        low=0,
        high=100_000,
    ),
    _f(
        "address",
        synonyms="street|street address|address 1|address line 1|provider address|facility address|business street|"
        "work address|business address|address 1 street|adr ln 1|mailing street|billing street|"
        "provider first line business practice location address|full street address|"
        "provider first line business mailing address|home street",
    ),
    _f(
        "city",
        synonyms="city town|town|provider city|business city|work city|address 1 city|cty|billing city|"
        "provider business practice location address city name|provider business mailing address city name",
    ),
    _f(
        "state",
        synonyms="st|state region|provider state|business state|work state|address 1 region|province|billing state|"
        "provider business practice location address state name|provider business mailing address state name",
    ),
    _f(
        "zip",
        _K.ZIP,
        "zip code|zipcode|postal code|postcode|provider zip code|business postal code|work zip code|work zipcode|"
        "address 1 postal code|billing zip|provider business practice location address postal code|"
        "provider business mailing address postal code|home postal code",
    ),
    _f(
        "phone",
        _K.PHONE,
        "telephone number|phone number|phone no|telephone no|telephone|main phone|provider phone number|"
        "business phone|work phone|"
        "company main phone|phone 1 value|phn numbr|tel|office phone|"
        "provider business practice location address telephone number|"
        "provider business mailing address telephone number",
    ),
    _f(
        "fax",
        _K.PHONE,
        "fax number|business fax|facsimile|provider business practice location address fax number|"
        "provider business mailing address fax number",
    ),
    _f("email", _K.EMAIL, "e mail|email address|e mail address|primary email|e mail 1 value"),
    _f("website", synonyms="website url|web page|web site|url|homepage|web page 1|company domain name|domain"),
    _f("npi", _K.NPI, "npi number|organization npi|facility npi|national provider identifier"),
    _f(
        "ccn",
        _K.CCN,
        "cms certification number ccn|cms certification number|federal provider number|facility id|provider id|"
        "provider number|medicare provider number|medicare number|cms id",
    ),
    _f("tags", _K.LIST, "labels|categories|keywords|tag"),
    _f("notes", synonyms="note|comments|comment|description|remarks|memo"),
    _f("created_on", _K.DAY, "created|create date|date added|created date|date created|since"),
    _f("archived", _K.YESNO, "is archived|deleted|inactive"),
)

_CONTACTS = (
    _f("contact_id", _K.ID),
    _f(
        "first_name",
        synonyms="first|given name|firstname|frst nm|fname|forename|provider first name",
    ),
    _f(
        "last_name",
        required=True,
        synonyms="last|surname|family name|lastname|lst nm|lname|provider last name legal name|provider last name",
    ),
    _f(
        "credentials",
        synonyms="credential|cred|provider credential text|degree|name suffix|suffix|suff|"
        "provider name suffix text|post nominals",
    ),
    _f("role", _K.LOOKUP, "contact role|contact type|function|type|provider type", lookup="CONTACT_ROLES"),
    _f("buying_role", _K.CHOICE, "influence|buyer role|decision role", choices=_BUYING),
    _f("source_id", _K.ID),
    _f("source", synonyms=_SOURCE_NAMES + "|associated company|hosp afl lbn 1|associated company domain"),
    _f(
        "title",
        synonyms="job title|position|organization title|jobtitle|occupation|profession|title|pri spec|specialty|"
        "provider taxonomy",
    ),
    _f("department", synonyms="dept|organization department|unit|floor"),
    _f("from_on", _K.DAY, "from|from date|since|start date", label="From"),
    _f("until_on", _K.DAY, "until|until date|to|end date|left on", label="Until"),
    _f("npi", _K.NPI, "npi number|individual npi|national provider identifier"),
    _f(
        "phone",
        _K.PHONE,
        "business phone|work phone|office phone|phone no|telephone no|phone number|telephone number|telephone|"
        "phn numbr|primary phone|"
        "phone 1 value|phone 2 value|phone 3 value|phone 4 value|business phone 2|work phone 2|direct phone|"
        "home phone|home phone 2|other phone|tel|company main phone|"
        "provider business practice location address telephone number",
        many=True,
    ),
    _f(
        "mobile",
        _K.PHONE,
        "mobile phone|cell|cell phone|mobile number|mobile phone number|cellular|cellphone",
        many=True,
    ),
    _f(
        "email",
        _K.EMAIL,
        "e mail|email address|e mail address|primary email|secondary email|e mail 1 value|e mail 2 value|"
        "e mail 3 value|e mail 2 address|e mail 3 address|work email|email 2|personal email",
        many=True,
    ),
    _f(
        "fax",
        _K.PHONE,
        "fax number|business fax|work fax|home fax|other fax|provider business practice location address fax number",
    ),
    _f("preferred_channel", _K.CHOICE, "preferred contact method|contact preference|channel", choices=_CHANNELS),
    _f("needs", synonyms="wants|needs and wants|pain points"),
    _f("notes", synonyms="note|comments|comment|description|remarks|memo"),
    _f("archived", _K.YESNO, "is archived|deleted"),
    _f("full_name", synonyms="name|contact name|contact|display name|file as|person", only_in=True),
    _f("source_zip", _K.ZIP, _CONTACT_SOURCE_ZIP, only_in=True),
)

_VISITS = (
    _f("visit_id", _K.ID),
    _f("source_id", _K.ID),
    _f("source", required=True, synonyms=_SOURCE_NAMES + "|name"),
    _f("contacts", _K.LIST, "contact|contact name|who|attendees|met with|person|people|associated contact email"),
    _f("liaison", synonyms=_LIAISONS),
    _f("kind", _K.LOOKUP, "type|visit type|activity type|activity|visit kind|call type", lookup="VISIT_KINDS"),
    _f("status", _K.CHOICE, "visit status|task status|state|outcome status", choices=_STATUSES),
    _f("date", _K.DAY, "visit date|activity date|day|date of visit|when|call date|start date|due date", required=True),
    _f("time", _K.TIME, "visit time|start time|at"),
    _f("minutes", _K.WHOLE, "duration|duration minutes|visit minutes|length", low=0, high=1440),
    _f("travel_minutes", _K.WHOLE, "travel time|drive minutes|drive time", low=0, high=1440),
    _f("miles", _K.NUMBER, "mileage|distance", low=0, high=5000),
    _f("purpose", synonyms="subject|reason for visit|objective|topic|call meeting title subject"),
    _f("line", _K.CHOICE, "business line|line of business", choices=_LINES),
    _f("ask", _K.CHOICE, "asked|asked for referrals|ask for referrals", choices=_ASKS),
    _f("advance", _K.CHOICE, "result|outcome|visit outcome|meeting outcome", choices=_ADVANCES),
    _f("notes", synonyms="note|comments|comment|description|remarks|memo|notes description|summary"),
    _f("materials", _K.LIST, "handouts|material|collateral|left behind|brochures"),
    _f("next_step", synonyms="next steps|follow up|next action|next"),
    _f("source_zip", _K.ZIP, "zip|zip code|postal code|facility zip", only_in=True),
)

_REFERRALS = (
    _f("referral_id", _K.ID),
    _f("source_id", _K.ID),
    _f("source", required=True, synonyms=_SOURCE_NAMES + "|referred from"),
    _f("contact", synonyms="referring contact|referring physician|physician|referrer|contact name|ordering physician"),
    _f("liaison", synonyms=_LIAISONS),
    _f(
        "heard_at",
        _K.INSTANT,
        "referral date|date of referral|referred on|heard|first heard|date|referral received|received|received on|"
        "created|create date",
        required=True,
    ),
    _f("authorized_at", _K.INSTANT, "authorization date|authorized|authorization received|auth date|authorised at"),
    _f("service_line", _K.LOOKUP, "service|line|program|line of service|service type", lookup="SERVICE_LINES"),
    _f("payer", _K.LOOKUP, "payor|insurance|primary payer|primary insurance|payer name", lookup="PAYERS"),
    _f("zip", _K.ZIP, "zip code|patient zip|postal code|zipcode|patient zip code"),
    _f("clinical_group", _K.LOOKUP, "pdgm group|pdgm clinical group|clinical grouping", lookup="CLINICAL_GROUPS"),
    _f("admission_source", _K.CHOICE, "admit source|pdgm admission source", choices=_ADMISSION),
    _f("diagnosis", synonyms="primary diagnosis|dx|icd 10|icd10|primary dx|icd 10 code"),
    _f("stage", _K.CHOICE, "status|referral status|referral stage|outcome", choices=_REFERRAL_STAGES),
    _f(
        "reason",
        _K.LOOKUP,
        "decline reason|non admit reason|not admitted reason|reason not admitted|closed lost reason",
        lookup="DECLINE_REASONS",
    ),
    _f("reason_owner", _K.CHOICE, "whose reason", choices=_OWNERS),
    _f("decided_at", _K.INSTANT, "decision date|decided|accepted date|decided on"),
    _f("ordered_soc", _K.DAY, "ordered soc date|ordered start of care|m0102", label="Ordered SOC"),
    _f("discharged_on", _K.INSTANT, "discharge date|inpatient discharge date|hospital discharge|m1005"),
    _f("soc_on", _K.INSTANT, "soc|soc date|start of care|start of care date|admit date|admission date|m0030"),
    _f("ended_on", _K.DAY, "end date|end of care|agency discharge date|ended"),
    _f("satisfaction", _K.WHOLE, "satisfaction score|score", low=0, high=10),
    _f("readmitted_on", _K.DAY, "readmission date|readmitted|hospital readmission"),
    _f("notes", synonyms="note|comments|comment|description|remarks|memo"),
    _f("patient_name", synonyms="patient|client name|patient full name", identifier=True),
    _f("date_of_birth", _K.DAY, "dob|birth date|birthday|patient dob", identifier=True, full_year=True),
    _f("phone", _K.PHONE, "patient phone|telephone|phone number", identifier=True),
    _f("source_zip", _K.ZIP, "facility zip|facility zip code", only_in=True),
)

_FIELDS = {
    RecordKind.SOURCES: _SOURCES,
    RecordKind.CONTACTS: _CONTACTS,
    RecordKind.VISITS: _VISITS,
    RecordKind.REFERRALS: _REFERRALS,
}
_BY_NAME = {kind: {field.name: field for field in fields} for kind, fields in _FIELDS.items()}
