"""Primary diagnoses: how an ICD-10-CM code is written, and which of them a claim for home health may not begin with.

Under PDGM a claim whose primary diagnosis falls into none of the clinical groups is returned to the agency; CMS calls
such a diagnosis questionable (domain.md (a)). Here only the usual ones are known: a hint to ask, never a verdict.
"""

from __future__ import annotations

import re

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.text import fold
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate

_CODE = re.compile(r"([A-Z][0-9][0-9A-Z])(?:\.?([0-9A-Z]{1,4}))?", re.ASCII)
_CODE_FIRST = re.compile(r"[A-Za-z][0-9][0-9A-Za-z](?:\.[0-9A-Za-z]{1,4})?(?=$|[\s,;:\-])", re.ASCII)
_SHOWN = 20

QUESTIONABLE = {
    "M62.81": QT_TRANSLATE_NOOP("intake", "muscle weakness"),
    "R53.1": QT_TRANSLATE_NOOP("intake", "weakness"),
    "R26.9": QT_TRANSLATE_NOOP("intake", "trouble walking"),
    "R26.89": QT_TRANSLATE_NOOP("intake", "trouble walking"),
    "R29.6": QT_TRANSLATE_NOOP("intake", "repeated falls"),
    "R55": QT_TRANSLATE_NOOP("intake", "fainting"),
}
"""The most common ones, and what each says."""

_SYMPTOMS = "R"  # the chapter of symptoms and signs
_ACCEPTED_SYMPTOM = "R13.1"  # dysphagia, all its phases
_BARE_WORDS = {
    "weakness": "R53.1",
    "generalized weakness": "R53.1",
    "general weakness": "R53.1",
    "muscle weakness": "M62.81",
    "gait": "R26.9",
    "gait abnormality": "R26.9",
    "abnormal gait": "R26.9",
    "unsteady gait": "R26.89",
    "falls": "R29.6",
    "repeated falls": "R29.6",
    "frequent falls": "R29.6",
    "syncope": "R55",
    "fainting": "R55",
}


def normal_diagnosis_code(text: str) -> str:
    """An ICD-10-CM code as S72.001A: capitals, the dot after the third sign. Raises RuleBroken."""
    match = _CODE.fullmatch("".join(text.split()).upper())
    if match is None:
        words = translate("intake", '"{text}" is not an ICD-10-CM code: type it as I50.9 or S72.001A.')
        raise RuleBroken(words.format(text=" ".join(text.split())[:_SHOWN]), "diagnosis_code")
    return f"{match[1]}.{match[2]}" if match[2] else match[1]


def code_in_words(words: str) -> str:
    """The code that a diagnosis begins with, as in "M62.81 muscle weakness"; "" where it begins with none."""
    match = _CODE_FIRST.match(words.strip())
    return normal_diagnosis_code(match[0]) if match else ""


def questionable(code: str, words: str = "") -> str:
    """What a questionable primary diagnosis says, in words: "muscle weakness"; "" where there is no doubt about it.

    `code` as `normal_diagnosis_code` gives it. Where it is "", the code that `words` begin with counts, or that of a
    bare symptom such as "weakness".
    """
    meant = code or code_in_words(words) or _BARE_WORDS.get(fold(words), "")
    if meant in QUESTIONABLE:
        return translate("intake", QUESTIONABLE[meant])
    if meant.startswith(_SYMPTOMS) and not meant.startswith(_ACCEPTED_SYMPTOM):
        return translate("intake", "{code}, a symptom").format(code=meant)
    return ""
