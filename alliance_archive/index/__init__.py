"""The SQLite cache of an archive: made from its files, kept fresh, validated, and its views."""

# Raised with every change of the index's tables or of what is put into them.
VERSION = 6
