"""A source file as a person would write it: one statement a block, what is missing told beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..model.fields import STATEMENT
from ..model.records import Participant, Source, Statement, plain
from .scalars import WIDTH, comment, folded, scalar

# Values in the format's own letters, which need no quoting.
_BARE = frozenset(("id", "form", "kind", "status", "meeting", "date", "since", "until", "language"))
_BARE |= {"country", "sha256", "length", "start", "end"}


def draft_yaml(
    source: Source,
    statements: Iterable[Statement],
    reported: Mapping[str, str],
    participants: Iterable[Participant],
) -> str:
    """The file of a source: the source, its statements, and at the end the people new with it.

    `reported` holds, by statement id, the words that a comment shows beside an empty summary.
    """
    parts = ["source:", *_record(plain(source), 2)]
    listed = [statement_lines(each, reported.get(each.id, "")) for each in statements]
    parts += ["", "statements:" if listed else "statements: []"]
    parts += "\n\n".join("\n".join(lines) for lines in listed).split("\n") if listed else []
    people = [_item(_record(plain(each), 4)) for each in participants]
    if people:
        parts += ["", "# New to the archive, as the text names them:", "participants:"]
        parts += "\n\n".join("\n".join(lines) for lines in people).split("\n")
    return "\n".join(parts) + "\n"


def statement_lines(statement: Statement, reported: str = "", indent: int = 4) -> list[str]:
    """A statement as an entry of `statements:`, its fields set in by `indent` columns."""
    values = statement_values(statement)
    lines: list[str] = []
    for name in (field.name for field in STATEMENT.fields):
        if name in values:
            lines += field_lines(name, values[name], indent)
        elif name == "summary" and statement.form != "direct":
            lines += empty_field(name, reported, indent)
    return _item(lines)


def statement_values(statement: Statement) -> dict[str, Any]:
    """A statement's fields as the file holds them, what is empty or implied left out."""
    values = plain(statement)
    values.pop("source", None)
    if values.get("status") == "reviewed":
        del values["status"]
    return values


def empty_field(name: str, words: str, indent: int) -> list[str]:
    """A key with nothing behind it but a comment of what it is to be made from."""
    key = f"{' ' * indent}{name}:"
    lines = comment(words, len(key) + 2)
    first, *more = [f"  {line}" for line in lines] or [""]
    return [key + first, *(" " * len(key) + line for line in more)]


def field_lines(name: str, value: Any, indent: int) -> list[str]:
    """A field's lines, its key set in by `indent` columns."""
    key = f"{' ' * indent}{name}:"
    if isinstance(value, dict):
        inline = _flow(value)
        if name != "text" and len(key) + 1 + len(inline) <= WIDTH:
            return [f"{key} {inline}"]
        return [key, *_record(value, indent + 2)]
    if isinstance(value, list):
        return _list_lines(key, value, indent)
    if name in _BARE:
        return [f"{key} {value}"]
    return f"{key} {folded(value, len(key) + 1, indent + 2)}".split("\n")


def _list_lines(key: str, value: list[Any], indent: int) -> list[str]:
    if not any(isinstance(each, dict) for each in value):
        inline = f"{key} [{', '.join(scalar(each, flow=True) for each in value)}]"
        if len(inline) <= WIDTH or not value:
            return [inline]
        return [key, *(f"{' ' * indent}  - {scalar(each)}" for each in value)]
    lines = [key]
    for each in value:
        inline = f"{' ' * indent}  - {_flow(each)}"
        if len(inline) <= WIDTH:
            lines.append(inline)
        else:
            lines += _item(_record(each, indent + 4))
    return lines


def _flow(value: Mapping[str, Any]) -> str:
    parts = (
        f"{name}: {each if name in _BARE else scalar(str(each), flow=True)}"
        for name, each in value.items()
    )
    return f"{{{', '.join(parts)}}}"


def _record(values: Mapping[str, Any], indent: int) -> list[str]:
    return [line for name, each in values.items() for line in field_lines(name, each, indent)]


def _item(lines: list[str]) -> list[str]:
    """The lines of a mapping as an entry of a list: a dash before the first key."""
    first, *more = lines
    at = len(first) - len(first.lstrip(" "))
    return [f"{first[: at - 2]}- {first[at:]}", *more]
