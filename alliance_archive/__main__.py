"""The process: `alliance-archive`, or `python -m alliance_archive`."""

from __future__ import annotations

import gc
import os
import sys


def run() -> None:
    """Run the program and end the process."""
    # A look-up ends before there is garbage worth collecting, and the collector would search every
    # imported module to find none. Long tasks that allocate much pause it themselves.
    gc.disable()
    if sys.getfilesystemencoding() == "ascii" and sys.executable:
        _start_again_in_utf_8()
    from .cli import main

    code = main()
    # `main` has flushed and closed what it opened. What Python would still do, take apart all that
    # was imported, takes a fifth of the time of a look-up.
    os._exit(code)


def _start_again_in_utf_8() -> None:
    """Run the program in Python's UTF-8 mode, in place of this process.

    Without that mode, the C locale has no text for the names of files and words beyond ASCII. The
    terminal keeps its encoding.
    """
    os.environ.setdefault("PYTHONIOENCODING", "ascii")
    os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - itself


if __name__ == "__main__":
    run()
