"""Text that belongs to no record: brought to one form, folded for search, compared."""
