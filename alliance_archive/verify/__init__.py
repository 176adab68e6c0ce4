"""The archive's words held against its sources' texts."""
