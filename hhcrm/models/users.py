"""Users, teams, time off; territories as named sets of ZIP codes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hhcrm.domain.words import UserRole
from hhcrm.models.base import NEVER_REUSED, Archivable, Base, Keyed, words


class Team(Keyed, Archivable, Base):
    """A named group of users."""

    __tablename__ = "team"

    name: Mapped[str] = mapped_column(unique=True)


class User(Keyed, Archivable, Base):
    """A person who works with the program."""

    __tablename__ = "app_user"  # "user" is a reserved word on PostgreSQL

    name: Mapped[str] = mapped_column(unique=True)
    role: Mapped[UserRole] = mapped_column(words(UserRole))
    email: Mapped[str | None]
    phone: Mapped[str | None]
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"), index=True)
    weekly_visit_hours: Mapped[float | None]
    home_zip: Mapped[str | None] = mapped_column(String(10))


class TimeOff(Keyed, Base):
    """Days on which a user sees nobody."""

    __tablename__ = "time_off"
    __table_args__ = (Index("ix_time_off_user", "user_id", "from_on"), NEVER_REUSED)

    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"))
    from_on: Mapped[date]
    until_on: Mapped[date]
    why: Mapped[str | None]


class Territory(Keyed, Archivable, Base):
    """A named set of ZIP codes with the liaison who works it."""

    __tablename__ = "territory"

    name: Mapped[str] = mapped_column(unique=True)
    liaison_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"), index=True)
    zips: Mapped[list[TerritoryZip]] = relationship(
        back_populates="territory", cascade="all, delete-orphan", order_by="TerritoryZip.zip"
    )


class TerritoryZip(Keyed, Base):
    """One ZIP of a territory; a ZIP belongs to at most one."""

    __tablename__ = "territory_zip"

    zip: Mapped[str] = mapped_column(String(5), unique=True)
    territory_id: Mapped[int] = mapped_column(ForeignKey("territory.id"), index=True)
    territory: Mapped[Territory] = relationship(back_populates="zips")
