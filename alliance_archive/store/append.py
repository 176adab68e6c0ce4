"""Records added at the end of a section of a file, all of whose lines stay as they are."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import NamedTuple

from ..errors import ArchiveError
from ..model.fields import KINDS
from ..model.records import Record
from .nodes import Items, Unreadable, start_of
from .parse import MAX_BYTES, parse
from .read import read_bytes
from .scan import inside
from .splices import dash_of, line_end_of, lines_of, without_tail
from .write import record_lines

_EMPTY_LIST = re.compile(r"( *)\[ *\]")


class CannotAppend(ArchiveError):
    """A section written in a form to which no lines can be added."""

    def __init__(self, path: object, section: str) -> None:
        super().__init__(
            f"cannot add to {section}: in {path}; nothing was written. Correct its errors "
            "(alliance-archive check), and begin each record on a new line, with a dash"
        )


class _SectionLines(NamedTuple):
    """A section's lines, from 0: that of its key, its end, and line and column of each dash."""

    key: int
    end: int
    dashes: tuple[tuple[int, int], ...]


def with_records(root: str, name: str, records: Sequence[Record], head: str = "") -> str:
    """Return the text of a file of the archive with records of one kind added.

    A new file begins with `head`. Raises CannotAppend or LeadsOut.
    """
    path = inside(root, name)
    if not os.path.lexists(path):
        return appended(head, records, path)
    try:
        text = (read_bytes(path, MAX_BYTES) or b"").decode()
    except (OSError, UnicodeDecodeError):
        raise CannotAppend(path, KINDS[records[0].KIND].section) from None
    return appended(text, records, path)


def appended(text: str, records: Sequence[Record], path: object = "the file") -> str:
    """Return a file's text with records added to their section. Raises CannotAppend."""
    section = KINDS[records[0].KIND].section
    old = parse("", text.encode())
    lines = lines_of(text)
    line_end = line_end_of(lines)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += line_end
    try:
        block = _section(text, lines, section)
    except Unreadable:
        raise CannotAppend(path, section) from None
    if block is None:
        blank = [line_end] if any(not line.startswith("#") for line in lines) else []
        lines += [*blank, f"{section}:{line_end}"]
        block = _SectionLines(len(lines) - 1, len(lines), ())
    elif not block.dashes:
        key, _, rest = lines[block.key].partition(":")
        lines[block.key] = f"{key}:{_EMPTY_LIST.sub('', rest, count=1)}"
    added = _entries(lines, block, records, line_end)
    new = "".join([*lines[: block.end], *added, *lines[block.end :]])
    proof = parse("", new.encode())
    entries = [entry.record for entry in old.records]
    new_entries = [entry.record for entry in proof.records]
    appended = [record for record in new_entries if record not in entries]
    errors = proof.codes - old.codes
    if (
        errors
        or proof.unread
        or appended != list(records)
        or len(new_entries) != len(entries + appended)
    ):
        raise CannotAppend(path, section)
    return new


def _section(text: str, lines: Sequence[str], name: str) -> _SectionLines | None:
    """Return the lines of a section; None if the file has no such section. Raises Unreadable."""
    keys: list[int] = []
    key_line = None
    dashes: list[tuple[int, int]] = []
    for item in Items(text.removeprefix("\ufeff").encode(), lambda *_: None):
        line, _ = start_of(item.key)
        keys.append(line)
        if item.key.value != name:
            continue
        key_line = line
        if item.node is not None and item.in_list:
            if (dash := dash_of(lines, item.node)) is None:
                raise Unreadable  # in [ ], where a record has no line of its own
            dashes.append((start_of(item.node)[0], dash))
    if key_line is None:
        return None
    end = min((line for line in keys if line > key_line), default=len(lines))
    if end < len(lines):
        end = without_tail(lines, key_line + 1, end, 0)
    return _SectionLines(key_line, end, tuple(dashes))


def _entries(
    lines: Sequence[str], section: _SectionLines, records: Sequence[Record], line_end: str
) -> list[str]:
    """Return the lines of the records, with blank lines between them if the section has them."""
    first, last = (section.dashes[0], section.dashes[-1]) if section.dashes else (None, None)
    indent = (first[1] if first else 2) + 2
    apart = len(section.dashes) < 2 or (last is not None and not lines[last[0] - 1].strip())
    # A single record shows no habit, unless it is a single line.
    if len(section.dashes) == 1 and last is not None and section.end == last[0] + 1:
        apart = False
    above_is_blank = not lines[section.end - 1].strip()
    added: list[str] = []
    for position, record in enumerate(records):
        if apart and (position or (section.dashes and not above_is_blank)):
            added.append(line_end)
        added += [line + line_end for line in record_lines(record, indent)]
    return added
