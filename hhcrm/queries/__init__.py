"""What people ask: one function per question, frozen read models out."""
