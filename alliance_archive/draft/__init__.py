"""A document turned into a record to review."""
