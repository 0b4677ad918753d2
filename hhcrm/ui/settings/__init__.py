"""The place of settings: how the agency works, its lists and people, its data, and the look of this desk."""
