"""Calendar: when do I see whom?"""
