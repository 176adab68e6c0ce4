"""A run of the command line on a terminal, with what is typed there."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path


def typed(root: Path, *arguments: str, answers: str, **env: str) -> tuple[int, str]:
    """Run a command on a terminal; return its exit code and what the terminal has shown.

    \x04 among the answers is Ctrl-D.
    """
    import pty

    terminal, theirs = pty.openpty()
    command = [sys.executable, "-m", "alliance_archive", "--archive", str(root), *arguments]
    shown = b""
    with subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=root,
        env={**os.environ, "NO_COLOR": "1", "PAGER": "cat", "COLUMNS": "80", **env},
    ) as process:
        os.close(theirs)
        os.write(terminal, answers.encode())
        with contextlib.suppress(OSError):  # Linux's way to say that the other end is closed
            while more := os.read(terminal, 65536):
                shown += more
        code = process.wait(60)
    os.close(terminal)
    return code, shown.decode().replace("\r\n", "\n")
