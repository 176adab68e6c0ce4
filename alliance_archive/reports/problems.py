"""What `check` reports: the problems in an archive's files, each with its line."""

from __future__ import annotations

import contextlib
import os
import textwrap
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..archive import Archive
from ..check.codes import CODES
from ..errors import ArchiveError, Problem, shell_word
from ..render.cells import counted, visible
from ..render.columns import View, field
from ..store.locate import shipped
from ..text.folding import nearest

_FIELDS = tuple(map(field, ("path", "line", "column", "code", "severity", "message")))
PROBLEMS = View(_FIELDS, _FIELDS, _FIELDS)
"""The view of the problems of an archive's files."""


class ProblemReport(NamedTuple):
    """The problems in the order of their places, and messages on the whole archive.

    Paths are relative to the archive.
    """

    problems: tuple[Problem, ...]
    messages: tuple[str, ...]

    def number_of(self, severity: str) -> int:
        """Return the number of problems of a severity."""
        return sum(problem.severity == severity for problem in self.problems)


def problem_report(
    archive: Archive, files: Sequence[str | os.PathLike[str]] = (), *, today: str | None = None
) -> ProblemReport:
    """Return the problems of an archive, or of some of its files; with `today`, that day's notes.

    The messages mention a schema.json from another version, and count problems and records. Raises
    ArchiveError for a file that is not in the archive.
    """
    problems = archive.problems(today)
    messages = []
    if files:
        paths = {_path_within(archive, file) for file in files}
        problems = [problem for problem in problems if problem.path in paths]
    elif _has_other_schema(archive.root):
        messages.append(
            f"{archive.display_path('schema.json')} is from another version. "
            f"To renew it: alliance-archive init {shell_word(archive.root)}"
        )
    report = ProblemReport(tuple(problems), ())
    return report._replace(messages=(*messages, _summary(archive, report)))


def _has_other_schema(root: str) -> bool:
    """Return whether an archive has a schema.json from another version."""
    if not os.path.lexists(os.path.join(root, "schema.json")):
        return False
    # Making the schema takes longer than the rest of `check`: compare with the shipped one first.
    with contextlib.suppress(OSError):
        if _schema_of(root) == _schema_of(shipped()):
            return False
    from ..store.init import has_other_schema

    return has_other_schema(root)


def _schema_of(root: str) -> bytes:
    with open(os.path.join(root, "schema.json"), "rb") as file:
        return file.read()


def _path_within(archive: Archive, file: str | os.PathLike[str]) -> str:
    """Return a file's path relative to the archive. Raises ArchiveError for one outside."""
    path = os.path.relpath(os.path.realpath(file), os.path.realpath(archive.root))
    if not os.path.lexists(file):
        raise ArchiveError(f"{file} does not exist")
    if path.split(os.sep)[0] == os.pardir:
        raise ArchiveError(f"{file} is not in {archive.root}")
    return path.replace(os.sep, "/")


def _summary(archive: Archive, report: ProblemReport) -> str:
    records = ", ".join(counted(count, kind) for kind, count in archive.counts().items())
    numbers = {severity: report.number_of(severity) for severity in ("error", "warning", "note")}
    notes = numbers.pop("note")
    problems = [counted(count, severity) for severity, count in numbers.items() if count]
    noted = f", {counted(notes, 'note')}" if notes else ""
    drafts = archive.drafts()
    to_review = f"; {counted(drafts, 'draft')} to review" if drafts else ""
    said = f"{' and '.join(problems) or 'no problems'}{noted}; {records}{to_review}"
    return f"{archive.label}: {said}"


def with_excerpts(archive: Archive, problems: Iterable[Problem]) -> str:
    """Return the problems as lines, each followed by the line of the file it points at."""
    from ..render.excerpts import excerpt
    from ..store.read import file_lines

    parts, path, lines = [], None, []
    for problem in problems:
        if problem.path != path:
            path, lines = problem.path, file_lines(os.path.join(archive.root, problem.path))
        parts.append(f"{visible(str(archive.displayed(problem)))}\n")
        if 0 < problem.line <= len(lines):
            parts.append(excerpt(lines[problem.line - 1], problem.line, problem.column))
    return "".join(parts)


def explain(code: str) -> str:
    """Return what a code means, or the meaning of “all” codes. Raises ArchiveError."""
    if code == "all":
        return "\n".join(explain(name) for name in sorted(CODES))
    if code not in CODES:
        close = nearest(code, CODES)
        hint = f"; did you mean {' or '.join(close)}?" if close else ""
        raise ArchiveError(
            f"no problem code “{code}”{hint} (see: alliance-archive check --explain all)"
        )
    severity, meaning = CODES[code]
    indent = "  "
    text = textwrap.fill(meaning, 78, initial_indent=indent, subsequent_indent=indent)
    return f"{code} ({severity})\n{text}\n"
