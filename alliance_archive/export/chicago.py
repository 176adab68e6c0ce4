"""Notes in the style of the Chicago Manual of Style, with the attribution spelled out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model.attribution import nobody_named, uttered_by
from ..model.dates import MONTHS
from ..model.records import Source
from ..model.wording import AS_INTERPRETED, form_label, in_document
from ..queries.rows import StatementRow

_QUOTED = {
    "direct": "Full quote.",
    "mixed": "Only the words in quotation marks are quoted; the rest is the archive's paraphrase.",
    "indirect": "A paraphrase in the archive's own wording; no words are quoted.",
}
_INTERPRETED = "The interpreter's words, quoted in full."
_DRAFT = "A draft, not reviewed."


def chicago_note(source: Source, row: StatementRow | None = None) -> str:
    """Return a note that cites a source, or a statement in it."""
    return f"{source_note(source)}." if row is None else _statement_note(row, source)


def source_note(source: Source, *, address: bool = True) -> str:
    """Return a source as it is named in a note (Chicago Manual of Style, 17th ed., 14.191).

    A missing title is replaced by a description in brackets; a date that the source does not print
    is in brackets too (14.145).
    """
    title = source.title.translate({0x201C: "‘", 0x201D: "’"}) if source.title else None
    mark = "" if title and title[-1] in "?!" else ","
    genre = kind_label(source.kind).lower()
    titled = f"“{title}{mark}”" if title else f"[{genre}, no title recorded],"
    kind = f" {genre}," if title and source.kind != "article" else ""
    author = f"{source.author}, " if source.author else ""
    date = written_date(source.date)
    if is_inferred(source):
        date = f"[{date}, inferred]"
    url = f", {source.url}" if address and source.url else ""
    return f"{author}{titled}{kind} {source.publisher}, {date}{url}"


def is_inferred(source: Source) -> bool:
    """Return whether the source's date is inferred, not printed."""
    return source.date_basis == "inferred"


def _statement_note(row: StatementRow, source: Source) -> str:
    head, reported = ", ".join(_head(row)), f"{_verb(row)} in {source_note(source)}"
    if row.form == "direct":
        words = row.words.removesuffix("”")
        if words.endswith((".", "?", "!")):
            cited = f"{head}: {words}” {_capitalized(reported)}"
        else:
            # The comma within the marks is Chicago's; one of the source's own makes room for it.
            cited = f"{head}: {words.removesuffix(',')},” {reported}"
    else:
        words = row.words.removesuffix(".")
        label = form_label(row.form, row.translated_by)
        described = ": ".join(filter(None, (label, words)))
        cited = f"{head} [{described}], {reported}"
    draft = f" {_DRAFT}" if row.status == "draft" else ""
    return f"{cited}. {_quoted(row)}{draft}"


def _head(row: StatementRow) -> Iterator[str]:
    """Yield who said the words, for whom, where and when.

    A meeting's date follows the meeting, a statement's own date its document.
    """
    names = _listed_names(uttered_by(row.attributed_names, row.voiced_names)) or _nobody(row)
    yield f"{names}{as_interpreted(row)}"
    if row.voiced_names:
        yield f"reporting {reported_names(row)}"
    yield from _meeting(row)
    if row.document:
        yield in_document(row.document)
    if row.date and row.date_from == "statement":
        yield written_date(row.date)


def as_interpreted(row: StatementRow) -> str:
    """Return the remark, after a blank, that the words are an interpreter's; "" if not."""
    return f" ({AS_INTERPRETED})" if row.translated_by else ""


def _meeting(row: StatementRow) -> Iterator[str]:
    if row.meeting_name:
        yield row.meeting_name if row.meeting_date else f"meeting {row.meeting_name}"
    if row.date and row.date_from == "meeting":
        yield written_date(row.date)


def reported_names(row: StatementRow) -> str:
    """Return the names of those whose act a spokesperson reports, or that nobody is named."""
    return _listed_names(row.attributed_names) or _nobody(row)


def _nobody(row: StatementRow) -> str:
    return f"[{nobody_named(row.as_given)}]"


def chain_note(row: StatementRow, source: Source, date_from: str | None) -> Iterator[str]:
    """Yield in sentences whose act it is, at which meeting, in which source, and what is quoted.

    This is for formats that have fields for author, title, date and address; `date_from` says where
    the cited date comes from.
    """
    meeting = tuple(_meeting(row))
    if row.voiced_names:
        yield f"Reporting {', '.join((reported_names(row), *meeting))}."
    elif not row.attributed_to:
        yield f"{_capitalized(nobody_named(row.as_given))}."
    if meeting and not row.voiced_names:
        yield f"Meeting: {', '.join(meeting)}."
    yield f"{_capitalized(_verb(row))} in {source_note(source, address=False)}."
    if row.form == "mixed":
        quotations = ", ".join(f"“{exact}”" for exact in row.exacts)
        yield f"Quoted words: {quotations}; the rest is the archive's paraphrase."
    else:
        yield _quoted(row)
    if date_from in ("meeting", "source"):
        inferred = date_from == "source" and is_inferred(source)
        yield f"The date is that of the {date_from}{', which is inferred' if inferred else ''}."
    if row.status == "draft":
        yield _DRAFT


def _quoted(row: StatementRow) -> str:
    """Return in a sentence which words are quoted."""
    return _INTERPRETED if row.translated_by and row.form == "direct" else _QUOTED[row.form]


def _verb(row: StatementRow) -> str:
    return "reported" if row.form == "indirect" else "quoted"


def kind_label(kind: str) -> str:
    """Return a kind of source in words: “Press release”."""
    return kind.replace("-", " ").capitalize()


def _capitalized(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def _listed_names(names: Sequence[str]) -> str:
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def written_date(date: str) -> str:
    """Return an ISO 8601 date in American English, an interval with an en dash."""
    first, _, last = date.partition("/")
    if last and first[:7] == last[:7] and len(first) == len(last) == 10:
        return f"{MONTHS[int(first[5:7]) - 1]} {int(first[8:])}–{int(last[8:])}, {first[:4]}"
    return "–".join(_written_day(part) for part in (first, last) if part)


def _written_day(date: str) -> str:
    year, *rest = date.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return f"{month} {int(rest[1])}, {year}" if len(rest) > 1 else f"{month} {year}"
