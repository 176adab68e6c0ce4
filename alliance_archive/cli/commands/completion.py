"""`completion`: print a shell's completion script, and answer what it then asks.

It does as click has it, and for values after “=”: --archive=data.
"""

from __future__ import annotations

import click
from click.shell_completion import (
    BashComplete,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)

from ..boundary import write
from ..session import Command
from ..usage import OneOf

VARIABLE = "_ALLIANCE_ARCHIVE_COMPLETE"
_HEAD = "() {\n"
_ARGUMENTS = "(_alliance_archive_completion)"


class _Bash(BashComplete):
    def get_completion_args(self) -> tuple[list[str], str]:
        args, incomplete = super().get_completion_args()
        return [word for word in args if word != "="], incomplete  # Readline breaks words there


class _Zsh(ZshComplete):
    def source(self) -> str:
        script = super().source().replace(_HEAD, f"{_HEAD}    compset -P '--*='\n", 1)
        return script.replace(" -U", ' -U -i "$IPREFIX"')


class _Fish(FishComplete):
    def source(self) -> str:
        lead = "(string match -r -- '^--[^=]*=' (commandline -t); or echo)"
        completed = f"{_ARGUMENTS[:-1]} | string replace -r -- '^' {lead})"
        return super().source().replace(_ARGUMENTS, completed, 1)


SHELLS: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish}
for _name, _shell in SHELLS.items():
    add_completion_class(_shell, _name)

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
