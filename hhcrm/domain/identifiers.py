"""Numbers that are text: NPI, ZIP, CCN, telephone. Leading zeros survive."""

from __future__ import annotations

import re
from typing import NamedTuple

from hhcrm.domain.errors import RuleBroken
from hhcrm.domain.wording import translate

_NPI_PREFIX_SUM = 24  # what "80840" adds to the Luhn sum (domain.md (g))
_SPACES_AND_HYPHENS = str.maketrans("", "", " -\u00a0\u2010\u2011\u2012\u2013\u2014\t")
_ZIP = re.compile(r"(\d{4,5})(?:[- ]?(\d{4}))?-?", re.ASCII)
_CCN = re.compile(r"[0-9A-Z]{6}(?:[0-9A-Z]{4})?")
_PHONE = re.compile(
    r"""(?:\+?1[\s.-]*|001[\s.-]*)?          # the country
        \(?([2-9]\d\d)\)?[\s.\-/]*           # area
        ([2-9]\d\d)[\s.-]*(\d{4})            # exchange, line
        (?:[\s,;]*(?:x|ext\.?|extension|\#)[\s.:]*(\d{1,7}))?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_EXTENSION = re.compile(r"(?:x|ext\.?|extension|#)[\s.:]*\d{1,7}\s*$", re.IGNORECASE | re.ASCII)
_NOT_DIGITS = re.compile(r"[^0-9]+")


class Zip(NamedTuple):
    """A ZIP code, and whether a lost leading zero was put back (which a person should be told)."""

    text: str
    padded: bool


class Phone(NamedTuple):
    """A telephone number, and whether it was understood; what was not is kept as typed."""

    text: str
    understood: bool


def npi_is_valid(text: str) -> bool:
    """Whether the text is ten digits that pass the check of the NPI (Luhn over 80840 and the number)."""
    if len(text) != 10 or not (text.isascii() and text.isdigit()):
        return False
    total = _NPI_PREFIX_SUM
    for place, digit in enumerate(text):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def normal_npi(text: str) -> str:
    """An NPI as ten digits. Raises RuleBroken when it is none."""
    bare = text.translate(_SPACES_AND_HYPHENS)
    if npi_is_valid(bare):
        return bare
    if len(bare) == 10 and bare.isascii() and bare.isdigit():
        raise RuleBroken(
            translate(
                "rules",
                '"{shown}" is not an NPI: its last digit does not fit the others. Look for a mistyped or '
                "swapped digit.",
            ).format(shown=_shown(text)),
            field="npi",
        )
    raise RuleBroken(
        translate("rules", '"{shown}" is not an NPI: give ten digits, such as 1234567893.').format(shown=_shown(text)),
        field="npi",
    )


def normal_zip(text: str) -> Zip:
    """A ZIP code as 37203 or 37203-1234; a lost leading zero is put back. Raises RuleBroken."""
    match = _ZIP.fullmatch(text.strip().replace("\u2013", "-"))
    if match is None or not match[1].strip("0"):
        raise RuleBroken(
            translate("rules", '"{shown}" is not a ZIP code: give five digits, or nine such as 37203-1234.').format(
                shown=_shown(text)
            ),
            field="zip",
        )
    five, four = match[1].zfill(5), match[2]
    return Zip(f"{five}-{four}" if four else five, padded=len(match[1]) < 5)


def normal_ccn(text: str) -> str:
    """A CMS certification number: six digits or capital letters (ten for a branch). Raises RuleBroken."""
    bare = text.translate(_SPACES_AND_HYPHENS).upper()
    if _CCN.fullmatch(bare) and sum(letter.isdigit() for letter in bare) >= 3:
        return bare
    words = translate("rules", '"{shown}" is not a CCN: give its six characters, such as 440039 or 44T039.')
    if re.fullmatch(r"[0-9]{5}", bare):
        words += " " + translate("rules", "A leading zero may be lost: {ccn}?").format(ccn=f"0{bare}")
    raise RuleBroken(words.format(shown=_shown(text)), field="ccn")


def normal_phone(text: str) -> Phone:
    """A US number as (615) 555-0142, with an extension as (615) 555-0142 x123; else what was typed."""
    typed = text.strip()
    match = _PHONE.fullmatch(typed)
    if match is None:
        return Phone(typed, understood=not typed)
    area, exchange, line, extension = match.groups()
    number = f"({area}) {exchange}-{line}"
    return Phone(f"{number} x{extension}" if extension else number, understood=True)


def phone_digits(text: str) -> str:
    """The bare digits to find a number by: without punctuation, extension and the US country code."""
    digits = _NOT_DIGITS.sub("", _EXTENSION.sub("", text.strip()))
    return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits


def _shown(text: str) -> str:
    """What was typed, short enough to stand in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= 30 else line[:29] + "\u2026"
