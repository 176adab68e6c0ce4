"""The command line: parse, query, render; and the one place where errors become messages."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from collections.abc import Sequence

import click

from ..errors import ArchiveError
from ..render.visible import visible
from .app import ClosedPipe, cli
from .session import Session

PROGRAM = "alliance-archive"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, the process's own by default; the exit code.

    0 done, 1 problems in the data or a failed check, 2 a request that cannot be met.
    """
    try:
        code = _invoke(arguments)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ArchiveError as error:
        _say(str(error))
        return error.exit_code
    except (ClosedPipe, BrokenPipeError):
        _drop_output()
        return 0
    except (KeyboardInterrupt, click.Abort):
        _drop_output()
        return 130
    except OSError as error:
        _drop_output()
        _say(f"cannot write the output: {error.strerror or error}")
        return 1


def _invoke(arguments: Sequence[str] | None) -> object:
    ours = Session()
    try:
        return cli.main(arguments, prog_name=PROGRAM, standalone_mode=False, obj=ours)
    except sqlite3.DatabaseError as error:
        if ours.begun or ours.no_index:
            raise
        # Damage that only a look-up came upon; the files are as they were.
        if not ours.quiet:
            _say(f"the index is broken ({error}); reading the files. Mend it: index --rebuild")
        ours.no_index = True
        return cli.main(arguments, prog_name=PROGRAM, standalone_mode=False, obj=ours)


def _say(message: str) -> None:
    click.echo(f"{PROGRAM}: {visible(message)}", err=True)


def _drop_output() -> None:
    """Let nothing more be written to a reader that has gone, not even when the process ends."""
    # A stream without a descriptor has no reader that could go.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
