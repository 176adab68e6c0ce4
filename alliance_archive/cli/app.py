"""The program: its commands, each imported only when it runs, and what becomes of errors."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from .. import __version__
from ..errors import ArchiveError, shell_word
from .boundary import PROGRAM as PROGRAM
from .boundary import (
    ClosedPipe,
    closed_pipe,
    drop,
    guard_streams,
    say,
    say_if_escaped,
    say_why,
    write,
)
from .session import SESSION_OPTIONS, Session
from .usage import BadUsage, either, in_context, message_of, write_options

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# The groups of the program's help: for each command its module and its line of help.
GROUPS = {
    "Start here": {
        "who": ("who", "Search summaries and quotations."),
        "said": ("said", "Show what someone said or is reported to have said."),
        "show": ("show", "Show one record in full."),
        "init": ("init", "Create an archive of your own."),
        "draft": ("draft", "Draft records from articles: text, pages, PDFs, DOCX."),
    },
    "Look up": {
        "statements": ("statements", "List statements by speaker, meeting, topic, date…"),
        "meetings": ("lists", "List meetings."),
        "participants": ("lists", "List people, organizations and states."),
        "sources": ("lists", "List sources."),
        "topics": ("lists", "List topics and alliances."),
    },
    "Report": {
        "timeline": ("timeline", "Show meetings in order, with what was said there."),
        "summary": ("summary", "Count statements by form, speaker, country and topic."),
        "phrases": ("phrases", "List quoted phrases: by whom, on what, how often."),
        "compare": ("compare", "Show what two sides said on the same subjects."),
        "corroborate": ("corroborate", "Find other reports of an act, and how they differ."),
        "readouts": ("readouts", "Show who reports what of one meeting."),
    },
    "Add": {"review": ("review", "Review drafts one at a time.")},
    "Change": {
        "set": ("set", "Set fields of records."),
        "rename": ("rename", "Give a record another id, wherever it is referred to."),
        "merge": ("merge", "Make one record of several that mean the same."),
        "remove": ("remove", "Remove records."),
        "import": ("import_", "Import corrections from a spreadsheet."),
        "undo": ("undo", "Take back the last change."),
        "open": ("open", "Open a record in your editor."),
    },
    "Check": {
        "check": ("check", "Find every problem in the archive's files."),
        "verify": ("verify", "Check quotations against the source texts."),
        "diff": ("diff", "Show what changed since a revision or a copy."),
    },
    "Take out": {
        "export": ("export", "Export statements as CSV, or the whole archive."),
        "cite": ("cite", "Print citations of statements and sources."),
        "sql": ("sql", "Query the archive in SQL."),
    },
    "Other": {
        "index": ("index", "Show the state of the index, or rebuild it."),
        "completion": ("completion", "Print the completion script for bash, zsh or fish."),
        "help": ("help", "Read the reference: attribution, format, filters…"),
    },
}
COMMANDS = {name: entry for group in GROUPS.values() for name, entry in group.items()}
# What people type for a command that has another name.
OTHER_NAMES = {
    **dict.fromkeys(("find", "search", "grep"), "who"),
    **dict.fromkeys(("list", "ls"), "statements"),
    **dict.fromkeys(("add", "new"), "draft"),
    **dict.fromkeys(("edit", "vim"), "open"),
    **dict.fromkeys(("lint", "validate"), "check"),
}


class DamagedWhileReading(ArchiveError):
    """An index that turned out to be damaged after a part of the results was written."""

    exit_code = 1

    def __init__(self, error: Exception) -> None:
        super().__init__(
            f"the index is damaged ({error}), and the output is incomplete: "
            "run the command again, which rebuilds the index"
        )


class LazyGroup(click.Group):
    """A group that imports a command's module only when that command runs."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with in_context(ctx), closed_pipe():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        with closed_pipe():
            return super().invoke(ctx)

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
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from ..text.folding import nearest

            name = args[0]
            close = [OTHER_NAMES[name]] if name in OTHER_NAMES else nearest(name, COMMANDS)
            # A word that is not a command may be what to look up.
            lookups = [f"{PROGRAM} {command} {shell_word(name)}" for command in ("said", "who")]
            hint = f"; did you mean {either(close or lookups)}?"
            raise BadUsage(f"no command “{name}”{hint} (see: {PROGRAM} --help)", ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, COMMANDS))
        for title, group in GROUPS.items():
            with formatter.section(title):
                lines = [(f"{name:<{width}}", line) for name, (_, line) in group.items()]
                formatter.write_dl(lines)
        write_options(self, ctx, formatter)


def _version(ctx: click.Context, _param: Any, requested: bool) -> None:
    if requested and not ctx.resilient_parsing:
        write(f"{PROGRAM} {__version__}\n")
        ctx.exit()


@click.group(
    PROGRAM,
    cls=LazyGroup,
    invoke_without_command=True,
    subcommand_metavar="COMMAND [ARGS]...",
    epilog=(
        f"\b\nFor a command's options and examples: {PROGRAM} COMMAND --help\n"
        f"For the reference, by topic: {PROGRAM} help"
    ),
    context_settings={"help_option_names": [], "max_content_width": 80},
    params=[*SESSION_OPTIONS],
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Print the version.",
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Look up who said what in alliance diplomacy.

    \b
    alliance-archive who linchpin                  who used the word
    alliance-archive said mattis                   what he is on record as saying
    alliance-archive show yonhap-2017-10-23-02     one statement in full
    alliance-archive statements --topic us-rok-alliance --since 2017-10
    alliance-archive said white --json | jq        the same for another program
    alliance-archive export -o statements.csv      statements for a spreadsheet

    The archive is the folder named with --archive, or in ALLIANCE_ARCHIVE. Without either, it is
    the nearest one: in the working directory, in a folder above it, or directly below it. Where
    there is none, the bundled example is shown, and a message says so.
    """
    if ctx.invoked_subcommand is None:
        write(f"{ctx.get_help()}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line, the process's own by default, and return the exit code.

    0 done, 1 problems in the data or a failed check, 2 a request that cannot be met.
    """
    guard_streams()
    if sys.stdout is None:
        say("cannot write the output: it is closed")
        return 1
    if "_ALLIANCE_ARCHIVE_COMPLETE" in os.environ:
        from .commands import completion  # noqa: F401 - its shells register themselves
    run = Session()
    try:
        code = _carry_out(arguments, run)
        sys.stdout.flush()
    except (ClosedPipe, BrokenPipeError):
        drop(sys.stdout)
        return 0
    except KeyboardInterrupt:
        drop(sys.stdout)
        return 130
    except OSError as error:
        drop(sys.stdout)
        code = say_why(error)
    if not run.quiet:
        say_if_escaped()
    return code


def _carry_out(arguments: Sequence[str] | None, run: Session) -> int:
    """Run a command line and return the exit code, with a message for what cannot be done."""
    try:
        code = _invoke(arguments, run)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        say(message_of(error))
        return error.exit_code
    except ArchiveError as error:
        say(str(error))
        return error.exit_code
    return code if isinstance(code, int) else 0


def _invoke(arguments: Sequence[str] | None, run: Session) -> object:
    try:
        return cli.main(arguments, prog_name=PROGRAM, standalone_mode=False, obj=run)
    except sqlite3.DatabaseError as error:
        if run.no_index or run.rebuild:
            raise
        # Only the index is damaged; the files are not affected.
        if run.begun:
            if run.index:
                from ..index.intact import distrust

                distrust(run.index)
            raise DamagedWhileReading(error) from None
        busy = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
        if not run.quiet:
            say(
                "the index is in use by another process; reading the files instead"
                if busy
                else f"the index is damaged ({error}); rebuilding it"
            )
        run.no_index, run.rebuild = busy, not busy
    # Only now are the error and its frames gone, whose open queries would keep the index locked.
    return cli.main(arguments, prog_name=PROGRAM, standalone_mode=False, obj=run)
