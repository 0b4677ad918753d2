"""What charts say, and that everything they say is also drawn, at the place they name."""

from __future__ import annotations

import io
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from hhcrm.charts import effort, referrals, rhythm
from hhcrm.charts.capacity import capacity_weeks
from hhcrm.charts.chart import Chart, NumbersBehind, WeekBehind
from hhcrm.charts.forecast import forecast_chart
from hhcrm.charts.look import PAPER, ChartLook
from hhcrm.charts.painter import Painter, Picture
from hhcrm.charts.words import month_words, period_words
from hhcrm.domain.capacity import Means
from hhcrm.domain.errors import FileFault
from hhcrm.domain.forecast import Pace, Stand, forecast
from hhcrm.queries.capacity_models import CapacityView, PersonAdvice, PersonRoom, WeekRoom
from hhcrm.queries.measure_models import (
    GapsBehind,
    MeasuredEffort,
    MeasuredReferrals,
    MeasuredRhythm,
    MeasureFilter,
    MonthEffort,
    MonthOutcomes,
    MonthRhythm,
    NamedOutcomes,
    Outcomes,
    VisitsBehind,
)

ASKED = MeasureFilter(date(2026, 9, 1), date(2026, 11, 23), liaison_id=2)
FOUND = MeasuredReferrals(
    asked=ASKED,
    total=Outcomes(60, 40, 14),
    sources=(
        NamedOutcomes(7, "Mercy Hospital", Outcomes(30, 20, 5)),
        NamedOutcomes(3, "Oak Grove", Outcomes(10, 9, 1)),
    ),
    source_count=6,
    months=(
        MonthOutcomes(date(2026, 9, 1), Outcomes(25, 20, 5)),
        MonthOutcomes(date(2026, 10, 1), Outcomes()),
        MonthOutcomes(date(2026, 11, 1), Outcomes(35, 20, 9)),
    ),
    types=(NamedOutcomes(2, "Clinic", Outcomes(20, 10, 10)), NamedOutcomes(1, "Hospital", Outcomes(40, 30, 4))),
)
NOTHING = MeasuredReferrals(ASKED, Outcomes(), (), 0, (MonthOutcomes(date(2026, 9, 1), Outcomes()),), ())
EFFORT = MeasuredEffort(ASKED, (MonthEffort(date(2026, 9, 1), 40, 8), MonthEffort(date(2026, 10, 1), 0, 3)))
RHYTHM = MeasuredRhythm(ASKED, 9, 12, (MonthRhythm(date(2026, 9, 1), 6, 8), MonthRhythm(date(2026, 10, 1), 0, 0)))

TODAY = date(2026, 11, 23)
PACE = Pace(found=3, share=0.6, months=5, loss=0.01, cadence=42, interval=30)
STAND = Stand(31, (1.0, 2.0, 3.0, 4.0))
PRESENT, CHANGED = forecast(STAND, PACE), forecast(STAND, replace(PACE, found=5))
WEEKS = tuple(WeekRoom(TODAY + timedelta(weeks=place), 4, 14.4, 10 + place) for place in range(3))
VIEW = CapacityView(2, (PersonAdvice(PersonRoom(2, "Dana", 31, 4, 17.2, 16.3, Means(18, 45), WEEKS)),))
"""12 visits are due in the last of these weeks."""


def charts() -> list[Chart]:
    return [
        referrals.by_source(FOUND),
        referrals.by_month(FOUND),
        referrals.by_type(FOUND),
        referrals.conversion(FOUND),
        effort.visits_beside_referrals(EFFORT),
        rhythm.rhythm_kept(RHYTHM),
        referrals.source_months(FOUND.months, ASKED),
        forecast_chart("sources", TODAY, PRESENT, None, 14),
        forecast_chart("sources", TODAY, PRESENT, CHANGED, 14),
        forecast_chart("visits", TODAY, PRESENT, CHANGED, 14),
        capacity_weeks(VIEW),
    ]


@pytest.fixture(scope="module")
def painter(tmp_path_factory: pytest.TempPathFactory) -> Painter:
    return Painter(tmp_path_factory.mktemp("cache"))


def test_by_source_names_the_first_and_puts_the_others_together() -> None:
    chart = referrals.by_source(FOUND)
    assert [(row.label, row.note, row.quiet) for row in chart.rows] == [
        ("Mercy Hospital", "30, 80 %", False), ("Oak Grove", "10, 90 %", False), ("4 others", "20, 58 %", True),
    ]  # fmt: skip
    assert chart.beside == "top 2 of 6; n = 60"
    assert chart.marks[0].words == "Mercy Hospital: 20 of 30 referrals admitted"
    assert [mark.value for mark in chart.marks] == [20, 5, 5, 9, 1, 11, 8, 1]
    assert chart.lines[-1] == ("all", 60, 40, 14, 6, 74.1)


def test_behind_a_mark_stands_the_filter_of_its_referrals() -> None:
    chart = referrals.by_source(FOUND)
    assert chart.marks[1].behind == replace(ASKED, source_id=7).referrals("not admitted")
    others = chart.marks[-1].behind
    assert others == replace(ASKED.referrals("open"), not_source_ids=(7, 3))
    month = referrals.by_month(FOUND).marks[0].behind
    assert month == replace(ASKED, until_on=date(2026, 9, 30)).referrals("admitted")
    assert referrals.by_type(FOUND).marks[0].behind == replace(ASKED, type_id=1).referrals("admitted")
    visits, _, later = effort.visits_beside_referrals(EFFORT).marks
    assert visits.behind == VisitsBehind(ASKED.in_month(date(2026, 9, 1)))
    assert later.behind == ASKED.in_month(date(2026, 10, 1)).referrals()
    assert rhythm.rhythm_kept(RHYTHM).marks[0].behind == GapsBehind(ASKED.in_month(date(2026, 9, 1)))


def test_conversion_is_of_those_decided_with_the_open_ones_beside_it() -> None:
    chart = referrals.conversion(FOUND)
    assert [mark.value for mark in chart.marks] == [pytest.approx(0.8), pytest.approx(20 / 29)]
    assert chart.marks[1].words == "November 2026 (to Nov 23): 69 % admitted, 20 of 29 decided; 6 still open"
    assert chart.beside == "74 % of 54 decided; 6 still open"


def test_a_month_of_which_only_a_part_is_meant_says_so() -> None:
    asked = MeasureFilter(date(2026, 9, 10), date(2026, 11, 23))
    assert month_words(date(2026, 9, 1), asked) == "September 2026 (from Sep 10)"
    assert month_words(date(2026, 10, 1), asked) == "October 2026"
    assert month_words(date(2026, 11, 1), asked) == "November 2026 (to Nov 23)"
    inside = MeasureFilter(date(2026, 9, 10), date(2026, 9, 12))
    assert month_words(date(2026, 9, 1), inside) == "Sep 10, 2026 to Sep 12, 2026"


def test_periods_have_short_names_where_they_are_whole() -> None:
    assert period_words(date(2026, 11, 1), date(2026, 11, 30)) == "November 2026"
    assert period_words(date(2026, 7, 1), date(2026, 9, 30)) == "Q3 2026"
    assert period_words(date(2025, 1, 1), date(2025, 12, 31)) == "2025"
    assert period_words(date(2026, 8, 1), date(2026, 10, 31)) == "Aug 1, 2026 to Oct 31, 2026"


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.name)
def test_every_chart_says_title_period_cases_and_axes(chart: Chart) -> None:
    assert all((chart.title, chart.beside, chart.period, chart.value_title, chart.row_title))
    assert all(part.words for part in chart.parts)
    assert any(figure in chart.beside for figure in ("60", "54", "40", "12", "33"))
    assert all(len(line) == len(chart.columns) for line in chart.lines)
    assert all(mark.words in chart.alternative and mark.behind is not None for mark in chart.marks)
    # Two parts never differ by their colour alone.
    assert len({(part.hatch, part.hollow) for part in chart.parts}) == len(chart.parts)


def test_a_forecast_has_a_line_for_each_pace_and_says_where_they_begin_and_end() -> None:
    chart = forecast_chart("sources", TODAY, PRESENT, CHANGED, 14)
    assert (chart.beside, chart.period) == ("31 now, 50 in 12 months", "next 12 months")
    assert [(part.begin, part.end) for part in chart.parts[:2]] == [("31 now", "50"), ("", "42 unchanged")]
    assert [mark.words for mark in chart.marks[-2:]] == [
        "November 2027: 50 at the changed pace, 42 at the present one"
    ] * 2
    assert {mark.behind for mark in chart.marks} == {NumbersBehind()}
    assert chart.lines[0] == ("2026-11", 31, 31, 6, 6, 14)
    assert len(chart.lines) == 13
    alone = forecast_chart("sources", TODAY, PRESENT, None, 14)
    assert [(part.begin, part.end, part.hollow) for part in alone.parts] == [("31 now", "42", False)]
    assert alone.alternative.count("November 2027: 42 at the present pace") == 1


def test_what_fits_is_a_line_of_its_own_among_visits() -> None:
    chart = forecast_chart("visits", TODAY, PRESENT, CHANGED, 14)
    assert {mark.value for mark in chart.marks if mark.part == 2} == {14}
    assert chart.parts[2].begin == "14 fit"
    assert chart.marks[0].words == "Now: 6 at the changed pace, 6 at the present one; 14 fit"


def test_capacity_sets_what_is_due_beside_what_fits_week_by_week() -> None:
    chart = capacity_weeks(VIEW)
    assert chart.beside == "33 visits due"
    assert [mark.value for mark in chart.marks] == [10, 14, 11, 14, 12, 14]
    assert chart.marks[-1].words == "Week of Dec 7: 12 due, 14 fit (4 working days)"
    assert chart.marks[-1].behind == WeekBehind(date(2026, 12, 7))
    assert chart.lines[0] == ("2026-11-23", 4, 10, 14, 17, 3, 0)


@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.name)
@pytest.mark.parametrize(("width", "height", "ratio"), [(520, 300, 1.0), (260, 130, 2.0), (900, 500, 1.25)])
def test_every_mark_is_drawn_where_it_says(
    painter: Painter, chart: Chart, width: int, height: int, ratio: float
) -> None:
    picture = painter.paint(chart, PAPER, width, height, ratio)
    assert (picture.columns, picture.rows) == (round(width * ratio), round(height * ratio))
    assert len(picture.spots) == len(chart.marks)
    for mark, spot in zip(chart.marks, picture.spots, strict=True):
        assert -1 <= spot.left <= spot.left + spot.width <= width + 1
        assert -1 <= spot.top <= spot.top + spot.height <= height + 1
        if chart.kind in ("across", "stacked", "beside") and min(spot.width, spot.height) > 6:
            ink = PAPER.rest if chart.rows[mark.row].quiet else PAPER.marks[chart.parts[mark.part].ink or 0]
            assert has_colour(picture, spot.left, spot.top, spot.width, spot.height, ink)


def has_colour(picture: Picture, left: float, top: float, width: float, height: float, ink: str) -> bool:
    wanted = bytes.fromhex(ink.removeprefix("#"))
    for y in range(int(top * picture.ratio) + 1, int((top + height) * picture.ratio)):
        begin = (y * picture.columns + int(left * picture.ratio)) * 4
        row = picture.rgba[begin : begin + int(width * picture.ratio) * 4]
        if any(row[at : at + 3] == wanted for at in range(0, len(row), 4)):
            return True
    return False


def test_nothing_is_said_and_drawn_in_words(painter: Painter) -> None:
    for chart in (referrals.by_source(NOTHING), referrals.by_month(NOTHING), referrals.conversion(NOTHING)):
        assert chart.is_empty
        assert chart.lines == ()
        assert "Nothing in this period" in chart.alternative
        assert painter.paint(chart, PAPER, 400, 200, 1.0).spots == ()


def test_too_few_cases_are_said_instead_of_a_percentage() -> None:
    few = Outcomes(5, 3, 1)
    months = (MonthOutcomes(date(2026, 9, 1), few), MonthOutcomes(date(2026, 10, 1), Outcomes()))
    found = replace(FOUND, total=few, sources=(NamedOutcomes(7, "Mercy Hospital", few),), source_count=1, months=months)
    chart = referrals.conversion(found)
    assert chart.is_empty
    assert chart.beside == "3 of 4 decided; 1 still open"
    assert "Too few in each month" in chart.alternative
    assert [line[-1] for line in chart.lines] == [None, None, None]
    assert chart.lines[0][:-1] == ("2026-09", 5, 3, 1, 1)
    assert referrals.by_source(found).rows[0].note == "5"
    assert referrals.conversion(replace(found, fewest=4)).marks[0].value == 0.75
    kept = MeasuredRhythm(ASKED, 3, 4, (MonthRhythm(date(2026, 9, 1), 3, 4),))
    chart = rhythm.rhythm_kept(kept)
    assert (chart.is_empty, chart.beside) == (True, "3 of 4 gaps between visits")
    assert chart.lines == (("2026-09", 3, 4, None), ("all", 3, 4, None))


def test_of_one_referral_the_chart_says_one_and_no_share() -> None:
    one = Outcomes(1, 0, 0)
    months = (MonthOutcomes(date(2026, 11, 1), one),)
    found = replace(FOUND, total=one, sources=(NamedOutcomes(7, "Mercy Hospital", one),), source_count=1, months=months)
    chart = referrals.by_source(found)
    assert [mark.words for mark in chart.marks] == ["Mercy Hospital: 1 of 1 referral still open"]
    assert "%" not in chart.alternative.replace(chart.value_title, "")
    assert referrals.conversion(found).beside == "none decided, 1 still open"


def test_a_period_to_come_says_so_and_no_month_of_it_is_counted_as_nothing() -> None:
    to_come = replace(NOTHING, months=(), ahead=True)
    for chart in (
        referrals.by_source(to_come), referrals.by_month(to_come), referrals.by_type(to_come),
        referrals.conversion(to_come), effort.visits_beside_referrals(MeasuredEffort(ASKED, (), ahead=True)),
        rhythm.rhythm_kept(MeasuredRhythm(ASKED, 0, 0, (), ahead=True)),
    ):  # fmt: skip
        assert (chart.is_empty, chart.rows, chart.lines) == (True, (), ())
        assert "This period is still to come." in chart.alternative


def test_names_that_no_font_can_draw_or_that_look_like_formulas_are_drawn_all_the_same(painter: Painter) -> None:
    names = ("$mith & $ons $x^2$", "\U0001f3e5 Klinik", "\u533b\u9662", "A" * 300, "line\nbreak", "\u202eback", " ")
    sources = tuple(NamedOutcomes(place, name, Outcomes(3, 1, 1)) for place, name in enumerate(names))
    found = replace(FOUND, sources=sources, total=Outcomes(21, 7, 7))
    look = replace(PAPER, families=("No Such Font",))
    assert len(painter.paint(referrals.by_source(found), look, 500, 300, 1.0).spots) == 21


def test_files_are_whole_and_alike_each_time(painter: Painter, tmp_path: Path) -> None:
    chart = referrals.by_source(FOUND)
    beginnings = {"png": b"\x89PNG\r\n", "svg": b"<?xml", "pdf": b"%PDF-"}
    for form, beginning in beginnings.items():
        path = tmp_path / f"chart.{form}"
        painter.save(chart, path)
        assert path.read_bytes().startswith(beginning)
        assert painter.encode(chart, form) == painter.encode(chart, form)
    ElementTree.fromstring(painter.encode(chart, "svg"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["chart.pdf", "chart.png", "chart.svg"]
    painter.save_pages(charts(), tmp_path / "all.pdf")
    assert (tmp_path / "all.pdf").read_bytes().count(b"/Type /Page ") == len(charts())


def test_a_file_that_cannot_be_written_is_said_in_words(painter: Painter, tmp_path: Path) -> None:
    with pytest.raises(FileFault, match="could not be written"):
        painter.save(referrals.by_source(FOUND), tmp_path / "none" / "chart.png")


def test_a_thousand_referrals_and_one_fit_the_same_picture(painter: Painter) -> None:
    for count in (1, 9, 10, 11, 999, 1_234_567):
        months = (MonthOutcomes(date(2026, 9, 1), Outcomes(count, count, 0)),)
        chart = referrals.by_month(replace(FOUND, months=months, total=Outcomes(count, count, 0)))
        (spot,) = painter.paint(chart, PAPER, 300, 200, 1.0).spots
        assert 20 < spot.height < 200


def test_many_months_are_named_as_there_is_room_with_each_year_once(painter: Painter) -> None:
    months = tuple(MonthOutcomes(date(2000 + at // 12, at % 12 + 1, 1), Outcomes(9, 6, 3)) for at in range(300))
    asked = MeasureFilter(date(2000, 1, 1), date(2024, 12, 31))
    found = replace(FOUND, asked=asked, months=months, total=Outcomes(2700, 1800, 900))
    for chart in (referrals.by_month(found), referrals.conversion(found)):
        svg = painter.paint(chart, PAPER, 520, 300, 1.0)
        assert len(svg.spots) == len(chart.marks) >= 300
    assert [row.group for row in referrals.by_month(found).rows][::60] == ["2000", "2005", "2010", "2015", "2020"]


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_no_name_is_cut_at_the_edge_however_dense_the_screen(painter: Painter, ratio: float) -> None:
    sources = tuple(
        NamedOutcomes(place, name, Outcomes(9 - place, 5 - place, 1))
        for place, name in enumerate(
            ("Harpeth Bend Community Hospital of the North", "Whispering Pines", "WWWWWWWWWWWWW")
        )
    )
    picture = painter.paint(referrals.by_source(replace(FOUND, sources=sources)), PAPER, 500, 280, ratio)
    white = b"\xff\xff\xff\xff"
    for row in range(int(picture.rows * 0.8)):  # the legend below begins at the very edge
        at = row * picture.columns * 4
        assert picture.rgba[at : at + 4] == white


def test_the_look_is_what_is_handed_down(painter: Painter) -> None:
    dark = ChartLook("#101010", "#ffffff", "#cccccc", "#333333", "#555555", "#777777", ("#ff0000", "#00ff00"))
    picture = painter.paint(referrals.by_month(FOUND), dark, 200, 150, 1.0)
    assert picture.rgba[:3] == bytes.fromhex("101010")
    assert b"\xff\x00\x00\xff" in picture.rgba
    assert io.BytesIO(picture.rgba).getbuffer().nbytes == 200 * 150 * 4


def test_charts_come_without_qt_and_without_pyplot(tmp_path: Path) -> None:
    words = (
        "import sys; from pathlib import Path; from tests.charts.test_charts import *; "
        "Painter(Path(sys.argv[1])).paint(charts()[0], PAPER, 300, 200, 1.0); "
        "print([name for name in ('matplotlib.pyplot', 'PySide6', 'tkinter') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", words, str(tmp_path)], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
    assert list(tmp_path.glob("fontlist*")), "what is found out about fonts is kept where the painter was told"
