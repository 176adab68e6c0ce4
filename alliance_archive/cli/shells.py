"""What shells ask of the program: as click has it, and for values after “=” (--archive=data)."""

from __future__ import annotations

from click.shell_completion import (
    BashComplete,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)

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
        wanted = f"{_ARGUMENTS[:-1]} | string replace -r -- '^' {lead})"
        return super().source().replace(_ARGUMENTS, wanted, 1)


SHELLS: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": _Zsh, "fish": _Fish}
for _name, _shell in SHELLS.items():
    add_completion_class(_shell, _name)
