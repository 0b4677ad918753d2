"""The page of approaches: what is done differently, what came of it, and what was learned."""
