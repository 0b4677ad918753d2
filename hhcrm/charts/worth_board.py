"""The worth board as a chart: potential along, the share of it received up, effort as size (product.md, section 5)."""

from __future__ import annotations

from typing import Literal

from hhcrm.charts.chart import Cell, Column, Part
from hhcrm.charts.chart import Row as ChartRow
from hhcrm.charts.quadrants import Corner, PointMark, QuadrantChart
from hhcrm.charts.words import counted_referrals, period_of
from hhcrm.domain.rule_facts import say_value
from hhcrm.domain.vocabulary import shown
from hhcrm.domain.wording import translate
from hhcrm.domain.worth_board import Misjudged
from hhcrm.queries.referral_models import ReferralFilter
from hhcrm.queries.worth_models import WorthBoard, WorthLine
from hhcrm.queries.worth_words import basis_words, patients_words, visits_words

Effort = Literal["visits", "minutes"]
"""What the size of a point stands for."""

MOST_POINTS = 1500
"""So many points, those of which most may be expected, can be pointed at; further ones are one quiet crowd."""

_NAMED = 6
_MOST_CALLED = 14
_FAVOURITE, _QUIET, _RETHINK, _BEST, _OTHER, _GUESS = range(6)
_HIGHEST = 9.99
"""The share of what was said to be able to send nothing, and sends."""


def worth_chart(board: WorthBoard, effort: Effort = "visits") -> QuadrantChart:
    """The board as points; every one of them is a line of the table."""
    placed = [line for line in board.lines if line.potential is not None]
    called = {line.source_id for line in board.called_out[:_MOST_CALLED]}
    best = {line.source_id for line in [one for one in placed if one.sent and not one.is_guess][:_NAMED]}
    pointed = placed[:MOST_POINTS]
    pointed += [line for line in placed[MOST_POINTS:] if line.source_id in called or line.rethink]
    pointed.sort(key=lambda line: (line.potential or 0.0, _up(line)))
    there = {line.source_id for line in pointed}
    asked = board.ask.asked
    return QuadrantChart(
        name="worth",
        kind="quadrants",
        title=translate("worth", "Worth board"),
        beside=_beside(board, len(placed), effort),
        period=period_of(asked),
        value_title=translate("worth", "share of potential received in 12 months"),
        row_title=translate("worth", "potential, patients a month"),
        parts=_parts(),
        rows=tuple(ChartRow(line.name) for line in pointed),
        marks=tuple(_mark(board, line, row, effort, _part(line, best, called)) for row, line in enumerate(pointed)),
        columns=_columns(),
        lines=tuple(_cells(board, line) for line in board.lines),
        total=False,
        about=_about(board),
        along_from=board.high_from,
        along_words="" if board.high_from is None else say_value(round(board.high_from, 1)),
        up_from=board.rules.high_share,
        up_words=f"{round(100 * board.rules.high_share)} %",
        corners=(Corner(shown("thank")), Corner(shown("keep"), 2), Corner(shown("rethink")), Corner(shown("grow"), 0)),
        crowd=tuple(
            (line.potential or 0.0, _up(line), float(_effort(line, effort)))
            for line in placed[MOST_POINTS:]
            if line.source_id not in there
        ),
        crowd_part=_OTHER,
        line_parts=tuple(
            None if line.potential is None else _part(line, best, called) if line.source_id in there else _OTHER
            for line in board.lines
        ),
    )


def _parts() -> tuple[Part, ...]:
    return (
        Part(translate("worth", "favourite that cannot send much"), 5, "xx", shape="D"),
        Part(translate("worth", "quiet practice that could send"), 0, "//", shape="^"),
        Part(translate("worth", "neither referral nor advance"), 1, "--", shape="s"),
        Part(translate("worth", "most to expect"), 2, ".."),
        Part(translate("worth", "others"), None),
        Part(translate("worth", "potential guessed"), None, hollow=True),
    )


def _part(line: WorthLine, best: set[int], called: set[int]) -> int:
    if line.source_id in called:
        return _FAVOURITE if line.misjudged is Misjudged.FAVOURITE else _QUIET
    if line.rethink:
        return _RETHINK
    if line.source_id in best:
        return _BEST
    return _GUESS if line.is_guess else _OTHER


def _mark(board: WorthBoard, line: WorthLine, row: int, effort: Effort, part: int) -> PointMark:
    return PointMark(
        row=row,
        part=part,
        value=line.sent,
        words=_words(board, line),
        behind=sent_by(board, line),
        along=line.potential or 0.0,
        up=_up(line),
        size=float(_effort(line, effort)),
        name=line.name if part in (_FAVOURITE, _QUIET, _BEST) else "",
    )


def sent_by(board: WorthBoard, line: WorthLine) -> ReferralFilter:
    """The referrals that a source's share is made of."""
    return ReferralFilter(
        from_on=board.year_from, until_on=board.ask.asked.until_on, source_ids=(line.source_id, *line.others)
    )


def _up(line: WorthLine) -> float:
    return line.share if line.share is not None else _HIGHEST if line.sent else 0.0


def _effort(line: WorthLine, effort: Effort) -> int:
    return line.visits if effort == "visits" else line.minutes


def _words(board: WorthBoard, line: WorthLine) -> str:
    share = "" if line.share is None else f", {round(100 * line.share)} %"
    words = translate(
        "worth", "{name}: {referrals} in 12 months{share} of {patients} a month ({basis}); {visits}, {minutes} minutes"
    ).format(
        name=line.name,
        referrals=counted_referrals(line.sent),
        share=share,
        patients=patients_words(line.potential or 0.0),
        basis=basis_words(line, board.rates),
        visits=visits_words(line.visits),
        minutes=f"{line.minutes:,}",
    )
    group = line.group
    return words if group is None else f"{words}; {shown(group)}"


def _beside(board: WorthBoard, placed: int, effort: Effort) -> str:
    """How many sources it is of, what a size stands for, and what is not known."""
    size = (
        translate("worth", "size = visits") if effort == "visits" else translate("worth", "size = minutes with travel")
    )
    words = translate("worth", "n = {count} source") if placed == 1 else translate("worth", "n = {count} sources")
    found = [size, words.format(count=f"{placed:,}")]
    if board.guessed:
        found.append(translate("worth", "{count} by our guess").format(count=f"{board.guessed:,}"))
    if board.without:
        found.append(translate("worth", "{count} without potential not shown").format(count=f"{board.without:,}"))
    return ", ".join(found)


def _about(board: WorthBoard) -> str:
    """What no measure explains: the lines that part the quadrants, and whose effort it is."""
    rules = board.rules
    words = translate(
        "worth",
        "Potential is patients a month that a source could send: told us, counted, from public data, or the median of "
        "its type as our guess. High is the upper {top} % of the agency's sources; a high share is {share} % of it, "
        "received in the 12 months to the period's end. Effort is completed visits, or minutes with travel, of the "
        "period, whoever made them.",
    ).format(top=round(100 * rules.high_potential_top), share=round(100 * rules.high_share))
    if not board.ask.rolled:
        return words
    together = translate("worth", "A source stands for all its parts, each patient counted once.")
    return f"{words} {together}"


def _columns() -> tuple[Column, ...]:
    return (
        Column("source", translate("worth", "Source")),
        Column("type", translate("worth", "Type")),
        Column("group", translate("worth", "List")),
        Column("called_out", translate("worth", "Called out")),
        Column("potential_per_month", translate("worth", "Potential a month")),
        Column("potential_rests_on", translate("worth", "Rests on")),
        Column("providers", translate("worth", "Providers")),
        Column("referrals_12_months", translate("worth", "Received, 12 months")),
        Column("share_of_potential_percent", translate("worth", "Share")),
        Column("expected_referrals_per_month", translate("worth", "Expected a month")),
        Column("visits", translate("worth", "Visits")),
        Column("minutes", translate("worth", "Minutes")),
        Column("relationship_felt", translate("worth", "Felt, 1-5")),
        Column("owner", translate("worth", "Owner")),
    )


def _cells(board: WorthBoard, line: WorthLine) -> tuple[Cell, ...]:
    return (
        line.name, line.type, shown(line.group) if line.group else "", shown(line.misjudged) if line.misjudged else "",
        line.potential, basis_words(line, board.rates), line.providers, line.sent,
        None if line.share is None else round(100 * line.share, 1),
        None if line.expected_as_known is None else round(line.expected_as_known, 2), line.visits, line.minutes,
        line.felt, line.owner,
    )  # fmt: skip
