"""Questions about the people of the agency, their teams and territories, and what each has in hand."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import Connection, func, select

from hhcrm.domain.referrals import CLOSED_STAGES
from hhcrm.domain.setting_keys import HOME, DayEnd, day_end_key
from hhcrm.domain.text import fold
from hhcrm.domain.words import OPEN_PILOTS, CommitmentStatus, UserRole, VisitStatus
from hhcrm.models.pilots import Pilot
from hhcrm.models.users import Team, TerritoryZip
from hhcrm.queries.ground import COMMITMENT, REFERRAL, SOURCE, TERRITORY, USER, VISIT, not_archived, r, s, table, u, v
from hhcrm.queries.settings_models import StaffPage, TeamLine, TerritoryLine, UserHands, UserLine
from hhcrm.storage.settings import settings_on

_PILOT, _TEAM, _ZIP = table(Pilot), table(Team), table(TerritoryZip)


def staff_page(connection: Connection, at_desk: int | None) -> StaffPage:
    """Everybody, the archived last; teams and territories by name."""
    users = _users(connection, at_desk)
    counted: dict[int, int] = defaultdict(int)
    for user in users:
        if user.team_id is not None and user.archived_at is None:
            counted[user.team_id] += 1
    rows = connection.execute(select(_TEAM.c.id, _TEAM.c.version, _TEAM.c.name).where(not_archived(_TEAM))).all()
    teams = [TeamLine(row.id, row.version, row.name, counted[row.id]) for row in rows]
    return StaffPage(
        users=users,
        teams=tuple(sorted(teams, key=lambda team: (fold(team.name), team.id))),
        territories=_territories(connection),
    )


def user_hands(connection: Connection, user_id: int) -> UserHands:
    """What a person has in hand, to be handed over when they leave."""
    c, t = COMMITMENT.c, TERRITORY.c
    counts = {
        "sources": select(func.count()).select_from(SOURCE).where(s.owner_id == user_id),
        "planned_visits": select(func.count())
        .select_from(VISIT)
        .where(v.liaison_id == user_id, v.status == VisitStatus.PLANNED, v.archived_at.is_(None)),
        "open_referrals": select(func.count())
        .select_from(REFERRAL)
        .where(r.liaison_id == user_id, r.stage.not_in(CLOSED_STAGES), r.archived_at.is_(None)),
        "open_commitments": select(func.count())
        .select_from(COMMITMENT)
        .where(c.owner_id == user_id, c.status == CommitmentStatus.OPEN, c.archived_at.is_(None)),
        "open_pilots": select(func.count())
        .select_from(_PILOT)
        .where(_PILOT.c.owner_id == user_id, _PILOT.c.status.in_(OPEN_PILOTS), _PILOT.c.archived_at.is_(None)),
        "territories": select(func.count())
        .select_from(TERRITORY)
        .where(t.liaison_id == user_id, t.archived_at.is_(None)),
    }
    return UserHands(**{name: connection.execute(query).scalar_one() for name, query in counts.items()})


def _users(connection: Connection, at_desk: int | None) -> tuple[UserLine, ...]:
    rows = connection.execute(
        select(USER, _TEAM.c.name.label("team")).outerjoin_from(USER, _TEAM, u.team_id == _TEAM.c.id)
    )
    settings = settings_on(connection, date.max)
    lines = [
        UserLine(
            id=row.id,
            version=row.version,
            name=row.name,
            role=UserRole(row.role),
            email=row.email or "",
            phone=row.phone or "",
            team_id=row.team_id,
            team=row.team or "",
            weekly_visit_hours=row.weekly_visit_hours,
            home_zip=row.home_zip or "",
            day_starts=settings.get(day_end_key(row.id, DayEnd.STARTS), HOME),
            day_ends=settings.get(day_end_key(row.id, DayEnd.ENDS), HOME),
            archived_at=row.archived_at,
            archived_by=row.archived_by or "",
            at_desk=row.id == at_desk,
        )
        for row in rows
    ]
    return tuple(sorted(lines, key=lambda line: (line.archived_at is not None, fold(line.name), line.id)))


def _territories(connection: Connection) -> tuple[TerritoryLine, ...]:
    zips: dict[int, list[str]] = defaultdict(list)
    for territory_id, code in connection.execute(
        select(_ZIP.c.territory_id, _ZIP.c.zip).order_by(_ZIP.c.territory_id, _ZIP.c.zip)
    ):
        zips[territory_id].append(code)
    counted = connection.execute(
        select(s.territory_id, func.count())
        .where(not_archived(SOURCE), s.territory_id.is_not(None))
        .group_by(s.territory_id)
    )
    sources: dict[int, int] = {row[0]: row[1] for row in counted}
    rows = connection.execute(
        select(TERRITORY, u.name.label("liaison")).outerjoin_from(TERRITORY, USER, TERRITORY.c.liaison_id == u.id)
    )
    lines = [
        TerritoryLine(
            id=row.id,
            version=row.version,
            name=row.name,
            liaison_id=row.liaison_id,
            liaison=row.liaison or "",
            zips=tuple(zips[row.id]),
            sources=sources.get(row.id, 0),
            archived_at=row.archived_at,
        )
        for row in rows
    ]
    return tuple(sorted(lines, key=lambda line: (line.archived_at is not None, fold(line.name), line.id)))
