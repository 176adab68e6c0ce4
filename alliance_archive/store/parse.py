"""A file's text parsed into records, with every problem that can be seen in the file alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from typing import Any, NamedTuple

from yaml.events import ScalarEvent

from ..check.codes import CODES
from ..check.record import record_findings
from ..errors import Problem
from ..model.fields import ARCHIVE, SECTIONS, Kind
from ..model.records import CLASSES, Anchor, ArchiveMark, Origin, Record, Source, Statement
from ..text.folding import nearest
from ..text.invisible import unwanted
from .locate import MARK
from .meaning import Reader
from .nodes import Item, Items, Node, Position, Unreadable, start_of
from .syntax import conflict_lines, text_lines
from .values import left_empty, read_fields, readers

_MARK_OF_UTF8 = b"\xef\xbb\xbf"
# The values of required fields that cannot be read.
_BLANKS = {"attributed_to": (), "anchor": Anchor(0, 0)}
MAX_BYTES = 32 * 2**20
MAX_ERRORS = 1000  # in one file; a file with more is hardly meant for an archive
# Characters that YAML 1.1 (5.1) does not allow; libyaml would report them without a line number.
# Kept as text and compiled on first use: a set this large takes as long as the rest of the import.
_NOT_YAML = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


class State(IntEnum):
    """How far a record can be used: look-ups find only SOUND ones."""

    SOUND = 0
    FAULTY = 1
    """Complete, but with an error; its references are checked and the rules applied."""
    PARTIAL = 2
    """Required fields are missing or wrong and left blank; only its references are checked."""


class Read(NamedTuple):
    """A record as its file has it."""

    record: Record
    state: State


class Parsed:
    """The records and problems of one file, and from archive.yaml the archive's mark.

    `unread` says that nothing of the file could be used, so that it may contain any record.
    """

    __slots__ = ("mark", "path", "problems", "records", "unread")

    def __init__(self, path: str, problems: Iterable[Problem] = (), unread: bool = False) -> None:
        self.path = path
        self.records: list[Read] = []
        self.problems = list(problems)
        self.unread = unread
        self.mark: ArchiveMark | None = None

    @property
    def codes(self) -> set[str]:
        """The codes of its problems."""
        return {problem.code for problem in self.problems}


def parse(path: str, data: bytes, items: list[Item] | None = None) -> Parsed:
    """Return the records and problems in a file's bytes; `path` names it. Never raises.

    The nodes are appended to `items`, for those who need to know where each field is.
    """
    parsed = Parsed(path)
    if (text := _decode(parsed, data)) is not None and not _in_conflict(parsed, text):
        _Parser(parsed, text, items).run(data.removeprefix(_MARK_OF_UTF8))
    parsed.problems.sort()
    return parsed


def refuse(path: str, code: str, message: str) -> Parsed:
    """Return the result for a file that is not read at all: its one problem."""
    severity = CODES[code].severity
    problem = Problem(path, 0, 0, code, message, severity)
    # What a copy contains is in the archive, as far as anybody can tell before `check`.
    return Parsed(path, problems=[problem], unread=severity == "error" and code != "copy")


def _decode(parsed: Parsed, data: bytes) -> str | None:
    """Return the text without a byte order mark, or None after a problem if it is not UTF-8."""
    code, message = "encoding", "the file is not UTF-8: save it as UTF-8"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        legible = data[: error.start].decode("utf-8-sig", "replace")
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            message = "the file is UTF-16: save it as UTF-8"
    else:
        # YAML allows every printable character, so only files with others need the slow search.
        odd = None if text.replace("\n", "").isprintable() else re.search(_NOT_YAML, text)
        if not odd:
            return text
        legible = text[: odd.start()]
        character = f"U+{ord(odd[0]):04X}"
        code, message = "control-character", f"the control character {character}: delete it"
    line = legible.count("\n") + 1
    column = len(legible) - legible.rfind("\n")
    parsed.problems.append(Problem(parsed.path, line, column, code, message))
    parsed.unread = True
    return None


def _in_conflict(parsed: Parsed, text: str) -> bool:
    """Return whether a file has the marks of an unresolved merge, each reported as a problem.

    A parser takes them for text within quotation marks, and anywhere else it stops below them.
    """
    lines = conflict_lines(text)
    message = (
        "an unresolved merge: keep one version, and delete the lines that begin with "
        "<<<<<<<, ======= and >>>>>>>"
    )
    parsed.problems += [
        Problem(parsed.path, line + 1, 1, "conflict-marker", message) for line in lines
    ]
    parsed.unread = bool(lines)
    return parsed.unread


class _Parser:
    def __init__(self, parsed: Parsed, text: str, items: list[Item] | None) -> None:
        self.parsed = parsed
        self.items = items
        self.text = text
        self.source: Source | None = None
        self.waiting: dict[Node, bool] = {}
        self.skipped = False
        self.errors = 0
        self.reader = Reader(text)

    def run(self, data: bytes) -> None:
        try:
            for item in Items(data, self.report):
                if self.items is not None:
                    self.items.append(item)
                self.item(item)
            if self.waiting and not self.source:
                message = "these statements need a source: add a section source: to this file"
                self.report(next(iter(self.waiting)), "no-source", message)
            for node, faulty in self.waiting.items():
                self.record("statements", node, faulty)
        except Unreadable:
            self.parsed.records.clear()
            self.parsed.unread = True

    def item(self, item: Item) -> None:
        key, node, in_list, faulty = item
        section = key.value
        if node is None or not in_list:
            self.skipped = not self.opens(key, node, in_list)
        if node is None or self.skipped:
            return
        if section == ARCHIVE.section:
            self.mark(key, node)
        elif section == "statements" and self.source is None:
            # Statements carry the id of their source, which may come further down in the file.
            self.waiting[node] = faulty
        else:
            self.record(section, node, faulty)

    def opens(self, key: ScalarEvent, node: Node | None, in_list: bool) -> bool:
        """Return whether a known section begins here, with a list or a mapping as required."""
        section = key.value
        if section not in SECTIONS:
            close = nearest(section, SECTIONS, 1)
            hint = f"did you mean {close[0]}:?" if close else f"use one of {', '.join(SECTIONS)}"
            self.report(key, "unknown-key", f"unknown section “{section}”: {hint}")
            return False
        single = SECTIONS[section].single
        if in_list == single:
            if node is None or not left_empty(node):
                shape = "one record" if single else "a list: begin each record with a dash"
                self.report(node or key, "wrong-type", f"{section}: must be {shape}")
            return False
        return True

    def mark(self, key: ScalarEvent, node: Node) -> None:
        """Read the archive's mark, in which every field is optional."""
        if self.parsed.path not in (MARK, ""):
            message = f"archive: is allowed only in {MARK} at the top of the archive: move it there"
            self.report(key, "misplaced-archive", message)
        self.misreadings(node, ARCHIVE)
        values = {} if left_empty(node) else read_fields(readers(ARCHIVE), node, self.report)[0]
        if self.parsed.path == MARK:
            self.parsed.mark = ArchiveMark(**values)

    def record(self, section: str, node: Node, faulty: bool) -> None:
        kind = SECTIONS[section]
        cls = CLASSES[kind.name]
        first = len(self.parsed.problems)
        values, whole = read_fields(readers(kind), node, self.report)
        if cls is Statement:
            values["source"] = self.source.id if self.source else ""
        self.misreadings(node, kind)
        line, column = start_of(node)
        origin = Origin(self.parsed.path, line + 1, column + 1)
        record = cls(**(values if whole else _blanks(kind) | values), origin=origin)
        if whole:
            for finding in record_findings(record, self.source):
                self.report(_node_at(node, finding.field), finding.code, finding.message)
        problems = self.parsed.problems[first:]
        errors = problems and any(problem.severity == "error" for problem in problems)
        state = State.FAULTY if errors or faulty else State.SOUND
        self.parsed.records.append(Read(record, state if whole else State.PARTIAL))
        if cls is Source:
            self.source = record

    def misreadings(self, node: Node, kind: Kind) -> None:
        """Report what YAML reads otherwise than it was typed in a record."""
        for where, code, message in self.reader.record(node, kind):
            self.report(where, code, message)

    def report(self, where: Any, code: str, message: str) -> None:
        if code == "invisible-character":
            where = self.seen(where)
        mark = getattr(where, "start_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        severity = CODES[code].severity
        self.errors += severity == "error"
        if self.errors > MAX_ERRORS and code != "too-many-problems":
            message = f"more than {MAX_ERRORS} errors: the rest of the file was not read"
            self.report(where, "too-many-problems", message)
            raise Unreadable
        problem = Problem(self.parsed.path, line, column, code, message, severity)
        self.parsed.problems.append(problem)

    def seen(self, where: Any) -> Any:
        """Return the place of the first invisible character of a value; its own if it is coded."""
        first, last = where.start_mark, where.end_mark
        invisible = unwanted(self.text[first.index : last.index])
        if not invisible:
            return where
        *above, line = text_lines(self.text[first.index : first.index + invisible[0][0]])
        return Position(first.line + len(above), len(line) + (0 if above else first.column))


def _blanks(kind: Kind) -> dict[str, Any]:
    return {field.name: _BLANKS.get(field.name, "") for field in kind.fields if field.required}


FieldPlace = tuple[int, int, tuple[str | int, ...]]
"""The line and column in which a record begins, and the keys and positions down to the field."""


def places(data: bytes, fields: Iterable[FieldPlace]) -> dict[FieldPlace, tuple[int, int]]:
    """Return the line and column, from 1, of each field; those of the record if the field is gone.

    The index does not store where fields are, so files with problems are parsed a second time.
    """
    paths: dict[tuple[int, int], list[tuple[str | int, ...]]] = {}
    positions = {}
    for line, column, path in fields:
        paths.setdefault((line, column), []).append(path)
        positions[line, column, path] = (line, column)
    try:
        for item in Items(data.removeprefix(_MARK_OF_UTF8), lambda *_: None):
            if item.node is None:
                continue
            line, column = start_of(item.node)
            for path in paths.get((line + 1, column + 1), ()):
                of_field = start_of(_node_at(item.node, path))
                positions[line + 1, column + 1, path] = (of_field[0] + 1, of_field[1] + 1)
    except Unreadable:
        pass
    return positions


def _node_at(node: Node, path: Iterable[str | int]) -> Node:
    """Return the node at a path of keys and positions, or the nearest one above it."""
    for step in path:
        items: Any = getattr(node, "items", None)
        try:
            inner = items[step]
        except (LookupError, TypeError):
            break
        node = inner[1] if isinstance(step, str) else inner
    return node
