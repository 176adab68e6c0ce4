"""Filter → rows: the one query path."""
