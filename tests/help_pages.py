"""The parts of help pages: their tables, their examples, the commands in them."""

from __future__ import annotations

import re

from alliance_archive.cli.reference import filled

# A command, perhaps after a variable; after it, what the shell does with it, or a remark.
_CALL = re.compile(r"(?:[A-Z]+='.*?' )?alliance-archive (.*?)(?: [>|].*| {3,}.*)?")


def sections(topic: str) -> dict[str, str]:
    """Return what is below each heading of a page."""
    parts = re.split(r"(?m)^# (.+)\n", filled(topic))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def terms(topic: str, heading: str) -> list[str]:
    """Return the terms of the tables below a heading."""
    return re.findall(r"(?m)^  (\S.*?)(?:  .*)?$", sections(topic)[heading])


def examples(text: str) -> list[str]:
    """Return the blocks of a text that begin with four blanks, without these."""
    blocks = re.split(r"\n\n|(?m:^# .*\n)", text)
    return [re.sub("(?m)^    ", "", block) + "\n" for block in blocks if block.startswith("    ")]


def calls(text: str) -> list[str]:
    """Return the arguments of each call of the program in the examples of a text."""
    lines = "".join(examples(text)).replace("\\\n", "").splitlines()
    return [call[1].strip() for line in lines if (call := _CALL.fullmatch(line))]
