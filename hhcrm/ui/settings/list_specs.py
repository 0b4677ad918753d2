"""The lists of an agency: what each is called, what is shown of its values, and what their form asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from hhcrm.domain.waterfall import field_contacts
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.domain.words import ReasonOwner
from hhcrm.queries.settings_models import ListValue
from hhcrm.ui.shared.columns import Column
from hhcrm.ui.shared.forms.blank import Blank


@dataclass(frozen=True, slots=True)
class ListLine:
    """One row of the table of a list: the value, and how many records use it (None: not counted yet)."""

    value: ListValue
    uses: Mapping[str, int] | None = None

    @property
    def id(self) -> int:
        """The value's key."""
        return self.value.id

    @property
    def used(self) -> int:
        """How many records use it."""
        return sum(self.uses.values()) if self.uses else 0


Columns = Callable[[], Sequence[Column[ListLine]]]


@dataclass(frozen=True, slots=True)
class ListSpec:
    """One list. `one` is what a value is called; `sentence` says what the list is for."""

    table: str
    title: str
    one: str
    sentence: str
    columns: Columns
    blanks: Callable[[ListValue | None], Sequence[Blank]]
    ordered: bool = True
    added_here: bool = True
    booleans: frozenset[str] = field(default_factory=frozenset)


_OWNERS: Mapping[ReasonOwner, str] = {
    ReasonOwner.OURS: QT_TRANSLATE_NOOP("settings", "ours"),
    ReasonOwner.SOURCE: QT_TRANSLATE_NOOP("settings", "the source's"),
    ReasonOwner.PATIENT: QT_TRANSLATE_NOOP("settings", "the patient's"),
    ReasonOwner.PAYER: QT_TRANSLATE_NOOP("settings", "the payer's"),
}

YES, NO = "yes", "no"


def list_specs() -> tuple[ListSpec, ...]:
    """All lists, in the order in which they are chosen from."""
    return (
        ListSpec(
            "source_type",
            translate("settings", "Source types"),
            translate("settings", "source type"),
            translate("settings", "What a source is decides how many visits make it active, and its cadence."),
            _type_columns,
            _type_blanks,
        ),
        ListSpec(
            "visit_kind",
            translate("settings", "Visit kinds"),
            translate("settings", "visit kind"),
            translate("settings", "Only kinds that count move the cadence and the visits towards active."),
            _kind_columns,
            _kind_blanks,
            booleans=frozenset({"counts"}),
        ),
        ListSpec(
            "contact_role",
            translate("settings", "Contact roles"),
            translate("settings", "contact role"),
            translate("settings", "What a person does at a source."),
            plain_columns,
            _plain_blanks,
        ),
        ListSpec(
            "service_line",
            translate("settings", "Service lines"),
            translate("settings", "service line"),
            translate("settings", "What you do. Payers are accepted for a line on the page What we take."),
            plain_columns,
            _plain_blanks,
        ),
        ListSpec(
            "payer",
            translate("settings", "Payers"),
            translate("settings", "payer"),
            translate("settings", "Who pays for the care of a patient."),
            plain_columns,
            _plain_blanks,
        ),
        ListSpec(
            "discipline",
            translate("settings", "Disciplines"),
            translate("settings", "discipline"),
            translate("settings", "Whose capacity is open, limited or closed."),
            plain_columns,
            _plain_blanks,
        ),
        ListSpec(
            "clinical_group",
            translate("settings", "Clinical groups"),
            translate("settings", "clinical group"),
            translate("settings", "The clinical groups of Medicare's payment model (PDGM)."),
            plain_columns,
            _plain_blanks,
        ),
        ListSpec(
            "decline_reason",
            translate("settings", "Decline reasons"),
            translate("settings", "decline reason"),
            translate("settings", "Why a referral was not admitted, and whose the reason is: reports part them so."),
            _reason_columns,
            _reason_blanks,
            booleans=frozenset({"needs_text", "needs_discipline"}),
        ),
        ListSpec(
            "material",
            translate("settings", "Materials"),
            translate("settings", "material"),
            translate("settings", "What you leave at a visit. New ones come with imported visits, or are added here."),
            _material_columns,
            _material_blanks,
            ordered=False,
        ),
    )


# --- what is shown


def _own(key: str) -> Callable[[ListLine], str]:
    return lambda line: str(line.value.extra.get(key) or "")


def _yes(key: str) -> Callable[[ListLine], str]:
    return lambda line: translate("settings", "yes") if line.value.extra.get(key) else translate("settings", "no")


def _used(line: ListLine) -> str:
    if line.uses is None:
        return ""
    return f"{line.used:,}" if line.used else ""


def _name_column() -> Column[ListLine]:
    return Column(
        "name",
        translate("settings", "Name"),
        140,
        lambda line: line.value.name,
        kind="strong",
        fills=True,
        second=lambda line: translate("settings", "retired") if line.value.retired_at is not None else "",
    )


def _used_column() -> Column[ListLine]:
    return Column("used", translate("settings", "In use by"), 84, _used, align="right", kind="number")


def plain_columns() -> Sequence[Column[ListLine]]:
    """Name and use."""
    return (_name_column(), _used_column())


def _type_columns() -> Sequence[Column[ListLine]]:
    return (
        _name_column(),
        Column(
            "visits",
            translate("settings", "Visits to active"),
            116,
            _own("visits_to_active"),
            align="right",
            kind="number",
        ),
        Column(
            "cadence",
            translate("settings", "Cadence"),
            88,
            lambda line: _days(line.value.extra.get("cadence_days")),
            align="right",
            kind="number",
        ),
        _used_column(),
    )


def _days(days: object) -> str:
    return "" if not days else translate("settings", "{days} days").format(days=days)


def _kind_columns() -> Sequence[Column[ListLine]]:
    return (
        _name_column(),
        Column("counts", translate("settings", "Counts"), 72, _yes("counts")),
        Column("minutes", translate("settings", "Minutes"), 80, _own("minutes"), align="right", kind="number"),
        _used_column(),
    )


def _reason_columns() -> Sequence[Column[ListLine]]:
    return (
        _name_column(),
        Column("owner", translate("settings", "Whose it is"), 104, lambda line: _owner_words(line.value)),
        _used_column(),
    )


def _owner_words(value: ListValue) -> str:
    owner = value.extra.get("owner")
    return translate("settings", _OWNERS[ReasonOwner(owner)]) if owner else ""


def _material_columns() -> Sequence[Column[ListLine]]:
    return (
        _name_column(),
        Column("kind", translate("settings", "Kind"), 96, _own("kind")),
        Column("edition", translate("settings", "Version"), 80, _own("edition")),
        _used_column(),
    )


# --- what is asked for


def _name_blank() -> Blank:
    return Blank("name", translate("settings", "Name"), required=True, wide=True)


def _synonyms_blank() -> Blank:
    return Blank(
        "synonyms",
        translate("settings", "Other spellings"),
        wide=True,
        hint=translate("settings", "What imported lists call it, parted by semicolons"),
    )


def _plain_blanks(_value: ListValue | None) -> Sequence[Blank]:
    return (_name_blank(), _synonyms_blank())


def _type_blanks(value: ListValue | None) -> Sequence[Blank]:
    reported = field_contacts(value.code) if value is not None else ""
    return (
        _name_blank(),
        Blank(
            "visits_to_active",
            translate("settings", "Visits that make one active"),
            required=True,
            wide=True,
            hint=reported or translate("settings", "5 where nothing else is known"),
        ),
        Blank(
            "cadence_days",
            translate("settings", "Cadence in days"),
            wide=True,
            hint=translate(
                "settings", "Blank: the agency's own. A source's own cadence and that of its tier come first."
            ),
        ),
        Blank(
            "bed_rate",
            translate("settings", "Referrals a month for each bed"),
            section=translate("settings", "Guessed potential"),
        ),
        Blank("provider_rate", translate("settings", "For each provider")),
        _synonyms_blank(),
    )


def _flag(key: str, label: str, hint: str = "") -> Blank:
    choices = ((YES, translate("settings", "yes")), (NO, translate("settings", "no")))
    return Blank(key, label, "choice", choices, hint=hint)


def _kind_blanks(_value: ListValue | None) -> Sequence[Blank]:
    return (
        _name_blank(),
        _flag("counts", translate("settings", "Counts towards cadence and active")),
        Blank("minutes", translate("settings", "Minutes it usually takes"), required=True),
        _synonyms_blank(),
    )


def _reason_blanks(_value: ListValue | None) -> Sequence[Blank]:
    owners = tuple((str(owner), translate("settings", words)) for owner, words in _OWNERS.items())
    return (
        _name_blank(),
        Blank("owner", translate("settings", "Whose reason it is"), "choice", owners, required=True, wide=True),
        _flag("needs_text", translate("settings", "Asks for a few words")),
        _flag("needs_discipline", translate("settings", "Asks for the discipline")),
        _synonyms_blank(),
    )


def _material_blanks(_value: ListValue | None) -> Sequence[Blank]:
    return (
        _name_blank(),
        Blank(
            "kind", translate("settings", "Kind"), required=True, hint=translate("settings", "handout, brochure ...")
        ),
        Blank("edition", translate("settings", "Version")),
    )
