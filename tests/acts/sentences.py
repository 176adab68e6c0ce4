"""Invented quotations for the held-out set."""

SENTENCES = ()
