"""The SQLite index derived from the store: always made from the YAML, never the truth itself."""
