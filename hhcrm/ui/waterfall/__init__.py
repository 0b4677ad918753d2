"""The place of the waterfall: how prospects become active."""
