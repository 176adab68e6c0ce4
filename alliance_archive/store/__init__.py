"""The YAML files: found, read strictly, turned into records, checked, and written."""
