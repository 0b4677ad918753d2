"""What can be exported, and what is said of it. The names are the terminal's."""

from __future__ import annotations

from dataclasses import dataclass

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate
from hhcrm.ui.exchange.words import counted


@dataclass(frozen=True, slots=True)
class ExportKind:
    """One table that goes out: what it is called, one and many of its rows, and what it can be limited by."""

    name: str
    label: str
    one: str
    more: str
    many: str
    days: bool = False
    sources: bool = False
    archived: bool = False
    patients: bool = False

    def counted(self, count: int) -> str:
        """`14 sources`."""
        return translate("exchange", self.one if count == 1 else self.more).format(count=count)


EXPORT_KINDS = (
    ExportKind(
        "sources",
        QT_TRANSLATE_NOOP("exchange", "Sources"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} source"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} sources"),
        QT_TRANSLATE_NOOP("exchange", "sources"),
        sources=True,
        archived=True,
    ),
    ExportKind(
        "contacts",
        QT_TRANSLATE_NOOP("exchange", "Contacts"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} contact"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} contacts"),
        QT_TRANSLATE_NOOP("exchange", "contacts"),
        sources=True,
        archived=True,
    ),
    ExportKind(
        "visits",
        QT_TRANSLATE_NOOP("exchange", "Visits"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} visit"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} visits"),
        QT_TRANSLATE_NOOP("exchange", "visits"),
        days=True,
        sources=True,
        archived=True,
    ),
    ExportKind(
        "referrals",
        QT_TRANSLATE_NOOP("exchange", "Referrals"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} referral"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} referrals"),
        QT_TRANSLATE_NOOP("exchange", "referrals"),
        days=True,
        sources=True,
        archived=True,
        patients=True,
    ),
    ExportKind(
        "commitments",
        QT_TRANSLATE_NOOP("exchange", "Commitments"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} commitment"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} commitments"),
        QT_TRANSLATE_NOOP("exchange", "commitments"),
        days=True,
        sources=True,
        archived=True,
    ),
    ExportKind(
        "approaches",
        QT_TRANSLATE_NOOP("exchange", "Approaches"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} approach"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} approaches"),
        QT_TRANSLATE_NOOP("exchange", "approaches"),
        days=True,
        archived=True,
    ),
    ExportKind(
        "learned",
        QT_TRANSLATE_NOOP("exchange", "What was learned"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} note"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} notes"),
        QT_TRANSLATE_NOOP("exchange", "what was learned"),
        days=True,
        archived=True,
    ),
    ExportKind(
        "goals",
        QT_TRANSLATE_NOOP("exchange", "Goals"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} goal"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} goals"),
        QT_TRANSLATE_NOOP("exchange", "goals"),
        days=True,
        archived=True,
    ),
    ExportKind(
        "stages",
        QT_TRANSLATE_NOOP("exchange", "Stages of sources"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} change of stage"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} changes of stage"),
        QT_TRANSLATE_NOOP("exchange", "changes of stage"),
        days=True,
        sources=True,
    ),
    ExportKind(
        "loops",
        QT_TRANSLATE_NOOP("exchange", "Loop updates"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} loop update"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} loop updates"),
        QT_TRANSLATE_NOOP("exchange", "loop updates"),
        days=True,
        sources=True,
        archived=True,
    ),
    ExportKind(
        "history",
        QT_TRANSLATE_NOOP("exchange", "History"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} change"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} changes"),
        QT_TRANSLATE_NOOP("exchange", "changes"),
    ),
    ExportKind(
        "import-runs",
        QT_TRANSLATE_NOOP("exchange", "Imports"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} import"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} imports"),
        QT_TRANSLATE_NOOP("exchange", "imports"),
    ),
    ExportKind(
        "materials",
        QT_TRANSLATE_NOOP("exchange", "Materials"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} material"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} materials"),
        QT_TRANSLATE_NOOP("exchange", "materials"),
        archived=True,
    ),
    ExportKind(
        "files",
        QT_TRANSLATE_NOOP("exchange", "Files"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} file"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} files"),
        QT_TRANSLATE_NOOP("exchange", "files"),
        sources=True,
        archived=True,
    ),
    ExportKind(
        "territories",
        QT_TRANSLATE_NOOP("exchange", "Territories"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} territory"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} territories"),
        QT_TRANSLATE_NOOP("exchange", "territories"),
        archived=True,
    ),
    ExportKind(
        "users",
        QT_TRANSLATE_NOOP("exchange", "Users"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} user"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} users"),
        QT_TRANSLATE_NOOP("exchange", "users"),
        archived=True,
    ),
    ExportKind(
        "payers",
        QT_TRANSLATE_NOOP("exchange", "Payers accepted"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} payer"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} payers"),
        QT_TRANSLATE_NOOP("exchange", "payers"),
    ),
    ExportKind(
        "served-zips",
        QT_TRANSLATE_NOOP("exchange", "ZIP codes served"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} ZIP code"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} ZIP codes"),
        QT_TRANSLATE_NOOP("exchange", "ZIP codes"),
    ),
    ExportKind(
        "capacity",
        QT_TRANSLATE_NOOP("exchange", "Capacity of disciplines"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} word on capacity"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} words on capacity"),
        QT_TRANSLATE_NOOP("exchange", "words on capacity"),
    ),
    ExportKind(
        "service-lines",
        QT_TRANSLATE_NOOP("exchange", "Service lines"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} service line"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} service lines"),
        QT_TRANSLATE_NOOP("exchange", "service lines"),
        archived=True,
    ),
    ExportKind(
        "reviews",
        QT_TRANSLATE_NOOP("exchange", "Yearly reviews"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} review"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} reviews"),
        QT_TRANSLATE_NOOP("exchange", "reviews"),
        days=True,
    ),
    ExportKind(
        "settings",
        QT_TRANSLATE_NOOP("exchange", "Settings"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} setting"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} settings"),
        QT_TRANSLATE_NOOP("exchange", "settings"),
    ),
    ExportKind(
        "holidays",
        QT_TRANSLATE_NOOP("exchange", "Holidays"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} holiday"),
        QT_TRANSLATE_NOOP("exchange", "{count:,} holidays"),
        QT_TRANSLATE_NOOP("exchange", "holidays"),
        days=True,
    ),
)

PATIENT_WORDS = QT_TRANSLATE_NOOP(
    "exchange",
    "Names, dates of birth and phone numbers of patients go into the file. That they left the program, when and by "
    "whom, is written into the journal.",
)


def scope_words(kind: str, scope: str, sources: int, own: bool) -> str:
    """How the export is limited: everything, the rows shown or selected, or what belongs to the sources that are.

    `own` says that the rows shown are of this kind themselves.
    """
    if scope == "all":
        return (
            translate("exchange", "All sources") if kind == "sources" else translate("exchange", "All, of every source")
        )
    if own:
        words = (
            translate("exchange", "The {sources:,} shown")
            if scope == "shown"
            else translate("exchange", "The {sources:,} selected")
        )
        return words.format(sources=sources)
    words = (
        translate("exchange", "Those of the {sources} shown")
        if scope == "shown"
        else translate("exchange", "Those of the {sources} selected")
    )
    return words.format(sources=counted(sources, "sources"))
