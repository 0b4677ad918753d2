"""What can be exported, and what is said of it. The names are the terminal's."""

from __future__ import annotations

from dataclasses import dataclass

from hhcrm.ui.exchange.words import counted


@dataclass(frozen=True, slots=True)
class ExportKind:
    """One table that goes out: what it is called, one and many of its rows, and what it can be limited by."""

    name: str
    label: str
    one: str
    many: str
    days: bool = False
    sources: bool = False
    archived: bool = False
    patients: bool = False

    def counted(self, count: int) -> str:
        """`14 sources`."""
        return f"{count:,} {self.one if count == 1 else self.many}"


EXPORT_KINDS = (
    ExportKind("sources", "Sources", "source", "sources", sources=True, archived=True),
    ExportKind("contacts", "Contacts", "contact", "contacts", sources=True, archived=True),
    ExportKind("visits", "Visits", "visit", "visits", days=True, sources=True, archived=True),
    ExportKind("referrals", "Referrals", "referral", "referrals", True, True, True, True),
    ExportKind("commitments", "Commitments", "commitment", "commitments", True, True, True),
    ExportKind("stages", "Stages of sources", "change of stage", "changes of stage", True, True),
    ExportKind("loops", "Loop updates", "loop update", "loop updates", True, True, True),
    ExportKind("history", "History", "change", "changes"),
    ExportKind("import-runs", "Imports", "import", "imports"),
    ExportKind("materials", "Materials", "material", "materials", archived=True),
    ExportKind("files", "Files", "file", "files", sources=True, archived=True),
    ExportKind("territories", "Territories", "territory", "territories", archived=True),
    ExportKind("users", "Users", "user", "users", archived=True),
    ExportKind("payers", "Payers accepted", "payer", "payers"),
    ExportKind("served-zips", "ZIP codes served", "ZIP code", "ZIP codes"),
    ExportKind("settings", "Settings", "setting", "settings"),
    ExportKind("holidays", "Holidays", "holiday", "holidays", days=True),
)

PATIENT_WORDS = (
    "Names, dates of birth and phone numbers of patients go into the file. That they left the program, when and by "
    "whom, is written into the journal."
)


def scope_words(kind: str, scope: str, sources: int) -> str:
    """How the export is limited: everything, the sources shown or selected, or what belongs to these."""
    if scope == "all":
        return "All sources" if kind == "sources" else "All, of every source"
    if kind == "sources":
        return f"The {sources:,} {scope}"
    return f"Those of the {counted(sources, 'sources')} {scope}"
