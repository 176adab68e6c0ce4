"""`completion`: print a shell's completion script."""

from __future__ import annotations

import click

from ..boundary import write
from ..session import Command
from ..shells import SHELLS, VARIABLE
from ..usage import OneOf

_INSTALL = {
    "bash": """echo 'eval "$(alliance-archive completion bash)"' >> ~/.bashrc""",
    "zsh": """echo 'eval "$(alliance-archive completion zsh)"' >> ~/.zshrc""",
    "fish": "alliance-archive completion fish > ~/.config/fish/completions/alliance-archive.fish",
}


@click.command(cls=Command)
@click.argument("shell", type=OneOf(_INSTALL))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for SHELL: bash, zsh or fish.

    \b
    echo 'eval "$(alliance-archive completion bash)"' >> ~/.bashrc
    echo 'eval "$(alliance-archive completion zsh)"' >> ~/.zshrc
    alliance-archive completion fish \\
        > ~/.config/fish/completions/alliance-archive.fish

    Each of these commands installs it for new shells. It completes commands, options and names:
    part of any name becomes its id, so that said mat<Tab> becomes said jim-mattis. zsh and fish
    show the names beside the ids.
    """
    program = ctx.find_root().command
    script = SHELLS[shell](program, {}, "alliance-archive", VARIABLE).source().strip()
    install = f"# To install it: {_INSTALL[shell]}"
    first, _, rest = script.partition("\n")
    # zsh looks for #compdef in the first line of a script.
    lines = (first, install, rest) if first.startswith("#compdef") else (install, script)
    write("\n".join((*lines, "")))
