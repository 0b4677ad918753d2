"""Alembic migrations, shipped inside the program."""
