"""Why referrals were not admitted, by whose reasons these are: ours, the source's, the patient's, the payer's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from hhcrm.charts.chart import Cell, Chart, Column, Mark, Part, Row
from hhcrm.charts.words import month_row, month_words, percent_words, period_of
from hhcrm.domain.days import say_month_day
from hhcrm.domain.measures import MeasureKey
from hhcrm.domain.periods import month_end, months_of
from hhcrm.domain.wording import translate
from hhcrm.domain.words import ReasonOwner
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.trend_models import ReasonCount, Reasons, ReasonsBehind

OWNERS: tuple[ReasonOwner | None, ...] = (*ReasonOwner, None)
_LOOKS = (
    Part("", 5),
    Part("", 1, hatch="////"),
    Part("", 2, hatch=".."),
    Part("", 4, hollow=True),
    Part("", None, hatch="xx"),
)


def reasons_chart(found: Reasons) -> Chart:
    """A bar for each owner, made of its reasons, the most frequent first."""
    owners = [owner for owner in OWNERS if any(each.owner == owner for each in found.counts)]
    counted = _by_reason(found.counts)
    marks: list[Mark] = []
    lines: list[tuple[Cell, ...]] = []
    sums = {owner: sum(each.count for each in found.counts if each.owner == owner) for owner in owners}
    for row, owner in enumerate(owners):
        mine = sorted((each for each in counted if each.owner == owner), key=lambda each: (-each.count, each.reason))
        for each in mine:
            words = translate("trends", "{owner}: {reason}, {count} of {all}")
            said = words.format(
                owner=owner_words(owner), reason=_named(each), count=f"{each.count:,}", all=f"{found.not_admitted:,}"
            )
            behind = ReasonsBehind(found.asked, owner, True, each.reason_id)
            marks.append(Mark(row, 0, each.count, said, behind, inside=_named(each)))
            lines.append((owner_words(owner), _named(each), each.count, _percent(each.count, found.not_admitted)))
    return Chart(
        name="reasons",
        kind="named",
        title=translate("trends", "Not admitted, by whose reason"),
        beside=_beside(found),
        period=period_of(found.asked),
        value_title=translate("trends", "referrals not admitted; share of all not admitted"),
        row_title=translate("trends", "whose reason"),
        parts=(Part(translate("trends", "referrals not admitted"), 0),),
        rows=tuple(Row(owner_words(owner), _note(sums[owner], found.not_admitted)) for owner in owners),
        marks=tuple(marks),
        columns=(
            Column("owner", translate("trends", "Whose reason")),
            Column("reason", translate("trends", "Reason")),
            Column("not_admitted", translate("trends", "Not admitted")),
            Column("share_percent", translate("trends", "Share")),
        ),
        lines=tuple(lines),
        total=False,
        measures=(MeasureKey.NOT_ADMITTED,),
    )


def reasons_by_month(found: Reasons, today: date) -> Chart:
    """How many a month, by whose reasons they are."""
    asked = found.asked
    months = [month for month in months_of(asked.from_on, asked.until_on) if month <= today]
    marks: list[Mark] = []
    lines: list[tuple[Cell, ...]] = []
    rows = []
    for place, month in enumerate(months):
        counts = _sums((each for each in found.counts if each.month == month), lambda each: each.owner)
        total = sum(counts.values())
        rows.append(_month_row(month, asked, f"{total:,}" if total else ""))
        lines.append((f"{month:%Y-%m}", *(counts[owner] for owner in OWNERS), total))
        for part, owner in enumerate(OWNERS):
            if counts[owner]:
                words = translate("trends", "{month}: {count} of {all}, {owner}")
                said = words.format(
                    month=month_words(month, asked), count=f"{counts[owner]:,}", all=f"{total:,}",
                    owner=owner_words(owner),
                )  # fmt: skip
                behind = ReasonsBehind(asked.in_month(month), owner)
                marks.append(Mark(place, part, counts[owner], said, behind))
    totals = [sum(int(line[part + 1] or 0) for line in lines) for part in range(len(OWNERS) + 1)]
    return Chart(
        name="reasons-by-month",
        kind="stacked",
        title=translate("trends", "Not admitted by month"),
        beside=_beside(found),
        period=period_of(asked),
        value_title=translate("trends", "referrals not admitted"),
        row_title=translate("charts", "month of referral"),
        parts=_parts(),
        rows=tuple(rows),
        marks=tuple(marks),
        columns=(
            Column("month", translate("charts", "Month")),
            *(
                Column(f"reason_{owner or 'unknown'}", owner_words(owner).capitalize(), (part,))
                for part, owner in enumerate(OWNERS)
            ),
            Column("not_admitted", translate("trends", "Not admitted"), tuple(range(len(OWNERS)))),
        ),
        lines=(*lines, (translate("charts", "all"), *totals)) if found.not_admitted else (),
        measures=(MeasureKey.NOT_ADMITTED,),
    )


def _month_row(month: date, asked: MeasureFilter, note: str) -> Row:
    """A month below its bar; where it is not whole, which days of it there are."""
    row, part = month_row(month, note), asked.in_month(month)
    if part.until_on < month_end(month):
        return replace(row, group=translate("trends", "to {day}").format(day=say_month_day(part.until_on)))
    if part.from_on > month:
        since = translate("trends", "from {day} on").format(day=say_month_day(part.from_on))
        return replace(row, group=f"{row.group}, {since}")
    return row


def owner_words(owner: ReasonOwner | None) -> str:
    """Whose a reason is."""
    return {
        ReasonOwner.OURS: translate("trends", "ours"),
        ReasonOwner.SOURCE: translate("trends", "the source's"),
        ReasonOwner.PATIENT: translate("trends", "the patient's"),
        ReasonOwner.PAYER: translate("trends", "the payer's"),
        None: translate("trends", "not said"),
    }[owner]


def _parts() -> tuple[Part, ...]:
    return tuple(replace(look, words=owner_words(owner)) for look, owner in zip(_LOOKS, OWNERS, strict=True))


def _sums(
    counts: Iterable[ReasonCount], key: Callable[[ReasonCount], ReasonOwner | None]
) -> Counter[ReasonOwner | None]:
    sums: Counter[ReasonOwner | None] = Counter()
    for each in counts:
        sums[key(each)] += each.count
    return sums


def _by_reason(counts: Iterable[ReasonCount]) -> list[ReasonCount]:
    """The months of each reason of an owner together."""
    found: dict[tuple[ReasonOwner | None, int | None], ReasonCount] = {}
    for each in counts:
        key = (each.owner, each.reason_id)
        found[key] = replace(each, count=each.count + found[key].count) if key in found else each
    return list(found.values())


def _named(each: ReasonCount) -> str:
    return each.reason or translate("trends", "no reason given")


def _percent(count: int, of: int) -> float:
    return round(100 * count / of, 1)


def _note(count: int, of: int) -> str:
    return f"{count:,}, {percent_words(count / of)}"


def _beside(found: Reasons) -> str:
    words = translate("trends", "{count} not admitted of {decided} decided")
    return words.format(count=f"{found.not_admitted:,}", decided=f"{found.decided:,}")
