"""The place of referrals: what came in and what became of it."""
