"""Log visit from anywhere, and End of day."""
