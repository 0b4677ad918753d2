"""Worth: potential against the share received, who is misjudged, and the lists that follow from it."""
