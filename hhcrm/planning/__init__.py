"""The week plan: candidates and worth in, days and routes out. A routing solver does the solving."""
