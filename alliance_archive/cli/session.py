"""What holds for a whole run of the program: the archive chosen, and how much is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


class Session:
    """The choices that may stand before the command or behind it."""

    def __init__(self) -> None:
        self.archive: str | None = None
        self.no_index = False
        self.verbose = False
        self.quiet = False
        self.begun = False
        """Whether any result has been written: then it is too late to begin anew."""


def session() -> Session:
    """The session of the run."""
    root = click.get_current_context().find_root()
    found: Session = root.ensure_object(Session)
    return found


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    if value:
        setattr(ctx.find_root().ensure_object(Session), param.name or "", value)


def session_options(command: F) -> F:
    """The options of every command and of the program: the archive, its index, how much is said."""
    kept: dict[str, Any] = {"expose_value": False, "callback": _keep}
    for option in (
        click.option("-q", "--quiet", is_flag=True, help="Only results and errors.", **kept),
        click.option("-v", "--verbose", is_flag=True, help="Say how the index fared.", **kept),
        click.option("--no-index", is_flag=True, help="Read the files, not the index.", **kept),
        click.option("--archive", metavar="DIR", help="The archive's folder.", **kept),
    ):
        command = option(command)
    return command
