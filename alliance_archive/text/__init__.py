"""Text that is not part of a record: normalized, folded for search, compared."""
