"""What people call the records: for faults and for counts in words."""

from __future__ import annotations

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate

NOUNS = (
    QT_TRANSLATE_NOOP("nouns", "affiliation"),
    QT_TRANSLATE_NOOP("nouns", "app user"),
    QT_TRANSLATE_NOOP("nouns", "approach"),
    QT_TRANSLATE_NOOP("nouns", "approach note"),
    QT_TRANSLATE_NOOP("nouns", "approach source"),
    QT_TRANSLATE_NOOP("nouns", "attachment"),
    QT_TRANSLATE_NOOP("nouns", "clinical group"),
    QT_TRANSLATE_NOOP("nouns", "cohort"),
    QT_TRANSLATE_NOOP("nouns", "cohort member"),
    QT_TRANSLATE_NOOP("nouns", "commitment"),
    QT_TRANSLATE_NOOP("nouns", "contact"),
    QT_TRANSLATE_NOOP("nouns", "contact email"),
    QT_TRANSLATE_NOOP("nouns", "contact phone"),
    QT_TRANSLATE_NOOP("nouns", "contact role"),
    QT_TRANSLATE_NOOP("nouns", "decline reason"),
    QT_TRANSLATE_NOOP("nouns", "discipline"),
    QT_TRANSLATE_NOOP("nouns", "discipline capacity"),
    QT_TRANSLATE_NOOP("nouns", "event"),
    QT_TRANSLATE_NOOP("nouns", "file"),
    QT_TRANSLATE_NOOP("nouns", "goal"),
    QT_TRANSLATE_NOOP("nouns", "holiday"),
    QT_TRANSLATE_NOOP("nouns", "import mapping"),
    QT_TRANSLATE_NOOP("nouns", "import run"),
    QT_TRANSLATE_NOOP("nouns", "kind of visit"),
    QT_TRANSLATE_NOOP("nouns", "loop update"),
    QT_TRANSLATE_NOOP("nouns", "material"),
    QT_TRANSLATE_NOOP("nouns", "note"),
    QT_TRANSLATE_NOOP("nouns", "payer"),
    QT_TRANSLATE_NOOP("nouns", "payer acceptance"),
    QT_TRANSLATE_NOOP("nouns", "person"),
    QT_TRANSLATE_NOOP("nouns", "person's place at the source"),
    QT_TRANSLATE_NOOP("nouns", "pilot"),
    QT_TRANSLATE_NOOP("nouns", "pilot standard"),
    QT_TRANSLATE_NOOP("nouns", "planned visit"),
    QT_TRANSLATE_NOOP("nouns", "policy review"),
    QT_TRANSLATE_NOOP("nouns", "provider count"),
    QT_TRANSLATE_NOOP("nouns", "record"),
    QT_TRANSLATE_NOOP("nouns", "referral"),
    QT_TRANSLATE_NOOP("nouns", "referral discipline"),
    QT_TRANSLATE_NOOP("nouns", "referral patient"),
    QT_TRANSLATE_NOOP("nouns", "referral stage entry"),
    QT_TRANSLATE_NOOP("nouns", "saved view"),
    QT_TRANSLATE_NOOP("nouns", "served zip"),
    QT_TRANSLATE_NOOP("nouns", "service line"),
    QT_TRANSLATE_NOOP("nouns", "setting"),
    QT_TRANSLATE_NOOP("nouns", "source"),
    QT_TRANSLATE_NOOP("nouns", "source hours"),
    QT_TRANSLATE_NOOP("nouns", "source stage change"),
    QT_TRANSLATE_NOOP("nouns", "source type"),
    QT_TRANSLATE_NOOP("nouns", "team"),
    QT_TRANSLATE_NOOP("nouns", "territory"),
    QT_TRANSLATE_NOOP("nouns", "territory zip"),
    QT_TRANSLATE_NOOP("nouns", "time off"),
    QT_TRANSLATE_NOOP("nouns", "value"),
    QT_TRANSLATE_NOOP("nouns", "view"),
    QT_TRANSLATE_NOOP("nouns", "visit"),
    QT_TRANSLATE_NOOP("nouns", "visit contact"),
    QT_TRANSLATE_NOOP("nouns", "visit kind"),
    QT_TRANSLATE_NOOP("nouns", "visit material"),
    QT_TRANSLATE_NOOP("nouns", "user"),
    QT_TRANSLATE_NOOP("nouns", "admission source"),
)
"""Every kind of record; a test holds the tables against it."""

_COUNTED = {
    "source": (QT_TRANSLATE_NOOP("nouns", "{count:,} source"), QT_TRANSLATE_NOOP("nouns", "{count:,} sources")),
    "person": (QT_TRANSLATE_NOOP("nouns", "{count:,} person"), QT_TRANSLATE_NOOP("nouns", "{count:,} people")),
    "event": (QT_TRANSLATE_NOOP("nouns", "{count:,} event"), QT_TRANSLATE_NOOP("nouns", "{count:,} events")),
    "visit": (QT_TRANSLATE_NOOP("nouns", "{count:,} visit"), QT_TRANSLATE_NOOP("nouns", "{count:,} visits")),
    "commitment": (
        QT_TRANSLATE_NOOP("nouns", "{count:,} commitment"),
        QT_TRANSLATE_NOOP("nouns", "{count:,} commitments"),
    ),
    "pilot": (QT_TRANSLATE_NOOP("nouns", "{count:,} pilot"), QT_TRANSLATE_NOOP("nouns", "{count:,} pilots")),
    "approach": (
        QT_TRANSLATE_NOOP("nouns", "{count:,} approach"),
        QT_TRANSLATE_NOOP("nouns", "{count:,} approaches"),
    ),
    "note": (QT_TRANSLATE_NOOP("nouns", "{count:,} note"), QT_TRANSLATE_NOOP("nouns", "{count:,} notes")),
    "goal": (QT_TRANSLATE_NOOP("nouns", "{count:,} goal"), QT_TRANSLATE_NOOP("nouns", "{count:,} goals")),
    "file": (QT_TRANSLATE_NOOP("nouns", "{count:,} file"), QT_TRANSLATE_NOOP("nouns", "{count:,} files")),
    "referral": (QT_TRANSLATE_NOOP("nouns", "{count:,} referral"), QT_TRANSLATE_NOOP("nouns", "{count:,} referrals")),
    "record": (QT_TRANSLATE_NOOP("nouns", "{count:,} record"), QT_TRANSLATE_NOOP("nouns", "{count:,} records")),
}


def noun(what: str) -> str:
    """The word for a kind of record, in the language of the window."""
    return translate("nouns", what)


def counted_noun(number: int, what: str) -> str:
    """So many records of a kind: 1 visit, 12 people."""
    if what in _COUNTED:
        one, many = _COUNTED[what]
        return translate("nouns", one if number == 1 else many).format(count=number)
    return f"{noun(what)}: {number:,}"
