"""The database as a place: engine, upgrade, unit of work, journal, undo, backups, change feed."""
