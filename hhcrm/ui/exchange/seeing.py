"""A first look at a file: what it is, how it was read, and which column is which. For worker threads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from hhcrm.domain.errors import FileFault
from hhcrm.domain.wording import translate
from hhcrm.exchange.fields import RecordKind
from hhcrm.exchange.guess import guess_mapping
from hhcrm.exchange.mapping import Mapping, from_toml, header_shape, normal_header
from hhcrm.exchange.tables import Row, Table, open_table
from hhcrm.ui.exchange.day_order import day_places, with_order
from hhcrm.ui.exchange.port import SeenFile
from hhcrm.ui.exchange.words import missing_fields

SAMPLE_ROWS = 100
_CROSS_REFERENCE = 0.25
_TELLING = {
    RecordKind.SOURCES: {"ccn", "beds", "providers", "npi", "potential_per_month", "cadence_days", "type"},
    RecordKind.CONTACTS: {"first_name", "last_name", "credentials", "title", "mobile", "role"},
    RecordKind.VISITS: {"date", "advance", "ask", "purpose", "minutes", "kind", "miles", "next_step"},
    RecordKind.REFERRALS: {"heard_at", "payer", "soc_on", "patient_name", "discharged_on", "service_line", "reason"},
}
"""Fields that a list of one kind has and lists of the others mostly have not."""

Remembered = Callable[[str, str], str | None]


def see_file(path: Path, kind: RecordKind | None, sheet: str | None, remembered: Remembered) -> SeenFile:
    """Open a file and guess what it is. `remembered(kind, shape)` gives the mapping last used. Raises FileFault."""
    table = open_table(path, sheet=sheet)
    rows = table.sample(SAMPLE_ROWS)
    serials = table.encoding is None
    guess = _Guess(table.header, [row.cells for row in rows], path.stem, serials, remembered)
    mapping, known = guess.best(kind)
    count, cells = _passed(table, mapping)
    mapping = with_order(mapping, cells)
    return SeenFile(
        path,
        mapping.kind,
        table.header,
        rows,
        count,
        mapping,
        known,
        table.encoding,
        table.separator,
        table.sheet,
        table.sheets,
        tuple(
            note.words
            if note.number is None
            else translate("exchange", "Row {number}: {words}").format(number=note.number, words=note.words)
            for note in table.notes
        ),
    )


def _passed(table: Table, mapping: Mapping) -> tuple[int, list[str]]:
    """How many rows there are, and the days of all of them: one far below may prove their order."""
    places, cells, count = day_places(mapping), dict[str, None](), 0
    for count, row in enumerate(table.rows(), start=1):  # noqa: B007  # the last count is what is asked for
        if row.problem is None:
            for place in places:
                if row.cells[place].strip():
                    cells[row.cells[place]] = None
    return count, list(cells)


class _Guess:
    """Guesses of one file for each kind."""

    def __init__(
        self,
        header: tuple[str, ...],
        sample: Sequence[Sequence[str]],
        name: str,
        serials: bool,
        remembered: Remembered,
    ) -> None:
        self._header = header
        self._sample = sample
        self._name = name
        self._serials = serials
        self._remembered = remembered

    def best(self, kind: RecordKind | None) -> tuple[Mapping, bool]:
        """The mapping for a kind, or for the kind that suits best, and whether it was used before."""
        kinds = [kind] if kind is not None else list(RecordKind)
        for each in kinds:
            if (known := self._known(each)) is not None:
                return known, True
        guesses = [self._guessed(each) for each in kinds]
        return max(guesses, key=self._score), False

    def _guessed(self, kind: RecordKind) -> Mapping:
        return guess_mapping(kind, self._header, self._sample, file_name=self._name, serials=self._serials)

    def _known(self, kind: RecordKind) -> Mapping | None:
        """The mapping of the last file of this shape."""
        kept = self._remembered(kind.value, header_shape(self._header))
        if kept is None:
            return None
        try:
            mapping = from_toml(kept, self._header)
        except FileFault:
            return None  # of an older version of the program: guess as for a new file
        return mapping if mapping.kind is kind else None

    def _score(self, mapping: Mapping) -> float:
        telling = _TELLING[mapping.kind]
        score = 0.0
        for (_, name), sure in zip(mapping.columns, mapping.confidence, strict=True):
            score += sure * (2.0 if name in telling else 1.0)
            if name == f"{mapping.kind.value.removesuffix('s')}_id":  # written by our own export
                score += 100.0
        if missing_fields(mapping):
            score *= _CROSS_REFERENCE
        if mapping.kind.value in normal_header(self._name).split():
            score += 2.0
        return score


def sample_rows(seen: SeenFile, count: int) -> tuple[Row, ...]:
    """The first rows; those in which more of the mapped columns are filled come before emptier ones."""
    places = [place for place, _ in seen.mapping.columns]
    fullest = sorted(seen.sample, key=lambda row: -sum(1 for place in places if row.cells[place].strip()))[:count]
    return tuple(sorted(fullest, key=lambda row: row.number))
