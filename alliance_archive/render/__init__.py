"""Columns and rows made into text: tables, cards, CSV, JSON, Markdown. Knows no records."""
