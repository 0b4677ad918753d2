"""What the terminal's commands do: the same services and queries as behind the window."""

from __future__ import annotations

import argparse
import getpass
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from hhcrm.charts.painter import FORMATS, Painter
from hhcrm.charts.reports import chart_names, chart_of
from hhcrm.cli import SOMETHING_FOUND, Clock, Console, Site, as_table
from hhcrm.cli_week import WORKBOOK, book, week_pdf
from hhcrm.domain.errors import CannotOpen, FileFault, RuleBroken, Usage
from hhcrm.domain.text import fold, name_key
from hhcrm.domain.words import UserRole
from hhcrm.exchange.calendar_import import KIND as CALENDAR
from hhcrm.exchange.calendar_import import import_calendar
from hhcrm.exchange.exporting import Wanted, export_table
from hhcrm.exchange.fields import RecordKind
from hhcrm.exchange.guess import guess_mapping
from hhcrm.exchange.icalendars import CalendarWanted, export_calendar
from hhcrm.exchange.importing import ImportResult, import_file, undo_import
from hhcrm.exchange.mapping import Mapping as ColumnMapping
from hhcrm.exchange.mapping import from_toml
from hhcrm.exchange.tables import Table, open_table
from hhcrm.exchange.vcards import export_cards
from hhcrm.exchange.writer import write_csv, write_xlsx
from hhcrm.jobs.progress import Report as Step
from hhcrm.models.sources import ReferralSource
from hhcrm.models.users import Territory
from hhcrm.queries.bound import Questions
from hhcrm.queries.exports import EXPORT_KINDS
from hhcrm.queries.measure_models import MeasureFilter
from hhcrm.queries.read_models import Report as Shown
from hhcrm.queries.reports import WEEK, report, report_names, report_period
from hhcrm.services.founding import FoundAgency
from hhcrm.services.sample import fill_sample
from hhcrm.services.setup import add_starting_rows, is_founded
from hhcrm.services.zones import zone_of_zip
from hhcrm.storage import journal
from hhcrm.storage.backup import copy_to_file, list_backups, make_backup
from hhcrm.storage.check import check
from hhcrm.storage.copying import count_rows
from hhcrm.storage.engine import Address
from hhcrm.storage.faults import plain_words
from hhcrm.storage.journal import Actor
from hhcrm.storage.opening import open_agency
from hhcrm.storage.restore import restore
from hhcrm.storage.settings import agency_zone
from hhcrm.storage.work import Transaction, UnitOfWork

PEOPLE = "people"
"""What the export of vCards is called."""

PLAN = "plan"
"""The report that is solved for, as the calendar does it."""

SCORECARD = "scorecard"
"""The report that is a page, too."""

ACTOR = Actor(None, "terminal")
"""Who acts, in the journal, where nobody is signed in."""


def run(asked: argparse.Namespace, site: Site, console: Console) -> int:
    """Carry out the command that was asked for; the exit code. Raises KnownFault."""
    return _COMMANDS[asked.command](asked, site, console)


def _sample(asked: argparse.Namespace, site: Site, console: Console) -> int:
    with _agency(site, begin=True) as agency:
        console.progress(Step("Making a sample agency", 0))
        size = {"seed": asked.seed, "sources": asked.sources, "months": asked.months}
        fill_sample(agency.work(), today=agency.clock.today(), **size)
        with plain_words(), agency.engine.connect() as connection:
            rows = count_rows(connection)
    counts = {word: rows[table] for word, table in _SAMPLE_TABLES.items()}
    words = ", ".join(f"{count:,} {word}" for word, count in counts.items())
    console.answer({"seed": asked.seed, "today": site.clock.today(), **counts}, f"{site.root}: {words}.")
    return 0


_SAMPLE_TABLES = {"sources": "referral_source", "contacts": "contact", "visits": "visit", "referrals": "referral"}


def _import(asked: argparse.Namespace, site: Site, console: Console) -> int:
    if asked.kind == "undo":
        return _undo_import(asked, site, console)
    if asked.kind == CALENDAR:
        return _import_calendar(asked, site, console)
    path, kind = Path(asked.file).absolute(), RecordKind(asked.kind)
    table = open_table(path)
    mapping = None if asked.mapping is None else from_toml(_text_of(asked.mapping), table.header)
    with ExitStack() as until_done:
        if asked.dry_run and site.url is None and not site.database.exists():
            scratch = Path(until_done.enter_context(TemporaryDirectory(prefix="hhcrm-", ignore_cleanup_errors=True)))
            site = replace(site, database=scratch / "agency.db", backups=scratch)
        agency = until_done.enter_context(_agency(site, begin=True))
        guess = mapping or guess_mapping(kind, table.header, [row.cells for row in table.sample(_LOOKED_AT)])
        agency = _begun(agency, table, guess, console)
        with plain_words(), agency.engine.connect() as connection:
            zone = agency_zone(connection, agency.clock.today())
        done = import_file(
            path,
            kind,
            mapping,
            agency.work(),
            today=agency.clock.today(),
            zone=zone,
            dry_run=asked.dry_run,
            progress=lambda doing, rows, of: console.progress(Step(doing, rows, of)),
            backup=lambda: make_backup(_address(site), site.backups, site.clock.now, "before-import"),
        )
    return _tell(done, asked, console)


def _import_calendar(asked: argparse.Namespace, site: Site, console: Console) -> int:
    if asked.mapping is not None:
        raise Usage("A calendar file says by itself what is what; it takes no --mapping.")
    with _agency(site) as agency:
        with plain_words(), agency.engine.connect() as connection:
            zone = agency_zone(connection, agency.clock.today())
        done = import_calendar(
            Path(asked.file).absolute(),
            agency.work(),
            today=agency.clock.today(),
            zone=zone,
            dry_run=asked.dry_run,
            progress=lambda doing, rows, of: console.progress(Step(doing, rows, of)),
            backup=lambda: make_backup(_address(site), site.backups, site.clock.now, "before-import"),
        )
    return _tell(done, asked, console)


def _tell(done: ImportResult, asked: argparse.Namespace, console: Console) -> int:
    """Say what an import did or would do."""
    counts = {"created": done.created, "updated": done.updated, "unchanged": done.unchanged, "refused": done.refused}
    problems = [
        {"row": each.row, "column": each.column, "value": each.value, "problem": each.problem} for each in done.problems
    ]
    for words in (
        *done.notes,
        *(_said(problem, "Line" if asked.kind == CALENDAR else "Row") for problem in problems[:_PROBLEMS_SAID]),
    ):
        console.say(words)
    if len(problems) > _PROBLEMS_SAID:
        console.say(f"And {len(problems) - _PROBLEMS_SAID:,} more; --json lists them all.")
    words = ", ".join(f"{count:,} {word}" for word, count in counts.items())
    run = f" Run {done.run}: `hhcrm import undo {done.run}` takes it back." if done.run is not None else ""
    would = "Would be: " if asked.dry_run else ""
    console.answer({"run": done.run, **counts, "problems": problems}, f"{would}{words}.{run}")
    return SOMETHING_FOUND if done.refused else 0


_PROBLEMS_SAID = 20


def _said(problem: Mapping[str, Any], what: str) -> str:
    value = f' "{problem["value"]}"' if problem["value"] else ""
    column = f", {problem['column']}" if problem["column"] else ""
    return f"{what} {problem['row']:,}{column}{value}: {problem['problem']}"


def _undo_import(asked: argparse.Namespace, site: Site, console: Console) -> int:
    if not (asked.file.isascii() and asked.file.isdigit()):
        raise Usage(f"{asked.file!r} is no number of a run. The import said it, and `hhcrm export import-runs` has it.")
    run = int(asked.file)
    with _agency(site) as agency:
        changes = undo_import(agency.work(), run)
    console.answer({"run": run, "step": changes.step_id}, f"Import {run} was taken back.")
    return 0


def _begun(agency: _Agency, table: Table, mapping: ColumnMapping, console: Console) -> _Agency:
    """The agency, set up with what the file itself says where nobody has done so: its place and its people."""
    with plain_words(), Session(agency.engine) as session:
        if is_founded(session):
            return agency
    said = _texts_of(table, mapping, ("zip", "owner", "liaison", "territory"))
    code = next((text for text, _ in said["zip"].most_common(_ZIPS_TRIED) if zone_of_zip(text)), "")
    zone = zone_of_zip(code) or _ZONE
    names = sorted({name_key(name): name for name in (*said["owner"], *said["liaison"])}.values())
    people = tuple((name, UserRole.LIAISON) for name in names) or ((getpass.getuser(), UserRole.OWNER),)
    command = FoundAgency(_NAME, code, zone, people, agency.clock.today())

    def found(tx: Transaction) -> None:
        add_starting_rows(tx.session, command)
        tx.session.add_all(Territory(name=name) for name in said["territory"])

    agency.work().run(journal.Step("Set up the agency", "note"), found)
    whom = ", ".join(name for name, _ in people)
    console.say(f'There was no agency here: "{_NAME}" was begun, in {zone}, for {whom}.')
    return replace(agency, clock=agency.clock.in_zone(ZoneInfo(zone)))


def _texts_of(table: Table, mapping: ColumnMapping, fields: Sequence[str]) -> dict[str, Counter[str]]:
    """What stands in the columns of some fields, and how often."""
    said = {field: Counter[str]() for field in fields}
    places = [(place, said[field]) for field in fields for place in mapping.places(field)]
    for row in table.rows():
        for place, found in places:
            if place < len(row.cells) and (text := " ".join(row.cells[place].split())):
                found[text] += 1
    return said


_LOOKED_AT, _ZIPS_TRIED = 50, 20
_NAME, _ZONE = "My agency", "America/Chicago"


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise FileFault(f"The mapping {path} cannot be read: {why}.") from error


def _export(asked: argparse.Namespace, site: Site, console: Console) -> int:
    if asked.kind == CALENDAR:
        return _export_calendar(asked, site, console)
    if asked.kind == PEOPLE:
        return _export_people(asked, site, console)
    if asked.liaison is not None:
        raise Usage("--liaison goes with the export of a calendar only.")
    _writer(asked.file)  # wrong usage is said before anything is opened
    _one_of("export", asked.kind, EXPORT_KINDS)
    path = asked.file.absolute()
    wanted = Wanted(asked.from_on, asked.to_on, asked.archived, asked.include_patient_identifiers)
    with _agency(site) as agency:
        count = export_table(
            agency.questions(),
            asked.kind,
            path,
            today=agency.clock.today(),
            wanted=wanted,
            work=agency.work(),
            progress=lambda doing, rows, of: console.progress(Step(doing, rows, of)),
        )
    console.answer({"kind": asked.kind, "file": str(path), "rows": count}, f"{path}: {count:,} {asked.kind}.")
    return 0


def _export_people(asked: argparse.Namespace, site: Site, console: Console) -> int:
    if asked.file.suffix.lower() != ".vcf":
        raise Usage(f"{asked.file.name} is not .vcf, as a file of vCards is. For a table export contacts.")
    path = asked.file.absolute()
    with _agency(site) as agency:
        count = export_cards(agency.questions(), path, today=agency.clock.today())
    console.answer({"kind": PEOPLE, "file": str(path), "rows": count}, f"{path}: {count:,} people.")
    return 0


def _export_calendar(asked: argparse.Namespace, site: Site, console: Console) -> int:
    if asked.file.suffix.lower() != ".ics":
        raise Usage(f"{asked.file.name} is not .ics, as a calendar file is.")
    path = asked.file.absolute()
    with _agency(site) as agency:
        wanted = CalendarWanted(asked.from_on, asked.to_on, _liaison_id(agency, asked.liaison))
        count = export_calendar(
            agency.questions(),
            path,
            wanted,
            progress=lambda doing, rows, of: console.progress(Step(doing, rows, of)),
        )
    console.answer({"kind": CALENDAR, "file": str(path), "rows": count}, f"{path}: {count:,} visits.")
    return 0


def _report(asked: argparse.Namespace, site: Site, console: Console) -> int:
    if asked.name == WORKBOOK:
        return _workbook(asked, site, console)
    if asked.file is not None and asked.file.suffix.lower().removeprefix(".") in FORMATS and asked.name != PLAN:
        return _draw_report(asked, site, console)
    write = _writer(asked.file, *(f".{form}" for form in FORMATS)) if asked.file is not None else None
    _one_of("report", asked.name, (*report_names(), PLAN, WORKBOOK))
    with _agency(site) as agency, plain_words(), agency.engine.connect() as connection:
        source = _source_id(agency, asked.source)
        liaison = _liaison_id(agency, asked.liaison)
        clock = agency.clock
        if asked.name == PLAN:
            found = _plan(agency, asked.from_on or clock.today(), liaison, console)
        else:
            days = (asked.from_on, asked.to_on)
            found = report(connection, asked.name, *days, source, liaison, clock.today(), clock.now())
    head = {"report": found.name, "from": found.from_on, "to": found.until_on}
    if write is not None:
        path = asked.file.absolute()
        count = write(path, found.columns, found.rows)
        console.answer({**head, "file": str(path), "rows": count}, f"{path}: {count:,} rows.")
    else:
        rows = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
        console.answer({**head, "rows": rows}, as_table(found.columns, found.rows))
    return 0


def _plan(agency: _Agency, day: date, liaison: int | None, console: Console) -> Shown:
    """The week of a day as the calendar proposes it; what is to be said of it goes beside the rows."""
    from hhcrm.planning.weeks import plan_report  # late: brings the solver

    return plan_report(agency.questions(), day, liaison, console.say, partial(_tell_share, console))


def _tell_share(console: Console, name: str, share: float) -> None:
    console.progress(Step(f"Planning the week of {name}", round(100 * share), 100))


def _draw_report(asked: argparse.Namespace, site: Site, console: Console) -> int:
    _one_of("report", asked.name, report_names())
    if asked.name == SCORECARD and asked.file.suffix.lower() == ".pdf":
        return _scorecard_page(asked, site, console)
    if asked.name == WEEK and asked.file.suffix.lower() == ".pdf":
        return _week_page(asked, site, console)
    if asked.name not in chart_names():
        raise Usage(f"{asked.name} cannot be drawn, only {', '.join(chart_names())} can. Name a .csv or .xlsx file.")
    path = asked.file.absolute()
    with _agency(site) as agency:
        start, until = report_period(asked.from_on, asked.to_on, agency.clock.today())
        source, liaison = _source_id(agency, asked.source), _liaison_id(agency, asked.liaison)
        wanted = MeasureFilter(start, until, liaison_id=liaison, source_id=source)
        chart = chart_of(asked.name, agency.questions(), wanted)
    Painter(site.cache / "charts").save(chart, path)
    document = {"report": asked.name, "from": start, "to": until, "file": str(path), "rows": len(chart.lines)}
    console.answer(document, f"{path}: {chart.title}, {chart.beside}.")
    return 0


def _scorecard_page(asked: argparse.Namespace, site: Site, console: Console) -> int:
    if asked.source is None:
        raise Usage("A page is about one source: name it with --source.")
    from hhcrm.printing.scorecard_page import make_page, write_scorecard  # late: no other command needs Qt
    from hhcrm.printing.terminal import letters_ready

    path = asked.file.absolute()
    with _agency(site) as agency:
        start, until = report_period(asked.from_on, asked.to_on, agency.clock.today())
        source = _source_id(agency, asked.source)
        assert source is not None
        ask = agency.questions()
        card, head = ask.scorecard(source, start, until), ask.letterhead()
    letters = letters_ready()
    write_scorecard(make_page(card, head, Painter(site.cache / "charts")), path)
    del letters
    document = {"report": asked.name, "from": start, "to": until, "file": str(path), "rows": 1}
    console.answer(document, f"{path}: the scorecard of {card.source}.")
    return 0


def _week_page(asked: argparse.Namespace, site: Site, console: Console) -> int:
    with _agency(site) as agency:
        liaison = _liaison_id(agency, asked.liaison)
        days, path = (asked.from_on, asked.to_on), asked.file.absolute()
        answer = week_pdf(agency.questions(), path, days, liaison, agency.clock.today(), site.cache / "charts")
    console.answer(*answer)
    return 0


def _workbook(asked: argparse.Namespace, site: Site, console: Console) -> int:
    if asked.source is not None:
        raise Usage("The workbook is of all sources. Leave --source away.")
    path = None if asked.file is None else asked.file.absolute()
    with _agency(site) as agency:
        whose = (_liaison_id(agency, asked.liaison), asked.liaison or "")
        days = (asked.from_on, asked.to_on)
        answer = book(agency.questions(), path, days, whose, agency.clock.today(), console.progress)
    console.answer(*answer)
    return 0


def _backup(asked: argparse.Namespace, site: Site, console: Console) -> int:
    with _agency(site):
        address = _address(site)
        if asked.file is None:
            made = make_backup(address, site.backups, site.clock.now)
            path, rows = made.path, made.rows or 0
        else:
            path = asked.file.absolute()
            if not path.parent.is_dir():
                raise FileFault(f"There is no folder {path.parent}. Make it, or name another file.")
            if address.file is not None and path.exists() and path.samefile(address.file):
                raise FileFault("This file is the agency's database itself. Name another one.")
            rows = copy_to_file(address, path)
    console.answer({"file": str(path), "rows": rows}, f"{path}: {rows:,} rows, verified.")
    return 0


def _restore(asked: argparse.Namespace, site: Site, console: Console) -> int:
    done = restore(_address(site), asked.file.absolute(), site.clock.now)
    aside = None if done.aside is None else str(done.aside)
    kept = f" The database that was there is kept as {aside}." if aside else ""
    console.answer({"rows": done.rows, "aside": aside}, f"Restored {done.rows:,} rows from {asked.file}.{kept}")
    return 0


def _check(_asked: argparse.Namespace, site: Site, console: Console) -> int:
    with _agency(site) as agency:
        found = check(agency.engine, site.attachments).findings
    words = "\n".join(finding.words for finding in found) or "The database, its journal and the attachments are whole."
    document = {"ok": not found, "problems": [{"kind": each.kind, "problem": each.words} for each in found]}
    console.answer(document, words)
    return SOMETHING_FOUND if found else 0


# --- the agency ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Agency:
    """An open agency, with the clock in its zone."""

    engine: Engine
    clock: Clock

    def work(self) -> UnitOfWork:
        """For those who write."""
        return UnitOfWork(self.engine, ACTOR, self.clock.now)

    def questions(self) -> Questions:
        """For those who read; nobody's own."""
        return Questions(self.engine, self.clock.now, self.clock.today, None)


@contextmanager
def _agency(site: Site, *, begin: bool = False) -> Iterator[_Agency]:
    """The agency's database, open. `begin` makes one where there is none. Raises CannotOpen."""
    if not begin and site.url is None and not site.database.exists() and not list_backups(site.backups):
        raise CannotOpen(
            f"There is no agency in {site.root}. Name its folder with --data, or begin one with `hhcrm sample` or "
            "`hhcrm import`."
        )
    engine = open_agency(_address(site), site.backups, site.clock.now)
    try:
        with plain_words(), engine.connect() as connection:
            zone = agency_zone(connection, site.clock.today())
        yield _Agency(engine, site.clock.in_zone(zone))
    finally:
        engine.dispose()


def _address(site: Site) -> Address:
    return Address(url=site.url) if site.url is not None else Address(file=site.database)


# --- what was asked for --------------------------------------------------------------------------------------------

_Write = Callable[[Path, Sequence[str], Iterable[Sequence[Any]]], int]


def _writer(path: Path, *others: str) -> _Write:
    """What writes a file of that name; `others` are the endings that somebody else writes."""
    writers: Mapping[str, _Write] = {".csv": write_csv, ".xlsx": write_xlsx}
    if path.suffix.lower() not in writers:
        if others:
            raise Usage(f"{path.name} is none of {', '.join((*writers, *others))}.")
        raise Usage(f"{path.name} is neither .csv nor .xlsx.")
    return writers[path.suffix.lower()]


def _one_of(what: str, name: str, names: Sequence[str]) -> None:
    if name not in names:
        raise Usage(f'There is no {what} "{name}". There are: {", ".join(names)}.')


def _source_id(agency: _Agency, said: str | None) -> int | None:
    """A source by its number or its whole name."""
    if said is None:
        return None
    if said.isascii() and said.isdigit():
        return agency.questions().source_detail(int(said)).source_id
    source = ReferralSource.__table__.c
    with plain_words(), agency.engine.connect() as connection:
        query = select(source.id).where(source.name_key == name_key(said), source.archived_at.is_(None)).limit(2)
        ids = connection.execute(query).scalars().all()
    if len(ids) == 1:
        return int(ids[0])
    many = "more than one source is" if ids else "no source is"
    raise RuleBroken(f'{many.capitalize()} called "{said}". Give its number, as the export of sources has it.')


def _liaison_id(agency: _Agency, said: str | None) -> int | None:
    if said is None:
        return None
    users = agency.questions().choices().users
    for user in users:
        if fold(user.name) == fold(said):
            return user.id
    raise RuleBroken(f'Nobody is called "{said}". There are: {", ".join(user.name for user in users)}.')


_Command = Callable[[argparse.Namespace, Site, Console], int]

_COMMANDS: Mapping[str, _Command] = {
    "sample": _sample,
    "import": _import,
    "export": _export,
    "report": _report,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
}
