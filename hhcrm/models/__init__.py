"""What is stored: SQLAlchemy mapped classes, one file per aggregate."""
