"""Widgets and looks used by two or more places."""
