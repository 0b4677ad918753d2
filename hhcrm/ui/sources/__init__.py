"""The place of sources: the table, the pane beside it, its forms."""
