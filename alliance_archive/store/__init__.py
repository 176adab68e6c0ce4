"""The YAML on disk: found, read strictly, made into records, checked, and written."""
