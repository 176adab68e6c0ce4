"""The process: `alliance-archive`, or `python -m alliance_archive`."""

from __future__ import annotations

import gc
import sys


def run() -> None:
    """Run the program and end the process."""
    # A look-up ends before there is garbage worth collecting, and the collector would search every
    # imported module to find none. Long tasks that allocate much pause it themselves.
    gc.disable()
    from .cli import main

    sys.exit(main())


if __name__ == "__main__":
    run()
