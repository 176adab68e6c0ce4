"""YAML as a person would write it: a source file with its statements, records, and rows."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from textwrap import TextWrapper
from typing import Any

from ..model.fields import KINDS, STATEMENT
from ..model.records import Meeting, Participant, Record, Source, Statement, plain
from ..text.invisible import INVISIBLE

WIDTH = 100  # columns of a line
# Fields whose values consist of plain letters and digits, and need no quotes in an archive's files.
_BARE = frozenset(("id", "form", "kind", "status", "meeting", "language", "country", "sha256"))
_DATES = frozenset(("date", "end_date", "meeting_date", "source_date", "since", "until"))
_UNQUOTED = _BARE | _DATES
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_BARE_VALUE = re.compile(r"[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+)*")
# What others read as a number (YAML 1.1 and 1.2, 10.3.2) or, outside a field for dates, as a date.
_NUMBER = re.compile(
    r"[0-9]+(?:e-?[0-9]+)?|0b[01]+|0o[0-7]+|0x[0-9a-f]+|[0-9]{4}(?:-[0-9]+){2}", re.I
)
# Text that every YAML parser reads as text: without indicators, dates or numbers.
_PLAIN = re.compile(r"[^\W\d_](?:[\w'’“”()&/.;–-]|,(?= )|(?<! ) (?! ))*")
# The words of YAML 1.1 for true, false and nothing (https://yaml.org/type/bool.html).
_WORDS_OF_YAML = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
# A space between printable characters: folding a line elsewhere might lose white space. After a
# hyphen, the line would look like the first half of a word.
_FOLD = re.compile(r"(?<=[^\s-]) (?=\S)")
_UNSEEN = re.compile(f"[{INVISIBLE}\u2028\u2029]")


def to_yaml(data: Mapping[str, Any] | list[Any]) -> str:
    """Return plain data as YAML text, keys in their order, empty values left out."""
    data = _filled(data)
    if isinstance(data, dict):
        lines = _record(data, 0, _DATES)
    else:
        lines = [line for entry in data for line in _entry(entry, 0, _DATES)]
    return "".join(f"{line}\n" for line in lines)


def _filled(data: Any) -> Any:
    if isinstance(data, dict):
        # An empty attributed_to stays as []: it is required, and says that nobody is named.
        return {
            key: _filled(value)
            for key, value in data.items()
            if value not in (None, (), {}) or key == "attributed_to"
        }
    return [_filled(item) for item in data] if isinstance(data, list | tuple) else data


def draft_yaml(
    source: Source,
    statements: Iterable[Statement],
    reported: Mapping[str, str],
    participants: Iterable[Participant],
    meetings: Iterable[Meeting] = (),
) -> str:
    """Return the file of a source: the source, its statements, new participants and meetings.

    `reported` maps statement ids to the words that a comment shows after an empty summary.
    """
    parts = ["source:", *_record(record_values(source), 2)]
    entries = [statement_lines(record, reported.get(record.id, "")) for record in statements]
    parts += ["", "statements:" if entries else "statements: []"]
    parts += "\n\n".join("\n".join(lines) for lines in entries).split("\n") if entries else []
    new = {
        "participants:": [_dashed(_record(plain(record), 4)) for record in participants],
        "meetings:": [record_lines(record, 4) for record in meetings],
    }
    heading = ["# New to the archive, as the text names them:"]
    for section, records in new.items():
        if records:
            parts += ["", *heading, section]
            parts += "\n\n".join("\n".join(lines) for lines in records).split("\n")
            heading = []
    return "\n".join(parts) + "\n"


def statement_lines(statement: Statement, reported: str = "", indent: int = 4) -> list[str]:
    """Return a statement as an entry of `statements:`, its fields indented by `indent` columns."""
    values = record_values(statement)
    lines: list[str] = []
    for name in (field.name for field in STATEMENT.fields):
        if name in values:
            lines += field_lines(name, values[name], indent)
        elif name == "summary" and statement.form != "direct":
            lines += empty_field(name, reported, indent)
    return _dashed(lines)


def record_lines(record: Record, indent: int) -> list[str]:
    """Return a record as an entry of its section, its fields indented by `indent` columns."""
    if isinstance(record, Statement):
        return statement_lines(record, indent=indent)
    return _dashed(_record(record_values(record), indent))


def record_values(record: Record) -> dict[str, Any]:
    """Return a record's fields as they are written, without empty values and defaults."""
    values = plain(record)
    return {
        field.name: values[field.name]
        for field in KINDS[record.KIND].fields
        if field.name in values and values[field.name] != field.default
    }


def empty_field(name: str, words: str, indent: int) -> list[str]:
    """Return a key without a value, followed by a comment with words to write the value from."""
    key = f"{' ' * indent}{name}:"
    lines = comment(words, len(key) + 2)
    first, *more = [f"  {line}" for line in lines] or [""]
    return [key + first, *(" " * len(key) + line for line in more)]


def field_lines(name: str, value: Any, indent: int, bare: frozenset[str] = _UNQUOTED) -> list[str]:
    """Return a field's lines, its key indented by `indent` columns.

    `bare` are the fields whose values are not quoted.
    """
    key = f"{' ' * indent}{scalar(name)}:"
    if isinstance(value, dict):
        line = f"{key} {inline(name, value, bare)}"
        if not value or (name != "text" and len(line) <= WIDTH):
            return [line]
        return [key, *_record(value, indent + 2, bare)]
    if isinstance(value, list):
        return _list_lines(key, value, indent, bare)
    if not isinstance(value, str) or _is_bare(name, value, bare):
        return [f"{key} {inline(name, value, bare)}"]
    return f"{key} {folded(value, len(key) + 1, indent + 2)}".split("\n")


def _list_lines(key: str, value: list[Any], indent: int, bare: frozenset[str]) -> list[str]:
    if not any(isinstance(part, dict) for part in value):
        line = f"{key} {inline('', value, bare)}"
        if len(line) <= WIDTH or not value:
            return [line]
        return [key, *(f"{' ' * indent}  - {inline('', part, bare)}" for part in value)]
    return [key, *(line for part in value for line in entry_lines(part, indent + 2, bare))]


def entry_lines(value: Any, column: int, bare: frozenset[str] = _UNQUOTED) -> list[str]:
    """Return an entry of a list, its dash at a column, on one line if it fits."""
    line = f"{' ' * column}- {inline('', value, bare)}"
    return [line] if len(line) <= WIDTH else _entry(value, column, bare)


def _entry(value: Any, column: int, bare: frozenset[str]) -> list[str]:
    """Return the lines of an entry of a list, an object's fields each in its own."""
    if isinstance(value, dict) and value:
        return _dashed(_record(value, column + 2, bare))
    return [f"{' ' * column}- {inline('', value, bare)}"]


def inline(name: str, value: Any, bare: frozenset[str] = _UNQUOTED) -> str:
    """Return a field's value on one line, as it may also be written in [ ] or { }."""
    if isinstance(value, dict):
        parts = (
            f"{scalar(key, flow=True)}: {inline(key, part, bare)}" for key, part in value.items()
        )
        return f"{{{', '.join(parts)}}}"
    if isinstance(value, list):
        return f"[{', '.join(inline(name, part, bare) for part in value)}]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, int) or _is_bare(name, value, bare):
        return str(value)
    return scalar(str(value), flow=True)


def _number(value: float) -> str:
    if not math.isfinite(value):
        return ".nan" if math.isnan(value) else ".inf" if value > 0 else "-.inf"
    digits, exponent, power = repr(value).partition("e")
    # YAML 1.1 reads 1e+16 as text.
    return digits + (".0" if exponent and "." not in digits else "") + exponent + power


def _is_bare(name: str, value: Any, bare: frozenset[str]) -> bool:
    text = str(value)
    if name not in bare or not _BARE_VALUE.fullmatch(text):
        return False
    if name in _DATES and _DATE.fullmatch(text):
        return True
    return text.casefold() not in _WORDS_OF_YAML and not _NUMBER.fullmatch(text)


def _record(values: Mapping[str, Any], indent: int, bare: frozenset[str] = _UNQUOTED) -> list[str]:
    return [
        line for name, value in values.items() for line in field_lines(name, value, indent, bare)
    ]


def _dashed(lines: list[str]) -> list[str]:
    """Return the lines of a mapping as an entry of a list: a dash before the first key."""
    first, *more = lines
    column = len(first) - len(first.lstrip(" "))
    return [f"{first[: column - 2]}- {first[column:]}", *more]


def scalar(text: str, column: int = 0, *, flow: bool = False) -> str:
    """Return the text as a YAML scalar that begins at a column; `flow` is for within [ ] or { }."""
    if _is_plain(text, flow) and column + len(text) <= WIDTH:
        return text
    if '"' in text and "'" not in text and "\\" not in text and not any(map(_needs_escape, text)):
        return f"'{text}'"
    return '"' + "".join(_escaped(character) for character in text) + '"'


def folded(text: str, column: int, indent: int) -> str:
    """Return `scalar`, over several lines if it is long: at `column`, then at `indent`."""
    whole = scalar(text, column)
    if column + len(whole) <= WIDTH:
        return whole
    lines, room = [""], WIDTH - column
    for index, word in enumerate(_FOLD.split(whole)):
        if index and len(lines[-1]) + 1 + len(word) > room:
            lines.append(word)
            room = WIDTH - indent
        else:
            lines[-1] += f" {word}" if index else word
    return f"\n{' ' * indent}".join(lines)


def _is_plain(text: str, flow: bool) -> bool:
    if not _PLAIN.fullmatch(text) or text.casefold() in _WORDS_OF_YAML or text.endswith(" "):
        return False
    return text.isprintable() and not (flow and "," in text)


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
    """Return the words as comment lines, each from its #, wrapped to the width.

    Line ends, control characters and direction marks become spaces, so that no word can leave the
    comment.
    """
    words = "".join(character if character.isprintable() else " " for character in text)
    words = " ".join(_UNSEEN.sub(" ", words).split())
    wrapper = TextWrapper(max(WIDTH - column - 2, 20), break_on_hyphens=False)
    return [f"# {line}" for line in wrapper.wrap(words)]
