"""The edge of the process: its streams, in whatever encoding, open or closed.

Text for people goes out in the encoding of the terminal, with escapes for what that cannot show;
data goes out in UTF-8 (`cli/output.py:stream`).
"""

from __future__ import annotations

import codecs
import contextlib
import os
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from typing import IO, TextIO

from ..render.cells import ESCAPED, Terminal, pictured, visible, wrapped

PROGRAM = "alliance-archive"
_ESCAPES = (
    "this terminal is not UTF-8 ({}): characters that it does not have are shown as escapes, such "
    "as \\u201c. To see them: use a UTF-8 locale, such as LC_ALL=C.UTF-8"
)


class ClosedPipe(Exception):
    """The reader of the output has closed it."""


@contextlib.contextmanager
def closed_pipe() -> Iterator[None]:
    """Raise ClosedPipe in place of the error that click would handle."""
    try:
        yield
    except BrokenPipeError as error:
        # click would end the process with 1; a reader that has enough is not a failure.
        raise ClosedPipe from error


def guard_streams() -> None:
    """Make every character writable, and streams that are closed empty."""
    sys.stdin = sys.stdin or _nothing(0, "r")
    sys.stderr = sys.stderr or _nothing(2, "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=ESCAPED)
    if isinstance(sys.stdin, TextIOWrapper):
        # What cannot be read becomes surrogates, as in arguments; they are refused as text.
        sys.stdin.reconfigure(errors="surrogateescape")
    Terminal.shows(getattr(sys.stdout, "encoding", None))


def _nothing(closed: int, mode: str) -> IO[str]:
    """Open the null device as the stream of a descriptor that is closed."""
    # Else the next file to be opened gets the descriptor, and what a child process writes to it.
    descriptor = os.open(os.devnull, os.O_RDWR)
    if descriptor != closed:
        os.dup2(descriptor, closed)
        os.close(descriptor)
    return open(closed, mode, encoding="utf-8", closefd=False)


def terminal_size(stream: TextIO) -> os.terminal_size:
    """Return the size of the terminal that a stream is written to, 80 by 24 if it does not say."""
    try:
        size = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        size = os.terminal_size((80, 24))
    return size if size.columns else os.terminal_size((80, 24))


def columns_of(stream: TextIO) -> int | None:
    """Return the cells of a line, from COLUMNS or the terminal; None without a limit."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns):
        return max(int(columns), 20)
    return max(terminal_size(stream).columns, 20) if stream.isatty() else None


def fitted(text: str, stream: TextIO) -> str:
    """Return the text with lines that a terminal need not break inside words."""
    width = columns_of(stream) if stream.isatty() else None
    return wrapped(text, width) if width else text


def write(text: str) -> None:
    """Write text for people to stdout. Raises OSError."""
    sys.stdout.write(text)
    sys.stdout.flush()


def tell(line: str) -> None:
    """Write a line for people to stdout, broken at blanks on a terminal. Raises OSError."""
    write(fitted(visible(f"{line}\n"), sys.stdout))


def say(message: str) -> None:
    """Write a message to stderr; a stderr that takes none does not end the run."""
    try:
        sys.stderr.write(fitted(f"{PROGRAM}: {pictured(message)}\n", sys.stderr))
        sys.stderr.flush()
    except OSError:
        drop(sys.stderr)


def say_if_escaped() -> None:
    """Say once that the terminal could not show everything, if it could not."""
    if encoding := Terminal.lacking:
        say(_ESCAPES.format(codecs.lookup(encoding).name))
        Terminal.lacking = None


def say_why(error: OSError) -> int:
    """Say what the system refused, and return the exit code."""
    try:
        os.getcwd()
    except FileNotFoundError:
        say("the working folder no longer exists: change to another one")
        return 2
    refused = f"cannot use {error.filename}" if error.filename else "cannot write the output"
    say(f"{refused}: {error.strerror or error}")
    return 1


def drop(stream: TextIO) -> None:
    """Discard all further output to a stream, even what is flushed when the process ends."""
    # A stream without a descriptor cannot be redirected, and need not be.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
