"""People: a table of everybody beside one person in full; also over the window from other places."""
