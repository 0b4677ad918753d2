"""Bringing an agency's lists in: rows already read from a file become records in one transaction, and go again."""
