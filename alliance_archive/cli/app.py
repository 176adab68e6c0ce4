"""The program itself: its commands, each loaded when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from .. import __version__
from .session import session_options

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

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
    "verify": ("verify", "Each quotation proved against its source's text."),
    "draft": ("draft", "An article's plain text turned into a record to review."),
    "review": ("review", "The drafts gone through, one by one, in the terminal."),
    "init": ("init", "A new, empty archive."),
    "export": ("export", "Statements as CSV, or JSON, to a file or a pipe."),
    "sql": ("sql", "Read-only SQL over documented views."),
    "cite": ("cite", "A citation of a statement or source: Chicago, BibTeX, CSL-JSON."),
    "open": ("open", "A record in your editor, at its line."),
    "completion": ("completion", "The completion script of bash, zsh or fish."),
}


class ClosedPipe(Exception):
    """Whoever read the output has closed it."""


class Lazy(click.Group):
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
        # The function of `open` has a mark behind it, for the name is Python's own.
        command: click.Command = vars(module).get(cmd_name) or vars(module)[f"{cmd_name}_"]
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        # As click would, but without loading every command for its line of help.
        found = [
            CompletionItem(name, help=line)
            for name, (_, line) in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return found + click.Command.shell_complete(self, ctx, incomplete)

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


def _version(ctx: click.Context, _param: Any, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"alliance-archive {__version__}")
        ctx.exit()


@click.group(
    cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
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

    The archive is the folder of --archive, else of ALLIANCE_ARCHIVE, else the nearest data/ with
    an archive in it, else the one that comes with the program.
    """
