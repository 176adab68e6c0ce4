"""The drafts of a source file gone through one after another; every decision is written at once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from ..atomic import whole_file
from ..check.record import record_findings
from ..errors import ArchiveError, Problem
from ..model.records import Participant, Source, Statement
from ..store import edit as blocks
from ..store.parse import MAX_BYTES
from ..store.read import read_bytes

_STRAIGHT = re.compile('"([^"]*)"')


class ChangedUnderneath(ArchiveError):
    """The file is no longer what was read; it has been read again, and nothing was written."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} has been changed meanwhile: read again, nothing was written")


class NotAccepted(ArchiveError):
    """What keeps a statement from being reviewed; one message a line."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__("\n".join(messages))


class SourceFile:
    """A source file as it was last read, changed a statement at a time."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Read the file. Raises ArchiveError when it cannot be read or is no source file."""
        self.path = Path(path)
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
        self._parsed = blocks.read(text)
        if self._parsed.unread:
            raise ArchiveError(str(self._parsed.problems[0]._replace(path=str(self.path))))
        if self.source is None:
            raise ArchiveError(f"{self.path} is no file of a source and its statements")

    @property
    def source(self) -> Source | None:
        """The file's source."""
        return next((each for each in self._records() if isinstance(each, Source)), None)

    @property
    def statements(self) -> list[Statement]:
        """Its statements, in their order."""
        return [each for each in self._records() if isinstance(each, Statement)]

    @property
    def participants(self) -> list[Participant]:
        """The people proposed in it."""
        return [each for each in self._records() if isinstance(each, Participant)]

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with it by itself."""
        return self._parsed.problems

    def statement(self, ident: str) -> Statement | None:
        """The statement of an id."""
        return next((each for each in self.statements if each.id == ident), None)

    def edit(self, change: Callable[[str], str]) -> None:
        """Write the file with its text changed.

        Raises ChangedUnderneath, CannotEdit or CannotWrite; the file is then as it was.
        """
        try:
            now = read_bytes(self.path, MAX_BYTES)
        except OSError:
            now = None
        if now != self.data:
            self.load()
            raise ChangedUnderneath(self.path)
        made = change(self.text)
        with whole_file(self.path) as stream:
            stream.write(made)
        self.load()

    def _records(self) -> list[Any]:
        return [each.record for each in self._parsed.records]


class Dropped(NamedTuple):
    """The lines of a statement taken out, and the one that stood before it."""

    lines: str
    after: str | None


class Walk:
    """The way through a file's drafts: where it stands, and what is decided there."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.ids = [each.id for each in file.statements if each.status == "draft"]
        self.at = 0
        self.dropped: dict[str, Dropped] = {}

    @property
    def current(self) -> Statement | None:
        """The statement to decide on; None when all have been gone through."""
        while self.at < len(self.ids):
            if found := self.file.statement(self.ids[self.at]):
                return found
            self.at += 1  # gone from the file by another's hand
        return None

    @property
    def left(self) -> int:
        """How many drafts the file still holds."""
        return sum(each.status == "draft" for each in self.file.statements)

    def skip(self) -> None:
        """Leave it a draft, and go on."""
        self.at += 1

    def back(self) -> bool:
        """To the one before, put back if it was dropped; whether there is one.

        Raises CannotEdit.
        """
        for at in range(self.at - 1, -1, -1):
            ident = self.ids[at]
            if ident in self.dropped:
                lines, after = self.dropped[ident]
                held = after if after and self.file.statement(after) else None
                self.file.edit(lambda text: blocks.put_back(text, ident, lines, held))  # noqa: B023
                del self.dropped[ident]
            elif not self.file.statement(ident):
                continue
            self.at = at
            return True
        return False

    def accept(self, summary: str | None = None) -> None:
        """Take it as reviewed, with a summary where one is given.

        Straight quotation marks around what is quoted become “ ”. Raises NotAccepted.
        """
        statement = self._here()
        words = _curled(statement, summary)
        wanted = replace(statement, status="reviewed", summary=words or statement.summary)
        found = [each.message for each in record_findings(wanted, self.file.source)]
        if found:
            raise NotAccepted(found)
        values: dict[str, Any] = {"status": None}
        if words:
            values["summary"] = words
        self.file.edit(lambda text: blocks.changed(text, statement.id, values))
        self.at += 1

    def correct(self, capacity: str, people: Sequence[str]) -> None:
        """Set who it is attributed to (attributed_to) or voiced by (voiced_by), by their ids."""
        ident = self._here().id
        # That nobody is named is an answer for the one, and the absence of a field for the other.
        value = list(people) if people or capacity == "attributed_to" else None
        self.file.edit(lambda text: blocks.changed(text, ident, {capacity: value}))

    def drop(self) -> None:
        """Take it out of the file; `back` puts it in again."""
        ident = self._here().id
        ids = [each.id for each in self.file.statements]
        place = ids.index(ident)
        block = blocks.block_of(self.file.text, ident)
        lines = "".join(blocks.lines_of(self.file.text)[block.start : block.end])
        self.file.edit(lambda text: blocks.without(text, ident))
        self.dropped[ident] = Dropped(lines, ids[place - 1] if place else None)
        self.at += 1

    def yaml(self) -> str:
        """Its lines, to be edited."""
        return blocks.source_of(self.file.text, self._here().id)

    def rewrite(self, source: str, check: Callable[[Statement], list[str]]) -> None:
        """Put edited lines in its place. Raises NotAccepted, with the problems by line.

        `check` tells what else is wrong with the statement, such as ids that nobody has.
        """
        ident = self._here().id
        made = blocks.rewritten(self.file.text, ident, source)
        found = blocks.faults(self.file.text, made, ident)
        new = blocks.exchanged(self.file.text, made, ident)
        if not found and new is None:
            found = ["one statement belongs here, and nothing else may change"]
        elif new and not found:
            found = check(new)
        if found or new is None:
            raise NotAccepted(found)
        self.file.edit(lambda _: made)
        self.ids[self.at] = new.id

    def _here(self) -> Statement:
        statement = self.current
        assert statement is not None, "nothing is left to decide on"
        return statement


def _curled(statement: Statement, summary: str | None) -> str | None:
    words = " ".join((summary or "").split()) or None
    if words and statement.quotes and "“" not in words:
        exacts = {each.exact for each in statement.quotes}
        words = _STRAIGHT.sub(lambda each: f"“{each[1]}”" if each[1] in exacts else each[0], words)
    return words
