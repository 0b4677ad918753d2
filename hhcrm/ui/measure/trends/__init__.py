"""The page Trends of Measure: any measure by month or week, by group, with its spread and the reasons behind it."""
