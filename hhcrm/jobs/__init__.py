"""Thread pools, progress and cancel. Standard library only."""
