"""Forms of every place: fields, drafts, faults beside the field, a conflict field by field."""
