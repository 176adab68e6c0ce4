"""A review: a source file's drafts one after another, each decision written at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from ..archive import Archive
from ..atomic import whole_file
from ..check.codes import CODES
from ..check.record import Finding, record_findings
from ..errors import ArchiveError, Problem
from ..model.records import Participant, Source, Statement, plain
from ..queries.filter import Filter
from ..store import edit
from ..store.lock import locked_file
from ..store.parse import MAX_BYTES
from ..store.read import read_bytes
from .quoting import own_quotes, with_quotes


class ChangedUnderneath(ArchiveError):
    """The file has changed since it was read; it was read again, and nothing was written."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} has changed; nothing was written, and the file was read again")


class NotAccepted(ArchiveError):
    """What keeps a statement from being accepted; one message a line."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__("\n".join(messages))


class SourceFile:
    """A source file as it was last read, changed a statement at a time."""

    def __init__(self, path: str | os.PathLike[str], archive: Archive | None = None) -> None:
        """Read the file. Raises ArchiveError when it cannot be read or holds no source.

        With the archive that contains it, edits hold the archive's lock.
        """
        self.path = Path(path)
        self._archive = archive if archive and archive.holds(path) else None
        self.data = b""
        self.text = ""
        self.load()

    def load(self) -> None:
        """Read the file again. Raises ArchiveError."""
        try:
            data = read_bytes(self.path, MAX_BYTES)
            text = (data or b"").decode()
        except OSError as error:
            raise ArchiveError(f"cannot read {self.path}: {error.strerror}") from None
        except UnicodeDecodeError:
            raise ArchiveError(f"{self.path} is not UTF-8") from None
        self.data, self.text = data or b"", text
        self._parsed = edit.parsed(text)
        if self._parsed.unread:
            raise ArchiveError(str(self._parsed.problems[0]._replace(path=str(self.path))))
        if self.source is None:
            raise ArchiveError(f"{self.path} has no source")

    @property
    def source(self) -> Source | None:
        """The file's source."""
        return next((record for record in self._records() if isinstance(record, Source)), None)

    @property
    def statements(self) -> list[Statement]:
        """Its statements, in their order."""
        return [record for record in self._records() if isinstance(record, Statement)]

    @property
    def participants(self) -> list[Participant]:
        """The people proposed in it."""
        return [record for record in self._records() if isinstance(record, Participant)]

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with it by itself."""
        return self._parsed.problems

    def statement(self, ident: str) -> Statement | None:
        """Return the statement of an id; None if the file holds none."""
        return next((statement for statement in self.statements if statement.id == ident), None)

    def edit(self, change: Callable[[str], str], ident: str | None = None) -> None:
        """Write the file with its text changed, while nobody else does.

        What others have changed meanwhile stays, as long as the statement of `ident` is as it was
        read; without one nothing may have changed. Raises ChangedUnderneath, CannotEdit or
        CannotWrite; the file is then as it was.
        """
        with self._archive.editing() if self._archive else locked_file(self.path):
            self._read_again(ident)
            changed = change(self.text)
            with whole_file(self.path) as stream:
                stream.write(changed)
            self.load()

    def _read_again(self, ident: str | None) -> None:
        try:
            now = read_bytes(self.path, MAX_BYTES)
        except OSError:
            now = None
        if now == self.data:
            return
        entry = edit.entry_lines(self.text, ident) if ident else None
        self.load()
        if (
            entry is None
            or not self.statement(ident or "")
            or (edit.entry_lines(self.text, ident or "") != entry)
        ):
            raise ChangedUnderneath(self.path)

    def _records(self) -> list[Any]:
        return [parsed.record for parsed in self._parsed.records]


class Dropped(NamedTuple):
    """The lines of a dropped statement, and the id of the one before it."""

    lines: str
    predecessor: str | None


class ReviewSession:
    """A file's drafts in order: which of them comes next, and the decision on it."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.ids = [statement.id for statement in file.statements if statement.status == "draft"]
        self.position = 0
        self.dropped: dict[str, Dropped] = {}

    @property
    def current(self) -> Statement | None:
        """The statement to decide on; None when every draft has been decided on."""
        while self.position < len(self.ids):
            if statement := self.file.statement(self.ids[self.position]):
                return statement
            self.position += 1  # somebody else has deleted it from the file
        return None

    @property
    def left(self) -> int:
        """How many drafts the file still holds."""
        return sum(statement.status == "draft" for statement in self.file.statements)

    def skip(self) -> None:
        """Leave the statement a draft, and go on."""
        self.position += 1

    def back(self) -> bool:
        """Go back a statement, restoring it if it was dropped; return whether there is one.

        Raises CannotEdit.
        """
        for position in range(self.position - 1, -1, -1):
            ident = self.ids[position]
            if ident in self.dropped:
                self._restore(ident)
            elif not self.file.statement(ident):
                continue
            self.position = position
            return True
        return False

    def _restore(self, ident: str) -> None:
        lines, predecessor = self.dropped[ident]
        if predecessor and not self.file.statement(predecessor):
            predecessor = None
        self.file.edit(lambda text: edit.restore(text, ident, lines, predecessor))
        del self.dropped[ident]

    def accept(self, summary: str | None = None) -> None:
        """Mark the statement as reviewed, with a summary where one is given.

        Quotations lose the comma or period that is the article's, in the summary too, and
        straight quotation marks around them become “ ”. Raises NotAccepted.
        """
        statement = self._statement()
        quotes = own_quotes(statement, self.file.source)
        summary = " ".join((summary or "").split()) or statement.summary
        if summary:
            summary = with_quotes(summary, quotes)
        reviewed = replace(
            statement, status="reviewed", resolution=None, summary=summary, quotes=quotes
        )
        findings = record_findings(reviewed, self.file.source)
        errors = [found for found in findings if CODES[found.code].severity == "error"]
        if errors:
            raise NotAccepted([_message(finding, reviewed) for finding in errors])
        values: dict[str, Any] = {"status": None}
        if statement.resolution:
            values["resolution"] = None
        if summary != statement.summary:
            values["summary"] = summary
        if quotes != statement.quotes:
            values["quotes"] = [plain(quote) for quote in quotes]
        self.file.edit(lambda text: edit.set_fields(text, statement.id, values), statement.id)
        self.position += 1

    def correct(self, capacity: str, people: Sequence[str]) -> None:
        """Set whose statement it is (attributed_to) or via whom it came (voiced_by), by ids."""
        ident = self._statement().id
        # An empty list is a value of attributed_to; without anyone, voiced_by is left out.
        value = list(people) if people or capacity == "attributed_to" else None
        self.file.edit(lambda text: edit.set_fields(text, ident, {capacity: value}), ident)

    def drop(self) -> None:
        """Delete the statement from the file; `back` restores it."""
        ident = self._statement().id
        dropped = Dropped("", None)

        def taken_out(text: str) -> str:
            nonlocal dropped
            ids = [statement.id for statement in self.file.statements]
            index = ids.index(ident)
            predecessor = ids[index - 1] if index else None
            dropped = Dropped(edit.entry_lines(text, ident), predecessor)
            return edit.remove(text, ident)

        self.file.edit(taken_out, ident)
        self.dropped[ident] = dropped
        self.position += 1

    def yaml(self) -> str:
        """Return the statement's lines, to be edited."""
        return edit.entry_source(self.file.text, self._statement().id)

    def rewrite(self, source: str, check: Callable[[Statement], list[str]]) -> None:
        """Replace the statement's lines by edited ones. Raises NotAccepted, with problems by line.

        `check` returns what else is wrong with the statement, such as unknown ids.
        """
        ident = self._statement().id
        rewritten = ident

        def replaced(text: str) -> str:
            nonlocal rewritten
            new = edit.replace_entry(text, ident, source)
            messages = edit.new_errors(text, new, ident)
            statement = edit.replacement(text, new, ident)
            if not messages and not isinstance(statement, Statement):
                messages = ["this must remain one statement, and nothing else may change"]
            elif isinstance(statement, Statement) and not messages:
                messages = check(statement)
            if messages or not isinstance(statement, Statement):
                raise NotAccepted(messages)
            rewritten = statement.id
            return new

        self.file.edit(replaced, ident)
        self.ids[self.position] = rewritten

    def _statement(self) -> Statement:
        statement = self.current
        assert statement is not None, "nothing is left to decide on"
        return statement


def files_to_review(archive: Archive, name: str | None = None) -> list[Path]:
    """Return the file of a path, of a source's name, or without a name all that hold drafts.

    Raises ArchiveError: UnknownName, AmbiguousName, or that there is no such file.
    """
    if name and os.path.isfile(name):
        return [Path(name)]
    if name and name.endswith((".yaml", ".yml")):
        raise ArchiveError(f"{name} does not exist")
    if name:
        sources = [archive.resolve("source", name)]
    else:
        rows = archive.statements(Filter(status=("draft",)), sort="source")
        sources = list(dict.fromkeys(row.source for row in rows))
    origins = (archive.get(ident).origin for ident in sources)
    return [Path(archive.root) / origin.path for origin in origins if origin]


def _message(finding: Finding, statement: Statement) -> str:
    """Return what a reviewer is told about a problem: which words the summary must quote."""
    if finding.code != "summary-quotes-differ" or not statement.quotes:
        return finding.message
    words = " and ".join(f"“{quote.exact}”" for quote in statement.quotes)
    order = ", in this order" if len(statement.quotes) > 1 else ""
    return f"keep the quoted words exactly{order}: {words}"
