"""What the terminal writes of a week and for the owner: the page of the Monday meeting, and the workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from hhcrm.charts.painter import Painter
from hhcrm.domain.errors import Usage
from hhcrm.exchange.owners_book import ENDINGS, write_owners_book
from hhcrm.jobs.progress import Progress
from hhcrm.jobs.progress import Report as Step
from hhcrm.queries.book_models import BookAsked
from hhcrm.queries.bound import Questions
from hhcrm.queries.report_week import period
from hhcrm.queries.reports import report_period
from hhcrm.queries.week_page_models import WeekAsk

WORKBOOK = "workbook"
"""All tables at once; as no one report is."""

Days = tuple[date | None, date | None]
Whose = tuple[int | None, str]
"""A liaison's id and name; (None, "") is everybody."""

Answer = tuple[dict[str, object], str]


def week_pdf(ask: Questions, path: Path, days: Days, liaison_id: int | None, today: date, charts: Path) -> Answer:
    """Write the week of a day, else the last whole one, as one page. Raises FileFault, RuleBroken."""
    from hhcrm.printing.terminal import letters_ready  # late: no other command needs Qt
    from hhcrm.printing.week_page import make_page, write_week

    monday, sunday = period(*days, today)
    page, head = ask.week_page(WeekAsk(monday, liaison_id)), ask.letterhead()
    letters = letters_ready()
    write_week(make_page(page, head, Painter(charts)), path)
    del letters
    document = {"report": "week", "from": monday, "to": sunday, "file": str(path), "rows": 1}
    return document, f"{path}: the week of {monday.isoformat()}."


def book(
    ask: Questions, path: Path | None, days: Days, whose: Whose, today: date, tell: Callable[[Step], None]
) -> Answer:
    """Write the owner's workbook. Raises FileFault, RuleBroken, Usage."""
    if path is None or path.suffix.lower() not in ENDINGS:
        raise Usage("The workbook is a file: name one that ends in .xlsx, or in .zip for a CSV file of each table.")
    start, until = report_period(*days, today)
    liaison_id, name = whose
    count = write_owners_book(ask, path, BookAsked(start, until, liaison_id), name, Progress(tell))
    document = {"report": WORKBOOK, "from": start, "to": until, "file": str(path), "rows": count}
    return document, f"{path}: {count} tables."
