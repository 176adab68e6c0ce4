"""The SQLite cache of an archive: built from its files, kept fresh, validated, with its views."""

# Raise it with every change to the tables or to what they store, such as the text of a problem: an
# index of another version is deleted and rebuilt, which is the only migration.
VERSION = 90
