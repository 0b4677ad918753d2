"""The fixed words of the field as people read them. What is stored, matched and exported stays English."""

from __future__ import annotations

from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate

WORDS = (
    QT_TRANSLATE_NOOP("words", "yes"),
    QT_TRANSLATE_NOOP("words", "no"),
    QT_TRANSLATE_NOOP("words", "prospective"),
    QT_TRANSLATE_NOOP("words", "active"),
    QT_TRANSLATE_NOOP("words", "inactive"),
    QT_TRANSLATE_NOOP("words", "told us"),
    QT_TRANSLATE_NOOP("words", "counted"),
    QT_TRANSLATE_NOOP("words", "public data"),
    QT_TRANSLATE_NOOP("words", "unknown"),
    QT_TRANSLATE_NOOP("words", "decision maker"),
    QT_TRANSLATE_NOOP("words", "influencer"),
    QT_TRANSLATE_NOOP("words", "gatekeeper"),
    QT_TRANSLATE_NOOP("words", "champion"),
    QT_TRANSLATE_NOOP("words", "in person"),
    QT_TRANSLATE_NOOP("words", "phone"),
    QT_TRANSLATE_NOOP("words", "text"),
    QT_TRANSLATE_NOOP("words", "e-mail"),
    QT_TRANSLATE_NOOP("words", "fax"),
    QT_TRANSLATE_NOOP("words", "work"),
    QT_TRANSLATE_NOOP("words", "mobile"),
    QT_TRANSLATE_NOOP("words", "home"),
    QT_TRANSLATE_NOOP("words", "planned"),
    QT_TRANSLATE_NOOP("words", "completed"),
    QT_TRANSLATE_NOOP("words", "missed"),
    QT_TRANSLATE_NOOP("words", "cancelled"),
    QT_TRANSLATE_NOOP("words", "advance"),
    QT_TRANSLATE_NOOP("words", "continuation"),
    QT_TRANSLATE_NOOP("words", "setback"),
    QT_TRANSLATE_NOOP("words", "not asked"),
    QT_TRANSLATE_NOOP("words", "asked"),
    QT_TRANSLATE_NOOP("words", "agreed"),
    QT_TRANSLATE_NOOP("words", "declined"),
    QT_TRANSLATE_NOOP("words", "Medicare/Medicaid"),
    QT_TRANSLATE_NOOP("words", "private pay"),
    QT_TRANSLATE_NOOP("words", "open"),
    QT_TRANSLATE_NOOP("words", "kept"),
    QT_TRANSLATE_NOOP("words", "broken"),
    QT_TRANSLATE_NOOP("words", "withdrawn"),
    QT_TRANSLATE_NOOP("words", "received"),
    QT_TRANSLATE_NOOP("words", "under review"),
    QT_TRANSLATE_NOOP("words", "accepted"),
    QT_TRANSLATE_NOOP("words", "scheduled"),
    QT_TRANSLATE_NOOP("words", "admitted"),
    QT_TRANSLATE_NOOP("words", "not admitted"),
    QT_TRANSLATE_NOOP("words", "on hold"),
    QT_TRANSLATE_NOOP("words", "ours"),
    QT_TRANSLATE_NOOP("words", "source"),
    QT_TRANSLATE_NOOP("words", "patient"),
    QT_TRANSLATE_NOOP("words", "payer"),
    QT_TRANSLATE_NOOP("words", "institutional"),
    QT_TRANSLATE_NOOP("words", "community"),
    QT_TRANSLATE_NOOP("words", "decision"),
    QT_TRANSLATE_NOOP("words", "start of care"),
    QT_TRANSLATE_NOOP("words", "outcome"),
    QT_TRANSLATE_NOOP("words", "limited"),
    QT_TRANSLATE_NOOP("words", "closed"),
    QT_TRANSLATE_NOOP("words", "liaison"),
    QT_TRANSLATE_NOOP("words", "intake coordinator"),
    QT_TRANSLATE_NOOP("words", "clinical manager"),
    QT_TRANSLATE_NOOP("words", "marketing lead"),
    QT_TRANSLATE_NOOP("words", "owner"),
    QT_TRANSLATE_NOOP("words", "never visited"),
    QT_TRANSLATE_NOOP("words", "on rhythm"),
    QT_TRANSLATE_NOOP("words", "due"),
    QT_TRANSLATE_NOOP("words", "overdue"),
    QT_TRANSLATE_NOOP("words", "ahead"),
    QT_TRANSLATE_NOOP("words", "late"),
    QT_TRANSLATE_NOOP("words", "own"),
    QT_TRANSLATE_NOOP("words", "tier"),
    QT_TRANSLATE_NOOP("words", "type"),
    QT_TRANSLATE_NOOP("words", "agency"),
    QT_TRANSLATE_NOOP("words", "missing"),
    QT_TRANSLATE_NOOP("words", "acceptance policy"),
    QT_TRANSLATE_NOOP("words", "public information"),
    QT_TRANSLATE_NOOP("words", "proposed"),
    QT_TRANSLATE_NOOP("words", "running"),
    QT_TRANSLATE_NOOP("words", "finished"),
    QT_TRANSLATE_NOOP("words", "referrals"),
    QT_TRANSLATE_NOOP("words", "admissions"),
    QT_TRANSLATE_NOOP("words", "accepted share"),
    QT_TRANSLATE_NOOP("words", "conversion"),
    QT_TRANSLATE_NOOP("words", "decided within hours"),
    QT_TRANSLATE_NOOP("words", "started within hours"),
    QT_TRANSLATE_NOOP("words", "same-day start"),
    QT_TRANSLATE_NOOP("words", "timely (CMS)"),
    QT_TRANSLATE_NOOP("words", "hours to decision"),
    QT_TRANSLATE_NOOP("words", "hours to SOC"),
    QT_TRANSLATE_NOOP("words", "loop on time"),
    QT_TRANSLATE_NOOP("words", "satisfied (9-10)"),
    QT_TRANSLATE_NOOP("words", "returns to hospital"),
    QT_TRANSLATE_NOOP("words", "at least"),
    QT_TRANSLATE_NOOP("words", "at most"),
)
"""Every value of `hhcrm.domain.words` and of `Timely`; a test holds it against them."""

PROVIDER_KINDS = (
    QT_TRANSLATE_NOOP("words", "primary care"),
    QT_TRANSLATE_NOOP("words", "geriatrician"),
    QT_TRANSLATE_NOOP("words", "orthopaedic"),
    QT_TRANSLATE_NOOP("words", "cardiac"),
    QT_TRANSLATE_NOOP("words", "hospitalist"),
)
"""The kinds of providers that have a rate (`hhcrm.domain.worth.provider_rates`)."""

QUADRANTS = (
    QT_TRANSLATE_NOOP("words", "grow"),
    QT_TRANSLATE_NOOP("words", "keep"),
    QT_TRANSLATE_NOOP("words", "thank"),
    QT_TRANSLATE_NOOP("words", "rethink"),
    QT_TRANSLATE_NOOP("words", "favourite"),
    QT_TRANSLATE_NOOP("words", "quiet practice"),
)
"""Every value of `Quadrant` and of `Misjudged`."""


OUT_OF_SERIES = QT_TRANSLATE_NOOP("words", "Taken out of its series in the calendar")
CANCELLED_THERE = QT_TRANSLATE_NOOP("words", "Cancelled in the calendar")
"""Why the import of a calendar cancels a visit: stored as they stand here, shown in the language of the window."""


def shown(word: str) -> str:
    """A word of the vocabulary in the language of the window; any other text as it is."""
    return translate("words", word)
