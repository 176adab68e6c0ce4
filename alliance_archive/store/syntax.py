"""What was most likely typed wrong where a file is not valid YAML, judged by the text itself.

Each release of a YAML parser words its messages in its own way, so only the places that it gives
are used: where it stopped, and where the token or collection that it was reading begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

# Patterns are compiled on first use: most files are valid, and need none of them.
# Where YAML 1.1 (4.2) ends a line; str.splitlines would end it at form feeds too.
_BREAK = "\r\n|[\n\r\x85\u2028\u2029]"
_OTHER_BREAKS = "\r\x85\u2028\u2029"
# What git writes around the versions of a conflict, always from the first column; | is of diff3.
# Indented by an editor, only marks with the name of a version are sure.
_CONFLICT = r"(?:<{7,}|\|{7,}|={7}|>{7,})(?: |$)|[ \t]+(?:<{7,}|>{7,}) \S"
_KEY = r"\s*(?:- +)*([^\s:-][^\s:]*):(?: |$)"
_VALUE = r"\s*(?:- +)*([^\s:]+): +(\S.*)"
_NO_SPACE = "([a-z_]+):([^/ ].*)"
_CLOSING = {"[": "]", "{": "}"}
_SHOWN = 40  # characters of the file that a message repeats


class Advice(NamedTuple):
    """What is wrong and what to do, with the line and column, from 0, that has to be changed."""

    line: int
    column: int
    message: str


class Stop(NamedTuple):
    """Where a parser stopped; lines and columns count from 0, columns in code points.

    `begun` is where the token or collection begins that it was reading, if it says so; `scanning`
    tells a token from a collection.
    """

    lines: Sequence[str]
    line: int
    column: int
    begun: tuple[int, int] | None
    scanning: bool

    @property
    def before(self) -> str:
        """The text of the line before the stop."""
        return self.lines[self.line][: self.column]

    @property
    def rest(self) -> str:
        """The text of the line from the stop on."""
        return self.lines[self.line][self.column :]

    @property
    def below(self) -> str:
        """The text of the file from the stop on."""
        return "\n".join([self.rest, *self.lines[self.line + 1 :]])

    @property
    def opener(self) -> str:
        """The character with which the token or collection begins; "" if that is not known."""
        if not self.begun:
            return ""
        line, column = self.begun
        return self.lines[line][column : column + 1]

    def here(self, message: str) -> Advice:
        """Return advice for the stop itself."""
        return Advice(self.line, self.column, message)

    def there(self, message: str) -> Advice:
        """Return advice for the beginning of the token or collection."""
        return Advice(*(self.begun or (self.line, self.column)), message)


def text_lines(text: str) -> list[str]:
    """Return a text's lines as YAML counts them, without their ends."""
    if any(end in text for end in _OTHER_BREAKS):
        return re.split(_BREAK, text)
    return text.split("\n")


def conflict_lines(text: str) -> list[int]:
    """Return the lines, from 0, that mark the versions of an unresolved merge."""
    if not any(mark * 7 in text for mark in "<|=>"):
        return []
    return [
        line_number
        for line_number, line in enumerate(text_lines(text))
        if re.match(_CONFLICT, line)
    ]


def advice(stop: Stop) -> Advice | None:
    """Return what to change; None if the text shows none of the common mistakes."""
    return next(filter(None, (rule(stop) for rule in _RULES)), None)


def _comment(stop: Stop) -> Advice | None:
    """Find a # that begins a comment in the line above, or in the line of an open bracket."""
    line, pattern = stop.line - 1, r"\S"
    if stop.opener in _CLOSING and stop.begun:
        line, pattern = stop.begun[0], f"\\{_CLOSING[stop.opener]}"
    elif stop.before.strip() or re.match(_KEY, stop.rest) or stop.rest.startswith(("-", "#")):
        return None
    if line >= 0 and (match := re.match(rf"\s*[^\s#].*?[ \t](?=#.*{pattern})", stop.lines[line])):
        message = (
            "a # after a space begins a comment: put a value that contains it in quotation marks"
        )
        return Advice(line, match.end(), message)
    return None


def _tab(stop: Stop) -> Advice | None:
    indent = re.match(r"\s*", stop.lines[stop.line])
    if indent and "\t" in indent[0] and stop.column <= indent.end():
        return Advice(stop.line, indent[0].index("\t"), "a tab in the indentation: use spaces")
    return None


def _open_quote(stop: Stop) -> Advice | None:
    if stop.scanning and stop.opener in ("'", '"') and not stop.below.strip():
        return stop.there(
            f"this quotation mark is never closed: add {stop.opener} at the end of the value"
        )
    return None


def _backslash(stop: Stop) -> Advice | None:
    if stop.scanning and stop.opener == '"' and "\\" in stop.before[-2:] + stop.rest[:1]:
        return stop.here(
            r"a backslash in double quotes begins a code such as \n: write \\ for a backslash, "
            "or put the value in single quotes"
        )
    return None


def _first_character(stop: Stop) -> Advice | None:
    """Find a value that begins with a character which means something else in YAML."""
    character = stop.rest[:1]
    message = "a value cannot begin with “{}”: put it in quotation marks"
    if stop.begun and stop.begun[0] == stop.line and stop.opener in tuple("*&!|>%@`"):
        return stop.there(message.format(stop.opener)) if stop.begun[1] else None
    if character == "," and stop.before.rstrip().endswith((",", "[", "{")):
        return stop.here("one comma too many: delete it")
    if not stop.scanning:
        return stop.here(message.format(character)) if character == "," else None
    if character == "-" and re.match(_KEY, stop.before):
        return stop.here(message.format("- ") + ", or begin the list on the next line")
    after_key = stop.before.rstrip().endswith(":")
    if stop.column and (character in tuple("@`%") or (after_key and character in tuple(":?"))):
        return stop.here(message.format(character))
    return None


def _after_quote(stop: Stop) -> Advice | None:
    mark = stop.before.rstrip()[-1:]
    if stop.scanning or mark not in ("'", '"') or stop.opener in _CLOSING:
        return None
    if stop.before.count(mark) % 2:
        for line in range(stop.line - 1, -1, -1):
            if stop.lines[line].count(mark) % 2:
                message = (
                    f"this quotation mark is closed only in line {stop.line + 1}: "
                    f"add the missing {mark}"
                )
                return Advice(line, stop.lines[line].rindex(mark), message)
    others = "double quotes" if mark == "'" else "single quotes"
    inside = "write ’ for the apostrophe" if mark == "'" else "write “ ” inside it"
    return stop.here(
        f"text after the closing quotation mark: put the whole value in {others}, or {inside}"
    )


def _end_of_file(stop: Stop) -> Advice | None:
    """Find the innermost bracket that is open where the file ends."""
    if stop.scanning or stop.below.strip():
        return None
    opened: list[Advice] = []
    for line_number, line in enumerate(stop.lines):
        for column, character in enumerate(line):
            if closer := _CLOSING.get(character):
                opened.append(Advice(line_number, column, _unclosed(closer)))
            elif character in _CLOSING.values() and opened:
                opened.pop()
    return opened[-1] if opened else None


def _unclosed(closer: str) -> str:
    return f"this bracket is never closed: add the missing {closer}"


def _bracket(stop: Stop) -> Advice | None:
    if stop.scanning:
        return None
    if stop.opener not in _CLOSING:
        if stop.rest[:1] in ("]", "}"):
            return stop.here(f"one {stop.rest[0]} too many: delete it")
        if stop.before.rstrip().endswith(("]", "}")):
            return stop.here(
                "text after the closing bracket: put the whole value in quotation marks"
            )
        return None
    opener, closer = stop.opener, _CLOSING[stop.opener]
    if stop.below.count(closer) <= stop.below.count(opener):
        return stop.there(_unclosed(closer))
    if stop.rest.startswith(":"):
        return stop.here(
            "a second colon: put a value that contains a colon in quotation marks, "
            "or separate two fields by a comma"
        )
    return stop.here("a comma is missing before this")


def _no_colon(stop: Stop) -> Advice | None:
    """Find a line that is neither a key with a value nor a part of the value above it."""
    if stop.scanning and stop.begun and stop.begun[0] < stop.line and stop.opener not in ("'", '"'):
        return _without_colon(stop, *stop.begun)
    return None


def _without_colon(stop: Stop, line: int, column: int) -> Advice:
    text = stop.lines[line][column:].strip()
    if joined := re.match(_NO_SPACE, text):
        message = f"no space after the colon: write {joined[1]}: {short(joined[2])}"
    else:
        message = (
            f"no colon after “{short(text)}”: write key: value, or indent the line further if it "
            "belongs to the value above"
        )
    return Advice(line, column, message)


def _second_colon(stop: Stop) -> Advice | None:
    if not stop.scanning or stop.begun or not stop.rest.startswith(":"):
        return None
    if pair := re.match(_VALUE, stop.before + stop.rest):
        key, value = pair[1], pair[2].rstrip()
        quoted = f': {key}: "{value}"' if len(value) <= _SHOWN and '"' not in value else ""
        if pair.start(2) <= stop.column:
            return stop.here(f"a colon within a value: put the value in quotation marks{quoted}")
    return _line_above(stop)


def _line_above(stop: Stop) -> Advice | None:
    """Find what is wrong above a key that cannot be where it is."""
    above = [line for line in range(stop.line) if stop.lines[line].split("#")[0].strip()]
    while above:
        line = above.pop()
        text = stop.lines[line]
        column = _content(text)
        if key := re.match(_KEY, text):
            return stop.here(
                f"indented further than “{short(key[1])}” in line {line + 1}, which already has "
                "a value: begin both in the same column, or put that value in quotation marks"
            )
        if text[column] == "-":
            message = "no space after the dash: write a dash, a space and then the key"
            return Advice(line, column, message)
        is_continued = above and column > _content(stop.lines[above[-1]])
        if re.match(_NO_SPACE, text[column:]) or not is_continued:
            return _without_colon(stop, line, column)
    return None


def _indentation(stop: Stop) -> Advice | None:
    if stop.scanning or not stop.begun or stop.before.strip() or not stop.rest.strip():
        return None
    return stop.here(
        "wrong indentation: all fields of a record begin in the same column, "
        "and so do all dashes of a list"
    )


def _content(line: str) -> int:
    """Return the column in which a line's text begins, behind the dashes of a list."""
    lead = re.match(r"\s*(?:- +)*", line)
    return lead.end() if lead else 0


def short(text: str) -> str:
    """Return as much of a text as a message repeats."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"


_RULES: tuple[Callable[[Stop], Advice | None], ...] = (
    _comment,
    _tab,
    _open_quote,
    _backslash,
    _first_character,
    _after_quote,
    _end_of_file,
    _bracket,
    _no_colon,
    _second_colon,
    _indentation,
)
