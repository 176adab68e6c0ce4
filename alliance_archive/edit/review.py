"""A review: a source file's drafts one after another, each decision written at once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from ..archive import Archive
from ..check.codes import CODES
from ..check.record import Finding, record_findings
from ..errors import ArchiveError
from ..model.records import Meeting, Statement, plain
from ..queries.filter import Filter
from ..store import edit
from ..store.append import appended
from ..store.values import SLUG
from .missed import missed_statement
from .quoting import own_quotes, with_quotes
from .source_file import SourceFile

# What undo --list calls the fields that a reviewer sets.
_DONE = {
    "attributed_to": "speaker",
    "voiced_by": "via",
    "meeting": "meeting",
    "topics": "topics",
    "as_given": "named as",
    "cue": "verb",
}


class NotAccepted(ArchiveError):
    """What keeps a statement from being accepted; one message a line."""

    def __init__(self, messages: Sequence[str]) -> None:
        super().__init__("\n".join(messages))


class Dropped(NamedTuple):
    """The lines of a dropped statement, the id of the one before it, and meetings only it named."""

    lines: str
    predecessor: str | None
    meetings: tuple[Meeting, ...] = ()


class ReviewSession:
    """A file's drafts in order: which of them comes next, and the decision on it.

    With `only`, it is of one statement, draft or not.
    """

    def __init__(self, file: SourceFile, only: str | None = None) -> None:
        self.file, self.only = file, only
        drafts = [statement.id for statement in file.statements if statement.status == "draft"]
        self.ids = [only] if only else drafts
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
        lines, predecessor, meetings = self.dropped[ident]
        if predecessor and not self.file.statement(predecessor):
            predecessor = None
        for meeting in meetings:
            self.file.add(meeting)
        self.file.edit(
            lambda text: edit.restore(text, ident, lines, predecessor), done=f"{ident} restored"
        )
        del self.dropped[ident]

    def accept(self, summary: str | None = None) -> None:
        """Mark the statement as reviewed, with a summary where one is given.

        Quotations lose the comma or period that is the article's, in the summary too, and
        straight quotation marks around them become “ ”. Raises NotAccepted.
        """
        resolved = {"resolution": None} if self._statement().resolution else {}
        self._write(summary, {"status": None, **resolved}, "accepted")
        self.position += 1

    def summarize(self, summary: str) -> None:
        """Set the summary by the same rules, and nothing else. Raises NotAccepted."""
        self._write(summary, {}, "summary")

    def _write(self, summary: str | None, values: dict[str, Any], done: str) -> None:
        statement = self._statement()
        quotes = own_quotes(statement, self.file.source)
        summary = " ".join((summary or "").split()) or statement.summary
        if summary:
            summary = with_quotes(summary, quotes)
        reviewed = statement._replace(
            status="reviewed", resolution=None, summary=summary, quotes=quotes
        )
        findings = record_findings(reviewed, self.file.source)
        errors = [finding for finding in findings if CODES[finding.code].severity == "error"]
        if errors:
            raise NotAccepted([_message(finding, reviewed) for finding in errors])
        if summary != statement.summary:
            values["summary"] = summary
        if quotes != statement.quotes:
            values["quotes"] = [plain(quote) for quote in quotes]
        self.file.edit(lambda text: edit.set_fields(text, statement.id, values), statement.id, done)

    def correct(self, field: str, ids: Sequence[str]) -> tuple[Meeting, ...]:
        """Set a field that refers to other records: attributed_to, voiced_by, meeting or topics.

        Return the meeting that was proposed for the statement alone: it is deleted.
        """
        statement = self._statement()
        ident = statement.id
        values: dict[str, Any] = {field: list(ids) or None}
        if field == "meeting":
            values = {field: ids[0] if ids else None}
        elif field == "attributed_to":
            # Required: an empty list says that the source leaves it open.
            values = {field: list(ids), "resolution": None}
        self.file.edit(lambda text: edit.set_fields(text, ident, values), ident, _DONE[field])
        return self._take_out(statement.meeting) if field == "meeting" else ()

    def reword(self, field: str, wording: str | None) -> None:
        """Set the source's own wording: as_given, or the cue."""
        ident = self._statement().id
        self.file.edit(
            lambda text: edit.set_fields(text, ident, {field: wording}), ident, _DONE[field]
        )

    def take_other(self) -> bool:
        """Attribute the statement to the next person whom its source's words may mean instead.

        Whoever it was attributed to can then be taken instead. Return whether there is one.
        """
        statement = self._statement()
        if not statement.resolution or not statement.resolution.or_:
            return False
        person, *more = statement.resolution.or_
        resolution = statement.resolution._replace(or_=(*more, *statement.attributed_to))
        values = {"attributed_to": [person], "resolution": plain(resolution)}
        change = lambda text: edit.set_fields(text, statement.id, values)  # noqa: E731
        self.file.edit(change, statement.id, _DONE["attributed_to"])
        return True

    def reported(self, text: str | None) -> str:
        """Return the words that the source reports: from its text, else as the draft notes them."""
        statement = self._statement()
        if text is not None:
            words = text[statement.anchor.start : statement.anchor.end]
        else:
            noted = re.search(r"(?m)^summary:[ ]+#(.*)$", self.yaml())
            words = noted[1] if noted else ""
        return " ".join(words.split())

    def add(self, words: str, text: str) -> Statement:
        """Add a draft of the statement that has these words in the source's text, and show it next.

        Raises NotInText, CutQuotation, or ArchiveError if a statement of the file has them already.
        """
        source, statements = self.file.source, self.file.statements
        assert source is not None
        like = self.current or (statements[-1] if statements else None)
        document = like.document if like else None
        statement = missed_statement(words, text, source, document, self.file.next_id())
        for recorded in statements:
            if _has_words_of(recorded, statement):
                raise ArchiveError(f"{recorded.id} has these words already: review {recorded.id}")
        if like:
            reported = " ".join(text[statement.anchor.start : statement.anchor.end].split())
            self.file.edit(
                lambda now: edit.insert(now, statement, reported, like.id),
                like.id,
                f"{statement.id} added after it",
            )
        else:
            self.file.edit(lambda now: appended(now, [statement], self.file.path))
        self.ids.insert(self.position, statement.id)
        return statement

    def drop(self) -> tuple[Meeting, ...]:
        """Delete the statement from the file; `back` restores it.

        Return the meetings that were proposed for it, and for no other: they are deleted, too.
        """
        statement = self._statement()
        ident = statement.id
        dropped = Dropped("", None)

        def taken_out(text: str) -> str:
            nonlocal dropped
            ids = [statement.id for statement in self.file.statements]
            index = ids.index(ident)
            predecessor = ids[index - 1] if index else None
            dropped = Dropped(edit.entry_lines(text, ident), predecessor)
            return edit.remove(text, ident)

        self.file.edit(taken_out, ident, "dropped")
        self.dropped[ident] = dropped
        self.position += 1
        meetings = self._take_out(statement.meeting, *statement.about)
        self.dropped[ident] = dropped._replace(meetings=meetings)
        return meetings

    def _take_out(self, *idents: str | None) -> tuple[Meeting, ...]:
        """Delete the proposed meetings that nothing names any longer, and return them."""
        proposed = dict.fromkeys(ident for ident in idents if ident)
        return tuple(filter(None, map(self.file.take_out, proposed)))

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
            if messages := edit.new_errors(text, new, ident):
                raise NotAccepted(messages)
            statement = edit.replacement(text, new, ident)
            if not isinstance(statement, Statement):
                unlike = "this must remain one statement, and nothing else may change"
                raise NotAccepted([unlike])
            if messages := check(statement):
                raise NotAccepted(messages)
            rewritten = statement.id
            return new

        self.file.edit(replaced, ident, "edited")
        self.ids[self.position] = rewritten

    def _statement(self) -> Statement:
        statement = self.current
        assert statement is not None, "nothing is left to decide on"
        return statement


def _has_words_of(recorded: Statement, statement: Statement) -> bool:
    """Return whether one statement quotes words of another, or reports its whole paraphrase."""
    if statement.quotes:
        pairs = product(recorded.quotes, statement.quotes)
        return any(first.start < second.end and second.start < first.end for first, second in pairs)
    anchor = statement.anchor
    inside = recorded.anchor.start <= anchor.start and anchor.end <= recorded.anchor.end
    return inside and recorded.form != "direct"  # between two quotations are not its words


def sessions(archive: Archive, name: str | None = None) -> Iterator[ReviewSession]:
    """Yield the session of a path, of a source's name or of one statement's id.

    Without a name, those of all files that hold drafts. Raises ArchiveError: UnknownName,
    AmbiguousName, or that there is no such file.
    """
    if name and os.path.isfile(name):
        yield ReviewSession(SourceFile(name, archive))
        return
    if name and name.endswith((".yaml", ".yml")):
        raise ArchiveError(f"{name} does not exist")
    only = name if name and _is_statement(archive, name) else None
    if name:
        ids = [only or archive.resolve("source", name)]
    else:
        rows = archive.statements(Filter(status=("draft",)), sort="source")
        ids = list(dict.fromkeys(row.source for row in rows))
    for ident in ids:
        if origin := archive.get(ident).origin:
            path = Path(archive.root) / origin.path
            yield ReviewSession(SourceFile(path, archive), only)


def _is_statement(archive: Archive, ident: str) -> bool:
    return (
        bool(SLUG.fullmatch(ident))
        and archive.has(ident)
        and isinstance(archive.get(ident), Statement)
    )


def _message(finding: Finding, statement: Statement) -> str:
    """Return what a reviewer is told about a problem: which words the summary must quote."""
    if finding.code != "summary-quotes-differ" or not statement.quotes:
        return finding.message
    words = " and ".join(f"“{quote.exact}”" for quote in statement.quotes)
    order = ", in this order" if len(statement.quotes) > 1 else ""
    return f"keep the quoted words exactly{order}: {words}"
