"""Texts made alike, so that what one types finds what another has written. Called very often: kept fast."""

from __future__ import annotations

import re
import unicodedata

from hhcrm.domain.identifiers import phone_digits

_APOSTROPHES = "'`\u00b4\u2018\u2019\u201a\u201b\u02bc\u2032"
_QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033'
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
# The last twelve only say which way text runs; numbers copied from a phone's contacts come wrapped in them.
_INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)

# They turn what follows them around, until something ends it: a name must not do that to the sentence it stands in.
_TURNS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))

# Letters that Unicode does not take apart, and signs that have a plain twin on the keyboard.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_INVISIBLE, ""),
        "\u2039": "'",
        "\u203a": "'",
        "\u2044": "/",
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u00f8": "o",
        "\u0142": "l",
        "\u0111": "d",
        "\u0131": "i",
    }
)
_DROPPED_IN_NAMES = b"'."
# UTF-8 bytes of other letters pass through; bytes.translate is several times faster than str.translate.
_PARTS_WORDS = bytes(code if code > 127 or chr(code).isalnum() else 32 for code in range(256))
_PHONE_LIKE = re.compile(r"[\d\s()+.\-/]{7,24}(?:\s*(?:x|ext\.?|#)\s*\d{1,7})?", re.ASCII)
_PHONE_BEGINS = frozenset("(+0123456789")
_SHORTEST_PHONE, _LONGEST_PHONE = 7, 15


def unturned(text: str) -> str:
    """The text to show, without the invisible signs that turn the direction of all that comes after them.

    Names come in with them from files and phones (Unicode Standard Annex 9, explicit directional formatting). Letters
    that are written from right to left still are.
    """
    return text if text.isascii() else text.translate(_TURNS)


def fold(text: str) -> str:
    """The text for comparing: no accents, no capitals, plain quotes and dashes, single spaces."""
    if text.isascii():
        return " ".join(text.replace("`", "'").lower().split())
    apart = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    apart = unicodedata.normalize("NFKD", apart.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_PLAIN)
    return " ".join(plain.split())


def name_key(name: str) -> str:
    """A name for sorting and matching: folded, no leading "the", only letters, digits and single spaces.

    Apostrophes and full stops vanish ("St. Mary's" is "st marys"), other punctuation parts words, "&" is
    "and".
    """
    folded = fold(name).replace("&", " and ").encode("utf-8", "replace")
    plain = folded.translate(_PARTS_WORDS, _DROPPED_IN_NAMES).decode()
    if not plain.isascii():
        plain = "".join(sign if sign.isalnum() else " " for sign in plain)
    key = " ".join(plain.split())
    return key[4:] if key.startswith("the ") else key


def search_text(*parts: str | None) -> str:
    """What search looks through: the folded parts, one a line; telephone numbers also as bare digits."""
    lines = []
    for part in parts:
        if not part:
            continue
        line = fold(part)
        if line:
            lines.append(line)
            if line[0] in _PHONE_BEGINS and (digits := _digits_of_phone(line)):
                lines.append(digits)
    return "\n".join(lines)


def _digits_of_phone(line: str) -> str:
    if not _PHONE_LIKE.fullmatch(line):
        return ""
    digits = phone_digits(line)
    return digits if _SHORTEST_PHONE <= len(digits) <= _LONGEST_PHONE and digits != line else ""
