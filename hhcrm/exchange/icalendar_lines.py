"""A calendar file as components of lines: read once through, never held whole, broken places named by their line.

Only what a planned visit is made of is kept of an event: invitations, alarms, descriptions and attachments are passed
over before anything looks into them.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.exchange.tables import unreadable

KEPT = frozenset(
    {"UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "LOCATION", "STATUS", "SEQUENCE", "RRULE", "RDATE", "EXDATE",
     "RECURRENCE-ID", "CATEGORIES", "X-HHCRM-BASE"}
)  # fmt: skip
"""Properties of an event that are read."""

LONGEST = 1 << 16
"""Octets of a line that are kept; a longer one is an attachment, or no calendar."""

MOST_LINES = 5_000
"""Lines of one event or time zone that are kept."""

_CHUNK = 1 << 20
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(slots=True)
class RawComponent:
    """One event or time zone: where it begins, its kept lines, whether it is cancelled as a whole, whether it ended."""

    kind: str
    line: int
    lines: list[str] = field(default_factory=list)
    cancelled: bool = False
    complete: bool = True

    def first(self, name: str) -> str:
        """The first line of a property, "" where there is none."""
        for line in self.lines:
            if line.startswith(name) and line[len(name) : len(name) + 1] in (";", ":"):
                return line
        return ""

    def value(self, name: str) -> str:
        """What stands behind the first colon that is not in quotation marks."""
        quoted = False
        line = self.first(name)
        for place, sign in enumerate(line):
            if sign == '"':
                quoted = not quoted
            elif sign == ":" and not quoted:
                return line[place + 1 :].strip()
        return ""

    def text(self) -> str:
        """The component as the library reads it."""
        return "\r\n".join([f"BEGIN:{self.kind}", *self.lines, f"END:{self.kind}", ""])


def components(path: Path, kinds: frozenset[str]) -> Iterator[RawComponent]:
    """The components of these kinds (VEVENT, VTIMEZONE), in the order of the file. Raises FileFault.

    One that the end of the file, or of its calendar, cuts off comes as not `complete`.
    """
    stack: list[str] = []
    now: RawComponent | None = None
    seen, method = False, ""
    for number, line in logical_lines(path):
        name, _, value = line.partition(":")
        name = name.partition(";")[0].strip().upper()
        if name == "BEGIN":
            kind = value.strip().upper()
            seen = seen or kind in ("VCALENDAR", "VEVENT")
            if kind == "VCALENDAR":
                if now is not None:
                    now.complete = False
                    yield now
                stack, now, method = [], None, ""
            stack.append(kind)
            if now is None and kind in kinds:
                now = RawComponent(kind, number, cancelled=method == "CANCEL")
            elif now is not None:
                _keep(now, line, nested=True)
        elif name == "END":
            kind = value.strip().upper()
            if now is not None and kind in (now.kind, "VCALENDAR"):
                now.complete = kind == now.kind
                yield now
                now = None
            elif now is not None:
                _keep(now, line, nested=True)
            while stack and stack.pop() != kind:
                """An inner component that was never ended ends with the outer one."""
        elif now is not None:
            _keep(now, line, nested=bool(stack) and stack[-1] != now.kind, name=name)
        elif name == "METHOD" and stack == ["VCALENDAR"]:
            method = value.strip().upper()
    if now is not None:
        now.complete = False
        yield now
    if not seen:
        raise FileFault(
            translate(
                "imports", "{file} is no calendar file: it does not begin with BEGIN:VCALENDAR. Export it as .ics."
            ).format(file=path.name)
        )


def logical_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Lines with their numbers, folded ones put together (also inside a character), blank ones left out."""
    begun, parts, size = 0, bytearray(), 0
    for number, raw in _physical(path):
        if raw[:1] in (b" ", b"\t") and begun:
            if size < LONGEST:
                parts += raw[1:]
            size += len(raw) - 1
            continue
        if parts.strip():
            yield begun, _decoded(bytes(parts[:LONGEST]))
        begun, parts, size = number, bytearray(raw), len(raw)
    if parts.strip():
        yield begun, _decoded(bytes(parts[:LONGEST]))


def _physical(path: Path) -> Iterator[tuple[int, bytes]]:
    """Lines of bytes without their ends; one that never ends is cut into its beginning."""
    try:
        with path.open("rb") as file:
            head = file.read(3)
            if head[:2] in _UTF16:
                yield from _of_utf16(path)
                return
            file.seek(len(codecs.BOM_UTF8) if head == codecs.BOM_UTF8 else 0)
            number, inside = 0, False
            while raw := file.readline(_CHUNK):
                if not inside:
                    number += 1
                    for part in raw.rstrip(b"\r\n").split(b"\r"):
                        yield number, part
                inside = not raw.endswith(b"\n")
    except OSError as error:
        raise unreadable(path, error) from error


def _of_utf16(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open(encoding="utf-16", errors="replace", newline=None) as file:
        for number, line in enumerate(file, start=1):
            yield number, line.rstrip("\n").encode()


def _decoded(line: bytes) -> str:
    try:
        text = line.decode()
    except UnicodeDecodeError:
        text = line.decode("cp1252", "replace")
    return text.replace("\0", "").rstrip()


def _keep(component: RawComponent, line: str, *, nested: bool, name: str = "") -> None:
    """Keep what is wanted: of an event its own properties, of a time zone everything."""
    if component.kind == "VEVENT":
        if nested or name not in KEPT:
            return
        line = name + line[len(name) :]
    if len(component.lines) < MOST_LINES:
        component.lines.append(line)
