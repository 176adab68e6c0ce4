"""Corrections made in a spreadsheet, compared with the archive and imported as one change."""
