"""`help`: the reference, by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ...errors import ArchiveError
from ...help import TOPICS, title
from ..app import COMMANDS, OTHER_NAMES, PROGRAM
from ..options import Output, drawing_options
from ..output import color, show_text, width
from ..session import Command
from ..usage import either

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class UnknownTopic(ArchiveError):
    """A word that is neither a topic nor a command; the message suggests one."""

    def __init__(self, word: str) -> None:
        from ...text.folding import nearest

        names = [*TOPICS, *COMMANDS]
        close = [OTHER_NAMES[word]] if word in OTHER_NAMES else nearest(word, names)
        close = close or [name for name in names if name.startswith(word.lower())]
        hint = f"; did you mean {either(close)}?" if close else _mentioned(word)
        super().__init__(f"no help on “{word}”{hint} (see: {PROGRAM} help)")


def _mentioned(word: str) -> str:
    from ..reference import pages_with

    topics = pages_with(word)[:3]
    return f"; topics that mention it: {', '.join(topics)}" if topics else ""


def complete_topic(
    _ctx: click.Context, _param: click.Parameter, begun: str
) -> list[CompletionItem]:
    """Complete topics, and the names of commands."""
    from click.shell_completion import CompletionItem

    lines = {name: line for name, (_, line) in COMMANDS.items()}
    lines |= {topic: title(topic) for topic in TOPICS}
    return [CompletionItem(n, help=line) for n, line in lines.items() if n.startswith(begun)]


@click.command(name="help", cls=Command)
@click.argument("topic", required=False, shell_complete=complete_topic)
@drawing_options
@click.pass_context
def help_(ctx: click.Context, topic: str | None, output: Output) -> None:
    """Read about a topic, or a command. Without TOPIC, list the topics.

    \b
    alliance-archive help                          list the topics
    alliance-archive help filters                  read about one
    alliance-archive help said                     the same as: said --help
    alliance-archive help format > format.txt
    """
    if topic is None or topic in TOPICS:
        from ...render.page import page
        from ..reference import filled

        text = filled(topic) if topic else _list_of_topics()
        show_text(page(text, width(output) or 80, color(output)), output)
    elif topic in COMMANDS:
        show_text(_help_of(ctx, topic), output)
    else:
        raise UnknownTopic(topic)


def _list_of_topics() -> str:
    rows = "\n".join(f"  {topic}  {title(topic)}" for topic in TOPICS)
    return f"""# Topics
{rows}

# To read about a topic or a command
    {PROGRAM} help filters
    {PROGRAM} help said

# For the list of commands
    {PROGRAM} --help
"""


def _help_of(ctx: click.Context, name: str) -> str:
    """Return what a command prints for --help."""
    parent = ctx.parent
    assert parent is not None
    assert isinstance(parent.command, click.Group)
    command = parent.command.get_command(parent, name)
    assert command is not None
    with click.Context(command, parent, name) as context:
        return f"{command.get_help(context)}\n"
