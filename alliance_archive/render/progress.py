"""A progress bar on stderr for long tasks."""

from __future__ import annotations

import time
from collections.abc import Callable

from rich.console import Console
from rich.progress import Progress

_PATIENCE = 0.5  # seconds before a task counts as long


def bar(label: str, patience: float = _PATIENCE) -> Callable[[int, int], None]:
    """Return a function to call with the steps done and their total; short tasks show nothing.

    A task counts as long after `patience` seconds.
    """
    began = time.monotonic()
    bars: list[Progress] = []

    def advance(done: int, total: int) -> None:
        if not bars and done < total and time.monotonic() - began > patience:
            bars.append(Progress(console=Console(stderr=True), transient=True))
            bars[0].add_task(label, total=total)
            bars[0].start()
        if bars:
            bars[0].update(bars[0].task_ids[0], completed=done)
            if done >= total:
                bars[0].stop()

    return advance
