"""Questions asked in the terminal, with completion where readline is at hand."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click

Complete = Callable[[str], list[str]]


def ask(question: str, complete: Complete | None = None) -> str:
    """Return the line that the user answers. Raises EOFError, and KeyboardInterrupt at ctrl-C."""
    with _completing(complete):
        if sys.stdin.isatty():
            return input(question).strip()
        click.echo(question.rstrip())
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.strip()


@contextlib.contextmanager
def _completing(complete: Complete | None) -> Iterator[None]:
    try:
        import readline
    except ImportError:  # not on every system
        yield
        return
    module: Any = readline
    completer, delimiters = module.get_completer(), module.get_completer_delims()
    matches: list[str] = []

    def next_match(begun: str, state: int) -> str | None:
        if state == 0:
            # A list of names: what follows the last comma is completed.
            lead = begun[: len(begun) - len(begun.lstrip())]
            names = complete(begun.strip()) if complete else []
            matches[:] = [lead + name for name in names]
        return matches[state] if state < len(matches) else None

    module.set_completer(next_match)
    module.set_completer_delims(",")
    editline = "libedit" in (module.__doc__ or "")
    module.parse_and_bind("bind ^I rl_complete" if editline else "tab: complete")
    try:
        yield
    finally:
        module.set_completer(completer)
        module.set_completer_delims(delimiters)
