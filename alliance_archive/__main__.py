"""The process: `alliance-archive`, or `python -m alliance_archive`."""

from __future__ import annotations

import gc
import sys


def run() -> None:
    """Run the program and end the process."""
    # A look-up ends before there would be anything worth collecting, and imports make no garbage.
    gc.disable()
    from .cli import main

    sys.exit(main())


if __name__ == "__main__":
    run()
