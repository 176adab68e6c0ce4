"""The pager: the user's own program for texts longer than the screen."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable

from ..render.cells import ESCAPED

# For `less`, unless the user has set options: color, no paging of what fits, what is shown stays on
# the screen; and the prompt of a long text, which otherwise is a bare colon.
_LESS = "FRXPs?e(end) :space for more, .q to quit$"
_DEFAULTS = ("less", "more")


def paged(text: str, note: Callable[[str], None]) -> bool:
    """Show a text in the pager, and return whether there is one; note why it cannot be run."""
    command = _pager(note)
    if not command:
        return False
    os.environ.setdefault("LESS", _LESS)
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: S603 - the user's own pager
    except OSError as error:
        note(f"cannot run the pager {command[0]}: {error.strerror}. Set PAGER to another one")
        return False
    data = text.encode(sys.stdout.encoding, ESCAPED)
    with contextlib.suppress(OSError), process.stdin or contextlib.nullcontext() as pipe:
        assert pipe is not None
        pipe.write(data)  # until the user has seen enough
    while process.poll() is None:
        # Ctrl-C is for the pager, which shares the terminal.
        with contextlib.suppress(KeyboardInterrupt):
            process.wait()
    return True


def _pager(note: Callable[[str], None]) -> list[str]:
    """Return the pager's program and options, or nothing where there is none."""
    command = os.environ.get("PAGER", "").strip()
    if command:
        try:
            return shlex.split(command, posix=os.name != "nt")
        except ValueError as error:
            note(f"PAGER is not a command: “{command}” ({error})")
            return []
    return [program for program in _DEFAULTS if shutil.which(program)][:1]
