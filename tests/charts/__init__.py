"""Tests of what charts say and draw."""
