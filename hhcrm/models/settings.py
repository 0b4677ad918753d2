"""Settings as dated rows, the agency's own holidays, and saved views."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from hhcrm.models.base import NEVER_REUSED, Base, Keyed


class Setting(Keyed, Base):
    """One value of one setting from a day on, with where it came from. The newest row not after a day holds on it.

    `value` is JSON.
    """

    __tablename__ = "setting"
    __table_args__ = (Index("uq_setting_key_from", "key", "from_on", unique=True), NEVER_REUSED)

    key: Mapped[str] = mapped_column(String(80))
    from_on: Mapped[date]
    value: Mapped[str]
    came_from: Mapped[str | None]


class Holiday(Keyed, Base):
    """A day on which the agency does not work."""

    __tablename__ = "holiday"

    day: Mapped[date] = mapped_column(unique=True)
    name: Mapped[str]


class SavedView(Keyed, Base):
    """A filter with columns and sorting under a name; `spec` is JSON, `user_id` None means everybody's."""

    __tablename__ = "saved_view"
    __table_args__ = (Index("ix_saved_view_place", "place", "user_id"), NEVER_REUSED)

    place: Mapped[str] = mapped_column(String(40))
    name: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
    spec: Mapped[str]
