"""Columns and rows rendered as text: tables, cards, CSV, JSON, Markdown. Knows no records."""
