"""A progress bar on stderr for long tasks."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from .cells import pictured

# rich is imported only for a task that turns out to be long: few look-ups have one.
if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 0.5  # seconds before a task counts as long
_STEP = 30  # characters of a step's name, from its end


def bar(label: str, patience: float = _PATIENCE) -> Callable[..., None]:
    """Return a function to call with the steps done and their total; short tasks show nothing.

    A task counts as long after `patience` seconds. Called with the current step's name, too, the
    bar also shows the count, the rate and that name.
    """
    began = time.monotonic()
    bars: list[Progress] = []

    def advance(done: int, total: int, step: str = "") -> None:
        if not bars and done < total and time.monotonic() - began > patience:
            bars.append(_progress(counted=bool(step)))
            bars[0].add_task(label, total=total, step=_shown(step), rate="")
            bars[0].start()
        if bars:
            rate = f"{done / max(time.monotonic() - began, 1e-9):.0f}/s"
            bars[0].update(bars[0].task_ids[0], completed=done, rate=rate, step=_shown(step))
            if done >= total:
                bars[0].stop()

    return advance


def _progress(counted: bool) -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[step]}", markup=False),
    )
    return Progress(
        *(columns if counted else Progress.get_default_columns()),
        console=Console(stderr=True),
        transient=True,
    )


def _shown(step: str) -> str:
    return pictured(step if len(step) <= _STEP else f"…{step[1 - _STEP :]}")
