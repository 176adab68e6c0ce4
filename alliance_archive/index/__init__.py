"""The SQLite cache of an archive: built from its files, kept fresh, validated, with its views."""

# Raise it with every change to the tables or to what is stored in them: an index of another version
# is thrown away and built again, which is the only migration there is.
VERSION = 11
