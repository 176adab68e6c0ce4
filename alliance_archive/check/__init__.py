"""What must hold within a record and across records, and the codes of what does not."""
