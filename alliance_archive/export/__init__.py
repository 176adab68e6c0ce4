"""The archive for other programs: citations, tables, a data package, a database, JSON-LD."""
