"""`python -m alliance_archive` is `alliance-archive`."""

from .cli import run

run()
