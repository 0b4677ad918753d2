"""Sources: who are they and what is the relationship worth?"""
