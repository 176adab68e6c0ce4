"""One record as a card: a title, its words, and labeled lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..archive import Archive
from ..model.attribution import nobody_named
from ..model.countries import country_name
from ..model.dates import standing
from ..model.fields import COUNTRIES, COUNTRY, KINDS, Field
from ..model.records import Meeting, Membership, Participant, Record, Source, Statement, Topic
from ..queries.filter import Filter
from ..queries.rows import StatementRow
from ..text.sentences import sentence_around
from .act_card import LabeledText, SourceTexts, act_lines, words_of_act
from .acts import acts_counted
from .list_columns import date_of, mentioned_in
from .lists import mentions
from .statements import form_of, segments_of, who_line

FieldTexts = dict[str, list[LabeledText] | str]
"""By field, the text of its line, or the lines that replace it."""
NO_TEXTS: SourceTexts = {}


class Card(NamedTuple):
    """A record for display; `pairs` are labels and texts, empty texts not shown."""

    title: str
    words: tuple[tuple[str, bool], ...]
    pairs: list[LabeledText]


# The fields of each kind in the order of their lines; fields not named here come last, before the
# note.
_LINES = {
    "participant": "kind country other_names memberships identifiers",
    "meeting": "other_names date kind status place participants part_of",
    "topic": "kind members broader",
    "source": "publisher date kind author url dateline language text",
    "statement": "attributed_to voiced_by as_given turn translated cue document date meeting about"
    " topics source anchor quotes act not_act status",
}
# Fields without a line of their own: they are the title, or part of another line.
_NO_LINES = frozenset(
    ("id", "name", "family_name", "end_date", "date_basis", "title", "form", "summary", "note")
)
_LABELS = {
    "voiced_by": "Via",
    "as_given": "Named in the source as",
    "resolution": "Speaker found",
    "cue": "Verb",
    "other_names": "Also called",
    "not_act": "Another act than",
    "part_of": "On the sidelines of",
    "broader": "Part of",
    "url": "URL",
    "anchor": "Passage",
    "quotes": "Quoted words",
}


def card(
    archive: Archive, record: Record, texts: SourceTexts = NO_TEXTS, today: str | None = None
) -> Card:
    """Return the card of any record.

    With the text of its source, that of a statement quotes it, and that of an act shows what was
    cut off; by `today`, YYYY-MM-DD, a planned meeting may have passed.
    """
    if isinstance(record, Statement):
        row = archive.row(record.id)
        special = _of_row(archive, row, texts)
        if (text := texts.get(row.source)) and (sentence := _in_source(text, row)):
            quoted = (label("quotes"), str(special["quotes"]))
            special["quotes"] = [quoted, ("In the source", sentence)]
        pairs = [*_lines(archive, record, special), *_last(archive, record)]
        title = f"{record.id}  {form_of(row)}"
        return Card(title, segments_of(row), pairs)
    special = _of_record(archive, record)
    if isinstance(record, Meeting):
        special["status"] = standing(record, today)
    lines = _lines(archive, record, special)
    pairs = [("ID", record.id), *lines, *_statements_lines(archive, record)]
    pairs += _last(archive, record)
    return Card(_title(record), (), pairs)


def act_card(archive: Archive, act: str, texts: SourceTexts = NO_TEXTS) -> Card:
    """Return the card of an act: the words of its canonical report, and its reports."""
    return Card(act, words_of_act(archive, act), list(act_lines(archive, act, texts)))


def label(name: str) -> str:
    """Return the label of a field: “Also called” for other_names."""
    return _LABELS.get(name, name.replace("_", " ").capitalize())


def _title(record: Record) -> str:
    if isinstance(record, Source):
        return record.title or f"{record.publisher}, {record.date}"
    assert not isinstance(record, Statement)
    return record.name


def _lines(archive: Archive, record: Record, special: FieldTexts) -> Iterator[LabeledText]:
    """Yield a line for each field; `special` holds the text or the lines of some fields."""
    ordered = _LINES[record.KIND].split()
    declared = {field.name: field for field in KINDS[record.KIND].fields}
    for name in (*ordered, *(name for name in declared if name not in (*ordered, *_NO_LINES))):
        text = special[name] if name in special else _text(archive, declared[name], record)
        if isinstance(text, str):
            yield label(name), text
        else:
            yield from text


def _text(archive: Archive, field: Field, record: Record) -> str:
    """Return a field's value as text: names for participants and countries."""
    value = getattr(record, field.name)
    if field.refers_to == "participant":
        return "\n".join(archive.names(value))
    if value and field.type in (COUNTRY, COUNTRIES):
        return ", ".join(map(country_name, [value] if field.type == COUNTRY else value))
    return "\n".join(value) if isinstance(value, tuple) else value or ""


def _last(archive: Archive, record: Record) -> Iterator[LabeledText]:
    yield "Note", record.note or ""
    if record.origin:
        yield "File", f"{archive.display_path(record.origin.path)}:{record.origin.line}"


def _statements_lines(archive: Archive, record: Record) -> Iterator[LabeledText]:
    command, ident = f"statements --{record.KIND} {record.id}", (record.id,)
    if isinstance(record, Participant):
        count = f"{_number(archive, Filter(attributed_to=ident))} attributed"
        voiced = _number(archive, Filter(voiced_by=ident))
        count += f", {voiced} via {record.name}" if voiced != "0" else ""
        command = f"said {record.id}"
    else:
        only: Any = {"made_at" if isinstance(record, Meeting) else record.KIND: ident}
        count = _number(archive, Filter(**only))
    yield "Statements", f"{count} (see: {archive.command} {command})"
    if isinstance(record, Meeting):
        for row in mentions(archive)[record.id]:
            yield mentioned_in(record, row).capitalize(), f"{row.id} ({who_line(row)})"


def _number(archive: Archive, query: Filter) -> str:
    """Return how many acts match a filter, and in how many reports if these are more."""
    acts, reports = archive.count(query, by_act=True), archive.count(query)
    return str(acts) if acts == reports else acts_counted(acts, reports)


def _of_row(archive: Archive, row: StatementRow, texts: SourceTexts) -> FieldTexts:
    """Return the lines of a statement that show more than the field's own value."""
    return {
        "attributed_to": _people(archive, row, row.attributed_to) or nobody_named(row.as_given),
        "voiced_by": _people(archive, row, row.voiced_by),
        "as_given": f"“{row.as_given}”" if row.as_given else "",
        "date": _date_line(row),
        "meeting": _meeting_line(archive, row.meeting),
        "about": "\n".join(_meeting_line(archive, ident) for ident in row.about),
        "topics": "\n".join(row.topic_names),
        "source": _source_line(archive, row.source),
        "anchor": f"characters {row.anchor_start}–{row.anchor_end} of the source's text",
        "quotes": "\n".join(f"{q.start}–{q.end}  “{q.exact}”" for q in row.quotes),
        "translated": f"by {row.translated_by}" if row.translated_by else "",
        "act": [*act_lines(archive, row.act, texts)] if row.act else "",
        "status": row.status if row.status != "reviewed" else "",
    }


def _in_source(text: str, row: StatementRow) -> str:
    """Return the source's sentence, with the passage that reports the statement in « »."""
    start, end = row.anchor_start, row.anchor_end
    if not 0 <= start < end <= len(text):
        return ""
    first, last = sentence_around(text, start, end)
    return " ".join(f"{text[first:start]}«{text[start:end]}»{text[end:last]}".split())


def _date_line(row: StatementRow) -> str:
    if not row.date:
        return f"unknown: that of the meeting {row.meeting_name}"
    basis = "" if row.date_from == "statement" else f" (the date of the {row.date_from})"
    return f"{row.date}{basis}"


def _people(archive: Archive, row: StatementRow, idents: tuple[str, ...]) -> str:
    offices = archive.offices(idents, row.date_start, row.date_end)
    people = zip(archive.names(idents), offices, strict=True)
    return "\n".join(f"{name}, {role}" if role else name for name, (role, _) in people)


def _meeting_line(archive: Archive, ident: str | None) -> str:
    if not ident:
        return ""
    meeting = archive.meeting(ident)
    if not meeting:
        return archive.meeting_names((ident,))[0]
    parts = (meeting.name, meeting.interval.replace("/", " to "), meeting.place_name)
    return ", ".join(part for part in parts if part)


def _source_line(archive: Archive, ident: str) -> str:
    source = archive.get(ident)
    assert isinstance(source, Source)
    title = f"“{source.title}”" if source.title else ""
    parts = (f"{source.publisher}, {date_of(source)}", title, source.url)
    return "\n".join(part for part in parts if part)


def _of_record(archive: Archive, record: Record) -> FieldTexts:
    """Return the lines of any other record that show more than the field's own value."""
    if isinstance(record, Participant):
        offices = [("Role", _office_line(office)) for office in record.memberships]
        return {"memberships": offices, "identifiers": list(record.identifiers.items())}
    if isinstance(record, Meeting):
        return {
            "date": record.interval.replace("/", " to "),
            "place": record.place_name,
            "part_of": _meeting_line(archive, record.part_of),
        }
    if isinstance(record, Topic):
        broader = archive.topic_names((record.broader,) if record.broader else ())
        return {"broader": "\n".join(broader)}
    assert isinstance(record, Source)
    text = record.text
    line = f"{text.length} characters, SHA-256 {text.sha256}" if text else ""
    by = f", by {text.extractor}" if text and text.extractor else ""
    return {"date": date_of(record), "text": line + by}


def _office_line(office: Membership) -> str:
    span = f" ({office.since or ''}–{office.until or ''})" if office.since or office.until else ""
    return office.title + span
