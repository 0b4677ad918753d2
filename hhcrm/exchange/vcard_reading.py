"""vCards in: 2.1 with quoted-printable, 3.0, 4.0, Apple's labels, our own; a card that cannot be read is named.

Pictures, keys, sounds and addresses are passed over before anything looks into them.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.domain.words import BuyingRole, Channel, EmailKind, PhoneKind
from hhcrm.exchange.tables import unreadable
from hhcrm.exchange.vcard_models import Card, CardPlace
from hhcrm.models.names import split_name

LARGEST_FILE = 64 * 1024 * 1024
MOST_CARDS = 20_000
LONGEST_CARD = 200_000
"""Letters of a card that are looked at, without pictures."""

LONGEST_TEXT = 20_000
MOST_WAYS = 50
"""Numbers, addresses and places that are taken from one card."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_PASSED_OVER = frozenset(
    {"PHOTO", "LOGO", "SOUND", "KEY", "AGENT", "ADR", "LABEL", "CALURI", "IMPP", "MEMBER", "PROFILE"}
)
_HEAD = re.compile(r"^(?:[\w-]+\.)?([A-Za-z][\w-]*)(?=[;:])", re.ASCII)
_PROPERTY = re.compile(r'^(?:[\w-]+\.)?[\w-]+(?:;[^;:"]*(?:"[^"]*"[^;:"]*)*)*:', re.ASCII)
_QUOTED = re.compile(r'"[^"]*"')
_FOLDED = re.compile(r"\n[ \t]")
_PLACE = "X-HHCRM-PLACE:"
_DIGITS = re.compile(r"\d\D*\d\D*\d")
_TEL_URI = re.compile(r"^tel:([^;]*)(?:;ext=(\d+))?.*$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class BadCard:
    """A card that cannot be taken, and why."""

    number: int
    value: str
    problem: str


@dataclass(slots=True)
class CardFile:
    """What stands in a file of cards."""

    cards: list[Card] = field(default_factory=list)
    problems: list[BadCard] = field(default_factory=list)


def read_cards(path: Path) -> CardFile:
    """Read a file of vCards. Raises FileFault for a file that is none, or too large."""
    found = CardFile()
    for number, text in enumerate(_card_texts(_text_of(path)), start=1):
        if number > MOST_CARDS:
            raise FileFault(
                translate("vcards", "{name} has more than {most:,} cards. Take it in parts.").format(
                    name=path.name, most=MOST_CARDS
                )
            )
        card = _read_one(number, text)
        if isinstance(card, BadCard):
            found.problems.append(card)
        elif card is not None:
            found.cards.append(card)
    if not found.cards and not found.problems:
        raise FileFault(
            translate("vcards", "{name} holds no vCards. Choose a .vcf file from a phone or another program.").format(
                name=path.name
            )
        )
    return found


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FileFault(
                translate("vcards", "{name} is larger than {most} MB. Take it in parts.").format(
                    name=path.name, most=LARGEST_FILE // 1024 // 1024
                )
            )
        raw = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace").replace("\0", "")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")  # an old Outlook; in 2.1 a card's own lines say their letters
    return text.replace("\0", "")


def _card_texts(text: str) -> Iterator[str]:
    """The cards of a text without what is passed over; a card that never ends goes as far as the next one."""
    lines: list[str] | None = None
    skipping, soft = False, False
    for line in _FOLDED.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n"):
        bare = line.strip().upper()
        if bare == "BEGIN:VCARD":
            if lines is not None:
                yield "\n".join(lines)
            lines, skipping, soft = [line.strip()], False, False
        elif lines is None:
            continue
        elif bare == "END:VCARD":
            yield "\n".join([*lines, line.strip()])
            lines = None
        else:
            skipping = _skips(line, skipping, soft)
            if not skipping and bare and (soft or _is_property(line)):
                lines.append(line[:LONGEST_TEXT])
            soft = line.endswith("=") and (soft or "QUOTED-PRINTABLE" in line.upper())
    if lines is not None:
        yield "\n".join(lines)


def _skips(line: str, skipping: bool, soft: bool) -> bool:
    """Whether a line is, or goes on with, something that is passed over."""
    head = None if soft else _HEAD.match(line)
    if head is not None:
        return head[1].upper() in _PASSED_OVER
    return skipping and bool(line.strip())


def _is_property(line: str) -> bool:
    """Whether a line can be read. The reader of vCards would try for ever on some that cannot."""
    found = _PROPERTY.match(line)
    if found is None:
        return False
    return all(part.count("=") <= 1 for part in _QUOTED.sub("", found[0]).split(";"))


def _read_one(number: int, text: str) -> Card | BadCard | None:
    shown = next((line.partition(":")[2] for line in text.split("\n") if line.upper().startswith("FN")), "")
    if len(text) > LONGEST_CARD:
        return BadCard(number, shown, translate("vcards", "This card is too long to be a person's."))
    if not text.upper().rstrip().endswith("END:VCARD"):
        return BadCard(number, shown, translate("vcards", "This card breaks off before its end."))
    import vobject  # late: only this needs it

    # It would write what stands in a card into the log, which holds no contents of records.
    logging.getLogger("vobject.base").disabled = True
    try:
        read = vobject.readOne(text, allowQP=True, ignoreUnreadable=True)
        return _card(number, read, _whole_name(text), tuple(_places(text))[:MOST_WAYS])
    except (vobject.base.VObjectError, ValueError, KeyError, IndexError, AttributeError, TypeError, LookupError):
        # What strange cards make of the reader is no fault of ours: the card is named, the others go on.
        return BadCard(number, shown, translate("vcards", "This card cannot be read."))


def _card(number: int, read: Any, whole: str, places: tuple[CardPlace, ...]) -> Card | BadCard | None:
    by_name: dict[str, list[Any]] = {}
    for line in read.lines():
        by_name.setdefault(line.name.upper(), []).append(line)
    first, last, credentials = _name(by_name, whole)
    if not first and not last:
        organization = _first(by_name, "ORG")
        if organization:
            return None if _is_company(by_name) else BadCard(number, organization, _nameless())
        return BadCard(number, "", _nameless())
    organization, department = _organization(by_name)
    own = "X-HHCRM-ID" in by_name
    return Card(
        number,
        first,
        last,
        credentials,
        organization,
        department,
        _first(by_name, "TITLE"),
        _first(by_name, "X-HHCRM-ROLE") if own else _first(by_name, "ROLE"),
        tuple(_phones(by_name))[:MOST_WAYS],
        tuple(_emails(by_name))[:MOST_WAYS],
        _first(by_name, "X-HHCRM-NPI"),
        _word(_first(by_name, "X-HHCRM-PART"), BuyingRole),
        _word(_first(by_name, "X-HHCRM-PREFERS"), Channel),
        _first(by_name, "X-HHCRM-NEEDS"),
        _first(by_name, "NOTE"),
        _key(_first(by_name, "X-HHCRM-ID")),
        own,
        places,
    )


def _nameless() -> str:
    return translate("vcards", "This card has no name.")


def _is_company(by_name: dict[str, list[Any]]) -> bool:
    return _first(by_name, "X-ABSHOWAS").upper() == "COMPANY" or _first(by_name, "KIND").lower() == "org"


def _whole_name(text: str) -> str:
    """The whole name as it stands: the reader of vCards ends it at a comma, where credentials begin."""
    for line in _FOLDED.sub("", text).split("\n"):
        head, _, value = line.partition(":")
        if head.upper().partition(";")[0] == "FN" and "ENCODING" not in head.upper():
            return " ".join(_split(value.replace(";", "\\;")))
    return ""


def _name(by_name: dict[str, list[Any]], whole: str) -> tuple[str, str, str]:
    """First and last name and credentials: of the parts where there are any, else of the whole name."""
    whole = whole or _first(by_name, "FN")
    for line in by_name.get("N", ()):
        value = line.value
        if isinstance(value, str):
            whole = whole or _text(value)
            continue
        first = " ".join(part for part in (_text(value.given), _text(value.additional)) if part)
        last, suffix = _text(value.family), _text(value.suffix)
        if first or last:
            return first, last, suffix
    return split_name(whole) if whole else ("", "", "")


def _organization(by_name: dict[str, list[Any]]) -> tuple[str, str]:
    for line in by_name.get("ORG", ()):
        parts = line.value if isinstance(line.value, list) else [line.value]
        texts = [text for text in (_text(part) for part in parts) if text]
        if texts:
            return texts[0], ", ".join(texts[1:])
    return "", ""


def _phones(by_name: dict[str, list[Any]]) -> Iterator[tuple[str, str]]:
    seen = set()
    for line in by_name.get("TEL", ()):
        number = _text(line.value)
        uri = _TEL_URI.match(number)
        if uri is not None:
            number = f"{uri[1]} x{uri[2]}" if uri[2] else uri[1]
        if _DIGITS.search(number) and number not in seen:
            seen.add(number)
            yield _phone_kind(_types(line)), number


def _phone_kind(types: set[str]) -> str:
    if "FAX" in types:
        return PhoneKind.FAX.value
    if types & {"CELL", "IPHONE", "MOBILE"}:
        return PhoneKind.MOBILE.value
    return PhoneKind.HOME.value if "HOME" in types else PhoneKind.WORK.value


def _emails(by_name: dict[str, list[Any]]) -> Iterator[tuple[str, str]]:
    seen = set()
    for line in by_name.get("EMAIL", ()):
        address = _text(line.value).removeprefix("mailto:")
        name, at, host = address.partition("@")
        if name and at and "." in host.strip(".") and " " not in address and address.lower() not in seen:
            seen.add(address.lower())
            yield (EmailKind.HOME.value if "HOME" in _types(line) else EmailKind.WORK.value), address


def _types(line: Any) -> set[str]:
    """TYPE=work,voice; TYPE="cell,voice"; WORK;VOICE alone: all in capitals."""
    texts = [*line.params.get("TYPE", ()), *line.singletonparams]
    return {part.strip().upper() for text in texts for part in str(text).strip('"').split(",")}


def _places(text: str) -> Iterator[CardPlace]:
    """Our own lines, whose parts the reader of vCards would run together."""
    for line in _FOLDED.sub("", text).split("\n"):
        if not line.startswith(_PLACE):
            continue
        parts = _split(line.removeprefix(_PLACE))
        parts += [""] * (7 - len(parts))
        if parts[0]:
            source, zip_code, role, title, department = parts[:5]
            yield CardPlace(source, zip_code, role, title, department, _day(parts[5]), _day(parts[6]))


def _split(text: str) -> list[str]:
    """The parts of a value, each with its marks taken away."""
    parts, part, marked = [], "", False
    for sign in text:
        if marked:
            part += "\n" if sign in "nN" else sign
            marked = False
        elif sign == "\\":
            marked = True
        elif sign == ";":
            parts.append(part)
            part = ""
        else:
            part += sign
    return [_text(each) for each in (*parts, part)]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _word(text: str, words: type[BuyingRole] | type[Channel]) -> str:
    return text if text in {word.value for word in words} else ""


def _key(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _first(by_name: dict[str, list[Any]], name: str) -> str:
    for line in by_name.get(name, ()):
        value = line.value
        text = _text(value[0] if isinstance(value, list) and value else value)
        if text:
            return text
    return ""


def _text(value: object) -> str:
    """A value as a text: line ends made alike, no other invisible signs, no longer than it can be."""
    if isinstance(value, list):
        value = " ".join(str(part) for part in value)
    text = str(value or "").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t").strip()[:LONGEST_TEXT]
