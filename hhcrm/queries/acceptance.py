"""Questions about which payers are accepted for which line, and which steps of setting up are done."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, Table, func, select

from hhcrm.domain.referrals import OPEN_STAGES
from hhcrm.models.capability import PayerAcceptance, ServedZip
from hhcrm.queries.ground import PAYER, REFERRAL, SERVICE_LINE, SOURCE, TERRITORY, USER, not_archived, r, table
from hhcrm.queries.settings_models import Acceptance, PayerGrid, SetUpSteps

_ACCEPTANCE, _SERVED = table(PayerAcceptance), table(ServedZip)


def payer_grid(connection: Connection, today: date) -> PayerGrid:
    """Payers and lines in the agency's order, with what is said of each pair today."""
    a = _ACCEPTANCE.c
    rows = connection.execute(
        select(a.payer_id, a.service_line_id, a.accepted, a.from_on, a.alternative).order_by(a.from_on, a.id)
    )
    said = [Acceptance(*row[:4], row.alternative or "") for row in rows]
    accepted = {(one.payer_id, one.service_line_id): one for one in said if one.from_on <= today}
    ahead = tuple(one for one in said if one.from_on > today)
    z = _SERVED.c
    served = connection.execute(select(z.zip).where(z.service_line_id.is_(None)).order_by(z.zip)).scalars()
    payers, lines = _listed(connection, PAYER), _listed(connection, SERVICE_LINE)
    return PayerGrid(payers, lines, accepted, tuple(served), ahead, _used(connection))


def _used(connection: Connection) -> dict[tuple[int, int], int]:
    """How many open referrals have each pair of a payer and a line."""
    pair = (r.payer_id, r.service_line_id)
    rows = connection.execute(
        select(*pair, func.count())
        .where(*(one.is_not(None) for one in pair), r.stage.in_(OPEN_STAGES), not_archived(REFERRAL))
        .group_by(*pair)
    )
    return {(payer_id, line_id): count for payer_id, line_id, count in rows}


def set_up_steps(connection: Connection) -> SetUpSteps:
    """How much there is of what a new agency gives first."""

    def count(of: Table, *, living: bool = True) -> int:
        rows = select(func.count()).select_from(of)
        return connection.execute(rows.where(not_archived(of)) if living else rows).scalar_one()

    return SetUpSteps(
        sources=count(SOURCE),
        people=count(USER),
        payers=count(_ACCEPTANCE, living=False),
        served_zips=count(_SERVED, living=False),
        territories=count(TERRITORY),
    )


def _listed(connection: Connection, of: Table) -> tuple[tuple[int, str], ...]:
    rows = connection.execute(
        select(of.c.id, of.c.name).where(not_archived(of)).order_by(of.c.position, of.c.name, of.c.id)
    )
    return tuple((row.id, row.name) for row in rows)
