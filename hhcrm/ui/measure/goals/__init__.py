"""The page of goals in Measure."""
