"""Charts in the window: drawn on a worker, shown here; pointed at, clicked, walked through by keys, spoken, saved."""
