"""What is chosen for a whole run, and the commands, which all have the options for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .boundary import write
from .usage import FOLDER, BadUsage, in_context, refuse_extra, refuse_unusable, write_options

if TYPE_CHECKING:
    from ..archive import Archive

# The topic of help that goes with a command.
SEE_ALSO = {
    **dict.fromkeys(("who", "said", "show", "phrases"), "search"),
    **dict.fromkeys(("statements", "meetings", "participants", "sources", "topics"), "filters"),
    **dict.fromkeys(("timeline", "summary", "compare"), "filters"),
    **dict.fromkeys(("corroborate", "readouts"), "acts"),
    **dict.fromkeys(("init", "open"), "format"),
    **dict.fromkeys(("draft", "review"), "draft"),
    **dict.fromkeys(("set", "rename", "merge", "remove", "undo"), "editing"),
    **dict.fromkeys(("check", "verify"), "verify"),
    **dict.fromkeys(("export", "sql"), "databases"),
    **dict.fromkeys(("diff", "import"), "spreadsheets"),
    **dict.fromkeys(("index", "completion"), "environment"),
    "cite": "output",
}


class Session:
    """What is chosen for a whole run, before or after the command."""

    def __init__(self) -> None:
        self.archive: str | None = None
        """The folder of --archive."""
        self.no_index = False
        self.rebuild = False
        """Whether to rebuild the index first, because it was found to be damaged."""
        self.index: str | None = None
        """The index's file, once it is open."""
        self.verbose = False
        self.quiet = False
        self.begun = False
        """Whether any result has been written; if so, the run cannot start over."""

    def open(self, *, rebuild: bool = False, **settings: Any) -> Archive:
        """Open the archive that was chosen, with other settings of `Archive.open`."""
        from ..archive import Archive

        rebuild = rebuild or self.rebuild
        return Archive.open(self.archive, cached=not self.no_index, rebuild=rebuild, **settings)


def session() -> Session:
    """Return the session of the run."""
    root = click.get_current_context().find_root()
    session: Session = root.ensure_object(Session)
    return session


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    if value == "" and not ctx.resilient_parsing:
        raise BadUsage("--archive is empty: name a folder", ctx)
    if value:
        setattr(ctx.find_root().ensure_object(Session), param.name or "", value)


def _help(ctx: click.Context, _param: Any, requested: bool) -> None:
    # As click's own option, but for a terminal in any encoding.
    if requested and not ctx.resilient_parsing:
        write(f"{ctx.get_help()}\n")
        ctx.exit()


def _flag(*names: str, **settings: Any) -> click.Option:
    return click.Option(names, is_flag=True, expose_value=False, **settings)


SESSION_OPTIONS = (
    click.Option(
        ["--archive"],
        type=FOLDER,
        metavar="DIR",
        expose_value=False,
        callback=_keep,
        help="Use the archive in this folder.",
    ),
    _flag("--no-index", callback=_keep, help="Read the files, not the index."),
    _flag("-v", "--verbose", callback=_keep, help="Also say which archive and index are used."),
    _flag("-q", "--quiet", callback=_keep, help="Print results and errors, no messages."),
    _flag("-h", "--help", is_eager=True, callback=_help, help="Show this help."),
)
"""The options of every command and of the program; a Session keeps what is chosen."""


class Command(click.Command):
    """A command with the options of a Session, and its own, in sections of its help."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.params += SESSION_OPTIONS

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments. Raises BadUsage if there are too many, or values are not text."""
        ctx.allow_extra_args = True  # so that the message is ours
        with in_context(ctx):
            extra = super().parse_args(ctx, args)
        if not ctx.resilient_parsing:
            if extra:
                refuse_extra(ctx, extra)
            for param in self.params:
                refuse_unusable(ctx, param)
        return extra

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_options(self, ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Point to the topic of help that goes with the command."""
        if topic := SEE_ALSO.get(self.name or ""):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(f"See also: alliance-archive help {topic}")
