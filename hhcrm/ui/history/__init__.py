"""What was done lately and what was put away, for the whole agency."""
