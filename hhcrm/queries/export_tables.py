"""Every other table that a person sees, as rows for a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Table, func, select, true

from hhcrm.models.approaches import Approach, ApproachNote, ApproachSource
from hhcrm.models.capability import DisciplineCapacity, PayerAcceptance, PolicyReview, ServedZip
from hhcrm.models.files import Attachment
from hhcrm.models.goals import Goal
from hhcrm.models.imports import ImportRun
from hhcrm.models.journal import JournalStep
from hhcrm.models.lookups import Discipline
from hhcrm.models.referrals import LoopUpdate
from hhcrm.models.settings import Holiday, Setting
from hhcrm.models.sources import SourceStageChange
from hhcrm.models.users import Team, TerritoryZip
from hhcrm.models.visits import Material
from hhcrm.queries.export_shape import Exported, Wanted, day_text, instant_text, joined, yes_no
from hhcrm.queries.ground import (
    COMMITMENT,
    CONTACT,
    KIND,
    PAYER,
    REFERRAL,
    SERVICE_LINE,
    SOURCE,
    TERRITORY,
    TYPE,
    USER,
    c,
    full_name,
    k,
    not_archived,
    r,
    s,
    t,
    table,
    u,
)

_MATERIAL, _FILE, _RUN, _STEP = table(Material), table(Attachment), table(ImportRun), table(JournalStep)
_SETTING, _HOLIDAY, _TEAM, _ZIP = table(Setting), table(Holiday), table(Team), table(TerritoryZip)
_GOAL = table(Goal)
_APPROACH, _MEANT, _LEARNED = table(Approach), table(ApproachSource), table(ApproachNote)
_CHANGE, _LOOP, _ACCEPTED, _SERVED = (
    table(SourceStageChange),
    table(LoopUpdate),
    table(PayerAcceptance),
    table(ServedZip),
)

_CAPACITY, _DISCIPLINE, _REVIEW = table(DisciplineCapacity), table(Discipline), table(PolicyReview)

_Columns = tuple[tuple[str, ColumnElement[Any]], ...]


def _unless_archived(of: Table, wanted: Wanted) -> ColumnElement[bool]:
    return true() if wanted.archived else not_archived(of)


def commitments(wanted: Wanted) -> Exported:
    """What was promised; a period is chosen by the due day."""
    p = COMMITMENT.c
    columns: _Columns = (
        ("commitment_id", p.id), ("source_id", p.source_id), ("source", s.name), ("contact", full_name()),
        ("owner", u.name), ("text", p.text), ("made_on", day_text(p.made_on)), ("due_on", day_text(p.due_on)),
        ("status", p.status), ("closed_on", day_text(p.closed_on)), ("why", p.why),
        ("archived", yes_no(p.archived_at.is_not(None))), ("visit_id", p.visit_id), ("referral_id", p.referral_id),
    )  # fmt: skip
    statement = (
        select()
        .select_from(
            COMMITMENT.join(SOURCE, p.source_id == s.id)
            .outerjoin(CONTACT, p.contact_id == c.id)
            .outerjoin(USER, p.owner_id == u.id)
        )
        .where(_unless_archived(COMMITMENT, wanted))
        .order_by(p.id)
    )
    return Exported(columns, statement, day=p.due_on, source_id=p.source_id)


def approaches(wanted: Wanted) -> Exported:
    """What is done differently since when, and for whom; a period is chosen by the day it began."""
    e = _APPROACH.c
    named = (
        select(joined(s.name, s.name))
        .select_from(_MEANT.join(SOURCE, _MEANT.c.source_id == s.id))
        .where(_MEANT.c.approach_id == e.id)
        .correlate(_APPROACH)
        .scalar_subquery()
    )
    columns: _Columns = (
        ("approach_id", e.id), ("approach", e.name), ("what", e.what), ("starts_on", day_text(e.starts_on)),
        ("ends_on", day_text(e.ends_on)), ("liaison", u.name), ("team", _TEAM.c.name), ("territory", TERRITORY.c.name),
        ("source_type", t.name), ("kind", k.name), ("material", _MATERIAL.c.name), ("sources", named),
        ("measures", func.replace(e.measures, " ", "; ")), ("archived", yes_no(e.archived_at.is_not(None))),
    )  # fmt: skip
    statement = (
        select()
        .select_from(
            _APPROACH.outerjoin(USER, e.liaison_id == u.id)
            .outerjoin(_TEAM, e.team_id == _TEAM.c.id)
            .outerjoin(TERRITORY, e.territory_id == TERRITORY.c.id)
            .outerjoin(TYPE, e.type_id == t.id)
            .outerjoin(KIND, e.kind_id == k.id)
            .outerjoin(_MATERIAL, e.material_id == _MATERIAL.c.id)
        )
        .where(_unless_archived(_APPROACH, wanted))
        .order_by(e.starts_on, e.id)
    )
    return Exported(columns, statement, frozenset({"sources"}), day=e.starts_on)


def learned(wanted: Wanted) -> Exported:
    """The journal of what was learned; a period is chosen by the day of the note."""
    e = _LEARNED.c
    columns: _Columns = (
        ("note_id", e.id), ("on_day", day_text(e.on_day)), ("by", e.by_name), ("approach_id", e.approach_id),
        ("approach", _APPROACH.c.name), ("text", e.text), ("archived", yes_no(e.archived_at.is_not(None))),
    )  # fmt: skip
    statement = (
        select()
        .select_from(_LEARNED.outerjoin(_APPROACH, e.approach_id == _APPROACH.c.id))
        .where(_unless_archived(_LEARNED, wanted))
        .order_by(e.on_day, e.id)
    )
    return Exported(columns, statement, day=e.on_day)


def goals(wanted: Wanted) -> Exported:
    """Goals as they were set; a period is chosen by their first day. How they stand is the report `goals`."""
    e = _GOAL.c
    columns: _Columns = (
        ("goal_id", e.id), ("user", u.name), ("team", _TEAM.c.name), ("measure", e.measure),
        ("comparison", e.comparison), ("target", e.target), ("span", e.span), ("from_on", day_text(e.from_on)),
        ("archived", yes_no(e.archived_at.is_not(None))),
    )  # fmt: skip
    statement = (
        select()
        .select_from(_GOAL.outerjoin(USER, e.user_id == u.id).outerjoin(_TEAM, e.team_id == _TEAM.c.id))
        .where(_unless_archived(_GOAL, wanted))
        .order_by(e.from_on, e.id)
    )
    return Exported(columns, statement, day=e.from_on)


def stages(wanted: Wanted) -> Exported:
    """Every change of a source's stage."""
    e = _CHANGE.c
    columns: _Columns = (
        ("source_id", e.source_id), ("source", s.name), ("stage", e.stage), ("on_day", day_text(e.on_day)),
        ("at", instant_text(e.at)), ("by", e.by_name), ("reason", e.reason),
    )  # fmt: skip
    statement = select().join_from(_CHANGE, SOURCE, e.source_id == s.id).order_by(e.id)
    return Exported(columns, statement, instants=frozenset({"at"}), day=e.on_day, source_id=e.source_id)


def loops(wanted: Wanted) -> Exported:
    """What referrers were told about their referrals; a period is chosen by the referral's day."""
    e = _LOOP.c
    columns: _Columns = (
        ("referral_id", e.referral_id), ("source_id", r.source_id), ("source", s.name), ("step", e.step),
        ("due_at", instant_text(e.due_at)), ("given_at", instant_text(e.given_at)), ("by", e.by_name),
        ("contact", full_name()), ("channel", e.channel), ("said", e.said), ("waived_why", e.waived_why),
    )  # fmt: skip
    statement = (
        select()
        .select_from(
            _LOOP.join(REFERRAL, e.referral_id == r.id)
            .join(SOURCE, r.source_id == s.id)
            .outerjoin(CONTACT, e.contact_id == c.id)
        )
        .where(_unless_archived(REFERRAL, wanted))
        .order_by(e.id)
    )
    instants = frozenset({"due_at", "given_at"})
    return Exported(columns, statement, instants=instants, day=r.referral_on, source_id=r.source_id)


def history(wanted: Wanted) -> Exported:
    """Who did what when, with the chain of hashes."""
    e = _STEP.c
    columns: _Columns = (
        ("step_id", e.id), ("at", instant_text(e.at)), ("by", e.user_name), ("label", e.label), ("kind", e.kind),
        ("takes_back", e.reverts_id), ("rows", e.rows), ("hash", e.hash),
    )  # fmt: skip
    return Exported(columns, select().select_from(_STEP).order_by(e.id), instants=frozenset({"at"}))


def import_runs(wanted: Wanted) -> Exported:
    """Import runs and what came of them."""
    e = _RUN.c
    columns: _Columns = (
        ("run", e.id), ("kind", e.kind), ("file", e.file_name), ("at", instant_text(e.at)), ("by", e.by_name),
        ("created", e.created), ("updated", e.updated), ("unchanged", e.unchanged), ("refused", e.refused),
        ("undone", yes_no(e.undone_by_step_id.is_not(None))),
    )  # fmt: skip
    return Exported(columns, select().select_from(_RUN).order_by(e.id), instants=frozenset({"at"}))


def materials(wanted: Wanted) -> Exported:
    """Handouts, brochures, talking points."""
    e = _MATERIAL.c
    columns: _Columns = (
        ("material_id", e.id), ("name", e.name), ("kind", e.kind), ("edition", e.edition), ("file", _FILE.c.name),
        ("archived", yes_no(e.archived_at.is_not(None))),
    )  # fmt: skip
    statement = (
        select()
        .select_from(_MATERIAL.outerjoin(_FILE, e.attachment_id == _FILE.c.id))
        .where(_unless_archived(_MATERIAL, wanted))
        .order_by(e.id)
    )
    return Exported(columns, statement)


def files(wanted: Wanted) -> Exported:
    """Files kept with sources, with the hash that proves each unchanged."""
    e = _FILE.c
    columns: _Columns = (
        ("file_id", e.id), ("source_id", e.source_id), ("source", s.name), ("name", e.name), ("bytes", e.size),
        ("added_at", instant_text(e.added_at)), ("added_by", e.added_by), ("sha256", e.sha256),
        ("archived", yes_no(e.archived_at.is_not(None))),
    )  # fmt: skip
    statement = (
        select()
        .select_from(_FILE.outerjoin(SOURCE, e.source_id == s.id))
        .where(_unless_archived(_FILE, wanted))
        .order_by(e.id)
    )
    return Exported(columns, statement, instants=frozenset({"added_at"}), source_id=e.source_id)


def territories(wanted: Wanted) -> Exported:
    """Territories with their ZIP codes."""
    e = TERRITORY.c
    zips = (
        select(joined(_ZIP.c.zip, _ZIP.c.zip))
        .where(_ZIP.c.territory_id == e.id)
        .correlate(TERRITORY)
        .scalar_subquery()
    )  # fmt: skip
    columns: _Columns = (
        ("territory_id", e.id), ("name", e.name), ("liaison", u.name), ("zips", zips),
        ("archived", yes_no(e.archived_at.is_not(None))),
    )  # fmt: skip
    statement = (
        select()
        .select_from(TERRITORY.outerjoin(USER, e.liaison_id == u.id))
        .where(_unless_archived(TERRITORY, wanted))
        .order_by(e.id)
    )
    return Exported(columns, statement, frozenset({"zips"}))


def users(wanted: Wanted) -> Exported:
    """The people who work with the program."""
    columns: _Columns = (
        ("user_id", u.id), ("name", u.name), ("role", u.role), ("email", u.email), ("phone", u.phone),
        ("team", _TEAM.c.name), ("weekly_visit_hours", u.weekly_visit_hours), ("home_zip", u.home_zip),
        ("archived", yes_no(u.archived_at.is_not(None))),
    )  # fmt: skip
    statement = (
        select()
        .select_from(USER.outerjoin(_TEAM, u.team_id == _TEAM.c.id))
        .where(_unless_archived(USER, wanted))
        .order_by(u.id)
    )
    return Exported(columns, statement)


def payers(wanted: Wanted) -> Exported:
    """Which payers are accepted for which service line from when."""
    e = _ACCEPTED.c
    columns: _Columns = (
        ("service_line", SERVICE_LINE.c.name), ("payer", PAYER.c.name), ("accepted", yes_no(e.accepted)),
        ("from_on", day_text(e.from_on)), ("alternative", e.alternative),
    )  # fmt: skip
    statement = (
        select()
        .select_from(
            _ACCEPTED.join(SERVICE_LINE, e.service_line_id == SERVICE_LINE.c.id).join(PAYER, e.payer_id == PAYER.c.id)
        )
        .order_by(e.id)
    )
    return Exported(columns, statement)


def served_zips(wanted: Wanted) -> Exported:
    """The ZIP codes served; without a service line for all of them."""
    e = _SERVED.c
    statement = (
        select()
        .select_from(_SERVED.outerjoin(SERVICE_LINE, e.service_line_id == SERVICE_LINE.c.id))
        .order_by(e.zip, e.id)
    )
    return Exported((("zip", e.zip), ("service_line", SERVICE_LINE.c.name)), statement)


def capacity(wanted: Wanted) -> Exported:
    """What was said of each discipline's capacity, and when."""
    e = _CAPACITY.c
    columns: _Columns = (
        ("discipline", _DISCIPLINE.c.name), ("state", e.state), ("from_at", instant_text(e.from_at)),
        ("until_on", day_text(e.until_on)), ("why", e.note), ("by", e.by_name),
    )  # fmt: skip
    statement = (
        select().select_from(_CAPACITY.join(_DISCIPLINE, e.discipline_id == _DISCIPLINE.c.id)).order_by(e.from_at, e.id)
    )
    return Exported(columns, statement)


def service_lines(wanted: Wanted) -> Exported:
    """What is offered in each service line, and its limits."""
    e = SERVICE_LINE.c
    columns: _Columns = (
        ("service_line", e.name), ("offered", e.offered), ("limits", e.limits),
        ("archived", yes_no(e.archived_at.is_not(None))),
    )  # fmt: skip
    rows = select().select_from(SERVICE_LINE).where(_unless_archived(SERVICE_LINE, wanted))
    return Exported(columns, rows.order_by(e.position, e.id))


def reviews(wanted: Wanted) -> Exported:
    """Reviews of the acceptance policy and of the public information; a period is chosen by their day."""
    e = _REVIEW.c
    columns: _Columns = (
        ("what", e.kind), ("reviewed_on", day_text(e.reviewed_on)), ("next_on", day_text(e.next_on)),
        ("by", e.by_name), ("note", e.note),
    )  # fmt: skip
    return Exported(columns, select().select_from(_REVIEW).order_by(e.reviewed_on, e.id), day=e.reviewed_on)


def settings(wanted: Wanted) -> Exported:
    """Settings as dated rows, each with where it came from."""
    e = _SETTING.c
    columns: _Columns = (
        ("setting", e.key), ("from_on", day_text(e.from_on)), ("value", e.value), ("came_from", e.came_from),
    )  # fmt: skip
    return Exported(columns, select().select_from(_SETTING).order_by(e.key, e.from_on))


def holidays(wanted: Wanted) -> Exported:
    """Days on which the agency does not work."""
    e = _HOLIDAY.c
    statement = select().select_from(_HOLIDAY).order_by(e.day)
    return Exported((("day", day_text(e.day)), ("name", e.name)), statement, day=e.day)


KINDS: Mapping[str, Callable[[Wanted], Exported]] = {
    "commitments": commitments,
    "approaches": approaches,
    "learned": learned,
    "goals": goals,
    "stages": stages,
    "loops": loops,
    "history": history,
    "import-runs": import_runs,
    "materials": materials,
    "files": files,
    "territories": territories,
    "users": users,
    "payers": payers,
    "served-zips": served_zips,
    "capacity": capacity,
    "service-lines": service_lines,
    "reviews": reviews,
    "settings": settings,
    "holidays": holidays,
}
"""By the name that the terminal knows."""
