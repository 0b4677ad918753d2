"""Another desk on the same database, a process of its own: `python -m tests.app.other_desk ADDRESS SOURCE PATIENT`.

It says "ready", records a referral of that source on the next line it reads, says when it had done so, and says when it
heard that nobody's alert is open any more. Times are seconds since the epoch.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from hhcrm.models.lookups import ServiceLine
from hhcrm.models.users import User
from hhcrm.queries.alerts import open_alerts_count
from hhcrm.services.referral_commands import RecordReferral
from hhcrm.services.referrals import record_referral
from hhcrm.storage.engine import Address, make_engine
from hhcrm.storage.feed import Feed
from hhcrm.storage.journal import Actor
from hhcrm.storage.work import UnitOfWork

NAME = "Ines Ortega"
PATIENCE = 30.0


def main(where: str, source_id: str, patient: str) -> None:
    """Do all of that on the database at a URL or in a file."""
    engine = make_engine(Address(url=where) if "://" in where else Address(file=Path(where)))
    with engine.connect() as connection:
        person = connection.execute(select(User.__table__.c.id).where(User.__table__.c.name == NAME)).scalar_one()
        line = connection.execute(select(ServiceLine.__table__.c.id).order_by(ServiceLine.__table__.c.id)).scalars()
        values = {"source_id": int(source_id), "service_line_id": line.first()}
    work = UnitOfWork(engine, Actor(person, NAME), lambda: datetime.now(UTC))
    feed = Feed(engine)
    print("ready", flush=True)
    sys.stdin.readline()
    record_referral(work, RecordReferral(values, {"patient_name": patient}))
    print(time.time(), flush=True)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if feed.poll(0.2):
            with engine.connect() as connection:
                if open_alerts_count(connection, None) == 0:
                    print(time.time(), flush=True)
                    break
    feed.close()
    engine.dispose()


if __name__ == "__main__":
    main(*sys.argv[1:])
