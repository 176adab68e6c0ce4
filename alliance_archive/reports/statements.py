"""The columns of statements: in general, for one participant, and one row per person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from ..errors import UnknownName
from ..index.packing import ends_text, exacts_text, split_quotes, starts_text
from ..model.attribution import chain, nobody_named
from ..model.fields import STATEMENT, UNLISTED
from ..model.wording import AS_INTERPRETED, Segment, form_label, in_document, segments
from ..queries.rows import StatementRow
from ..queries.search import Term, matches, terms
from ..render.columns import LIST_SEPARATOR, Column, View, chosen, field
from ..text.folding import words

if TYPE_CHECKING:
    from ..archive import Archive


def segments_of(row: StatementRow) -> tuple[Segment, ...]:
    """Return a statement's words in pieces: its quotations, and what is between them."""
    return segments(row.words, row.exacts)


def form_of(row: StatementRow) -> str:
    """Return a statement's form in words."""
    return form_label(row.form, row.translated_by)


def date_shown(row: StatementRow) -> str:
    """Return a statement's date; if only its source's is known, with the kind of source."""
    if row.date_from != "source":
        return row.date or ""
    return f"{row.date} ({(row.source_kind or 'source').replace('-', ' ')})"


def _quotes(row: StatementRow) -> list[dict[str, Any]]:
    # Not as records, which take as long to make as all other values of a row.
    quotes = split_quotes(row.quotations)
    return [{"exact": exact, "start": start, "end": end} for exact, start, end in quotes]


def _anchor(row: StatementRow) -> dict[str, int]:
    return {"start": row.anchor_start, "end": row.anchor_end}


def _translated(row: StatementRow) -> dict[str, str] | None:
    return {"by": row.translated_by} if row.translated_by else None


def _country(code: str | None) -> str | None:
    from ..model.countries import country_name  # here, because only tables name countries

    return code and country_name(code)


def _venue(row: StatementRow) -> str | None:
    return ", ".join(filter(None, row.meeting_place)) or None


def _place(row: StatementRow) -> str:
    name, code = row.meeting_place or (None, None)
    return ", ".join(filter(None, (name, _country(code))))


def _attributed(row: StatementRow) -> tuple[str, ...]:
    return row.attributed_names or (nobody_named(row.as_given),)


_PUBLISHED: tuple[Column, ...] = (
    field("id", "ID", whole=True, linked=True),
    field("date", whole=True, shown=date_shown),
    field("attributed_names", "Attributed to", shown=_attributed),
    field("voiced_names", "Via"),
    field("words", segments=segments_of),
    field("form", shown=form_of, whole=True),
    field("role"),
    field("country", shown=lambda row: tuple(map(_country, row.country))),
    field("cue", "Verb"),
    field("document"),
    field("as_given", "Named in the source as"),
    field("meeting_name", "Meeting"),
    field("meeting_date", "Date of the meeting", whole=True),
    Column("meeting_place", "Place of the meeting", _venue, shown=_place),
    field("topic_names", "Topics"),
    field("publisher"),
    field("source_title", "Title of the source"),
    field("source_url", "URL of the source"),
    field("source_date", whole=True),
    field("summary"),
    Column("quotes", "Quotes", _quotes, lambda row: exacts_text(row.quotations)),
    field("note"),
    field("status"),
    field("date_from"),
    field("date_start", whole=True),
    field("date_end", whole=True),
    field("attributed_to"),
    field("voiced_by"),
    field("meeting"),
    field("about"),
    field("topics"),
    field("source", whole=True),
    field("act"),
    field("reports", numeric=True),
    field("turn"),
    field("in_reply_to"),
    field("translated_by", split=True),
    Column("translated", "Translated", _translated, attrgetter("translated_by"), nested=True),
    field("anchor_start", "Passage, start", numeric=True, split=True),
    field("anchor_end", "Passage, end", numeric=True, split=True),
    Column(
        "anchor",
        "Passage",
        _anchor,
        lambda row: f"{row.anchor_start}{LIST_SEPARATOR}{row.anchor_end}",
        nested=True,
    ),
    Column("quote_starts", "Quotes, start", None, lambda row: starts_text(row.quotations)),
    Column("quote_ends", "Quotes, end", None, lambda row: ends_text(row.quotations)),
)
# In their published order, which users' programs rely on: the id, what people read, then other ids
# and offsets. New fields follow.
STATEMENT_FIELDS = (
    *_PUBLISHED,
    *(
        field(declared.name)
        for declared in STATEMENT.fields
        if declared.name not in {column.key for column in _PUBLISHED} | UNLISTED
    ),
)
STATEMENT_COLUMNS = {column.key: column for column in STATEMENT_FIELDS}


_NARROW = 22  # cells of a line beside the words
_PUBLISHER = 18  # cells of a line of the publisher's name


def who_line(row: StatementRow) -> str:
    """Return whom a statement is attributed to, and via whom it came, in one line.

    A turn in a conversation says what it is, and an interpreter's words say so.
    """
    people = chain(row.attributed_names, row.voiced_names, row.as_given)
    marks = ", ".join(filter(None, (row.turn, AS_INTERPRETED if row.translated_by else None)))
    return f"{people} ({marks})" if marks else people


def _speakers(row: StatementRow) -> tuple[str, ...]:
    return (*_attributed(row), *_via(row), *_vehicle(row))


def _via(row: StatementRow, ident: str | None = None) -> Iterator[str]:
    """Yield lines for those via whom a statement came, other than the participant asked for."""
    for person, name in zip(row.voiced_by, row.voiced_names, strict=True):
        if person != ident:
            yield f"via {name}"


def _vehicle(row: StatementRow) -> Iterator[str]:
    """Yield lines for a statement's document and the meetings that it is about."""
    yield from _document(row)
    yield from map(_narrow, (*_left_out(row), *_mentioned(row)))


def _document(row: StatementRow) -> Iterator[str]:
    if row.document:
        yield _narrow(in_document(row.document))


def _left_out(row: StatementRow) -> Iterator[str]:
    """Yield a line for its meeting if look-ups leave that out, so that no date holds for it."""
    if row.meeting and not row.meeting_date:
        yield f"meeting {row.meeting_name}"


def _narrow(line: str) -> str:
    """Return a line wrapped: rich would rather squeeze the words than the column beside them."""
    from textwrap import fill

    return fill(line, _NARROW, subsequent_indent="  ")


def _mentioned(row: StatementRow) -> Iterator[str]:
    """Yield a line for each meeting that a statement speaks of."""
    for name in row.about_names:
        yield f"about: {name}"


def _meeting(row: StatementRow) -> tuple[str, ...]:
    made_at = (row.meeting_name,) if row.meeting_name else ()
    return (*made_at, *_mentioned(row))


def _reference(row: StatementRow) -> str:
    lines = (row.id, form_of(row), *filter(None, (row.turn,)))
    return "\n".join((*lines, _narrow(date_shown(row) or "no date")))


def source_line(row: StatementRow) -> str:
    """Return the publisher and date of a statement's source."""
    return ", ".join(filter(None, (row.publisher or row.source, row.source_date)))


def _source(row: StatementRow) -> str:
    """Return the publisher and date of a statement's source, the publisher in short lines."""
    from textwrap import wrap

    return "\n".join((*wrap(f"{row.publisher},", _PUBLISHER), row.source_date or ""))


_WHO = Column("who", "Who", _speakers)
_REFERENCE = Column("reference", "ID, form, date", _reference, whole=True, side=True, linked=True)
SOURCE = Column("source_shown", "Source", _source)
_MEETING = Column("meeting_shown", "Meeting", _meeting)
_DATE, _WORDS, _FORM, _ID = chosen(STATEMENT_FIELDS, "date words form id")
_PEOPLE = chosen(STATEMENT_FIELDS, "attributed_names voiced_names")
STATEMENTS = View(
    fields=STATEMENT_FIELDS,
    narrow=(_WHO, _WORDS, _REFERENCE),
    medium=(_WHO, _WORDS, SOURCE, _REFERENCE),
    wide=(_DATE, *_PEOPLE, _FORM, _WORDS, _MEETING, SOURCE, _ID),
)


def said_view(ident: str) -> View:
    """Return the view of one participant's statements, with their capacity in each.

    A table shows what is not the same on every row: with whom, via whom, or reporting whom.
    """

    def capacity(row: StatementRow) -> str:
        return "attributed" if ident in row.attributed_to else "voiced"

    def others(
        row: StatementRow, vehicle: Callable[[StatementRow], Iterator[str]]
    ) -> tuple[str, ...]:
        if ident not in row.attributed_to:
            unnamed = f"“{row.as_given}”" if row.as_given else "others"
            first, *more = row.attributed_names or (unnamed,)
            lines = (f"reporting {first}", *(f"and {name}" for name in more))
        else:
            pairs = zip(row.attributed_to, row.attributed_names, strict=True)
            lines = tuple(f"with {name}" for person, name in pairs if person != ident)
        return (*lines, *_via(row, ident), *vehicle(row))

    narrow, wide = (
        Column("others", "With, via, reporting", partial(others, vehicle=vehicle))
        for vehicle in (_vehicle, _document)
    )
    return View(
        fields=(
            *STATEMENT_FIELDS[:2],
            Column("capacity", "Capacity", capacity),
            *STATEMENT_FIELDS[2:],
        ),
        narrow=(narrow, _WORDS, _REFERENCE),
        medium=(narrow, _WORDS, SOURCE, _REFERENCE),
        wide=(_DATE, wide, _FORM, _WORDS, _MEETING, SOURCE, _ID),
    )


def found_view(view: View, archive: Archive, searches: Iterable[str]) -> View:
    """Return a view whose words say by what a statement was found, if not by its own words."""
    search_terms = [term for search in searches for term in terms(search)]

    return _noted(view, lambda row: _found_by(archive, row, search_terms))


def acts_view(view: View) -> View:
    """Return a view whose words say in which other statements their act is reported."""
    return _noted(view, also_in)


def drafts_view(view: View, passage: Callable[[StatementRow], str]) -> View:
    """Return a view whose words say that a summary is missing, and what `passage` the text has."""

    def missing(row: StatementRow) -> Iterator[str]:
        if row.form != "direct" and not row.summary:
            yield ": ".join(filter(None, ("summary not written yet", passage(row))))

    return _noted(view, missing)


_ALSO = 3  # ids of other reports that a table names


def also_in(row: StatementRow) -> Iterator[str]:
    """Yield in which other statements an act is reported, if in any."""
    others = row.also_in
    if others:
        more = len(others) - _ALSO
        ids = ", ".join(others if more < 2 else others[:_ALSO])
        rest = f" and {more} more" if more > 1 else ""
        yield "also in: " + ids + rest


def segments_with_others(row: StatementRow) -> tuple[Segment, ...]:
    """Return a statement's words in pieces, the last naming the other reports of its act."""
    return (*segments_of(row), *(Segment(f" [{note}]", False) for note in also_in(row)))


def _noted(view: View, notes: Callable[[StatementRow], Iterable[str]]) -> View:
    """Return a view whose words are followed by notes, each in a line."""
    column = next(column for column in view.narrow if column.key == "words")
    segments = column.segments or segments_of

    def noted(row: StatementRow) -> tuple[Segment, ...]:
        pieces = tuple(segments(row))
        breaks = "\n" if row.words else ""
        lines = (Segment(f"{breaks}[{note}]", False) for note in notes(row))
        return (*pieces, *lines)  # type: ignore[arg-type]

    noted_column = column._replace(
        flat=lambda row: "".join(segment.text for segment in noted(row)), segments=noted
    )
    narrow, medium, wide = (
        tuple(noted_column if column.key == "words" else column for column in columns)
        for columns in (view.narrow, view.medium, view.wide)
    )
    return view._replace(narrow=narrow, medium=medium, wide=wide)


def _found_by(archive: Archive, row: StatementRow, search_terms: Iterable[Term]) -> Iterator[str]:
    """Yield what contains the words searched for that the statement itself does not contain."""
    missing = [term for term in search_terms if not matches(term, words(row.words))]
    if not missing:
        return  # without reading the records of its topics and meetings
    facts = [
        ("verb", row.cue, ()),
        ("named in the source as", row.as_given, ()),
        ("document", row.document, ()),
        *(("topic", *_names_of(archive, ident)) for ident in row.topics),
        *(("meeting", *_names_of(archive, ident)) for ident in (row.meeting, *row.about) if ident),
    ]
    for label, name, others in facts:
        texts = [words(text) for text in (name, *others) if text]
        if any(matches(term, text) for term in missing for text in texts):
            yield f"{label}: {name}"


def _names_of(archive: Archive, ident: str) -> tuple[str, tuple[str, ...]]:
    from ..model.records import Meeting

    try:
        record: Any = archive.get(ident)
    except UnknownName:  # undefined, or left out because of an error
        return ident, ()
    place = record.place_name if isinstance(record, Meeting) else ""
    name = f"{record.name} ({place})" if place else record.name
    return name, record.other_names


@cache
def long_view() -> View:
    """Return the view of LongRow: a statement for each person in its attribution."""
    of_person = (
        field("capacity", shown=lambda row: "via" if row.capacity == "voiced" else None),
        field("name"),
        field("role"),
        field("country", shown=lambda row: _country(row.country)),
        field("participant"),
    )
    lifted = (column.of(attrgetter("statement")) for column in (*STATEMENT_FIELDS, SOURCE))
    columns = (*lifted, *of_person)
    return View(
        chosen(columns, " ".join(_long_keys())),
        chosen(columns, "name capacity words id"),
        chosen(columns, "date name capacity role country words source_shown id"),
        chosen(columns, "name capacity words source_shown id"),
    )


def _long_keys() -> Iterator[str]:
    """Yield the keys of LongRow's columns: each of its person's before those of all people."""
    keys_before = {"attributed_names": ("capacity", "name"), "attributed_to": ("participant",)}
    for key in STATEMENT_COLUMNS:
        yield from keys_before.get(key, ())
        yield key
