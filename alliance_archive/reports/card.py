"""One record as a person reads it: a title, its words, and labelled lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..archive import Archive
from ..model.records import Meeting, Participant, Record, Source, Statement, Topic
from ..model.wording import FORM_LABELS, Segment
from ..queries.filter import Filter
from ..queries.rows import StatementRow
from .lists import place_line
from .statements import segments_of

Pair = tuple[str, str]


class Card(NamedTuple):
    """What is shown of a record; a pair with empty text is not shown."""

    title: str
    words: tuple[Segment, ...]
    pairs: list[Pair]


def card(archive: Archive, record: Record) -> Card:
    """Return the card of any record."""
    if isinstance(record, Statement):
        return _statement(archive, record)
    if isinstance(record, Participant):
        pairs, title = list(_participant(record)), record.name
    elif isinstance(record, Meeting):
        pairs, title = list(_meeting(archive, record)), record.name
    elif isinstance(record, Topic):
        pairs, title = list(_topic(archive, record)), record.name
    else:
        pairs, title = list(_source(record)), record.title or f"{record.publisher}, {record.date}"
    statements = ("Statements", _statements_line(archive, record))
    return Card(title, (), [("ID", record.id), *pairs, statements, *_last(archive, record)])


def _last(archive: Archive, record: Record) -> Iterator[Pair]:
    yield "Note", record.note or ""
    if record.origin:
        yield "File", f"{archive.display_path(record.origin.path)}:{record.origin.line}"


def _statements_line(archive: Archive, record: Record) -> str:
    if isinstance(record, Participant):
        attributed = archive.count(Filter(attributed_to=(record.id,)))
        voiced = archive.count(Filter(voiced_by=(record.id,)))
        return f"{attributed} attributed, {voiced} voiced (see: said {record.id})"
    only: Any = {record.KIND: (record.id,)}
    count = archive.count(Filter(**only))
    return f"{count} (see: statements --{record.KIND} {record.id})"


def _statement(archive: Archive, record: Statement) -> Card:
    row = archive.row(record.id)
    source = archive.get(row.source)
    assert isinstance(source, Source)
    pairs = [
        ("Attributed to", _people(archive, row, row.attributed_to) or "nobody by name"),
        ("Voiced by", _people(archive, row, row.voiced_by)),
        ("As given", f"“{row.as_given}”" if row.as_given else ""),
        ("Cue", row.cue or ""),
        ("Document", row.document or ""),
        ("Date", f"{row.date} (the {row.date_from}'s)"),
        ("Meeting", _meeting_line(archive, row.meeting)),
        ("Topics", "\n".join(row.topic_names)),
        ("Source", _source_line(source)),
        ("Passage", f"characters {row.anchor_start}–{row.anchor_end} of its text"),
        ("Quoted words", "\n".join(f"{q.start}–{q.end}  “{q.exact}”" for q in row.quotes)),
        ("Status", row.status if row.status != "reviewed" else ""),
        *_last(archive, record),
    ]
    return Card(f"{row.id}  {FORM_LABELS[row.form]} ({row.form})", segments_of(row), pairs)


def _people(archive: Archive, row: StatementRow, idents: tuple[str, ...]) -> str:
    lines = []
    for ident in idents:
        person = archive.person(ident)
        role = archive.role(person, row) if person else None
        lines.append((person.name if person else ident) + (f", {role}" if role else ""))
    return "\n".join(lines)


def _meeting_line(archive: Archive, ident: str | None) -> str:
    if not ident:
        return ""
    meeting = archive.get(ident)
    assert isinstance(meeting, Meeting)
    parts = (meeting.name, meeting.date, place_line(meeting.place))
    return ", ".join(part for part in parts if part)


def _source_line(source: Source) -> str:
    title = f"“{source.title}”" if source.title else ""
    return ", ".join(part for part in (source.publisher, title, source.date, source.url) if part)


def _participant(record: Participant) -> Iterator[Pair]:
    yield "Kind", record.kind
    yield "Country", record.country or ""
    yield "Also called", "\n".join(record.other_names)
    for office in record.memberships:
        span = (
            f" ({office.since or ''}–{office.until or ''})" if office.since or office.until else ""
        )
        yield "Role", f"{office.role}, {office.organization}{span}"
    yield from record.identifiers.items()


def _meeting(archive: Archive, record: Meeting) -> Iterator[Pair]:
    yield "Date", record.date + (f" to {record.end_date}" if record.end_date else "")
    yield "Kind", record.kind
    yield "Status", record.status
    yield "Place", place_line(record.place)
    yield "Participants", "\n".join(archive.names(record.participants))
    yield "Beside", _meeting_line(archive, record.part_of)


def _topic(archive: Archive, record: Topic) -> Iterator[Pair]:
    yield "Kind", record.kind or ""
    yield "Members", ", ".join(record.members)
    yield "Broader", "\n".join(archive.topic_names((record.broader,) if record.broader else ()))


def _source(record: Source) -> Iterator[Pair]:
    yield "Publisher", record.publisher
    yield "Date", record.date
    yield "Kind", record.kind
    yield "Author", record.author or ""
    yield "Address", record.url or ""
    yield "Dateline", record.dateline or ""
    yield "Language", record.language or ""
    if record.text:
        yield "Text", f"{record.text.length} characters, SHA-256 {record.text.sha256}"
