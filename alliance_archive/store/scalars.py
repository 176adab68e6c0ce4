"""Text as YAML scalars and comments that people like to read, and that parse to the same text."""

from __future__ import annotations

import re
from textwrap import TextWrapper

WIDTH = 100  # columns of a line
# Plain only what no reader of YAML takes for anything but text: no indicators, dates or numbers.
_PLAIN = re.compile(r"[^\W\d_](?:[\w'’“”()&/.;–-]|,(?= )|(?<! ) (?! ))*")
_IN_FLOW = re.compile("[,]")
_WORDS_OF_YAML = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
# Beside printable text: no blanks but the space, which a fold might lose.
_FOLD = re.compile(r"(?<=\S) (?=\S)")
_UNSEEN = re.compile("[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def scalar(text: str, column: int = 0, *, flow: bool = False) -> str:
    """A YAML scalar of the text, to stand at a column; `flow` for within [ ] or { }.

    Long ones go on in further lines, set in to two columns right of the key's.
    """
    if _is_plain(text, flow) and column + len(text) <= WIDTH:
        return text
    if '"' in text and "'" not in text and not any(map(_needs_escape, text)):
        return f"'{text}'"
    return '"' + "".join(_escaped(each) for each in text) + '"'


def folded(text: str, column: int, indent: int) -> str:
    """As `scalar`, in several lines where it is long: the first at `column`, others at `indent`."""
    made = scalar(text, column)
    if column + len(made) <= WIDTH:
        return made
    lines, room = [""], WIDTH - column
    for number, word in enumerate(_FOLD.split(made)):
        if number and len(lines[-1]) + 1 + len(word) > room:
            lines.append(word)
            room = WIDTH - indent
        else:
            lines[-1] += f" {word}" if number else word
    return f"\n{' ' * indent}".join(lines)


def _is_plain(text: str, flow: bool) -> bool:
    if not _PLAIN.fullmatch(text) or text.casefold() in _WORDS_OF_YAML or text.endswith(" "):
        return False
    return text.isprintable() and not (flow and _IN_FLOW.search(text))


def _needs_escape(character: str) -> bool:
    return not character.isprintable() or _UNSEEN.match(character) is not None


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if not _needs_escape(character):
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def comment(text: str, column: int) -> list[str]:
    """The words as comment lines, each from its #; no line goes beyond the width if it can.

    Line ends, control characters and marks of direction become blanks, so that no word can leave
    the comment.
    """
    words = "".join(each if each.isprintable() else " " for each in text)
    words = " ".join(_UNSEEN.sub(" ", words).split())
    wrapper = TextWrapper(max(WIDTH - column - 2, 20), break_on_hyphens=False)
    return [f"# {line}" for line in wrapper.wrap(words)]
