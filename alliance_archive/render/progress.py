"""A bar on stderr that shows how far a long task is."""

from __future__ import annotations

import time
from collections.abc import Callable

from rich.console import Console
from rich.progress import Progress

_PATIENCE = 0.5  # seconds before a task counts as long


def bar(label: str, patience: float = _PATIENCE) -> Callable[[int, int], None]:
    """A function to be told how many of how many steps are done; short tasks show nothing."""
    began = time.monotonic()
    shown: list[Progress] = []

    def told(done: int, total: int) -> None:
        if not shown and done < total and time.monotonic() - began > patience:
            shown.append(Progress(console=Console(stderr=True), transient=True))
            shown[0].add_task(label, total=total)
            shown[0].start()
        if shown:
            shown[0].update(shown[0].task_ids[0], completed=done)
            if done >= total:
                shown[0].stop()

    return told
