"""Filters and names turned into SQL, and rows returned: the way from a question to its answer."""
