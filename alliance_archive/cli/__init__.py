"""The command line: parse, query, render; and the one place where errors become messages."""

from .app import main as main
