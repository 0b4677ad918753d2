"""Charts: read models in, figures out. No Qt, no pyplot; matplotlib is loaded where the first one is drawn."""
