"""The list of Measure's pages; the module of a page is imported when it is first shown."""

from __future__ import annotations

from hhcrm.domain.wording import translate
from hhcrm.ui.measure.pages import MeasurePage, PageKit, PageSpec


def _overview(kit: PageKit) -> MeasurePage:
    from hhcrm.ui.measure.overview import OverviewPage

    return OverviewPage(kit)


def _worth(kit: PageKit) -> MeasurePage:
    from hhcrm.ui.measure.worth.page import WorthPage

    return WorthPage(kit)


def _trends(kit: PageKit) -> MeasurePage:
    from hhcrm.ui.measure.trends.page import TrendsPage

    return TrendsPage(kit)


def _approaches(kit: PageKit) -> MeasurePage:
    from hhcrm.ui.measure.approaches.page import ApproachesPage

    return ApproachesPage(kit)


def _week(kit: PageKit) -> MeasurePage:
    from hhcrm.ui.measure.week.page import WeekOfMeasure

    return WeekOfMeasure(kit)


def _goals(kit: PageKit) -> MeasurePage:
    from hhcrm.ui.measure.goals.page import GoalsPage

    return GoalsPage(kit)


PAGES: tuple[PageSpec, ...] = (
    PageSpec("overview", lambda: translate("measure", "Overview"), _overview),
    PageSpec("worth", lambda: translate("worth", "Worth"), _worth),
    PageSpec("trends", lambda: translate("trends", "Trends"), _trends),
    PageSpec("approaches", lambda: translate("measure", "Approaches"), _approaches),
    PageSpec("goals", lambda: translate("measure", "Goals"), _goals),
    PageSpec("week", lambda: translate("measure", "This week"), _week),
)  # fmt: skip
"""In the order of their tabs."""
