"""What the bytes of a text table are: encoding, separator, and which clean-ups its rows need.

One pass over the file decides everything that would otherwise have to be asked of each cell.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import QT_TRANSLATE_NOOP, translate

MAX_CELL = 1_000_000
"""Longest cell read, in characters. A longer one is a quotation mark that was never closed, or no table."""

SEPARATORS = ",;\t|"

RUN_BY_SPREADSHEETS = "=+-@\t\r\n＝＋－＠"  # noqa: RUF001  (full-width forms run too, in East Asian editions)
"""First characters that make a spreadsheet take a cell for a formula (OWASP, CSV injection)."""

GUARDED = re.compile(f"'+[{re.escape(RUN_BY_SPREADSHEETS)}]")
"""A cell behind a guard: apostrophes before a character that a spreadsheet would run."""

_GUARD_BEGINS = re.compile(f"'[{re.escape(RUN_BY_SPREADSHEETS)}]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_CHUNK = 1 << 20
_HEAD = 1 << 16
_LONGEST_LINE = 64 * _CHUNK
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FOREIGN = (
    (b"%PDF", QT_TRANSLATE_NOOP("exchange", "a PDF document. Export the table itself as CSV or XLSX")),
    (b"\x89PNG", QT_TRANSLATE_NOOP("exchange", "a picture")),
    (b"\xff\xd8\xff", QT_TRANSLATE_NOOP("exchange", "a picture")),
    (b"GIF8", QT_TRANSLATE_NOOP("exchange", "a picture")),
    (b"{\\rtf", QT_TRANSLATE_NOOP("exchange", "a text document (RTF). Save the table as CSV or XLSX")),
    (b"\x1f\x8b", QT_TRANSLATE_NOOP("exchange", "a compressed file. Unpack it first")),
    (b"7z\xbc\xaf", QT_TRANSLATE_NOOP("exchange", "a compressed file. Unpack it first")),
    (b"Rar!", QT_TRANSLATE_NOOP("exchange", "a compressed file. Unpack it first")),
    (b"SQLite format 3", QT_TRANSLATE_NOOP("exchange", "a database. Export the table as CSV or XLSX")),
    (b"BEGIN:VCARD", QT_TRANSLATE_NOOP("exchange", "a vCard file. Bring its people in from the People in Sources")),
    (
        b"BEGIN:VCALENDAR",
        QT_TRANSLATE_NOOP("exchange", "a calendar file. It has an import of its own"),
    ),
)


@dataclass(frozen=True, slots=True)
class TextScan:
    """What one pass over a text file found. `head` is its decoded beginning, whole lines where there are any."""

    encoding: str
    errors: str
    head: str
    nuls: int
    needs_unwrapping: bool
    notes: tuple[str, ...]


def scan_text(path: Path, encoding: str | None = None) -> TextScan:
    """Read the whole file once and say how its text is to be read.

    Order: byte order mark, UTF-16 by its NULs, UTF-8 strict, Windows-1252. A given `encoding` is believed.
    Raises FileFault for a file that holds no text.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    _refuse_foreign(path, head)
    if encoding is not None:
        try:
            encoding = codecs.lookup(encoding).name
        except LookupError as error:
            raise FileFault(
                translate("exchange", "There is no encoding called {encoding}. Try utf-8 or cp1252.").format(
                    encoding=encoding
                )
            ) from error
        return _scan_as(path, (encoding,))
    return _scan_as(path, _candidates(head))


def _candidates(head: bytes) -> tuple[str, ...]:
    for mark, name in _BOMS:
        if head.startswith(mark):
            return (name, "cp1252") if name == "utf-8-sig" else (name,)
    # UTF-16 of plain English is valid UTF-8 full of NULs: it has to be asked first.
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if even + odd >= max(2, len(head) // 20):
        if odd > 20 * even:
            return ("utf-16-le", "cp1252")
        if even > 20 * odd:
            return ("utf-16-be", "cp1252")
    return ("utf-8", "cp1252")


def _scan_as(path: Path, encodings: tuple[str, ...]) -> TextScan:
    for encoding in encodings:
        try:
            return _pass_over(path, encoding, "strict")
        except UnicodeDecodeError:
            continue
    return _pass_over(path, encodings[-1], "replace")


def _pass_over(path: Path, encoding: str, errors: str) -> TextScan:
    nuls, replaced, unwrap, since_newline, tail, head = 0, 0, False, 0, "", ""
    for text in _decoded(path, encoding, errors):
        if len(head) < _HEAD:
            head += text[: _HEAD - len(head)]
        nuls += text.count("\0") if "\0" in text else 0
        replaced += text.count("\ufffd") if errors == "replace" else 0
        if not unwrap:
            joined = tail + text
            # Single characters are found 30 times faster than pairs: ask for them first.
            unwrap = ("=" in joined and '="' in joined) or _GUARD_BEGINS.search(joined) is not None
            tail = text[-1:]
        ends = max(text.rfind("\n"), text.rfind("\r"))
        since_newline = len(text) - ends if ends >= 0 else since_newline + len(text)
        if since_newline > _LONGEST_LINE:
            raise FileFault(
                translate("exchange", "{name} has no lines; it does not look like a table.").format(name=path.name)
            )
    if encoding != "utf-8-sig":  # its mark says that it is text, whatever texts it holds
        _refuse_binary(path, head)
    return TextScan(encoding, errors, _whole_lines(head), nuls, unwrap, _notes(encoding, nuls, replaced))


def _decoded(path: Path, encoding: str, errors: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", True)


def _whole_lines(head: str) -> str:
    if len(head) < _HEAD:
        return head
    end = max(head.rfind("\n"), head.rfind("\r"))
    return head[: end + 1] if end >= 0 else head


def _notes(encoding: str, nuls: int, replaced: int) -> tuple[str, ...]:
    notes = []
    if encoding == "cp1252":
        notes.append(
            translate("exchange", "The file is not UTF-8; it was read as Windows-1252. Look at names with accents.")
        )
    if replaced:
        notes.append(
            translate("exchange", "{replaced} characters could not be read and are shown as �.").format(
                replaced=replaced
            )
        )
    if nuls:
        notes.append(translate("exchange", "{nuls} NUL characters were left out.").format(nuls=nuls))
    return tuple(notes)


def _refuse_foreign(path: Path, head: bytes) -> None:
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    for magic, words in _FOREIGN:
        if start.startswith(magic):
            raise FileFault(
                translate("exchange", "{name} is not a table but {words}.").format(
                    name=path.name, words=translate("exchange", words)
                )
            )
    opening = start[:200].lower()
    if opening.startswith((b"<!doctype html", b"<html", b"<?xml", b"<table")):
        raise FileFault(
            translate(
                "exchange",
                "{name} is a web page or XML, whatever its name says. Open it in a spreadsheet program "
                "and save it as XLSX or CSV.",
            ).format(name=path.name)
        )


def _refuse_binary(path: Path, head: str) -> None:
    controls = sum(1 for sign in head if sign < " " and sign not in "\t\r\n\f\x1a")
    if controls > max(8, len(head) // 50):
        raise FileFault(
            translate("exchange", "{name} does not look like a table. Choose a CSV or XLSX file.").format(
                name=path.name
            )
        )


def limit_cells() -> None:
    """Set the longest cell that csv reads: process-wide, so always to the same number and before each reading."""
    csv.field_size_limit(MAX_CELL)


@dataclass(frozen=True, slots=True)
class Shape:
    """How lines fall into cells."""

    separator: str
    skip_blank_after_separator: bool = False


def find_shape(head: str) -> Shape:
    """The separator under which most lines have as many cells as the first one; a comma where there is none."""
    best, best_score = Shape(","), (0.0, 0)
    for separator in SEPARATORS:
        for skip in (False, True):
            score = _consistency(head, separator, skip)
            if score > best_score:
                best, best_score = Shape(separator, skip), score
    return best


def parse_head(head: str, shape: Shape, limit: int = 200) -> list[list[str]]:
    """The first records of a file's beginning."""
    records: list[list[str]] = []
    limit_cells()
    reader = csv.reader(
        _LINE.findall(head.replace("\0", "")),
        delimiter=shape.separator,
        skipinitialspace=shape.skip_blank_after_separator,
    )
    try:
        for record in reader:
            records.append(record)
            if len(records) >= limit:
                break
    except csv.Error:
        return records
    return records


def _consistency(head: str, separator: str, skip: bool) -> tuple[float, int]:
    records = [record for record in parse_head(head, Shape(separator, skip)) if any(map(str.strip, record))]
    widths = [len(record) for record in records]
    widest = max(widths[:10], default=0)
    if widest < 2:
        return (0.0, 0)
    return (round(widths.count(widest) / len(widths), 3), widest)
