"""The newest schema step, said where the start of the window can read it without the database library."""

from __future__ import annotations

HEAD = "0010"
"""A test holds it to the files in `migrations/versions`."""
