"""The rules for one record, the rules across records, and the codes of problems."""
