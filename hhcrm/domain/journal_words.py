"""What the journal's labels are called in the language of the window.

Labels are stored in English, so that everybody reads the same journal; here their fixed parts are found again and said
in the window's language. What varies (names, files) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from hhcrm.domain.nouns import counted_noun
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, language, translate

UNDO = "Undo: "
"""How a step begins that takes another back."""

LABELS = (
    QT_TRANSLATE_NOOP("journal", "Undo: {label}"),
    QT_TRANSLATE_NOOP("journal", "Mark {records} missed and plan again"),
    QT_TRANSLATE_NOOP("journal", "Mark {records} missed"),
    QT_TRANSLATE_NOOP("journal", "Say what became of {records}"),
    QT_TRANSLATE_NOOP("journal", "{label} and move {records}"),
    QT_TRANSLATE_NOOP("journal", "{label} and change {records}"),
    QT_TRANSLATE_NOOP("journal", "Log visit"),
    QT_TRANSLATE_NOOP("journal", "Plan visit"),
    QT_TRANSLATE_NOOP("journal", "Plan week of {name}: {records}"),
    QT_TRANSLATE_NOOP("journal", "Edit visit"),
    QT_TRANSLATE_NOOP("journal", "Move visit"),
    QT_TRANSLATE_NOOP("journal", "Change length of visit"),
    QT_TRANSLATE_NOOP("journal", "Plan visit again"),
    QT_TRANSLATE_NOOP("journal", "Mark visit {status}"),
    QT_TRANSLATE_NOOP("journal", "Record referral"),
    QT_TRANSLATE_NOOP("journal", "Edit referral"),
    QT_TRANSLATE_NOOP("journal", "Assign {records}"),
    QT_TRANSLATE_NOOP("journal", "Move {records} to {status}"),
    QT_TRANSLATE_NOOP("journal", "Move {records}"),
    QT_TRANSLATE_NOOP("journal", "Mark a referral as seen"),
    QT_TRANSLATE_NOOP("journal", "Tell a source what became of a referral"),
    QT_TRANSLATE_NOOP("journal", "Tell nobody what became of a referral"),
    QT_TRANSLATE_NOOP("journal", "Take back what a source was told"),
    QT_TRANSLATE_NOOP("journal", "Edit source"),
    QT_TRANSLATE_NOOP("journal", "Set a potential"),
    QT_TRANSLATE_NOOP("journal", "Make {records} {status}"),
    QT_TRANSLATE_NOOP("journal", "Add {records} to a cohort"),
    QT_TRANSLATE_NOOP("journal", "Take a source out of its cohort"),
    QT_TRANSLATE_NOOP("journal", "Move a source to another cohort"),
    QT_TRANSLATE_NOOP("journal", "Move a cohort to another month"),
    QT_TRANSLATE_NOOP("journal", "Change the size of a cohort"),
    QT_TRANSLATE_NOOP("journal", "See a prospect on"),
    QT_TRANSLATE_NOOP("journal", "Add a person to the agency"),
    QT_TRANSLATE_NOOP("journal", "Add a team"),
    QT_TRANSLATE_NOOP("journal", "Add a territory"),
    QT_TRANSLATE_NOOP("journal", "Archive a person of the agency"),
    QT_TRANSLATE_NOOP("journal", "Archive a team"),
    QT_TRANSLATE_NOOP("journal", "Archive a territory"),
    QT_TRANSLATE_NOOP("journal", "Change a person of the agency"),
    QT_TRANSLATE_NOOP("journal", "Change a territory"),
    QT_TRANSLATE_NOOP("journal", "Change which ZIP codes are served"),
    QT_TRANSLATE_NOOP("journal", "Change which payers are accepted"),
    QT_TRANSLATE_NOOP("journal", "Change what a discipline can take"),
    QT_TRANSLATE_NOOP("journal", "Change the public information"),
    QT_TRANSLATE_NOOP("journal", "Note a yearly review"),
    QT_TRANSLATE_NOOP("journal", "Rename a team"),
    QT_TRANSLATE_NOOP("journal", "Restore a person of the agency"),
    QT_TRANSLATE_NOOP("journal", "Restore a territory"),
    QT_TRANSLATE_NOOP("journal", "Add a person to a source"),
    QT_TRANSLATE_NOOP("journal", "Edit a person at a source"),
    QT_TRANSLATE_NOOP("journal", "Move a person to another source"),
    QT_TRANSLATE_NOOP("journal", "A person left a source"),
    QT_TRANSLATE_NOOP("journal", "A person is back at a source"),
    QT_TRANSLATE_NOOP("journal", "Make a commitment"),
    QT_TRANSLATE_NOOP("journal", "Edit a commitment"),
    QT_TRANSLATE_NOOP("journal", "Move the day of a commitment"),
    QT_TRANSLATE_NOOP("journal", "Open a commitment again"),
    QT_TRANSLATE_NOOP("journal", "Mark commitment {status}"),
    QT_TRANSLATE_NOOP("journal", "Propose a pilot"),
    QT_TRANSLATE_NOOP("journal", "Propose a pilot again"),
    QT_TRANSLATE_NOOP("journal", "Edit a pilot"),
    QT_TRANSLATE_NOOP("journal", "Start a pilot"),
    QT_TRANSLATE_NOOP("journal", "Finish a pilot"),
    QT_TRANSLATE_NOOP("journal", "Decline a pilot"),
    QT_TRANSLATE_NOOP("journal", "Note an approach"),
    QT_TRANSLATE_NOOP("journal", "Edit an approach"),
    QT_TRANSLATE_NOOP("journal", "Note what was learned"),
    QT_TRANSLATE_NOOP("journal", "Edit what was learned"),
    QT_TRANSLATE_NOOP("journal", "Set a goal"),
    QT_TRANSLATE_NOOP("journal", "Set {records}"),
    QT_TRANSLATE_NOOP("journal", "Edit a goal"),
    QT_TRANSLATE_NOOP("journal", "Add file {name}"),
    QT_TRANSLATE_NOOP("journal", "Archive {records}"),
    QT_TRANSLATE_NOOP("journal", "Restore {records}"),
    QT_TRANSLATE_NOOP("journal", "Revert {name}"),
    QT_TRANSLATE_NOOP("journal", "Save view {name}"),
    QT_TRANSLATE_NOOP("journal", "Forget a view"),
    QT_TRANSLATE_NOOP("journal", "Add holiday {name}"),
    QT_TRANSLATE_NOOP("journal", "Change holiday {name}"),
    QT_TRANSLATE_NOOP("journal", "Remove holiday"),
    QT_TRANSLATE_NOOP("journal", "Fill in the holidays of {name}"),
    QT_TRANSLATE_NOOP("journal", "Fill in the federal holidays, {name}"),
    QT_TRANSLATE_NOOP("journal", "Add time off"),
    QT_TRANSLATE_NOOP("journal", "Change time off"),
    QT_TRANSLATE_NOOP("journal", "Remove time off"),
    QT_TRANSLATE_NOOP("journal", "Change settings of the agency"),
    QT_TRANSLATE_NOOP("journal", "Change the rules"),
    QT_TRANSLATE_NOOP("journal", "Take back a coming change of the settings"),
    QT_TRANSLATE_NOOP("journal", "Change a value of a list"),
    QT_TRANSLATE_NOOP("journal", "Put a list in order"),
    QT_TRANSLATE_NOOP("journal", "Put a value back on the list"),
    QT_TRANSLATE_NOOP("journal", "Take a value off the list"),
    QT_TRANSLATE_NOOP("journal", "Add {name} to the list"),
    QT_TRANSLATE_NOOP("journal", "Rename a tag"),
    QT_TRANSLATE_NOOP("journal", "Take a tag off all sources"),
    QT_TRANSLATE_NOOP("journal", "Set up the agency"),
    QT_TRANSLATE_NOOP("journal", "Sample agency"),
    QT_TRANSLATE_NOOP("journal", "Import {records} from {name}"),
    QT_TRANSLATE_NOOP("journal", "Export {kind} with patient identifiers to {name}"),
    QT_TRANSLATE_NOOP("journal", "Change the cadence of {records}"),
    QT_TRANSLATE_NOOP("journal", "Edit {records}"),
    QT_TRANSLATE_NOOP("journal", "Edit {name}"),
    QT_TRANSLATE_NOOP("journal", "Add {name}"),
)
"""Every label that services write, the more particular before the more general."""

_RECORDS = r"[\d,]+ [a-z ]+?"
_PARTS = {"records": _RECORDS, "status": "[a-z ]+", "kind": "[a-z-]+"}
_PLURALS = {"people": "person"}


def label_shown(label: str) -> str:
    """A label of the journal as people read it; as it is where nothing translates it."""
    if language() == "en" and translate("journal", label) == label:
        return label
    for english, pattern in _patterns():
        if match := pattern.fullmatch(label):
            parts = {name: _PART_WORDS.get(name, str)(part) for name, part in match.groupdict().items()}
            return translate("journal", english).format(**parts)
    return label


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((english, re.compile(_pattern(english))) for english in LABELS)


def _pattern(english: str) -> str:
    pieces = re.split(r"\{(\w+)\}", english)
    return "".join(
        f"(?P<{piece}>{_PARTS.get(piece, '.+')})" if place % 2 else re.escape(piece)
        for place, piece in enumerate(pieces)
    )


def _records(words: str) -> str:
    number, _, what = words.partition(" ")
    one = _PLURALS.get(what, what.removesuffix("s"))
    return counted_noun(int(number.replace(",", "")), one)


_PART_WORDS: dict[str, Callable[[str], str]] = {"label": label_shown, "records": _records, "status": shown}
