"""The page of Measure for the Monday meeting: what moved in a week, and what stands out."""
