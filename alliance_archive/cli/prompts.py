"""Questions in the terminal: a line typed or completed, a text written in the user's editor."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ..errors import ArchiveError
from .boundary import fitted, tell, write
from .commands.open import editor

Complete = Callable[[str], list[str]]


def ask(question: str, complete: Complete | None = None, begun: str = "") -> str:
    """Return the line that the user types, in a terminal beginning with what is `begun`.

    Raises EOFError, KeyboardInterrupt at Ctrl-C, and ArchiveError if it cannot be decoded.
    """
    try:
        with _completing(complete, begun):
            line = _typed(question)
        line.encode()
    except UnicodeError:
        raise ArchiveError(f"what you typed is not {sys.stdin.encoding}: nothing changed") from None
    return line.strip()


def ask_key(keys: str) -> str:
    """Return the key that the user types in lower case: q at the end of the input and at Ctrl-C.

    It is ? if it cannot be decoded.
    """
    try:
        return ask(f"{keys}\n> ").lower()
    except (EOFError, KeyboardInterrupt):
        write("\n")
        return "q"
    except ArchiveError:
        return "?"


def _typed(question: str) -> str:
    if sys.stdin.isatty():
        return input(fitted(question, sys.stdout))
    tell(question.rstrip())
    if line := sys.stdin.readline():
        return line
    raise EOFError


def completions(typed: str, names: Sequence[str]) -> list[str]:
    """Return what completes the text typed since the last comma, as readline replaces it.

    The space after the comma remains, unless the names have only it in common: readline replaces
    what was typed with what all of them begin with.
    """
    space = typed[: len(typed) - len(typed.lstrip())]
    kept = space if len({name[:1] for name in names}) == 1 else ""
    return [kept + name for name in names]


@contextlib.contextmanager
def _completing(complete: Complete | None, begun: str) -> Iterator[None]:
    try:
        import readline
    except ImportError:  # not on every system
        yield
        return
    module: Any = readline
    completer, delimiters = module.get_completer(), module.get_completer_delims()
    matches: list[str] = []

    def next_match(typed: str, state: int) -> str | None:
        if state == 0:
            matches[:] = completions(typed, complete(typed.strip()) if complete else [])
        return matches[state] if state < len(matches) else None

    module.set_completer(next_match)
    module.set_completer_delims(",")
    module.set_startup_hook(lambda: module.insert_text(begun))
    editline = "libedit" in (module.__doc__ or "")
    module.parse_and_bind("bind ^I rl_complete" if editline else "tab: complete")
    try:
        yield
    finally:
        module.set_completer(completer)
        module.set_completer_delims(delimiters)
        module.set_startup_hook(None)


def edited(text: str) -> str:
    """Return the text as saved in the user's editor. Raises ArchiveError."""
    command = editor()
    descriptor, name = tempfile.mkstemp(prefix="statement-", suffix=".yaml")
    path = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        finished = subprocess.run([*command, name], check=False)  # noqa: S603 - the user's own editor
        if finished.returncode:
            raise ArchiveError(
                f"{command[0]} exited with code {finished.returncode}: nothing changed"
            )
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ArchiveError(f"cannot edit with {command[0]}: {error}") from None
    finally:
        path.unlink(missing_ok=True)
