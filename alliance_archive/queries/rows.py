"""The rows that listings are made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from ..model.wording import words_of

if TYPE_CHECKING:
    from ..model.records import Quote


JOINT = "; "


class StatementRow(NamedTuple):
    """A statement with the names of what it refers to; its date is the one that holds for it.

    `date_from` tells whose the date is: the statement's own, its meeting's or its source's.
    Lists of names stand in the order of the ids. Offsets are code points, ends exclusive.
    """

    id: str
    date: str | None
    date_from: str | None
    form: str
    attributed_to: tuple[str, ...]
    attributed_names: tuple[str, ...]
    voiced_by: tuple[str, ...]
    voiced_names: tuple[str, ...]
    as_given: str | None
    document: str | None
    cue: str | None
    summary: str | None
    quotes_json: str | None
    exacts: str
    offsets: str
    anchor_start: int
    anchor_end: int
    meeting: str | None
    meeting_name: str | None
    topics: tuple[str, ...]
    topic_names: tuple[str, ...]
    source: str
    publisher: str | None
    source_date: str | None
    status: str
    note: str | None
    path: str
    line: int

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The words verbatim, with their offsets."""
        from ..index.read import quotes_of

        return quotes_of(self.quotes_json)

    @property
    def words(self) -> str:
        """The statement as it is read: quoted words in “ ”, all else the archive's wording."""
        return words_of(self.form, self.summary, self.exact_words())

    def exact_words(self) -> Iterator[str]:
        """The quotations without their offsets and marks."""
        # By their lengths, for a quotation may itself hold what they are joined by.
        at = 0
        for span in self.offsets.split(JOINT) if self.offsets else ():
            start, _, end = span.partition("-")
            length = int(end) - int(start)
            yield self.exacts[at : at + length]
            at += length + len(JOINT)


class LongRow(NamedTuple):
    """A statement and one of the people in its chain; all None where it names nobody.

    `capacity` is "attributed" or "voiced"; `role` is what they were on that day.
    """

    statement: StatementRow
    capacity: str | None
    participant: str | None
    name: str | None
    role: str | None
    country: str | None


class Listed(NamedTuple):
    """A participant, meeting, source or topic and the number of its statements.

    Together, and for participants by capacity; those of a narrower topic, or of a meeting beside
    one, count too. `names` are those of a meeting's participants.
    """

    record: Any
    statements: int
    attributed: int
    voiced: int
    names: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What the record is called."""
        name: str = getattr(self.record, "name", None) or self.record.title or self.record.publisher
        return name
