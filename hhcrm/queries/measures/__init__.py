"""The measures, each defined once in a module of its own: what is counted, of what, by which day (product.md, 6)."""
