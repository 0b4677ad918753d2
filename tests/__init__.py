"""hhcrm's tests."""
