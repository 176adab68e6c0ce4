"""The program itself: its commands, each loaded when it is called, and what holds for a run."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .. import __version__
from ..errors import ArchiveError
from ..render.cells import visible

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

C = TypeVar("C", bound=Callable[..., Any])
PROGRAM = "alliance-archive"

# Command: the module it lives in and its line in the program's help.
COMMANDS = {
    "who": ("who", "Who said it: search summaries and quotations."),
    "said": ("said", "What a participant said, or is reported to have said."),
    "statements": ("statements", "Every statement, by the filters."),
    "timeline": ("timeline", "The meetings in order, each with its statements."),
    "summary": ("summary", "The archive at a glance."),
    "phrases": ("phrases", "Quoted phrases: of what, by whom, how often, since when."),
    "compare": ("compare", "What two said, side by side."),
    "show": ("show", "One record whole, by its id or name."),
    "meetings": ("lists", "The meetings, with their statements counted."),
    "participants": ("lists", "The people, organizations and states."),
    "sources": ("lists", "The sources."),
    "topics": ("lists", "The topics and alliances."),
    "index": ("index", "The index in the cache: where it is, how large, its state."),
    "check": ("check", "Every problem in the archive's files."),
    "verify": ("verify", "Check quotations against the source texts."),
    "draft": ("draft", "Draft a record from an article's plain text."),
    "review": ("review", "Review drafts one at a time."),
    "init": ("init", "A new, empty archive."),
    "export": ("export", "Statements as CSV, or JSON, to a file or a pipe."),
    "sql": ("sql", "Read-only SQL over documented views."),
    "cite": ("cite", "A citation of a statement or source: Chicago, BibTeX, CSL-JSON, RIS."),
    "open": ("open", "A record in your editor, at its line."),
    "completion": ("completion", "The completion script of bash, zsh or fish."),
    "help": ("help", "Read the reference: attribution, format, filters…"),
}


class ClosedPipe(Exception):
    """Whoever read the output has closed it."""


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command runs."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            # click would end the process with 1; a reader that has enough is no failure.
            raise ClosedPipe from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f".commands.{COMMANDS[cmd_name][0]}", __package__)
        # `open` is a name of Python's own, so the command's function is open_.
        command: click.Command = vars(module).get(cmd_name) or vars(module)[f"{cmd_name}_"]
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        # As click would, but without loading every command for its line of help.
        commands = [
            CompletionItem(name, help=line)
            for name, (_, line) in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return commands + click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from ..text.folding import nearest

            close = nearest(args[0], COMMANDS)
            hint = f" Did you mean {' or '.join(close)}?" if close else ""
            ctx.fail(f"No such command “{args[0]}”.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


class Session:
    """What is chosen for a whole run, before the command or behind it."""

    def __init__(self) -> None:
        self.archive: str | None = None
        """The folder of --archive."""
        self.no_index = False
        self.verbose = False
        self.quiet = False
        self.begun = False
        """Whether any result has been written: then it is too late to begin anew."""


def session() -> Session:
    """Return the session of the run."""
    root = click.get_current_context().find_root()
    session: Session = root.ensure_object(Session)
    return session


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    # An empty --archive is kept: it is an error, not the absence of the option.
    if value not in (None, False):
        setattr(ctx.find_root().ensure_object(Session), param.name or "", value)


def session_options(command: C) -> C:
    """Give a command, or the program, the options of a Session."""
    kept: dict[str, Any] = {"expose_value": False, "callback": _keep}
    for option in (
        click.option("-q", "--quiet", is_flag=True, help="Only results and errors.", **kept),
        click.option(
            "-v",
            "--verbose",
            is_flag=True,
            help="Name archive and state of the index.",
            **kept,
        ),
        click.option("--no-index", is_flag=True, help="Read the files, not the index.", **kept),
        click.option("--archive", metavar="DIR", help="The archive's folder.", **kept),
    ):
        command = option(command)
    return command


def _version(ctx: click.Context, _param: Any, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(f"{PROGRAM} {__version__}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    epilog=(
        f"\b\nFor a command's options and examples: {PROGRAM} COMMAND --help\n"
        f"For the reference, by topic: {PROGRAM} help"
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@session_options
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="The program's version.",
)
def cli() -> None:
    """Who said what in alliance diplomacy.

    \b
    alliance-archive who linchpin                    who used the word
    alliance-archive said mattis                     what he is on record with
    alliance-archive said white --json | jq          the same for another program
    alliance-archive statements --topic us-rok-alliance --since 2017-10
    alliance-archive show yonhap-2017-10-23-02       the whole chain of one statement
    alliance-archive export -o statements.csv

    The archive is the folder of --archive, else of ALLIANCE_ARCHIVE, else the nearest folder with
    an archive.yaml, or data/ with an archive in it: the working directory, those above it, those
    in it. Where there is none, the example that comes with the program answers, and says so.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, the process's own by default, and return the exit code.

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
    run = Session()
    try:
        return cli.main(arguments, prog_name=PROGRAM, standalone_mode=False, obj=run)
    except sqlite3.DatabaseError as error:
        if run.begun or run.no_index:
            raise
        # Damage that only a look-up came upon; the files are as they were.
        if not run.quiet:
            _say(f"the index is broken ({error}); reading the files. Mend it: index --rebuild")
        run.no_index = True
        return cli.main(arguments, prog_name=PROGRAM, standalone_mode=False, obj=run)


def _say(message: str) -> None:
    click.echo(f"{PROGRAM}: {visible(message)}", err=True)


def _drop_output() -> None:
    """Let nothing more be written to a reader that has gone, not even when the process ends."""
    # A stream without a descriptor has no reader that could go.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
