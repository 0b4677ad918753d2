"""Today: what do I do now?"""
